import { type Centen, centen } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { DELERS, type Deelkeuze } from '#programma/begroting/delers.ts'
import {
  alsPostfilter,
  BUDGET,
  type Geldfilter,
  pastBij,
  taakveldtekst,
} from '#programma/begroting/geldfilter.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Van saldi naar de begrotingstabel. Elk bedrag weet uit welke boekingen het bestaat: dat is het filter van zijn rij. */

/** De bedragen van een rij; `naWijziging` is altijd vrij + verplicht + gerealiseerd. */
export type Bedragen = {
  primitief: Centen
  wijzigingen: Centen
  naWijziging: Centen
  verplicht: Centen
  gerealiseerd: Centen
  vrij: Centen
  /** Voorgesteld om mee te nemen; telt niet meer in het ene jaar en nog niet in het andere. */
  overheveling: Centen
}

/** Wat er verwacht wordt, voor zover iemand dat heeft opgegeven. */
export type Verwachting = {
  bedrag: Centen
  /** Na wijziging min prognose, alleen over waar een prognose is. */
  verschil: Centen
  met: number
  /** Onderdelen in een jaar met budget of bestedingen waarvoor niemand een prognose gaf. */
  zonder: number
}

/** Een prognose zoals zij op dit moment bekend is; hoort niet bij een bron of taakveld. */
export type Prognosepost = { onderdeel: string; jaar: number; bedragCent: Centen }

export type Geldrij = {
  /** Waarnaar hier verdeeld is; het geheel is geen deel. */
  soort: Deelkeuze | 'totaal'
  sleutel: string
  naam: string
  diepte: number
  filter: Geldfilter
  bedragen: Bedragen
  verwachting: Verwachting | undefined
  /** Geld dat nog ergens ondergebracht moet worden: valt op, en telt gewoon mee. */
  onaf: boolean
  /** Zijn regels samen zijn precies deze rij. */
  kinderen: readonly Geldrij[]
}

export type Geldtabel = {
  rijen: readonly Geldrij[]
  totaal: Geldrij
  /** De indelingen van taakvelden die voorkomen; meer dan één is niet zomaar naast elkaar te leggen. */
  indelingen: readonly string[]
}

/** Eén post of één prognose, klaar om te verdelen. */
export type Item = {
  onderdeel: string | null
  bron: string | null | undefined
  jaar: number
  taakveld: string | undefined
  post: Postsaldo | undefined
  bedrag: number
}

const BUDGETSOORTEN: readonly string[] = [...BUDGET, 'overgang']

function alsItems(posten: readonly Postsaldo[]): Item[] {
  return posten.flatMap((post): Item[] => {
    const { rekening } = post
    if (!BUDGETSOORTEN.includes(rekening.soort) || !('onderdeel' in rekening)) return []
    const { onderdeel, bron, jaar } = rekening
    return [{ onderdeel, bron, jaar, taakveld: taakveldtekst(post.kenmerk), post, bedrag: post.bedragCent }]
  })
}

const prognoseItem = ({ onderdeel, jaar, bedragCent }: Prognosepost): Item => ({
  onderdeel,
  bron: undefined,
  jaar,
  taakveld: undefined,
  post: undefined,
  bedrag: bedragCent,
})

/** De onderdelen waarop geboekt is en die niet in dit plan staan. */
export const buitenPlan = (beeld: Pick<Planbeeld, 'onderdeel'>, posten: readonly Postsaldo[]): string[] => [
  ...new Set(
    posten.flatMap(({ rekening }) =>
      'onderdeel' in rekening && rekening.onderdeel !== null && !beeld.onderdeel.has(rekening.onderdeel)
        ? [rekening.onderdeel]
        : [],
    ),
  ),
]

export type Geldvraag = {
  filter: Geldfilter
  /** Waarnaar verdeeld wordt, en daarbinnen nog eens. */
  per: readonly Deelkeuze[]
  /** Zet taakvelden om naar deze indeling; wat niet om te zetten is, blijft apart staan. */
  indeling?: string | undefined
}

export function geldtabelVan(
  beeld: Planbeeld,
  posten: readonly Postsaldo[],
  vraag: Geldvraag,
  prognoses: readonly Prognosepost[] = [],
): Geldtabel {
  const buiten = buitenPlan(beeld, posten)
  const postfilter = alsPostfilter(beeld, vraag.filter, buiten)
  const telt = pastBij(postfilter)
  const onderdelen = postfilter.onderdelen && new Set(postfilter.onderdelen)
  const { bron, taakvelden, jaar } = vraag.filter
  // Een prognose is er per onderdeel en jaar; zij is niet over bronnen of taakvelden te verdelen.
  const metPrognose =
    bron === undefined &&
    taakvelden === undefined &&
    !vraag.per.includes('bron') &&
    !vraag.per.includes('taakveld')
  const items = [
    ...alsItems(posten.filter(telt)),
    ...(metPrognose ? prognoses : [])
      .filter((een) => (onderdelen?.has(een.onderdeel) ?? true) && (jaar === undefined || een.jaar === jaar))
      .map(prognoseItem),
  ]
  const context: Context = { beeld, buiten: new Set(buiten), indeling: vraag.indeling }
  const rijen = verdeelOver(context, items, vraag.filter, vraag.per, 0)
  const indelingen = new Set(
    items.flatMap(({ taakveld = '' }) => (taakveld === '' ? [] : [taakveld.slice(-4)])),
  )
  return {
    rijen,
    totaal: maakRij(
      items,
      { soort: 'totaal', sleutel: 'totaal', naam: 'Totaal', filter: vraag.filter, onaf: false },
      0,
      rijen,
    ),
    indelingen: [...indelingen].sort(),
  }
}

