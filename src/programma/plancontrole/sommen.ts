import { ASPECTEN } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import {
  type Aspect,
  alsCent,
  type Ledensom,
  type Lezing,
  type PlaatsGeld,
  somJaren,
} from '#programma/plancontrole/geld.ts'
import { cijferfout } from '#programma/plancontrole/oorzaak.ts'
import { euro, naam, plaatsnaam, tijdnaam, vindplaatsen } from '#programma/plancontrole/tonen.ts'
import { gaanSamen } from '#programma/plancontrole/zelfde-bedrag.ts'

/** Op één plaats: de jaren van een rij tellen op tot het totaal van die rij. */
export function* somVanJaren(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.knopen)
    for (const aspect of ASPECTEN)
      for (const geld of knoop.geld[aspect].values()) {
        const [totaal, jaren] = [geld.lezingen.get('geheel'), somJaren(geld)]
        if (totaal?.hoe !== 'gedrukt' || !noemtJaren(geld) || gaanSamen([totaal, jaren])) continue
        yield {
          ernst: 'fout',
          titel: `${naam(knoop)}: de jaren tellen niet op tot het totaal`,
          uitleg:
            `In ${plaatsnaam(feiten, geld.plaats)} zijn de jaren van ${naam(knoop)} samen ${euro(jaren.cent)}. ` +
            `Als totaal staat er ${euro(totaal.cent)}. Reken na welk bedrag niet klopt.`,
          plaatsen: vindplaatsen(feiten, totaal, jaren),
          dingen: [knoop.ding],
          kenmerk: `${aspect}:${geld.plaats.id}`,
          ...metVerschil(totaal.cent, jaren.cent),
        }
      }
}

const noemtJaren = ({ jaren, plaats }: PlaatsGeld): boolean =>
  jaren.size > 1 || (jaren.size === 1 && (plaats.soort === 'tabel' || plaats.soort === 'bijlage'))

function metVerschil(
  totaal: number,
  som: number,
): { verschilCent: Vondst['verschilCent']; oorzaak?: string } {
  const oorzaak = cijferfout(totaal, som)
  return { verschilCent: alsCent(Math.abs(totaal - som)), ...(oorzaak === undefined ? {} : { oorzaak }) }
}

/** Op één plaats: de rijen tellen op tot het gedrukte totaal, per kolom en voor het hele blok. */
export function* somVanLeden(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom)
    for (const aspect of ASPECTEN)
      for (const { plaats, lezingen, ledensommen } of knoop.geld[aspect].values())
        for (const [tijd, leden] of ledensommen) {
          const totaal = lezingen.get(tijd)
          if (totaal === undefined || !isGedrukt(totaal) || gaanSamen([totaal, leden])) continue
          if (!leden.compleet && (leden.leden.length < 2 || isLopendeTekst(plaats))) continue
          yield ledenvondst(feiten, knoop, aspect, totaal, leden)
        }
}

/** In een tabel horen alle rijen bij het totaal; een zin noemt soms alleen een paar leden. */
const isLopendeTekst = ({ soort }: Ledensom['plaats']): boolean =>
  soort === 'hoofdstuk' || soort === 'paragraaf'

const isGedrukt = ({ hoe }: Lezing): boolean => hoe === 'gedrukt' || hoe === 'perJaar'

function ledenvondst(feiten: Feiten, knoop: Knoop, aspect: Aspect, totaal: Lezing, som: Ledensom): Vondst {
  const verschil = totaal.cent - som.cent
  const precies = som.leden.find(({ lezing }) => Math.abs(lezing.cent) === Math.abs(verschil))
  const verschilmaker =
    precies === undefined
      ? undefined
      : `Het verschil is precies het bedrag van ${naam(precies.knoop)}: is dat niet of dubbel geteld?`
  const oorzaak = verschilmaker ?? cijferfout(totaal.cent, som.cent)
  return {
    ernst: 'fout',
    titel: `${naam(knoop)}: de rijen tellen niet op tot het totaal`,
    uitleg:
      `In ${plaatsnaam(feiten, som.plaats)} zijn de ${som.leden.length} bedragen onder ${naam(knoop)} ` +
      `${som.tijd === 'geheel' ? '' : `in ${som.tijd} `}samen ${euro(som.cent)}. Als totaal staat er ${euro(totaal.cent)}. ` +
      'Reken na welk bedrag niet klopt.',
    plaatsen: vindplaatsen(feiten, totaal, som),
    dingen: [knoop.ding],
    kenmerk: `${aspect}:${tijdnaam(som.tijd)}:${som.plaats.id}`,
    verschilCent: alsCent(Math.abs(verschil)),
    ...(oorzaak === undefined ? {} : { oorzaak }),
  }
}

