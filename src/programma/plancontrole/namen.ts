import { opsomming, schrijfafstand, vergelijkbaar } from '#basis/tekst.ts'
import type { Vindplaats, Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop } from '#programma/plancontrole/feiten.ts'
import { eigenPlek, naam, namen, vindplaats } from '#programma/plancontrole/tonen.ts'

const VULWOORDEN = new Set(
  'de het een en of in op van voor met bij tot te aan om uit naar binnen onze ons dmv mbv'.split(' '),
)

/** De woorden die een naam herkenbaar maken. */
export const kernwoorden = (tekst: string): string[] =>
  vergelijkbaar(tekst)
    .split(' ')
    .filter((woord) => !VULWOORDEN.has(woord))

type Spelling = { een: string; ander: string }

const UITGANGEN = new Set(['', 's', 'e', 'n', 'en', 'r', 'er', 'ers', 'd', 't', 'ing', 'ingen', 'ige', 'se'])

/** Wijst op een tikfout: een letter verschil, of hetzelfde begin en een bijna gelijk eind. */
function lijktTikfout(een: string, ander: string): boolean {
  const kortst = Math.min(een.length, ander.length)
  if (kortst < 4 || /\d/u.test(een + ander)) return false
  let gelijk = 0
  while (gelijk < kortst && een[gelijk] === ander[gelijk]) gelijk++
  if (UITGANGEN.has(een.slice(gelijk)) && UITGANGEN.has(ander.slice(gelijk)) && gelijk >= 4) return false
  const afstand = schrijfafstand(een, ander)
  return (
    afstand <= Math.max(1, Math.floor(kortst / 6)) || (gelijk >= 5 && gelijk < kortst && afstand < kortst / 2)
  )
}

/** Het paar woorden dat twee namen scheidt, als dat een tikfout kan zijn. */
function tikfout(een: string, ander: string): Spelling | undefined {
  const [a, b] = [kernwoorden(een), kernwoorden(ander)]
  const [alleenA, alleenB] = [
    a.filter((woord) => !b.includes(woord)),
    b.filter((woord) => !a.includes(woord)),
  ]
  for (const links of alleenA)
    for (const rechts of alleenB) if (lijktTikfout(links, rechts)) return { een: links, ander: rechts }
  return undefined
}

export type Genoemd = { tekst: string; plek: Vindplaats }

export function namenVan(feiten: Feiten, knoop: Knoop): Genoemd[] {
  const vast = new Set((knoop.onderdeel?.aliassen ?? []).map(vergelijkbaar))
  const vermeld = gezegd(knoop, 'naam').map((zin) => ({
    tekst: zin.naam,
    plek: vindplaats(feiten, zin, zin.naam),
  }))
  const alle = [{ tekst: knoop.titel, plek: eigenPlek(knoop, knoop.titel) }, ...vermeld]
  return alle.filter(({ tekst }) => !vast.has(vergelijkbaar(tekst)))
}

/** Elke naam één keer, met de eerste plek waar het document hem zegt. */
export function verschillende(genoemd: readonly Genoemd[]): Genoemd[] {
  const perNaam = new Map(genoemd.map((een) => [vergelijkbaar(een.tekst), een]))
  for (const een of genoemd.toReversed())
    if (een.plek.vermelding !== undefined) perNaam.set(vergelijkbaar(een.tekst), een)
  return [...perNaam.values()]
}

/** Eén ding, één schrijfwijze. */
export function* tikfouten(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.knopen) {
    const genoemd = verschillende(namenVan(feiten, knoop))
    const spellingen = genoemd.flatMap((een, i) =>
      genoemd.slice(i + 1).flatMap((ander) => tikfout(een.tekst, ander.tekst) ?? []),
    )
    const paren = [...new Set(spellingen.map(({ een, ander }) => [een, ander].sort().join('’ en ‘')))].sort()
    if (paren.length === 0) continue
    yield {
      ernst: 'waarschijnlijk',
      titel: `${naam(knoop)}: twee schrijfwijzen`,
      uitleg: `Het plan schrijft ${paren.map((paar) => `‘${paar}’`).join(', ')} voor hetzelfde. Kies één schrijfwijze.`,
      plaatsen: genoemd.map(({ plek }) => plek),
      dingen: [knoop.ding],
      oorzaak: 'Waarschijnlijk een tikfout.',
    }
  }
}

export const stam = (woord: string): string =>
  woord.length > 5 ? woord.replace(/(?:en|s|e|r|er|ing)$/u, '') : woord

const deelt = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((woord) => b.some((ander) => stam(woord) === stam(ander)))

/** Of de ene naam niet meer is dan een korte vorm van de andere. */
const isKorter = (a: readonly string[], b: readonly string[]): boolean => {
  const [kort, lang] = a.length < b.length ? [a, b] : [b, a]
  return kort.every((woord) => lang.some((ander) => stam(woord) === stam(ander)))
}

/** Eén ding dat op de ene plaats heel anders heet dan op de andere. */
export function* andereNamen(feiten: Feiten): Generator<Vondst> {
  const beetjeAnders: { knoop: Knoop; genoemd: Genoemd[] }[] = []
  for (const knoop of feiten.knopen) {
    const genoemd = verschillende(namenVan(feiten, knoop))
    const [eerste = [], ...rest] = genoemd.map(({ tekst }) => kernwoorden(tekst))
    if (rest.some((woorden) => !deelt(eerste, woorden))) yield andersGenoemd(knoop, genoemd)
    else if (rest.some((woorden) => !isKorter(eerste, woorden))) beetjeAnders.push({ knoop, genoemd })
  }
  if (beetjeAnders.length > 0) yield langOfKort(feiten, beetjeAnders)
}

function andersGenoemd(knoop: Knoop, genoemd: readonly Genoemd[]): Vondst {
  return {
    ernst: 'waarschijnlijk',
    titel: `${naam(knoop)}: ${genoemd.length} verschillende namen`,
    uitleg:
      `Het plan noemt dit ook ${opsomming(genoemd.slice(1).map(({ tekst }) => `‘${tekst}’`))}. ` +
      'Wie zoekt, vindt niet alles. Gebruik overal dezelfde naam, of leg vast dat het hetzelfde is.',
    plaatsen: genoemd.map(({ plek }) => plek),
    dingen: [knoop.ding],
  }
}

function langOfKort(feiten: Feiten, anders: readonly { knoop: Knoop; genoemd: Genoemd[] }[]): Vondst {
  const knopen = anders.map(({ knoop }) => knoop)
  return {
    ernst: 'aandacht',
    titel: `${anders.length === 1 ? namen(knopen) : `${anders.length} namen`}: elders in andere woorden`,
    uitleg:
      `${namen(knopen)}: in een tabel of op een andere plaats staat een naam met andere woorden. ` +
      'Gebruik overal dezelfde naam.',
    plaatsen: anders.flatMap(({ genoemd }) => genoemd.map(({ plek }) => plek)),
    dingen: knopen.map(({ ding }) => ding),
    kern: [feiten.wortel.ding],
    kenmerk: 'woorden',
  }
}
