import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import {
  findPostsaldi,
  findTijdstip,
  findVerplichtingkoppen,
  Naam,
  type Registerregel,
  register,
  type Verplichtingkop,
} from '#grootboek/deur.ts'
import { type Eindpunt, type Eindpuntcontext, eindpunt } from '#programma/api/eindpunt.ts'
import { VOORBEELDADRES, VOORBEELDTIJDSTIP } from '#programma/api/geld/voorbeeld.ts'
import {
  PROGRAMMAVRAAG,
  standvraagVan,
  TIJDVRAAG,
  Tijdstipvorm,
  tijdstipVan,
} from '#programma/api/geld/vormen.ts'
import { NIET_GEVONDEN } from '#programma/api/teksten.ts'
import { Jaarvraag } from '#programma/api/vorm.ts'

/** Het register van verplichtingen: nummer, onderdeel, bedragen en dagen. De omschrijving blijft binnen. */

const Koppeling = z.strictObject({ href: z.string() })

const Verplichtingvorm = z.strictObject({
  nummer: Naam,
  onderdelen: z.array(Naam.nullable()).meta({ description: '`null`: nog onbekend bij welk onderdeel.' }),
  jaren: z.array(z.int()),
  bronnen: z.array(Naam.nullable()).meta({ description: '`null`: nog te verdelen over de bronnen.' }),
  vanafDatum: Datum.nullable(),
  totDatum: Datum.nullable(),
  afgesloten: z.boolean(),
  aangegaanCent: Centen.meta({
    description: 'Met meerwerk. Altijd gefactureerd + vrijgevallen + open, op verplaatsingen na.',
  }),
  gefactureerdCent: Centen,
  vrijgevallenCent: Centen,
  verplaatstCent: Centen.meta({ description: 'Bij het aansluiten van ingelezen geld verplaatst.' }),
  openCent: Centen,
  _links: z.object({ self: Koppeling, boekingen: Koppeling, pagina: Koppeling }),
})

function vormVan(
  regel: Registerregel,
  kop: Verplichtingkop | undefined,
  { adres, pagina }: Pick<Eindpuntcontext, 'adres' | 'pagina'>,
): z.output<typeof Verplichtingvorm> {
  const { verplichting, ...bedragen } = regel
  return {
    nummer: verplichting,
    vanafDatum: kop?.van ?? null,
    totDatum: kop?.tot ?? null,
    afgesloten: kop?.afgesloten ?? false,
    ...bedragen,
    _links: {
      self: { href: adres(`/verplichtingen/${verplichting}`) },
      boekingen: { href: adres('/boekingen', { verplichting }) },
      pagina: { href: pagina(`/verplichtingen/${verplichting}`) },
    },
  }
}

const VOORBEELD = vormVan(
  {
    verplichting: 'v2026-0001',
    onderdelen: ['inloop'],
    jaren: [2026],
    bronnen: ['rijk'],
    aangegaanCent: centen(1_200_000),
    gefactureerdCent: centen(925_000),
    vrijgevallenCent: centen(0),
    verplaatstCent: centen(0),
    openCent: centen(275_000),
  },
  undefined,
  VOORBEELDADRES,
)

async function leesRegister(
  { bezoek, plan }: Pick<Eindpuntcontext, 'bezoek' | 'plan'>,
  vraag: Parameters<typeof standvraagVan>[0],
) {
  const programma = plan.beeld.plan.programma.id
  return bezoek.db.lees(async (lezer) => {
    const tijdstip = await findTijdstip(lezer, standvraagVan(vraag))
    const saldi = await findPostsaldi(lezer, tijdstip, { programma, rekeningsoorten: ['verplicht'] })
    const koppen = await findVerplichtingkoppen(lezer, programma)
    return { tijdstip, regels: register(saldi), koppen: new Map(koppen.map((kop) => [kop.id, kop])) }
  })
}

const lijst = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/verplichtingen',
  operatie: 'verplichtingenLijst',
  tag: 'verplichtingen',
  titel: 'Het register van verplichtingen',
  uitleg: 'Wat is aangegaan, gefactureerd en nog openstaat, op elk tijdstip.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    ...TIJDVRAAG,
    onderdeel: Naam.optional().meta({ description: 'Alleen van dit onderdeel.' }),
    jaar: Jaarvraag.optional().meta({ description: 'Alleen met budget uit dit jaar.' }),
    open: z.enum(['ja', 'nee']).optional().meta({ description: 'Alleen wat nog openstaat, of juist niet.' }),
  }),
  antwoord: {
    naam: 'Verplichtingen',
    schema: z.strictObject({ tijdstip: Tijdstipvorm, items: z.array(Verplichtingvorm) }),
    voorbeeld: { tijdstip: VOORBEELDTIJDSTIP, items: [VOORBEELD] },
  },
  async doe(context, { vraag }) {
    const { tijdstip, regels, koppen } = await leesRegister(context, vraag)
    const { onderdeel, jaar, open } = vraag
    const items = regels
      .filter(
        (regel) =>
          (onderdeel === undefined || regel.onderdelen.includes(onderdeel)) &&
          (jaar === undefined || regel.jaren.includes(jaar)) &&
          (open === undefined || (open === 'ja') === (regel.openCent !== 0)),
      )
      .map((regel) => vormVan(regel, koppen.get(regel.verplichting), context))
    return gelukt({ tijdstip: tijdstipVan(tijdstip), items })
  },
})

const een = eindpunt({
  handeling: 'grootboek.lezen',
  pad: '/verplichtingen/:id',
  operatie: 'verplichtingenEen',
  tag: 'verplichtingen',
  titel: 'Eén verplichting',
  uitleg: 'Geeft de verplichting met dit nummer; haar boekingen staan onder `_links`.',
  id: { uitleg: 'Nummer van de verplichting.', voorbeeld: 'v2026-0001' },
  vraag: z.strictObject({ ...PROGRAMMAVRAAG, ...TIJDVRAAG }),
  antwoord: { naam: 'Verplichting', schema: Verplichtingvorm, voorbeeld: VOORBEELD },
  async doe(context, { id, vraag }) {
    const { regels, koppen } = await leesRegister(context, vraag)
    const regel = regels.find(({ verplichting }) => verplichting === id)
    return regel === undefined
      ? geweigerd({ status: 404, code: 'niet_gevonden', detail: NIET_GEVONDEN.verplichting })
      : gelukt(vormVan(regel, koppen.get(id), context))
  },
})

export const VERPLICHTINGEN: readonly Eindpunt[] = [lijst, een]
