import { z } from 'zod'
import { Datum, Tijdvak } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { Naam } from '#grootboek/deur.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Apiweigering, type Eindpunt, eindpunt, SLEUTEL_HERGEBRUIKT } from '#programma/api/eindpunt.ts'
import { Daginvoer, PROGRAMMAVRAAG, TIJDVRAAG, tekstinvoer } from '#programma/api/geld/vormen.ts'
import { noem } from '#programma/api/vorm.ts'
import { afwijkingBij, MIJLPAALFASEN, type Mijlpaalstand } from '#programma/mijlpalen/mijlpaal.ts'
import { type Mijlpaalweigering, meldMijlpaalEenKeer } from '#programma/mijlpalen/mijlpalen.flow.ts'
import { findMijlpaalstanden } from '#programma/mijlpalen/mijlpalen.store.ts'
import { magBezoeker } from '#toegang/deur.ts'

/** Hoe het met mijlpalen staat: naast wat het plan zegt (`/mijlpalen`) wat er is gemeld. Zonder redenen en zonder wie. */

const Standvorm = noem(
  'Mijlpaalstand',
  z.strictObject({
    onderdeel: Naam,
    mijlpaal: Naam,
    wat: z.string(),
    inPlan: z
      .boolean()
      .meta({ description: 'Staat de mijlpaal in het geldende plan? Zo niet, dan is zij eruit gehaald.' }),
    gepland: Tijdvak.nullable(),
    fase: z.enum(MIJLPAALFASEN).nullable().meta({ description: '`null`: er is nog niets gemeld.' }),
    verwacht: Tijdvak.nullable(),
    letterlijk: z.string().nullable().meta({ description: 'De verwachting in woorden, zoals "zomer 2026".' }),
    bereiktDatum: Datum.nullable(),
    dagenLater: z.int().nullable().meta({
      description: 'Hoeveel dagen later dan gepland; negatief is eerder. `null`: niet te vergelijken.',
    }),
    volgnr: z
      .int()
      .meta({ description: 'Van de laatste melding; 0 als er geen is. Nodig om een melding te doen.' }),
    gemeldOp: z.iso.datetime().nullable(),
  }),
)

function vormVan(stand: Mijlpaalstand): z.output<typeof Standvorm> {
  const { onderdeel, mijlpaal, wat, inPlan, gepland, laatste } = stand
  const afwijking = afwijkingBij(stand)
  return {
    onderdeel: Naam.parse(onderdeel),
    mijlpaal: Naam.parse(mijlpaal),
    wat,
    inPlan,
    gepland,
    fase: laatste?.fase ?? null,
    verwacht: laatste?.verwacht ?? null,
    letterlijk: laatste?.letterlijk ?? null,
    bereiktDatum: laatste?.bereiktOp ?? null,
    dagenLater:
      afwijking === undefined ? null : afwijking.soort === 'eerder' ? -afwijking.dagen : afwijking.dagen,
    volgnr: laatste?.volgnr ?? 0,
    gemeldOp: laatste?.op ?? null,
  }
}

const VOORBEELD: z.output<typeof Standvorm> = {
  onderdeel: 'inloop',
  mijlpaal: 'opening',
  wat: 'De inloop is open',
  inPlan: true,
  gepland: Tijdvak.parse('2026-Q1'),
  fase: 'verwacht',
  verwacht: Tijdvak.parse('2026-Q3'),
  letterlijk: null,
  bereiktDatum: null,
  dagenLater: 183,
  volgnr: 2,
  gemeldOp: '2026-04-02T09:30:00.000000Z',
}

const lijst = eindpunt({
  handeling: 'plan.lezen',
  pad: '/mijlpaalstanden',
  operatie: 'mijlpaalstandenLijst',
  tag: 'mijlpaalstanden',
  titel: 'Hoe het met de mijlpalen staat',
  uitleg:
    'Per mijlpaal wat gepland is, wat nu verwacht wordt en wat is bereikt, of zoals dat eerder bekend was.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    onderdeel: Naam.optional().meta({ description: 'Alleen van dit onderdeel.' }),
    bekendOp: TIJDVRAAG.bekendOp,
  }),
  antwoord: {
    naam: 'Mijlpaalstanden',
    schema: z.strictObject({ items: z.array(Standvorm) }),
    voorbeeld: { items: [VOORBEELD] },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const standen = await bezoek.db.lees(async (lezer) => {
      const tot = await findBekendTot(lezer, vraag)
      const concept = magBezoeker(bezoek, 'plan.concept.lezen')
      return findMijlpaalstanden(lezer, plan.beeld.plan, { bekendTot: tot, concept })
    })
    const gekozen = standen.filter(
      ({ onderdeel }) => vraag.onderdeel === undefined || onderdeel === vraag.onderdeel,
    )
    return gelukt({ items: gekozen.map(vormVan) })
  },
})

