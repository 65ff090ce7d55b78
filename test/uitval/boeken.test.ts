import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as wacht } from 'node:timers/promises'
import { z } from 'zod'
import { maakToeval } from '#test/grootboek-geschiedenis.ts'
import { keren, type Opzet, rekenNa, zetOp } from '#test/uitval/opzet.ts'
import { type Server, startServer } from '#test/uitval/proces.ts'

/**
 * De server valt op een willekeurig moment terwijl een ander programma boekt. Wat bevestigd was, staat er daarna; wat
 * niet bevestigd was, kan met dezelfde sleutel nog eens, en staat er dan precies één keer.
 */

const VRAGERS = 8
const LANGST_MS = 900

const Geboekt = z.object({ boeking: z.int() })

type Post = { stuk: string; bedragCent: number }

async function boek(adres: string, apisleutel: string, { stuk, bedragCent }: Post): Promise<number> {
  const antwoord = await fetch(`${adres}/api/v1/boekingen`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${apisleutel}`,
      'idempotency-key': `sleutel-${stuk}`,
    },
    body: JSON.stringify({
      soort: 'realisatie',
      onderdeel: 'inloop',
      jaar: 2024,
      betaling: { soort: 'bron', bron: 'rijk' },
      bedragCent,
      geldigDatum: '2024-05-06',
      stuk,
      toelichting: `Toelichting bij ${stuk}`,
    }),
  })
  const tekst = await antwoord.text()
  assert.equal(antwoord.status, 201, tekst)
  return Geboekt.parse(JSON.parse(tekst)).boeking
}

const Gevonden = z.object({ nr: z.int(), grondslag: z.object({ kenmerk: z.string() }) })

async function stukVan(adres: string, apisleutel: string, nr: number): Promise<string> {
  const antwoord = await fetch(`${adres}/api/v1/boekingen/${nr}`, {
    headers: { authorization: `Bearer ${apisleutel}` },
  })
  return Gevonden.parse(await antwoord.json()).grondslag.kenmerk
}

type Ronde = { bevestigd: Map<string, number>; onzeker: Post[] }

/** Boekt met acht tegelijk tot de server valt. */
async function boekTotDeVal(
  server: Server,
  { sleutel }: Opzet,
  ronde: number,
  valNaMs: number,
): Promise<Ronde> {
  const bevestigd = new Map<string, number>()
  const onzeker: Post[] = []
  let gevallen = false
  let nummer = 0
  const vrager = async (): Promise<void> => {
    while (!gevallen) {
      const post = { stuk: `U-${ronde}-${++nummer}`, bedragCent: 100 + nummer }
      try {
        bevestigd.set(post.stuk, await boek(server.adres, sleutel, post))
      } catch (fout) {
        // Een antwoord dat geen bevestiging is, mag niet: alleen een weggevallen verbinding hoort hier.
        if (fout instanceof assert.AssertionError) throw fout
        onzeker.push(post)
      }
    }
  }
  const vragers = Promise.all(Array.from({ length: VRAGERS }, vrager))
  await Promise.race([wacht(valNaMs), vragers])
  gevallen = true
  await server.val()
  await vragers
  return { bevestigd, onzeker }
}

async function proef(
  soort: 'ingebed' | 'server',
  aantal: number,
): Promise<{ bevestigd: number; onzeker: number }> {
  const opzet = await zetOp(soort)
  const toeval = maakToeval(Number(process.env['UITVAL_ZAAD'] ?? 1))
  const geteld = { bevestigd: 0, onzeker: 0 }
  let server: Server | undefined
  try {
    server = await startServer(opzet.omgeving)
    for (let ronde = 1; ronde <= aantal; ronde++) {
      const { bevestigd, onzeker } = await boekTotDeVal(server, opzet, ronde, 20 + toeval.tot(LANGST_MS))
      server = await startServer(opzet.omgeving)
      for (const [stuk, nr] of bevestigd) assert.equal(await stukVan(server.adres, opzet.sleutel, nr), stuk)
      for (const post of onzeker) bevestigd.set(post.stuk, await boek(server.adres, opzet.sleutel, post))
      assert.equal(new Set(bevestigd.values()).size, bevestigd.size)
      geteld.bevestigd += bevestigd.size
      geteld.onzeker += onzeker.length
      assert.equal(await rekenNa(opzet.omgeving), opzet.begin + geteld.bevestigd, `na val ${ronde}`)
    }
  } finally {
    await server?.val()
    await opzet.ruimOp()
  }
  return geteld
}

describe('de server valt terwijl er geboekt wordt', () => {
  for (const soort of ['ingebed', 'server'] as const)
    test(soort, { timeout: 900_000 }, async (t) => {
      const aantal = keren(2)
      const { bevestigd, onzeker } = await proef(soort, aantal)
      t.diagnostic(`${aantal} keer gevallen: ${bevestigd} boekingen, waarvan ${onzeker} nog eens gestuurd`)
      assert.ok(bevestigd > 0)
    })
})
