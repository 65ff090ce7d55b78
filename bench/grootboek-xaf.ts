import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { findKop, laadKoppeling, leesInAls, leesInvoer, maakBoekhouder } from '#grootboek/deur.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'
import { rekentijd } from './grootboek-vul.ts'
import { type Xafopdracht, xafStroom } from './xaf-maak.ts'

/** Een auditfile lezen, en haar boeken zoals de website dat doet. Het maken van het bestand zelf telt niet mee. */

const MEESTE_REGELS = 1_000_000

/** Het bestand vooraf in het geheugen zou het geheugen bepalen: daarom in stukken, met de maaktijd eraf. */
async function* gemeten(opdracht: Xafopdracht, kosten: { ms: number }): AsyncGenerator<Uint8Array> {
  const stroom = xafStroom(opdracht)
  for (;;) {
    const begin = performance.now()
    const { done, value } = await stroom.next()
    kosten.ms += performance.now() - begin
    if (done === true) return
    yield value
  }
}

export async function leesXafKaal(regels: number): Promise<{ regels: number; ms: number }> {
  const kosten = { ms: 0 }
  const begin = performance.now()
  const gelezen = await leesXaf(gemeten({ regels, versie: '4.0' }, kosten), () => undefined)
  if (!gelezen.ok) throw new Error('de auditfile werd geweigerd')
  return { regels, ms: performance.now() - begin - kosten.ms }
}

export type Xafuitslag = {
  regels: number
  /** Resultaatregels: alleen die worden geboekt. */
  geboekt: number
  boekingen: number
  leesMs: number
  boekMs: number
  boekCpuMs: number
  /** Precies hetzelfde bestand nog eens. */
  nogEensMs: number
}

export async function boekXaf(db: GemeenteDb, klok: Klok, regels: number): Promise<Xafuitslag> {
  const boekhouder = maakBoekhouder()
  const lees = async () => {
    const { koppeling, stand } = await db.lees(laadKoppeling)
    const kosten = { ms: 0 }
    const begin = performance.now()
    const gelezen = await leesInvoer(leesXaf, gemeten({ regels, versie: '4.0' }, kosten), koppeling, stand, {
      uitbreiding: 'xaf',
      meesteRegels: MEESTE_REGELS,
    })
    if (!gelezen.ok) throw new Error(gelezen.reden.code)
    return { gelezen: gelezen.waarde, ms: performance.now() - begin - kosten.ms }
  }
  const boek = async (gelezen: Awaited<ReturnType<typeof lees>>['gelezen']) => {
    const [begin, cpu] = [performance.now(), process.cpuUsage()]
    const gedaan = await leesInAls(
      boekhouder,
      { db, klok, wie: undefined, verzoek: 'bench' },
      { gelezen, programma: 'proef' },
    )
    if (!gedaan.ok) throw new Error(gedaan.reden.code)
    return { soort: gedaan.waarde.soort, ms: performance.now() - begin, cpuMs: rekentijd(cpu) }
  }
  const { nr: voor } = await db.lees(findKop)
  const { gelezen, ms: leesMs } = await lees()
  const eerste = await boek(gelezen)
  const { nr: na } = await db.lees(findKop)
  const weer = await boek((await lees()).gelezen)
  if (eerste.soort !== 'geboekt' || weer.soort !== 'gelijk')
    throw new Error('inlezen deed niet wat het moest')
  return {
    regels,
    geboekt: gelezen.regels.length,
    boekingen: na - voor,
    leesMs,
    boekMs: eerste.ms,
    boekCpuMs: eerste.cpuMs,
    nogEensMs: weer.ms,
  }
}
