import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { Tijdvak } from '#basis/datum.ts'
import { type Centen, Centen as CentenVorm, leesBedrag } from '#basis/geld.ts'
import { vergelijkbaar } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { Ding } from '#programma/deur.ts'
import { type Bedragfout, leesBedragGetal, leesGeheel } from '#uitwisseling/rekenblad/getal.ts'
import {
  leesLijst,
  leesTekstOfNiets,
  schrijfDing,
  schrijfLijst,
  schrijfTekstOfNiets,
} from '#uitwisseling/rekenblad/lijst.ts'
import type { Inhoud } from '#uitwisseling/rekenblad/plan-vorm.ts'
import { bedrag, type Cel, dag, getal, LEEG, tekst, type Waarde } from '#uitwisseling/rekenblad/rekenblad.ts'
import { alsDag, dagVanSerie, isSeriedag, tijdvakUitCel } from '#uitwisseling/rekenblad/tijd.ts'

const Teksten = z.array(z.string())
const Dingen = z.array(Ding)

/** Van waarde in het plan naar cel. De waarde komt uit een geldig plan, dus een andere vorm is een fout van ons. */
export function celVan(inhoud: Inhoud, waarde: unknown): Cel {
  if (waarde === undefined || waarde === null) return LEEG
  switch (inhoud.soort) {
    case 'ter-informatie':
      return LEEG
    case 'tekst':
    case 'sleutel':
    case 'verwijzing':
    case 'keuze':
      return tekst(z.string().parse(waarde))
    case 'tekst-of-niets':
      return tekst(schrijfTekstOfNiets(z.string().parse(waarde)))
    case 'lijst':
    case 'verwijzingen':
      return tekst(schrijfLijst(Teksten.parse(waarde)))
    case 'ding':
      return tekst(schrijfDing(Ding.parse(waarde)))
    case 'dingen':
      return tekst(schrijfLijst(Dingen.parse(waarde).map(schrijfDing)))
    case 'tijdvak': {
      const vak = Tijdvak.parse(waarde)
      return isSeriedag(vak) ? dag(alsDag(vak)) : tekst(vak)
    }
    case 'vinkje':
      return waarde === true ? tekst('ja') : LEEG
    case 'getal':
      return getal(z.int().parse(waarde))
    case 'bedrag':
      return bedrag(CentenVorm.parse(waarde))
  }
}

/** Wat er uit een cel kwam, nog zonder te weten of een verwijzing bestaat. */
export type Gelezen = string | string[] | number | true | undefined

const BEDRAGFOUT: Record<Bedragfout, string> = {
  geen_bedrag: 'Dit is geen bedrag. Schrijf het in euro, bijvoorbeeld 12.500 of 12500,50.',
  halve_cent: 'Dit bedrag heeft meer dan twee cijfers achter de komma. Rond het zelf af op hele centen.',
  te_groot: 'Dit bedrag is te groot om op de cent te bewaren.',
}

const FORMULE = 'Hier staat een formule. Hier hoort gewone tekst.'
const ONBEREKEND =
  'De formule in deze cel heeft geen uitkomst. Open het bestand, laat het rekenen en sla het op.'

/** Leest één cel voor een kolom. Een weigering is een zin over deze cel. */
export function leesCel(inhoud: Inhoud, cel: Cel): Uitkomst<Gelezen, string> {
  if (inhoud.soort === 'ter-informatie') return gelukt(undefined)
  if (cel.soort !== 'formule') return leesWaarde(inhoud, cel)
  if (inhoud.soort !== 'bedrag' && inhoud.soort !== 'getal') return geweigerd(FORMULE)
  return cel.waarde === undefined ? geweigerd(ONBEREKEND) : leesWaarde(inhoud, cel.waarde)
}

function leesWaarde(inhoud: Inhoud, waarde: Waarde): Uitkomst<Gelezen, string> {
  if (waarde.soort === 'leeg') return gelukt(undefined)
  if (waarde.soort === 'fout') return geweigerd(`In deze cel staat de fout ${waarde.code}.`)
  switch (inhoud.soort) {
    case 'bedrag':
      return leesBedragcel(waarde)
    case 'getal':
      return leesGetalcel(waarde)
    case 'tijdvak':
      return leesTijdcel(waarde)
    default:
      if (waarde.soort === 'datum') return geweigerd('Hier staat een datum. Hier hoort tekst.')
      return leesTekstcel(inhoud, waarde.soort === 'tekst' ? waarde.tekst : getalAlsTekst(waarde))
  }
}

