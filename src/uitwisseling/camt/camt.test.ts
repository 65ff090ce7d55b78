import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { centen, schrijfBedrag } from '#basis/geld.ts'
import type { Camtverslag } from '#uitwisseling/camt/camt.ts'
import { leesCamt } from '#uitwisseling/camt/lezen.ts'
import { type Camtcode, ZINNEN } from '#uitwisseling/camt/teksten.ts'
import { isZoekbaar, zoekKenmerken } from '#uitwisseling/camt/zoeken.ts'

type Post = {
  cent: number
  dag?: string
  ref?: string
  tekst?: readonly string[]
  stand?: string
  extra?: string
}

const euro = (cent: number): string => schrijfBedrag(centen(Math.abs(cent))).replace(',', '.')
const kant = (cent: number): string => `<CdtDbtInd>${cent < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`

const saldo = (soort: string, cent: number, dag: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${soort}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euro(cent)}</Amt>${kant(cent)}<Dt><Dt>${dag}</Dt></Dt></Bal>\n`

function post(
  { cent, dag = '2024-03-04', ref = 'REF2024001', tekst = [], stand = 'BOOK', extra = '' }: Post,
  versie: string,
): string {
  const standveld = versie === '02' ? stand : `<Cd>${stand}</Cd>`
  const regels = tekst.map((een) => `<Ustrd>${een}</Ustrd>`).join('')
  return `<Ntry><Amt Ccy="EUR">${euro(cent)}</Amt>${kant(cent)}${extra}<Sts>${standveld}</Sts><BookgDt><Dt>${dag}</Dt></BookgDt><ValDt><DtTm>${dag}T00:00:00+01:00</DtTm></ValDt><AcctSvcrRef>${ref}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E2E-9</EndToEndId></Refs><RltdPties><Dbtr><Nm>Wilhelmina Kanarie</Nm></Dbtr><DbtrAcct><Id><IBAN>NL02RABO0123456789</IBAN></Id></DbtrAcct></RltdPties><RmtInf>${regels}</RmtInf></TxDtls></NtryDtls></Ntry>\n`
}

function afschrift(
  posten: readonly Post[],
  { versie = '02', begin = 1000_00, eind }: { versie?: string; begin?: number; eind?: number } = {},
): string {
  const som = posten.reduce((tot, een) => tot + ((een.stand ?? 'BOOK') === 'BOOK' ? een.cent : 0), begin)
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${versie}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-03-05T01:00:00</CreDtTm></GrpHdr>
<Stmt><Id>NL91ABNA0417164300.2024-03-04</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Gemeente Kanarie</Nm></Ownr></Acct>
${saldo('OPBD', begin, '2024-03-04')}${saldo('CLBD', eind ?? som, '2024-03-04')}${posten.map((een) => post(een, versie)).join('')}</Stmt></BkToCstmrStmt></Document>
`
}

const RIJK: Post = { cent: 114_780_00, tekst: ['SPUK beschikking DSZ-2024-', '00123 termijn 1'] }
const AF: Post = { cent: -250_05, ref: 'REF2024002', tekst: ['Wilhelmina Kanarie pgb maart'] }

type Gelezen = { ok: boolean; verslag: Camtverslag; codes: string[] }

function lees(inhoud: string | Uint8Array, zoek?: readonly string[]): Gelezen {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud
  const uitkomst = leesCamt(bytes, zoek === undefined ? {} : { zoek })
  const verslag = uitkomst.ok ? uitkomst.waarde : uitkomst.reden
  return { ok: uitkomst.ok, verslag, codes: verslag.bevindingen.map((een) => een.code) }
}

