import { el, type Xml } from '#verantwoording/openbaarheid/xml.ts'

/** Sitemaps (sitemaps.org 0.9): welke bladzijden er zijn. */

const NS = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** Meer mag niet in één bestand. */
export const MEESTE_ADRESSEN = 50_000

export type Bladzijde = { pad: string; op?: Date | undefined }

export const sitemap = (site: string, bladzijden: readonly Bladzijde[]): Xml =>
  el(
    'urlset',
    { xmlns: NS },
    ...bladzijden
      .slice(0, MEESTE_ADRESSEN)
      .map(({ pad, op }) =>
        el(
          'url',
          {},
          el('loc', {}, site + pad),
          ...(op === undefined ? [] : [el('lastmod', {}, op.toISOString())]),
        ),
      ),
  )

export const sitemapindex = (adressen: readonly string[]): Xml =>
  el('sitemapindex', { xmlns: NS }, ...adressen.map((adres) => el('sitemap', {}, el('loc', {}, adres))))

/** Pagina's die elke gemeente heeft en iedereen mag zien. */
export const VASTE_PAGINAS = [
  '/',
  '/onderdelen',
  '/geld',
  '/begroting',
  '/boekingen',
  '/begrotingswijzigingen',
  '/sinds',
  '/doelen',
  '/planning',
  '/plancontrole',
  '/besluiten',
  '/journaal',
  '/eigen-bijdrage',
  '/regels',
  '/open-data',
  '/abonnement',
  '/over',
  '/privacy',
  '/toegankelijkheid',
] as const
