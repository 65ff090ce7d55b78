import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findChromium, startBrowser } from '#test/chromium.ts'
import { bestanden } from '#ui/bestanden.ts'
import { kitPaginas } from '#ui/kit.tsx'
import type { Schil } from '#ui/pagina.tsx'

/** De kit in een echte browser, met het beveiligingsbeleid aan; zonder browser op de machine valt dit weg. */
const skip = findChromium() === undefined ? 'geen Chromium gevonden; wijs hem aan met OMZIEN_CHROMIUM' : false

const BELEID =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; connect-src 'self'"

const schil: Schil = {
  gemeente: 'Voorbeeldgemeente',
  programma: 'Sociaal Domein 2022–2026',
  thuis: '/_kit',
  nav: ['Overzicht', 'Onderdelen', 'Geld', 'Doelen', 'Planning', 'Plancontrole'].map((tekst, i) => ({
    tekst,
    href: `/_kit#${i}`,
    actief: i === 0,
  })),
  zoek: { actie: '/_kit' },
  wie: { naam: 'Programmamanager', rol: 'Voorbeeldgemeente', uitlogActie: '/_kit' },
  banner: { tekst: 'Alle bedragen zijn verzonnen.', link: { tekst: 'Naar de kit', href: '/_kit' } },
  voet: { tekst: 'Stand: 2022.', links: [{ tekst: 'Privacy', href: '/_kit#privacy' }] },
}

const paginas = kitPaginas(schil)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: Server
let browser: Browser
let basis = ''

before(async () => {
  if (skip !== false) return
  server = createServer((vraag, antwoord) => {
    const pad = vraag.url ?? ''
    const bestand = bestanden().get(pad)
    const html = paginas.get(pad)?.pagina()
    const type = bestand?.type ?? 'text/html; charset=utf-8'
    antwoord.writeHead(bestand || html ? 200 : 404, {
      'content-type': type,
      'content-security-policy': BELEID,
    })
    antwoord.end(bestand?.body ?? String(html ?? ''))
  }).listen(0, '127.0.0.1')
  await new Promise((klaar) => server.once('listening', klaar))
  basis = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
})

type Kijk = { breedte: number; kleur: 'light' | 'dark' }

/** Opent een pagina, verzamelt wat de browser weigert, en ruimt op. */
async function metPagina(pad: string, kijk: Kijk, doe: (pagina: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: kijk.breedte, height: 800 },
    colorScheme: kijk.kleur,
    bypassCSP: false,
  })
  const pagina = await context.newPage()
  const fouten: string[] = []
  pagina.on('console', (bericht) => bericht.type() === 'error' && fouten.push(bericht.text()))
  pagina.on('pageerror', (fout) => fouten.push(fout.message))
  await pagina.goto(basis + pad)
  await doe(pagina)
  await context.close()
  assert.deepEqual(fouten, [])
}

/** Tekst in een tekening die te klein is om te lezen of buiten haar tekening valt. */
const SLECHTE_TEKST = `[...document.querySelectorAll('.oz-svg text')]
  .filter((tekst) => tekst.getClientRects().length > 0)
  .filter((tekst) => {
    const vak = tekst.getBoundingClientRect()
    const svg = tekst.ownerSVGElement.getBoundingClientRect()
    const schaal = svg.width / tekst.ownerSVGElement.viewBox.baseVal.width
    const teKlein = parseFloat(getComputedStyle(tekst).fontSize) * schaal < 13
    return teKlein || vak.left < svg.left - 1 || vak.right > svg.right + 1 || vak.bottom > svg.bottom + 1
  })
  .map((tekst) => tekst.textContent)`

const OVERTREDINGEN = `axe.run({ resultTypes: ['violations'] }).then((uitslag) =>
  uitslag.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')))`

