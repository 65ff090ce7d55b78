import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { ASPECTEN, Plaats, Vermelding, VermeldingVan } from '#programma/plan.ts'
import type { Knoop } from '#programma/plancontrole/feiten.ts'

export type Bedrag = VermeldingVan<'bedrag'>
export type Aspect = (typeof ASPECTEN)[number]
/** Een kalenderjaar, of de hele looptijd. */
export type Tijd = number | 'geheel'

/** Een uitkomst als hele centen; een onzinnig groot bedrag wordt het grootste dat nog te tonen is. */
export const alsCent = (aantal: number): Centen =>
  centen(Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Math.round(aantal))))

/** Hoe een bedrag uit het document volgt: het staat er, of het is daar opgeteld. */
export type Hoe = 'gedrukt' | 'perJaar' | 'jaren' | 'deels' | 'leden'
export type Lezing = {
  plaats: Plaats
  tijd: Tijd
  cent: number
  hoe: Hoe
  /** De vermeldingen waaruit dit bedrag is opgebouwd. */
  termen: readonly Bedrag[]
}
/** De som van de leden op één plaats; `compleet`: elk lid dat ergens geld heeft, doet mee. */
export type Ledensom = Lezing & { compleet: boolean; leden: readonly { knoop: Knoop; lezing: Lezing }[] }

/** Wat één plaats over het geld van één ding zegt. */
export type PlaatsGeld = {
  plaats: Plaats
  jaren: Map<number, Bedrag[]>
  geheel: Bedrag[]
  /** Bedragen over meer jaren die niet de hele programmaperiode zijn. */
  deels: { van: number; tot: number; bedrag: Bedrag }[]
  /** Bedragen met alleen een begin of alleen een eind. */
  open: Bedrag[]
  /** Bedragen per jaar zonder genoemde jaren. */
  elkJaar: Bedrag[]
  lezingen: Map<Tijd, Lezing>
  ledensommen: Map<Tijd, Ledensom>
}
export type Geld = Record<Aspect, Map<string, PlaatsGeld>>

export const leegGeld = (): Geld => ({ lasten: new Map(), beschikbaar: new Map() })

/** Legt elk bedrag op zijn plek en telt daarna van onder naar boven op, per plaats. */
export function bouwGeld(
  knopen: readonly Knoop[],
  boom: readonly Knoop[],
  plaatsVan: (vermelding: Vermelding) => Plaats,
  van: number,
  tot: number,
): void {
  for (const knoop of knopen) {
    for (const vermelding of knoop.gezegd)
      if (vermelding.soort === 'bedrag')
        legBedrag(bijPlaats(knoop, vermelding.aspect, plaatsVan(vermelding)), vermelding, van, tot)
    for (const perPlaats of Object.values(knoop.geld)) perPlaats.forEach(leesEigen)
  }
  for (const knoop of boom) {
    telLeden(knoop, 'lasten')
    telLeden(knoop, 'beschikbaar')
  }
}

function bijPlaats(knoop: Knoop, aspect: Aspect, plaats: Plaats): PlaatsGeld {
  const bekend = knoop.geld[aspect].get(plaats.id)
  if (bekend !== undefined) return bekend
  const nieuw: PlaatsGeld = {
    plaats,
    jaren: new Map(),
    geheel: [],
    deels: [],
    open: [],
    elkJaar: [],
    lezingen: new Map(),
    ledensommen: new Map(),
  }
  knoop.geld[aspect].set(plaats.id, nieuw)
  return nieuw
}

/** Eerste en laatste jaar van een periode, of `undefined` als het document ze niet allebei noemt. */
export function jarenVan(periode: Bedrag['periode']): { van: number; tot: number } | undefined {
  if (periode === 'geheel' || periode.van === undefined || periode.tot === undefined) return undefined
  return { van: jaarVan(periode.van), tot: jaarVan(periode.tot) }
}

const EEUW = 100

function legBedrag(geld: PlaatsGeld, bedrag: Bedrag, van: number, tot: number): void {
  const jaren = jarenVan(bedrag.periode)
  const bijJaar = (jaar: number): void => void geld.jaren.set(jaar, [...(geld.jaren.get(jaar) ?? []), bedrag])
  if (bedrag.perJaar && (jaren === undefined || jaren.tot - jaren.van > EEUW)) geld.elkJaar.push(bedrag)
  else if (jaren === undefined) {
    if (bedrag.periode === 'geheel') geld.geheel.push(bedrag)
    else geld.open.push(bedrag)
  } else if (bedrag.perJaar) for (let jaar = jaren.van; jaar <= jaren.tot; jaar++) bijJaar(jaar)
  else if (jaren.van === van && jaren.tot === tot && van !== tot) geld.geheel.push(bedrag)
  else if (jaren.van === jaren.tot) bijJaar(jaren.van)
  else geld.deels.push({ ...jaren, bedrag })
}

