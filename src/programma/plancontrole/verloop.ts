import type { Centen } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Bron, Onderdeel, Plan, Raming } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, type Knoop, opTitel } from '#programma/plancontrole/feiten.ts'
import { alsCent } from '#programma/plancontrole/geld.ts'
import { gedrukteTotalen } from '#programma/plancontrole/ontleden.ts'
import { euro, namen, vindplaats } from '#programma/plancontrole/tonen.ts'

export type Verloopjaar = { jaar: number; inCent: Centen; uitCent: Centen; saldoCent: Centen }

/**
 * Wat een stel bronnen per jaar inbrengt, wat er volgens de geldende raming uitgaat, en wat er eind van het jaar
 * over is. Geld van vóór het programma of zonder jaar telt bij het eerste jaar. Een bedrag waarvan de verdeling over
 * bronnen onbekend is, telt mee als al zijn bronnen in het stel zitten. `undefined` als een bron geen bedrag heeft.
 */
export function verloopVan(plan: Plan, bronnen: readonly string[]): Verloopjaar[] | undefined {
  const stel = new Set<string>(bronnen)
  const gekozen = plan.bronnen.filter(({ id }) => stel.has(id))
  if (gekozen.length === 0 || !gekozen.every(noemtBedrag)) return undefined
  const uit = plan.raming.filter(({ bron }) => bron === null || stel.has(bron))
  const binnen = new Set<string>(
    plan.onderdelen.filter((onderdeel) => betaaltUit(onderdeel, stel)).map(({ id }) => id),
  )
  return jaarrijen(
    plan,
    gekozen,
    uit.filter(({ onderdeel, bron }) => bron !== null || binnen.has(onderdeel)),
  )
}

const noemtBedrag = ({ ontvangsten }: Bron): boolean => ontvangsten.length > 0

const betaaltUit = ({ bronnen }: Onderdeel, stel: ReadonlySet<string>): boolean =>
  bronnen.length > 0 && bronnen.every((bron) => stel.has(bron))

function jaarrijen(plan: Plan, bronnen: readonly Bron[], uit: readonly Raming[]): Verloopjaar[] {
  const eerste = Number(plan.programma.van.slice(0, 4))
  const laatste = Number(plan.programma.tot.slice(0, 4))
  const inPerJaar = new Map<number, number>()
  const uitPerJaar = new Map<number, number>()
  const tel = (bij: Map<number, number>, jaar: number, cent: number): void =>
    void bij.set(jaar, (bij.get(jaar) ?? 0) + cent)
  for (const { ontvangsten } of bronnen)
    for (const { jaar, bedragCent } of ontvangsten)
      tel(inPerJaar, Math.max(jaar ?? eerste, eerste), bedragCent)
  for (const { jaar, bedragCent } of uit) tel(uitPerJaar, jaar, bedragCent)
  const jaren = new Set([...inPerJaar.keys(), ...uitPerJaar.keys()])
  for (let jaar = eerste; jaar <= laatste; jaar++) jaren.add(jaar)
  let saldo = 0
  return [...jaren]
    .sort((a, b) => a - b)
    .map((jaar) => {
      const [erin, eruit] = [inPerJaar.get(jaar) ?? 0, uitPerJaar.get(jaar) ?? 0]
      saldo += erin - eruit
      return { jaar, inCent: alsCent(erin), uitCent: alsCent(eruit), saldoCent: alsCent(saldo) }
    })
}

export type Bronstel = { bronnen: Bron[]; uit: Raming[] }

/** Bronnen die samen dezelfde onderdelen betalen, horen bij elkaar: alleen samen kloppen zij met de lasten. */
export function bronstellen(plan: Plan): Bronstel[] {
  const boven = new Map<string, string>(plan.bronnen.map(({ id }) => [id, id]))
  const wortel = (id: string): string => {
    let een = id
    for (let hoger = boven.get(een); hoger !== undefined && hoger !== een; hoger = boven.get(een)) een = hoger
    boven.set(id, een)
    return een
  }
  const gebruikt = new Set<string>()
  const eersteBron = new Map<string, string>()
  for (const { id, bronnen } of plan.onderdelen)
    for (const bron of bronnen) {
      const eerste = eersteBron.get(id) ?? bron
      eersteBron.set(id, eerste)
      gebruikt.add(bron)
      boven.set(wortel(bron), wortel(eerste))
    }
  const betaler = ({ bron, onderdeel }: Raming): string => wortel(bron ?? eersteBron.get(onderdeel) ?? '')
  const uit = Map.groupBy(plan.raming, betaler)
  const stellen = Map.groupBy(
    plan.bronnen.filter(({ id }) => gebruikt.has(id)),
    ({ id }) => wortel(id),
  )
  return [...stellen].map(([hoofd, bronnen]) => ({ bronnen, uit: uit.get(hoofd) ?? [] }))
}

