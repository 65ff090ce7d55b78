import { opsomming } from '#basis/tekst.ts'
import type { Gebonden, GebondenRegel } from '#regels/motor/binding.ts'
import type { Breuk, Eenheid } from '#regels/motor/eenheid.ts'
import { eenheidVan } from '#regels/motor/invoer.ts'
import type { Bron, Gevonden } from '#regels/motor/parameter.ts'
import { type Berekening, waardeIn } from '#regels/motor/rekenen.ts'
import { toonKort, toonWaarde } from '#regels/uitleg/getal.ts'

/** Eén stap van de uitleg: welke regel, wat zij gaf, waarom, en waar dat staat. */
export type Stap = {
  regel: string
  naam: string
  waarde: Breuk
  eenheid: Eenheid
  tekst: string
  omdat: string
  bron: Bron | undefined
  /** De bedragen en percentages die echt gebruikt zijn. */
  parameters: readonly Gevonden[]
  /** De regels waar deze op steunt. */
  van: readonly string[]
}

/** Een vergelijking die meedeed: daar kan een klein verschil veel uitmaken. */
export type Vergeleken = Gebonden & { k: 'vergelijk' }

type Spoor = {
  berekening: Berekening
  omdat: string[]
  parameters: Gevonden[]
  van: string[]
  vergeleken: Vergeleken[]
}

const waar = (boom: Gebonden, spoor: Spoor): boolean => waardeIn(boom, spoor.berekening.loop) === 1

const breukVan = (boom: Gebonden, spoor: Spoor): Breuk => ({
  teller: waardeIn(boom, spoor.berekening.loop),
  noemer: boom.noemer,
})

/** De zin bij een deel van de som, met de waarden van dit geval erin. */
function zin(boom: Gebonden, spoor: Spoor): string {
  switch (boom.k) {
    case 'getal':
      return zinVanGetal(boom, spoor)
    case 'invoer':
    case 'regel':
      return zinVanNaam(boom, spoor)
    case 'schaal':
      return boom.van.op === 'omrekenen' && boom.a.van !== boom.van
        ? `${zin(boom.a, spoor)}, ${boom.van.zin}`
        : zin(boom.a, spoor)
    case 'som':
      return boom.delen.map((deel) => zin(deel, spoor)).join(' plus ')
    case 'kleinste':
      return `het laagste van ${opsomming(boom.delen.map((deel) => zin(deel, spoor)))}`
    case 'grootste': {
      const delen = boom.delen.filter((deel) => !isNul(deel)).map((deel) => zin(deel, spoor))
      return delen.length === boom.delen.length
        ? `het hoogste van ${opsomming(delen)}`
        : `${opsomming(delen)}, maar niet lager dan nul`
    }
    case 'verschil':
      return `${zin(boom.a, spoor)} min ${zin(boom.b, spoor)}`
    case 'maal':
      return `${zin(boom.a, spoor)} maal ${zin(boom.b, spoor)}`
    case 'als': {
      const reden = zinVanOordeel(boom.voorwaarde, spoor)
      if (isReden(boom.voorwaarde, spoor)) spoor.omdat.push(reden)
      return zin(waar(boom.voorwaarde, spoor) ? boom.dan : boom.anders, spoor)
    }
    case 'tabel': {
      const rij = boom.rijen[waardeIn(boom.keuze, spoor.berekening.loop)]
      zin(boom.keuze, spoor)
      return rij === undefined ? '' : zin(rij, spoor)
    }
    case 'afronding':
      return boom.van.op === 'afronding' ? `${zin(boom.a, spoor)}, afgerond ${boom.van.zin}` : ''
    case 'stop':
      return ''
    default:
      return zinVanOordeel(boom, spoor)
  }
}

/**
 * Wat vanzelf spreekt, is geen reden: een rij uitzonderingen die niet geldt, een soort hulp die het niet is, of een
 * vraag die niemand beantwoordde.
 */
