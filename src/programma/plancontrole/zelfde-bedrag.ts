import { periodenaam } from '#basis/datum.ts'
import { hoofdletter, opsomming } from '#basis/tekst.ts'
import type { Cijfertabel, Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import {
  type Aspect,
  alsCent,
  type Bedrag,
  type Lezing,
  type PlaatsGeld,
  somJaren,
  type Tijd,
} from '#programma/plancontrole/geld.ts'
import { cijferfout } from '#programma/plancontrole/oorzaak.ts'
import {
  bedragInWoorden,
  euro,
  naam,
  plaatsnaam,
  tijdnaam,
  vindplaatsen,
} from '#programma/plancontrole/tonen.ts'

/** Binnen welke grenzen het echte bedrag volgens deze lezing ligt. */
function grenzen({ cent, termen }: Lezing): { min: number; max: number } {
  const [enige] = termen
  if (termen.length !== 1 || enige?.benadering === undefined) return { min: cent, max: cent }
  if (enige.benadering === 'ruim') return { min: cent, max: Infinity }
  if (enige.benadering === 'hoogstens') return { min: Number.NEGATIVE_INFINITY, max: cent }
  return { min: cent * 0.9, max: cent * 1.1 }
}

/** Of één bedrag aan alle lezingen kan voldoen. */
export function gaanSamen(lezingen: readonly Lezing[]): boolean {
  const alle = lezingen.map(grenzen)
  return Math.max(...alle.map(({ min }) => min)) <= Math.min(...alle.map(({ max }) => max))
}

const isExact = ({ termen }: Lezing): boolean => termen.every(({ benadering }) => benadering === undefined)

type Botsing = { tijd: Tijd | string; lezingen: Lezing[]; verschilCent: number; zeker: boolean }

/** Hetzelfde ding, dezelfde soort geld, dezelfde periode: elke plaats moet hetzelfde bedrag noemen. */
export function* zelfdeBedrag(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.knopen)
    for (const aspect of ['lasten', 'beschikbaar'] as const) {
      const botsingen = botsingenVan(knoop, aspect)
      if (botsingen.length > 0) yield vondst(feiten, knoop, aspect, botsingen)
    }
}

function botsingenVan(knoop: Knoop, aspect: Aspect): Botsing[] {
  return [...lezingenPerTijd(knoop, aspect)]
    .filter(([, lezingen]) => lezingen.length > 1 && !gaanSamen(lezingen))
    .map(([tijd, lezingen]) => {
      const bedragen = lezingen.map(({ cent }) => cent)
      return {
        tijd,
        lezingen,
        verschilCent: Math.max(...bedragen) - Math.min(...bedragen),
        zeker: !gaanSamen(lezingen.filter((lezing) => isExact(lezing) && lezing.hoe !== 'deels')),
      }
    })
    .sort((a, b) => String(a.tijd).localeCompare(String(b.tijd)))
}

/** Alles wat over een periode gezegd wordt, ook twee keer op dezelfde plaats. */
function lezingenPerTijd(knoop: Knoop, aspect: Aspect): Map<Tijd | string, Lezing[]> {
  const perTijd = new Map<Tijd | string, Lezing[]>()
  const gelden = [...knoop.geld[aspect].values()]
  if (gelden.length === 0) return perTijd
  const zet = (tijd: Tijd | string, lezing: Lezing): void => {
    perTijd.set(tijd, [...(perTijd.get(tijd) ?? []), lezing])
  }
  const kent = gelden.filter(({ jaren }) => jaren.size > 0)
  for (const geld of gelden) {
    for (const [jaar, bedragen] of geld.jaren)
      for (const bedrag of bedragen) zet(jaar, los(geld, jaar, bedrag))
    for (const bedrag of geld.geheel) zet('geheel', los(geld, 'geheel', bedrag))
    const geheel = geld.lezingen.get('geheel')
    if (geheel?.hoe === 'jaren' || (geheel?.hoe === 'deels' && kent.length === 0)) zet('geheel', geheel)
    for (const bedrag of geld.open)
      if (bedrag.periode !== 'geheel') zet(periodenaam(bedrag.periode), los(geld, 'geheel', bedrag))
    for (const { van, tot, bedrag } of geld.deels) {
      const tijd = `${van}–${tot}`
      if (!perTijd.has(tijd))
        for (const ander of kent) if (ander !== geld) zet(tijd, somJaren(ander, van, tot))
      zet(tijd, los(geld, 'geheel', bedrag))
    }
  }
  return perTijd
}

