import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Apiweigering, type Eindpunt, eindpunt, SLEUTEL_HERGEBRUIKT } from '#programma/api/eindpunt.ts'
import { Daginvoer, PROGRAMMAVRAAG, TIJDVRAAG, tekstinvoer } from '#programma/api/geld/vormen.ts'
import { noem } from '#programma/api/vorm.ts'
import { type Actieweigering, zetActieEenKeer } from '#programma/overleg/acties.flow.ts'
import { findActies } from '#programma/overleg/overleg.store.ts'
import { ACTIESTANDEN, actievolgorde, isOverTijd } from '#programma/overleg/overleg.ts'

/** Acties uit overleggen, voor wie aan het programma werkt: wat, welke rol, wanneer, en hoe ver. */

const Actievorm = noem(
  'Actie',
  z.strictObject({
    nummer: z.int(),
    wat: z.string(),
    rol: z.string().meta({ description: 'Welke rol het doet; nooit een naam.' }),
    uiterlijk: Datum,
    stand: z.enum(ACTIESTANDEN),
    overTijd: z.boolean(),
    overleg: z.int().nullable().meta({ description: 'Nummer van het overleg waarin zij is afgesproken.' }),
    punt: z.int().nullable(),
    volgnr: z.int().meta({ description: 'Van de laatste stap; nodig om een stap te zetten.' }),
    vastgelegdOp: z.iso.datetime(),
  }),
)

const VOORBEELD: z.output<typeof Actievorm> = {
  nummer: 7,
  wat: 'Een rooster maken met de vrijwilligers.',
  rol: 'Teamleider',
  uiterlijk: Datum.parse('2026-06-30'),
  stand: 'bezig',
  overTijd: false,
  overleg: 12,
  punt: 3,
  volgnr: 2,
  vastgelegdOp: '2026-04-02T09:30:00.000000Z',
}

const lijst = eindpunt({
  handeling: 'overleg.lezen',
  pad: '/acties',
  operatie: 'actiesLijst',
  tag: 'acties',
  titel: 'Acties, wat het eerst klaar moet bovenaan',
  uitleg: 'De laatste stap van elke actie, of zoals zij eerder bekend was.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    stand: z.enum(ACTIESTANDEN).optional().meta({ description: 'Alleen met deze stand.' }),
    bekendOp: TIJDVRAAG.bekendOp,
  }),
  antwoord: {
    naam: 'Acties',
    schema: z.strictObject({ items: z.array(Actievorm) }),
    voorbeeld: { items: [VOORBEELD] },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const acties = await bezoek.db.lees(async (lezer) => {
      const tot = await findBekendTot(lezer, vraag)
      return findActies(lezer, plan.kop.id, { bekendTot: tot })
    })
    const vandaag = bezoek.klok.vandaag()
    const gekozen = acties.filter(({ stand }) => vraag.stand === undefined || stand === vraag.stand)
    return gelukt({
      items: actievolgorde(gekozen).map((actie) => ({
        nummer: actie.nummer,
        wat: actie.wat,
        rol: actie.rol,
        uiterlijk: actie.uiterlijk,
        stand: actie.stand,
        overTijd: isOverTijd(actie, vandaag),
        overleg: actie.overleg,
        punt: actie.punt,
        volgnr: actie.volgnr,
        vastgelegdOp: actie.op,
      })),
    })
  },
})

const Invoer = z.strictObject({
  gezien: z
    .int()
    .min(1)
    .meta({ description: 'Het volgnr dat u zag; is er intussen iets veranderd, dan is het antwoord 409.' }),
  wat: tekstinvoer(500).min(1),
  rol: tekstinvoer(500).min(1),
  uiterlijk: Daginvoer,
  stand: z.enum(ACTIESTANDEN),
  reden: tekstinvoer(500).min(1).nullable().default(null),
})

const WEIGERINGEN: Record<Actieweigering['code'], Apiweigering> = {
  mag_niet: { status: 403, code: 'mag_niet', detail: 'U mag geen acties bijwerken.' },
  actie_onbekend: { status: 404, code: 'niet_gevonden', detail: 'Deze actie is er niet.' },
  overleg_onbekend: { status: 409, code: 'overleg_onbekend', detail: 'Dit overleg is er niet.' },
  tekst_ontbreekt: {
    status: 409,
    code: 'tekst_ontbreekt',
    detail: 'Zeg wat er moet gebeuren en welke rol het doet.',
  },
  reden_ontbreekt: {
    status: 409,
    code: 'reden_ontbreekt',
    detail: 'Zeg waarom u verzet, heropent of laat vervallen.',
  },
  intussen_gewijzigd: {
    status: 409,
    code: 'intussen_gewijzigd',
    detail: 'De actie is intussen veranderd. Lees haar opnieuw.',
  },
}

const zet = eindpunt({
  handeling: 'actie.bijwerken',
  pad: '/acties/:id/stappen',
  operatie: 'actieZetten',
  tag: 'acties',
  titel: 'Zeggen hoe ver een actie is',
  uitleg: 'Legt een stap vast; de vorige blijft staan. Precies wat al geldt, komt er niet nog eens bij.',
  id: { uitleg: 'Nummer van de actie.', voorbeeld: '7' },
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweActiestap',
    schema: Invoer,
    voorbeeld: {
      gezien: 2,
      wat: 'Een rooster maken met de vrijwilligers.',
      rol: 'Teamleider',
      uiterlijk: Datum.parse('2026-06-30'),
      stand: 'klaar',
      reden: null,
    },
  },
  antwoord: {
    naam: 'Actiestap',
    schema: z.strictObject({ nummer: z.int(), volgnr: z.int() }),
    voorbeeld: { nummer: 7, volgnr: 3 },
  },
  async doe({ bezoek, plan, kamer }, { id, inhoud, verzoek }) {
    if (!/^\d{1,6}$/u.test(id)) return geweigerd(WEIGERINGEN.actie_onbekend)
    const wijziging = { ...inhoud, nummer: Number(id) }
    const gezet = await zetActieEenKeer(kamer.boekhouder, bezoek, plan.kop.id, wijziging, verzoek)
    if (gezet.ok) return gezet
    const { code } = gezet.reden
    return geweigerd(code === 'sleutel_hergebruikt' ? SLEUTEL_HERGEBRUIKT : WEIGERINGEN[code])
  },
})

export const ACTIES: readonly Eindpunt[] = [lijst, zet]
