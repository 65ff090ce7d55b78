import { gelukt, type Uitkomst } from '#basis/uitkomst.ts'
import { ASSEN, CELLEN, LEEFTIJDEN } from '#regels/bevolking/assen.ts'
import type { Aannamenaam, Marginalen } from '#regels/bevolking/marginalen.ts'
import { type Passingsweigering, pasSamenstelling, type Samenstelling } from '#regels/bevolking/passen.ts'
import { legeReeks, type Reeks } from '#regels/bevolking/reeks.ts'
import { kansVan, type Lijn, metStaart, opLijn, toeval, zVan } from '#regels/bevolking/toeval.ts'
import { VOORZIENINGEN } from '#regels/wet/invoer.ts'

/** De velden van een rij; elk veld heeft zijn eigen toeval. */
const VELD = {
  leeftijd: 0,
  partner: 1,
  inkomen: 2,
  vermogen: 3,
  hulp: 4,
  voorziening: 5,
  czm: 6,
  regeling: 7,
  elders: 8,
  pgb: 9,
} as const

export type Aannamewaarden = Readonly<Record<Aannamenaam, number>>

type Rijgroep = { soort: number; leeftijd: number; grootte: number; geslacht: number }
type Inkomensgroep = { punten: Lijn; staart: number }

/** Een bevolking die klaarstaat om reeksen van te maken. */
export type Bevolking = {
  marginalen: Marginalen
  samenstelling: Samenstelling
  inwoners: number
  huishoudens: number
  aannamen: Aannamewaarden
  /** Per rij het vakje waarin zij valt. */
  cellen: Uint16Array
  /** De hoogte van de kans op hulp, zo gekozen dat het verwachte aantal huishoudens met hulp klopt. */
  hoogte: number
  metHulpVerwacht: number
  /** Hoeveel hoger de inkomens zijn dan in het bestand. */
  groei: number
}

const PLEK = Object.keys(VOORZIENINGEN)
const JONGER = 2
const SPREIDING = 9

/** Het vakje van een rij: de rijen staan gelijkmatig verdeeld over de gewichten, dus elk vakje klopt op één na. */
function verdeelRijen(gewichten: Float64Array, rijen: number): Uint16Array {
  const totaal = gewichten.reduce((som, een) => som + een, 0)
  const cellen = new Uint16Array(rijen)
  let [plek, opgeteld] = [0, gewichten[0] ?? 0]
  for (let rij = 0; rij < rijen; rij++) {
    const waar = ((rij + 0.5) * totaal) / rijen
    while (opgeteld < waar && plek < gewichten.length - 1) opgeteld += gewichten[++plek] ?? 0
    cellen[rij] = plek
  }
  return cellen
}

const groepVan = (bevolking: Pick<Bevolking, 'cellen'>, rij: number): Rijgroep =>
  CELLEN[bevolking.cellen[rij] ?? 0] ?? { soort: 0, leeftijd: 0, grootte: 0, geslacht: 0 }

const isPaar = (soort: number): boolean =>
  ASSEN.soort[soort] === 'paar' || ASSEN.soort[soort] === 'paar_kinderen'

/** De verdelingen van het bestand, klaar om in te zoeken: [soort][aow]. */
function tabellen({ inkomen, vermogen, netto }: Marginalen) {
  const leeg: Inkomensgroep = {
    punten: [
      [0, 0],
      [1, 0],
    ],
    staart: 2,
  }
  const inkomens = ASSEN.soort.map((soort) =>
    [false, true].map(
      (aow) =>
        inkomen.groepen.find((een) => een.soort === soort && een.aow === aow) ??
        inkomen.groepen.find((een) => een.soort === soort) ??
        leeg,
    ),
  )
  const vermogens = [false, true].map(
    (aow) => vermogen.groepen.find((een) => een.aow === aow)?.punten ?? leeg.punten,
  )
  const nettos = [false, true].map((paar) =>
    [false, true].map(
      (aow) => netto.groepen.find((een) => een.paar === paar && een.aow === aow)?.punten ?? leeg.punten,
    ),
  )
  return { inkomens, vermogens, nettos }
}

/** Hoeveel hoger de bedragen van dit jaar zijn dan die van het bestand. */
export const groeiNaar = ({ inkomen }: Marginalen, jaar: number, inTweeJaar: number): number =>
  (1 + inTweeJaar) ** ((jaar - inkomen.jaar) / 2)

