import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { type Boeking, type Boekopdracht, leesInhoud, Periode, periodeVan } from '#grootboek/boeking.ts'
import { besteed, kenToe, spiegel } from '#grootboek/gebeurtenissen.ts'
import type { Periodestand } from '#grootboek/journaal.store.ts'
import { eersteOpen, type Journaal, keurOpdracht, maakJournaal } from '#grootboek/journaal.ts'
import { BEGIN, schakel } from '#grootboek/keten.ts'
import { kring, naamVan } from '#grootboek/rekening.ts'
import { KLEINE_WERELD, leegGeheugen, maakToeval, onthoud, vertel } from '#test/grootboek-geschiedenis.ts'

const NU = new Date('2026-11-22T08:00:00.000Z')
const LEEG = { nr: 0, hash: BEGIN, op: null }
const nieuwJournaal = (perioden: ReadonlyMap<Periode, Periodestand> = new Map()): Journaal =>
  maakJournaal(LEEG, NU, perioden, () => 'zout')

/** Vertelt een geschiedenis; af en toe gaat er een maand dicht, en wat daarin nog wil wordt geweigerd. */
function vertelAlles(begin: number, aantal: number) {
  const journaal = nieuwJournaal()
  const [toeval, geheugen] = [maakToeval(begin), leegGeheugen()]
  const gesloten = new Map<Periode, number>()
  let geweigerd = 0
  for (let i = 0; i < aantal; i++) {
    const opdracht = vertel(toeval, KLEINE_WERELD, geheugen)
    if (toeval.tot(25) === 0) {
      const periode = periodeVan(opdracht.geldigOp)
      journaal.zetPeriode(periode, toeval.tot(2) === 0 ? 'vast' : 'voorlopig')
      if (!gesloten.has(periode)) gesloten.set(periode, journaal.kop.nr)
    }
    const [kop, aantalVoor] = [journaal.kop, journaal.nieuw.length]
    const geboekt = journaal.boek(opdracht)
    if (geboekt.ok) onthoud(geheugen, [geboekt.waarde])
    else {
      geweigerd++
      assert.deepEqual([journaal.kop, journaal.nieuw.length], [kop, aantalVoor])
    }
  }
  return { journaal, gesloten, geweigerd, boekingen: journaal.nieuw.map(({ boeking }) => boeking) }
}

function saldiVan(boekingen: readonly Pick<Boeking, 'regels'>[]): Map<string, number> {
  const saldi = new Map<string, number>()
  for (const { rekening, bedragCent } of boekingen.flatMap(({ regels }) => regels)) {
    const naam = naamVan(rekening)
    saldi.set(naam, (saldi.get(naam) ?? 0) + bedragCent)
  }
  return saldi
}

const perBron = ({ regels }: Pick<Boeking, 'regels'>): number[] => {
  const som = new Map<string, number>()
  for (const { rekening, bedragCent } of regels)
    som.set(kring(rekening), (som.get(kring(rekening)) ?? 0) + bedragCent)
  return [...som.values()]
}

test('duizenden geschiedenissen: evenwicht, herspelen, correcties, verplichtingen, perioden en keten', () => {
  let [geweigerd, geboekt] = [0, 0]
  fc.assert(
    fc.property(fc.nat(), (begin) => {
      const verhaal = vertelAlles(begin, 40)
      const { journaal, boekingen } = verhaal
      geweigerd += verhaal.geweigerd
      geboekt += boekingen.length
      for (const boeking of boekingen) assert.ok(perBron(boeking).every((cent) => cent === 0))
      keurBronnen(boekingen)
      keurHerspelen(journaal)
      keurCorrecties(boekingen)
      keurVerplichtingen(boekingen)
      keurOverhevelingen(boekingen)
      for (const [periode, sinds] of verhaal.gesloten)
        assert.ok(boekingen.every(({ nr, geldigOp }) => nr <= sinds || periodeVan(geldigOp) !== periode))
    }),
    { numRuns: 2_500 },
  )
  assert.ok(geweigerd > 1_000 && geboekt > 40_000, `${geboekt} geboekt, ${geweigerd} geweigerd`)
})

test('dezelfde opdrachten geven dezelfde bytes', () => {
  const teksten = (begin: number) => vertelAlles(begin, 60).journaal.nieuw.map(({ inhoud }) => inhoud)
  for (let begin = 0; begin < 100; begin++) assert.deepEqual(teksten(begin), teksten(begin))
  assert.notDeepEqual(teksten(1), teksten(2))
})

