import type { Context } from 'hono'
import type { Lezer } from '#basis/db.ts'
import { alsDate } from '#basis/moment.ts'
import {
  findNieuws,
  findPlankoppen,
  findStukken,
  type Nieuws,
  type Plankop,
  planvoorvoegsel,
} from '#programma/deur.ts'
import { maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'
import { catalogus } from '#verantwoording/openbaarheid/dcat.ts'
import { CATEGORIEEN, diwooSitemap, isCategorie } from '#verantwoording/openbaarheid/diwoo.ts'
import { atomfeed, type Feeditem, MEESTE_ITEMS } from '#verantwoording/openbaarheid/feed.ts'
import {
  nieuwsteEerst,
  type Openbaarrapport,
  type Rapportenbron,
  rapportpad,
} from '#verantwoording/openbaarheid/rapporten.ts'
import { type Bladzijde, sitemap, sitemapindex, VASTE_PAGINAS } from '#verantwoording/openbaarheid/sitemap.ts'
import { findUitgever } from '#verantwoording/openbaarheid/uitgever.store.ts'
import { alsXml, type Xml } from '#verantwoording/openbaarheid/xml.ts'

export type Openbaarheidopties = {
  rapporten: Rapportenbron
  /** Adres van de site, want deze bestanden reizen. */
  site: (c: Context<Omgeving>) => string
  /** De voorbeeldgemeente: haar cijfers horen in geen catalogus of zoekmachine als echte. */
  verzonnen: (gemeente: string) => boolean
}

/** Bestanden voor feedlezers, zoekmachines en catalogi. Zij volgen uit de stand, en worden bewaard zoals elke pagina. */
export const openbaarheidRoutes = (opties: Openbaarheidopties): Routes =>
  maakRoutes()
    .get('plan.lezen', '/feed.atom', async (c) => {
      const items = await c.get('bezoek').db.lees((lezer) => feeditems(lezer, opties))
      const { code, naam } = c.get('bezoek').gemeente
      const bron = { site: opties.site(c), gemeente: naam, verzonnen: opties.verzonnen(code) }
      return xml(c, atomfeed(bron, items), 'application/atom+xml')
    })
    .get('plan.lezen', '/sitemap.xml', async (c) => {
      const bladzijden = await c.get('bezoek').db.lees((lezer) => alleBladzijden(lezer, opties))
      return xml(c, sitemap(opties.site(c), bladzijden))
    })
    .get('plan.lezen', '/robots.txt', (c) => {
      const site = opties.site(c)
      if (opties.verzonnen(c.get('bezoek').gemeente.code)) return c.text('User-agent: *\nDisallow: /\n')
      const kaarten = ['/sitemap.xml', ...CATEGORIEEN.map((een) => `/sitemapindex-diwoo-${een}.xml`)]
      const regels = [
        'User-agent: *',
        'Disallow: /beheer/',
        ...kaarten.map((pad) => `Sitemap: ${site}${pad}`),
      ]
      return c.text(`${regels.join('\n')}\n`)
    })
    .get('plan.lezen', '/:bestand{sitemapindex-diwoo-infocat\\d{3}\\.xml}', (c) => {
      const categorie = categorieUit(c)
      if (categorie === undefined) return c.notFound()
      return xml(c, sitemapindex([`${opties.site(c)}/sitemap-diwoo-${categorie}.xml`]))
    })
    .get('plan.lezen', '/:bestand{sitemap-diwoo-infocat\\d{3}\\.xml}', async (c) => {
      const categorie = categorieUit(c)
      if (categorie === undefined) return c.notFound()
      const { db, gemeente } = c.get('bezoek')
      const [uitgever, rapporten] = await db.lees(
        async (lezer) => [await findUitgever(lezer), await opties.rapporten(lezer)] as const,
      )
      // Zonder bevestigde uitgever geen documenten: een verkeerd adres staat dan landelijk onder een ander.
      const mag = uitgever !== undefined && !opties.verzonnen(gemeente.code)
      const openbaar = mag ? nieuwsteEerst(rapporten) : []
      const van = { naam: `Gemeente ${gemeente.naam}`, tooi: uitgever?.tooi ?? '' }
      return xml(c, diwooSitemap(opties.site(c), categorie, van, openbaar))
    })
    .get('plan.lezen', '/dcat.jsonld', async (c) => {
      const { db, gemeente } = c.get('bezoek')
      const [uitgever, rapporten] = await db.lees(
        async (lezer) => [await findUitgever(lezer), await opties.rapporten(lezer)] as const,
      )
      const inhoud = catalogus({
        site: opties.site(c),
        gemeente,
        uitgever,
        rapporten: nieuwsteEerst(rapporten),
        verzonnen: opties.verzonnen(gemeente.code),
      })
      return c.body(`${JSON.stringify(inhoud, null, 2)}\n`, 200, {
        'content-type': 'application/ld+json; charset=utf-8',
        'access-control-allow-origin': '*',
      })
    })

const xml = (c: Context<Omgeving>, wortel: Xml, type = 'application/xml'): Response =>
  c.body(alsXml(wortel), 200, { 'content-type': `${type}; charset=utf-8` })

function categorieUit(c: Context<Omgeving>) {
  const [categorie = ''] = /infocat\d{3}/u.exec(c.req.param('bestand') ?? '') ?? []
  return isCategorie(categorie) ? categorie : undefined
}

async function feeditems(lezer: Lezer, { rapporten }: Openbaarheidopties): Promise<Feeditem[]> {
  const koppen = new Map((await findPlankoppen(lezer)).map((kop) => [kop.id, kop]))
  const nieuws = await findNieuws(lezer, MEESTE_ITEMS)
  return [
    ...(await rapporten(lezer)).map(rapportitem),
    ...nieuws.map((een) => nieuwsitem(een, koppen.get(een.plan ?? ''))),
  ]
}

const rapportitem = (rapport: Openbaarrapport): Feeditem => ({
  pad: rapportpad(rapport),
  titel: `Nieuw rapport: ${rapport.titel}`,
  zin: 'Dit rapport is vastgesteld.',
  op: alsDate(rapport.vastgesteldOp),
})

function nieuwsitem({ soort, sleutel, titel, op }: Nieuws, kop: Plankop | undefined): Feeditem {
  const voor = kop === undefined ? '' : planvoorvoegsel(kop)
  switch (soort) {
    case 'versie':
      return {
        pad: `${voor}/versies/${sleutel}`,
        titel: `Nieuwe versie van ${kop?.titel ?? 'het plan'}`,
        zin: `Versie ${sleutel} is vastgesteld bij het besluit: ${titel}.`,
        op,
      }
    case 'besluit':
      return {
        pad: `${voor}/besluiten/${sleutel}`,
        titel: `Besluit: ${titel}`,
        zin: 'Dit besluit is vastgelegd.',
        op,
      }
    case 'begrotingswijziging':
      return {
        pad: `${voor}/begrotingswijzigingen/${sleutel}`,
        titel: `Begrotingswijziging ${titel}`,
        zin: `Begrotingswijziging ${titel} is verwerkt in de begroting.`,
        op,
      }
  }
}

async function alleBladzijden(lezer: Lezer, { rapporten }: Openbaarheidopties): Promise<Bladzijde[]> {
  const bladzijden: Bladzijde[] = VASTE_PAGINAS.map((pad) => ({ pad }))
  for (const kop of await findPlankoppen(lezer)) {
    if (kop.vastgesteldeVersie === null) continue
    const voor = planvoorvoegsel(kop)
    if (!kop.hoofdplan) bladzijden.push({ pad: voor })
    for (const { soort, sleutel } of await findStukken(lezer, kop.id, kop.vastgesteldeVersie)) {
      const map = MAP[soort]
      if (map !== undefined) bladzijden.push({ pad: `${voor}/${map}/${encodeURIComponent(sleutel)}` })
    }
  }
  for (const rapport of nieuwsteEerst(await rapporten(lezer)))
    bladzijden.push({ pad: rapportpad(rapport), op: alsDate(rapport.vastgesteldOp) })
  return bladzijden
}

const MAP: Readonly<Record<string, string | undefined>> = {
  onderdeel: 'onderdelen',
  groep: 'groepen',
  doel: 'doelen',
  bron: 'bronnen',
}
