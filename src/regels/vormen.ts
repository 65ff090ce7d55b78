import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { STATUSSEN } from '#regels/motor/parameter.ts'
import { Variant } from '#regels/variant/variant.ts'

/** De vormen van de api van de regels: hieruit komt haar beschrijving, en een test legt elk antwoord ernaast. */
const Bron = z.object({
  naam: z.string(),
  regeling: z.string().optional().meta({ description: 'nummer in het Basiswettenbestand of het CVDR' }),
  artikel: z.string().optional(),
  lid: z.string().optional(),
  url: z.string().optional(),
})

export const Parametervorm = z.object({
  id: z.string(),
  naam: z.string(),
  eenheid: z.string(),
  bron: Bron,
  gemis: z.string().nullable().meta({ description: 'wat nog niet bekend is' }),
  waarden: z.array(
    z.object({
      vanaf: Datum,
      tot: Datum.meta({ description: 'laatste dag waarop deze waarde is nagezien' }),
      bekendVanaf: Datum,
      waarde: z.number().meta({ description: 'in euro, of een deel' }),
      eurocent: z.int().optional(),
      status: z.enum(STATUSSEN),
      bron: Bron,
      juriconnect: z.string().nullable(),
      wijktAf: z
        .string()
        .nullable()
        .meta({ description: 'waar de waarde anders is dan de tekst van de regeling' }),
    }),
  ),
})
export const Parameterlijstvorm = z.object({ parameters: z.array(Parametervorm) })

export const Regellijstvorm = z.object({
  regels: z.array(
    z.object({
      id: z.string(),
      naam: z.string(),
      uitleg: z.string(),
      eenheid: z.string(),
      status: z.enum(['geldend', 'voorstel', 'te bevestigen']),
      versies: z.array(z.object({ vanaf: Datum, tot: Datum, bron: Bron })),
    }),
  ),
  invoer: z.array(z.looseObject({ naam: z.string(), vraag: z.string(), soort: z.string() })),
})

const Uitkomst = z.union([z.number(), z.boolean(), z.string()])
export const Berekeningvorm = z.object({
  formaat: z.literal(1),
  regel: z.string(),
  naam: z.string(),
  status: z.string(),
  datum: Datum,
  gemeente: z.string(),
  waarde: Uitkomst,
  eenheid: z.string(),
  nietZeker: z.array(z.string()).meta({ description: 'parameters waarvan het bedrag nog niet zeker is' }),
  stappen: z.array(
    z.looseObject({
      regel: z.string(),
      naam: z.string(),
      waarde: Uitkomst,
      eenheid: z.string(),
      tekst: z.string(),
      omdat: z.string(),
      juriconnect: z.string().nullable(),
    }),
  ),
  veranderingen: z
    .array(z.object({ invoer: z.string(), uitkomst: z.number(), zin: z.string() }))
    .meta({ description: 'welk ander antwoord de uitkomst zou veranderen' }),
})

/** Eén berekening: welke regel, op welke dag, met welke antwoorden. Bedragen in euro. */
export const Berekeningvraag = z.strictObject({
  regel: z.string().max(100).meta({ description: 'naam van de regel' }),
  datum: Datum.meta({ description: 'de dag waarvan de regels gelden' }),
  bekendOp: Datum.optional().meta({ description: 'reken met wat op deze dag bekend was' }),
  invoer: z
    .record(z.string().max(60), z.union([z.string().max(60), z.number(), z.boolean(), z.null()]))
    .default({})
    .meta({ description: 'antwoorden, en eventueel de uitkomst van een regel die al bekend is' }),
})

/** Over de api is een simulatie begrensd: zij rekent in de server die ook pagina's maakt. */
export const API_REEKSEN = 20
export const API_INWONERS = 100_000
export const Simulatievraagvorm = z.strictObject({
  datum: Datum.meta({ description: 'de dag waarvan de regels gelden' }),
  varianten: z
    .array(z.union([z.string().max(60), Variant]))
    .min(1)
    .max(4)
    .meta({ description: 'de id van een klare variant, of een variant voluit' }),
  inwoners: z.int().min(100).max(API_INWONERS).optional(),
  reeksen: z.int().min(1).max(API_REEKSEN).default(10),
  doortrekken: z
    .boolean()
    .default(false)
    .meta({ description: 'neem het laatst bekende bedrag van de gemeente waar er geen is' }),
})

const Band = z.object({ midden: z.number(), laag: z.number(), hoog: z.number() })
export const Simulatievorm = z.looseObject({
  formaat: z.literal(1),
  synthetisch: z.literal(true).meta({ description: 'geen enkel getal gaat over een bestaand mens' }),
  bedragen: z.string(),
  gemeente: z.string(),
  datum: Datum,
  inwoners: z.int(),
  huishoudens: z.int(),
  metHulp: Band,
  reeksen: z.int(),
  varianten: z.array(
    z.looseObject({
      variant: z.looseObject({ id: z.string(), naam: z.string(), status: z.enum(['geldend', 'voorstel']) }),
      besluiter: z.enum(['gemeente', 'rijk']),
      kosten: z.looseObject({ saldo: Band, verschil: Band }),
      groepen: z.looseObject({ minsteGroep: z.int() }),
    }),
  ),
  aannamen: z.array(z.looseObject({ aanname: z.string(), gebruikt: z.number(), waarom: z.string() })),
})
