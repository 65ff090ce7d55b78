import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { datum, systeemklok } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  type Boekopdracht,
  besteed,
  boekSamen,
  factureer,
  gaAan,
  kenToe,
  maakBoekhouder,
  ontvang,
  spiegel,
} from '#grootboek/deur.ts'
import { startBrowser } from '#test/chromium.ts'
import { voorbeeldplan } from '#test/programma-app.ts'
import { axeklachten, BEELDEN, beeldnaam, htmlklachten, maakBeeld, past } from '#test/schermkeuring.ts'
import { startWebsite, type Website } from '#test/website.ts'

/**
 * Een raadslid zonder inlog volgt het geld op het echte plan, met verzonnen boekingen erbij: van de eerste pagina naar
 * één boeking, breed en smal, licht en donker, ook zonder script; en elk bedrag in de tabel komt uit op zijn boekingen.
 */
const BEELD = 'test-uitvoer/geld'
const GEMEENTE = 'gm1731'

const PAGINAS = [
  '/',
  '/onderdelen',
  '/onderdelen/inloopvoorzieningen',
  '/onderdelen/oco',
  '/groepen/pok-beschermd-wonen',
  '/bronnen/bijdrage-rijk-pok',
  '/begroting',
  '/begroting?per=bron&dan=onderdeel&centen=ja',
  '/begroting?per=taakveld&dan=jaar',
  '/begroting?bekend-op=1',
  '/boekingen',
  '/boekingen?onderdeel=oco&kolom=gerealiseerd',
  '/boekingen/1',
  '/boekingen/5',
  '/sinds?van=0',
  '/sinds',
  '/journaal',
] as const

/** Vijf jaar verzonnen boekingen op wat het plan raamt: steeds dezelfde. */
function verhaal(): Boekopdracht[] {
  const plan = voorbeeldplan(GEMEENTE)
  const programma = plan.programma.id
  const bronnen = plan.bronnen.map(({ id }): string => id)
  const boek = (
    soort: Boekopdracht['soort'],
    geldigOp: string,
    regels: Boekopdracht['regels'],
    kenmerk = 'M-1',
  ): Boekopdracht => ({
    soort,
    geldigOp: datum(geldigOp),
    grondslag: { soort: 'memo', kenmerk },
    regels,
    door: null,
  })
  const kenmerk = { taakveld: '6.1', taakveldschema: '2022' } as const
  const opdrachten = plan.raming.flatMap(({ onderdeel, jaar, bedragCent }, i): Boekopdracht[] => {
    if (bedragCent === 0) return []
    const budget = { programma, bron: null, onderdeel, jaar }
    const deel = (duizendste: number) => centen(Math.floor((bedragCent * duizendste) / 1_000))
    const dag = (maand: number) =>
      `${jaar}-${String(maand).padStart(2, '0')}-${String(3 + (i % 25)).padStart(2, '0')}`
    const open = deel(400)
    return [
      boek('verplichting', dag(2), gaAan(budget, `v-${jaar}-${i + 1}`, open)),
      boek('factuur', dag(5), factureer(budget, `v-${jaar}-${i + 1}`, deel(250), open)),
      boek('realisatie', dag(6), besteed(budget, deel(111 + (i % 7) * 60), i % 3 === 0 ? kenmerk : {})),
      boek('realisatie', dag(9), besteed(budget, deel(i % 5 === 0 ? 520 : 90))),
    ]
  })
  const oco = { programma, bron: null, onderdeel: 'oco', jaar: 2023 }
  const fout = besteed(oco, centen(1_234_56))
  return [
    boek('wijziging', '2023-04-20', kenToe(oco, centen(25_000_00)), 'raad-2023-4'),
    boek(
      'wijziging',
      '2023-06-20',
      kenToe({ ...oco, bron: bronnen[0] ?? null }, centen(10_000_00)),
      'raad-2023-6',
    ),
    boek(
      'ontvangst',
      '2023-02-01',
      ontvang({ programma, bron: bronnen[0] ?? null }, 2023, centen(151_408_00)),
    ),
    ...opdrachten,
    boek('realisatie', '2023-10-02', besteed({ ...oco, onderdeel: null }, centen(4_321_09)), 'lijst-3'),
    boek('realisatie', '2023-10-05', fout),
    boek('realisatie', '2023-10-05', spiegel({ regels: fout })),
  ]
}

