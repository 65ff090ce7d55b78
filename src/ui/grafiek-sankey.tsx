import { toonEuro } from '#basis/geld.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, REGEL, Tekening } from '#ui/grafiek.tsx'
import { Staven } from '#ui/grafiek-staaf.tsx'
import { klassen } from '#ui/klassen.ts'
import { Kop, type Niveau } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import {
  KNOOPBREED,
  type KnoopPlek,
  knoopBedrag,
  type SankeyData,
  type SankeyKnoop,
  type SankeyVorm,
  type StroomPlek,
  tekenSankey,
} from '#ui/sankey.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'

const VORM: Readonly<Record<'midden' | 'breed', SankeyVorm>> = {
  midden: { breedte: 620, links: 130, rechts: 190, letter: LETTER, regel: REGEL },
  breed: { breedte: 1000, links: 190, rechts: 300, letter: LETTER, regel: REGEL },
}

type GrafiekSankeyProps = FiguurProps &
  SankeyData & {
    /** Alle stromen zonder samenvoeging, voor de tabel; weglaten als er niets is samengevoegd. */
    alles?: SankeyData | undefined
    /** Ids van knopen waar de zin over gaat: hun linten krijgen de accentkleur, de rest wordt grijs. */
    nadruk?: readonly string[] | undefined
    /** Wat de kolommen zijn, voor de tabel en de smalle vorm. */
    woorden?: { van: string; naar: string } | undefined
  }

/** Elk lint krijgt de tint van de groep waar het bij hoort: de knoop in de tweede kolom, of anders zijn bron. */
function tintVan(data: SankeyData, nadruk: readonly string[]): (van: string, naar: string) => number {
  const kolommen = Math.max(0, ...data.knopen.map((knoop) => knoop.kolom))
  const groepen = data.knopen
    .filter((knoop) => knoop.kolom === (kolommen > 1 ? 1 : 0))
    .map((knoop) => knoop.id)
  return (van, naar) => {
    if (nadruk.length > 0) return nadruk.includes(van) || nadruk.includes(naar) ? 1 : 6
    const plek = groepen.findIndex((id) => id === van || id === naar)
    return plek === -1 ? 6 : (plek % 5) + 1
  }
}

/** Een regel is naam, bedrag of allebei; het bedrag is grijs, zodat de naam de link blijft. */
function Regel(props: { regel: string; geld: string; x: string; dy: number }) {
  const naam = props.regel.endsWith(props.geld)
    ? props.regel.slice(0, -props.geld.length).trimEnd()
    : props.regel
  const rest = props.regel.slice(naam.length).trimStart()
  const begin = { x: props.x, dy: props.dy }
  if (naam === '')
    return (
      <tspan class="oz-tekst--stil" {...begin}>
        {rest}
      </tspan>
    )
  return (
    <>
      <tspan {...begin}>{naam}</tspan>
      {rest !== '' && (
        <>
          {' '}
          <tspan class="oz-tekst--stil">{rest}</tspan>
        </>
      )}
    </>
  )
}

function Label(props: { plek: KnoopPlek; midden: boolean }) {
  const { label, knoop, bedrag } = props.plek
  return (
    <text
      class={klassen(
        'oz-tekst',
        props.midden && 'oz-tekst--vet oz-tekst--halo',
        knoop.zacht && 'oz-tekst--zacht',
      )}
      x={px(label.x)}
      y={px(label.y)}
      text-anchor={label.anker}
    >
      {label.regels.map((regel, i) => (
        <Regel regel={regel} geld={toonEuro(bedrag)} x={px(label.x)} dy={i === 0 ? 0 : REGEL} />
      ))}
    </text>
  )
}

function Knoop(props: { plek: KnoopPlek; laatste: number }) {
  const { plek } = props
  const midden = plek.knoop.kolom > 0 && plek.knoop.kolom < props.laatste
  const inhoud = (
    <>
      <rect
        class="oz-sankey__knoop"
        x={px(plek.x)}
        y={px(plek.y0)}
        width={KNOOPBREED}
        height={px(Math.max(plek.y1 - plek.y0, 1.5))}
      />
      <Label plek={plek} midden={midden} />
    </>
  )
  if (plek.knoop.href === undefined) return <g>{inhoud}</g>
  return <a href={plek.knoop.href}>{inhoud}</a>
}

function Lint(props: { plek: StroomPlek; tint: number }) {
  const { plek } = props
  const pad = (
    <path
      class={klassen('oz-lint', `oz-hue-${props.tint}`, plek.stroom.onzeker && 'oz-lint--onzeker')}
      d={plek.pad}
      role={plek.stroom.href === undefined ? 'img' : undefined}
      aria-label={plek.stroom.href === undefined ? plek.zin : undefined}
    >
      <title>{plek.zin}</title>
    </path>
  )
  if (plek.stroom.href === undefined) return pad
  return (
    <a href={plek.stroom.href} aria-label={plek.zin}>
      {pad}
    </a>
  )
}

