import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { schermklachten } from '#test/schermkeuring.ts'
import { toetsenbord } from '#test/toetsenbord.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** De programmamanager houdt het plan bij: zonder script en met alleen het toetsenbord. */
const { tabNaar, typ, volg } = toetsenbord(250)

const verstuur = (pagina: Page): Promise<void> => volg(pagina, 'main form.oz-formulier button')

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
    await volg(pagina, 'button[value="programmamanager"]')
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
      klachten.push(...(await schermklachten(pagina, site.adres, pad)))
    assert.deepEqual(klachten, [])
    await context.close()
  })
})
