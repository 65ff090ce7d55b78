import { z } from 'zod'
import { geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  Betaling,
  boekFactuur,
  boekMetDeHand,
  bronnenVan,
  corrigeer,
  gaVerplichtingAan,
  Jaarbedrag,
  Kenmerk,
  Naam,
} from '#grootboek/deur.ts'
import {
  type Apiweigering,
  type Eindpunt,
  type Eindpuntcontext,
  eindpunt,
  SLEUTEL_HERGEBRUIKT,
} from '#programma/api/eindpunt.ts'
import {
  Bedraginvoer,
  Daginvoer,
  Jaarinvoer,
  PROGRAMMAVRAAG,
  tekstinvoer,
} from '#programma/api/geld/vormen.ts'
import { noem } from '#programma/api/vorm.ts'
import { looptijdVan } from '#programma/verplichtingen/invoer.ts'
import { type Boekreden, boekstatus, MELDING, weigerzin } from '#programma/verplichtingen/zinnen.ts'

/** Boeken door een ander programma: dezelfde wegen, regels en mandaten als op het scherm. */

const Toelichting = tekstinvoer(500)
const Waarschuwingen = z.array(z.string()).meta({ description: 'Wat opviel; het is wel geboekt.' })

/** Wat een flow weigert, in de vorm van de api. */
function weiger<Waarde>(
  uitkomst: Uitkomst<Waarde, Boekreden>,
  { plan }: Eindpuntcontext,
): Uitkomst<Waarde, Apiweigering> {
  if (uitkomst.ok) return uitkomst
  const { code } = uitkomst.reden
  if (code === 'sleutel_hergebruikt') return geweigerd(SLEUTEL_HERGEBRUIKT)
  return geweigerd({ status: boekstatus(code), code, detail: weigerzin(uitkomst.reden, plan.beeld.plan) })
}

/** Het grootboek kent het plan niet; een sleutel die het plan niet kent, is bijna zeker een vergissing. */
function keurNamen(
  { plan: { beeld } }: Eindpuntcontext,
  onderdeel: string | null,
  bronnen: readonly string[],
): Apiweigering | undefined {
  if (onderdeel !== null && (!beeld.onderdeel.has(onderdeel) || beeld.kinderen.has(onderdeel)))
    return {
      status: 409,
      code: 'onderdeel_onbekend',
      detail: `Het onderdeel ‘${onderdeel}’ staat niet in het plan, of bestaat uit delen. Er is niets geboekt.`,
    }
  const vreemd = bronnen.find((bron) => !beeld.bron.has(bron))
  return vreemd === undefined
    ? undefined
    : {
        status: 409,
        code: 'bron_onbekend',
        detail: `De bron ‘${vreemd}’ staat niet in het plan. Er is niets geboekt.`,
      }
}

const gemeld = (waarschuwingen: readonly { code: keyof typeof MELDING }[]): string[] =>
  waarschuwingen.map(({ code }) => MELDING[code])

const Uitgave = z.strictObject({
  soort: z.literal('realisatie'),
  onderdeel: Naam.nullable().meta({ description: '`null`: nog onbekend bij welk onderdeel.' }),
  jaar: Jaarinvoer,
  betaling: Betaling,
  bedragCent: Bedraginvoer,
  geldigDatum: Daginvoer,
  stuk: z.string().max(40),
  kenmerk: Kenmerk.optional(),
  toelichting: Toelichting.optional(),
})
const Ontvangst = z.strictObject({
  soort: z.literal('ontvangst'),
  bron: Naam,
  jaar: Jaarinvoer,
  bedragCent: Bedraginvoer,
  geldigDatum: Daginvoer,
  stuk: z.string().max(40),
  toelichting: Toelichting.optional(),
})
const NieuweBoeking = z.discriminatedUnion('soort', [Uitgave, Ontvangst])

const Geboekt = noem('Geboekt', z.strictObject({ boeking: z.int(), waarschuwingen: Waarschuwingen }))

