import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Boekingsoort,
  Naam,
  type Postfilter,
  type Postsaldo,
  type Rekening,
  type Rekeningsoort,
} from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/**
 * Waartoe een bedrag zich beperkt, zoals het in het adres staat. Eén filter maakt het bedrag in de tabel én de lijst
 * van boekingen erachter; daarom zijn die altijd aan elkaar gelijk.
 */

/** Wat onder een kolom van de begrotingstabel valt: welke rekeningen, en welke soorten boekingen daarop. */
export type Kolomdeel = {
  kop: string
  rekeningsoorten: readonly Rekeningsoort[]
  soorten?: readonly Boekingsoort[]
  /** Staat in het grootboek met een min, en op het scherm als wat er binnenkomt. */
  credit?: true
}

/** Waar het budget van een onderdeel kan zijn: nog vrij, vastgelegd, of besteed. */
export const BUDGET = ['ruimte', 'verplicht', 'realisatie'] as const satisfies readonly Rekeningsoort[]
const VERANDERT = ['wijziging', 'overheveling', 'jaareinde'] as const satisfies readonly Boekingsoort[]

export const KOLOMMEN = {
  primitief: { kop: 'Primitief', rekeningsoorten: BUDGET, soorten: ['raming'] },
  wijzigingen: { kop: 'Wijzigingen', rekeningsoorten: BUDGET, soorten: VERANDERT },
  'na-wijziging': { kop: 'Na wijziging', rekeningsoorten: BUDGET, soorten: ['raming', ...VERANDERT] },
  verplicht: { kop: 'Verplicht', rekeningsoorten: ['verplicht'] },
  gerealiseerd: { kop: 'Gerealiseerd', rekeningsoorten: ['realisatie'] },
  vrij: { kop: 'Vrij', rekeningsoorten: ['ruimte'] },
  overheveling: { kop: 'Wacht op overheveling', rekeningsoorten: ['overgang'] },
  toegezegd: {
    kop: 'Toegezegd',
    rekeningsoorten: ['toegezegd', 'ontvangen'],
    soorten: ['raming', ...VERANDERT],
    credit: true,
  },
  ontvangen: { kop: 'Ontvangen', rekeningsoorten: ['ontvangen'], credit: true },
  'nog-te-verdelen': { kop: 'Nog te verdelen', rekeningsoorten: ['dekking'] },
  teruggevallen: { kop: 'Teruggevallen', rekeningsoorten: ['vrijval'] },
} as const satisfies Record<string, Kolomdeel>
export type Kolomnaam = keyof typeof KOLOMMEN
export const isKolomnaam = (tekst: string): tekst is Kolomnaam => Object.hasOwn(KOLOMMEN, tekst)

/** Zonder keuze doet alles mee; `null` is uitdrukkelijk wat leeg is. */
export type Geldfilter = {
  /** `null`: onderdelen zonder groep. */
  groep?: string | null | undefined
  /** Met alles wat eronder hangt; `null`: nog onbekend bij welk onderdeel. */
  onderdeel?: string | null | undefined
  /** Alleen wat op het onderdeel zelf geboekt is, zonder wat eronder hangt. */
  alleen?: true | undefined
  /** Onderdelen die niet (meer) in het plan staan. */
  buitenPlan?: true | undefined
  /** `null`: nog te verdelen over de bronnen. */
  bron?: string | null | undefined
  jaar?: number | undefined
  /** `6.1@2022`; de lege tekst is niet toegedeeld. */
  taakvelden?: readonly string[] | undefined
}

/** In een adres: leeg, en niet in dit plan. */
const LEEG = '-'
const BUITEN = '!'

type Velden = Readonly<Record<string, string | undefined>>

const naamOfLeeg = (tekst: string): string | null | undefined =>
  tekst === LEEG ? null : Naam.safeParse(tekst).success ? tekst : undefined

const Taakveld = /^(?:\d{1,2}\.\d{1,3}[a-z]?@20\d\d|-)$/u

/** Leest het filter uit het adres. Een filter dat niet te lezen is, telt niet stil mee als geen filter. */
export function leesGeldfilter(velden: Velden): Uitkomst<Geldfilter, string> {
  const filter: Geldfilter = {}
  for (const veld of ['groep', 'bron', 'onderdeel'] as const) {
    const tekst = velden[veld] ?? ''
    if (tekst === '') continue
    if (veld === 'onderdeel' && tekst === BUITEN) {
      filter.buitenPlan = true
      continue
    }
    const naam = naamOfLeeg(tekst)
    if (naam === undefined)
      return geweigerd(`Een ${veld} met de sleutel ‘${tekst.slice(0, 40)}’ bestaat niet.`)
    filter[veld] = naam
  }
  if (velden['alleen'] === 'ja' && filter.onderdeel !== undefined) filter.alleen = true
  const jaar = velden['jaar'] ?? ''
  if (jaar !== '') {
    if (!/^(?:19|2\d)\d\d$/u.test(jaar))
      return geweigerd('Vul een jaar in met vier cijfers, bijvoorbeeld 2024.')
    filter.jaar = Number(jaar)
  }
  const taakveld = velden['taakveld'] ?? ''
  if (taakveld !== '') {
    const delen = taakveld.split(',')
    if (delen.length > 60 || !delen.every((deel) => Taakveld.test(deel)))
      return geweigerd('Vul een taakveld in met zijn indeling, bijvoorbeeld 6.1@2022.')
    filter.taakvelden = delen.map((deel) => (deel === LEEG ? '' : deel))
  }
  return gelukt(filter)
}

