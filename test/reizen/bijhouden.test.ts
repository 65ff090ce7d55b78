import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** De programmamanager houdt het plan bij: zonder script en met alleen het toetsenbord. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HOOGSTENS_TABS = 250

async function tabNaar(pagina: Page, doel: string): Promise<void> {
  for (let i = 0; i < HOOGSTENS_TABS; i++) {
    await pagina.keyboard.press('Tab')
    if (await pagina.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(doel)})`)) return
  }
  assert.fail(`met Tab is ${doel} niet te bereiken op ${pagina.url()}`)
}

async function typ(pagina: Page, doel: string, tekst: string): Promise<void> {
  await tabNaar(pagina, doel)
  await pagina.keyboard.press('Control+A')
  await pagina.keyboard.type(tekst)
}

async function verstuur(pagina: Page): Promise<void> {
  await tabNaar(pagina, 'main form.oz-formulier button')
  await Promise.all([pagina.waitForNavigation(), pagina.keyboard.press('Enter')])
}

describe('het plan bijhouden', () => {
  let site: Website
  let browser: Browser
  let zonderScript: BrowserContext
  before(async () => {
    const ruim = { inhoud: 1_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    browser = await startBrowser()
    zonderScript = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await zonderScript.newPage()
    await pagina.goto(`${site.adres}/inloggen?terug=/wijzigen`)
    await tabNaar(pagina, 'button[value="programmamanager"]')
    await Promise.all([pagina.waitForNavigation(), pagina.keyboard.press('Enter')])
    assert.equal(pagina.url(), `${site.adres}/wijzigen`)
    await pagina.close()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  test('wijzigen, botsen, opnieuw bewaren en vaststellen', { timeout: 120_000 }, async () => {
    const een = await zonderScript.newPage()
    const twee = await zonderScript.newPage()
    await een.goto(`${site.adres}/wijzigen`)
    await tabNaar(een, 'a[href="/wijzigen/onderdelen/oco"]')
    await Promise.all([een.waitForNavigation(), een.keyboard.press('Enter')])
    await twee.goto(een.url())

    await typ(een, '[name="titel"]', 'Iemand naast u')
    await tabNaar(een, '[name="doelen.innovatie"]')
    await een.keyboard.press('Space')
    await typ(een, '[name="waarom"]', 'Een naam die mensen begrijpen.')
    await verstuur(een)
    assert.equal(een.url(), `${site.adres}/onderdelen/oco?versie=2`)
    assert.match((await een.textContent('h1')) ?? '', /Iemand naast u/u)

    await typ(twee, '[name="titel"]', 'Hulp bij uw vraag')
    await typ(twee, '[name="waarom"]', 'Ook een betere naam.')
    await verstuur(twee)
    const botsing = (await twee.textContent('main')) ?? ''
    for (const tekst of ['Iemand anders was u voor', 'Een naam die mensen begrijpen.', 'beiden veranderd'])
      assert.ok(botsing.includes(tekst), tekst)
    assert.equal(await twee.inputValue('[name="titel"]'), 'Hulp bij uw vraag')
    assert.equal(await twee.isChecked('[name="doelen.innovatie"]'), true)
    await verstuur(twee)
    assert.equal(twee.url(), `${site.adres}/onderdelen/oco?versie=3`)

    await een.goto(`${site.adres}/vaststellen`)
    await tabNaar(een, '[name="orgaan"]')
    await een.keyboard.type('gemeenteraad')
    await typ(een, '[name="datum"]', '29-02-2024')
    await typ(een, '[name="onderwerp"]', 'Bijstelling van het plan')
    await verstuur(een)
    assert.equal(een.url(), `${site.adres}/versies/3`)
    const openbaar = await (await fetch(`${site.adres}/onderdelen/oco`)).text()
    assert.ok(openbaar.includes('Hulp bij uw vraag'))
    const versies = await (await fetch(`${site.adres}/versies`)).text()
    assert.ok(versies.includes('Bijstelling') || versies.includes('gemeenteraad, 29 februari 2024'))
    assert.ok(!versies.includes('Een naam die mensen begrijpen.'), 'de tussenversie is niet openbaar')
  })

  test('een opgehaald rekenblad is gelijk aan de versie waar het van komt', { timeout: 60_000 }, async () => {
    const pagina = await zonderScript.newPage()
    for (const vorm of ['ods', 'xlsx', 'json']) {
      const antwoord = await pagina.request.get(`${site.adres}/planbestand.${vorm}`)
      const naam = /filename="([^"]+)"/u.exec(antwoord.headers()['content-disposition'] ?? '')?.[1] ?? ''
      await pagina.goto(`${site.adres}/plan-bestand`)
      await pagina.setInputFiles('[name="bestand"]', {
        name: naam,
        mimeType: '',
        buffer: await antwoord.body(),
      })
      await verstuur(pagina)
      assert.match((await pagina.textContent('main')) ?? '', /Dit bestand is gelijk aan versie/u, vorm)
    }
  })

  test('elk scherm is geldig, toegankelijk en past, breed en smal', { timeout: 180_000 }, async () => {
    const keur = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] })
    const context = await browser.newContext({ storageState: await zonderScript.storageState() })
    const pagina = await context.newPage()
    const klachten: string[] = []
    pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
    for (const pad of [
      '/wijzigen',
      '/wijzigen/programma',
      '/wijzigen/nieuw/onderdeel',
      '/wijzigen/onderdelen/inloop-westerbork',
      '/wijzigen/onderdelen/inloop-westerbork/mijlpalen',
      '/wijzigen/onderdelen/inloop-westerbork/raming',
      '/wijzigen/onderdelen/inloop-westerbork/beeindigen',
      '/wijzigen/doelen/innovatie',
      '/wijzigen/bronnen/bijdrage-rijk-pok',
      '/versies',
      '/versies/2',
      '/versies/stuk/onderdeel/oco',
      '/vaststellen',
      '/besluiten',
      '/plan-bestand',
    ])
      for (const width of [320, 1280]) {
        await pagina.setViewportSize({ width, height: 800 })
        const antwoord = await pagina.goto(site.adres + pad)
        assert.equal(antwoord?.status(), 200, pad)
        if (width === 320) {
          const { results } = await keur.validateString((await antwoord?.text()) ?? '')
          klachten.push(
            ...results.flatMap(({ messages }) => messages.map((m) => `${pad}: ${m.ruleId} ${m.message}`)),
          )
        }
        await pagina.evaluate(AXE)
        const mis = await pagina.evaluate<string[]>(
          'axe.run().then((uitslag) => uitslag.violations.map((v) => v.id + " " + v.nodes[0].html))',
        )
        klachten.push(...mis.map((een) => `${pad} ${width}: ${een}`))
        if (await pagina.evaluate('document.documentElement.scrollWidth > innerWidth'))
          klachten.push(`${pad} schuift opzij op ${width} px`)
      }
    assert.deepEqual(klachten, [])
    await context.close()
  })
})