const los = ({ plaats }: PlaatsGeld, tijd: Tijd, bedrag: Bedrag): Lezing => ({
  plaats,
  tijd,
  cent: bedrag.bedragCent,
  hoe: bedrag.perJaar ? 'perJaar' : 'gedrukt',
  termen: [bedrag],
})

const WAT = { lasten: 'kost', beschikbaar: 'krijgt of brengt in' } as const

function vondst(feiten: Feiten, knoop: Knoop, aspect: Aspect, botsingen: readonly Botsing[]): Vondst {
  const hoofd = botsingen.find(({ tijd }) => tijd === 'geheel') ?? [...botsingen].sort(opVerschil)[0]
  const lezingen = botsingen.flatMap(({ lezingen }) => lezingen)
  const zeker = botsingen.some((botsing) => botsing.zeker)
  const perPlaats = (hoofd?.lezingen ?? []).map(
    (lezing) => `${plaatsnaam(feiten, lezing.plaats)} zegt ${benaderd(lezing)}`,
  )
  const tijd = hoofd?.tijd ?? 'geheel'
  const wanneer = tijd === 'geheel' ? 'in totaal' : /^\d/u.test(String(tijd)) ? `in ${tijd}` : String(tijd)
  return {
    ernst: zeker ? 'fout' : 'waarschijnlijk',
    titel: `${naam(knoop)}: niet overal hetzelfde bedrag`,
    uitleg:
      `Wat ${naam(knoop)} ${wanneer} ${WAT[aspect]}, staat op meer plaatsen. ` +
      `${hoofdletter(opsomming([...new Set(perPlaats)]))}. Kies welk bedrag geldt en pas de andere plaatsen aan.`,
    plaatsen: vindplaatsen(feiten, ...lezingen),
    dingen: [knoop.ding],
    kenmerk: aspect,
    verschilCent: alsCent(hoofd?.verschilCent ?? 0),
    ...oorzaakVan(feiten, knoop, aspect, botsingen, hoofd),
    tabel: tabelVan(feiten, botsingen),
  }
}

const opVerschil = (a: Botsing, b: Botsing): number => b.verschilCent - a.verschilCent

const benaderd = ({ termen, cent }: Lezing): string => {
  const [enige] = termen
  return enige !== undefined && termen.length === 1 ? bedragInWoorden(enige) : euro(cent)
}

function oorzaakVan(
  feiten: Feiten,
  knoop: Knoop,
  aspect: Aspect,
  botsingen: readonly Botsing[],
  hoofd: Botsing | undefined,
): { oorzaak?: string } {
  const jaren = botsingen.filter(({ tijd }) => typeof tijd === 'number').map(({ tijd }) => String(tijd))
  if (jaren.length > 0 && hoofd?.tijd === 'geheel')
    return { oorzaak: `Het verschil ontstaat bij ${opsomming(jaren)}.` }
  const [laag, hoog] = uitersten(hoofd?.lezingen ?? [])
  if (laag === undefined || hoog === undefined) return {}
  const elders = knoop.geld[aspect].get(laag.plaats.id)
  const geheel = elders?.lezingen.get('geheel')
  if (elders !== undefined && elders.jaren.size > 1 && geheel?.cent === hoog.cent)
    return {
      oorzaak:
        `${hoofdletter(plaatsnaam(feiten, hoog.plaats))} zet het hele bedrag van ${euro(hoog.cent)} in ${hoog.tijd}; ` +
        `${plaatsnaam(feiten, laag.plaats)} verdeelt het over ${opsomming([...elders.jaren.keys()].sort().map(String))}.`,
    }
  const hint = cijferfout(laag.cent, hoog.cent)
  return hint === undefined ? {} : { oorzaak: hint }
}

function uitersten(lezingen: readonly Lezing[]): [Lezing | undefined, Lezing | undefined] {
  const gesorteerd = [...lezingen].sort((a, b) => a.cent - b.cent)
  return [gesorteerd[0], gesorteerd.at(-1)]
}

function tabelVan(feiten: Feiten, botsingen: readonly Botsing[]): Cijfertabel {
  const plaatsen = [...new Set(botsingen.flatMap(({ lezingen }) => lezingen.map(({ plaats }) => plaats)))]
  return {
    kop: ['Periode', ...plaatsen.map((plaats) => hoofdletter(plaatsnaam(feiten, plaats))), 'Verschil'],
    rijen: botsingen.map(({ tijd, lezingen, verschilCent }) => ({
      naam: tijdnaam(tijd),
      centen: [
        ...plaatsen.map((plaats) => {
          const lezing = lezingen.find((een) => een.plaats === plaats)
          return lezing === undefined ? null : alsCent(lezing.cent)
        }),
        alsCent(verschilCent),
      ],
    })),
  }
}
