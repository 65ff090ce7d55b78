import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import {
  BOEKINGSOORTEN,
  findBoeking,
  findBoekingenVan,
  findTijdstip,
  Naam,
  REKENINGSOORTEN,
} from '#grootboek/deur.ts'
import { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
import { VOORBEELDBOEKING, VOORBEELDTIJDSTIP } from '#programma/api/geld/voorbeeld.ts'
import {
  Boekingvorm,
  boekingVan,
  PROGRAMMAVRAAG,
  standvraagVan,
  TIJDVRAAG,
  Tijdstipvorm,
  tijdstipVan,
} from '#programma/api/geld/vormen.ts'
import { NIET_GEVONDEN } from '#programma/api/teksten.ts'
import { BLADERVRAAG, Jaarvraag } from '#programma/api/vorm.ts'
import { alsPostfilter } from '#programma/begroting/geldfilter.ts'

/** Lezen uit het journaal. */

const LEEG = '-'
const naamOfLeeg = z.union([z.literal(LEEG), Naam])
const zonderStreep = (tekst: string | undefined) => (tekst === LEEG ? null : tekst)
const Nummervraag = z
  .string()
  .regex(/^[1-9]\d{0,14}$/u, 'Verwacht het nummer van een boeking.')
  .transform(Number)
  .pipe(z.int().min(1))

const Lijst = z.strictObject({
  _links: z.object({
    self: z.strictObject({ href: z.string() }),
    next: z.strictObject({ href: z.string() }).optional(),
  }),
  tijdstip: Tijdstipvorm,
  items: z.array(Boekingvorm),
})

const lijst = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/boekingen',
  operatie: 'boekingenLijst',
  tag: 'boekingen',
  titel: 'Boekingen, de nieuwste eerst',
  uitleg:
    'Een bladzijde uit het journaal. De link `next` gaat verder terug; omdat het journaal alleen groeit, verspringt er onder het bladeren niets.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    onderdeel: naamOfLeeg
      .optional()
      .meta({ description: 'Met alles wat eronder hangt; `-` is nog onbekend.' }),
    bron: naamOfLeeg.optional().meta({ description: '`-` is nog te verdelen over de bronnen.' }),
    jaar: Jaarvraag.optional().meta({ description: 'Jaar van het budget.' }),
    soort: z.enum(BOEKINGSOORTEN).optional().meta({ description: 'Soort boeking.' }),
    rekeningsoort: z.enum(REKENINGSOORTEN).optional().meta({ description: 'Soort rekening.' }),
    verplichting: Naam.optional().meta({ description: 'Nummer van de verplichting.' }),
    geldigVan: Datum.optional().meta({ description: 'Gebeurd op of na deze dag.' }),
    ...TIJDVRAAG,
    voor: Nummervraag.optional().meta({ description: 'Alleen boekingen met een lager nummer.' }),
    na: Nummervraag.optional().meta({ description: 'Alleen boekingen met een hoger nummer.' }),
    paginaGrootte: BLADERVRAAG.paginaGrootte,
  }),
  antwoord: {
    naam: 'Boekingen',
    schema: Lijst,
    voorbeeld: {
      _links: { self: { href: '/api/v1/boekingen' } },
      tijdstip: VOORBEELDTIJDSTIP,
      items: [VOORBEELDBOEKING],
    },
  },
  async doe({ bezoek, plan, adres, pagina }, { vraag }) {
    const { jaar, soort, rekeningsoort, verplichting, geldigVan, voor, na, paginaGrootte } = vraag
    const { tijdstip, boekingen } = await bezoek.db.lees(async (lezer) => {
      const tijd = await findTijdstip(lezer, standvraagVan(vraag))
      const tot = Math.min(voor ?? Number.MAX_SAFE_INTEGER, tijd.bekendNr + 1)
      const posten = {
        ...alsPostfilter(
          plan.beeld,
          { onderdeel: zonderStreep(vraag.onderdeel), bron: zonderStreep(vraag.bron), jaar },
          [],
        ),
        verplichting,
        soorten: soort && [soort],
        rekeningsoorten: rekeningsoort && [rekeningsoort],
      }
      const filter = { ...posten, geldigVan, geldigTm: vraag.geldigTm, voor: tot, na }
      return { tijdstip: tijd, boekingen: await findBoekingenVan(lezer, filter, paginaGrootte + 1) }
    })
    const items = boekingen.slice(0, paginaGrootte)
    const { plan: _, bekendOp, ...rest } = vraag
    const zelf = {
      ...rest,
      bekendOp: bekendOp === undefined ? undefined : tijdstip.bekendNr,
    }
    const verder = boekingen.length > paginaGrootte ? items.at(-1)?.nr : undefined
    return gelukt({
      _links: {
        self: { href: adres('/boekingen', zelf) },
        ...(verder !== undefined && { next: { href: adres('/boekingen', { ...zelf, voor: verder }) } }),
      },
      tijdstip: tijdstipVan(tijdstip),
      items: items.map((boeking) => boekingVan(boeking, { adres, pagina })),
    })
  },
})

const een = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/boekingen/:id',
  operatie: 'boekingenEen',
  tag: 'boekingen',
  titel: 'Eén boeking',
  uitleg: 'Geeft de boeking met dit nummer, met haar hash in de keten.',
  id: { uitleg: 'Nummer van de boeking.', voorbeeld: '12' },
  vraag: z.strictObject(PROGRAMMAVRAAG),
  antwoord: { naam: 'Boeking', schema: Boekingvorm, voorbeeld: VOORBEELDBOEKING },
  async doe({ bezoek, plan, adres, pagina }, { id }) {
    const nr = Nummervraag.safeParse(id)
    const boeking = nr.success ? await bezoek.db.lees((lezer) => findBoeking(lezer, nr.data)) : undefined
    const programma = plan.beeld.plan.programma.id
    if (boeking?.regels.some(({ rekening }) => rekening.programma === programma) !== true)
      return geweigerd({ status: 404, code: 'niet_gevonden', detail: NIET_GEVONDEN.boeking })
    return gelukt(boekingVan(boeking, { adres, pagina }))
  },
})

export const BOEKINGEN: readonly Eindpunt[] = [lijst, een]
