import { z } from 'zod'
import { jaarVan } from '#basis/datum.ts'
import { links } from '#programma/api/links.ts'
import { stukgeschiedenis } from '#programma/api/stukgeschiedenis.ts'
import { type Verzameling, vanPlan } from '#programma/api/verzameling.ts'
import { Jaarvraag, Koppelingen } from '#programma/api/vorm.ts'
import {
  DINGSOORTEN,
  Mijlpaal,
  Onderdeel,
  PLAATSSOORTEN,
  Plaats,
  Raming,
  Sleutel,
  Vermelding,
} from '#programma/plan.ts'
import { STUKINHOUD } from '#programma/stukken.ts'

/** Wat bij een ding hoort: ramingen en mijlpalen, en wat het document op zijn plaatsen zegt. */

const voorPunt = (id: string): string => id.split('.', 1)[0] ?? ''

/** Onderdeel, jaar en bron samen zijn uniek; een punt komt in geen sleutel voor. */
const ramingsleutel = (onderdeel: string, { jaar, bron }: Pick<Raming, 'jaar' | 'bron'>): string =>
  [onderdeel, jaar, ...(bron === null ? [] : [bron])].join('.')

export const ramingen: Verzameling = vanPlan({
  naam: 'ramingen',
  schema: 'Raming',
  een: 'de raming',
  uitleg:
    'De bedragen die gelden, per onderdeel, jaar en bron. Bron `null`: het plan zegt niet uit welke bron; de api verdeelt het dan ook niet.',
  item: Raming.extend({ id: z.string(), groep: Sleutel.nullable(), _links: Koppelingen }),
  filters: {
    onderdeel: Sleutel.meta({ description: 'Sleutel van het onderdeel.' }),
    groep: Sleutel.meta({ description: 'Sleutel van de groep.' }),
    jaar: Jaarvraag.meta({ description: 'Jaar van de raming.' }),
    bron: Sleutel.meta({ description: 'Sleutel van de bron.' }),
    verdeling: z.enum(['bekend', 'onbekend']).meta({ description: 'Is de bron van dit bedrag bekend?' }),
  },
  past: {
    onderdeel: (raming, onderdeel) => raming.onderdeel === onderdeel,
    groep: (raming, groep) => raming.groep === groep,
    jaar: (raming, jaar) => raming.jaar === jaar,
    bron: (raming, bron) => raming.bron === bron,
    verdeling: (raming, verdeling) => (raming.bron === null) === (verdeling === 'onbekend'),
  },
  dingen: ({ beeld }, { adres }) =>
    beeld.plan.raming.map((raming) => {
      const id = ramingsleutel(raming.onderdeel, raming)
      return {
        ...raming,
        id,
        groep: beeld.onderdeel.get(raming.onderdeel)?.groep ?? null,
        _links: {
          ...links(adres, 'ramingen', id),
          onderdeel: { href: adres(`/onderdelen/${raming.onderdeel}`) },
          ...(raming.bron !== null && { bron: { href: adres(`/bronnen/${raming.bron}`) } }),
          ...(raming.vermelding !== undefined && {
            vermelding: { href: adres(`/vermeldingen/${raming.vermelding}`) },
          }),
        },
      }
    }),
  ...stukgeschiedenis(
    'raming',
    Raming.omit({ onderdeel: true }),
    (stuk, id) =>
      STUKINHOUD.raming.parse(stuk).regels.find((regel) => ramingsleutel(voorPunt(id), regel) === id) ?? null,
    voorPunt,
  ),
})