describe('het geld volgen zonder inlog', () => {
  let site: Website
  let browser: Browser
  before(async () => {
    mkdirSync(BEELD, { recursive: true })
    const ruim = { inhoud: 10_000, perSeconde: 100 }
    site = await startWebsite({ emmers: { inlog: ruim, duur: ruim } })
    const geboekt = await maakBoekhouder().voerUit(site.databank.gemeente(GEMEENTE), systeemklok, {
      werk: (ronde) => boekSamen(ronde, verhaal()),
    })
    assert.ok(geboekt.ok)
    browser = await startBrowser()
  })
  after(async () => {
    await browser?.close()
    await site?.sluit()
  })

  for (const pad of PAGINAS)
    test(`${pad} is geldig, toegankelijk en past op elk scherm`, { timeout: 90_000 }, async () => {
      const antwoord = await fetch(site.adres + pad)
      assert.equal(antwoord.status, 200)
      assert.deepEqual(await htmlklachten(await antwoord.text()), [])
      for (const [breedte, kleur] of BEELDEN) {
        const context = await browser.newContext({
          viewport: { width: breedte, height: 800 },
          colorScheme: kleur,
        })
        const pagina = await context.newPage()
        await pagina.goto(site.adres + pad)
        await maakBeeld(pagina, `${BEELD}/${beeldnaam(pad)}-${breedte}-${kleur}.png`)
        assert.ok(await past(pagina), `${pad} schuift opzij op ${breedte} px`)
        assert.deepEqual(await axeklachten(pagina), [], `${pad} ${breedte} ${kleur}`)
        await context.close()
      }
    })

  test('zonder script, in drie klikken: hoeveel is er over voor inloop, uit welk geld, en ligt het op koers', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    })
    const pagina = await context.newPage()
    await pagina.goto(site.adres)
    await pagina.getByRole('link', { name: 'Doorontwikkeling inloopvoorzieningen' }).first().click()
    const tekst = ((await pagina.locator('main').textContent()) ?? '').replaceAll('\u00a0', ' ')
    assert.match(tekst, /Nog vrij/u)
    assert.match(tekst, /Geld op koers/u)
    await pagina.getByRole('link', { name: 'Uit welk geld' }).first().click()
    assert.match(
      (await pagina.locator('#uit-welk-geld').textContent()) ?? '',
      /Nog te verdelen over de bronnen/u,
    )
    // Van het vrije bedrag naar zijn boekingen is de derde klik.
    await pagina
      .getByRole('link', { name: /vrij Nog te verdelen/u })
      .first()
      .click()
    assert.match((await pagina.locator('main').textContent()) ?? '', /Samen €/u)
    await context.close()
  })

  test('met alleen het toetsenbord een moment kiezen en terug', async () => {
    const pagina = await browser.newPage()
    await pagina.goto(`${site.adres}/begroting`)
    await pagina.locator('summary', { hasText: 'Terugkijken' }).focus()
    await pagina.keyboard.press('Enter')
    await pagina.getByLabel(/Zoals bekend op/u).fill('1')
    await pagina.keyboard.press('Enter')
    await pagina.waitForURL(/bekend-op=1/u)
    assert.match((await pagina.locator('main').textContent()) ?? '', /zoals bekend na boeking 1\./u)
    await pagina.getByRole('link', { name: 'Naar nu' }).click()
    assert.doesNotMatch(pagina.url(), /bekend-op/u)
    await pagina.close()
  })

  test('afgedrukt staat de tabel er zonder menu en formulier', async () => {
    const pagina = await browser.newPage()
    await pagina.goto(`${site.adres}/begroting`)
    await pagina.emulateMedia({ media: 'print' })
    await maakBeeld(pagina, `${BEELD}/begroting-druk.png`)
    assert.equal(await pagina.locator('.oz-subnav').isVisible(), false)
    assert.ok(await pagina.locator('#begroting').isVisible())
    await pagina.close()
  })
})
