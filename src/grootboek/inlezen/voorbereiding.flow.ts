import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Lezer, Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { type Moment, momentVan } from '#basis/moment.ts'
import type { Inlezer } from '#grootboek/inlezen/inlezen.flow.ts'
import {
  deleteVoorbereidingen,
  findVoorbereiding,
  findVoorbereidingen,
  insertVoorbereiding,
} from '#grootboek/inlezen/inlezing.store.ts'
import type { Gelezen, Leesweigering } from '#grootboek/inlezen/lezen.ts'
import type { Bijschrijving } from '#grootboek/inlezen/ontvangst.ts'

/**
 * Een gelezen bestand ligt klaar tot iemand het vastlegt: alleen de regels die ertoe doen, zonder namen. Het bestand
 * zelf is dan al weg.
 */

const pak = promisify(gzip)
const pakUit = promisify(gunzip)
const BEWAAR_MS = 7 * 24 * 3_600_000
/** Ruim boven wat er aan regels in mag; zo kan een gekke inhoud het geheugen niet vullen. */
const GROOTSTE_UITGEPAKT = 256 * 1024 * 1024

type Samenvatting = Omit<Gelezen, 'regels'> & { aantal: number }
export type Voorbereid =
  | { soort: 'gelezen'; id: string; programma: string; op: Date; gelezen: Gelezen }
  | { soort: 'geweigerd'; id: string; programma: string; op: Date; reden: Leesweigering }

type Bewaard =
  | { soort: 'gelezen'; rest: Samenvatting }
  | { soort: 'geweigerd'; reden: Leesweigering }
  | { soort: 'afschrift'; bijschrijvingen: readonly Bijschrijving[] }

const verlopen = (nu: Date): Moment => momentVan(new Date(nu.getTime() - BEWAAR_MS))

/** Bewaart wat gelezen is, of waarom het niet kon, en gooit weg wat te lang lag. */
export async function legKlaar(
  inlezer: Inlezer,
  programma: string,
  gelezen: { ok: true; waarde: Gelezen } | { ok: false; reden: Leesweigering },
): Promise<string> {
  const nu = inlezer.klok.nu()
  const id = nieuwId(nu)
  const rij = { id, programma, op: momentVan(nu), door: inlezer.wie?.account ?? null }
  const bewaar = async (samenvatting: Bewaard, inhoud: Uint8Array | null): Promise<void> => {
    await inlezer.db.schrijf(async (tx) => {
      await deleteVoorbereidingen(tx, null, verlopen(nu))
      await insertVoorbereiding(tx, { ...rij, samenvatting, inhoud })
    })
  }
  if (!gelezen.ok) await bewaar({ soort: 'geweigerd', reden: gelezen.reden }, null)
  else {
    const { regels, ...rest } = gelezen.waarde
    await bewaar(
      { soort: 'gelezen', rest: { ...rest, aantal: regels.length } },
      new Uint8Array(await pak(JSON.stringify(regels), { level: 1 })),
    )
  }
  return id
}

export async function leesKlaar(lezer: Lezer, id: string): Promise<Voorbereid | undefined> {
  const rij = await findVoorbereiding(lezer, id)
  if (rij === undefined) return undefined
  const { programma, op } = rij
  const bewaard = rij.samenvatting as Bewaard
  if (bewaard.soort === 'afschrift') return undefined
  if (bewaard.soort === 'geweigerd') return { soort: 'geweigerd', id, programma, op, reden: bewaard.reden }
  if (rij.inhoud === null) return undefined
  const { aantal, ...rest } = bewaard.rest
  const regels: Gelezen['regels'] = JSON.parse(
    (await pakUit(rij.inhoud, { maxOutputLength: GROOTSTE_UITGEPAKT })).toString('utf8'),
  )
  return { soort: 'gelezen', id, programma, op, gelezen: { ...rest, regels } }
}

export type Klaarliggend = {
  id: string
  op: Date
  soort: 'gelezen' | 'geweigerd' | 'afschrift'
  gelezen: Samenvatting | undefined
}

/** Wat er klaarligt, zonder de regels zelf. */
export async function findKlaarliggend(lezer: Lezer, programma: string): Promise<Klaarliggend[]> {
  const rijen = await findVoorbereidingen(lezer, programma)
  return rijen.map(({ id, op, samenvatting }) => {
    const bewaard = samenvatting as Bewaard
    return { id, op, soort: bewaard.soort, gelezen: bewaard.soort === 'gelezen' ? bewaard.rest : undefined }
  })
}

export const ruimKlaarliggendeOp = (tx: Tx, id: string, nu: Date): Promise<void> =>
  deleteVoorbereidingen(tx, id, verlopen(nu))

/** Bewaart de bijschrijvingen van een afschrift tot iemand ze bevestigt. */
export async function legAfschriftKlaar(
  inlezer: Inlezer,
  programma: string,
  bijschrijvingen: readonly Bijschrijving[],
): Promise<string> {
  const nu = inlezer.klok.nu()
  const id = nieuwId(nu)
  const samenvatting: Bewaard = { soort: 'afschrift', bijschrijvingen }
  await inlezer.db.schrijf(async (tx) => {
    await deleteVoorbereidingen(tx, null, verlopen(nu))
    const door = inlezer.wie?.account ?? null
    await insertVoorbereiding(tx, { id, programma, samenvatting, inhoud: null, op: momentVan(nu), door })
  })
  return id
}

export async function leesAfschriftKlaar(
  lezer: Lezer,
  id: string,
): Promise<{ programma: string; bijschrijvingen: readonly Bijschrijving[] } | undefined> {
  const rij = await findVoorbereiding(lezer, id)
  const bewaard = rij?.samenvatting as Bewaard | undefined
  if (rij === undefined || bewaard?.soort !== 'afschrift') return undefined
  return { programma: rij.programma, bijschrijvingen: bewaard.bijschrijvingen }
}
