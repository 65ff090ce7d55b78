import { z } from 'zod'

/** Een dag in de kalender, `JJJJ-MM-DD`; geen moment, dus zonder tijdzone. */
export const Datum = z.iso.date().brand('Datum')
export type Datum = z.infer<typeof Datum>

export const datum = (tekst: string): Datum => Datum.parse(tekst)

/**
 * Een dag, maand, kwartaal, halfjaar of jaar, zo precies als het plan hem noemt:
 * `2024-09-01`, `2023-09`, `2023-Q3`, `2023-H2` of `2023`.
 */
export const Tijdvak = z
  .string()
  .regex(/^\d{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-\d{2})?))?$/u)
  .refine((tekst) => tekst.length !== 10 || Datum.safeParse(tekst).success)
  .meta({ description: 'JJJJ, JJJJ-H1/H2, JJJJ-Q1..Q4, JJJJ-MM of JJJJ-MM-DD' })
  .brand('Tijdvak')
export type Tijdvak = z.infer<typeof Tijdvak>

export const tijdvak = (tekst: string): Tijdvak => Tijdvak.parse(tekst)

export type Precisie = 'jaar' | 'halfjaar' | 'kwartaal' | 'maand' | 'dag'

export function precisieVan(vak: Tijdvak): Precisie {
  if (vak.length === 10) return 'dag'
  if (vak.length === 4) return 'jaar'
  if (vak[5] === 'H') return 'halfjaar'
  return vak[5] === 'Q' ? 'kwartaal' : 'maand'
}

const MAANDEN_PER_VAK = { jaar: 12, halfjaar: 6, kwartaal: 3, maand: 1 } as const

const twee = (getal: number): string => String(getal).padStart(2, '0')

export const jaarVan = (vak: Tijdvak | Datum): number => Number(vak.slice(0, 4))

/** Eerste maand van het vak als doorlopend maandnummer (jaar × 12 + maand − 1). */
export function eersteMaand(vak: Tijdvak): number {
  const jaar = jaarVan(vak)
  const precisie = precisieVan(vak)
  if (precisie === 'jaar') return jaar * 12
  if (precisie === 'maand' || precisie === 'dag') return jaar * 12 + Number(vak.slice(5, 7)) - 1
  return jaar * 12 + (Number(vak[6]) - 1) * MAANDEN_PER_VAK[precisie]
}

/** Laatste maand van het vak als doorlopend maandnummer. */
export function laatsteMaand(vak: Tijdvak): number {
  const precisie = precisieVan(vak)
  return precisie === 'dag' ? eersteMaand(vak) : eersteMaand(vak) + MAANDEN_PER_VAK[precisie] - 1
}

export function eersteDag(vak: Tijdvak): Datum {
  if (precisieVan(vak) === 'dag') return datum(vak)
  const maand = eersteMaand(vak)
  return datum(`${jaartal(Math.floor(maand / 12))}-${twee((maand % 12) + 1)}-01`)
}

export function laatsteDag(vak: Tijdvak): Datum {
  if (precisieVan(vak) === 'dag') return datum(vak)
  const maand = laatsteMaand(vak)
  const jaar = Math.floor(maand / 12)
  const dagen = new Date(Date.UTC(jaar, (maand % 12) + 1, 0)).getUTCDate()
  return datum(`${jaartal(jaar)}-${twee((maand % 12) + 1)}-${twee(dagen)}`)
}

const DAG_MS = 86_400_000

/** De hoeveelste dag dit is sinds 1 januari 1970: het verschil van twee is het aantal dagen ertussen. */
export const dagnummer = (dag: Datum): number => Date.parse(`${dag}T00:00:00Z`) / DAG_MS

/** Zoveel dagen later, of eerder bij een negatief aantal. */
export const dagenLater = (dag: Datum, dagen: number): Datum =>
  datum(new Date((dagnummer(dag) + dagen) * DAG_MS).toISOString().slice(0, 10))

const jaartal = (jaar: number): string => String(jaar).padStart(4, '0')

export const MAANDNAMEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

export function toonDatum(dag: Datum): string {
  return `${Number(dag.slice(8))} ${MAANDNAMEN[Number(dag.slice(5, 7)) - 1]} ${Number(dag.slice(0, 4))}`
}

/** In woorden: `1 september 2024`, `september 2023`, `derde kwartaal 2023`, `tweede helft 2023`, `2023`. */
export function toonTijdvak(vak: Tijdvak): string {
  const jaar = jaarVan(vak)
  switch (precisieVan(vak)) {
    case 'dag':
      return toonDatum(datum(vak))
    case 'maand':
      return `${MAANDNAMEN[Number(vak.slice(5, 7)) - 1]} ${jaar}`
    case 'kwartaal':
      return `${['eerste', 'tweede', 'derde', 'vierde'][Number(vak[6]) - 1]} kwartaal ${jaar}`
    case 'halfjaar':
      return `${['eerste', 'tweede'][Number(vak[6]) - 1]} helft ${jaar}`
    case 'jaar':
      return String(jaar)
  }
}

/** `2023 tot en met 2025`, `vanaf 1 maart 2023`, `tot en met 2024`, of `zonder datum`. */
export function periodenaam({ van, tot }: { van?: Tijdvak | undefined; tot?: Tijdvak | undefined }): string {
  if (van !== undefined && tot !== undefined)
    return van === tot ? toonTijdvak(van) : `${toonTijdvak(van)} tot en met ${toonTijdvak(tot)}`
  if (van !== undefined) return `vanaf ${toonTijdvak(van)}`
  return tot === undefined ? 'zonder datum' : `tot en met ${toonTijdvak(tot)}`
}

/** `op 1 oktober 2022`, `in september 2023`, `in het vierde kwartaal van 2023`. */
export function wanneer(vak: Tijdvak): string {
  const precisie = precisieVan(vak)
  if (precisie === 'dag') return `op ${toonTijdvak(vak)}`
  if (precisie === 'jaar' || precisie === 'maand') return `in ${toonTijdvak(vak)}`
  return `in ${precisie === 'kwartaal' ? 'het' : 'de'} ${toonTijdvak(vak).replace(/ (?=\d{4}$)/u, ' van ')}`
}

/** De klok staat buiten elke regel: `start` geeft hem door, een test geeft een vaste dag. */
export type Klok = { nu: () => Date; vandaag: () => Datum }

const DAG_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** De dag waarop een moment in Nederland valt. */
export const dagVan = (moment: Date): Datum => datum(DAG_IN_NEDERLAND.format(moment))

export const systeemklok: Klok = {
  nu: () => new Date(),
  vandaag: () => dagVan(new Date()),
}

export function vasteKlok(moment: string): Klok {
  const nu = new Date(moment)
  return { nu: () => nu, vandaag: () => dagVan(nu) }
}
