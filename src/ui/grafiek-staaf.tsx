import type { Child } from 'hono/jsx'
import { type Centen, centen, toonBedrag } from '#basis/geld.ts'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'

export type StaafRij = {
  naam: string
  href?: string | undefined
  waarde: Centen
  /** Waar de zin boven de grafiek over gaat. */
  nadruk?: boolean | undefined
  bij?: Child | undefined
}

/** Begin en lengte van elke staaf als deel van de breedte; nul staat voor alle rijen op dezelfde plaats. */
export function staafMaten(waarden: readonly number[]): {
  nul: number
  staven: { begin: number; lengte: number }[]
} {
  const laag = Math.min(0, ...waarden)
  const hoog = Math.max(0, ...waarden)
  const bereik = hoog - laag || 1
  return {
    nul: -laag / bereik,
    staven: waarden.map((waarde) => ({
      begin: (Math.min(waarde, 0) - laag) / bereik,
      lengte: Math.abs(waarde) / bereik,
    })),
  }
}

export const procent = (deel: number): string => `${Math.round(deel * 10000) / 100}%`

/** Op een scherm in procenten, want de breedte staat dan niet vast; in een los bestand in px. */
export const schaal =
  (breedte: number | undefined) =>
  (deel: number): string =>
    breedte === undefined ? procent(deel) : px(deel * breedte)

/** De staven zelf, als gewone tekst met een balk ernaast: die past op elke breedte. */
export function Staven(props: { rijen: readonly StaafRij[]; klas?: string | undefined }) {
  const { nul, staven } = staafMaten(props.rijen.map((rij) => rij.waarde))
  return (
    <ul class={klassen('oz-staven', props.klas)}>
      {props.rijen.map((rij, i) => (
        <li class={klassen(rij.nadruk && 'oz-staven--nadruk')}>
          <span class="oz-staven__naam">
            {rij.href === undefined ? rij.naam : <Link href={rij.href}>{rij.naam}</Link>}
            {rij.bij !== undefined && <small class="oz-stil"> {rij.bij}</small>}
          </span>
          <svg class="oz-staven__balk" width="100%" height="14" aria-hidden="true" focusable="false">
            <rect
              class={klassen(rij.waarde < 0 && 'oz-staven__tekort')}
              x={procent(staven[i]?.begin ?? 0)}
              width={procent(staven[i]?.lengte ?? 0)}
              y="1"
              height="12"
            />
            {nul > 0 && <line class="oz-staven__nul" x1={procent(nul)} x2={procent(nul)} y1="0" y2="14" />}
          </svg>
          <span class="oz-staven__waarde">{toonBedrag(rij.waarde)}</span>
        </li>
      ))}
    </ul>
  )
}

type GrafiekStaafProps = FiguurProps & {
  rijen: readonly StaafRij[]
  /** Kop van de eerste kolom in de tabel: waar de rijen van zijn. */
  wat: string
  /** Kop van de bedragen, met de eenheid. */
  eenheid?: string | undefined
  metTotaal?: boolean | undefined
}

export function GrafiekStaaf(props: GrafiekStaafProps) {
  const som = centen(props.rijen.reduce((totaal, rij) => totaal + rij.waarde, 0))
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: props.wat, cel: (rij) => rij.naam },
        { sleutel: 'waarde', kop: props.eenheid ?? 'Bedrag, €', soort: 'bedrag', cel: (rij) => rij.waarde },
      ]}
      rijen={props.rijen}
      totaal={props.metTotaal ? { kop: 'Samen', cellen: { waarde: som } } : undefined}
    />
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <Staven rijen={props.rijen} />
    </Grafiek>
  )
}