for (const [pad] of paginas)
  for (const kijk of [
    { breedte: 320, kleur: 'light' },
    { breedte: 1280, kleur: 'dark' },
  ] as const)
    test(`${pad} op ${kijk.breedte} px, ${kijk.kleur}`, { skip }, () =>
      metPagina(pad, kijk, async (pagina) => {
        const breed = await pagina.evaluate<number>('document.documentElement.scrollWidth')
        assert.ok(breed <= kijk.breedte, `de pagina schuift opzij: ${breed}`)
        assert.deepEqual(await pagina.evaluate(SLECHTE_TEKST), [])
        await pagina.evaluate(
          'document.querySelectorAll("main details").forEach((deel) => { deel.open = true })',
        )
        await pagina.evaluate(axe)
        assert.deepEqual(await pagina.evaluate(OVERTREDINGEN), [])
      }),
    )

test('het menu op een telefoon werkt met het toetsenbord en gaat dicht met Escape', { skip }, () =>
  metPagina('/_kit', { breedte: 320, kleur: 'light' }, async (pagina) => {
    const open = () => pagina.locator('.oz-menu nav').isVisible()
    assert.equal(await open(), false)
    await pagina.locator('.oz-menu summary').focus()
    await pagina.keyboard.press('Enter')
    assert.equal(await open(), true)
    await pagina.keyboard.press('Escape')
    assert.equal(await open(), false)
  }),
)

test('zonder script is het menu er ook', { skip }, async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    javaScriptEnabled: false,
  })
  const pagina = await context.newPage()
  await pagina.goto(`${basis}/_kit`)
  await pagina.locator('.oz-menu summary').click()
  assert.equal(await pagina.locator('.oz-menu nav').isVisible(), true)
  await context.close()
})

test('op papier staan de tabellen achter de grafieken open en is het menu weg', { skip }, () =>
  metPagina('/_kit/staaf', { breedte: 800, kleur: 'dark' }, async (pagina) => {
    assert.equal(await pagina.locator('#staaf-tabel').isVisible(), false)
    await pagina.emulateMedia({ media: 'print' })
    assert.equal(await pagina.locator('#staaf-tabel').isVisible(), true)
    assert.equal(await pagina.locator('.oz-kop__eind').isVisible(), false)
    assert.equal(
      await pagina.evaluate('getComputedStyle(document.body).backgroundColor'),
      'rgb(255, 255, 255)',
    )
  }),
)

test('een brede tabel ligt op papier dwars, en begint op hetzelfde blad als haar pagina', { skip }, () =>
  metPagina('/_kit/begrotingstabel', { breedte: 1280, kleur: 'light' }, async (pagina) => {
    const pdf = (await pagina.pdf({ preferCSSPageSize: true })).toString('latin1')
    const bladen = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)]
    assert.ok(bladen.length > 0 && bladen.length <= 2, `${bladen.length} bladen`)
    assert.ok(bladen.every(([, breed, hoog]) => Number(breed) > Number(hoog)))
  }),
)

/** Schuift binnen de tabel waar dat moet, anders de pagina. */
const SCHUIF = `(() => {
  const raam = document.querySelector('.oz-tabelraam--breed')
  raam.scrollIntoView()
  raam.scrollTo(200, 300)
  if (getComputedStyle(raam).overflowY === 'visible') scrollBy(0, 300)
})()`

const LIGT_BOVENOP = `(zoek) => {
  const cel = document.querySelector(zoek)
  const vak = cel.getBoundingClientRect()
  const boven = document.elementFromPoint(vak.left + 12, vak.top + vak.height / 2)
  return boven !== null && cel.contains(boven)
}`

for (const breedte of [800, 1280])
  test(
    `op ${breedte} px blijven kop en namen van een brede tabel in beeld, en bedekt de som geen rijen`,
    { skip },
    () =>
      metPagina('/_kit/begrotingstabel', { breedte, kleur: 'light' }, async (pagina) => {
        await pagina.setViewportSize({ width: breedte, height: 500 })
        await pagina.evaluate(SCHUIF)
        const inBeeld = (zoek: string): Promise<boolean> => pagina.evaluate(`(${LIGT_BOVENOP})('${zoek}')`)
        assert.ok(await inBeeld('#begroting thead th:first-child'), 'kop')
        assert.ok(await inBeeld('#begroting tbody tr:nth-child(12) th'), 'naam')
        assert.ok(!(await inBeeld('#begroting tfoot th')), 'som')
      }),
  )
