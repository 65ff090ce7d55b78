import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import { INVOERSOORTEN, type Invoerregel } from '#grootboek/invoer.ts'

/** SQL van de ingelezen regels. Per sleutel geldt binnen een administratie de regel van de laatste inlezing. */

const tekst = z.string().nullable()
const Bronrij = z
  .object({
    inlezing: z.int(),
    nr: z.int(),
    sleutel: z.string(),
    soort: z.enum(INVOERSOORTEN),
    datum: Datum,
    jaar: z.int(),
    bedrag: Centen,
    rekening: z.string(),
    rekeningnaam: tekst,
    kostenplaats: tekst,
    project: tekst,
    stuk: tekst,
    blad: tekst,
    cel: tekst,
    regel: z.int().nullable(),
    boekstuk: tekst,
    doel: z.string(),
    koppelregel: z.uuid().nullable(),
    weg: z.boolean(),
    boeking: z.int().nullable(),
  })
  .transform(({ inlezing, nr, doel, koppelregel, weg, boeking, ...rij }) => ({
    inlezing,
    nr,
    regel: alsInvoerregel(rij),
    doel,
    koppelregel,
    weg,
    boeking,
  }))
/** Een aangenomen regel, met waar zij op geboekt is. */
export type Bronregel = z.infer<typeof Bronrij>

type Platterij = Omit<Invoerregel, 'bedragCent' | 'plaats'> & {
  bedrag: Centen
  blad: string | null
  cel: string | null
  regel: number | null
  boekstuk: string | null
}

const alsInvoerregel = ({ bedrag, blad, cel, regel, boekstuk, ...rest }: Platterij): Invoerregel => ({
  ...rest,
  bedragCent: bedrag,
  plaats: {
    ...(blad === null ? {} : { blad }),
    ...(cel === null ? {} : { cel }),
    ...(regel === null ? {} : { regel }),
    ...(boekstuk === null ? {} : { boekstuk }),
  },
})

export type NieuweBronregel = Omit<Bronregel, 'inlezing' | 'nr'>

const PER_KEER = 5_000

/** Legt regels vast onder de volgende nummers van deze inlezing. */
export async function insertBronregels(
  tx: Tx,
  inlezing: number,
  regels: readonly NieuweBronregel[],
): Promise<void> {
  for (let van = 0; van < regels.length; van += PER_KEER) {
    const deel = regels.slice(van, van + PER_KEER)
    const uit = <Waarde>(kies: (regel: NieuweBronregel) => Waarde): Waarde[] => deel.map(kies)
    await sql`
      insert into grootboek_bronregel (inlezing, nr, sleutel, soort, datum, jaar, bedrag, rekening, rekeningnaam,
             kostenplaats, project, stuk, blad, cel, regel, boekstuk, doel, koppelregel, weg, boeking)
      select ${inlezing}, ${van} + row_number() over (), n.*
        from unnest(${uit(({ regel }) => regel.sleutel)}::text[], ${uit(({ regel }) => regel.soort)}::text[],
             ${uit(({ regel }) => regel.datum)}::date[], ${uit(({ regel }) => regel.jaar)}::smallint[],
             ${uit(({ regel }) => regel.bedragCent)}::bigint[], ${uit(({ regel }) => regel.rekening)}::text[],
             ${uit(({ regel }) => regel.rekeningnaam)}::text[], ${uit(({ regel }) => regel.kostenplaats)}::text[],
             ${uit(({ regel }) => regel.project)}::text[], ${uit(({ regel }) => regel.stuk)}::text[],
             ${uit(({ regel }) => regel.plaats.blad ?? null)}::text[],
             ${uit(({ regel }) => regel.plaats.cel ?? null)}::text[],
             ${uit(({ regel }) => regel.plaats.regel ?? null)}::bigint[],
             ${uit(({ regel }) => regel.plaats.boekstuk ?? null)}::text[],
             ${uit(({ doel }) => doel)}::text[], ${uit(({ koppelregel }) => koppelregel)}::uuid[],
             ${uit(({ weg }) => weg)}::boolean[], ${uit(({ boeking }) => boeking)}::bigint[]) as n`.execute(
      tx,
    )
  }
}

