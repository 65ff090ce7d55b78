import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefrapport } from '#test/rapporten.ts'
import { rapportdocument } from '#uitwisseling/rapport/document.ts'
import { pdfGegevens } from '#uitwisseling/rapport/pdf-gegevens.ts'
import { maakZetterij, Zetfout } from '#uitwisseling/rapport/zetterij.ts'

const klein = JSON.stringify(pdfGegevens(rapportdocument(proefrapport({ onderdelen: 1, jaren: 1 }))))
const groot = JSON.stringify(pdfGegevens(rapportdocument(proefrapport({ onderdelen: 150, jaren: 5 }))))

test('wat niet te zetten is, wordt geweigerd, en het volgende rapport komt gewoon', async () => {
  const zetterij = maakZetterij()
  await assert.rejects(zetterij.zet('{}'), Zetfout)
  const eerst = zetterij.proces()
  assert.ok((await zetterij.zet(klein)).length > 1_000)
  assert.equal(zetterij.proces(), eerst)
  await zetterij.sluit()
  assert.equal(zetterij.proces(), undefined)
})

test('valt het proces om, dan faalt dat ene rapport en begint het volgende in een nieuw proces', async () => {
  const zetterij = maakZetterij()
  await zetterij.zet(klein)
  const oud = zetterij.proces() ?? 0
  const bezig = zetterij.zet(groot)
  const daarna = zetterij.zet(klein)
  // Eerst moet de beurt begonnen zijn.
  await new Promise((klaar) => setTimeout(klaar, 30))
  process.kill(oud, 'SIGKILL')
  await assert.rejects(bezig, /gestopt/u)
  assert.ok((await daarna).length > 1_000)
  assert.notEqual(zetterij.proces(), oud)
  await zetterij.sluit()
})

test('de server blijft antwoorden terwijl een groot rapport gezet wordt', async () => {
  const zetterij = maakZetterij()
  await zetterij.zet(klein)
  const begin = performance.eventLoopUtilization()
  await zetterij.zet(groot)
  // Hoe druk de lus van de server zelf was, los van hoe druk de machine is.
  const { utilization } = performance.eventLoopUtilization(begin)
  await zetterij.sluit()
  assert.ok(utilization < 0.5, `de server was ${Math.round(utilization * 100)} % van de tijd bezig`)
})

test('te veel wachtenden worden geweigerd; wie in de rij staat, krijgt zijn rapport', async () => {
  const zetterij = maakZetterij({ wachtenden: 3 })
  const beurten = [klein, klein, klein].map((gegevens) => zetterij.zet(gegevens))
  await assert.rejects(zetterij.zet(klein), /te veel/u)
  assert.equal((await Promise.all(beurten)).length, 3)
  assert.ok((await zetterij.zet(klein)).length > 1_000)
  await zetterij.sluit()
})

test('na een aantal rapporten begint een vers proces, en na rust is het weg', async () => {
  const zetterij = maakZetterij({ keren: 2, rust: 20 })
  await zetterij.zet(klein)
  const eerste = zetterij.proces()
  await zetterij.zet(klein)
  assert.equal(zetterij.proces(), undefined)
  await zetterij.zet(klein)
  assert.notEqual(zetterij.proces(), eerste)
  await new Promise((klaar) => setTimeout(klaar, 200))
  assert.equal(zetterij.proces(), undefined)
})

test('wat vastloopt, wordt afgebroken', async () => {
  const zetterij = maakZetterij({ geduld: 1 })
  await assert.rejects(zetterij.zet(groot), /te lang/u)
  await zetterij.sluit()
})
