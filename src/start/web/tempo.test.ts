import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Context } from 'hono'
import { bezoekersAdres, maakTeller } from '#start/web/tempo.ts'

const EMMER = { inhoud: 3, perSeconde: 0.5 }

test('een volle emmer, dan wachten, dan weer één', () => {
  const teller = maakTeller(EMMER)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => teller.neem('a', 0)),
    [0, 0, 0, 2],
  )
  assert.equal(teller.neem('a', 1_000), 1)
  assert.equal(teller.neem('a', 2_000), 0)
  assert.equal(teller.neem('a', 2_000), 2)
})

test('de ene bezoeker heeft geen last van de andere', () => {
  const teller = maakTeller(EMMER)
  for (let i = 0; i < 10; i++) teller.neem('druk', 0)
  assert.equal(teller.neem('rustig', 0), 0)
})

test('het geheugen is begrensd', () => {
  const teller = maakTeller(EMMER, 100)
  for (let i = 0; i < 1_000; i++) teller.neem(`bezoeker ${i}`, i)
  assert.equal(teller.aantal, 100)
})

test('in een tijdvak nooit meer dan de emmer plus wat erbij kwam, en na wachten mag het echt', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 80 }), (stappen) => {
      const teller = maakTeller(EMMER)
      let nu = 0
      let gegeven = 0
      for (const stap of stappen) {
        nu += stap
        const wachten = teller.neem('a', nu)
        if (wachten === 0) gegeven++
        else {
          nu += wachten * 1_000
          assert.equal(teller.neem('a', nu), 0)
          gegeven++
        }
      }
      return gegeven <= EMMER.inhoud + (nu / 1_000) * EMMER.perSeconde
    }),
  )
})

function vanaf(remoteAddress: string | undefined, doorgegeven?: string): Context {
  const koppen: Record<string, string | undefined> = { 'x-forwarded-for': doorgegeven }
  return {
    env: { incoming: { socket: { remoteAddress } } },
    req: { header: (naam: string) => koppen[naam] },
  } as unknown as Context
}

for (const [naam, socket, doorgegeven, proxy, verwacht] of [
  ['gewoon', '198.51.100.7', undefined, false, '198.51.100.7'],
  ['ipv4 in ipv6', '::ffff:198.51.100.7', undefined, false, '198.51.100.7'],
  ['een aansluiting met ipv6', '2001:db8:1:2:3:4:5:6', undefined, false, '2001:db8:1:2'],
  ['dezelfde aansluiting, kort geschreven', '2001:db8:1:2::9', undefined, false, '2001:db8:1:2'],
  ['eigen machine', '::1', undefined, false, '0:0:0:0'],
  ['zonder proxy telt de kop niet', '198.51.100.7', '203.0.113.1', false, '198.51.100.7'],
  ['met proxy telt de laatste', '127.0.0.1', '6.6.6.6, 203.0.113.1', true, '203.0.113.1'],
  ['met proxy maar zonder kop', '127.0.0.1', undefined, true, '127.0.0.1'],
  ['geen verbinding bekend', undefined, undefined, false, 'onbekend'],
] as const)
  test(`bezoekersAdres: ${naam}`, () =>
    assert.equal(bezoekersAdres(vanaf(socket, doorgegeven), proxy), verwacht))