/** `2024.0` in een tekstkolom is gewoon `2024`. */
const getalAlsTekst = (waarde: Waarde): string =>
  waarde.soort === 'getal' ? String(leesGeheel(waarde.getal) ?? waarde.getal) : ''

const LEEG_STREEPJE = /^[\s\u00a0]*[-–—]?[\s\u00a0]*$/u

export function leesBedragcel(waarde: Waarde): Uitkomst<Centen | undefined, string> {
  if (waarde.soort === 'leeg') return gelukt(undefined)
  if (waarde.soort === 'bedrag') return gelukt(waarde.bedrag)
  if (waarde.soort === 'tekst' && LEEG_STREEPJE.test(waarde.tekst)) return gelukt(undefined)
  if (waarde.soort !== 'tekst' && waarde.soort !== 'getal') return geweigerd(BEDRAGFOUT.geen_bedrag)
  const gelezen =
    waarde.soort === 'getal' ? leesBedragGetal(waarde.getal) : (leesBedrag(waarde.tekst) ?? 'geen_bedrag')
  return typeof gelezen === 'string' ? geweigerd(BEDRAGFOUT[gelezen]) : gelukt(gelezen)
}

function leesGetalcel(waarde: Waarde): Uitkomst<Gelezen, string> {
  const kaal = waarde.soort === 'getal' ? waarde.getal : waarde.soort === 'tekst' ? waarde.tekst.trim() : '?'
  if (kaal === '') return gelukt(undefined)
  const heel = leesGeheel(kaal)
  return heel === undefined ? geweigerd('Hier hoort een heel getal.') : gelukt(heel)
}

const TIJDFOUT =
  'Dit is geen tijd die Omzien kent. Schrijf bijvoorbeeld 2023, 2023-Q3, september 2023 of 1-9-2023.'

function leesTijdcel(waarde: Waarde): Uitkomst<Gelezen, string> {
  if (waarde.soort === 'datum') return gelukt(waarde.datum)
  if (waarde.soort === 'getal') return tijdUitGetal(leesGeheel(waarde.getal))
  if (waarde.soort !== 'tekst') return geweigerd(TIJDFOUT)
  if (waarde.tekst.trim() === '') return gelukt(undefined)
  const vak = tijdvakUitCel(waarde.tekst)
  return vak === undefined ? geweigerd(TIJDFOUT) : gelukt(vak)
}

/** Vier cijfers is een jaar; een volgnummer van Excel is een dag die haar opmaak kwijt is. */
function tijdUitGetal(heel: number | undefined): Uitkomst<Gelezen, string> {
  if (heel === undefined) return geweigerd(TIJDFOUT)
  if (heel >= 1000 && heel <= 9999) return gelukt(String(heel))
  const seriedag: Datum | undefined = heel >= 10_000 ? dagVanSerie(heel) : undefined
  return seriedag === undefined ? geweigerd(TIJDFOUT) : gelukt(seriedag)
}

const JA = new Set(['ja', 'j', 'x', 'waar', 'true', '1', 'v'])
const NEE = new Set(['nee', 'n', 'onwaar', 'false', '0', ''])

function leesTekstcel(inhoud: Inhoud, waarde: string): Uitkomst<Gelezen, string> {
  switch (inhoud.soort) {
    case 'tekst':
      return gelukt(waarde)
    case 'tekst-of-niets':
      return gelukt(leesTekstOfNiets(waarde))
    case 'lijst':
    case 'verwijzingen':
    case 'dingen':
      return gelukt(leesLijst(waarde))
    case 'vinkje': {
      const kaal = vergelijkbaar(waarde)
      if (JA.has(kaal)) return gelukt(true)
      return NEE.has(kaal) ? gelukt(undefined) : geweigerd('Vul hier ja in, of laat de cel leeg.')
    }
    case 'keuze': {
      const kaal = vergelijkbaar(waarde)
      if (kaal === '') return gelukt(undefined)
      const gekozen = inhoud.waarden.find((mogelijk) => vergelijkbaar(mogelijk) === kaal)
      return gekozen === undefined
        ? geweigerd(`"${waarde}" kan hier niet. Kies uit: ${inhoud.waarden.join(', ')}.`)
        : gelukt(gekozen)
    }
    default:
      return gelukt(waarde.trim() === '' ? undefined : waarde.trim())
  }
}
