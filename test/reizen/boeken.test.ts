import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { voorbeeldplan } from '#test/programma-app.ts'
import { schermklachten } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** Mandaat, verplichting, tweede persoon, factuur, sluiten en corrigeren: op het echte plan, zonder script. */

const PERSONEN = ['financieel-adviseur', 'budgethouder', 'college'] as const
type Persoon = (typeof PERSONEN)[number]

describe('boeken met de hand', () => {
  let site: Website
  let browser: Browser
  const wie = new Map<Persoon, BrowserContext>()
  before(async () => {
    const ruim = { inhoud: 1_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    browser = await startBrowser()
    for (const persoon of PERSONEN) {
      const context = await browser.newContext({ javaScriptEnabled: false })
      context.setDefaultTimeout(20_000)
      const pagina = await context.newPage()
      await pagina.goto(`${site.adres}/inloggen?terug=/`)
      await pagina.click(`button[value="${persoon}"]`)
      await pagina.close()
      wie.set(persoon, context)
    }
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  const open = async (persoon: Persoon, pad: string): Promise<Page> => {
    const pagina = await wie.get(persoon)?.newPage()
    assert.ok(pagina !== undefined)
    const antwoord = await pagina.goto(site.adres + pad)
    assert.equal(antwoord?.status(), 200, pad)
    return pagina
  }
  /** Vult velden in, kiest uit lijsten en verstuurt met de genoemde knop. */
  const verstuur = async (pagina: Page, velden: Record<string, string>, knop: string): Promise<string> => {
    for (const [naam, waarde] of Object.entries(velden)) {
      const lijst = pagina.locator(`form[method="post"] select[name="${naam}"]`)
      if ((await lijst.count()) > 0) await lijst.selectOption(waarde)
      else await pagina.locator(`form[method="post"] [name="${naam}"]`).fill(waarde)
    }
    await Promise.all([
      pagina.waitForNavigation(),
      pagina.getByRole('button', { name: knop }).first().click(),
    ])
    return ((await pagina.textContent('main')) ?? '').replaceAll('\u00a0', ' ')
  }
  // Een onderdeel waarvoor het plan in 2025 ruim geld heeft; uit welke bron zegt het plan niet.
  const geld = voorbeeldplan('gm1731').raming.find(
    ({ jaar, bron, bedragCent }) => jaar === 2025 && bron === null && bedragCent >= 20_000_00,
  )
  const afspraak = {
    onderdeel: geld?.onderdeel ?? '',
    geldigOp: '03-02-2025',
    'jaar.R1': '2025',
    'bedrag.R1': '1.500',
    betaling: 'open',
    omschrijving: 'Huur van een ruimte',
  }

  test('van mandaat tot correctie', { timeout: 120_000 }, async () => {
    for (const [rol, bedrag] of [
      ['budgethouder', '1.000'],
      ['college', '100.000'],
    ] as const) {
      const mandaten = await open('financieel-adviseur', '/mandaten')
      const velden = { wie: `rol:${rol}`, bedrag, van: '01-01-2020' }
      assert.match(await verstuur(mandaten, velden, 'Mandaat geven'), /Het mandaat is vastgelegd/u)
    }
    const houder = await open('budgethouder', '/verplichtingen/nieuw')
    assert.match(await verstuur(houder, afspraak, 'Verplichting aangaan'), /Dit wacht op een tweede persoon/u)
    const college = await open('college', '/voorstellen')
    await college.locator('main a[href^="/voorstellen/"]').first().click()
    const goed = await verstuur(college, {}, 'Goedkeuren')
    assert.match(goed, /Dit voorstel is goedgekeurd.*Bekijk boeking/su)
    const lijst = await (await fetch(`${site.adres}/verplichtingen`)).text()
    assert.match(lijst, /v2025-0001/u)
    assert.doesNotMatch(lijst, /Huur van een ruimte/u)

    const factuur = await open('financieel-adviseur', '/verplichtingen/v2025-0001/factuur')
    const velden = { factuur: 'F-1', geldigOp: '04-02-2025', bedrag: '1.600', jaar: '2025' }
    assert.match(await verstuur(factuur, velden, 'Factuur boeken'), /hoger dan wat openstond/u)

    const maand = await open('financieel-adviseur', '/perioden/2025-02')
    await verstuur(maand, {}, 'Toch voorlopig sluiten')
    assert.match(await verstuur(maand, {}, 'Toch vaststellen'), /Februari 2025\s*Vast/u)
    const uitgave = await open('financieel-adviseur', '/boekingen/nieuw')
    const besteding = {
      onderdeel: afspraak.onderdeel,
      geldigOp: '10-02-2025',
      bedrag: '75,50',
      jaar: '2025',
      betaling: 'open',
      stuk: 'F-2',
    }
    assert.match(await verstuur(uitgave, besteding, 'Besteding boeken'), /Deze periode is gesloten/u)
    assert.equal(await uitgave.inputValue('[name="stuk"]'), 'F-2')
    const geboekt = await verstuur(uitgave, {}, 'Boek in maart 2025, over februari 2025')
    const nr = /Bekijk boeking (\d+)/u.exec(geboekt)?.[1]
    assert.ok(nr !== undefined, geboekt)
    const fout = await open('financieel-adviseur', `/boekingen/${nr}/corrigeren`)
    const gecorrigeerd = await verstuur(fout, { reden: 'Verkeerd bedrag', bedrag: '57,50' }, 'Corrigeren')
    assert.match(gecorrigeerd, /De boeking is gecorrigeerd.*opnieuw geboekt als boeking/su)
  })

  test('elk scherm is geldig, toegankelijk en past, breed en smal', { timeout: 180_000 }, async () => {
    const storageState = await wie.get('financieel-adviseur')?.storageState()
    const context = await browser.newContext(storageState === undefined ? {} : { storageState })
    const pagina = await context.newPage()
    const klachten: string[] = []
    pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
    for (const pad of [
      '/verplichtingen?toon=alle',
      '/verplichtingen/nieuw',
      '/verplichtingen/v2025-0001',
      '/verplichtingen/v2025-0001/factuur',
      '/verplichtingen/v2025-0001/meerwerk',
      '/verplichtingen/v2025-0001/vrijval',
      '/verplichtingen/v2025-0001/einde',
      '/voorstellen',
      '/perioden',
      '/perioden/2025-02',
      '/mandaten',
      '/boekregels',
      '/boekingen/nieuw',
      '/boekingen/nieuw?soort=ontvangst',
      '/boekingen/3/corrigeren',
    ])
      klachten.push(...(await schermklachten(pagina, site.adres, pad)))
    assert.deepEqual(klachten, [])
    await context.close()
  })
})
