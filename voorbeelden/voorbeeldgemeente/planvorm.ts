/**
 * De bouwstenen van het verzonnen programma van gemeente Voorbeeld. Alles hier is bedacht: de dorpen bestaan niet, de
 * bedragen zijn van niemand. De opzet volgt die van een echt programmaplan, zodat de schermen laten zien wat zij kunnen.
 */

/** De eerste vaststelling, of de bijstelling van 2024. */
export type Planversie = 1 | 2

/** Gewichten per bron; `null` is nog te verdelen over de bronnen. */
export type Verdeling = Readonly<Record<string, number>> | null

export type Onderdeeldeel = {
  code: string | null
  id: string
  titel: string
  groep: string
  ouder?: string
  doel: string
  doelen: readonly string[]
  van: string
  tot: string
  planning?: string
  mijlpalen?: readonly { id: string; wat: string; wanneer: string }[]
  partners?: readonly string[]
  eigenaarrol?: string
  aard: 'incidenteel' | 'structureel'
  verdeling: Verdeling
  /** Hele euro's, van 2022 tot en met 2026. */
  euro?: readonly [number, number, number, number, number]
}

export const RESERVE = 'reserve-sociaal-domein'
export const BEGROTING = 'begroting'
export const RIJK = 'bijdrage-rijk'
export const SALDO = 'saldo-beschermd-wonen-2021'
export const REST = 'rest-vorig-programma'
export const PROVINCIE = 'provincie-leefbare-dorpen'
