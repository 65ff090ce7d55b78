import type { Child } from 'hono/jsx'
import { type Curvemerk, type Curvereeks, tekenCurve } from '#ui/curve.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { px } from '#ui/tekst-maat.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 260, midden: 300, breed: 330 }

type CurveProps = FiguurProps & {
  /** De eerste lijn is waarmee vergeleken wordt; hoogstens vijf lijnen. */
  reeksen: readonly Curvereeks[]
  merken?: readonly Curvemerk[] | undefined
  /** Wat langs de assen staat. */
  xNaam: string
  yNaam: string
  toonX: (getal: number) => string
  toonY: (getal: number) => string
  tabel: Child
}

type SvgProps = { curve: CurveProps; maat: Maat; naam: string }

function CurveSvg({ curve, maat, naam }: SvgProps) {
  const plan = tekenCurve(
    curve.reeksen,
    curve.merken ?? [],
    { breedte: maat.breedte, hoogte: HOOGTE[maat.naam], letter: LETTER },
    curve,
  )
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={naam}>
      {plan.yAs.map(({ y, tekst }) => (
        <>
          <line class="oz-as" x1={px(plan.links)} x2={maat.breedte} y1={px(y)} y2={px(y)} />
          <text class="oz-tekst oz-tekst--stil" x={px(plan.links - 6)} y={px(y + 5)} text-anchor="end">
            {tekst}
          </text>
        </>
      ))}
      {plan.xAs.map(({ x, tekst }) => (
        <text class="oz-tekst oz-tekst--stil" x={px(x)} y={px(plan.onder + 22)} text-anchor="middle">
          {tekst}
        </text>
      ))}
      {plan.lijnen.map((d, i) => (
        <path class={`oz-curve__lijn oz-curve__lijn--${i + 1}`} d={d} />
      ))}
      {plan.merken.map(({ x, y, nummers }) => (
        <>
          <path class="oz-curve__merk" d={`M${px(x)} ${px(y - 8)}l7 13h-14Z`} />
          <text class="oz-tekst oz-tekst--vet oz-tekst--halo" x={px(x)} y={px(y - 12)} text-anchor="middle">
            {nummers}
          </text>
        </>
      ))}
    </Tekening>
  )
}

/** Elke lijn heeft een eigen kleur én een eigen streep, zodat wie geen kleur ziet haar ook vindt. */
const Sleutel = ({ reeksen }: Pick<CurveProps, 'reeksen'>) => (
  <ul class="oz-sleutel">
    {reeksen.map(({ naam }, i) => (
      <li>
        <svg width="34" height="14" aria-hidden="true" focusable="false">
          <line class={`oz-curve__lijn oz-curve__lijn--${i + 1}`} x1="0" x2="34" y1="7" y2="7" />
        </svg>
        {naam}
      </li>
    ))}
  </ul>
)

const Merken = ({ merken }: { merken: readonly Curvemerk[] }) =>
  merken.length === 0 ? null : (
    <ol class="oz-curve__merken">
      {merken.map(({ tekst }) => (
        <li>{tekst}</li>
      ))}
    </ol>
  )

/** Lijnen boven een as van getallen, met genummerde plekken die eronder in woorden staan. */
export function GrafiekCurve(props: CurveProps) {
  const merken = props.merken ?? []
  const naam = `${props.boodschap}. ${props.yNaam} bij ${props.xNaam}.`
  return (
    <Grafiek {...props} tabel={props.tabel}>
      <Sleutel reeksen={props.reeksen} />
      <p class="oz-klein oz-stil">
        Omhoog: {props.yNaam}. Opzij: {props.xNaam}.
      </p>
      <Tekeningen teken={(maat) => <CurveSvg curve={props} maat={maat} naam={naam} />} />
      <Merken merken={merken} />
    </Grafiek>
  )
}
