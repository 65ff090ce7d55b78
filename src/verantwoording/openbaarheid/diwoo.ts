import { dagVanMoment } from '#basis/moment.ts'
import { type Openbaarrapport, rapportbestandpad } from '#verantwoording/openbaarheid/rapporten.ts'
import { el, type Xml } from '#verantwoording/openbaarheid/xml.ts'

/**
 * Metadata voor de Woo-index (DiWoo 0.9.8): per document de uitgever, titel, datum, informatiecategorie en wat ermee
 * gebeurde. De adressen komen uit de waardelijsten van TOOI; wat daar niet zeker in staat, schrijven wij niet.
 */

const TOOI = 'https://identifier.overheid.nl/tooi/def/thes/kern/'

export const INFORMATIECATEGORIEEN = {
  infocat012: { naam: 'jaarplannen en jaarverslagen', uri: `${TOOI}c_c6cd1213` },
  infocat018: { naam: 'inspanningsverplichting art 3.1 Woo', uri: `${TOOI}c_816e508d` },
} as const
export type Categorie = keyof typeof INFORMATIECATEGORIEEN
export const CATEGORIEEN = ['infocat012', 'infocat018'] as const satisfies readonly Categorie[]
export const isCategorie = (tekst: string): tekst is Categorie =>
  (CATEGORIEEN as readonly string[]).includes(tekst)

const VASTSTELLING = { naam: 'vaststelling', uri: `${TOOI}c_641ecd76` }

/** Alleen de jaarverantwoording is een jaarverslag; wat verder vastgesteld is, maken wij uit onszelf openbaar. */
const categorieVan = ({ soort }: Openbaarrapport): Categorie =>
  soort === 'jaar' ? 'infocat012' : 'infocat018'

export type Uitgever = { naam: string; tooi: string }

/** Het document is de PDF; zonder PDF is elke vorm een document. */
function documenten(rapport: Openbaarrapport): readonly Openbaarrapport['vormen'][number][] {
  const pdf = rapport.vormen.filter(({ vorm }) => vorm === 'pdf')
  return pdf.length > 0 ? pdf : rapport.vormen
}

export const diwooSitemap = (
  site: string,
  categorie: Categorie,
  uitgever: Uitgever,
  rapporten: readonly Openbaarrapport[],
): Xml =>
  el(
    'urlset',
    {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:diwoo': 'https://standaarden.overheid.nl/diwoo/metadata/',
    },
    ...rapporten
      .filter((rapport) => categorieVan(rapport) === categorie)
      .flatMap((rapport) =>
        documenten(rapport).map(({ vorm }) =>
          el(
            'url',
            {},
            el('loc', {}, site + rapportbestandpad(rapport, vorm)),
            el('lastmod', {}, rapport.vastgesteldOp),
            el('diwoo:Document', {}, diwoo(rapport, categorie, uitgever)),
          ),
        ),
      ),
  )

function diwoo(rapport: Openbaarrapport, categorie: Categorie, uitgever: Uitgever): Xml {
  const { naam, uri } = INFORMATIECATEGORIEEN[categorie]
  return el(
    'diwoo:DiWoo',
    {},
    el('diwoo:publisher', { resource: uitgever.tooi }, uitgever.naam),
    el('diwoo:titelcollectie', {}, el('diwoo:officieleTitel', {}, rapport.titel)),
    el(
      'diwoo:classificatiecollectie',
      {},
      el('diwoo:informatiecategorieen', {}, el('diwoo:informatiecategorie', { resource: uri }, naam)),
    ),
    el('diwoo:creatiedatum', {}, dagVanMoment(rapport.vastgesteldOp)),
    el(
      'diwoo:documenthandelingen',
      {},
      el(
        'diwoo:documenthandeling',
        {},
        el('diwoo:soortHandeling', { resource: VASTSTELLING.uri }, VASTSTELLING.naam),
        el('diwoo:atTime', {}, rapport.vastgesteldOp),
      ),
    ),
  )
}