export type Context = { beeld: Planbeeld; buiten: ReadonlySet<string>; indeling: string | undefined }

/** Een stapeltje items met de naam en het filter van de rij die het wordt. */
export type Deel = {
  sleutel: string
  naam: string
  filter: Geldfilter
  onaf: boolean
  items: readonly Item[]
  /** Een onderdeel met onderdelen eronder: die staan er als eigen regels in. */
  delen?: readonly Deel[] | undefined
}

function verdeelOver(
  context: Context,
  items: readonly Item[],
  filter: Geldfilter,
  [deler, ...rest]: readonly Deelkeuze[],
  diepte: number,
): Geldrij[] {
  if (deler === undefined) return []
  const rijVan = (deel: Deel, diep: number): Geldrij => {
    const alle = alleItems(deel)
    // Eerst de boom van onderdelen uit; pas aan een blad wordt verder verdeeld.
    const kinderen =
      deel.delen === undefined
        ? verdeelOver(context, deel.items, deel.filter, rest, diep + 1)
        : deel.delen.map((een) => rijVan(een, diep + 1))
    return maakRij(alle, { ...deel, soort: deler }, diep, kinderen)
  }
  return DELERS[deler](context, items, filter).map((deel) => rijVan(deel, diepte))
}

const alleItems = (deel: Deel): readonly Item[] =>
  deel.delen === undefined ? deel.items : deel.delen.flatMap(alleItems)

function maakRij(
  items: readonly Item[],
  { soort, sleutel, naam, filter, onaf }: Pick<Geldrij, 'soort' | 'sleutel' | 'naam' | 'filter' | 'onaf'>,
  diepte: number,
  kinderen: readonly Geldrij[],
): Geldrij {
  return {
    soort,
    sleutel,
    naam,
    diepte,
    filter,
    onaf,
    kinderen,
    bedragen: telBedragen(items),
    verwachting: telVerwachting(items),
  }
}

const IS_RAMING = 'raming'

function telBedragen(items: readonly Item[]): Bedragen {
  let [primitief, verplicht, gerealiseerd, vrij, overheveling] = [0, 0, 0, 0, 0]
  for (const { post, bedrag } of items) {
    if (post === undefined) continue
    const soort = post.rekening.soort
    if (soort === 'overgang') overheveling += bedrag
    else {
      if (soort === 'verplicht') verplicht += bedrag
      else if (soort === 'realisatie') gerealiseerd += bedrag
      else vrij += bedrag
      if (post.soort === IS_RAMING) primitief += bedrag
    }
  }
  const naWijziging = vrij + verplicht + gerealiseerd
  return {
    primitief: centen(primitief),
    wijzigingen: centen(naWijziging - primitief),
    naWijziging: centen(naWijziging),
    verplicht: centen(verplicht),
    gerealiseerd: centen(gerealiseerd),
    vrij: centen(vrij),
    overheveling: centen(overheveling),
  }
}

function telVerwachting(items: readonly Item[]): Verwachting | undefined {
  const na = new Map<string, number>()
  const besteed = new Set<string>()
  const verwacht = new Map<string, number>()
  for (const { onderdeel, jaar, post, bedrag } of items) {
    const waar = `${onderdeel ?? '-'} ${jaar}`
    if (post === undefined) verwacht.set(waar, bedrag)
    else if (post.rekening.soort !== 'overgang') {
      na.set(waar, (na.get(waar) ?? 0) + bedrag)
      if (post.rekening.soort === 'realisatie') besteed.add(waar)
    }
  }
  if (verwacht.size === 0) return undefined
  let [bedrag, verschil] = [0, 0]
  for (const [waar, prognose] of verwacht) {
    bedrag += prognose
    verschil += (na.get(waar) ?? 0) - prognose
  }
  const zonder = [...na].filter(
    ([waar, som]) => !verwacht.has(waar) && (som !== 0 || besteed.has(waar)),
  ).length
  return { bedrag: centen(bedrag), verschil: centen(verschil), met: verwacht.size, zonder }
}

/** Alle rijen onder elkaar, elke ouder boven zijn kinderen. */
export const alleRijen = (rijen: readonly Geldrij[]): Geldrij[] =>
  rijen.flatMap((rij) => [rij, ...alleRijen(rij.kinderen)])

/** Hetzelfde voor op het scherm: een enig kind met de naam van zijn ouder zegt niets nieuws. */
export const toonrijen = (rijen: readonly Geldrij[]): Geldrij[] =>
  rijen.flatMap((rij) => {
    const [kind, ...meer] = rij.kinderen
    const zelfde = kind !== undefined && meer.length === 0 && kind.naam === rij.naam
    return zelfde ? [{ ...rij, kinderen: [] }] : [rij, ...toonrijen(rij.kinderen)]
  })

/** Is er iets gebeurd na de raming? Zonder dat is een nul niet gemeten, maar leeg. */
export const isBesteed = (posten: readonly Postsaldo[]): boolean =>
  posten.some(({ soort }) => soort !== 'raming' && soort !== 'wijziging')
