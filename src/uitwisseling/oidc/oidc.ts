import * as client from 'openid-client'
import type { Klok } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  Adres,
  type Dienstweigering,
  type Identiteit,
  type Inlogdienst,
  type Onthouden,
  type Rol,
} from '#toegang/deur.ts'
import { rollenUitClaim } from '#uitwisseling/oidc/rolclaim.ts'

/**
 * Inloggen met OpenID Connect: authorization code met PKCE, state en nonce, en een id-token waarvan ook de
 * handtekening wordt nagekeken. De server onthoudt tussen heen en terug niets.
 */
export type OidcInstelling = {
  uitgever: string
  clientId: string
  clientSecret?: string | undefined
  /** Naam van de claim met rollen; een punt gaat een laag dieper (`realm_access.roles`). */
  rolclaim: string
  /** Waarde van de claim naar onze rol; wat er niet in staat, telt niet mee. */
  rollen: Readonly<Record<string, Rol>>
}

const WACHT_SECONDEN = 5
/** Sleutels van een dienst wisselen; na deze tijd leest de volgende inlog de beschrijving opnieuw. */
const BESCHRIJVING_GELDIG_MS = 3_600_000

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Zonder https kan iedereen onderweg meelezen; alleen een dienst op de eigen machine mag zonder. */
export function eisVeiligeUitgever(uitgever: string): URL {
  const adres = new URL(uitgever)
  if (adres.protocol === 'https:' || (adres.protocol === 'http:' && LOOPBACK.includes(adres.hostname)))
    return adres
  throw new Error('Een inlogdienst zonder https mag alleen op de eigen machine staan.')
}

export function maakOidc(instelling: OidcInstelling, klok: Klok): Inlogdienst {
  const uitgever = eisVeiligeUitgever(instelling.uitgever)
  const beschrijving = bewaarEven(() => leesBeschrijving(uitgever, instelling, klok), klok)
  return {
    uitgever: instelling.uitgever,
    oorsprong: uitgever.origin,
    begin: async (terugkeer) => {
      const config = await beschrijving()
      if (config === undefined) return geweigerd('dienst_onbereikbaar')
      const onthouden: Onthouden = {
        staat: client.randomState(),
        nonce: client.randomNonce(),
        bewijs: client.randomPKCECodeVerifier(),
      }
      const naar = client.buildAuthorizationUrl(config, {
        redirect_uri: terugkeer,
        scope: 'openid profile email',
        state: onthouden.staat,
        nonce: onthouden.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(onthouden.bewijs),
        code_challenge_method: 'S256',
      })
      return gelukt({ naar: naar.href, onthouden })
    },
    rondAf: async (adres, onthouden) => {
      const config = await beschrijving()
      if (config === undefined) return geweigerd('dienst_onbereikbaar')
      return rondAf(config, instelling, adres, onthouden)
    },
    einde: async (idToken, terugNaar) => {
      const config = await beschrijving()
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined
      return client.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: terugNaar,
      }).href
    },
  }
}

async function leesBeschrijving(
  uitgever: URL,
  instelling: OidcInstelling,
  klok: Klok,
): Promise<client.Configuration> {
  const scheefstand = Math.round((klok.nu().getTime() - Date.now()) / 1_000)
  const config = await client.discovery(
    uitgever,
    instelling.clientId,
    { [client.clockSkew]: scheefstand, [client.clockTolerance]: 30 },
    instelling.clientSecret === undefined ? client.None() : client.ClientSecretBasic(instelling.clientSecret),
    {
      timeout: WACHT_SECONDEN,
      execute: uitgever.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    },
  )
  client.enableNonRepudiationChecks(config)
  return config
}

/** Leest één keer en bewaart even; wat mislukt wordt niet bewaard, zodat de volgende poging opnieuw probeert. */
function bewaarEven<T>(lees: () => Promise<T>, klok: Klok): () => Promise<T | undefined> {
  let bewaard: { waarde: Promise<T>; tot: number } | undefined
  return async () => {
    const nu = klok.nu().getTime()
    if (bewaard === undefined || bewaard.tot <= nu)
      bewaard = { waarde: lees(), tot: nu + BESCHRIJVING_GELDIG_MS }
    try {
      return await bewaard.waarde
    } catch {
      bewaard = undefined
      return undefined
    }
  }
}

async function rondAf(
  config: client.Configuration,
  instelling: OidcInstelling,
  adres: string,
  onthouden: Onthouden,
): Promise<Uitkomst<Identiteit, Dienstweigering>> {
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(adres), {
      pkceCodeVerifier: onthouden.bewijs,
      expectedState: onthouden.staat,
      expectedNonce: onthouden.nonce,
      idTokenExpected: true,
    })
    const bewijs = tokens.claims()
    if (bewijs === undefined) return geweigerd('antwoord_ongeldig')
    const claims = await metProfiel(config, instelling, bewijs, tokens.access_token)
    const naam = claims['name'] ?? claims['preferred_username']
    return gelukt({
      uitgever: instelling.uitgever,
      onderwerp: bewijs.sub,
      naam: typeof naam === 'string' && naam.trim() !== '' ? naam.trim().slice(0, 200) : 'Medewerker',
      rollen: rollenUitClaim(claims, instelling.rolclaim, instelling.rollen),
      adres: adresUit(claims),
      idToken: tokens.id_token,
    })
  } catch (fout) {
    return geweigerd(redenVan(fout))
  }
}

type Claims = Readonly<Record<string, unknown>>

/** Een adres dat de dienst zelf onbevestigd noemt, gebruiken wij niet: berichten zouden bij een ander kunnen komen. */
function adresUit(claims: Claims): Adres | undefined {
  const adres = Adres.safeParse(claims['email'])
  return adres.success && claims['email_verified'] !== false ? adres.data : undefined
}

/** Niet elke dienst zet rollen en naam in het id-token; dan staan zij achter het userinfo-adres. */
async function metProfiel(
  config: client.Configuration,
  instelling: OidcInstelling,
  bewijs: client.IDToken,
  sleutel: string,
): Promise<Claims> {
  const compleet =
    rollenUitClaim(bewijs, instelling.rolclaim, instelling.rollen).length > 0 && 'name' in bewijs
  if (compleet || config.serverMetadata().userinfo_endpoint === undefined) return bewijs
  return { ...(await client.fetchUserInfo(config, sleutel, bewijs.sub)), ...bewijs }
}

/** Elke fout van de bibliotheek is een antwoord dat wij niet vertrouwen, behalve deze twee. */
function redenVan(fout: unknown): Dienstweigering {
  if (fout instanceof client.AuthorizationResponseError && fout.error === 'access_denied') return 'afgebroken'
  const oorzaak = fout instanceof Error ? fout.cause : undefined
  const onderweg = fout instanceof TypeError && fout.message === 'fetch failed'
  const verlopen = oorzaak instanceof DOMException && oorzaak.name === 'TimeoutError'
  return onderweg || verlopen ? 'dienst_onbereikbaar' : 'antwoord_ongeldig'
}
