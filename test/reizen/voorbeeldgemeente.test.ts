import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** De voorbeeldgemeente met al haar boekingen: op een telefoon, breed, en op papier, en altijd met haar banner. */

const PAGINAS = [
  '/',
  '/begroting',
  '/begroting?per=taakveld&dan=jaar',
  '/boekingen',
  '/sinds?van=2026-06-30',
  '/onderdelen/zorginnovatie',
  '/bronnen/reserve-sociaal-domein',
  '/verplichtingen',
  '/begrotingswijzigingen',
  '/geldbevindingen',
  '/bestaat-niet',
] as const

describe('de voorbeeldgemeente', () => {
  let site: Website
  let browser: Browser
  let adres = ''
  before(async () => {
    const ruim = { inhoud: 10_000, perSeconde: 100 }
    site = await startWebsite({ voorbeelden: ['gm1731', 'gm0000'], emmers: { inlog: ruim, duur: ruim } })
    adres = site.adres.replace('//localhost', '//voorbeeld.localhost')
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  for (const pad of PAGINAS)
    test(`${pad}: banner, ook op papier, toegankelijk en passend`, { timeout: 120_000 }, async () => {
      for (const breedte of [320, 1280]) {
        const context = await browser.newContext({ viewport: { width: breedte, height: 800 } })
        const pagina = await context.newPage()
        await pagina.goto(adres + pad)
        const banner = pagina.getByRole('region', { name: 'Mededeling' })
        assert.match((await banner.textContent()) ?? '', /Alle cijfers.*zijn verzonnen/u)
        assert.ok(await past(pagina), `${pad} schuift opzij op ${breedte} px`)
        assert.deepEqual(await axeklachten(pagina), [], `${pad} ${breedte}`)
        await pagina.emulateMedia({ media: 'print' })
        assert.ok(await banner.isVisible(), `${pad} op papier zonder banner`)
        await context.close()
      }
    })

  test('zonder script van een overschrijding naar de boekingen erachter', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await context.newPage()
    await pagina.goto(`${adres}/geldbevindingen`)
    await pagina.getByRole('link', { name: 'Nieuwe vormen van zorg' }).first().click()
    assert.match((await pagina.locator('main').textContent()) ?? '', /Nieuwe vormen van zorg/u)
    await pagina.goto(`${adres}/boekingen?onderdeel=zorginnovatie&jaar=2026`)
    await pagina.getByRole('row').nth(2).getByRole('link').first().click()
    assert.match((await pagina.locator('main').textContent()) ?? '', /Nieuwe vormen van zorg/u)
    await context.close()
  })

  test('Midden-Drenthe laat er niets van zien', async () => {
    for (const pad of ['/', '/begroting', '/boekingen', '/bestaat-niet']) {
      const tekst = await (await fetch(site.adres + pad)).text()
      assert.doesNotMatch(tekst, /oz-banner|verzonnen|Nieuwe vormen van zorg/u, pad)
    }
  })
})
