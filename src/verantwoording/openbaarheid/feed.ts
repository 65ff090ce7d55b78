import { el, type Xml } from '#verantwoording/openbaarheid/xml.ts'

/** Een Atom-feed (RFC 4287) van wat er openbaar veranderde. */

export type Feeditem = { pad: string; titel: string; zin: string; op: Date }

export const MEESTE_ITEMS = 50

const ONDER = 'Nieuwe rapporten, versies van het plan, besluiten en begrotingswijzigingen.'
const VERZONNEN = 'Voorbeeldgemeente: alles hier is verzonnen.'
const NOOIT = new Date(0)

export type Feedbron = { site: string; gemeente: string; verzonnen: boolean }

export function atomfeed({ site, gemeente, verzonnen }: Feedbron, items: readonly Feeditem[]): Xml {
  const nieuwste = items
    .toSorted((a, b) => b.op.getTime() - a.op.getTime() || a.pad.localeCompare(b.pad))
    .slice(0, MEESTE_ITEMS)
  return el(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'nl' },
    el('id', {}, `${site}/feed.atom`),
    el('title', {}, `Programma sociaal domein, gemeente ${gemeente}`),
    el('subtitle', {}, verzonnen ? `${VERZONNEN} ${ONDER}` : ONDER),
    // Leeg is ook een geldige feed, en die moet een moment noemen.
    el('updated', {}, (nieuwste[0]?.op ?? NOOIT).toISOString()),
    el('author', {}, el('name', {}, `Gemeente ${gemeente}`)),
    el('link', { rel: 'self', type: 'application/atom+xml', href: `${site}/feed.atom` }),
    el('link', { rel: 'alternate', type: 'text/html', href: `${site}/` }),
    ...nieuwste.map(({ pad, titel, zin, op }) =>
      el(
        'entry',
        {},
        el('id', {}, site + pad),
        el('title', {}, titel),
        el('updated', {}, op.toISOString()),
        el('link', { rel: 'alternate', type: 'text/html', href: site + pad }),
        el('summary', {}, zin),
      ),
    ),
  )
}
