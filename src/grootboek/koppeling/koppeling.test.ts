import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { maakKoppeling } from '#grootboek/koppeling/koppeling.ts'
import {
  type Bronverdeling,
  bepaaldsteEerst,
  botst,
  Codepatroon,
  type Doel,
  type Koppelregel,
  pastOp,
} from '#grootboek/koppeling/koppelregel.ts'
import { verdeelVolgens } from '#grootboek/koppeling/verdelen.ts'
import { type Herkenbaar, stelBateVoor, stelVoor } from '#grootboek/koppeling/voorstel.ts'

const naar = (onderdeel: string): Doel => ({
  soort: 'onderdeel',
  programma: 'p',
  onderdeel,
  bron: { soort: 'volgorde' },
  kenmerk: {},
})
let nummer = 0
const regel = (anders: Partial<Koppelregel>): Koppelregel => ({
  regel: `r${++nummer}`,
  versie: 1,
  administratie: null,
  rekening: null,
  kostenplaats: null,
  project: null,
  van: null,
  tot: null,
  doel: naar('o'),
  ...anders,
})
const plaats = { administratie: 'a', rekening: '43210', kostenplaats: '6210', project: 'P7' }
const dag = datum('2024-05-01')
const onderdeelVan = (regels: Koppelregel[], op = dag, waar: typeof plaats = plaats): string | null => {
  const duiding = maakKoppeling(regels, []).duid(waar, op, 'p')
  return duiding.soort === 'hoort_niet' ? 'niet' : duiding.doel.onderdeel
}

