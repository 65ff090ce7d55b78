import type { Datum } from '#basis/datum.ts'
import { meld, type Tx } from '#basis/db.ts'
import { volgendMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { findUitvragen, insertUitvraagstap } from '#programma/uitvraag/uitvraag.store.ts'
import {
  isKlaar,
  teMelden,
  type Uitvraag,
  type Uitvraagstapsoort,
  uitvraagVan,
} from '#programma/uitvraag/uitvraag.ts'
import { eersteDagVan, type Kwartaal, kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import { findLaatsteMoment, findVersies, lockVoortgang } from '#programma/voortgang/voortgang.store.ts'
import { geldende } from '#programma/voortgang/voortgang.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Een uitvraag openen, verlengen, sluiten en heropenen. Elke stap is een nieuwe rij; wie te laat is, hoort dat. */

export type Uitvraagweigering =
  | { code: 'mag_niet' }
  | { code: 'kwartaal_toekomst' }
  | { code: 'deadline_voorbij' }
  | { code: 'al_open'; uitvraag: Uitvraag }
  | { code: 'al_gesloten'; uitvraag: Uitvraag }
  | { code: 'uitvraag_onbekend' }
  | { code: 'nog_niet_klaar'; onderdelen: readonly string[] }
  | { code: 'reden_ontbreekt' }

type Uitslag = Uitkomst<{ stap: number }, Uitvraagweigering>
type Stap = { deadline: Datum; reden: string | null }

/** Neemt het slot, laat beslissen, en zet de stap. */
const zetStap = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan'>,
  kwartaal: Kwartaal,
  soort: Uitvraagstapsoort,
  beslis: (uitvraag: Uitvraag | undefined, tx: Tx) => Promise<Uitkomst<Stap, Uitvraagweigering>>,
): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    if (!magBezoeker(bezoek, 'voortgang.beheren')) return geweigerd({ code: 'mag_niet' })
    const plan = beeld.plan.programma.id
    await lockVoortgang(tx, plan)
    const uitvraag = uitvraagVan(await findUitvragen(tx, plan), kwartaal)
    const besluit = await beslis(uitvraag, tx)
    if (!besluit.ok) return besluit
    const stap = (uitvraag?.laatste.stap ?? 0) + 1
    const op = volgendMoment(await findLaatsteMoment(tx, plan), bezoek.klok.nu())
    const door = bezoek.wie?.account ?? null
    await insertUitvraagstap(tx, plan, { ...kwartaal, ...besluit.waarde, stap, soort, op, door })
    const over = `uitvraag ${plan} ${kwartaalsleutel(kwartaal)} ${soort}`
    await schrijfLogboek(tx, bezoek, 'voortgang.beheren', over)
    await meld(tx, bezoek.db.schema)
    return gelukt({ stap })
  })

export const openUitvraag = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan'>,
  kwartaal: Kwartaal,
  deadline: Datum,
): Promise<Uitslag> =>
  zetStap(bezoek, beeld, kwartaal, 'geopend', async (uitvraag) => {
    const vandaag = bezoek.klok.vandaag()
    if (uitvraag !== undefined)
      return geweigerd({ code: uitvraag.open ? 'al_open' : 'al_gesloten', uitvraag })
    if (eersteDagVan(kwartaal) > vandaag) return geweigerd({ code: 'kwartaal_toekomst' })
    return deadline < vandaag ? geweigerd({ code: 'deadline_voorbij' }) : gelukt({ deadline, reden: null })
  })

export const verlengUitvraag = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan'>,
  kwartaal: Kwartaal,
  deadline: Datum,
): Promise<Uitslag> =>
  zetStap(bezoek, beeld, kwartaal, 'verlengd', async (uitvraag) => {
    if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
    if (!uitvraag.open) return geweigerd({ code: 'al_gesloten', uitvraag })
    return deadline < bezoek.klok.vandaag()
      ? geweigerd({ code: 'deadline_voorbij' })
      : gelukt({ deadline, reden: null })
  })

/** Sluit. `toch`: ook als er nog onderdelen missen; die blijven dan zonder voortgang over dit kwartaal. */
export const sluitUitvraag = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan' | 'bladeren'>,
  kwartaal: Kwartaal,
  toch: boolean,
): Promise<Uitslag> =>
  zetStap(bezoek, beeld, kwartaal, 'gesloten', async (uitvraag, tx) => {
    if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
    if (!uitvraag.open) return geweigerd({ code: 'al_gesloten', uitvraag })
    const onderdelen = toch ? [] : await findOntbrekend(tx, beeld, kwartaal)
    return onderdelen.length > 0
      ? geweigerd({ code: 'nog_niet_klaar', onderdelen })
      : gelukt({ deadline: uitvraag.deadline, reden: null })
  })

async function findOntbrekend(
  tx: Tx,
  beeld: Pick<Planbeeld, 'plan' | 'bladeren'>,
  kwartaal: Kwartaal,
): Promise<string[]> {
  const versies = Map.groupBy(
    await findVersies(tx, beeld.plan.programma.id, kwartaal),
    ({ onderdeel }) => onderdeel,
  )
  return teMelden(beeld, kwartaal)
    .map(({ id }): string => id)
    .filter((id) => !isKlaar(geldende(versies.get(id) ?? [])?.fase ?? 'niets'))
}

export const heropenUitvraag = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan'>,
  kwartaal: Kwartaal,
  { deadline, reden }: { deadline: Datum; reden: string },
): Promise<Uitslag> =>
  zetStap(bezoek, beeld, kwartaal, 'heropend', async (uitvraag) => {
    if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
    if (uitvraag.open) return geweigerd({ code: 'al_open', uitvraag })
    if (reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
    return deadline < bezoek.klok.vandaag()
      ? geweigerd({ code: 'deadline_voorbij' })
      : gelukt({ deadline, reden: reden.trim() })
  })
