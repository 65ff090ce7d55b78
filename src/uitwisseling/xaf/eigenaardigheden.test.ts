import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anders, type Gelezen, GOED, lees } from '#test/auditfiles.ts'
import { type Waarschuwingscode, ZINNEN } from '#uitwisseling/xaf/teksten.ts'

const NAAMRUIMTE = 'http://www.auditfiles.nl/XAF/3.2'
const PERIODEN = /<periods>.*<\/periods>/u.exec(GOED)?.[0] ?? '?'
const BEGINBALANS = /<openingBalance>.*<\/openingBalance>/u.exec(GOED)?.[0] ?? '?'
const EERSTE = '<amnt>100.00</amnt><amntTp>D</amntTp><costID>'

/** Elke eigenaardigheid die bekend is van een programma: gelezen, en gemeld met aantal en eerste plaats. */
const GEVALLEN: readonly (readonly [
  code: Waarschuwingscode,
  keren: number,
  regel: number | undefined,
  ...vervangingen: (readonly [van: string, naar: string])[],
])[] = [
  ['naamruimte_onbekend', 1, 1, [NAAMRUIMTE, 'http://www.auditfiles.nl/XAF']],
  ['naamruimte_onbekend', 1, 1, [` xmlns="${NAAMRUIMTE}"`, '']],
  ['naamruimte_wijkt_af', 1, 1, [NAAMRUIMTE, 'http://www.odb.belastingdienst.nl/XAF/4.0']],
  ['vervolgbestand', 1, undefined, ['<auditfile', '<!-- Vervolgbestand 2 van 3 --><auditfile']],
  [
    'administratie_onbekend',
    1,
    1,
    ['<taxRegIdent>NL001234567B01</taxRegIdent>', ''],
    ['<companyIdent>GM<', '<companyIdent>-<'],
  ],
  ['valuta_ontbreekt', 1, 3, ['<curCode>EUR</curCode>', '']],
  ['boekjaar_afgeleid', 1, 3, ['<startDate>2024-01-01</startDate><endDate>2024-12-31</endDate>', '']],
  ['boekjaar_afgeleid', 1, 3, ['<fiscalYear>2024</fiscalYear>', '']],
  [
    'boekjaar_gebroken',
    1,
    3,
    ['<fiscalYear>2024', '<fiscalYear>2024-2025'],
    ['<endDate>2024-12-31', '<endDate>2025-06-30'],
  ],
  [
    'rekeningsoort_gemengd',
    1,
    4,
    ['<accDesc>Inhuur</accDesc><accTp>P</accTp>', '<accDesc>Inhuur</accDesc><accTp>M</accTp>'],
  ],
  [
    'rekeningsoort_onbekend',
    1,
    4,
    ['<accDesc>Inhuur</accDesc><accTp>P</accTp>', '<accDesc>Inhuur</accDesc>'],
  ],
  [
    'rekeningsoort_uit_beginbalans',
    1,
    5,
    ['<accDesc>Crediteuren</accDesc><accTp>B</accTp>', '<accDesc>Crediteuren</accDesc><accTp>M</accTp>'],
  ],
  [
    'rekeningnaam_weggelaten',
    1,
    4,
    ['<accDesc>Inhuur</accDesc>', '<accDesc>Inhuur iemand@voorbeeld.nl</accDesc>'],
  ],
  ['tekens_onleesbaar', 1, 4, ['<accDesc>Inhuur</accDesc>', '<accDesc>Inhuur \ufffd</accDesc>']],
  [
    'bedrag_zonder_centen',
    2,
    13,
    ['<amnt>200.00</amnt>', '<amnt>200</amnt>'],
    ['<amnt>200.00</amnt>', '<amnt>200.0</amnt>'],
  ],
  ['bedrag_extra_nullen', 1, 13, ['<amnt>200.00</amnt>', '<amnt>200.0000</amnt>']],
  ['debet_credit_klein', 1, 9, ['<amntTp>D</amntTp><costID>', '<amntTp>d</amntTp><costID>']],
  ['periode_onbekend', 2, 8, [PERIODEN, '']],
  [
    'periode_onbekend',
    1,
    8,
    ['<periodNumber>1</periodNumber><trDt>', '<periodNumber>501</periodNumber><trDt>'],
  ],
  ['periode_ontbreekt', 1, 8, ['<periodNumber>1</periodNumber><trDt>', '<trDt>']],
  ['datum_buiten_boekjaar', 1, 8, ['<trDt>2024-01-10</trDt>', '<trDt>2023-12-31</trDt>']],
  ['datum_met_tijd', 1, 8, ['<trDt>2024-01-10</trDt>', '<trDt>2024-01-10T00:00:00</trDt>']],
  ['factuurdatum_buiten_boekjaar', 1, 9, ['<effDate>2024-01-10</effDate>', '<effDate>2023-12-10</effDate>']],
  ['factuurdatum_ontbreekt', 1, 9, ['<effDate>2024-01-10</effDate>', '']],
  ['verwijzing_weggelaten', 1, 9, ['<docRef>F1</docRef>', '<docRef>factuur Jansen</docRef>']],
  ['kostenplaats_weggelaten', 1, 9, ['<costID>KP1</costID>', '<costID>Jan de Vries</costID>']],
  ['project_weggelaten', 1, 9, ['<projID>P1</projID>', '<projID>111222333</projID>']],
  ['nummer_vervangen', 1, 8, ['<jrnID>INK</jrnID>', '<jrnID>NL91ABNA0417164300</jrnID>']],
  ['beginbalans_ontbreekt', 1, 1, [BEGINBALANS, '']],
  ['beginbalans_regels', 1, 5, ['<linesCount>2</linesCount>', '<linesCount>3</linesCount>']],
  ['beginbalans_als_boekstuk', 1, 12, ['<nr>A2</nr><periodNumber>1<', '<nr>A2</nr><periodNumber>0<']],
]

