import { gunzipSync, gzipSync } from 'node:zlib'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Plan } from '#programma/plan.ts'
import { leesPlan, type Planfout } from '#programma/plan-lezen.ts'
import { gelijk, planVan, STUKSOORTEN, type Stuk, type Stuksoort, stukkenVan } from '#programma/stukken.ts'

/** Een planbestand dat naast het plan wordt gelegd: onderweg houden en samenvoegen. */

const GROOTSTE_PLAN = 32 * 1024 * 1024

/**
 * Het plan uit het bestand reist in het formulier mee van voorbeeld naar overnemen, zodat de server niets half hoeft
 * te bewaren. Ingepakt, omdat een plan vol aanhalingstekens in HTML anders vijf keer zo groot wordt.
 */
export const pakIn = (plan: Plan): string => gzipSync(JSON.stringify(plan)).toString('base64')

/** Wat terugkomt, is door de browser gegaan: het wordt opnieuw gelezen alsof het een vreemd bestand is. */
export function pakUit(tekst: string): Uitkomst<Plan, Planfout[]> {
  try {
    const inhoud = gunzipSync(Buffer.from(tekst, 'base64'), { maxOutputLength: GROOTSTE_PLAN })
    return leesPlan(JSON.parse(inhoud.toString('utf8')))
  } catch {
    return geweigerd([{ pad: '(bestand)', melding: 'Het voorbeeld is niet heel aangekomen.' }])
  }
}

/** De versie waar dit bestand van komt, als zijn naam dat nog zegt: `plan-versie-12.ods`. */
export function versieUitNaam(naam: string): number | undefined {
  const nummer = /-versie-(\d{1,6})(?:\D|$)/u.exec(naam)?.[1]
  return nummer === undefined ? undefined : Number(nummer)
}

export const bestandsnaamVan = (naam: string, versie: number): string =>
  naam.replace(/(?=\.[a-z]+$)/u, `-versie-${versie}`)

type Stuknaam = { soort: Stuksoort; sleutel: string }
const sleutelVan = ({ soort, sleutel }: Stuknaam): string => `${soort} ${sleutel}`
const opSleutel = (stukken: readonly Stuk[]): Map<string, Stuk> =>
  new Map(stukken.map((stuk) => [sleutelVan(stuk), stuk]))

/**
 * Brengt wat het bestand anders heeft dan de versie waar het van komt, aan op de nieuwste versie. Wat anderen intussen
 * aan andere dingen deden, blijft; waar beiden hetzelfde veranderden, wint het bestand.
 */
export function voegSamen(basis: Plan, nieuwste: Plan, bestand: Plan): Plan {
  const [was, nu, wordt] = [basis, nieuwste, bestand].map(stukkenVan).map(opSleutel) as [
    Map<string, Stuk>,
    Map<string, Stuk>,
    Map<string, Stuk>,
  ]
  const samen: Stuk[] = []
  for (const soort of STUKSOORTEN) {
    const eigen = (stukken: Map<string, Stuk>): string[] =>
      [...stukken].filter(([, stuk]) => stuk.soort === soort).map(([sleutel]) => sleutel)
    const blijft = (sleutel: string): Stuk | undefined => {
      const [oud, hier, uitBestand] = [was.get(sleutel), nu.get(sleutel), wordt.get(sleutel)]
      if (uitBestand === undefined) return oud === undefined ? hier : undefined
      const onaangeroerd = oud !== undefined && gelijk(oud.inhoud, uitBestand.inhoud)
      return onaangeroerd ? hier : uitBestand
    }
    const verplaatst = !zelfdeVolgorde(eigen(was), eigen(wordt))
    const [eerst, daarna] = verplaatst ? [eigen(wordt), eigen(nu)] : [eigen(nu), eigen(wordt)]
    const stukken = invoegen(eerst, daarna).flatMap((sleutel) => blijft(sleutel) ?? [])
    stukken.forEach((stuk, volgorde) => samen.push({ ...stuk, volgorde }))
  }
  return planVan(samen)
}

/** Staan de sleutels die beide kennen in dezelfde volgorde? */
function zelfdeVolgorde(een: readonly string[], ander: readonly string[]): boolean {
  const [inEen, inAnder] = [new Set(een), new Set(ander)]
  const samen = ander.filter((sleutel) => inEen.has(sleutel))
  return een.filter((sleutel) => inAnder.has(sleutel)).every((sleutel, i) => sleutel === samen[i])
}

/** Voegt uit `ander` toe wat `hoofd` niet heeft, steeds achter dezelfde voorganger. */
function invoegen(hoofd: readonly string[], ander: readonly string[]): string[] {
  const bekend = new Set(hoofd)
  const achter = new Map<string | undefined, string[]>()
  let voorganger: string | undefined
  for (const sleutel of ander) {
    if (bekend.has(sleutel)) voorganger = sleutel
    else achter.set(voorganger, [...(achter.get(voorganger) ?? []), sleutel])
  }
  return [
    ...(achter.get(undefined) ?? []),
    ...hoofd.flatMap((sleutel) => [sleutel, ...(achter.get(sleutel) ?? [])]),
  ]
}

/** De stukken die zowel het bestand als een ander sinds `basis` veranderde, en niet op dezelfde manier. */
export function beidenVeranderd(basis: Plan, nieuwste: Plan, bestand: Plan): Stuknaam[] {
  const [was, nu, wordt] = [basis, nieuwste, bestand].map(stukkenVan).map(opSleutel) as [
    Map<string, Stuk>,
    Map<string, Stuk>,
    Map<string, Stuk>,
  ]
  const inhoud = (stukken: Map<string, Stuk>, sleutel: string): unknown => stukken.get(sleutel)?.inhoud
  const alle = new Map([...was, ...nu, ...wordt])
  return [...alle]
    .filter(([sleutel]) => {
      const [oud, hier, uitBestand] = [inhoud(was, sleutel), inhoud(nu, sleutel), inhoud(wordt, sleutel)]
      return !gelijk(oud, hier) && !gelijk(oud, uitBestand) && !gelijk(hier, uitBestand)
    })
    .map(([, { soort, sleutel }]) => ({ soort, sleutel }))
}

/** Past dit bestand bij dit plan? Anders is elke vergelijking onzin. */
export function keurBestand(
  plan: Plan,
  bestand: Plan,
): Uitkomst<Plan, 'andere_gemeente' | 'ander_programma'> {
  if (bestand.gemeente.code !== plan.gemeente.code) return geweigerd('andere_gemeente')
  return bestand.programma.id === plan.programma.id ? gelukt(bestand) : geweigerd('ander_programma')
}
