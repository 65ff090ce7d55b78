import { type Centen, leesBedrag } from '#basis/geld.ts'
import type { Eenheid, Geldeenheid, Getaleenheid } from '#regels/motor/eenheid.ts'
import type { Expr } from '#regels/motor/expressie.ts'

/** Wat iemand moet weten om een regel te laten rekenen. `zin` past midden in een uitleg. */
type Basis = { naam: string; vraag: string; zin: string; uitleg?: string | undefined }

export type Invoerding = Basis &
  (
    | { soort: 'janee'; ja: string; nee: string; standaard?: boolean | undefined }
    | { soort: 'aantal'; minst: number; meest: number; decimalen?: 0 | 2; standaard?: number | undefined }
    | { soort: 'bedrag'; eenheid: Geldeenheid; standaard?: Centen | undefined }
    | { soort: 'procent'; minst: number; meest: number; standaard?: number | undefined }
    | { soort: 'keuze'; namen: Readonly<Record<string, string>>; standaard?: string | undefined }
  )

/** Meer dan honderd miljoen euro is een tikfout; daaronder blijft elke berekening precies. */
export const HOOGSTE_BEDRAG = 10_000_000_000

const PROCENTNOEMER = 10_000
const URENNOEMER = 100

/** De noemer van het hele getal waarin deze invoer de motor ingaat. */
export const invoernoemer = (ding: Invoerding): number =>
  ding.soort === 'procent' ? PROCENTNOEMER : ding.soort === 'aantal' && ding.decimalen === 2 ? URENNOEMER : 1

export const eenheidVan = (ding: Invoerding): Eenheid =>
  ding.soort === 'bedrag'
    ? ding.eenheid
    : ({ janee: 'waar', aantal: 'aantal', procent: 'deel', keuze: 'soort' } as const)[ding.soort]

const knoop = (naam: string) => ({ op: 'invoer' as const, naam })

export const vraagJaNee = (ding: Invoerding & { soort: 'janee' }): Expr<'waar'> => ({
  eenheid: 'waar',
  knoop: knoop(ding.naam),
})
export const vraagAantal = (ding: Invoerding & { soort: 'aantal' }): Expr<'aantal'> => ({
  eenheid: 'aantal',
  knoop: knoop(ding.naam),
})
export const vraagProcent = (ding: Invoerding & { soort: 'procent' }): Expr<'deel'> => ({
  eenheid: 'deel',
  knoop: knoop(ding.naam),
})
export const vraagBedrag = <E extends Geldeenheid & Getaleenheid>(
  ding: Invoerding & { soort: 'bedrag'; eenheid: E },
): Expr<E> => ({ eenheid: ding.eenheid, knoop: knoop(ding.naam) })
export const vraagKeuze = <K extends string>(
  ding: Invoerding & { soort: 'keuze'; namen: Readonly<Record<K, string>> },
): Expr<'soort', K> => ({
  eenheid: 'soort',
  sleutels: Object.keys(ding.namen) as K[],
  knoop: knoop(ding.naam),
})

export type Ruw = string | number | boolean | null | undefined

/** Het hele getal voor de motor, of de zin die zegt wat er niet klopt. */
export type Gelezen = { ok: true; waarde: number } | { ok: false; zin: string }

const goed = (waarde: number): Gelezen => ({ ok: true, waarde })
const fout = (zin: string): Gelezen => ({ ok: false, zin })

/** Leest één antwoord: uit een formulier (tekst) of uit JSON (getal, waar of niet waar). */
export function leesInvoer(ding: Invoerding, ruw: Ruw): Gelezen {
  switch (ding.soort) {
    case 'janee':
      if (ruw === true || ruw === 'ja') return goed(1)
      if (ruw === false || ruw === 'nee') return goed(0)
      return fout('Antwoord met ja of nee.')
    case 'keuze': {
      const plek = Object.keys(ding.namen).indexOf(String(ruw))
      return plek === -1 ? fout(`Kies uit: ${Object.keys(ding.namen).join(', ')}.`) : goed(plek)
    }
    case 'bedrag':
      return leesBedragInvoer(ruw)
    default: {
      const noemer = invoernoemer(ding)
      const getal = leesGetal(ruw)
      if (getal === undefined) return fout('Vul een getal in.')
      const heel = Math.round(getal * noemer * (ding.soort === 'procent' ? 0.01 : 1))
      const terug = (heel / noemer) * (ding.soort === 'procent' ? 100 : 1)
      if (getal < ding.minst) return fout(`Dit kan niet lager zijn dan ${ding.minst}.`)
      if (getal > ding.meest) return fout(`Dit kan niet hoger zijn dan ${ding.meest}.`)
      return Math.abs(terug - getal) < 1e-9
        ? goed(heel)
        : fout(noemer === 1 ? 'Vul een heel getal in.' : 'Gebruik hoogstens twee cijfers achter de komma.')
    }
  }
}

/** Wat er geldt als niemand de vraag beantwoordt; zonder uitgangswaarde is een antwoord nodig. */
export function uitgangswaarde(ding: Invoerding): number | undefined {
  if (ding.standaard === undefined) return undefined
  if (ding.soort === 'bedrag') return ding.standaard
  const gelezen = leesInvoer(ding, ding.standaard)
  return gelezen.ok ? gelezen.waarde : undefined
}

function leesGetal(ruw: Ruw): number | undefined {
  if (typeof ruw === 'number') return Number.isFinite(ruw) ? ruw : undefined
  if (typeof ruw !== 'string' || !/^-?\d{1,9}(?:[.,]\d{1,6})?$/u.test(ruw.trim())) return undefined
  return Number(ruw.trim().replace(',', '.'))
}

/** Een getal is een bedrag in euro; een tekst is een bedrag zoals mensen het schrijven. */
function leesBedragInvoer(ruw: Ruw): Gelezen {
  const tekst = typeof ruw === 'number' ? getalAlsTekst(ruw) : typeof ruw === 'string' ? ruw : undefined
  const cent = tekst === undefined ? undefined : leesBedrag(tekst)
  if (cent === undefined) return fout('Vul een bedrag in, zoals 1.250 of 1.250,50.')
  if (cent < 0) return fout('Dit bedrag kan niet lager zijn dan nul.')
  if (cent > HOOGSTE_BEDRAG) return fout('Dit bedrag is te hoog. Kijk of er een cijfer te veel staat.')
  return goed(cent)
}

/** `1476.64` is in JSON een getal; als tekst gelezen wordt het precies 147.664 cent. */
function getalAlsTekst(getal: number): string | undefined {
  const tekst = String(getal)
  const [heel = '', breuk = ''] = tekst.split('.')
  if (!/^-?\d+$/u.test(heel) || !/^\d{0,2}$/u.test(breuk)) return undefined
  return breuk === '' ? heel : `${heel},${breuk.padEnd(2, '0')}`
}
