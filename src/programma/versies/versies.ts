import { toonDatum } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Besluit, Plankop, Versieregel } from '#programma/plan.store.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'
import type { Stuksoort } from '#programma/stukken.ts'
import { type Veldwijziging, veldenAnders, type Wijziging } from '#programma/verschil.ts'

/** Wat de geschiedenis van een plan zegt, en wie welk deel ervan mag zien. */

export const magVersieZien = (kop: Plankop, nummer: number, magConcept: boolean): boolean =>
  nummer >= 1 && nummer <= kop.laatsteVersie && (magConcept || kop.vastgesteldeVersies.includes(nummer))

/** De versie waarmee deze lezer haar vergelijkt: de vorige die hij mag zien. */
export function vorigeVersie(kop: Plankop, nummer: number, magConcept: boolean): number | undefined {
  const vorige = magConcept ? nummer - 1 : kop.vastgesteldeVersies.findLast((eerder) => eerder < nummer)
  return vorige !== undefined && vorige >= 1 ? vorige : undefined
}

export const leesVersienummer = (tekst: string | undefined): number =>
  tekst !== undefined && /^\d{1,6}$/u.test(tekst) ? Number(tekst) : 0

export const ORGAANNAAM = {
  raad: 'gemeenteraad',
  college: 'college van burgemeester en wethouders',
  stuurgroep: 'stuurgroep',
  directie: 'directie',
  onbekend: 'orgaan niet bekend',
} as const satisfies Record<Besluit['orgaan'], string>

/** `gemeenteraad, 29 februari 2024, nummer 2024-7`. */
export function toonBesluit(besluit: Pick<Besluit, 'orgaan' | 'datum' | 'nummer'>): string {
  const dag = besluit.datum === null ? 'datum niet bekend' : toonDatum(besluit.datum)
  const nummer = besluit.nummer === null ? [] : [`nummer ${besluit.nummer}`]
  return [ORGAANNAAM[besluit.orgaan], dag, ...nummer].join(', ')
}

/** Wie een versie maakte, voor deze lezer: namen zijn er alleen voor wie aan het plan werkt. */
export const makerVan = (regel: Pick<Versieregel, 'door'>, magNamen: boolean): string =>
  magNamen && regel.door !== null ? regel.door : 'gemeente'

export type Versiestand = 'geldt' | 'gold' | 'concept'
export function versiestand(kop: Plankop, nummer: number): Versiestand {
  if (nummer === kop.vastgesteldeVersie) return 'geldt'
  return kop.vastgesteldeVersies.includes(nummer) ? 'gold' : 'concept'
}
export const STANDNAAM = {
  geldt: 'vastgesteld, geldt nu',
  gold: 'vastgesteld, gold eerder',
  concept: 'concept',
} as const satisfies Record<Versiestand, string>

export const SOORTKOP = {
  programma: 'Programma',
  doel: 'Doelen',
  groep: 'Groepen',
  onderdeel: 'Onderdelen',
  bron: 'Bronnen',
  voorganger: 'Eerdere programma’s',
  plaats: 'Plaatsen in het document',
  vermelding: 'Wat het document zegt',
  raming: 'Geld per onderdeel',
} as const satisfies Record<Stuksoort, string>

/** De pagina van een ding, als het er een heeft. */
export function dingadres(soort: Stuksoort, sleutel: string): string | undefined {
  const map: Partial<Record<Stuksoort, string>> = {
    doel: 'doelen',
    groep: 'groepen',
    onderdeel: 'onderdelen',
    raming: 'onderdelen',
    bron: 'bronnen',
    vermelding: 'vermeldingen',
  }
  return map[soort] === undefined ? undefined : `/${map[soort]}/${sleutel}`
}

/** `2 nieuw, 1 gewijzigd en niets weg`, als zin boven een lijst. */
export function telWijzigingen(wijzigingen: readonly Pick<Wijziging, 'aard'>[]): string {
  const tel = (aard: Wijziging['aard']): number => wijzigingen.filter((w) => w.aard === aard).length
  if (wijzigingen.length === 0) return 'Er is niets anders.'
  return `${telwoord(tel('nieuw'), 'ding', 'dingen')} nieuw, ${tel('gewijzigd')} gewijzigd en ${tel('weg')} weg.`
}

/** Welke bevindingen erbij komen en welke verdwijnen; dezelfde sleutel is dezelfde bevinding. */
export type Bevindingenverschil = { erbij: readonly Bevinding[]; weg: readonly Bevinding[]; gebleven: number }

export function bevindingenAnders(voor: readonly Bevinding[], na: readonly Bevinding[]): Bevindingenverschil {
  const oud = new Set(voor.map(({ sleutel }) => sleutel))
  const nieuw = new Set(na.map(({ sleutel }) => sleutel))
  const erbij = na.filter(({ sleutel }) => !oud.has(sleutel))
  return { erbij, weg: voor.filter(({ sleutel }) => !nieuw.has(sleutel)), gebleven: na.length - erbij.length }
}

/** Eén stap in de geschiedenis van een stuk. */
export type Stukstap = {
  nummer: number
  aard: Wijziging['aard']
  velden: Veldwijziging[]
}

/**
 * De geschiedenis van één stuk, nieuwste eerst. Wie alleen vastgestelde versies ziet, krijgt per vastgestelde versie
 * wat er sinds de vorige anders is: wat daartussen kwam en weer verdween, blijft van het concept.
 */
export function stukgeschiedenis(
  rijen: readonly { nummer: number; inhoud: { inhoud: unknown } | null }[],
  zichtbaar: readonly number[] | 'alle',
  noem?: Parameters<typeof veldenAnders>[2],
): Stukstap[] {
  const oplopend = rijen.toSorted((a, b) => a.nummer - b.nummer)
  const versies =
    zichtbaar === 'alle' ? oplopend.map(({ nummer }) => nummer) : zichtbaar.toSorted((a, b) => a - b)
  const stappen: Stukstap[] = []
  let voor: unknown
  for (const nummer of versies) {
    const na = oplopend.findLast((rij) => rij.nummer <= nummer)?.inhoud?.inhoud
    const velden = veldenAnders(voor, na, noem)
    const aard = voor === undefined ? 'nieuw' : na === undefined ? 'weg' : 'gewijzigd'
    if (velden.length > 0) stappen.push({ nummer, aard, velden })
    voor = na
  }
  return stappen.toReversed()
}
