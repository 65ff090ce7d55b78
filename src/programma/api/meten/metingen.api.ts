import { z } from 'zod'
import { laatsteDag, Tijdvak } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import {
  Decimaaltekst,
  findVintages,
  METINGSOORTEN,
  METINGWEIGERING,
  ONTBREEKREDENEN,
  oordeelzin,
} from '#metingen/deur.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Apiweigering, type Eindpunt, eindpunt, SLEUTEL_HERGEBRUIKT } from '#programma/api/eindpunt.ts'
import { PROGRAMMAVRAAG, TIJDVRAAG, tekstinvoer } from '#programma/api/geld/vormen.ts'
import {
  Indicatorvorm,
  Metingvorm,
  metingVan,
  TIJDVAKVRAAG,
  VOORBEELDMETING,
} from '#programma/api/meten/vormen.ts'
import { findDoelmetingen, type Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import {
  legMetingenEenKeerVast,
  type Planmeting,
  type Vastweigering,
} from '#programma/meten/vastleggen.flow.ts'
import { type Plan, Sleutel } from '#programma/plan.ts'

/** Indicatoren met hun stand, en elk cijfer zoals het op een moment bekend was. */

const TWEE_TIJDEN = { geldigTm: TIJDVAKVRAAG, bekendOp: TIJDVRAAG.bekendOp }

type Tijden = { geldigTm?: z.output<typeof TIJDVAKVRAAG>; bekendOp?: string | undefined }

async function beeldenVan(lezer: Lezer, plan: Plan, tijden: Tijden): Promise<Indicatorbeeld[]> {
  const opties = { bekendTot: await findBekendTot(lezer, tijden), geldigTm: tijden.geldigTm }
  return (await findDoelmetingen(lezer, plan, opties)).flatMap(({ indicatoren }) => indicatoren)
}

const indicatoren = eindpunt({
  handeling: 'plan.lezen',
  pad: '/indicatoren',
  operatie: 'indicatorenLijst',
  tag: 'metingen',
  titel: 'Indicatoren met hun laatste cijfer',
  uitleg:
    'Elke indicator van het plan, met het laatste cijfer en wat dat met de marge zegt over de streefwaarde; ook zoals dat eerder bekend was.',
  vraag: z.strictObject({ ...PROGRAMMAVRAAG, ...TWEE_TIJDEN }),
  antwoord: {
    naam: 'Indicatoren',
    schema: z.strictObject({ items: z.array(Indicatorvorm) }),
    voorbeeld: {
      items: [
        {
          doel: Sleutel.parse('meedoen'),
          id: Sleutel.parse('vrijwilligers'),
          naam: 'Inwoners die vrijwilligerswerk doen',
          eenheid: 'procent',
          nulwaarde: '28',
          nuljaar: 2021,
          streefwaarde: '35',
          streefjaar: 2026,
          laatste: VOORBEELDMETING,
          oordeel: 'geen-verschil' as const,
          uitleg: 'Het verschil valt binnen de marge. Het is dus niet te zeggen of het goed gaat.',
        },
      ],
    },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const beelden = await bezoek.db.lees((lezer) => beeldenVan(lezer, plan.beeld.plan, vraag))
    return gelukt({
      items: beelden.map((beeld) => ({
        doel: beeld.doel.id,
        ...beeld.indicator,
        laatste: beeld.laatste === undefined ? null : metingVan(beeld, beeld.laatste),
        oordeel: beeld.oordeel.code,
        uitleg: oordeelzin(beeld.oordeel),
      })),
    })
  },
})

const metingen = eindpunt({
  handeling: 'plan.lezen',
  pad: '/metingen',
  operatie: 'metingenLijst',
  tag: 'metingen',
  titel: 'Cijfers, zoals zij op een moment bekend waren',
  uitleg:
    'Per indicator en tijdvak het cijfer dat gold. Met `jaargangen=alle` elke jaargang: zo is te zien wat eerst voorlopig was en wat later verbeterd is.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    ...TWEE_TIJDEN,
    doel: Sleutel.optional().meta({ description: 'Alleen van dit doel.' }),
    indicator: Sleutel.optional().meta({ description: 'Alleen van deze indicator.' }),
    jaargangen: z.enum(['geldend', 'alle']).default('geldend'),
  }),
  antwoord: {
    naam: 'Metingen',
    schema: z.strictObject({ items: z.array(Metingvorm) }),
    voorbeeld: { items: [VOORBEELDMETING] },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const { doel, indicator, jaargangen, geldigTm } = vraag
    const items = await bezoek.db.lees(async (lezer) => {
      const beelden = (await beeldenVan(lezer, plan.beeld.plan, vraag)).filter(
        (een) =>
          (doel === undefined || een.doel.id === doel) &&
          (indicator === undefined || een.indicator.id === indicator),
      )
      if (jaargangen === 'geldend')
        return beelden.flatMap((beeld) => beeld.metingen.map((meting) => metingVan(beeld, meting)))
      const opties = { bekendTot: await findBekendTot(lezer, vraag) }
      const perReeks = Map.groupBy(
        await findVintages(
          lezer,
          beelden.map(({ reeks }) => reeks),
          opties,
        ),
        ({ reeks }) => reeks,
      )
      return beelden.flatMap((beeld) =>
        (perReeks.get(beeld.reeks) ?? [])
          .filter(({ tijdvak }) => geldigTm === undefined || laatsteDag(tijdvak) <= geldigTm)
          .map((meting) => metingVan(beeld, meting)),
      )
    })
    return gelukt({ items })
  },
})

