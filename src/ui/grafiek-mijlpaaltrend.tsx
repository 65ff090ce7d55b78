import { type Datum, toonDatum, toonTijdvak } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { Link } from '#ui/link.tsx'
import { type Trendlijn, type Trendplan, type Trendplek, tekenTrend, trendregels } from '#ui/mijlpaaltrend.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 280, midden: 320, breed: 360 }
/** Meer lijnen zijn niet uit elkaar te houden. */
export const MEESTE_TRENDLIJNEN = 5

type Props = FiguurProps & { lijnen: readonly Trendlijn[]; vandaag: Datum }

function Assen(props: { plan: Trendplan }) {
  const { plan } = props
  return (
    <>
      {plan.y.map(({ jaar, y }) => (
        <>
          <line class="oz-as" x1={plan.links} x2={plan.rechts} y1={px(y)} y2={px(y)} />
          <text class="oz-tekst oz-tekst--stil" x="0" y={px(y + 5)}>
            {jaar}
          </text>
        </>
      ))}
      {plan.x.map(({ jaar, x }) => (
        <>
          <line class="oz-as" x1={px(x)} x2={px(x)} y1={px(plan.onder)} y2={px(plan.onder + 6)} />
          <text class="oz-tekst oz-tekst--stil" x={px(x)} y={px(plan.onder + 22)} text-anchor="middle">
            {jaar}
          </text>
        </>
      ))}
      <line class="oz-as" x1={plan.links} x2={plan.rechts} y1={px(plan.onder)} y2={px(plan.onder)} />
      {plan.vandaaglijn !== undefined && (
        <line
          class="oz-mijlpaaltrend__gelijk"
          x1={px(plan.vandaaglijn.x1)}
          y1={px(plan.vandaaglijn.y1)}
          x2={px(plan.vandaaglijn.x2)}
          y2={px(plan.vandaaglijn.y2)}
        />
      )}
    </>
  )
}

function Lijn(props: { plek: Trendplek; nummer: number; alleen: boolean }) {
  const { plek, nummer } = props
  return (
    <g class={`oz-mijlpaaltrend--${nummer}`}>
      {plek.punten.map(
        ({ x, vak }) =>
          vak !== undefined && (
            <line class="oz-mijlpaaltrend__vak" x1={px(x)} x2={px(x)} y1={px(vak.boven)} y2={px(vak.onder)} />
          ),
      )}
      <path class="oz-mijlpaaltrend__lijn" d={plek.pad} />
      {plek.punten.map(({ x, y }) => (
        <circle class="oz-mijlpaaltrend__punt" cx={px(x)} cy={px(y)} r="4" />
      ))}
      {plek.bereikt && (
        <path
          class="oz-mijlpaaltrend__bereikt"
          d={`M${px(plek.eind.x)} ${px(plek.eind.y - 8)}l8 8l-8 8l-8 -8Z`}
        />
      )}
      {!props.alleen && (
        <text class="oz-tekst oz-tekst--vet oz-tekst--halo" x={px(plek.label.x)} y={px(plek.label.y)}>
          {plek.letter}
        </text>
      )}
    </g>
  )
}

function Planlijn(props: { plan: Trendplan }) {
  const [plek] = props.plan.lijnen
  if (props.plan.lijnen.length !== 1 || plek?.gepland === undefined) return null
  const { links, rechts } = props.plan
  return (
    <>
      <path class="oz-verloop__plan" d={`M${px(links)} ${px(plek.gepland)}H${px(rechts)}`} />
      <text
        class="oz-tekst oz-tekst--zacht oz-tekst--halo"
        x={px(rechts)}
        y={px(plek.gepland + 17)}
        text-anchor="end"
      >
        gepland
      </text>
    </>
  )
}

function TrendSvg(props: { trend: Props; maat: Maat }) {
  const { trend, maat } = props
  const vorm = { breedte: maat.breedte, hoogte: HOOGTE[maat.naam], letter: LETTER }
  const plan = tekenTrend(trend.lijnen.slice(0, MEESTE_TRENDLIJNEN), vorm, trend.vandaag)
  if (plan === undefined) return null
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={trend.boodschap}>
      <Assen plan={plan} />
      <Planlijn plan={plan} />
      {plan.lijnen.map((plek, i) => (
        <Lijn plek={plek} nummer={i + 1} alleen={plan.lijnen.length === 1} />
      ))}
    </Tekening>
  )
}

/** Welke letter welke mijlpaal is; bij één lijn zegt de kop het al. */
function Wie(props: { lijnen: readonly Trendlijn[] }) {
  if (props.lijnen.length < 2) return null
  return (
    <ul class="oz-sleutel">
      {props.lijnen.slice(0, MEESTE_TRENDLIJNEN).map(({ naam, href }, i) => (
        <li>
          <strong>{String.fromCodePoint(65 + i)}</strong>{' '}
          {href === undefined ? naam : <Link href={href}>{naam}</Link>}
        </li>
      ))}
    </ul>
  )
}

const verschuivingszin = (dagen: number | undefined): string => {
  if (dagen === undefined) return 'eerste melding'
  if (dagen === 0) return 'niet verschoven'
  return `${telwoord(Math.abs(dagen), 'dag', 'dagen')} ${dagen > 0 ? 'later' : 'eerder'}`
}

/** Hoe de verwachting van mijlpalen verschoof; een lijn die stijgt, schuift naar achteren. */
export function GrafiekMijlpaaltrend(props: Props) {
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Mijlpaal', cel: (regel) => regel.naam },
        { sleutel: 'gemeld', kop: 'Gemeld op', cel: (regel) => toonDatum(regel.gemeldOp) },
        {
          sleutel: 'wat',
          kop: 'Verwacht of bereikt',
          cel: (regel) => `${regel.bereikt ? 'bereikt' : 'verwacht'}: ${toonTijdvak(regel.wat)}`,
        },
        { sleutel: 'schuift', kop: 'Verschoven', cel: (regel) => verschuivingszin(regel.verschuiving) },
      ]}
      rijen={trendregels(props.lijnen)}
    />
  )
  return (
    <Grafiek
      {...props}
      toelichting={
        props.toelichting ??
        'Van links naar rechts: wanneer het gemeld is. Van onder naar boven: wat er toen werd verwacht. Een lijn die omhoog springt, schuift naar achteren; een ruit is bereikt. Op de stippellijn is het zover.'
      }
      tabel={tabel}
    >
      <Tekeningen teken={(maat) => <TrendSvg trend={props} maat={maat} />} />
      <Wie lijnen={props.lijnen} />
    </Grafiek>
  )
}
