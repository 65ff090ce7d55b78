import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import {
  controleerJournaal,
  findPostsaldi,
  findTijdstip,
  leesInhoud,
  maakBoekhouder,
  naamVan,
  schrijfJournaal,
} from '#grootboek/deur.ts'
import { startPostgres, verseGemeente, verseServerDatabank } from '#test/databanken.ts'
import { boekLos } from '#test/grootboek-geschiedenis.ts'

/** Alleen op een server: de ingebedde database heeft één verbinding en kan deze wedlopen niet laten zien. */
const HIER = 6
const PER_SCHRIJVER = 1_250

async function anderProces(url: string, gemeente: string, begin: number): Promise<number[]> {
  const argumenten = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    'tsx',
    'test/grootboek-schrijver.ts',
  ]
  const proces = spawn(
    process.execPath,
    [...argumenten, url, gemeente, String(PER_SCHRIJVER), String(begin)],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 120_000 },
  )
  let uit = ''
  proces.stdout.on('data', (deel: Buffer) => (uit += deel))
  const [code] = (await once(proces, 'close')) as [number | null]
  assert.equal(code, 0)
  return JSON.parse(uit) as number[]
}

describe('acht schrijvers tegelijk', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let databank: Awaited<ReturnType<typeof verseServerDatabank>>
  before(async () => {
    server = await startPostgres()
    databank = await verseServerDatabank(server.url)
  })
  after(async () => {
    await databank.sluit()
    await server.stop()
  })

  /** Vraagt onderwijl steeds de stand van nu, en later of die er nog net zo uitziet. */
  async function leesMee(db: GemeenteDb, klaar: () => boolean) {
    const gezien: { nr: number; stand: string }[] = []
    while (!klaar()) {
      await db.lees(async (lezer) => {
        const tijdstip = await findTijdstip(lezer, {})
        gezien.push({
          nr: tijdstip.bekendNr,
          stand: JSON.stringify(await findPostsaldi(lezer, tijdstip)),
        })
      })
      await new Promise((verder) => setTimeout(verder, 150))
    }
    return gezien
  }

  test('10.000 boekingen: zonder gaten, keten heel, saldi gelijk aan het herspeelde journaal', async () => {
    const db = await verseGemeente(databank)
    let bezig = true
    const lezer = leesMee(db, () => !bezig)
    const tussendoor = new Promise((klaar) => setTimeout(klaar, 500)).then(() => controleerJournaal(db))
    const nummers = await Promise.all([
      // Elke boekhouder heeft zijn eigen rondes, zoals elk proces er een heeft.
      ...Array.from({ length: HIER }, (_, i) =>
        boekLos(maakBoekhouder({ fotoElke: 1_000 }), db, systeemklok, {
          aantal: PER_SCHRIJVER,
          begin: i,
        }),
      ),
      anderProces(databank.url, db.schema, 100),
      anderProces(databank.url, db.schema, 200),
    ])
    bezig = false
    const aantal = (HIER + 2) * PER_SCHRIJVER
    assert.deepEqual(
      nummers.flat().toSorted((een, twee) => een - twee),
      Array.from({ length: aantal }, (_, i) => i + 1),
    )
    assert.ok((await tussendoor).goed)
    const { goed, eerste, geteld } = await controleerJournaal(db)
    assert.ok(goed, JSON.stringify(eerste))
    assert.deepEqual([geteld.boekingen, geteld.fotos], [aantal, aantal / 1_000])

    const [, ...regels] = (await Array.fromAsync(schrijfJournaal(db))).join('').trimEnd().split('\n')
    const saldi = new Map<string, number>()
    for (const regel of regels.slice(0, -1))
      for (const { rekening, bedragCent } of leesInhoud((JSON.parse(regel) as { inhoud: string }).inhoud)
        .regels)
        saldi.set(naamVan(rekening), (saldi.get(naamVan(rekening)) ?? 0) + bedragCent)
    const herspeeld = [...saldi].filter(([, cent]) => cent !== 0).map(([naam, cent]) => [naam, String(cent)])
    assert.deepEqual(JSON.parse(regels.at(-1) ?? ''), { saldi: Object.fromEntries(herspeeld) })

    const gezien = await lezer
    assert.ok(gezien.length > 3 && new Set(gezien.map(({ nr }) => nr)).size > 2)
    for (const { nr, stand } of gezien.slice(0, 20)) {
      const later = await db.lees(async (tx) =>
        findPostsaldi(tx, await findTijdstip(tx, { bekendOp: { nr } })),
      )
      assert.equal(JSON.stringify(later), stand, `de stand bij boeking ${nr} is veranderd`)
    }
  })
})