const AANTAL = z.int().min(1).max(100_000_000)

const Invoer = z.strictObject({
  doel: Sleutel,
  indicator: Sleutel,
  tijdvak: Tijdvak,
  waarde: Decimaaltekst.nullable().optional(),
  ontbreekt: z.enum(ONTBREEKREDENEN).nullable().optional(),
  toelichting: tekstinvoer(2_000).nullable().optional(),
  aantal: AANTAL.nullable().optional(),
  populatie: AANTAL.nullable().optional(),
  ondergrens: Decimaaltekst.nullable().optional(),
  bovengrens: Decimaaltekst.nullable().optional(),
  soort: z.enum(METINGSOORTEN),
  bron: tekstinvoer(500).min(1),
  reden: tekstinvoer(500).nullable().optional(),
  jaargang: z.int().min(0).optional().meta({
    description: 'De jaargang die u zag, 0 voor geen; is er intussen een nieuwe, dan is het antwoord 409.',
  }),
})

/** Wat niet meegestuurd is, is er niet. */
const metingUit = ({ jaargang, ...meting }: z.output<typeof Invoer>): Planmeting => ({
  ...meting,
  waarde: meting.waarde ?? null,
  ontbreekt: meting.ontbreekt ?? null,
  toelichting: meting.toelichting ?? null,
  aantal: meting.aantal ?? null,
  populatie: meting.populatie ?? null,
  ondergrens: meting.ondergrens ?? null,
  bovengrens: meting.bovengrens ?? null,
  reden: meting.reden ?? null,
  basis: jaargang,
})

function apiweigering(reden: Vastweigering): Apiweigering {
  if (reden.code === 'mag_niet') return { status: 403, code: 'mag_niet', detail: METINGWEIGERING.mag_niet }
  const code = reden.code === 'metingen_geweigerd' ? (reden.weigeringen[0]?.code ?? 'dubbel') : reden.code
  return { status: 409, code, detail: METINGWEIGERING[code] }
}

const maak = eindpunt({
  handeling: 'meting.vastleggen',
  pad: '/metingen',
  operatie: 'metingVastleggen',
  tag: 'metingen',
  titel: 'Een cijfer vastleggen',
  uitleg:
    'Legt een cijfer vast, of waarom het ontbreekt. Staat er al een, dan wordt dit een nieuwe jaargang en is een reden nodig. Wat precies zo al staat, komt er niet nog eens bij.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweMeting',
    schema: Invoer,
    voorbeeld: {
      doel: 'meedoen',
      indicator: 'vrijwilligers',
      tijdvak: '2025',
      waarde: '31.5',
      aantal: 412,
      soort: 'voorlopig',
      bron: 'Inwonerspanel, verzonnen',
    } as z.input<typeof Invoer>,
  },
  antwoord: {
    naam: 'Metingvastgelegd',
    schema: z.strictObject({
      nieuw: z.int().meta({ description: 'Hoeveel er nieuw is; 0 als dit er al zo stond.' }),
    }),
    voorbeeld: { nieuw: 1 },
  },
  async doe({ bezoek, plan, kamer }, { inhoud, verzoek }) {
    const invoer = [metingUit(inhoud)]
    const gemaakt = await legMetingenEenKeerVast(kamer.boekhouder, bezoek, plan.beeld.plan, invoer, verzoek)
    if (gemaakt.ok) return gemaakt
    return geweigerd(
      gemaakt.reden.code === 'sleutel_hergebruikt' ? SLEUTEL_HERGEBRUIKT : apiweigering(gemaakt.reden),
    )
  },
})

export const METINGEN: readonly Eindpunt[] = [indicatoren, metingen, maak]