/** Een tabel of bijlage noemt alle jaren; een zin in een paragraaf noemt er soms maar één. */
const noemtAlleJaren = ({ plaats, jaren }: PlaatsGeld): boolean =>
  jaren.size > 1 || (jaren.size === 1 && (plaats.soort === 'tabel' || plaats.soort === 'bijlage'))

function leesEigen(geld: PlaatsGeld): void {
  const { plaats, lezingen } = geld
  for (const [jaar, bedragen] of geld.jaren) {
    const eerste = bedragen.find(({ perJaar }) => !perJaar) ?? bedragen[0]
    if (eerste === undefined) continue
    const hoe = eerste.perJaar ? 'perJaar' : 'gedrukt'
    lezingen.set(jaar, { plaats, tijd: jaar, cent: eerste.bedragCent, hoe, termen: [eerste] })
  }
  const [gedrukt] = geld.geheel
  const [deel] = geld.deels
  if (gedrukt !== undefined)
    lezingen.set('geheel', {
      plaats,
      tijd: 'geheel',
      cent: gedrukt.bedragCent,
      hoe: 'gedrukt',
      termen: [gedrukt],
    })
  else if (noemtAlleJaren(geld)) lezingen.set('geheel', somJaren(geld))
  else if (deel !== undefined && geld.deels.length === 1 && geld.jaren.size === 0)
    lezingen.set('geheel', {
      plaats,
      tijd: 'geheel',
      cent: deel.bedrag.bedragCent,
      hoe: 'deels',
      termen: [deel.bedrag],
    })
}

/** De jaren op deze plaats bij elkaar, zo nodig alleen die van een deel van de looptijd. */
export function somJaren(geld: PlaatsGeld, van = Number.NEGATIVE_INFINITY, tot = Infinity): Lezing {
  let cent = 0
  const termen = new Set<Bedrag>()
  for (const [tijd, lezing] of geld.lezingen) {
    if (tijd === 'geheel' || tijd < van || tijd > tot) continue
    cent += lezing.cent
    for (const term of lezing.termen) termen.add(term)
  }
  return { plaats: geld.plaats, tijd: 'geheel', cent, hoe: 'jaren', termen: [...termen] }
}

/** Wat een plaats over dit ding zegt, desnoods als som van zijn leden. */
export const besteLezing = (geld: PlaatsGeld | undefined, tijd: Tijd): Lezing | undefined => {
  const som = geld?.ledensommen.get(tijd)
  return geld?.lezingen.get(tijd) ?? (som?.compleet ? som : undefined)
}

const verdeeldOverJaren = (geld: PlaatsGeld): boolean => {
  for (const tijd of geld.lezingen.keys()) if (tijd !== 'geheel') return true
  for (const tijd of geld.ledensommen.keys()) if (tijd !== 'geheel') return true
  return false
}

function telLeden(knoop: Knoop, aspect: Aspect): void {
  const metGeld = knoop.kinderen.filter(({ geld }) => geld[aspect].size > 0)
  const perPlaats = new Map<string, Knoop[]>()
  for (const kind of metGeld)
    for (const plaatsId of kind.geld[aspect].keys()) {
      const leden = perPlaats.get(plaatsId)
      if (leden === undefined) perPlaats.set(plaatsId, [kind])
      else leden.push(kind)
    }
  for (const [plaatsId, leden] of perPlaats) {
    if (leden.length < 2 && leden.length < metGeld.length) continue
    telOpPlaats(knoop, aspect, plaatsId, leden, leden.length === metGeld.length)
  }
}

function telOpPlaats(
  knoop: Knoop,
  aspect: Aspect,
  plaatsId: string,
  kinderen: readonly Knoop[],
  iederLid: boolean,
): void {
  const gelden = kinderen.flatMap((kind) => {
    const geld = kind.geld[aspect].get(plaatsId)
    return geld === undefined ? [] : [{ kind, geld }]
  })
  const plaats = gelden[0]?.geld.plaats
  if (plaats === undefined) return
  const tijden = new Set<Tijd>(
    gelden.flatMap(({ geld }) => [...geld.lezingen.keys(), ...geld.ledensommen.keys()]),
  )
  const ontvanger = bijPlaats(knoop, aspect, plaats)
  for (const tijd of tijden) {
    const leden: { knoop: Knoop; lezing: Lezing }[] = []
    let compleet = iederLid
    for (const { kind, geld } of gelden) {
      const lezing = besteLezing(geld, tijd)
      if (lezing !== undefined) leden.push({ knoop: kind, lezing })
      else if (tijd === 'geheel' || !verdeeldOverJaren(geld)) compleet = false
    }
    if (leden.length === 0) continue
    ontvanger.ledensommen.set(tijd, {
      plaats,
      tijd,
      cent: leden.reduce((som, { lezing }) => som + lezing.cent, 0),
      hoe: 'leden',
      termen: leden.flatMap(({ lezing }) => lezing.termen),
      compleet,
      leden,
    })
  }
}
