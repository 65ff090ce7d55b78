import { once } from 'node:events'
import { parseArgs } from 'node:util'

/**
 * Maakt een verzonnen auditfile (XAF) van elk gewenst aantal regels, altijd dezelfde bij dezelfde opdracht, als stroom
 * en dus zonder hem in het geheugen te houden. Er staan namen, bankrekeningen en omschrijvingen in die een lezer moet
 * laten vallen. Gebruik: `node --import tsx bench/xaf-maak.ts --regels 1000000 --versie 4.0 > bestand.xaf`.
 */
export type Xafopdracht = {
  /** Boekingsregels samen; het laatste boekstuk vangt de rest op. */
  regels: number
  versie: '3.2' | '4.0'
  jaar?: number | undefined
  /** Eigen nummers voor de administratie, om er meer dan één te hebben. */
  administratie?: string | undefined
  /** Verschuift de bedragen: een gecorrigeerde versie van hetzelfde bestand. */
  afwijking?: ((regel: Xafregel) => number) | undefined
}

export type Xafregel = {
  dagboek: string
  boekstuk: string
  nummer: number
  rekening: string
  /** Debet is positief. */
  cent: number
  datum: string
  periode: number
  kostenplaats: string | undefined
  project: string | undefined
  stuk: string
}

const DAGBOEKEN = ['INK', 'SAL', 'MEM', 'BNK'] as const
const BALANS = { crediteuren: '1600', bank: '1100', reserve: '0500' } as const
const RESULTAAT = [
  ['43510', 'Ingeleend personeel'],
  ['43800', 'Overige goederen en diensten'],
  ['44200', 'Subsidies'],
  ['44300', 'Sociale verstrekkingen in natura'],
  ['84310', 'Bijdrage van het Rijk'],
] as const
const BROK = 64 * 1024

