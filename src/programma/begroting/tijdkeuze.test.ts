import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Moment } from '#basis/moment.ts'
import { keurTijdstip, leesBekend, leesTijdkeuze, standzin } from '#programma/begroting/tijdkeuze.ts'

const keuze = (velden: Record<string, string>) => {
  const gelezen = leesTijdkeuze(velden)
  assert.ok(gelezen.ok)
  return gelezen.waarde
}

const tijd = {
  geldigTm: undefined,
  bekendNr: 312,
  bekendOp: Moment.parse('2026-06-30T22:30:00.000001Z'),
  hash: '1a2b3c4d'.padEnd(64, '0'),
  nu: true,
}

test('zonder tijden is het de stand van nu, en staat er niets in het adres', () => {
  assert.deepEqual(keuze({ jaar: '2024' }), {
    vraag: { geldigTm: undefined, bekendOp: undefined },
    velden: {},
  })
  assert.deepEqual(keuze({ 'geldig-tm': ' ', 'bekend-op': '' }).velden, {})
})

test('bekend op een dag, een moment of na een boeking', () => {
  assert.equal(leesBekend('2026-07-01'), '2026-07-01')
  assert.deepEqual(leesBekend('312'), { nr: 312 })
  assert.equal(leesBekend('2026-07-01T10:00:00.000000Z'), '2026-07-01T10:00:00.000000Z')
  for (const fout of ['gisteren', '2026-02-30', '-1', '1.5', '1234567890', '2026-07-01T10:00'])
    assert.equal(leesBekend(fout), null, fout)
})

test('wat niet te lezen is, wordt geweigerd met wat er wel moet staan', () => {
  for (const [velden, veld] of [
    [{ 'geldig-tm': '31-12-2024' }, 'geldig-tm'],
    [{ 'geldig-tm': '2024-02-30' }, 'geldig-tm'],
    [{ 'bekend-op': 'gisteren' }, 'bekend-op'],
  ] as const) {
    const gelezen = leesTijdkeuze(velden)
    assert.ok(!gelezen.ok)
    assert.equal(gelezen.reden.veld, veld)
    assert.match(gelezen.reden.tekst, /JJJJ-MM-DD/u)
  }
})

test('een boeking die er nog niet is, kan niemand kennen', () => {
  assert.equal(keurTijdstip(keuze({ 'bekend-op': '312' }), 312), undefined)
  assert.match(
    keurTijdstip(keuze({ 'bekend-op': '313' }), 312)?.tekst ?? '',
    /laatste boeking heeft nummer 312/u,
  )
  assert.match(keurTijdstip(keuze({ 'bekend-op': '1' }), 0)?.tekst ?? '', /nog niets geboekt/u)
  assert.equal(keurTijdstip(keuze({ 'bekend-op': '2099-01-01' }), 0), undefined)
})

test('de zin noemt beide tijden, de boeking en het begin van de hash', () => {
  assert.equal(
    standzin(tijd, keuze({})),
    'Stand van alles wat is geboekt, zoals nu bekend. Laatste boeking: boeking 312 (1a2b3c4d) van 1 juli 2026.',
  )
  assert.equal(
    standzin(
      { ...tijd, geldigTm: keuze({ 'geldig-tm': '2025-12-31' }).vraag.geldigTm },
      keuze({ 'bekend-op': '2026-07-03' }),
    ),
    'Stand tot en met 31 december 2025, zoals bekend op 3 juli 2026. Laatste boeking toen: boeking 312 (1a2b3c4d) van 1 juli 2026.',
  )
  assert.match(standzin(tijd, keuze({ 'bekend-op': '312' })), /zoals bekend na boeking 312/u)
  const leeg = { ...tijd, bekendNr: 0, bekendOp: null }
  assert.equal(standzin(leeg, keuze({})), 'Er is nog niets geboekt.')
  assert.match(standzin(leeg, keuze({ 'bekend-op': '2020-01-01' })), /toen was er nog niets geboekt/u)
})
