import type { Child } from 'hono/jsx'
import { type Centen, toonEuro } from '#basis/geld.ts'
import { hoofdletter } from '#basis/tekst.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'
import { MAANDEN, tekenUitputting, type Uitputting, type UitputtingPlan } from '#ui/uitputting.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 290, midden: 310, breed: 330 }
const LUCHT = 2

const paden = (punten: readonly { x: number; y: number }[]): string =>
  punten.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')

function Balken(props: { plan: UitputtingPlan }) {
  const breedte = (props.plan.kolommen[0]?.breedte ?? 0) - LUCHT * 2
  return props.plan.balken.map((balk) => (
    <>
      <rect
        class="oz-bullet__uit"
        x={px(balk.x + LUCHT)}
        y={px(balk.y)}
        width={px(breedte)}
        height={px(balk.hoogte)}
      />
      {balk.verplicht.hoogte > 0 && (
        <rect
          class="oz-bullet__vast"
          x={px(balk.x + LUCHT)}
          y={px(balk.verplicht.y)}
          width={px(breedte)}
          height={px(balk.verplicht.hoogte)}
        />
      )}
    </>
  ))
}

function Lijnen(props: { plan: UitputtingPlan }) {
  const { plan } = props
  return (
    <>
      {plan.vorig.length > 0 && <path class="oz-uitputting__vorig" d={paden(plan.vorig)} />}
      {plan.tempo.length > 0 && <path class="oz-uitputting__tempo" d={paden(plan.tempo)} />}
      <path class="oz-uitputting__begroot" d={paden(plan.begroot)} />
      {plan.prognose !== undefined && (
        <path
          class="oz-uitputting__prognose"
          d={`M${px(plan.prognose.x)} ${px(plan.prognose.y - 7)}l7 7-7 7-7-7Z`}
        />
      )}
    </>
  )
}

function UitputtingSvg(props: { wat: Uitputting; maat: Maat; naam: string }) {
  const { maat } = props
  const plan = tekenUitputting(props.wat, {
    breedte: maat.breedte,
    hoogte: HOOGTE[maat.naam],
    letter: LETTER,
    marge: maat.naam === 'smal' ? 94 : 110,
  })
  const letters = maat.naam === 'smal' ? 1 : 3
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={props.naam}>
      <Balken plan={plan} />
      <line class="oz-as oz-as--nul" x1="0" x2={px(plan.rechts)} y1={px(plan.nul)} y2={px(plan.nul)} />
      <Lijnen plan={plan} />
      {plan.kolommen.map(({ x, breedte, maand }) => (
        <text
          class="oz-tekst oz-tekst--stil"
          x={px(x + breedte / 2)}
          y={plan.hoogte - 8}
          text-anchor="middle"
        >
          {maand.slice(0, letters)}
        </text>
      ))}
      {plan.labels.map((label) => (
        <text class="oz-tekst oz-tekst--halo" x={px(label.x)} y={px(label.y)}>
          <tspan class={klassen(label.soort === 'begroot' ? 'oz-tekst--vet' : 'oz-tekst--stil')}>
            {label.regels[0]}
          </tspan>
          <tspan x={px(label.x)} dy={LETTER + 1}>
            {label.regels[1]}
          </tspan>
        </text>
      ))}
    </Tekening>
  )
}

type SleutelProps = { wat: Uitputting }

