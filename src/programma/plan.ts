import { z } from 'zod'
import { Tijdvak } from '#basis/datum.ts'
import { Centen } from '#basis/geld.ts'
import { MATEN, RICHTINGEN } from '#metingen/deur.ts'

/**
 * Het formaat `programmaplan` 1: wat een plandocument zegt (vermeldingen, elk met zijn plaats) en wat daarvan
 * geldt (de geldende raming), naast elkaar en nooit door elkaar. Bedragen zijn hele centen, tijd is een Tijdvak.
 */

/** Blijvende naam van een ding binnen één plan: kleine letters, cijfers en streepjes. */
export const Sleutel = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .brand('Sleutel')
export type Sleutel = z.infer<typeof Sleutel>

const Zin = z.string().min(1).max(500)
const Alinea = z.string().min(1).max(10_000)
const Jaar = z.int().min(1900).max(2999)
/** Waarom de lezing van het document hier onzeker is; het scherm toont dat bij het gegeven. */
const Twijfel = Alinea.optional()

export const DINGSOORTEN = ['programma', 'groep', 'onderdeel', 'bron', 'doel', 'voorganger'] as const
/** Waar een vermelding over gaat. Bij `programma` is de sleutel die van het programma zelf. */
export const Ding = z.strictObject({ soort: z.enum(DINGSOORTEN), id: Sleutel })
export type Ding = z.infer<typeof Ding>

/** Van en tot en met; wat ontbreekt, noemt het plan niet. */
export const Periode = z.strictObject({ van: Tijdvak.optional(), tot: Tijdvak.optional() })
export type Periode = z.infer<typeof Periode>

export const PLAATSSOORTEN = ['hoofdstuk', 'paragraaf', 'tabel', 'bijlage'] as const
/** Een plaats in het document. `code` zoals gedrukt; `over` zegt waar deze plaats het over heeft. */
export const Plaats = z.strictObject({
  id: Sleutel,
  soort: z.enum(PLAATSSOORTEN),
  code: z.string().min(1).max(40).nullable(),
  titel: Zin,
  regel: z.int().min(1).optional(),
  over: z.array(Ding),
  twijfel: Twijfel,
})
export type Plaats = z.infer<typeof Plaats>

const OverEenPlaats = {
  id: Sleutel,
  plaats: Sleutel,
  /** Eerste en laatste regelnummer in het brondocument. */
  regels: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  over: Ding,
  /** De woorden van het document zelf, kort. */
  letterlijk: Zin.optional(),
  twijfel: Twijfel,
}

/** `lasten`: wat het kost. `beschikbaar`: wat een bron of dekking inbrengt. */
export const ASPECTEN = ['lasten', 'beschikbaar'] as const
export const BENADERINGEN = ['ruim', 'circa', 'hoogstens'] as const

const BedragVermelding = z.strictObject({
  soort: z.literal('bedrag'),
  ...OverEenPlaats,
  aspect: z.enum(ASPECTEN),
  bedragCent: Centen,
  /** `geheel`: de hele looptijd zonder dat het document jaren noemt. */
  periode: z.union([z.literal('geheel'), Periode]),
  /** Het bedrag geldt voor elk jaar van de periode. */
  perJaar: z.literal(true).optional(),
  benadering: z.enum(BENADERINGEN).optional(),
})
const LooptijdVermelding = z.strictObject({
  soort: z.literal('looptijd'),
  ...OverEenPlaats,
  van: Tijdvak.optional(),
  tot: Tijdvak.optional(),
  /** Duur die het document in woorden noemt, in maanden. */
  maanden: z.int().min(1).max(1200).optional(),
  verwacht: z.literal(true).optional(),
})
const NaamVermelding = z.strictObject({ soort: z.literal('naam'), ...OverEenPlaats, naam: Zin })
/** Het document verwijst naar `codes` en bedoelt daarmee `bedoelt`. */
const VerwijzingVermelding = z.strictObject({
  soort: z.literal('verwijzing'),
  ...OverEenPlaats,
  codes: z.array(z.string().min(1).max(40)).min(1),
  bedoelt: z.array(Ding).min(1),
})
/** Het document somt op waaruit iets bestaat; een lid zonder `ding` heeft in het plan geen eigen regel. */
const LedenVermelding = z.strictObject({
  soort: z.literal('leden'),
  ...OverEenPlaats,
  leden: z.array(z.strictObject({ naam: Zin, ding: Ding.optional() })).min(1),
})
/** Het document zegt waaruit iets betaald wordt; `bronnen` leeg als het de bron niet bij naam noemt. */
const DekkingVermelding = z.strictObject({
  soort: z.literal('dekking'),
  ...OverEenPlaats,
  bronnen: z.array(Sleutel),
})
const AantalVermelding = z
  .strictObject({ soort: z.literal('aantal'), ...OverEenPlaats, van: z.int().min(0), tot: z.int().min(0) })
  .refine((aantal) => aantal.van <= aantal.tot, { error: 'van mag niet groter zijn dan tot', path: ['van'] })

