import type { Proefapp } from '#test/webapp.tsx'
import { logInAls } from '#test/webapp.tsx'
import { mag, ROLLEN, type Rol, type Route } from '#toegang/deur.ts'

/** Loopt elke route met elke rol en zonder rol, en noemt elk verschil met de matrix. Leeg is goed. */
export async function rondgang(app: Pick<Proefapp, 'hono' | 'routes'>, host: string): Promise<string[]> {
  const verschillen: string[] = []
  for (const route of app.routes)
    for (const rol of [undefined, ...ROLLEN.filter((naam) => naam !== 'inwoner')]) {
      const verwacht = mag(rol === undefined ? [] : [rol], route.handeling)
      const gezien = await komtBinnen(app, host, route, rol)
      if (gezien !== verwacht)
        verschillen.push(
          `${route.methode} ${route.pad} (${route.handeling}) voor ${rol ?? 'niemand'}: ${gezien ? 'mag' : 'mag niet'}`,
        )
    }
  return verschillen
}

/** Elke vraag krijgt een verse sessie: sommige routes beëindigen juist die. */
async function komtBinnen(
  app: Pick<Proefapp, 'hono'>,
  host: string,
  route: Route,
  rol: Rol | undefined,
): Promise<boolean> {
  const headers: Record<string, string> = { host, 'sec-fetch-site': 'same-origin' }
  if (rol !== undefined) headers['cookie'] = await logInAls(app, host, rol)
  const pad = route.pad.replaceAll(/:\w+(?:\{[^}]*\})?\??/gu, 'onbekend').replace(/\*$/u, 'onbekend')
  const antwoord = await app.hono.request(`http://${host}${pad}`, { method: route.methode, headers })
  await antwoord.arrayBuffer()
  const naarInlog = antwoord.headers.get('location')?.startsWith('/inloggen?terug=') === true
  return !(naarInlog || antwoord.status === 401 || antwoord.status === 403)
}