const boeking = eindpunt({
  handeling: 'boeking.boeken',
  pad: '/boekingen',
  operatie: 'boekingMaken',
  tag: 'boekingen',
  titel: 'Een uitgave of ontvangst boeken',
  uitleg:
    'Een feit wordt nooit geweigerd omdat het geld op is: het wordt geboekt, en de waarschuwing staat in het antwoord.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweBoeking',
    schema: NieuweBoeking,
    voorbeeld: {
      soort: 'realisatie',
      onderdeel: 'inloop',
      jaar: 2026,
      betaling: { soort: 'bron', bron: 'rijk' },
      bedragCent: 925_000,
      geldigDatum: '2026-04-20',
      stuk: 'F-2301',
    } as z.input<typeof NieuweBoeking>,
  },
  antwoord: { naam: 'Geboekt', schema: Geboekt, voorbeeld: { boeking: 12, waarschuwingen: [] } },
  async doe(context, { inhoud, verzoek }) {
    const { bezoek, kamer, plan } = context
    const { geldigDatum, toelichting, ...rest } = inhoud
    const onderdeel = rest.soort === 'realisatie' ? rest.onderdeel : null
    const vreemd = keurNamen(
      context,
      onderdeel,
      rest.soort === 'realisatie' ? bekendeBronnen(rest.betaling) : [rest.bron],
    )
    if (vreemd !== undefined) return geweigerd(vreemd)
    const kern = { programma: plan.kop.id, geldigOp: geldigDatum, tekst: toelichting }
    const invoer =
      rest.soort === 'realisatie'
        ? { ...kern, ...rest, looptijd: looptijdVan(context.plan.beeld.onderdeel.get(onderdeel ?? '')) }
        : { ...kern, ...rest }
    const geboekt = weiger(await boekMetDeHand(kamer.boekhouder, bezoek, invoer, verzoek), context)
    if (!geboekt.ok) return geboekt
    return {
      ok: true,
      waarde: { boeking: geboekt.waarde.boeking, waarschuwingen: gemeld(geboekt.waarde.waarschuwingen) },
    }
  },
})

const bekendeBronnen = (betaling: Betaling): string[] => bronnenVan(betaling).filter((bron) => bron !== null)

const Correctie = z.strictObject({ geldigDatum: Daginvoer, reden: Toelichting.min(1) })

const correctie = eindpunt({
  handeling: 'boeking.boeken',
  pad: '/boekingen/:id/correctie',
  operatie: 'boekingCorrigeren',
  tag: 'boekingen',
  titel: 'Een boeking ongedaan maken',
  uitleg:
    'Boekt de spiegel van de boeking; zij blijft zelf staan. Elke boeking kan één keer worden gecorrigeerd.',
  id: { uitleg: 'Nummer van de boeking.', voorbeeld: '12' },
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweCorrectie',
    schema: Correctie,
    voorbeeld: { geldigDatum: '2026-05-01', reden: 'Dubbel geboekt.' } as z.input<typeof Correctie>,
  },
  antwoord: {
    naam: 'Correctie',
    schema: z.strictObject({ boeking: z.int().meta({ description: 'Nummer van de spiegelboeking.' }) }),
    voorbeeld: { boeking: 13 },
  },
  async doe(context, { id, inhoud, verzoek }) {
    const nr = /^[1-9]\d{0,14}$/u.test(id) ? Number(id) : 0
    const programma = context.plan.kop.id
    const invoer = { nr, programma, geldigOp: inhoud.geldigDatum, reden: inhoud.reden }
    const gedaan = weiger(await corrigeer(context.kamer.boekhouder, context.bezoek, invoer, verzoek), context)
    return gedaan.ok ? { ok: true, waarde: { boeking: gedaan.waarde.spiegel } } : gedaan
  },
})

const NieuweVerplichting = z.strictObject({
  onderdeel: Naam,
  jaren: z
    .array(Jaarbedrag.extend({ jaar: Jaarinvoer, bedragCent: Bedraginvoer }))
    .min(1)
    .max(30),
  betaling: Betaling,
  geldigDatum: Daginvoer,
  vanafDatum: Daginvoer.nullable().default(null),
  totDatum: Daginvoer.nullable().default(null),
  omschrijving: Toelichting.min(1).meta({
    description: 'Alleen voor wie aan het programma werkt; nooit openbaar.',
  }),
})

