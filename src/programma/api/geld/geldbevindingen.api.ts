import { z } from 'zod'
import { Centen } from '#basis/geld.ts'
import { gelukt } from '#basis/uitkomst.ts'
import { findPostsaldi, findTijdstip, Naam } from '#grootboek/deur.ts'
import { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
import { VOORBEELDTIJDSTIP } from '#programma/api/geld/voorbeeld.ts'
import {
  PROGRAMMAVRAAG,
  standvraagVan,
  TIJDVRAAG,
  Tijdstipvorm,
  tijdstipVan,
} from '#programma/api/geld/vormen.ts'
import { findGeldbeeld } from '#programma/geldbevindingen/geldbevindingen.store.ts'
import {
  GELDERNSTEN,
  GELDREGELS,
  type Geldbevinding,
  geldbevindingen,
} from '#programma/geldbevindingen/geldbevindingen.ts'
import { REGELTEKST } from '#programma/geldbevindingen/teksten.ts'

/** Wat er aan het geld opvalt; de bevindingen over het plan zelf staan bij `bevindingen`. */

const Bevindingvorm = z.strictObject({
  regel: z.enum(GELDREGELS),
  titel: z.string(),
  reden: z.string(),
  ernst: z.enum(GELDERNSTEN),
  onderdeel: Naam.nullable(),
  bron: Naam.nullable(),
  jaar: z.int().nullable(),
  verplichting: Naam.nullable(),
  bedragCent: Centen,
})

const vormVan = (een: Geldbevinding): z.output<typeof Bevindingvorm> => ({
  regel: een.regel,
  titel: REGELTEKST[een.regel].titel,
  reden: REGELTEKST[een.regel].reden,
  ernst: een.ernst,
  onderdeel: een.onderdeel ?? null,
  bron: een.bron ?? null,
  jaar: een.jaar ?? null,
  verplichting: een.verplichting ?? null,
  bedragCent: een.bedragCent,
})

const lijst = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/geldbevindingen',
  operatie: 'geldbevindingenLijst',
  tag: 'geldbevindingen',
  titel: 'Wat er aan het geld opvalt',
  uitleg:
    'Overschrijdingen, reserves zonder raadsbesluit, geld dat nergens bij hoort en meer, de ernstigste eerst. Een feit wordt altijd geboekt; hier staat wat daaraan niet klopt.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    ...TIJDVRAAG,
    regel: z.enum(GELDREGELS).optional().meta({ description: 'Alleen deze regel.' }),
  }),
  antwoord: {
    naam: 'Geldbevindingen',
    schema: z.strictObject({ tijdstip: Tijdstipvorm, items: z.array(Bevindingvorm) }),
    voorbeeld: {
      tijdstip: VOORBEELDTIJDSTIP,
      items: [
        vormVan({
          regel: 'overschrijding',
          ernst: 'fout',
          onderdeel: 'inloop',
          jaar: 2026,
          bedragCent: Centen.parse(12_500),
        }),
      ],
    },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const { plan: inhoud } = plan.beeld
    const { tijdstip, beeld } = await bezoek.db.lees(async (lezer) => {
      const tijd = await findTijdstip(lezer, standvraagVan(vraag))
      const posten = await findPostsaldi(lezer, tijd, { programma: inhoud.programma.id })
      const kader = { vandaag: bezoek.klok.vandaag(), bekendNr: tijd.bekendNr }
      return { tijdstip: tijd, beeld: await findGeldbeeld(lezer, inhoud, posten, kader) }
    })
    const items = geldbevindingen(beeld).filter(
      ({ regel }) => vraag.regel === undefined || regel === vraag.regel,
    )
    return gelukt({ tijdstip: tijdstipVan(tijdstip), items: items.map(vormVan) })
  },
})

export const GELDBEVINDINGEN: readonly Eindpunt[] = [lijst]