/** De regels die nu gelden. Een regel die verdwenen is, telt niet mee. */
const geldend = (voorwaarde: ReturnType<typeof sql>) => sql`
  (select distinct on (i.administratie, b.sleutel) b.*, i.administratie, i.van, i.tot
     from grootboek_bronregel b join grootboek_inlezing i on i.nummer = b.inlezing
    where ${voorwaarde}
    order by i.administratie, b.sleutel, b.inlezing desc)`

const Geldendrij = Bronrij.and(z.object({ van: Datum, tot: Datum }))
/** Met het tijdvak van het bestand waar zij het laatst in stond. */
export type Geldend = z.infer<typeof Geldendrij>

/** Alles wat van een administratie nu geldt. */
export const findGeldende = (lezer: Lezer, administratie: string): Promise<Geldend[]> =>
  findRows(
    lezer,
    Geldendrij,
    sql`select * from ${geldend(sql`i.administratie = ${administratie}`)} g where not g.weg`,
  )

/** De laatste regel van elk van deze sleutels; `voor` is zoals het was vóór die inlezing. Ook wat verdwenen is. */
export const findLaatste = (
  lezer: Lezer,
  administratie: string,
  sleutels: readonly string[],
  voor: number | null = null,
): Promise<Geldend[]> =>
  findRows(
    lezer,
    Geldendrij,
    sql`select * from ${geldend(
      sql`i.administratie = ${administratie} and b.sleutel = any(${sleutels}::text[])
          and (${voor}::int is null or b.inlezing < ${voor}::int)`,
    )} g`,
  )

/** Alle geldende regels van boekingen: wat samen in één boeking zit, gaat er ook samen weer uit. */
export const findGeldendeVanBoekingen = (
  lezer: Lezer,
  administratie: string,
  boekingen: readonly number[],
): Promise<Geldend[]> =>
  findRows(
    lezer,
    Geldendrij,
    sql`select * from ${geldend(
      sql`i.administratie = ${administratie} and b.sleutel in
            (select sleutel from grootboek_bronregel where boeking = any(${boekingen}::bigint[]))`,
    )} g where not g.weg and g.boeking = any(${boekingen}::bigint[])`,
  )

export const Combinatie = z.object({
  administratie: z.string(),
  programma: z.string(),
  rekening: z.string(),
  rekeningnaam: tekst,
  kostenplaats: tekst,
  project: tekst,
  doel: z.string(),
  aantal: z.int(),
  bedragCent: z.coerce.number().pipe(Centen),
  van: Datum,
  tot: Datum,
})
export type Combinatie = z.infer<typeof Combinatie>

/** Elke combinatie van codes met wat er nu op geboekt is, per doel. `alleenOnbekend`: wat nog nergens bij hoort. */
export const findCombinaties = (lezer: Lezer, alleenOnbekend: boolean): Promise<Combinatie[]> =>
  findRows(
    lezer,
    Combinatie,
    sql`select administratie, split_part(doel, ':', 1) as programma, rekening, max(rekeningnaam) as rekeningnaam,
               kostenplaats, project, doel, count(*) as aantal,
               coalesce(sum(bedrag) filter (where soort in ('realisatie', 'verplichting')), 0) as "bedragCent",
               min(datum) as van, max(datum) as tot
          from ${geldend(
            alleenOnbekend
              ? sql`b.sleutel in (select sleutel from grootboek_bronregel where split_part(doel, ':', 2) = '-')`
              : sql`true`,
          )} g
         where not g.weg and (not ${alleenOnbekend}::boolean or split_part(doel, ':', 2) = '-')
         group by administratie, rekening, kostenplaats, project, doel
         order by abs(coalesce(sum(bedrag) filter (where soort in ('realisatie', 'verplichting')), 0)) desc,
                  rekening, kostenplaats, project`,
  )