const verplichting = eindpunt({
  handeling: 'verplichting.aangaan',
  pad: '/verplichtingen',
  operatie: 'verplichtingAangaan',
  tag: 'verplichtingen',
  titel: 'Een verplichting aangaan',
  uitleg:
    'Boven het mandaat van de api-sleutel ontstaat een voorstel dat een ander beoordeelt; dan is er nog niets geboekt.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweVerplichting',
    schema: NieuweVerplichting,
    voorbeeld: {
      onderdeel: 'inloop',
      jaren: [{ jaar: 2026, bedragCent: 1_200_000 }],
      betaling: { soort: 'bron', bron: 'rijk' },
      geldigDatum: '2026-01-15',
      vanafDatum: '2026-01-01',
      totDatum: '2026-12-31',
      omschrijving: 'Huur van de zaal',
    } as z.input<typeof NieuweVerplichting>,
  },
  antwoord: {
    naam: 'Aangegaan',
    schema: z.strictObject({
      verplichting: Naam.nullable(),
      boeking: z.int().nullable(),
      voorstel: z.uuid().nullable().meta({ description: 'Wacht op een tweede persoon.' }),
      waarschuwingen: Waarschuwingen,
    }),
    voorbeeld: { verplichting: 'v2026-0001', boeking: 11, voorstel: null, waarschuwingen: [] },
  },
  async doe(context, { inhoud, verzoek }) {
    const { bezoek, kamer, plan } = context
    const vreemd = keurNamen(context, inhoud.onderdeel, bekendeBronnen(inhoud.betaling))
    if (vreemd !== undefined) return geweigerd(vreemd)
    const { omschrijving, geldigDatum, vanafDatum, totDatum, ...rest } = inhoud
    const invoer = {
      ...rest,
      programma: plan.kop.id,
      geldigOp: geldigDatum,
      van: vanafDatum,
      tot: totDatum,
      looptijd: looptijdVan(plan.beeld.onderdeel.get(inhoud.onderdeel)),
    }
    const aangegaan = weiger(
      await gaVerplichtingAan(kamer.boekhouder, bezoek, invoer, { omschrijving, verzoek }),
      context,
    )
    if (!aangegaan.ok) return aangegaan
    return {
      ok: true,
      waarde: { ...aangegaan.waarde, waarschuwingen: gemeld(aangegaan.waarde.waarschuwingen) },
    }
  },
})

const NieuweFactuur = z.strictObject({
  factuur: z.string().max(40),
  jaar: Jaarinvoer,
  bedragCent: Bedraginvoer.meta({ description: 'Negatief is een creditnota.' }),
  geldigDatum: Daginvoer,
  kenmerk: Kenmerk.optional(),
  toelichting: Toelichting.optional(),
})

const factuur = eindpunt({
  handeling: 'boeking.boeken',
  pad: '/verplichtingen/:id/facturen',
  operatie: 'factuurBoeken',
  tag: 'verplichtingen',
  titel: 'Een factuur op een verplichting boeken',
  uitleg:
    'Wat boven het openstaande deel uitkomt, komt uit de vrije ruimte; dat staat bij de waarschuwingen.',
  id: { uitleg: 'Nummer van de verplichting.', voorbeeld: 'v2026-0001' },
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweFactuur',
    schema: NieuweFactuur,
    voorbeeld: { factuur: 'F-2301', jaar: 2026, bedragCent: 100_000, geldigDatum: '2026-02-01' } as z.input<
      typeof NieuweFactuur
    >,
  },
  antwoord: {
    naam: 'Gefactureerd',
    schema: z.strictObject(Geboekt.shape),
    voorbeeld: { boeking: 14, waarschuwingen: [] },
  },
  async doe(context, { id, inhoud, verzoek }) {
    const { geldigDatum, toelichting, ...rest } = inhoud
    const invoer = {
      ...rest,
      programma: context.plan.kop.id,
      verplichting: id,
      geldigOp: geldigDatum,
      tekst: toelichting,
      verzoek,
    }
    const geboekt = weiger(await boekFactuur(context.kamer.boekhouder, context.bezoek, invoer), context)
    if (!geboekt.ok) return geboekt
    return {
      ok: true,
      waarde: { boeking: geboekt.waarde.boeking, waarschuwingen: gemeld(geboekt.waarde.waarschuwingen) },
    }
  },
})

export const BOEKEN: readonly Eindpunt[] = [boeking, correctie, verplichting, factuur]