describe('een goed afschrift', () => {
  for (const versie of ['02', '08'])
    test(`versie .${versie}: bedragen, dagen, kenmerk en saldi`, () => {
      const { ok, verslag } = lees(afschrift([RIJK, AF], { versie }))
      assert.ok(ok)
      assert.deepEqual(verslag, {
        vorm: `CAMT.053.${versie}`,
        bevindingen: [],
        afschriften: [
          {
            rekeningeinde: '4300',
            datum: '2024-03-04',
            beginsaldoCent: 1000_00,
            eindsaldoCent: 115_529_95,
            regels: [
              {
                bedragCent: 114_780_00,
                boekdatum: '2024-03-04',
                valutadatum: '2024-03-04',
                kenmerk: 'REF2024001',
                teruggedraaid: false,
                gevonden: [],
                plaats: { regel: 6 },
              },
              {
                bedragCent: -250_05,
                boekdatum: '2024-03-04',
                valutadatum: '2024-03-04',
                kenmerk: 'REF2024002',
                teruggedraaid: false,
                gevonden: [],
                plaats: { regel: 7 },
              },
            ],
          },
        ],
      })
    })

  test('een vreemde naamruimte: de versie volgt uit de inhoud', () => {
    for (const versie of ['02', '08']) {
      const { ok, verslag, codes } = lees(
        afschrift([RIJK], { versie }).replace(/ xmlns="[^"]*"/u, ' xmlns="urn:bank"'),
      )
      assert.ok(ok)
      assert.equal(verslag.vorm, `CAMT.053.${versie}`)
      assert.deepEqual(codes, ['naamruimte_onbekend'])
    }
  })

  test('een voorvoegsel, UTF-16, meer afschriften en een begin dat PRCD heet', () => {
    const inhoud = afschrift([RIJK]).replace('OPBD', 'PRCD')
    const stmt = /<Stmt>[\s\S]*<\/Stmt>/u.exec(inhoud)?.[0] ?? ''
    const dubbel = inhoud.replace('</Stmt>', `</Stmt>${stmt}`)
    const metVoorvoegsel = dubbel
      .replaceAll(/<(\/?)([A-Z])/gu, '<$1ns:$2')
      .replace('xmlns=', 'xmlns:ns=')
      .replace('UTF-8', 'UTF-16')
    const { ok, verslag, codes } = lees(Buffer.from(`\ufeff${metVoorvoegsel}`, 'utf16le'))
    assert.ok(ok)
    assert.deepEqual(codes, ['bom'])
    assert.equal(verslag.afschriften.length, 2)
    assert.deepEqual(verslag.afschriften[0]?.regels.length, 1)
  })

  test('een teruggedraaide regel staat als zodanig, een niet geboekte telt niet mee', () => {
    const { ok, verslag, codes } = lees(
      afschrift([
        { cent: -100, extra: '<RvslInd>true</RvslInd>' },
        { cent: 500, stand: 'PDNG' },
      ]),
    )
    assert.ok(ok)
    assert.deepEqual(codes, ['nog_niet_geboekt'])
    assert.deepEqual(
      verslag.afschriften[0]?.regels.map((regel) => [regel.bedragCent, regel.teruggedraaid]),
      [[-100, true]],
    )
  })

  test('welke posten er ook in staan: begin plus regels is eind, en één cent ernaast wordt gezien', () => {
    const cent = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    fc.assert(
      fc.property(
        cent,
        fc.array(cent, { maxLength: 30 }),
        fc.constantFrom('02', '08'),
        (begin, bedragen, versie) => {
          const posten = bedragen.map((een) => ({ cent: een }))
          const goed = lees(afschrift(posten, { begin, versie }))
          assert.ok(goed.ok)
          assert.deepEqual(
            goed.verslag.afschriften[0]?.regels.map((regel) => regel.bedragCent),
            bedragen.map((een) => een + 0),
          )
          const eind = begin + bedragen.reduce((tot, een) => tot + een, 0)
          assert.deepEqual(lees(afschrift(posten, { begin, eind: eind + 1, versie })).codes, [
            'saldo_sluit_niet',
          ])
        },
      ),
    )
  })
})

