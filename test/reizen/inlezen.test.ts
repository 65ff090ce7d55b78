import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { anders } from '#test/auditfiles.ts'
import { startBrowser } from '#test/chromium.ts'
import { beeldklachten, schermklachten } from '#test/schermkeuring.ts'
import { toetsenbord } from '#test/toetsenbord.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** Het eerste uur van de controller: inlezen, koppelen en nakijken, zonder script en met alleen het toetsenbord. */
const { tabNaar } = toetsenbord(250)
const enter = (pagina: Page) => Promise.all([pagina.waitForNavigation(), pagina.keyboard.press('Enter')])

describe('inlezen en koppelen', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-reis-'))
  const auditfile = join(map, '2024.xaf')
  let site: Website
  let browser: Browser
  let zonderScript: BrowserContext
  before(async () => {
    writeFileSync(auditfile, anders(['<projID>P1</projID>', '<projID>5.3.4</projID>']))
    const ruim = { inhoud: 1_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    browser = await startBrowser()
    zonderScript = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await zonderScript.newPage()
    await pagina.goto(`${site.adres}/inloggen?terug=/inlezen`)
    await tabNaar(pagina, 'button[value="financieel-adviseur"]')
    await enter(pagina)
    assert.equal(pagina.url(), `${site.adres}/inlezen`)
    await pagina.close()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
    rmSync(map, { recursive: true, force: true })
  })

  const woorden = async (pagina: Page): Promise<string> =>
    ((await pagina.textContent('main')) ?? '').replace(/\s+/gu, ' ')

  test('van bestand tot gekoppeld geld', { timeout: 120_000 }, async () => {
    const pagina = await zonderScript.newPage()
    await pagina.goto(`${site.adres}/inlezen`)
    await pagina.setInputFiles('input[type=file]', auditfile)
    await tabNaar(pagina, 'main form.oz-formulier button')
    await enter(pagina)
    const klaar = pagina.getByRole('link', { name: 'Bekijk wat er verandert' })
    for (let keer = 0; keer < 50 && (await klaar.count()) === 0; keer++) {
      await pagina.waitForTimeout(100)
      await pagina.reload()
    }
    await tabNaar(pagina, 'main a[href^="/inlezen/klaar/"]')
    await enter(pagina)
    assert.match(await woorden(pagina), /€ 300 hoort nog nergens bij/u)
    await tabNaar(pagina, '#vastleggen button')
    await enter(pagina)
    assert.equal(pagina.url(), `${site.adres}/inlezen/1`)

    await pagina.goto(`${site.adres}/koppeling`)
    await tabNaar(pagina, 'main a[href*="vink=ja"]')
    await enter(pagina)
    assert.equal(await pagina.locator('input[name="kies"]:checked').count(), 1)
    // Naar de rij zonder voorstel: aanvinken en kiezen met alleen toetsen.
    await tabNaar(pagina, 'input[name="kies"]:not(:checked)')
    await pagina.keyboard.press('Space')
    await tabNaar(pagina, 'select[name^="doel."]')
    await pagina.keyboard.press('ArrowDown')
    await tabNaar(pagina, 'form.oz-formulier .oz-knoppen button')
    await enter(pagina)
    assert.match(await woorden(pagina), /2 geboekte regels komen ergens anders te staan/u)
    await tabNaar(pagina, 'form.oz-formulier .oz-knoppen button')
    await enter(pagina)
    assert.match(await woorden(pagina), /De koppeling is vastgelegd/u)
    await pagina.goto(`${site.adres}/inlezen/2`)
    assert.match(await woorden(pagina), /Versterken inzet onafhankelijke cliëntondersteuning/u)
    await pagina.close()
  })

  test('elk scherm is geldig, toegankelijk en past, breed en smal', { timeout: 240_000 }, async () => {
    const context = await browser.newContext({ storageState: await zonderScript.storageState() })
    const pagina = await context.newPage()
    const klachten: string[] = []
    pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
    const bezoek = async (pad: string): Promise<void> => {
      klachten.push(...(await schermklachten(pagina, site.adres, pad)))
    }
    // Twee rekeningen op één project: dan staat de rij ook apart per rekening.
    writeFileSync(
      auditfile,
      anders(
        ['<companyIdent>GM', '<companyIdent>ANDER'],
        ['NL001234567B01', 'NL007654321B01'],
        ['<docRef>F2</docRef>', '<docRef>F2</docRef><projID>P1</projID>'],
      ),
    )
    await pagina.goto(`${site.adres}/inlezen`)
    await pagina.setInputFiles('input[type=file]', auditfile)
    await Promise.all([pagina.waitForNavigation(), pagina.click('main form.oz-formulier button')])
    await pagina.click('main a[href^="/inlezen/klaar/"]', { timeout: 20_000 })
    await bezoek(new URL(pagina.url()).pathname)
    await Promise.all([pagina.waitForNavigation(), pagina.click('#vastleggen button')])
    for (const pad of [
      '/inlezen',
      '/inlezen/1',
      '/inlezen/3/ongedaan',
      '/inlezen/aansluiting',
      '/inlezen/kenmerken',
      '/koppeling',
      '/koppeling/regels',
      '/koppeling/nieuw',
      '/koppeling/verdeling?onderdeel=oco',
    ])
      await bezoek(pad)
    await pagina.goto(`${site.adres}/koppeling`)
    await pagina.check('input[name="kies"]')
    await Promise.all([pagina.waitForNavigation(), pagina.click('form.oz-formulier .oz-knoppen button')])
    assert.match(await woorden(pagina), /Kies een onderdeel, of dat het er niet bij hoort/u)
    await pagina.selectOption('select[name="doel.0"]', { index: 2 })
    await Promise.all([pagina.waitForNavigation(), pagina.click('form.oz-formulier .oz-knoppen button')])
    klachten.push(...(await beeldklachten(pagina, 'het effect')))
    assert.deepEqual(
      klachten.filter((klacht) => !klacht.includes('400 (Bad Request)')),
      [],
    )
    await context.close()
  })
})
