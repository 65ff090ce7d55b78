import { type Datum, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerplaats, Invoerregel, Invoerverslag } from '#grootboek/deur.ts'
import { Bevindingen } from '#uitwisseling/bevindingen.ts'
import { Beginbalans } from '#uitwisseling/xaf/beginbalans.ts'
import { Boekingen } from '#uitwisseling/xaf/boekingen.ts'
import { Groepenlezer, type Velden } from '#uitwisseling/xaf/groepen.ts'
import { Stamgegevens } from '#uitwisseling/xaf/stamgegevens.ts'
import { Xafstop } from '#uitwisseling/xaf/stop.ts'
import { isFoutcode, type Xafcode, ZINNEN } from '#uitwisseling/xaf/teksten.ts'
import { type Groep, Vormherkenner } from '#uitwisseling/xaf/vorm.ts'
import { maakXmlstroom, Xmlfout } from '#uitwisseling/xmlstroom.ts'

const GRENS = { diepte: 100, langste: 1_000_000 }
/** Staat in een verslag van een bestand dat zijn boekjaar niet eens noemt; zo'n bestand is altijd geweigerd. */
const GEEN_DAG: Datum = datum('0001-01-01')

/** Eén lezing van één bestand: brengt XML, groepen en toetsen bij elkaar en houdt bij waar zij is. */
export class Xaflezing {
  readonly #bevindingen = new Bevindingen<Xafcode>(ZINNEN, isFoutcode)
  readonly #stam = new Stamgegevens()
  readonly #plaats = (): Invoerplaats => {
    const { plaats } = this.#boekingen
    return plaats === undefined ? { regel: this.#begonnen } : { regel: this.#begonnen, boekstuk: plaats }
  }
  readonly #meld = (code: Xafcode, aanvulling?: string): void =>
    this.#bevindingen.meld(code, this.#plaats, aanvulling)
  readonly #beginbalans = new Beginbalans(this.#stam, this.#meld)
  readonly #boekingen = new Boekingen(this.#stam, this.#meld)
  readonly #groepen = new Groepenlezer({
    begint: (groep) => this.#begint(groep),
    eindigt: (groep) => this.#eindigt(groep),
  })
  /** Wat er gebeurt met een groep die gelezen is. */
  readonly #eindes: Partial<Record<Groep, (velden: Velden) => void>> = {
    header: (velden) => {
      this.#heeftKop = true
      this.#stam.leesKop(velden, this.#meld)
    },
    company: (velden) => this.#stam.leesAdministratie(velden),
    ledgerAccount: (velden) => this.#stam.leesRekening(velden, this.#meld),
    period: (velden) => this.#stam.leesPeriode(velden),
    obLine: (velden) => this.#beginbalans.leesRegel(velden),
    openingBalance: (velden) => this.#beginbalans.eind(velden),
    trLine: (velden) =>
      this.#boekingen.leesRegel(velden, { regelInBestand: this.#begonnen, ontvang: this.#ontvang }),
    transaction: (velden) => this.#boekingen.sluitBoekstuk(this.#groepen.velden('journal'), velden),
    journal: () => this.#boekingen.sluitDagboek(),
    transactions: (velden) => this.#boekingen.eind(velden),
  }
  readonly #ontvang: (regel: Invoerregel) => void
  #vorm: Vormherkenner | undefined
  /** Per groep de regel in het bestand waar de laatste begon, en die van de groep waar het nu over gaat. */
  readonly #beginregels = new Map<Groep, number>()
  #begonnen = 1
  #heeftKop = false
  readonly #xml = maakXmlstroom(
    {
      open: (naam, kenmerken) => this.#open(naam, kenmerken),
      sluit: () => this.#groepen.sluit(),
      tekst: (tekst) => this.#groepen.tekst(tekst),
    },
    GRENS,
  )

  constructor(ontvang: (regel: Invoerregel) => void) {
    this.#ontvang = ontvang
  }

  get regels(): number {
    return this.#boekingen.gelezen
  }

  meld(code: Xafcode): void {
    this.#bevindingen.meld(code, () => ({}))
  }

  schrijf(tekst: string): void {
    this.#xml.schrijf(tekst)
  }

  /** Wat het lezen afbreekt, is een bevinding met haar plaats; een ongeluk van de ontvanger of de schijf gaat door. */
  vangAf(fout: unknown): void {
    if (fout instanceof Xafstop) {
      this.#meld(fout.code)
      return
    }
    if (!(fout instanceof Xmlfout)) throw fout
    const vooraf = this.#vorm === undefined && (fout.reden === 'geen_xml' || fout.reden === 'afgebroken')
    this.#begonnen = fout.regel
    this.#meld(vooraf ? 'geen_xaf' : fout.reden)
  }

  sluit(): void {
    this.#xml.sluit()
    this.#begonnen = 1
    if (!this.#heeftKop) this.#meld('boekjaar_onleesbaar')
    if (this.regels === 0) this.#meld('geen_boekingen')
    if (!this.#beginbalans.gezien) this.#meld('beginbalans_ontbreekt')
    if (this.#stam.administratie() === undefined) this.#meld('administratie_onbekend')
    const { naamruimte } = this.#vorm?.vorm() ?? {}
    if (naamruimte === 'onbekend') this.#meld('naamruimte_onbekend')
    if (naamruimte === 'wijkt_af') this.#meld('naamruimte_wijkt_af')
  }

  uitkomst(): Uitkomst<Invoerverslag, Invoerverslag> {
    const { regels, debet, credit } = this.#boekingen.geleverd
    const { van, tot } = this.#stam.boekjaar ?? { van: GEEN_DAG, tot: GEEN_DAG }
    const verslag: Invoerverslag = {
      vorm: this.#vorm?.vorm().naam ?? 'onbekend',
      bereik: { administratie: `xaf:${this.#stam.administratie() ?? 'onbekend'}`, van, tot },
      regels,
      debetCent: centen(debet),
      creditCent: centen(credit),
      bevindingen: this.#bevindingen.lijst(),
    }
    return this.#bevindingen.fouten === 0 ? gelukt(verslag) : geweigerd(verslag)
  }

  #open(naam: string, kenmerken: Readonly<Record<string, string>>): void {
    if (this.#vorm === undefined) {
      if (naam.toLowerCase() !== 'auditfile') throw new Xafstop('geen_xaf')
      this.#vorm = new Vormherkenner(kenmerken)
    }
    this.#vorm.zie(naam)
    this.#groepen.open(naam)
  }

  #begint(groep: Groep): void {
    this.#begonnen = this.#xml.regel()
    this.#beginregels.set(groep, this.#begonnen)
    if (groep === 'trLine') {
      // Wat er aan het boekstuk zelf schort, heeft de plaats van het boekstuk en niet van zijn eerste regel.
      const regel = this.#begonnen
      this.#begonnen = this.#beginregels.get('transaction') ?? regel
      this.#boekingen.leesBoekstuk(this.#groepen.velden('journal'), this.#groepen.velden('transaction'))
      this.#begonnen = regel
    }
    if (groep === 'transactions') {
      // Het nummer van de administratie staat in elke versie vóór de boekingen; de kop ook.
      if (!this.#heeftKop) throw new Xafstop('boekjaar_onleesbaar')
      this.#boekingen.begin()
    }
    if (groep === 'transaction') this.#boekingen.openBoekstuk()
  }

  #eindigt(groep: Groep): void {
    this.#begonnen = this.#beginregels.get(groep) ?? this.#begonnen
    this.#eindes[groep]?.(this.#groepen.velden(groep))
  }
}
