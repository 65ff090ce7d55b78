import type { Datum } from '#basis/datum.ts'
import { breuk, kgv } from '#regels/motor/eenheid.ts'
import type { Afrondwijze, Knoop, Vergelijking } from '#regels/motor/expressie.ts'
import { type Invoerding, invoernoemer } from '#regels/motor/invoer.ts'
import type { Gevonden, Parametertabel } from '#regels/motor/parameter.ts'
import type { Regel, Regelset, Regelversie } from '#regels/motor/regel.ts'

/** Waarom een berekening stopt. Nooit een gok: wat niet bekend is, heeft een naam en een dag. */
export type Rekenweigering =
  | { soort: 'regel_onbekend'; regel: string }
  | { soort: 'parameter_onbekend'; parameter: string; dag: Datum }
  | { soort: 'regel_geldt_niet'; regel: string; dag: Datum }
  | { soort: 'invoer_ontbreekt'; invoer: string }
  | { soort: 'invoer_onjuist'; fouten: readonly { veld: string; zin: string }[] }

/**
 * De boom van een regel op één dag: parameters zijn getallen geworden en elke knoop weet zijn noemer. Alle getallen
 * zijn daardoor geheel, en alle berekeningen precies.
 */
export type Gebonden = { readonly noemer: number; readonly van: Knoop } & (
  | { k: 'getal'; waarde: number; bron?: Gevonden | undefined }
  | { k: 'stop'; weigering: Rekenweigering }
  | { k: 'invoer' | 'regel'; plek: number }
  | { k: 'som' | 'kleinste' | 'grootste' | 'en' | 'of'; delen: readonly Gebonden[] }
  | { k: 'verschil' | 'maal'; a: Gebonden; b: Gebonden }
  | { k: 'schaal'; a: Gebonden; met: number }
  | { k: 'vergelijk'; hoe: Vergelijking; a: Gebonden; b: Gebonden }
  | { k: 'niet'; a: Gebonden }
  | { k: 'als'; voorwaarde: Gebonden; dan: Gebonden; anders: Gebonden }
  | { k: 'tabel'; keuze: Gebonden; rijen: readonly Gebonden[] }
  | { k: 'afronding'; a: Gebonden; wijze: Afrondwijze; stap: number }
)

export type GebondenRegel = {
  regel: Regel
  plek: number
  versie: Regelversie | undefined
  boom: Gebonden
}

export type Gebondenset = {
  dag: Datum
  regels: readonly GebondenRegel[]
  plekVan: ReadonlyMap<string, number>
  invoer: readonly Invoerding[]
  invoerplek: ReadonlyMap<string, number>
}

/** Naar een gelijke noemer: pas dan kan worden opgeteld of vergeleken. */
function gelijknamig(delen: readonly Gebonden[]): { delen: readonly Gebonden[]; noemer: number } {
  const noemer = delen.reduce((tot, deel) => kgv(tot, deel.noemer), 1)
  return { noemer, delen: delen.map((deel) => schaal(deel, noemer)) }
}

function schaal(deel: Gebonden, noemer: number): Gebonden {
  const met = noemer / deel.noemer
  if (met === 1 || deel.k === 'stop') return { ...deel, noemer }
  if (deel.k === 'getal') return { ...deel, noemer, waarde: deel.waarde * met }
  return { k: 'schaal', a: deel, met, noemer, van: deel.van }
}

type Omgeving = {
  dag: Datum
  bekendOp: Datum | undefined
  tabel: Parametertabel
  gebonden: readonly GebondenRegel[]
  plekVan: ReadonlyMap<string, number>
  invoer: readonly Invoerding[]
  invoerplek: ReadonlyMap<string, number>
}

function bindParameter(id: string, van: Knoop, omgeving: Omgeving): Gebonden {
  const bron = omgeving.tabel.zoek(id, omgeving.dag, omgeving.bekendOp)
  if (bron === undefined)
    return {
      k: 'stop',
      noemer: 1,
      van,
      weigering: { soort: 'parameter_onbekend', parameter: id, dag: omgeving.dag },
    }
  const { teller, noemer } = bron.waarde.waarde
  return { k: 'getal', waarde: teller, noemer, van, bron }
}

function bindDelen(delen: readonly Knoop[], omgeving: Omgeving) {
  return gelijknamig(delen.map((deel) => bind(deel, omgeving)))
}

