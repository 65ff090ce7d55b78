import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'
import { REKENINGSOORTEN } from '#grootboek/rekening.ts'
import { type Postfilter, postvoorwaarde } from '#grootboek/stand.store.ts'
import type { Tijdstip } from '#grootboek/stand.ts'

const Maandsom = z.object({
  maand: z.string(),
  rekeningsoort: z.enum(REKENINGSOORTEN),
  bedragCent: z.coerce.number().pipe(Centen),
})
/** Wat er in een maand (`2024-03`) op een soort rekening bij kwam of af ging. */
export type Maandsom = z.infer<typeof Maandsom>

/** De beweging per maand waarin het gebeurde. Leest regels en geen saldi; bedoeld voor één onderdeel of één bron. */
export const findMaandsommen = (lezer: Lezer, tijdstip: Tijdstip, filter: Postfilter): Promise<Maandsom[]> =>
  findRows(
    lezer,
    Maandsom,
    sql`select to_char(r.geldig_op, 'YYYY-MM') as maand, p.rekeningsoort, sum(r.bedrag) as "bedragCent"
          from grootboek_post p join grootboek_regel r on r.post = p.id
         where ${postvoorwaarde(filter)} and r.boeking <= ${tijdstip.bekendNr}
           and (${tijdstip.geldigTm ?? null}::date is null or r.geldig_op <= ${tijdstip.geldigTm ?? null}::date)
         group by 1, 2 order by 1, 2`,
  )
