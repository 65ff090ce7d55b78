import { type Datum, eersteDag, laatsteDag, type Tijdvak, tijdvak, toonTijdvak } from '#basis/datum.ts'

/** Het kwartaal waarover voortgang gaat. */
export type Kwartaal = { jaar: number; kwartaal: number }

export const alsTijdvak = ({ jaar, kwartaal }: Kwartaal): Tijdvak => tijdvak(`${jaar}-Q${kwartaal}`)

/** `2026-Q3`, zoals in een adres. */
export const kwartaalsleutel = ({ jaar, kwartaal }: Kwartaal): string => `${jaar}-Q${kwartaal}`

/** `derde kwartaal 2026`. */
export const toonKwartaal = (wat: Kwartaal): string => toonTijdvak(alsTijdvak(wat))

export function leesKwartaal(tekst: string | undefined): Kwartaal | undefined {
  const delen = /^(?<jaar>(?:19|20)\d{2})-Q(?<kwartaal>[1-4])$/u.exec(tekst ?? '')?.groups
  return delen && { jaar: Number(delen['jaar']), kwartaal: Number(delen['kwartaal']) }
}

/** Volgorde in de tijd: negatief als het eerste eerder is. */
export const opKwartaal = (een: Kwartaal, ander: Kwartaal): number =>
  een.jaar - ander.jaar || een.kwartaal - ander.kwartaal

export const zelfdeKwartaal = (een: Kwartaal, ander: Kwartaal): boolean => opKwartaal(een, ander) === 0

export const kwartaalVan = (dag: Datum): Kwartaal => ({
  jaar: Number(dag.slice(0, 4)),
  kwartaal: Math.ceil(Number(dag.slice(5, 7)) / 3),
})

export const vorigKwartaal = ({ jaar, kwartaal }: Kwartaal): Kwartaal =>
  kwartaal === 1 ? { jaar: jaar - 1, kwartaal: 4 } : { jaar, kwartaal: kwartaal - 1 }

export const eersteDagVan = (wat: Kwartaal): Datum => eersteDag(alsTijdvak(wat))
export const laatsteDagVan = (wat: Kwartaal): Datum => laatsteDag(alsTijdvak(wat))

/** Naar welke dag de voortgang kijkt: het eind van het kwartaal, of vandaag zolang het loopt. */
export function peildagVan(wat: Kwartaal, vandaag: Datum): Datum {
  const eind = laatsteDagVan(wat)
  return vandaag < eind ? vandaag : eind
}

/** Van het ene kwartaal tot en met het andere. */
export function kwartalenTussen(van: Kwartaal, tot: Kwartaal): Kwartaal[] {
  const eerste = van.jaar * 4 + van.kwartaal - 1
  const aantal = tot.jaar * 4 + tot.kwartaal - eerste
  return Array.from({ length: Math.max(0, aantal) }, (_, i) => ({
    jaar: Math.floor((eerste + i) / 4),
    kwartaal: ((eerste + i) % 4) + 1,
  }))
}
