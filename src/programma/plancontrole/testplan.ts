import { Plan } from '#programma/plan.ts'

/** Kleine plannen voor tests en metingen: alleen opschrijven wat telt, de rest vult zich vanzelf. */
export type Zin = Record<string, unknown> & { plaats: string }
type Inhoud = {
  groepen?: readonly string[]
  onderdelen?: readonly (Record<string, unknown> & { id: string })[]
  bronnen?: readonly (Record<string, unknown> & { id: string })[]
  doelen?: readonly (Record<string, unknown> & { id: string })[]
  plaatsen?: readonly (Record<string, unknown> & { id: string })[]
  zinnen?: readonly Zin[]
  raming?: readonly Record<string, unknown>[]
  programma?: Record<string, unknown>
}

export const PROGRAMMA = 'programma:proef'

/** `onderdeel:a` wordt `{ soort: 'onderdeel', id: 'a' }`. */
export function ding(wat: string): { soort: string; id: string } {
  const [soort = '', id = ''] = wat.split(':')
  return { soort, id }
}

const periodeVan = (tekst: string): unknown => {
  if (tekst === 'geheel') return tekst
  const [van = '', tot = van] = tekst.split('..')
  return { van, tot }
}

/** Een bedrag in euro op een plaats; periode als `geheel`, `2023` of `2023..2025`. */
export const bedrag = (
  plaats: string,
  over: string,
  euro: number,
  periode = 'geheel',
  extra: Record<string, unknown> = {},
): Zin => ({
  soort: 'bedrag',
  plaats,
  over: ding(over),
  aspect: 'lasten',
  bedragCent: euro * 100,
  periode: periodeVan(periode),
  ...extra,
})

export const beschikbaar = (plaats: string, over: string, euro: number, periode = 'geheel'): Zin =>
  bedrag(plaats, over, euro, periode, { aspect: 'beschikbaar' })

export const zin = (soort: string, plaats: string, over: string, extra: Record<string, unknown>): Zin => ({
  soort,
  plaats,
  over: ding(over),
  ...extra,
})

const NAMEN =
  'Roos Wilg Beuk Linde Eik Berk Es Iep Els Den Spar Hulst Vlier Mispel Kers Peer Appel Pruim'.split(' ')

export function testplan(inhoud: Inhoud): Plan {
  const genoemd = new Set([...(inhoud.zinnen ?? []).map(({ plaats }) => plaats)])
  for (const { id } of inhoud.plaatsen ?? []) genoemd.delete(id)
  return Plan.parse({
    formaat: 'programmaplan',
    versie: 1,
    gemeente: { code: 'gm0000', naam: 'Proef' },
    programma: {
      id: 'proef',
      titel: 'Proefprogramma',
      van: '2022',
      tot: '2026',
      hoofddoel: null,
      herkomst: 'Verzonnen voor een test.',
      ...inhoud.programma,
    },
    doelen: (inhoud.doelen ?? []).map((doel) => ({ titel: `Doel ${doel.id}`, indicatoren: [], ...doel })),
    groepen: (inhoud.groepen ?? []).map((id) => ({ id, titel: `Groep ${id}`, code: null })),
    onderdelen: (inhoud.onderdelen ?? []).map((onderdeel, i) => ({
      code: null,
      titel: `${NAMEN[i % NAMEN.length]} ${onderdeel.id}`,
      aliassen: [],
      groep: null,
      ouder: null,
      doel: null,
      doelen: [],
      planning: {},
      mijlpalen: [],
      partners: [],
      relaties: [],
      eigenaarrol: null,
      bronnen: [],
      aard: 'onbekend',
      ...onderdeel,
    })),
    bronnen: (inhoud.bronnen ?? []).map((bron) => ({
      naam: `Bron ${bron.id}`,
      soort: 'overig',
      ontvangsten: [],
      aard: 'onbekend',
      verantwoording: 'onbekend',
      ...bron,
    })),
    voorgangers: [],
    plaatsen: [
      ...(inhoud.plaatsen ?? []).map((plaats) => ({
        soort: 'paragraaf',
        code: null,
        titel: `Plaats ${plaats.id}`,
        over: [],
        ...plaats,
      })),
      ...[...genoemd].map((id) => ({ id, soort: soortVan(id), code: null, titel: `Plaats ${id}`, over: [] })),
    ],
    vermeldingen: (inhoud.zinnen ?? []).map((een, i) => ({ id: `v${i}`, ...een })),
    raming: inhoud.raming ?? [],
  })
}

/** `tabel-a`, `bijlage` en `hoofdstuk-geld` zijn wat zij heten; al het andere is een paragraaf. */
function soortVan(id: string): string {
  const [soort = ''] = id.split('-')
  return ['tabel', 'bijlage', 'hoofdstuk'].includes(soort) ? soort : 'paragraaf'
}

