/** Maakt de auditfile om zelf in te lezen. Gebruik: `node --import tsx voorbeelden/voorbeeldgemeente/maak-auditfile.ts`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { datum } from '#basis/datum.ts'
import { maakAuditfile } from '#start/voorbeeldgemeente/auditfile.ts'
import { alleKosten } from '#start/voorbeeldgemeente/verhaal.ts'

const DAG = datum('2026-11-20')

export const AUDITBESTAND = 'auditfile-2026-november.xaf'

export const novemberfile = (): string =>
  maakAuditfile(
    2026,
    alleKosten().auditstukken.filter(({ datum: dag }) => dag.startsWith('2026') && dag <= DAG),
    DAG,
  )

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL(AUDITBESTAND, import.meta.url), novemberfile())
