import { createHash } from 'node:crypto'
import { z } from 'zod'
import { getRow, sql } from '#basis/db.ts'
import { findKop } from '#grootboek/deur.ts'
import type { AppOpties } from '#start/web/opties.ts'
import { maakRoutes, type Routes } from '#toegang/deur.ts'
import { bestanden } from '#ui/bestanden.ts'

const GEDULD_MS = 2_000

/** Leeft de server, en antwoordt de database? Voor bewaking, dus op elke hostnaam. */
export const gezondRoutes = ({
  databank,
  versie,
  kop,
}: Pick<AppOpties, 'databank' | 'versie' | 'kop'>): Routes =>
  maakRoutes().get(
    'openbaar',
    '/gezond',
    async (c) => {
      const gemeente = c.get('bezoek')?.gemeente.code
      // Met een gemeente is het antwoord van de database meteen de kop van haar journaal.
      const vraag = (
        gemeente === undefined
          ? databank.beheer((tx) => getRow(tx, z.object({ een: z.int() }), sql`select 1 as een`))
          : databank.gemeente(gemeente).lees(findKop)
      ).then(
        (rij) => ('hash' in rij ? { nr: rij.nr, hash: rij.hash } : null),
        () => false as const,
      )
      const journaal = await Promise.race([vraag, geduld()])
      const leeft = journaal !== false
      const stand = gemeente === undefined ? undefined : afdruk(kop(gemeente))
      return c.json(
        {
          status: leeft ? 'gezond' : 'database antwoordt niet',
          versie,
          kop: stand,
          journaal: journaal || undefined,
        },
        leeft ? 200 : 503,
      )
    },
    { bewaar: false, zonderGemeente: true },
  )

/** Alleen een vingerafdruk: hoeveel concepten er zijn, gaat een voorbijganger niet aan. */
const afdruk = (kop: string | undefined): string | undefined =>
  kop === undefined ? undefined : createHash('sha256').update(kop).digest('hex').slice(0, 16)

const geduld = (): Promise<false> => new Promise((klaar) => setTimeout(() => klaar(false), GEDULD_MS).unref())

/** Opmaak, letters en script: hun naam bevat hun vingerafdruk, dus een browser hoeft nooit opnieuw te vragen. */
export const bestandRoutes = (): Routes =>
  maakRoutes().get(
    'openbaar',
    '/_ui/:bestand',
    (c) => {
      const bestand = bestanden().get(`/_ui/${c.req.param('bestand')}`)
      if (bestand === undefined) return c.notFound()
      const soorten = c.req.header('accept-encoding') ?? ''
      const vorm =
        /\bbr\b/u.test(soorten) && bestand.brotli
          ? 'br'
          : /\bgzip\b/u.test(soorten) && bestand.gzip
            ? 'gzip'
            : undefined
      const lijf = vorm === 'br' ? bestand.brotli : vorm === 'gzip' ? bestand.gzip : bestand.body
      return new Response(Buffer.from(lijf ?? bestand.body), {
        headers: {
          'content-type': bestand.type,
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'Accept-Encoding',
          ...(vorm !== undefined && { 'content-encoding': vorm }),
        },
      })
    },
    { bewaar: false, zonderGemeente: true },
  )
