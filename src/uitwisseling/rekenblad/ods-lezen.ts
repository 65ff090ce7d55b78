import { Datum } from '#basis/datum.ts'
import { type Bladbouwer, eisEigenNamen, keer, maakBladbouwer } from '#uitwisseling/rekenblad/bladbouwer.ts'
import { type Blad, type Cel, LEEG, type Waarde, type Werkboek } from '#uitwisseling/rekenblad/rekenblad.ts'
import { decodeer } from '#uitwisseling/rekenblad/tekens.ts'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'
import { type Kenmerken, leesXml } from '#uitwisseling/rekenblad/xml.ts'
import type { Archief } from '#uitwisseling/rekenblad/zip.ts'

/** Alles hieronder is geen celinhoud: notities, tekeningen, oude versies en gegevens van buiten. */
const OVERSLAAN = new Set([
  'annotation',
  'shapes',
  'forms',
  'tracked-changes',
  'dde-links',
  'frame',
  'custom-shape',
  'data-pilot-tables',
  'named-expressions',
])

export function leesOds(archief: Archief): Werkboek {
  weigerMacroEnSlot(archief)
  const inhoud = archief.lees('content.xml')
  if (inhoud === undefined) throw new Onleesbaar('geen_rekenblad')
  const lezer = new OdsLezer()
  leesXml(inhoud, 'content.xml', {
    open: (naam, kenmerken) => lezer.open(naam, kenmerken),
    sluit: (naam) => lezer.sluit(naam),
    tekst: (tekst) => lezer.tekst(tekst),
  })
  eisEigenNamen(lezer.bladen)
  return { bladen: lezer.bladen }
}

function weigerMacroEnSlot(archief: Archief): void {
  const manifest = archief.lees('META-INF/manifest.xml')
  if (manifest !== undefined)
    leesXml(manifest, 'META-INF/manifest.xml', {
      open: (naam) => {
        if (naam === 'encryption-data') throw new Onleesbaar('versleuteld')
      },
    })
  for (const naam of archief.namen)
    if (/^(?:Basic|Scripts)\/.*[^/]$/u.test(naam)) throw new Onleesbaar('macro', naam)
}

type Opencel = { kenmerken: Kenmerken; alineas: string[]; bedekt: boolean }

class OdsLezer {
  readonly bladen: Blad[] = []
  private readonly teller = { cellen: 0 }
  private readonly verborgenStijlen = new Set<string>()
  private stijl = ''
  private blad: Bladbouwer | undefined
  private vanBuiten = false
  private rij = 0
  private kolom = 0
  private rijkenmerken: Kenmerken = {}
  private rijcellen: { kolom: number; keren: number; cel: Cel }[] = []
  private kolomNr = 0
  private cel: Opencel | undefined
  private alinea: string | undefined
  private overslaan = 0

  open(naam: string, kenmerken: Kenmerken): void {
    if (this.overslaan > 0 || OVERSLAAN.has(naam)) {
      this.overslaan++
      return
    }
    if (this.cel !== undefined) this.openInCel(naam, kenmerken)
    else this.openBuitenCel(naam, kenmerken)
  }

  private openBuitenCel(naam: string, kenmerken: Kenmerken): void {
    switch (naam) {
      case 'script':
      case 'event-listeners':
        throw new Onleesbaar('macro')
      case 'style':
        this.stijl = kenmerken['family'] === 'table' ? (kenmerken['name'] ?? '') : ''
        return
      case 'table-properties':
        if (kenmerken['display'] === 'false' && this.stijl !== '') this.verborgenStijlen.add(this.stijl)
        return
      case 'table':
        this.openBlad(kenmerken)
        return
      case 'table-source':
        this.vanBuiten = true
        return
      case 'table-column':
        this.openKolom(kenmerken)
        return
      case 'table-row':
        this.rijkenmerken = kenmerken
        this.rijcellen = []
        this.kolom = 0
        return
      case 'table-cell':
      case 'covered-table-cell':
        this.cel = { kenmerken, alineas: [], bedekt: naam === 'covered-table-cell' }
    }
  }

  private openInCel(naam: string, kenmerken: Kenmerken): void {
    if (naam === 'p' || naam === 'h') this.alinea = ''
    else if (naam === 's') this.voegToe(' '.repeat(Math.min(keer(kenmerken['c']), GRENZEN.tekens)))
    else if (naam === 'tab') this.voegToe('\t')
    else if (naam === 'line-break') this.voegToe('\n')
    else if (naam === 'event-listeners') throw new Onleesbaar('macro')
  }

  sluit(naam: string): void {
    if (this.overslaan > 0) {
      this.overslaan--
      return
    }
    if ((naam === 'p' || naam === 'h') && this.cel !== undefined && this.alinea !== undefined) {
      this.cel.alineas.push(this.alinea)
      this.alinea = undefined
    } else if (naam === 'table-cell' || naam === 'covered-table-cell') this.sluitCel()
    else if (naam === 'table-row') this.sluitRij()
    else if (naam === 'table') this.sluitBlad()
  }

  tekst(tekst: string): void {
    if (this.overslaan > 0 || this.alinea === undefined) return
    // Witruimte in het XML zelf is opmaak: een echte reeks spaties staat er als eigen teken.
    this.voegToe(tekst.replace(/[ \t\n\r]+/gu, ' '))
  }

