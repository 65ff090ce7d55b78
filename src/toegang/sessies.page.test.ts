import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { logInAls, maakProefsite, type Proefsite } from '#test/webapp.tsx'

const keurHtml = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
  },
})

import { logIn } from '#toegang/toegang.flow.ts'

describe('pagina’s van toegang', () => {
  let databank: Databank
  let app: Proefsite
  let host: string
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, { emmers: { inlog: { inhoud: 1_000, perSeconde: 1 } } })
    host = `${app.een.code}.localhost`
  })
  after(() => databank.sluit())

  const vraag = (pad: string, cookie = '', method = 'GET') =>
    app.hono.request(`http://${host}${pad}`, {
      method,
      headers: { host, cookie, 'sec-fetch-site': 'same-origin' },
    })

  const acties = (html: string): string[] =>
    [...html.matchAll(/action="(\/[^"]+)"/gu)].map(([, pad]) => pad ?? '')

  for (const [pad, rol] of [
    ['/inloggen', undefined],
    ['/bestaat-niet', undefined],
    ['/mijn', 'raadslid'],
    ['/beheer/sessies', 'beheerder'],
    ['/beheer/logboek', 'beheerder'],
    ['/beheer/accounts', 'beheerder'],
    ['/beheer/logboek', 'raadslid'],
  ] as const)
    test(`${pad} als ${rol ?? 'bezoeker'} is geldige html met een titel en één h1`, async () => {
      const antwoord = await vraag(pad, rol && (await logInAls(app, host, rol)))
      const html = await antwoord.text()
      const rapport = await keurHtml.validateString(html)
      assert.deepEqual(
        rapport.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
        [],
      )
      assert.equal(html.match(/<h1/gu)?.length, 1)
      assert.match(html, /<title>[^<]{5,}<\/title>/u)
      assert.doesNotMatch(html, / style=| onclick=/u)
    })

  test('mijn sessies: een andere beëindigen werkt meteen, de eigen beëindigen logt uit', async () => {
    const [elders, hier] = [
      await logInAls(app, host, 'budgethouder'),
      await logInAls(app, host, 'budgethouder'),
    ]
    const pagina = await (await vraag('/mijn', hier)).text()
    assert.match(pagina, /Demo budgethouder/u)
    const knoppen = acties(pagina).filter((pad) => pad.startsWith('/mijn/sessies/0'))
    assert.equal(knoppen.length, 2)
    assert.equal((await vraag('/mijn/sessies/andere', hier, 'POST')).headers.get('location'), '/mijn?gedaan')
    assert.equal((await vraag('/mijn', elders)).status, 303)
    const eigen = acties(await (await vraag('/mijn', hier)).text()).find((pad) =>
      pad.startsWith('/mijn/sessies/0'),
    )
    const uit = await vraag(eigen ?? '', hier, 'POST')
    assert.equal(uit.headers.get('location'), '/')
    assert.match(uit.headers.getSetCookie()[0] ?? '', /Max-Age=0/u)
    assert.equal((await vraag('/mijn', hier)).status, 303)
  })

  test('de beheerder beëindigt de sessie van een ander; een ander kan dat niet raden', async () => {
    const [doel, baas, collega] = [
      await logInAls(app, host, 'college'),
      await logInAls(app, host, 'beheerder'),
      await logInAls(app, host, 'raadslid'),
    ]
    const pagina = await (await vraag('/beheer/sessies', baas)).text()
    const rij = pagina.split('<tr').find((tekst) => tekst.includes('Demo college')) ?? ''
    const actie = acties(rij).find((pad) => pad.startsWith('/beheer/sessies/')) ?? ''
    const id = actie.split('/').at(-1)
    assert.equal((await vraag(`/mijn/sessies/${id}`, collega, 'POST')).status, 404)
    assert.equal((await vraag(actie, collega, 'POST')).status, 403)
    assert.equal((await vraag('/mijn', doel)).status, 200)
    assert.equal((await vraag(actie, baas, 'POST')).status, 303)
    assert.equal((await vraag('/mijn', doel)).status, 303)
    const logboek = await (await vraag('/beheer/logboek', baas)).text()
    assert.match(logboek, /sessie van een ander beëindigd/u)
  })

  test('opmaak in een naam van de inlogdienst blijft tekst op elke pagina', async () => {
    const naam = `<script>alert(1)</script><b title="x" onclick='y'>`
    const deur = { db: databank.gemeente(app.een.code), klok: systeemklok, verzoek: '<i>kenmerk</i>' }
    const wie = { uitgever: 'x', onderwerp: `<u>'"--`, naam, rollen: ['beheerder'] as const }
    const uitkomst = await logIn(deur, wie, { onbekend: 'toelaten' })
    assert.ok(uitkomst.ok)
    for (const pad of [
      '/mijn',
      '/beheer/sessies',
      '/beheer/accounts',
      '/beheer/apisleutels',
      '/beheer/berichten',
      '/beheer/logboek',
      '/bestaat-niet',
    ]) {
      const html = await (await vraag(pad, `omzien=${uitkomst.waarde.sleutel}`)).text()
      assert.match(html, /&lt;script&gt;alert/u, pad)
      assert.doesNotMatch(html, /<script>alert|<b title|<i>kenmerk/u, pad)
    }
  })

  test('een onmogelijke sessiesleutel in het pad is niet gevonden', async () => {
    const cookie = await logInAls(app, host, 'beheerder')
    for (const id of ['x', "'; drop table toegang_sessie; --", '01890000-0000-7000-8000-000000000000'])
      assert.equal((await vraag(`/beheer/sessies/${encodeURIComponent(id)}`, cookie, 'POST')).status, 404)
  })

  test('alleen de beheerder vindt de weg naar beheer', async () => {
    const wegen = async (rol: string) => {
      const html = await (await vraag('/mijn', await logInAls(app, host, rol))).text()
      return [...html.matchAll(/href="(\/beheer[^"]*)"/gu)].map(([, pad]) => pad)
    }
    assert.deepEqual(await wegen('beheerder'), [
      '/beheer/sessies',
      '/beheer/accounts',
      '/beheer/apisleutels',
      '/beheer/berichten',
      '/beheer/openbaarheid',
      '/beheer/logboek',
    ])
    assert.deepEqual(await wegen('programmamanager'), [])
  })

  test('het logboek bladert, en een vreemd bladnummer is de eerste bladzijde', async () => {
    const cookie = await logInAls(app, host, 'beheerder')
    for (let i = 0; i < 55; i++) await logInAls(app, host, 'raadslid')
    const eerste = await (await vraag('/beheer/logboek', cookie)).text()
    const ouder = /href="(\/beheer\/logboek\?voor=\d+)"/u.exec(eerste)?.[1] ?? ''
    const tweede = await (await vraag(ouder, cookie)).text()
    assert.match(tweede, /Naar de nieuwste/u)
    for (const voor of ['-1', 'x', '1e99', "1' or 1=1"])
      assert.equal((await vraag(`/beheer/logboek?voor=${encodeURIComponent(voor)}`, cookie)).status, 200)
  })
})