/** Wat het document op één plaats over één ding zegt. */
export const Vermelding = z.discriminatedUnion('soort', [
  BedragVermelding,
  LooptijdVermelding,
  NaamVermelding,
  VerwijzingVermelding,
  LedenVermelding,
  DekkingVermelding,
  AantalVermelding,
])
export type Vermelding = z.infer<typeof Vermelding>
export type VermeldingVan<Soort extends Vermelding['soort']> = Extract<Vermelding, { soort: Soort }>

export const AARDEN = ['incidenteel', 'structureel', 'onbekend'] as const

export const Mijlpaal = z.strictObject({
  id: Sleutel,
  wat: Zin,
  wanneer: Tijdvak.nullable(),
  /** Zoals gedrukt, bijvoorbeeld "zomer 2023". */
  letterlijk: Zin.optional(),
  verwacht: z.literal(true).optional(),
  regel: z.int().min(1).optional(),
  twijfel: Twijfel,
})
export type Mijlpaal = z.infer<typeof Mijlpaal>

export const Planning = Periode.extend({
  tekst: Alinea.optional(),
  /** Begin of eind is een verwachting. */
  verwacht: z.literal(true).optional(),
})
export type Planning = z.infer<typeof Planning>

export const Onderdeel = z.strictObject({
  id: Sleutel,
  /** Nummer zoals gedrukt, bijvoorbeeld "5.3.8.a". */
  code: z.string().min(1).max(40).nullable(),
  titel: Zin,
  aliassen: z.array(Zin),
  groep: Sleutel.nullable(),
  ouder: Sleutel.nullable(),
  /** Wat het onderdeel wil bereiken, in eigen woorden. */
  doel: Alinea.nullable(),
  doelen: z.array(Sleutel),
  planning: Planning,
  mijlpalen: z.array(Mijlpaal),
  partners: z.array(Zin),
  relaties: z.array(z.strictObject({ naar: Sleutel, toelichting: Zin.optional() })),
  eigenaarrol: Zin.nullable(),
  /** Bronnen waaruit dit betaald kan worden; hoeveel uit welke staat in de raming, of is onbekend. */
  bronnen: z.array(Sleutel),
  aard: z.enum(AARDEN),
  beeindigd: z.strictObject({ op: Tijdvak, reden: Alinea }).optional(),
  regels: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  twijfel: Twijfel,
})
export type Onderdeel = z.infer<typeof Onderdeel>

export const Groep = z.strictObject({
  id: Sleutel,
  titel: Zin,
  code: z.string().min(1).max(40).nullable(),
  toelichting: Alinea.optional(),
})
export type Groep = z.infer<typeof Groep>