/** Op één plaats: wat de bronnen inbrengen, telt op tot wat er beschikbaar is. */
export function* somVanBronnen(feiten: Feiten): Generator<Vondst> {
  const bijPlaats = Map.groupBy(
    feiten.bronnen.flatMap((bron) => [...bron.geld.beschikbaar.values()].map((geld) => ({ bron, geld }))),
    ({ geld }) => geld.plaats.id,
  )
  const gebruik = bronGebruik(feiten)
  const totalen = Map.groupBy(
    feiten.boom.flatMap((knoop) =>
      [...knoop.geld.beschikbaar.values()].flatMap(({ plaats, lezingen, ledensommen }) => {
        const totaal = lezingen.get('geheel')
        const opDezePlaats = bijPlaats.has(plaats.id) && !ledensommen.has('geheel')
        return totaal !== undefined && isGedrukt(totaal) && opDezePlaats ? [{ knoop, totaal }] : []
      }),
    ),
    ({ totaal }) => totaal.plaats.id,
  )
  for (const [plaatsId, totalenHier] of totalen)
    for (const { knoop, totaal } of totalenHier) {
      const rijen = (bijPlaats.get(plaatsId) ?? []).filter(
        ({ bron }) => totalenHier.length === 1 || gebruik.get(bron)?.has(knoop),
      )
      const som = somVanRijen(
        totaal,
        rijen.map(({ geld }) => geld),
      )
      if (rijen.length === 0 || gaanSamen([totaal, som])) continue
      yield {
        ernst: 'fout',
        titel: `${naam(knoop)}: de bronnen tellen niet op tot wat beschikbaar is`,
        uitleg:
          `In ${plaatsnaam(feiten, totaal.plaats)} brengen de bronnen van ${naam(knoop)} samen ${euro(som.cent)} in. ` +
          `Als beschikbaar bedrag staat er ${euro(totaal.cent)}. Reken na welk bedrag niet klopt.`,
        plaatsen: vindplaatsen(feiten, totaal, som),
        dingen: [knoop.ding],
        kenmerk: plaatsId,
        ...metVerschil(totaal.cent, som.cent),
      }
    }
}

function somVanRijen(totaal: Lezing, rijen: readonly PlaatsGeld[]): Lezing {
  const lezingen = rijen.flatMap((geld) =>
    geld.geheel.length > 0 ? (geld.lezingen.get('geheel') ?? []) : somJaren(geld),
  )
  return {
    plaats: totaal.plaats,
    tijd: 'geheel',
    cent: lezingen.reduce((som, { cent }) => som + cent, 0),
    hoe: 'leden',
    termen: lezingen.flatMap(({ termen }) => termen),
  }
}

/** Voor elke bron: de onderdelen die hem gebruiken en alles waar die onder vallen. */
export function bronGebruik(feiten: Feiten): Map<Knoop, Set<Knoop>> {
  const gebruik = new Map<Knoop, Set<Knoop>>(feiten.bronnen.map((bron) => [bron, new Set()]))
  for (const knoop of feiten.boom)
    for (const id of knoop.onderdeel?.bronnen ?? []) {
      const gebruikers = gebruik.get(feiten.knoop({ soort: 'bron', id }) ?? knoop)
      for (let een: Knoop | undefined = knoop; een !== undefined && !gebruikers?.has(een); een = een.ouder)
        gebruikers?.add(een)
    }
  return gebruik
}
