import { type Datum, dagVan } from '#basis/datum.ts'
import type { GemeenteDb, Lezer } from '#basis/db.ts'
import { type Centen, telOp } from '#basis/geld.ts'
import { alsDate, type Moment } from '#basis/moment.ts'
import { findBesluitsommen, findKop, findPostsaldi, findTijdstip, type Postsaldo } from '#grootboek/deur.ts'
import {
  type Beoordeeld,
  type Besluit,
  beoordeel,
  findAfdoeningen,
  findBesluiten,
  findGeldbeeld,
  findPrognoses,
  findVaststellingenVan,
  geldbevindingen,
  isOpen,
  type Planboek,
  type Planversie,
  ramingsboekingen,
  regelsommen,
  stellenVan,
  uitloopVan,
  type Vaststelling,
} from '#programma/deur.ts'
import type {
  Besluitfeit,
  Feiten,
  Feitenmoment,
  Planversiefeit,
  Vorigfeit,
  Vorigrapport,
} from '#verantwoording/feiten/feiten.ts'
import { geldfeitenVan } from '#verantwoording/feiten/geldfeiten.ts'
import { veranderingenVan } from '#verantwoording/feiten/veranderingen.ts'
import { leesVerdieping } from '#verantwoording/feiten/verdieping.flow.ts'
import { isBezig, kijkdag, periodeVan, type Rapportvraag } from '#verantwoording/feiten/vraag.ts'

/** Leest alles wat een rapport zegt, op één tijdstip en zoals toen bekend: dezelfde keuze geeft later hetzelfde. */

export type Feitenbron = {
  db: GemeenteDb
  planboek: Planboek
  plan: string
  gemeente: { code: string; naam: string }
}

export type Feitenkeuze = {
  vraag: Rapportvraag
  geldigTm: Datum
  /** Tot en met welke boeking, en tot welk moment voor alles wat niet geboekt wordt. */
  bekend: { nr: number; op: Moment }
  vorig?: Vorigrapport | undefined
}

export type Feitenweigering = { code: 'geen_plan' } | { code: 'onderdeel_onbekend' }

/** De gemeente waarvan alle cijfers verzonnen zijn. */
const VERZONNEN = 'gm0000'

/** De kop van het journaal van nu, als keuze voor een rapport dat nog meeloopt. */
export async function findBekend(lezer: Lezer, op: Moment): Promise<Feitenkeuze['bekend']> {
  return { nr: (await findKop(lezer)).nr, op }
}

export async function leesFeiten(bron: Feitenbron, keuze: Feitenkeuze): Promise<Feiten | Feitenweigering> {
  const { db, planboek, plan } = bron
  const { vraag, geldigTm, bekend } = keuze
  const kern = await db.lees((lezer) => leesKern(lezer, plan, keuze))
  const gekozen = kiesVersie(kern.vaststellingen, geldigTm)
  const versie = gekozen && (await planboek.lees(db, plan, gekozen.versie))
  if (gekozen === undefined || versie === undefined) return { code: 'geen_plan' }
  const onderdeel = vraag.soort === 'dossier' ? vraag.onderdeel : undefined
  if (onderdeel !== undefined && !versie.beeld.onderdeel.has(onderdeel)) return { code: 'onderdeel_onbekend' }

  const { beeld } = versie
  const { tijdstip } = kern
  // Staat er niets in het grootboek, dan is alleen het plan bekend: dat is de begroting, en verder niets.
  const geboekt = kern.posten.length > 0
  const posten = geboekt ? kern.posten : uitPlan(beeld.plan)
  const vandaag = kijkdag(geldigTm)
  const geldbeeld = await db.lees((lezer) =>
    findGeldbeeld(lezer, beeld.plan, kern.posten, { vandaag, bekendNr: bekend.nr, bekendTot: bekend.op }),
  )
  const bevindingen = geldbevindingen(geldbeeld).filter(
    (een) => onderdeel === undefined || een.onderdeel === onderdeel,
  )
  return {
    ...(await db.lees((lezer) => leesVerdieping(lezer, beeld.plan, keuze))),
    vraag,
    gemeente: bron.gemeente,
    beeld,
    planversie: planversiefeit(gekozen, kern.besluiten, geldigTm),
    moment: tijdstip,
    bezig: isBezig(vraag, geldigTm),
    geld: { ...geldfeitenVan(beeld, posten, kern.prognoses, vraag.jaar, onderdeel), geboekt },
    vorig: keuze.vorig && vorigfeit(keuze.vorig, versie, kern, onderdeel),
    besluiten: await db.lees((lezer) => leesBesluiten(lezer, plan, kern, keuze)),
    planbevindingen: (await leesBeoordeeld(bron, versie, kern.afdoeningen)).filter(
      (een) => isOpen(een) && (onderdeel === undefined || raaktOnderdeel(een, onderdeel)),
    ),
    geldbevindingen: bevindingen,
    geldsommen: regelsommen(bevindingen),
    uitlopen: uitloopfeiten(versie, posten, vandaag, onderdeel),
    verzonnen: bron.gemeente.code === VERZONNEN,
  }
}

