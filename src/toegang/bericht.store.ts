import { z } from 'zod'
import { findRow, findRows, getRow, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Id } from '#basis/id.ts'
import type { Moment } from '#basis/moment.ts'
import { type Adres, BERICHTSTANDEN, REDENEN, type Reden } from '#toegang/bericht.ts'

/** SQL van berichten. Een bericht dat een bezorger leent, is door de lening en niet door een slot beschermd. */

export type NieuwBericht = {
  id: Id
  sleutel: string
  account: string | null
  adres: Adres | null
  onderwerp: string
  tekst: string
  afmelden: string | null
  op: Moment
}

/** `false` als er al een bericht met deze sleutel was. */
export async function insertBericht(tx: Tx, bericht: NieuwBericht): Promise<boolean> {
  const rij = await findRow(
    tx,
    z.object({ id: Id }),
    sql`insert into toegang_bericht (id, sleutel, account, adres, onderwerp, tekst, afmelden, op, volgende_op)
        values (${bericht.id}, ${bericht.sleutel}, ${bericht.account}::uuid, ${bericht.adres}, ${bericht.onderwerp},
                ${bericht.tekst}, ${bericht.afmelden}, ${bericht.op}, ${bericht.op})
        on conflict (sleutel) do nothing returning id`,
  )
  return rij !== undefined
}

export const Geleend = z.object({
  id: Id,
  adres: z.string().nullable(),
  onderwerp: z.string(),
  tekst: z.string(),
  afmelden: z.string().nullable(),
  pogingen: z.int(),
})
export type Geleend = z.infer<typeof Geleend>

/**
 * Leent het bericht dat het langst op zijn beurt wacht en telt de poging; een ander proces slaat over wat net geleend
 * wordt. Valt dit proces om, dan telt de poging mee en mag na `tot` een ander.
 */
export const leenBericht = (tx: Tx, nu: Date, tot: Date): Promise<Geleend | undefined> =>
  findRow(
    tx,
    Geleend,
    sql`update toegang_bericht b set geleend_tot = ${tot}, pogingen = b.pogingen + 1
         where b.id = (select k.id from toegang_bericht k
                        where k.stand = 'wacht' and k.volgende_op <= ${nu}
                          and (k.geleend_tot is null or k.geleend_tot <= ${nu})
                        order by k.volgende_op, k.id limit 1 for update skip locked)
        returning b.id, b.onderwerp, b.tekst, b.afmelden, b.pogingen,
                  coalesce(b.adres, (select a.adres from toegang_account a where a.id = b.account)) as adres`,
  )

export async function updateVerzonden(tx: Tx, id: Id, nu: Date): Promise<void> {
  await sql`update toegang_bericht
               set stand = 'verzonden', afgehandeld_op = ${nu}, geleend_tot = null, reden = null
             where id = ${id} and stand = 'wacht'`.execute(tx)
}

/** Wat een bezorger van een mislukte poging vastlegt, telt alleen zolang zijn lening loopt: anders heeft een ander het. */
export type Lening = { id: Id; tot: Date }

export async function updateWacht(
  tx: Tx,
  { id, tot }: Lening,
  reden: Reden,
  volgendeOp: Date,
): Promise<void> {
  await sql`update toegang_bericht set volgende_op = ${volgendeOp}, geleend_tot = null, reden = ${reden}
             where id = ${id} and stand = 'wacht' and geleend_tot = ${tot}`.execute(tx)
}

export async function updateOpgegeven(tx: Tx, { id, tot }: Lening, reden: Reden, nu: Date): Promise<void> {
  await sql`update toegang_bericht
               set stand = 'opgegeven', afgehandeld_op = ${nu}, geleend_tot = null, reden = ${reden}
             where id = ${id} and stand = 'wacht' and geleend_tot = ${tot}`.execute(tx)
}

export type Poging = { bericht: Id; op: Date; uitslag: Reden | 'gelukt'; code: number | undefined }

export async function insertPoging(tx: Tx, poging: Poging): Promise<void> {
  await sql`insert into toegang_bezorgpoging (bericht, op, uitslag, code)
            values (${poging.bericht}, ${poging.op}, ${poging.uitslag}, ${poging.code ?? null}::int)`.execute(
    tx,
  )
}

/** Geeft op wat te lang wacht, behalve wat nu geleend is. */
export async function updateTeOud(tx: Tx, voor: Date, nu: Date): Promise<void> {
  await sql`update toegang_bericht
               set stand = 'opgegeven', afgehandeld_op = ${nu}, geleend_tot = null, reden = 'te_oud'
             where stand = 'wacht' and coalesce(opnieuw_op, op) < ${voor}
               and (geleend_tot is null or geleend_tot <= ${nu})`.execute(tx)
}

