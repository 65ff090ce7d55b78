import type { Lezer } from '#basis/db.ts'
import { findKop, findPostsaldi, type Postsaldo, type Tijdstip } from '#grootboek/deur.ts'
import { metAfgesloten } from '#programma/begroting/afgesloten.ts'
import type { Prognosepost } from '#programma/begroting/geldbeeld.ts'
import { bekendTot } from '#programma/begroting/tijdkeuze.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import { findPrognoses } from '#programma/prognose/prognose.store.ts'

/** Het geld van een heel programma op één moment; alles wat een scherm toont, is hieruit op te tellen. */
export type Geldstand = { posten: readonly Postsaldo[]; prognoses: readonly Prognosepost[] }

/** Leest de stand bij dit bezoek. De stand van nu blijft in het geheugen tot er iets geboekt wordt. */
export async function leesGeldstand(van: Geldbezoek, kamer: Programmakamer): Promise<Geldstand> {
  const [posten, prognoses] = await Promise.all([leesPosten(van, kamer, van.tijd), leesPrognoses(van, kamer)])
  return { posten, prognoses: metAfgesloten(posten, prognoses) }
}

/** De saldi van dit programma op een tijdstip. */
export function leesPosten(
  { bezoek, beeld }: Pick<Geldbezoek, 'bezoek' | 'beeld'>,
  kamer: Pick<Programmakamer, 'planboek'>,
  tijd: Tijdstip,
): Promise<readonly Postsaldo[]> {
  const filter = { programma: beeld.plan.programma.id }
  if (!tijd.nu) return bezoek.db.lees((lezer) => findPostsaldi(lezer, tijd, filter))
  return kamer.planboek.onthoud(bezoek.db, `saldi ${filter.programma} ${tijd.bekendNr}`, async (lezer) => {
    const saldi = await findPostsaldi(lezer, tijd, filter)
    // Kwam er sinds het zoeken van het tijdstip een boeking bij, dan zijn dit al de saldi van daarna.
    const { nr } = await findKop(lezer)
    return nr === tijd.bekendNr ? saldi : findPostsaldi(lezer, { ...tijd, nu: false }, filter)
  })
}

/** De laatste prognoses zoals zij toen bekend waren; een prognose kent geen gemeentebreed nummer, alleen een moment. */
async function leesPrognoses(
  { bezoek, kop, keuze, tijd }: Geldbezoek,
  kamer: Pick<Programmakamer, 'planboek'>,
): Promise<Prognosepost[]> {
  const tot = bekendTot(keuze.vraag, tijd)
  const lees = async (lezer: Lezer): Promise<Prognosepost[]> =>
    (await findPrognoses(lezer, kop.id, { bekendTot: tot })).map(({ onderdeel, jaar, bedragCent }) => ({
      onderdeel,
      jaar,
      bedragCent,
    }))
  return tot === undefined
    ? kamer.planboek.onthoud(bezoek.db, `prognoses ${kop.id}`, lees)
    : bezoek.db.lees(lees)
}
