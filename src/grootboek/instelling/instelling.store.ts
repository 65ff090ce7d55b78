import { z } from 'zod'
import { findRows, type Lezer, sql, type Tx } from '#basis/db.ts'
import {
  CONTROLES,
  CONTROLESTANDEN,
  type Controle,
  type Controlestand,
  type Instellingen,
  STANDAARD,
} from '#grootboek/instelling/instelling.ts'

/** SQL van de boekregels van de gemeente. */

export const Instellingregel = z.object({
  controle: z.enum(CONTROLES),
  stand: z.enum(CONTROLESTANDEN),
  /** Naam van wie dit instelde; leeg op de opdrachtregel. */
  door: z.string().nullable(),
  op: z.date(),
})
export type Instellingregel = z.infer<typeof Instellingregel>

/** Alles wat ooit is ingesteld, het nieuwste eerst. */
export const findInstellingregels = (lezer: Lezer): Promise<Instellingregel[]> =>
  findRows(
    lezer,
    Instellingregel,
    sql`select i.controle, i.stand, a.naam as door, i.op
          from grootboek_instelling i left join toegang_account a on a.id = i.door
         where i.controle = any(${[...CONTROLES]}::text[])
         order by i.nummer desc`,
  )

/** Wat er nu geldt: de laatste keuze van de gemeente, en waar zij niet koos de standaard. */
export async function findInstellingen(lezer: Lezer): Promise<Instellingen> {
  const regels = await findInstellingregels(lezer)
  const gekozen = new Map(regels.toReversed().map(({ controle, stand }) => [controle, stand]))
  return { ...STANDAARD, ...Object.fromEntries(gekozen) }
}

export async function insertInstelling(
  tx: Tx,
  instelling: { controle: Controle; stand: Controlestand; door: string | null; op: Date },
): Promise<void> {
  const { controle, stand, door, op } = instelling
  await sql`insert into grootboek_instelling (controle, stand, door, op)
            values (${controle}, ${stand}, ${door}::uuid, ${op})`.execute(tx)
}
