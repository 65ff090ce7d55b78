import type { Datum } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Gebonden, GebondenRegel, Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import { type Breuk, precies } from '#regels/motor/eenheid.ts'
import type { Vergelijking } from '#regels/motor/expressie.ts'
import { type Invoerding, leesInvoer, type Ruw, uitgangswaarde } from '#regels/motor/invoer.ts'

/** De stand van één berekening: antwoorden en uitkomsten als hele getallen; NaN is "nog niet". */
export type Loop = { invoer: number[]; regels: number[] }
type Rekenaar = (loop: Loop) => number

class Stop extends Error {
  readonly weigering: Rekenweigering
  constructor(weigering: Rekenweigering) {
    super(weigering.soort)
    this.weigering = weigering
  }
}

/** `teller ÷ noemer` op een veelvoud van `stap`; alles geheel, dus ook een precieze halve cent valt goed. */
export function rondGeheel(
  teller: number,
  noemer: number,
  stap: number,
  wijze: 'half naar boven' | 'naar beneden',
): number {
  const deel = noemer * stap
  return wijze === 'naar beneden'
    ? Math.floor(teller / deel) * stap
    : Math.floor(precies(2 * teller + deel) / (2 * deel)) * stap
}

const GEMAAKT = new WeakMap<Gebonden, Rekenaar>()

/** De waarde van een deel van een boom in een berekening die al gedaan is: voor de uitleg. */
export function waardeIn(boom: Gebonden, loop: Loop): number {
  return GEMAAKT.get(boom)?.(loop) ?? Number.NaN
}

/** Maakt van een gebonden boom een functie. Alleen de tak die telt, wordt uitgerekend. */
function maak(boom: Gebonden, regels: readonly Rekenaar[], invoer: readonly Invoerding[]): Rekenaar {
  const rekenaar = maakNieuw(boom, regels, invoer)
  GEMAAKT.set(boom, rekenaar)
  return rekenaar
}

function maakNieuw(boom: Gebonden, regels: readonly Rekenaar[], invoer: readonly Invoerding[]): Rekenaar {
  const onder = (deel: Gebonden): Rekenaar => maak(deel, regels, invoer)
  switch (boom.k) {
    case 'getal': {
      const { waarde } = boom
      return () => waarde
    }
    case 'stop':
      return () => {
        throw new Stop(boom.weigering)
      }
    case 'invoer': {
      const { plek } = boom
      const naam = invoer[plek]?.naam ?? ''
      return (loop) => {
        const waarde = loop.invoer[plek] ?? Number.NaN
        if (Number.isNaN(waarde)) throw new Stop({ soort: 'invoer_ontbreekt', invoer: naam })
        return waarde
      }
    }
    case 'regel': {
      const { plek } = boom
      return (loop) => regels[plek]?.(loop) ?? Number.NaN
    }
    case 'verschil':
    case 'maal':
      return maakTwee(boom.k, onder(boom.a), onder(boom.b))
    case 'vergelijk':
      return maakVergelijking(boom.hoe, onder(boom.a), onder(boom.b))
    case 'schaal': {
      const [a, { met }] = [onder(boom.a), boom]
      return (loop) => a(loop) * met
    }
    case 'niet': {
      const a = onder(boom.a)
      return (loop) => 1 - a(loop)
    }
    case 'als': {
      const [voorwaarde, dan, anders] = [onder(boom.voorwaarde), onder(boom.dan), onder(boom.anders)]
      return (loop) => (voorwaarde(loop) === 1 ? dan(loop) : anders(loop))
    }
    case 'tabel': {
      const [keuze, rijen] = [onder(boom.keuze), boom.rijen.map(onder)]
      return (loop) => rijen[keuze(loop)]?.(loop) ?? Number.NaN
    }
    case 'afronding': {
      const [a, { stap, wijze }, noemer] = [onder(boom.a), boom, boom.a.noemer]
      return (loop) => rondGeheel(a(loop), noemer, stap, wijze)
    }
    default:
      return maakVeel(boom.k, boom.delen.map(onder))
  }
}

function maakTwee(k: 'verschil' | 'maal', a: Rekenaar, b: Rekenaar): Rekenaar {
  return k === 'verschil' ? (loop) => a(loop) - b(loop) : (loop) => a(loop) * b(loop)
}

function maakVergelijking(hoe: Vergelijking, a: Rekenaar, b: Rekenaar): Rekenaar {
  switch (hoe) {
    case '<=':
      return (loop) => Number(a(loop) <= b(loop))
    case '<':
      return (loop) => Number(a(loop) < b(loop))
    case '>=':
      return (loop) => Number(a(loop) >= b(loop))
    case '>':
      return (loop) => Number(a(loop) > b(loop))
    case '=':
      return (loop) => Number(a(loop) === b(loop))
  }
}

function maakVeel(k: 'som' | 'kleinste' | 'grootste' | 'en' | 'of', delen: readonly Rekenaar[]): Rekenaar {
  switch (k) {
    case 'som':
      return (loop) => delen.reduce((tot, deel) => tot + deel(loop), 0)
    case 'kleinste':
      return (loop) => delen.reduce((tot, deel) => Math.min(tot, deel(loop)), Number.POSITIVE_INFINITY)
    case 'grootste':
      return (loop) => delen.reduce((tot, deel) => Math.max(tot, deel(loop)), Number.NEGATIVE_INFINITY)
    case 'en':
      return (loop) => Number(delen.every((deel) => deel(loop) === 1))
    case 'of':
      return (loop) => Number(delen.some((deel) => deel(loop) === 1))
  }
}

