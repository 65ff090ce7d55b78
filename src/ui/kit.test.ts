import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { kitPaginas } from '#ui/kit.tsx'
import type { Schil } from '#ui/pagina.tsx'

const schil: Schil = {
  gemeente: 'Voorbeeldgemeente',
  programma: 'Sociaal Domein 2022–2026',
  thuis: '/',
  nav: [{ tekst: 'Overzicht', href: '/', actief: true }],
  zoek: { actie: '/zoek' },
  wie: { naam: 'Programmamanager', uitlogActie: '/uitloggen' },
  banner: { tekst: 'Verzonnen cijfers.' },
  voet: { tekst: 'Stand: 2022.', links: [{ tekst: 'Privacy', href: '/privacy' }] },
}

const keur = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] })
const paginas = kitPaginas(schil)

test('de kit heeft een overzicht dat naar elk deel wijst', () => {
  const overzicht = String(paginas.get('/_kit')?.pagina())
  for (const pad of paginas.keys()) assert.ok(pad === '/_kit' || overzicht.includes(`href="${pad}"`), pad)
  assert.ok(paginas.size > 12)
})

for (const [pad, { titel, pagina }] of paginas) {
  const html = String(pagina())
  test(`${pad} is geldige HTML`, async () => {
    const oordeel = await keur.validateString(html)
    assert.deepEqual(
      oordeel.results.flatMap((r) =>
        r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
      ),
      [],
    )
  })
  test(`${pad} past binnen het strengste beveiligingsbeleid`, () => {
    assert.ok(!/<[^>]+\sstyle=/u.test(html), 'geen opmaak in de regel')
    assert.ok(!/<[^>]+\son[a-z]+=/u.test(html), 'geen script in de regel')
    assert.ok(!html.includes('<style'), 'geen opmaak in de pagina')
    assert.ok(!/<script(?![^>]*\ssrc=)/u.test(html), 'geen script in de pagina')
    assert.ok(!/(?:href|src|action)="javascript:/u.test(html))
  })
  test(`${pad} heeft één hoofdkop, die zegt wat de pagina is`, () => {
    assert.deepEqual(
      [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gu)].map(([, kop]) => kop),
      [titel],
    )
    assert.ok(html.startsWith('<!doctype html>'))
    assert.ok(html.includes(`<title>${titel} – Sociaal Domein 2022–2026 – Voorbeeldgemeente</title>`))
  })
}
