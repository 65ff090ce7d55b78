import { once } from 'node:events'
import { createWriteStream, statSync } from 'node:fs'
import { z } from 'zod'
import { systeemklok } from '#basis/datum.ts'
import { type GemeenteDb, openPglite, openPostgres } from '#basis/db.ts'
import { controleerJournaal, findPostsaldi, findTijdstip, naamVan } from '#grootboek/deur.ts'
import { laadPlan } from '#programma/deur.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { migreerAlles } from '#start/migreer.ts'
import { bestanden } from '#uitwisseling/deur.ts'
import { meetLezen } from './grootboek-lezen.ts'
import { verhaalplan } from './grootboek-verhaal.ts'
import { rekentijd, vulLos, vulSamen } from './grootboek-vul.ts'
import { boekXaf, leesXafKaal } from './grootboek-xaf.ts'

/**
 * Eén meting in een eigen proces, zodat haar geheugen het hare is. Leest de opdracht als JSON van de opdrachtregel en
 * schrijft de uitslag als JSON op de uitvoer.
 */

const Databankkeuze = z.union([z.object({ map: z.string() }), z.object({ url: z.string() })])
const Taak = z.discriminatedUnion('taak', [
  z.object({ taak: z.literal('begin') }),
  z.object({
    taak: z.literal('vul'),
    wijze: z.enum(['samen', 'los']),
    aantal: z.int(),
    na: z.int(),
    tm: z.int(),
  }),
  z.object({ taak: z.literal('lezen') }),
  z.object({ taak: z.literal('saldi') }),
  z.object({ taak: z.literal('controle') }),
  z.object({ taak: z.literal('export'), vorm: z.enum(['json', 'hledger', 'csv']), pad: z.string() }),
  z.object({ taak: z.literal('xaf-lezen'), regels: z.int() }),
  z.object({ taak: z.literal('xaf-boeken'), regels: z.int() }),
])
export const Opdracht = z.object({ databank: Databankkeuze, gemeente: z.string(), werk: Taak })
export type Opdracht = z.infer<typeof Opdracht>

async function begin(databank: Awaited<ReturnType<typeof openPglite>>, code: string) {
  await migreerAlles(databank)
  const gemaakt = await maakGemeente(databank, { code, naam: 'Proef', hosts: [] })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  const plan = verhaalplan(code)
  const geladen = await laadPlan(databank.gemeente(code), plan, {
    door: null,
    waarom: 'Proef',
    hoofdplan: true,
  })
  if (!geladen.ok) throw new Error('plan niet geladen')
}

async function exporteer(db: GemeenteDb, vorm: 'json' | 'hledger' | 'csv', pad: string) {
  const tijdstip = await db.lees((lezer) => findTijdstip(lezer, {}))
  const gemeente = { code: db.schema, naam: 'Proef' }
  const begonnen = performance.now()
  const gemaakt = await bestanden.schrijfJournaal(vorm, { db, gemeente, plan: verhaalplan(), tijdstip })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  const bestand = createWriteStream(pad)
  for await (const deel of gemaakt.waarde.stroom) if (!bestand.write(deel)) await once(bestand, 'drain')
  bestand.end()
  await once(bestand, 'close')
  return { boekingen: tijdstip.bekendNr, ms: performance.now() - begonnen, mb: statSync(pad).size / 1e6 }
}

async function doe({ databank: keuze, gemeente, werk }: Opdracht): Promise<unknown> {
  if (werk.taak === 'xaf-lezen') return leesXafKaal(werk.regels)
  const databank = 'map' in keuze ? await openPglite(keuze.map) : await openPostgres(keuze.url)
  const db = databank.gemeente(gemeente)
  try {
    switch (werk.taak) {
      case 'begin':
        return await begin(databank, gemeente)
      case 'vul':
        return await (werk.wijze === 'samen' ? vulSamen : vulLos)(db, werk.aantal, werk.na, werk.tm)
      case 'lezen':
        return await meetLezen(db)
      case 'saldi': {
        const saldi = await db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, {})))
        return Map.groupBy(saldi, ({ rekening }) => naamVan(rekening)).size
      }
      case 'controle': {
        const [begonnen, cpu] = [performance.now(), process.cpuUsage()]
        const { goed, geteld } = await controleerJournaal(db)
        if (!goed) throw new Error('het journaal klopt niet')
        return { ...geteld, ms: performance.now() - begonnen, cpuMs: rekentijd(cpu) }
      }
      case 'export':
        return await exporteer(db, werk.vorm, werk.pad)
      case 'xaf-boeken':
        return await boekXaf(db, systeemklok, werk.regels)
    }
  } finally {
    await databank.sluit()
  }
}

const uitslag = await doe(Opdracht.parse(JSON.parse(process.argv[2] ?? '')))
const geheugenMb = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${JSON.stringify({ uitslag: uitslag ?? null, geheugenMb })}\n`)
