import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { centen } from '#basis/geld.ts'
import { buren, documentVan } from '#programma/document/document.ts'
import {
  bevindingenBij,
  genoemd,
  inhoudVan,
  naastElkaar,
  oordeel,
  plaatskop,
  plaatsnaam,
  regelnaam,
  twijfelgevallen,
} from '#programma/document/vermelding.ts'
import { Plaats, Vermelding } from '#programma/plan.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const basis = { id: 'v', plaats: 'h1', over: { soort: 'onderdeel', id: 'inloop' } }
const maak = (velden: Record<string, unknown>): Vermelding => Vermelding.parse({ ...basis, ...velden })
const bedrag = (bedragCent: number, anders: Record<string, unknown> = {}): Vermelding =>
  maak({ soort: 'bedrag', aspect: 'lasten', bedragCent, periode: { van: '2024', tot: '2024' }, ...anders })

const beeld = planbeeldVan(kleinPlan('gm0000'))

describe('wat er staat, in woorden', () => {
  for (const [vermelding, zin] of [
    [bedrag(4_000_00), 'kost: €\u00a04.000, 2024'],
    [
      bedrag(4_000_00, { periode: 'geheel', benadering: 'circa' }),
      'kost: ongeveer €\u00a04.000, hele looptijd',
    ],
    [bedrag(1_50, { aspect: 'beschikbaar', perJaar: true }), 'beschikbaar: €\u00a01,50 per jaar, 2024'],
    [maak({ soort: 'looptijd', van: '2024', maanden: 1 }), 'looptijd: vanaf 2024, 1 maand'],
    [
      maak({ soort: 'looptijd', tot: '2024-09', verwacht: true }),
      'looptijd: tot en met september 2024 (verwacht)',
    ],
    [maak({ soort: 'naam', naam: 'Inloophuis' }), 'noemt het ‘Inloophuis’'],
    [
      maak({ soort: 'verwijzing', codes: ['5.1', '5.2'], bedoelt: [{ soort: 'groep', id: 'lijn' }] }),
      'verwijst naar 5.1 en 5.2 en bedoelt ‘Eerste lijn’',
    ],
    [maak({ soort: 'leden', leden: [{ naam: 'a' }] }), 'noemt 1 deel: ‘a’'],
    [maak({ soort: 'dekking', bronnen: ['rijk'] }), 'betaald uit ‘Bijdrage van het Rijk’'],
    [maak({ soort: 'dekking', bronnen: [] }), 'zegt niet bij naam uit welke bron het betaald wordt'],
    [maak({ soort: 'aantal', van: 3, tot: 3 }), 'aantal: 3'],
    [maak({ soort: 'aantal', van: 5, tot: 6 }), 'aantal: 5 tot 6'],
  ] as const)
    test(zin, () => assert.equal(inhoudVan(beeld, vermelding), zin))
})

describe('twee vermeldingen naast elkaar', () => {
  for (const [naam, deze, ander, verwacht] of [
    ['zelfde bedrag', bedrag(1_00), bedrag(1_00), 'gelijk'],
    ['één cent meer', bedrag(1_00), bedrag(1_01), '€\u00a00,01 meer'],
    ['minder', bedrag(500_00), bedrag(1_00), '€\u00a0499 minder'],
    ['andere periode', bedrag(1_00), bedrag(1_00, { periode: 'geheel' }), 'over een andere periode'],
    ['per jaar tegen eens', bedrag(1_00, { perJaar: true }), bedrag(1_00), 'over een andere periode'],
    [
      'schrijfwijze telt niet',
      maak({ soort: 'naam', naam: 'De  Inloop' }),
      maak({ soort: 'naam', naam: 'de inloop' }),
      'gelijk',
    ],
    ['andere naam', maak({ soort: 'naam', naam: 'a' }), maak({ soort: 'naam', naam: 'b' }), 'andere naam'],
    ['niet te vergelijken', bedrag(1_00), maak({ soort: 'naam', naam: 'b' }), undefined],
  ] as const)
    test(naam, () => assert.equal(oordeel(deze, ander), verwacht))

  test('alleen hetzelfde ding en dezelfde soort, met dezelfde periode vooraan', () => {
    const plan = kleinPlan('gm0000', {
      vermeldingen: [
        bedrag(1_00, { id: 'een' }),
        bedrag(9_00, { id: 'later', periode: { van: '2025' } }),
        bedrag(2_00, { id: 'twee' }),
        bedrag(3_00, { id: 'binnen', aspect: 'beschikbaar' }),
        bedrag(4_00, { id: 'ander', over: { soort: 'onderdeel', id: 'steun' } }),
        maak({ id: 'naam', soort: 'naam', naam: 'x' }),
      ],
      raming: [],
    })
    const [eerste] = plan.vermeldingen
    assert.ok(eerste)
    assert.deepEqual(
      naastElkaar(planbeeldVan(plan), eerste).map(({ id }) => id),
      ['twee', 'binnen', 'later'],
    )
  })
})

