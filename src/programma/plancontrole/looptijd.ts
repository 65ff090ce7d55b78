import { eersteMaand, laatsteMaand, periodenaam, type Tijdvak, toonTijdvak, wanneer } from '#basis/datum.ts'
import { opsomming } from '#basis/tekst.ts'
import type { VermeldingVan } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop } from '#programma/plancontrole/feiten.ts'
import { alsCent, jarenVan } from '#programma/plancontrole/geld.ts'
import { euro, naam, vindplaats } from '#programma/plancontrole/tonen.ts'

type Looptijd = VermeldingVan<'looptijd'>
type Tegenspraak = { zin: string; zeker: boolean; jarenVerschil?: number }

/** Begin, eind en duur van hetzelfde ding moeten op elke plaats bij elkaar passen. */
export function* looptijd(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.knopen) {
    const zinnen = gezegd(knoop, 'looptijd')
    const tegenspraken = [
      ...verschillendeTijd(zinnen, 'van', 'Als begin staat er:'),
      ...verschillendeTijd(zinnen, 'tot', 'Als eind staat er:'),
      ...andereDuur(zinnen),
    ]
    if (tegenspraken.length === 0) continue
    const geld = kostenVanVerschil(knoop, tegenspraken)
    yield {
      ernst: tegenspraken.some(({ zeker }) => zeker) ? 'fout' : 'waarschijnlijk',
      titel: `${naam(knoop)}: niet overal dezelfde looptijd`,
      uitleg: [
        ...tegenspraken.map(({ zin }) => zin),
        ...(geld === undefined ? [] : [`Dat scheelt ${euro(geld)}.`]),
        'Kies wat geldt en pas de andere plaatsen aan.',
      ].join(' '),
      plaatsen: zinnen.map((zin) => vindplaats(feiten, zin, zin.letterlijk ?? periodenaam(zin))),
      dingen: [knoop.ding],
      ...(geld === undefined ? {} : { verschilCent: geld }),
    }
  }
}

/** Twee tijdvakken kunnen hetzelfde moment aanwijzen als zij elkaar overlappen: `2024` en `1 september 2024`. */
const overlapt = (a: Tijdvak, b: Tijdvak): boolean =>
  eersteMaand(a) <= laatsteMaand(b) && eersteMaand(b) <= laatsteMaand(a)

const uniek = (vakken: readonly Tijdvak[]): Tijdvak[] =>
  [...new Set(vakken)].sort((a, b) => eersteMaand(a) - eersteMaand(b))

function verschillendeTijd(zinnen: readonly Looptijd[], kant: 'van' | 'tot', begin: string): Tegenspraak[] {
  const vakken = uniek(zinnen.flatMap((zin) => zin[kant] ?? []))
  if (vakken.every((a) => vakken.every((b) => overlapt(a, b)))) return []
  // Wie alleen een begin noemt, kan een eerder werk bedoelen; een eind of een hele periode is stellig.
  const stellig = uniek(
    zinnen.flatMap((zin) =>
      zin.verwacht || (kant === 'van' && zin.tot === undefined) ? [] : (zin[kant] ?? []),
    ),
  )
  return [
    {
      zin: `${begin} ${opsomming(vakken.map(toonTijdvak), 'of')}.`,
      zeker: !stellig.every((a) => stellig.every((b) => overlapt(a, b))),
    },
  ]
}

function andereDuur(zinnen: readonly Looptijd[]): Tegenspraak[] {
  const duren = [...new Set(zinnen.flatMap(({ maanden }) => maanden ?? []))].sort((a, b) => a - b)
  const perioden = new Map(
    zinnen.flatMap(({ van, tot }) =>
      van === undefined || tot === undefined ? [] : [[`${van} ${tot}`, { van, tot }]],
    ),
  )
  const onderling: Tegenspraak[] =
    duren.length > 1
      ? [{ zin: `Als duur staat er: ${opsomming(duren.map(duurnaam), 'of')}.`, zeker: true }]
      : []
  return onderling.concat(
    duren.flatMap((maanden) =>
      [...perioden.values()].flatMap(({ van, tot }) => {
        const hoogstens = laatsteMaand(tot) - eersteMaand(van) + 1
        const minstens = eersteMaand(tot) - laatsteMaand(van) + 1
        const heleJaren = van.length === 4 && tot.length === 4
        const past = heleJaren ? maanden === hoogstens : maanden >= minstens && maanden <= hoogstens
        if (past) return []
        return [
          {
            zin:
              `Genoemd is ${duurnaam(maanden)}, ` +
              `maar ${toonTijdvak(van)} tot en met ${toonTijdvak(tot)} is ${duurnaam(hoogstens)}.`,
            zeker: maanden < minstens || maanden > hoogstens,
            jarenVerschil: Math.abs(hoogstens - maanden) / 12,
          },
        ]
      }),
    ),
  )
}

