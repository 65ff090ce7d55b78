import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { px, tekstBreedte, wikkel } from '#ui/tekst-maat.ts'

export type SankeyKnoop = {
  id: string
  naam: string
  /** 0 is links (bronnen); de laatste kolom staat rechts (onderdelen). */
  kolom: number
  href?: string | undefined
  /** Een verzameling of iets wat het plan niet zegt: cursief. */
  zacht?: boolean | undefined
}

export type SankeyStroom = {
  van: string
  naar: string
  bedrag: Centen
  href?: string | undefined
  /** Het plan zegt niet hoe dit verdeeld is: gestippeld. */
  onzeker?: boolean | undefined
}

export type SankeyData = { knopen: readonly SankeyKnoop[]; stromen: readonly SankeyStroom[] }

/** Alles wat uit een knoop gaat, of als er niets uit gaat: wat erin komt. */
export function knoopBedrag(id: string, stromen: readonly SankeyStroom[]): Centen {
  const som = (lijst: readonly SankeyStroom[]): number => lijst.reduce((t, stroom) => t + stroom.bedrag, 0)
  const uit = som(stromen.filter((stroom) => stroom.van === id))
  const erin = som(stromen.filter((stroom) => stroom.naar === id))
  return centen(Math.max(uit, erin))
}

/**
 * Voegt per voorganger de kleinste knopen van één kolom samen zodra het er meer zijn dan er passen:
 * "3 kleinere onderdelen". Geen bedrag verdwijnt; in de tabel staan ze allemaal.
 */
export function groepeerKleine(
  data: SankeyData,
  opties: { kolom: number; hoogstens: number; woord: string },
): SankeyData {
  const inKolom = data.knopen.filter((knoop) => knoop.kolom === opties.kolom)
  if (inKolom.length <= opties.hoogstens) return data
  const bedrag = new Map(inKolom.map((knoop) => [knoop.id, knoopBedrag(knoop.id, data.stromen)]))
  const opGrootte = inKolom.toSorted((a, b) => (bedrag.get(b.id) ?? 0) - (bedrag.get(a.id) ?? 0))
  const klein = new Set(opGrootte.slice(opties.hoogstens).map((knoop) => knoop.id))
  const ouderVan = (id: string): string => data.stromen.find((stroom) => stroom.naar === id)?.van ?? ''
  const perOuder = Map.groupBy(klein, ouderVan)
  // Eén kleine alleen samenvoegen maakt het niet rustiger en kost haar naam.
  for (const [ouder, ids] of perOuder) {
    if (ids.length > 1) continue
    perOuder.delete(ouder)
    for (const id of ids) klein.delete(id)
  }
  const naamVan = (ouder: string): string => `klein:${ouder}`
  const nieuw = [...perOuder].map(([ouder, ids]) => ({
    id: naamVan(ouder),
    naam: `${ids.length} kleinere ${opties.woord}`,
    kolom: opties.kolom,
    zacht: true,
  }))
  const samen = [...perOuder].map(([ouder, ids]) => ({
    van: ouder,
    naar: naamVan(ouder),
    bedrag: centen(
      data.stromen.filter((s) => ids.includes(s.naar) && s.van === ouder).reduce((t, s) => t + s.bedrag, 0),
    ),
  }))
  const anders = data.stromen
    .filter((stroom) => klein.has(stroom.naar) && stroom.van !== ouderVan(stroom.naar))
    .map((stroom) => ({ ...stroom, naar: naamVan(ouderVan(stroom.naar)) }))
  return {
    knopen: [...data.knopen.filter((knoop) => !klein.has(knoop.id)), ...nieuw],
    stromen: [...data.stromen.filter((stroom) => !klein.has(stroom.naar)), ...samen, ...anders],
  }
}

export type KnoopPlek = {
  knoop: SankeyKnoop
  bedrag: Centen
  x: number
  y0: number
  y1: number
  /** Regels van het label; de laatste kan het bedrag achter de naam hebben. */
  label: { x: number; y: number; anker: 'start' | 'end'; regels: readonly string[]; breedte: number }
}

export type StroomPlek = { stroom: SankeyStroom; dikte: number; pad: string; zin: string }

export type SankeyPlan = { hoogte: number; knopen: readonly KnoopPlek[]; stromen: readonly StroomPlek[] }

export const KNOOPBREED = 10
const GAT = 5

type Punt = SankeyNode<{ knoop: SankeyKnoop; regels: string[] }, { stroom: SankeyStroom }>
type Lint = SankeyLink<{ knoop: SankeyKnoop; regels: string[] }, { stroom: SankeyStroom }>
export type SankeyVorm = {
  breedte: number
  links: number
  rechts: number
  letter: number
  regel: number
  /** In een los bestand: LibreOffice zet twee stukken tekst op één regel over elkaar. */
  bedragEigenRegel?: true
}

