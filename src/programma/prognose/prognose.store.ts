import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import type { Id } from '#basis/id.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment, neemSlot } from '#basis/sqldelen.ts'
import { GRONDEN, type NieuwePrognose, type Prognose, ZEKERHEDEN } from '#programma/prognose/prognose.ts'

/** SQL van prognoses: alleen aanvullen. */

const Rij = z.object({
  id: z.uuid(),
  onderdeel: z.string(),
  jaar: z.int(),
  bedragCent: Centen,
  peildatum: Datum,
  zekerheid: z.enum(ZEKERHEDEN),
  grond: z.enum(GRONDEN),
  reden: z.string(),
  op: Moment,
  door: z.string().nullable(),
}) satisfies z.ZodType<Prognose>

const VELDEN = sql`p.id, p.onderdeel, p.jaar, p.bedrag as "bedragCent", p.peildatum, p.zekerheid, p.grond, p.reden,
  ${alsMoment('p.op')} as op, a.naam as door`

/**
 * De laatste prognose per onderdeel en jaar, zoals zij bekend was op een moment; zonder moment zoals nu. Met een
 * peildatum alleen wat naar de stand van die dag of eerder gemaakt is.
 */
export const findPrognoses = (
  lezer: Lezer,
  plan: string,
  {
    jaar,
    bekendTot,
    peildatumTm,
  }: { jaar?: number | undefined; bekendTot?: Moment | undefined; peildatumTm?: Datum | undefined } = {},
): Promise<Prognose[]> =>
  findRows(
    lezer,
    Rij,
    sql`select distinct on (p.onderdeel, p.jaar) ${VELDEN}
          from programma_prognose p left join toegang_account a on a.id = p.door
         where p.plan = ${plan} and (${jaar ?? null}::int is null or p.jaar = ${jaar ?? null}::int)
           and (${bekendTot ?? null}::timestamptz is null or p.op <= ${bekendTot ?? null}::timestamptz)
           and (${peildatumTm ?? null}::date is null or p.peildatum <= ${peildatumTm ?? null}::date)
         order by p.onderdeel, p.jaar, p.op desc, p.id desc`,
  )

/** Alle versies van één onderdeel in één jaar, de nieuwste eerst. */
export const findPrognoseversies = (
  lezer: Lezer,
  plan: string,
  onderdeel: string,
  jaar: number,
): Promise<Prognose[]> =>
  findRows(
    lezer,
    Rij,
    sql`select ${VELDEN} from programma_prognose p left join toegang_account a on a.id = p.door
         where p.plan = ${plan} and p.onderdeel = ${onderdeel} and p.jaar = ${jaar}
         order by p.op desc, p.id desc`,
  )

/** Eén tegelijk per plan, zodat twee keer op de knop één prognose geeft. */
export async function lockPrognoses(tx: Tx, plan: string): Promise<void> {
  await neemSlot(tx, `prognose ${plan}`)
}

/** Bewaart een prognose, strikt na de vorige van dit onderdeel en jaar. */
export async function insertPrognose(
  tx: Tx,
  plan: string,
  prognose: NieuwePrognose & { id: Id; op: Moment; door: string | null },
): Promise<void> {
  await sql`
    insert into programma_prognose (id, plan, onderdeel, jaar, bedrag, peildatum, zekerheid, grond, reden, op, door)
    values (${prognose.id}, ${plan}, ${prognose.onderdeel}, ${prognose.jaar}, ${prognose.bedragCent},
            ${prognose.peildatum}, ${prognose.zekerheid}, ${prognose.grond}, ${prognose.reden},
            greatest(${prognose.op}::timestamptz,
                     (select max(op) + interval '1 microsecond' from programma_prognose
                       where plan = ${plan} and onderdeel = ${prognose.onderdeel} and jaar = ${prognose.jaar})),
            ${prognose.door})`.execute(tx)
}

/** Welke van deze onderdelen ooit in het plan stonden. */
export async function findOnderdelen(
  lezer: Lezer,
  plan: string,
  onderdelen: readonly string[],
): Promise<Set<string>> {
  const rijen = await findRows(
    lezer,
    z.object({ sleutel: z.string() }),
    sql`select distinct sleutel from programma_stuk
         where plan = ${plan} and soort = 'onderdeel' and sleutel = any(${[...onderdelen]}::text[])`,
  )
  return new Set(rijen.map(({ sleutel }) => sleutel))
}
