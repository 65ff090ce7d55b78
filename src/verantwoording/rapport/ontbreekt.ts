import { opsomming, telwoord } from '#basis/tekst.ts'
import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import { alleOnderdelen, isAfwijking } from '#verantwoording/feiten/geldfeiten.ts'

/** Wat er voor een rapport nog ontbreekt, en van wie: per zin één ding. */
export function watOntbreekt(feiten: Feiten): string[] {
  const { geld, beeld, vraag } = feiten
  const regels = alleOnderdelen(geld)
  const eigenaar = (sleutel: string): string =>
    beeld.onderdeel.get(sleutel)?.eigenaarrol ?? 'geen eigenaar bekend'
  const zinnen: string[] = []
  if (!geld.besteed)
    zinnen.push(`Uitgaven over ${vraag.jaar}: de financieel adviseur leest ze in, of boekt ze.`)
  const peil = vraag.soort === 'jaar' ? 'realisatie' : 'prognose'
  const zonderUitleg = regels.filter(
    (regel) =>
      geld.besteed &&
      isAfwijking(regel, feiten.drempel, peil) &&
      !feiten.voortgang?.some((een) => een.onderdeel === regel.sleutel && een.verklaring !== null),
  )
  if (zonderUitleg.length > 0)
    zinnen.push(
      `Een verklaring bij ${telwoord(zonderUitleg.length, 'afwijking', 'afwijkingen')}: ${opsomming(
        zonderUitleg.map(({ naam, sleutel }) => `${naam} (${eigenaar(sleutel)})`),
      )}.`,
    )
  const zonderPrognose = regels.filter(
    ({ prognose, cijfers }) => prognose === null && cijfers.naWijziging !== 0,
  )
  if (vraag.soort !== 'jaar' && zonderPrognose.length > 0)
    zinnen.push(
      `Een verwachting voor het hele jaar bij ${telwoord(zonderPrognose.length, 'onderdeel', 'onderdelen')}: ${opsomming(
        zonderPrognose.map(({ naam, sleutel }) => `${naam} (${eigenaar(sleutel)})`),
      )}.`,
    )
  const verteld = new Set((feiten.voortgang ?? []).map(({ onderdeel }) => onderdeel))
  const stil = regels.filter(({ sleutel }) => beeld.onderdeel.has(sleutel) && !verteld.has(sleutel))
  if (stil.length > 0)
    zinnen.push(
      `Hoe het gaat met ${stil.length === regels.length ? 'de onderdelen' : telwoord(stil.length, 'onderdeel', 'onderdelen')}: de teamleiders geven dat op.`,
    )
  const zonderIndicator = beeld.plan.doelen.filter(({ indicatoren }) => indicatoren.length === 0)
  if (zonderIndicator.length > 0)
    zinnen.push(
      `Een indicator bij ${telwoord(zonderIndicator.length, 'doel', 'doelen')}: die staat niet in het plan.`,
    )
  return zinnen
}