for (const [code, keren, regel, ...vervangingen] of GEVALLEN)
  test(`${code}: ${vervangingen[0]?.[1].slice(0, 60) ?? ''}`, async () => {
    const { ok, verslag, bevinding } = await lees(anders(...vervangingen))
    const fouten = verslag.bevindingen.filter((een) => een.ernst === 'fout')
    assert.deepEqual(fouten, [])
    assert.ok(ok)
    const gevonden = bevinding(code)
    assert.deepEqual([gevonden.ernst, gevonden.keren], ['waarschuwing', keren])
    assert.ok(gevonden.zin.startsWith(ZINNEN[code]))
    assert.equal(gevonden.plaats.regel, regel)
  })

const eerste = ({ regels }: Gelezen) => regels[0]

test('een negatief bedrag keert om, en de totalen mogen op beide manieren geteld zijn', async () => {
  const negatief = [
    [EERSTE, '<amnt>-100.00</amnt><amntTp>C</amntTp><costID>'],
    ['<amnt>100.00</amnt><amntTp>C</amntTp></trLine>', '<amnt>-100.00</amnt><amntTp>D</amntTp></trLine>'],
  ] as const
  const omgekeerd = await lees(anders(...negatief))
  assert.ok(omgekeerd.ok)
  assert.equal(eerste(omgekeerd)?.bedragCent, 100_00)
  assert.equal(omgekeerd.bevinding('bedrag_negatief').keren, 2)
  const zoalsGeschreven = await lees(
    anders(
      ...negatief,
      ['<totalDebit>300.00</totalDebit>', '<totalDebit>100.00</totalDebit>'],
      ['<totalCredit>300.00</totalCredit>', '<totalCredit>100.00</totalCredit>'],
    ),
  )
  assert.ok(zoalsGeschreven.ok)
  assert.equal(eerste(zoalsGeschreven)?.bedragCent, 100_00)
})

test('Odoo: gewisselde C en S van relaties raken ons niet, want relaties worden niet gelezen', async () => {
  const relatie = (soort: string): string =>
    `<customersSuppliers><customerSupplier><custSupID>1</custSupID><custSupName>Iemand</custSupName><custSupTp>${soort}</custSupTp></customerSupplier></customersSuppliers><generalLedger>`
  const [gewoon, gewisseld] = [
    await lees(anders(['<generalLedger>', relatie('S')])),
    await lees(anders(['<generalLedger>', relatie('C')])),
  ]
  assert.deepEqual(gewisseld.verslag, gewoon.verslag)
  assert.deepEqual(gewisseld.regels, gewoon.regels)
})

test('een gemengde rekening gaat mee zonder naam; in de beginbalans is zij balans en blijft zij weg', async () => {
  const gemengd = await lees(
    anders(['<accDesc>Inhuur</accDesc><accTp>P</accTp>', '<accDesc>Inhuur</accDesc><accTp>M</accTp>']),
  )
  assert.deepEqual([eerste(gemengd)?.rekening, eerste(gemengd)?.rekeningnaam], ['4000', null])
  const balans = await lees(
    anders([
      '<accDesc>Crediteuren</accDesc><accTp>B</accTp>',
      '<accDesc>Crediteuren</accDesc><accTp>M</accTp>',
    ]),
  )
  assert.deepEqual(
    balans.regels.map((regel) => regel.rekening),
    ['4000', '4100'],
  )
})

