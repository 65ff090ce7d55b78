import { eersteMaand, jaarVan, periodenaam, type Tijdvak, wanneer } from '#basis/datum.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop, omhoog } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Lezing, type PlaatsGeld } from '#programma/plancontrole/geld.ts'
import { eigenPlek, euro, naam, plaatsnaam, vindplaats, vindplaatsen } from '#programma/plancontrole/tonen.ts'

/** De ruimste periode die het plan voor een ding noemt; `stellig` als begin en eind gewoon gezegd zijn. */
type Loop = { van: number; tot: number; stellig: boolean; waarvan: Knoop }

function eigenLoop(knoop: Knoop, feiten: Feiten): Loop | undefined {
  const planning = knoop.onderdeel?.planning
  const zinnen = [...gezegd(knoop, 'looptijd'), ...(planning === undefined ? [] : [planning])].filter(
    ({ van, tot }) => van !== undefined || tot !== undefined,
  )
  if (zinnen.length === 0) return undefined
  const [begin, eind] = [zinnen.flatMap(({ van }) => van ?? []), zinnen.flatMap(({ tot }) => tot ?? [])]
  const van = begin.length === 0 ? feiten.van : Math.min(...begin.map(jaarVan))
  const tot = eind.length === 0 ? Math.max(feiten.tot, van) : Math.max(...eind.map(jaarVan))
  const stellig = zinnen.some((zin) => zin.van !== undefined && zin.tot !== undefined && !zin.verwacht)
  return { van, tot, stellig, waarvan: knoop }
}

const duur = ({ van, tot }: Loop): string =>
  van === tot ? `alleen in ${van}` : `van ${van} tot en met ${tot}`

/** De eigen looptijd, anders die van waar het onder valt, anders die van het programma. */
function loopVan(knoop: Knoop, feiten: Feiten): Loop {
  for (const een of omhoog(knoop)) {
    const loop = eigenLoop(een, feiten)
    if (loop !== undefined) return loop
  }
  return { van: feiten.van, tot: feiten.tot, stellig: true, waarvan: feiten.wortel }
}

const jaarlezingen = (geld: PlaatsGeld): Lezing[] =>
  [...geld.lezingen.values()].filter(({ tijd, cent }) => tijd !== 'geheel' && cent !== 0)

const looptijdplekken = (feiten: Feiten, knoop: Knoop): Vondst['plaatsen'] => {
  const zinnen = gezegd(knoop, 'looptijd').map((zin) =>
    vindplaats(feiten, zin, zin.letterlijk ?? periodenaam(zin)),
  )
  const planning = knoop.onderdeel?.planning
  return zinnen.length > 0 || planning === undefined ? zinnen : [eigenPlek(knoop, periodenaam(planning))]
}

/** Geld in een jaar waarin het onderdeel niet loopt. */
export function* geldBuitenLooptijd(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    if (knoop.onderdeel === undefined || knoop.geld.lasten.size === 0) continue
    const loop = loopVan(knoop, feiten)
    const buiten = [...knoop.geld.lasten.values()]
      .flatMap(jaarlezingen)
      .filter(({ tijd }) => Number(tijd) < loop.van || Number(tijd) > loop.tot)
    if (buiten.length === 0) continue
    const jaren = [...new Set(buiten.map(({ tijd }) => String(tijd)))].sort()
    const perPlaats = Map.groupBy(buiten, ({ plaats }) => plaats.id)
    const cent = Math.max(
      ...[...perPlaats.values()].map((deel) => deel.reduce((som, een) => som + een.cent, 0)),
    )
    yield {
      ernst: loop.stellig ? 'waarschijnlijk' : 'aandacht',
      titel: `${naam(knoop)}: geld in een jaar buiten de looptijd`,
      uitleg:
        `${naam(loop.waarvan)} loopt volgens het plan ${duur(loop)}. ` +
        `Maar in ${opsomming(jaren)} staat er ${euro(cent)}. ` +
        'Pas de looptijd aan of verplaats het geld.',
      plaatsen: [...looptijdplekken(feiten, loop.waarvan), ...vindplaatsen(feiten, ...buiten)],
      dingen: [knoop.ding],
      kenmerk: jaren.join('+'),
      verschilCent: alsCent(cent),
    }
  }
}

