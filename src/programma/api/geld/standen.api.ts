import { z } from 'zod'
import { Centen, telOp } from '#basis/geld.ts'
import { gelukt } from '#basis/uitkomst.ts'
import { findPostsaldi, findTijdstip, Naam, naamVan } from '#grootboek/deur.ts'
import { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
import { VOORBEELDTIJDSTIP } from '#programma/api/geld/voorbeeld.ts'
import {
  PROGRAMMAVRAAG,
  standvraagVan,
  TIJDVRAAG,
  Tijdstipvorm,
  tijdstipVan,
} from '#programma/api/geld/vormen.ts'
import { noem } from '#programma/api/vorm.ts'
import { DEELKEUZES } from '#programma/begroting/delers.ts'
import { type Bedragen, type Geldrij, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { alsVelden, leesGeldfilter } from '#programma/begroting/geldfilter.ts'

/** Standen op elk tijdstip: de begrotingstabel, en de saldi per rekening waaruit zij bestaat. */

const Geldfilterveld = z.string().max(200).optional()

const FILTERVRAAG = {
  onderdeel: Geldfilterveld.meta({ description: 'Met alles wat eronder hangt; `-` is nog onbekend.' }),
  groep: Geldfilterveld.meta({ description: 'Onderdelen van deze groep; `-` is zonder groep.' }),
  bron: Geldfilterveld.meta({ description: '`-` is nog te verdelen over de bronnen.' }),
  jaar: Geldfilterveld.meta({ description: 'Jaar van het budget.' }),
  taakveld: Geldfilterveld.meta({
    description: 'Met de indeling, zoals `6.1@2025`; `-` is niet toegedeeld.',
  }),
}

const Filtervraag = z
  .strictObject({
    ...PROGRAMMAVRAAG,
    ...TIJDVRAAG,
    per: z
      .enum([...DEELKEUZES, 'rekening'])
      .default('onderdeel')
      .meta({ description: 'Waarnaar verdeeld wordt.' }),
    ...FILTERVRAAG,
  })
  .superRefine(({ onderdeel, groep, bron, jaar, taakveld }, fout) => {
    const filter = leesGeldfilter({ onderdeel, groep, bron, jaar, taakveld })
    if (!filter.ok) fout.addIssue({ code: 'custom', message: filter.reden, path: ['filter'] })
  })

const Bedragenvorm = noem(
  'Bedragen',
  z.strictObject({
    primitiefCent: Centen,
    wijzigingenCent: Centen,
    naWijzigingCent: Centen.meta({ description: 'Altijd vrij + verplicht + gerealiseerd.' }),
    verplichtCent: Centen,
    gerealiseerdCent: Centen,
    vrijCent: Centen,
    overhevelingCent: Centen.meta({ description: 'Voorgesteld om mee te nemen naar een volgend jaar.' }),
  }),
)

const bedragenVan = (bedragen: Bedragen): z.infer<typeof Bedragenvorm> => ({
  primitiefCent: bedragen.primitief,
  wijzigingenCent: bedragen.wijzigingen,
  naWijzigingCent: bedragen.naWijziging,
  verplichtCent: bedragen.verplicht,
  gerealiseerdCent: bedragen.gerealiseerd,
  vrijCent: bedragen.vrij,
  overhevelingCent: bedragen.overheveling,
})

const Standrij = noem(
  'Standrij',
  z.strictObject({
    sleutel: z.string(),
    naam: z.string(),
    bedragen: Bedragenvorm,
    onaf: z.boolean().meta({ description: 'Geld dat nog ergens ondergebracht moet worden.' }),
    _links: z.object({ pagina: z.strictObject({ href: z.string() }) }),
  }),
)

const Saldorij = noem(
  'Rekeningsaldo',
  z.strictObject({
    rekening: z.string(),
    programma: Naam,
    saldoCent: Centen.meta({ description: 'Debet is positief.' }),
  }),
)

const Standen = z.strictObject({
  tijdstip: Tijdstipvorm,
  per: z.string(),
  rijen: z.array(Standrij),
  totaal: Bedragenvorm.nullable(),
  rekeningen: z.array(Saldorij).meta({ description: 'Alleen met `per=rekening`.' }),
})

const VOORBEELDBEDRAGEN = {
  primitiefCent: Centen.parse(0),
  wijzigingenCent: Centen.parse(0),
  naWijzigingCent: Centen.parse(925_000),
  verplichtCent: Centen.parse(0),
  gerealiseerdCent: Centen.parse(925_000),
  vrijCent: Centen.parse(0),
  overhevelingCent: Centen.parse(0),
}

const standen = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/standen',
  operatie: 'standenLezen',
  tag: 'standen',
  titel: 'De begrotingstabel op elk tijdstip',
  uitleg:
    'Primitief, wijzigingen, verplicht, gerealiseerd en vrij: gebeurd tot en met een dag, zoals bekend op een moment. Rijen tellen op tot het totaal.',
  vraag: Filtervraag,
  antwoord: {
    naam: 'Standen',
    schema: Standen,
    voorbeeld: {
      tijdstip: VOORBEELDTIJDSTIP,
      per: 'onderdeel',
      rijen: [
        {
          sleutel: 'inloop',
          naam: 'Inloop in het dorp',
          bedragen: VOORBEELDBEDRAGEN,
          onaf: false,
          _links: { pagina: { href: '/boekingen?onderdeel=inloop' } },
        },
      ],
      totaal: VOORBEELDBEDRAGEN,
      rekeningen: [],
    },
  },
  async doe({ bezoek, plan, pagina }, { vraag }) {
    const { per, geldigTm, onderdeel, groep, bron, jaar, taakveld } = vraag
    const programma = plan.beeld.plan.programma.id
    const { tijdstip, posten } = await bezoek.db.lees(async (lezer) => {
      const tijd = await findTijdstip(lezer, standvraagVan(vraag))
      return { tijdstip: tijd, posten: await findPostsaldi(lezer, tijd, { programma }) }
    })
    const begin = { tijdstip: tijdstipVan(tijdstip), per }
    if (per === 'rekening') {
      const saldi = Map.groupBy(posten, ({ rekening }) => naamVan(rekening))
      const rekeningen = [...saldi]
        .toSorted(([een], [ander]) => (een < ander ? -1 : 1))
        .map(([rekening, delen]) => ({
          rekening,
          programma,
          saldoCent: telOp(...delen.map(({ bedragCent }) => bedragCent)),
        }))
      return gelukt({ ...begin, rijen: [], totaal: null, rekeningen })
    }
    const gelezen = leesGeldfilter({ onderdeel, groep, bron, jaar, taakveld })
    const filter = gelezen.ok ? gelezen.waarde : {}
    const tabel = geldtabelVan(plan.beeld, posten, { filter, per: [per] })
    const tijden = { 'geldig-tm': geldigTm, 'bekend-op': tijdstip.bekendNr }
    return gelukt({
      ...begin,
      rijen: tabel.rijen.map((rij) => rijVan(rij, pagina, tijden)),
      totaal: bedragenVan(tabel.totaal.bedragen),
      rekeningen: [],
    })
  },
})

function rijVan(
  { sleutel, naam, bedragen, onaf, filter }: Geldrij,
  pagina: (rest: string) => string,
  tijden: Record<string, string | number | undefined>,
): z.infer<typeof Standrij> {
  const velden = new URLSearchParams()
  for (const [veld, waarde] of Object.entries({ ...alsVelden(filter), ...tijden }))
    if (waarde !== undefined) velden.set(veld, String(waarde))
  return {
    sleutel,
    naam,
    bedragen: bedragenVan(bedragen),
    onaf,
    _links: { pagina: { href: `${pagina('/boekingen')}?${velden}` } },
  }
}

export const STANDEN: readonly Eindpunt[] = [standen]