test('een beginbalans als boekstuk levert alleen resultaatregels, ook bij een rekening zonder soort', async () => {
  const vervangingen = [
    ['<accDesc>Inhuur</accDesc><accTp>P</accTp>', '<accDesc>Inhuur</accDesc>'],
    ['<jrnTp>P</jrnTp>', '<jrnTp>O</jrnTp>'],
  ] as const
  const { regels, bevinding } = await lees(anders(...vervangingen))
  assert.deepEqual(
    regels.map((regel) => regel.rekening),
    ['4100'],
  )
  assert.equal(bevinding('beginbalans_als_boekstuk').keren, 2)
})

test('Business Central: windows-1252, ook waar het van ISO 8859-1 afwijkt', async () => {
  const inhoud = anders(['UTF-8', 'windows-1252'], ['<accDesc>Inhuur', '<accDesc>Inhuur caf? in ?'])
  const bytes = Buffer.from(inhoud, 'latin1')
  const plek = bytes.indexOf('caf?')
  bytes[plek + 3] = 0xe9
  bytes[plek + 8] = 0x80
  const gelezen = await lees(bytes)
  assert.ok(gelezen.ok)
  assert.equal(eerste(gelezen)?.rekeningnaam, 'Inhuur café in €')
  assert.equal(gelezen.bevinding('codering_windows').keren, 1)
})

test('UTF-8 met BOM, UTF-16 met en zonder BOM: dezelfde regels, en het staat erbij', async () => {
  const verwacht = (await lees(GOED)).regels
  const omgedraaid = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()
  for (const [bytes, codes] of [
    [Buffer.from(`\ufeff${GOED}`), ['bom']],
    [Buffer.from(`\ufeff${GOED}`, 'utf16le'), ['bom', 'codering_utf16']],
    [omgedraaid(Buffer.from(`\ufeff${GOED}`, 'utf16le')), ['bom', 'codering_utf16']],
    [Buffer.from(GOED, 'utf16le'), ['codering_utf16']],
    [omgedraaid(Buffer.from(GOED, 'utf16le')), ['codering_utf16']],
  ] as const) {
    const gelezen = await lees(bytes)
    assert.deepEqual(gelezen.codes, codes)
    assert.deepEqual(gelezen.regels, verwacht)
  }
})

test('een declaratie die UTF-16 zegt van een bestand in UTF-8: gewoon gelezen', async () => {
  const { ok, regels } = await lees(anders(['UTF-8', 'utf-16'], ['<accDesc>Inhuur', '<accDesc>Inhuur één']))
  assert.ok(ok)
  assert.equal(regels[0]?.rekeningnaam, 'Inhuur één')
})

test('een codering die wij niet lezen, is een duidelijke fout', async () => {
  assert.deepEqual((await lees(anders(['UTF-8', 'EBCDIC']))).codes, ['codering_onbekend'])
})

test('4.0-velden in een 3.2-bestand en andersom: de inhoud telt', async () => {
  const nieuw = await lees(
    anders(
      ['<costID>KP1</costID><projID>P1</projID>', '<cost>KP1</cost><project>P1</project>'],
      ['<companyIdent>GM</companyIdent>', ''],
      ['<opBalDate>2024-01-01</opBalDate>', ''],
    ),
  )
  assert.equal(nieuw.verslag.vorm, 'XAF 4.0')
  assert.equal(nieuw.bevinding('naamruimte_wijkt_af').keren, 1)
  assert.deepEqual([eerste(nieuw)?.kostenplaats, eerste(nieuw)?.project], ['KP1', 'P1'])
})

test('de administratie is in 3.2 en 4.0 dezelfde, hoe het nummer ook geschreven is', async () => {
  for (const nummer of ['NL001234567B01', 'nl 001234567 b01', '001234567', '01234567'])
    assert.equal(
      (await lees(anders(['NL001234567B01', nummer]))).verslag.bereik.administratie,
      'xaf:001234567',
    )
  const zonder = await lees(anders(['<taxRegIdent>NL001234567B01</taxRegIdent>', ''], ['>GM<', '>Gem1<']))
  assert.equal(zonder.verslag.bereik.administratie, 'xaf:GEM1')
})

test('een boekstuknummer dat geen code is, wordt een blijvend kenmerk waaruit niets te lezen is', async () => {
  const met = (naam: string) => lees(anders(['<nr>A1</nr>', `<nr>${naam}</nr>`]))
  const [een, zelfde, ander] = [
    await met('Jan de Vries'),
    await met('Jan de Vries'),
    await met('Piet de Vries'),
  ]
  assert.match(eerste(een)?.sleutel ?? '', /^2024\/INK\/~[0-9a-f]{16}\/1$/u)
  assert.equal(eerste(een)?.sleutel, eerste(zelfde)?.sleutel)
  assert.notEqual(eerste(een)?.sleutel, eerste(ander)?.sleutel)
  const [streep, los] = [await met('A/1'), await met('A~1')]
  assert.notEqual(eerste(streep)?.sleutel, eerste(los)?.sleutel)
})
