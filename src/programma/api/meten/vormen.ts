import { z } from 'zod'
import { Datum, Tijdvak } from '#basis/datum.ts'
import {
  AFGESCHERMD,
  Decimaaltekst,
  decimaal,
  METHODEN,
  METINGSOORTEN,
  type Meting,
  ONTBREEKREDENEN,
  OORDEELCODES,
} from '#metingen/deur.ts'
import { noem } from '#programma/api/vorm.ts'
import type { Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import { Indicator, Sleutel } from '#programma/plan.ts'

/** De vormen van cijfers in de api: zonder wie ze vastlegde, en nooit over te weinig mensen. */

export const Metingvorm = noem(
  'Meting',
  z
    .strictObject({
      doel: Sleutel,
      indicator: Sleutel,
      tijdvak: Tijdvak,
      jaargang: z
        .int()
        .meta({ description: 'De hoeveelste keer dit tijdvak is vastgelegd; de hoogste geldt.' }),
      waarde: Decimaaltekst.nullable(),
      ontbreekt: z
        .enum([...ONTBREEKREDENEN, AFGESCHERMD])
        .nullable()
        .meta({
          description:
            'Waarom er geen waarde is. `te-weinig-mensen`: zij is er, maar over te weinig mensen om te tonen.',
        }),
      toelichting: z.string().nullable(),
      aantal: z.int().nullable().meta({ description: 'Over hoeveel mensen of antwoorden.' }),
      populatie: z.int().nullable().meta({ description: 'Hoe groot de hele groep is.' }),
      ondergrens: Decimaaltekst.nullable(),
      bovengrens: Decimaaltekst.nullable(),
      methode: z.enum(METHODEN).nullable().meta({ description: 'Hoe de marge van 95 % is gevonden.' }),
      soort: z.enum(METINGSOORTEN),
      bron: z.string(),
      reden: z.string().nullable().meta({ description: 'Waarom deze jaargang een eerdere vervangt.' }),
      bekendSinds: z.iso.datetime(),
    })
    .meta({ description: 'Een cijfer over een tijdvak, zoals het sinds een moment bekend is.' }),
)
export type Metingvorm = z.output<typeof Metingvorm>

export const metingVan = (
  { doel, indicator }: Pick<Indicatorbeeld, 'doel' | 'indicator'>,
  { reeks: _, maat: __, volgnr, op, door: ___, ...rest }: Meting,
): Metingvorm => ({ doel: doel.id, indicator: indicator.id, ...rest, jaargang: volgnr, bekendSinds: op })

export const Indicatorvorm = noem(
  'Indicatorstand',
  z.strictObject({
    doel: Sleutel,
    ...Indicator.shape,
    laatste: Metingvorm.nullable().meta({ description: 'Het laatste tijdvak met een waarde.' }),
    oordeel: z
      .enum(OORDEELCODES)
      .meta({ description: 'Met de marge: valt het verschil erbinnen, dan is het `geen-verschil`.' }),
    uitleg: z.string(),
  }),
)

export const VOORBEELDMETING: Metingvorm = {
  doel: Sleutel.parse('meedoen'),
  indicator: Sleutel.parse('vrijwilligers'),
  tijdvak: Tijdvak.parse('2025'),
  jaargang: 1,
  waarde: decimaal('31.5'),
  ontbreekt: null,
  toelichting: null,
  aantal: 412,
  populatie: null,
  ondergrens: decimaal('27.1'),
  bovengrens: decimaal('36.2'),
  methode: 'wilson',
  soort: 'voorlopig',
  bron: 'Inwonerspanel, verzonnen',
  reden: null,
  bekendSinds: '2026-02-10T09:30:00.000000Z',
}

/** Tot en met deze dag: het hele tijdvak moet om zijn. */
export const TIJDVAKVRAAG = Datum.optional().meta({
  description: 'Alleen tijdvakken die op deze dag om zijn; zonder is het alles.',
})
