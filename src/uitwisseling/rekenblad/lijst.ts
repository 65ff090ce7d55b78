import { DINGSOORTEN, type Ding } from '#programma/deur.ts'

/** Tussen aanhalingstekens als de lezer het anders in stukken zou knippen of bijsnijden. */
const ZET_AANHALING = /^["\s]|\s$|[;\n\r]|^$/u

/** Namen in één cel, leesbaar gescheiden: `GGD; "Zorg; en meer"; De Brug`. */
export const schrijfLijst = (namen: readonly string[]): string =>
  namen.map((naam) => (ZET_AANHALING.test(naam) ? `"${naam.replaceAll('"', '""')}"` : naam)).join('; ')

const AANGEHAALD = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?=[;\n]|$)/uy
const KAAL = /[^;\n]*/uy

/** Keert `schrijfLijst` om; een nieuwe regel in de cel scheidt ook, en lege stukken tellen niet. */
export function leesLijst(cel: string): string[] {
  const namen: string[] = []
  for (let plaats = 0; plaats < cel.length; plaats++) {
    AANGEHAALD.lastIndex = plaats
    const aangehaald = AANGEHAALD.exec(cel)
    KAAL.lastIndex = plaats
    const kaal = aangehaald === null ? (KAAL.exec(cel)?.[0] ?? '') : aangehaald[0]
    const naam = aangehaald === null ? kaal.trim() : (aangehaald[1] ?? '').replaceAll('""', '"')
    if (naam !== '') namen.push(naam)
    plaats += kaal.length
  }
  return namen
}

export const schrijfDing = ({ soort, id }: Ding): string => `${soort}: ${id}`

/** `onderdeel: inloop` in soort en naam; zonder soort alleen de naam. */
export function splitsDing(cel: string): { soort: Ding['soort'] | undefined; naam: string } {
  const [voor = '', ...rest] = cel.split(':')
  const soort = DINGSOORTEN.find((kandidaat) => kandidaat === voor.trim().toLowerCase())
  return soort === undefined ? { soort, naam: cel.trim() } : { soort, naam: rest.join(':').trim() }
}

/** Een lege tekst die iets anders is dan niets, staat als `""` in de cel. */
export const schrijfTekstOfNiets = (waarde: string): string =>
  /^(?:""+)?$/u.test(waarde) ? `""${waarde}` : waarde

export const leesTekstOfNiets = (cel: string): string => (/^""+$/u.test(cel) ? cel.slice(2) : cel)

/** Excel neemt niet meer dan 32.767 tekens in een cel aan. */
const GROOTSTE_STUK = 30_000

/** Knipt lange tekst voor vervolgcellen, nooit door een teken van twee helften heen. */
export function knip(lang: string): string[] {
  const stukken: string[] = []
  for (let begin = 0; begin < lang.length; ) {
    const grens = begin + GROOTSTE_STUK
    const opHelft = grens < lang.length && /[\ud800-\udbff]/.test(lang.charAt(grens - 1))
    const eind = opHelft ? grens - 1 : grens
    stukken.push(lang.slice(begin, eind))
    begin = eind
  }
  return stukken
}
