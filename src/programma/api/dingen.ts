import { z } from 'zod'
import { Centen, telOp } from '#basis/geld.ts'
import { geldVan, links } from '#programma/api/links.ts'
import { stukgeschiedenis } from '#programma/api/stukgeschiedenis.ts'
import { type Verzameling, vanPlan } from '#programma/api/verzameling.ts'
import { Geld, Jaarvraag, Koppelingen } from '#programma/api/vorm.ts'
import { AARDEN, BRONSOORTEN, Bron, Doel, Groep, Onderdeel, Sleutel, Voorganger } from '#programma/plan.ts'
import { PLANNINGSTATUSSEN, type Planningstatus, planningstatus } from '#programma/planbeeld.ts'

/** De dingen van een plan: doelen, groepen, onderdelen, bronnen en voorgangers. */

const Planningstand = z
  .enum(Object.keys(PLANNINGSTATUSSEN) as [Planningstatus, ...Planningstatus[]])
  .meta({ description: 'Waar het onderdeel vandaag staat in zijn looptijd; zegt niet hoe het gaat.' })

export const doelen: Verzameling = vanPlan({
  naam: 'doelen',
  schema: 'Doel',
  een: 'het doel',
  uitleg: 'Wat het programma wil bereiken, met de indicatoren en de onderdelen die het dienen.',
  item: Doel.extend({ onderdelen: z.array(Sleutel), _links: Koppelingen }),
  filters: {},
  past: {},
  dingen: ({ beeld }, { adres, pagina }) =>
    beeld.plan.doelen.map((doel) => ({
      ...doel,
      onderdelen: beeld.plan.onderdelen.filter((o) => o.doelen.includes(doel.id)).map((o) => o.id),
      _links: { ...links(adres, 'doelen', doel.id), pagina: { href: pagina(`/doelen/${doel.id}`) } },
    })),
  ...stukgeschiedenis('doel', Doel),
})

export const groepen: Verzameling = vanPlan({
  naam: 'groepen',
  schema: 'Groep',
  een: 'de groep',
  uitleg: 'Programmalijnen: de onderdelen die bij elkaar horen, met hun geld samen.',
  item: Groep.extend({ geld: Geld, _links: Koppelingen }),
  filters: {},
  past: {},
  dingen: ({ beeld }, { adres, pagina }) =>
    beeld.plan.groepen.map((groep) => ({
      ...groep,
      geld: geldVan(beeld.geldVanGroep(groep.id)),
      _links: {
        ...links(adres, 'groepen', groep.id),
        onderdelen: { href: adres('/onderdelen', { groep: groep.id }) },
        pagina: { href: pagina(`/groepen/${groep.id}`) },
      },
    })),
  ...stukgeschiedenis('groep', Groep),
})

export const onderdelen: Verzameling = vanPlan({
  naam: 'onderdelen',
  schema: 'Onderdeel',
  een: 'het onderdeel',
  uitleg: 'Wat de gemeente doet: doel, planning, mijlpalen, partners en geld per onderdeel.',
  item: Onderdeel.extend({
    kinderen: z.array(Sleutel),
    planningstatus: Planningstand,
    geld: Geld,
    _links: Koppelingen,
  }),
  filters: {
    groep: Sleutel.meta({ description: 'Sleutel van de groep.' }),
    doel: Sleutel.meta({ description: 'Sleutel van een doel dat het onderdeel dient.' }),
    bron: Sleutel.meta({ description: 'Sleutel van een bron waaruit het betaald kan worden.' }),
    ouder: Sleutel.meta({ description: 'Sleutel van het onderdeel waar het onder valt.' }),
    status: Planningstand,
    jaar: Jaarvraag.meta({ description: 'Een jaar waarin de raming geld heeft.' }),
  },
  past: {
    groep: (onderdeel, groep) => onderdeel.groep === groep,
    doel: (onderdeel, doel) => onderdeel.doelen.includes(doel),
    bron: (onderdeel, bron) => onderdeel.bronnen.includes(bron),
    ouder: (onderdeel, ouder) => onderdeel.ouder === ouder,
    status: (onderdeel, status) => onderdeel.planningstatus === status,
    jaar: ({ geld }, jaar) => geld.perJaar.some((bedrag) => bedrag.jaar === jaar && bedrag.bedragCent !== 0),
  },
  dingen: ({ beeld }, { adres, pagina, vandaag }) =>
    beeld.plan.onderdelen.map((onderdeel) => ({
      ...onderdeel,
      kinderen: (beeld.kinderen.get(onderdeel.id) ?? []).map((kind) => kind.id),
      planningstatus: planningstatus(onderdeel, vandaag),
      geld: geldVan(beeld.geld(onderdeel.id)),
      _links: {
        ...links(adres, 'onderdelen', onderdeel.id),
        ramingen: { href: adres('/ramingen', { onderdeel: onderdeel.id }) },
        mijlpalen: { href: adres('/mijlpalen', { onderdeel: onderdeel.id }) },
        vermeldingen: { href: adres('/vermeldingen', { overSoort: 'onderdeel', over: onderdeel.id }) },
        bevindingen: { href: adres('/bevindingen', { over: onderdeel.id }) },
        pagina: { href: pagina(`/onderdelen/${onderdeel.id}`) },
      },
    })),
  ...stukgeschiedenis('onderdeel', Onderdeel),
})

export const bronnen: Verzameling = vanPlan({
  naam: 'bronnen',
  schema: 'Bron',
  een: 'de bron',
  uitleg: 'Waar het geld vandaan komt: wat een bron inbrengt en wat de raming er zeker uit betaalt.',
  item: Bron.extend({
    ontvangstCent: Centen.nullable().meta({
      description: 'Alle ontvangsten samen; `null`: het plan noemt geen bedrag.',
    }),
    geraamdCent: Centen.meta({
      description: 'Wat de raming met zekerheid uit deze bron betaalt; de rest is niet verdeeld.',
    }),
    _links: Koppelingen,
  }),
  filters: { soort: z.enum(BRONSOORTEN), aard: z.enum(AARDEN) },
  past: {
    soort: (bron, soort) => bron.soort === soort,
    aard: (bron, aard) => bron.aard === aard,
  },
  dingen: ({ beeld }, { adres, pagina }) =>
    beeld.plan.bronnen.map((bron) => ({
      ...bron,
      ontvangstCent:
        bron.ontvangsten.length === 0 ? null : telOp(...bron.ontvangsten.map((o) => o.bedragCent)),
      geraamdCent: beeld.totaal.perBron.get(bron.id) ?? telOp(),
      _links: {
        ...links(adres, 'bronnen', bron.id),
        onderdelen: { href: adres('/onderdelen', { bron: bron.id }) },
        ramingen: { href: adres('/ramingen', { bron: bron.id }) },
        pagina: { href: pagina(`/bronnen/${bron.id}`) },
      },
    })),
  ...stukgeschiedenis('bron', Bron),
})

export const voorgangers: Verzameling = vanPlan({
  naam: 'voorgangers',
  schema: 'Voorganger',
  een: 'de voorganger',
  uitleg: 'Eerdere of andere programma’s waarover het document iets zegt.',
  item: Voorganger.extend({ _links: Koppelingen }),
  filters: {},
  past: {},
  dingen: ({ beeld }, { adres }) =>
    beeld.plan.voorgangers.map((voorganger) => ({
      ...voorganger,
      _links: links(adres, 'voorgangers', voorganger.id),
    })),
  ...stukgeschiedenis('voorganger', Voorganger),
})
