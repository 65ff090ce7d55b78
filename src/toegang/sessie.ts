import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Id } from '#basis/id.ts'
import { ROLLEN, type Rol } from '#toegang/matrix.ts'

/** Regels van een inlogsessie. Een werkdag lang geldig, en eerder voorbij voor wie wegloopt van zijn scherm. */

const UUR_MS = 3_600_000
export const SESSIE_DUUR_MS = 12 * UUR_MS
export const STIL_DUUR_MS = 2 * UUR_MS
/** Vaker bijwerken dat iemand er nog is, kost bij elk verzoek een schrijfactie en zegt niets meer. */
const GEZIEN_NAUWKEURIG_MS = 5 * 60_000

export const Sessie = z.object({
  id: Id,
  account: Id,
  naam: z.string(),
  rollen: z.array(z.enum(ROLLEN)),
  gemaaktOp: z.date(),
  gezienOp: z.date(),
  verlooptOp: z.date(),
  ingetrokkenOp: z.date().nullable(),
})
export type Sessie = z.infer<typeof Sessie>

type Tijden = Pick<Sessie, 'gezienOp' | 'verlooptOp' | 'ingetrokkenOp'>

export const isGeldig = (sessie: Tijden, nu: Date): boolean =>
  sessie.ingetrokkenOp === null && nu < sessie.verlooptOp && nu < stilTot(sessie)

const stilTot = (sessie: Tijden): Date => new Date(sessie.gezienOp.getTime() + STIL_DUUR_MS)

export const eindeVan = (begin: Date): Date => new Date(begin.getTime() + SESSIE_DUUR_MS)

export const isGezienVerouderd = (sessie: Tijden, nu: Date): boolean =>
  nu.getTime() - sessie.gezienOp.getTime() > GEZIEN_NAUWKEURIG_MS

/** Een sleutel uit een cookie, een kop of een link: 32 willekeurige bytes in base64url. */
export const isSleutel = (tekst: string): boolean => /^[\w-]{43}$/u.test(tekst)

/** Wat er van een geheime sleutel bewaard wordt: de database kent de sleutel zelf niet. */
export const sleutelHash = (sleutel: string): Buffer => createHash('sha256').update(sleutel).digest()

/** Rollen waarmee iemand kan inloggen: wat de dienst gaf, zonder dubbele en zonder `inwoner` (dat is iedereen). */
export const inlogrollen = (rollen: readonly Rol[]): Rol[] =>
  ROLLEN.filter((rol) => rol !== 'inwoner' && rollen.includes(rol))

const EIGEN = 'http://eigen.invalid'

/**
 * Waarheen na het inloggen: alleen een pad op deze site, anders de eerste pagina. Een volledig adres, `//elders` en
 * `/\elders` zouden iemand na het inloggen op een vreemde site brengen.
 */
export function lokaalPad(gevraagd: string | undefined): string {
  if (gevraagd === undefined || gevraagd.length > 2_000 || !gevraagd.startsWith('/')) return '/'
  if (!URL.canParse(gevraagd, EIGEN)) return '/'
  const adres = new URL(gevraagd, EIGEN)
  if (adres.origin !== EIGEN || adres.pathname.startsWith('//')) return '/'
  return /^\/(?:inloggen|uitloggen)(?:\/|$)/u.test(adres.pathname) ? '/' : adres.pathname + adres.search
}
