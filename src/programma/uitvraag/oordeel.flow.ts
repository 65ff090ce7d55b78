import { meld } from '#basis/db.ts'
import { volgendMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import type { Kwartaal } from '#programma/voortgang/kwartaal.ts'
import { logregel } from '#programma/voortgang/voortgang.flow.ts'
import {
  findLaatsteMoment,
  findVersies,
  insertVersies,
  lockVoortgang,
  type NieuweVersie,
} from '#programma/voortgang/voortgang.store.ts'
import type { Fase, Versie } from '#programma/voortgang/voortgang.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De programmamanager zegt akkoord, of stuurt terug met een opmerking. Wat er stond, blijft staan. */

export type Beoordeling = {
  onderdeel: string
  /** De versie die beoordeeld is. */
  gezien: number
  fase: 'akkoord' | 'teruggestuurd'
  opmerking: string
}

export type Beoordeelweigering =
  | { code: 'mag_niet' }
  | { code: 'uitvraag_onbekend' }
  | { code: 'uitvraag_gesloten'; uitvraag: Uitvraag }
  | { code: 'niet_ingediend'; onderdeel: string; fase: Fase | 'niets' }
  | { code: 'veranderd'; onderdeel: string; versie: Versie }
  | { code: 'opmerking_ontbreekt'; onderdeel: string }

type Uitslag = Uitkomst<{ beoordeeld: number }, Beoordeelweigering>

/** Alle beoordelingen, of geen. */
export const beoordeelVoortgang = (
  bezoek: Bezoek,
  { plan: { programma } }: Pick<Planbeeld, 'plan'>,
  kwartaal: Kwartaal,
  beoordelingen: readonly Beoordeling[],
): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    if (!magBezoeker(bezoek, 'voortgang.beheren')) return geweigerd({ code: 'mag_niet' })
    const plan = programma.id
    await lockVoortgang(tx, plan)
    const uitvraag = uitvraagVan(await findUitvragen(tx, plan), kwartaal)
    if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
    if (!uitvraag.open) return geweigerd({ code: 'uitvraag_gesloten', uitvraag })
    const versies = Map.groupBy(await findVersies(tx, plan, kwartaal), ({ onderdeel }) => onderdeel)
    const op = volgendMoment(await findLaatsteMoment(tx, plan), bezoek.klok.nu())
    const door = bezoek.wie?.account ?? null
    const nieuw: NieuweVersie[] = []
    for (const beoordeling of beoordelingen) {
      const versie = keurBeoordeling(beoordeling, versies.get(beoordeling.onderdeel)?.at(-1))
      if (!versie.ok) return versie
      nieuw.push({ ...versie.waarde, op, door })
    }
    if (nieuw.length === 0) return gelukt({ beoordeeld: 0 })
    await insertVersies(tx, plan, nieuw)
    await schrijfLogboek(tx, bezoek, 'voortgang.beheren', logregel(plan, kwartaal, nieuw))
    await meld(tx, bezoek.db.schema)
    return gelukt({ beoordeeld: nieuw.length })
  })

/** Te beoordelen is wat is ingediend; wat al akkoord is, kan bij nader inzien nog terug. */
function keurBeoordeling(
  { onderdeel, gezien, fase, opmerking }: Beoordeling,
  laatste: Versie | undefined,
): Uitkomst<Versie, Beoordeelweigering> {
  const kan = laatste?.fase === 'ingediend' || (laatste?.fase === 'akkoord' && fase === 'teruggestuurd')
  if (laatste === undefined || (laatste.volgnr === gezien && !kan))
    return geweigerd({ code: 'niet_ingediend', onderdeel, fase: laatste?.fase ?? 'niets' })
  if (laatste.volgnr !== gezien || !kan) return geweigerd({ code: 'veranderd', onderdeel, versie: laatste })
  if (fase === 'teruggestuurd' && opmerking === '')
    return geweigerd({ code: 'opmerking_ontbreekt', onderdeel })
  const { volgnr } = laatste
  return gelukt({ ...laatste, volgnr: volgnr + 1, fase, opmerking: opmerking === '' ? null : opmerking })
}
