import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { vasteKlok } from '#basis/datum.ts'
import {
  findOpenbareVoortgang,
  findUitvragen,
  kwartaalsleutel,
  kwartalenTussen,
  voortgangstand,
} from '#programma/deur.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { startBrowser } from '#test/chromium.ts'
import { schermklachten } from '#test/schermkeuring.ts'
import { toetsenbord } from '#test/toetsenbord.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** De voortgang van de voorbeeldgemeente: invullen met alleen het toetsenbord en zonder script, en elk scherm gekeurd. */
const { tabNaar, volg } = toetsenbord(400)

const SCHERMEN = {
  inwoner: [
    '/voortgang',
    '/voortgang?kwartaal=2024-Q4&groep=hulp',
    '/voortgang/onderdelen/wijkteams',
    '/onderdelen/wijkteams',
    '/',
  ],
  budgethouder: ['/mijn-voortgang?onderdeel=slimmer-werken', '/mijn-voortgang?kwartaal=2026-Q3'],
  programmamanager: [
    '/voortgang/uitvraag',
    '/voortgang/uitvraag/2026-Q4',
    '/voortgang/uitvraag/2026-Q3',
    '/voortgang/eigenaren',
    '/voortgang/grens',
  ],
} as const

describe('voortgang', () => {
  let site: Website
  let adres: string
  let browser: Browser
  before(async () => {
    const ruim = { inhoud: 5_000, perSeconde: 500 }
    site = await startWebsite({
      voorbeelden: ['gm0000'],
      klok: vasteKlok('2026-11-22T10:00:00Z'),
      emmers: { inlog: ruim, duur: ruim },
    })
    adres = site.adres.replace('localhost', 'voorbeeld.localhost')
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  async function als(rol: keyof typeof SCHERMEN, script = true): Promise<Page> {
    const pagina = await (await browser.newContext({ javaScriptEnabled: script })).newPage()
    if (rol === 'inwoner') return pagina
    await pagina.goto(`${adres}/inloggen?terug=/werk`)
    await volg(pagina, `button[value="${rol}"]`)
    return pagina
  }

  test('een onderdeel invullen en indienen met het toetsenbord, en het is meteen te beoordelen', {
    timeout: 180_000,
  }, async () => {
    const pagina = await als('budgethouder', false)
    await pagina.goto(`${adres}/mijn-voortgang?kwartaal=2026-Q4&onderdeel=wijkteams`)
    await tabNaar(pagina, '[name="gedaan.wijkteams"]')
    await pagina.keyboard.press('Control+A')
    await pagina.keyboard.type('Het team kreeg twee nieuwe collega’s.')
    await tabNaar(pagina, 'button[value="indienen:wijkteams"]')
    await Promise.all([pagina.waitForNavigation(), pagina.keyboard.press('Enter')])
    assert.match(pagina.url(), /ingediend=1#gedaan$/u)
    const manager = await als('programmamanager')
    await manager.goto(`${adres}/voortgang/uitvraag/2026-Q4`)
    const main = (await manager.textContent('main')) ?? ''
    assert.match(main, /Het team kreeg twee nieuwe collega’s\./u)
    assert.match(main, /Leren van elkaar\. Deze taak staat nu op uw lijst/u)
  })

  test('elk kwartaal van 2022 tot en met het derde van 2026 is gesloten, en elk onderdeel heeft zijn verhaal', async () => {
    const { uitvragen, voortgang } = await site.databank.gemeente('gm0000').lees(async (lezer) => ({
      uitvragen: await findUitvragen(lezer, PROGRAMMA),
      voortgang: await findOpenbareVoortgang(lezer, PROGRAMMA),
    }))
    assert.deepEqual(
      uitvragen.toReversed().map((een) => `${kwartaalsleutel(een)} ${een.open ? 'open' : 'dicht'}`),
      [
        ...kwartalenTussen({ jaar: 2022, kwartaal: 1 }, { jaar: 2026, kwartaal: 3 }).map(
          (een) => `${kwartaalsleutel(een)} dicht`,
        ),
        '2026-Q4 open',
      ],
    )
    assert.ok(voortgang.filter(({ jaar }) => jaar === 2024).length > 100)
    for (const een of voortgang) {
      assert.ok(een.gedaan !== '' && een.komt !== '')
      if (een.oordelen.geld.afwijkt || een.oordelen.tijd.afwijkt)
        assert.ok(een.verklaring !== null && Object.values(een.verklaring).every((tekst) => tekst !== ''))
    }
    const standen = new Set(voortgang.map(voortgangstand))
    for (const stand of ['op-koers', 'let-op', 'bijsturen'] as const) assert.ok(standen.has(stand), stand)
  })

  for (const rol of ['inwoner', 'budgethouder', 'programmamanager'] as const)
    test(`elk scherm voor ${rol} is geldig, toegankelijk en past`, { timeout: 240_000 }, async () => {
      const pagina = await als(rol)
      const klachten: string[] = []
      for (const pad of SCHERMEN[rol]) klachten.push(...(await schermklachten(pagina, adres, pad)))
      assert.deepEqual(klachten, [])
    })
})
