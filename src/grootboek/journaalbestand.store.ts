import { z } from 'zod'
import { findRows, getRow, type Lezer, sql } from '#basis/db.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import { Kop } from '#grootboek/journaal.store.ts'

const KopMetSaldi = Kop.extend({ saldi: z.record(z.string(), z.string()) })

/** De kop en het saldo per rekening (niet nul, in hele centen) van één ogenblik. */
export const findKopMetSaldi = (lezer: Lezer): Promise<z.infer<typeof KopMetSaldi>> =>
  getRow(
    lezer,
    KopMetSaldi,
    sql`select k.nr, k.hash, ${alsMoment('k.op')} as op, coalesce(s.saldi, '{}') as saldi
          from grootboek_kop k
          left join (select json_object_agg(rekening, bedrag::text order by rekening) as saldi
                       from (select p.rekening, sum(s.bedrag) as bedrag
                               from grootboek_saldo s join grootboek_post p on p.id = s.post
                              group by p.rekening having sum(s.bedrag) <> 0) per_rekening) s on true`,
  )

const Schakel = z.object({ nr: z.int(), inhoud: z.string(), hash: z.string() })

/** De vastgelegde teksten zelf, op volgorde. */
export const findSchakels = (
  lezer: Lezer,
  na: number,
  tm: number,
  aantal: number,
): Promise<z.infer<typeof Schakel>[]> =>
  findRows(
    lezer,
    Schakel,
    sql`select nr, inhoud, hash from grootboek_boeking
         where nr > ${na} and nr <= ${tm} order by nr limit ${aantal}`,
  )
