import type { Datum } from '#basis/datum.ts'
import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import type { Invoerplaats } from '#grootboek/deur.ts'
import type { Bevindingen } from '#uitwisseling/bevindingen.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import type { Bankafschrift, Bankregel } from '#uitwisseling/camt/camt.ts'
import type { Camtcode } from '#uitwisseling/camt/teksten.ts'
import { zoekKenmerken } from '#uitwisseling/camt/zoeken.ts'
import { leesDecimaal } from '#uitwisseling/decimaal.ts'
import { veiligStuk } from '#uitwisseling/veilige-code.ts'
import { leesXmlDag } from '#uitwisseling/xmldag.ts'

const MEESTE_OMSCHRIJVING = 20_000

/** De velden binnen `Stmt` die gelezen worden; van al het andere wordt de tekst nooit bewaard. */
const VELDEN: ReadonlySet<string> = new Set(
  `Acct/Id/IBAN Acct/Id/Othr/Id
   Bal/Tp/CdOrPrtry/Cd Bal/Amt Bal/CdtDbtInd Bal/Dt/Dt Bal/Dt/DtTm
   Ntry/Amt Ntry/CdtDbtInd Ntry/RvslInd Ntry/Sts Ntry/Sts/Cd Ntry/BookgDt/Dt Ntry/BookgDt/DtTm
   Ntry/ValDt/Dt Ntry/ValDt/DtTm Ntry/AcctSvcrRef`.split(/\s+/u),
)

/** Alleen om eigen kenmerken in te zoeken, en alleen tot het eind van de regel bewaard. */
const OMSCHRIJVING: ReadonlySet<string> = new Set(
  `Ntry/AddtlNtryInf Ntry/NtryDtls/TxDtls/RmtInf/Ustrd Ntry/NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref
   Ntry/NtryDtls/TxDtls/Refs/EndToEndId Ntry/NtryDtls/TxDtls/AddtlTxInf`.split(/\s+/u),
)

type Velden = Map<string, string>
type Saldo = { soort: string; bedrag: Centen; dag: Datum | undefined }

/** Leest de afschriften in een CAMT.053, element voor element. */
export class Camtlezing {
  readonly afschriften: Bankafschrift[] = []
  readonly #bevindingen: Bevindingen<Camtcode>
  readonly #zoek: readonly string[]
  readonly #regelnummer: () => number
  /** Het pad binnen `Stmt`; `undefined` erbuiten. */
  #pad: string[] | undefined
  readonly #velden: Velden = new Map()
  #tekst: string | undefined
  #omschrijving: string[] = []
  #begonnen = 1
  #begin: Saldo | undefined
  #eind: Saldo | undefined
  #rekening: string | null = null
  #regels: Bankregel[] = []
  #som = 0
  /** Eén keer boven het veilige bereik, en de som is niet meer tot op de cent te vertrouwen. */
  #teGroot = false
  /** In nieuwere versies staat de stand van een regel in een eigen element. */
  nieuweVorm = false

  constructor(bevindingen: Bevindingen<Camtcode>, zoek: readonly string[], regelnummer: () => number) {
    this.#bevindingen = bevindingen
    this.#zoek = zoek
    this.#regelnummer = regelnummer
  }

  readonly #plaats = (): Invoerplaats => ({ regel: this.#begonnen })
  readonly #meld = (code: Camtcode, aanvulling?: string): void =>
    this.#bevindingen.meld(code, this.#plaats, aanvulling)

  open(naam: string, kenmerken: Readonly<Record<string, string>>): void {
    if (this.#pad === undefined) {
      if (naam === 'Stmt') this.#begint()
      return
    }
    this.#pad.push(naam)
    const pad = this.#pad.join('/')
    if (pad === 'Bal' || pad === 'Ntry') this.#beginGroep()
    if (pad === 'Ntry/Sts/Cd') this.nieuweVorm = true
    if (naam === 'Amt' && VELDEN.has(pad)) this.#velden.set(`${pad}@Ccy`, kenmerken['Ccy'] ?? '')
    const gelezen = VELDEN.has(pad) || (this.#zoek.length > 0 && OMSCHRIJVING.has(pad))
    this.#tekst = gelezen ? '' : undefined
  }

  tekst(tekst: string): void {
    if (this.#tekst !== undefined && this.#tekst.length < MEESTE_OMSCHRIJVING) this.#tekst += tekst
  }

  sluit(): void {
    if (this.#pad === undefined) return
    if (this.#pad.length === 0) {
      this.#eindigt()
      return
    }
    const pad = this.#pad.join('/')
    const waarde = this.#tekst?.trim() ?? ''
    this.#tekst = undefined
    this.#pad.pop()
    if (waarde !== '' && VELDEN.has(pad)) this.#velden.set(pad, waarde)
    if (waarde !== '' && OMSCHRIJVING.has(pad)) this.#omschrijving.push(waarde.slice(0, MEESTE_OMSCHRIJVING))
    if (pad === 'Acct') this.#leesRekening()
    if (pad === 'Bal') this.#leesSaldo()
    if (pad === 'Ntry') this.#leesRegel()
  }

  #begint(): void {
    this.#pad = []
    this.#beginGroep()
    this.#begin = undefined
    this.#eind = undefined
    this.#rekening = null
    this.#regels = []
    this.#som = 0
    this.#teGroot = false
  }

  #beginGroep(): void {
    this.#velden.clear()
    this.#omschrijving = []
    this.#begonnen = this.#regelnummer()
  }

  #leesRekening(): void {
    const nummer = this.#velden.get('Acct/Id/IBAN') ?? this.#velden.get('Acct/Id/Othr/Id')
    const kaal = nummer?.replace(/[^A-Za-z0-9]/gu, '') ?? ''
    this.#rekening = kaal.length < 8 ? null : kaal.slice(-4)
  }

