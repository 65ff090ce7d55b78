import type { Child } from 'hono/jsx'
import { type FiguurProps, Grafiek, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { type Lijnreeks, tekenLijnen } from '#ui/lijn.ts'
import { px } from '#ui/tekst-maat.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 240, midden: 280, breed: 300 }
const MARGE: Readonly<Record<Maat['naam'], number>> = { smal: 110, midden: 160, breed: 190 }
const KLAS: Readonly<Record<Lijnreeks['aard'], string>> = {
  feit: 'oz-lijnen__feit',
  plan: 'oz-lijnen__plan',
  verwachting: 'oz-lijnen__verwachting',
}

function LijnSvg(props: {
  reeksen: readonly Lijnreeks[]
  maat: Maat
  naam: string
  toon: (waarde: number) => string
}) {
  const { maat } = props
  const plan = tekenLijnen(props.reeksen, {
    breedte: maat.breedte,
    hoogte: HOOGTE[maat.naam],
    marge: MARGE[maat.naam],
  })
  const laatste = plan.lijnen.flatMap(({ reeks, stukken }) =>
    reeks.aard === 'feit' ? (stukken.at(-1)?.slice(-1) ?? []) : [],
  )
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={props.naam}>
      <line class="oz-as oz-as--nul" x1="0" x2={maat.breedte} y1={px(plan.nul)} y2={px(plan.nul)} />
      {plan.lijnen.map(({ reeks, stukken }) =>
        stukken.map((stuk) => (
          <>
            <path
              class={KLAS[reeks.aard]}
              d={stuk.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')}
            />
            {stuk.map(({ x, y }) => (
              <circle class={`${KLAS[reeks.aard]}-punt`} cx={px(x)} cy={px(y)} r="4" />
            ))}
          </>
        )),
      )}
      {plan.kolommen.map(({ x, naam }) => (
        <text class="oz-tekst oz-tekst--stil" x={px(x)} y={plan.hoogte - 8} text-anchor="middle">
          {naam}
        </text>
      ))}
      {laatste.map(({ x, y, waarde }) => (
        <text class="oz-tekst oz-tekst--vet oz-tekst--halo" x={px(x)} y={px(y - 12)} text-anchor="middle">
          {props.toon(waarde)}
        </text>
      ))}
      {plan.labels.map(({ naam, aard, x, y }) => (
        <text
          class={
            aard === 'feit'
              ? 'oz-tekst oz-tekst--vet oz-tekst--halo'
              : 'oz-tekst oz-tekst--stil oz-tekst--halo'
          }
          x={px(x)}
          y={px(y)}
        >
          {naam}
        </text>
      ))}
    </Tekening>
  )
}

/** Lijnen over perioden: een feit is een hele lijn, een plan dun, een verwachting gestippeld. */
export function GrafiekLijn(
  props: FiguurProps & {
    reeksen: readonly Lijnreeks[]
    beschrijving: string
    toon: (waarde: number) => string
    tabel: Child
  },
) {
  return (
    <Grafiek {...props} tabel={props.tabel}>
      <Tekeningen
        teken={(maat) => (
          <LijnSvg reeksen={props.reeksen} maat={maat} naam={props.beschrijving} toon={props.toon} />
        )}
      />
    </Grafiek>
  )
}
