import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import {
  betaaldUit,
  geldrijen,
  geldzin,
  groepenMetGeld,
  inbreng,
  jaarzin,
  onverdeeld,
  stellenVan,
  verloopzin,
} from '#programma/geld/geld.ts'
import { Bron, Onderdeel, type Plan } from '#programma/plan.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { kleinPlan } from '#test/plannen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeldVan = (anders: Partial<Plan> = {}) => planbeeldVan(kleinPlan('gm0000', anders))
const echt = planbeeldVan(voorbeeldplan('gm0000'))

/** Jaren met wat erin en eruit gaat; de stand volgt. */
function verloop(...jaren: [jaar: number, erin: number, eruit: number][]) {
  let saldo = 0
  return jaren.map(([jaar, erin, eruit]) => {
    saldo += erin - eruit
    return { jaar, inCent: centen(erin), uitCent: centen(eruit), saldoCent: centen(saldo) }
  })
}

describe('de zin boven het verloop', () => {
  for (const [naam, jaren, zin] of [
    ['leeg', [], 'Er komt niets binnen en er gaat niets uit'],
    ['nullen', verloop([2024, 0, 0]), 'Er komt niets binnen en er gaat niets uit'],
    ['precies op', verloop([2024, 100, 100]), 'Elk jaar komt er genoeg binnen; eind 2024 is er niets over'],
    [
      'één cent over',
      verloop([2024, 101, 100]),
      'Elk jaar komt er genoeg binnen; eind 2024 is er €\u00a00,01 over',
    ],
    [
      'één cent te weinig',
      verloop([2024, 100, 101], [2025, 500, 0]),
      'In 2024 is het geld op: er is dan €\u00a00,01 te weinig',
    ],
    [
      'alleen door mee te nemen',
      verloop([2024, 300_00, 100_00], [2025, 0, 200_00]),
      'Dit sluit alleen als €\u00a0200 van 2024 meegaat naar later; eind 2025 is er niets over',
    ],
  ] as const)
    test(naam, () => assert.equal(verloopzin(jaren), zin))

  test('het Rijksgeld van het echte plan sluit alleen door mee te nemen', () => {
    const stel = stellenVan(echt).find(({ verloop: bekend }) => bekend !== undefined)
    assert.equal(
      verloopzin(stel?.verloop ?? []),
      'Dit sluit alleen als €\u00a0854.430 van 2022 meegaat naar later; eind 2026 is er €\u00a068 over',
    )
  })
})

describe('per groep', () => {
  test('wat binnenkomt is alleen bekend als elke bron een bedrag noemt', () => {
    const [groep] = groepenMetGeld(beeldVan())
    assert.deepEqual([groep?.komtBinnen, groep?.kost, groep?.blijftOver], [10_000_00, 10_000_01, -1])
    const zonder = beeldVan({ bronnen: [Bron.parse({ ...kleinPlan('gm0000').bronnen[0], ontvangsten: [] })] })
    const [leeg] = groepenMetGeld(zonder)
    assert.deepEqual([leeg?.komtBinnen, leeg?.blijftOver, leeg?.kost], [undefined, undefined, 10_000_01])
  })

  test('onderdelen zonder groep krijgen hun eigen rij', () => {
    const los = beeldVan({
      onderdelen: kleinPlan('gm0000').onderdelen.map((een) => Onderdeel.parse({ ...een, groep: null })),
    })
    assert.deepEqual(
      groepenMetGeld(los).map(({ titel, kost }) => [titel, kost]),
      [
        ['Eerste lijn', 0],
        ['Zonder groep', 10_000_01],
      ],
    )
  })

  test('de groepen samen zijn het totaal', () => {
    const som = groepenMetGeld(echt).reduce((tel, { kost }) => tel + kost, 0)
    assert.equal(som, echt.totaal.totaal)
  })
})

