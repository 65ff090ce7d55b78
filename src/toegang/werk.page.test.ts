import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { findChromium, startBrowser } from '#test/chromium.ts'
import { versePglite } from '#test/databanken.ts'
import { logInAls, luister, maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { maakRoutes } from '#toegang/deur.ts'
import { werkPad, werkRoutes } from '#toegang/werk.page.tsx'
import { maakWerkvoorraad, type Taak, type Voortgangstand } from '#toegang/werk.ts'

const skip = findChromium() === undefined ? 'geen Chromium gevonden; wijs hem aan met OMZIEN_CHROMIUM' : false
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Werk waarvan de toets zegt hoe ver het is en wanneer het klaar is. */
function houd() {
  const slot = Promise.withResolvers<void>()
  let meld: (stand: Voortgangstand) => void = () => undefined
  const taak: Taak = async (meldHier, stop) => {
    meld = meldHier
    stop.addEventListener('abort', () => slot.reject(stop.reason), { once: true })
    await slot.promise
    return {
      goed: true,
      zin: 'Er zijn 9 regels geboekt.',
      naar: { tekst: 'Bekijk de boekingen', href: '/x' },
    }
  }
  return { taak, laat: () => slot.resolve(), meld: (stand: Voortgangstand) => meld(stand) }
}

describe('werk op de achtergrond volgen', () => {
  const voorraad = maakWerkvoorraad({ klok: systeemklok, meldOngeluk: () => undefined })
  let taak: Taak = async () => ({ goed: true, zin: 'Klaar.' })
  const begin = maakRoutes().post('werk.eigen', '/begin', (c) => {
    const { gemeente, wie } = c.get('bezoek')
    const id = voorraad.start(gemeente.code, wie?.account ?? '', 'Auditfile inlezen', taak)
    return c.redirect(id.ok ? werkPad(id.waarde) : '/bezig', 303)
  })
  let databank: Databank
  let app: Proefsite
  let host: string
  let ik: string
  let ander: string
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      kamers: [
        { prefix: '/', routes: begin },
        { prefix: '/', routes: werkRoutes(voorraad) },
      ],
    })
    host = `${app.een.code}.localhost`
    ik = await logInAls(app, host, 'financieel-adviseur')
    ander = await logInAls(app, host, 'programmamanager')
  })
  after(async () => {
    await voorraad.sluit()
    await databank.sluit()
  })

  const vraag = async (pad: string, cookie: string, method = 'GET') => {
    const antwoord = await app.hono.request(`http://${host}${pad}`, {
      method,
      headers: { host, cookie, 'sec-fetch-site': 'same-origin' },
    })
    return {
      status: antwoord.status,
      naar: antwoord.headers.get('location') ?? '',
      html: await antwoord.text(),
    }
  }
  const start = async (nieuw: Taak): Promise<string> => {
    taak = nieuw
    return (await vraag('/begin', ik, 'POST')).naar
  }
  const even = () => new Promise((klaar) => setImmediate(klaar))

  test('loopt: balk met tekst en naam, ververst zonder script, en is te pauzeren', async () => {
    const werk = houd()
    const pad = await start(werk.taak)
    await even()
    werk.meld({ gedaan: 1_200, totaal: 4_000, eenheid: 'regels', stap: 'Regels lezen' })
    const { html } = await vraag(pad, ik)
    assert.match(html, /<noscript><meta http-equiv="refresh" content="3"\/><\/noscript>/u)
    assert.match(html, /<label for="voortgang">/u)
    assert.match(html, /<progress id="voortgang" value="1200" max="4000">1\.200 van 4\.000 regels</u)
    assert.match(html, /role="status"[^>]*>Bezig: Regels lezen\./u)
    assert.match(html, /<title>Bezig: Auditfile inlezen/u)
    const stil = await vraag(`${pad}?pauze=ja`, ik)
    assert.ok(!/refresh|data-ververs/u.test(stil.html))
    assert.match(stil.html, /Weer vanzelf verversen/u)
    werk.laat()
    await even()
    const klaar = await vraag(pad, ik)
    assert.ok(!/refresh|data-ververs/u.test(klaar.html))
    assert.match(klaar.html, /Er zijn 9 regels geboekt\..*href="\/x"/su)
  })

  test('wie wacht, ziet op hoeveel; stoppen werkt voor wacht en voor lopend', async () => {
    const [een, twee] = [houd(), houd()]
    const [eerste, tweede] = [await start(een.taak), await start(twee.taak)]
    assert.match((await vraag(tweede, ik)).html, /Wacht op 1 ander stuk werk\./u)
    for (const pad of [tweede, eerste]) {
      const { status, naar } = await vraag(`${pad}/stop`, ik, 'POST')
      assert.deepEqual([status, naar], [303, pad])
      await even()
      assert.match((await vraag(pad, ik)).html, /Dit werk is gestopt\./u)
    }
    assert.match((await vraag('/bezig', ik)).html, /Gestopt/u)
  })

  test('voor een ander is het er niet, ook niet om te stoppen, en zonder inlog al helemaal niet', async () => {
    const werk = houd()
    const pad = await start(werk.taak)
    assert.equal((await vraag(pad, ander)).status, 404)
    assert.equal((await vraag(`${pad}/stop`, ander, 'POST')).status, 404)
    assert.ok(!(await vraag('/bezig', ander)).html.includes(pad))
    assert.match((await vraag(pad, '')).naar, /^\/inloggen/u)
    assert.equal((await vraag(`${pad}/stop`, '', 'POST')).status, 401)
    werk.laat()
    await even()
    assert.match((await vraag(pad, ik)).html, /Klaar/u)
  })

  test('een ongeluk toont een zin en niets van binnen', async () => {
    const pad = await start(() => {
      throw new Error('geheime binnenkant')
    })
    await even()
    const { html } = await vraag(pad, ik)
    assert.match(html, /Er ging iets mis bij ons/u)
    assert.ok(!html.includes('geheime'))
  })

  test('in een browser loopt de balk vanzelf mee, met en zonder script, en axe vindt niets', {
    skip,
  }, async () => {
    const browser: Browser = await startBrowser()
    const { poort, stop } = await luister(app)
    try {
      for (const javaScriptEnabled of [true, false]) {
        const werk = houd()
        const pad = await start(werk.taak)
        await even()
        werk.meld({ gedaan: 1, totaal: 9, eenheid: 'regels', stap: 'Lezen' })
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 700 } })
        const [naam = '', waarde = ''] = ik.split('=')
        await context.addCookies([{ name: naam, value: waarde, domain: host, path: '/' }])
        const pagina = await context.newPage()
        await pagina.goto(`http://${host}:${poort}${pad}`)
        await pagina.getByText('1 van 9 regels').first().waitFor()
        if (javaScriptEnabled) {
          await pagina.evaluate(axe)
          const fouten = await pagina.evaluate<string[]>(
            'axe.run().then((uitslag) => uitslag.violations.map((v) => v.id))',
          )
          assert.deepEqual(fouten, [])
          await pagina.getByRole('button', { name: 'Stop dit werk' }).focus()
        }
        werk.meld({ gedaan: 5, totaal: 9, eenheid: 'regels', stap: 'Boeken' })
        await pagina.getByText('5 van 9 regels').first().waitFor()
        if (javaScriptEnabled)
          assert.equal(await pagina.evaluate('document.activeElement.textContent'), 'Stop dit werk')
        werk.laat()
        await pagina.getByText('Er zijn 9 regels geboekt.').waitFor()
        await context.close()
      }
    } finally {
      await browser.close()
      await stop()
    }
  })
})
