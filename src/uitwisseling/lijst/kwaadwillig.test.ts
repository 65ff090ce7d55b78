import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import { Invoerprofiel, leesLijst, stelProfielVoor } from '#uitwisseling/lijst/deur.ts'

test('wat iemand ook aanlevert: er komt een voorstel, regels of een weigering met zinnen, nooit een ongeluk', () => {
  const Cel = fc.oneof(
    fc.constantFrom(
      '',
      'Rekening',
      'Bedrag',
      'Datum',
      'Periode',
      'Jaar',
      'Debet',
      'Credit',
      'Totaal',
      'Kostenplaats',
      'Restant',
    ),
    fc.constantFrom(
      '0',
      '-0',
      '99999999999999999',
      '1e9',
      '31-2-2024',
      '1-1-0150',
      '0150-01-01',
      '9999-12-31',
      '202413',
      '999999',
    ),
    fc.constantFrom(
      'Verplichtingnummer',
      'Primair',
      'Na wijziging',
      'D/C',
      'C',
      '(1',
      '€',
      '-',
      '=1+1',
      '#REF!',
      '2958466',
      '60',
    ),
    fc.string({ maxLength: 12 }),
  )
  const Kop = fc.constantFrom(
    ['Rekening', 'Kostenplaats', 'Datum', 'Periode', 'Debet', 'Credit', 'Boekstuk'],
    ['Jaar', 'Kostensoort', 'Primair', 'Na wijziging', 'Verplicht', 'Realisatie', 'Restant'],
    ['Verplichtingnummer', 'Rekening', 'Datum', 'Jaar', 'Verplicht bedrag', 'Betaald', 'Restant'],
  )
  const Bestand = fc.oneof(
    fc
      .tuple(Kop, fc.array(fc.array(Cel, { minLength: 5, maxLength: 7 }), { maxLength: 6 }))
      .map(([kop, rijen]) => strToU8([kop, ...rijen].map((rij) => rij.join(';')).join('\n'))),
    fc
      .array(fc.array(Cel, { maxLength: 7 }), { maxLength: 12 })
      .map((rijen) => strToU8(rijen.map((rij) => rij.join(';')).join('\n'))),
    fc.uint8Array({ maxLength: 60 }),
  )
  fc.assert(
    fc.property(Bestand, (bytes) => {
      const voorstel = stelProfielVoor(bytes)
      if (!voorstel.ok) return assert.ok(voorstel.reden.every(({ zin }) => zin !== ''))
      const { profiel, ontbreekt } = voorstel.waarde
      assert.equal(
        Invoerprofiel.safeParse(profiel).success,
        ontbreekt.length === 0 && profiel.kolommen.length >= 2,
      )
      const gelezen = leesLijst(bytes, profiel, { administratie: 'a', peildatum: datum('2024-06-30') })
      const { bevindingen, bereik } = gelezen.ok ? gelezen.waarde.verslag : gelezen.reden
      assert.equal(
        bevindingen.some(({ ernst }) => ernst === 'fout'),
        !gelezen.ok,
      )
      assert.ok(bereik.van <= bereik.tot)
      if (gelezen.ok) {
        const { regels } = gelezen.waarde
        assert.equal(new Set(regels.map(({ sleutel }) => sleutel)).size, regels.length)
      }
    }),
    { numRuns: 4000 },
  )
})
