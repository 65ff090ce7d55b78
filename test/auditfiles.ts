import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Invoerbevinding, Invoerregel, Invoerverslag } from '#grootboek/deur.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

/** Auditfiles voor tests: de verzonnen voorbeelden, en één om telkens op één plaats te veranderen. */
export const voorbeeld = (naam: '3.1' | '3.2' | '4.0' | '4.0-fout'): string =>
  readFileSync(`src/uitwisseling/xaf/voorbeelden/verzonnen-${naam}.xaf`, 'utf8')

export async function* stroom(bytes: Uint8Array, brok = bytes.length): AsyncGenerator<Uint8Array> {
  for (let begin = 0; begin < bytes.length; begin += Math.max(1, brok))
    yield bytes.subarray(begin, begin + brok)
}

export type Gelezen = {
  ok: boolean
  verslag: Invoerverslag
  regels: Invoerregel[]
  codes: string[]
  bevinding: (code: string) => Invoerbevinding
}

export async function lees(inhoud: string | Uint8Array, brok?: number): Promise<Gelezen> {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud, 'utf8') : inhoud
  const regels: Invoerregel[] = []
  const uitkomst = await leesXaf(stroom(bytes, brok), (regel) => regels.push(regel))
  const verslag = uitkomst.ok ? uitkomst.waarde : uitkomst.reden
  return {
    ok: uitkomst.ok,
    verslag,
    regels,
    codes: verslag.bevindingen.map((een) => een.code),
    bevinding(code) {
      const gevonden = verslag.bevindingen.find((een) => een.code === code)
      assert.ok(
        gevonden,
        `geen bevinding ${code}, wel ${verslag.bevindingen.map((een) => een.code).join(', ')}`,
      )
      return gevonden
    },
  }
}

const REKENINGEN = [
  ['1100', 'Bank', 'B'],
  ['1600', 'Crediteuren', 'B'],
  ['4000', 'Inhuur', 'P'],
  ['4100', 'Subsidies', 'P'],
]

/** Een klein, foutloos bestand 3.2, op vaste regels: het eerste boekstuk begint op regel 8, het tweede op regel 12. */
export const GOED = `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
<header><fiscalYear>2024</fiscalYear><startDate>2024-01-01</startDate><endDate>2024-12-31</endDate><curCode>EUR</curCode><dateCreated>2025-01-02</dateCreated></header>
<company><companyIdent>GM</companyIdent><companyName>Gemeente Voorbeeld</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>NL001234567B01</taxRegIdent><generalLedger>${REKENINGEN.map(([nummer, naam, soort]) => `<ledgerAccount><accID>${nummer}</accID><accDesc>${naam}</accDesc><accTp>${soort}</accTp></ledgerAccount>`).join('')}</generalLedger><periods><period><periodNumber>1</periodNumber><startDatePeriod>2024-01-01</startDatePeriod><endDatePeriod>2024-01-31</endDatePeriod></period></periods>
<openingBalance><opBalDate>2024-01-01</opBalDate><linesCount>2</linesCount><totalDebit>100.00</totalDebit><totalCredit>100.00</totalCredit><obLine><nr>1</nr><accID>1100</accID><amnt>100.00</amnt><amntTp>D</amntTp></obLine><obLine><nr>2</nr><accID>1600</accID><amnt>100.00</amnt><amntTp>C</amntTp></obLine></openingBalance>
<transactions><linesCount>4</linesCount><totalDebit>300.00</totalDebit><totalCredit>300.00</totalCredit>
<journal><jrnID>INK</jrnID><desc>Inkoop</desc><jrnTp>P</jrnTp>
<transaction><nr>A1</nr><periodNumber>1</periodNumber><trDt>2024-01-10</trDt>
<trLine><nr>1</nr><accID>4000</accID><docRef>F1</docRef><effDate>2024-01-10</effDate><amnt>100.00</amnt><amntTp>D</amntTp><costID>KP1</costID><projID>P1</projID></trLine>
<trLine><nr>2</nr><accID>1600</accID><docRef>F1</docRef><effDate>2024-01-10</effDate><amnt>100.00</amnt><amntTp>C</amntTp></trLine>
</transaction>
<transaction><nr>A2</nr><periodNumber>1</periodNumber><trDt>2024-01-20</trDt>
<trLine><nr>1</nr><accID>4100</accID><docRef>F2</docRef><effDate>2024-01-20</effDate><amnt>200.00</amnt><amntTp>D</amntTp></trLine>
<trLine><nr>2</nr><accID>1600</accID><docRef>F2</docRef><effDate>2024-01-20</effDate><amnt>200.00</amnt><amntTp>C</amntTp></trLine>
</transaction>
</journal></transactions></company></auditfile>
`

/** Verandert het bestand op één of meer plaatsen; wat er niet in staat, is een fout in de test. */
export function anders(...vervangingen: readonly (readonly [van: string, naar: string])[]): string {
  return vervangingen.reduce((tekst, [van, naar]) => {
    assert.ok(tekst.includes(van), `${van} staat niet in het bestand`)
    return tekst.replace(van, naar)
  }, GOED)
}
