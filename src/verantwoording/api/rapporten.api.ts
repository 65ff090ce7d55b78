import { z } from 'zod'
import { Datum, datum } from '#basis/datum.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { type Eindpunt, eindpunt, noem, PROGRAMMAVRAAG } from '#programma/deur.ts'
import { VOORBEELD } from '#verantwoording/api/voorbeeld.ts'
import { leesInhoud } from '#verantwoording/rapport/inhoud.flow.ts'
import { findRapport, findRapporten, type Rapportkop } from '#verantwoording/rapport/rapport.store.ts'
import { RAPPORTSOORTEN, Rapportinhoud, Rapporttabel, tabellenVan } from '#verantwoording/rapport.ts'

/** Vastgestelde rapporten voor andere programma's: de lijst, de hele inhoud, en elke tabel. */

const Regel = noem(
  'Rapportregel',
  z.strictObject({
    kenmerk: z.string(),
    soort: z.enum(RAPPORTSOORTEN),
    jaar: z.int(),
    kwartaal: z.int().nullable(),
    onderdeel: z.string().nullable(),
    versie: z.int().meta({ description: 'Een verbeterd rapport is de volgende versie.' }),
    geldigTm: Datum,
    bekendNr: z.int().nullable().meta({ description: 'De cijfers tellen tot en met deze boeking.' }),
    vastgesteldOp: z.iso.datetime(),
    vervangt: z.string().nullable(),
    vervangenDoor: z.string().nullable(),
  }),
)

const regelVan = (kop: Rapportkop): z.output<typeof Regel> => ({
  kenmerk: kop.kenmerk,
  soort: kop.soort,
  jaar: kop.jaar,
  kwartaal: kop.kwartaal,
  onderdeel: kop.onderdeel,
  versie: kop.versie,
  geldigTm: kop.geldigTm,
  bekendNr: kop.vastNr,
  vastgesteldOp: kop.standOp,
  vervangt: kop.vervangt,
  vervangenDoor: kop.vervangenDoor,
})

noem('Rapporttabel', Rapporttabel)

const ID = { uitleg: 'Kenmerk van het rapport.', voorbeeld: 'jaar-2025' }
const ER_NIET = geweigerd({
  status: 404 as const,
  code: 'rapport_onbekend',
  detail: 'Dit rapport bestaat niet, of het is nog niet vastgesteld.',
})

const lijst = eindpunt({
  handeling: 'rapport.lezen',
  pad: '/rapporten',
  operatie: 'rapportenLijst',
  tag: 'rapporten',
  titel: 'Vastgestelde rapporten',
  uitleg:
    'Alle rapporten die zijn vastgesteld, de laatste periode eerst. Een rapport in de maak staat er niet bij.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    soort: z.enum(RAPPORTSOORTEN).optional().meta({ description: 'Alleen deze soort.' }),
  }),
  antwoord: {
    naam: 'Rapporten',
    schema: z.strictObject({ items: z.array(Regel) }),
    voorbeeld: {
      items: [
        {
          kenmerk: 'jaar-2025',
          soort: 'jaar',
          jaar: 2025,
          kwartaal: null,
          onderdeel: null,
          versie: 1,
          geldigTm: datum('2025-12-31'),
          bekendNr: 1_134,
          vastgesteldOp: '2026-06-25T19:30:00.000000Z',
          vervangt: null,
          vervangenDoor: null,
        },
      ],
    },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const koppen = await bezoek.db.lees((lezer) => findRapporten(lezer, plan.kop.id))
    return gelukt({
      items: koppen
        .filter((kop) => kop.stand === 'vastgesteld' && (vraag.soort ?? kop.soort) === kop.soort)
        .map(regelVan),
    })
  },
})

type Context = Parameters<Eindpunt['doe']>[0]

/** De bewaarde inhoud van een vastgesteld rapport. */
async function inhoudVan(
  { bezoek, kamer, plan }: Context,
  kenmerk: string,
): Promise<Rapportinhoud | undefined> {
  const kop = await bezoek.db.lees((lezer) => findRapport(lezer, plan.kop.id, kenmerk))
  if (kop?.stand !== 'vastgesteld') return undefined
  const bron = { db: bezoek.db, planboek: kamer.planboek, plan: plan.kop.id, gemeente: bezoek.gemeente }
  const inhoud = await leesInhoud(bron, kop, bezoek.klok)
  return inhoud.ok ? inhoud.waarde : undefined
}

const een = eindpunt({
  handeling: 'rapport.lezen',
  pad: '/rapporten/:id',
  operatie: 'rapportenEen',
  tag: 'rapporten',
  titel: 'Eén vastgesteld rapport',
  uitleg:
    'De hele inhoud zoals zij is vastgesteld: delen met zinnen, tabellen en grafieken. Bedragen in hele centen.',
  id: ID,
  vraag: z.strictObject(PROGRAMMAVRAAG),
  antwoord: { naam: 'Rapport', schema: Rapportinhoud, voorbeeld: VOORBEELD },
  async doe(context, { id }) {
    const inhoud = await inhoudVan(context, id)
    return inhoud === undefined ? ER_NIET : gelukt(inhoud)
  },
})

const losseTabellen = (inhoud: Rapportinhoud): Rapporttabel[] => tabellenVan(inhoud).map(({ tabel }) => tabel)

const tabellen = eindpunt({
  handeling: 'rapport.lezen',
  pad: '/rapporten/:id/tabellen',
  operatie: 'rapportenTabellen',
  tag: 'rapporten',
  titel: 'De tabellen van een rapport',
  uitleg:
    'Elke tabel van een vastgesteld rapport, ook die bij een grafiek. Bedragen in hele centen, niets afgerond.',
  id: ID,
  vraag: z.strictObject(PROGRAMMAVRAAG),
  antwoord: {
    naam: 'Rapporttabellen',
    schema: z.strictObject({ items: z.array(Rapporttabel) }),
    voorbeeld: { items: losseTabellen(VOORBEELD) },
  },
  async doe(context, { id }) {
    const inhoud = await inhoudVan(context, id)
    return inhoud === undefined ? ER_NIET : gelukt({ items: losseTabellen(inhoud) })
  },
})

export const RAPPORTEINDPUNTEN: readonly Eindpunt[] = [lijst, een, tabellen]