/** Een jaar van de looptijd waarvoor geen geld in het plan staat. */
export function* looptijdZonderGeld(feiten: Feiten): Generator<Vondst> {
  const gemeld = new Set<number>()
  for (const knoop of feiten.boom) {
    const loop = knoop === feiten.wortel ? loopVan(knoop, feiten) : eigenLoop(knoop, feiten)
    if (loop === undefined || !loop.stellig) continue
    const jaren = jarenMetGeld(knoop)
    if (jaren.size === 0) continue
    const leeg: number[] = []
    for (let jaar = Math.max(loop.van, feiten.van); jaar <= Math.min(loop.tot, feiten.tot); jaar++)
      if (!jaren.has(jaar) && !(knoop === feiten.wortel && gemeld.has(jaar))) leeg.push(jaar)
    if (leeg.length === 0) continue
    for (const jaar of leeg) gemeld.add(jaar)
    yield {
      ernst: knoop.onderdeel === undefined ? 'waarschijnlijk' : 'aandacht',
      titel: `${naam(knoop)}: in ${opsomming(leeg.map(String))} geen geld`,
      uitleg:
        `${naam(knoop)} loopt volgens het plan ${duur(loop)}. ` +
        `Voor ${opsomming(leeg.map(String))} staat er geen bedrag. Klopt de periode, ` +
        'of ontbreekt er geld?',
      plaatsen: looptijdplekken(feiten, knoop),
      dingen: [knoop.ding],
      kenmerk: leeg.join('+'),
    }
  }
}

function jarenMetGeld(knoop: Knoop): Set<number> {
  const lezingen = [...knoop.geld.lasten.values()].flatMap((geld) => [
    ...jaarlezingen(geld),
    ...[...geld.ledensommen.values()].filter(({ tijd, cent }) => tijd !== 'geheel' && cent !== 0),
  ])
  return new Set(lezingen.map(({ tijd }) => Number(tijd)))
}

const RUIMTE = 1.1

/** Wie halverwege het jaar begint, heeft dat jaar geen heel jaarbedrag nodig. */
export function* deelVanEenJaar(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    const van =
      knoop.onderdeel?.planning.van ?? gezegd(knoop, 'looptijd').find(({ van }) => van !== undefined)?.van
    if (van === undefined || eersteMaand(van) % 12 === 0) continue
    for (const geld of knoop.geld.lasten.values()) {
      const [eerste, tweede] = [geld.lezingen.get(jaarVan(van)), geld.lezingen.get(jaarVan(van) + 1)]
      if (eerste === undefined || tweede === undefined || tweede.cent <= 0) continue
      const maanden = 12 - (eersteMaand(van) % 12)
      const naarRato = Math.round((tweede.cent * maanden) / 12)
      if (eerste.cent <= naarRato * RUIMTE) continue
      yield naarRatoVondst(feiten, knoop, van, maanden, eerste, tweede, naarRato)
      break
    }
  }
}

function naarRatoVondst(
  feiten: Feiten,
  knoop: Knoop,
  van: Tijdvak,
  maanden: number,
  eerste: Lezing,
  tweede: Lezing,
  naarRato: number,
): Vondst {
  return {
    ernst: 'aandacht',
    titel: `${naam(knoop)}: begint later in het jaar, maar krijgt meer dan een deel`,
    uitleg:
      `${naam(knoop)} begint ${wanneer(van)}. Dan blijven er ${maanden} maanden over. ` +
      `In ${plaatsnaam(feiten, eerste.plaats)} staat voor ${eerste.tijd} ${euro(eerste.cent)} en voor ${tweede.tijd} ${euro(tweede.cent)}. ` +
      `Naar verhouding zou het ${euro(naarRato)} zijn. Zeg waar de rest voor is, anders blijft er waarschijnlijk geld over.`,
    plaatsen: [...looptijdplekken(feiten, knoop), ...vindplaatsen(feiten, eerste, tweede)],
    dingen: [knoop.ding],
    verschilCent: alsCent(eerste.cent - naarRato),
  }
}
