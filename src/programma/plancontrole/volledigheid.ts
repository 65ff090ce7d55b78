import { telwoord } from '#basis/tekst.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop, omhoog, opTitel } from '#programma/plancontrole/feiten.ts'
import { eigenPlek, euro, naam, namen } from '#programma/plancontrole/tonen.ts'

/** Eén bevinding voor een hele rij: wie twaalf keer hetzelfde leest, leest niets meer. */
function lijst(
  feiten: Feiten,
  knopen: readonly Knoop[],
  tekst: { titel: string; uitleg: string; kenmerk?: string },
  waarde: (knoop: Knoop) => string,
): Vondst[] {
  if (knopen.length === 0) return []
  return [
    {
      ernst: 'aandacht',
      ...tekst,
      plaatsen: knopen.map((knoop) => eigenPlek(knoop, waarde(knoop))),
      dingen: knopen.map(({ ding }) => ding),
      kern: [feiten.wortel.ding],
    },
  ]
}

/** Doelen zonder activiteit, en onderdelen zonder doel. */
export function* doelen(feiten: Feiten): Generator<Vondst> {
  if (feiten.plan.doelen.length === 0) return
  const gediend = new Set<string>(feiten.plan.onderdelen.flatMap(({ doelen }) => doelen))
  const zonderActiviteit = feiten.knopen.filter(({ ding }) => ding.soort === 'doel' && !gediend.has(ding.id))
  yield* lijst(
    feiten,
    zonderActiviteit,
    {
      titel: `${telwoord(zonderActiviteit.length, 'doel', 'doelen')} zonder activiteit`,
      uitleg: `Geen onderdeel werkt aan ${namen(zonderActiviteit)}. Koppel een onderdeel, of schrap het doel.`,
      kenmerk: 'doel',
    },
    () => 'geen onderdeel',
  )
  const zonderDoel = feiten.boom.filter(
    (knoop) =>
      knoop.onderdeel !== undefined &&
      ![...omhoog(knoop)].some((een) => (een.onderdeel?.doelen.length ?? 0) > 0),
  )
  yield* lijst(
    feiten,
    zonderDoel,
    {
      titel: `${telwoord(zonderDoel.length, 'onderdeel', 'onderdelen')} zonder doel`,
      uitleg:
        `Het plan zegt niet aan welk doel ${namen(zonderDoel)} ${zonderDoel.length === 1 ? 'werkt' : 'werken'}. ` +
        'Koppel een doel.',
      kenmerk: 'onderdeel',
    },
    () => 'geen doel',
  )
}

/** Zonder indicator valt later niet te zeggen of een doel is bereikt. */
export function* indicatoren(feiten: Feiten): Generator<Vondst> {
  const zonder = feiten.plan.doelen.filter((doel) => doel.indicatoren.length === 0)
  const knopen = zonder.flatMap(({ id }) => feiten.knoop({ soort: 'doel', id }) ?? []).sort(opTitel)
  const geenEnkele = zonder.length === feiten.plan.doelen.length
  yield* lijst(
    feiten,
    knopen,
    {
      titel: geenEnkele
        ? 'Geen enkel doel heeft een indicator'
        : `${telwoord(zonder.length, 'doel', 'doelen')} zonder indicator`,
      uitleg:
        `Bij ${namen(knopen)} staat niet waaraan je later ziet of het is gelukt. ` +
        'Noem per doel een cijfer, met het begin en het streven.',
    },
    () => 'geen indicator',
  )
}

/** Onderdelen zonder bedrag, en bedragen die in geen raming meetellen. */
export function* bedragen(feiten: Feiten): Generator<Vondst> {
  const { raming } = feiten.plan
  if (
    raming.length === 0 &&
    feiten.boom.every(({ geld }) => geld.lasten.size + geld.beschikbaar.size === 0)
  ) {
    yield* lijst(
      feiten,
      [feiten.wortel],
      {
        titel: 'Het plan noemt geen bedragen',
        uitleg: 'Nergens staat wat het mag kosten. Vul de derde vraag in: wat mag het kosten?',
        kenmerk: 'plan',
      },
      () => 'geen bedrag',
    )
    return
  }
  const geraamd = new Set<Knoop>()
  for (const { onderdeel } of raming)
    for (const een of omhoog(feiten.knoop({ soort: 'onderdeel', id: onderdeel }))) geraamd.add(een)
  const bladeren = feiten.boom.filter(({ onderdeel }) => onderdeel !== undefined)
  const zonder = bladeren.filter(
    (knoop) =>
      ![...omhoog(knoop)].some((een) => een.onderdeel !== undefined && heeftBedrag(een)) &&
      !geraamd.has(knoop),
  )
  yield* lijst(
    feiten,
    zonder,
    {
      titel: `${telwoord(zonder.length, 'onderdeel', 'onderdelen')} zonder bedrag`,
      uitleg:
        `${namen(zonder)} ${zonder.length === 1 ? 'hoort' : 'horen'} bij het programma, ` +
        'maar er staat geen bedrag bij. Noem het bedrag, of zeg dat het niets kost.',
      kenmerk: 'onderdeel',
    },
    () => 'geen bedrag',
  )
  const zonderLeden = feiten.boom.filter(
    (knoop) => knoop.ding.soort === 'groep' && knoop.kinderen.length === 0 && knoop.gezegd.some(isBedrag),
  )
  yield* lijst(
    feiten,
    zonderLeden,
    {
      titel: `${telwoord(zonderLeden.length, 'groep', 'groepen')} met een bedrag, maar zonder onderdeel`,
      uitleg: `Bij ${namen(zonderLeden)} staat een bedrag, maar niet wat ervoor gedaan wordt. Voeg een onderdeel toe.`,
      kenmerk: 'groep',
    },
    () => 'geen onderdeel',
  )
  yield* zonderRaming(
    feiten,
    bladeren.filter((knoop) => heeftBedrag(knoop) && !dektRaming(knoop, geraamd)),
  )
}

