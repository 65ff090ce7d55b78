import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { kopie } from '#uitwisseling/kopie.ts'
import { veiligeCode } from '#uitwisseling/veilige-code.ts'
import type { Velden } from '#uitwisseling/xaf/groepen.ts'
import { Xafstop } from '#uitwisseling/xaf/stop.ts'
import { leesDag, type Melder } from '#uitwisseling/xaf/waarden.ts'

const MEESTE_REKENINGEN = 200_000
const MEESTE_PERIODEN = 1000

export type Rekeningsoort = 'balans' | 'resultaat' | 'onzeker'
export type Grootboekrekening = { nummer: string; naam: string | null; soort: Rekeningsoort }

/** Het boekjaar van het bestand. */
export type Boekjaar = { jaar: number; van: Datum; tot: Datum }

const PLATTE_NAAM = 120

/** De naam van een kostensoort; een mailadres, bankrekening of burgerservicenummer erin maakt haar persoonlijk. */
function leesNaam(tekst: string, meld: Melder): string | null {
  if (tekst.includes('\ufffd')) meld('tekens_onleesbaar')
  const woorden = tekst.split(/\s+/u)
  const lijktBankrekening = [tekst, ...woorden].some(
    (deel) => /[A-Za-z]{2}\d{2}/u.test(deel) && veiligeCode(deel.replace(/\W/gu, '').slice(0, 34)) === null,
  )
  if (tekst.includes('@') || lijktBankrekening || bevatBurgerservicenummer(tekst)) {
    meld('rekeningnaam_weggelaten')
    return null
  }
  return kopie([...woorden.join(' ')].slice(0, PLATTE_NAAM).join(''))
}

/** De kop en het rekeningschema: wat een auditfile zegt voordat de boekingen komen. */
export class Stamgegevens {
  readonly rekeningen = new Map<string, Grootboekrekening>()
  readonly perioden = new Set<number>()
  boekjaar: Boekjaar | undefined
  #administratie: string | undefined

  leesKop(velden: Velden, meld: Melder): void {
    if (/^CLAIR/iu.test(velden.get('auditfileVersion') ?? '')) throw new Xafstop('oude_auditfile')
    const valuta = velden.get('curCode')
    if (valuta === undefined) meld('valuta_ontbreekt')
    else if (valuta.toUpperCase() !== 'EUR') meld('valuta_niet_euro')
    this.boekjaar = leesBoekjaar(velden, meld)
    if (this.boekjaar === undefined) meld('boekjaar_onleesbaar')
  }

  /**
   * Het fiscale nummer gaat voor: dat staat in elke versie, zodat een bestand in 4.0 hetzelfde vervangt als zijn
   * voorganger in 3.2, die ook nog een eigen code van de administratie noemt.
   */
  leesAdministratie(velden: Velden): void {
    for (const veld of ['taxRegIdent', 'Commercenr', 'companyIdent']) {
      const code = veiligeCode(velden.get(veld) ?? '')?.toUpperCase()
      if (code === undefined || code.length < 3) continue
      const [, cijfers] = /^(?:NL)?(\d{8,9})(?:B\d\d)?$/u.exec(code.replace(/[^A-Z0-9]/gu, '')) ?? []
      this.#administratie ??= kopie(cijfers?.padStart(9, '0') ?? code)
    }
  }

  administratie(): string | undefined {
    return this.#administratie
  }

  leesRekening(velden: Velden, meld: Melder): void {
    const nummer = this.#leesNieuwNummer(velden.get('accID'), meld)
    if (nummer === undefined) return
    if (this.rekeningen.size >= MEESTE_REKENINGEN) throw new Xafstop('te_veel_rekeningen')
    const soort = leesSoort(velden.get('accTp'), meld)
    const naam = soort === 'resultaat' ? leesNaam(velden.get('accDesc') ?? '', meld) : null
    this.rekeningen.set(nummer, { nummer, naam: naam === '' ? null : naam, soort })
  }

  #leesNieuwNummer(tekst: string | undefined, meld: Melder): string | undefined {
    const nummer = tekst === undefined ? null : veiligeCode(tekst)
    if (tekst === undefined) meld('rekening_zonder_nummer')
    else if (nummer === null) meld('rekeningnummer_onleesbaar')
    else if (this.rekeningen.has(nummer)) meld('dubbele_rekening', this.noemRekening(nummer))
    else return kopie(nummer)
    return undefined
  }

  /** Ook een nummer dat er met andere spaties staat: dat leest `veiligeCode` gelijk. */
  findRekening(tekst: string): Grootboekrekening | undefined {
    return this.rekeningen.get(tekst) ?? this.rekeningen.get(veiligeCode(tekst) ?? '')
  }

  /** Het nummer in een zin, als het een code is; anders niets. */
  noemRekening(tekst: string): string {
    const nummer = veiligeCode(tekst)
    return nummer === null || bevatBurgerservicenummer(nummer) ? '' : `Rekening ${nummer}.`
  }

  leesPeriode(velden: Velden): void {
    const nummer = leesPeriodenummer(velden.get('periodNumber'))
    if (nummer !== undefined && this.perioden.size < MEESTE_PERIODEN) this.perioden.add(nummer)
  }
}

/** `1`, `01` en `501`: een heel getal; iets anders is geen periode. */
export const leesPeriodenummer = (tekst: string | undefined): number | undefined =>
  tekst !== undefined && /^\d{1,9}$/u.test(tekst) ? Number(tekst) : undefined

function leesSoort(tekst: string | undefined, meld: Melder): Rekeningsoort {
  switch (tekst?.toUpperCase()) {
    case 'B':
      return 'balans'
    case 'P':
      return 'resultaat'
    case 'M':
      meld('rekeningsoort_gemengd')
      return 'onzeker'
    default:
      meld('rekeningsoort_onbekend')
      return 'onzeker'
  }
}

function leesBoekjaar(velden: Velden, meld: Melder): Boekjaar | undefined {
  const [, genoemd, tweede] = /^(\d{4})(?:[-/](\d{4}))?$/u.exec(velden.get('fiscalYear') ?? '') ?? []
  const begin = leesDag(velden.get('startDate'), meld)
  const eind = leesDag(velden.get('endDate'), meld)
  if (genoemd === undefined && begin === undefined) return undefined
  if (genoemd === undefined || begin === undefined || eind === undefined) meld('boekjaar_afgeleid')
  const jaar = genoemd === undefined ? (begin === undefined ? 0 : jaarVan(begin)) : Number(genoemd)
  const beginjaar = begin === undefined ? jaar : jaarVan(begin)
  const van = begin ?? datum(`${String(jaar).padStart(4, '0')}-01-01`)
  const tot = eind ?? datum(`${String(beginjaar).padStart(4, '0')}-12-31`)
  if (tot < van) return undefined
  if (tweede !== undefined || jaarVan(van) !== jaar || jaarVan(tot) !== jaar) meld('boekjaar_gebroken')
  return { jaar, van, tot }
}