export function SankeySvg(props: {
  data: SankeyData
  vorm: SankeyVorm
  naam: string
  nadruk: readonly string[]
}) {
  const plan = tekenSankey(props.data, props.vorm)
  const tint = tintVan(props.data, props.nadruk)
  const laatste = Math.max(0, ...plan.knopen.map((plek) => plek.knoop.kolom))
  return (
    <Tekening breedte={props.vorm.breedte} hoogte={plan.hoogte} naam={props.naam} bereikbaar>
      {/* Per knoop eerst de knoop, dan wat eruit stroomt: zo leest een schermlezer het verhaal in volgorde. */}
      {plan.knopen.map((plek) => (
        <>
          <Knoop plek={plek} laatste={laatste} />
          {plan.stromen
            .filter((stroom) => stroom.stroom.van === plek.knoop.id)
            .map((stroom) => (
              <Lint plek={stroom} tint={tint(stroom.stroom.van, stroom.stroom.naar)} />
            ))}
        </>
      ))}
    </Tekening>
  )
}

/** Smal: per groep wat erin komt en waar het heen gaat, als staven met gewone tekst. */
function SankeyLijst(props: { data: SankeyData; niveau: Niveau }) {
  const { knopen, stromen } = props.data
  const laatste = Math.max(0, ...knopen.map((knoop) => knoop.kolom))
  const naam = new Map(knopen.map((knoop) => [knoop.id, knoop]))
  const midden = knopen.filter((knoop) => knoop.kolom === (laatste > 1 ? 1 : 0))
  const rijen = (lijst: SankeyData['stromen'], kant: 'van' | 'naar') =>
    lijst.map((stroom) => ({
      naam: naam.get(stroom[kant])?.naam ?? stroom[kant],
      href: naam.get(stroom[kant])?.href,
      waarde: stroom.bedrag,
    }))
  return midden.map((groep: SankeyKnoop) => {
    const erin = stromen.filter((stroom) => stroom.naar === groep.id)
    const eruit = stromen.filter((stroom) => stroom.van === groep.id)
    return (
      <div class="oz-stroomlijst">
        <Kop niveau={props.niveau}>
          {groep.href === undefined ? groep.naam : <Link href={groep.href}>{groep.naam}</Link>}
          <span class="oz-stroomlijst__som">{toonEuro(knoopBedrag(groep.id, stromen))}</span>
        </Kop>
        {erin.length > 0 && (
          <>
            <p class="oz-stroomlijst__kant">Komt uit, in euro</p>
            <Staven rijen={rijen(erin, 'van')} klas="oz-staven--smal oz-staven--stil" />
          </>
        )}
        <p class="oz-stroomlijst__kant">Gaat naar, in euro</p>
        <Staven rijen={rijen(eruit, 'naar')} klas="oz-staven--smal" />
      </div>
    )
  })
}

function StromenTabel(props: { id: string; data: SankeyData; boodschap: string; van: string; naar: string }) {
  const { knopen, stromen } = props.data
  const naam = (id: string): string => knopen.find((knoop) => knoop.id === id)?.naam ?? id
  const kolommen = [...new Set(knopen.map((knoop) => knoop.kolom))].sort((a, b) => a - b)
  const kolomVan = (id: string): number => knopen.find((knoop) => knoop.id === id)?.kolom ?? 0
  const koppen =
    kolommen.length > 2 ? ['Van bron naar groep', 'Van groep naar onderdeel'] : ['Van bron naar onderdeel']
  const groepen = kolommen.slice(0, -1).map((kolom, i) => {
    const rijen = stromen.filter((stroom) => kolomVan(stroom.van) === kolom)
    const som = rijen.reduce((totaal, stroom) => totaal + stroom.bedrag, 0)
    return { kop: koppen[i] ?? 'Verder', rijen, totaal: { kop: 'Samen', cellen: { bedrag: som } } }
  })
  return (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'van', kop: props.van, cel: (stroom) => naam(stroom.van) },
        { sleutel: 'naar', kop: props.naar, cel: (stroom) => naam(stroom.naar) },
        { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: (stroom) => stroom.bedrag },
      ]}
      groepen={groepen}
    />
  )
}

/** Van bronnen, door groepen, naar onderdelen. */
export function GrafiekSankey(props: GrafiekSankeyProps) {
  const data = { knopen: props.knopen, stromen: props.stromen }
  const nadruk = props.nadruk ?? []
  const woorden = props.woorden ?? { van: 'Van', naar: 'Naar' }
  const onderNiveau = Math.min((props.niveau ?? 2) + 1, 4) as Niveau
  const tabel = (
    <StromenTabel id={props.id} data={props.alles ?? data} boodschap={props.boodschap} {...woorden} />
  )
  const svg = (naam: Maat['naam'] & keyof typeof VORM) => (
    <SankeySvg data={data} vorm={VORM[naam]} naam={props.boodschap} nadruk={nadruk} />
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <div class="oz-teken oz-teken--smal">
        <SankeyLijst data={data} niveau={onderNiveau} />
      </div>
      <div class="oz-teken oz-teken--midden">{svg('midden')}</div>
      <div class="oz-teken oz-teken--breed">{svg('breed')}</div>
    </Grafiek>
  )
}
