import { Datum as Dag, type Datum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  findBoekingenVan,
  findKop,
  findTijdstip,
  type Postsaldo,
  type Standvraag,
  type Tijdstip,
  type Vastgelegd,
} from '#grootboek/deur.ts'
import { buitenPlan } from '#programma/begroting/geldbeeld.ts'
import { alsPostfilter } from '#programma/begroting/geldfilter.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import { keurTijdstip } from '#programma/begroting/tijdkeuze.ts'
import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import type { Sindsvraag } from '#programma/sinds/sinds.ts'

export type Verandering = {
  van: Tijdstip
  tot: Tijdstip
  toen: readonly Postsaldo[]
  nu: readonly Postsaldo[]
  /** Nieuwste eerst. */
  boekingen: readonly Vastgelegd[]
  meer: boolean
  /** De dag van het eerste moment; wat daarvoor gebeurde en later is vastgelegd, is met terugwerkende kracht. */
  dagVan: Datum | undefined
}

export async function leesVerandering(
  bezoek: Planbezoek,
  kamer: Programmakamer,
  vraag: Sindsvraag,
  aantal: number,
): Promise<Uitkomst<Verandering, string>> {
  const { db } = bezoek.bezoek
  const { kop, van, tot } = await db.lees(async (lezer) => ({
    kop: await findKop(lezer),
    van: await findTijdstip(lezer, { bekendOp: vraag.van }),
    tot: await findTijdstip(lezer, { bekendOp: vraag.tot }),
  }))
  for (const bekendOp of [vraag.van, vraag.tot]) {
    const weigering = keurTijdstip({ vraag: { bekendOp }, velden: {} }, kop.nr)
    if (weigering !== undefined) return geweigerd(weigering.tekst)
  }
  if (tot.bekendNr < van.bekendNr) return geweigerd('Het eerste moment ligt na het tweede. Draai ze om.')
  const [toen, nu] = await Promise.all([leesPosten(bezoek, kamer, van), leesPosten(bezoek, kamer, tot)])
  const filter = {
    ...alsPostfilter(bezoek.beeld, vraag.filter, buitenPlan(bezoek.beeld, [...toen, ...nu])),
    na: van.bekendNr,
    voor: Math.min(vraag.voor ?? Number.MAX_SAFE_INTEGER, tot.bekendNr + 1),
  }
  const gevonden = await db.lees((lezer) => findBoekingenVan(lezer, filter, aantal + 1))
  return gelukt({
    van,
    tot,
    toen,
    nu,
    boekingen: gevonden.slice(0, aantal),
    meer: gevonden.length > aantal,
    dagVan: dagVan(vraag.van, van),
  })
}

function dagVan(gevraagd: NonNullable<Standvraag['bekendOp']>, van: Tijdstip): Datum | undefined {
  const dag = Dag.safeParse(gevraagd)
  if (dag.success) return dag.data
  return van.bekendOp === null ? undefined : dagVanMoment(van.bekendOp)
}