function isReden(boom: Gebonden, spoor: Spoor): boolean {
  if (boom.k === 'invoer') return spoor.berekening.waarden.zelf.has(boom.plek)
  if (boom.k === 'of') return waar(boom, spoor)
  if (boom.k === 'regel' || boom.k === 'vergelijk') return waar(boom, spoor) || !isUitzondering(boom, spoor)
  return true
}

const isUitzondering = (boom: Gebonden, spoor: Spoor): boolean =>
  boom.k === 'vergelijk'
    ? namenVan(boom.a, spoor) !== undefined
    : boom.k === 'regel' && spoor.berekening.set.regels[boom.plek]?.boom.k === 'of'

const isNul = (boom: Gebonden): boolean => boom.k === 'getal' && boom.waarde === 0 && boom.bron === undefined

function zinVanGetal(boom: Gebonden & { k: 'getal' }, spoor: Spoor): string {
  if (boom.bron !== undefined) {
    spoor.parameters.push(boom.bron)
    return zinVanParameter(boom.bron)
  }
  if (boom.van.op === 'vast' && boom.van.zin !== undefined) return boom.van.zin
  return boom.waarde === 0 ? 'niets' : String(boom.waarde)
}

const PARAMETERZINNEN = new WeakMap<Gevonden, string>()

/** Een parameter verandert niet, en staat in de uitleg van bijna elk geval. */
function zinVanParameter(gevonden: Gevonden): string {
  const eerder = PARAMETERZINNEN.get(gevonden)
  if (eerder !== undefined) return eerder
  const { parameter, waarde } = gevonden
  const tekst = `${parameter.zin} (${toonKort(waarde.waarde, parameter.eenheid)})`
  PARAMETERZINNEN.set(gevonden, tekst)
  return tekst
}

function zinVanNaam(boom: Gebonden & { k: 'invoer' | 'regel' }, spoor: Spoor): string {
  const { set } = spoor.berekening
  const waarde = breukVan(boom, spoor)
  if (boom.k === 'regel') {
    const regel = set.regels[boom.plek]?.regel
    if (regel === undefined) return ''
    spoor.van.push(regel.id)
    if (regel.eenheid === 'waar') return waarde.teller === 1 ? regel.zin : (regel.zinNiet ?? regel.zin)
    if (regel.eenheid === 'soort') return `${regel.zin} (${naamVan(regel.namen, waarde.teller)})`
    return `${regel.zin} (${toonKort(waarde, regel.eenheid)})`
  }
  const ding = set.invoer[boom.plek]
  if (ding === undefined) return ''
  if (ding.soort === 'janee') return waarde.teller === 1 ? ding.ja : ding.nee
  if (ding.soort === 'keuze') return `${ding.zin} (${naamVan(ding.namen, waarde.teller)})`
  return `${ding.zin} (${toonKort(waarde, eenheidVan(ding))})`
}

const naamVan = (namen: Readonly<Record<string, string>> | undefined, plek: number): string =>
  Object.values(namen ?? {})[plek] ?? ''

/** Een oordeel als zin die waar is: klopt het niet, dan staat er wat er wel zo is. */
function zinVanOordeel(boom: Gebonden, spoor: Spoor): string {
  const klopt = waar(boom, spoor)
  switch (boom.k) {
    case 'vergelijk':
      return zinVanVergelijking(boom, klopt, spoor)
    case 'niet':
      return zinVanOordeel(boom.a, spoor)
    case 'en':
    case 'of': {
      // Bij "en" is één deel dat niet klopt genoeg, bij "of" één deel dat wel klopt: alleen dat telt als reden.
      const beslist = boom.k === 'of'
      if (klopt === beslist) {
        const reden = boom.delen.find((deel) => waar(deel, spoor) === beslist)
        return reden === undefined ? '' : zinVanOordeel(reden, spoor)
      }
      return opsomming(boom.delen.map((deel) => zinVanOordeel(deel, spoor)))
    }
    default:
      return zin(boom, spoor)
  }
}