/** Het omgekeerde: de velden voor een adres. */
export const alsVelden = (filter: Geldfilter): Record<string, string | number | undefined> => ({
  groep: filter.groep === null ? LEEG : filter.groep,
  onderdeel: filter.buitenPlan ? BUITEN : filter.onderdeel === null ? LEEG : filter.onderdeel,
  alleen: filter.alleen && 'ja',
  bron: filter.bron === null ? LEEG : filter.bron,
  jaar: filter.jaar,
  taakveld: filter.taakvelden?.map((taakveld) => (taakveld === '' ? LEEG : taakveld)).join(','),
})

/** Een onderdeel met alles wat eronder hangt. */
export function metNakomelingen(beeld: Pick<Planbeeld, 'kinderen'>, onderdeel: string): string[] {
  const namen = [onderdeel]
  for (const naam of namen) namen.push(...(beeld.kinderen.get(naam) ?? []).map(({ id }) => id as string))
  return namen
}

/**
 * Hetzelfde filter voor het grootboek, dat geen plan kent. `buiten` zijn de onderdelen waarop geboekt is en die niet in
 * het plan staan.
 */
export function alsPostfilter(
  beeld: Planbeeld,
  filter: Geldfilter,
  buiten: readonly string[],
  kolom?: Kolomnaam,
): Postfilter {
  const deel: Kolomdeel | undefined = kolom && KOLOMMEN[kolom]
  return {
    programma: beeld.plan.programma.id,
    onderdelen: onderdelenVan(beeld, filter, buiten),
    ...('bron' in filter && filter.bron !== undefined ? { bron: filter.bron } : {}),
    jaar: filter.jaar,
    taakvelden: filter.taakvelden,
    rekeningsoorten: deel?.rekeningsoorten,
    soorten: deel?.soorten,
  }
}

function onderdelenVan(
  beeld: Planbeeld,
  filter: Geldfilter,
  buiten: readonly string[],
): (string | null)[] | undefined {
  const { groep, onderdeel } = filter
  if (filter.buitenPlan) return [...buiten]
  const gekozen =
    onderdeel === undefined
      ? undefined
      : onderdeel === null || filter.alleen
        ? [onderdeel]
        : metNakomelingen(beeld, onderdeel)
  if (groep === undefined) return gekozen
  const inGroep = new Set<string | null>(
    beeld.plan.onderdelen.filter((een) => een.groep === groep).map(({ id }) => id),
  )
  return gekozen === undefined ? [...inGroep] : gekozen.filter((naam) => inGroep.has(naam))
}

const MET_ONDERDEEL: readonly Rekeningsoort[] = [...BUDGET, 'overgang']

/** Telt deze post mee? Dezelfde vraag die het grootboek in SQL stelt, voor wat al gelezen is. */
export function pastBij(
  filter: Postfilter,
): (post: Pick<Postsaldo, 'rekening' | 'kenmerk' | 'soort'>) => boolean {
  const onderdelen = filter.onderdelen && new Set(filter.onderdelen)
  const soorten = filter.soorten && new Set(filter.soorten)
  const rekeningsoorten = filter.rekeningsoorten && new Set(filter.rekeningsoorten)
  const taakvelden = filter.taakvelden && new Set(filter.taakvelden)
  return ({ rekening, kenmerk, soort }) =>
    (filter.programma === undefined || rekening.programma === filter.programma) &&
    (filter.bron === undefined || rekening.bron === filter.bron) &&
    (filter.jaar === undefined || ('jaar' in rekening && rekening.jaar === filter.jaar)) &&
    (filter.verplichting === undefined ||
      ('verplichting' in rekening && rekening.verplichting === filter.verplichting)) &&
    (onderdelen === undefined ||
      ('onderdeel' in rekening &&
        onderdelen.has(rekening.onderdeel) &&
        MET_ONDERDEEL.includes(rekening.soort))) &&
    (soorten === undefined || soorten.has(soort)) &&
    (rekeningsoorten === undefined || rekeningsoorten.has(rekening.soort)) &&
    (taakvelden === undefined || taakvelden.has(taakveldtekst(kenmerk)))
}

/** Gaat deze rekening over het gekozen onderdeel? Zonder keuze gaat alles erover. */
export function raaktVan(
  beeld: Pick<Planbeeld, 'kinderen'>,
  { onderdeel, alleen }: Geldfilter,
): (rekening: Rekening) => boolean {
  if (onderdeel === undefined) return () => true
  const namen = new Set<string | null>(
    onderdeel === null || alleen ? [onderdeel] : metNakomelingen(beeld, onderdeel),
  )
  return (rekening) => 'onderdeel' in rekening && namen.has(rekening.onderdeel)
}

/** `6.1@2022`, of leeg als het nergens aan is toegedeeld. */
export const taakveldtekst = ({ taakveld, taakveldschema }: Postsaldo['kenmerk']): string =>
  taakveld === undefined ? '' : `${taakveld}@${taakveldschema}`
