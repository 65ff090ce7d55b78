import type { Context } from 'hono'
import type { Config } from '#start/config.ts'
import { type Gemeente, kiesGemeente } from '#start/gemeenten.ts'
import type { Omgeving } from '#toegang/deur.ts'

/**
 * Het adres van de site van deze gemeente, voor links die de site verlaten: in een bericht, een feed of een catalogus.
 * De Host-kop telt alleen als het register hem kent of de instelling er niet is: anders stuurt iemand een ander een
 * echt bericht van ons met een link naar zijn eigen site.
 */
export function maakSite(
  config: Pick<Config, 'OMZIEN_ADRES'>,
  gemeenten: () => readonly Gemeente[],
): (c: Context<Omgeving>) => string {
  const ingesteld = config.OMZIEN_ADRES === undefined ? undefined : new URL(config.OMZIEN_ADRES)
  return (c) => {
    const { origin, hostname } = new URL(c.req.url)
    const { code } = c.get('bezoek').gemeente
    const bekend = gemeenten().some((een) => een.code === code && een.hosts.includes(hostname.toLowerCase()))
    const eigen = ingesteld && kiesGemeente(gemeenten(), ingesteld.hostname)?.code === code
    if (ingesteld !== undefined && eigen === true && !bekend) return ingesteld.origin
    return ingesteld?.protocol === 'https:' ? origin.replace(/^http:/u, 'https:') : origin
  }
}
