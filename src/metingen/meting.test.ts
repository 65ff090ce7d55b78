import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tijdvak } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import { decimaal } from '#metingen/decimaal.ts'
import { AFGESCHERMD, geldendeMetingen, isBijgesteld, schermAf, type Vastgelegd } from '#metingen/meting.ts'
import { AFSCHERMZIN } from '#metingen/teksten.ts'

const vast = (anders: Partial<Vastgelegd>): Vastgelegd => ({
  reeks: 'plan/doel/indicator',
  tijdvak: tijdvak('2024'),
  maat: 'percentage',
  waarde: decimaal('50'),
  ontbreekt: null,
  toelichting: 'geheime woorden',
  aantal: 100,
  populatie: null,
  ondergrens: decimaal('40'),
  bovengrens: decimaal('60'),
  methode: 'wilson',
  soort: 'definitief',
  bron: 'bron',
  reden: null,
  volgnr: 1,
  op: Moment.parse('2025-01-01T00:00:00.000000Z'),
  door: null,
  ...anders,
})

for (const [wat, anders, teZien] of [
  ['tien mensen', { maat: 'mensen', waarde: decimaal('10'), aantal: null }, true],
  ['negen mensen', { maat: 'mensen', waarde: decimaal('9'), aantal: null }, false],
  ['niemand', { maat: 'mensen', waarde: decimaal('0'), aantal: null }, true],
  ['teller en rest van tien', { aantal: 20 }, true],
  ['een teller van negen', { aantal: 20, waarde: decimaal('45') }, false],
  ['een rest van negen', { aantal: 20, waarde: decimaal('55') }, false],
  ['iedereen hetzelfde', { aantal: 100, waarde: decimaal('100') }, false],
  ['niemand van honderd', { aantal: 100, waarde: decimaal('0') }, false],
  ['negen antwoorden', { aantal: 9 }, false],
  ['een percentage dat de bron al beschermde', { aantal: null, waarde: decimaal('3') }, true],
  ['een gemiddelde van negen mensen', { maat: 'getal', aantal: 9 }, false],
  ['een gemiddelde van tien mensen', { maat: 'getal', aantal: 10 }, true],
  [
    '97 van een groep van honderd',
    { maat: 'mensen', waarde: decimaal('97'), aantal: null, populatie: 100 },
    false,
  ],
  ['97 van honderd antwoorden', { maat: 'mensen', waarde: decimaal('97'), aantal: 100 }, false],
  ['97 mensen die allemaal geteld zijn', { maat: 'mensen', waarde: decimaal('97'), aantal: 97 }, true],
  ['vijftig van honderd', { maat: 'mensen', waarde: decimaal('50'), aantal: null, populatie: 100 }, true],
  ['niemand van acht', { maat: 'mensen', waarde: decimaal('0'), aantal: null, populatie: 8 }, false],
  ['een percentage van vijf mensen', { aantal: null, populatie: 5, waarde: decimaal('60') }, false],
  ['een kwart van een groep van twaalf', { aantal: null, populatie: 12, waarde: decimaal('25') }, false],
  ['een kwart van een groep van duizend', { aantal: null, populatie: 1_000, waarde: decimaal('25') }, true],
  ['een getal zonder mensen', { maat: 'getal', aantal: null, waarde: decimaal('2') }, true],
] as const satisfies readonly (readonly [string, Partial<Vastgelegd>, boolean])[])
  test(`${wat} ${teZien ? 'mag naar buiten' : 'blijft binnen'}`, () => {
    const buiten = schermAf(vast(anders))
    assert.equal(buiten.ontbreekt === AFGESCHERMD, !teZien)
    if (!teZien) assert.doesNotMatch(JSON.stringify(buiten), /geheime|"4\d|"5\d|"aantal":\d|"waarde":"/u)
  })

test('wat buiten komt, gaat nooit over een tot negen mensen; lager dan vijf kan niemand de drempel zetten', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -5, max: 20 }),
      (n, x, drempel) => {
        const teller = Math.min(x, n)
        const waarde = decimaal((Math.round((teller / n) * 1e6) / 1e4).toFixed(4))
        const echt = Math.max(drempel, 5)
        const buiten = schermAf(vast({ waarde, aantal: n }), drempel)
        if (buiten.waarde === null) return
        for (const cel of [n, teller, n - teller]) assert.ok(cel >= echt - 0.001, `${cel} van ${n}`)
      },
    ),
    { numRuns: 2_000 },
  )
  assert.match(AFSCHERMZIN, /minder dan 10/u)
})

test('de jaargang die op een moment gold, verandert niet door wat later bekend werd', () => {
  const moment = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 8 }), moment, (momenten, dan) => {
      const op = (i: number) => Moment.parse(`2025-01-0${i + 1}T00:00:00.000000Z`.replace('010T', '10T'))
      const alle = momenten.toSorted().map((i, n) => vast({ volgnr: n + 1, op: op(i) }))
      const toen = geldendeMetingen(alle, op(dan))
      const later = geldendeMetingen(
        alle.filter((een) => een.op <= op(dan)),
        undefined,
      )
      assert.deepEqual(toen, later)
      assert.ok(toen.length <= 1)
    }),
  )
})

test('bijgesteld is wat na een definitief cijfer nog veranderde', () => {
  const jaargangen = [
    { soort: 'voorlopig', volgnr: 1 },
    { soort: 'definitief', volgnr: 2 },
  ] as const
  assert.equal(isBijgesteld(jaargangen), false)
  assert.equal(isBijgesteld([...jaargangen, { soort: 'definitief', volgnr: 3 }]), true)
})
