import { z } from 'zod'

/** Een fout van de api als `application/problem+json` (RFC 9457), in de vorm van de NL API Design Rules. */
export const Probleem = z.object({
  type: z.string().optional(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Blijvende naam van de weigering, voor programma's. */
  code: z.string(),
  instance: z.string().optional(),
  /** Per fout de plaats in de invoer. */
  fouten: z.array(z.object({ pad: z.string(), melding: z.string() })).optional(),
})
export type Probleem = z.infer<typeof Probleem>

const TITELS: Record<number, string> = {
  400: 'De invoer klopt niet',
  401: 'Niet ingelogd',
  403: 'Dit mag niet',
  404: 'Niet gevonden',
  405: 'Deze methode kan hier niet',
  409: 'Dit kan nu niet',
  412: 'Er is intussen iets veranderd',
  413: 'Te groot',
  415: 'Dit soort inhoud kan hier niet',
  429: 'Te veel verzoeken',
  500: 'Er ging iets mis bij ons',
  503: 'Even niet bereikbaar',
}

export function probleemAntwoord(
  status: number,
  code: string,
  detail: string,
  extra: Pick<Probleem, 'fouten' | 'instance'> = {},
): Response {
  const probleem: Probleem = { title: TITELS[status] ?? 'Fout', status, detail, code, ...extra }
  return new Response(JSON.stringify(probleem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