/** Gelezen antwoorden: `zelf` zijn de plekken die iemand invulde, de rest is een uitgangswaarde. */
export type Waarden = {
  invoer: readonly number[]
  zelf: ReadonlySet<number>
  gegeven: ReadonlyMap<number, number>
}

/** Een berekening van één geval: de uitkomst, en de stand waaruit de uitleg gemaakt wordt. */
export type Berekening = {
  dag: Datum
  waarden: Waarden
  doel: GebondenRegel
  waarde: Breuk
  loop: Loop
  set: Gebondenset
}

export type Machine = {
  set: Gebondenset
  /** Met antwoorden zoals een mens of een bestand ze geeft. */
  reken: (regel: string, antwoorden: Readonly<Record<string, Ruw>>) => Uitkomst<Berekening, Rekenweigering>
  /** Met antwoorden die al gelezen zijn. */
  rekenMet: (regel: string, waarden: Waarden) => Uitkomst<Berekening, Rekenweigering>
  lees: (antwoorden: Readonly<Record<string, Ruw>>) => Uitkomst<Waarden, Rekenweigering>
  /** Kunnen deze antwoorden samen voorkomen? */
  past: (waarden: Waarden) => boolean
}

/** Zegt of antwoorden samen kunnen; de reden hoort bij een veld. */
export type Samenhang = (
  antwoord: (naam: string) => number | undefined,
) => { veld: string; zin: string } | undefined

export function maakMachine(set: Gebondenset, samenhang: Samenhang = () => undefined): Machine {
  const rekenaars: Rekenaar[] = []
  for (const { plek, boom } of set.regels) {
    const zelf = maak(boom, rekenaars, set.invoer)
    rekenaars.push((loop) => {
      const eerder = loop.regels[plek] ?? Number.NaN
      if (!Number.isNaN(eerder)) return eerder
      const waarde = precies(zelf(loop))
      loop.regels[plek] = waarde
      return waarde
    })
  }
  const leeg = set.regels.map(() => Number.NaN)
  const vooraf = set.invoer.map((ding) => uitgangswaarde(ding) ?? Number.NaN)
  const lees: Machine['lees'] = (antwoorden) => leesAntwoorden(set, vooraf, antwoorden, samenhang)
  const rekenMet: Machine['rekenMet'] = (id, waarden) => {
    const doel = set.regels[set.plekVan.get(id) ?? -1]
    const rekenaar = rekenaars[doel?.plek ?? -1]
    if (doel === undefined || rekenaar === undefined) return geweigerd({ soort: 'regel_onbekend', regel: id })
    const loop: Loop = { invoer: [...waarden.invoer], regels: [...leeg] }
    for (const [plek, waarde] of waarden.gegeven) loop.regels[plek] = waarde
    try {
      const teller = rekenaar(loop)
      return gelukt({ dag: set.dag, waarden, doel, waarde: { teller, noemer: doel.boom.noemer }, loop, set })
    } catch (fout) {
      if (fout instanceof Stop) return geweigerd(fout.weigering)
      throw fout
    }
  }
  const past: Machine['past'] = ({ invoer }) =>
    samenhang((naam) => invoer[set.invoerplek.get(naam) ?? -1]) === undefined
  const reken: Machine['reken'] = (id, antwoorden) => {
    const waarden = lees(antwoorden)
    return waarden.ok ? rekenMet(id, waarden.waarde) : waarden
  }
  return { set, reken, rekenMet, lees, past }
}

/**
 * Leest alle antwoorden. Wie in plaats van een antwoord de uitkomst van een regel al weet (zoals het
 * bijdrageplichtig inkomen uit een beschikking), mag die geven.
 */
function leesAntwoorden(
  set: Gebondenset,
  vooraf: readonly number[],
  antwoorden: Readonly<Record<string, Ruw>>,
  samenhang: Samenhang,
): Uitkomst<Waarden, Rekenweigering> {
  const fouten: { veld: string; zin: string }[] = []
  const gegeven = new Map<number, number>()
  const zelf = new Set<number>()
  const invoer = [...vooraf]
  for (const [naam, ruw] of Object.entries(antwoorden)) {
    if (ruw === undefined || ruw === null || ruw === '') continue
    const plek = set.invoerplek.get(naam)
    const ding = plek === undefined ? undefined : set.invoer[plek]
    const doel = set.regels[set.plekVan.get(naam) ?? -1]
    const gelezen = ding !== undefined ? leesInvoer(ding, ruw) : leesGegeven(doel, ruw)
    if (!gelezen.ok) fouten.push({ veld: naam, zin: gelezen.zin })
    else if (plek !== undefined) {
      invoer[plek] = gelezen.waarde
      zelf.add(plek)
    } else if (doel !== undefined) gegeven.set(doel.plek, gelezen.waarde * doel.boom.noemer)
  }
  const botst = samenhang((naam) => {
    const waarde = invoer[set.invoerplek.get(naam) ?? -1]
    return waarde === undefined || Number.isNaN(waarde) ? undefined : waarde
  })
  if (botst !== undefined && fouten.length === 0) fouten.push(botst)
  return fouten.length > 0
    ? geweigerd({ soort: 'invoer_onjuist', fouten })
    : gelukt({ invoer, zelf, gegeven })
}

function leesGegeven(doel: GebondenRegel | undefined, ruw: Ruw) {
  if (doel === undefined || !doel.regel.eenheid.startsWith('per '))
    return { ok: false as const, zin: 'Dit antwoord kennen wij niet.' }
  return leesInvoer({ naam: doel.regel.id, vraag: '', zin: '', soort: 'bedrag', eenheid: 'per jaar' }, ruw)
}
