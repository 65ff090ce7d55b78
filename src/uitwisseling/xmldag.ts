import { Datum } from '#basis/datum.ts'
import { kopie } from '#uitwisseling/kopie.ts'

const MEESTE_ONTHOUDEN = 20_000
const DAG = /^(\d{4}-\d{2}-\d{2})(?:(T[0-9:.]+)?(?:Z|[+-]\d{2}:\d{2})?)?$/u

/** Alleen goede datums worden onthouden, en daarvan zijn er niet veel. */
const dagen = new Map<string, { dag: Datum; metTijd: boolean }>()

/** Een dag zoals XML hem schrijft, met of zonder tijd en tijdzone; de dag telt zoals hij er staat. */
export function leesXmlDag(tekst: string): { dag: Datum; metTijd: boolean } | undefined {
  const bekend = dagen.get(tekst)
  if (bekend !== undefined) return bekend
  const [, dag, tijd] = DAG.exec(tekst) ?? []
  const gelezen = Datum.safeParse(kopie(dag ?? ''))
  if (!gelezen.success) return undefined
  const waarde = { dag: gelezen.data, metTijd: tijd !== undefined }
  if (dagen.size < MEESTE_ONTHOUDEN) dagen.set(kopie(tekst), waarde)
  return waarde
}
