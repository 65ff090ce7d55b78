import { type Datum, datum } from '#basis/datum.ts'
import type { Gevraagd, Overlegorgaan, Puntsoort, Puntuitkomst, Vervolg } from '#programma/overleg/overleg.ts'

/** De vorm waarin het verhaal van de overleggen is opgeschreven. */

export type Actieverhaal = {
  wat: string
  rol: string
  /** Zoveel dagen na het overleg moet het klaar zijn. */
  dagen: number
  /** Zoveel dagen na het overleg was het klaar; zonder is het dat nog niet. */
  klaar?: number
  /** Op de laatste dag zoveel dagen uitgesteld. */
  verzet?: number
}
export type Puntverhaal = {
  titel: string
  gevraagd: Gevraagd
  over?: readonly [Exclude<Puntsoort, 'vrij'>, string]
  toelichting?: string
  vervolg?: Vervolg
  /** Zonder: besloten als daarom is gevraagd, anders besproken. */
  uitkomst?: Puntuitkomst
  conclusie?: string
  besluit?: string
  acties?: readonly Actieverhaal[]
}
export type Bijeenkomst = {
  orgaan: Overlegorgaan
  dag: Datum
  verzetVan?: Datum
  punten: readonly Puntverhaal[]
}

export const stuurgroep = (dag: string, ...punten: Puntverhaal[]): Bijeenkomst => ({
  orgaan: 'stuurgroep',
  dag: datum(dag),
  punten,
})
export const onderdeel = (id: string) => ['onderdeel', id] as const
export const risico = (nummer: number) => ['risico', String(nummer)] as const
export const mijlpaal = (waar: string) => ['mijlpaal', waar] as const

export const actie = (
  wat: string,
  rol: string,
  dagen: number,
  klaar?: number,
  verzet?: number,
): Actieverhaal => ({
  wat,
  rol,
  dagen,
  ...(klaar !== undefined && { klaar }),
  ...(verzet !== undefined && { verzet }),
})
export const besluit = (
  titel: string,
  over: Puntverhaal['over'],
  vervolg: Vervolg,
  ...acties: Actieverhaal[]
): Puntverhaal => ({ titel, gevraagd: 'besluit', ...(over && { over }), vervolg, acties })
export const bespreek = (
  titel: string,
  over: Puntverhaal['over'],
  conclusie: string,
  ...acties: Actieverhaal[]
): Puntverhaal => ({ titel, gevraagd: 'bespreking', ...(over && { over }), conclusie, acties })
