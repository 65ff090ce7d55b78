import { centen, toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import type { Curve, Curven, Curvepunt } from '#regels/simulatie/curve.ts'
import { HUISHOUDTYPEN, INKOMENSNIVEAUS } from '#regels/simulatie/typen.ts'

/** Welke curve de lezer ziet: één soort huishouden, met of zonder CZM, en het inkomen van de tabel met elf. */
export type Curvekeuze = { type: string; czm: boolean; niveau: number }

/** Standaard wat het vaakst voorkomt: een alleenstaande met AOW-leeftijd. */
const GEWOON = 'alleen-aow'

export function leesCurvekeuze(zoek: URLSearchParams): Curvekeuze {
  const type = zoek.get('huishouden') ?? GEWOON
  const niveau = Number(zoek.get('inkomen') ?? 120)
  return {
    type: HUISHOUDTYPEN.some(({ id }) => id === type) ? type : GEWOON,
    czm: zoek.get('czm') !== 'nee',
    niveau: INKOMENSNIVEAUS.find((een) => een === niveau) ?? 120,
  }
}

export const curvenVan = ({ curven }: Vergelijking, { czm }: Pick<Curvekeuze, 'czm'>): Curven =>
  czm ? curven.metCzm : curven.zonderCzm

/** De curven van één soort huishouden, huidig beleid vooraan, met de naam van hun variant. */
export function lijnenVan(vergelijking: Vergelijking, keuze: Pick<Curvekeuze, 'type' | 'czm'>): Lijn[] {
  const { varianten, curven } = curvenVan(vergelijking, keuze)
  return varianten.flatMap(({ id, naam }) => {
    const curve = curven.find((een) => een.type === keuze.type && een.variant === id)
    return curve === undefined ? [] : [{ naam, curve }]
  })
}

/** De punten met de kliffen erin: vlak ervoor en één cent erna, zodat de lijn daar recht omhoog gaat. */
export function metKliffen(
  { punten, kliffen }: Curve,
  kies: (punt: Curvepunt) => number,
  sprong: 1 | -1,
): { x: number; y: number }[] {
  const gewoon = punten.map((punt) => ({ x: punt.netto, y: kies(punt) }))
  const erbij = kliffen.flatMap((klif) => {
    const voor = punten.filter(({ bruto }) => bruto <= klif.bruto).at(-1)
    if (voor === undefined) return []
    const extra = sprong === 1 ? 0 : klif.netto - voor.netto
    const y = kies(voor) + extra
    return [
      { x: klif.netto, y },
      { x: klif.netto + 1, y: y + sprong * klif.sprong },
    ]
  })
  return [...gewoon, ...erbij].toSorted((a, b) => a.x - b.x)
}

export const klifzin = (namen: string, klif: Curve['kliffen'][number]): string =>
  `${namen}: boven een netto inkomen van ${toonEuroCenten(centen(klif.netto))} per maand kost één cent meer inkomen ${toonEuroCenten(centen(klif.sprong))} per maand, dat is ${toonEuro(centen(klif.sprong * 12))} per jaar (${klif.oorzaak}).`

/** De hoogte van de lijn vlak na de klif. */
function naKlif(curve: Curve, klif: Curve['kliffen'][number]): number {
  const voor = curve.punten.filter(({ bruto }) => bruto <= klif.bruto).at(-1)
  return voor === undefined ? klif.sprong : voor.bijdrage - voor.vergoeding + klif.sprong
}

export type Lijn = { naam: string; curve: Curve }
type Merk = { reeks: number; x: number; y: number; tekst: string }

/** De kliffen als genummerde plekken; varianten met dezelfde klif delen er één. */
export function klifmerken(lijnen: readonly Lijn[], hoogte: 'betaalt' | 'over'): Merk[] {
  const gevonden = lijnen.flatMap(({ naam, curve }, reeks) =>
    curve.kliffen.map((klif) => ({
      naam,
      klif,
      reeks,
      y: hoogte === 'over' ? klif.netto : naKlif(curve, klif),
      sleutel: [klif.netto, klif.sprong, klif.oorzaak, naKlif(curve, klif)].join(),
    })),
  )
  return gevonden.flatMap(({ klif, reeks, y, sleutel }, i) => {
    const samen = gevonden.filter((een) => een.sleutel === sleutel)
    if (samen[0] !== gevonden[i]) return []
    const namen = opsomming(samen.map(({ naam }) => `“${naam}”`))
    return [{ reeks, x: klif.netto, y, tekst: klifzin(namen, klif) }]
  })
}

/** Waar een huishouden op let: de grootste klif van nu, of dat er geen is. */
export function curvezin(lijnen: readonly { naam: string; curve: Curve }[]): string {
  const grootste = lijnen
    .flatMap(({ naam, curve }) => curve.kliffen.map((klif) => ({ naam, klif })))
    .toSorted((a, b) => b.klif.sprong - a.klif.sprong)[0]
  if (grootste === undefined) return 'Bij geen van de varianten kost één cent meer inkomen ineens geld'
  return `De grootste klif: bij “${grootste.naam}” kost één cent meer inkomen ${toonEuroCenten(centen(grootste.klif.sprong))} per maand`
}
