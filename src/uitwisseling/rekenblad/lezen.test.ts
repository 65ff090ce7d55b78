import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { RARE_TEKST } from '#test/rare-tekst.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  dag,
  formule,
  getal,
  LEEG,
  tekst,
  type Waarde,
  type Werkboek,
  waardeVan,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

const CEL: fc.Arbitrary<Cel> = fc.oneof(
  fc.constant<Cel>(LEEG),
  RARE_TEKST.map(tekst),
  fc.maxSafeInteger().map((waarde) => bedrag(centen(waarde))),
  fc.integer().map(getal),
  fc
    .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((waarde) => dag(datum(waarde.toISOString().slice(0, 10)))),
)

const BLAD = fc.array(fc.array(CEL, { maxLength: 5 }), { maxLength: 6 })

/** Wat er na schrijven en lezen hoort te staan: een bedrag is dan een getal met twee decimalen. */
function verwacht(cel: Cel): Waarde {
  const waarde = waardeVan(cel)
  if (waarde.soort !== 'bedrag') return waarde
  const negatief = waarde.bedrag < 0 ? '-' : ''
  const cijfers = String(Math.abs(waarde.bedrag)).padStart(3, '0')
  return { soort: 'getal', getal: `${negatief}${cijfers.slice(0, -2)}.${cijfers.slice(-2)}` }
}

const kaal = (rijen: readonly (readonly Waarde[])[]): Waarde[][] => {
  const zonderStaart = rijen.map((rij) => rij.slice(0, rij.findLastIndex((cel) => cel.soort !== 'leeg') + 1))
  return zonderStaart.slice(0, zonderStaart.findLastIndex((rij) => rij.length > 0) + 1)
}

for (const [naam, schrijf] of [
  ['ODS', schrijfOds],
  ['XLSX', schrijfXlsx],
] as const) {
  test(`${naam}: elke cel komt terug zoals hij is geschreven`, () => {
    fc.assert(
      fc.property(fc.array(BLAD, { minLength: 1, maxLength: 3 }), (bladen) => {
        const werkboek: Werkboek = {
          bladen: bladen.map(
            (rijen, i): Blad => ({
              naam: `Blad ${i}`,
              rijen: rijen.map((cellen) => ({ cellen })),
              kolommen: [{ breedteMm: 30, soort: 'tekst' }],
            }),
          ),
        }
        const gelezen = leesWerkboek(schrijf(werkboek))
        assert.ok(gelezen.ok)
        assert.deepEqual(
          gelezen.waarde.bladen.map((blad) => kaal(blad.rijen.map(({ cellen }) => cellen.map(waardeVan)))),
          bladen.map((rijen) => kaal(rijen.map((rij) => rij.map(verwacht)))),
        )
      }),
      { numRuns: 150 },
    )
  })

  test(`${naam}: een formule komt terug met haar laatste waarde, een verborgen blad als verborgen`, () => {
    const gelezen = leesWerkboek(
      schrijf({
        bladen: [
          {
            naam: 'Som',
            rijen: [{ cellen: [getal(1), formule('SUM(A1:A1)', { soort: 'getal', getal: '1' })] }],
          },
          { naam: 'Weg', verborgen: true, rijen: [{ verborgen: true, cellen: [tekst('x')] }] },
        ],
      }),
    )
    assert.ok(gelezen.ok)
    const [som, weg] = gelezen.waarde.bladen
    const cel = som?.rijen[0]?.cellen[1]
    assert.ok(cel?.soort === 'formule')
    assert.deepEqual(cel.waarde, { soort: 'getal', getal: '1' })
    assert.equal(weg?.verborgen, true)
    assert.equal(weg?.rijen[0]?.verborgen, true)
  })

  test(`${naam}: dezelfde inhoud geeft dezelfde bytes`, () => {
    const werkboek = { bladen: [{ naam: 'A', rijen: [{ cellen: [tekst('x')] }] }] }
    assert.deepEqual(schrijf(werkboek), schrijf(werkboek))
  })
}
