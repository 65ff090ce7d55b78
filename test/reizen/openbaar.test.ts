import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, BEELDEN, beeldnaam, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/**
 * Een bezoeker zonder inlog, op het echte plan: alle links werken, elke pagina is geldig en toegankelijk, breed en
 * smal, licht en donker; en de vragen van een raadslid zijn in drie klikken beantwoord, ook zonder script.
 */
const BEELD = 'test-uitvoer/openbaar'
const PAGINAS = [
  '/',
  '/onderdelen',
  '/onderdelen?groep=pok-beschermd-wonen&sorteer=titel',
  '/onderdelen/oco',
  '/onderdelen/inloopvoorzieningen',
  '/groepen/pok-beschermd-wonen',
  '/geld',
  '/bronnen/bijdrage-rijk-pok',
  '/doelen',
  '/doelen/innovatie',
  '/planning',
  '/plancontrole',
  '/document',
  '/zoeken?zoek=inlop',
  '/versies',
  '/besluiten',
  '/plannen/wmo-2017-2018',
  '/toegankelijkheid',
  '/privacy',
  '/over',
  '/open-data',
  '/api/v1',
  '/inloggen',
  '/_kit',
] as const

describe('een bezoek zonder inlog', () => {
  let site: Website
  let browser: Browser
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    const ruim = { inhoud: 10_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  test('elke link vanaf de voorpagina komt ergens uit, en elke soort pagina is geldige HTML', {
    timeout: 300_000,
  }, async () => {
    const gezien = new Set<string>()
    const vormen = new Map<string, number>()
    const rij: string[] = [...PAGINAS]
    const stuk: string[] = []
    while (rij.length > 0 && gezien.size < 600) {
      const pad = rij.shift() ?? ''
      if (gezien.has(pad)) continue
      gezien.add(pad)
      const antwoord = await fetch(site.adres + pad)
      if (antwoord.status !== 200) stuk.push(`${pad}: ${antwoord.status}`)
      if (antwoord.headers.get('content-type')?.startsWith('text/html') !== true) {
        await antwoord.body?.cancel()
        continue
      }
      const html = await antwoord.text()
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"#]+)/gu))
        if (href.startsWith('/')) rij.push(href.replaceAll('&amp;', '&'))
      const vorm = pad.replace(/\?.*/u, '').split('/').slice(0, 3).join('/')
      const keer = vormen.get(vorm.replace(/\/[^/]+$/u, '/…')) ?? 0
      vormen.set(vorm.replace(/\/[^/]+$/u, '/…'), keer + 1)
      if (keer > 3) continue
      stuk.push(...(await htmlklachten(html)).map((een) => `${pad} ${een}`))
    }
    assert.ok(gezien.size > 150, `maar ${gezien.size} pagina's gezien`)
    assert.deepEqual(stuk, [])
  })

  for (const pad of PAGINAS)
    test(`${pad} is toegankelijk, past op elk scherm en houdt zich aan het beveiligingsbeleid`, {
      timeout: 60_000,
    }, async () => {
      for (const [breedte, kleur] of BEELDEN) {
        const context = await browser.newContext({
          viewport: { width: breedte, height: 800 },
          colorScheme: kleur,
        })
        const pagina = await context.newPage()
        const klachten: string[] = []
        pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
        pagina.on('pageerror', (fout) => klachten.push(fout.message))
        await pagina.goto(site.adres + pad)
        await maakBeeld(pagina, `${BEELD}/${beeldnaam(pad)}-${breedte}-${kleur}.png`)
        assert.ok(await past(pagina), `${pad} schuift opzij op ${breedte} px`)
        assert.deepEqual(await axeklachten(pagina), [], `${pad} ${breedte} ${kleur}`)
        assert.deepEqual(klachten, [])
        await context.close()
      }
    })

  const VRAGEN: [vraag: string, klikken: string[], antwoord: RegExp][] = [
    [
      'hoeveel is er voor inloop, en in welke dorpen',
      ['Onderdelen', 'Doorontwikkeling inloopvoorzieningen'],
      /328\.000[\s\S]*Inloop Westerbork[\s\S]*Inloop Smilde/,
    ],
    [
      'welke onderdelen betaalt het Rijk',
      ['Geld', 'Bijdrage van het Rijk voor de POK'],
      /Invoeren mediation/,
    ],
    ['wat is er onduidelijk in het plan', ['Plancontrole'], /2\.972\.068[\s\S]*2\.979\.068/],
    ['welke doelen hebben geen indicator', ['Doelen'], /indicator/],
  ]
  for (const [vraag, klikken, antwoord] of VRAGEN)
    test(`zonder script, binnen drie klikken: ${vraag}?`, async () => {
      assert.ok(klikken.length <= 3)
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 1280, height: 900 },
      })
      const pagina = await context.newPage()
      await pagina.goto(site.adres)
      for (const klik of klikken) await pagina.getByRole('link', { name: klik, exact: false }).first().click()
      assert.match(((await pagina.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' '), antwoord)
      await context.close()
    })

  test('wat eindigt er in 2024, zonder script, binnen drie klikken', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await context.newPage()
    await pagina.goto(site.adres)
    await pagina.locator('a[href*="eindigt=2024"]').first().click()
    const tekst = (await pagina.locator('main').textContent()) ?? ''
    assert.match(tekst, /Noaberkracht|Pilots in de Dorpen/)
    await context.close()
  })

  test('met alleen het toetsenbord: over het menu heen naar de inhoud, en een grafiek is bereikbaar', async () => {
    const pagina = await browser.newPage()
    await pagina.goto(site.adres)
    await pagina.keyboard.press('Tab')
    assert.match(await actief(pagina), /Naar de inhoud/)
    await pagina.keyboard.press('Enter')
    await pagina.keyboard.press('Tab')
    const binnen = await pagina.evaluate<boolean>(
      "document.querySelector('main')?.contains(document.activeElement) ?? false",
    )
    assert.ok(binnen, 'na de sprong staat de aandacht in de inhoud')
    const gezien = new Set<string>()
    for (let i = 0; i < 60; i++) {
      gezien.add(await actief(pagina))
      await pagina.keyboard.press('Tab')
    }
    assert.ok(
      [...gezien].some((tekst) => tekst.includes('Programmamanagement')),
      'een link in de grafiek krijgt de aandacht',
    )
    await pagina.close()
  })

  test('afgedrukt staat elke grafiek met haar tabel op papier, zonder menu', async () => {
    const pagina = await browser.newPage()
    await pagina.goto(site.adres)
    await pagina.emulateMedia({ media: 'print' })
    await maakBeeld(pagina, `${BEELD}/voorpagina-druk.png`)
    assert.equal(await pagina.locator('.oz-nav').first().isVisible(), false)
    await pagina.close()
  })
})

const actief = (pagina: Page): Promise<string> =>
  pagina.evaluate("document.activeElement?.textContent?.trim() ?? ''")
