import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { vergelijkbaar } from '#basis/tekst.ts'
import type { Besluitsom } from '#grootboek/deur.ts'
import type { Stukregel, Versie } from '#programma/api/geschiedenis.ts'
import type { Vaststelling } from '#programma/api/vaststelling.store.ts'
import { BLADERVRAAG, lijstVan, noem, PLANVRAAG, Zoekterm } from '#programma/api/vorm.ts'
import type { Afdoening, Besluit, Plankop } from '#programma/plan.store.ts'
import type { Planversie } from '#programma/planboek.ts'
import type { Stuksoort } from '#programma/stukken.ts'

/** Eén versie van één plan, met wat er alleen op verzoek uit de database komt. */
export type Plandeel = Planversie & {
  afdoeningen: () => Promise<readonly Afdoening[]>
  /** Hoe een stuk luidde, nieuwste eerst; alleen wat deze lezer mag zien. */
  stukregels: (soort: Stuksoort, sleutel: string) => Promise<readonly Stukregel[]>
  versies: () => Promise<readonly Versie[]>
}

/** Alles wat een verzameling van buiten mag weten; `adres` houdt plan en versie van de vraag vast. */
export type Apicontext = {
  vandaag: Datum
  /** De plannen die deze lezer mag zien, elk in de versie die voor haar geldt. */
  programmas: () => Promise<readonly Planversie[]>
  versies: (plan: Plankop) => Promise<readonly Versie[]>
  besluiten: () => Promise<readonly Besluit[]>
  vaststellingen: () => Promise<readonly Vaststelling[]>
  besluitsommen: () => Promise<readonly Besluitsom[]>
  adres: (rest: string, vraag?: Readonly<Record<string, unknown>>) => string
  pagina: (rest: string) => string
  plan: Plandeel | undefined
}

type Mogelijk<Waarde> = Waarde | Promise<Waarde>
type Vorm = z.ZodRawShape
type MetId = z.ZodType<{ id: string }>

type Definitie<Bron, Item extends MetId, Filters extends Vorm, Regel extends z.ZodType> = {
  /** Padsegment, meervoud. */
  naam: string
  /** Naam van het schema, enkelvoud. */
  schema: string
  /** Lidwoord en naam in een zin, zoals `het onderdeel`. */
  een: string
  uitleg: string
  item: Item
  filters: Filters
  dingen: (bron: Bron, context: Apicontext) => Mogelijk<z.output<Item>[]>
  /** Per filter: hoort dit ding erbij? */
  past: {
    [Veld in keyof Filters]: (ding: z.output<Item>, waarde: z.output<Filters[Veld]>) => boolean
  }
  /** Wat een regel van de geschiedenis bevat. */
  regel: Regel
  geschiedenis: (bron: Bron, id: string, context: Apicontext) => Mogelijk<z.output<Regel>[]>
}

/** Een verzameling zoals routes en beschrijving haar kennen, los van het soort ding dat erin zit. */
export type Verzameling = Pick<
  Definitie<never, MetId, Vorm, z.ZodType>,
  'naam' | 'schema' | 'een' | 'uitleg'
> & {
  metPlan: boolean
  item: MetId
  lijst: z.ZodType
  regels: z.ZodType
  vraag: { lijst: z.ZodObject; een: z.ZodObject; geschiedenis: z.ZodObject }
  zoek: (context: Apicontext, vraag: Readonly<Record<string, unknown>>) => Promise<{ id: string }[]>
  vind: (context: Apicontext, id: string) => Promise<{ id: string } | undefined>
  geschiedenis: (context: Apicontext, id: string) => Promise<unknown[]>
}

/** Een verzameling die uit één versie van één plan komt. */
export const vanPlan = <Item extends MetId, Filters extends Vorm, Regel extends z.ZodType>(
  definitie: Definitie<Plandeel, Item, Filters, Regel>,
): Verzameling =>
  maakVerzameling(definitie, PLANVRAAG, ({ plan }) => {
    if (plan === undefined) throw new Error(`${definitie.naam} zonder plan`)
    return plan
  })

/** Een verzameling van de hele gemeente. */
export const vanGemeente = <Item extends MetId, Filters extends Vorm, Regel extends z.ZodType>(
  definitie: Definitie<undefined, Item, Filters, Regel>,
): Verzameling => maakVerzameling(definitie, {}, () => undefined)

function maakVerzameling<Bron, Item extends MetId, Filters extends Vorm, Regel extends z.ZodType>(
  definitie: Definitie<Bron, Item, Filters, Regel>,
  planvraag: Vorm,
  bronVan: (context: Apicontext) => Bron,
): Verzameling {
  const { naam, schema, een, uitleg, item, filters, past } = definitie
  const dingen = async (context: Apicontext): Promise<z.output<Item>[]> =>
    definitie.dingen(bronVan(context), context)
  const velden = Object.keys(filters) as (keyof Filters & string)[]
  const optioneel = Object.fromEntries(
    Object.entries(filters).map(([veld, filter]) => [veld, z.optional(filter)]),
  )
  noem(schema, item)
  return {
    naam,
    schema,
    een,
    uitleg,
    item,
    metPlan: planvraag === PLANVRAAG,
    lijst: noem(`${schema}Lijst`, lijstVan(item)),
    regels: noem(`${schema}Geschiedenis`, lijstVan(definitie.regel)),
    vraag: {
      lijst: z.strictObject({ zoek: Zoekterm.optional(), ...optioneel, ...BLADERVRAAG, ...planvraag }),
      een: z.strictObject(planvraag),
      geschiedenis: z.strictObject({ ...BLADERVRAAG, ...planvraag }),
    },
    zoek: async (context, vraag) => {
      const gekozen = velden.filter((veld) => vraag[veld] !== undefined)
      const gezocht = vraag['zoek'] === undefined ? [] : vergelijkbaar(String(vraag['zoek'])).split(' ')
      return (await dingen(context)).filter(
        (ding) =>
          gekozen.every((veld) => past[veld](ding, vraag[veld] as z.output<Filters[typeof veld]>)) &&
          (gezocht.length === 0 || bevatAlle(woordenVan(ding), gezocht)),
      )
    },
    vind: async (context, id) => (await dingen(context)).find((ding) => ding.id === id),
    geschiedenis: async (context, id) => definitie.geschiedenis(bronVan(context), id, context),
  }
}

/** Een zoekterm zonder letters of cijfers is een leeg woord; daarmee is niets te vinden. */
const bevatAlle = (tekst: string, woorden: readonly string[]): boolean =>
  woorden.every((woord) => woord !== '' && tekst.includes(woord))

/** Alle tekst van een ding, zonder zijn adressen. */
function woordenVan(ding: object): string {
  const woorden: string[] = []
  const verzamel = (waarde: unknown): void => {
    if (typeof waarde === 'string') woorden.push(waarde)
    else if (typeof waarde === 'object' && waarde !== null)
      for (const [naam, deel] of Object.entries(waarde)) if (naam !== '_links') verzamel(deel)
  }
  verzamel(ding)
  return vergelijkbaar(woorden.join(' | '))
}
