/**
 * Hoe een auditfile in elkaar zit, voor zover wij ernaar kijken. Alles wat hier niet staat (relaties, adressen,
 * bankrekeningen, omschrijvingen, subadministraties, btw, vreemde valuta) slaat de lezer met alles erin over.
 */
export type Groep =
  | 'auditfile'
  | 'header'
  | 'company'
  | 'generalLedger'
  | 'ledgerAccount'
  | 'periods'
  | 'period'
  | 'openingBalance'
  | 'obLine'
  | 'transactions'
  | 'journal'
  | 'transaction'
  | 'trLine'

type Kinderen = ReadonlyMap<string, { groep: Groep } | { veld: string }>

/** Een veld heet in elke versie hetzelfde, behalve waar `andersgenoemd` de oude naam noemt. */
function kinderen(groepen: readonly Groep[], velden: string, andersgenoemd: Record<string, string> = {}) {
  const uit = new Map<string, { groep: Groep } | { veld: string }>()
  for (const groep of groepen) uit.set(groep, { groep })
  for (const veld of velden.split(' ').filter((naam) => naam !== '')) uit.set(veld, { veld })
  for (const [oud, veld] of Object.entries(andersgenoemd)) uit.set(oud, { veld })
  return uit
}

export const KINDEREN: Readonly<Record<Groep, Kinderen>> = {
  auditfile: kinderen(['header', 'company'], ''),
  header: kinderen([], 'fiscalYear startDate endDate curCode auditfileVersion'),
  company: kinderen(
    ['generalLedger', 'periods', 'openingBalance', 'transactions'],
    'taxRegIdent Commercenr companyIdent',
  ),
  generalLedger: kinderen(['ledgerAccount'], ''),
  ledgerAccount: kinderen([], 'accID accDesc accTp'),
  periods: kinderen(['period'], ''),
  period: kinderen([], 'periodNumber'),
  openingBalance: kinderen(['obLine'], 'linesCount totalDebit totalCredit'),
  obLine: kinderen([], 'accID amnt amntTp'),
  transactions: kinderen(['journal'], 'linesCount totalDebit totalCredit'),
  journal: kinderen(['transaction'], 'jrnID jrnTp'),
  transaction: kinderen(['trLine'], 'nr periodNumber trDt'),
  trLine: kinderen([], 'nr accID docRef effDate amnt amntTp cost project', {
    costID: 'cost',
    projID: 'project',
  }),
}

const OFFICIEEL = new Set([
  'http://www.auditfiles.nl/xaf/3.1',
  'http://www.auditfiles.nl/xaf/3.2',
  'http://www.odb.belastingdienst.nl/belastingdienst/bcpp/1.0/structures/xmlauditfilefinancieel3.2.1',
  'http://www.odb.belastingdienst.nl/belastingdienst/bcpp/1.1/structures/xmlauditfilexaf_4.0',
  // Zo staat hij in de toelichting van de Belastingdienst, die hierin afwijkt van het schema.
  'http://www.odb.belastingdienst.nl/xaf/4.0',
])

/** Elementen die maar in één versie bestaan; `3` staat voor alles vóór 4.0. */
const KENMERKEND: ReadonlyMap<string, '3' | '3.1' | '3.2' | '4.0'> = new Map([
  ...woorden('companyIdent opBalDate sourceID costID prodID projID recRef subledgers obSubledgers', '3'),
  ...woorden('glAccID taxoElement txCd txClusCd txClusCtxtID', '3.1'),
  ...woorden(
    'entryPoint conceptRef domainMember glAccountHistory leadCode leadReference leadCrossRef',
    '3.2',
  ),
  ...woorden('changeInfo customerSupplierHistory matchKeyID orderRef userID', '3.2'),
  ...woorden('cost product project Source User Commercenr RGScode RGSVersion settDate', '4.0'),
])

function woorden<Versie extends string>(namen: string, versie: Versie): (readonly [string, Versie])[] {
  return namen.split(' ').map((naam) => [naam, versie] as const)
}

export type Vorm = { naam: string; naamruimte: 'officieel' | 'onbekend' | 'wijkt_af' }

/** Herkent de versie aan de elementen die voorbijkomen; de naamruimte beslist alleen waar die niets zeggen. */
export class Vormherkenner {
  readonly #gezien = new Set<string>()
  readonly #naamruimte: string

  constructor(kenmerken: Readonly<Record<string, string>>) {
    const ruimtes = Object.entries(kenmerken).filter(([naam]) => /^xmlns(?::|$)/u.test(naam))
    const eigen = ruimtes.find(([, ruimte]) => /xaf|auditfile/iu.test(ruimte)) ?? ruimtes[0]
    this.#naamruimte = (eigen?.[1] ?? '').trim().toLowerCase().replace(/\/$/u, '')
  }

  zie(naam: string): void {
    if (KENMERKEND.has(naam)) this.#gezien.add(naam)
  }

  vorm(): Vorm {
    const tel = (versie: string): number =>
      [...this.#gezien].filter((naam) => KENMERKEND.get(naam) === versie).length
    const genoemd = /(\d\.\d)(?:\.\d+)?$/u.exec(this.#naamruimte)?.[1]
    const oud = tel('3') + tel('3.1') + tel('3.2')
    const nieuw = tel('4.0')
    if (oud === nieuw) return this.#uit(genoemd, genoemd)
    if (nieuw > oud) return this.#uit('4.0', genoemd)
    const gezien = tel('3.2') > 0 ? '3.2' : tel('3.1') > 0 ? '3.1' : undefined
    return this.#uit(gezien ?? (genoemd?.startsWith('3') ? genoemd : '3.2'), genoemd)
  }

  #uit(versie: string | undefined, genoemd: string | undefined): Vorm {
    const naam = versie === undefined ? 'XAF' : `XAF ${versie}`
    if (genoemd !== undefined && genoemd !== versie) return { naam, naamruimte: 'wijkt_af' }
    return { naam, naamruimte: OFFICIEEL.has(this.#naamruimte) ? 'officieel' : 'onbekend' }
  }
}
