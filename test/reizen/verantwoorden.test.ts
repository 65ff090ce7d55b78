import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { dagVan, type Klok } from '#basis/datum.ts'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, beeldnaam, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { toetsenbord } from '#test/toetsenbord.ts'
import { startWebsite, type Website } from '#test/website.ts'

/**
 * Wie dit nooit eerder deed, maakt met alleen de schermen de jaarverantwoording 2024 van de voorbeeldgemeente, van de
 * eerste pagina tot het vastgestelde rapport. Elke klik en elk ingevuld veld telt; de beelden blijven bewaard.
 */
const { tabNaar, typ, volg } = toetsenbord(400)
const BEELD = 'test-uitvoer/verantwoorden'
/** Tien minuten is zestig handelingen van tien seconden; er blijft tijd over om te lezen. */
const MEESTE_HANDELINGEN = 40

/** Zonder beweging: anders staat een knop halverwege van licht naar donker op het beeld. */
const BREED = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const

/** Een week na het eind van het verhaal, zodat de open uitvraag open is wanneer dit ook draait. */
const begonnen = Date.now()
const nu = (): Date => new Date(Date.parse('2026-11-20T09:00:00Z') + Date.now() - begonnen)
const klok: Klok = { nu, vandaag: () => dagVan(nu()) }