  private voegToe(tekst: string): void {
    if (this.alinea === undefined) return
    this.alinea += tekst
    if (this.alinea.length > GRENZEN.tekens) throw new Onleesbaar('te_veel_cellen', this.blad?.naam)
  }

  private openBlad(kenmerken: Kenmerken): void {
    if (this.blad !== undefined) throw new Onleesbaar('geen_xml', `blad ${this.blad.naam}`)
    if (this.bladen.length >= GRENZEN.bladen) throw new Onleesbaar('te_veel_bladen')
    const naam = decodeer(kenmerken['name'] ?? '', true)
    this.blad = maakBladbouwer(naam, this.verborgenStijlen.has(kenmerken['style-name'] ?? ''), this.teller)
    this.vanBuiten = naam.startsWith("'file:")
    this.rij = 0
    this.kolomNr = 0
  }

  private openKolom(kenmerken: Kenmerken): void {
    const keren = keer(kenmerken['number-columns-repeated'])
    if (isVerborgen(kenmerken)) this.blad?.verbergKolommen(this.kolomNr, this.kolomNr + keren - 1)
    this.kolomNr += keren
  }

  private sluitCel(): void {
    const { cel } = this
    if (cel === undefined) return
    this.cel = undefined
    const keren = keer(cel.kenmerken['number-columns-repeated'])
    const breed = keer(cel.kenmerken['number-columns-spanned'])
    const hoog = keer(cel.kenmerken['number-rows-spanned'])
    if (breed > 1 || hoog > 1)
      this.blad?.voegSamen({
        vanRij: this.rij,
        vanKolom: this.kolom,
        totRij: this.rij + hoog - 1,
        totKolom: this.kolom + breed - 1,
      })
    const inhoud = cel.bedekt ? LEEG : celVan(cel)
    if (inhoud.soort !== 'leeg') this.rijcellen.push({ kolom: this.kolom, keren, cel: inhoud })
    this.kolom += keren
  }

  private sluitRij(): void {
    const keren = keer(this.rijkenmerken['number-rows-repeated'])
    const { blad, rijcellen } = this
    if (blad !== undefined && rijcellen.length > 0) {
      for (let r = this.rij; r < this.rij + keren; r++) {
        for (const { kolom, keren: naast, cel } of rijcellen)
          for (let k = kolom; k < kolom + naast; k++) blad.zet(r, k, cel)
        if (isVerborgen(this.rijkenmerken)) blad.verbergRij(r)
      }
    }
    this.rij += keren
  }

  private sluitBlad(): void {
    if (this.blad !== undefined && !this.vanBuiten) this.bladen.push(this.blad.klaar())
    this.blad = undefined
  }
}

const isVerborgen = (kenmerken: Kenmerken): boolean =>
  /^(?:collapse|filter)$/u.test(kenmerken['visibility'] ?? '')

function celVan({ kenmerken, alineas }: Opencel): Cel {
  const waarde = waardeUit(kenmerken, alineas)
  const formule = kenmerken['formula']
  if (formule === undefined) return waarde
  // Een formule die lege tekst geeft, is wel uitgerekend.
  const leeg = kenmerken['value-type'] === 'string' ? LEGE_TEKST : undefined
  return { soort: 'formule', formule, waarde: waarde.soort === 'leeg' ? leeg : waarde }
}

function waardeUit(kenmerken: Kenmerken, alineas: readonly string[]): Waarde {
  switch (kenmerken['value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return kenmerken['value'] === undefined
        ? LEEG
        : { soort: 'getal', getal: metNullen(kenmerken['value'], alineas) }
    case 'date': {
      const gelezen = Datum.safeParse((kenmerken['date-value'] ?? '').slice(0, 10))
      return gelezen.success
        ? { soort: 'datum', datum: gelezen.data }
        : tekstwaarde(kenmerken['date-value'] ?? '')
    }
    case 'time':
      return tekstwaarde(alineas.join('\n'))
    case 'boolean':
      return tekstwaarde(kenmerken['boolean-value'] === 'true' ? 'ja' : 'nee')
    default: {
      // `calcext:value-type="error"` verliest van `string`, maar de tekst is dan de foutcode zelf.
      const tekst = decodeer(kenmerken['string-value'] || alineas.join('\n'), true)
      return kenmerken['formula'] !== undefined && /^(?:#[A-Z/0]+[!?]?|Err:\d+)$/u.test(tekst)
        ? { soort: 'fout', code: tekst }
        : tekstwaarde(tekst)
    }
  }
}

/** Een code die als getal in de cel staat maar met voorloopnullen getoond wordt, houdt die nullen. */
function metNullen(waarde: string, alineas: readonly string[]): string {
  const getoond = alineas.length === 1 ? (alineas[0] ?? '') : ''
  return /^0\d+$/u.test(getoond) && /^\d+$/u.test(waarde) && Number(getoond) === Number(waarde)
    ? getoond
    : waarde
}

const LEGE_TEKST: Waarde = { soort: 'tekst', tekst: '' }
const tekstwaarde = (tekst: string): Waarde => (tekst === '' ? LEEG : { soort: 'tekst', tekst })
