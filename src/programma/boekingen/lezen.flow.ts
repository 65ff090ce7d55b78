import { type Datum, dagenLater } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { findBoekingenVan, type Postsaldo, type Tijdstip, type Vastgelegd } from '#grootboek/deur.ts'
import { buitenPlan } from '#programma/begroting/geldbeeld.ts'
import { pastBij } from '#programma/begroting/geldfilter.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { type Boekingenvraag, boekingfilterVan, tekenVan } from '#programma/boekingen/boekingenvraag.ts'
import type { Programmakamer } from '#programma/planbezoek.tsx'

export type Boekingrij = {
  boeking: Vastgelegd
  /** Wat deze boeking aan de gevraagde kolom deed. */
  bedrag: Centen
}

export type Boekingenlijst = {
  rijen: readonly Boekingrij[]
  /** Er zijn er nog meer, van voor de laatste in deze lijst. */
  meer: boolean
  /** De som van alles wat aan de vraag voldoet, ook op andere bladzijden; `undefined` als er geen kolom gekozen is. */
  som: Centen | undefined
}

/** Meer boekingen dan dit op één grondslag telt deze lijst niet op. */
const TE_VEEL = 2_000

export async function leesBoekingen(
  van: Geldbezoek,
  kamer: Programmakamer,
  vraag: Boekingenvraag,
  aantal: number,
): Promise<Boekingenlijst> {
  const posten = await leesPosten(van, kamer, van.tijd)
  const filter = boekingfilterVan(van.beeld, vraag, buitenPlan(van.beeld, posten), van.tijd)
  const telt = pastBij(filter)
  const teken = tekenVan(vraag.kolom)
  const bedragVan = (boeking: Vastgelegd): Centen =>
    centen(
      boeking.regels.reduce((som, regel) => {
        if (!telt({ ...regel, soort: boeking.soort })) return som
        // Zonder kolom komt elke boeking op nul uit; dan zegt haar omvang meer.
        return som + (vraag.kolom === undefined ? Math.max(0, regel.bedragCent) : teken * regel.bedragCent)
      }, 0),
    )
  const gevonden = await van.bezoek.db.lees((lezer) => findBoekingenVan(lezer, filter, aantal + 1))
  const rijen = gevonden.slice(0, aantal).map((boeking) => ({ boeking, bedrag: bedragVan(boeking) }))
  return {
    rijen,
    meer: gevonden.length > aantal,
    som: vraag.kolom === undefined ? undefined : await leesSom(van, kamer, vraag, posten, bedragVan),
  }
}

/** De som komt uit de saldi, dezelfde waaruit de tabel is gemaakt; alleen op een grondslag tellen de boekingen zelf. */
async function leesSom(
  van: Geldbezoek,
  kamer: Programmakamer,
  vraag: Boekingenvraag,
  posten: readonly Postsaldo[],
  bedragVan: (boeking: Vastgelegd) => Centen,
): Promise<Centen | undefined> {
  const filter = boekingfilterVan(
    van.beeld,
    { ...vraag, voor: undefined },
    buitenPlan(van.beeld, posten),
    van.tijd,
  )
  if (vraag.grondslag !== undefined) {
    const alle = await van.bezoek.db.lees((lezer) => findBoekingenVan(lezer, filter, TE_VEEL + 1))
    return alle.length > TE_VEEL ? undefined : centen(alle.reduce((som, een) => som + bedragVan(een), 0))
  }
  const tel = (saldi: readonly Postsaldo[]): number =>
    saldi.filter(pastBij(filter)).reduce((som, { bedragCent }) => som + bedragCent, 0)
  const eerder =
    vraag.geldigVan === undefined ? [] : await leesPosten(van, kamer, tot(van.tijd, vraag.geldigVan))
  return centen(tekenVan(vraag.kolom) * (tel(posten) - tel(eerder)))
}

/** Hetzelfde tijdstip, maar alleen wat voor deze dag gebeurde. */
const tot = (tijd: Tijdstip, dag: Datum): Tijdstip => ({
  ...tijd,
  geldigTm: dagenLater(dag, -1),
  nu: false,
})