/** Wat een bron inbracht is wat er nog te verdelen, vrij, vast, besteed, onderweg en teruggevallen is. */
function keurBronnen(boekingen: readonly Boeking[]): void {
  const ingebracht = new Map<string, number>()
  const waar = new Map<string, number>()
  for (const { rekening, bedragCent } of boekingen.flatMap(({ regels }) => regels)) {
    const isInbreng = rekening.soort === 'toegezegd' || rekening.soort === 'ontvangen'
    const som = isInbreng ? ingebracht : waar
    som.set(kring(rekening), (som.get(kring(rekening)) ?? 0) + (isInbreng ? -bedragCent : bedragCent))
  }
  for (const bron of new Set([...ingebracht.keys(), ...waar.keys()]))
    assert.equal(waar.get(bron) ?? 0, ingebracht.get(bron) ?? 0)
}

function keurHerspelen(journaal: Journaal): void {
  const teruggelezen = journaal.nieuw.map(({ inhoud }) => leesInhoud(inhoud))
  for (const [naam, cent] of saldiVan(teruggelezen)) assert.equal(journaal.erbij(naam), cent)
  let vorige = BEGIN
  for (const [i, { boeking, inhoud, hash }] of journaal.nieuw.entries()) {
    assert.equal(boeking.nr, i + 1)
    assert.equal(hash, schakel(vorige, inhoud))
    assert.ok(i === 0 || boeking.vastgelegdOp > (journaal.nieuw[i - 1]?.boeking.vastgelegdOp ?? ''))
    vorige = hash
  }
}

function keurCorrecties(boekingen: readonly Boeking[]): void {
  for (const correctie of boekingen) {
    const fout = boekingen.find(({ nr }) => nr === correctie.corrigeert)
    if (fout === undefined) continue
    assert.equal(correctie.soort, fout.soort)
    assert.ok([...saldiVan([fout, correctie]).values()].every((cent) => cent === 0))
  }
}

function keurVerplichtingen(boekingen: readonly Boeking[]): void {
  const open = new Map<string, number>()
  const perSoort = new Map<string, number>()
  const rechtgezet = new Set<string>()
  for (const { soort, regels, corrigeert } of boekingen)
    for (const { rekening, bedragCent } of regels) {
      if (rekening.soort !== 'verplicht') continue
      const naam = naamVan(rekening)
      assert.ok(['verplichting', 'factuur', 'vrijval'].includes(soort))
      if (corrigeert !== null) rechtgezet.add(naam)
      open.set(naam, (open.get(naam) ?? 0) + bedragCent)
      perSoort.set(`${naam} ${soort}`, (perSoort.get(`${naam} ${soort}`) ?? 0) + bedragCent)
      assert.ok(rechtgezet.has(naam) || (open.get(naam) ?? 0) >= 0, `${naam} is te ver gefactureerd`)
    }
  for (const [naam, cent] of open) {
    const deel = (soort: string): number => perSoort.get(`${naam} ${soort}`) ?? 0
    assert.equal(deel('verplichting'), cent - deel('factuur') - deel('vrijval'))
  }
}

function keurOverhevelingen(boekingen: readonly Boeking[]): void {
  for (const { soort, regels } of boekingen)
    if (soort === 'overheveling')
      assert.ok(regels.every(({ rekening }) => ['ruimte', 'overgang', 'vrijval'].includes(rekening.soort)))
}

const BUDGET = { programma: 'sociaal', bron: 'rijk', onderdeel: 'inloop', jaar: 2026 }
const OPDRACHT: Boekopdracht = {
  soort: 'realisatie',
  geldigOp: datum('2026-02-28'),
  grondslag: { soort: 'factuur', kenmerk: 'F-1' },
  regels: besteed(BUDGET, centen(100)),
  door: null,
}
const scheef = besteed(BUDGET, centen(100)).map((regel, i) =>
  i === 0 ? { ...regel, bedragCent: centen(101) } : regel,
)
const tussenBronnen = [
  ...besteed(BUDGET, centen(100)).slice(0, 1),
  ...besteed({ ...BUDGET, bron: 'wmo' }, centen(100)).slice(1),
]

