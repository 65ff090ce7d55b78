import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import type { Plan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'
import { alsUitvoer, type Bevinding, controleer, Uitvoer } from '#programma/plancontrole/plancontrole.ts'

const MAP = 'voorbeelden/midden-drenthe'
const TRANSCRIPTIE = '../shared/gegevens/plan-midden-drenthe.json'

function lees(naam: string): Plan {
  const gelezen = leesPlan(JSON.parse(readFileSync(`${MAP}/${naam}.json`, 'utf8')))
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde
}

const plan = lees('programmaplan-2022-2026')
const bevindingen = controleer(plan)

/** Elk verschil dat een bevinding noemt, ook in haar tabel. */
const verschillen = ({ verschilCent, tabel }: Bevinding): number[] =>
  [verschilCent ?? 0, ...(tabel?.rijen.flatMap(({ centen }) => centen.map((cent) => cent ?? 0)) ?? [])].map(
    Math.abs,
  )

const raakt = (bevinding: Bevinding, id: string): boolean =>
  bevinding.dingen.some((ding) => ding.id === id) || bevinding.plaatsen.some(({ over }) => over?.id === id)

test('elk verschil uit de transcriptie wordt gevonden, op de euro', (t) => {
  if (!existsSync(TRANSCRIPTIE))
    return t.skip(`${TRANSCRIPTIE} ontbreekt: de transcriptie hoort niet bij de code`)
  const Transcriptie = z.looseObject({
    controles: z.array(z.looseObject({ controle: z.string(), verschil: z.number(), gelijk: z.boolean() })),
  })
  const { controles } = Transcriptie.parse(JSON.parse(readFileSync(TRANSCRIPTIE, 'utf8')))
  const ongelijk = controles.filter(({ gelijk }) => !gelijk)
  assert.equal(ongelijk.length, 13)
  for (const { controle, verschil } of ongelijk) {
    const [wie, regels] =
      WAAR.find(([begin]) => controle.startsWith(begin)) ?? assert.fail(`niet in de tabel: ${controle}`)
    const gevonden = bevindingen.filter(
      ({ regel, ...rest }) => regels.includes(regel) && raakt({ regel, ...rest }, wieIs(wie)),
    )
    assert.ok(
      gevonden.some((bevinding) => verschillen(bevinding).includes(Math.abs(verschil) * 100)),
      `${controle}: ${verschil}`,
    )
  }
})

const wieIs = (begin: string): string => IDS[begin] ?? begin
const IDS: Record<string, string> = {
  'Grip op de Kosten: 2023': 'grip-op-de-kosten',
  'som 5.1.1-5.1.7': 'communicatie',
  'baten 5.3.11': 'pok-beschermd-wonen',
  'som POK/BW': 'pok-beschermd-wonen',
  'Bijlage: som': 'onvoorzien',
  'Bijlage totaal': 'sociaal-domein-2022-2026',
  Onvoorzien: 'onvoorzien',
}
const WAAR: [string, string[]][] = [
  ['oco', ['zelfde-bedrag']],
  ['projectleider-jeugd', ['zelfde-bedrag']],
  ['projectleider-wmo', ['zelfde-bedrag']],
  ['Grip op de Kosten: 2023', ['som-over-plaatsen']],
  ['som 5.1.1-5.1.7', ['opsomming']],
  ['baten 5.3.11', ['beschikbaar-en-lasten']],
  ['som POK/BW', ['som-over-plaatsen']],
  ['Bijlage: som', ['sluitpost']],
  ['Bijlage totaal', ['beschikbaar-en-lasten']],
  ['Onvoorzien', ['sluitpost']],
]

/** Rij van de handmatige lezing, regel die haar vindt, ding dat geraakt wordt, verschil in euro of een woord. */
const RIJEN: [number, string, string, (number | string)?][] = [
  [1, 'beschikbaar-en-lasten', 'sociaal-domein-2022-2026', 7000],
  [1, 'beschikbaar-en-lasten', 'sociaal-domein-2022-2026', 'een 2 of een 9'],
  [2, 'sluitpost', 'onvoorzien', 6568],
  [2, 'sluitpost', 'onvoorzien', 68],
  [2, 'sluitpost', 'onvoorzien', 432],
  [3, 'zelfde-bedrag', 'oco', 500],
  [4, 'zelfde-bedrag', 'oco', 'ontstaat bij 2022'],
  [5, 'som-over-plaatsen', 'pok-beschermd-wonen', 500],
  [6, 'beschikbaar-en-lasten', 'pok-beschermd-wonen', 68],
  [7, 'opsomming', 'nieuw-2022-2026', 72_000],
  [8, 'zelfde-bedrag', 'projectleider-jeugd', 35_000],
  [8, 'geld-buiten-looptijd', 'projectleider-jeugd', 35_000],
  [9, 'zelfde-bedrag', 'projectleider-wmo', 25_000],
  [10, 'som-over-plaatsen', 'grip-op-de-kosten', 60_000],
  [11, 'zelfde-bedrag', 'pok-beschermd-wonen', 551_000],
  [11, 'looptijd', 'pok-beschermd-wonen', '4 jaar'],
  [12, 'verloop', 'rest-programma-2019-2021', 38_000],
  [13, 'looptijd', 'pilot-witteveen', 30_000],
  [14, 'bedrag', 'pilot-witteveen', 'niet mee in de raming'],
  [15, 'niet-gesplitst', 'inloopvoorzieningen', 'één bedrag voor'],
  [16, 'dekking', 'nieuw-2022-2026', 'Reserve Sociaal Domein'],
  [17, 'dekking', 'pok-beschermd-wonen', 'Invoering Beschermd Wonen'],
  [18, 'ontvangst-buiten-periode', 'bijdrage-rijk-pok', 151_408],
  [19, 'dekking', 'grip-op-de-kosten', '3 keer'],
  [20, 'looptijd', 'steunouders', '18 maanden'],
  [20, 'looptijd-zonder-geld', 'steunouders', '2025'],
  [21, 'looptijd', 'sociaal-domein-2019-2021', '2021 of 2022'],
  [21, 'jaartal', 'sociaal-domein-2019-2021', '20219'],
  [22, 'looptijd', 'grip-op-de-kosten', '2021'],
  [23, 'looptijd', 'pilot-witteveen', 'juni 2023'],
  [24, 'geld-buiten-looptijd', 'wams', 12_500],
  [25, 'per-jaar', 'programmamanagement', '5 jaar'],
  [25, 'looptijd-zonder-geld', 'nieuw-2022-2026', '2022'],
  [26, 'geld-buiten-looptijd', 'sociaal-raadsvrouw', 2500],
  [27, 'deel-van-een-jaar', 'monitoring', 5000],
  [28, 'deel-van-een-jaar', 'innovaties-zorg', 50_000],
  [29, 'verwijzing', 'nieuw-2022-2026', '5.1.7'],
  [30, 'verwijzing', 'grip-op-de-kosten', '5.4'],
  [32, 'schrijfwijze', 'pilot-witteveen', 'noaberschap'],
  [33, 'andere-naam', 'inloop-westerbork', 'Annie Londohuis'],
  [34, 'schrijfwijze', 'wams', 'wamps'],
  [35, 'schrijfwijze', 'sociaal-raadsvrouw', 'raadsvrouw'],
  [36, 'verwisselbaar', 'innovaties-zorg', 'Zorginnovatie'],
  [37, 'opsomming', 'inloopvoorzieningen', 'Hooghalen'],
  [38, 'opsomming', 'grip-op-de-kosten', 'team CJG'],
  [39, 'nummer', 'wams', '5.3.8'],
  [40, 'volgorde', 'ruimte-innovatie', 'andere volgorde'],
  [41, 'verwijzing', 'inloopvoorzieningen', 'niet compleet'],
  [45, 'indicator', 'dienstverlening', 'Geen enkel doel'],
]

for (const [rij, regel, wie, wat] of RIJEN)
  test(`rij ${rij}: ${regel} over ${wie}${wat === undefined ? '' : ` (${wat})`}`, () => {
    const gevonden = bevindingen.filter((bevinding) => bevinding.regel === regel && raakt(bevinding, wie))
    assert.ok(
      gevonden.some((bevinding) => past(bevinding, wat)),
      JSON.stringify(gevonden.map(({ titel }) => titel)),
    )
  })

const past = (bevinding: Bevinding, wat: number | string | undefined): boolean =>
  typeof wat === 'number'
    ? verschillen(bevinding).includes(wat * 100)
    : JSON.stringify(bevinding).includes(wat ?? '')

test('het geld dat doorschuift: het verloop van de bronnen staat erbij, tot op de euro', () => {
  const verloop = bevindingen.find(({ regel, tabel }) => regel === 'verloop' && tabel !== undefined)
  assert.deepEqual(
    verloop?.tabel?.rijen.map(({ naam, centen }) => [naam, ...centen.map((cent) => (cent ?? 0) / 100)]),
    [
      ['2022', 971_930, 117_500, 854_430],
      ['2023', 114_780, 325_000, 644_210],
      ['2024', 117_851, 340_000, 422_061],
      ['2025', 115_972, 331_000, 207_033],
      ['2026', 128_535, 335_500, 68],
    ],
  )
})

test('de € 7.000 staat op de pagina met zijn oorzaak', () => {
  const bevinding = bevindingen.find(({ regel }) => regel === 'beschikbaar-en-lasten')
  assert.equal(bevinding?.ernst, 'fout')
  assert.deepEqual(
    bevinding?.plaatsen.map(({ waarde }) => waarde),
    ['€\u00a02.972.068', '€\u00a02.979.068'],
  )
  assert.match(
    bevinding?.oorzaak ?? '',
    /‘Onvoorzien’ \(€\s6\.568\), ‘Versterken inzet .*’ \(€\s500\) en ‘POK - Beschermd Wonen’ \(min €\s68\)/u,
  )
  assert.match(bevinding?.oorzaak ?? '', /precies de sluitpost/u)
})

test('het verbeterde plan heeft geen fout en niets waarschijnlijks', () => {
  const ernstig = controleer(lees('programmaplan-2022-2026-gecorrigeerd')).filter(
    ({ ernst }) => ernst !== 'aandacht',
  )
  assert.deepEqual(
    ernstig.map(({ regel, titel, uitleg }) => `${regel}: ${titel} ${uitleg}`),
    [],
  )
})

test('een plan met alleen doelen en activiteiten kan ook', () => {
  const regels = new Set(controleer(lees('wmo-2017-2018')).map(({ regel }) => regel))
  for (const verwacht of ['doel-en-activiteit', 'indicator', 'bedrag'])
    assert.ok(regels.has(verwacht), verwacht)
})

test('de uitvoer past bij haar schema en elke sleutel komt één keer voor', () => {
  const uitvoer = alsUitvoer(plan, bevindingen)
  assert.deepEqual(Uitvoer.parse(JSON.parse(JSON.stringify(uitvoer))), JSON.parse(JSON.stringify(uitvoer)))
  assert.equal(new Set(bevindingen.map(({ sleutel }) => sleutel)).size, bevindingen.length)
  assert.equal(
    uitvoer.samenvatting.fout + uitvoer.samenvatting.waarschijnlijk + uitvoer.samenvatting.aandacht,
    bevindingen.length,
  )
})
