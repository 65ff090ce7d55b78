import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anders, GOED, lees, stroom } from '#test/auditfiles.ts'
import { MEESTE_BEVINDINGEN } from '#uitwisseling/bevindingen.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'
import { type Foutcode, ZINNEN } from '#uitwisseling/xaf/teksten.ts'

/** Elke echte fout: wat er veranderd is, en de regel en het boekstuk waar zij gemeld wordt. */
const GEVALLEN: readonly (readonly [
  code: Foutcode,
  regel: number | undefined,
  boekstuk: string | undefined,
  van: string,
  naar: string,
])[] = [
  [
    'boekstuk_niet_in_evenwicht',
    8,
    'INK/A1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amnt>100.01</amnt><amntTp>D</amntTp><costID>',
  ],
  ['totaal_regels', 6, undefined, '<linesCount>4</linesCount>', '<linesCount>5</linesCount>'],
  ['totaal_debet', 6, undefined, '<totalDebit>300.00</totalDebit>', '<totalDebit>300.01</totalDebit>'],
  ['totaal_credit', 6, undefined, '<totalCredit>300.00</totalCredit>', '<totalCredit>299.99</totalCredit>'],
  ['totaal_ontbreekt', 6, undefined, '<linesCount>4</linesCount>', ''],
  ['totaal_ontbreekt', 6, undefined, '<totalDebit>300.00</totalDebit>', ''],
  ['bedrag_onleesbaar', 6, undefined, '<totalDebit>300.00</totalDebit>', '<totalDebit>veel</totalDebit>'],
  ['beginbalans_debet', 5, undefined, '<totalDebit>100.00</totalDebit>', '<totalDebit>100.01</totalDebit>'],
  ['beginbalans_credit', 5, undefined, '<totalCredit>100.00</totalCredit>', '<totalCredit>99</totalCredit>'],
  [
    'beginbalans_niet_in_evenwicht',
    5,
    undefined,
    '<amnt>100.00</amnt><amntTp>D</amntTp></obLine>',
    '<amnt>90.00</amnt><amntTp>D</amntTp></obLine>',
  ],
  ['rekening_onbekend', 5, undefined, '<accID>1100</accID><amnt>', '<accID>1101</accID><amnt>'],
  ['rekening_onbekend', 9, 'INK/A1/1', '<accID>4000</accID><docRef>', '<accID>4001</accID><docRef>'],
  ['rekening_ontbreekt', 9, 'INK/A1/1', '<accID>4000</accID><docRef>', '<docRef>'],
  ['rekening_zonder_nummer', 4, undefined, '<accID>4000</accID><accDesc>', '<accID> </accID><accDesc>'],
  [
    'rekeningnummer_onleesbaar',
    4,
    undefined,
    '<accID>1100</accID><accDesc>',
    '<accID>de bank @ huis</accID><accDesc>',
  ],
  ['dubbele_rekening', 4, undefined, '<accID>1600</accID><accDesc>', '<accID>1100</accID><accDesc>'],
  [
    'rekeningschema_ontbreekt',
    6,
    undefined,
    /<generalLedger>.*<\/generalLedger>/u.exec(GOED)?.[0] ?? '?',
    '',
  ],
  ['dagboek_zonder_nummer', 8, undefined, '<jrnID>INK</jrnID>', ''],
  ['boekstuk_zonder_nummer', 12, 'INK/~', '<nr>A2</nr>', ''],
  [
    'regel_zonder_nummer',
    10,
    'INK/A1',
    '<nr>2</nr><accID>1600</accID><docRef>F1',
    '<accID>1600</accID><docRef>F1',
  ],
  ['dubbel_boekstuk', 12, 'INK/A1', '<nr>A2</nr>', '<nr>A1</nr>'],
  [
    'dubbele_regel',
    10,
    'INK/A1/1',
    '<nr>2</nr><accID>1600</accID><docRef>F1',
    '<nr>1</nr><accID>1600</accID><docRef>F1',
  ],
  [
    'bedrag_ontbreekt',
    9,
    'INK/A1/1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amntTp>D</amntTp><costID>',
  ],
  [
    'bedrag_onleesbaar',
    9,
    'INK/A1/1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amnt>100,00</amnt><amntTp>D</amntTp><costID>',
  ],
  [
    'bedrag_onleesbaar',
    9,
    'INK/A1/1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amnt>100.001</amnt><amntTp>D</amntTp><costID>',
  ],
  [
    'bedrag_onleesbaar',
    9,
    'INK/A1/1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amnt>1E2</amnt><amntTp>D</amntTp><costID>',
  ],
  [
    'bedrag_onleesbaar',
    9,
    'INK/A1/1',
    '<amnt>100.00</amnt><amntTp>D</amntTp><costID>',
    '<amnt>99999999999999999.99</amnt><amntTp>D</amntTp><costID>',
  ],
  ['debet_credit_onleesbaar', 9, 'INK/A1/1', '<amntTp>D</amntTp><costID>', '<amntTp>X</amntTp><costID>'],
  ['debet_credit_onleesbaar', 9, 'INK/A1/1', '<amntTp>D</amntTp><costID>', '<costID>'],
  ['datum_ontbreekt', 8, 'INK/A1', '<trDt>2024-01-10</trDt>', ''],
  ['datum_onleesbaar', 8, 'INK/A1', '<trDt>2024-01-10</trDt>', '<trDt>2024-02-30</trDt>'],
  ['datum_onleesbaar', 8, 'INK/A1', '<trDt>2024-01-10</trDt>', '<trDt>10-01-2024</trDt>'],
  ['datum_onleesbaar', 9, 'INK/A1/1', '<effDate>2024-01-10</effDate>', '<effDate>gisteren</effDate>'],
  [
    'boekjaar_onleesbaar',
    3,
    undefined,
    '<fiscalYear>2024</fiscalYear><startDate>2024-01-01</startDate>',
    '<fiscalYear>nu</fiscalYear>',
  ],
  ['boekjaar_onleesbaar', 3, undefined, '<endDate>2024-12-31</endDate>', '<endDate>2023-12-31</endDate>'],
  ['boekjaar_onleesbaar', 6, undefined, /<header>.*<\/header>/u.exec(GOED)?.[0] ?? '?', ''],
  ['valuta_niet_euro', 3, undefined, '<curCode>EUR</curCode>', '<curCode>USD</curCode>'],
  ['afgebroken', 16, undefined, '</company></auditfile>\n', ''],
  ['geen_xml', 9, 'INK/A1', '<docRef>F1</docRef>', '<docRef>F1</docref>'],
  ['geen_xml', 9, 'INK/A1', '<docRef>F1</docRef>', '<docRef>&naam;</docRef>'],
  ['geen_xaf', 1, undefined, '<auditfile xmlns', '<factuur xmlns'],
  ['oude_auditfile', 3, undefined, '<header>', '<header><auditfileVersion>CLAIR2.00.00</auditfileVersion>'],
]

