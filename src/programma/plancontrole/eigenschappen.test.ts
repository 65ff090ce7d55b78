import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { Plan } from '#programma/plan.ts'
import { type Bevinding, controleer } from '#programma/plancontrole/plancontrole.ts'
import { schud, sluitendPlan, toevalVan } from '#programma/plancontrole/testplan.ts'

const lees = (naam: string): Plan =>
  Plan.parse(JSON.parse(readFileSync(`voorbeelden/midden-drenthe/${naam}.json`, 'utf8')))
const echt = lees('programmaplan-2022-2026')
const verbeterd = lees('programmaplan-2022-2026-gecorrigeerd')

const ernstig = (plan: Plan): Bevinding[] => controleer(plan).filter(({ ernst }) => ernst !== 'aandacht')

const maten = fc.record({
  groepen: fc.integer({ min: 1, max: 4 }),
  perGroep: fc.integer({ min: 1, max: 5 }),
  jaren: fc.integer({ min: 2, max: 6 }),
  bedragen: fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 120, maxLength: 120 }),
})
type Gekozen = typeof maten extends fc.Arbitrary<infer Maat> ? Maat : never

const planVan = ({ bedragen, jaren, ...rest }: Gekozen): Plan =>
  sluitendPlan({ ...rest, jaren, euro: (i, j) => bedragen[i * jaren + j] ?? 1 })

test('een plan zonder tegenspraak geeft geen fout en niets waarschijnlijks', () => {
  fc.assert(
    fc.property(maten, (gekozen) => {
      assert.deepEqual(
        ernstig(planVan(gekozen)).map(({ regel, uitleg }) => `${regel} ${uitleg}`),
        [],
      )
    }),
    { numRuns: 60 },
  )
})

/** Verandert één cijfer van één bedrag en zegt welke vermelding dat is. */
function metEenAnderCijfer(
  plan: Plan,
  welk: number,
  waar: number,
  cijfer: number,
): { plan: Plan; id: string } | undefined {
  const bedragen = plan.vermeldingen.filter(
    (een) => een.soort === 'bedrag' && een.over.soort !== 'voorganger',
  )
  const gekozen = bedragen[welk % bedragen.length]
  if (gekozen?.soort !== 'bedrag') return undefined
  const cijfers = String(gekozen.bedragCent / 100)
  const i = waar % cijfers.length
  const bedragCent = Number(`${cijfers.slice(0, i)}${cijfer}${cijfers.slice(i + 1)}`) * 100
  if (bedragCent === gekozen.bedragCent) return undefined
  const vermeldingen = plan.vermeldingen.map((een) => (een.id === gekozen.id ? { ...een, bedragCent } : een))
  return { plan: Plan.parse({ ...plan, vermeldingen }), id: gekozen.id }
}

const plek = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 }))

function wordtGevonden(plan: Plan, [welk, waar, cijfer]: [number, number, number]): void {
  const anders = metEenAnderCijfer(plan, welk, waar, cijfer)
  if (anders === undefined) return
  const genoemd = ernstig(anders.plan).some(({ plaatsen }) =>
    plaatsen.some(({ vermelding }) => vermelding === anders.id),
  )
  assert.ok(genoemd, `${anders.id} met een ander cijfer wordt niet gevonden`)
}

test('één ander cijfer in het verbeterde plan: een bevinding noemt die plek', () => {
  fc.assert(
    fc.property(plek, (gekozen) => wordtGevonden(verbeterd, gekozen)),
    { numRuns: 150 },
  )
})

test('ook zonder raming om mee te vergelijken', () => {
  const kaal = { ...verbeterd, raming: [] }
  fc.assert(
    fc.property(plek, (gekozen) => wordtGevonden(kaal, gekozen)),
    { numRuns: 150 },
  )
})

test('één ander cijfer in een verzonnen plan: een bevinding noemt die plek', () => {
  fc.assert(
    fc.property(maten, plek, (gekozen, waar) => wordtGevonden({ ...planVan(gekozen), raming: [] }, waar)),
    {
      numRuns: 80,
    },
  )
})

test('een andere volgorde in het bestand verandert niets, ook de sleutels niet', () => {
  const verwacht = controleer(echt)
  fc.assert(
    fc.property(fc.nat(), (zaad) => {
      assert.deepEqual(controleer(Plan.parse(schud(echt, toevalVan(zaad)))), verwacht)
    }),
    { numRuns: 20 },
  )
})

const VERWIJST = new Set('id plaats groep ouder naar onderdeel bron vermelding'.split(' '))
const VERWIJZEN = new Set(['doelen', 'bronnen'])

/** Geeft elk ding, elke plaats en elke vermelding een andere naam, overal dezelfde. */
function hernoem(plan: unknown, nieuw: ReadonlyMap<string, string>): unknown {
  const vervang = (een: unknown): unknown => (typeof een === 'string' ? (nieuw.get(een) ?? een) : een)
  return JSON.parse(
    JSON.stringify(plan, (naam, een) => {
      if (VERWIJST.has(naam)) return vervang(een)
      return VERWIJZEN.has(naam) && Array.isArray(een) ? een.map(vervang) : een
    }),
  )
}

const zonderSleutel = (bevindingen: readonly Bevinding[]): string[] =>
  bevindingen
    .map(({ sleutel: _, plaatsen, dingen, ...rest }) =>
      JSON.stringify([
        rest,
        plaatsen.map((een) => JSON.stringify(een)).sort(),
        dingen.map((een) => JSON.stringify(een)).sort(),
      ]),
    )
    .sort()

test('andere sleutels in het plan: dezelfde bevindingen', () => {
  const ids = [
    echt.programma,
    ...[
      echt.groepen,
      echt.onderdelen,
      echt.bronnen,
      echt.doelen,
      echt.voorgangers,
      echt.plaatsen,
      echt.vermeldingen,
    ].flat(),
  ].map(({ id }) => String(id))
  const verwacht = zonderSleutel(controleer(echt))
  fc.assert(
    fc.property(fc.nat(), (zaad) => {
      const toeval = toevalVan(zaad)
      const nieuw = new Map(ids.map((id, i) => [id, `x${toeval()}-${i}`]))
      const terug = new Map([...nieuw].map(([oud, naam]) => [naam, oud]))
      const bevindingen = controleer(Plan.parse(hernoem(echt, nieuw)))
      assert.deepEqual(zonderSleutel(hernoem(bevindingen, terug) as Bevinding[]), verwacht)
    }),
    { numRuns: 20 },
  )
})

test('andere bedragen, dezelfde tegenspraak: dezelfde sleutel', () => {
  const anders = metEenAnderCijfer(verbeterd, 40, 0, 9)
  const nogAnders = metEenAnderCijfer(verbeterd, 40, 0, 8)
  assert.ok(anders !== undefined && nogAnders !== undefined)
  assert.equal(anders.id, nogAnders.id)
  const sleutels = (plan: Plan): string[] =>
    ernstig(plan)
      .map(({ sleutel }) => sleutel)
      .sort()
  assert.deepEqual(sleutels(anders.plan), sleutels(nogAnders.plan))
  assert.notEqual(sleutels(anders.plan).length, 0)
})
