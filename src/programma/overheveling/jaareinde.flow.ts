import { jaarVan } from '#basis/datum.ts'
import { type Centen, telOp } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Boekhouder, findPostsaldi, findTijdstip, openDag, ruimte, sluitJaar } from '#grootboek/deur.ts'
import { laatsteDagVan } from '#programma/overheveling/overheveling.flow.ts'
import { findOverhevelingen } from '#programma/overheveling/overheveling.store.ts'
import { resten, wacht } from '#programma/overheveling/overheveling.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Het jaar afsluiten: wat over is, valt terug aan zijn bron; wat te kort is, vult de bron aan. */

export type Jaarweigering =
  | { code: 'mag_niet' }
  | { code: 'jaar_loopt_nog' }
  | { code: 'overheveling_open'; aantal: number }
  | { code: 'niets_over' }
  | { code: 'niet_geboekt' }

const BUDGETTEN_PER_BOEKING = 400

export async function sluitHetJaar(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: string,
  jaar: number,
): Promise<Uitkomst<{ budgetten: number; terugCent: Centen }, Jaarweigering>> {
  if (!magBezoeker(bezoek, 'jaareinde.boeken')) return geweigerd({ code: 'mag_niet' })
  if (jaar >= jaarVan(bezoek.klok.vandaag())) return geweigerd({ code: 'jaar_loopt_nog' })
  const door = bezoek.wie?.account ?? null
  type Antwoord = Uitkomst<{ budgetten: number; terugCent: Centen }, Jaarweigering>
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Antwoord> => {
      const open = (await findOverhevelingen(ronde.tx, plan, jaar)).filter(wacht)
      if (open.length > 0) return geweigerd({ code: 'overheveling_open', aantal: open.length })
      const filter = { programma: plan, jaar, rekeningsoorten: ['ruimte'] }
      const budgetten = resten(await findPostsaldi(ronde.tx, await findTijdstip(ronde.tx, {}), filter), jaar)
      await ronde.laadSaldi(budgetten.map(({ budget }) => ruimte(budget)))
      // Het saldo achter het slot telt: ander werk in deze ronde kan er net aan gezeten hebben.
      const teSluiten = budgetten
        .map(({ budget }) => ({ budget, restCent: ronde.saldo(ruimte(budget)) }))
        .filter(({ restCent }) => restCent !== 0)
      if (teSluiten.length === 0) return geweigerd({ code: 'niets_over' })
      for (let i = 0; i < teSluiten.length; i += BUDGETTEN_PER_BOEKING) {
        const geboekt = ronde.boek({
          soort: 'jaareinde',
          ...openDag(ronde, laatsteDagVan(jaar, bezoek.klok), true),
          grondslag: { soort: 'memo', kenmerk: `jaareinde/${plan.slice(0, 80)}/${jaar}` },
          regels: teSluiten
            .slice(i, i + BUDGETTEN_PER_BOEKING)
            .flatMap(({ budget, restCent }) => sluitJaar(budget, restCent)),
          door,
        })
        if (!geboekt.ok) return geweigerd({ code: 'niet_geboekt' })
      }
      ronde.daarna((tx) => schrijfLogboek(tx, bezoek, 'jaareinde.boeken', `jaareinde ${plan} ${jaar}`))
      return gelukt({
        budgetten: teSluiten.length,
        terugCent: telOp(...teSluiten.map(({ restCent }) => restCent)),
      })
    },
  })
}
