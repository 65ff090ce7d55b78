import type { Datum } from '#basis/datum.ts'
import { KOSTENSOORTEN } from '#start/voorbeeldgemeente/kosten.ts'
import type { Boekstuk } from '#start/voorbeeldgemeente/stukken.ts'

/** Schrijft boekstukken als auditfile XAF 3.2, zoals een financieel systeem haar zou afgeven. */

const TEGENREKENING = '16000'
/** Facturen op verplichtingen staan ook in het financiële systeem, op een eigen rekening. */
export const VERPLICHTINGREKENING = '43990'

const REKENINGEN: readonly (readonly [string, string, 'B' | 'P'])[] = [
  [TEGENREKENING, 'Crediteuren', 'B'],
  ...Object.values(KOSTENSOORTEN).map(({ rekening, naam }) => [rekening, naam, 'P'] as const),
  [VERPLICHTINGREKENING, 'Facturen op verplichtingen', 'P'],
]

const bedrag = (cent: number): string => {
  const positief = Math.abs(cent)
  return `${Math.floor(positief / 100)}.${String(positief % 100).padStart(2, '0')}`
}

const regel = (nr: number, rekening: string, cent: number, stuk: Boekstuk, rest = ''): string =>
  `<trLine><nr>${nr}</nr><accID>${rekening}</accID><docRef>${stuk.stuk}</docRef><effDate>${stuk.datum}</effDate>` +
  `<amnt>${bedrag(cent)}</amnt><amntTp>${cent < 0 ? 'C' : 'D'}</amntTp>${rest}</trLine>`

function transactie(stuk: Boekstuk): { tekst: string; regels: number; cent: number } {
  const som = stuk.regels.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  const debet = stuk.regels.map(({ rekening, bedragCent, kostenplaats, project }, i) =>
    regel(
      i + 1,
      rekening,
      bedragCent,
      stuk,
      `<costID>${kostenplaats}</costID>${project === null ? '' : `<projID>${project}</projID>`}`,
    ),
  )
  const tekst =
    `<transaction><nr>${stuk.nummer}</nr><periodNumber>${Number(stuk.datum.slice(5, 7))}</periodNumber>` +
    `<trDt>${stuk.datum}</trDt>${debet.join('')}${regel(debet.length + 1, TEGENREKENING, -som, stuk)}</transaction>`
  const positief = [...stuk.regels.map(({ bedragCent }) => bedragCent), -som].filter((cent) => cent > 0)
  return { tekst, regels: debet.length + 1, cent: positief.reduce((totaal, cent) => totaal + cent, 0) }
}

const perioden = (jaar: number): string =>
  Array.from({ length: 12 }, (_, i) => {
    const maand = String(i + 1).padStart(2, '0')
    const laatste = new Date(Date.UTC(jaar, i + 1, 0)).getUTCDate()
    return `<period><periodNumber>${i + 1}</periodNumber><startDatePeriod>${jaar}-${maand}-01</startDatePeriod><endDatePeriod>${jaar}-${maand}-${laatste}</endDatePeriod></period>`
  }).join('')

const SOORT = { SAL: 'Z', SUB: 'P', INK: 'P', MEM: 'M', BNK: 'B' } as const

/** Het hele boekjaar tot nu toe: zo leveren financiële systemen een auditfile. */
export function maakAuditfile(jaar: number, stukken: readonly Boekstuk[], gemaaktOp: Datum): string {
  const dagboeken = [...Map.groupBy(stukken, ({ dagboek }) => dagboek)]
  const uitgewerkt = dagboeken.map(([dagboek, eigen]) => ({ dagboek, delen: eigen.map(transactie) }))
  const alle = uitgewerkt.flatMap(({ delen }) => delen)
  const totaal = bedrag(alle.reduce((som, { cent }) => som + cent, 0))
  const regels = alle.reduce((som, deel) => som + deel.regels, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">',
    `<header><fiscalYear>${jaar}</fiscalYear><startDate>${jaar}-01-01</startDate><endDate>${jaar}-12-31</endDate><curCode>EUR</curCode><dateCreated>${gemaaktOp}</dateCreated><softwareDesc>Verzonnen voorbeeld</softwareDesc></header>`,
    '<company><companyIdent>GM0000</companyIdent><companyName>Gemeente Voorbeeld</companyName><taxRegistrationCountry>NL</taxRegistrationCountry>',
    `<generalLedger>${REKENINGEN.map(([nummer, naam, soort]) => `<ledgerAccount><accID>${nummer}</accID><accDesc>${naam}</accDesc><accTp>${soort}</accTp></ledgerAccount>`).join('')}</generalLedger>`,
    `<periods>${perioden(jaar)}</periods>`,
    `<openingBalance><opBalDate>${jaar}-01-01</opBalDate><linesCount>0</linesCount><totalDebit>0.00</totalDebit><totalCredit>0.00</totalCredit></openingBalance>`,
    `<transactions><linesCount>${regels}</linesCount><totalDebit>${totaal}</totalDebit><totalCredit>${totaal}</totalCredit>`,
    ...uitgewerkt.flatMap(({ dagboek, delen }) => [
      `<journal><jrnID>${dagboek}</jrnID><jrnTp>${SOORT[dagboek]}</jrnTp>`,
      ...delen.map(({ tekst }) => tekst),
      '</journal>',
    ]),
    '</transactions></company></auditfile>',
    '',
  ].join('\n')
}
