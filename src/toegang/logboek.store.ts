import { z } from 'zod'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import type { Handeling } from '#toegang/matrix.ts'

/** Wie het deed en bij welk verzoek; een `Bezoek` past hierin. */
export type Dader = { wie: { account: string } | undefined; verzoek: string | undefined }

/** Een handeling uit de matrix, of een van de gebeurtenissen rond het inloggen zelf. */
export type Loghandeling = Handeling | 'inloggen' | 'inloggen.geweigerd' | 'uitloggen'

/**
 * Legt vast wie wat deed, in de transactie van de wijziging zelf: of beide blijven, of geen van beide.
 * `over` is soort en sleutel (`onderdeel 5.3.6`), nooit inhoud of een naam.
 */
export async function schrijfLogboek(
  tx: Tx,
  dader: Dader,
  handeling: Loghandeling,
  over: string,
): Promise<void> {
  await sql`insert into toegang_logboek (account, handeling, over, verzoek)
            values (${dader.wie?.account ?? null}::uuid, ${handeling}, ${over}, ${dader.verzoek ?? null})`.execute(
    tx,
  )
}

export const Logregel = z.object({
  nummer: z.number(),
  op: z.date(),
  naam: z.string().nullable(),
  handeling: z.string(),
  over: z.string(),
  verzoek: z.string().nullable(),
})
export type Logregel = z.infer<typeof Logregel>

/** De nieuwste regels eerst, `aantal` per keer, vanaf voor regelnummer `voor`. */
export const findLogregels = (lezer: Lezer, voor: number | undefined, aantal: number): Promise<Logregel[]> =>
  findRows(
    lezer,
    Logregel,
    sql`select l.nummer, l.op, a.naam, l.handeling, l.over, l.verzoek
          from toegang_logboek l
          left join toegang_account a on a.id = l.account
         where ${voor ?? null}::bigint is null or l.nummer < ${voor ?? null}::bigint
         order by l.nummer desc
         limit ${aantal}`,
  )
