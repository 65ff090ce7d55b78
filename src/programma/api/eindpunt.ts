import type { z } from 'zod'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Verzoek } from '#grootboek/deur.ts'
import { noem } from '#programma/api/vorm.ts'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import type { Planversie } from '#programma/planboek.ts'
import { type Bezoek, type Handeling, mag } from '#toegang/deur.ts'

/**
 * Een eindpunt van de api dat geen verzameling uit het plan is: lezen uit het grootboek, of iets laten gebeuren. Route,
 * keuring van de invoer en beschrijving komen uit dezelfde definitie.
 */

/** Wat een eindpunt van buiten weet: wie vraagt, en over welk plan. */
export type Eindpuntcontext = {
  bezoek: Bezoek
  kamer: Programmakamer
  plan: Planversie
  /** Adres in deze api, met hetzelfde plan. */
  adres: (rest: string, vraag?: Readonly<Record<string, unknown>>) => string
  pagina: (rest: string) => string
}

/** Een weigering zoals de api haar zegt: de naam blijft, de zin is voor mensen. */
export type Apiweigering = {
  status: 400 | 403 | 404 | 409
  code: string
  detail: string
}

export const SLEUTEL_HERGEBRUIKT: Apiweigering = {
  status: 409,
  code: 'sleutel_hergebruikt',
  detail:
    'Met deze Idempotency-Key is al een ander verzoek gedaan. Kies een nieuwe sleutel. Er is niets vastgelegd.',
}

type Definitie<Vraag extends z.ZodObject, Inhoud extends z.ZodType, Antwoord extends z.ZodType> = {
  handeling: Handeling
  pad: string
  operatie: string
  tag: string
  titel: string
  uitleg: string
  /** Wat er in het pad staat, als het pad een `:id` heeft. */
  id?: { uitleg: string; voorbeeld: string } | undefined
  vraag: Vraag
  /** Alleen bij schrijven: de vorm van de inhoud, met haar naam en een voorbeeld. */
  inhoud?: { naam: string; schema: Inhoud; voorbeeld: z.input<Inhoud> } | undefined
  antwoord: { naam: string; schema: Antwoord; voorbeeld: z.output<Antwoord> }
  doe: (
    context: Eindpuntcontext,
    invoer: { id: string; vraag: z.output<Vraag>; inhoud: z.output<Inhoud>; verzoek: Verzoek },
  ) => Promise<Uitkomst<z.output<Antwoord>, Apiweigering>>
}

/** Een eindpunt zoals routes en beschrijving het kennen, los van de vormen die erin omgaan. */
export type Eindpunt = {
  methode: 'get' | 'post'
  handeling: Handeling
  /** Iedereen mag het lezen, ook zonder in te loggen. */
  openbaar: boolean
  pad: string
  operatie: string
  tag: string
  titel: string
  uitleg: string
  id: { uitleg: string; voorbeeld: string } | undefined
  vraag: z.ZodObject
  inhoud: { naam: string; schema: z.ZodType; voorbeeld: unknown } | undefined
  antwoord: { naam: string; voorbeeld: unknown }
  doe: (
    context: Eindpuntcontext,
    invoer: { id: string; vraag: unknown; inhoud: unknown; verzoek: Verzoek },
  ) => Promise<Uitkomst<unknown, Apiweigering>>
}

/** Met `inhoud` schrijft een eindpunt (POST), zonder leest het (GET). */
export function eindpunt<Vraag extends z.ZodObject, Inhoud extends z.ZodType, Antwoord extends z.ZodType>(
  definitie: Definitie<Vraag, Inhoud, Antwoord>,
): Eindpunt {
  const { antwoord, inhoud } = definitie
  noem(antwoord.naam, antwoord.schema)
  if (inhoud !== undefined) noem(inhoud.naam, inhoud.schema)
  return {
    ...definitie,
    methode: inhoud === undefined ? 'get' : 'post',
    openbaar: mag([], definitie.handeling),
    id: definitie.id,
    inhoud,
    // De invoer is met dezelfde schema's gekeurd voordat zij hier komt.
    doe: definitie.doe as Eindpunt['doe'],
  }
}