describe('verantwoorden', () => {
  let site: Website
  let browser: Browser
  let adres = ''
  const klachten: string[] = []
  let handelingen = 0
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    const ruim = { inhoud: 10_000, perSeconde: 100 }
    site = await startWebsite({
      voorbeelden: ['gm1731', 'gm0000'],
      klok,
      emmers: { inlog: ruim, duur: ruim },
    })
    adres = site.adres.replace('//localhost', '//voorbeeld.localhost')
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  const klik = async (knop: Locator): Promise<void> => {
    handelingen++
    await knop.click()
  }
  const vul = async (veld: Locator, tekst: string): Promise<void> => {
    handelingen++
    await veld.fill(tekst)
  }
  const tekstVan = async (pagina: Page): Promise<string> =>
    ((await pagina.locator('main').textContent()) ?? '').replaceAll(' ', ' ')

  /** Houdt het scherm bij zoals het nu is, smal en breed, licht en donker, en keurt het. */
  async function bewaar(pagina: Page, naam: string): Promise<void> {
    klachten.push(...(await htmlklachten(await pagina.content())).map((een) => `${naam} ${een}`))
    for (const breedte of [320, 1280])
      for (const kleur of ['light', 'dark'] as const) {
        await pagina.emulateMedia({ colorScheme: kleur })
        await pagina.setViewportSize({ width: breedte, height: 900 })
        if ((breedte === 320) === (kleur === 'light'))
          klachten.push(...(await axeklachten(pagina)).map((een) => `${naam} ${breedte} ${kleur}: ${een}`))
        if (!(await past(pagina))) klachten.push(`${naam} schuift opzij op ${breedte} px`)
        await maakBeeld(pagina, `${BEELD}/${beeldnaam(naam)}-${breedte}-${kleur}.png`)
      }
    await pagina.emulateMedia({ colorScheme: 'light' })
  }
  async function logIn(context: BrowserContext, rol: string, pad: string): Promise<Page> {
    const pagina = await context.newPage()
    // Een geweigerd formulier is geen klacht: dat hoort bij de reis.
    pagina.on('console', (bericht) => {
      if (bericht.type() === 'error' && !bericht.text().includes('status of 400'))
        klachten.push(bericht.text())
    })
    await pagina.goto(`${adres}/inloggen?terug=${pad}`)
    await Promise.all([pagina.waitForNavigation(), pagina.click(`button[value="${rol}"]`)])
    return pagina
  }

  /** Van wie het besluit is, staat al ingevuld. */
  async function besluit(pagina: Page, knop: string, nummer: string): Promise<void> {
    await klik(pagina.getByText('Een besluit dat nog niet in het register staat'))
    await vul(pagina.getByLabel(/Dag van het besluit/u), '20-11-2026')
    await vul(pagina.getByLabel(/Nummer van het besluit/u), nummer)
    await vul(pagina.getByLabel('Waarover'), 'Jaarverantwoording 2024')
    await klik(pagina.getByRole('button', { name: knop, exact: true }))
  }

  test('van de eerste pagina naar een vastgestelde jaarverantwoording 2024', {
    timeout: 600_000,
  }, async () => {
    const context = await browser.newContext(BREED)
    const pagina = await logIn(context, 'programmamanager', '/')
    const begin = performance.now()
    await klik(pagina.getByRole('navigation').getByRole('link', { name: 'Rapporten' }).first())
    await bewaar(pagina, '1 rapporten')
    await klik(pagina.getByRole('link', { name: 'Rapport maken' }))
    await vul(pagina.getByLabel('Over welk jaar?'), '2024')
    await bewaar(pagina, '2 kiezen')
    await klik(pagina.getByRole('button', { name: 'Rapport maken' }))
    await pagina.waitForURL(/jaar-2024\/bewerken/u)
    assert.match(await tekstVan(pagina), /Wat er nog ontbreekt/u)
    await klik(pagina.getByText('Een inleiding schrijven').first())
    const tekst = 'In 2024 stelden wij het plan bij. De dorpen kregen meer ruimte.'
    await vul(pagina.getByLabel('Inleiding', { exact: true }).first(), tekst)
    await klik(pagina.getByRole('button', { name: 'Tekst bewaren' }).first())
    await klik(pagina.getByText('Zelf schrijven of opmerken').first())
    await vul(zichtbaar(pagina.getByLabel('Opmerking', { exact: true })), 'Klopt dit met de jaarrekening?')
    await klik(zichtbaar(pagina.getByRole('button', { name: 'Opmerking plaatsen' })))
    assert.match(await tekstVan(pagina), /Er staat 1 opmerking open/u)
    await bewaar(pagina, '3 schrijven')
    await klik(pagina.getByRole('button', { name: 'Afgehandeld' }))
    assert.match(await tekstVan(pagina), /Er staan geen opmerkingen open/u)

    await klik(pagina.getByRole('link', { name: /Klaar: naar aanbieden/u }))
    await bewaar(pagina, '4 concept')
    await klik(pagina.getByRole('button', { name: 'Aanbieden aan de stuurgroep' }))
    await klik(pagina.getByRole('button', { name: 'Doorgeven aan het college' }))
    // Wie het besluit vergeet, hoort dat, en er verandert niets.
    await klik(pagina.getByRole('button', { name: 'Aanbieden aan de raad' }))
    assert.match(await tekstVan(pagina), /Kies of vul eerst het besluit in/u)
    await bewaar(pagina, '5 besluit vergeten')
    await besluit(pagina, 'Aanbieden aan de raad', 'C2026-201')
    assert.match(await tekstVan(pagina), /Bij de raad/u)
    await besluit(pagina, 'Vaststellen', '2026-077')
    assert.match(await tekstVan(pagina), /Stand ?Vastgesteld/u)
    await bewaar(pagina, '6 vastgesteld')

    await klik(pagina.getByText('Meenemen als bestand'))
    const [bestand] = await Promise.all([
      pagina.waitForEvent('download'),
      klik(pagina.getByRole('link', { name: /^PDF/u })),
    ])
    await bestand.saveAs(`${BEELD}/jaar-2024.pdf`)
    const seconden = Math.round((performance.now() - begin) / 1000)
    console.log(`jaarverantwoording 2024: ${handelingen} handelingen, ${seconden} s met de beelden erbij`)
    assert.ok(handelingen <= MEESTE_HANDELINGEN, `${handelingen} handelingen`)

    await klik(pagina.getByRole('link', { name: 'Rapporten' }).first())
    await klik(pagina.getByRole('link', { name: /Vergelijk twee rapporten/u }))
    await pagina.getByLabel('Eerste').selectOption('jaar-2023')
    await pagina.getByLabel('Tweede').selectOption('jaar-2024')
    await klik(pagina.getByRole('button', { name: 'Vergelijken' }))
    assert.match(await tekstVan(pagina), /cijfers zijn anders/u)
    await bewaar(pagina, '7 vergelijken')
    await context.close()
    assert.deepEqual(klachten.splice(0), [])
  })

  test('een bezoeker zonder inlog leest het en toetst het, zonder script', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await context.newPage()
    await pagina.goto(`${adres}/rapporten`)
    await pagina.getByRole('link', { name: 'Jaarverantwoording 2024' }).click()
    const tekst = await tekstVan(pagina)
    assert.match(tekst, /In 2024 stelden wij het plan bij/u)
    assert.doesNotMatch(tekst, /Klopt dit met de jaarrekening|Hoe verder/u)

    const tekening = pagina.getByRole('link', { name: /^SVG/u }).first()
    const [svg] = await Promise.all([pagina.waitForEvent('download'), tekening.click()])
    assert.match(svg.suggestedFilename(), /jaar-2024.*\.svg$/u)
    await svg.saveAs(`${BEELD}/jaar-2024-grafiek.svg`)
    assert.match(readFileSync(`${BEELD}/jaar-2024-grafiek.svg`, 'utf8'), /<svg[^>]*>/u)

    const pdf = readFileSync(`${BEELD}/jaar-2024.pdf`)
    const anders = Buffer.from(pdf)
    const plek = anders.length >> 1
    anders.writeUInt8((anders.readUInt8(plek) + 1) % 256, plek)
    writeFileSync(`${BEELD}/jaar-2024-veranderd.pdf`, anders)
    for (const [naam, titel] of [
      ['jaar-2024', /Dit is het vastgestelde rapport/u],
      ['jaar-2024-veranderd', /Dit bestand is niet het vastgestelde/u],
    ] as const) {
      await pagina.goto(`${adres}/rapporten`)
      await pagina.getByRole('link', { name: /Toets een rapport/u }).click()
      await pagina.setInputFiles('[name="bestand"]', `${BEELD}/${naam}.pdf`)
      await pagina.getByRole('button', { name: 'Toetsen' }).click()
      assert.match(await tekstVan(pagina), titel)
      await maakBeeld(pagina, `${BEELD}/8-toets-${naam}.png`)
    }
    await context.close()
  })

  test('met alleen het toetsenbord en zonder script: een dossier tot en met het vaststellen', {
    timeout: 120_000,
  }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await logIn(context, 'programmamanager', '/rapporten')
    await volg(pagina, 'main a[href="/rapporten/nieuw"]')
    await tabNaar(pagina, '[name="soort"]')
    await pagina.keyboard.press('ArrowDown')
    await pagina.keyboard.press('ArrowDown')
    await typ(pagina, '[name="jaar"]', '2025')
    await tabNaar(pagina, '[name="onderdeel"]')
    await pagina.keyboard.type('Wijkteams')
    await volg(pagina, 'main form button')
    assert.match(pagina.url(), /dossier-2025-wijkteams\/bewerken/u)
    await volg(pagina, 'a[href$="#stappen"]')
    await volg(pagina, 'main form[aria-label^="Aanbieden"] button')
    await tabNaar(pagina, 'main form[aria-label="Vaststellen"] summary')
    await pagina.keyboard.press('Enter')
    await typ(pagina, '[name="datum"]', '12-11-2026')
    await typ(pagina, '[name="onderwerp"]', 'Dossier wijkteams')
    await volg(pagina, 'main form[aria-label="Vaststellen"] button')
    assert.match(await tekstVan(pagina), /Stand ?Vastgesteld/u)
    await context.close()
    assert.deepEqual(klachten.splice(0), [])
  })

  test('voortgang ophalen: indienen, terugsturen, akkoord en sluiten', { timeout: 600_000 }, async () => {
    const eigen = await browser.newContext(BREED)
    const houder = await logIn(eigen, 'budgethouder', '/mijn-voortgang')
    const blok = houder.locator('#onderdeel-communicatie')
    await vul(blok.getByLabel('Wat is er gedaan'), 'De krant kwam uit. Er kwamen 30 mensen naar de avond.')
    await klik(blok.getByRole('button', { name: /Dien dit in/u }))
    assert.match(await tekstVan(houder), /1 onderdeel ingediend/u)
    await bewaar(houder, 'a mijn voortgang')
    await klik(houder.getByRole('button', { name: 'Dien alles in' }))
    assert.match(await tekstVan(houder), /22 van 22 onderdelen ingediend/u)

    const ander = await browser.newContext(BREED)
    const manager = await logIn(ander, 'programmamanager', '/voortgang')
    await klik(manager.locator('main').getByRole('link', { name: 'Opvragen' }).first())
    await klik(manager.locator('main').getByRole('link', { name: /vierde kwartaal 2026/iu }))
    await manager.waitForURL(/uitvraag\/2026-Q4/u)
    await bewaar(manager, 'b uitvraag')
    await klik(manager.getByText('Communicatie: lees en oordeel'))
    assert.match(await tekstVan(manager), /De krant kwam uit/u)
    const oordeel = manager.locator('details', { hasText: 'Communicatie: lees en oordeel' })
    await vul(oordeel.getByLabel('Opmerking voor de eigenaar'), 'Hoeveel mensen lazen de krant?')
    await klik(oordeel.getByRole('button', { name: /Stuur terug/u }))
    await klik(manager.getByRole('button', { name: /Akkoord met alle/u }))

    await houder.goto(`${adres}/mijn-voortgang`)
    assert.match((await blok.textContent()) ?? '', /Hoeveel mensen lazen de krant\?/u)
    await vul(blok.getByLabel('Wat is er gedaan'), 'De krant kwam uit. 400 mensen lazen hem.')
    await klik(blok.getByRole('button', { name: /Dien dit in/u }))
    await klik(manager.getByText('Sluit ook al'))
    await klik(manager.getByRole('button', { name: 'Sluit de uitvraag' }))
    assert.match(await tekstVan(manager), /gesloten|Heropenen/u)
    await bewaar(manager, 'c gesloten')
    const bezoeker = await (await browser.newContext()).newPage()
    await bezoeker.goto(`${adres}/onderdelen/communicatie`)
    assert.match(await tekstVan(bezoeker), /400 mensen lazen hem/u)
    await eigen.close()
    await ander.close()
    assert.deepEqual(klachten.splice(0), [])
  })
})

const zichtbaar = (wat: Locator): Locator => wat.locator('visible=true').first()
