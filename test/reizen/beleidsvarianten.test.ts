import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { vasteKlok } from '#basis/datum.ts'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, BEELDEN, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** Een beleidsadviseur vergelijkt varianten voor de raad: zonder script, op een telefoon, en op twee bladen papier. */
const BEELD = 'test-uitvoer/beleidsvarianten'
const TWEE = 'dag=2023-06-01&reeksen=50&v=nihil-130&v=czm-stopt'
const VIER = `${TWEE}&v=wetsvoorstel-36713&v=maximale-ruimte`

describe('een beleidsadviseur vergelijkt varianten', () => {
  let site: Website
  let browser: Browser
  let cookie: string
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    site = await startWebsite({ klok: vasteKlok('2026-07-15T12:00:00Z') })
    browser = await startBrowser()
    cookie = await logIn('programmamanager')
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  async function logIn(rol: string): Promise<string> {
    const antwoord = await fetch(`${site.adres}/inloggen/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.adres },
      body: new URLSearchParams({ rol, terug: '/' }),
    })
    return antwoord.headers
      .getSetCookie()
      .map((een) => een.split(';')[0])
      .join('; ')
  }
  async function nieuw(opties: Parameters<Browser['newContext']>[0] = {}): Promise<[BrowserContext, Page]> {
    const context = await browser.newContext(opties)
    const [naam = '', waarde = ''] =
      cookie
        .split('; ')
        .find((een) => een.startsWith('omzien='))
        ?.split('=') ?? []
    await context.addCookies([{ name: naam, value: waarde, url: site.adres }])
    return [context, await context.newPage()]
  }
  const tekst = async (pagina: Page): Promise<string> =>
    ((await pagina.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')

  test('zonder script: van Werk naar kiezen, zelf maken, weigering met artikel, uitkomst en notitie', {
    timeout: 120_000,
  }, async () => {
    const [context, pagina] = await nieuw({ javaScriptEnabled: false })
    await pagina.goto(`${site.adres}/werk`)
    await pagina.getByRole('link', { name: 'Beleidsvarianten' }).first().click()
    assert.match(await tekst(pagina), /Er zijn geen gegevens van inwoners gebruikt/u)
    assert.equal(await pagina.getByLabel('Met de regels van welke dag?').inputValue(), '2023-01-01')
    await pagina.getByLabel('Niets betalen tot 130% van het minimum').check()
    await pagina.getByRole('button', { name: 'Maak een eigen variant' }).click()

    await pagina.getByLabel('Naam').fill('Tien euro en een grens')
    await pagina.getByLabel('Vast bedrag per maand').fill('25')
    await pagina.getByLabel('Alleenstaand, met AOW-leeftijd').fill('120%')
    await pagina.getByRole('button', { name: 'Neem deze variant mee' }).click()
    assert.match(
      await tekst(pagina),
      /De gemeente mag minder vragen dan de wet, maar niet meer.*artikel 2\.1\.4a/u,
    )
    assert.equal(await pagina.getByLabel('Naam').inputValue(), 'Tien euro en een grens')
    assert.equal(await pagina.getByLabel('Alleenstaand, met AOW-leeftijd').inputValue(), '120%')
    await maakBeeld(pagina, `${BEELD}/weigering.png`)
    await pagina.getByLabel('Vast bedrag per maand').fill('10')
    await pagina.getByRole('button', { name: 'Neem deze variant mee' }).click()

    assert.equal(await pagina.getByRole('checkbox', { name: 'Tien euro en een grens' }).isChecked(), true)
    assert.equal(await pagina.getByLabel('Niets betalen tot 130% van het minimum').isChecked(), true)
    await pagina.getByRole('button', { name: 'Vergelijk' }).click()
    const uitkomst = await tekst(pagina)
    assert.match(uitkomst, /synthetisch.*kost de gemeente ongeveer € [\d.]+ per jaar meer dan nu \(tussen/u)
    assert.match(uitkomst, /Gerekend met de regels van 1 januari 2023/u)
    assert.match(uitkomst, /Tien euro en een grens/u)
    await pagina.getByLabel('Huishouden', { exact: true }).selectOption('paar-aow')
    await pagina.getByRole('button', { name: 'Toon' }).click()
    assert.match(await tekst(pagina), /Paar, beiden AOW-leeftijd, met CZM/u)
    await pagina.getByRole('link', { name: 'Notitie voor de raad' }).click()
    assert.match(await tekst(pagina), /Het antwoord.*Wie het raakt.*Hoe zeker dit is/u)
    await context.close()
  })

  for (const [breedte, kleur] of BEELDEN)
    test(`op ${breedte} px, ${kleur}: elke pagina past en is toegankelijk`, {
      timeout: 180_000,
    }, async () => {
      const [context, pagina] = await nieuw({ viewport: { width: breedte, height: 800 }, colorScheme: kleur })
      const klachten: string[] = []
      pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
      for (const [naam, pad] of PAGINAS) {
        await pagina.goto(site.adres + pad)
        await maakBeeld(pagina, `${BEELD}/${naam}-${breedte}-${kleur}.png`)
        assert.ok(await past(pagina), `${naam} schuift opzij op ${breedte} px`)
        assert.deepEqual(await axeklachten(pagina), [], naam)
      }
      assert.deepEqual(klachten, [])
      await context.close()
    })

  const PAGINAS = [
    ['kiezen', '/beleidsvarianten'],
    ['eigen', '/beleidsvarianten/eigen?dag=2023-06-01'],
    ['uitkomst-een', '/beleidsvarianten/uitkomst?dag=2023-06-01&reeksen=50&v=czm-stopt'],
    ['uitkomst-vier', `/beleidsvarianten/uitkomst?${VIER}&huishouden=alleen&czm=nee`],
    ['notitie', `/beleidsvarianten/notitie?${TWEE}`],
    ['wachten', `/beleidsvarianten/uitkomst?${VIER.replace('reeksen=50', 'reeksen=200')}`],
  ] as const

  test('elke pagina is geldige HTML', { timeout: 120_000 }, async () => {
    const stuk: string[] = []
    for (const [naam, pad] of PAGINAS) {
      const antwoord = await fetch(site.adres + pad, { headers: { cookie } })
      assert.equal(antwoord.status, 200, pad)
      stuk.push(...(await htmlklachten(await antwoord.text())).map((een) => `${naam} ${een}`))
    }
    assert.deepEqual(stuk, [])
  })

  test('de notitie past op twee bladen', { timeout: 60_000 }, async () => {
    for (const vraag of ['dag=2023-06-01&reeksen=50&v=czm-stopt', VIER]) {
      const [context, pagina] = await nieuw()
      await pagina.goto(`${site.adres}/beleidsvarianten/notitie?${vraag}`)
      const pdf = await pagina.pdf({ format: 'A4', path: `${BEELD}/notitie.pdf` })
      const bladen = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length ?? 0
      assert.ok(bladen > 0 && bladen <= 2, `${bladen} bladen`)
      await context.close()
    }
  })

  test('een lange berekening loopt op de achtergrond, en is te stoppen', { timeout: 120_000 }, async () => {
    const [context, pagina] = await nieuw({ javaScriptEnabled: false })
    const lang = VIER.replace('reeksen=50', 'reeksen=200')
    await pagina.goto(`${site.adres}/beleidsvarianten/uitkomst?${lang}`)
    await pagina.getByRole('button', { name: 'Reken het uit' }).click()
    assert.match(pagina.url(), /\/bezig\//u)
    await pagina.getByRole('button', { name: 'Stop dit werk' }).click()
    for (let i = 0; i < 60 && !/gestopt/iu.test(await tekst(pagina)); i++) {
      await new Promise((klaar) => setTimeout(klaar, 250))
      await pagina.reload()
    }
    assert.match(await tekst(pagina), /Dit werk is gestopt/u)
    await pagina.goto(`${site.adres}/beleidsvarianten/uitkomst?${lang}`)
    await pagina.getByRole('button', { name: 'Reken het uit' }).click()
    for (let i = 0; i < 200 && !/zijn vergeleken/u.test(await tekst(pagina)); i++) {
      await new Promise((klaar) => setTimeout(klaar, 250))
      await pagina.reload()
    }
    await pagina.getByRole('link', { name: 'Naar de uitkomst' }).click()
    assert.match(await tekst(pagina), /De bevolking is 200 keer opnieuw nagemaakt/u)
    await context.close()
  })
})