/** Wist adres, onderwerp en tekst van wat voor `voor` is afgehandeld. De sleutel blijft: een tweede keer is nog steeds dubbel. */
export async function wisAfgehandeld(tx: Tx, voor: Date, nu: Date): Promise<void> {
  await sql`update toegang_bericht
               set adres = null, onderwerp = null, tekst = null, afmelden = null, gewist_op = ${nu}
             where stand <> 'wacht' and gewist_op is null and afgehandeld_op < ${voor}`.execute(tx)
}

/** Wist alles aan dit adres; wat nog wachtte, gaat niet meer. */
export async function wisAanAdres(tx: Tx, adres: Adres, nu: Date): Promise<void> {
  await sql`update toegang_bericht
               set reden = case when stand = 'wacht' then 'ingetrokken' else reden end,
                   stand = case when stand = 'wacht' then 'opgegeven' else stand end,
                   afgehandeld_op = coalesce(afgehandeld_op, ${nu}::timestamptz), geleend_tot = null,
                   adres = null, onderwerp = null, tekst = null, afmelden = null, gewist_op = ${nu}
             where lower(adres) = lower(${adres})`.execute(tx)
}

/** Opnieuw proberen, met verse pogingen. `undefined` als het niet (meer) kan. */
export const updateOpnieuw = (tx: Tx, id: Id | undefined, nu: Date): Promise<{ id: Id }[]> =>
  findRows(
    tx,
    z.object({ id: Id }),
    sql`update toegang_bericht
           set stand = 'wacht', pogingen = 0, volgende_op = ${nu}, afgehandeld_op = null, opnieuw_op = ${nu}
         where stand = 'opgegeven' and gewist_op is null
           and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
        returning id`,
  )

export const Berichtregel = z.object({
  id: Id,
  /** Wat voor bericht: het deel van de sleutel voor de eerste dubbele punt. */
  soort: z.string(),
  voorAccount: z.boolean(),
  op: z.date(),
  stand: z.enum(BERICHTSTANDEN),
  pogingen: z.int(),
  volgendeOp: z.date(),
  reden: z.enum(REDENEN).nullable(),
  afgehandeldOp: z.date().nullable(),
  gewist: z.boolean(),
})
export type Berichtregel = z.infer<typeof Berichtregel>

export const findBerichten = (
  lezer: Lezer,
  stand: 'wacht' | 'opgegeven',
  hoogstens: number,
): Promise<Berichtregel[]> =>
  findRows(
    lezer,
    Berichtregel,
    sql`select id, split_part(sleutel, ':', 1) as soort, account is not null as "voorAccount", op, stand, pogingen,
               volgende_op as "volgendeOp", reden, afgehandeld_op as "afgehandeldOp", gewist_op is not null as gewist
          from toegang_bericht where stand = ${stand}
         order by case when stand = 'wacht' then op end, afgehandeld_op desc nulls last, id limit ${hoogstens}`,
  )

export const Berichttelling = z.object({
  wacht: z.int(),
  verzonden: z.int(),
  verzondenDezeWeek: z.int(),
  opgegeven: z.int(),
  opnieuwMogelijk: z.int(),
})
export type Berichttelling = z.infer<typeof Berichttelling>

export const getTelling = (lezer: Lezer, weekGeleden: Date): Promise<Berichttelling> =>
  getRow(
    lezer,
    Berichttelling,
    sql`select count(*) filter (where stand = 'wacht') as wacht,
               count(*) filter (where stand = 'verzonden') as verzonden,
               count(*) filter (where stand = 'verzonden' and afgehandeld_op >= ${weekGeleden}) as "verzondenDezeWeek",
               count(*) filter (where stand = 'opgegeven') as opgegeven,
               count(*) filter (where stand = 'opgegeven' and gewist_op is null) as "opnieuwMogelijk"
          from toegang_bericht`,
  )

export const Laatstepoging = z.object({
  op: z.date(),
  uitslag: z.enum(['gelukt', ...REDENEN]),
  code: z.int().nullable(),
})
export type Laatstepoging = z.infer<typeof Laatstepoging>

/** De laatste poging waarin wij de mailserver echt iets vroegen. */
export const findLaatstePoging = (lezer: Lezer): Promise<Laatstepoging | undefined> =>
  findRow(
    lezer,
    Laatstepoging,
    sql`select op, uitslag, code from toegang_bezorgpoging
         where uitslag not in ('geen_adres', 'afgebroken', 'te_oud') order by nummer desc limit 1`,
  )
