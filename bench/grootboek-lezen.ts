import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import {
  type Boekingfilter,
  findBoekingenVan,
  findKop,
  findPostsaldi,
  findTijdstip,
  type Standvraag,
} from '#grootboek/deur.ts'
import { begrotingVan } from '#programma/deur.ts'
import { maakToeval } from '#test/grootboek-geschiedenis.ts'
import { verhaalplan } from './grootboek-verhaal.ts'

/** Hoe lang een vraag aan het journaal duurt: van databank tot en met de tabel, zonder iets te onthouden. */

/** `cpu` is de rekentijd van dit proces per keer: bij de ingebedde database alles, hoe druk de machine ook is. */
export type Duur = { wat: string; mediaan: number; p95: number; cpu: number; rijen: number }

const KEREN = 30
const OP_DE_BLADZIJDE = 50

type Vraag = { wat: string; doe: (keer: number) => Promise<number> }

async function meet({ wat, doe }: Vraag): Promise<Duur> {
  for (let i = 0; i < 3; i++) await doe(i)
  const tijden: number[] = []
  let rijen = 0
  const begonnen = process.cpuUsage()
  for (let i = 0; i < KEREN; i++) {
    const begin = performance.now()
    rijen = Math.max(rijen, await doe(i))
    tijden.push(performance.now() - begin)
  }
  const { user, system } = process.cpuUsage(begonnen)
  tijden.sort((a, b) => a - b)
  const cpu = (user + system) / 1000 / KEREN
  return { wat, mediaan: tijden[KEREN >> 1] ?? 0, p95: tijden[Math.floor(KEREN * 0.95)] ?? 0, cpu, rijen }
}

const willekeurigeDag = (deel: number) =>
  datum(new Date(Date.UTC(2022, 0, 1) + Math.floor(deel * 1_750) * 86_400_000).toISOString().slice(0, 10))

export async function meetLezen(db: GemeenteDb): Promise<Duur[]> {
  const plan = verhaalplan()
  const { nr: laatste } = await db.lees(findKop)
  const toeval = maakToeval(7)
  const worpen = Array.from({ length: KEREN }, () => ({
    nr: 1 + toeval.tot(laatste),
    dag: willekeurigeDag(toeval.deel()),
  }))
  const worp = (keer: number) => worpen[keer % KEREN] ?? { nr: 1, dag: willekeurigeDag(0) }
  const saldi = (vraag: Standvraag) =>
    db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, vraag), { programma: 'proef' }))
  const tabel = async (vraag: Standvraag): Promise<number> =>
    begrotingVan(plan, await saldi(vraag), 'onderdeel').rijen.length
  const bladzijde = (filter: Boekingfilter) => async (): Promise<number> =>
    (await db.lees((lezer) => findBoekingenVan(lezer, filter, OP_DE_BLADZIJDE))).length
  const smal = {
    programma: 'proef',
    onderdelen: ['o3'],
    bron: 'b3',
    jaar: 2024,
    soorten: ['factuur'],
  } as const
  const breed = { programma: 'proef', rekeningsoorten: ['realisatie'] }
  const vragen: Vraag[] = [
    { wat: 'begrotingstabel nu', doe: () => tabel({}) },
    {
      wat: 'begrotingstabel, geldig t/m en bekend op',
      doe: (i) => tabel({ geldigTm: worp(i).dag, bekendOp: { nr: worp(i).nr } }),
    },
    { wat: 'begrotingstabel, alleen bekend op', doe: (i) => tabel({ bekendOp: { nr: worp(i).nr } }) },
    { wat: 'begrotingstabel, alleen geldig t/m', doe: (i) => tabel({ geldigTm: worp(i).dag }) },
    { wat: 'bladzijde: nieuwste', doe: bladzijde({}) },
    { wat: 'bladzijde: één onderdeel, bron, jaar, soort', doe: bladzijde(smal) },
    { wat: 'bladzijde: alle realisatie', doe: bladzijde(breed) },
    { wat: 'bladzijde: alle realisatie, halverwege', doe: bladzijde({ ...breed, voor: laatste >> 1 }) },
    {
      wat: 'bladzijde: één dag',
      doe: bladzijde({ programma: 'proef', geldigVan: datum('2024-03-05'), geldigTm: datum('2024-03-05') }),
    },
    {
      wat: 'verschil tussen twee momenten',
      doe: async (i) => {
        const [een, ander] = [worp(i).nr, worp(i + 1).nr].toSorted((a, b) => a - b)
        const [voor, na] = [
          await saldi({ bekendOp: { nr: een ?? 1 } }),
          await saldi({ bekendOp: { nr: ander ?? 1 } }),
        ]
        const was = new Map(voor.map(({ post, bedragCent }) => [post, bedragCent]))
        const anders = na.filter(({ post, bedragCent }) => was.get(post) !== bedragCent)
        await bladzijde({ programma: 'proef', na: een, voor: (ander ?? 1) + 1 })()
        return anders.length
      },
    },
  ]
  const duren: Duur[] = []
  for (const vraag of vragen) duren.push(await meet(vraag))
  return duren
}
