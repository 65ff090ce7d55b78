import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { invoerfout } from '#basis/invoerfout.ts'

const Vorm = z.strictObject({
  naam: z.string().min(1).max(5),
  aantal: z.int().min(2).max(9),
  soort: z.enum(['een', 'twee']),
  lijst: z.array(z.string()).min(1),
  dag: z.iso.date(),
})
const goed = { naam: 'abc', aantal: 3, soort: 'een', lijst: ['x'], dag: '2026-01-01' }

for (const [naam, anders, zin] of [
  ['een getal als naam', { naam: 7 }, 'Hier hoort een tekst; er staat een getal.'],
  ['geen naam', { naam: undefined }, 'Hier hoort een tekst; het ontbreekt.'],
  ['een lege naam', { naam: '' }, 'Dit mag niet leeg zijn.'],
  ['een lange naam', { naam: 'abcdef' }, 'Dit mag hoogstens 5 tekens zijn.'],
  ['een tekst als aantal', { aantal: '3' }, 'Hier hoort een getal; er staat een tekst.'],
  ['een breuk als aantal', { aantal: 2.5 }, 'Hier hoort een heel getal; er staat een getal.'],
  ['een te klein aantal', { aantal: 1 }, 'Dit moet minstens 2 zijn.'],
  ['een te groot aantal', { aantal: 10 }, 'Dit mag hoogstens 9 zijn.'],
  ['een onbekende soort', { soort: 'drie' }, 'Kies uit: een, twee.'],
  ['een lege lijst', { lijst: [] }, 'Dit mag niet leeg zijn.'],
  ['geen lijst', { lijst: 'x' }, 'Hier hoort een lijst; er staat een tekst.'],
  ['een onmogelijke dag', { dag: '2026-02-30' }, 'Hier hoort een dag als 2026-11-30.'],
  ['een veld te veel', { kleur: 'rood' }, 'Dit veld kennen wij niet: kleur.'],
] as const)
  test(`invoerfout: ${naam}`, () => {
    const gelezen = Vorm.safeParse({ ...goed, ...anders }, { reportInput: true })
    assert.ok(!gelezen.success)
    assert.deepEqual(gelezen.error.issues.map(invoerfout), [zin])
  })