  /** Het eerste beginsaldo en het laatste eindsaldo: een afschrift van meer bladzijden noemt ze per bladzijde. */
  #leesSaldo(): void {
    const soort = this.#velden.get('Bal/Tp/CdOrPrtry/Cd')
    if (soort !== 'OPBD' && soort !== 'PRCD' && soort !== 'CLBD') return
    const bedrag = this.#leesBedrag('Bal')
    if (bedrag === undefined) return
    const saldo = { soort, bedrag, dag: this.#leesDag('Bal/Dt') }
    if (soort === 'CLBD') this.#eind = saldo
    else if (this.#begin === undefined || (soort === 'OPBD' && this.#begin.soort === 'PRCD'))
      this.#begin = saldo
  }

  #leesBedrag(groep: 'Bal' | 'Ntry'): Centen | undefined {
    if (this.#velden.get(`${groep}/Amt@Ccy`) !== 'EUR') this.#meld('valuta_niet_euro')
    const gelezen = leesDecimaal(this.#velden.get(`${groep}/Amt`) ?? '')
    if (gelezen === undefined) this.#meld('bedrag_onleesbaar')
    const kant = this.#velden.get(`${groep}/CdtDbtInd`)
    if (kant !== 'CRDT' && kant !== 'DBIT') this.#meld('bij_of_af_onleesbaar')
    if (gelezen === undefined || (kant !== 'CRDT' && kant !== 'DBIT')) return undefined
    return centen(kant === 'CRDT' ? gelezen.centen : -gelezen.centen)
  }

  #leesDag(pad: string): Datum | undefined {
    const tekst = this.#velden.get(`${pad}/Dt`) ?? this.#velden.get(`${pad}/DtTm`)
    return tekst === undefined ? undefined : leesXmlDag(tekst)?.dag
  }

  #leesRegel(): void {
    const stand = this.#velden.get('Ntry/Sts/Cd') ?? this.#velden.get('Ntry/Sts') ?? 'BOOK'
    if (stand !== 'BOOK') {
      this.#meld('nog_niet_geboekt')
      return
    }
    const bedrag = this.#leesBedrag('Ntry')
    const boekdatum = this.#leesDag('Ntry/BookgDt')
    const valutadatum = this.#leesDag('Ntry/ValDt')
    if (boekdatum === undefined) this.#meld('datum_onleesbaar')
    if (valutadatum === undefined) this.#meld('valutadatum_onleesbaar')
    const gevonden = zoekKenmerken(this.#omschrijving, this.#zoek)
    this.#omschrijving = []
    if (bedrag === undefined) return
    this.#som += bedrag
    if (!Number.isSafeInteger(this.#som)) this.#teGroot = true
    if (boekdatum === undefined) return
    this.#regels.push({
      bedragCent: bedrag,
      boekdatum,
      valutadatum: valutadatum ?? null,
      kenmerk: this.#leesKenmerk(),
      teruggedraaid: this.#velden.get('Ntry/RvslInd') === 'true',
      gevonden,
      plaats: this.#plaats(),
    })
  }

  #leesKenmerk(): string | null {
    const tekst = this.#velden.get('Ntry/AcctSvcrRef')
    if (tekst === undefined) return null
    const kenmerk = veiligStuk(tekst)
    if (kenmerk !== null && !bevatBurgerservicenummer(kenmerk)) return kenmerk
    this.#meld('kenmerk_weggelaten')
    return null
  }

  #eindigt(): void {
    this.#pad = undefined
    const begin = this.#begin
    const eind = this.#eind
    if (begin === undefined) this.#meld('beginsaldo_ontbreekt')
    if (eind === undefined) this.#meld('eindsaldo_ontbreekt')
    if (begin === undefined || eind === undefined) return
    const verwacht = begin.bedrag + this.#som
    if (!Number.isSafeInteger(verwacht) || this.#teGroot) {
      this.#meld('bedragen_te_groot')
      return
    }
    if (verwacht !== eind.bedrag)
      this.#meld(
        'saldo_sluit_niet',
        `Opgeteld is het ${toonEuroCenten(centen(verwacht))}, het afschrift zegt ${toonEuroCenten(eind.bedrag)}.`,
      )
    this.afschriften.push({
      rekeningeinde: this.#rekening,
      datum: eind.dag ?? this.#regels.at(-1)?.boekdatum ?? null,
      beginsaldoCent: begin.bedrag,
      eindsaldoCent: eind.bedrag,
      regels: this.#regels,
    })
  }
}
