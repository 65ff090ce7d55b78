import type { Databank, GemeenteDb } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findGemeenten } from '#start/gemeenten.ts'

/** De gemeente van `--gemeente`, of de enige die er is; de reden is een zin voor de gebruiker. */
export async function kiesGemeenteDb(
  databank: Databank,
  code: string | undefined,
): Promise<Uitkomst<GemeenteDb, string>> {
  const gemeenten = await databank.beheer(findGemeenten)
  if (code === undefined && gemeenten.length > 1)
    return geweigerd(
      `Er zijn meer gemeenten. Kies er een met --gemeente (${gemeenten.map((g) => g.code).join(', ')}).`,
    )
  const gekozen = code === undefined ? gemeenten[0] : gemeenten.find((gemeente) => gemeente.code === code)
  if (gekozen !== undefined) return gelukt(databank.gemeente(gekozen.code))
  if (code === undefined) return geweigerd('Er is nog geen gemeente. Maak er een met: omzien gemeente maak.')
  return geweigerd(`De gemeente ${code} draait hier niet.`)
}
