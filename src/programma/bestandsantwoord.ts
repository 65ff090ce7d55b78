import type { Bestand } from '#programma/poorten.ts'

/** Een bestand om mee te nemen. `naam` bestaat uit sleutels, nummers en dagen, dus uit tekens die in een kop mogen. */
export const bestandsantwoord = ({ inhoud, type }: Omit<Bestand, 'naam'>, naam: string): Response =>
  new Response(inhoud, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${naam}"` },
  })