/** Naam en bedrag; het bedrag komt achter de naam als dat past, anders eronder. */
function labelRegels(
  knoop: SankeyKnoop,
  bedrag: Centen,
  ruimte: number,
  vorm: SankeyVorm,
  vet: boolean,
): string[] {
  const regels = wikkel(knoop.naam, ruimte, vorm.letter, vet)
  const geld = toonEuro(bedrag)
  const laatste = `${regels.at(-1) ?? ''} ${geld}`
  if (
    !vet &&
    vorm.bedragEigenRegel !== true &&
    regels.length > 0 &&
    tekstBreedte(laatste, vorm.letter) <= ruimte
  )
    return [...regels.slice(0, -1), laatste]
  return [...regels, geld]
}

/** Hoeveel een knoop met zijn label boven en onder zichzelf nodig heeft. */
function ruimteVan(punt: Punt, laatste: number, vorm: SankeyVorm): { boven: number; onder: number } {
  const label = punt.regels.length * vorm.regel
  const hoog = (punt.y1 ?? 0) - (punt.y0 ?? 0)
  const isMidden = punt.knoop.kolom > 0 && punt.knoop.kolom < laatste
  if (isMidden) return { boven: label + 4, onder: 0 }
  const over = Math.max(0, label - hoog) / 2
  return { boven: over, onder: over }
}

/** Schuift de knopen van één kolom omlaag tot hun labels elkaar niet meer raken. */
function geefRuimte(kolom: readonly Punt[], laatste: number, vorm: SankeyVorm): number {
  let vrij = 1
  for (const punt of kolom.toSorted((a, b) => (a.y0 ?? 0) - (b.y0 ?? 0))) {
    const { boven, onder } = ruimteVan(punt, laatste, vorm)
    const schuif = Math.max(0, vrij - ((punt.y0 ?? 0) - boven))
    punt.y0 = (punt.y0 ?? 0) + schuif
    punt.y1 = (punt.y1 ?? 0) + schuif
    vrij = punt.y1 + onder + GAT
  }
  return vrij - GAT + 2
}

/** Een lint tussen twee knopen: vier punten en twee bochten. */
function lintPad(lint: Lint): string {
  const bron = lint.source as Punt
  const doel = lint.target as Punt
  const half = Math.max(lint.width ?? 0, 1) / 2
  const [x0, x1, y0, y1] = [bron.x1 ?? 0, doel.x0 ?? 0, lint.y0 ?? 0, lint.y1 ?? 0]
  const xm = px((x0 + x1) / 2)
  const boven = `M${px(x0)} ${px(y0 - half)}C${xm} ${px(y0 - half)} ${xm} ${px(y1 - half)} ${px(x1)} ${px(y1 - half)}`
  return `${boven}V${px(y1 + half)}C${xm} ${px(y1 + half)} ${xm} ${px(y0 + half)} ${px(x0)} ${px(y0 + half)}Z`
}

const LINTHOOGTE = 300

/** Wat bij dezelfde buur hoort, staat bij elkaar; verder blijft de volgorde van het plan. */
function opVolgorde(
  knopen: readonly SankeyKnoop[],
  stromen: readonly SankeyStroom[],
  laatste: number,
): SankeyKnoop[] {
  const plek = new Map(knopen.map((knoop, i) => [knoop.id, i]))
  const zwaartepunt = (knoop: SankeyKnoop): number => {
    const isBegin = knoop.kolom === 0 && laatste > 1
    const buren = isBegin
      ? stromen.filter((stroom) => stroom.van === knoop.id)
      : stromen.filter((stroom) => stroom.naar === knoop.id)
    const gewicht = buren.reduce((som, stroom) => som + stroom.bedrag, 0)
    const som = buren.reduce(
      (totaal, stroom) => totaal + stroom.bedrag * (plek.get(isBegin ? stroom.naar : stroom.van) ?? 0),
      0,
    )
    return gewicht === 0 ? 0 : som / gewicht
  }
  const inMidden = (knoop: SankeyKnoop): boolean => knoop.kolom > 0 && knoop.kolom < laatste
  const waarde = new Map(knopen.map((knoop) => [knoop, inMidden(knoop) ? 0 : zwaartepunt(knoop)]))
  return knopen.toSorted((a, b) => a.kolom - b.kolom || (waarde.get(a) ?? 0) - (waarde.get(b) ?? 0))
}

