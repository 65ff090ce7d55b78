import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Child } from 'hono/jsx'
import { centen } from '#basis/geld.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Kruimels } from '#ui/kruimels.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, paginatitel, type Schil } from '#ui/pagina.tsx'
import { bladzijden, Paginering } from '#ui/paginering.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Tegels } from '#ui/tegels.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { BestandVeld, Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak, Vinkje } from '#ui/veld.tsx'
import { Voortgang } from '#ui/voortgang.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

const KWAAD = '"><script>alert(1)</script><b onclick=x>'
const k = KWAAD

const schil: Schil = {
  gemeente: k,
  programma: k,
  thuis: '/',
  nav: [{ tekst: k, href: k }],
  zoek: { actie: '/zoek', waarde: k },
  wie: { naam: k, rol: k, uitlogActie: '/uit', verborgen: { bewijs: k } },
  banner: { tekst: k, link: { tekst: k, href: k } },
  voet: { tekst: k, links: [{ tekst: k, href: k }] },
}

const DELEN: readonly [string, () => Child][] = [
  [
    'Pagina',
    () => Pagina({ titel: k, beschrijving: k, schil, kruimels: [{ tekst: k, href: k }], children: k }),
  ],
  ['Paginakop', () => Paginakop({ titel: k, code: k, lead: k, bij: k, acties: k })],
  ['Sectie', () => Sectie({ kop: k, id: k, onder: k, children: k })],
  ['Knop', () => Knop({ naam: k, waarde: k, children: k })],
  ['KnopLink', () => KnopLink({ href: k, children: k })],
  ['Link', () => Link({ href: k, naam: k, children: k })],
  ['Kruimels', () => Kruimels({ kruimels: [{ tekst: k, href: k }] })],
  ['Melding', () => Melding({ soort: 'fout', titel: k, children: k })],
  ['Status', () => Status({ soort: 'let-op', tekst: k })],
  ['Etiket', () => Etiket({ children: k })],
  ['Feiten', () => Feiten({ feiten: [{ label: k, waarde: k, bij: k }] })],
  ['Tegels', () => Tegels({ tegels: [{ vraag: k, groot: k, bij: k, href: k }] })],
  ['LegeStaat', () => LegeStaat({ titel: k, children: k, actie: k })],
  ['Twijfel', () => Twijfel({ children: k, uitleg: k })],
  ['Downloads', () => Downloads({ downloads: [{ soort: 'CSV', href: k }], waarvan: k })],
  ['Voortgang', () => Voortgang({ id: k, label: k, gedaan: 1, totaal: 2, bij: k })],
  ['Zijbalklijst', () => Zijbalklijst({ items: [{ tekst: k, bij: k }] })],
  ['Paginering', () => Paginering({ huidig: 2, aantal: 3, href: () => k, waarvan: k })],
  ['Bedrag', () => Bedrag({ cent: centen(100), href: k })],
  [
    'Formulier',
    () =>
      Formulier({ actie: k, naam: k, verborgen: { [k]: k }, fouten: [{ veld: k, tekst: k }], children: k }),
  ],
  ['TekstVeld', () => TekstVeld({ naam: k, label: k, uitleg: k, fout: k, waarde: k, voorstellen: [k] })],
  ['TekstVlak', () => TekstVlak({ naam: k, label: k, waarde: `</textarea>${k}` })],
  ['KeuzeVeld', () => KeuzeVeld({ naam: k, label: k, leeg: k, keuzes: [{ waarde: k, tekst: k }] })],
  ['Vinkje', () => Vinkje({ naam: k, label: k, fout: k })],
  ['Keuzerondjes', () => Keuzerondjes({ naam: k, label: k, keuzes: [{ waarde: k, tekst: k, uitleg: k }] })],
  ['BestandVeld', () => BestandVeld({ naam: k, label: k, soorten: [k] })],
  [
    'Tabel',
    () =>
      Tabel({
        bijschrift: k,
        id: k,
        bij: k,
        kolommen: [{ sleutel: 'a', kop: k, cel: (rij: string) => rij, sorteer: { href: k } }],
        groepen: [{ kop: k, rijen: [k], totaal: { kop: k, cellen: { a: k } } }],
      }),
  ],
]

for (const [naam, maak] of DELEN)
  test(`${naam} laat geen opmaak van buiten door`, () => {
    const html = String(maak())
    assert.ok(html.includes('&lt;script&gt;'), 'de tekst hoort er wel te staan')
    assert.ok(!html.includes('<script>alert'), html)
    assert.ok(!/<b onclick/u.test(html), html)
  })

test('de titel van het venster zegt pagina, programma en gemeente, elk één keer', () => {
  const gewoon = { ...schil, programma: 'Sociaal Domein', gemeente: 'Gemeente X' }
  assert.equal(paginatitel('Onderdelen', gewoon), 'Onderdelen – Sociaal Domein – Gemeente X')
  assert.equal(paginatitel('Sociaal Domein', gewoon), 'Sociaal Domein – Gemeente X')
  assert.equal(paginatitel('Bewerken', gewoon, true), 'Fout: Bewerken – Sociaal Domein – Gemeente X')
})

for (const [huidig, aantal, verwacht] of [
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, undefined, 9]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [4, 9, [1, 2, 3, 4, 5, undefined, 9]],
  [9, 9, [1, undefined, 8, 9]],
] as const)
  test(`bladzijden: ${huidig} van ${aantal}`, () => assert.deepEqual(bladzijden(huidig, aantal), verwacht))

test('één bladzijde heeft geen bladzijden nodig', () => {
  assert.equal(Paginering({ huidig: 1, aantal: 1, href: () => '#' }), null)
})