function bindTwee(a: Knoop, b: Knoop, omgeving: Omgeving): { a: Gebonden; b: Gebonden; noemer: number } {
  const noemers = [bind(a, omgeving), bind(b, omgeving)] as const
  const noemer = kgv(noemers[0].noemer, noemers[1].noemer)
  return { a: schaal(noemers[0], noemer), b: schaal(noemers[1], noemer), noemer }
}

function bind(van: Knoop, omgeving: Omgeving): Gebonden {
  switch (van.op) {
    case 'vast':
      return { k: 'getal', waarde: van.waarde, noemer: 1, van }
    case 'parameter':
      return bindParameter(van.id, van, omgeving)
    case 'bekend': {
      const gevonden = bindParameter(van.parameter, van, omgeving)
      return gevonden.k === 'stop' ? bind(van.anders, omgeving) : gevonden
    }
    case 'invoer': {
      const plek = omgeving.invoerplek.get(van.naam) ?? -1
      const ding = omgeving.invoer[plek]
      if (ding === undefined) throw new Error(`de invoer ${van.naam} is er niet`)
      return { k: 'invoer', plek, noemer: invoernoemer(ding), van }
    }
    case 'regel': {
      const plek = omgeving.plekVan.get(van.id) ?? -1
      const doel = omgeving.gebonden[plek]
      if (doel === undefined) throw new Error(`regel ${van.id} is nog niet gebonden`)
      return { k: 'regel', plek, noemer: doel.boom.noemer, van }
    }
    case 'som':
    case 'kleinste':
    case 'grootste':
      return { k: van.op, ...bindDelen(van.delen, omgeving), van }
    case 'en':
    case 'of':
      return { k: van.op, delen: van.delen.map((deel) => bind(deel, omgeving)), noemer: 1, van }
    case 'verschil':
      return { k: 'verschil', ...bindTwee(van.a, van.b, omgeving), van }
    case 'vergelijk':
      return { k: 'vergelijk', hoe: van.hoe, ...bindTwee(van.a, van.b, omgeving), noemer: 1, van }
    case 'maal': {
      const [a, b] = [bind(van.a, omgeving), bind(van.b, omgeving)]
      return { k: 'maal', a, b, noemer: a.noemer * b.noemer, van }
    }
    case 'omrekenen': {
      const a = bind(van.a, omgeving)
      const { teller, noemer } = breuk(van.met.teller, van.met.noemer)
      return { k: 'schaal', a, met: teller, noemer: a.noemer * noemer, van }
    }
    case 'niet':
      return { k: 'niet', a: bind(van.a, omgeving), noemer: 1, van }
    case 'als': {
      const voorwaarde = bind(van.voorwaarde, omgeving)
      const { a: dan, b: anders, noemer } = bindTwee(van.dan, van.anders, omgeving)
      return { k: 'als', voorwaarde, dan, anders, noemer, van }
    }
    case 'tabel': {
      const { delen, noemer } = bindDelen(van.rijen, omgeving)
      return { k: 'tabel', keuze: bind(van.keuze, omgeving), rijen: delen, noemer, van }
    }
    case 'afronding':
      return {
        k: 'afronding',
        a: bind(van.a, omgeving),
        wijze: van.wijze,
        stap: van.stap,
        noemer: 1,
        van,
      }
  }
}

/** Alle regels op één dag. Wat die dag niet bekend is, stopt pas de berekening die het nodig heeft. */
export function bindRegels(
  set: Regelset,
  tabel: Parametertabel,
  invoer: readonly Invoerding[],
  dag: Datum,
  bekendOp?: Datum,
): Gebondenset {
  const plekVan = new Map(set.volgorde.map(({ id }, plek) => [id, plek]))
  const invoerplek = new Map(invoer.map(({ naam }, plek) => [naam, plek]))
  const gebonden: GebondenRegel[] = []
  const omgeving: Omgeving = { dag, bekendOp, tabel, gebonden, plekVan, invoer, invoerplek }
  for (const [plek, regel] of set.volgorde.entries()) {
    const versie = regel.versies.find(({ vanaf, tot }) => vanaf <= dag && dag <= tot)
    const boom: Gebonden =
      versie === undefined
        ? {
            k: 'stop',
            noemer: 1,
            van: { op: 'regel', id: regel.id },
            weigering: { soort: 'regel_geldt_niet', regel: regel.id, dag },
          }
        : bind(versie.knoop, omgeving)
    gebonden.push({ regel, plek, versie, boom })
  }
  return { dag, regels: gebonden, plekVan, invoer, invoerplek }
}
