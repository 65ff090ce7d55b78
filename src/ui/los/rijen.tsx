import type { Child } from 'hono/jsx'
import { LETTER, REGEL, Tekening } from '#ui/grafiek.tsx'
import {
  BULLETHOOGTE,
  type BulletRij,
  BulletVormen,
  bulletMaten,
  bulletWoorden,
} from '#ui/grafiek-bullet.tsx'
import {
  STANDHOOGTE,
  type StandenRij,
  StandenVormen,
  standenMaten,
  standtoon,
  standvorm,
  standwoorden,
} from '#ui/grafiek-standen.tsx'
import {
  toonStand,
  toonStap,
  WATERVALHOOGTE,
  type WatervalStap,
  WatervalVormen,
  watervalRijen,
} from '#ui/grafiek-waterval.tsx'
import { kleed } from '#ui/los/kleed.ts'
import { px, tekstBreedte, wikkel } from '#ui/tekst-maat.ts'

/**
 * Grafieken die uit rijen bestaan, als losse bestanden: naam links, balk rechts. Wie een grens aan de hoogte stelt,
 * krijgt er zo veel tekeningen als er bladzijden nodig zijn, alle op dezelfde schaal.
 */

export type Losvorm = { breedte: number; hoogte?: number | undefined; naam: string }

type Losrij = { hoogte: number; teken: Child }

const NAAMBREED = 220
const GAT = 18
/** Rechts vrij: LibreOffice zet tekst die rechts uitlijnt een haar te ver. */
const KIER = 8

function stapel(rijen: readonly Losrij[], sleutel: Losrij | undefined, vorm: Losvorm): string[] {
  const grens = vorm.hoogte ?? Number.POSITIVE_INFINITY
  const bladen: Losrij[][] = []
  let hoog = 0
  for (const rij of rijen) {
    if (bladen.length === 0 || hoog + rij.hoogte > grens) {
      bladen.push(sleutel === undefined ? [] : [sleutel])
      hoog = sleutel?.hoogte ?? 0
    }
    bladen.at(-1)?.push(rij)
    hoog += rij.hoogte
  }
  return bladen.map((blad, nr) => {
    let y = 0
    const inhoud = blad.map((rij) => {
      const groep = <g transform={`translate(0 ${px(y)})`}>{rij.teken}</g>
      y += rij.hoogte
      return groep
    })
    const naam = nr === 0 ? vorm.naam : `${vorm.naam} (vervolg ${nr})`
    return kleed(
      String(
        <Tekening breedte={vorm.breedte} hoogte={y} naam={naam}>
          {inhoud}
        </Tekening>,
      ),
    )
  })
}

type RegelsProps = { regels: readonly string[]; x?: number; y?: number; klas?: string; anker?: 'end' }

const Regels = (props: RegelsProps) =>
  props.regels.map((regel, i) => (
    <text
      class={`oz-tekst ${props.klas ?? ''}`}
      x={px(props.x ?? 0)}
      y={px((props.y ?? 0) + i * REGEL + LETTER - 1)}
      text-anchor={props.anker}
    >
      {regel}
    </text>
  ))

/** Een rij tekens met hun woord, naast elkaar zolang het past. */
function sleutelrij(
  stukken: readonly { teken: Child; woord: string }[],
  breedte: number,
): { hoogte: number; teken: Child } {
  let [x, y] = [0, 0]
  const plekken = stukken.map(({ teken, woord }) => {
    const breed = tekstBreedte(woord, LETTER) + 50
    if (x > 0 && x + breed - 22 > breedte) [x, y] = [0, y + REGEL + 4]
    const plek = (
      <g transform={`translate(${px(x)} ${px(y)})`}>
        {teken}
        <Regels regels={[woord]} x={28} klas="oz-tekst--stil" />
      </g>
    )
    x += breed
    return plek
  })
  return { hoogte: y + REGEL, teken: plekken }
}

const VAKJE = [
  ['oz-bullet__begroot', 'begroot'],
  ['oz-bullet__uit', 'uitgegeven'],
  ['oz-bullet__vast', 'vastgelegd'],
] as const

function bulletSleutel(breedte: number): Losrij {
  const vakken = VAKJE.map(([klas, woord]) => ({
    teken: <rect class={klas} x="1" y="3" width="20" height="12" />,
    woord,
  }))
  const { hoogte, teken } = sleutelrij(
    [
      ...vakken,
      { teken: <line class="oz-bullet__prognose" x1="12" x2="12" y1="0" y2="18" />, woord: 'verwacht' },
      {
        teken: <rect class="oz-bullet__boven" x="1" y="7" width="20" height="4" />,
        woord: 'boven de begroting',
      },
    ],
    breedte,
  )
  return { hoogte: hoogte + GAT, teken }
}

