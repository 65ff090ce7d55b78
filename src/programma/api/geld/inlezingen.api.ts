import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen } from '#basis/geld.ts'
import { gelukt } from '#basis/uitkomst.ts'
import { findInlezingen, INLEZINGSOORTEN, type Inlezing } from '#grootboek/deur.ts'
import { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
import { PROGRAMMAVRAAG } from '#programma/api/geld/vormen.ts'
import { BLADERVRAAG } from '#programma/api/vorm.ts'

/** Wat er is ingelezen uit het financiële systeem, voor wie aan het programma werkt. */

const Inlezingvorm = z.strictObject({
  nummer: z.int(),
  soort: z.enum(INLEZINGSOORTEN),
  vorm: z.string().nullable(),
  administratie: z.string(),
  vanafDatum: Datum,
  totDatum: Datum,
  regels: z.int(),
  debetCent: Centen,
  creditCent: Centen,
  nieuw: z.int(),
  veranderd: z.int(),
  weg: z.int(),
  gelijk: z.int(),
  ingelezenOp: z.iso.datetime(),
  teruggedraaidDoor: z.int().nullable(),
})

const vormVan = (inlezing: Inlezing): z.output<typeof Inlezingvorm> => ({
  nummer: inlezing.nummer,
  soort: inlezing.soort,
  vorm: inlezing.vorm,
  administratie: inlezing.administratie,
  vanafDatum: inlezing.van,
  totDatum: inlezing.tot,
  regels: inlezing.regels,
  debetCent: inlezing.debet,
  creditCent: inlezing.credit,
  nieuw: inlezing.telling.nieuw,
  veranderd: inlezing.telling.veranderd,
  weg: inlezing.telling.weg,
  gelijk: inlezing.telling.gelijk,
  ingelezenOp: inlezing.op.toISOString(),
  teruggedraaidDoor: inlezing.teruggedraaid,
})

const lijst = eindpunt({
  handeling: 'invoer.lezen',
  pad: '/inlezingen',
  operatie: 'inlezingenLijst',
  tag: 'inlezingen',
  titel: 'Inlezingen, de nieuwste eerst',
  uitleg:
    'Welke bestanden zijn ingelezen, hoeveel regels, en wat er ten opzichte van de vorige keer anders was.',
  vraag: z.strictObject({ ...PROGRAMMAVRAAG, paginaGrootte: BLADERVRAAG.paginaGrootte }),
  antwoord: {
    naam: 'Inlezingen',
    schema: z.strictObject({ items: z.array(Inlezingvorm) }),
    voorbeeld: {
      items: [
        {
          nummer: 1,
          soort: 'bestand',
          vorm: 'XAF 4.0',
          administratie: 'xaf:001234567',
          vanafDatum: Datum.parse('2026-01-01'),
          totDatum: Datum.parse('2026-12-31'),
          regels: 120,
          debetCent: Centen.parse(4_500_000),
          creditCent: Centen.parse(4_500_000),
          nieuw: 118,
          veranderd: 2,
          weg: 0,
          gelijk: 0,
          ingelezenOp: '2026-05-04T08:15:30.123Z',
          teruggedraaidDoor: null,
        },
      ],
    },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const alle = await bezoek.db.lees((lezer) => findInlezingen(lezer, vraag.paginaGrootte))
    return gelukt({ items: alle.filter(({ programma }) => programma === plan.kop.id).map(vormVan) })
  },
})

export const INLEZINGEN: readonly Eindpunt[] = [lijst]