export const mijlpalen: Verzameling = vanPlan({
  naam: 'mijlpalen',
  schema: 'Mijlpaal',
  een: 'de mijlpaal',
  uitleg: 'Wat wanneer klaar moet zijn, van alle onderdelen. `wanneer: null`: het plan noemt geen moment.',
  item: Mijlpaal.extend({ id: z.string(), onderdeel: Sleutel, _links: Koppelingen }),
  filters: {
    onderdeel: Sleutel.meta({ description: 'Sleutel van het onderdeel.' }),
    jaar: Jaarvraag.meta({ description: 'Jaar waarin de mijlpaal valt.' }),
  },
  past: {
    onderdeel: (mijlpaal, onderdeel) => mijlpaal.onderdeel === onderdeel,
    jaar: ({ wanneer }, jaar) => wanneer !== null && jaarVan(wanneer) === jaar,
  },
  dingen: ({ beeld }, { adres, pagina }) =>
    beeld.plan.onderdelen.flatMap((onderdeel) =>
      onderdeel.mijlpalen.map((mijlpaal) => {
        const id = `${onderdeel.id}.${mijlpaal.id}`
        return {
          ...mijlpaal,
          id,
          onderdeel: onderdeel.id,
          _links: {
            ...links(adres, 'mijlpalen', id),
            onderdeel: { href: adres(`/onderdelen/${onderdeel.id}`) },
            pagina: { href: pagina(`/onderdelen/${onderdeel.id}`) },
          },
        }
      }),
    ),
  ...stukgeschiedenis(
    'onderdeel',
    Mijlpaal,
    (stuk, id) =>
      Onderdeel.parse(stuk).mijlpalen.find((mijlpaal) => `${voorPunt(id)}.${mijlpaal.id}` === id) ?? null,
    voorPunt,
  ),
})

export const plaatsen: Verzameling = vanPlan({
  naam: 'plaatsen',
  schema: 'Plaats',
  een: 'de plaats',
  uitleg: 'Hoofdstukken, paragrafen, tabellen en bijlagen van het plandocument.',
  item: Plaats.extend({ _links: Koppelingen }),
  filters: { soort: z.enum(PLAATSSOORTEN) },
  past: { soort: (plaats, soort) => plaats.soort === soort },
  dingen: ({ beeld }, { adres }) =>
    beeld.plan.plaatsen.map((plaats) => ({
      ...plaats,
      _links: {
        ...links(adres, 'plaatsen', plaats.id),
        vermeldingen: { href: adres('/vermeldingen', { plaats: plaats.id }) },
      },
    })),
  ...stukgeschiedenis('plaats', Plaats),
})

const [Bedrag, Looptijd, Naam, Verwijzing, Leden, Dekking, Aantal] = Vermelding.options
const VermeldingMetLinks = z.discriminatedUnion('soort', [
  Bedrag.safeExtend({ _links: Koppelingen }),
  Looptijd.safeExtend({ _links: Koppelingen }),
  Naam.safeExtend({ _links: Koppelingen }),
  Verwijzing.safeExtend({ _links: Koppelingen }),
  Leden.safeExtend({ _links: Koppelingen }),
  Dekking.safeExtend({ _links: Koppelingen }),
  Aantal.safeExtend({ _links: Koppelingen }),
])
const VERMELDINGSOORTEN = Vermelding.options.map((optie) => optie.shape.soort.value)

export const vermeldingen: Verzameling = vanPlan({
  naam: 'vermeldingen',
  schema: 'Vermelding',
  een: 'de vermelding',
  uitleg:
    'Wat het document op één plaats over één ding zegt, met regelnummer en letterlijke woorden waar die bekend zijn. `twijfel`: waarom de lezing daar onzeker is.',
  item: VermeldingMetLinks,
  filters: {
    soort: z.enum(VERMELDINGSOORTEN),
    plaats: Sleutel.meta({ description: 'Sleutel van de plaats in het document.' }),
    overSoort: z.enum(DINGSOORTEN).meta({ description: 'Soort ding waar de vermelding over gaat.' }),
    over: Sleutel.meta({ description: 'Sleutel van het ding waar de vermelding over gaat.' }),
  },
  past: {
    soort: (vermelding, soort) => vermelding.soort === soort,
    plaats: (vermelding, plaats) => vermelding.plaats === plaats,
    overSoort: ({ over }, soort) => over.soort === soort,
    over: ({ over }, id) => over.id === id,
  },
  dingen: ({ beeld }, { adres, pagina }) =>
    beeld.plan.vermeldingen.map((vermelding) => ({
      ...vermelding,
      _links: {
        ...links(adres, 'vermeldingen', vermelding.id),
        plaats: { href: adres(`/plaatsen/${vermelding.plaats}`) },
        pagina: { href: pagina(`/vermeldingen/${vermelding.id}`) },
      },
    })),
  ...stukgeschiedenis('vermelding', Vermelding),
})