const NEEMT_MEE = /reserve|overgeheveld|overheveling|meegenomen|gaat mee naar|volgend jaar/iu

/** Een reserve bewaart geld van jaar op jaar; bij een andere bron moet het plan dat zelf zeggen. */
const bewaart = ({ soort, voorwaarden }: Bron): boolean =>
  soort === 'reserve' || (voorwaarden !== undefined && NEEMT_MEE.test(voorwaarden))

export function* verloop(feiten: Feiten): Generator<Vondst> {
  for (const { bronnen, uit } of bronstellen(feiten.plan)) {
    const knopen = bronnen.flatMap(({ id }) => feiten.knoop({ soort: 'bron', id }) ?? []).sort(opTitel)
    if (uit.length === 0) continue
    if (!bronnen.every(noemtBedrag)) {
      yield* nietUitgelegd(feiten, knopen, uit)
      continue
    }
    const jaren = jaarrijen(feiten.plan, bronnen, uit)
    const tekort = jaren.find(({ saldoCent }) => saldoCent < 0)
    const intering = jaren.filter(({ inCent, uitCent }) => uitCent > inCent)
    if (tekort !== undefined) yield tekortvondst(feiten, knopen, jaren, tekort)
    else if (intering.length > 0 && !bronnen.some(bewaart))
      yield interingvondst(feiten, knopen, jaren, intering)
    else yield* restvondst(feiten, knopen, jaren)
  }
}

function tekortvondst(feiten: Feiten, bronnen: Knoop[], jaren: Verloopjaar[], tekort: Verloopjaar): Vondst {
  return {
    ...metTabel(feiten, bronnen, jaren),
    ernst: 'fout',
    titel: `${namen(bronnen)}: in ${tekort.jaar} is het geld op`,
    uitleg:
      `Samen brengen ${namen(bronnen)} tot en met ${tekort.jaar} minder in dan het plan dan heeft uitgegeven. ` +
      `Eind ${tekort.jaar} is er ${euro(-tekort.saldoCent)} te weinig. Schuif uitgaven of zoek ander geld.`,
    verschilCent: alsCent(-tekort.saldoCent),
  }
}

function interingvondst(
  feiten: Feiten,
  bronnen: Knoop[],
  jaren: Verloopjaar[],
  intering: readonly Verloopjaar[],
): Vondst {
  const top = jaren.reduce((hoogste, rij) => (rij.saldoCent > hoogste.saldoCent ? rij : hoogste))
  return {
    ...metTabel(feiten, bronnen, jaren),
    ernst: 'waarschijnlijk',
    titel: `${namen(bronnen)}: dit klopt alleen als geld van jaar naar jaar meegaat`,
    uitleg:
      `In ${opsomming(intering.map(({ jaar }) => String(jaar)))} gaat er meer uit dan er binnenkomt. ` +
      `Dat kan alleen met geld van eerdere jaren: eind ${top.jaar} moet er nog ${euro(top.saldoCent)} zijn, ` +
      `aan het eind ${euro(jaren.at(-1)?.saldoCent ?? 0)}. Het plan zegt niet waar dat geld bewaard wordt. ` +
      'Noem de reserve, of het besluit om het mee te nemen.',
    verschilCent: top.saldoCent,
  }
}

function* restvondst(feiten: Feiten, bronnen: Knoop[], jaren: Verloopjaar[]): Generator<Vondst> {
  const rest = jaren.at(-1)?.saldoCent
  if (rest === undefined || rest === 0) return
  yield {
    ...metTabel(feiten, bronnen, jaren),
    ernst: 'aandacht',
    titel: `${namen(bronnen)}: aan het eind is er geld over`,
    uitleg:
      `Samen brengen ${namen(bronnen)} meer in dan het plan uitgeeft. Aan het eind is er nog ${euro(rest)}. ` +
      'Zeg waar dat voor is, of wie het terugkrijgt.',
    kenmerk: 'rest',
    verschilCent: rest,
  }
}

