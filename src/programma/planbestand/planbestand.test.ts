import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { Plan } from '#programma/plan.ts'
import {
  beidenVeranderd,
  bestandsnaamVan,
  keurBestand,
  pakIn,
  pakUit,
  versieUitNaam,
  voegSamen,
} from '#programma/planbestand/planbestand.ts'
import { kleinPlan } from '#test/plannen.ts'

const plan = kleinPlan('gm0001')
const met = (id: string, anders: object, van: Plan = plan): Plan => ({
  ...van,
  onderdelen: van.onderdelen.map((onderdeel) =>
    onderdeel.id === id ? { ...onderdeel, ...anders } : onderdeel,
  ),
})
const erbij = (id: string, na: number, van: Plan = plan): Plan => ({
  ...van,
  onderdelen: van.onderdelen.toSpliced(na, 0, {
    ...van.onderdelen[0],
    id,
    titel: id,
  } as Plan['onderdelen'][number]),
})
const ids = (van: Plan): string[] => van.onderdelen.map(({ id }) => id)

test('inpakken en uitpakken geeft hetzelfde plan; wat onderweg verandert, wordt opnieuw gekeurd', () => {
  assert.deepEqual(pakUit(pakIn(plan)), { ok: true, waarde: plan })
  const stuk = pakIn(plan)
  for (const kapot of [
    '',
    'x',
    stuk.slice(0, -10),
    stuk.replace(/./u, '!'),
    Buffer.from('{}').toString('base64'),
  ])
    assert.equal(pakUit(kapot).ok, false, kapot.slice(0, 10))
  const vreemd = gzipSync(JSON.stringify({ ...plan, onderdelen: 'geen' })).toString('base64')
  const gelezen = pakUit(vreemd)
  assert.ok(!gelezen.ok && gelezen.reden[0]?.pad === 'onderdelen')
})

test('een bom wordt niet uitgepakt', () => {
  const bom = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)).toString('base64')
  const voor = process.memoryUsage().arrayBuffers
  assert.equal(pakUit(bom).ok, false)
  assert.ok(process.memoryUsage().arrayBuffers - voor < 60 * 1024 * 1024)
})

test('de bestandsnaam onthoudt de versie', () => {
  assert.equal(bestandsnaamVan('proef.ods', 12), 'proef-versie-12.ods')
  assert.equal(versieUitNaam('proef-versie-12.ods'), 12)
  assert.equal(versieUitNaam('proef-versie-12 (1).ods'), 12)
  assert.equal(versieUitNaam('C:\\map\\plan-versie-3.bewerkt.xlsx'), 3)
  for (const naam of ['proef.ods', 'versie.ods', 'plan-versie-x.ods', 'plan-versie-1234567.ods'])
    assert.equal(versieUitNaam(naam), undefined, naam)
})

test('samenvoegen: wat het bestand niet veranderde, blijft zoals het nu is', () => {
  const nieuwste = met('steun', { titel: 'Anders door een ander' })
  const bestand = met('inloop', { titel: 'Anders in het bestand' })
  const samen = voegSamen(plan, nieuwste, bestand)
  assert.deepEqual(samen, met('inloop', { titel: 'Anders in het bestand' }, nieuwste))
  assert.deepEqual(beidenVeranderd(plan, nieuwste, bestand), [])
})

test('samenvoegen: veranderden beiden hetzelfde, dan wint het bestand en staat dat erbij', () => {
  const nieuwste = met('inloop', { titel: 'Ander' })
  const bestand = met('inloop', { titel: 'Bestand' })
  assert.deepEqual(voegSamen(plan, nieuwste, bestand), bestand)
  assert.deepEqual(beidenVeranderd(plan, nieuwste, bestand), [{ soort: 'onderdeel', sleutel: 'inloop' }])
  assert.deepEqual(beidenVeranderd(plan, bestand, bestand), [])
})

test('samenvoegen: erbij en weg, van beide kanten, op hun plek', () => {
  const nieuwste = erbij('van-ander', 1)
  const bestand = erbij('uit-bestand', 2)
  assert.deepEqual(ids(voegSamen(plan, nieuwste, bestand)), ['inloop', 'van-ander', 'steun', 'uit-bestand'])
  const zonder: Plan = { ...plan, onderdelen: plan.onderdelen.slice(0, 1), raming: plan.raming.slice(0, 2) }
  assert.deepEqual(ids(voegSamen(plan, nieuwste, zonder)), ['inloop', 'van-ander'])
  assert.deepEqual(ids(voegSamen(plan, zonder, bestand)), ['inloop', 'uit-bestand'])
  const omgekeerd: Plan = { ...plan, onderdelen: plan.onderdelen.toReversed() }
  assert.deepEqual(ids(voegSamen(plan, plan, omgekeerd)), ['steun', 'inloop'])
  assert.deepEqual(ids(voegSamen(plan, omgekeerd, plan)), ['steun', 'inloop'])
})

const wijziging = fc
  .record({
    titel: fc.constantFrom('Inloop in het dorp', 'A', 'B'),
    weg: fc.boolean(),
    nieuw: fc.constantFrom(undefined, 'x', 'y'),
    op: fc.nat({ max: 2 }),
  })
  .map(({ titel, weg, nieuw, op }): Plan => {
    const anders = met('inloop', { titel })
    const zonder = weg
      ? { ...anders, onderdelen: anders.onderdelen.slice(0, 1), raming: anders.raming.slice(0, 2) }
      : anders
    return nieuw === undefined ? zonder : erbij(nieuw, Math.min(op, zonder.onderdelen.length), zonder)
  })

test('samenvoegen heeft geen effect als maar één kant iets deed', () => {
  fc.assert(
    fc.property(wijziging, (ander) => {
      assert.deepEqual(voegSamen(plan, ander, plan), ander)
      assert.deepEqual(voegSamen(plan, plan, ander), ander)
      assert.deepEqual(voegSamen(plan, ander, ander), ander)
    }),
  )
})

test('een bestand van een andere gemeente of een ander programma past niet', () => {
  assert.deepEqual(keurBestand(plan, kleinPlan('gm0002')), { ok: false, reden: 'andere_gemeente' })
  const ander = { ...plan, programma: { ...plan.programma, id: 'x' as Plan['programma']['id'] } }
  assert.deepEqual(keurBestand(plan, ander), { ok: false, reden: 'ander_programma' })
  assert.equal(keurBestand(plan, plan).ok, true)
})
