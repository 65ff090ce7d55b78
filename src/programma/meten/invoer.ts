import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  AFGESCHERMD,
  type Decimaaltekst,
  leesDecimaal,
  METINGSOORTEN,
  METINGWEIGERING,
  type Meting,
  type Metingcode,
  ONTBREEKREDENEN,
  schrijfDecimaal,
} from '#metingen/deur.ts'
import type { Planmeting, Vastweigering } from '#programma/meten/vastleggen.flow.ts'
import type { Indicator } from '#programma/plan.ts'
import {
  alinea,
  Formulierlezer,
  keuze,
  type Ontleder,
  ofLeeg,
  type VeldFout,
  verplichteZin,
  verplichtTijdvak,
  type Waarden,
  zin,
} from '#programma/wijzigen/velden.ts'

/** Een ingevulde meting lezen, en bij een weigering het veld vinden waar het aan ligt. */

const getal =
  (wat: string): Ontleder<Decimaaltekst> =>
  (tekst) => {
    const gelezen = leesDecimaal(tekst)
    return gelezen === undefined
      ? geweigerd(`Wij herkennen ${wat} niet als getal. Schrijf bijvoorbeeld 85 of 12,5.`)
      : gelukt(gelezen)
  }

const aantal =
  (wat: string): Ontleder<number> =>
  (tekst) => {
    const kaal = tekst.replaceAll('.', '')
    return /^\d{1,9}$/u.test(kaal)
      ? gelukt(Number(kaal))
      : geweigerd(`Schrijf bij ${wat} een heel getal, zoals 120.`)
  }

export function leesMeting(
  waarden: Waarden,
  waar: { doel: string; indicator: string },
): Uitkomst<Planmeting, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const of = <Waarde>(naam: string, ontleed: Ontleder<Waarde>): Waarde | null =>
    lezer.leesAltijd<Waarde | null>(naam, null, ofLeeg(ontleed, null))
  const tijdvak = leesTijdvak(lezer.tekst('tijdvak'))
  if (tijdvak === undefined)
    lezer.leesAltijd('tijdvak', undefined, verplichtTijdvak('over welk tijdvak het gaat'))
  const meting = {
    ...waar,
    waarde: of('waarde', getal('de waarde')),
    ontbreekt: of('ontbreekt', keuze(ONTBREEKREDENEN, 'waarom het cijfer ontbreekt')),
    toelichting: lezer.leesAltijd('toelichting', undefined, alinea('de toelichting')) ?? null,
    aantal: of('aantal', aantal('het aantal')),
    populatie: of('populatie', aantal('de hele groep')),
    ondergrens: of('ondergrens', getal('de ondergrens')),
    bovengrens: of('bovengrens', getal('de bovengrens')),
    soort: lezer.leesAltijd('soort', 'voorlopig', keuze(METINGSOORTEN, 'voorlopig of definitief')),
    bron: lezer.leesAltijd('bron', '', verplichteZin('waar het cijfer vandaan komt')),
    reden: lezer.leesAltijd('reden', undefined, zin('de reden')) ?? null,
    basis: basisUit(waarden['basis'], tijdvak),
  }
  return lezer.fouten.length > 0 || tijdvak === undefined
    ? geweigerd(lezer.fouten)
    : gelukt({ ...meting, tijdvak })
}

/** Welke jaargang iemand op het scherm had; wie een ander tijdvak typte, had daarvan niets op het scherm. */
export const basisVan = ({ tijdvak, volgnr }: Pick<Meting, 'tijdvak' | 'volgnr'>): string =>
  `${tijdvak} ${volgnr}`

function basisUit(tekst: string | undefined, tijdvak: string | undefined): number | undefined {
  const [vak, nummer = ''] = (tekst ?? '').split(' ')
  return vak === tijdvak && /^\d{1,6}$/u.test(nummer) ? Number(nummer) : undefined
}

/** Wat er nu staat, om te verbeteren; een afgeschermd cijfer komt ook hier niet tevoorschijn. */
export function waardenVan(meting: Meting | undefined, indicator: Indicator): Waarden {
  if (meting === undefined) return { bron: indicator.bron ?? '', soort: 'voorlopig' }
  const getypt = (waarde: Decimaaltekst | null): string => (waarde === null ? '' : schrijfDecimaal(waarde))
  const opgegeven = meting.methode === 'opgegeven'
  return {
    tijdvak: meting.tijdvak,
    waarde: getypt(meting.waarde),
    ontbreekt: meting.ontbreekt === AFGESCHERMD ? '' : (meting.ontbreekt ?? ''),
    toelichting: meting.toelichting ?? '',
    aantal: String(meting.aantal ?? ''),
    populatie: String(meting.populatie ?? ''),
    // Een marge die Omzien uitrekende, rekent het bij een andere waarde opnieuw uit.
    ondergrens: opgegeven ? getypt(meting.ondergrens) : '',
    bovengrens: opgegeven ? getypt(meting.bovengrens) : '',
    soort: meting.soort,
    bron: meting.bron,
    basis: basisVan(meting),
  }
}

const VELD_BIJ: Readonly<Record<Metingcode, string>> = {
  waarde_of_reden: 'waarde',
  percentage_buiten: 'waarde',
  mensen_niet_heel: 'waarde',
  aantal_onmogelijk: 'aantal',
  grens_ontbreekt: 'ondergrens',
  grenzen_omgekeerd: 'ondergrens',
  bron_ontbreekt: 'bron',
  tijdvak_toekomst: 'tijdvak',
  andere_precisie: 'tijdvak',
  dubbel: 'tijdvak',
  intussen_gewijzigd: 'tijdvak',
  al_definitief: 'soort',
  reden_ontbreekt: 'reden',
}

export const weigerfouten = (reden: Vastweigering): VeldFout[] =>
  reden.code === 'metingen_geweigerd'
    ? reden.weigeringen.map(({ code }) => ({ veld: VELD_BIJ[code], tekst: METINGWEIGERING[code] }))
    : [{ veld: 'tijdvak', tekst: METINGWEIGERING[reden.code] }]

/** Is het misgegaan omdat iemand anders eerder was, of omdat er iets niet klopt? */
export const weigerstatusVan = (reden: Vastweigering): 400 | 409 =>
  reden.code === 'metingen_geweigerd' && reden.weigeringen.some(({ code }) => code === 'intussen_gewijzigd')
    ? 409
    : 400