const titelVan = (i: number): string => `${NAMEN[i % NAMEN.length]}weg ${i}`

export type Maten = {
  groepen: number
  perGroep: number
  jaren: number
  /** Bedrag in euro van onderdeel `i` in jaar `j`. */
  euro: (i: number, j: number) => number
}

/** Een plan zonder tegenspraak: paragraaf, groepstabel en bijlage zeggen hetzelfde, en elke bron sluit per jaar. */
export function sluitendPlan({ groepen, perGroep, jaren, euro }: Maten): Plan {
  const eerste = 2022
  const reeks = (aantal: number): number[] => Array.from({ length: aantal }, (_, i) => i)
  const alle = reeks(groepen * perGroep)
  const zinnen: Zin[] = []
  let totaal = 0
  for (const g of reeks(groepen)) {
    const perJaar = reeks(jaren).map(() => 0)
    for (const i of alle.slice(g * perGroep, (g + 1) * perGroep)) {
      zinnen.push(zin('naam', 'bijlage', `onderdeel:o${i}`, { naam: titelVan(i) }))
      let som = 0
      for (const j of reeks(jaren)) {
        const een = euro(i, j)
        som += een
        perJaar[j] = (perJaar[j] ?? 0) + een
        for (const plaats of [`tabel-${g}`, 'bijlage'])
          zinnen.push(bedrag(plaats, `onderdeel:o${i}`, een, `${eerste + j}`))
      }
      for (const plaats of [`p${i}`, `tabel-${g}`, 'bijlage'])
        zinnen.push(bedrag(plaats, `onderdeel:o${i}`, som))
    }
    const som = perJaar.reduce((a, b) => a + b, 0)
    totaal += som
    zinnen.push(bedrag(`tabel-${g}`, `groep:g${g}`, som))
    zinnen.push(beschikbaar('hoofdstuk-geld', `groep:g${g}`, som))
    perJaar.forEach((een, j) => {
      zinnen.push(bedrag(`tabel-${g}`, `groep:g${g}`, een, `${eerste + j}`))
      zinnen.push(beschikbaar(`tabel-in-${g}`, `bron:b${g}`, een, `${eerste + j}`))
    })
    zinnen.push(beschikbaar(`tabel-in-${g}`, `groep:g${g}`, som))
  }
  zinnen.push(bedrag('bijlage', PROGRAMMA, totaal), beschikbaar('hoofdstuk-geld', PROGRAMMA, totaal))
  return testplan({
    programma: { van: String(eerste), tot: String(eerste + jaren - 1) },
    groepen: reeks(groepen).map((g) => `g${g}`),
    doelen: [{ id: 'doel', indicatoren: [{ id: 'i', naam: 'Aantal', eenheid: 'mensen' }] }],
    onderdelen: alle.map((i) => ({
      id: `o${i}`,
      titel: titelVan(i),
      groep: `g${Math.floor(i / perGroep)}`,
      doelen: ['doel'],
      bronnen: [`b${Math.floor(i / perGroep)}`],
    })),
    bronnen: reeks(groepen).map((g) => ({
      id: `b${g}`,
      ontvangsten: reeks(jaren).map((j) => ({
        naam: `Jaar ${j}`,
        jaar: eerste + j,
        bedragCent:
          alle.slice(g * perGroep, (g + 1) * perGroep).reduce((som, i) => som + euro(i, j), 0) * 100,
      })),
    })),
    zinnen,
    raming: alle.flatMap((i) =>
      reeks(jaren).map((j) => ({
        onderdeel: `o${i}`,
        jaar: eerste + j,
        bron: `b${Math.floor(i / perGroep)}`,
        bedragCent: euro(i, j) * 100,
      })),
    ),
  })
}

/** Elke lijst in een andere volgorde; een tweetal regelnummers blijft een tweetal. */
export function schud<Waarde>(waarde: Waarde, toeval: () => number): Waarde {
  if (Array.isArray(waarde)) {
    const lijst = waarde.map((een) => schud(een, toeval))
    if (lijst.every((een) => typeof een === 'number')) return waarde
    const volgorde = new Map(lijst.map((_, i) => [i, toeval()]))
    return lijst
      .map((een, i) => ({ een, i }))
      .sort((a, b) => (volgorde.get(a.i) ?? 0) - (volgorde.get(b.i) ?? 0))
      .map(({ een }) => een) as Waarde
  }
  if (typeof waarde !== 'object' || waarde === null) return waarde
  return Object.fromEntries(Object.entries(waarde).map(([naam, een]) => [naam, schud(een, toeval)])) as Waarde
}

/** Herhaalbaar toeval uit een zaadje. */
export const toevalVan = (zaad: number): (() => number) => {
  let stand = zaad >>> 0
  return () => {
    stand = (Math.imul(stand, 1_664_525) + 1_013_904_223) >>> 0
    return stand
  }
}
