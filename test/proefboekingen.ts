import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import {
  type Boekingsoort,
  besteed,
  factureer,
  gaAan,
  hevelOver,
  type Kenmerk,
  kenmerktekst,
  kenToe,
  laatVrijvallen,
  naamVan,
  ontvang,
  type Postsaldo,
  type Regel,
  sluitJaar,
  spiegel,
  stelOverhevelingVoor,
  zegToe,
} from '#grootboek/deur.ts'
import { Onderdeel, type Plan } from '#programma/plan.ts'
import { kleinPlan } from '#test/plannen.ts'

/** Verzonnen geschiedenissen van boekingen zonder databank: voor tests van wat er van saldi gemaakt wordt. */

export type Proefboeking = { soort: Boekingsoort; regels: readonly Regel[] }

const KENMERKEN: readonly Kenmerk[] = [
  {},
  { taakveld: '6.1', taakveldschema: '2022' },
  { taakveld: '6.2', taakveldschema: '2025' },
  { taakveld: '6.71', taakveldschema: '2017', aard: 'incidenteel' },
]
/** Twee bladeren, een ouder met twee kinderen, een onderdeel dat niet in het plan staat, en onbekend. */
const ONDERDELEN = ['inloop', 'steun', 'dorpen', 'dorpen-noord', 'dorpen-zuid', 'verdwenen', null]

export function boomplan(gemeente: string): Plan {
  const plan = kleinPlan(gemeente)
  const [een] = plan.onderdelen
  if (een === undefined) throw new Error('plan zonder onderdelen')
  const kind = (id: string, ouder: string | null, groep: string | null) =>
    Onderdeel.parse({ ...een, id, titel: `Titel ${id}`, code: null, ouder, groep, mijlpalen: [] })
  return kleinPlan(gemeente, {
    onderdelen: [
      ...plan.onderdelen,
      kind('dorpen', null, 'lijn'),
      kind('dorpen-noord', 'dorpen', 'lijn'),
      kind('dorpen-zuid', 'dorpen', null),
    ],
  })
}

const GEBEURTENISSEN = [
  'raming',
  'wijziging',
  'ontvangst',
  'verplichting',
  'factuur',
  'realisatie',
  'vrijval',
  'overheveling',
  'jaareinde',
  'correctie',
] as const

const stap = fc.record({
  wat: fc.constantFrom(...GEBEURTENISSEN),
  onderdeel: fc.constantFrom(...ONDERDELEN),
  bron: fc.constantFrom('rijk', 'weg', null),
  jaar: fc.constantFrom(2023, 2024, 2025),
  bedrag: fc.integer({ min: -50_000, max: 5_000_000 }).map(centen),
  kenmerk: fc.constantFrom(...KENMERKEN),
  welke: fc.nat(),
})

type Stap = typeof stap extends fc.Arbitrary<infer Een> ? Een : never

function boekingVan(
  { wat, onderdeel, bron, jaar, bedrag, kenmerk, welke }: Stap,
  eerder: readonly Proefboeking[],
): Proefboeking {
  const budget = { programma: 'proef', bron, onderdeel, jaar }
  const open = centen(Math.floor(Math.max(0, bedrag) / 2))
  switch (wat) {
    case 'raming':
      return { soort: wat, regels: [...zegToe(budget, jaar, bedrag), ...kenToe(budget, bedrag, kenmerk)] }
    case 'wijziging':
      return { soort: wat, regels: kenToe(budget, bedrag, kenmerk) }
    case 'ontvangst':
      return { soort: wat, regels: ontvang(budget, jaar, bedrag) }
    case 'verplichting':
      return { soort: wat, regels: gaAan(budget, `v-${welke % 3}`, bedrag, kenmerk) }
    case 'factuur':
      return { soort: wat, regels: factureer(budget, `v-${welke % 3}`, bedrag, open, kenmerk) }
    case 'realisatie':
      return { soort: wat, regels: besteed(budget, bedrag, kenmerk) }
    case 'vrijval':
      return { soort: wat, regels: laatVrijvallen(budget, `v-${welke % 3}`, bedrag, kenmerk) }
    case 'overheveling':
      return {
        soort: wat,
        regels:
          welke % 2 === 0
            ? stelOverhevelingVoor(budget, null, bedrag)
            : hevelOver(budget, null, jaar + 1, bedrag),
      }
    case 'jaareinde':
      return { soort: wat, regels: sluitJaar(budget, bedrag) }
    case 'correctie': {
      const fout = eerder[welke % Math.max(1, eerder.length)]
      return fout === undefined
        ? { soort: 'realisatie', regels: [] }
        : { soort: fout.soort, regels: spiegel(fout) }
    }
  }
}

/** Een geschiedenis waarin alles kan gebeuren wat het grootboek kent. */
export const geschiedenis: fc.Arbitrary<Proefboeking[]> = fc
  .array(stap, { minLength: 1, maxLength: 60 })
  .map((stappen) => {
    const boekingen: Proefboeking[] = []
    for (const een of stappen) boekingen.push(boekingVan(een, boekingen))
    return boekingen
  })

/** De saldi na deze boekingen, zoals het grootboek ze zou geven. */
export function saldiVan(boekingen: readonly Proefboeking[]): Postsaldo[] {
  const posten = new Map<string, Postsaldo>()
  for (const { soort, regels } of boekingen)
    for (const { rekening, kenmerk, bedragCent } of regels) {
      const naam = `${naamVan(rekening)}|${kenmerktekst(kenmerk)}|${soort}`
      const tot = posten.get(naam)?.bedragCent ?? 0
      posten.set(naam, {
        post: posten.get(naam)?.post ?? posten.size + 1,
        rekening,
        kenmerk,
        soort,
        bedragCent: centen(tot + bedragCent),
      })
    }
  return [...posten.values()].filter(({ bedragCent }) => bedragCent !== 0)
}