/** Netto per maand in centen bij een verzamelinkomen per jaar in euro; een aanname, geen belastingberekening. */
export const maakNetto = (marginalen: Marginalen, groei: number) => {
  const { nettos } = tabellen(marginalen)
  return (paar: boolean, aow: boolean, bruto: number): number =>
    Math.round(nettoUit(nettos[Number(paar)]?.[Number(aow)] ?? [], bruto / groei) * groei)
}

/** Boven het laatste punt loopt de laatste lijn door. In centen. */
function nettoUit(punten: Lijn, bruto: number): number {
  const [voorlaatste, laatste] = [punten.at(-2), punten.at(-1)]
  if (laatste === undefined || voorlaatste === undefined) return 0
  const euro =
    bruto <= laatste[0]
      ? opLijn(punten, bruto)
      : laatste[1] + ((laatste[1] - voorlaatste[1]) / (laatste[0] - voorlaatste[0])) * (bruto - laatste[0])
  return euro * 100
}

const middenwaarden = ({ aannamen }: Marginalen): Aannamewaarden => {
  const lijst = Object.entries(aannamen).map(([naam, { waarde }]) => [naam, waarde])
  return Object.fromEntries(lijst) as Aannamewaarden
}

export type Bevolkingskeuze = {
  /** Het jaar waarvoor gerekend wordt; zonder keuze het jaar van het bestand. */
  jaar?: number | undefined
  /** Hoeveel inwoners; zonder keuze zo veel als het bestand zegt. */
  inwoners?: number | undefined
  /** Andere waarden voor aannamen, om te zien wat ze uitmaken. */
  aannamen?: Partial<Aannamewaarden> | undefined
}

/** Maakt de bevolking klaar: vakjes passend, rijen verdeeld, en het aantal huishoudens met hulp op hoogte. */
export function maakBevolking(
  marginalen: Marginalen,
  keuze: Bevolkingskeuze = {},
): Uitkomst<Bevolking, Passingsweigering> {
  const samenstelling = pasSamenstelling(marginalen)
  if (!samenstelling.ok) return samenstelling
  const inwoners = keuze.inwoners ?? marginalen.inwoners
  const huishoudens = Math.max(
    1,
    Math.round((samenstelling.waarde.huishoudens * inwoners) / marginalen.inwoners),
  )
  const aannamen = { ...middenwaarden(marginalen), ...keuze.aannamen }
  const los = {
    marginalen,
    samenstelling: samenstelling.waarde,
    inwoners,
    huishoudens,
    aannamen,
    groei: groeiNaar(marginalen, keuze.jaar ?? marginalen.inkomen.jaar, aannamen.inkomensgroei),
    cellen: verdeelRijen(samenstelling.waarde.gewichten, huishoudens),
    metHulpVerwacht: Math.min(
      huishoudens,
      (inwoners * aannamen.clienten_per_1000) / 1000 / Math.max(1, aannamen.clienten_per_huishouden),
    ),
  }
  return gelukt({ ...los, hoogte: zoekHoogte(los) })
}

/** Log-odds zonder de hoogte: ouder, alleen en een laag inkomen hebben vaker hulp. */
const neiging = (
  bevolking: Pick<Bevolking, 'marginalen' | 'aannamen'>,
  groep: Rijgroep,
  rang: number,
): number =>
  (bevolking.marginalen.wmo.leeftijd[groep.leeftijd] ?? 0) +
  (isPaar(groep.soort) ? 0 : bevolking.aannamen.gewicht_alleen) +
  bevolking.aannamen.gewicht_inkomen * (0.5 - rang)

const HALVERINGEN = 60
const RANGEN = 8

/** De hoogte waarbij het verwachte aantal klopt. De rang wordt over acht gelijke delen genomen: snel en precies genoeg. */
function zoekHoogte(bevolking: Omit<Bevolking, 'hoogte'>): number {
  const neigingen: { neiging: number; gewicht: number }[] = []
  const perCel = new Float64Array(CELLEN.length)
  for (const cel of bevolking.cellen) perCel[cel] = (perCel[cel] ?? 0) + 1
  for (const [plek, groep] of CELLEN.entries())
    for (let i = 0; i < RANGEN && (perCel[plek] ?? 0) > 0; i++)
      neigingen.push({
        neiging: neiging(bevolking, groep, (i + 0.5) / RANGEN),
        gewicht: (perCel[plek] ?? 0) / RANGEN,
      })
  const verwacht = (hoogte: number): number =>
    neigingen.reduce((som, een) => som + een.gewicht / (1 + Math.exp(-hoogte - een.neiging)), 0)
  let [laag, hoog] = [-40, 40]
  for (let i = 0; i < HALVERINGEN; i++) {
    const midden = (laag + hoog) / 2
    if (verwacht(midden) < bevolking.metHulpVerwacht) laag = midden
    else hoog = midden
  }
  return (laag + hoog) / 2
}