for (const [code, regel, boekstuk, van, naar] of GEVALLEN)
  test(`${code}: ${naar === '' ? 'zonder ' : ''}${(naar || van).slice(0, 60)}`, async () => {
    const inhoud = anders([van, naar])
    const { ok, bevinding } = await lees(inhoud)
    assert.equal(ok, false)
    const gevonden = bevinding(code)
    assert.equal(gevonden.ernst, 'fout')
    assert.deepEqual(
      { regel: gevonden.plaats.regel, boekstuk: gevonden.plaats.boekstuk },
      { regel, boekstuk },
    )
    assert.ok(gevonden.zin.startsWith(ZINNEN[code]))
  })

test('een leeg bestand, gewone tekst en een plaatje zijn geen auditfile', async () => {
  assert.deepEqual((await lees('')).codes, ['leeg'])
  for (const inhoud of ['gewoon wat tekst', '\ufeff', '   ', '<a/>', '\u0000\u0001PNG'])
    assert.deepEqual(
      (await lees(inhoud)).codes.filter((code) => code !== 'bom'),
      ['geen_xaf'],
      inhoud,
    )
})

test('bedragen die samen te groot zijn om op de cent te tellen, worden niet stil afgerond', async () => {
  const groot = '<amnt>60000000000000.00</amnt>'
  const { ok, bevinding } = await lees(
    anders(
      ['<amnt>100.00</amnt><amntTp>D</amntTp><costID>', `${groot}<amntTp>D</amntTp><costID>`],
      ['<amnt>200.00</amnt>', groot],
    ),
  )
  assert.equal(ok, false)
  assert.equal(bevinding('bedragen_te_groot').plaats.regel, 13)
})

