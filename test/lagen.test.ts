import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { GEEN_REGEL, overtredingen } from '#test/lagen.ts'

const bestanden = globSync('src/**/*.{ts,tsx}').filter((pad) => !/\.test\.tsx?$|\/voorbeelden\./u.test(pad))

test('elke kamer leunt alleen omlaag, en door de deur', () => {
  assert.ok(bestanden.length > 50, `maar ${bestanden.length} bestanden gevonden`)
  assert.deepEqual(
    bestanden.flatMap((pad) => overtredingen(pad.replaceAll('\\', '/'), readFileSync(pad, 'utf8'))),
    [],
  )
})

test('elke uitzondering op de regel voor regels bestaat nog en is nog nodig', () => {
  for (const pad of GEEN_REGEL) {
    assert.ok(bestanden.includes(pad), `${pad} bestaat niet meer`)
    assert.notDeepEqual(overtredingen(pad, readFileSync(pad, 'utf8'), new Set()), [], pad)
  }
})

for (const [wat, pad, inhoud, breuk] of [
  ['omlaag mag', 'src/programma/a.page.tsx', `import { x } from '#ui/knop.tsx'`, false],
  ['omlaag door de deur mag', 'src/programma/a.flow.ts', `import { x } from '#toegang/deur.ts'`, false],
  ['binnen de kamer mag', 'src/programma/a.flow.ts', `import { x } from '#programma/a.store.ts'`, false],
  [
    'een type uit een store mag',
    'src/programma/a.ts',
    `import type { X } from '#programma/a.store.ts'`,
    false,
  ],
  ['start mag overal bij', 'src/start/app.ts', `import { x } from '#toegang/routes.ts'`, false],
  ['omhoog niet', 'src/ui/a.tsx', `import { x } from '#programma/deur.ts'`, true],
  ['basis leunt op niets', 'src/basis/a.ts', `import { x } from '#ui/knop.tsx'`, true],
  ['naar een buur niet', 'src/wmo/a.flow.ts', `import { x } from '#regie/deur.ts'`, true],
  ['langs de deur niet', 'src/programma/a.flow.ts', `import { x } from '#toegang/sessie.store.ts'`, true],
  ['een regel met SQL niet', 'src/programma/a.ts', `import { sql } from 'kysely'`, true],
  [
    'een regel met een store niet',
    'src/programma/a.ts',
    `import { findX } from '#programma/a.store.ts'`,
    true,
  ],
  [
    'een type ervoor maakt SQL geen type',
    'src/programma/a.ts',
    `import type { Plan } from '#programma/plan.ts'\nimport { sql } from 'kysely'`,
    true,
  ],
  ['een regel met de klok niet', 'src/programma/a.ts', `const nu = new Date()`, true],
  ['een pad met puntjes niet', 'src/programma/a.flow.ts', `import { x } from './b.ts'`, true],
  ['achteraf importeren ook niet', 'src/ui/a.tsx', `const x = await import('#start/app.ts')`, true],
  ['een kamer die niet bestaat', 'src/utils/a.ts', `export const x = 1`, true],
  ['testhulp in de code niet', 'src/programma/a.flow.ts', `import { x } from '#test/plannen.ts'`, true],
] as const)
  test(`de lagentest zelf: ${wat}`, () => {
    assert.equal(overtredingen(pad, inhoud).length > 0, breuk)
  })
