import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen } from '#basis/geld.ts'
import { links } from '#programma/api/links.ts'
import { type Verzameling, vanGemeente, vanPlan } from '#programma/api/verzameling.ts'
import { Koppelingen } from '#programma/api/vorm.ts'
import { OORDELEN } from '#programma/besluit.ts'
import { Sleutel } from '#programma/plan.ts'
import { Bevinding, Ernst } from '#programma/plancontrole/bevinding.ts'

/** Wat er van het plan gevonden en besloten is: bevindingen en besluiten. */

const Moment = z.iso.datetime()

/** De sleutel van een bevinding bevat tekens die in een pad niet horen; haar afdruk blijft even vast. */
const bevindingId = (sleutel: string): string =>
  createHash('sha256').update(sleutel).digest('hex').slice(0, 16)

const Oordeelregel = z.strictObject({
  oordeel: z.enum(OORDELEN),
  toelichting: z.string(),
  versie: z.int().meta({ description: 'Over welke versie van het plan het oordeel ging.' }),
  op: Moment,
})

export const bevindingen: Verzameling = vanPlan({
  naam: 'bevindingen',
  schema: 'Bevinding',
  een: 'de bevinding',
  uitleg:
    'Wat de plancontrole in het plan tegenkomt: `fout` (het kan niet allebei waar zijn), `waarschijnlijk` of `aandacht`. De geschiedenis is wat de programmamanager erover besloot.',
  item: Bevinding.extend({
    id: z.string(),
    oordeel: z
      .enum(['open', 'opgelost', 'bewust'])
      .meta({ description: 'Wat er tot en met deze versie van het plan over besloten is.' }),
    _links: Koppelingen,
  }),
  filters: {
    ernst: Ernst,
    regel: z.string().min(1).max(100).meta({ description: 'Naam van de regel die haar vond.' }),
    over: Sleutel.meta({ description: 'Sleutel van een ding waar de bevinding over gaat.' }),
    oordeel: z.enum(['open', 'opgelost', 'bewust']),
  },
  past: {
    ernst: (bevinding, ernst) => bevinding.ernst === ernst,
    regel: (bevinding, regel) => bevinding.regel === regel,
    over: (bevinding, id) => bevinding.dingen.some((ding) => ding.id === id),
    oordeel: (bevinding, oordeel) => bevinding.oordeel === oordeel,
  },
  dingen: async ({ bevindingen: lees, afdoeningen }, { adres, pagina }) => {
    const laatste = new Map((await afdoeningen()).map((een) => [een.bevinding, een.oordeel]))
    return lees().map((bevinding) => {
      const id = bevindingId(bevinding.sleutel)
      const oordeel = laatste.get(bevinding.sleutel)
      return {
        ...bevinding,
        id,
        oordeel: oordeel === undefined || oordeel === 'heropend' ? ('open' as const) : oordeel,
        _links: { ...links(adres, 'bevindingen', id), pagina: { href: pagina('/plancontrole') } },
      }
    })
  },
  regel: Oordeelregel,
  geschiedenis: async ({ afdoeningen }, id) =>
    (await afdoeningen())
      .filter((een) => bevindingId(een.bevinding) === id)
      .map(({ oordeel, toelichting, versie, vastgelegdOp }) => ({
        oordeel,
        toelichting,
        versie,
        op: vastgelegdOp.toISOString(),
      }))
      .reverse(),
})

const ORGANEN = ['raad', 'college', 'stuurgroep', 'directie', 'onbekend'] as const
const Bewogen = z.strictObject({
  programma: z.string(),
  onderdeel: z.string().nullable(),
  bron: z.string().nullable(),
  jaar: z.int(),
  bedragCent: Centen,
})
const Vaststelling = z.strictObject({ plan: z.string(), versie: z.int() })

export const besluiten: Verzameling = vanGemeente({
  naam: 'besluiten',
  schema: 'Besluit',
  een: 'het besluit',
  uitleg: 'Het register van besluiten, met de versies van plannen die erop berusten.',
  item: z.strictObject({
    id: z.uuid(),
    orgaan: z.enum(ORGANEN),
    datum: Datum.nullable(),
    nummer: z.string().nullable(),
    onderwerp: z.string(),
    teBevestigen: z
      .boolean()
      .meta({ description: 'Dit staat zo in het register, maar is nog niet nagekeken.' }),
    vastgelegdOp: Moment,
    vaststellingen: z.array(Vaststelling),
    bewogen: z.array(Bewogen).meta({
      description: 'Wat onderdelen door dit besluit erbij kregen (positief) of afstonden (negatief).',
    }),
    _links: Koppelingen,
  }),
  filters: { orgaan: z.enum(ORGANEN) },
  past: { orgaan: (besluit, orgaan) => besluit.orgaan === orgaan },
  dingen: async (_, context) => {
    const vaststellingen = await context.vaststellingen()
    const perBesluit = Map.groupBy(await context.besluitsommen(), ({ besluit }) => besluit)
    return (await context.besluiten()).map((besluit) => ({
      ...besluit,
      vastgelegdOp: besluit.vastgelegdOp.toISOString(),
      vaststellingen: vaststellingen.filter((een) => een.besluit === besluit.id).map(zonderBesluit),
      bewogen: (perBesluit.get(besluit.id) ?? []).map(({ besluit: _, ...som }) => som),
      _links: {
        ...links(context.adres, 'besluiten', besluit.id),
        pagina: { href: context.pagina(`/besluiten/${besluit.id}`) },
      },
    }))
  },
  regel: z.strictObject({
    gebeurtenis: z.enum(['vastgelegd', 'versie-vastgesteld']),
    op: Moment,
    vaststelling: Vaststelling.optional(),
  }),
  geschiedenis: async (_, id, context) => {
    const besluit = (await context.besluiten()).find((een) => een.id === id)
    if (besluit === undefined) return []
    const daarna = (await context.vaststellingen()).filter((een) => een.besluit === id)
    return [
      ...daarna.map((een) => ({
        gebeurtenis: 'versie-vastgesteld' as const,
        op: een.op.toISOString(),
        vaststelling: zonderBesluit(een),
      })),
      { gebeurtenis: 'vastgelegd' as const, op: besluit.vastgelegdOp.toISOString() },
    ]
  },
})

const zonderBesluit = ({ plan, versie }: { plan: string; versie: number }) => ({ plan, versie })
