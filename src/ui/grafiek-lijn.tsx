import type { Child } from 'hono/jsx'
import { type FiguurProps, Grafiek, LETTER, type Maat, REGEL, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { type LijnReeks, type LijnTekening, tekenLijn } from '#ui/lijn.ts'
import { px } from '#ui/tekst-maat.ts'

type LijnSvgProps = { reeksen: readonly LijnReeks[]; eenheid: string; breedte: number; naam: string }

const klasVan = ({ reeks, tint }: Pick<LijnTekening, 'reeks' | 'tint'>): string =>
  klassen('oz-reeks', `oz-hue-${tint}`, reeks.aard !== 'feit' && `oz-reeks--${reeks.aard}`) ?? ''

/** Eén lijn met haar punten, en haar naam aan het eind als daar plaats is. */
function Reeks(props: { lijn: LijnTekening }) {
  const { lijn } = props
  return (
    <>
      {lijn.stukken.map((stuk) => (
        <>
          <path
            class={klasVan(lijn)}
            d={stuk.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')}
          />
          {stuk.map(({ x, y, tekst }) => (
            <>
              <circle
                class={klassen(
                  'oz-reeks__punt',
                  `oz-hue-${lijn.tint}`,
                  lijn.reeks.aard !== 'feit' && 'oz-reeks__punt--open',
                )}
                cx={px(x)}
                cy={px(y)}
                r="4"
              />
              {tekst !== undefined && (
                <text
                  class="oz-tekst oz-tekst--vet oz-tekst--halo"
                  x={px(x)}
                  y={px(y - 11)}
                  text-anchor="middle"
                >
                  {tekst}
                </text>
              )}
            </>
          ))}
        </>
      ))}
      {lijn.label?.regels.map((regel, i) => (
        <text class="oz-tekst" x={px(lijn.label?.x ?? 0)} y={px((lijn.label?.y ?? 0) + i * REGEL + 14)}>
          {regel}
        </text>
      ))}
    </>
  )
}

/** De tekening op één breedte; smal staan de namen niet bij de lijnen maar in de sleutel erboven. */
export function LijnSvg(props: LijnSvgProps) {
  const smal = props.breedte < 500
  const plan = tekenLijn(props.reeksen, props.eenheid, {
    breedte: props.breedte,
    hoogte: smal ? 240 : 290,
    letter: LETTER,
    regel: REGEL,
    labels: smal ? 0 : 170,
  })
  return (
    <Tekening breedte={props.breedte} hoogte={plan.hoogte} naam={props.naam}>
      {plan.rasters.map(({ y, tekst }) => (
        <>
          <line class="oz-as" x1={px(plan.links)} x2={px(plan.rechts)} y1={px(y)} y2={px(y)} />
          <text class="oz-tekst oz-tekst--stil" x={px(plan.links - 8)} y={px(y + 5)} text-anchor="end">
            {tekst}
          </text>
        </>
      ))}
      {plan.xen.map(({ x, tekst }) => (
        <text class="oz-tekst oz-tekst--stil" x={px(x)} y={px(plan.hoogte - 6)} text-anchor="middle">
          {tekst}
        </text>
      ))}
      {plan.lijnen.map((lijn) => (
        <Reeks lijn={lijn} />
      ))}
    </Tekening>
  )
}

/** Voor smal: een stukje van elke lijn met haar naam. */
function Sleutel(props: { reeksen: readonly LijnReeks[] }) {
  const namen = [...new Set(props.reeksen.map(({ naam }) => naam))]
  return (
    <ul class="oz-sleutel">
      {props.reeksen.map((reeks) => (
        <li>
          <svg width="28" height="14" aria-hidden="true" focusable="false">
            <path class={klasVan({ reeks, tint: (namen.indexOf(reeks.naam) % 6) + 1 })} d="M0 7H28" />
          </svg>
          {reeks.aard === 'feit' ? reeks.naam : `${reeks.naam} (${reeks.aard})`}
        </li>
      ))}
    </ul>
  )
}

type GrafiekLijnProps = FiguurProps & {
  /** `€` voor centen, anders een woord of teken als `%`. */
  eenheid: string
  reeksen: readonly LijnReeks[]
  tabel: Child
}

/** Hoe waarden door de tijd lopen: feiten doorgetrokken, plan gestreept, verwachting gestippeld. */
export function GrafiekLijn(props: GrafiekLijnProps) {
  const teken = (maat: Maat) => (
    <>
      {maat.naam === 'smal' && <Sleutel reeksen={props.reeksen} />}
      <LijnSvg
        reeksen={props.reeksen}
        eenheid={props.eenheid}
        breedte={maat.breedte}
        naam={props.boodschap}
      />
    </>
  )
  return (
    <Grafiek {...props}>
      <Tekeningen teken={teken} />
    </Grafiek>
  )
}