const duurnaam = (maanden: number): string =>
  maanden % 12 === 0 ? `${maanden / 12} jaar` : `${maanden} maanden`

/** Bij een bedrag per jaar kost een jaar meer of minder precies dat bedrag. */
function kostenVanVerschil(knoop: Knoop, tegenspraken: readonly Tegenspraak[]): Vondst['verschilCent'] {
  const jaren = tegenspraken.find(({ jarenVerschil }) => Number.isInteger(jarenVerschil))?.jarenVerschil
  const perJaar = gezegd(knoop, 'bedrag').find(
    (bedrag) => bedrag.perJaar && jarenVan(bedrag.periode) !== undefined,
  )
  return jaren === undefined || perJaar === undefined ? undefined : alsCent(perJaar.bedragCent * jaren)
}

const JAARTAL_VAN_VIJF = /(?<![\d.,€])(?:19|20)\d{3}(?![\d.,])/u
const ONMOGELIJK_VER = 60

/** Jaartallen die niet kunnen: vijf cijfers, een eind vóór het begin, of een eeuw verderop. */
export function* onmogelijkeTijd(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.knopen)
    for (const zin of knoop.gezegd) {
      const reden = watIsErMis(zin, feiten)
      if (reden === undefined) continue
      yield {
        ernst: 'fout',
        titel: `${naam(knoop)}: een jaartal kan niet kloppen`,
        uitleg: `${reden} Verbeter het jaartal.`,
        plaatsen: [vindplaats(feiten, zin)],
        dingen: [knoop.ding],
        kenmerk: zin.id,
      }
    }
  for (const knoop of feiten.boom) {
    const { van, tot } = knoop.onderdeel?.planning ?? {}
    if (van === undefined || tot === undefined || laatsteMaand(tot) >= eersteMaand(van)) continue
    yield {
      ernst: 'fout',
      titel: `${naam(knoop)}: het eind ligt vóór het begin`,
      uitleg: `De planning begint ${wanneer(van)} en eindigt ${wanneer(tot)}. Verbeter de planning.`,
      plaatsen: [],
      dingen: [knoop.ding],
      kenmerk: 'planning',
    }
  }
}

function watIsErMis(zin: Feiten['plan']['vermeldingen'][number], feiten: Feiten): string | undefined {
  const tekst =
    zin.soort === 'bedrag'
      ? undefined
      : JAARTAL_VAN_VIJF.exec(zin.letterlijk ?? (zin.soort === 'naam' ? zin.naam : ''))
  if (tekst?.[0] !== undefined) return `Er staat ‘${tekst[0]}’. Een jaartal heeft vier cijfers.`
  const periode =
    zin.soort === 'looptijd' ? zin : zin.soort === 'bedrag' && zin.periode !== 'geheel' ? zin.periode : {}
  const { van, tot } = periode
  if (van !== undefined && tot !== undefined && laatsteMaand(tot) < eersteMaand(van))
    return `De periode begint ${wanneer(van)} en eindigt ${wanneer(tot)}.`
  const ver = [van, tot].find((vak) => {
    const jaar = Number(vak?.slice(0, 4) ?? feiten.van)
    return jaar < feiten.van - ONMOGELIJK_VER || jaar > feiten.tot + ONMOGELIJK_VER
  })
  return ver === undefined ? undefined : `${toonTijdvak(ver)} ligt wel heel ver van de programmaperiode.`
}