const Invoer = z.strictObject({
  onderdeel: Naam,
  mijlpaal: Naam,
  gezien: z
    .int()
    .min(0)
    .meta({ description: 'Het volgnr dat u zag; is er intussen iets gemeld, dan is het antwoord 409.' }),
  fase: z.enum(MIJLPAALFASEN),
  verwacht: Tijdvak.nullable().default(null),
  letterlijk: tekstinvoer(500).min(1).nullable().default(null),
  bereiktDatum: Daginvoer.nullable().default(null),
  reden: tekstinvoer(2_000).min(1),
})

const WEIGERINGEN: Record<Mijlpaalweigering['code'], Apiweigering> = {
  mag_niet: { status: 403, code: 'mag_niet', detail: 'U mag over dit onderdeel niets melden.' },
  mijlpaal_onbekend: { status: 409, code: 'mijlpaal_onbekend', detail: 'Het plan kent deze mijlpaal niet.' },
  intussen_gewijzigd: {
    status: 409,
    code: 'intussen_gewijzigd',
    detail: 'Er is intussen iets anders gemeld. Lees de stand opnieuw.',
  },
  reden_ontbreekt: { status: 409, code: 'reden_ontbreekt', detail: 'Zeg waarom.' },
  verwacht_ontbreekt: { status: 409, code: 'verwacht_ontbreekt', detail: 'Zeg wanneer het wordt verwacht.' },
  bereikt_ontbreekt: { status: 409, code: 'bereikt_ontbreekt', detail: 'Zeg op welke dag het is bereikt.' },
  bereikt_in_de_toekomst: {
    status: 409,
    code: 'bereikt_in_de_toekomst',
    detail: 'De dag waarop het is bereikt, is nog niet geweest.',
  },
}

const maak = eindpunt({
  handeling: 'mijlpaal.bijwerken',
  pad: '/mijlpaalstanden',
  operatie: 'mijlpaalMelden',
  tag: 'mijlpaalstanden',
  titel: 'Een melding over een mijlpaal doen',
  uitleg: 'Legt een melding vast; de vorige blijft staan. Precies wat al geldt, komt er niet nog eens bij.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweMijlpaalmelding',
    schema: Invoer,
    voorbeeld: {
      onderdeel: Naam.parse('inloop'),
      mijlpaal: Naam.parse('opening'),
      gezien: 2,
      fase: 'bereikt',
      verwacht: null,
      letterlijk: null,
      bereiktDatum: Datum.parse('2026-07-01'),
      reden: 'De deuren zijn open.',
    },
  },
  antwoord: {
    naam: 'Gemeld',
    schema: z.strictObject({ nieuw: z.boolean(), volgnr: z.int() }),
    voorbeeld: { nieuw: true, volgnr: 3 },
  },
  async doe({ bezoek, plan, kamer }, { inhoud, verzoek }) {
    // Alleen wat bij de fase hoort telt, net als op het scherm.
    const { bereiktDatum, ...rest } = inhoud
    const melding = {
      ...rest,
      verwacht: inhoud.fase === 'verwacht' ? inhoud.verwacht : null,
      letterlijk: inhoud.fase === 'verwacht' ? inhoud.letterlijk : null,
      bereiktOp: inhoud.fase === 'bereikt' ? bereiktDatum : null,
    }
    const gemeld = await meldMijlpaalEenKeer(kamer.boekhouder, bezoek, plan.kop.id, melding, verzoek)
    if (gemeld.ok) return gemeld
    const { code } = gemeld.reden
    return geweigerd(code === 'sleutel_hergebruikt' ? SLEUTEL_HERGEBRUIKT : WEIGERINGEN[code])
  },
})

export const MIJLPAALSTANDEN: readonly Eindpunt[] = [lijst, maak]
