import { systeemklok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import type { WebApp } from '#start/app.ts'
import { mag, ROLLEN, type Rol, type Route } from '#toegang/deur.ts'
import { logIn } from '#toegang/toegang.flow.ts'

type Plek = { app: Pick<WebApp, 'hono' | 'routes'>; host: string; db: GemeenteDb }

type Sessies = Map<Rol, string>

/** Loopt elke route met elke rol en zonder rol, en noemt elk verschil met de matrix. Leeg is goed. */
export async function rondgang(plek: Plek): Promise<string[]> {
  const verschillen: string[] = []
  const sessies: Sessies = new Map()
  for (const route of plek.app.routes)
    for (const rol of [undefined, ...ROLLEN.filter((naam) => naam !== 'inwoner')]) {
      const verwacht = mag(rol === undefined ? [] : [rol], route.handeling)
      const gezien = await komtBinnen(plek, sessies, route, rol)
      if (gezien !== verwacht)
        verschillen.push(
          `${route.methode} ${route.pad} (${route.handeling}) voor ${rol ?? 'niemand'}: ${gezien ? 'mag' : 'mag niet'}`,
        )
    }
  return verschillen
}

let volgnummer = 0

/**
 * Wat iets verandert, krijgt een verse sessie van een eigen account: sommige routes beëindigen juist die. Elke vraag
 * heeft een eigen afzender, zodat het tempo niet meedoet.
 */
async function komtBinnen(
  { app, host, db }: Plek,
  sessies: Sessies,
  route: Route,
  rol: Rol | undefined,
): Promise<boolean> {
  const n = ++volgnummer
  const headers: Record<string, string> = {
    host,
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  }
  if (rol !== undefined) {
    const bewaard = route.methode === 'GET' ? sessies.get(rol) : undefined
    const sleutel = bewaard ?? (await sessieVoor(db, rol, n))
    if (route.methode === 'GET') sessies.set(rol, sleutel)
    headers['cookie'] = `omzien=${sleutel}`
  }
  const antwoord = await app.hono.request(`http://${host}${voorbeeldpad(route.pad)}`, {
    method: route.methode,
    headers,
  })
  await antwoord.arrayBuffer()
  const naarInlog = antwoord.headers.get('location')?.startsWith('/inloggen?terug=') === true
  return !(naarInlog || antwoord.status === 401 || antwoord.status === 403)
}

async function sessieVoor(db: GemeenteDb, rol: Rol, n: number): Promise<string> {
  const identiteit = { uitgever: 'rondgang', onderwerp: `${rol} ${n}`, naam: `Rol ${rol}`, rollen: [rol] }
  const deur = { db, klok: systeemklok, verzoek: 'rondgang' }
  const uitkomst = await logIn(deur, identiteit, { onbekend: 'toelaten' })
  if (!uitkomst.ok) throw new Error(uitkomst.reden)
  return uitkomst.waarde.sleutel
}

/** Een adres dat op dit patroon past: bij een keuze de eerste, bij cijfers een cijfer, anders een woord. */
export const voorbeeldpad = (pad: string): string =>
  pad
    .replaceAll(/:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?\??/gu, (_heel, patroon: string | undefined) => {
      if (patroon === undefined) return 'onbekend'
      if (/^[\w-]+(?:\|[\w-]+)*$/u.test(patroon)) return patroon.split('|')[0] ?? ''
      return new RegExp(`^(?:${patroon})$`, 'u').test('onbekend') ? 'onbekend' : '1'
    })
    .replace(/\*$/u, 'onbekend')
