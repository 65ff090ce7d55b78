import fc from 'fast-check'
import { type Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import {
  type Boekopdracht,
  besteed,
  gaAan,
  kenToe,
  type Regel,
  type Vastgelegd,
  zegToe,
} from '#grootboek/deur.ts'
import { maakJournaal } from '#grootboek/journaal.ts'
import { BEGIN } from '#grootboek/keten.ts'

/** Journalen in het geheugen, zoals het grootboek ze schrijft: voor proeven met exports en controles. */

const naam = (letter: string, aantal: number) => fc.nat({ max: aantal - 1 }).map((nr) => `${letter}-${nr}`)

const dag: fc.Arbitrary<Datum> = fc
  .integer({ min: 0, max: 5 * 365 })
  .map((nr) => datum(new Date(Date.UTC(2022, 0, 1 + nr)).toISOString().slice(0, 10)))

const bedrag: fc.Arbitrary<Centen> = fc
  .oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1_000_000_00 }))
  .map(centen)

const budget = fc.record({
  programma: fc.constant('proef'),
  bron: fc.option(naam('bron', 3)),
  onderdeel: fc.option(naam('onderdeel', 5), { freq: 9 }),
  jaar: fc.integer({ min: 2022, max: 2026 }),
})

const kenmerk = fc.constantFrom(
  {},
  { taakveld: '6.1', taakveldschema: '2022' as const },
  { categorie: '3.8' },
)

const gebeurtenis: fc.Arbitrary<{ soort: Boekopdracht['soort']; regels: Regel[] }> = fc.oneof(
  fc
    .tuple(budget, bedrag)
    .map(([van, cent]) => ({ soort: 'ontvangst' as const, regels: zegToe(van, van.jaar, cent) })),
  fc.tuple(budget, bedrag).map(([van, cent]) => ({ soort: 'raming' as const, regels: kenToe(van, cent) })),
  fc.tuple(budget, bedrag, naam('v', 9)).map(([van, cent, v]) => ({
    soort: 'verplichting' as const,
    regels: gaAan(van, v, cent),
  })),
  fc.tuple(budget, bedrag, kenmerk, fc.boolean()).map(([van, cent, merk, terug]) => ({
    soort: 'realisatie' as const,
    regels: besteed(van, terug ? centen(-cent) : cent, merk),
  })),
)

/** Een willekeurige opdracht die het journaal aanneemt. */
export const willekeurigeOpdracht: fc.Arbitrary<Boekopdracht> = fc
  .tuple(gebeurtenis, dag)
  .map(([een, geldigOp]) => ({
    ...een,
    geldigOp,
    grondslag: { soort: 'memo', kenmerk: 'M-1' },
    door: null,
  }))

/** Het journaal dat uit deze opdrachten ontstaat. */
export function journaalVan(opdrachten: readonly Boekopdracht[]): Vastgelegd[] {
  const journaal = maakJournaal(
    { nr: 0, hash: BEGIN, op: null },
    new Date('2026-07-01T10:00:00Z'),
    new Map(),
    () => 'zout',
  )
  for (const opdracht of opdrachten) {
    const geboekt = journaal.boek(opdracht)
    if (!geboekt.ok) throw new Error(geboekt.reden.code)
  }
  return journaal.nieuw.map(({ boeking, hash }) => ({ ...boeking, hash }))
}

/** In stukken, zoals het uit de database komt. */
export async function* inDelen<Ding>(dingen: readonly Ding[], grootte = 500): AsyncGenerator<Ding[]> {
  for (let begin = 0; begin < dingen.length; begin += grootte) yield dingen.slice(begin, begin + grootte)
}

export const saldiVan = (
  boekingen: readonly Vastgelegd[],
  naamVan: (regel: Regel) => string,
): Map<string, Centen> => {
  const saldi = new Map<string, number>()
  for (const { regels } of boekingen)
    for (const regel of regels) saldi.set(naamVan(regel), (saldi.get(naamVan(regel)) ?? 0) + regel.bedragCent)
  return new Map([...saldi].map(([naam, cent]) => [naam, centen(cent)]))
}
