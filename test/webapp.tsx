import { stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pino from 'pino'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakApp, type WebApp } from '#start/app.ts'
import { type Gemeente, maakGemeente } from '#start/gemeenten.ts'
import { maakServer } from '#start/web/luisteraar.ts'
import type { AppOpties } from '#start/web/opties.ts'
import { leesBestand, leesFormulier, leesGrootBestand, maakRoutes, type Routes } from '#toegang/deur.ts'

/** Een kamer die alles doet wat een echte kamer doet, om de lagen eromheen te toetsen. */
export const proefkamer = (): Routes =>
  maakRoutes()
    .get('plan.lezen', '/', (c) => c.html(<Proef tekst={c.get('bezoek').gemeente.naam} />))
    .get('plan.lezen', '/lang', (c) => c.html(<Proef tekst={'lang '.repeat(2_000)} />))
    .get('plan.lezen', '/keer', (c) => c.text(String(++keren)))
    .get('plan.lezen', '/koekje', (c) => {
      c.header('set-cookie', 'voorkeur=1')
      return c.text(String(++keren))
    })
    .get('plan.lezen', '/traag', async (c) => {
      await new Promise((klaar) => setTimeout(klaar, 300))
      return c.text('klaar')
    })
    .get('plan.lezen', '/stuk', () => {
      throw new Error('geheime binnenkant select * from rekening')
    })
    .get('plan.lezen', '/zoeken', (c) => c.html(<Proef tekst={c.req.query('zoek') ?? ''} />), {
      tempo: 'duur',
    })
    .get('plan.lezen', '/api/v1/dingen', (c) => c.json({ dingen: [1] }))
    .post('plan.wijzigen', '/api/v1/concept', (c) => c.json({ wie: c.get('bezoek').wie?.naam }))
    .get('plan.lezen', '/api/v1/stuk', () => {
      throw new Error('geheime binnenkant')
    })
    .get('plan.concept.lezen', '/concept', (c) => c.html(<Proef tekst={c.get('bezoek').wie?.naam ?? ''} />))
    .post('plan.wijzigen', '/wijzig', async (c) =>
      c.html(<Proef tekst={JSON.stringify(await leesFormulier(c))} />),
    )
    .post(
      'plan.bestand.controleren',
      '/bestand',
      async (c) => {
        const bestand = await leesBestand(c, 'bestand')
        return c.text(bestand.ok ? String(bestand.waarde.inhoud.byteLength) : bestand.reden)
      },
      { inhoud: 'bestand' },
    )
    .post(
      'plan.bestand.controleren',
      '/groot',
      async (c) => {
        const bestand = await leesGrootBestand(c, 'bestand')
        if (!bestand.ok) return c.text(bestand.reden, 400)
        const { pad, ruimOp, ...rest } = bestand.waarde
        const { size, mode } = await stat(pad)
        await ruimOp()
        return c.json({ ...rest, opSchijf: size, rechten: (mode & 0o777).toString(8), map: dirname(pad) })
      },
      { inhoud: 'groot' },
    )

let keren = 0

const Proef = (props: { tekst: string }) => (
  <html lang="nl">
    <body>
      <p>{props.tekst}</p>
    </body>
  </html>
)

/** De koppen van een formulier dat de browser van de eigen pagina verstuurt. */
export const FORMULIER = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

let volgnummer = 5_000

export type Proefsite = WebApp & { een: Gemeente; ander: Gemeente; regels: Record<string, unknown>[] }

/** Een app met twee verse gemeenten, bereikbaar op `<code>.localhost`. */
export async function maakProefsite(databank: Databank, eigen: Partial<AppOpties> = {}): Promise<Proefsite> {
  const gemeenten: Gemeente[] = [1, 2].map(() => {
    const code = `gm${++volgnummer}`
    return { code, naam: `Proef ${code}`, hosts: [`${code}.localhost`] }
  })
  for (const gemeente of gemeenten) {
    const uitkomst = await maakGemeente(databank, gemeente)
    if (!uitkomst.ok) throw new Error(uitkomst.reden)
  }
  const [een, ander] = gemeenten
  if (een === undefined || ander === undefined) throw new Error('twee gemeenten verwacht')
  const regels: Record<string, unknown>[] = []
  const app = maakApp({
    databank,
    gemeenten: () => gemeenten,
    klok: systeemklok,
    naSchrijven: () => undefined,
    log: pino({ base: null }, { write: (regel: string) => void regels.push(JSON.parse(regel)) }),
    versie: '0.0.0',
    veilig: false,
    demo: true,
    proxy: false,
    inlogdienst: () => undefined,
    kop: (gemeente) => `${gemeente} stand 1`,
    schil: ({ bezoek, pad }) => ({
      gemeente: bezoek?.gemeente.naam ?? 'Omzien',
      programma: 'Proef',
      thuis: '/',
      nav: [{ tekst: 'Overzicht', href: '/', actief: pad === '/' }],
      wie: bezoek?.wie && { naam: bezoek.wie.naam, uitlogActie: '/uitloggen' },
      voet: { links: [] },
    }),
    invoer: { map: join(tmpdir(), `omzien-proef-${process.pid}`), grootste: 3_000_000 },
    kamers: [{ prefix: '/', routes: proefkamer() }],
    ...eigen,
  })
  return { ...app, een, ander, regels }
}

/** Luistert op een vrije poort van de eigen machine. */
export async function luister(
  app: WebApp,
): Promise<{ poort: number; server: Server; stop: () => Promise<void> }> {
  const server = maakServer(app.luisteraar)
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  return {
    poort: (server.address() as AddressInfo).port,
    server,
    stop: () =>
      new Promise((klaar) => {
        server.close(() => klaar())
        server.closeAllConnections()
      }),
  }
}

/** Logt met de demo in en geeft de cookie terug zoals een browser haar zou meesturen. */
export async function logInAls(app: Pick<WebApp, 'hono'>, host: string, rol: string): Promise<string> {
  const antwoord = await app.hono.request(`http://${host}/inloggen/demo`, {
    method: 'POST',
    headers: { ...FORMULIER, host },
    body: new URLSearchParams({ rol, terug: '/concept' }),
  })
  const koekje = antwoord.headers.getSetCookie().find((regel) => regel.startsWith('omzien='))
  if (koekje === undefined) throw new Error(`niet ingelogd: ${antwoord.status}`)
  return koekje.split(';')[0] ?? ''
}
