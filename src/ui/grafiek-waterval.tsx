import type { Child } from 'hono/jsx'
import { type Centen, toonBedrag } from '#basis/geld.ts'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { procent } from '#ui/grafiek-staaf.tsx'
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
type Rij = WatervalStap & { soort: Soort; balk: WatervalBalk }

const HOOG = 34

/** Een bedrag met zijn teken ervoor; ook een plus, want hier telt de richting. */
const toonStap = (bedrag: Centen): string => `${bedrag > 0 ? '+' : ''}${toonBedrag(bedrag)}`

/** De pijl zegt in vorm wat de kleur zegt: naar rechts is erbij, naar links is eraf. */
function Pijl(props: { soort: Soort; x: string }) {
  const punt = props.soort === 'erbij' ? 'M0 17-12 4v26Z' : 'M0 17 12 4v26Z'
  return (
    <svg x={props.x} y="0" width="1" height={String(HOOG)} overflow="visible" aria-hidden="true">
      <path class="oz-waterval__pijl" d={punt} />
    </svg>
  )
}

function Balk(props: {
  rij: Rij
  vorige: Rij | undefined
  nul: number
  ingekort: boolean
  laatste: boolean
}) {
  const { balk, soort, bedrag } = props.rij
  const [links, rechts] = [Math.min(balk.van, balk.tot), Math.max(balk.van, balk.tot)]
  const isStand = soort === 'stand'
  return (
    <svg
      class="oz-staven__balk oz-waterval__balk"
      width="100%"
      height={String(HOOG)}
      aria-hidden="true"
      focusable="false"
    >
      {props.vorige !== undefined && (
        <line
          class="oz-waterval__lijn"
          x1={procent(props.vorige.balk.tot)}
          x2={procent(props.vorige.balk.tot)}
          y1="0"
          y2={isStand ? '6' : '17'}
        />
      )}
      {props.nul > 0 && (
        <line
          class="oz-staven__nul"
          x1={procent(props.nul)}
          x2={procent(props.nul)}
          y1="0"
          y2={String(HOOG)}
        />
      )}
      <rect
        class={`oz-waterval__${soort}`}
        x={procent(links)}
        width={procent(rechts - links)}
        y={isStand ? '6' : '10'}
        height={isStand ? '22' : '14'}
      />
      {isStand && props.ingekort && <path class="oz-waterval__breuk" d="M21 33 29 22 19 12 27 1" />}
      {!isStand && bedrag !== 0 && <Pijl soort={soort} x={procent(balk.tot)} />}
      {!props.laatste && (
        <line
          class="oz-waterval__lijn"
          x1={procent(balk.tot)}
          x2={procent(balk.tot)}
          y1={isStand ? '28' : '17'}
          y2={String(HOOG)}
        />
      )}
    </svg>
  )
}

function Waarde(props: { rij: Rij }) {
  const { soort, bedrag, href, naam } = props.rij
  const tekst = soort === 'stand' ? toonBedrag(bedrag) : toonStap(bedrag)
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
            <path class="oz-waterval__pijl" d={pijl} />
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

/** Hoe een bedrag stap voor stap een ander bedrag werd, zoals van primitief naar na wijziging. */
export function GrafiekWaterval(props: GrafiekWatervalProps) {
  const { begin, stappen } = props
  const plan = tekenWaterval(
    begin.bedrag,
    stappen.map((stap) => stap.bedrag),
  )
  const soortVan = (bedrag: Centen): Soort => (bedrag < 0 ? 'eraf' : 'erbij')
  const rijen: Rij[] = [
    { ...begin, soort: 'stand' as const },
    ...stappen.map((stap) => ({ ...stap, soort: soortVan(stap.bedrag) })),
    { ...props.eind, bedrag: plan.eind, soort: 'stand' as const },
  ].map((rij, i) => ({ ...rij, balk: plan.balken[i] ?? { van: 0, tot: 0 } }))
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
