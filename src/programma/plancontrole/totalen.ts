import { centen } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import type { Aspect, Ledensom, Lezing, Tijd } from '#programma/plancontrole/geld.ts'
import {
  type Deel,
  exact,
  gedrukteTotalen,
  ontleed,
  ontstaatBij,
  waardeOp,
} from '#programma/plancontrole/ontleden.ts'
import { cijferfout } from '#programma/plancontrole/oorzaak.ts'
import { sluitpostVan } from '#programma/plancontrole/sluitpost.ts'
import { euro, hoofdletter, naam, plaatsnaam, vindplaatsen } from '#programma/plancontrole/tonen.ts'
import { gaanSamen } from '#programma/plancontrole/zelfde-bedrag.ts'

const ASPECTEN = ['lasten', 'beschikbaar'] as const

/** Een totaal op de ene plaats tegen de leden op een andere plaats. */
export function* somOverPlaatsen(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    if (knoop.kinderen.length === 0) continue
    for (const aspect of ASPECTEN) {
      yield* totaalTegenLeden(feiten, knoop, aspect)
      yield* ledenTegenLeden(feiten, knoop, aspect)
    }
  }
}

function* totaalTegenLeden(feiten: Feiten, knoop: Knoop, aspect: Aspect): Generator<Vondst> {
  for (const [tijd, totalen] of eigenLezingen(knoop, aspect)) {
    const totaal = totalen.find(exact)
    if (totaal === undefined) continue
    const sommen = losseSommen(knoop, aspect, tijd)
    const elders = knoop.geld[aspect].get(totaal.plaats.id)?.ledensommen.has(tijd)
    const leden = sommen.length > 0 || elders ? undefined : ledenUitEigenPlaats(knoop, aspect, tijd)
    for (const som of leden === undefined ? sommen : [leden])
      if (!gaanSamen([totaal, som])) yield totaalvondst(feiten, knoop, aspect, totaal, som)
  }
}

function eigenLezingen(knoop: Knoop, aspect: Aspect): Map<Tijd, Lezing[]> {
  const alle = [...knoop.geld[aspect].values()].flatMap(({ lezingen }) => [...lezingen.values()])
  return Map.groupBy(alle, ({ tijd }) => tijd)
}

/** Complete sommen op plaatsen die zelf geen totaal voor dit ding drukken. */
export const losseSommen = (knoop: Knoop, aspect: Aspect, tijd: Tijd): Ledensom[] =>
  [...knoop.geld[aspect].values()].flatMap(({ lezingen, ledensommen }) => {
    const som = ledensommen.get(tijd)
    return som?.compleet && !lezingen.has(tijd) ? [som] : []
  })

/** Geen plaats noemt alle leden: dan telt elk lid mee zoals zijn eigen plaats het zegt. */
export function ledenUitEigenPlaats(knoop: Knoop, aspect: Aspect, tijd: Tijd): Ledensom | undefined {
  const metGeld = knoop.kinderen.filter(({ geld }) => geld[aspect].size > 0)
  const leden = metGeld.flatMap((kind) => {
    const lezing = eigenLezing(kind, aspect, tijd)
    return lezing === undefined ? [] : [{ knoop: kind, lezing }]
  })
  const [eerste] = leden
  if (eerste === undefined || leden.length < metGeld.length) return undefined
  return {
    plaats: eerste.lezing.plaats,
    tijd,
    cent: leden.reduce((som, { lezing }) => som + lezing.cent, 0),
    hoe: 'leden',
    termen: leden.flatMap(({ lezing }) => lezing.termen),
    compleet: true,
    leden,
  }
}

function eigenLezing(knoop: Knoop, aspect: Aspect, tijd: Tijd): Lezing | undefined {
  const lezingen = [...knoop.geld[aspect].values()].flatMap((geld) => geld.lezingen.get(tijd) ?? [])
  const eigen = lezingen.find(({ plaats }) =>
    plaats.over.some(({ soort, id }) => soort === knoop.ding.soort && id === knoop.ding.id),
  )
  return eigen ?? lezingen[0] ?? ledenUitEigenPlaats(knoop, aspect, tijd)
}

function totaalvondst(feiten: Feiten, knoop: Knoop, aspect: Aspect, totaal: Lezing, som: Ledensom): Vondst {
  const verschil = som.cent - totaal.cent
  const noemtLeden = knoop.geld[aspect].get(totaal.plaats.id)?.ledensommen.has('geheel')
  const hier = waardeOp(aspect, totaal.plaats.id, som.plaats.id)
  const daar = waardeOp(aspect, som.plaats.id)
  const delen = som.tijd === 'geheel' ? ontleed(knoop, hier, daar, noemtLeden ? 'nul' : 'gelijk') : []
  const oorzaak = ontstaatBij(delen, verschil) ?? cijferfout(totaal.cent, som.cent)
  const plaatsen = [...new Set(som.leden.map(({ lezing }) => plaatsnaam(feiten, lezing.plaats)))]
  const wanneer = som.tijd === 'geheel' ? '' : ` in ${som.tijd}`
  const waar = plaatsen.length > 3 ? 'in hun eigen paragraaf' : `in ${opsomming(plaatsen)}`
  return {
    ernst: 'fout',
    titel: `${naam(knoop)}: het totaal klopt niet met de bedragen elders`,
    uitleg:
      `${hoofdletter(plaatsnaam(feiten, totaal.plaats))} noemt voor ${naam(knoop)}${wanneer} ${euro(totaal.cent)}. ` +
      `De bedragen die eronder vallen, zijn ${waar} samen ${euro(som.cent)}. Zorg dat beide hetzelfde zeggen.`,
    plaatsen: vindplaatsen(feiten, totaal, som),
    dingen: [knoop.ding],
    kenmerk: `${aspect}:${som.tijd}:${som.plaats.id}`,
    verschilCent: centen(Math.abs(verschil)),
    ...(oorzaak === undefined ? {} : { oorzaak }),
  }
}