const uitPlan = (plan: Planversie['beeld']['plan']): Postsaldo[] =>
  ramingsboekingen(undefined, plan)
    .flat()
    .map(({ rekening, kenmerk, bedragCent }, post) => ({
      post,
      rekening,
      kenmerk,
      bedragCent,
      soort: 'raming',
    }))

type Kern = {
  tijdstip: Feitenmoment
  posten: readonly Postsaldo[]
  toen: readonly Postsaldo[]
  toenNu: readonly Postsaldo[]
  prognoses: Awaited<ReturnType<typeof findPrognoses>>
  besluiten: readonly Besluit[]
  vaststellingen: readonly Vaststelling[]
  afdoeningen: Awaited<ReturnType<typeof findAfdoeningen>>
}

async function leesKern(lezer: Lezer, plan: string, keuze: Feitenkeuze): Promise<Kern> {
  const { geldigTm, bekend, vorig, vraag } = keuze
  const tot = alsDate(bekend.op)
  const postenOp = async (dag: Datum, nr: number): Promise<Postsaldo[]> =>
    findPostsaldi(lezer, await findTijdstip(lezer, { geldigTm: dag, bekendOp: { nr } }), { programma: plan })
  const tijdstip = await findTijdstip(lezer, { geldigTm, bekendOp: { nr: bekend.nr } })
  return {
    tijdstip: {
      geldigTm,
      bekendOp: bekend.op,
      bekendNr: tijdstip.bekendNr,
      hoofd: tijdstip.bekendNr === 0 ? null : tijdstip.hash,
    },
    posten: await findPostsaldi(lezer, tijdstip, { programma: plan }),
    toen: vorig === undefined ? [] : await postenOp(vorig.geldigTm, vorig.bekendNr),
    toenNu: vorig === undefined ? [] : await postenOp(vorig.geldigTm, bekend.nr),
    prognoses: await findPrognoses(lezer, plan, {
      jaar: vraag.jaar,
      bekendTot: bekend.op,
      peildatumTm: geldigTm,
    }),
    besluiten: (await findBesluiten(lezer)).filter(({ vastgelegdOp }) => vastgelegdOp <= tot),
    vaststellingen: (await findVaststellingenVan(lezer, plan)).filter(
      ({ vastgelegdOp }) => vastgelegdOp <= tot,
    ),
    afdoeningen: (await findAfdoeningen(lezer, plan)).filter(({ vastgelegdOp }) => vastgelegdOp <= tot),
  }
}

const geldtVanaf = ({ datum, vastgelegdOp }: Pick<Vaststelling, 'datum' | 'vastgelegdOp'>): Datum =>
  datum ?? dagVan(vastgelegdOp)

/** De versie die op de laatste dag gold, voor zover toen bekend; gold er nog geen, dan de eerste daarna. */
function kiesVersie(vaststellingen: readonly Vaststelling[], geldigTm: Datum): Vaststelling | undefined {
  return vaststellingen.findLast((een) => geldtVanaf(een) <= geldigTm) ?? vaststellingen[0]
}

