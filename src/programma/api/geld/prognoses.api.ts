import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen } from '#basis/geld.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { Naam } from '#grootboek/deur.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Apiweigering, type Eindpunt, eindpunt, SLEUTEL_HERGEBRUIKT } from '#programma/api/eindpunt.ts'
import {
  Bedraginvoer,
  Daginvoer,
  Jaarinvoer,
  PROGRAMMAVRAAG,
  TIJDVRAAG,
  tekstinvoer,
} from '#programma/api/geld/vormen.ts'
import { Jaarvraag, noem } from '#programma/api/vorm.ts'
import { maakPrognosesEenKeer, type Prognoseweigering } from '#programma/prognose/prognose.flow.ts'
import { findPrognoses } from '#programma/prognose/prognose.store.ts'
import { GRONDEN, ZEKERHEDEN } from '#programma/prognose/prognose.ts'

/** Prognoses: wat er verwacht wordt. Een prognose is geen boeking; elke nieuwe is een versie, de laatste geldt. */

const Prognosevorm = noem(
  'Prognose',
  z.strictObject({
    onderdeel: Naam,
    jaar: z.int(),
    bedragCent: Centen,
    peildatum: Datum,
    zekerheid: z.enum(ZEKERHEDEN),
    grond: z
      .enum(GRONDEN)
      .meta({ description: 'Eigen inschatting, het tempo tot nu toe, of het patroon van vorig jaar.' }),
    vastgelegdOp: z.iso.datetime(),
  }),
)

const VOORBEELD: z.output<typeof Prognosevorm> = {
  onderdeel: 'inloop',
  jaar: 2026,
  bedragCent: Centen.parse(1_200_000),
  peildatum: Datum.parse('2026-09-30'),
  zekerheid: 'midden',
  grond: 'eigen',
  vastgelegdOp: '2026-10-02T09:30:00.000000Z',
}

const lijst = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/prognoses',
  operatie: 'prognosesLijst',
  tag: 'prognoses',
  titel: 'De geldende prognoses',
  uitleg: 'Per onderdeel en jaar de laatste prognose, of zoals zij op een eerder moment bekend was.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    jaar: Jaarvraag.optional().meta({ description: 'Alleen dit jaar.' }),
    bekendOp: TIJDVRAAG.bekendOp,
  }),
  antwoord: {
    naam: 'Prognoses',
    schema: z.strictObject({ items: z.array(Prognosevorm) }),
    voorbeeld: { items: [VOORBEELD] },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const items = await bezoek.db.lees(async (lezer) => {
      const tot = await findBekendTot(lezer, vraag)
      return findPrognoses(lezer, plan.kop.id, { jaar: vraag.jaar, bekendTot: tot })
    })
    return gelukt({
      items: items.map(({ id: _, reden: __, door: ___, op, ...rest }) => ({ ...rest, vastgelegdOp: op })),
    })
  },
})

const Invoer = z.strictObject({
  onderdeel: Naam,
  jaar: Jaarinvoer,
  bedragCent: Bedraginvoer,
  peildatum: Daginvoer,
  zekerheid: z.enum(ZEKERHEDEN),
  grond: z.enum(GRONDEN).default('eigen'),
  reden: tekstinvoer(2_000).min(1),
})

const WEIGERINGEN: Record<Prognoseweigering['code'], Apiweigering> = {
  mag_niet: { status: 403, code: 'mag_niet', detail: 'U mag geen prognose maken.' },
  onderdeel_onbekend: {
    status: 409,
    code: 'onderdeel_onbekend',
    detail: 'Dit onderdeel staat niet in het plan.',
  },
  peildatum_toekomst: {
    status: 409,
    code: 'peildatum_toekomst',
    detail: 'De peildatum ligt in de toekomst.',
  },
  reden_ontbreekt: { status: 409, code: 'reden_ontbreekt', detail: 'Zeg waarop de prognose berust.' },
}

const maak = eindpunt({
  handeling: 'prognose.maken',
  pad: '/prognoses',
  operatie: 'prognoseMaken',
  tag: 'prognoses',
  titel: 'Een prognose vastleggen',
  uitleg:
    'Legt een nieuwe versie vast; de vorige blijft staan. Wat precies zo al geldt, komt er niet nog eens bij.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuwePrognose',
    schema: Invoer,
    voorbeeld: {
      onderdeel: 'inloop',
      jaar: 2026,
      bedragCent: 1_200_000,
      peildatum: '2026-09-30',
      zekerheid: 'midden',
      grond: 'eigen',
      reden: 'De huur gaat in oktober omhoog.',
    } as z.input<typeof Invoer>,
  },
  antwoord: {
    naam: 'Vastgelegd',
    schema: z.strictObject({
      nieuw: z.int().meta({ description: 'Hoeveel er nieuw is; 0 als dit al zo gold.' }),
    }),
    voorbeeld: { nieuw: 1 },
  },
  async doe({ bezoek, plan, kamer }, { inhoud, verzoek }) {
    const gemaakt = await maakPrognosesEenKeer(kamer.boekhouder, bezoek, plan.kop.id, [inhoud], verzoek)
    if (gemaakt.ok) return gemaakt
    return geweigerd(
      gemaakt.reden.code === 'sleutel_hergebruikt' ? SLEUTEL_HERGEBRUIKT : WEIGERINGEN[gemaakt.reden.code],
    )
  },
})

export const PROGNOSES: readonly Eindpunt[] = [lijst, maak]
