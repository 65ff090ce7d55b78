import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GOED, lees, voorbeeld } from '#test/auditfiles.ts'

test('XAF 3.2: de resultaatregels komen eruit, met code, bedrag en plaats', async () => {
  const { ok, verslag, regels } = await lees(voorbeeld('3.2'))
  assert.ok(ok)
  assert.equal(verslag.vorm, 'XAF 3.2')
  assert.deepEqual(verslag.bereik, { administratie: 'xaf:000000000', van: '2023-01-01', tot: '2023-12-31' })
  assert.equal(regels.length, 9)
  assert.deepEqual(regels[0], {
    sleutel: '2023/INK/1001/1',
    soort: 'realisatie',
    datum: '2023-01-31',
    jaar: 2023,
    bedragCent: 8_916_67,
    rekening: '43510',
    rekeningnaam: 'Ingeleend personeel',
    kostenplaats: 'PSD',
    project: '5.1.6',
    stuk: 'F-2301',
    plaats: { regel: 13, boekstuk: 'INK/1001' },
  })
})

test('het verslag telt precies wat er geleverd is, en een rijksbijdrage is credit', async () => {
  const { verslag, regels } = await lees(voorbeeld('3.2'))
  const som = (teken: number): number =>
    regels.reduce((tot, { bedragCent }) => tot + Math.max(0, teken * bedragCent), 0)
  assert.equal(verslag.regels, regels.length)
  assert.equal(verslag.debetCent, som(1))
  assert.equal(verslag.creditCent, som(-1))
  assert.equal(regels.find((regel) => regel.rekening === '84310')?.bedragCent, -114_780_00)
  assert.equal(regels.filter((regel) => regel.project === null).length, 1)
})

test('XAF 4.0 levert op de plaats in het bestand na hetzelfde als 3.2', async () => {
  const zonderPlaats = ({ regels }: Awaited<ReturnType<typeof lees>>) =>
    regels.map(({ plaats, ...rest }) => ({ ...rest, boekstuk: plaats.boekstuk }))
  const nieuw = await lees(voorbeeld('4.0'))
  assert.equal(nieuw.verslag.vorm, 'XAF 4.0')
  const oud = await lees(voorbeeld('3.2'))
  assert.deepEqual(zonderPlaats(nieuw), zonderPlaats(oud))
  assert.deepEqual(nieuw.verslag.bereik, oud.verslag.bereik)
})

test('een boekstuk dat één cent scheef staat, wordt tot op de cent genoemd', async () => {
  const { ok, verslag, bevinding } = await lees(voorbeeld('4.0-fout'))
  assert.equal(ok, false)
  const fouten = verslag.bevindingen.filter((een) => een.ernst === 'fout')
  assert.deepEqual(
    fouten.map((een) => een.code),
    ['boekstuk_niet_in_evenwicht', 'totaal_debet'],
  )
  const scheef = bevinding('boekstuk_niet_in_evenwicht')
  assert.deepEqual(scheef.plaats, { regel: 15, boekstuk: 'INK/1002' })
  assert.match(scheef.zin, /Debet €\s12\.500,01, credit €\s12\.500,00, verschil €\s0,01\./u)
  assert.match(bevinding('totaal_debet').zin, /€\s155\.919,18, het bestand zegt €\s155\.919,17\./u)
})

test('XAF 3.1 met een voorvoegsel, een CDATA en een tijdzone wordt gelezen', async () => {
  const { ok, verslag, regels } = await lees(voorbeeld('3.1'))
  assert.ok(ok)
  assert.deepEqual(verslag.bevindingen, [])
  assert.equal(verslag.vorm, 'XAF 3.1')
  assert.equal(verslag.bereik.administratie, 'xaf:001234567')
  assert.equal(regels.length, 1)
  const [regel] = regels
  assert.equal(regel?.sleutel, '2021/70/21~7/1')
  assert.equal(regel?.rekeningnaam, 'Subsidies & bijdragen')
  assert.equal(regel?.project, '5.2.1')
  assert.equal(regel?.stuk, 'S 21 0007')
})

test('het bestand waarop de andere tests leunen, heeft zelf geen enkele bevinding', async () => {
  const { ok, verslag, regels } = await lees(GOED)
  assert.ok(ok)
  assert.deepEqual(verslag.bevindingen, [])
  assert.deepEqual(
    regels.map((regel) => [regel.sleutel, regel.bedragCent]),
    [
      ['2024/INK/A1/1', 100_00],
      ['2024/INK/A2/1', 200_00],
    ],
  )
})
