import type { Child } from 'hono/jsx'
import { type Download, Downloads } from '#ui/downloads.tsx'
import { Kop, type Niveau } from '#ui/kop.tsx'

/** Wat elke grafiek van haar pagina krijgt; de rest volgt uit haar cijfers. */
export type FiguurProps = {
  /** Uniek op de pagina. */
  id: string
  /** Eén zin die zegt wat er te zien is; zij is de kop. */
  boodschap: string
  niveau?: Niveau | undefined
  /** Hoe de grafiek te lezen is, eenheid en stand. */
  toelichting?: Child | undefined
  /** De tabel meteen open. */
  tabelOpen?: boolean | undefined
  downloads?: readonly Download[] | undefined
}

/** De zin boven een figuur, die ook haar naam is. */
export const Figuurkop = (props: FiguurProps) => (
  <figcaption>
    <Kop niveau={props.niveau ?? 2} id={`${props.id}-kop`}>
      {props.boodschap}
    </Kop>
    {props.toelichting !== undefined && <p class="oz-figuur__toelichting">{props.toelichting}</p>}
  </figcaption>
)

/** Een grafiek met haar zin erboven en dezelfde cijfers als tabel eronder. */
export function Grafiek(props: FiguurProps & { tabel: Child; children: Child }) {
  return (
    <figure class="oz-figuur" aria-labelledby={`${props.id}-kop`}>
      <Figuurkop {...props} />
      <div class="oz-figuur__tekening">{props.children}</div>
      <div class="oz-figuur__onder">
        <details class="oz-meer" open={props.tabelOpen}>
          <summary>Dezelfde cijfers als tabel</summary>
          {props.tabel}
        </details>
        <Downloads downloads={props.downloads ?? []} waarvan={props.boodschap} />
      </div>
    </figure>
  )
}

/** De drie breedten waarvoor een tekening gemaakt wordt; letters zijn daarin altijd minstens 13 px. */
export type Maat = { naam: 'smal' | 'midden' | 'breed'; breedte: number }

const MATEN: readonly Maat[] = [
  { naam: 'smal', breedte: 300 },
  { naam: 'midden', breedte: 620 },
  { naam: 'breed', breedte: 1000 },
]

/** Tekent voor elke breedte opnieuw; de opmaak toont er precies één, ook aan een schermlezer. */
export function Tekeningen(props: { teken: (maat: Maat) => Child }) {
  return MATEN.map((maat) => <div class={`oz-teken oz-teken--${maat.naam}`}>{props.teken(maat)}</div>)
}

type SvgProps = {
  breedte: number
  hoogte: number
  naam: string
  /** Er staan links of gegroepeerde namen in: dan mag de tekening geen plaatje heten. */
  bereikbaar?: boolean | undefined
  children: Child
}

export function Tekening(props: SvgProps) {
  return (
    <svg
      class="oz-svg"
      viewBox={`0 0 ${Math.ceil(props.breedte)} ${Math.ceil(props.hoogte)}`}
      width={Math.ceil(props.breedte)}
      height={Math.ceil(props.hoogte)}
      role={props.bereikbaar ? 'group' : 'img'}
      aria-label={props.naam}
      focusable="false"
    >
      {props.children}
    </svg>
  )
}

/** Letterhoogte en regelafstand in een tekening. */
export const LETTER = 15
export const REGEL = 19
