import { z } from 'zod'

/**
 * Een bericht dat per e-mail de deur uit moet. Hier staat wat er met een bericht gebeurt na een poging; de bezorger
 * zelf is een poort, want hoe post reist weet alleen `uitwisseling`.
 */

/** Een e-mailadres dat nooit een kop van een bericht kan openbreken: geen stuurtekens, geen lijst, geen naam erbij. */
export const Adres = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((adres) => {
    const apenstaart = adres.lastIndexOf('@')
    return adres.slice(0, apenstaart) + adres.slice(apenstaart).toLowerCase()
  })
  .brand('Adres')
export type Adres = z.infer<typeof Adres>

/** Eén regel: een titel kan een regeleinde bevatten, en dat hoort niet in een onderwerp. */
export const alsRegel = (tekst: string, hoogstens = 200): string =>
  tekst
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .trim()
    .slice(0, hoogstens)

export const BERICHTSTANDEN = ['wacht', 'verzonden', 'opgegeven'] as const
export type Berichtstand = (typeof BERICHTSTANDEN)[number]

/** Waarom een poging niet lukte. De eerste groep ligt aan de mailserver, de tweede aan dit ene bericht. */
export const SERVERREDENEN = [
  'server_onbereikbaar',
  'server_weigert_inlog',
  'server_onveilig',
  'server_weigert',
] as const
export const BERICHTREDENEN = ['even_niet', 'adres_geweigerd', 'bericht_geweigerd'] as const
/** Redenen die wij zelf vaststellen, zonder de mailserver. */
export const EIGEN_REDENEN = ['geen_adres', 'afgebroken', 'te_oud', 'ingetrokken'] as const

export const REDENEN = [...SERVERREDENEN, ...BERICHTREDENEN, ...EIGEN_REDENEN] as const
export type Reden = (typeof REDENEN)[number]
export type Bezorgreden = (typeof SERVERREDENEN)[number] | (typeof BERICHTREDENEN)[number]

export const isServerreden = (reden: Reden): boolean => (SERVERREDENEN as readonly string[]).includes(reden)

/** Hoe lang er gewacht wordt na de eerste, tweede … mislukte poging; daarna is het bericht opgegeven. */
const MINUUT = 60_000
export const WACHTTIJDEN_MS = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60].map(
  (minuten) => minuten * MINUUT,
)
export const MEESTE_POGINGEN = WACHTTIJDEN_MS.length + 1

/** Zo lang is een bericht voor één bezorger; ruim boven de langste poging, dus alleen een omgevallen proces haalt het. */
export const LEENTIJD_MS = 3 * MINUUT

const DAG_MS = 24 * 60 * MINUUT
/** Een bericht van een maand oud is geen nieuws meer: zonder mailserver blijft persoonlijke tekst niet eindeloos liggen. */
export const TE_OUD_NA_DAGEN = 30
export const teOudVoor = (nu: Date): Date => new Date(nu.getTime() - TE_OUD_NA_DAGEN * DAG_MS)
export const wisbaarVoor = (nu: Date, bewaarDagen: number): Date =>
  new Date(nu.getTime() - bewaarDagen * DAG_MS)

export type Vervolg = { stand: 'opgegeven' } | { stand: 'wacht'; op: Date }

/** Bij deze redenen heeft nog eens proberen geen zin: het ligt aan het adres of aan het bericht. */
const METEEN_KLAAR: readonly Reden[] = ['adres_geweigerd', 'bericht_geweigerd', 'geen_adres', 'te_oud']

/** Wat er gebeurt na een mislukte poging; `pogingen` telt deze mee. */
export function vervolgNa(reden: Reden, pogingen: number, nu: Date): Vervolg {
  const wachten = WACHTTIJDEN_MS[pogingen - 1]
  if (METEEN_KLAAR.includes(reden) || wachten === undefined) return { stand: 'opgegeven' }
  return { stand: 'wacht', op: new Date(nu.getTime() + wachten) }
}
