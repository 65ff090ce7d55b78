import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'

/** Wat er openbaar veranderde, nieuwste eerst: voor wie het wil volgen zonder te komen kijken. */

export const NIEUWSSOORTEN = ['versie', 'besluit', 'begrotingswijziging'] as const

const Nieuws = z.object({
  soort: z.enum(NIEUWSSOORTEN),
  /** Van welk plan; een besluit hoort bij de gemeente. */
  plan: z.string().nullable(),
  sleutel: z.string(),
  titel: z.string(),
  op: z.date(),
})
export type Nieuws = z.infer<typeof Nieuws>

/** Alleen wat iedereen mag zien: vastgestelde versies, besluiten en geboekte wijzigingen; zonder toelichting of wie. */
export const findNieuws = (lezer: Lezer, aantal: number): Promise<Nieuws[]> =>
  findRows(
    lezer,
    Nieuws,
    sql`select * from (
          select 'versie' as soort, t.plan, t.versie::text as sleutel, b.onderwerp as titel, t.vastgelegd_op as op
            from programma_vaststelling t join programma_besluit b on b.id = t.besluit
          union all
          select 'besluit', null, b.id::text, b.onderwerp, b.vastgelegd_op from programma_besluit b
          union all
          select 'begrotingswijziging', w.plan, w.id::text, w.nummer::text, s.op
            from programma_begrotingswijziging w
            join programma_wijzigingstap s on s.wijziging = w.id and s.stand = 'geboekt') n
         order by op desc, soort, sleutel limit ${aantal}`,
  )
