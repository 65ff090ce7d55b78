import { vergelijkbaar } from '#basis/tekst.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  AFGESCHERMD,
  type Decimaaltekst,
  leesDecimaal,
  METINGSOORTEN,
  ONTBREEKNAAM,
  ONTBREEKREDENEN,
  SOORTNAAM,
} from '#metingen/deur.ts'
import type { Planmeting } from '#programma/meten/vastleggen.flow.ts'

/** Metingen uit een bestand: dezelfde kolommen als de tabel die Omzien zelf geeft, zodat heen en terug niets verandert. */

export const METINGKOPPEN = {
  doel: 'Doel (sleutel)',
  indicator: 'Indicator (sleutel)',
  tijdvak: 'Tijdvak',
  waarde: 'Waarde',
  ontbreekt: 'Ontbreekt',
  toelichting: 'Toelichting',
  aantal: 'Aantal',
  populatie: 'Hele groep',
  ondergrens: 'Ondergrens',
  bovengrens: 'Bovengrens',
  soort: 'Stand',
  bron: 'Bron',
  reden: 'Reden van wijziging',
} as const
export type Metingkolom = keyof typeof METINGKOPPEN
export const VERPLICHTE_KOPPEN = ['doel', 'indicator', 'tijdvak', 'waarde'] as const

/** Een rij uit het bestand als tekst, met de plaats om naar te verwijzen. */
export type Bladrij = { plaats: string; cellen: Readonly<Partial<Record<Metingkolom, string>>> }
export type Rijfout = { plaats: string; zin: string }

/** Wat `uitwisseling` doet: het bestand openen en de kolommen op hun kop vinden. */
export type Metingenpoort = {
  leesMetingblad(
    inhoud: Uint8Array,
    koppen: typeof METINGKOPPEN,
    verplicht: readonly Metingkolom[],
  ): Uitkomst<readonly Bladrij[], readonly Rijfout[]>
}

export const MEESTE_RIJEN = 1_000

export type Gelezenmeting = Planmeting & { plaats: string }
export type Gelezenblad = { metingen: readonly Gelezenmeting[]; overgeslagen: readonly Rijfout[] }

/** Elke rij, of elke fout met haar plaats. Een afgeschermd cijfer uit onze eigen tabel wordt overgeslagen. */
export function leesMetingrijen(rijen: readonly Bladrij[]): Uitkomst<Gelezenblad, Rijfout[]> {
  if (rijen.length > MEESTE_RIJEN)
    return geweigerd([
      {
        plaats: 'het bestand',
        zin: `Er staan ${rijen.length} rijen in. Neem er hoogstens ${MEESTE_RIJEN} per keer.`,
      },
    ])
  const fouten: Rijfout[] = []
  const overgeslagen: Rijfout[] = []
  const metingen: Gelezenmeting[] = []
  for (const rij of rijen) {
    const { plaats } = rij
    if (vergelijkbaar(cel(rij, 'ontbreekt')) === vergelijkbaar(ONTBREEKNAAM[AFGESCHERMD])) {
      overgeslagen.push({
        plaats,
        zin: 'Dit cijfer is afgeschermd in de tabel van Omzien en blijft zoals het is.',
      })
      continue
    }
    const gelezen = leesRij(rij)
    if (gelezen.ok) metingen.push({ ...gelezen.waarde, plaats })
    else fouten.push(...gelezen.reden.map((zin) => ({ plaats, zin })))
  }
  return fouten.length > 0 ? geweigerd(fouten) : gelukt({ metingen, overgeslagen })
}

/** Een rekenprogramma zet een ' voor tekst die op een formule lijkt; die hoort niet bij de tekst. */
const cel = ({ cellen }: Bladrij, naam: Metingkolom): string =>
  (cellen[naam] ?? '').trim().replace(/^'(?=[=+\-@])/u, '')

function leesRij(rij: Bladrij): Uitkomst<Planmeting, string[]> {
  const fouten: string[] = []
  const tekst = (naam: Metingkolom): string | null => cel(rij, naam) || null
  const getal = (naam: Metingkolom): Decimaaltekst | null => {
    const getypt = cel(rij, naam)
    if (getypt === '' || getypt === '–') return null
    const gelezen = leesDecimaal(getypt)
    if (gelezen === undefined) fouten.push(`${METINGKOPPEN[naam]}: ‘${getypt.slice(0, 40)}’ is geen getal.`)
    return gelezen ?? null
  }
  const aantal = (naam: Metingkolom): number | null => {
    const getypt = cel(rij, naam).replaceAll('.', '')
    if (getypt === '') return null
    if (/^\d{1,9}$/u.test(getypt)) return Number(getypt)
    fouten.push(`${METINGKOPPEN[naam]}: ‘${getypt.slice(0, 40)}’ is geen heel aantal.`)
    return null
  }
  const keuze = <Een extends string>(naam: Metingkolom, uit: readonly Een[], namen: Record<Een, string>) => {
    const getypt = vergelijkbaar(cel(rij, naam))
    if (getypt === '') return undefined
    const gekozen = uit.find((een) => [een, namen[een]].some((vorm) => vergelijkbaar(vorm) === getypt))
    if (gekozen === undefined)
      fouten.push(`${METINGKOPPEN[naam]}: kies ${uit.map((een) => namen[een]).join(', ')}.`)
    return gekozen
  }
  const tijdvak = leesTijdvak(cel(rij, 'tijdvak'))
  if (tijdvak === undefined) fouten.push(`${METINGKOPPEN.tijdvak}: schrijf bijvoorbeeld 2024 of 2024-Q3.`)
  const meting = {
    doel: cel(rij, 'doel'),
    indicator: cel(rij, 'indicator'),
    waarde: getal('waarde'),
    ontbreekt: keuze('ontbreekt', ONTBREEKREDENEN, ONTBREEKNAAM) ?? null,
    toelichting: tekst('toelichting'),
    aantal: aantal('aantal'),
    populatie: aantal('populatie'),
    ondergrens: getal('ondergrens'),
    bovengrens: getal('bovengrens'),
    soort: keuze('soort', METINGSOORTEN, SOORTNAAM) ?? 'definitief',
    bron: cel(rij, 'bron'),
    reden: tekst('reden'),
  }
  return tijdvak === undefined || fouten.length > 0 ? geweigerd(fouten) : gelukt({ ...meting, tijdvak })
}