const DAN: Readonly<Record<Vergeleken['hoe'], readonly [klopt: string, kloptNiet: string]>> = {
  '<=': ['is niet hoger dan', 'is hoger dan'],
  '<': ['is lager dan', 'is niet lager dan'],
  '>=': ['is minstens', 'is lager dan'],
  '>': ['is hoger dan', 'is niet hoger dan'],
  '=': ['is', 'is niet'],
}

function zinVanVergelijking(boom: Vergeleken, klopt: boolean, spoor: Spoor): string {
  spoor.vergeleken.push(boom)
  const [ja, nee] = DAN[boom.hoe]
  const woord = klopt ? ja : nee
  const namen = namenVan(boom.a, spoor)
  if (namen !== undefined && boom.b.k === 'getal') {
    zin(boom.a, spoor)
    return klopt
      ? `het is ${naamVan(namen.namen, boom.b.waarde)}`
      : `${namen.zin} is niet: ${naamVan(namen.namen, boom.b.waarde)}`
  }
  return `${zin(boom.a, spoor)} ${woord} ${zin(boom.b, spoor)}`
}

/** De namen van een keuze: van een antwoord of van een regel. */
function namenVan(
  boom: Gebonden,
  { berekening: { set } }: Spoor,
): { zin: string; namen?: Readonly<Record<string, string>> | undefined } | undefined {
  if (boom.k === 'regel') {
    const regel = set.regels[boom.plek]?.regel
    return regel?.eenheid === 'soort' ? regel : undefined
  }
  const ding = boom.k === 'invoer' ? set.invoer[boom.plek] : undefined
  return ding?.soort === 'keuze' ? ding : undefined
}

function maakStap(gebonden: GebondenRegel, berekening: Berekening, vergeleken: Vergeleken[]): Stap {
  const { regel, boom, versie, plek } = gebonden
  const spoor: Spoor = { berekening, omdat: [], parameters: [], van: [], vergeleken }
  const waarde = { teller: berekening.loop.regels[plek] ?? 0, noemer: boom.noemer }
  const gegeven = berekening.waarden.gegeven.has(plek)
  const tekst =
    regel.eenheid === 'soort' ? naamVan(regel.namen, waarde.teller) : toonWaarde(waarde, regel.eenheid)
  const som = gegeven ? 'dit is opgegeven' : zinVanStap(gebonden, waarde, spoor)
  const redenen = [...new Set(spoor.omdat.filter((reden) => reden !== ''))]
  return {
    regel: regel.id,
    naam: regel.naam,
    waarde,
    eenheid: regel.eenheid,
    tekst,
    omdat:
      redenen.length === 0
        ? som
        : regel.eenheid === 'soort'
          ? opsomming(redenen)
          : `${som}, want ${opsomming(redenen)}`,
    bron: versie?.bron,
    parameters: spoor.parameters,
    van: [...new Set(spoor.van)],
  }
}

/** Bij "nee" op een rij mogelijke redenen zegt een opsomming van alles wat niet zo is niemand iets. */
function zinVanStap({ regel, boom }: GebondenRegel, waarde: Breuk, spoor: Spoor): string {
  const isNee = regel.eenheid === 'waar' && waarde.teller === 0 && boom.k === 'of'
  if (isNee) return regel.zinNiet ?? 'geen van de redenen geldt'
  if (regel.eenheid === 'waar') return zinVanOordeel(boom, spoor)
  return zin(boom, spoor)
}

export type Verklaring = { stappen: readonly Stap[]; vergeleken: readonly Vergeleken[] }

/** Alle stappen van een berekening, in de volgorde waarin zij nodig waren. */
export function verklaar(berekening: Berekening): Verklaring {
  const vergeleken: Vergeleken[] = []
  const stappen = berekening.set.regels
    .filter(({ plek }) => !Number.isNaN(berekening.loop.regels[plek] ?? Number.NaN))
    .map((gebonden) => maakStap(gebonden, berekening, vergeleken))
  return { stappen, vergeleken }
}
