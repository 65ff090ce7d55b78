import { type Datum, eersteDag, jaarVan, laatsteDag } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { opTekst, telwoord } from '#basis/tekst.ts'
import { bronsoortVan, type Onderdelenvraag, ZONDER_GROEP } from '#programma/onderdelen/vraag.ts'
import { zoekOnderdelen } from '#programma/onderdelen/zoek.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { type Planbeeld, planningstatus } from '#programma/planbeeld.ts'

export type Lijstrij = {
  onderdeel: Onderdeel
  /** 0: bovenaan; 1 en verder: onder het onderdeel waar het bij hoort. */
  diepte: number
  /** Het bedrag in het gevraagde jaar, of in totaal. */
  bedrag: Centen
}

export type Lijst = {
  rijen: readonly Lijstrij[]
  /** Onderdelen zonder wat eronder valt dubbel te tellen. */
  aantal: number
  som: Centen
  /** Bij een filter op bron: wat daar zeker uit komt, en waarvan het plan de verdeling niet noemt. */
  uitBron: { zeker: Centen; onbekend: Centen } | undefined
  bedoeld: string | undefined
}

/** Het laatste jaar volgens de planning, en het laatste jaar met geld. */
export function eindeVan(
  beeld: Planbeeld,
  onderdeel: Onderdeel,
): { planning: number | undefined; geld: number | undefined } {
  const tot = onderdeel.beeindigd?.op ?? onderdeel.planning.tot
  let geld: number | undefined
  for (const [jaar, bedrag] of beeld.geld(onderdeel.id).perJaar)
    if (bedrag !== 0 && (geld === undefined || jaar > geld)) geld = jaar
  return { planning: tot === undefined ? undefined : jaarVan(tot), geld }
}

type Keur = (onderdeel: Onderdeel) => boolean

function keurders(beeld: Planbeeld, vraag: Onderdelenvraag, vandaag: Datum): Keur[] {
  const { groep, bron, doel, status, jaar, eindigt } = vraag
  const keur: Keur[] = []
  if (groep !== '') keur.push((een) => (een.groep ?? ZONDER_GROEP) === groep)
  if (bron !== '') {
    const bronnen = gekozenBronnen(beeld, bron)
    keur.push((een) => een.bronnen.some((id) => bronnen.has(id)) || uitBronnen(beeld, een, bronnen) !== 0)
  }
  if (doel !== '') keur.push((een) => een.doelen.some((id) => id === doel))
  if (status !== '') keur.push((een) => planningstatus(een, vandaag) === status)
  if (jaar !== undefined) keur.push((een) => (beeld.geld(een.id).perJaar.get(jaar) ?? 0) !== 0)
  if (eindigt !== undefined)
    keur.push((een) => {
      const einde = eindeVan(beeld, een)
      return einde.planning === eindigt || einde.geld === eindigt
    })
  return keur
}

/** De sleutels van de bronnen die het filter bedoelt: één bron, of alle van een soort. */
export function gekozenBronnen(beeld: Planbeeld, bron: string): ReadonlySet<string> {
  const soort = bronsoortVan(bron)
  if (soort === undefined) return new Set([bron])
  return new Set(beeld.plan.bronnen.filter((een) => een.soort === soort).map(({ id }) => id))
}

function uitBronnen(beeld: Planbeeld, onderdeel: Onderdeel, bronnen: ReadonlySet<string>): number {
  const { perBron } = beeld.geld(onderdeel.id)
  let som = 0
  for (const bron of bronnen) som += perBron.get(bron) ?? 0
  return som
}

/** Wat geen waarde heeft, staat in beide richtingen achteraan. */
function vergelijker(
  beeld: Planbeeld,
  vraag: Onderdelenvraag,
): ((a: Onderdeel, b: Onderdeel) => number) | undefined {
  const teken = vraag.aflopend ? -1 : 1
  const opDag = (dag: (een: Onderdeel) => string | undefined) => (a: Onderdeel, b: Onderdeel) => {
    const [van, naar] = [dag(a), dag(b)]
    if (van === undefined || naar === undefined) return Number(van === undefined) - Number(naar === undefined)
    return teken * (van < naar ? -1 : Number(van > naar))
  }
  switch (vraag.sorteer) {
    case 'naam':
      return (a, b) => teken * opTekst(a.titel, b.titel)
    case 'bedrag':
      return (a, b) => teken * (bedragVan(beeld, a, vraag.jaar) - bedragVan(beeld, b, vraag.jaar))
    case 'begin':
      return opDag(({ planning }) => (planning.van === undefined ? undefined : eersteDag(planning.van)))
    case 'einde':
      return opDag(({ planning }) => (planning.tot === undefined ? undefined : laatsteDag(planning.tot)))
    case 'plan':
      return undefined
  }
}

const bedragVan = (beeld: Planbeeld, onderdeel: Onderdeel, jaar: number | undefined): number => {
  const geld = beeld.geld(onderdeel.id)
  return jaar === undefined ? geld.totaal : (geld.perJaar.get(jaar) ?? 0)
}