const alles = (groepen: ReturnType<typeof geldrijen>): number =>
  groepen
    .flatMap(({ rijen }) => rijen.flatMap(({ perJaar }) => [...perJaar.values()]))
    .reduce<number>((som, cent) => som + cent, 0)

describe('de warmtekaart', () => {
  test('telt precies op tot het totaal, ook als ouder en kind allebei geld hebben', () => {
    assert.equal(alles(geldrijen(echt)), echt.totaal.totaal)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999_99 }), { minLength: 2, maxLength: 2 }),
        ([a, b]) => {
          const plan = kleinPlan('gm0000')
          const beeld = planbeeldVan({
            ...plan,
            onderdelen: plan.onderdelen.map((een) =>
              een.id === 'steun' ? Onderdeel.parse({ ...een, ouder: 'inloop' }) : een,
            ),
            raming: plan.raming.slice(0, 2).map((regel, i) => ({
              ...regel,
              onderdeel: (i === 0 ? 'inloop' : 'steun') as typeof regel.onderdeel,
              bedragCent: centen((i === 0 ? a : b) ?? 0),
            })),
          })
          assert.equal(alles(geldrijen(beeld)), (a ?? 0) + (b ?? 0))
        },
      ),
    )
  })

  test('een groep kiezen laat alleen die groep over', () => {
    const groepen = geldrijen(echt, 'grip-op-de-kosten')
    assert.deepEqual(
      groepen.map(({ titel, rijen }) => [titel, rijen.length]),
      [['Grip op de Kosten', 2]],
    )
    assert.deepEqual(geldrijen(echt, 'bestaat-niet'), [])
  })
})

describe('bronnen', () => {
  test('een stel telt zijn uitgaven en noemt wie geen bedrag heeft', () => {
    const stellen = stellenVan(echt)
    const nieuw = stellen.find(({ bronnen }) => bronnen.some(({ id }) => id === 'begroting-2023-ev'))
    assert.equal(nieuw?.kost, 1_403_000_00)
    assert.equal(nieuw?.verloop, undefined)
    assert.equal(nieuw?.zonderBedrag.length, 2)
    assert.equal(
      stellen.reduce((som, { kost }) => som + kost, 0),
      echt.totaal.totaal,
    )
  })

  test('een kind staat niet nog eens naast zijn ouder', () => {
    const titels = betaaldUit(echt, 'bijdrage-rijk-pok').map(({ id }) => id)
    assert.ok(titels.includes('inloopvoorzieningen' as never))
    assert.ok(!titels.includes('inloop-smilde' as never))
    const som = betaaldUit(echt, 'bijdrage-rijk-pok').reduce((tel, { id }) => tel + echt.geld(id).totaal, 0)
    assert.equal(som, 1_449_000_00)
  })

  test('geen ontvangsten is geen nul', () => {
    assert.equal(inbreng(Bron.parse({ ...kleinPlan('gm0000').bronnen[0], ontvangsten: [] })), undefined)
    assert.equal(echt.plan.bronnen.filter((bron) => inbreng(bron) === undefined).length, 6)
  })
})

describe('zinnen', () => {
  test('het duurste jaar', () => {
    assert.equal(jaarzin(echt), 'Het meeste geld staat in 2023: €\u00a0793.000 van €\u00a02.972.000')
    assert.equal(jaarzin(beeldVan({ raming: [] })), 'Dit plan noemt geen bedragen per jaar')
  })
  test('het geheel', () => {
    assert.equal(
      geldzin(echt),
      'Het programma kost €\u00a02.972.000 en noemt 9 bronnen. Van 6 daarvan noemt het plan geen bedrag.',
    )
    assert.equal(geldzin(beeldVan({ raming: [] })), 'Dit plan noemt geen bedragen.')
    assert.equal(geldzin(beeldVan()), 'Het programma kost €\u00a010.000,01 en noemt 1 bron.')
  })
  test('wat niet over bronnen verdeeld is', () => assert.equal(onverdeeld(beeldVan()), 7_000_01))
})