/** Begroot tegen uitgegeven, vastgelegd en verwacht. */
export function losBullet(rijen: readonly BulletRij[], vorm: Losvorm): string[] {
  const maten = bulletMaten(rijen)
  const balk = vorm.breedte - NAAMBREED - GAT
  const los = rijen.map((rij): Losrij => {
    const namen = wikkel(rij.naam, NAAMBREED, LETTER, true)
    const woorden = wikkel(bulletWoorden(rij), balk, LETTER)
    const hoog = Math.max(namen.length * REGEL, BULLETHOOGTE + 4 + woorden.length * REGEL)
    const teken = (
      <>
        <Regels regels={namen} y={4} klas="oz-tekst--vet" />
        <g transform={`translate(${NAAMBREED + GAT} 0)`}>
          <BulletVormen rij={rij} maten={maten} breedte={balk} />
          <Regels regels={woorden} y={BULLETHOOGTE + 4} klas="oz-tekst--stil" />
        </g>
      </>
    )
    return { hoogte: hoog + GAT, teken }
  })
  return stapel(los, bulletSleutel(vorm.breedte), vorm)
}

type Waterval = { begin: WatervalStap; stappen: readonly WatervalStap[]; eind: { naam: string } }

/** Hoe een bedrag stap voor stap een ander bedrag werd. */
export function losWaterval(data: Waterval, vorm: Losvorm): string[] {
  const { plan, rijen } = watervalRijen(data)
  const tekst = (rij: (typeof rijen)[number]): string =>
    rij.soort === 'stand' ? toonStand(rij.bedrag) : toonStap(rij.bedrag)
  const rechts = Math.max(...rijen.map((rij) => tekstBreedte(tekst(rij), LETTER, true))) + 14 + KIER
  const balk = vorm.breedte - NAAMBREED - GAT - rechts
  const los = rijen.map((rij, i): Losrij => {
    const klas = rij.soort === 'stand' ? 'oz-tekst--vet' : ''
    const namen = wikkel(rij.naam, NAAMBREED, LETTER, rij.soort === 'stand')
    const midden = (WATERVALHOOGTE - namen.length * REGEL) / 2
    const teken = (
      <>
        <Regels regels={namen} y={Math.max(0, midden) + 1} klas={klas} />
        <g transform={`translate(${NAAMBREED + GAT} 0)`}>
          <WatervalVormen
            rij={rij}
            vorige={rijen[i - 1]}
            nul={plan.nul}
            ingekort={plan.ingekort}
            laatste={i === rijen.length - 1}
            breedte={balk}
          />
        </g>
        <Regels
          regels={[tekst(rij)]}
          x={vorm.breedte - KIER}
          y={(WATERVALHOOGTE - REGEL) / 2 + 1}
          klas={klas}
          anker="end"
        />
      </>
    )
    return { hoogte: Math.max(WATERVALHOOGTE, namen.length * REGEL + 4), teken }
  })
  if (plan.ingekort)
    los.push({
      hoogte: REGEL + 10,
      teken: (
        <Regels
          regels={['Begin en eind zijn links afgebroken; de stappen staan op één schaal.']}
          y={8}
          klas="oz-tekst--stil"
        />
      ),
    })
  return stapel(los, undefined, vorm)
}

/** Hoeveel onderdelen welk woord hebben. */
export function losStanden(rijen: readonly StandenRij[], vorm: Losvorm): string[] {
  const maten = standenMaten(rijen)
  const naambreed = Math.min(
    NAAMBREED,
    Math.max(...rijen.map(({ naam }) => tekstBreedte(naam, LETTER, true)), 60),
  )
  const balk = vorm.breedte - naambreed - GAT
  const los = rijen.map((rij): Losrij => {
    const namen = wikkel(rij.naam, naambreed, LETTER, true)
    const woorden = sleutelrij(
      maten(rij).map((stuk) => ({
        teken: (
          <g transform="translate(6 4)">
            <path class={`oz-standen__vorm--${standtoon(stuk.soort)}`} d={standvorm(stuk.soort)} />
          </g>
        ),
        woord: standwoorden(stuk),
      })),
      balk,
    )
    const teken = (
      <>
        <Regels regels={namen} y={4} klas="oz-tekst--vet" />
        <g transform={`translate(${px(naambreed + GAT)} 0)`}>
          <StandenVormen stukken={maten(rij)} breedte={balk} />
          <g transform={`translate(0 ${STANDHOOGTE + 4})`}>{woorden.teken}</g>
        </g>
      </>
    )
    return { hoogte: Math.max(namen.length * REGEL, STANDHOOGTE + 4 + woorden.hoogte) + GAT, teken }
  })
  return stapel(los, undefined, vorm)
}
