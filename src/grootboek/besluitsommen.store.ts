import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'
import { Centen } from '#basis/geld.ts'

/** Wat elk besluit aan de ruimte van onderdelen veranderde: erbij is positief, eraf is negatief. */
export const Besluitsom = z.object({
  besluit: z.string(),
  programma: z.string(),
  onderdeel: z.string().nullable(),
  bron: z.string().nullable(),
  jaar: z.int(),
  bedragCent: Centen,
})
export type Besluitsom = z.infer<typeof Besluitsom>

/** Voor alle besluiten in één keer, zoals bekend tot en met boeking `bekendNr`; wat tegen elkaar wegvalt, ontbreekt. */
export const findBesluitsommen = (
  lezer: Lezer,
  { programma, bekendNr }: { programma?: string | undefined; bekendNr?: number | undefined } = {},
): Promise<Besluitsom[]> =>
  findRows(
    lezer,
    Besluitsom,
    sql`select b.grondslag as besluit, p.programma, p.onderdeel, p.bron, p.jaar, sum(r.bedrag)::bigint as "bedragCent"
          from grootboek_boeking b
          join grootboek_regel r on r.boeking = b.nr
          join grootboek_post p on p.id = r.post
         where b.grondslag_soort = 'besluit' and p.rekeningsoort = 'ruimte'
           and (${programma ?? null}::text is null or p.programma = ${programma ?? null}::text)
           and b.nr <= ${bekendNr ?? Number.MAX_SAFE_INTEGER}
         group by b.grondslag, p.programma, p.onderdeel, p.bron, p.jaar
        having sum(r.bedrag) <> 0
         order by b.grondslag, p.programma, p.jaar, p.onderdeel nulls first, p.bron nulls first`,
  )
