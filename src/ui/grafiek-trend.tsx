import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'
import { type TrendDoel, type TrendPlan, type TrendPunt, tekenTrend } from '#ui/trend.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 250, midden: 270, breed: 290 }

const Assen = (props: { plan: TrendPlan }) => (
  <>
    {props.plan.assen.map(({ y, tekst }) => (
      <>
        <line class="oz-as" x1={px(props.plan.links)} x2={px(props.plan.rechts)} y1={px(y)} y2={px(y)} />
        <text class="oz-tekst oz-tekst--stil" x={px(props.plan.links - 8)} y={px(y + 5)} text-anchor="end">
          {tekst}
        </text>
      </>
    ))}
  </>
)

/** De streefwaarde is een gestreepte lijn; het pad ernaartoe is dun en gestippeld. Geen van beide is gemeten. */
function Doellijn(props: { plan: TrendPlan; doel: TrendDoel }) {
  const { doel, links, rechts } = props.plan
  if (doel === undefined) return null
  return (
    <>
      {[doel.y, doel.tot].map(
        (y) =>
          y !== undefined && (
            <line class="oz-trend__doel" x1={px(links)} x2={px(rechts)} y1={px(y)} y2={px(y)} />
          ),
      )}
      {doel.pad.length > 0 && (
        <path class="oz-trend__pad" d={`M${doel.pad.map(({ x, y }) => `${px(x)} ${px(y)}`).join('L')}`} />
      )}
      {doel.label !== undefined && (
        <text class="oz-tekst oz-tekst--stil oz-tekst--halo" x={px(doel.label.x)} y={px(doel.label.y)}>
          {props.doel.tekst}
        </text>
      )}
    </>
  )
}

/** Een gat is een stippellijn met een kruis op de as: te zien is dat er iets hoort te staan. */
const Gat = (props: { x: number; plan: TrendPlan }) => (
  <>
    <line
      class="oz-trend__gat"
      x1={px(props.x)}
      x2={px(props.x)}
      y1={px(props.plan.boven)}
      y2={px(props.plan.onder)}
    />
    <path class="oz-trend__kruis" d={`M${px(props.x - 5)} ${px(props.plan.onder - 5)}l10 10m0-10l-10 10`} />
  </>
)

function TrendSvg(props: {
  punten: readonly TrendPunt[]
  doel: TrendDoel | undefined
  maat: Maat
  naam: string
}) {
  const { maat, doel } = props
  const vorm = { breedte: maat.breedte, hoogte: HOOGTE[maat.naam], letter: LETTER }
  const plan = tekenTrend(props.punten, doel, vorm)
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={props.naam}>
      <Assen plan={plan} />
      {plan.banden.map((d) => (
        <path class="oz-trend__band" d={d} />
      ))}
      {doel !== undefined && <Doellijn plan={plan} doel={doel} />}
      {plan.lijnen.map(({ van, naar, voorlopig }) => (
        <line
          class={klassen('oz-verloop__lijn', voorlopig && 'oz-verloop__lijn--verwacht')}
          x1={px(van.x)}
          y1={px(van.y)}
          x2={px(naar.x)}
          y2={px(naar.y)}
        />
      ))}
      {plan.plekken.map(({ punt, x, y, band, label, metNaam }) => (
        <>
          {y === undefined && <Gat x={x} plan={plan} />}
          {band !== undefined && (
            <line class="oz-trend__marge" x1={px(x)} x2={px(x)} y1={px(band.laag)} y2={px(band.hoog)} />
          )}
          {y !== undefined && (
            <circle
              class={klassen('oz-verloop__punt', punt.voorlopig && 'oz-verloop__punt--verwacht')}
              cx={px(x)}
              cy={px(y)}
              r="5"
            />
          )}
          {label !== undefined && (
            <text
              class="oz-tekst oz-tekst--vet oz-tekst--halo"
              x={px(label.x)}
              y={px(label.y)}
              text-anchor="middle"
            >
              {punt.tekst}
            </text>
          )}
          {metNaam && (
            <text class="oz-tekst oz-tekst--stil" x={px(x)} y={plan.hoogte - 8} text-anchor="middle">
              {punt.kort}
            </text>
          )}
        </>
      ))}
    </Tekening>
  )
}

