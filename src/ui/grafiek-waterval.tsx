import type { Child } from 'hono/jsx'
import { type Centen, rondAfVanNul, toonBedrag } from '#basis/geld.ts'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { schaal } from '#ui/grafiek-staaf.tsx'
import { klassen } from '#ui/klassen.ts'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { tekenWaterval, type WatervalBalk } from '#ui/waterval.ts'

export type WatervalStap = {
  naam: string
  /** Boven nul komt het erbij, onder nul gaat het eraf. */
  bedrag: Centen
  /** Waar het bedrag uit bestaat. */
  href?: string | undefined
  bij?: Child | undefined
  nadruk?: boolean | undefined
}

type Soort = 'stand' | 'erbij' | 'eraf'
export type WatervalRij = WatervalStap & { soort: Soort; balk: WatervalBalk }
type Rij = WatervalRij

export const WATERVALHOOGTE = 34

/** Een grafiek is een overzicht: hele euro's. De tabel eronder heeft de centen. */
export const toonStand = (bedrag: Centen): string => toonBedrag(rondAfVanNul(bedrag))
/** Met een teken ervoor; ook een plus, want hier telt de richting. */
export const toonStap = (bedrag: Centen): string => `${bedrag > 0 ? '+' : ''}${toonStand(bedrag)}`

/** De pijl zegt in vorm wat de kleur zegt: naar rechts is erbij, naar links is eraf. */
function Pijl(props: { soort: Soort; deel: number; breedte: number | undefined }) {
  const punt = props.soort === 'erbij' ? 'M0 17-12 4v26Z' : 'M0 17 12 4v26Z'
  const pad = (verzet?: string) => (
    <path class={`oz-waterval__pijl--${props.soort}`} d={punt} transform={verzet} />
  )
  const x = schaal(props.breedte)(props.deel)
  if (props.breedte !== undefined) return pad(`translate(${x} 0)`)
  return (
    <svg x={x} y="0" width="1" height={String(WATERVALHOOGTE)} overflow="visible" aria-hidden="true">
      {pad()}
    </svg>
  )
}

type VormenProps = {
  rij: Rij
  vorige: Rij | undefined
  nul: number
  ingekort: boolean
  laatste: boolean
  breedte?: number | undefined
}

/** De vormen van één stap; met een breedte in px staan zij ook goed in een los bestand. */
export function WatervalVormen(props: VormenProps) {
  const { balk, soort, bedrag } = props.rij
  const op = schaal(props.breedte)
  const [links, rechts] = [Math.min(balk.van, balk.tot), Math.max(balk.van, balk.tot)]
  const isStand = soort === 'stand'
  const lijn = (deel: number, y1: string, y2: string, klas = 'oz-waterval__lijn') => (
    <line class={klas} x1={op(deel)} x2={op(deel)} y1={y1} y2={y2} />
  )
  return (
    <>
      {props.vorige !== undefined && lijn(props.vorige.balk.tot, '0', isStand ? '6' : '17')}
      {props.nul > 0 && lijn(props.nul, '0', String(WATERVALHOOGTE), 'oz-staven__nul')}
      <rect
        class={`oz-waterval__${soort}`}
        x={op(links)}
        width={op(rechts - links)}
        y={isStand ? '6' : '10'}
        height={isStand ? '22' : '14'}
      />
      {isStand && props.ingekort && <path class="oz-waterval__breuk" d="M21 33 29 22 19 12 27 1" />}
      {!isStand && bedrag !== 0 && <Pijl soort={soort} deel={balk.tot} breedte={props.breedte} />}
      {!props.laatste && lijn(balk.tot, isStand ? '28' : '17', String(WATERVALHOOGTE))}
    </>
  )
}

function Balk(props: VormenProps) {
  return (
    <svg
      class="oz-staven__balk oz-waterval__balk"
      width="100%"
      height={String(WATERVALHOOGTE)}
      aria-hidden="true"
      focusable="false"
    >
      <WatervalVormen {...props} />
    </svg>
  )
}

