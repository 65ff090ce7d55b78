import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, BEELDEN, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** Een inwoner rekent zijn eigen bijdrage uit: zonder script, met het toetsenbord, op een telefoon en op papier. */
const BEELD = 'test-uitvoer/eigen-bijdrage'
const PAGINAS = [
  '/eigen-bijdrage',
  '/eigen-bijdrage/voorbeeld',
  '/regels',
  '/regels/netto_bijdrage_per_maand',
  '/regels/vrijgesteld',
  '/regels/staffel_algemene_voorziening_per_maand',
  '/parameters/BWBR0035362-2.1.4a-abonnementstarief',
  '/parameters/BWBR0015703-norm-alleen',
  '/parameters/BWBR0035733-3.8-percentage',
  '/parameters/verordening-pgb-tarief',
]

describe('een inwoner en de eigen bijdrage', () => {
  let site: Website
  let browser: Browser
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    site = await startWebsite()
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  async function vulIn(pagina: Page, inkomen: string): Promise<void> {
    await pagina.goto(`${site.adres}/`)
    await pagina.getByRole('link', { name: 'Eigen bijdrage berekenen' }).click()
    await pagina.getByLabel('Voor welke dag').fill('2023-06-01')
    await pagina.getByRole('group', { name: 'Heeft u een partner' }).getByLabel('Nee').check()
    await pagina.getByLabel('Niemand').check()
    await pagina.getByLabel('Wat is uw netto inkomen').fill(inkomen)
    await pagina.getByRole('group', { name: 'Bent u verzekerd bij de CZM' }).getByLabel('Nee').check()
    await pagina.getByRole('button', { name: 'Bereken' }).click()
  }

  test('zonder script: vragen, antwoord, en weer verder met wat er stond', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const pagina = await context.newPage()
    await vulIn(pagina, '1476,65')
    const tekst = async () => ((await pagina.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
    assert.match(await tekst(), /U betaalt € 19,00 per maand/u)
    assert.equal(new URL(pagina.url()).search, '', 'antwoorden horen niet in het adres')
    await pagina.getByLabel('Wat is uw netto inkomen').fill('1476,64')
    await pagina.getByRole('button', { name: 'Bereken' }).click()
    assert.match(await tekst(), /U betaalt € 12,00 per maand/u)
    await pagina.getByLabel('Voor welke dag').fill('2031-01-01')
    await pagina.getByRole('button', { name: 'Bereken' }).click()
    assert.match(await tekst(), /Voor 1 januari 2031 weten wij dit niet/u)
    await context.close()
  })

  for (const [breedte, kleur] of BEELDEN)
    test(`op ${breedte} px, ${kleur}: elke pagina past en is toegankelijk`, {
      timeout: 120_000,
    }, async () => {
      const context = await browser.newContext({
        viewport: { width: breedte, height: 800 },
        colorScheme: kleur,
      })
      const pagina = await context.newPage()
      const klachten: string[] = []
      pagina.on('console', (bericht) => bericht.type() === 'error' && klachten.push(bericht.text()))
      const keur = async (naam: string) => {
        await maakBeeld(pagina, `${BEELD}/${naam}-${breedte}-${kleur}.png`)
        assert.ok(await past(pagina), `${naam} schuift opzij op ${breedte} px`)
        assert.deepEqual(await axeklachten(pagina), [], naam)
      }
      for (const pad of PAGINAS) {
        await pagina.goto(site.adres + pad)
        await keur(pad.replace(/[^a-z0-9]+/giu, '-'))
      }
      await vulIn(pagina, '1476,65')
      await keur('uitkomst')
      assert.deepEqual(klachten, [])
      await vulIn(pagina, 'veel')
      await keur('fout')
      await context.close()
    })

  test('afgedrukt staan de uitkomst en de antwoorden op papier, en het formulier niet', async () => {
    const pagina = await browser.newPage()
    await vulIn(pagina, '1476,65')
    await pagina.emulateMedia({ media: 'print' })
    await maakBeeld(pagina, `${BEELD}/druk.png`)
    assert.equal(await pagina.getByRole('button', { name: 'Bereken' }).isVisible(), false)
    assert.equal(await pagina.getByText('Wat u invulde').isVisible(), true)
    await pagina.close()
  })

  test('elke pagina en de uitkomst zijn geldige HTML', async () => {
    const stuk: string[] = []
    const bekijk = async (naam: string, html: string) => {
      stuk.push(...(await htmlklachten(html)).map((een) => `${naam} ${een}`))
    }
    for (const pad of PAGINAS) await bekijk(pad, await (await fetch(site.adres + pad)).text())
    const velden = {
      dag: '2023-06-01',
      paar: 'nee',
      aow_gerechtigden: '0',
      inkomen_netto_maand: '900',
      czm: 'ja',
    }
    const antwoord = await fetch(`${site.adres}/eigen-bijdrage`, {
      method: 'POST',
      body: new URLSearchParams(velden),
    })
    await bekijk('uitkomst', await antwoord.text())
    assert.deepEqual(stuk, [])
  })
})