/** Een vaste dobbelsteen (mulberry32): dezelfde worpen op elke machine. */
function dobbelsteen(zaad: number): (kanten: number) => number {
  let stand = zaad >>> 0
  return (kanten) => {
    stand = (stand + 0x6d2b79f5) >>> 0
    let t = Math.imul(stand ^ (stand >>> 15), stand | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % kanten
  }
}

const twee = (getal: number): string => String(getal).padStart(2, '0')

/** Alle regels op volgorde van dagboek en boekstuk: per boekstuk één tot drie resultaatregels en een tegenregel. */
export function* xafRegels({ regels, jaar = 2025, afwijking }: Xafopdracht): Generator<Xafregel> {
  const gooi = dobbelsteen(20_260_101 + regels)
  const perDagboek = Math.floor(regels / DAGBOEKEN.length)
  for (const [plaats, dagboek] of DAGBOEKEN.entries()) {
    const isLaatste = plaats === DAGBOEKEN.length - 1
    let over = isLaatste ? regels - perDagboek * plaats : perDagboek
    for (let nummer = 1; over > 1; nummer++) {
      const aantal = over <= 4 ? over : 2 + gooi(3) - (over === 5 ? 1 : 0)
      over -= Math.max(2, aantal)
      yield* boekstuk(dagboek, nummer, Math.max(2, aantal), { gooi, jaar, afwijking })
    }
  }
}

type Maakwijze = Pick<Xafopdracht, 'afwijking'> & { gooi: (kanten: number) => number; jaar: number }

function* boekstuk(
  dagboek: string,
  nummer: number,
  aantal: number,
  { gooi, jaar, afwijking }: Maakwijze,
): Generator<Xafregel> {
  const periode = 1 + gooi(12)
  const gedeeld = {
    dagboek,
    boekstuk: String(nummer).padStart(4, '0'),
    periode,
    datum: `${jaar}-${twee(periode)}-${twee(1 + gooi(28))}`,
    stuk: `${dagboek}-${jaar}-${nummer}`,
  }
  let tegen = 0
  for (let i = 1; i < aantal; i++) {
    const [rekening] = RESULTAAT[gooi(RESULTAAT.length)] ?? RESULTAAT[0]
    const regel: Xafregel = {
      ...gedeeld,
      nummer: i,
      rekening,
      cent: (gooi(9) === 0 ? -1 : 1) * (1 + gooi(5_000_000)),
      kostenplaats: gooi(10) === 0 ? undefined : `KP${gooi(40)}`,
      project: gooi(6) === 0 ? undefined : `5.${1 + gooi(3)}.${1 + gooi(30)}`,
    }
    regel.cent += afwijking?.(regel) ?? 0
    tegen -= regel.cent
    yield regel
  }
  const tegenrekening = dagboek === 'BNK' ? BALANS.bank : BALANS.crediteuren
  yield {
    ...gedeeld,
    nummer: aantal,
    rekening: tegenrekening,
    cent: tegen,
    kostenplaats: undefined,
    project: undefined,
  }
}

const bedrag = (cent: number): string => `${Math.floor(Math.abs(cent) / 100)}.${twee(Math.abs(cent) % 100)}`
const zijde = (cent: number): string => (cent < 0 ? 'C' : 'D')

function kop({ versie, jaar = 2025, administratie = 'NL000000000B01' }: Xafopdracht): string {
  const ruimte =
    versie === '4.0'
      ? 'http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/XmlauditfileXAF_4.0'
      : 'http://www.auditfiles.nl/XAF/3.2'
  const rekeningen = [
    ...Object.entries(BALANS).map(([naam, nummer]) => [nummer, naam, 'B'] as const),
    ...RESULTAAT.map(([nummer, naam]) => [nummer, naam, 'P'] as const),
  ]
  const perioden = Array.from({ length: 12 }, (_, i) => {
    const laatste = new Date(Date.UTC(jaar, i + 1, 0)).getUTCDate()
    return `<period><periodNumber>${i + 1}</periodNumber><startDatePeriod>${jaar}-${twee(i + 1)}-01</startDatePeriod><endDatePeriod>${jaar}-${twee(i + 1)}-${laatste}</endDatePeriod></period>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<auditfile xmlns="${ruimte}">
<header><fiscalYear>${jaar}</fiscalYear><startDate>${jaar}-01-01</startDate><endDate>${jaar}-12-31</endDate><curCode>EUR</curCode><dateCreated>${jaar + 1}-01-15</dateCreated><softwareDesc>Verzonnen</softwareDesc><softwareVersion>1</softwareVersion></header>
<company><companyName>Gemeente Voorbeeld</companyName><taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>${administratie}</taxRegIdent>
<customersSuppliers><customerSupplier><custSupID>C1</custSupID><custSupName>Verzonnen Naam</custSupName><eMail>verzonnen@voorbeeld.invalid</eMail></customerSupplier></customersSuppliers>
<generalLedger>${rekeningen.map(([nummer, naam, soort]) => `<ledgerAccount><accID>${nummer}</accID><accDesc>${naam}</accDesc><accTp>${soort}</accTp></ledgerAccount>`).join('')}</generalLedger>
<periods>${perioden.join('')}</periods>
<openingBalance>${versie === '4.0' ? '' : `<opBalDate>${jaar}-01-01</opBalDate>`}<linesCount>2</linesCount><totalDebit>500000.00</totalDebit><totalCredit>500000.00</totalCredit><obLine><nr>1</nr><accID>1100</accID><amnt>500000.00</amnt><amntTp>D</amntTp></obLine><obLine><nr>2</nr><accID>0500</accID><amnt>500000.00</amnt><amntTp>C</amntTp></obLine></openingBalance>
`
}

function regeltekst(regel: Xafregel, versie: Xafopdracht['versie']): string {
  const [kostenveld, projectveld] = versie === '4.0' ? ['cost', 'project'] : ['costID', 'projID']
  const kosten =
    regel.kostenplaats === undefined ? '' : `<${kostenveld}>${regel.kostenplaats}</${kostenveld}>`
  const project = regel.project === undefined ? '' : `<${projectveld}>${regel.project}</${projectveld}>`
  return `<trLine><nr>${regel.nummer}</nr><accID>${regel.rekening}</accID><docRef>${regel.stuk}</docRef><effDate>${regel.datum}</effDate><desc>Betaling aan Verzonnen Naam, betreft voorbeeld</desc><amnt>${bedrag(regel.cent)}</amnt><amntTp>${zijde(regel.cent)}</amntTp><custSupID>C1</custSupID>${kosten}${project}</trLine>\n`
}

/** Het bestand als tekst, in brokken van ongeveer 64 kB. De totalen staan vooraan: daarom gaan de regels er twee keer langs. */
export function* maakXaf(opdracht: Xafopdracht): Generator<string> {
  let aantal = 0
  let debet = 0
  let credit = 0
  for (const { cent } of xafRegels(opdracht)) {
    aantal++
    if (cent > 0) debet += cent
    else credit -= cent
  }
  let brok = `${kop(opdracht)}<transactions><linesCount>${aantal}</linesCount><totalDebit>${bedrag(debet)}</totalDebit><totalCredit>${bedrag(credit)}</totalCredit>\n`
  let dagboek = ''
  let vorigStuk = ''
  for (const regel of xafRegels(opdracht)) {
    if (regel.dagboek !== dagboek) {
      if (dagboek !== '') brok += '</transaction>\n</journal>\n'
      brok += `<journal><jrnID>${regel.dagboek}</jrnID><desc>Dagboek</desc><jrnTp>Z</jrnTp>\n`
      dagboek = regel.dagboek
      vorigStuk = ''
    }
    if (regel.boekstuk !== vorigStuk) {
      if (vorigStuk !== '') brok += '</transaction>\n'
      brok += `<transaction><nr>${regel.boekstuk}</nr><desc>Verzonnen omschrijving</desc><periodNumber>${regel.periode}</periodNumber><trDt>${regel.datum}</trDt>\n`
      vorigStuk = regel.boekstuk
    }
    brok += regeltekst(regel, opdracht.versie)
    if (brok.length < BROK) continue
    yield brok
    brok = ''
  }
  yield `${brok}${dagboek === '' ? '' : '</transaction>\n</journal>\n'}</transactions></company></auditfile>\n`
}

/** Hetzelfde als bytes, klaar voor een lezer. */
export async function* xafStroom(opdracht: Xafopdracht): AsyncGenerator<Uint8Array> {
  for (const brok of maakXaf(opdracht)) yield Buffer.from(brok, 'utf8')
}

async function schrijf(opdracht: Xafopdracht): Promise<void> {
  for (const brok of maakXaf(opdracht)) if (!process.stdout.write(brok)) await once(process.stdout, 'drain')
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      regels: { type: 'string', default: '10000' },
      versie: { type: 'string', default: '3.2' },
      jaar: { type: 'string', default: '2025' },
    },
  })
  await schrijf({
    regels: Number(values.regels),
    versie: values.versie === '4.0' ? '4.0' : '3.2',
    jaar: Number(values.jaar),
  })
}
