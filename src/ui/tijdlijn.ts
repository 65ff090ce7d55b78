import { scaleLinear } from 'd3-scale'
import {
  type Datum,
  dagnummer,
  eersteDag,
  jaarVan,
  laatsteDag,
  precisieVan,
  type Tijdvak,
  tijdvak,
} from '#basis/datum.ts'
import { tekstBreedte, wikkel } from '#ui/tekst-maat.ts'

export type TijdlijnBalk = { van: Tijdvak; tot: Tijdvak; verwacht?: boolean | undefined }
export type TijdlijnPunt = { op: Tijdvak; tekst: string; verwacht?: boolean | undefined }

export type TijdlijnRij = {
  naam: string
  href?: string | undefined
  balken: readonly TijdlijnBalk[]
  mijlpalen: readonly TijdlijnPunt[]
  nadruk?: boolean | undefined
}

export type TijdlijnVorm = {
  breedte: number
  /** Ruimte voor de namen links; 0 zet ze boven hun balk. */
  namen: number
  letter: number
  regel: number
}

export type Streep = { x: number; breedte: number; verwacht: boolean }
export type PuntPlek = {
  punt: TijdlijnPunt
  /** Midden van het tijdvak, en het hele tijdvak als breedte: onzekerheid is te zien. */
  x: number
  van: number
  breedte: number
  y: number
  label: { x: number; y: number; regels: readonly string[]; breedte: number }
}
export type RijPlek = {
  rij: TijdlijnRij
  y: number
  hoogte: number
  baan: number
  naam: { x: number; y: number; regels: readonly string[] }
  balken: readonly Streep[]
  punten: readonly PuntPlek[]
}
export type TijdlijnPlan = {
  hoogte: number
  begin: number
  eind: number
  jaren: readonly { jaar: number; x: number; breedte: number }[]
  rijen: readonly RijPlek[]
  vandaag: number | undefined
}

/** De jaren die in beeld moeten, over alles wat er in de rijen staat. */
export function jarenVan(rijen: readonly TijdlijnRij[]): { van: number; tot: number } | undefined {
  const vakken = rijen.flatMap((rij) => [
    ...rij.balken.flatMap((balk) => [balk.van, balk.tot]),
    ...rij.mijlpalen.map((mijlpaal) => mijlpaal.op),
  ])
  if (vakken.length === 0) return undefined
  const jaren = vakken.map((vak) => jaarVan(vak))
  return { van: Math.min(...jaren), tot: Math.max(...jaren) }
}

export type Tijdschaal = (dag: Datum) => number

const jaarvak = (jaar: number): Tijdvak => tijdvak(String(jaar).padStart(4, '0'))

/** Van dag naar plaats; het begin van de dag telt. */
export function tijdschaal(van: number, tot: number, x0: number, x1: number): Tijdschaal {
  const begin = dagnummer(eersteDag(jaarvak(van)))
  const eind = dagnummer(laatsteDag(jaarvak(tot))) + 1
  const schaal = scaleLinear([begin, eind], [x0, x1]).clamp(true)
  return (op) => schaal(dagnummer(op))
}

const VOET = 26
const BAAN = 20

/** Zet elk label in de eerste laag waar het niemand raakt; een label blijft altijd binnen beeld. */
function legLabels(
  rij: TijdlijnRij,
  schaal: Tijdschaal,
  dag: number,
  top: number,
  vorm: TijdlijnVorm,
): PuntPlek[] {
  const lagen: number[] = []
  const begin = vorm.namen
  const ruimte = vorm.breedte - begin
  const opTijd = rij.mijlpalen.toSorted((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))
  return opTijd.map((punt) => {
    const van = schaal(eersteDag(punt.op))
    const breedte = Math.max(schaal(laatsteDag(punt.op)) + dag - van, 0)
    const x = van + breedte / 2
    const tekst = punt.verwacht ? `${punt.tekst} (verwacht)` : punt.tekst
    const regels = wikkel(tekst, Math.min(ruimte, 260), vorm.letter)
    const maat = Math.max(...regels.map((regel) => tekstBreedte(regel, vorm.letter)))
    const links = Math.min(Math.max(x - maat / 2, begin), vorm.breedte - maat)
    const laag = vrijeLaag(lagen, links, regels.length)
    for (let i = 0; i < regels.length; i++) lagen[laag + i] = links + maat + 12
    const y = top + BAAN + 14 + laag * vorm.regel
    return { punt, x, van, breedte, y: top + BAAN / 2, label: { x: links, y, regels, breedte: maat } }
  })
}