describe('fouten, elk met haar plaats', () => {
  const goed = afschrift([RIJK, AF])
  for (const [code, regel, van, naar] of [
    ['saldo_sluit_niet', 7, '<Amt Ccy="EUR">250.05</Amt>', '<Amt Ccy="EUR">250.06</Amt>'],
    ['valuta_niet_euro', 7, '<Amt Ccy="EUR">250.05</Amt>', '<Amt Ccy="USD">250.05</Amt>'],
    ['valuta_niet_euro', 4, '<Amt Ccy="EUR">1000.00</Amt>', '<Amt>1000.00</Amt>'],
    ['bedrag_onleesbaar', 7, '>250.05<', '>250,05<'],
    ['bij_of_af_onleesbaar', 7, '<CdtDbtInd>DBIT</CdtDbtInd>', ''],
    ['datum_onleesbaar', 6, '<BookgDt><Dt>2024-03-04</Dt></BookgDt>', ''],
    ['datum_onleesbaar', 6, '<BookgDt><Dt>2024-03-04<', '<BookgDt><Dt>2024-13-04<'],
    ['beginsaldo_ontbreekt', 7, 'OPBD', 'ITBD'],
    ['eindsaldo_ontbreekt', 7, 'CLBD', 'CLAV'],
    ['geen_camt', 2, '<BkToCstmrStmt>', '<auditfile>'],
    ['ander_camt', 2, '<BkToCstmrStmt>', '<BkToCstmrDbtCdtNtfctn>'],
    ['geen_afschrift', 9, /<Stmt>[\s\S]*<\/Stmt>/u.exec(goed)?.[0] ?? '?', ''],
    ['afgebroken', 8, '</Stmt></BkToCstmrStmt></Document>\n', ''],
    ['geen_xml', 6, '</Refs>', '</refs>'],
    ['doctype', 2, '<Document', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document'],
    ['te_diep', 3, '<Ownr>', '<a>'.repeat(1_000_000)],
    ['te_lang', 3, 'Gemeente Kanarie', 'x'.repeat(3_000_000)],
    ['codering_onbekend', 1, 'UTF-8', 'EBCDIC'],
  ] as const)
    test(`${code}: ${naar.slice(0, 40)}`, () => {
      assert.ok(goed.includes(van))
      const { ok, verslag } = lees(goed.replace(van, naar))
      assert.equal(ok, false)
      const gevonden = verslag.bevindingen.find((een) => een.code === code)
      assert.ok(gevonden, JSON.stringify(verslag.bevindingen))
      assert.equal(gevonden.ernst, 'fout')
      if (code !== 'geen_afschrift' && code !== 'te_lang') assert.equal(gevonden.plaats.regel, regel)
      assert.ok(gevonden.zin.startsWith(ZINNEN[code satisfies Camtcode]))
    })

  test('leeg, te groot en gewone tekst', () => {
    assert.deepEqual(lees('').codes, ['leeg'])
    assert.deepEqual(lees(new Uint8Array(64 * 1024 * 1024 + 1)).codes, ['te_groot'])
    assert.deepEqual(lees('gewoon tekst').codes, ['geen_camt'])
    assert.deepEqual(lees('<a/>').codes, ['geen_camt'])
  })

  test('elke afgebroken kopie wordt geweigerd', () => {
    for (let einde = goed.trimEnd().length - 1; einde > 0; einde -= 29)
      assert.equal(lees(goed.slice(0, einde)).ok, false, `${einde}`)
  })

  test('bedragen die samen te groot zijn, worden niet stil afgerond', () => {
    const groot = { cent: 9_000_000_000_000_000 }
    assert.deepEqual(lees(afschrift([groot, groot], { eind: 0 })).codes, ['bedragen_te_groot'])
    const enTerug = { cent: -groot.cent }
    assert.deepEqual(lees(afschrift([groot, groot, enTerug, enTerug], { eind: 0 })).codes, [
      'bedragen_te_groot',
    ])
  })
})

describe('zoeken naar eigen kenmerken', () => {
  test('een beschikkingsnummer wordt gevonden, ook waar de bank de regel afbrak', () => {
    const { verslag } = lees(afschrift([RIJK, AF]), ['DSZ-2024-00123', 'DSZ-2024-00124', 'E2E-9'])
    assert.deepEqual(
      verslag.afschriften[0]?.regels.map((regel) => regel.gevonden),
      [['DSZ-2024-00123'], []],
    )
  })

  test('een kort kenmerk telt alleen als heel woord', () => {
    assert.deepEqual(zoekKenmerken(['betreft B2024 termijn'], ['B2024', 'T2024']), ['B2024'])
    assert.deepEqual(zoekKenmerken(['betreft AB2024/7'], ['B2024']), [])
    assert.deepEqual(zoekKenmerken(['betreft 12 34 567 89'], ['123456789']), ['123456789'])
    assert.deepEqual(zoekKenmerken([], ['B2024']), [])
  })

  test('naar namen, losse letters, rekeningen en burgerservicenummers wordt niet gezocht', () => {
    for (const term of ['Kanarie', 'Wilhelmina Kanarie', 'pgb', 'a1', 'NL02RABO0123456789', '111222333', ''])
      assert.equal(isZoekbaar(term), false, term)
    const { ok, verslag } = lees(afschrift([AF]), ['Kanarie', 'pgb', 'DSZ-2024-00123'])
    assert.ok(ok)
    assert.deepEqual(
      verslag.bevindingen.map((een) => [een.code, een.keren]),
      [['zoekterm_ongeldig', 2]],
    )
    assert.deepEqual(verslag.afschriften[0]?.regels[0]?.gevonden, [])
  })
})

describe('namen, rekeningen en omschrijvingen blijven buiten', () => {
  const IBAN = 'NL02RABO0123456789'
  const geenKanarie = (uitvoer: unknown): void => {
    const tekst = JSON.stringify(uitvoer)
    assert.doesNotMatch(tekst, /kanarie/iu)
    assert.doesNotMatch(tekst.replace(/[^a-z0-9@]/giu, ''), /rabo0123|abna0417|111222333|@/iu)
  }

  test('uit een gewoon afschrift, met en zonder zoeken', () => {
    geenKanarie(lees(afschrift([RIJK, AF])))
    geenKanarie(lees(afschrift([RIJK, AF]), ['DSZ-2024-00123', 'Kanarie']))
  })

  test('ook niet als het op de plaats van een gelezen veld staat', () => {
    const goed = afschrift([RIJK, AF])
    for (const kanarie of [
      'Wilhelmina Kanarie',
      IBAN,
      'kanarie@voorbeeld.invalid',
      '111222333',
      'pgb kanarie 12',
    ])
      for (const veld of ['>REF2024001<', '>DBIT<', '>BOOK<', '>2024-03-04<', '"EUR"', '>OPBD<'])
        geenKanarie(lees(goed.replace(veld, `${veld[0]}${kanarie}${veld.at(-1)}`)))
  })

  test('een kenmerk dat een rekening is, valt weg met een waarschuwing', () => {
    const { ok, verslag, codes } = lees(afschrift([{ cent: 100, ref: IBAN }]))
    assert.ok(ok)
    assert.deepEqual(codes, ['kenmerk_weggelaten'])
    assert.equal(verslag.afschriften[0]?.regels[0]?.kenmerk, null)
  })

  test('deze toets kan zakken', () => {
    for (const een of ['Kanarie', IBAN, '111.222.333', 'a@b']) assert.throws(() => geenKanarie([een]))
  })
})