const isBedrag = ({ soort }: Knoop['gezegd'][number]): boolean => soort === 'bedrag'

/** Alleen wat er over het ding zelf staat, niet wat er uit de leden volgt. */
const heeftBedrag = (knoop: Knoop): boolean =>
  gezegd(knoop, 'bedrag').some(({ aspect }) => aspect === 'lasten')

const dektRaming = (knoop: Knoop, geraamd: ReadonlySet<Knoop>): boolean =>
  [...omhoog(knoop)].some((een) => een.onderdeel !== undefined && geraamd.has(een))

function zonderRaming(feiten: Feiten, knopen: readonly Knoop[]): Vondst[] {
  return lijst(
    feiten,
    knopen,
    {
      titel: `${telwoord(knopen.length, 'bedrag telt', 'bedragen tellen')} niet mee in de raming`,
      uitleg:
        `Bij ${namen(knopen)} staat een bedrag in het plan, maar de geldende raming kent het niet. ` +
        'Neem het op, of zeg waarom het niet meetelt.',
      kenmerk: 'raming',
    },
    (knoop) => {
      const [geld] = knoop.geld.lasten.values()
      const bedrag = geld?.lezingen.get('geheel') ?? [...(geld?.lezingen.values() ?? [])][0]
      return bedrag === undefined ? 'bedrag' : euro(bedrag.cent)
    },
  )
}

/** Bronnen zonder bedrag, bronnen die niemand gebruikt, en geld waarvan de verdeling onbekend is. */
export function* bronnen(feiten: Feiten): Generator<Vondst> {
  const zonder = feiten.bronnen.filter(({ bron }) => bron?.ontvangsten.length === 0)
  yield* lijst(
    feiten,
    zonder,
    {
      titel: `${telwoord(zonder.length, 'bron', 'bronnen')} zonder bedrag`,
      uitleg:
        `Het plan zegt niet hoeveel er voor dit programma komt uit ${namen(zonder)}. ` +
        'Noem per bron het bedrag en het jaar.',
      kenmerk: 'bron',
    },
    () => 'bedrag onbekend',
  )
  const vanAnderen = feiten.bronnen.filter(
    ({ bron }) =>
      (bron?.soort === 'rijk' || bron?.soort === 'provincie') && bron.verantwoording === 'onbekend',
  )
  yield* lijst(
    feiten,
    vanAnderen,
    {
      titel: `${telwoord(vanAnderen.length, 'bron', 'bronnen')} van Rijk of provincie: verantwoording onbekend`,
      uitleg:
        `Bij ${namen(vanAnderen)} zegt het plan niet hoe de gemeente zich over dit geld verantwoordt. ` +
        'Zoek op wat de voorwaarden zijn.',
      kenmerk: 'verantwoording',
    },
    () => 'verantwoording onbekend',
  )
  const open = feiten.plan.raming.filter(({ bron }) => bron === null)
  const cent = open.reduce((som, { bedragCent }) => som + bedragCent, 0)
  const onderdelen = new Set(open.map(({ onderdeel }) => onderdeel))
  if (open.length > 0)
    yield {
      ernst: 'aandacht',
      titel: `Van ${euro(cent)} is niet bekend uit welke bron het komt`,
      uitleg:
        `Bij ${telwoord(onderdelen.size, 'onderdeel', 'onderdelen')} zegt het plan niet hoe het bedrag over de bronnen is verdeeld. ` +
        'Leg de verdeling vast.',
      plaatsen: [],
      dingen: [feiten.wortel.ding],
      kenmerk: 'verdeling',
    }
}

/** Werk dat altijd doorgaat, betaald met geld dat ophoudt. */
export function* structureelUitIncidenteel(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    const betalers = (knoop.onderdeel?.bronnen ?? []).flatMap(
      (id) => feiten.knoop({ soort: 'bron', id }) ?? [],
    )
    if (knoop.onderdeel?.aard !== 'structureel' || betalers.length === 0) continue
    if (!betalers.every(({ bron }) => bron?.aard === 'incidenteel')) continue
    yield {
      ernst: 'waarschijnlijk',
      titel: `${naam(knoop)}: blijvend werk met tijdelijk geld`,
      uitleg:
        `${naam(knoop)} is structureel. Het wordt betaald uit ${namen(betalers)}, ` +
        'en dat is incidenteel geld. Zoek een bron die blijft, of zeg wanneer het werk stopt.',
      plaatsen: [eigenPlek(knoop, 'structureel'), ...betalers.map((bron) => eigenPlek(bron, 'incidenteel'))],
      dingen: [knoop.ding, ...betalers.map(({ ding }) => ding)],
      kern: [knoop.ding],
    }
  }
}
