import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { onderdeelindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import type { Onderdeel, Raming } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Het geld van één onderdeel: per jaar, per bron, en bij een ouder per kind. */

/** De ramingregels die hier meetellen, met die van wat eronder valt, op jaar. */
export function ramingVan(beeld: Planbeeld, onderdeel: Onderdeel): Raming[] {
  const index = onderdeelindexVan(beeld)
  const verzamel = ({ id }: Onderdeel): Raming[] => [
    ...index.raming(id),
    ...(beeld.kinderen.get(id) ?? []).flatMap(verzamel),
  ]
  return verzamel(onderdeel).sort((a, b) => a.jaar - b.jaar)
}

/** De jaren met geld en de jaren van het programma, elk met hun bedrag. */
export const jarenVan = (beeld: Planbeeld, onderdeel: Onderdeel): { jaar: number; bedrag: Centen }[] =>
  beeld.jaren.map((jaar) => ({ jaar, bedrag: beeld.geld(onderdeel.id).perJaar.get(jaar) ?? centen(0) }))

/** De zin boven de staven: elk jaar hetzelfde, of wanneer het meest. */
export function jarenzin(jaren: readonly { jaar: number; bedrag: Centen }[]): string {
  const met = jaren.filter(({ bedrag }) => bedrag !== 0)
  const [eerste] = met
  const laatste = met.at(-1)
  if (eerste === undefined || laatste === undefined) return 'Hiervoor is geen geld geraamd'
  if (met.length === 1) return `Al het geld is voor ${eerste.jaar}: ${toonEuro(eerste.bedrag)}`
  const aaneen = laatste.jaar - eerste.jaar + 1 === met.length
  if (aaneen && met.every(({ bedrag }) => bedrag === eerste.bedrag))
    return `Elk jaar ${toonEuro(eerste.bedrag)}, van ${eerste.jaar} tot en met ${laatste.jaar}`
  const top = met.reduce((hoogste, een) => (een.bedrag > hoogste.bedrag ? een : hoogste))
  const toppen = met.filter(({ bedrag }) => bedrag === top.bedrag)
  if (toppen.length > 1)
    return `Het meest in ${telwoord(toppen.length, 'jaar', 'jaren')}: ${toonEuro(top.bedrag)} per jaar`
  return `Het meest in ${top.jaar}: ${toonEuro(top.bedrag)}`
}

/** Uit welke bronnen het komt; wat het plan niet verdeelt, staat apart. */
export function bronzin(beeld: Planbeeld, onderdeel: Onderdeel): string {
  const { perBron, totaal } = beeld.geld(onderdeel.id)
  const onbekend = perBron.get(null) ?? 0
  if (totaal === 0) return ''
  if (onbekend === 0) return 'Van elk bedrag is bekend uit welke bron het komt.'
  if (onderdeel.bronnen.length === 0) return 'Het plan zegt niet uit welke bron dit komt.'
  const wat = onbekend === totaal ? 'Het plan zegt' : `Van ${toonEuro(centen(onbekend))} zegt het plan`
  return `${wat} niet hoeveel er uit welke bron komt.`
}

/** Het document noemt kosten, ook als die niet in de raming staan. */
export const noemtBedrag = (beeld: Planbeeld, onderdeel: Onderdeel): boolean =>
  beeld
    .vermeldingenOver('onderdeel', onderdeel.id)
    .some((een) => een.soort === 'bedrag' && een.aspect === 'lasten' && een.bedragCent !== 0)
