import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { STANDWOORDEN } from '#programma/deur.ts'

/**
 * Een rapport als gegevens: delen met blokken, en verder niets. Elke uitvoer (HTML, PDF, ODT, rekenblad, CSV, JSON)
 * is een functie van deze inhoud alleen. Daarom is een rapport later opnieuw te maken, byte voor byte, en zegt elke
 * vorm hetzelfde. Het formaat heet `omzien-rapport` 1; uitbreiden mag, hernoemen niet.
 */

export const RAPPORTSOORTEN = ['kwartaal', 'jaar', 'dossier'] as const
export type Rapportsoort = (typeof RAPPORTSOORTEN)[number]

/** Adres en naam van een rapport, zoals `jaar-2024`, `kwartaal-2024-2` of `dossier-2024-inloop-smilde`. */
export const Rapportkenmerk = z
  .string()
  .max(120)
  .regex(/^(?:jaar-\d{4}|kwartaal-\d{4}-[1-4]|dossier-\d{4}-[a-z0-9-]+)(?:-v\d+)?$/u)
  .brand('Rapportkenmerk')
export type Rapportkenmerk = z.infer<typeof Rapportkenmerk>

export { STANDNAAM, STANDWOORDEN, type Standwoord } from '#programma/deur.ts'

/** Een bedrag is in hele centen, een dag een Datum, een status een van `STANDWOORDEN`; `null` is: niet bekend. */
export const Cel = z.union([z.string(), z.number(), z.null()])
export type Cel = z.infer<typeof Cel>

export const CELSOORTEN = ['tekst', 'bedrag', 'getal', 'procent', 'datum', 'status'] as const

export const Rapporttabel = z.strictObject({
  soort: z.literal('tabel'),
  id: z.string(),
  titel: z.string(),
  /** Een zin onder de titel. */
  toelichting: z.string().optional(),
  kolommen: z.array(
    z.strictObject({
      naam: z.string(),
      kop: z.string(),
      soort: z.enum(CELSOORTEN),
      /** Deze kolom wordt opgeteld; haar som staat in `totaal` en komt in een rekenblad als formule. */
      som: z.literal(true).optional(),
    }),
  ),
  rijen: z.array(
    z.strictObject({
      cellen: z.array(Cel),
      /** Waar de rij uit bestaat: een adres binnen Omzien. */
      naar: z.string().optional(),
      /** `tussensom` telt niet nog eens mee in het totaal. */
      rol: z.enum(['gewoon', 'nadruk', 'tussensom']).optional(),
    }),
  ),
  /** De totaalrij: in elke somkolom de exacte som van de gewone rijen in centen, elders tekst of `null`. */
  totaal: z.array(Cel).optional(),
  /** Waarop bedragen getoond worden; het verschil dat daardoor ontstaat, krijgt een eigen rij "afronding". */
  rond: z.enum(['cent', 'euro', 'duizend']),
})
export type Rapporttabel = z.infer<typeof Rapporttabel>

/** Een punt in een lijn: `waarde` in centen of in de eenheid van de figuur; `null` is niet bekend. */
const Reeks = z.strictObject({
  naam: z.string(),
  /** Een verwachting of plan wordt anders getekend dan een feit. */
  aard: z.enum(['feit', 'plan', 'verwachting']),
  punten: z.array(z.strictObject({ x: z.string(), waarde: z.number().nullable() })),
})

/** Wat een grafiek tekent. Bedragen in centen. */
export const Figuur = z.discriminatedUnion('vorm', [
  z.strictObject({
    vorm: z.literal('bullet'),
    rijen: z.array(
      z.strictObject({
        naam: z.string(),
        begroot: Centen,
        gerealiseerd: Centen,
        verplicht: Centen,
        prognose: Centen.nullable(),
      }),
    ),
  }),
  z.strictObject({
    vorm: z.literal('waterval'),
    stappen: z.array(
      z.strictObject({ naam: z.string(), soort: z.enum(['stand', 'stap']), bedragCent: Centen }),
    ),
  }),
  z.strictObject({ vorm: z.literal('lijn'), eenheid: z.string(), reeksen: z.array(Reeks) }),
  z.strictObject({
    vorm: z.literal('standen'),
    /** Hoeveel onderdelen elk woord hebben, per aspect. */
    rijen: z.array(z.strictObject({ naam: z.string(), aantallen: z.record(z.enum(STANDWOORDEN), z.int()) })),
  }),
  z.strictObject({
    vorm: z.literal('stroom'),
    /** Van bron naar groep; elke stroom in centen. */
    stromen: z.array(z.strictObject({ van: z.string(), naar: z.string(), bedragCent: Centen })),
  }),
])
export type Figuur = z.infer<typeof Figuur>

