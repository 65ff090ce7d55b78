import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { systeemklok } from '#basis/datum.ts'
import { type Databank, type GemeenteDb, openPglite, openPostgres } from '#basis/db.ts'
import { findKop } from '#grootboek/deur.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { migreerAlles } from '#start/migreer.ts'
import { testBezoek } from '#test/bezoek.ts'
import { startPostgres } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { type Omgeving, opdracht } from '#test/uitval/proces.ts'
import { maakApisleutel } from '#toegang/deur.ts'

/** Een verse gegevensmap of database met een vastgesteld plan, en een api-sleutel van de financieel adviseur. */
export type Opzet = {
  omgeving: Omgeving
  sleutel: string
  /** Boekingen die er al zijn voordat de proef begint. */
  begin: number
  ruimOp: () => Promise<void>
}

const GEMEENTE = 'gm0001'

async function vul(databank: Databank): Promise<{ sleutel: string; begin: number }> {
  await migreerAlles(databank)
  const gemaakt = await maakGemeente(databank, { code: GEMEENTE, naam: 'Proef', hosts: [] })
  assert.ok(gemaakt.ok)
  const db = databank.gemeente(GEMEENTE)
  await laadVastgesteld(db, kleinPlan(GEMEENTE))
  const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: systeemklok }
  const sleutel = await maakApisleutel(beheerder, { naam: 'Proef', rol: 'financieel-adviseur', dagen: 1 })
  assert.ok(sleutel.ok)
  const { nr } = await db.lees(findKop)
  await databank.sluit()
  return { sleutel: sleutel.waarde.sleutel, begin: nr }
}

export async function zetOp(soort: 'ingebed' | 'server'): Promise<Opzet> {
  const map = mkdtempSync(join(tmpdir(), 'omzien-uitval-'))
  const ruimMapOp = (): void => rmSync(map, { recursive: true, force: true })
  if (soort === 'ingebed') {
    const gevuld = await vul(await openPglite(join(map, 'postgres')))
    return { ...gevuld, omgeving: { OMZIEN_GEGEVENS: map }, ruimOp: async () => ruimMapOp() }
  }
  const server = await startPostgres()
  const naam = `uitval_${process.pid}_${Date.now()}`
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${naam}`)
  await client.end()
  const adres = new URL(server.url)
  adres.pathname = `/${naam}`
  const gevuld = await vul(await openPostgres(adres.href))
  return {
    ...gevuld,
    omgeving: { OMZIEN_GEGEVENS: map, DATABASE_URL: adres.href },
    ruimOp: async () => {
      await server.stop()
      ruimMapOp()
    },
  }
}

/** Opent de database van een proef waarin nu niets draait. */
export async function metGemeente<T>(omgeving: Omgeving, doe: (db: GemeenteDb) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, OMZIEN_GEGEVENS: map = '' } = omgeving
  const databank = await (url === undefined ? openPglite(join(map, 'postgres')) : openPostgres(url))
  try {
    return await doe(databank.gemeente(GEMEENTE))
  } finally {
    await databank.sluit()
  }
}

const Verslag = z.object({
  goed: z.boolean(),
  eerste: z.unknown(),
  geteld: z.object({ boekingen: z.int(), regels: z.int() }),
})

/** Rekent het hele journaal na met de gewone opdracht, naast een lopende server; geeft hoeveel boekingen er staan. */
export async function rekenNa(omgeving: Omgeving): Promise<number> {
  const { code, uit, zeg } = await opdracht(omgeving, 'boek', 'controleer', '--json')
  assert.equal(code, 0, `${zeg}${uit}`)
  const verslag = Verslag.parse(JSON.parse(uit))
  assert.ok(verslag.goed, JSON.stringify(verslag.eerste))
  return verslag.geteld.boekingen
}

/** Hoe vaak er iets moet vallen: kort in `npm test`, lang met `npm run test:uitval`. */
export const keren = (kort: number): number => Number(process.env['UITVAL_KEREN'] ?? kort)