export function tekenSankey(data: SankeyData, vorm: SankeyVorm): SankeyPlan {
  const stromen = data.stromen.filter((stroom) => stroom.bedrag > 0)
  const gebruikt = new Set(stromen.flatMap((stroom) => [stroom.van, stroom.naar]))
  const knopen = data.knopen.filter((knoop) => gebruikt.has(knoop.id))
  if (knopen.length === 0) return { hoogte: 0, knopen: [], stromen: [] }
  const laatste = Math.max(...knopen.map((knoop) => knoop.kolom))
  const isMidden = (knoop: SankeyKnoop): boolean => knoop.kolom > 0 && knoop.kolom < laatste
  const ruimte = (knoop: SankeyKnoop): number => {
    if (knoop.kolom === 0) return vorm.links - 10
    return knoop.kolom === laatste
      ? vorm.rechts - 10
      : (vorm.breedte - vorm.links - vorm.rechts) / laatste - 16
  }
  const meeste = Math.max(
    ...Map.groupBy(knopen, (k) => k.kolom)
      .values()
      .map((kolom) => kolom.length),
  )
  const maak = sankey<{ knoop: SankeyKnoop; regels: string[] }, { stroom: SankeyStroom }>()
    .nodeId((punt) => punt.knoop.id)
    .nodeAlign((punt) => (punt as Punt).knoop.kolom)
    .nodeSort(null)
    .nodeWidth(KNOOPBREED)
    .nodePadding(18)
    .extent([
      [vorm.links, 1],
      [vorm.breedte - vorm.rechts, LINTHOOGTE + (meeste - 1) * 18],
    ])
  const graaf = maak({
    nodes: opVolgorde(knopen, stromen, laatste).map((knoop) => ({
      knoop,
      regels: labelRegels(knoop, knoopBedrag(knoop.id, stromen), ruimte(knoop), vorm, isMidden(knoop)),
    })),
    links: stromen.map((stroom) => ({
      source: stroom.van,
      target: stroom.naar,
      value: stroom.bedrag,
      stroom,
    })),
  })
  const kolommen = Map.groupBy(graaf.nodes, (punt) => punt.knoop.kolom)
  const hoogte = Math.max(...kolommen.values().map((kolom) => geefRuimte(kolom, laatste, vorm)))
  maak.update(graaf)
  return {
    hoogte,
    knopen: graaf.nodes
      .toSorted((a, b) => a.knoop.kolom - b.knoop.kolom || (a.y0 ?? 0) - (b.y0 ?? 0))
      .map((punt) => knoopPlek(punt, laatste, vorm, stromen)),
    stromen: graaf.links.map((lint) => stroomPlek(lint)),
  }
}

function knoopPlek(
  punt: Punt,
  laatste: number,
  vorm: SankeyVorm,
  stromen: readonly SankeyStroom[],
): KnoopPlek {
  const { knoop, regels } = punt
  const [x, y0, y1] = [punt.x0 ?? 0, punt.y0 ?? 0, punt.y1 ?? 0]
  const isMidden = knoop.kolom > 0 && knoop.kolom < laatste
  const hoog = regels.length * vorm.regel
  const breedte = Math.max(...regels.map((regel) => tekstBreedte(regel, vorm.letter, isMidden)))
  const top = isMidden ? y0 - hoog - 4 : (y0 + y1) / 2 - hoog / 2
  const plek = isMidden
    ? middenPlek(punt)
    : knoop.kolom === 0
      ? { x: x - 8, anker: 'end' as const }
      : { x: x + KNOOPBREED + 8, anker: 'start' as const }
  // De grondlijn van de eerste regel ligt op ongeveer driekwart van de regelhoogte.
  const label = { ...plek, y: top + vorm.regel * 0.75, regels, breedte }
  return { knoop, bedrag: knoopBedrag(knoop.id, stromen), x, y0, y1, label }
}

/** Zoveel rustiger moet rechts zijn voordat een label daar gaat staan: daar kruist meestal meer. */
const REGELWINST = 24

/** Boven een middenknoop staat het label aan de kant waar de linten het minst omhoog gaan; bij bijna gelijk links. */
function middenPlek(punt: Punt): { x: number; anker: 'start' | 'end' } {
  const top = punt.y0 ?? 0
  const links = Math.min(
    top,
    ...(punt.targetLinks ?? []).map((lint) => (lint.y0 ?? 0) - (lint.width ?? 0) / 2),
  )
  const rechts = Math.min(
    top,
    ...(punt.sourceLinks ?? []).map((lint) => (lint.y1 ?? 0) - (lint.width ?? 0) / 2),
  )
  return links > rechts - REGELWINST
    ? { x: (punt.x0 ?? 0) + KNOOPBREED, anker: 'end' }
    : { x: punt.x0 ?? 0, anker: 'start' }
}

function stroomPlek(lint: Lint): StroomPlek {
  const { stroom } = lint
  const van = (lint.source as Punt).knoop.naam
  const naar = (lint.target as Punt).knoop.naam
  return {
    stroom,
    dikte: lint.width ?? 0,
    pad: lintPad(lint),
    zin: `van ${van} naar ${naar}, ${toonEuro(stroom.bedrag)}`,
  }
}
