import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { type Boeking, leesInhoud, Periode, schrijfInhoud } from '#grootboek/boeking.ts'
import { besteed, kenToe, zegToe } from '#grootboek/gebeurtenissen.ts'
import { BEGIN, schakel, tekstafdruk } from '#grootboek/keten.ts'

const BUDGET = { programma: 'sociaal', bron: 'rijk', onderdeel: 'inloop', jaar: 2026 }
const EERSTE: Boeking = {
  nr: 1,
  vastgelegdOp: Moment.parse('2026-11-22T08:15:38.123456Z'),
  geldigOp: datum('2026-01-01'),
  soort: 'raming',
  grondslag: { soort: 'besluit', kenmerk: '26-112' },
  regels: [
    ...zegToe(BUDGET, 2026, centen(1_000_000)),
    ...kenToe(BUDGET, centen(1_000_000), {
      taakveld: '6.60',
      taakveldschema: '2025',
      aard: 'structureel',
    }),
  ],
  door: null,
  mandaat: null,
  tweede: null,
  corrigeert: null,
  betreft: null,
  tekstafdruk: null,
}
const TWEEDE: Boeking = {
  ...EERSTE,
  nr: 2,
  vastgelegdOp: Moment.parse('2026-11-22T08:15:38.123457Z'),
  geldigOp: datum('2026-02-28'),
  soort: 'realisatie',
  grondslag: { soort: 'factuur', kenmerk: 'F-2026-0031' },
  regels: besteed(BUDGET, centen(123_405)),
  door: '01890a5d-ac96-774b-bcce-b302099a8057',
  betreft: Periode.parse('2026-01'),
  tekstafdruk: tekstafdruk('00112233445566778899aabbccddeeff', 'Huur januari, naïef geboekt'),
}

test('het voorbeeld in de documentatie is byte voor byte wat wij vastleggen', () => {
  const document = readFileSync('docs/grootboek-keten.md', 'utf8')
  const [, voorbeeld = ''] = /## A golden example[\s\S]*?```\n([\s\S]*?)\n```/u.exec(document) ?? []
  const eerste = schrijfInhoud(EERSTE)
  const hash = schakel(BEGIN, eerste)
  const tweede = schrijfInhoud(TWEEDE)
  assert.deepEqual(voorbeeld.split('\n'), [eerste, hash, tweede, schakel(hash, tweede)])
  assert.deepEqual([leesInhoud(eerste), leesInhoud(tweede)], [EERSTE, TWEEDE])
})

test('een toelichting in losse accenttekens heeft dezelfde afdruk; ander zout of een andere tekst niet', () => {
  assert.equal(tekstafdruk('z', 'nai\u0308ef'), tekstafdruk('z', 'na\u00efef'))
  assert.notEqual(tekstafdruk('z', 'naïef'), tekstafdruk('y', 'naïef'))
  assert.notEqual(tekstafdruk('z', 'naïef'), tekstafdruk('z', 'naief'))
})

const anders = (wijziging: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(schrijfInhoud(TWEEDE)), ...wijziging })

for (const [naam, tekst] of [
  ['geen JSON', '{'],
  ['een veld te veel', anders({ extra: 1 })],
  ['een veld te weinig', schrijfInhoud(TWEEDE).replace('"tweede":null,', '')],
  ['andere versie', anders({ v: 2 })],
  ['nummer als getal', anders({ nr: 2 })],
  ['dag die niet bestaat', anders({ geldigOp: '2026-02-30' })],
  ['moment zonder microseconden', anders({ vastgelegdOp: '2026-11-22T08:15:38.123Z' })],
  ['onbekende soort', anders({ soort: 'gift' })],
  ['bedrag met een breuk', anders({ regels: [['sociaal:rijk:dekking', '1.5', '']] })],
  ['bedrag met voorloopnul', anders({ regels: [['sociaal:rijk:dekking', '05', '']] })],
  ['onbekende rekening', anders({ regels: [['sociaal:rijk:onzin', '5', '']] })],
  ['grondslag met een aanhalingsteken', anders({ grondslag: ['memo', 'a"b'] })],
] as const)
  test(`geen vastgelegde tekst: ${naam}`, () => assert.throws(() => leesInhoud(tekst)))