/** Zoekt, filtert en ordent; een kind staat onder zijn ouder als die ook in de lijst staat. */
export function maakLijst(beeld: Planbeeld, vraag: Onderdelenvraag, vandaag: Datum): Lijst {
  const gezocht = zoekOnderdelen(beeld, vraag.zoek)
  const keur = keurders(beeld, vraag, vandaag)
  const gekozen = beeld.plan.onderdelen.filter(
    (een) => gezocht?.gevonden.has(een.id) !== false && keur.every((goed) => goed(een)),
  )
  const erin = new Set<string>(gekozen.map(({ id }) => id))
  const onder = Map.groupBy(gekozen, ({ ouder }): string => (ouder !== null && erin.has(ouder) ? ouder : ''))
  const orde = vergelijker(beeld, vraag)
  const rijen: Lijstrij[] = []
  const zet = (ouder: string, diepte: number): void => {
    const leden = onder.get(ouder) ?? []
    for (const onderdeel of orde === undefined ? omkeren(leden, vraag.aflopend) : leden.toSorted(orde)) {
      rijen.push({ onderdeel, diepte, bedrag: centen(bedragVan(beeld, onderdeel, vraag.jaar)) })
      zet(onderdeel.id, diepte + 1)
    }
  }
  zet('', 0)
  return { rijen, ...tel(beeld, vraag, rijen, onder), bedoeld: gezocht?.bedoeld }
}

const omkeren = <Ding>(dingen: readonly Ding[], om: boolean): readonly Ding[] =>
  om ? dingen.toReversed() : dingen

/** Een ouder met kinderen in de lijst telt alleen met wat hij zelf heeft: zijn kinderen tellen al. */
function tel(
  beeld: Planbeeld,
  vraag: Onderdelenvraag,
  rijen: readonly Lijstrij[],
  onder: ReadonlyMap<string, readonly Onderdeel[]>,
): Pick<Lijst, 'aantal' | 'som' | 'uitBron'> {
  const bronnen = vraag.bron === '' ? undefined : gekozenBronnen(beeld, vraag.bron)
  let [aantal, som, zeker, onbekend] = [0, 0, 0, 0]
  const telMee = (onderdeel: Onderdeel, keer: 1 | -1): void => {
    som += keer * bedragVan(beeld, onderdeel, vraag.jaar)
    if (bronnen !== undefined) zeker += keer * uitBronnen(beeld, onderdeel, bronnen)
    onbekend += keer * (beeld.geld(onderdeel.id).perBron.get(null) ?? 0)
  }
  for (const { onderdeel } of rijen) {
    telMee(onderdeel, 1)
    if (onder.has(onderdeel.id)) for (const kind of beeld.kinderen.get(onderdeel.id) ?? []) telMee(kind, -1)
    else aantal++
  }
  const uitBron =
    bronnen === undefined || vraag.jaar !== undefined
      ? undefined
      : { zeker: centen(zeker), onbekend: centen(onbekend) }
  return { aantal, som: centen(som), uitBron }
}

/** `16 onderdelen, samen € 1.449.000`, met erachter wat het gekozen filter over het geld zegt. */
export function resultaatzin(lijst: Lijst, vraag: Onderdelenvraag): string {
  if (lijst.aantal === 0) return 'Geen onderdelen gevonden.'
  const inJaar = vraag.jaar === undefined ? '' : ` in ${vraag.jaar}`
  const samen = lijst.aantal === 1 ? '' : 'samen '
  const zin = `${telwoord(lijst.aantal, 'onderdeel', 'onderdelen')}, ${samen}${toonEuro(lijst.som)}${inJaar}.`
  return [zin, bronzin(lijst)].filter((deel) => deel !== '').join(' ')
}

function bronzin({ uitBron }: Lijst): string {
  if (uitBron === undefined || uitBron.onbekend === 0) return ''
  const zeker = uitBron.zeker === 0 ? '' : `Zeker uit deze bron: ${toonEuro(uitBron.zeker)}. `
  return `${zeker}Van ${toonEuro(uitBron.onbekend)} zegt het plan niet hoeveel er uit welke bron komt.`
}

/** Waarom een onderdeel bij "eindigt in dit jaar" staat. */
export function eindreden(beeld: Planbeeld, onderdeel: Onderdeel, jaar: number): string {
  const einde = eindeVan(beeld, onderdeel)
  const redenen = [
    einde.planning === jaar ? 'einde volgens de planning' : '',
    einde.geld === jaar ? 'laatste jaar met geld' : '',
  ]
  return redenen.filter((reden) => reden !== '').join(' en ')
}

export const PER_PAGINA = 50

export function bladVan(
  lijst: Lijst,
  pagina: number,
): { rijen: readonly Lijstrij[]; pagina: number; aantal: number } {
  const aantal = Math.max(1, Math.ceil(lijst.rijen.length / PER_PAGINA))
  const hier = Math.min(pagina, aantal)
  return { rijen: lijst.rijen.slice((hier - 1) * PER_PAGINA, hier * PER_PAGINA), pagina: hier, aantal }
}
