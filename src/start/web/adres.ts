import type { MiddlewareHandler } from 'hono'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'

/**
 * Geen ding heeft een nulteken in zijn sleutel, en de database kan er niet eens naar zoeken. Zo'n adres bestaat dus
 * niet, wat er ook op dat pad staat.
 */
export const keurAdres = (): MiddlewareHandler<Omgeving> => async (c, next) =>
  /\0|%00/u.test(c.req.path) ? foutAntwoord(c, 'niet_gevonden') : next()