/** Twee plaatsen zonder eigen totaal; bij één afwijkend lid zegt de bevinding over dat lid al genoeg. */
function* ledenTegenLeden(feiten: Feiten, knoop: Knoop, aspect: Aspect): Generator<Vondst> {
  const tijden = new Set(
    [...knoop.geld[aspect].values()].flatMap(({ ledensommen }) => [...ledensommen.keys()]),
  )
  for (const tijd of tijden) {
    if ([...knoop.geld[aspect].values()].some(({ lezingen }) => lezingen.has(tijd))) continue
    const [een, ander] = losseSommen(knoop, aspect, tijd).sort((a, b) => b.cent - a.cent)
    if (een === undefined || ander === undefined || een.cent === ander.cent) continue
    const delen: Deel[] = een.leden.flatMap(({ knoop: lid, lezing }) => {
      const daar = ander.leden.find((deel) => deel.knoop === lid)?.lezing.cent ?? 0
      return lezing.cent === daar ? [] : [{ knoop: lid, verschilCent: lezing.cent - daar }]
    })
    if (delen.length < 2) continue
    const oorzaak = ontstaatBij(delen, een.cent - ander.cent)
    yield {
      ernst: 'fout',
      titel: `${naam(knoop)}: twee plaatsen komen op een ander totaal`,
      uitleg:
        `${tijd === 'geheel' ? 'Over de hele looptijd' : `In ${tijd}`} zijn de bedragen onder ${naam(knoop)} ` +
        `in ${plaatsnaam(feiten, een.plaats)} samen ${euro(een.cent)}, en in ${plaatsnaam(feiten, ander.plaats)} ` +
        `samen ${euro(ander.cent)}. Kies welke bedragen gelden.`,
      plaatsen: vindplaatsen(feiten, een, ander),
      dingen: [knoop.ding],
      kenmerk: `${aspect}:${tijd}`,
      verschilCent: centen(een.cent - ander.cent),
      ...(oorzaak === undefined ? {} : { oorzaak }),
    }
  }
}

/** Wat er beschikbaar is tegen wat het kost: meer kan niet, minder is niet verdeeld. */
export function* beschikbaarEnLasten(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    const beschikbaar = meestGenoemd(gedrukteTotalen(knoop, 'beschikbaar'))
    if (beschikbaar === undefined) continue
    const gezien = new Set([beschikbaar.cent])
    for (const lasten of lastenVan(knoop)) {
      if (gezien.has(lasten.cent)) continue
      gezien.add(lasten.cent)
      yield saldovondst(feiten, knoop, beschikbaar, lasten)
    }
  }
}

function meestGenoemd(lezingen: readonly Lezing[]): Lezing | undefined {
  const opBedrag = [...Map.groupBy(lezingen, ({ cent }) => cent).values()]
  return opBedrag.sort((a, b) => b.length - a.length || (a[0]?.cent ?? 0) - (b[0]?.cent ?? 0))[0]?.[0]
}

function lastenVan(knoop: Knoop): Lezing[] {
  const gedrukt = gedrukteTotalen(knoop, 'lasten')
  if (gedrukt.length > 0) return gedrukt
  const sommen = losseSommen(knoop, 'lasten', 'geheel').filter(exact)
  if (sommen.length > 0) return sommen
  const leden = ledenUitEigenPlaats(knoop, 'lasten', 'geheel')
  return leden === undefined || !exact(leden) ? [] : [leden]
}

function saldovondst(feiten: Feiten, knoop: Knoop, beschikbaar: Lezing, lasten: Lezing): Vondst {
  const verschil = lasten.cent - beschikbaar.cent
  const delen = ontleed(
    knoop,
    waardeOp('beschikbaar', beschikbaar.plaats.id),
    waardeOp('lasten', lasten.plaats.id),
  )
  const sluitpost = sluitpostVan(knoop, lasten.plaats.id)
  const oorzaken = [
    cijferfout(beschikbaar.cent, lasten.cent),
    ontstaatBij(delen, verschil),
    sluitpost === undefined
      ? undefined
      : `${naam(sluitpost.knoop)} van ${euro(sluitpost.lezing.cent)} is precies de sluitpost van het totaal ${euro(lasten.cent)}.`,
  ].filter((oorzaak) => oorzaak !== undefined)
  const meer = verschil > 0
  return {
    ernst: meer ? 'fout' : 'waarschijnlijk',
    titel: meer ? `${naam(knoop)}: het kost meer dan er is` : `${naam(knoop)}: niet al het geld is verdeeld`,
    uitleg:
      `Voor ${naam(knoop)} is ${euro(beschikbaar.cent)} beschikbaar volgens ${plaatsnaam(feiten, beschikbaar.plaats)}. ` +
      `De kosten zijn volgens ${plaatsnaam(feiten, lasten.plaats)} ${euro(lasten.cent)}: ` +
      `${euro(Math.abs(verschil))} ${meer ? 'te veel. Zoek het verschil en pas een van beide aan.' : 'minder. Zeg waar dit bedrag voor is.'}`,
    plaatsen: vindplaatsen(feiten, ...gedrukteTotalen(knoop, 'beschikbaar'), lasten),
    dingen: [knoop.ding, ...delen.map((deel) => deel.knoop.ding)],
    kern: [knoop.ding],
    kenmerk: lasten.plaats.id,
    verschilCent: centen(Math.abs(verschil)),
    ...(oorzaken.length === 0 ? {} : { oorzaak: oorzaken.join(' ') }),
  }
}
