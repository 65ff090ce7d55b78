import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { findEigenaarbeeld } from '#programma/uitvraag/eigenaar.store.ts'
import { eigenaarVan } from '#programma/uitvraag/eigenaar.ts'
import { herinneringenVoor } from '#programma/uitvraag/herinner.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { teMelden, type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import { type Kwartaal, kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import { findVersies, lockVoortgang } from '#programma/voortgang/voortgang.store.ts'
import { type Bezoek, legBerichtKlaar, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type Herinnerweigering =
  | { code: 'mag_niet' }
  | { code: 'uitvraag_onbekend' }
  | { code: 'al_gesloten'; uitvraag: Uitvraag }

type Uitslag = Uitkomst<{ klaargelegd: number; alHerinnerd: number }, Herinnerweigering>

/** Herinnert iedereen die nog iets in te dienen heeft: hoogstens één keer per dag. */
export const herinner = (
  bezoek: Bezoek,
  beeld: Planbeeld,
  kwartaal: Kwartaal,
  /** Adres van de website, voor de link in het bericht. */
  site: string,
): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    if (!magBezoeker(bezoek, 'voortgang.beheren')) return geweigerd({ code: 'mag_niet' })
    const plan = beeld.plan.programma.id
    await lockVoortgang(tx, plan)
    const uitvraag = uitvraagVan(await findUitvragen(tx, plan), kwartaal)
    if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
    if (!uitvraag.open) return geweigerd({ code: 'al_gesloten', uitvraag })
    const vandaag = bezoek.klok.vandaag()
    const eigenaren = await findEigenaarbeeld(tx, plan, vandaag)
    const versies = Map.groupBy(await findVersies(tx, plan, kwartaal), ({ onderdeel }) => onderdeel)
    const herinneringen = herinneringenVoor({
      plan,
      uitvraag,
      regels: teMelden(beeld, kwartaal).map(({ id, titel }) => ({
        titel,
        eigenaar: eigenaarVan(id, eigenaren),
        fase: versies.get(id)?.at(-1)?.fase ?? 'niets',
      })),
      perRol: eigenaren.perRol,
      vandaag,
      site,
    })
    const op = momentVan(bezoek.klok.nu())
    let klaargelegd = 0
    for (const { account, ...bericht } of herinneringen)
      if (await legBerichtKlaar(tx, { ...bericht, aan: { account }, op })) klaargelegd++
    await schrijfLogboek(
      tx,
      bezoek,
      'voortgang.beheren',
      `herinnering ${plan} ${kwartaalsleutel(kwartaal)}: ${klaargelegd} berichten`,
    )
    return gelukt({ klaargelegd, alHerinnerd: herinneringen.length - klaargelegd })
  })
