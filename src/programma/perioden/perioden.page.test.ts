import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { geefRolMandaat } from '#test/boekproef.ts'
import { versePglite } from '#test/databanken.ts'
import { vormenUit } from '#test/formulieren.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const ADVISEUR = ['financieel-adviseur'] as const
const MANAGER = ['programmamanager'] as const

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  await geefRolMandaat(app.db, 'budgethouder', 100_00)
  await geefRolMandaat(app.db, 'programmamanager', 2_000_00)
})
after(() => databank.sluit())

describe('/perioden', () => {
  test('een rooster van maanden, voor iedereen, met hun stand', async () => {
    const { status, woorden, tekst } = await app.haal('/perioden')
    assert.equal(status, 200)
    assert.match(woorden, /Nov Dec 2026 Open , januari 2026 .* 2025 Open , januari 2025/u)
    assert.ok(tekst.includes('href="/perioden/2025-03"'))
  })

  test('sluiten langs de controlelijst: eerst voorlopig, dan vast', async () => {
    const pad = '/perioden/2025-03'
    const { woorden, tekst } = await app.haal(pad, ADVISEUR)
    assert.match(woorden, /Eerdere maanden zijn gesloten Nog niet nog open: januari 2024/u)
    assert.match(woorden, /Toch voorlopig sluiten/u)
    const eerst = await app.stuur(`${pad}/sluiten`, { naar: 'voorlopig' }, ADVISEUR)
    assert.equal(eerst.status, 409)
    assert.match(eerst.woorden, /De controlelijst is nog niet in orde/u)
    const vorm = vormenUit(pad, tekst).find(({ actie }) => actie.endsWith('/sluiten'))
    assert.equal((await app.stuur(vorm?.actie ?? '', vorm?.velden ?? {}, ADVISEUR)).status, 303)
    assert.match((await app.haal(pad, ADVISEUR)).woorden, /Voorlopig dicht.*Toch vaststellen/u)
    assert.equal((await app.stuur(`${pad}/sluiten`, { naar: 'vast', toch: 'ja' }, ADVISEUR)).status, 303)
    assert.match((await app.haal('/perioden')).woorden, /Vast , maart 2025/u)
    const buiten = await app.haal(pad)
    assert.doesNotMatch(buiten.woorden, /Proef financieel-adviseur|Controlelijst/u)
    assert.match(buiten.woorden, /vast .* 1/u)
  })

  test('heropenen: een reden, een voorstel, en een ander die het goedkeurt', async () => {
    const pad = '/perioden/2025-03'
    const leeg = await app.stuur(`${pad}/heropenen`, { reden: '' }, ADVISEUR)
    assert.equal(leeg.status, 400)
    const gevraagd = await app.stuur(`${pad}/heropenen`, { reden: 'Factuur vergeten' }, ADVISEUR)
    assert.match(
      (await app.haal(gevraagd.naar ?? '', ADVISEUR)).woorden,
      /De vraag staat bij de voorstellen/u,
    )
    const { tekst } = await app.haal('/voorstellen', MANAGER)
    const voorstel = /href="(\/voorstellen\/[0-9a-f-]{36})"/u.exec(tekst)?.[1] ?? ''
    const eigen = await app.haal(voorstel, ADVISEUR)
    assert.match(eigen.woorden, /Maart 2025 heropenen.*Factuur vergeten.*U deed dit voorstel zelf/u)
    const zelf = await app.stuur(voorstel, { oordeel: 'goedgekeurd' }, ADVISEUR)
    assert.match(zelf.woorden, /U deed dit voorstel zelf\. Een ander moet erover beslissen/u)
    assert.doesNotMatch((await app.haal(voorstel, ['college'])).woorden, /Uw besluit/u)
    assert.equal((await app.stuur(voorstel, { oordeel: 'goedgekeurd' }, MANAGER)).status, 303)
    assert.match(
      (await app.haal(pad, ADVISEUR)).woorden,
      /Open.*met Proef programmamanager.*Factuur vergeten/u,
    )
  })

  test('een maand die nog loopt, sluit niet; een maand die er niet is, is er niet', async () => {
    const nu = await app.haal('/perioden/2026-06', ADVISEUR)
    assert.match(nu.woorden, /Deze maand is nog niet voorbij/u)
    const toch = await app.stuur('/perioden/2026-06/sluiten', { naar: 'voorlopig', toch: 'ja' }, ADVISEUR)
    assert.equal(toch.status, 409)
    assert.equal((await app.haal('/perioden/2026-13')).status, 404)
    assert.equal((await app.stuur('/perioden/2026-01/sluiten', {}, MANAGER)).status, 403)
  })
})

describe('/voorstellen', () => {
  test('een verplichting boven mandaat: zien, afwijzen met reden, goedkeuren, intrekken', async () => {
    const velden = {
      onderdeel: 'inloop',
      omschrijving: 'Nieuwe keuken',
      geldigOp: '15-04-2025',
      'jaar.R1': '2025',
      'bedrag.R1': '500',
      betaling: 'open',
    }
    const nieuw = async (): Promise<string> => {
      const { naar } = await app.stuur('/verplichtingen/nieuw', velden, ['budgethouder'])
      return `/voorstellen/${new URLSearchParams(naar?.split('?')[1]).get('voorstel')}`
    }
    const een = await nieuw()
    const { woorden } = await app.haal(een, MANAGER)
    assert.match(woorden.replaceAll('\u00a0', ' '), /Verplichting van € 500,00 op Inloop.*Nieuwe keuken/u)
    assert.match(woorden, /nog te verdelen over de bronnen/u)
    const zonder = await app.stuur(een, { oordeel: 'afgewezen', reden: '' }, MANAGER)
    assert.equal(zonder.status, 400)
    assert.match(zonder.woorden, /Schrijf waarom u dit afwijst/u)
    assert.equal(
      (await app.stuur(een, { oordeel: 'afgewezen', reden: 'Te \u0000duur' }, MANAGER)).status,
      303,
    )
    assert.match((await app.haal(een, ['budgethouder'])).woorden, /afgewezen.*Reden: Te duur/u)
    const nogEens = await app.stuur(een, { oordeel: 'goedgekeurd' }, MANAGER)
    assert.equal(nogEens.status, 409)
    assert.match(nogEens.woorden, /al beslist: het is afgewezen/u)
    const twee = await nieuw()
    assert.equal((await app.stuur(twee, { oordeel: 'goedgekeurd' }, ['college'])).status, 409)
    assert.equal((await app.stuur(twee, { oordeel: 'goedgekeurd' }, MANAGER)).status, 303)
    assert.match((await app.haal(twee, MANAGER)).woorden, /Bekijk boeking \d+/u)
    const drie = await nieuw()
    assert.equal((await app.stuur(`${drie}/intrekken`, {}, ['budgethouder'])).status, 303)
    const lijst = (await app.haal('/voorstellen', MANAGER)).woorden
    for (const woord of ['Er wacht niets', 'ingetrokken door', 'goedgekeurd door', 'afgewezen door'])
      assert.ok(lijst.includes(woord), woord)
    assert.equal((await app.haal('/voorstellen/x', MANAGER)).status, 404)
    assert.equal((await app.haal('/voorstellen', ['raadslid'])).status, 403)
  })
})
