import { hoofdletter, opsomming } from '#basis/tekst.ts'
import type { Plaats } from '#programma/plan.ts'
import { ASPECTEN } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import { type Aspect, alsCent, type Ledensom, type Lezing, type Tijd } from '#programma/plancontrole/geld.ts'
import {
  type Deel,
  DIEP_GENOEG,
  exact,
  ledentabel,
  ontleed,
  ontstaatBij,
  waardeOp,
} from '#programma/plancontrole/ontleden.ts'
import { cijferfout } from '#programma/plancontrole/oorzaak.ts'
import { euro, naam, plaatsnaam, vindplaatsen } from '#programma/plancontrole/tonen.ts'
import { gaanSamen } from '#programma/plancontrole/zelfde-bedrag.ts'

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
export function ledenUitEigenPlaats(
  knoop: Knoop,
  aspect: Aspect,
  tijd: Tijd,
  diepte = 0,
): Ledensom | undefined {
  if (diepte > DIEP_GENOEG) return undefined
  const metGeld = knoop.kinderen.filter(({ geld }) => geld[aspect].size > 0)
  const leden = metGeld.flatMap((kind) => {
    const lezing = eigenLezing(kind, aspect, tijd, diepte)
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

function eigenLezing(knoop: Knoop, aspect: Aspect, tijd: Tijd, diepte: number): Lezing | undefined {
  const lezingen = [...knoop.geld[aspect].values()].flatMap((geld) => geld.lezingen.get(tijd) ?? [])
  const eigen = lezingen.find(({ plaats }) =>
    plaats.over.some(({ soort, id }) => soort === knoop.ding.soort && id === knoop.ding.id),
  )
  return eigen ?? lezingen[0] ?? ledenUitEigenPlaats(knoop, aspect, tijd, diepte + 1)
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
    verschilCent: alsCent(Math.abs(verschil)),
    ...(oorzaak === undefined ? {} : { oorzaak }),
    ...(noemtLeden && som.tijd === 'geheel'
      ? ledentabel(knoop, hier, daar, [plaatskop(feiten, totaal.plaats), plaatskop(feiten, som.plaats)])
      : {}),
  }
}

/** Twee plaatsen zonder eigen totaal; bij één afwijkend lid zegt de bevinding over dat lid al genoeg. */
function* ledenTegenLeden(feiten: Feiten, knoop: Knoop, aspect: Aspect): Generator<Vondst> {
  const tijden = new Set(
    [...knoop.geld[aspect].values()].flatMap(({ ledensommen }) => [...ledensommen.keys()]),
  )
  for (const tijd of tijden) {
    if ([...knoop.geld[aspect].values()].some(({ lezingen }) => lezingen.has(tijd))) continue
    const sommen = losseSommen(knoop, aspect, tijd).sort((a, b) => b.cent - a.cent)
    const [een, ander] = [sommen[0], sommen.at(-1)]
    if (een === undefined || ander === undefined || een.cent === ander.cent) continue
    const [hier, daar] = [waardeIn(een), waardeIn(ander)]
    const delen: Deel[] = knoop.kinderen.flatMap((lid) => {
      const verschilCent = (hier(lid) ?? 0) - (daar(lid) ?? 0)
      return verschilCent === 0 ? [] : [{ knoop: lid, verschilCent }]
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
      verschilCent: alsCent(een.cent - ander.cent),
      ...(oorzaak === undefined ? {} : { oorzaak }),
      ...ledentabel(knoop, daar, hier, [plaatskop(feiten, ander.plaats), plaatskop(feiten, een.plaats)]),
    }
  }
}

function waardeIn({ leden }: Ledensom): (lid: Knoop) => number | undefined {
  const perLid = new Map(leden.map(({ knoop, lezing }) => [knoop, lezing.cent]))
  return (lid) => perLid.get(lid)
}

const plaatskop = (feiten: Feiten, plaats: Plaats): string => hoofdletter(plaatsnaam(feiten, plaats))
