import { readFileSync } from 'node:fs'
import { anders, voorbeeld } from '#test/auditfiles.ts'
import { BSN, IBAN, KANARIES, MAIL, metKanaries, NAAM } from '#test/kanarie.ts'
import { rijen } from '#test/werkboeken.ts'

/** Bestanden met een kanarie op elke plaats waar een naam, rekening of omschrijving kan staan. */

const VELDEN: Record<string, string[]> = JSON.parse(
  readFileSync('src/uitwisseling/xaf/voorbeelden/velden.json', 'utf8'),
)

export const AUDITFILE_32 = metKanaries(
  anders(
    ['<companyName>Gemeente Voorbeeld', `<companyName>${NAAM}`],
    ['<docRef>F1</docRef>', `<docRef>${IBAN}</docRef><desc>${MAIL}</desc>`],
    ['<costID>KP1</costID>', `<costID>${BSN}</costID>`],
    ['<projID>P1</projID>', `<projID>${NAAM}</projID>`],
    ['<accDesc>Subsidies', `<accDesc>Subsidies ${IBAN}`],
  ),
  VELDEN['3.2'] ?? [],
)
export const AUDITFILE_40 = metKanaries(voorbeeld('4.0'), VELDEN['4.0'] ?? [])
/** Debet en credit kloppen niet, met een naam overal waar een foutmelding iets zou kunnen aanhalen. */
export const FOUTE = AUDITFILE_32.replace(
  '<amnt>200.00</amnt><amntTp>C',
  `<amnt>${NAAM}</amnt><amntTp>${IBAN}`,
)
  .replace('<trDt>2024-01-20', `<trDt>${MAIL}`)
  .replace('<accID>4100</accID><docRef>', `<accID>${NAAM}</accID><docRef>`)
export const KAPOTTE = AUDITFILE_32.replace('</journal>', `<${NAAM.replace(' ', '')}>&${NAAM};</journal>`)

const KOP =
  'Boekstuk Datum Rekening Kostenplaats Project Omschrijving Crediteur Bankrekening Debet Credit'.split(' ')
export const MUTATIES = [
  [`Mutaties voor ${NAAM}`],
  KOP,
  ['B-1', '1-2-2024', '4000', 'KP1', 'P1', KANARIES[5], NAAM, IBAN, '12,50', ''],
  ['B-2', '2-2-2024', '4000', 'KP2', 'P1', MAIL, NAAM, BSN, '20,00', ''],
  ['B-3', '3-2-2024', '4100', 'KP1', 'P2', NAAM, KANARIES[4], IBAN, '', '5,00'],
  [`Totaal ${NAAM}`, '', '', '', '', '', '', '', '32,50', '5,00'],
]
export const SLECHT = [
  KOP,
  ['B-1', '1-2-2024', '4000', NAAM, IBAN, NAAM, NAAM, IBAN, '12,50', ''],
  [IBAN, NAAM, MAIL, NAAM, IBAN, NAAM, NAAM, IBAN, NAAM, IBAN],
]
export const alsCsv = (tabel: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(tabel.map((rij) => rij.join(';')).join('\r\n'))
export const alsBlad = (tabel: string[][]) => ({ bladen: [{ naam: 'Lijst', rijen: rijen(...tabel) }] })

const post = (bedrag: string, kant: string, ref: string): string =>
  `<Ntry><Amt Ccy="EUR">${bedrag}</Amt><CdtDbtInd>${kant}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-03-04</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>${NAAM}</EndToEndId></Refs><RltdPties><Dbtr><Nm>${NAAM}</Nm><PstlAdr><AdrLine>${KANARIES[4]}</AdrLine></PstlAdr></Dbtr><DbtrAcct><Id><IBAN>${IBAN}</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>${KANARIES[5]} ${BSN} ${MAIL}</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>${NAAM}</AddtlNtryInf></Ntry>`
const saldo = (soort: string, bedrag: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${soort}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${bedrag}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2024-03-04</Dt></Dt></Bal>`
export const afschrift = (eind: string): string =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>${NAAM}</MsgId></GrpHdr><Stmt><Id>${NAAM}</Id><Acct><Id><IBAN>NL20INGB0001234567</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>${NAAM}</Nm></Ownr></Acct>${saldo('OPBD', '100.00')}${saldo('CLBD', eind)}${post('10000.00', 'CRDT', 'REF2024001')}${post('5.00', 'DBIT', IBAN)}</Stmt></BkToCstmrStmt></Document>`
