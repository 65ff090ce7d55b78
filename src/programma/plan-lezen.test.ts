import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leesPlan } from '#programma/plan-lezen.ts'
import { kleinPlan } from '#test/plannen.ts'

type Los = Record<string, unknown>
const plan = (): Los => structuredClone(kleinPlan('gm0001')) as Los
const eerste = (lijst: unknown): Los => (lijst as Los[])[0] as Los

/** Verandert het plan op zijn plaats en geeft het terug. */
const met = (verander: (plan: Los) => void): Los => {
  const anders = plan()
  verander(anders)
  return anders
}

test('een kloppend plan komt er heel uit', () => {
  assert.deepEqual(leesPlan(plan()), { ok: true, waarde: kleinPlan('gm0001') })
})

for (const [naam, gegevens, pad] of [
  ['geen object', 7, 'formaat'],
  ['niets', undefined, 'formaat'],
  ['een ander formaat', { formaat: 'begroting', versie: 1 }, 'formaat'],
  ['een nieuwere versie', { formaat: 'programmaplan', versie: 2 }, 'versie'],
  [
    'een veld te veel',
    met((p) => {
      p['kleur'] = 'rood'
    }),
    '(bestand)',
  ],
  [
    'een getal als titel',
    met((p) => {
      eerste(p['doelen'])['titel'] = 3
    }),
    'doelen[0].titel',
  ],
  [
    'een breuk als bedrag',
    met((p) => {
      eerste(p['raming'])['bedragCent'] = 0.5
    }),
    'raming[0].bedragCent',
  ],
  [
    'een bedrag als tekst',
    met((p) => {
      eerste(p['raming'])['bedragCent'] = '400000'
    }),
    'raming[0].bedragCent',
  ],
  [
    'een onmogelijke dag',
    met((p) => {
      eerste(eerste(p['onderdelen'])['mijlpalen'])['wanneer'] = '2023-02-30'
    }),
    'onderdelen[0].mijlpalen[0].wanneer',
  ],
  [
    'een sleutel met hoofdletters',
    met((p) => {
      eerste(p['bronnen'])['id'] = 'Rijk'
    }),
    'bronnen[0].id',
  ],
  [
    'een groep die er niet is',
    met((p) => {
      eerste(p['onderdelen'])['groep'] = 'weg'
    }),
    'onderdelen[0].groep',
  ],
  [
    'een ouder die er niet is',
    met((p) => {
      eerste(p['onderdelen'])['ouder'] = 'weg'
    }),
    'onderdelen[0].ouder',
  ],
  [
    'een ouder die zichzelf is',
    met((p) => {
      eerste(p['onderdelen'])['ouder'] = 'inloop'
    }),
    'onderdelen[0].ouder',
  ],
  [
    'een bron in de raming die er niet is',
    met((p) => {
      eerste(p['raming'])['bron'] = 'weg'
    }),
    'raming[0].bron',
  ],
  [
    'een vermelding over niets',
    met((p) => {
      eerste(p['vermeldingen'])['over'] = { soort: 'doel', id: 'weg' }
    }),
    'vermeldingen[0].over.id',
  ],
  [
    'een vermelding op geen plaats',
    met((p) => {
      eerste(p['vermeldingen'])['plaats'] = 'weg'
    }),
    'vermeldingen[0].plaats',
  ],
  [
    'tweemaal dezelfde sleutel',
    met((p) => {
      ;(p['doelen'] as Los[]).push(eerste(p['doelen']))
    }),
    'doelen[1].id',
  ],
  [
    'tweemaal hetzelfde jaar uit dezelfde bron',
    met((p) => {
      ;(p['raming'] as Los[]).push(eerste(p['raming']))
    }),
    'raming[3]',
  ],
] as const)
  test(`geweigerd met de plaats: ${naam}`, () => {
    const gelezen = leesPlan(gegevens)
    assert.ok(!gelezen.ok)
    assert.equal(gelezen.reden[0]?.pad, pad)
    assert.ok((gelezen.reden[0]?.melding.length ?? 0) > 10)
  })

test('drie onderdelen in een kring worden alle drie genoemd', () => {
  const kring = met((p) => {
    const [een, twee] = p['onderdelen'] as [Los, Los]
    een['ouder'] = 'steun'
    twee['ouder'] = 'inloop'
  })
  const gelezen = leesPlan(kring)
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    gelezen.reden.map((fout) => fout.pad),
    ['onderdelen[0].ouder', 'onderdelen[1].ouder'],
  )
})

test('wat er ook in staat, lezen gooit nooit', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (waarde) => {
      leesPlan(waarde)
      leesPlan({ ...plan(), onderdelen: waarde, vermeldingen: waarde })
    }),
  )
})