/** Waarden zijn tekst: wat als getal te lezen is (`12,5`), telt mee in een oordeel; de rest is alleen te lezen. */
export const Indicator = z.strictObject({
  id: Sleutel,
  naam: Zin,
  eenheid: Zin,
  bron: Zin.optional(),
  nulwaarde: z.string().max(100).optional(),
  streefwaarde: z.string().max(100).optional(),
  /** Wat er precies geteld wordt, bij wie en wanneer. */
  definitie: Alinea.optional(),
  maat: z.enum(MATEN).optional(),
  richting: z.enum(RICHTINGEN).optional(),
  nuljaar: Jaar.optional(),
  streefjaar: Jaar.optional(),
  /** Bovenkant van het bereik, als `richting` binnen een bereik is; de onderkant is de streefwaarde. */
  streefTot: z.string().max(100).optional(),
  /** De rol die het cijfer aanlevert; nooit een naam. */
  meetrol: Zin.optional(),
})
export type Indicator = z.infer<typeof Indicator>

export const Doel = z.strictObject({
  id: Sleutel,
  titel: Zin,
  toelichting: Alinea.optional(),
  regels: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
  indicatoren: z.array(Indicator),
  twijfel: Twijfel,
})
export type Doel = z.infer<typeof Doel>

export const BRONSOORTEN = [
  'rijk',
  'provincie',
  'reserve',
  'begroting',
  'saldo',
  'vorig-programma',
  'overig',
] as const
export const VERANTWOORDINGEN = ['sisa', 'geen', 'provincie', 'eigen', 'onbekend'] as const

export const Bron = z.strictObject({
  id: Sleutel,
  naam: Zin,
  soort: z.enum(BRONSOORTEN),
  /** Wat de bron inbrengt, per jaar van ontvangst; leeg als het plan geen bedrag noemt. */
  ontvangsten: z.array(
    z.strictObject({
      naam: Zin,
      jaar: Jaar.nullable(),
      bedragCent: Centen,
      regel: z.int().min(1).optional(),
      twijfel: Twijfel,
    }),
  ),
  aard: z.enum(AARDEN),
  verantwoording: z.enum(VERANTWOORDINGEN),
  voorwaarden: Alinea.optional(),
  twijfel: Twijfel,
})
export type Bron = z.infer<typeof Bron>

/** Een voorganger of ander programma waarover het document iets zegt. */
export const Voorganger = z.strictObject({ id: Sleutel, titel: Zin })

/** Eén bedrag dat telt. `bron: null`: het plan zegt niet hoe dit over de bronnen is verdeeld. */
export const Raming = z.strictObject({
  onderdeel: Sleutel,
  jaar: Jaar,
  bron: Sleutel.nullable(),
  bedragCent: Centen,
  /** De vermelding waaraan dit bedrag is ontleend. */
  vermelding: Sleutel.optional(),
})
export type Raming = z.infer<typeof Raming>

export const Programma = z.strictObject({
  id: Sleutel,
  titel: Zin,
  van: Tijdvak,
  tot: Tijdvak,
  hoofddoel: Alinea.nullable(),
  /** Waar de gegevens vandaan komen en hoe zij zijn overgenomen. */
  herkomst: Alinea,
  toelichting: Alinea.optional(),
})
export type Programma = z.infer<typeof Programma>

export const GemeenteCode = z
  .string()
  .regex(/^gm\d{4}$/u)
  .brand('GemeenteCode')
export type GemeenteCode = z.infer<typeof GemeenteCode>

export const Plan = z.strictObject({
  $schema: z.string().optional(),
  formaat: z.literal('programmaplan'),
  versie: z.literal(1),
  gemeente: z.strictObject({ code: GemeenteCode, naam: Zin }),
  programma: Programma,
  doelen: z.array(Doel),
  groepen: z.array(Groep),
  onderdelen: z.array(Onderdeel),
  bronnen: z.array(Bron),
  voorgangers: z.array(Voorganger),
  plaatsen: z.array(Plaats),
  vermeldingen: z.array(Vermelding),
  raming: z.array(Raming),
})
export type Plan = z.infer<typeof Plan>
