import { z } from 'zod'
import type { Datum } from '#basis/datum.ts'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import { findGemandateerden, findMandaten } from '#grootboek/deur.ts'
import { type Aanwijzing, type Eigenaarvraag, INVULROLLEN } from '#programma/uitvraag/eigenaar.ts'

/** SQL van wie de voortgang van een onderdeel bijhoudt: alleen aanvullen, de laatste rij geldt. */

const Rij = z.object({
  onderdeel: z.string(),
  volgnr: z.int(),
  account: z.uuid().nullable(),
  naam: z.string().nullable(),
}) satisfies z.ZodType<Aanwijzing>

export const findAanwijzingen = (
  lezer: Lezer,
  plan: string,
  { bekendTot }: { bekendTot?: Moment | undefined } = {},
): Promise<Aanwijzing[]> =>
  findRows(
    lezer,
    Rij,
    sql`select distinct on (e.onderdeel) e.onderdeel, e.volgnr, e.account, a.naam
          from programma_eigenaar e left join toegang_account a on a.id = e.account
         where e.plan = ${plan}
           and (${bekendTot ?? null}::timestamptz is null or e.op <= ${bekendTot ?? null}::timestamptz)
         order by e.onderdeel, e.volgnr desc`,
  )

export type Eigenaarbeeld = Eigenaarvraag & {
  /** Hoe mensen heten; alleen voor wie aan het programma werkt. */
  namen: ReadonlyMap<string, string>
  /** Wie elke rol heeft waarmee men kan invullen. */
  perRol: ReadonlyMap<string, readonly string[]>
}

/** Alles om van elk onderdeel te zeggen wie het invult. */
export async function findEigenaarbeeld(lezer: Lezer, plan: string, vandaag: Datum): Promise<Eigenaarbeeld> {
  const aanwijzingen = await findAanwijzingen(lezer, plan)
  const mandaten = await findMandaten(lezer, plan)
  const mensen = new Map<string, string>()
  const perRol = new Map<string, string[]>()
  for (const rol of INVULROLLEN) {
    const metRol = await findGemandateerden(lezer, [rol])
    perRol.set(
      rol,
      metRol.map(({ id }) => id),
    )
    for (const { id, naam } of metRol) mensen.set(id, naam)
  }
  return {
    aanwijzingen: new Map(aanwijzingen.map((een) => [een.onderdeel, een])),
    mandaten,
    invullers: new Set(mensen.keys()),
    namen: mensen,
    perRol,
    vandaag,
  }
}

export async function insertAanwijzing(
  tx: Tx,
  plan: string,
  rij: Omit<Aanwijzing, 'naam'> & { op: Moment; door: string | null },
): Promise<void> {
  await sql`insert into programma_eigenaar (plan, onderdeel, volgnr, account, op, door)
            values (${plan}, ${rij.onderdeel}, ${rij.volgnr}, ${rij.account}::uuid, ${rij.op}::timestamptz,
                    ${rij.door}::uuid)`.execute(tx)
}