/** Wat de balken zijn, met het bedrag van de laatste maand erbij: dat is het cijfer waar iemand voor komt. */
function Sleutel({ wat }: SleutelProps) {
  const laatste = wat.maanden.at(-1)
  const maand = MAANDEN[wat.maanden.length - 1]
  const items: readonly (readonly [string, string])[] =
    laatste === undefined
      ? []
      : [
          ['oz-bullet__uit', `uitgegeven t/m ${maand}: ${toonEuro(laatste.gerealiseerd)}`],
          ...(laatste.verplicht === undefined
            ? []
            : [['oz-bullet__vast', `vastgelegd: ${toonEuro(laatste.verplicht)}`] as const]),
        ]
  return (
    <ul class="oz-sleutel">
      {items.map(([klas, woord]) => (
        <li>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <rect class={klas} x="1" y="1" width="20" height="12" />
          </svg>
          {woord}
        </li>
      ))}
      {wat.vorigJaar !== undefined && (
        <Lijnsleutel klas="oz-uitputting__vorig" woord={`verloop ${wat.jaar - 1}`} />
      )}
      {wat.tempo !== undefined && (
        <Lijnsleutel klas="oz-uitputting__tempo" woord="als het in dit tempo doorgaat" />
      )}
    </ul>
  )
}

const Lijnsleutel = (props: { klas: string; woord: string }) => (
  <li>
    <svg width="22" height="14" aria-hidden="true" focusable="false">
      <path class={props.klas} d="M0 7h22" />
    </svg>
    {props.woord}
  </li>
)

type Maandrij = { naam: string; i: number }

/** De tabel heeft altijd twaalf maanden; wat nog niet bekend is, blijft leeg. */
function kolommen(wat: Uitputting): Kolom<Maandrij>[] {
  const bedrag = (
    sleutel: string,
    kop: string,
    cel: (i: number) => Centen | undefined,
    href?: (i: number) => string | undefined,
  ): Kolom<Maandrij> => ({
    sleutel,
    kop,
    soort: 'bedrag',
    cel: ({ i }): Child => cel(i),
    href: href === undefined ? undefined : ({ i }) => href(i),
  })
  return [
    { sleutel: 'maand', kop: 'Tot en met', cel: ({ naam }) => naam },
    bedrag(
      'uit',
      'Uitgegeven, €',
      (i) => wat.maanden[i]?.gerealiseerd,
      (i) => wat.maanden[i]?.href,
    ),
    bedrag('vast', 'Vastgelegd, €', (i) => wat.maanden[i]?.verplicht),
    bedrag('begroot', 'Begroot, €', (i) => wat.maanden[i]?.begroot ?? wat.begroot),
    ...(wat.vorigJaar === undefined
      ? []
      : [bedrag('vorig', `Uitgegeven ${wat.jaar - 1}, €`, (i) => wat.vorigJaar?.[i])]),
  ]
}

function verwachtingen(wat: Uitputting): string {
  const delen = [
    wat.tempo === undefined ? '' : `In dit tempo komt het jaar uit op ${toonEuro(wat.tempo)}.`,
    wat.prognose === undefined ? '' : `Verwacht voor het hele jaar: ${toonEuro(wat.prognose)}.`,
  ]
  return delen.filter((deel) => deel !== '').join(' ')
}

/** Hoe het geld van één jaar opgaat: uitgegeven en vastgelegd per maand, tegen de begroting. */
export function GrafiekUitputting(props: FiguurProps & { uitputting: Uitputting }) {
  const wat = props.uitputting
  const laatste = wat.maanden.at(-1)
  const stand =
    laatste === undefined
      ? 'Nog niets bekend'
      : `Tot en met ${MAANDEN[wat.maanden.length - 1]} ${wat.jaar} is ${toonEuro(laatste.gerealiseerd)} uitgegeven`
  const naam = `${props.boodschap}. ${stand}, van ${toonEuro(wat.begroot)} begroot.`
  const bij = verwachtingen(wat)
  const tabel = (
    <>
      <Tabel
        id={`${props.id}-tabel`}
        bijschrift={props.boodschap}
        bijschriftVerborgen
        kolommen={kolommen(wat)}
        rijen={MAANDEN.map((maand, i) => ({ naam: hoofdletter(maand), i }))}
      />
      {bij !== '' && <p>{bij}</p>}
    </>
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <Sleutel wat={wat} />
      <Tekeningen teken={(maat) => <UitputtingSvg wat={wat} maat={maat} naam={naam} />} />
    </Grafiek>
  )
}