function Waarde(props: { rij: Rij }) {
  const { soort, bedrag, href, naam } = props.rij
  const tekst = soort === 'stand' ? toonStand(bedrag) : toonStap(bedrag)
  if (href === undefined) return tekst
  return (
    <Link href={href}>
      {tekst}
      <span class="oz-vh">, {naam}</span>
    </Link>
  )
}

function Sleutel() {
  return (
    <ul class="oz-sleutel">
      {(
        [
          ['erbij', 'M22 7 13 0v14Z', 0],
          ['eraf', 'M0 7 9 0v14Z', 6],
        ] as const
      ).map(([soort, pijl, x]) => (
        <li>
          <svg class="oz-waterval__sleutel" width="22" height="14" aria-hidden="true" focusable="false">
            <rect class={`oz-waterval__${soort}`} x={x} y="3" width="16" height="8" />
            <path class={`oz-waterval__pijl--${soort}`} d={pijl} />
          </svg>
          {soort}
        </li>
      ))}
    </ul>
  )
}

type GrafiekWatervalProps = FiguurProps & {
  /** Kop van de eerste kolom in de tabel. */
  wat: string
  begin: Omit<WatervalStap, 'nadruk'>
  stappen: readonly WatervalStap[]
  /** Het bedrag volgt uit begin en stappen, zodat de grafiek zichzelf niet kan tegenspreken. */
  eind: Omit<WatervalStap, 'bedrag' | 'nadruk'>
}

type Waterval = Pick<GrafiekWatervalProps, 'begin' | 'stappen' | 'eind'>

/** Elke rij met haar balk: begin, stappen, eind. */
export function watervalRijen({ begin, stappen, eind }: Waterval) {
  const plan = tekenWaterval(
    begin.bedrag,
    stappen.map((stap) => stap.bedrag),
  )
  const soortVan = (bedrag: Centen): Soort => (bedrag < 0 ? 'eraf' : 'erbij')
  const rijen: Rij[] = [
    { ...begin, soort: 'stand' as const },
    ...stappen.map((stap) => ({ ...stap, soort: soortVan(stap.bedrag) })),
    { ...eind, bedrag: plan.eind, soort: 'stand' as const },
  ].map((rij, i) => ({ ...rij, balk: plan.balken[i] ?? { van: 0, tot: 0 } }))
  return { plan, rijen }
}

/** Hoe een bedrag stap voor stap een ander bedrag werd, zoals van primitief naar na wijziging. */
export function GrafiekWaterval(props: GrafiekWatervalProps) {
  const { plan, rijen } = watervalRijen(props)
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: props.wat, cel: (rij) => rij.naam },
        {
          sleutel: 'erbij',
          kop: 'Erbij of eraf, €',
          soort: 'bedrag',
          cel: (rij) => (rij.soort === 'stand' ? '' : toonStap(rij.bedrag)),
        },
        {
          sleutel: 'stand',
          kop: 'Stand, €',
          soort: 'bedrag',
          cel: (rij) => (rij.soort === 'stand' ? rij.bedrag : ''),
        },
      ]}
      rijen={rijen}
      toonRij={(rij) => (rij.soort === 'stand' ? 'som' : undefined)}
    />
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <Sleutel />
      <ul class="oz-staven oz-waterval">
        {rijen.map((rij, i) => (
          <li
            class={klassen(rij.soort === 'stand' && 'oz-waterval--stand', rij.nadruk && 'oz-staven--nadruk')}
          >
            <span class="oz-staven__naam">
              {rij.naam}
              {rij.bij !== undefined && <small class="oz-stil"> {rij.bij}</small>}
            </span>
            <Balk
              rij={rij}
              vorige={rijen[i - 1]}
              nul={plan.nul}
              ingekort={plan.ingekort}
              laatste={i === rijen.length - 1}
            />
            <span class="oz-staven__waarde">
              <Waarde rij={rij} />
            </span>
          </li>
        ))}
      </ul>
      {plan.ingekort && (
        <p class="oz-klein oz-stil">
          De bovenste en de onderste balk zijn links afgebroken. De stappen staan op één schaal.
        </p>
      )}
    </Grafiek>
  )
}
