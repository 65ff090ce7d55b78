import assert from 'node:assert/strict'
import { test } from 'node:test'
import { klein } from '#ui/stijl-klein.ts'

for (const [naam, css, verwacht] of [
  ['commentaar weg', '/* x */ a { color: red; /* y */ }', 'a{color:red}'],
  ['lege regel weg', 'a { } b { margin: 0 }', 'b{margin:0}'],
  [
    'witruimte in een keuze blijft betekenis houden',
    'a   :hover,\n b { color: red }',
    'a :hover,b{color:red}',
  ],
  [
    'een puntkomma in tekst is geen einde',
    'a::after { content: "; x"; color: red }',
    'a::after{content:"; x";color:red}',
  ],
  ['binnen @media', '@media print {\n a { color: red }\n}', '@media print{a{color:red}}'],
  ['calc houdt zijn spaties', 'a { width: calc(1px + 2px) }', 'a{width:calc(1px + 2px)}'],
  [
    '@font-face blijft heel',
    '@font-face { font-family: "A"; src: url(x) }',
    '@font-face{font-family:"A";src:url(x)}',
  ],
] as const)
  test(`klein: ${naam}`, () => assert.equal(klein(css), verwacht))

test('klein houdt alleen de gebruikte klassen van de bibliotheek', () => {
  const css =
    '.utrecht-a { color: red } .utrecht-b, .utrecht-a:hover { color: blue } @media print { .utrecht-b { x: y } }'
  assert.equal(klein(css, new Set(['utrecht-a'])), '.utrecht-a{color:red}\n.utrecht-a:hover{color:blue}')
})

test('klein weigert opmaak met een accolade te weinig', () => {
  assert.throws(() => klein('a { color: red'), /accolade/u)
})
