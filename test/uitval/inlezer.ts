import { createReadStream } from 'node:fs'
import { systeemklok } from '#basis/datum.ts'
import { openPglite, openPostgres } from '#basis/db.ts'
import { laadKoppeling, leesInAls, leesInvoer, maakBoekhouder } from '#grootboek/deur.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

/** Leest één auditfile in, in een eigen proces dat op elk moment kan vallen. */
const [bestand = '', gemeente = ''] = process.argv.slice(2)
const { DATABASE_URL: url, OMZIEN_GEGEVENS: map = '' } = process.env
const databank = await (url === undefined ? openPglite(`${map}/postgres`) : openPostgres(url))
try {
  const db = databank.gemeente(gemeente)
  const { koppeling, stand } = await db.lees(laadKoppeling)
  const opties = { uitbreiding: 'xaf', meesteRegels: 100_000 }
  const gelezen = await leesInvoer(leesXaf, createReadStream(bestand), koppeling, stand, opties)
  if (!gelezen.ok) throw new Error(gelezen.reden.code)
  process.stdout.write('gelezen\n')
  const inlezer = { db, klok: systeemklok, wie: undefined, verzoek: 'uitval' }
  const opdracht = { gelezen: gelezen.waarde, programma: 'proef' }
  const gedaan = await leesInAls(maakBoekhouder(), inlezer, opdracht)
  if (!gedaan.ok) throw new Error(gedaan.reden.code)
  process.stdout.write(`${gedaan.waarde.soort}\n`)
} finally {
  await databank.sluit()
}
