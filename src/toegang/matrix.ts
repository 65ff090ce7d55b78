/**
 * Wie mag wat: één matrix als gegevens. Wat er niet in staat, mag niet. Elke flow en elke pagina vraagt het hier;
 * een test loopt alle routes en opdrachten met alle rollen na.
 */

/** De rollen die een inlogdienst kan meegeven; `inwoner` is iedereen, ook zonder in te loggen. */
export const ROLLEN = [
  'inwoner',
  'raadslid',
  'programmamanager',
  'budgethouder',
  'financieel-adviseur',
  'college',
  'beheerder',
] as const
export type Rol = (typeof ROLLEN)[number]

const IEDEREEN: readonly Rol[] = ROLLEN
const INGELOGD: readonly Rol[] = ROLLEN.filter((rol) => rol !== 'inwoner')

export const MATRIX = {
  /** Wat elke site aan elke bezoeker geeft: opmaak, lettertypen, inlogpagina, gezondheid. */
  openbaar: IEDEREEN,
  /** Vastgestelde plannen, hun controle, de open data en de api. */
  'plan.lezen': IEDEREEN,
  /** Versies die nog concept zijn. */
  'plan.concept.lezen': ['programmamanager', 'budgethouder', 'financieel-adviseur', 'college', 'beheerder'],
  'plan.wijzigen': ['programmamanager'],
  /** Een versie vastgesteld verklaren onder verwijzing naar een besluit. */
  'plan.vaststellen': ['programmamanager'],
  'besluit.vastleggen': ['programmamanager'],
  /** Een bevinding afdoen als opgelost of bewust zo. */
  'bevinding.afdoen': ['programmamanager'],
  /** Een planbestand laten nakijken zonder het te laden. */
  'plan.bestand.controleren': INGELOGD,
  /** Eigen sessies zien en beëindigen. */
  'sessie.eigen': INGELOGD,
  /** Sessies van anderen zien en beëindigen. */
  'sessie.alle': ['beheerder'],
  /** Accounts zien en vooraf maken, voor een gemeente die onbekende mensen weigert. */
  'account.beheren': ['beheerder'],
  'logboek.lezen': ['beheerder'],
} as const satisfies Record<string, readonly Rol[]>

export type Handeling = keyof typeof MATRIX

export const isRol = (tekst: string): tekst is Rol => (ROLLEN as readonly string[]).includes(tekst)

/** Mag iemand met deze rollen dit doen? Zonder rollen geldt alleen wat een inwoner mag. */
export function mag(rollen: readonly Rol[], handeling: Handeling): boolean {
  const toegestaan: readonly Rol[] = MATRIX[handeling]
  return toegestaan.includes('inwoner') || rollen.some((rol) => toegestaan.includes(rol))
}
