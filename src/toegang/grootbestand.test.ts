import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Omgeving } from '#toegang/bezoek.ts'
import { type Invoerplek, leesGrootBestand } from '#toegang/grootbestand.ts'

/** Alleen het lezen zelf; over de lijn staat het in `start/web/grootbestand.test.ts`. */
async function stuur(plek: Invoerplek | undefined, inhoud: string): Promise<string> {
  const app = new Hono<Omgeving>()
    .use('*', (c, next) => {
      if (plek !== undefined) c.set('invoer', plek)
      return next()
    })
    .post('/', async (c) => {
      const bestand = await leesGrootBestand(c, 'bestand')
      return c.text(bestand.ok ? `${bestand.waarde.naam} ${bestand.waarde.grootte}` : bestand.reden)
    })
  app.onError((fout, c) => c.text(`ongeluk: ${fout.name}`, 500))
  const body = new FormData()
  body.set('bestand', new File([inhoud], 'a.xaf'))
  return (await app.request('/', { method: 'POST', body })).text()
}

test('zonder opruimen blijft het bestand staan voor wie het aannam', async () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-'))
  assert.equal(await stuur({ map, grootste: 100 }, 'hallo'), 'a.xaf 5')
  assert.equal(readdirSync(map).length, 1)
  rmSync(map, { recursive: true })
})

test('een route die niet voor grote bestanden is aangemeld, leest ze niet', async () => {
  assert.equal(await stuur(undefined, 'hallo'), 'ongeluk: Error')
})

test('een plek die niet te maken is, is een ongeluk; daarna is er nog plaats voor een ander', async () => {
  const boven = mkdtempSync(join(tmpdir(), 'omzien-'))
  writeFileSync(join(boven, 'bestand'), '')
  for (let i = 0; i < 6; i++)
    assert.equal(await stuur({ map: join(boven, 'bestand'), grootste: 100 }, 'hallo'), 'ongeluk: Error')
  assert.equal(await stuur({ map: boven, grootste: 100 }, 'hallo'), 'a.xaf 5')
  rmSync(boven, { recursive: true })
})

test('een schijf die het bestand niet aanneemt, is een ongeluk en geen zin over het bestand', async () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-'))
  const plek = { map, grootste: 100 }
  const weg = {
    get map(): string {
      // De eerste keer bestaat de map nog, daarna heeft iemand haar weggehaald.
      const nu = plek.map
      plek.map = join(map, 'weg', 'weg')
      return nu
    },
    grootste: 100,
  }
  assert.equal(await stuur(weg, 'hallo'), 'ongeluk: Error')
  assert.deepEqual(readdirSync(map), [])
  rmSync(map, { recursive: true })
})