describe('de bepaaldste regel wint', () => {
  for (const [naam, wint, verliest] of [
    ['project voor kostenplaats', { project: 'P7' }, { kostenplaats: '6210' }],
    ['kostenplaats voor rekening', { kostenplaats: '6210' }, { rekening: '43210' }],
    ['twee voorwaarden voor één', { rekening: '43210', kostenplaats: '6210' }, { project: 'P7' }],
    ['een hele code voor een begin', { rekening: '43210' }, { project: 'P*' }],
    ['een langer begin voor een korter', { rekening: '432*' }, { rekening: '4*' }],
    ['met administratie voor zonder', { rekening: '4*', administratie: 'a' }, { rekening: '4*' }],
  ] as const)
    test(naam, () => {
      const regels = [regel({ ...verliest, doel: naar('fout') }), regel({ ...wint, doel: naar('goed') })]
      assert.equal(onderdeelVan(regels), 'goed')
      assert.equal(onderdeelVan(regels.toReversed()), 'goed')
    })

  test('zonder regel is het onbekend, bij het programma waarin wordt ingelezen', () => {
    assert.deepEqual(maakKoppeling([], []).duid(plaats, dag, 'p'), {
      soort: 'boeken',
      doel: {
        programma: 'p',
        onderdeel: null,
        ontvangst: null,
        verdeling: { soort: 'bron', bron: null },
        kenmerk: {},
      },
      tekst: 'p:-:-:',
      regel: null,
    })
  })

  test('een regel geldt van en tot en met haar dagen', () => {
    const regels = [
      regel({ project: 'P7', tot: datum('2024-04-30'), doel: naar('oud') }),
      regel({ project: 'P7', van: datum('2024-05-01'), tot: datum('2024-05-31'), doel: naar('nieuw') }),
    ]
    assert.deepEqual(
      ['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map((op) => onderdeelVan(regels, datum(op))),
      ['oud', 'nieuw', 'nieuw', null],
    )
  })

  const Code = fc.constantFrom('4', '43', '43210', '6', '62', '6210', 'P7', 'P')
  const Patroon = fc.option(
    fc.tuple(Code, fc.boolean()).map(([code, ster]) => (ster ? `${code}*` : code)),
    { nil: null },
  )
  const Regel = fc
    .record({ rekening: Patroon, kostenplaats: Patroon, project: Patroon })
    .filter((een) => Object.values(een).some((deel) => deel !== null))
    .map((een) => regel(een))
  test('twee regels met gelijke rang die allebei passen, hebben dezelfde voorwaarden en botsen', () => {
    fc.assert(
      fc.property(Regel, Regel, (een, ander) => {
        if (bepaaldsteEerst(een, ander) !== 0 || !pastOp(een, plaats) || !pastOp(ander, plaats)) return
        assert.ok(botst(een, ander))
      }),
      { numRuns: 2_000 },
    )
  })
  test('regels botsen alleen op een dag waarop zij allebei gelden', () => {
    const een = regel({ project: 'P7', tot: datum('2024-04-30') })
    assert.equal(botst(een, regel({ project: 'P7', van: datum('2024-05-01') })), false)
    assert.equal(botst(een, regel({ project: 'P7', van: datum('2024-04-30') })), true)
    assert.equal(botst(een, { ...een, versie: 2 }), false)
  })
})

describe('hoort er niet bij', () => {
  const niet = regel({ rekening: '0*', doel: { soort: 'hoort_niet' } })
  const los = { rekening: '0123', kostenplaats: null, project: null }
  test('is zeker als geen administratie er iets anders over zegt', () => {
    assert.equal(maakKoppeling([niet], []).zekerNiet(los, dag), true)
    assert.equal(maakKoppeling([], []).zekerNiet(los, dag), false)
    const anders = regel({ rekening: '01*', administratie: 'a' })
    assert.equal(maakKoppeling([niet, anders], []).zekerNiet(los, dag), false)
    assert.equal(maakKoppeling([niet, regel({ rekening: '01*' })], []).zekerNiet(los, dag), false)
  })
})

describe('verdelen over bronnen', () => {
  const vrij = (bron: string): Centen => centen(bron === 'oud' ? 100 : 50)
  for (const [naam, bedrag, wijze, verwacht] of [
    ['één bron', 250, { soort: 'bron', bron: 'x' }, { x: 250 }],
    ['aandelen, grootste rest', 100, aandelen({ a: 1, b: 1, c: 1 }), { a: 34, b: 33, c: 33 }],
    ['waterval', 120, { soort: 'waterval', bronnen: ['oud', 'nieuw'] }, { oud: 100, nieuw: 20 }],
    [
      'wat niet past bij de laatste',
      500,
      { soort: 'waterval', bronnen: ['oud', 'nieuw'] },
      { oud: 100, nieuw: 400 },
    ],
    ['een bate bij de laatste', -30, { soort: 'waterval', bronnen: ['oud', 'nieuw'] }, { nieuw: -30 }],
  ] as const)
    test(naam, () => {
      const delen = verdeelVolgens(centen(bedrag), wijze as Bronverdeling, vrij)
      assert.deepEqual(Object.fromEntries(delen), verwacht)
    })
  test('de delen zijn samen altijd precies het bedrag', () => {
    const Bron = fc.constantFrom('a', 'b', 'c')
    const Wijze = fc.oneof(
      fc.record({ soort: fc.constant('waterval' as const), bronnen: fc.uniqueArray(Bron, { minLength: 1 }) }),
      fc
        .array(fc.record({ bron: Bron, gewicht: fc.integer({ min: 1, max: 1_000 }) }), { minLength: 1 })
        .map((delen) => ({ soort: 'aandelen' as const, delen })),
    )
    const Cent = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(centen)
    fc.assert(
      fc.property(Cent, Wijze, Cent, (bedrag, wijze, ruimte) => {
        const som = verdeelVolgens(bedrag, wijze, () => ruimte).reduce((op, [, deel]) => op + deel, 0)
        assert.equal(som, bedrag)
      }),
    )
  })
})

function aandelen(gewichten: Record<string, number>) {
  const delen = Object.entries(gewichten).map(([bron, gewicht]) => ({ bron, gewicht }))
  return { soort: 'aandelen' as const, delen }
}

describe('voorstellen', () => {
  const onderdeel = (id: string, code: string | null, boven: string | null, naam: string): Herkenbaar => ({
    programma: 'p',
    onderdeel: id,
    code,
    boven,
    namen: [naam],
  })
  const onderdelen = [
    onderdeel('inloop', '5.3.6', null, 'Inloopvoorzieningen'),
    onderdeel('inloop-westerbork', null, '5.3.6', 'Inloop Westerbork'),
    onderdeel('oco', '5.3.4', null, 'Cliëntondersteuning'),
  ]
  const voorstel = (anders: Partial<typeof plaats>, regels: Koppelregel[] = []) => {
    const gevonden = stelVoor({ ...plaats, ...anders }, regels, onderdelen)
    return (
      gevonden && [gevonden.doel.soort === 'onderdeel' ? gevonden.doel.onderdeel : 'niet', gevonden.reden]
    )
  }
  for (const [code, verwacht] of [
    ['5.3.4', 'oco'],
    ['534', 'oco'],
    ['5.3.6-westerbork', 'inloop-westerbork'],
    ['inloop-westerbork', 'inloop-westerbork'],
    ['oco', 'oco'],
  ] as const)
    test(`de code ${code} wijst naar ${verwacht}`, () => {
      assert.deepEqual(voorstel({ project: code }), [verwacht, 'code_gelijk'])
      assert.deepEqual(voorstel({ project: 'P7', kostenplaats: code }), [verwacht, 'code_gelijk'])
    })
  test('zonder herkenbare code en zonder eerdere keuze komt er geen voorstel', () => {
    assert.equal(voorstel({}), undefined)
    assert.equal(voorstel({ project: '5' }), undefined)
  })
  test('hetzelfde project bij een andere rekening geeft dezelfde keuze', () => {
    const regels = [regel({ project: 'P7', rekening: '40000', doel: naar('oco') })]
    assert.deepEqual(voorstel({}, regels), ['oco', 'zelfde_project'])
  })
  test('een bate wijst naar de ene bron die haar code in de naam heeft', () => {
    const bron = (id: string, naam: string) => ({ programma: 'p', bron: id, naam })
    const bronnen = [bron('rijk', 'Bijdrage van het Rijk voor de POK'), bron('eigen', 'Eigen geld')]
    const naarBron = (project: string, uit = bronnen) => {
      const gevonden = stelBateVoor({ project, kostenplaats: null }, uit)?.doel
      return gevonden?.soort === 'ontvangst' ? gevonden.bron : undefined
    }
    assert.deepEqual(
      ['POK', 'eigen', 'P', 'geld van'].map((code) => naarBron(code)),
      ['rijk', 'eigen', undefined, undefined],
    )
    assert.equal(naarBron('POK', [...bronnen, bron('b', 'POK 2022')]), undefined)
  })
  test('eerdere keuzes die elkaar tegenspreken geven geen voorstel', () => {
    const regels = [
      regel({ project: 'P7', rekening: '1', doel: naar('oco') }),
      regel({ project: 'P7', rekening: '2', doel: naar('inloop') }),
    ]
    assert.equal(voorstel({}, regels), undefined)
  })
  test('het langste gelijke begin van een code telt', () => {
    const regels = [
      regel({ kostenplaats: '6211', doel: naar('oco') }),
      regel({ kostenplaats: '62*', doel: naar('inloop') }),
    ]
    assert.deepEqual(voorstel({ project: 'Q1' }, regels), ['oco', 'begin_gelijk'])
  })
})

test('een patroon is een code, of het begin ervan', () => {
  for (const goed of ['7.621', '7.6*', 'P', 'INK 24']) assert.ok(Codepatroon.safeParse(goed).success, goed)
  for (const fout of ['', '*', ' 7', '7*1', '7 ', 'x'.repeat(42)])
    assert.ok(!Codepatroon.safeParse(fout).success, fout)
})
