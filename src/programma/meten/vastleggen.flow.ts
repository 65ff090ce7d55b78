import type { Tx } from '#basis/db.ts'
import { meld } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoek, Verzoekweigering } from '#grootboek/deur.ts'
import {
  bewaarMetingen,
  type Jaargang,
  keurMetingen,
  type Metinginvoer,
  type Metingvastweigering,
} from '#metingen/deur.ts'
import { maatVan, reeksVan } from '#programma/doelen/maatstaf.ts'
import type { Plan } from '#programma/plan.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Metingen van indicatoren uit een plan vastleggen: alle, of geen. */

/** Een meting zoals iemand haar aanlevert: bij een indicator, die zegt wat er geteld wordt. */
export type Planmeting = Omit<Metinginvoer, 'reeks' | 'maat'> & { doel: string; indicator: string }

export type Vastweigering = Metingvastweigering | { code: 'reeks_onbekend'; reeks: string }
type Uitslag = Uitkomst<{ nieuw: number }, Vastweigering>

/** Twee keer hetzelfde aanleveren verandert niets; `nieuw` is hoeveel er echt bij kwam. */
export function legMetingenVast(
  bezoek: Bezoek,
  plan: Plan,
  metingen: readonly Planmeting[],
): Promise<Uitslag> {
  return bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const nieuw = await keur(tx, bezoek, plan, metingen)
    if (!nieuw.ok) return nieuw
    await bewaarMetingen(tx, bezoek, nieuw.waarde)
    if (nieuw.waarde.length > 0) await meld(tx, bezoek.db.schema)
    return gelukt({ nieuw: nieuw.waarde.length })
  })
}

/** Hetzelfde voor een verzoek met een sleutel: nog eens sturen geeft hetzelfde antwoord. */
export const legMetingenEenKeerVast = (
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: Plan,
  metingen: readonly Planmeting[],
  verzoek: Verzoek,
): Promise<Uitkomst<{ nieuw: number }, Vastweigering | Verzoekweigering>> =>
  boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Uitslag> => {
      const nieuw = await keur(ronde.tx, bezoek, plan, metingen)
      if (!nieuw.ok) return nieuw
      if (nieuw.waarde.length > 0) ronde.daarna((tx) => bewaarMetingen(tx, bezoek, nieuw.waarde))
      return gelukt({ nieuw: nieuw.waarde.length })
    },
  })

/** Wat er bij zou komen, zonder iets vast te leggen: voor het voorbeeld van een bestand. */
export const bekijkMetingen = (
  bezoek: Bezoek,
  plan: Plan,
  metingen: readonly Planmeting[],
): Promise<Uitkomst<Jaargang[], Vastweigering>> => bezoek.db.schrijf((tx) => keur(tx, bezoek, plan, metingen))

async function keur(
  tx: Tx,
  bezoek: Bezoek,
  plan: Plan,
  metingen: readonly Planmeting[],
): Promise<Uitkomst<Jaargang[], Vastweigering>> {
  const invoer: Metinginvoer[] = []
  for (const { doel, indicator, ...rest } of metingen) {
    const reeks = reeksVan(plan.programma.id, doel, indicator)
    const gevonden = plan.doelen.find(({ id }) => id === doel)?.indicatoren.find(({ id }) => id === indicator)
    if (gevonden === undefined) return geweigerd({ code: 'reeks_onbekend', reeks })
    invoer.push({ ...rest, reeks, maat: maatVan(gevonden) })
  }
  return keurMetingen(tx, bezoek, invoer)
}
