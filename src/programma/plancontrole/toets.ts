import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Plan } from '#programma/plan.ts'
import { type Bevinding, controleer } from '#programma/plancontrole/plancontrole.ts'
import { testplan, zin } from '#programma/plancontrole/testplan.ts'

/** Per regel een klein plan waarin zij iets vindt, en hetzelfde plan zonder die fout. */
export type Voorbeeld = {
  regel: string
  wat: string
  mis: Plan
  goed: Plan
  ernst?: Bevinding['ernst']
  euro?: number
  zegt?: RegExp
}

export const A = 'onderdeel:a'
export const B = 'onderdeel:b'
export const G = 'groep:g'
type Zinnen = ReturnType<typeof zin>[]

export const metAB = (zinnen: Zinnen, programma: Record<string, unknown> = {}): Plan =>
  testplan({
    programma,
    groepen: ['g'],
    onderdelen: [
      { id: 'a', groep: 'g' },
      { id: 'b', groep: 'g' },
    ],
    zinnen,
  })
export const metA = (
  zinnen: Zinnen,
  extra: Record<string, unknown> = {},
  programma: Record<string, unknown> = {},
): Plan => testplan({ programma, onderdelen: [{ id: 'a', ...extra }], zinnen })
export const looptijd = (extra: Record<string, unknown>, over = A): Zinnen[number] =>
  zin('looptijd', 'p', over, extra)
export const naam = (tekst: string): Zinnen[number] => zin('naam', 'bijlage', A, { naam: tekst })

/** Eén fout is één bevinding; zonder de fout zwijgt de regel. */
export function toets(voorbeelden: readonly Voorbeeld[]): void {
  for (const { regel, wat, mis, goed, ernst, euro, zegt } of voorbeelden)
    test(`${regel}: ${wat}`, () => {
      const [gevonden, ...meer] = controleer(mis).filter((bevinding) => bevinding.regel === regel)
      assert.ok(gevonden !== undefined, 'niets gevonden')
      assert.deepEqual(
        meer.map(({ titel }) => titel),
        [],
      )
      if (ernst !== undefined) assert.equal(gevonden.ernst, ernst)
      if (euro !== undefined) assert.equal(gevonden.verschilCent, euro * 100)
      if (zegt !== undefined)
        assert.match(`${gevonden.titel} ${gevonden.uitleg} ${gevonden.oorzaak ?? ''}`, zegt)
      const stil = controleer(goed).filter((bevinding) => bevinding.regel === regel)
      assert.deepEqual(
        stil.map(({ uitleg }) => uitleg),
        [],
      )
    })
}
