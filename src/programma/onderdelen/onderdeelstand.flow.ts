import type { Centen } from '#basis/geld.ts'
import { findBoekingenVan, findMaandsommen, type Maandsom, type Vastgelegd } from '#grootboek/deur.ts'
import { buitenPlan, type Geldrij, geldtabelVan, isBesteed } from '#programma/begroting/geldbeeld.ts'
import { alsPostfilter, metNakomelingen } from '#programma/begroting/geldfilter.ts'
import { type Geldstand, leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import type { Onderdeel } from '#programma/plan.ts'
import type { Programmakamer } from '#programma/planbezoek.tsx'

/** Wat er met het geld van één onderdeel gebeurde. */
export type Onderdeelstand = {
  stand: Geldstand
  /** Is er in dit programma al iets anders geboekt dan het plan? */
  besteed: boolean
  rij: Geldrij
  /** Het jaar waarvan de maanden getoond worden, met de beweging per maand van dat jaar en het jaar ervoor. */
  jaar: number
  maanden: readonly Maandsom[]
  vorigeMaanden: readonly Maandsom[]
  laatste: readonly Vastgelegd[]
  wijzigingen: readonly Vastgelegd[]
  verplichtingen: readonly { sleutel: string; jaar: number; open: Centen }[]
}

const LAATSTE = 5
const WIJZIGINGEN = 6

export async function leesOnderdeelstand(
  van: Geldbezoek,
  kamer: Programmakamer,
  onderdeel: Onderdeel,
): Promise<Onderdeelstand> {
  const { beeld, tijd, bezoek } = van
  const stand = await leesGeldstand(van, kamer)
  const filter = { onderdeel: onderdeel.id as string }
  const { totaal, rijen } = geldtabelVan(beeld, stand.posten, { filter, per: ['jaar'] }, stand.prognoses)
  const onder = new Set<string | null>(metNakomelingen(beeld, onderdeel.id))
  const besteed = isBesteed(stand.posten)
  const jaar = toonjaar(rijen, van)
  const post = alsPostfilter(beeld, filter, buitenPlan(beeld, stand.posten))
  const boekingen = { ...post, geldigTm: tijd.geldigTm, voor: tijd.bekendNr + 1 }
  const gelezen = await bezoek.db.lees(async (lezer) => ({
    maanden: besteed ? await findMaandsommen(lezer, tijd, { ...post, jaar }) : [],
    vorigeMaanden: besteed ? await findMaandsommen(lezer, tijd, { ...post, jaar: jaar - 1 }) : [],
    laatste: await findBoekingenVan(lezer, boekingen, LAATSTE),
    wijzigingen: await findBoekingenVan(
      lezer,
      { ...boekingen, soorten: ['raming', 'wijziging', 'overheveling', 'jaareinde'] },
      WIJZIGINGEN,
    ),
  }))
  return {
    stand,
    besteed,
    rij: totaal,
    jaar,
    ...gelezen,
    verplichtingen: stand.posten.flatMap(({ rekening, bedragCent }) =>
      rekening.soort === 'verplicht' && onder.has(rekening.onderdeel)
        ? [{ sleutel: rekening.verplichting, jaar: rekening.jaar, open: bedragCent }]
        : [],
    ),
  }
}

/** Het jaar van vandaag, of anders het laatste jaar waarin er iets besteed is, of waarvoor er budget is. */
function toonjaar(rijen: readonly Geldrij[], { vandaag, tijd }: Geldbezoek): number {
  const nu = Number((tijd.geldigTm ?? vandaag).slice(0, 4))
  const jaren = rijen.map(({ sleutel }) => Number(sleutel))
  if (jaren.includes(nu)) return nu
  const gebruikt = rijen.filter(({ bedragen }) => bedragen.gerealiseerd !== 0 || bedragen.verplicht !== 0)
  return Number((gebruikt.at(-1) ?? rijen.at(-1))?.sleutel ?? nu)
}
