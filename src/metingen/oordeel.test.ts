import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tijdvak } from '#basis/datum.ts'
import { decimaal } from '#metingen/decimaal.ts'
import { beoordeelMeting, type Maatstaf, padwaarde, verschilTussen } from '#metingen/oordeel.ts'
import { oordeelzin } from '#metingen/teksten.ts'

const MAATSTAF: Maatstaf = {
  nulwaarde: decimaal('60'),
  nuljaar: 2021,
  streefwaarde: decimaal('80'),
  streefjaar: 2026,
}
const meting = (waarde: string | null, laag?: string, hoog?: string, vak = '2025') => ({
  tijdvak: tijdvak(vak),
  waarde: waarde === null ? null : decimaal(waarde),
  ondergrens: laag === undefined ? null : decimaal(laag),
  bovengrens: hoog === undefined ? null : decimaal(hoog),
  methode: laag === undefined ? null : ('opgegeven' as const),
})

for (const [wat, gemeten, maatstaf, code] of [
  ['geen meting', meting(null), MAATSTAF, 'geen-meting'],
  ['geen streefwaarde', meting('70'), { nulwaarde: decimaal('60') }, 'geen-streefwaarde'],
  ['geen richting', meting('70'), { streefwaarde: decimaal('80') }, 'geen-richting'],
  ['de hele marge boven de streefwaarde', meting('84', '80', '88'), MAATSTAF, 'gehaald'],
  ['alleen de waarde erboven', meting('84', '79.9', '88'), MAATSTAF, 'op-koers'],
  ['precies op het pad (2025: 76), zonder marge', meting('76'), MAATSTAF, 'op-koers'],
  ['een tiende eronder, zonder marge', meting('75.9'), MAATSTAF, 'achter'],
  ['een tiende eronder, met marge', meting('75.9', '70', '81'), MAATSTAF, 'geen-verschil'],
  ['de marge raakt het pad net', meting('70', '65', '76'), MAATSTAF, 'geen-verschil'],
  ['de marge raakt het pad net niet', meting('70', '65', '75.9'), MAATSTAF, 'achter'],
  ['slechter dan bij het begin', meting('50', '45', '59.9'), MAATSTAF, 'slechter-dan-begin'],
  ['na het streefjaar telt de streefwaarde', meting('79', '78', '79.9', '2027'), MAATSTAF, 'achter'],
  ['lager is beter', meting('75.9'), { ...MAATSTAF, richting: 'lager' as const }, 'gehaald'],
  [
    'binnen bereik',
    meting('25', '21', '29'),
    { richting: 'binnen' as const, streefwaarde: decimaal('20'), streefTot: decimaal('30') },
    'gehaald',
  ],
  [
    'half binnen bereik',
    meting('25', '21', '31'),
    { richting: 'binnen' as const, streefwaarde: decimaal('20'), streefTot: decimaal('30') },
    'geen-verschil',
  ],
  [
    'buiten bereik',
    meting('35', '31', '39'),
    { richting: 'binnen' as const, streefwaarde: decimaal('20'), streefTot: decimaal('30') },
    'buiten-bereik',
  ],
] as const)
  test(wat, () => assert.equal(beoordeelMeting(gemeten, maatstaf).code, code))

test('het pad loopt per maand, van het eind van het nuljaar tot het eind van het streefjaar', () => {
  const op = (vak: string) => {
    const waarde = padwaarde(MAATSTAF, tijdvak(vak))
    return waarde && Number(waarde.teller) / Number(waarde.noemer)
  }
  assert.equal(op('2021'), 60)
  assert.equal(op('2022'), 64)
  assert.equal(op('2022-H1'), 62)
  assert.equal(op('2022-Q1'), 61)
  assert.equal(op('2020'), 60)
  assert.equal(op('2026'), undefined)
  assert.equal(padwaarde({ ...MAATSTAF, streefjaar: 2021 }, tijdvak('2022')), undefined)
})

const getal = fc.integer({ min: 0, max: 1_000 }).map((t) => decimaal(`${Math.floor(t / 10)}.${t % 10}`))

test('een oordeel volgt nooit uit een verschil dat binnen de marge valt', () => {
  fc.assert(
    fc.property(getal, getal, getal, getal, (een, twee, nul, streef) => {
      const [laag, hoog] = Number(een) <= Number(twee) ? [een, twee] : [twee, een]
      const maatstaf = { ...MAATSTAF, nulwaarde: nul, streefwaarde: streef }
      const { code } = beoordeelMeting(meting(laag, laag, hoog), maatstaf)
      const pad = Number(nul) + (Number(streef) - Number(nul)) * 0.8
      const erin = Number(laag) < pad - 1e-9 && pad + 1e-9 < Number(hoog)
      if (erin && nul !== streef)
        assert.ok(['geen-verschil', 'gehaald'].includes(code), `${code} ${laag} ${pad} ${hoog}`)
    }),
    { numRuns: 2_000 },
  )
})

test('omdraaien van alles draait het oordeel mee', () => {
  fc.assert(
    fc.property(getal, getal, getal, (waarde, nul, streef) => {
      const om = (tekst: string) => decimaal(String((1_000 - Math.round(Number(tekst) * 10)) / 10))
      const hoger = beoordeelMeting(meting(waarde), {
        ...MAATSTAF,
        richting: 'hoger',
        nulwaarde: nul,
        streefwaarde: streef,
      })
      const lager = beoordeelMeting(meting(om(waarde)), {
        ...MAATSTAF,
        richting: 'lager',
        nulwaarde: om(nul),
        streefwaarde: om(streef),
      })
      assert.equal(hoger.code, lager.code)
    }),
  )
})

test('zonder marge zegt de zin dat erbij; wie iedereen telde, zegt dat', () => {
  assert.match(
    oordeelzin(beoordeelMeting(meting('75'), MAATSTAF)),
    /blijft achter\. De marge is niet bekend/u,
  )
  const heel = { ...meting('75', '75', '75'), methode: 'hele-groep' as const }
  assert.match(oordeelzin(beoordeelMeting(heel, MAATSTAF)), /Iedereen is geteld/u)
  assert.match(oordeelzin(beoordeelMeting(meting('75', '74', '75.5'), MAATSTAF)), /ook met de marge/u)
})

test('twee tijdvakken verschillen pas als hun marges los van elkaar liggen', () => {
  assert.equal(verschilTussen(meting('70', '65', '75'), meting('78', '74', '82')), 'geen-verschil')
  assert.equal(verschilTussen(meting('70', '65', '75'), meting('80', '75.1', '85')), 'hoger')
  assert.equal(verschilTussen(meting('70'), meting('69.9')), 'lager')
  assert.equal(verschilTussen(meting('70'), meting(null)), undefined)
})
