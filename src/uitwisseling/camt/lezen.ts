import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { Bevindingen } from '#uitwisseling/bevindingen.ts'
import type { Camtverslag } from '#uitwisseling/camt/camt.ts'
import { Camtlezing } from '#uitwisseling/camt/lezing.ts'
import { type Camtcode, type Camtfout, isFoutcode, ZINNEN } from '#uitwisseling/camt/teksten.ts'
import { isZoekbaar } from '#uitwisseling/camt/zoeken.ts'
import { maakDecoder, vindCodering } from '#uitwisseling/codering.ts'
import { maakXmlstroom, Xmlfout } from '#uitwisseling/xmlstroom.ts'

const GROOTSTE_BESTAND = 64 * 1024 * 1024
const BROK = 64 * 1024
const GRENS = { diepte: 60, langste: 1_000_000 }
const NAAMRUIMTE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(\d{2})$/u

class Camtstop extends Error {
  readonly code: Camtfout
  constructor(code: Camtfout) {
    super(code)
    this.code = code
  }
}

/**
 * Leest een bankafschrift (CAMT.053, versie .02, .08 en wat daartussen en daarna komt), herkend aan de inhoud. Namen,
 * rekeningen van anderen en omschrijvingen komen er niet uit. `zoek` zijn eigen kenmerken, zoals het nummer van een
 * beschikking: per regel staat erbij welke daarvan in de omschrijving stonden.
 */
export function leesCamt(
  bytes: Uint8Array,
  { zoek = [] }: { zoek?: readonly string[] } = {},
): Uitkomst<Camtverslag, Camtverslag> {
  const bevindingen = new Bevindingen<Camtcode>(ZINNEN, isFoutcode)
  const zoekbaar = zoek.filter(isZoekbaar)
  for (let i = zoekbaar.length; i < zoek.length; i++) bevindingen.meld('zoekterm_ongeldig', () => ({}))
  const bestand = new Camtbestand(bevindingen, zoekbaar)
  try {
    bestand.lees(bytes)
  } catch (fout) {
    bestand.vangAf(fout)
  }
  const verslag = bestand.verslag()
  return bevindingen.fouten === 0 ? gelukt(verslag) : geweigerd(verslag)
}

/** Het omhulsel van de afschriften: codering, vorm en wat het lezen afbreekt. */
class Camtbestand {
  readonly #bevindingen: Bevindingen<Camtcode>
  readonly #lezing: Camtlezing
  readonly #xml = maakXmlstroom(
    {
      open: (naam, kenmerken) => {
        if (this.#diepte < 2) this.#omhulsel(naam, kenmerken)
        this.#diepte++
        this.#lezing.open(naam, kenmerken)
      },
      sluit: () => {
        this.#diepte--
        this.#lezing.sluit()
      },
      tekst: (tekst) => this.#lezing.tekst(tekst),
    },
    GRENS,
  )
  #diepte = 0
  #wortel = false
  #versie: string | undefined

  constructor(bevindingen: Bevindingen<Camtcode>, zoek: readonly string[]) {
    this.#bevindingen = bevindingen
    this.#lezing = new Camtlezing(bevindingen, zoek, () => this.#xml.regel())
  }

  lees(bytes: Uint8Array): void {
    if (bytes.length === 0) throw new Camtstop('leeg')
    if (bytes.length > GROOTSTE_BESTAND) throw new Camtstop('te_groot')
    const gevonden = vindCodering(bytes)
    if (gevonden === undefined) throw new Camtstop('codering_onbekend')
    if (gevonden.bom) this.#bevindingen.meld('bom', () => ({}))
    const decoder = maakDecoder(gevonden.codering)
    for (let begin = 0; begin < bytes.length; begin += BROK)
      this.#xml.schrijf(decoder.decode(bytes.subarray(begin, begin + BROK), { stream: true }))
    this.#xml.schrijf(decoder.decode())
    this.#xml.sluit()
    if (this.#lezing.afschriften.length === 0 && this.#bevindingen.fouten === 0)
      throw new Camtstop('geen_afschrift')
  }

  vangAf(fout: unknown): void {
    const regel = this.#xml.regel()
    if (fout instanceof Camtstop) this.#bevindingen.meld(fout.code, () => ({ regel }))
    else if (!(fout instanceof Xmlfout)) throw fout
    else {
      const vooraf = !this.#wortel && (fout.reden === 'geen_xml' || fout.reden === 'afgebroken')
      this.#bevindingen.meld(vooraf ? 'geen_camt' : fout.reden, () => ({ regel }))
    }
  }

  verslag(): Camtverslag {
    const versie = this.#versie ?? (this.#lezing.nieuweVorm ? '08' : '02')
    return {
      vorm: this.#wortel ? `CAMT.053.${versie}` : 'onbekend',
      afschriften: this.#lezing.afschriften,
      bevindingen: this.#bevindingen.lijst(),
    }
  }

  /** `Document` en daarin het soort bericht; sommige banken laten `Document` weg. */
  #omhulsel(naam: string, kenmerken: Readonly<Record<string, string>>): void {
    const ruimtes = Object.entries(kenmerken).filter(([kenmerk]) => /^xmlns(?::|$)/u.test(kenmerk))
    for (const [, ruimte] of ruimtes) this.#versie ??= NAAMRUIMTE.exec(ruimte.trim())?.[1]
    if (naam === 'Document' && this.#diepte === 0) return
    if (this.#wortel) return
    if (/^BkToCstmr/u.test(naam) && naam !== 'BkToCstmrStmt') throw new Camtstop('ander_camt')
    if (naam !== 'BkToCstmrStmt') throw new Camtstop('geen_camt')
    this.#wortel = true
    if (this.#versie === undefined)
      this.#bevindingen.meld('naamruimte_onbekend', () => ({ regel: this.#xml.regel() }))
  }
}
