import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { anders, lees } from '#test/auditfiles.ts'

/** Alle velden van elke versie van het schema, als pad; opgesomd uit de gepubliceerde schema's. */
const VELDEN: Record<string, string[]> = JSON.parse(
  readFileSync('src/uitwisseling/xaf/voorbeelden/velden.json', 'utf8'),
)

const IBAN = 'NL91ABNA0417164300'
const BSN = '111222333'
const KANARIES = [
  'Wilhelmina Kanarie',
  'kanarie@voorbeeld.invalid',
  IBAN,
  'nl91 abna 0417 1643 00',
  BSN,
  '1112.22.333',
  'Kanarieweg 12',
  'pgb voor kanarie, maart',
  '06 12345678 kanarie',
]

/** De enige velden die gelezen worden, met een waarde die mag. */
const GELEZEN: Record<string, string> = {
  'header/fiscalYear': '2024',
  'header/startDate': '2024-01-01',
  'header/endDate': '2024-12-31',
  'header/curCode': 'EUR',
  'company/companyIdent': 'GM9',
  'company/taxRegIdent': 'NL001234567B01',
  'company/Commercenr': '12345678',
  'ledgerAccount/accID': '4000',
  'ledgerAccount/accDesc': 'Inhuur',
  'ledgerAccount/accTp': 'P',
  'period/periodNumber': '1',
  'openingBalance/linesCount': '1',
  'openingBalance/totalDebit': '0.00',
  'openingBalance/totalCredit': '0.00',
  'obLine/accID': '4000',
  'obLine/amnt': '0.00',
  'obLine/amntTp': 'D',
  'transactions/linesCount': '1',
  'transactions/totalDebit': '0.00',
  'transactions/totalCredit': '0.00',
  'journal/jrnID': 'INK',
  'transaction/nr': '1',
  'transaction/periodNumber': '1',
  'transaction/trDt': '2024-01-10',
  'trLine/nr': '1',
  'trLine/accID': '4000',
  'trLine/docRef': 'F1',
  'trLine/effDate': '2024-01-10',
  'trLine/amnt': '0.00',
  'trLine/amntTp': 'D',
  'trLine/costID': 'KP1',
  'trLine/projID': 'P1',
  'trLine/cost': 'KP1',
  'trLine/project': 'P1',
}

const GETALLEN: ReadonlySet<string> = new Set(
  '<amnt> <linesCount> <totalDebit> <taxRegIdent> <companyIdent> <nr> <jrnID> <accID>'.split(' '),
)

type Tak = Map<string, Tak>

/** Een bestand met elk veld van het schema erin: gelezen velden goed, alle andere met een kanarie. */
function metKanaries(velden: readonly string[]): { inhoud: string; geplant: number } {
  const wortel: Tak = new Map()
  for (const pad of velden) {
    let tak = wortel
    for (const naam of pad.split('/')) {
      const volgende: Tak = tak.get(naam) ?? new Map()
      tak.set(naam, volgende)
      tak = volgende
    }
  }
  let geplant = 0
  const schrijf = (tak: Tak, ouder: string): string =>
    [...tak]
      .map(([naam, kind]) => {
        if (kind.size > 0) return `<${naam} kenmerk="${KANARIES[0]}">${schrijf(kind, naam)}</${naam}>`
        const goed = GELEZEN[`${ouder}/${naam}`]
        return `<${naam}>${goed ?? KANARIES[geplant++ % KANARIES.length]}</${naam}>`
      })
      .join('\n')
  return { inhoud: `<?kanarie ${IBAN}?><!-- ${KANARIES.join(' ')} -->${schrijf(wortel, '')}`, geplant }
}

function geenKanarie(uitvoer: unknown): void {
  const tekst = JSON.stringify(uitvoer)
  assert.doesNotMatch(tekst, /kanarie/iu)
  assert.doesNotMatch(tekst.replace(/[^a-z0-9@]/giu, ''), /abna0417|111222333|@/iu)
}

describe('wat geen cijfer of code is, komt er niet in', () => {
  for (const [versie, velden] of Object.entries(VELDEN))
    test(`elk veld van XAF ${versie} dat niet gelezen wordt`, async () => {
      const { inhoud, geplant } = metKanaries(velden)
      assert.ok(geplant > 40, `maar ${geplant} kanaries`)
      const { ok, verslag, regels } = await lees(inhoud)
      assert.ok(ok, JSON.stringify(verslag.bevindingen))
      assert.equal(regels.length, 1)
      assert.equal(verslag.vorm, `XAF ${versie}`)
      geenKanarie({ verslag, regels })
    })

  const gelezenVelden = [
    ['<jrnID>', 'INK'],
    ['<nr>', 'A1'],
    ['<docRef>', 'F1'],
    ['<costID>', 'KP1'],
    ['<projID>', 'P1'],
    ['<trDt>', '2024-01-10'],
    ['<effDate>', '2024-01-10'],
    ['<periodNumber>', '1'],
    ['<accID>', '4000'],
    ['<accTp>', 'P'],
    ['<amntTp>', 'D'],
    ['<amnt>', '100.00'],
    ['<linesCount>', '4'],
    ['<totalDebit>', '300.00'],
    ['<fiscalYear>', '2024'],
    ['<startDate>', '2024-01-01'],
    ['<curCode>', 'EUR'],
    ['<taxRegIdent>', 'NL001234567B01'],
    ['<companyIdent>', 'GM'],
  ] as const
  for (const [element, goed] of gelezenVelden)
    test(`ook niet als het op de plaats van ${element} staat`, async () => {
      for (const kanarie of KANARIES) {
        // Hier is elk getal gewoon een getal: negen cijfers zijn er een bedrag, een aantal of een eigen nummer.
        if (GETALLEN.has(element) && /^[\d.]+$/u.test(kanarie)) continue
        const { verslag, regels } = await lees(anders([`${element}${goed}<`, `${element}${kanarie}<`]))
        geenKanarie({ verslag, regels })
      }
    })

  test('een mailadres, bankrekening of burgerservicenummer in de naam van een rekening', async () => {
    for (const kanarie of [IBAN, 'nl91 abna 0417 1643 00', BSN, 'kanarie@voorbeeld.invalid', '1112.22.333']) {
      const { verslag, regels } = await lees(anders(['<accDesc>Inhuur<', `<accDesc>Inhuur ${kanarie}<`]))
      assert.equal(regels[0]?.rekeningnaam, null)
      geenKanarie({ verslag, regels })
    }
  })

  test('ook niet in wat er gegooid of geweigerd wordt bij kapotte XML', async () => {
    for (const kapot of [
      '<desc>Wilhelmina Kanarie</dsc>',
      '<desc>&Kanarie;</desc>',
      '<desc Kanarie></desc>',
      '<Kanarie',
      '<desc>]]>Kanarie</desc>',
      '<!DOCTYPE x [<!ENTITY a "Kanarie">]>',
    ]) {
      const { ok, verslag } = await lees(anders(['<docRef>', `${kapot}<docRef>`]))
      assert.equal(ok, false, kapot)
      geenKanarie(verslag)
    }
  })

  test('deze toets kan zakken', () => {
    for (const kanarie of KANARIES) assert.throws(() => geenKanarie({ zin: `van ${kanarie}` }))
  })
})