/** Maakt reeksen. `alles` neemt ook de huishoudens zonder hulp mee; de rijen met hulp zijn dezelfde. */
export function maakReeksmaker(bevolking: Bevolking): (reeks: number, alles?: boolean) => Reeks {
  const { marginalen, aannamen, huishoudens, hoogte, groei } = bevolking
  const { inkomens, vermogens, nettos } = tabellen(marginalen)
  const rho = aannamen.samenhang_vermogen
  const rest = Math.sqrt(Math.max(0, 1 - rho * rho))
  const { voorzieningen } = marginalen.wmo
  const AOW = marginalen.aowLeeftijd
  return (reeks, alles = false) => {
    const uit = legeReeks(huishoudens)
    let n = 0
    for (let rij = 0; rij < huishoudens; rij++) {
      const groep = groepVan(bevolking, rij)
      const rang = toeval(reeks, rij, VELD.inkomen)
      const kans = 1 / (1 + Math.exp(-hoogte - neiging(bevolking, groep, rang)))
      const hulp = toeval(reeks, rij, VELD.hulp) < kans
      if (!hulp && !alles) continue
      const [jongst, oudst] = LEEFTIJDEN[groep.leeftijd] ?? [18, 18]
      const leeftijd = jongst + Math.floor(toeval(reeks, rij, VELD.leeftijd) * (oudst - jongst + 1))
      const paar = isPaar(groep.soort)
      const ander = leeftijd - JONGER + Math.floor((toeval(reeks, rij, VELD.partner) - 0.5) * SPREIDING)
      const aow = Number(leeftijd >= AOW) + Number(paar && ander >= AOW)
      const soort = inkomens[groep.soort]?.[Number(aow > 0)]
      const basis = metStaart(soort?.punten ?? [], soort?.staart ?? 2, rang)
      const inkomen = Math.round(basis * groei)
      const vermogensrang = kansVan(rho * zVan(rang) + rest * zVan(toeval(reeks, rij, VELD.vermogen)))
      const vermogen = Math.round(opLijn(vermogens[Number(aow > 0)] ?? [], vermogensrang))
      const kies = voorziening(voorzieningen, toeval(reeks, rij, VELD.voorziening))
      uit.rij[n] = rij
      uit.soort[n] = groep.soort
      uit.leeftijd[n] = leeftijd
      uit.paar[n] = Number(paar)
      uit.aow_gerechtigden[n] = aow
      uit.inkomen[n] = inkomen * 100
      uit.vermogen[n] = vermogen * 100
      uit.inkomen_netto_maand[n] = Math.round(
        nettoUit(nettos[Number(paar)]?.[Number(aow > 0)] ?? [], basis * (1 + aannamen.inkomensgroei)) * groei,
      )
      uit.voorziening[n] = kies.plek
      uit.kosten_4_weken[n] = hulp ? kies.cent : 0
      uit.kostprijs_restant[n] = Math.round(((uit.kosten_4_weken[n] ?? 0) * 13) / 12)
      uit.czm[n] = Number(vermogen === 0 && toeval(reeks, rij, VELD.czm) < aannamen.czm_deelname)
      uit.vraagtAan[n] = Number(toeval(reeks, rij, VELD.regeling) < aannamen.regeling_deelname)
      // Wie geen hulp heeft, betaalt niets; dat staat hier als vrijstelling, zodat dezelfde regels over alle rijen gaan.
      uit.andere_bijdrage[n] = Number(!hulp || toeval(reeks, rij, VELD.elders) < aannamen.bijdrage_elders)
      uit.pgb[n] = Number(hulp && toeval(reeks, rij, VELD.pgb) < aannamen.pgb_deel)
      uit.heeftHulp[n] = Number(hulp)
      n++
    }
    uit.aantal = n
    return uit
  }
}

function voorziening(
  lijst: Marginalen['wmo']['voorzieningen'],
  trekking: number,
): { plek: number; cent: number } {
  let som = 0
  for (const een of lijst) {
    som += een.deel
    if (trekking < som)
      return { plek: Math.max(0, PLEK.indexOf(een.soort)), cent: Math.round(een.kostenPer4WekenEuro * 100) }
  }
  const laatste = lijst.at(-1)
  return {
    plek: Math.max(0, PLEK.indexOf(laatste?.soort ?? '')),
    cent: Math.round((laatste?.kostenPer4WekenEuro ?? 0) * 100),
  }
}