describe('plaatsen en dingen', () => {
  const plaats = (anders: Record<string, unknown>): Plaats =>
    Plaats.parse({ id: 'p', soort: 'paragraaf', code: '5.1', titel: 'Nieuw', over: [], ...anders })
  for (const [gegeven, naam, kop] of [
    [plaats({}), 'Paragraaf 5.1', 'Paragraaf 5.1 · Nieuw'],
    [plaats({ soort: 'bijlage', code: null, titel: 'Overzicht' }), 'Bijlage', 'Bijlage · Overzicht'],
    [plaats({ soort: 'tabel', code: null, titel: 'Tabel van 4' }), 'Tabel van 4', 'Tabel van 4'],
  ] as const)
    test(kop, () => assert.deepEqual([plaatsnaam(gegeven), plaatskop(gegeven)], [naam, kop]))

  test('regels', () => {
    assert.deepEqual(
      [regelnaam(undefined), regelnaam([3, 3]), regelnaam([3, 5])],
      ['', 'regel 3', 'regels 3–5'],
    )
  })

  test('elk soort ding heeft een naam, en een adres als het een pagina heeft', () => {
    const echt = planbeeldVan(voorbeeldplan('gm0000'))
    const dingen = echt.plan.vermeldingen.map(({ over }) => genoemd(echt, over))
    assert.deepEqual(
      [...new Set(dingen.filter(({ adres }) => adres === undefined).map(({ soort }) => soort))],
      ['eerder programma'],
    )
    assert.ok(dingen.every(({ naam }) => naam !== ''))
  })

  test('bladeren stopt aan beide kanten', () => {
    const plaatsen = ['a', 'b'].map((id) => plaats({ id }))
    assert.deepEqual(buren(plaatsen, 'a'), { vorige: undefined, volgende: plaatsen[1] })
    assert.deepEqual(buren(plaatsen, 'b'), { vorige: plaatsen[0], volgende: undefined })
    assert.deepEqual(buren(plaatsen, 'weg'), { vorige: undefined, volgende: undefined })
  })
})

test('het document telt elke vermelding precies één keer, op volgorde van regel', () => {
  const plan = voorbeeldplan('gm0000')
  const bevindingen = controleer(plan)
  const plekken = documentVan(planbeeldVan(plan), bevindingen)
  assert.equal(
    plekken.reduce((som, { vermeldingen }) => som + vermeldingen.length, 0),
    plan.vermeldingen.length,
  )
  for (const { vermeldingen } of plekken) {
    const regels = vermeldingen.flatMap((een) => een.regels?.[0] ?? [])
    assert.deepEqual(
      regels,
      regels.toSorted((a, b) => a - b),
    )
  }
  const bijlage = plekken.find(({ plaats }) => plaats.id === 'bijlage')
  assert.ok(bijlage && bijlage.bevindingen > 5)
  assert.ok(
    bevindingenBij(bevindingen, 'bijlage-totaal').some(({ regel }) => regel === 'beschikbaar-en-lasten'),
  )
})

test('elke twijfel in het plan staat in de lijst van slecht leesbare plekken', () => {
  const plan = voorbeeldplan('gm0000')
  const aantal = JSON.stringify(plan).split('"twijfel":').length - 1
  assert.ok(aantal > 50)
  assert.equal(twijfelgevallen(planbeeldVan(plan)).length, aantal)
  assert.deepEqual(twijfelgevallen(beeld), [])
})

test('een bedrag blijft een heel aantal centen', () => {
  const [eerste] = beeld.plan.vermeldingen
  assert.ok(eerste?.soort === 'bedrag' && eerste.bedragCent === centen(4_000_00))
})