test('elke afgebroken kopie van een goed bestand wordt geweigerd', async () => {
  for (let einde = GOED.trimEnd().length - 1; einde > 0; einde -= 37) {
    const { ok, verslag } = await lees(GOED.slice(0, einde))
    assert.equal(ok, false, `afgebroken na ${einde}`)
    assert.ok(verslag.bevindingen.some((een) => een.ernst === 'fout'))
  }
})

test('duizenden fouten: de eerste met hun plaats, en geteld worden ze alle', async () => {
  const scheef = Array.from(
    { length: 2000 },
    (_, i) =>
      `<transaction><nr>B${i}</nr><periodNumber>1</periodNumber><trDt>2024-01-10</trDt><trLine><nr>1</nr><accID>4000</accID><docRef>F1</docRef><effDate>2024-01-10</effDate><amnt>1.00</amnt><amntTp>D</amntTp></trLine></transaction>\n`,
  ).join('')
  const { ok, verslag } = await lees(anders(['</journal>', `${scheef}</journal>`]))
  assert.equal(ok, false)
  const zelfde = verslag.bevindingen.filter((een) => een.code === 'boekstuk_niet_in_evenwicht')
  assert.equal(
    zelfde.reduce((tot, een) => tot + een.keren, 0),
    2000,
  )
  assert.ok(verslag.bevindingen.length <= MEESTE_BEVINDINGEN + 10)
  assert.deepEqual(zelfde[0]?.plaats, { regel: 16, boekstuk: 'INK/B0' })
  assert.deepEqual(zelfde[499]?.plaats.boekstuk, 'INK/B499')
})

test('een regelnummer mag in een ander boekstuk terugkomen, en een boekstuknummer in een ander dagboek', async () => {
  const tweede = GOED.slice(GOED.indexOf('<journal>'), GOED.indexOf('</transactions>'))
  const { ok, regels } = await lees(
    anders(
      ['</transactions>', `${tweede.replace('<jrnID>INK</jrnID>', '<jrnID>IN</jrnID>')}</transactions>`],
      ['<linesCount>4</linesCount>', '<linesCount>8</linesCount>'],
      ['<totalDebit>300.00</totalDebit>', '<totalDebit>600.00</totalDebit>'],
      ['<totalCredit>300.00</totalCredit>', '<totalCredit>600.00</totalCredit>'],
    ),
  )
  assert.ok(ok)
  assert.equal(new Set(regels.map((regel) => regel.sleutel)).size, 4)
})

test('in een boekstuk met vijfduizend regels wordt een dubbel nummer nog gezien', async () => {
  const regel = (nummer: number): string =>
    `<trLine><nr>${nummer}</nr><accID>4000</accID><docRef>F1</docRef><effDate>2024-01-10</effDate><amnt>0.00</amnt><amntTp>D</amntTp></trLine>`
  const veel = Array.from({ length: 5000 }, (_, i) => regel(i + 3)).join('')
  const metDubbel = (nummer: number): string =>
    anders(
      ['</transaction>', `${veel}${regel(nummer)}</transaction>`],
      ['<linesCount>4</linesCount>', '<linesCount>5005</linesCount>'],
    )
  assert.equal((await lees(metDubbel(9999))).ok, true)
  for (const nummer of [3, 4999])
    assert.equal((await lees(metDubbel(nummer))).bevinding('dubbele_regel').keren, 1)
})

test('een ongeluk bij wie de regels ontvangt, wordt geen bevinding maar gooit', async () => {
  await assert.rejects(
    leesXaf(stroom(Buffer.from(GOED)), () => {
      throw new Error('schijf vol')
    }),
    /schijf vol/u,
  )
})
