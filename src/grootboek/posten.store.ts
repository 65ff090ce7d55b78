import { z } from 'zod'
import { geheugenVan, getRow, type Lezer, sql } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { BOEKINGSOORTEN } from '#grootboek/boeking.ts'
import { maakGetallezer } from '#grootboek/controle.ts'
import { leesKenmerk } from '#grootboek/kenmerk.ts'
import { leesRekening } from '#grootboek/rekening.ts'
import type { Postsaldo } from '#grootboek/stand.ts'

/**
 * Posten veranderen nooit, dus leest een proces elke post één keer. Van de database hoeven daarna alleen nummers en
 * bedragen te komen, als één tekst: duizenden rijen kosten vele malen meer.
 */

type Post = Omit<Postsaldo, 'bedragCent'>

const MEESTE_ONTHOUDEN = 50_000

/** Een naam betekent altijd hetzelfde: wie hem eenmaal gelezen heeft, hoeft dat niet weer te doen. */
function onthouden<Waarde>(lees: (tekst: string) => Waarde): (tekst: string) => Waarde {
  const gelezen = new Map<string, Waarde>()
  return (tekst) => {
    const eerder = gelezen.get(tekst)
    if (eerder !== undefined) return eerder
    const waarde = lees(tekst)
    if (gelezen.size >= MEESTE_ONTHOUDEN) gelezen.clear()
    gelezen.set(tekst, waarde)
    return waarde
  }
}
const leesNaam = onthouden((naam) => {
  const rekening = leesRekening(naam)
  if (rekening === undefined) throw new Error('onbekende rekening in grootboek_post')
  return Object.freeze(rekening)
})
const leesKenmerken = onthouden((tekst) => Object.freeze(leesKenmerk(tekst)))
const Soort = z.enum(BOEKINGSOORTEN)

const Tekst = z.object({ tekst: z.string().nullable() })

/** Geen naam, kenmerk of soort bevat een streep of regeleinde. */
async function findPosten(lezer: Lezer, ids: readonly number[]): Promise<Post[]> {
  const { tekst } = await getRow(
    lezer,
    Tekst,
    sql`select string_agg(concat_ws('|', id, rekening, kenmerk, soort), E'\n') as tekst
          from grootboek_post where id = any(${ids}::int[])`,
  )
  return (tekst?.split('\n') ?? []).map((regel) => {
    const [id, rekening = '', kenmerk = '', soort] = regel.split('|')
    return {
      post: Number(id),
      rekening: leesNaam(rekening),
      kenmerk: leesKenmerken(kenmerk),
      soort: Soort.parse(soort),
    }
  })
}

const GEHEUGENSLEUTEL = 'grootboek posten'

async function laadPosten(lezer: Lezer, ids: readonly number[]): Promise<ReadonlyMap<number, Post>> {
  const geheugen = geheugenVan(lezer)
  const bekend = (geheugen?.get(GEHEUGENSLEUTEL) as Map<number, Post> | undefined) ?? new Map<number, Post>()
  geheugen?.set(GEHEUGENSLEUTEL, bekend)
  const nieuw = ids.filter((id) => !bekend.has(id))
  if (nieuw.length > 0) for (const post of await findPosten(lezer, nieuw)) bekend.set(post.post, post)
  return bekend
}

/** Maakt van `post,bedrag;…` de saldi van een programma (of van alle), op volgorde van post. */
export async function leesPostsaldi(
  lezer: Lezer,
  tekst: string | null,
  programma: string | undefined,
): Promise<Postsaldo[]> {
  const { isKlaar, getal } = maakGetallezer(tekst ?? '')
  const [ids, bedragen]: [number[], number[]] = [[], []]
  while (!isKlaar()) {
    ids.push(getal())
    bedragen.push(getal())
  }
  const posten = await laadPosten(lezer, ids)
  const saldi: Postsaldo[] = []
  for (const [i, id] of ids.entries()) {
    const gevonden = posten.get(id)
    if (gevonden === undefined) throw new Error(`post ${id} ontbreekt`)
    const { post, rekening, kenmerk, soort } = gevonden
    if (programma === undefined || rekening.programma === programma)
      saldi.push({ post, rekening, kenmerk, soort, bedragCent: centen(bedragen[i] ?? 0) })
  }
  return saldi.sort((een, ander) => een.post - ander.post)
}
