import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { GELDPAGINAS, HOOFDMENU, magZien, navgroepVan, WERKPAGINAS } from '#programma/navigatie.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { mag, ROLLEN } from '#toegang/deur.ts'

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
})
after(() => databank.sluit())

describe('menu en werk', () => {
  test('elke pagina in een menu bestaat, voor elke rol die haar ziet', async () => {
    for (const rol of ROLLEN)
      for (const pagina of [...HOOFDMENU, ...GELDPAGINAS, ...WERKPAGINAS]) {
        if (!magZien(pagina, (handeling) => mag([rol], handeling))) continue
        assert.equal((await app.haal(pagina.pad, [rol])).status, 200, `${pagina.pad} voor ${rol}`)
      }
  })

  test('Werk noemt alleen wat iemand mag', async () => {
    const budgethouder = await app.haal('/werk', ['budgethouder'])
    assert.match(budgethouder.woorden, /Mijn onderdelen/u)
    assert.doesNotMatch(budgethouder.tekst, /href="\/perioden"/u)
    assert.match((await app.haal('/werk', ['financieel-adviseur'])).tekst, /href="\/perioden"/u)
    assert.equal((await app.haal('/werk', ['raadslid'])).status, 403)
  })

  test('bij geld en werk staat de eigen regel, met waar u bent', async () => {
    const { tekst } = await app.haal('/begroting')
    assert.match(tekst, /class="oz-subnav"[\s\S]*href="\/begroting" aria-current="page"/u)
    assert.doesNotMatch((await app.haal('/doelen')).tekst, /oz-subnav/u)
    assert.match(
      (await app.haal('/perioden', ['financieel-adviseur'])).tekst,
      /oz-subnav" aria-label="Werk"/u,
    )
  })

  test('een pagina eronder hoort bij dezelfde regel', () => {
    assert.equal(navgroepVan('/boekingen/12')?.naam, 'Geld')
    assert.equal(navgroepVan('/bronnen/rijk')?.naam, 'Geld')
    assert.equal(navgroepVan('/inlezen/3')?.naam, 'Werk')
    assert.equal(navgroepVan('/geldig'), undefined)
    assert.equal(navgroepVan('/'), undefined)
  })
})
