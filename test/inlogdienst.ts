import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import type { Proefsite } from '#test/webapp.tsx'

export const CLIENT = { clientId: 'omzien', clientSecret: 'geheim-voor-de-test' }
export const ROLLEN = { 'GRP-PM': 'programmamanager', 'GRP-RAAD': 'raadslid' } as const
export const MENSEN: Record<string, { name: string; roles: string[] }> = {
  manager: { name: 'Rol manager', roles: ['GRP-PM', 'GRP-ONBEKEND'] },
  dubbel: { name: 'Rol dubbel', roles: ['GRP-RAAD', 'GRP-PM'] },
  zonder: { name: 'Rol zonder', roles: ['GRP-ONBEKEND', 'beheerder'] },
}

/** Een echte inlogdienst; `wie` bepaalt wie er zogenaamd zijn wachtwoord intikt, leeg is afbreken. */
export async function startDienst(hosts: readonly string[], { inIdToken }: { inIdToken: boolean }) {
  const stand = { wie: 'manager' as string | undefined }
  let behandel: ReturnType<Provider['callback']> | undefined
  const server: Server = createServer((vraag, antwoord) => void behandel?.(vraag, antwoord))
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const uitgever = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const dienst = new Provider(uitgever, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: hosts.map((host) => `http://${host}/inloggen/terug`),
        post_logout_redirect_uris: hosts.map((host) => `http://${host}/`),
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'] },
    conformIdTokenClaims: !inIdToken,
    cookies: { keys: ['proef'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: async (ctx, formulier) => {
          ctx.body = `<!doctype html><title>Uitloggen</title>${formulier}`
        },
      },
    },
    interactions: { url: (_ctx, interactie) => `/interactie/${interactie.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...MENSEN[sub] }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  dienst.on('server_error', (_ctx, fout) => console.error(fout))
  const gewoon = dienst.callback()
  behandel = async (vraag, antwoord) => {
    if (!vraag.url?.startsWith('/interactie/')) return gewoon(vraag, antwoord)
    const uitkomst =
      stand.wie === undefined ? { error: 'access_denied' } : { login: { accountId: stand.wie } }
    await dienst.interactionFinished(vraag, antwoord, uitkomst, { mergeWithLastSubmission: false })
  }
  return {
    uitgever,
    stand,
    stop: () =>
      new Promise<void>((klaar) => {
        server.close(() => klaar())
        server.closeAllConnections()
      }),
  }
}

export type Browser = ReturnType<typeof maakBrowser>

/** Een browser: volgt doorverwijzingen, onthoudt cookies per site. Onze app draait erin zonder poort. */
export function maakBrowser(app?: Pick<Proefsite, 'hono'>) {
  const koekjes = new Map<string, Map<string, string>>()
  const bezocht: string[] = []
  const eenmaal = async (adres: string, init: RequestInit = {}): Promise<Response> => {
    const { origin, host } = new URL(adres)
    const pot = koekjes.get(origin) ?? new Map<string, string>()
    koekjes.set(origin, pot)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...pot].map(([naam, waarde]) => `${naam}=${waarde}`).join('; '))
    if (init.method === 'POST') headers.set('origin', origin)
    headers.set('host', host)
    bezocht.push(adres)
    const antwoord =
      app !== undefined && host.endsWith('.localhost')
        ? await app.hono.request(adres, { ...init, headers })
        : await fetch(adres, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    for (const regel of antwoord.headers.getSetCookie()) {
      const [paar = ''] = regel.split(';')
      const [naam = '', waarde = ''] = [paar.slice(0, paar.indexOf('=')), paar.slice(paar.indexOf('=') + 1)]
      if (/max-age=0|expires=Thu, 01 Jan 1970/iu.test(regel)) pot.delete(naam)
      else pot.set(naam, waarde)
    }
    return antwoord
  }
  const volg = async (begin: string, stop = (_adres: string): boolean => false, init: RequestInit = {}) => {
    let adres = begin
    let antwoord = await eenmaal(adres, init)
    for (let i = 0; i < 12; i++) {
      const naar = antwoord.headers.get('location')
      if (naar === null) break
      adres = new URL(naar, adres).href
      if (stop(adres)) break
      antwoord = await eenmaal(adres)
    }
    return { adres, antwoord }
  }
  return { eenmaal, volg, koekjes, bezocht }
}
