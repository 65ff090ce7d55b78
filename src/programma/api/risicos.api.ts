import { z } from 'zod'
import { Centen, centen } from '#basis/geld.ts'
import { gelukt } from '#basis/uitkomst.ts'
import { Naam } from '#grootboek/deur.ts'
import { findBekendTot } from '#programma/api/bekend.store.ts'
import { type Eindpunt, eindpunt } from '#programma/api/eindpunt.ts'
import { PROGRAMMAVRAAG, TIJDVRAAG } from '#programma/api/geld/vormen.ts'
import { noem } from '#programma/api/vorm.ts'
import {
  opGrootte,
  RISICOSTANDEN,
  type Risico,
  type Risicoregels,
  risicosom,
  STANDAARD_RISICOREGELS,
  verwachtVan,
} from '#programma/risicos/risico.ts'
import { findRisicoregels, findRisicos } from '#programma/risicos/risicos.store.ts'

/** Risico's, voor wie aan het programma werkt. Zonder wie ze vastlegde. */

const Risicovorm = noem(
  'Risico',
  z.strictObject({
    nummer: z.int(),
    onderdeel: Naam.nullable().meta({ description: '`null`: het hele programma.' }),
    oorzaak: z.string(),
    gebeurtenis: z.string(),
    gevolg: z.string(),
    kans: z.int().min(1).max(5),
    kansProcent: z.int(),
    laagCent: Centen,
    hoogCent: Centen,
    verwachtCent: Centen.meta({ description: 'Kans maal het midden van het bereik, op de cent afgerond.' }),
    maatregel: z.string(),
    eigenaarrol: z.string(),
    stand: z.enum(RISICOSTANDEN),
    volgnr: z.int(),
    vastgelegdOp: z.iso.datetime(),
  }),
)

const vormVan = (risico: Risico, regels: Risicoregels): z.output<typeof Risicovorm> => ({
  nummer: risico.nummer,
  onderdeel: risico.onderdeel === null ? null : Naam.parse(risico.onderdeel),
  oorzaak: risico.oorzaak,
  gebeurtenis: risico.gebeurtenis,
  gevolg: risico.gevolg,
  kans: risico.kans,
  kansProcent: regels.kansen[risico.kans - 1] ?? 0,
  laagCent: risico.laagCent,
  hoogCent: risico.hoogCent,
  verwachtCent: verwachtVan(risico, regels),
  maatregel: risico.maatregel,
  eigenaarrol: risico.eigenaarrol,
  stand: risico.stand,
  volgnr: risico.volgnr,
  vastgelegdOp: risico.op,
})

const Som = z.strictObject({
  aantal: z.int(),
  verwachtCent: Centen.meta({
    description: 'Uit de niet-afgeronde bedragen berekend, dan één keer afgerond.',
  }),
  verwachtLaagCent: Centen,
  verwachtHoogCent: Centen,
  ergstCent: Centen,
  afrondingCent: Centen.meta({ description: "Wat het totaal scheelt met de som van de afgeronde risico's." }),
})

const VOORBEELD: z.output<typeof Risicovorm> = {
  nummer: 3,
  onderdeel: Naam.parse('inloop'),
  oorzaak: 'Te weinig vrijwilligers.',
  gebeurtenis: 'De inloop kan twee dagen niet open.',
  gevolg: 'Er is inhuur nodig.',
  kans: 3,
  kansProcent: STANDAARD_RISICOREGELS.kansen[2],
  laagCent: centen(500_000),
  hoogCent: centen(1_500_000),
  verwachtCent: centen(500_000),
  maatregel: 'Werven met het dorpsbelang.',
  eigenaarrol: 'Teamleider',
  stand: 'open',
  volgnr: 2,
  vastgelegdOp: '2026-04-02T09:30:00.000000Z',
}

const lijst = eindpunt({
  handeling: 'risico.lezen',
  pad: '/risicos',
  operatie: 'risicosLijst',
  tag: 'risicos',
  titel: "Risico's, het grootste eerst",
  uitleg:
    'De laatste versie van elk risico, of zoals zij eerder bekend was, met wat de open samen naar verwachting kosten.',
  vraag: z.strictObject({
    ...PROGRAMMAVRAAG,
    onderdeel: Naam.optional().meta({ description: 'Alleen van dit onderdeel.' }),
    stand: z.enum(RISICOSTANDEN).optional().meta({ description: 'Alleen met deze stand.' }),
    bekendOp: TIJDVRAAG.bekendOp,
  }),
  antwoord: {
    naam: 'Risicos',
    schema: z.strictObject({ items: z.array(Risicovorm), som: Som, indelingBevestigd: z.boolean() }),
    voorbeeld: {
      items: [VOORBEELD],
      som: {
        aantal: 1,
        verwachtCent: centen(500_000),
        verwachtLaagCent: centen(250_000),
        verwachtHoogCent: centen(750_000),
        ergstCent: centen(1_500_000),
        afrondingCent: centen(0),
      },
      indelingBevestigd: false,
    },
  },
  async doe({ bezoek, plan }, { vraag }) {
    const { risicos, geldend } = await bezoek.db.lees(async (lezer) => {
      const tot = { bekendTot: await findBekendTot(lezer, vraag) }
      return {
        risicos: await findRisicos(lezer, plan.kop.id, tot),
        geldend: await findRisicoregels(lezer, plan.kop.id, tot),
      }
    })
    const gekozen = risicos.filter(
      ({ onderdeel, stand }) =>
        (vraag.onderdeel === undefined || onderdeel === vraag.onderdeel) &&
        (vraag.stand === undefined || stand === vraag.stand),
    )
    return gelukt({
      items: opGrootte(gekozen, geldend.regels).map((risico) => vormVan(risico, geldend.regels)),
      som: risicosom(gekozen, geldend.regels),
      indelingBevestigd: geldend.bevestigd,
    })
  },
})

export const RISICOS: readonly Eindpunt[] = [lijst]
