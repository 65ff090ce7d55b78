import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import {
  bladVan,
  eindeVan,
  eindreden,
  maakLijst,
  PER_PAGINA,
  resultaatzin,
} from '#programma/onderdelen/lijst.ts'
import { leesOnderdelenvraag, ZONDER_GROEP } from '#programma/onderdelen/vraag.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeld = planbeeldVan(voorbeeldplan('gm1731'))
const dag = datum('2026-06-15')

const vraag = (velden: Record<string, string>, van: Planbeeld = beeld) => {
  const gevraagd = leesOnderdelenvraag(velden)
  const lijst = maakLijst(van, gevraagd, dag)
  return {
    ...lijst,
    ids: lijst.rijen.map(({ onderdeel }) => onderdeel.id as string),
    zin: resultaatzin(lijst, gevraagd),
  }
}

test('zonder vraag staat alles er, en is de som die van het plan', () => {
  const { ids, som, aantal } = vraag({})
  assert.equal(ids.length, beeld.plan.onderdelen.length)
  assert.equal(som, beeld.totaal.totaal)
  assert.equal(aantal, beeld.bladeren.length)
})

test('wat uit het Rijk betaald wordt: alle bronnen van die soort samen', () => {
  assert.equal(
    vraag({ bron: 'soort:rijk' }).zin,
    '16 onderdelen, samen €\u00a01.449.000. Van €\u00a01.449.000 zegt het plan niet hoeveel er uit welke bron komt.',
  )
})

test('wat eindigt in 2024: volgens de planning, en volgens het geld', () => {
  const { ids } = vraag({ eindigt: '2024' })
  assert.deepEqual(ids, ['steunouders', 'pilots-dorpen', 'pilot-witteveen', 'wams', 'projectleider-jeugd'])
  const reden = (id: string) => {
    const onderdeel = beeld.onderdeel.get(id)
    assert.ok(onderdeel)
    return eindreden(beeld, onderdeel, 2024)
  }
  assert.equal(reden('wams'), 'laatste jaar met geld')
  assert.equal(reden('pilot-witteveen'), 'einde volgens de planning')
})

test('beide redenen samen staan er samen', () => {
  const plan = kleinPlan('gm8001')
  const klein = planbeeldVan(plan)
  const [eerste] = plan.onderdelen
  assert.ok(eerste)
  assert.deepEqual(eindeVan(klein, eerste), { planning: 2025, geld: 2025 })
  assert.equal(eindreden(klein, eerste, 2025), 'einde volgens de planning en laatste jaar met geld')
})

for (const [zoek, eerste] of [
  ['5.3.4', 'oco'],
  ['cliëntondersteuning', 'oco'],
  ['CLIENTONDERSTEUNING', 'oco'],
  ['5.3.8', 'samenwerking'],
  ['ouders steun', 'steunouders'],
] as const)
  test(`zoeken op "${zoek}"`, () => {
    assert.equal(vraag({ zoek }).ids[0], eerste)
  })

test('een nummer vindt zichzelf en wat erin zit, niet wat er toevallig mee begint', () => {
  assert.deepEqual(vraag({ zoek: '5.3.1' }).ids, ['mediation'])
  assert.ok(vraag({ zoek: '5.3' }).ids.includes('oco'))
})

test('een tikfout vindt wat bedoeld was en zegt dat erbij', () => {
  const { ids, bedoeld } = vraag({ zoek: 'mediaton' })
  assert.deepEqual([ids[0], bedoeld], ['mediation', 'mediation'])
})

test('wie het geheel zoekt, krijgt ook wat eronder valt, met het geld één keer', () => {
  const { rijen, aantal, som } = vraag({ zoek: 'inloopvoorzieningen' })
  const [ouder, ...kinderen] = rijen.filter(({ onderdeel }) => onderdeel.id.startsWith('inloop'))
  assert.equal(ouder?.diepte, 0)
  assert.deepEqual(
    kinderen.map(({ diepte }) => diepte),
    [1, 1, 1, 1, 1, 1],
  )
  assert.equal(aantal, kinderen.length)
  assert.equal(som, 328_000_00)
})

test('een kind zonder zijn ouder in de lijst staat los, met zijn eigen geld', () => {
  const { rijen, som } = vraag({ zoek: 'Smilde', jaar: '2023' })
  assert.deepEqual(
    rijen.map(({ onderdeel, diepte }) => [onderdeel.id, diepte]),
    [
      ['inloop-smilde', 0],
      ['inloop-bovensmilde', 0],
    ],
  )
  assert.equal(som, 22_500_00)
})

test('de groepen samen zijn het geheel, in elk jaar', () => {
  const groepen = [...beeld.plan.groepen.map(({ id }) => id as string), ZONDER_GROEP]
  for (const jaar of ['', ...beeld.jaren.map(String)]) {
    const delen = groepen.map((groep) => vraag({ groep, jaar }))
    assert.equal(
      delen.reduce((som, deel) => som + deel.som, 0),
      vraag({ jaar }).som,
    )
  }
})

test('sorteren verandert de volgorde, nooit de inhoud, en laat kinderen bij hun ouder', () => {
  const alles = vraag({})
  fc.assert(
    fc.property(
      fc.constantFrom('plan', 'naam', 'bedrag', 'begin', 'einde'),
      fc.constantFrom('', '-'),
      (sorteer, richting) => {
        const { rijen, ids, som } = vraag({ sorteer: richting + sorteer })
        assert.deepEqual(ids.toSorted(), alles.ids.toSorted())
        assert.equal(som, alles.som)
        rijen.forEach(({ onderdeel, diepte }, i) => {
          if (diepte > 0)
            assert.ok(rijen.slice(0, i).some((eerder) => eerder.onderdeel.id === onderdeel.ouder))
        })
      },
    ),
  )
})

test('aflopend op bedrag begint met het grootste', () => {
  assert.equal(vraag({ sorteer: '-bedrag' }).ids[0], 'programmamanagement')
})

test('een onbekende groep geeft niets, en zegt dat', () => {
  assert.equal(vraag({ groep: 'bestaat-niet' }).zin, 'Geen onderdelen gevonden.')
})

test('een bladzijde te ver is de laatste', () => {
  const lijst = maakLijst(beeld, leesOnderdelenvraag({}), dag)
  const veel = {
    ...lijst,
    rijen: Array.from({ length: PER_PAGINA * 2 + 1 }, () => lijst.rijen[0]).filter(
      (rij) => rij !== undefined,
    ),
  }
  assert.deepEqual(
    [bladVan(veel, 99).pagina, bladVan(veel, 99).rijen.length, bladVan(veel, 1).rijen.length],
    [3, 1, PER_PAGINA],
  )
})