for (const [naam, wijziging, verwacht] of [
  ['past precies', {}, undefined],
  ['geen regels', { regels: [] }, 'geen_regels'],
  ['één regel', { regels: besteed(BUDGET, centen(5)).slice(1) }, 'geen_regels'],
  [
    'te veel regels',
    { regels: Array.from({ length: 501 }, () => besteed(BUDGET, centen(1))).flat() },
    'geen_regels',
  ],
  [
    'duizend regels',
    { regels: Array.from({ length: 500 }, () => besteed(BUDGET, centen(1))).flat() },
    undefined,
  ],
  [
    'bedrag nul',
    { regels: kenToe(BUDGET, centen(1)).map((r) => ({ ...r, bedragCent: centen(0) })) },
    'bedrag_nul',
  ],
  ['één cent scheef', { regels: scheef }, 'niet_in_evenwicht'],
  ['van de ene bron naar de andere', { regels: tussenBronnen }, 'niet_in_evenwicht'],
  ['leeg kenmerk', { grondslag: { soort: 'memo', kenmerk: '' } }, 'grondslag_onleesbaar'],
  ['kenmerk met accent', { grondslag: { soort: 'memo', kenmerk: 'é' } }, 'grondslag_onleesbaar'],
  ['kenmerk van 120', { grondslag: { soort: 'memo', kenmerk: 'a'.repeat(120) } }, undefined],
  ['kenmerk van 121', { grondslag: { soort: 'memo', kenmerk: 'a'.repeat(121) } }, 'grondslag_onleesbaar'],
  [
    'nul gaat vóór scheef',
    { regels: [...scheef, ...scheef.map((r) => ({ ...r, bedragCent: centen(0) }))] },
    'bedrag_nul',
  ],
] as const satisfies readonly (readonly [string, Partial<Boekopdracht>, string | undefined])[])
  test(`keurOpdracht: ${naam}`, () =>
    assert.equal(keurOpdracht({ ...OPDRACHT, ...wijziging })?.code, verwacht))

const periode = (tekst: string): Periode => Periode.parse(tekst)

for (const [naam, stand, inVoorlopig, verwacht] of [
  ['open', 'open', false, 'gelukt'],
  ['voorlopig', 'voorlopig', false, 'periode_dicht'],
  ['voorlopig, maar dat mag', 'voorlopig', true, 'gelukt'],
  ['vast', 'vast', true, 'periode_dicht'],
] as const)
  test(`boeken in een periode die ${naam} is`, () => {
    const journaal = nieuwJournaal(new Map([[periode('2026-02'), stand]]))
    const geboekt = journaal.boek({ ...OPDRACHT, inVoorlopig })
    assert.equal(geboekt.ok ? 'gelukt' : geboekt.reden.code, verwacht)
  })

test('de eerste open periode slaat gesloten maanden over, ook over het jaar heen', () => {
  const standen = new Map<Periode, Periodestand>([
    [periode('2025-12'), 'vast'],
    [periode('2026-01'), 'voorlopig'],
  ])
  assert.equal(eersteOpen(standen, periode('2025-11'), false), '2025-11')
  assert.equal(eersteOpen(standen, periode('2025-12'), false), '2026-02')
  assert.equal(eersteOpen(standen, periode('2025-12'), true), '2026-01')
})

test('een toelichting van alleen spaties is er geen; een echte staat er niet in, wel haar afdruk', () => {
  const journaal = nieuwJournaal()
  journaal.boek({ ...OPDRACHT, tekst: '   ' })
  journaal.boek({ ...OPDRACHT, tekst: ' Huur voor het buurthuis ' })
  const [zonder, met] = journaal.nieuw
  assert.deepEqual([zonder?.tekst, zonder?.zout, zonder?.boeking.tekstafdruk], [null, null, null])
  assert.equal(met?.tekst, 'Huur voor het buurthuis')
  assert.ok(!met?.inhoud.includes('buurthuis') && met?.boeking.tekstafdruk !== null)
})

test('terugnemen herstelt kop, saldi en perioden', () => {
  const journaal = nieuwJournaal()
  journaal.boek(OPDRACHT)
  const [kop, perioden] = [journaal.kop, journaal.perioden]
  journaal.zetPeriode(periode('2026-03'), 'vast')
  const tweede = journaal.boek({ ...OPDRACHT, regels: spiegel({ regels: OPDRACHT.regels }) })
  assert.ok(tweede.ok)
  assert.equal(journaal.erbij('sociaal:rijk:realisatie:inloop:2026'), 0)
  journaal.terugNaar(1, perioden)
  assert.deepEqual([journaal.kop, journaal.perioden.size], [kop, 0])
  assert.equal(journaal.erbij('sociaal:rijk:realisatie:inloop:2026'), 100)
})