/** Wat de vormen betekenen; alleen wat er ook te zien is. */
function Sleutel(props: { punten: readonly TrendPunt[]; doel: TrendDoel | undefined }) {
  const { punten, doel } = props
  const heeft = (past: (punt: TrendPunt) => boolean): boolean => punten.some(past)
  const regels = [
    heeft(({ laag }) => laag !== undefined) && {
      tekst: 'marge: de echte waarde ligt hier bijna zeker in',
      vorm: <rect class="oz-trend__band" x="1" y="1" width="20" height="12" />,
    },
    heeft(({ voorlopig }) => voorlopig === true) && {
      tekst: 'voorlopig',
      vorm: <circle class="oz-verloop__punt oz-verloop__punt--verwacht" cx="11" cy="7" r="5" />,
    },
    heeft(({ waarde }) => waarde === undefined) && {
      tekst: 'cijfer ontbreekt',
      vorm: <path class="oz-trend__kruis" d="M6 2l10 10m0-10l-10 10" />,
    },
    doel !== undefined && {
      tekst: doel.tekst,
      vorm: <path class="oz-trend__doel" d="M0 7H22" />,
    },
    doel?.begin !== undefined && {
      tekst: 'recht pad naar de streefwaarde',
      vorm: <path class="oz-trend__pad" d="M0 11L22 3" />,
    },
  ].filter((regel) => regel !== false)
  if (regels.length === 0) return null
  return (
    <ul class="oz-sleutel">
      {regels.map(({ tekst, vorm }) => (
        <li>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            {vorm}
          </svg>
          {tekst}
        </li>
      ))}
    </ul>
  )
}

type GrafiekTrendProps = FiguurProps & {
  punten: readonly TrendPunt[]
  doel?: TrendDoel | undefined
  eenheid: string
}

/** Hoe een gemeten waarde verloopt, met haar marge, de gaten en waar het heen moet. */
export function GrafiekTrend(props: GrafiekTrendProps) {
  const { punten, doel } = props
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Tijdvak', cel: ({ naam }) => naam },
        {
          sleutel: 'waarde',
          kop: props.eenheid,
          soort: 'getal',
          cel: (punt) => (punt.waarde === undefined ? '–' : punt.tekst),
        },
        { sleutel: 'marge', kop: 'Marge', soort: 'getal', cel: ({ margetekst }) => margetekst },
        {
          sleutel: 'stand',
          kop: 'Hoe zeker',
          cel: ({ voorlopig, ontbreekt }) =>
            ontbreekt === undefined ? (voorlopig ? 'voorlopig' : 'definitief') : `ontbreekt: ${ontbreekt}`,
        },
      ]}
      rijen={punten}
    />
  )
  const gaten = punten.filter(({ ontbreekt }) => ontbreekt !== undefined)
  const naam = [
    props.boodschap,
    ...punten.filter(({ waarde }) => waarde !== undefined).map(({ naam: vak, tekst }) => `${vak}: ${tekst}`),
    ...gaten.map(({ naam: vak, ontbreekt }) => `${vak}: ontbreekt, ${ontbreekt}`),
  ].join('. ')
  return (
    <Grafiek {...props} tabel={tabel}>
      <Sleutel punten={punten} doel={doel} />
      <Tekeningen teken={(maat) => <TrendSvg punten={punten} doel={doel} maat={maat} naam={naam} />} />
      {gaten.length > 0 && (
        <p class="oz-klein oz-stil">
          {gaten.map(({ naam: vak, ontbreekt }) => `${vak} ontbreekt: ${ontbreekt}.`).join(' ')}
        </p>
      )}
    </Grafiek>
  )
}