/** De geldende regels met deze codes. */
export const findGeldendeBij = (
  lezer: Lezer,
  administratie: string,
  codes: readonly { rekening: string; kostenplaats: string | null; project: string | null }[],
): Promise<Geldend[]> =>
  findRows(
    lezer,
    Geldendrij,
    sql`select g.* from ${geldend(sql`i.administratie = ${administratie}`)} g
          join (select distinct * from unnest(${codes.map(({ rekening }) => rekening)}::text[],
                       ${codes.map(({ kostenplaats }) => kostenplaats)}::text[],
                       ${codes.map(({ project }) => project)}::text[]) as c (rekening, kostenplaats, project)) c
            on c.rekening = g.rekening and c.kostenplaats is not distinct from g.kostenplaats
           and c.project is not distinct from g.project
         where not g.weg`,
  )

/** De regels van een inlezing op volgorde, vanaf na nummer `na`. */
export const findRegelsVan = (
  lezer: Lezer,
  inlezing: number,
  na: number,
  aantal: number | null,
): Promise<Bronregel[]> =>
  findRows(
    lezer,
    Bronrij,
    sql`select * from grootboek_bronregel where inlezing = ${inlezing} and nr > ${na}
         order by nr limit ${aantal}::bigint`,
  )

/** De regels waar een boeking uit bestaat, of waarvan zij de spiegel is. */
export const findRegelsBijBoeking = (lezer: Lezer, boeking: number): Promise<Bronregel[]> =>
  findRows(
    lezer,
    Bronrij,
    sql`select * from grootboek_bronregel where boeking = ${boeking} order by inlezing, nr limit 200`,
  )

/** Welke van deze boekingen al gespiegeld zijn, bijvoorbeeld met de hand. */
export async function findGespiegeld(lezer: Lezer, nummers: readonly number[]): Promise<Set<number>> {
  const rijen = await findRows(
    lezer,
    z.object({ nr: z.int() }),
    sql`select corrigeert as nr from grootboek_boeking where corrigeert = any(${[...nummers]}::bigint[])`,
  )
  return new Set(rijen.map(({ nr }) => nr))
}

/** Hoeveel geld er nu door elke koppelregel gaat. */
export const findGeldPerRegel = (lezer: Lezer) =>
  findRows(
    lezer,
    z.object({ koppelregel: z.uuid(), aantal: z.int(), bedragCent: z.coerce.number().pipe(Centen) }),
    sql`select koppelregel, count(*) as aantal,
               coalesce(sum(bedrag) filter (where soort in ('realisatie', 'verplichting')), 0) as "bedragCent"
          from ${geldend(sql`true`)} g
         where not weg and koppelregel is not null group by koppelregel`,
  )

const Systeemstand = z.object({
  programma: z.string(),
  onderdeel: z.string().nullable(),
  jaar: z.int(),
  soort: z.enum(INVOERSOORTEN),
  bedragCent: z.coerce.number().pipe(Centen),
})
export type Systeemstand = z.infer<typeof Systeemstand>

/** Wat het financiële systeem volgens de laatste bestanden zegt, per onderdeel, jaar en soort: om aan te sluiten. */
export const findSysteemstanden = (lezer: Lezer, programma: string): Promise<Systeemstand[]> =>
  findRows(
    lezer,
    Systeemstand,
    sql`select split_part(doel, ':', 1) as programma, nullif(split_part(doel, ':', 2), '-') as onderdeel, jaar, soort,
               sum(bedrag) as "bedragCent"
          from ${geldend(sql`true`)} g
         where not g.weg and split_part(doel, ':', 1) = ${programma}
         group by 1, 2, 3, 4 order by 2 nulls last, 3, 4`,
  )