const planversiefeit = (
  gekozen: Vaststelling,
  besluiten: readonly Besluit[],
  geldigTm: Datum,
): Planversiefeit => ({
  nummer: gekozen.versie,
  besluit: besluiten.find(({ id }) => id === gekozen.besluit),
  later: geldtVanaf(gekozen) > geldigTm,
})

function vorigfeit(
  vorig: Vorigrapport,
  { beeld }: Planversie,
  kern: Kern,
  onderdeel: string | undefined,
): Vorigfeit {
  return {
    ...vorig,
    veranderingen: veranderingenVan(
      beeld,
      { toen: kern.toen, nu: kern.posten, toenNu: kern.toenNu },
      onderdeel,
    ),
    planversies: kern.vaststellingen
      .filter((een) => geldtVanaf(een) > vorig.geldigTm && geldtVanaf(een) <= kern.tijdstip.geldigTm)
      .map(({ versie }) => versie),
  }
}

/** De besluiten die in de periode genomen zijn; zonder dag telt de dag waarop zij zijn vastgelegd. */
async function leesBesluiten(
  lezer: Lezer,
  plan: string,
  { besluiten, vaststellingen }: Kern,
  { vraag, geldigTm, bekend }: Feitenkeuze,
): Promise<Besluitfeit[]> {
  const { van } = periodeVan(vraag)
  const feiten: Besluitfeit[] = []
  const sommen = Map.groupBy(
    await findBesluitsommen(lezer, { programma: plan, bekendNr: bekend.nr }),
    (som) => som.besluit,
  )
  for (const besluit of besluiten) {
    const dag = geldtVanaf(besluit)
    if (dag < van || dag > geldigTm) continue
    const versies = vaststellingen.filter((een) => een.besluit === besluit.id).map(({ versie }) => versie)
    const raakt = (sommen.get(besluit.id) ?? []).filter(
      (een) => vraag.soort !== 'dossier' || een.onderdeel === vraag.onderdeel,
    )
    // Een besluit over een ander plan of onderdeel hoort hier niet.
    if (raakt.length === 0 && versies.length === 0) continue
    feiten.push({
      ...besluit,
      versies,
      budgetCent: telOp(...raakt.map(({ bedragCent }): Centen => bedragCent)),
    })
  }
  return feiten.toSorted((een, ander) => (geldtVanaf(een) < geldtVanaf(ander) ? -1 : 1))
}

async function leesBeoordeeld(
  { db, planboek, plan }: Feitenbron,
  versie: Planversie,
  afdoeningen: Kern['afdoeningen'],
): Promise<Beoordeeld[]> {
  const toen = new Map<number, ReturnType<Planversie['bevindingen']>>()
  for (const nummer of new Set(afdoeningen.map((een) => een.versie)))
    if (nummer !== versie.versie) {
      const gelezen = await planboek.lees(db, plan, nummer)
      if (gelezen !== undefined) toen.set(nummer, gelezen.bevindingen())
    }
  return beoordeel(versie.bevindingen(), afdoeningen, versie.versie, (nummer) => toen.get(nummer))
}

const raaktOnderdeel = ({ bevinding }: Beoordeeld, onderdeel: string): boolean =>
  bevinding.dingen.some(({ soort, id }) => soort === 'onderdeel' && id === onderdeel)

function uitloopfeiten(
  { beeld }: Planversie,
  posten: readonly Postsaldo[],
  vandaag: Datum,
  onderdeel: string | undefined,
): { naam: string; rijen: NonNullable<ReturnType<typeof uitloopVan>> }[] {
  const eigen = onderdeel === undefined ? undefined : beeld.onderdeel.get(onderdeel)?.bronnen
  return stellenVan(beeld).flatMap(({ naam, bronnen }) => {
    if (eigen !== undefined && !bronnen.some(({ id }) => eigen.includes(id))) return []
    const rijen = uitloopVan(
      beeld.plan,
      posten,
      bronnen.map(({ id }) => id),
      vandaag,
    )
    return rijen === undefined ? [] : [{ naam, rijen }]
  })
}