function metTabel(
  feiten: Feiten,
  bronnen: readonly Knoop[],
  jaren: readonly Verloopjaar[],
): Pick<Vondst, 'plaatsen' | 'dingen' | 'tabel'> {
  return {
    plaatsen: bronplaatsen(feiten, bronnen),
    dingen: bronnen.map(({ ding }) => ding),
    tabel: {
      kop: ['Jaar', 'Komt binnen', 'Gaat uit', 'Over eind van het jaar'],
      rijen: jaren.map(({ jaar, inCent, uitCent, saldoCent }) => ({
        naam: String(jaar),
        centen: [inCent, uitCent, saldoCent],
      })),
    },
  }
}

const bronplaatsen = (feiten: Feiten, bronnen: readonly Knoop[]): Vondst['plaatsen'] =>
  bronnen.flatMap(({ gezegd }) =>
    gezegd.filter(({ soort }) => soort === 'bedrag').map((vermelding) => vindplaats(feiten, vermelding)),
  )

/** Niet van elke bron is het bedrag bekend, maar wat bekend is, is al meer dan er uitgaat. */
function* nietUitgelegd(feiten: Feiten, bronnen: Knoop[], raming: readonly Raming[]): Generator<Vondst> {
  const bekend = bronnen.flatMap((bron) => gedrukteTotalen(bron, 'beschikbaar')[0] ?? [])
  const erin = bekend.reduce((som, { cent }) => som + cent, 0)
  const uit = raming.reduce((som, { bedragCent }) => som + bedragCent, 0)
  if (erin <= 0 || erin <= uit) return
  yield {
    ernst: 'waarschijnlijk',
    titel: `${namen(bronnen)}: een deel van het geld is niet uitgelegd`,
    uitleg:
      `Volgens het plan is hier ${euro(erin)} van bekend. Aan wat eruit betaald wordt, is ${euro(uit)} geraamd. ` +
      `Wat er met de andere ${euro(erin - uit)} gebeurt, staat er niet. Ook niet hoeveel elke bron betaalt. Vul dat aan.`,
    plaatsen: bronplaatsen(feiten, bronnen),
    dingen: bronnen.map(({ ding }) => ding),
    verschilCent: alsCent(erin - uit),
  }
}

/** Geld dat buiten de programmaperiode binnenkomt. */
export function* ontvangstBuitenPeriode(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.bronnen) {
    const buiten = (knoop.bron?.ontvangsten ?? []).filter(
      ({ jaar }) => jaar !== null && (jaar < feiten.van || jaar > feiten.tot),
    )
    if (buiten.length === 0) continue
    buiten.sort(
      (a, b) => (a.jaar ?? 0) - (b.jaar ?? 0) || a.bedragCent - b.bedragCent || a.naam.localeCompare(b.naam),
    )
    const jaren = new Set<number | null>(buiten.map(({ jaar }) => jaar))
    const gezegd = knoop.gezegd.filter(
      (een) =>
        een.soort === 'bedrag' && een.periode !== 'geheel' && jaren.has(Number(een.periode.van?.slice(0, 4))),
    )
    const wat = buiten.map(({ naam, jaar, bedragCent }) => `‘${naam}’ van ${euro(bedragCent)} in ${jaar}`)
    yield {
      ernst: 'aandacht',
      titel: `${namen([knoop])}: geld van buiten de programmaperiode`,
      uitleg:
        `Het programma loopt van ${feiten.van} tot en met ${feiten.tot}. Deze bron brengt ook iets in van daarbuiten: ` +
        `${opsomming(wat)}. Zeg erbij dat dit geld voor dit programma bewaard is, en waar.`,
      plaatsen: gezegd.map((vermelding) => vindplaats(feiten, vermelding)),
      dingen: [knoop.ding],
      kenmerk: buiten
        .map(({ jaar }) => jaar)
        .sort()
        .join('+'),
      verschilCent: alsCent(buiten.reduce((som, { bedragCent }) => som + bedragCent, 0)),
    }
  }
}
