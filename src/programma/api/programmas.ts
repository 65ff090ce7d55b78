import { z } from 'zod'
import { Versieregel, versieregel } from '#programma/api/geschiedenis.ts'
import { geldVan, links } from '#programma/api/links.ts'
import { type Verzameling, vanGemeente } from '#programma/api/verzameling.ts'
import { Geld, Koppelingen } from '#programma/api/vorm.ts'
import { GemeenteCode, Programma } from '#programma/plan.ts'

export const programmas: Verzameling = vanGemeente({
  naam: 'programmas',
  schema: 'Programma',
  een: 'het programma',
  uitleg:
    'De programma’s van deze gemeente, elk in de versie die geldt. De sleutel is ook de waarde van `plan`.',
  item: Programma.extend({
    gemeente: z.strictObject({ code: GemeenteCode, naam: z.string() }),
    hoofdplan: z.boolean().meta({ description: 'Dit plan komt bij vragen zonder `plan`.' }),
    versie: z.int(),
    vastgesteld: z.boolean(),
    geld: Geld,
    _links: Koppelingen,
  }),
  filters: {},
  past: {},
  dingen: async (_, { programmas: lees, adres, pagina }) =>
    (await lees()).map(({ kop, versie, beeld }) => ({
      ...beeld.plan.programma,
      gemeente: beeld.plan.gemeente,
      hoofdplan: kop.hoofdplan,
      versie,
      vastgesteld: kop.vastgesteldeVersies.includes(versie),
      geld: geldVan(beeld.totaal),
      _links: {
        ...links(adres, 'programmas', kop.id),
        onderdelen: { href: adres('/onderdelen', { plan: kop.id }) },
        ...(kop.hoofdplan && { pagina: { href: pagina('/') } }),
      },
    })),
  regel: Versieregel,
  geschiedenis: async (_, id, context) => {
    const plan = (await context.programmas()).find(({ kop }) => kop.id === id)
    if (plan === undefined) return []
    const versies = await context.versies(plan.kop)
    return versies.map((versie) => ({ ...versieregel(versie), besluit: versie.besluit }))
  },
})
