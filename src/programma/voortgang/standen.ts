/** De woorden waarmee een onderdeel zegt hoe het ervoor staat. */

export const ASPECTEN = ['inhoud', 'tijd', 'geld'] as const
export type Aspect = (typeof ASPECTEN)[number]

export const ASPECTNAAM = { inhoud: 'Inhoud', tijd: 'Tijd', geld: 'Geld' } as const satisfies Record<
  Aspect,
  string
>

export const STANDWOORDEN = [
  'op-koers',
  'let-op',
  'bijsturen',
  'gestopt',
  'afgerond',
  'geen-gegevens',
] as const
export type Standwoord = (typeof STANDWOORDEN)[number]

export const STANDNAAM = {
  'op-koers': 'Op koers',
  'let-op': 'Let op',
  bijsturen: 'Bijsturen',
  gestopt: 'Gestopt',
  afgerond: 'Afgerond',
  'geen-gegevens': 'Geen gegevens',
} as const satisfies Record<Standwoord, string>

/** Wat een regel voorstelt, met de zin waarmee zij dat uitlegt. */
export type Standvoorstel = {
  stand: Standwoord
  regel: string
  /** Te ver van wat er afgesproken is: dan moet wie indient uitleggen hoe dat komt. */
  afwijkt: boolean
}

/** Van wat het meest vraagt naar wat niets meer vraagt. */
const ZWAARTE: readonly Standwoord[] = [
  'bijsturen',
  'let-op',
  'gestopt',
  'op-koers',
  'afgerond',
  'geen-gegevens',
]

/** Het woord dat het meest aandacht vraagt; zonder gegevens telt alleen als er niets anders is. */
export const ergsteStand = (standen: readonly Standwoord[]): Standwoord =>
  ZWAARTE.find((woord) => standen.includes(woord)) ?? 'geen-gegevens'
