import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { dekkingszin } from '#programma/onderdelen/groep.ts'
import { bronzin, jarenzin, ramingVan } from '#programma/onderdelen/onderdeel-geld.ts'
import { geschiedenisVan } from '#programma/onderdelen/onderdeel-geschiedenis.ts'
import { bevindingindexVan, onderdeelindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import { planningzin, tijdlijnVan } from '#programma/onderdelen/onderdeel-planning.ts'
import { beoordeelVermeldingen, vermeldingenzin } from '#programma/onderdelen/onderdeel-vermeldingen.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeld = planbeeldVan(voorbeeldplan('gm1731'))
const bevindingen = controleer(beeld.plan)
const klein = planbeeldVan(kleinPlan('gm8001'))

function pak(id: string, van: Planbeeld = beeld): Onderdeel {
  const onderdeel = van.onderdeel.get(id)
  assert.ok(onderdeel, id)
  return onderdeel
}

const jaren = (...bedragen: number[]) =>
  bedragen.map((bedrag, i) => ({ jaar: 2022 + i, bedrag: centen(bedrag * 100) }))

for (const [bedragen, zin] of [
  [[0, 0], 'Hiervoor is geen geld geraamd'],
  [[], 'Hiervoor is geen geld geraamd'],
  [[0, 500], 'Al het geld is voor 2023: €\u00a0500'],
  [[0, 500, 500, 0], 'Elk jaar €\u00a0500, van 2023 tot en met 2024'],
  [[500, 0, 500], 'Het meest in 2 jaren: €\u00a0500 per jaar'],
  [[100, 500, 200], 'Het meest in 2023: €\u00a0500'],
] as const)
  test(`bedragen ${bedragen.join(', ')}: ${zin}`, () => {
    assert.equal(jarenzin(jaren(...bedragen)), zin)
  })

test('van het geld wordt gezegd wat het plan over de bron zegt, en niet meer', () => {
  assert.equal(bronzin(beeld, pak('oco')), 'Het plan zegt niet hoeveel er uit welke bron komt.')
  assert.equal(
    bronzin(klein, pak('inloop', klein)),
    'Van €\u00a04.000 zegt het plan niet hoeveel er uit welke bron komt.',
  )
  assert.equal(bronzin(beeld, pak('onvoorzien')), '')
})

test('een ouder heeft de regels van zijn kinderen', () => {
  const regels = ramingVan(beeld, pak('inloopvoorzieningen'))
  assert.equal(
    regels.reduce((som, { bedragCent }) => som + bedragCent, 0),
    beeld.geld('inloopvoorzieningen').totaal,
  )
  assert.ok(new Set(regels.map(({ onderdeel }) => onderdeel)).size > 1)
})

const oordelen = (id: string) =>
  beoordeelVermeldingen(beeld, pak(id), bevindingen).map(({ vermelding, oordeel }) => [
    vermelding.id as string,
    oordeel.soort,
    oordeel.tekst,
  ])

test('de bijlage noemt € 500 meer voor cliëntondersteuning; de andere plaatsen niet', () => {
  const alle = oordelen('oco')
  const af = alle.filter(([, soort]) => soort === 'wijkt-af')
  assert.deepEqual(
    af.map(([, , tekst]) => tekst),
    ['€\u00a0500 meer', '€\u00a0500 meer'],
  )
  assert.ok(alle.filter(([, soort]) => soort === 'gelijk').length >= 5)
  assert.equal(alle.filter(([, soort]) => soort === 'geldt').length, 5)
  assert.match(vermeldingenzin(beoordeelVermeldingen(beeld, pak('oco'), bevindingen)), /2 wijken af\.$/u)
})

test('een opsomming die niet klopt, wijkt af, en elders genoemd telt ook', () => {
  assert.ok(oordelen('communicatie').length > beeld.vermeldingenOver('onderdeel', 'communicatie').length - 1)
  assert.ok(
    oordelen('inloopvoorzieningen').some(([, soort, tekst]) => soort === 'wijkt-af' && tekst === 'wijkt af'),
  )
})

test('wat nergens staat, heet nergens', () => {
  assert.equal(vermeldingenzin([]), 'Het document noemt dit onderdeel nergens.')
})

const { programma } = beeld.plan

test('een looptijd zonder eind loopt door tot het eind van het programma, en heet verwacht', () => {
  const [rij] = tijdlijnVan(
    { ...pak('oco'), planning: { van: tijdvak('2023-01') }, mijlpalen: [] },
    programma,
  )
  assert.deepEqual(rij?.balken, [{ van: '2023-01', tot: '2026', verwacht: true }])
})

test('zonder begin, eind en mijlpaal is er geen tijdlijn', () => {
  assert.deepEqual(tijdlijnVan({ ...pak('oco'), planning: {}, mijlpalen: [] }, programma), [])
})

test('een begin na het eind van het programma tekent geen omgekeerde balk', () => {
  assert.deepEqual(
    tijdlijnVan({ ...pak('oco'), planning: { van: tijdvak('2030') }, mijlpalen: [] }, programma),
    [],
  )
})

test('de zin boven de planning', () => {
  assert.equal(planningzin(pak('steunouders')), 'Loopt van januari 2023 tot en met juni 2025, met 1 mijlpaal')
  assert.match(planningzin(pak('innovaties-zorg')), /^Loopt naar verwachting vanaf september 2023/u)
  assert.equal(planningzin({ ...pak('oco'), mijlpalen: [] }), 'Het plan noemt geen begin of eind')
})

const regel = (nummer: number) => ({
  nummer,
  gemaaktOp: new Date('2026-01-31T23:30:00Z'),
  waarom: `versie ${nummer}`,
})

test('wie geen concepten mag zien, ziet een wijziging bij de versie waarmee zij gold', () => {
  const kop = { vastgesteldeVersies: [1, 4] }
  assert.deepEqual(geschiedenisVan(kop, [regel(5), regel(3), regel(2), regel(1)], false), [
    { versie: 4, dag: '2026-02-01', waarom: 'Vastgesteld met wijzigingen', vorige: 1 },
    { versie: 1, dag: '2026-02-01', waarom: 'versie 1', vorige: undefined },
  ])
})

test('wie concepten mag zien, ziet elke versie met haar reden, één keer', () => {
  const gezien = geschiedenisVan({ vastgesteldeVersies: [1] }, [regel(3), regel(1), regel(3)], true)
  assert.deepEqual(
    gezien.map(({ versie, waarom, vorige }) => [versie, waarom, vorige]),
    [
      [3, 'versie 3', 2],
      [1, 'versie 1', undefined],
    ],
  )
})

test('de zoeklijsten vinden wat ernaar wijst', () => {
  const index = onderdeelindexVan(beeld)
  assert.ok(index.wijstNaar('inloopvoorzieningen').some(({ van }) => van.id === 'beschermd-wonen'))
  assert.ok(index.genoemdIn('steunouders').some(({ soort }) => soort === 'leden'))
  assert.deepEqual(index.raming('bestaat-niet'), [])
})

test('bevindingen over een onderdeel zijn die van de plancontrole, in dezelfde volgorde', () => {
  const { overDing } = bevindingindexVan(bevindingen)
  const van = overDing('onderdeel', 'oco')
  assert.ok(van.some(({ regel: naam }) => naam === 'zelfde-bedrag'))
  assert.deepEqual(
    van,
    bevindingen.filter((een) => van.includes(een)),
  )
})

test('wat een groep dekt, staat er zoals het plan het zegt', () => {
  const groep = (id: string) => {
    const gevonden = beeld.groep.get(id)
    assert.ok(gevonden)
    return dekkingszin(beeld, gevonden)
  }
  assert.match(
    groep('pok-beschermd-wonen'),
    /Samen brengen die €\u00a01\.449\.068 in: €\u00a068 meer dan er geraamd is/u,
  )
  assert.match(
    groep('nieuw-2022-2026'),
    /Van Reserve Sociaal Domein en Begroting 2023 en verder noemt het plan geen bedrag/u,
  )
})
