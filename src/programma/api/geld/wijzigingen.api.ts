import { z } from 'zod'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { Wijzigingsregel } from '#grootboek/deur.ts'
import { type Eindpunt, type Eindpuntcontext, eindpunt } from '#programma/api/eindpunt.ts'
import { VOORBEELDADRES } from '#programma/api/geld/voorbeeld.ts'
import { PROGRAMMAVRAAG } from '#programma/api/geld/vormen.ts'
import { NIET_GEVONDEN } from '#programma/api/teksten.ts'
import {
  findWijziging,
  findWijzigingen,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import {
  type Begrotingswijziging,
  besluitVan,
  boekingVan,
  standVan,
  WIJZIGINGSTANDEN,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { BESLISSERS } from '#programma/begrotingswijzigingen/bevoegd.ts'

/** Begrotingswijzigingen: wat is voorgesteld, door welk orgaan besloten, en geboekt. Zonder toelichting en namen. */

const Koppeling = z.strictObject({ href: z.string() })

const Wijzigingvorm = z.strictObject({
  id: z.uuid(),
  nummer: z.int(),
  stand: z.enum(WIJZIGINGSTANDEN),
  orgaan: z.enum(BESLISSERS).meta({ description: 'Wie er volgens de regels van de gemeente over besluit.' }),
  regels: z.array(Wijzigingsregel),
  gemaaktOp: z.iso.datetime(),
  besluit: z.uuid().nullable(),
  boeking: z.int().nullable(),
  _links: z.object({
    self: Koppeling,
    pagina: Koppeling,
    boeking: Koppeling.optional(),
    besluit: Koppeling.optional(),
  }),
})

function vormVan(
  wijziging: Begrotingswijziging,
  { adres, pagina }: Pick<Eindpuntcontext, 'adres' | 'pagina'>,
): z.output<typeof Wijzigingvorm> {
  const { id, nummer, orgaan, regels, gemaaktOp } = wijziging
  const [besluit, boeking] = [besluitVan(wijziging), boekingVan(wijziging)]
  return {
    id,
    nummer,
    stand: standVan(wijziging),
    orgaan,
    regels,
    gemaaktOp: gemaaktOp.toISOString(),
    besluit: besluit ?? null,
    boeking: boeking ?? null,
    _links: {
      self: { href: adres(`/begrotingswijzigingen/${id}`) },
      pagina: { href: pagina(`/begrotingswijzigingen/${id}`) },
      ...(boeking !== undefined && { boeking: { href: adres(`/boekingen/${boeking}`) } }),
      ...(besluit !== undefined && { besluit: { href: adres(`/besluiten/${besluit}`) } }),
    },
  }
}

const VOORBEELD = vormVan(
  {
    id: '01981f00-7a30-7000-8000-000000000001',
    plan: 'samen-verder',
    nummer: 1,
    orgaan: 'college',
    redenen: ['anders'],
    toelichting: '',
    regels: [
      Wijzigingsregel.parse({
        soort: 'onderdeel',
        onderdeel: 'inloop',
        bron: 'rijk',
        jaar: 2026,
        bedragCent: 100_000,
      }),
      Wijzigingsregel.parse({ soort: 'bron', bron: 'rijk', jaar: 2026, bedragCent: -100_000 }),
    ],
    gemaaktOp: new Date('2026-03-02T09:00:00Z'),
    gemaaktDoor: null,
    stappen: [],
  },
  VOORBEELDADRES,
)

const lijst = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/begrotingswijzigingen',
  operatie: 'begrotingswijzigingenLijst',
  tag: 'begrotingswijzigingen',
  titel: 'Begrotingswijzigingen, de nieuwste eerst',
  uitleg: 'Elke wijziging met haar stand, het besluit waarop zij berust en de boeking die zij werd.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    stand: z.enum(WIJZIGINGSTANDEN).optional().meta({ description: 'Alleen met deze stand.' }),
  }),
  antwoord: {
    naam: 'Begrotingswijzigingen',
    schema: z.strictObject({ items: z.array(Wijzigingvorm) }),
    voorbeeld: { items: [VOORBEELD] },
  },
  async doe(context, { vraag }) {
    const alle = await context.bezoek.db.lees((lezer) => findWijzigingen(lezer, context.plan.kop.id))
    const gekozen = alle.filter(
      (wijziging) => vraag.stand === undefined || standVan(wijziging) === vraag.stand,
    )
    return gelukt({ items: gekozen.map((wijziging) => vormVan(wijziging, context)) })
  },
})

const een = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/begrotingswijzigingen/:id',
  operatie: 'begrotingswijzigingenEen',
  tag: 'begrotingswijzigingen',
  titel: 'Eén begrotingswijziging',
  uitleg: 'Geeft de begrotingswijziging met deze sleutel.',
  id: { uitleg: 'Sleutel van de wijziging.', voorbeeld: VOORBEELD.id },
  vraag: z.strictObject(PROGRAMMAVRAAG),
  antwoord: { naam: 'Begrotingswijziging', schema: Wijzigingvorm, voorbeeld: VOORBEELD },
  async doe(context, { id }) {
    const gevonden = await context.bezoek.db.lees((lezer) => findWijziging(lezer, id))
    return gevonden === undefined || gevonden.plan !== context.plan.kop.id
      ? geweigerd({ status: 404, code: 'niet_gevonden', detail: NIET_GEVONDEN.wijziging })
      : gelukt(vormVan(gevonden, context))
  },
})

export const WIJZIGINGEN: readonly Eindpunt[] = [lijst, een]
