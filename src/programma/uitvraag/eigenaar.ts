import type { Datum } from '#basis/datum.ts'
import { type Mandaat, mandaatGeldt } from '#grootboek/deur.ts'

/**
 * Wie de voortgang van een onderdeel invult. Eerst wie is aangewezen, dan wie een mandaat op dit onderdeel heeft, dan
 * iedere budgethouder. Is wie was aangewezen weg, dan komt de taak zichtbaar bij de programmamanager.
 */

export type Aanwijzing = {
  onderdeel: string
  volgnr: number
  /** `null`: wie dit deed is weg, en er is nog niemand anders. */
  account: string | null
  naam: string | null
}

/** Rollen waarmee iemand voortgang kan invullen. */
export const INVULROLLEN = ['programmamanager', 'budgethouder', 'financieel-adviseur'] as const
export const REGIEROL = 'programmamanager'
const TERUGVALROL = 'budgethouder'

export type Eigenaar =
  | { soort: 'persoon'; account: string; waarom: 'aangewezen' | 'mandaat' }
  | { soort: 'rol'; rol: string; waarom: 'mandaat' | 'niemand' }
  | { soort: 'regie'; waarom: 'vertrokken' | 'geen_rol' }

export type Eigenaarvraag = {
  aanwijzingen: ReadonlyMap<string, Aanwijzing>
  mandaten: readonly Mandaat[]
  /** Wie bij de laatste inlog een rol had waarmee men kan invullen. */
  invullers: ReadonlySet<string>
  vandaag: Datum
}

export function eigenaarVan(onderdeel: string, vraag: Eigenaarvraag): Eigenaar {
  const { invullers } = vraag
  const aanwijzing = vraag.aanwijzingen.get(onderdeel)
  if (aanwijzing !== undefined) {
    if (aanwijzing.account === null) return { soort: 'regie', waarom: 'vertrokken' }
    return invullers.has(aanwijzing.account)
      ? { soort: 'persoon', account: aanwijzing.account, waarom: 'aangewezen' }
      : { soort: 'regie', waarom: 'geen_rol' }
  }
  // Een mandaat voor het hele programma zegt niet van wie dit ene onderdeel is.
  const eigen = vraag.mandaten.filter(
    (mandaat) => mandaat.onderdeel === onderdeel && mandaatGeldt(mandaat, vraag.vandaag),
  )
  const persoon = eigen.find(({ account }) => account !== null && invullers.has(account))?.account
  if (persoon !== undefined && persoon !== null)
    return { soort: 'persoon', account: persoon, waarom: 'mandaat' }
  const rol = eigen.find((mandaat) => mandaat.account === null && isInvulrol(mandaat.rol))?.rol
  if (rol !== undefined && rol !== null) return { soort: 'rol', rol, waarom: 'mandaat' }
  if (eigen.some(({ account }) => account !== null)) return { soort: 'regie', waarom: 'geen_rol' }
  return { soort: 'rol', rol: TERUGVALROL, waarom: 'niemand' }
}

const isInvulrol = (rol: string | null): boolean => INVULROLLEN.some((een) => een === rol)

type Wie = { account: string; rollen: readonly string[] }

/** Staat dit op iemands lijst? */
export function isVan(eigenaar: Eigenaar, wie: Wie): boolean {
  switch (eigenaar.soort) {
    case 'persoon':
      return eigenaar.account === wie.account
    case 'rol':
      return wie.rollen.includes(eigenaar.rol)
    case 'regie':
      return wie.rollen.includes(REGIEROL)
  }
}

/** Mag iemand dit invullen? De programmamanager mag altijd inspringen. */
export const magInvullen = (eigenaar: Eigenaar, wie: Wie): boolean =>
  isVan(eigenaar, wie) || wie.rollen.includes(REGIEROL)