export const HERKOMSTEN = ['cijfers', 'geschreven', 'plan'] as const

export const Blok = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('kop'),
    id: z.string(),
    niveau: z.union([z.literal(2), z.literal(3)]),
    tekst: z.string(),
  }),
  z.strictObject({
    soort: z.literal('alinea'),
    /** Blijvend binnen een sjabloon: hieraan hangen herschreven tekst en opmerkingen. */
    id: z.string(),
    /** `cijfers`: door Omzien uit de feiten gemaakt; `geschreven`: door een mens; `plan`: uit het plan. */
    herkomst: z.enum(HERKOMSTEN),
    toon: z.enum(['gewoon', 'inleiding', 'let-op']).optional(),
    /** Gewone tekst; een lege regel begint een nieuwe alinea. */
    tekst: z.string(),
  }),
  z.strictObject({ soort: z.literal('lijst'), id: z.string(), punten: z.array(z.string()) }),
  z.strictObject({
    soort: z.literal('feiten'),
    id: z.string(),
    titel: z.string(),
    rijen: z.array(z.tuple([z.string(), z.string()])),
  }),
  Rapporttabel,
  z.strictObject({
    soort: z.literal('grafiek'),
    id: z.string(),
    /** Eén zin die zegt wat er te zien is: de kop van de figuur. */
    boodschap: z.string(),
    /** Voor wie de tekening niet ziet: wat zij laat zien, in een of twee zinnen. */
    beschrijving: z.string(),
    figuur: Figuur,
    /** Dezelfde cijfers. */
    tabel: Rapporttabel,
  }),
])
export type Blok = z.infer<typeof Blok>
export type BlokVan<Soort extends Blok['soort']> = Extract<Blok, { soort: Soort }>

export const Deel = z.strictObject({ id: z.string(), titel: z.string(), blokken: z.array(Blok) })
export type Deel = z.infer<typeof Deel>

export const Rapportinhoud = z.strictObject({
  formaat: z.literal('omzien-rapport'),
  versie: z.literal(1),
  kenmerk: Rapportkenmerk,
  soort: z.enum(RAPPORTSOORTEN),
  titel: z.string(),
  ondertitel: z.string(),
  gemeente: z.strictObject({ code: z.string(), naam: z.string() }),
  programma: z.strictObject({ id: z.string(), titel: z.string(), planversie: z.int() }),
  /** De tijden van het rapport en het hoofd van de keten: hiermee is elk cijfer opnieuw te berekenen. */
  moment: z.strictObject({
    geldigTm: Datum,
    bekendOp: Moment,
    bekendNr: z.int(),
    hoofd: z.string().nullable(),
  }),
  /** Naam en versie van het sjabloon, zoals `jaar/1`. */
  sjabloon: z.string(),
  /** De cijfers zijn verzonnen: elke vorm zegt dat op elke bladzijde. */
  verzonnen: z.boolean(),
  delen: z.array(Deel),
})
export type Rapportinhoud = z.infer<typeof Rapportinhoud>

/** Elke tabel van een rapport, ook die bij een grafiek, met de titel van het deel waar zij in staat. */
export const tabellenVan = ({
  delen,
}: Pick<Rapportinhoud, 'delen'>): { tabel: Rapporttabel; deel: string }[] =>
  delen.flatMap(({ titel, blokken }) =>
    blokken.flatMap((blok) => {
      if (blok.soort === 'tabel') return [{ tabel: blok, deel: titel }]
      return blok.soort === 'grafiek' ? [{ tabel: blok.tabel, deel: titel }] : []
    }),
  )
