import { Datum } from '#basis/datum.ts'
import {
  type Bladbouwer,
  eisEigenNamen,
  maakBladbouwer,
  type Teller,
} from '#uitwisseling/rekenblad/bladbouwer.ts'
import {
  type Cel,
  LEEG,
  leesBereiknaam,
  leesCelnaam,
  type Waarde,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { decodeer } from '#uitwisseling/rekenblad/tekens.ts'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'
import { dagVanSerie } from '#uitwisseling/rekenblad/tijd.ts'
import {
  type Getalstijlen,
  leesBladenlijst,
  leesGedeeldeTekst,
  leesGetalstijlen,
} from '#uitwisseling/rekenblad/xlsx-delen.ts'
import { type Kenmerken, leesXml } from '#uitwisseling/rekenblad/xml.ts'
import type { Archief } from '#uitwisseling/rekenblad/zip.ts'

export function leesXlsx(archief: Archief): Werkboek {
  const lijst = leesBladenlijst(archief)
  const gedeeld: Gedeeld = {
    teksten: leesGedeeldeTekst(archief, lijst.gedeeldeTekst),
    stijlen: leesGetalstijlen(archief, lijst.stijlen),
    stelsel: lijst.stelsel,
  }
  const teller: Teller = { cellen: 0 }
  const bladen = lijst.bladen.map(({ naam, pad, verborgen }) => {
    const bytes = archief.lees(pad)
    if (bytes === undefined) throw new Onleesbaar('beschadigd', `blad ${naam}`)
    const lezer = new BladLezer(maakBladbouwer(naam, verborgen, teller), gedeeld)
    leesXml(bytes, pad, {
      open: (element, kenmerken) => lezer.open(element, kenmerken),
      sluit: (element) => lezer.sluit(element),
      tekst: (tekst) => lezer.tekst(tekst),
    })
    return lezer.bouwer.klaar()
  })
  eisEigenNamen(bladen)
  return { bladen }
}

type Gedeeld = { teksten: readonly string[]; stijlen: Getalstijlen; stelsel: 1900 | 1904 }

const GEWENST = new Set(['v', 'f', 't'])

class BladLezer {
  readonly bouwer: Bladbouwer
  private readonly gedeeld: Gedeeld
  private rij = -1
  private kolom = -1
  private rijVerborgen = false
  private kenmerken: Kenmerken | undefined
  private delen = { v: '', f: '', t: '' }
  private heeftFormule = false
  private in: 'v' | 'f' | 't' | undefined
  private fonetisch = 0

  constructor(bouwer: Bladbouwer, gedeeld: Gedeeld) {
    this.bouwer = bouwer
    this.gedeeld = gedeeld
  }

  open(naam: string, kenmerken: Kenmerken): void {
    if (this.kenmerken !== undefined) {
      if (naam === 'rPh') this.fonetisch++
      if (naam === 'f') this.heeftFormule = true
      if (GEWENST.has(naam) && this.fonetisch === 0) this.in = naam as 'v' | 'f' | 't'
      return
    }
    switch (naam) {
      case 'row': {
        const nummer = Number(kenmerken['r'])
        this.rij = Number.isSafeInteger(nummer) && nummer > 0 ? nummer - 1 : this.rij + 1
        this.kolom = -1
        this.rijVerborgen = isWaar(kenmerken['hidden'])
        return
      }
      case 'c': {
        const plaats = leesCelnaam(kenmerken['r'] ?? '')
        this.kolom = plaats?.kolom ?? this.kolom + 1
        if (plaats !== undefined) this.rij = plaats.rij
        this.kenmerken = kenmerken
        this.delen = { v: '', f: '', t: '' }
        this.heeftFormule = false
        return
      }
      case 'mergeCell': {
        const bereik = leesBereiknaam(kenmerken['ref'] ?? '')
        if (bereik !== undefined) this.bouwer.voegSamen(bereik)
        return
      }
      case 'col':
        if (isWaar(kenmerken['hidden']))
          this.bouwer.verbergKolommen(Number(kenmerken['min']) - 1, Number(kenmerken['max']) - 1)
    }
  }

  tekst(tekst: string): void {
    if (this.in === undefined) return
    this.delen[this.in] += tekst
    if (this.delen[this.in].length > GRENZEN.tekens)
      throw new Onleesbaar('te_veel_cellen', `blad ${this.bouwer.naam}`)
  }

  sluit(naam: string): void {
    if (naam === 'c' && this.kenmerken !== undefined) {
      this.bouwer.zet(this.rij, this.kolom, this.cel(this.kenmerken))
      if (this.rijVerborgen) this.bouwer.verbergRij(this.rij)
      this.kenmerken = undefined
    } else if (naam === 'rPh') this.fonetisch = Math.max(0, this.fonetisch - 1)
    if (naam === this.in) this.in = undefined
  }

  private cel(kenmerken: Kenmerken): Cel {
    const waarde = this.waarde(kenmerken)
    if (!this.heeftFormule) return waarde
    // Een formule die lege tekst geeft, is wel uitgerekend.
    const leeg = kenmerken['t'] === 'str' ? LEGE_TEKST : undefined
    return { soort: 'formule', formule: this.delen.f, waarde: waarde.soort === 'leeg' ? leeg : waarde }
  }

  private waarde(kenmerken: Kenmerken): Waarde {
    const { v, t } = this.delen
    switch (kenmerken['t']) {
      case 's':
        return tekstwaarde(this.gedeeld.teksten[Number(v)] ?? '')
      case 'inlineStr':
        return tekstwaarde(decodeer(t, false))
      case 'str':
        return tekstwaarde(decodeer(v, false))
      case 'b':
        return v === '' ? LEEG : tekstwaarde(v === '1' ? 'ja' : 'nee')
      case 'e':
        return { soort: 'fout', code: v }
      case 'd': {
        const gelezen = Datum.safeParse(v.slice(0, 10))
        return gelezen.success ? { soort: 'datum', datum: gelezen.data } : tekstwaarde(v)
      }
      default:
        return this.getal(v.trim(), Number(kenmerken['s'] ?? 0))
    }
  }

  private getal(v: string, stijl: number): Waarde {
    if (v === '') return LEEG
    if (this.gedeeld.stijlen.datums.has(stijl)) {
      const dag = dagVanSerie(Number(v), this.gedeeld.stelsel)
      if (dag !== undefined) return { soort: 'datum', datum: dag }
    }
    const breedte = this.gedeeld.stijlen.nullen.get(stijl) ?? 0
    return { soort: 'getal', getal: /^\d+$/u.test(v) ? v.padStart(breedte, '0') : v }
  }
}

const isWaar = (kenmerk: string | undefined): boolean => kenmerk === '1' || kenmerk === 'true'

const LEGE_TEKST: Waarde = { soort: 'tekst', tekst: '' }
const tekstwaarde = (tekst: string): Waarde => (tekst === '' ? LEEG : { soort: 'tekst', tekst })
