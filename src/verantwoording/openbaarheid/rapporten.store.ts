import { z } from 'zod'
import { findRows, type Lezer, sql } from '#basis/db.ts'
import { Moment } from '#basis/moment.ts'
import { alsMoment } from '#basis/sqldelen.ts'
import { findPlankoppen, planvoorvoegsel } from '#programma/deur.ts'
import type { Openbaarrapport } from '#verantwoording/openbaarheid/rapporten.ts'
import { RAPPORTSOORTEN } from '#verantwoording/rapport.ts'

/** Wat van vastgestelde rapporten iedereen mag weten, uit de bewaarde inhoud en bestanden zelf. */

const Rij = z.object({
  plan: z.string(),
  kenmerk: z.string(),
  titel: z.string(),
  soort: z.enum(RAPPORTSOORTEN),
  jaar: z.int(),
  vastgesteldOp: Moment,
  vormen: z.array(
    z.object({ vorm: z.string(), naam: z.string(), type: z.string(), bytes: z.int(), hash: z.string() }),
  ),
})

/** Van alle plannen, of van één; nieuwste eerst. */
export async function findVastgesteldeRapporten(lezer: Lezer, plan?: string): Promise<Openbaarrapport[]> {
  const koppen = new Map((await findPlankoppen(lezer)).map((kop) => [kop.id, kop]))
  const rijen = await findRows(
    lezer,
    Rij,
    sql`select r.plan, r.kenmerk, v.inhoud::jsonb ->> 'titel' as titel, r.soort, r.jaar,
               ${alsMoment('v.op')} as "vastgesteldOp",
               (select coalesce(jsonb_agg(jsonb_build_object('vorm', u.vorm, 'naam', u.naam, 'type', u.type,
                         'bytes', octet_length(u.inhoud), 'hash', u.hash) order by u.vorm), '[]')
                  from verantwoording_uitgave u where u.rapport = r.id) as vormen
          from verantwoording_vaststelling v join verantwoording_rapport r on r.id = v.rapport
         where ${plan ?? null}::text is null or r.plan = ${plan ?? null}::text
         order by v.op desc, r.kenmerk`,
  )
  return rijen.map(({ plan: van, ...rij }) => {
    const kop = koppen.get(van)
    return { ...rij, voor: kop === undefined ? '' : planvoorvoegsel(kop) }
  })
}
