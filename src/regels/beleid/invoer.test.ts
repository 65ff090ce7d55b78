import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { leesVariant, veldenVan } from '#regels/beleid/invoer.ts'
import { KLARE_VARIANTEN } from '#regels/variant/klaar.ts'

const DAG = datum('2023-06-01')

describe('een eigen variant invullen', () => {
  const plek = { id: 'eigen-1', gemeente: 'gm1731', dag: DAG, doortrekken: false }
  const lees = (velden: Record<string, string>) => leesVariant({ naam: 'Proef', ...velden }, plek)

  test('wat het formulier toont, leest het weer zo', () => {
    for (const een of KLARE_VARIANTEN.filter(({ id }) => id !== 'huidig')) {
      const uit = leesVariant(veldenVan(een), { ...plek, id: een.id })
      assert.ok(uit.ok, `${een.id}: ${JSON.stringify(uit)}`)
      assert.deepEqual(uit.waarde, een)
    }
  })

  for (const [naam, velden, veld, zin] of [
    ['geen naam', { naam: ' ', bedrag: '10' }, 'naam', /Geef de variant een naam/u],
    ['niets anders dan nu', {}, 'bedrag', /gelijk aan het huidige beleid/u],
    [
      'hoger dan de wet',
      { bedrag: '19,01' },
      'bedrag',
      /minder vragen dan de wet, maar niet meer.*2\.1\.4a/u,
    ],
    ['negatief', { bedrag: '-1' }, 'bedrag', /lager zijn dan nul/u],
    ['geen bedrag', { bedrag: 'gratis' }, 'bedrag', /Vul een bedrag in/u],
    ['een grens zonder procent', { nihil_alleen: '120' }, 'nihil_alleen', /Zet er dan een % achter/u],
    ['een grens van onzin', { nihil_paar_aow: 'veel' }, 'nihil_paar_aow', /percentage in met een %/u],
    [
      'alles gratis en toch een grens',
      { bedrag: '0', nihil_alleen: '120%' },
      'nihil_alleen',
      /Kies een van de twee/u,
    ],
    [
      'een andere formule én een vast bedrag',
      { formule: 'plan-2022', bedrag: '10' },
      'bedrag',
      /geen vast bedrag/u,
    ],
    ['een halve Regeling', { regeling_een: '15' }, 'regeling_paar', /één persoon én voor een paar/u],
    [
      'wat het Rijk vaststelt',
      { anders_1: 'BWBR0015703-norm-alleen', anders_1_waarde: '900' },
      'anders_1_waarde',
      /stelt het Rijk vast.*\(/u,
    ],
    ['een waarde zonder keuze', { bedrag: '10', anders_2_waarde: '5' }, 'anders_2', /Kies bij welk/u],
    ['een keuze zonder waarde', { anders_1: 'BWBR0015703-norm-alleen' }, 'anders_1_waarde', /Vul in wat/u],
    [
      'een keuze die er niet is',
      { anders_1: '__proto__', anders_1_waarde: '5' },
      'anders_1',
      /uit de lijst/u,
    ],
    ['een formule die er niet is', { formule: 'toString' }, 'formule', /Kies een van de formules/u],
  ] as const)
    test(`${naam}: geweigerd bij ${veld}`, () => {
      const uit = lees(velden)
      assert.equal(uit.ok, false)
      const fout = uit.ok ? undefined : uit.reden.find((een) => een.veld === veld)
      assert.match(fout?.zin ?? JSON.stringify(uit), zin)
    })

  test('één cent onder de wet mag', () => {
    assert.ok(lees({ bedrag: '18,99' }).ok)
  })
})
