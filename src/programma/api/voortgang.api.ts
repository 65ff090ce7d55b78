import { z } from 'zod'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { Naam } from '#grootboek/deur.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Apiweigering, type Eindpunt, eindpunt, SLEUTEL_HERGEBRUIKT } from '#programma/api/eindpunt.ts'
import { Jaarinvoer, PROGRAMMAVRAAG, TIJDVRAAG, tekstinvoer } from '#programma/api/geld/vormen.ts'
import { Jaarvraag, Kwartaalvraag, noem } from '#programma/api/vorm.ts'
import { findOpenbareVoortgang } from '#programma/uitvraag/uitvraag.store.ts'
import { STANDWOORDEN } from '#programma/voortgang/standen.ts'
import { invulzin, regelzin } from '#programma/voortgang/teksten.ts'
import {
  type Invulweigering,
  type Regelweigering,
  vulVoortgangEenKeerIn,
} from '#programma/voortgang/voortgang.flow.ts'
import { LEGE_VERKLARING } from '#programma/voortgang/voortgang.ts'

/** Voortgang: hoe onderdelen ervoor staan. Lezen kan iedereen; invullen de eigenaar, zolang de uitvraag open is. */

const Kwartaalnummer = z.int().min(1).max(4)
const Oordeelvorm = noem(
  'Oordeel',
  z.strictObject({
    voorstel: z.enum(STANDWOORDEN).meta({ description: 'Wat de regel voorstelde.' }),
    regel: z.string().meta({ description: 'De zin waarmee de regel dat uitlegt.' }),
    afwijkt: z.boolean().meta({ description: 'Verder dan de grens van de gemeente.' }),
    stand: z.enum(STANDWOORDEN).meta({ description: 'Wat het werd.' }),
    reden: z.string().nullable().meta({ description: 'Waarom anders dan het voorstel.' }),
  }),
)
const Verklaringvorm = z.strictObject({
  oorzaak: z.string(),
  maatregel: z.string(),
  risico: z.string(),
  prognose: z.string(),
})
const Voortgangvorm = noem(
  'Voortgang',
  z.strictObject({
    onderdeel: Naam,
    jaar: z.int(),
    kwartaal: Kwartaalnummer,
    fase: z.enum(['ingediend', 'akkoord']),
    oordelen: z.strictObject({ inhoud: Oordeelvorm, tijd: Oordeelvorm, geld: Oordeelvorm }),
    gedaan: z.string(),
    komt: z.string(),
    verklaring: Verklaringvorm.nullable(),
    vastgelegdOp: z.iso.datetime(),
  }),
)

const OORDEEL: z.output<typeof Oordeelvorm> = {
  voorstel: 'op-koers',
  regel: 'Dit is in zijn looptijd en geen mijlpaal is later dan gepland.',
  afwijkt: false,
  stand: 'op-koers',
  reden: null,
}
const VOORBEELD: z.output<typeof Voortgangvorm> = {
  onderdeel: 'inloop',
  jaar: 2026,
  kwartaal: 3,
  fase: 'akkoord',
  oordelen: { inhoud: OORDEEL, tijd: OORDEEL, geld: OORDEEL },
  gedaan: 'De inloop is nu ook op woensdag open.',
  komt: 'Een proef met samen eten.',
  verklaring: null,
  vastgelegdOp: '2026-10-20T09:30:00.000000Z',
}

const lijst = eindpunt({
  handeling: 'voortgang.lezen',
  pad: '/voortgang',
  operatie: 'voortgangLijst',
  tag: 'voortgang',
  titel: 'De voortgang',
  uitleg:
    'Per onderdeel en kwartaal wat akkoord is, of was ingediend toen de uitvraag sloot; desgewenst zoals toen bekend.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    jaar: Jaarvraag.optional().meta({ description: 'Alleen dit jaar.' }),
    kwartaal: Kwartaalvraag.optional().meta({ description: 'Alleen dit kwartaal, 1 tot en met 4.' }),
    onderdeel: Naam.optional().meta({ description: 'Alleen dit onderdeel.' }),
    bekendOp: TIJDVRAAG.bekendOp,
  }),
  antwoord: {
    naam: 'Voortgangen',
    schema: z.strictObject({ items: z.array(Voortgangvorm) }),
    voorbeeld: { items: [VOORBEELD] },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const items = await bezoek.db.lees(async (lezer) => {
      const tot = await findBekendTot(lezer, vraag)
      const { jaar, kwartaal, onderdeel } = vraag
      return findOpenbareVoortgang(lezer, plan.kop.id, { jaar, kwartaal, onderdeel, bekendTot: tot })
    })
    return gelukt({
      items: items.map(({ volgnr: _, door: __, fase, op, ...rest }) => ({
        ...rest,
        fase: fase === 'akkoord' ? ('akkoord' as const) : ('ingediend' as const),
        vastgelegdOp: op,
      })),
    })
  },
})

