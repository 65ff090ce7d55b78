import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { systeemklok } from '#basis/datum.ts'
import { type GemeenteDb, sql } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { geweigerd } from '#basis/uitkomst.ts'
import { startBrowser } from '#test/chromium.ts'
import { axeklachten, beeldnaam, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'
import { Adres, type Bezorger, bezorgRonde, legBerichtKlaar } from '#toegang/deur.ts'

/** Een lezer meldt zich aan en af, en de beheerder ziet wat er met berichten gebeurt; zonder script, licht en donker. */

const BEELD = 'test-uitvoer/berichten'

const geweigerdDoor: Bezorger = {
  bezorg: async () => geweigerd({ reden: 'adres_geweigerd', code: 550 }),
  keur: async () => geweigerd({ reden: 'server_onbereikbaar', code: undefined }),
  sluit: () => undefined,
}

describe('berichten en vindbaarheid', () => {
  let site: Website
  let browser: Browser
  let lezer: BrowserContext
  let beheerder: BrowserContext
  let db: GemeenteDb
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    const ruim = { inhoud: 1_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    db = site.databank.gemeente('gm1731')
    browser = await startBrowser()
    lezer = await browser.newContext({ javaScriptEnabled: false })
    beheerder = await browser.newContext()
    const pagina = await beheerder.newPage()
    await pagina.goto(`${site.adres}/inloggen?terug=/mijn`)
    await Promise.all([pagina.waitForNavigation(), pagina.click('button[value="beheerder"]')])
    await pagina.close()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  async function keur(pagina: Page, pad: string): Promise<string[]> {
    const klachten: string[] = []
    for (const breedte of [320, 1280])
      for (const kleur of ['light', 'dark'] as const) {
        await pagina.emulateMedia({ colorScheme: kleur })
        await pagina.setViewportSize({ width: breedte, height: 800 })
        const antwoord = await pagina.goto(site.adres + pad)
        assert.equal(antwoord?.status(), 200, pad)
        if (breedte === 320) klachten.push(...(await htmlklachten(await pagina.content())))
        klachten.push(...(await axeklachten(pagina)).map((een) => `${pad} ${breedte} ${kleur}: ${een}`))
        if (!(await past(pagina))) klachten.push(`${pad} schuift opzij op ${breedte}`)
        await maakBeeld(pagina, `${BEELD}/${beeldnaam(pad)}-${breedte}-${kleur}.png`)
      }
    return klachten
  }

  test('aanmelden, bevestigen en afmelden, zonder script', { timeout: 120_000 }, async () => {
    const pagina = await lezer.newPage()
    await pagina.goto(`${site.adres}/abonnement`)
    await pagina.fill('[name="adres"]', 'geen adres')
    await Promise.all([pagina.waitForNavigation(), pagina.click('main button')])
    assert.match(await pagina.title(), /^Fout: /u)
    assert.equal(await pagina.inputValue('[name="adres"]'), 'geen adres')
    await pagina.fill('[name="adres"]', 'lezer@voorbeeld.nl')
    await Promise.all([pagina.waitForNavigation(), pagina.click('main button')])
    assert.match(await pagina.innerText('main'), /Kijk in uw e-mail/u)
    const { rows } = await db.lees((van) =>
      sql<{ tekst: string }>`select tekst from toegang_bericht`.execute(van),
    )
    const link = /http\S+bevestigen\S+/u.exec(rows[0]?.tekst ?? '')?.[0] ?? ''
    assert.ok(link.startsWith(site.adres))
    await pagina.goto(link)
    await Promise.all([pagina.waitForNavigation(), pagina.click('main button')])
    assert.match(await pagina.innerText('main'), /U bent aangemeld/u)
    await pagina.goto(link)
    assert.match(await pagina.innerText('main'), /werkt niet meer/u)
    await pagina.goto(`${site.adres}/abonnement/afmelden/onbekend`)
    await Promise.all([pagina.waitForNavigation(), pagina.click('main button')])
    assert.match(await pagina.innerText('main'), /U bent afgemeld/u)
    await pagina.close()
  })

  test('elk scherm, smal en breed, licht en donker', { timeout: 300_000 }, async () => {
    const op = momentVan(systeemklok.nu())
    await db.schrijf(async (tx) => {
      for (const n of [1, 2])
        await legBerichtKlaar(tx, {
          sleutel: `nieuw-rapport:proef:${n}`,
          aan: { adres: Adres.parse(`a${n}@voorbeeld.nl`) },
          onderwerp: 'x',
          tekst: 'y',
          op,
        })
    })
    const plek = { db, namens: 'Proef', klok: systeemklok }
    await bezorgRonde(plek, geweigerdDoor, new AbortController().signal)
    const { rows } = await db.lees((van) =>
      sql<{ id: string }>`select id from toegang_account limit 1`.execute(van),
    )
    const pagina = await beheerder.newPage()
    const klachten: string[] = []
    for (const pad of [
      '/abonnement',
      '/open-data',
      '/beheer/berichten',
      '/beheer/accounts',
      `/beheer/accounts/${rows[0]?.id}/adres`,
      '/beheer/openbaarheid',
    ])
      klachten.push(...(await keur(pagina, pad)))
    assert.deepEqual(klachten, [])
  })
})