function vrijeLaag(lagen: readonly number[], links: number, hoog: number): number {
  for (let laag = 0; ; laag++) {
    const past = Array.from({ length: hoog }, (_, i) => lagen[laag + i] ?? 0).every((vrij) => vrij <= links)
    if (past) return laag
  }
}

function legRij(rij: TijdlijnRij, schaal: Tijdschaal, dag: number, y: number, vorm: TijdlijnVorm): RijPlek {
  const opzij = vorm.namen > 0
  const regels = wikkel(rij.naam, (opzij ? vorm.namen : vorm.breedte) - 16, vorm.letter, !opzij)
  const naamHoog = regels.length * vorm.regel
  const baan = opzij ? y + 8 : y + 8 + naamHoog + 2
  const punten = legLabels(rij, schaal, dag, baan, vorm)
  const onder = Math.max(
    baan + BAAN,
    ...punten.map((plek) => plek.label.y + (plek.label.regels.length - 1) * vorm.regel + 4),
  )
  const hoogte = Math.max(onder, y + 8 + naamHoog) + 8 - y
  const balken = rij.balken.map((balk) => {
    const x = schaal(eersteDag(balk.van))
    return {
      x,
      breedte: Math.max(schaal(laatsteDag(balk.tot)) + dag - x, 2),
      verwacht: balk.verwacht === true,
    }
  })
  return { rij, y, hoogte, baan, naam: { x: 0, y: y + 8 + vorm.regel * 0.75, regels }, balken, punten }
}

export function tekenTijdlijn(
  rijen: readonly TijdlijnRij[],
  vorm: TijdlijnVorm,
  opties: { van?: number | undefined; tot?: number | undefined; vandaag?: Datum | undefined } = {},
): TijdlijnPlan {
  const bereik = jarenVan(rijen) ?? { van: opties.van ?? 0, tot: opties.tot ?? 0 }
  const van = Math.min(opties.van ?? bereik.van, bereik.van)
  const tot = Math.max(opties.tot ?? bereik.tot, bereik.tot)
  const [begin, eind] = [vorm.namen, vorm.breedte - 1]
  const schaal = tijdschaal(van, tot, begin, eind)
  const dag = (eind - begin) / ((tot - van + 1) * 365.25)
  const plekken: RijPlek[] = []
  let y = VOET
  for (const rij of rijen) {
    const plek = legRij(rij, schaal, dag, y, vorm)
    plekken.push(plek)
    y += plek.hoogte
  }
  const { vandaag } = opties
  const inBeeld = vandaag !== undefined && jaarVan(vandaag) >= van && jaarVan(vandaag) <= tot
  const jaarbreed = (eind - begin) / (tot - van + 1)
  return {
    hoogte: y + 4 + (inBeeld ? 22 : 0),
    begin,
    eind,
    jaren: Array.from({ length: tot - van + 1 }, (_, i) => ({
      jaar: van + i,
      x: begin + i * jaarbreed,
      breedte: jaarbreed,
    })),
    rijen: plekken,
    vandaag: inBeeld ? schaal(vandaag) : undefined,
  }
}

/** Zo smal als een dag is een punt; breder is een tijdvak dat het plan niet preciezer noemt. */
export const isPunt = (punt: TijdlijnPunt): boolean => precisieVan(punt.op) === 'dag'