const Tekst = tekstinvoer(10_000)
const Keuze = z
  .strictObject({ stand: z.enum(STANDWOORDEN).nullable().default(null), reden: tekstinvoer(500).default('') })
  .default({ stand: null, reden: '' })
  .meta({ description: 'Zonder stand volgt dit aspect het voorstel van de regel.' })
const Invoer = z.strictObject({
  onderdeel: Naam,
  jaar: Jaarinvoer,
  kwartaal: Kwartaalnummer,
  inhoud: Keuze,
  tijd: Keuze,
  geld: Keuze,
  gedaan: Tekst.default(''),
  komt: Tekst.default(''),
  verklaring: z
    .strictObject({ oorzaak: Tekst, maatregel: Tekst, risico: Tekst, prognose: Tekst })
    .default({ ...LEGE_VERKLARING })
    .meta({ description: 'Nodig als geld of tijd verder afwijkt dan de grens van de gemeente.' }),
  gezien: z.int().min(0).default(0).meta({
    description: 'Na welke versie dit komt; zo gaat niets over het werk van een ander heen. 0 is de eerste.',
  }),
  indienen: z.boolean().default(true).meta({ description: '`false` bewaart een concept.' }),
})

const STATUS: Readonly<Record<string, Apiweigering['status']>> = { mag_niet: 403, niet_van_u: 403 }

function detailVan(reden: Invulweigering | Regelweigering): string {
  switch (reden.code) {
    case 'mag_niet':
    case 'uitvraag_onbekend':
      return invulzin(reden)
    case 'uitvraag_gesloten':
      return 'Deze uitvraag is gesloten. Er is niets vastgelegd.'
    case 'onvolledig':
      return `Dit is nog niet af. Er is niets vastgelegd. ${reden.gemis.map(({ tekst }) => tekst).join(' ')}`
    case 'veranderd':
      return `Dit is intussen veranderd. Er is niets vastgelegd. Wie verder gaat op wat er nu staat, geeft gezien ${reden.versie.volgnr}.`
    case 'onderdeel_onbekend':
    case 'niet_van_u':
    case 'al_akkoord':
      return regelzin(reden)
  }
}

const weiger = (reden: Invulweigering | Regelweigering): Apiweigering => ({
  status: STATUS[reden.code] ?? 409,
  code: reden.code,
  detail: detailVan(reden),
})

const vulIn = eindpunt({
  handeling: 'voortgang.invullen',
  pad: '/voortgang',
  operatie: 'voortgangInvullen',
  tag: 'voortgang',
  titel: 'Voortgang invullen',
  uitleg:
    'Dient de voortgang van één eigen onderdeel in over een kwartaal dat is opgevraagd, of bewaart haar als concept. Wat niet volledig is, wordt niet ingediend en niet bewaard; het antwoord is dan 409.',
  vraag: z.strictObject(PROGRAMMAVRAAG),
  inhoud: {
    naam: 'NieuweVoortgang',
    schema: Invoer,
    voorbeeld: {
      onderdeel: 'inloop',
      jaar: 2026,
      kwartaal: 3,
      inhoud: { stand: 'op-koers', reden: 'Er komen meer mensen.' },
      tijd: { stand: null, reden: '' },
      geld: { stand: null, reden: '' },
      gedaan: 'De inloop is nu ook op woensdag open.',
      komt: 'Een proef met samen eten.',
      verklaring: { ...LEGE_VERKLARING },
      gezien: 0,
      indienen: true,
    },
  },
  antwoord: {
    naam: 'VoortgangVastgelegd',
    schema: z.strictObject({
      uitslag: z.enum(['ingediend', 'bewaard', 'gelijk']),
      versie: z.int().meta({ description: 'Geef dit de volgende keer als gezien.' }),
    }),
    voorbeeld: { uitslag: 'ingediend', versie: 1 },
  },
  async doe({ bezoek, plan, kamer }, { inhoud, verzoek }) {
    const { onderdeel, jaar, kwartaal, inhoud: wat, tijd, geld, gezien, indienen, ...tekst } = inhoud
    const invulling = { keuzes: { inhoud: wat, tijd, geld }, ...tekst }
    const gedaan = await vulVoortgangEenKeerIn(
      kamer.boekhouder,
      bezoek,
      {
        beeld: plan.beeld,
        kwartaal: { jaar, kwartaal },
        regel: { onderdeel, gezien, invulling, indienen },
      },
      verzoek,
    )
    if (!gedaan.ok)
      return geweigerd(
        gedaan.reden.code === 'sleutel_hergebruikt' ? SLEUTEL_HERGEBRUIKT : weiger(gedaan.reden),
      )
    return gelukt({ uitslag: gedaan.waarde.uitslag, versie: gedaan.waarde.volgnr })
  },
})

export const VOORTGANG: readonly Eindpunt[] = [lijst, vulIn]
