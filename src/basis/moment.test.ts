import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { dagVanMoment, eindVanDag, Moment, momentVan, naMoment, volgendMoment } from '#basis/moment.ts'

const moment = (tekst: string): Moment => Moment.parse(tekst)

for (const [naam, van, verwacht] of [
  ['gewoon', '2026-11-22T08:15:38.123456Z', '2026-11-22T08:15:38.123457Z'],
  ['over de milliseconde', '2026-11-22T08:15:38.123999Z', '2026-11-22T08:15:38.124000Z'],
  ['over de seconde', '2026-11-22T08:15:59.999999Z', '2026-11-22T08:16:00.000000Z'],
  ['over de schrikkeldag', '2028-02-28T23:59:59.999999Z', '2028-02-29T00:00:00.000000Z'],
  ['over het jaar', '2026-12-31T23:59:59.999999Z', '2027-01-01T00:00:00.000000Z'],
] as const)
  test(`een microseconde later: ${naam}`, () => assert.equal(naMoment(moment(van)), verwacht))

test('het volgende moment is nu, ook als de klok precies één microseconde verder is', () => {
  const nu = new Date('2026-11-22T08:15:38.124Z')
  assert.equal(volgendMoment(undefined, nu), '2026-11-22T08:15:38.124000Z')
  assert.equal(volgendMoment(moment('2026-11-22T08:15:38.123999Z'), nu), '2026-11-22T08:15:38.124000Z')
})

test('staat de klok stil of wordt hij teruggezet, dan loopt het moment toch door', () => {
  const vorige = moment('2026-11-22T08:15:38.124000Z')
  assert.equal(volgendMoment(vorige, new Date('2026-11-22T08:15:38.124Z')), '2026-11-22T08:15:38.124001Z')
  assert.equal(volgendMoment(vorige, new Date('2020-01-01T00:00:00Z')), '2026-11-22T08:15:38.124001Z')
})

test('momenten lopen altijd strikt op, en als tekst in dezelfde volgorde als in de tijd', () => {
  const klok = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(klok, { minLength: 2, maxLength: 50 }), (standen) => {
      let vorige: Moment | undefined
      for (const stand of standen) {
        const volgende = volgendMoment(vorige, stand)
        assert.ok(vorige === undefined || volgende > vorige)
        assert.ok(volgende >= momentVan(stand))
        assert.equal(Moment.parse(volgende), volgende)
        vorige = volgende
      }
    }),
  )
})

for (const [naam, dag, verwacht] of [
  ['winter', '2026-01-15', '2026-01-15T22:59:59.999999Z'],
  ['zomer', '2026-07-15', '2026-07-15T21:59:59.999999Z'],
  ['dag voor de zomertijd', '2026-03-28', '2026-03-28T22:59:59.999999Z'],
  ['de klok gaat vooruit', '2026-03-29', '2026-03-29T21:59:59.999999Z'],
  ['dag voor de wintertijd', '2026-10-24', '2026-10-24T21:59:59.999999Z'],
  ['de klok gaat terug', '2026-10-25', '2026-10-25T22:59:59.999999Z'],
  ['schrikkeldag', '2028-02-29', '2028-02-29T22:59:59.999999Z'],
  ['oudjaar', '2026-12-31', '2026-12-31T22:59:59.999999Z'],
] as const)
  test(`eind van de dag: ${naam}`, () => assert.equal(eindVanDag(datum(dag)), verwacht))

test('het eind van een dag valt op die dag, en een microseconde later is de volgende', () => {
  const dagen = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(dagen, (op) => {
      const dag = datum(op.toISOString().slice(0, 10))
      const morgen = datum(new Date(Date.parse(dag) + 86_400_000).toISOString().slice(0, 10))
      assert.equal(dagVanMoment(eindVanDag(dag)), dag)
      assert.equal(dagVanMoment(naMoment(eindVanDag(dag))), morgen)
    }),
  )
})
