import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Lezing, type Tijd } from '#programma/plancontrole/geld.ts'
import { exact } from '#programma/plancontrole/ontleden.ts'
import { euro, naam, vindplaats, vindplaatsen } from '#programma/plancontrole/tonen.ts'

/** Wat geldt, moet gelijk zijn aan de plek in het document waar het vandaan komt. */
export function* ramingEnTekst(feiten: Feiten): Generator<Vondst> {
  yield* ramingEnVermelding(feiten)
  for (const knoop of feiten.bronnen) yield* ontvangstEnVermelding(feiten, knoop)
}

function* ramingEnVermelding(feiten: Feiten): Generator<Vondst> {
  const uitVermelding = Map.groupBy(
    feiten.plan.raming.filter(({ vermelding }) => vermelding !== undefined),
    ({ vermelding }) => vermelding,
  )
  for (const zin of feiten.plan.vermeldingen) {
    const regels = uitVermelding.get(zin.id)
    if (zin.soort !== 'bedrag' || regels === undefined || zin.benadering !== undefined) continue
    const jaren = new Set(regels.map(({ jaar }) => jaar)).size
    const verwacht = zin.bedragCent * (zin.perJaar ? jaren : 1)
    const geraamd = regels.reduce((som, { bedragCent }) => som + bedragCent, 0)
    const knoop = feiten.knoop(zin.over)
    if (geraamd === verwacht || knoop === undefined) continue
    yield {
      ernst: 'waarschijnlijk',
      titel: `${naam(knoop)}: de raming wijkt af van de tekst`,
      uitleg:
        `De geldende raming is ${euro(geraamd)}. De plek waar dat vandaan komt, zegt ${euro(verwacht)}. ` +
        'Pas een van beide aan, of verwijs naar het besluit.',
      plaatsen: [vindplaats(feiten, zin)],
      dingen: [knoop.ding],
      kenmerk: zin.id,
      verschilCent: alsCent(Math.abs(geraamd - verwacht)),
    }
  }
}

/** De ontvangsten van een bron tegen wat het document over die bron zegt, per jaar en in totaal. */
function* ontvangstEnVermelding(feiten: Feiten, knoop: Knoop): Generator<Vondst> {
  const ontvangen = new Map<Tijd, number>()
  const tel = (tijd: Tijd, cent: number): void => void ontvangen.set(tijd, (ontvangen.get(tijd) ?? 0) + cent)
  for (const { jaar, bedragCent } of knoop.bron?.ontvangsten ?? []) {
    tel('geheel', bedragCent)
    if (jaar !== null) tel(jaar, bedragCent)
  }
  const anders = [...knoop.geld.beschikbaar.values()]
    .flatMap(({ lezingen }) => [...lezingen.values()])
    .filter(
      (lezing) => exact(lezing) && ontvangen.has(lezing.tijd) && ontvangen.get(lezing.tijd) !== lezing.cent,
    )
  const jaren = anders.filter(({ tijd }) => tijd !== 'geheel')
  const [eerste] = jaren.length > 0 ? jaren : anders
  if (eerste !== undefined)
    yield ontvangstvondst(feiten, knoop, eerste, ontvangen.get(eerste.tijd) ?? 0, anders)
}

function ontvangstvondst(
  feiten: Feiten,
  knoop: Knoop,
  eerste: Lezing,
  ontvangen: number,
  anders: readonly Lezing[],
): Vondst {
  return {
    ernst: 'waarschijnlijk',
    titel: `${naam(knoop)}: de ontvangst wijkt af van de tekst`,
    uitleg:
      `Als ontvangst geldt ${eerste.tijd === 'geheel' ? 'in totaal' : `in ${eerste.tijd}`} ${euro(ontvangen)}. ` +
      `Het document zegt ${euro(eerste.cent)}. Pas een van beide aan, of verwijs naar het besluit.`,
    plaatsen: vindplaatsen(feiten, ...anders),
    dingen: [knoop.ding],
    verschilCent: alsCent(Math.abs(ontvangen - eerste.cent)),
  }
}
