import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Invoerregel } from '#grootboek/deur.ts'
import { kopie } from '#uitwisseling/kopie.ts'
import type { Velden } from '#uitwisseling/xaf/groepen.ts'
import { Nummerset } from '#uitwisseling/xaf/nummerset.ts'
import {
  type Grootboekrekening,
  leesPeriodenummer,
  type Stamgegevens,
} from '#uitwisseling/xaf/stamgegevens.ts'
import { Xafstop } from '#uitwisseling/xaf/stop.ts'
import { evenwichtszin, Telling, toetsTotalen } from '#uitwisseling/xaf/tellingen.ts'
import {
  leesDag,
  leesKantbedrag,
  leesNummer,
  type Melder,
  maakCodelezers,
} from '#uitwisseling/xaf/waarden.ts'

/** Bij acht bytes per nummer en een tabel die hoogstens voor driekwart vol raakt, is dit 128 MB. */
const MEESTE_BOEKSTUKKEN = 12_000_000
const KLEIN_BOEKSTUK = 4096

/** Regelnummers van één boekstuk: letterlijk zolang het klein is, daarna als vingerafdruk. */
class Regelnummers {
  readonly #letterlijk = new Set<string>()
  #afdrukken: Nummerset | undefined

  /** `true` als het nummer nog niet voorkwam. */
  voegToe(nummer: string): boolean {
    if (this.#letterlijk.has(nummer)) return false
    if (this.#letterlijk.size >= KLEIN_BOEKSTUK) {
      this.#afdrukken ??= new Nummerset()
      if (this.#afdrukken.aantal >= MEESTE_BOEKSTUKKEN) throw new Xafstop('te_veel_boekstukken')
      return this.#afdrukken.voegToe('', nummer)
    }
    this.#letterlijk.add(nummer)
    return true
  }

  leeg(): void {
    this.#letterlijk.clear()
    this.#afdrukken = undefined
  }
}

type Dagboek = { code: string; isBeginbalans: boolean }
type Boekstuk = { naam: string; datum: Datum | undefined; isBeginbalans: boolean }

export type Boekingsregel = { regelInBestand: number; ontvang: (regel: Invoerregel) => void }

/** De boekingen van een auditfile: toetst elk dagboek, boekstuk en elke regel, en levert de resultaatregels. */
export class Boekingen {
  readonly #stam: Stamgegevens
  readonly #meld: Melder
  readonly #boekstukken = new Nummerset()
  readonly #regelnummers = new Regelnummers()
  readonly #codes = maakCodelezers()
  readonly #alles = new Telling()
  readonly #perBoekstuk = new Telling()
  #dagboek: Dagboek | undefined
  #boekstuk: Boekstuk | undefined
  #regelnummer: string | undefined
  /** Wat er werkelijk aan het grootboek is geleverd: alleen resultaatregels. */
  geleverd = { regels: 0, debet: 0, credit: 0 }
  gelezen = 0

  constructor(stam: Stamgegevens, meld: Melder) {
    this.#stam = stam
    this.#meld = meld
  }

  /** `dagboek/boekstuk/regel` waar het lezen nu is, voor de plaats van een bevinding. */
  get plaats(): string | undefined {
    if (this.#boekstuk === undefined) return this.#dagboek?.code
    return this.#regelnummer === undefined
      ? this.#boekstuk.naam
      : `${this.#boekstuk.naam}/${this.#regelnummer}`
  }

  begin(): void {
    this.#alles.leeg()
    if (this.#stam.rekeningen.size === 0) throw new Xafstop('rekeningschema_ontbreekt')
  }

  eind(velden: Velden): void {
    const codes = { regels: 'totaal_regels', debet: 'totaal_debet', credit: 'totaal_credit' } as const
    toetsTotalen(velden, this.#alles, codes, this.#meld)
  }

  sluitDagboek(): void {
    this.#dagboek = undefined
  }

  openBoekstuk(): void {
    this.#regelnummers.leeg()
    this.#perBoekstuk.leeg()
  }

  sluitBoekstuk(dagboek: Velden, boekstuk: Velden): void {
    this.leesBoekstuk(dagboek, boekstuk)
    if (this.#perBoekstuk.saldo !== 0)
      this.#meld('boekstuk_niet_in_evenwicht', evenwichtszin(this.#perBoekstuk))
    this.#boekstuk = undefined
  }

  #leesDagboek(velden: Velden): Dagboek {
    if (this.#dagboek !== undefined) return this.#dagboek
    const tekst = velden.get('jrnID')
    if (tekst === undefined) this.#meld('dagboek_zonder_nummer')
    const code = tekst === undefined ? '~' : leesNummer(tekst, this.#meld)
    this.#dagboek = { code, isBeginbalans: velden.get('jrnTp')?.toUpperCase() === 'O' }
    return this.#dagboek
  }

  /** De kop van een boekstuk, gelezen zodra de eerste regel (of anders het eind) hem nodig heeft. */
  leesBoekstuk(dagboekvelden: Velden, velden: Velden): void {
    if (this.#boekstuk !== undefined) return
    const dagboek = this.#leesDagboek(dagboekvelden)
    const tekst = velden.get('nr')
    const nummer = tekst === undefined ? '~' : leesNummer(tekst, this.#meld)
    const periode = leesPeriodenummer(velden.get('periodNumber'))
    const isBeginbalans = dagboek.isBeginbalans || periode === 0
    const boekstuk: Boekstuk = { naam: kopie(`${dagboek.code}/${nummer}`), datum: undefined, isBeginbalans }
    this.#boekstuk = boekstuk
    if (tekst === undefined) this.#meld('boekstuk_zonder_nummer')
    else this.#onthoudBoekstuk(dagboek.code, nummer)
    if (periode === undefined) this.#meld('periode_ontbreekt')
    else if (!isBeginbalans && !this.#stam.perioden.has(periode)) this.#meld('periode_onbekend')
    if (isBeginbalans) this.#meld('beginbalans_als_boekstuk')
    if (velden.get('trDt') === undefined) this.#meld('datum_ontbreekt')
    boekstuk.datum = leesDag(velden.get('trDt'), this.#meld)
    if (this.#buitenBoekjaar(boekstuk.datum)) this.#meld('datum_buiten_boekjaar')
  }

  #onthoudBoekstuk(dagboek: string, nummer: string): void {
    if (this.#boekstukken.aantal >= MEESTE_BOEKSTUKKEN) throw new Xafstop('te_veel_boekstukken')
    if (!this.#boekstukken.voegToe(dagboek, nummer)) this.#meld('dubbel_boekstuk')
  }

  #buitenBoekjaar(dag: Datum | undefined): boolean {
    const { boekjaar } = this.#stam
    return dag !== undefined && boekjaar !== undefined && (dag < boekjaar.van || dag > boekjaar.tot)
  }

  leesRegel(velden: Velden, bij: Boekingsregel): void {
    const nummer = this.#leesRegelnummer(velden.get('nr'))
    this.gelezen++
    this.#alles.regels++
    const rekening = this.#leesRekening(velden.get('accID'))
    const bedrag = leesKantbedrag(velden.get('amnt'), velden.get('amntTp'), this.#meld)
    this.#toetsFactuurdatum(velden.get('effDate'))
    if (bedrag !== undefined) {
      this.#alles.tel(bedrag)
      this.#perBoekstuk.tel(bedrag)
      if (rekening !== undefined) this.#lever({ nummer, rekening, bedrag: bedrag.bedrag, velden }, bij)
    }
    this.#regelnummer = undefined
  }

  #leesRegelnummer(tekst: string | undefined): string {
    if (tekst === undefined) {
      this.#meld('regel_zonder_nummer')
      return '~'
    }
    const nummer = leesNummer(tekst, this.#meld)
    this.#regelnummer = nummer
    if (!this.#regelnummers.voegToe(nummer)) this.#meld('dubbele_regel')
    return nummer
  }

  #toetsFactuurdatum(tekst: string | undefined): void {
    const dag = leesDag(tekst, this.#meld)
    if (tekst === undefined) this.#meld('factuurdatum_ontbreekt')
    else if (this.#buitenBoekjaar(dag)) this.#meld('factuurdatum_buiten_boekjaar')
  }

  #leesRekening(tekst: string | undefined): Grootboekrekening | undefined {
    if (tekst === undefined) {
      this.#meld('rekening_ontbreekt')
      return undefined
    }
    const rekening = this.#stam.findRekening(tekst)
    if (rekening === undefined) this.#meld('rekening_onbekend', this.#stam.noemRekening(tekst))
    return rekening
  }

  #lever(
    van: { nummer: string; rekening: Grootboekrekening; bedrag: Centen; velden: Velden },
    { regelInBestand, ontvang }: Boekingsregel,
  ): void {
    const { boekjaar } = this.#stam
    const { rekening, velden } = van
    const boekstuk = this.#boekstuk
    if (boekjaar === undefined || boekstuk?.datum === undefined || !hoortErbij(rekening, boekstuk)) return
    this.geleverd.regels++
    if (van.bedrag > 0) this.geleverd.debet += van.bedrag
    else this.geleverd.credit -= van.bedrag
    ontvang({
      sleutel: kopie(`${boekjaar.jaar}/${boekstuk.naam}/${van.nummer}`),
      soort: 'realisatie',
      datum: boekstuk.datum,
      jaar: boekjaar.jaar,
      bedragCent: centen(van.bedrag),
      rekening: rekening.nummer,
      rekeningnaam: rekening.naam,
      kostenplaats: this.#codes.kostenplaats(velden.get('cost'), this.#meld),
      project: this.#codes.project(velden.get('project'), this.#meld),
      stuk: this.#codes.stuk(velden.get('docRef'), this.#meld),
      plaats: { regel: regelInBestand, boekstuk: boekstuk.naam },
    })
  }
}

/** Een rekening die niet zegt of zij balans is, hoort in een beginbalans bij de balans en anders bij de boekingen. */
const hoortErbij = (rekening: Grootboekrekening, boekstuk: Boekstuk): boolean =>
  rekening.soort === 'resultaat' || (rekening.soort === 'onzeker' && !boekstuk.isBeginbalans)
