import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { findVaststelmomenten } from '#programma/sinds/sinds.store.ts'
import { eindVorigeMaand, isMetTerugwerkendeKracht, verschilVan } from '#programma/sinds/sinds.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { boomplan, geschiedenis, saldiVan } from '#test/proefboekingen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
let nrs: Awaited<ReturnType<typeof boekVerhaal>>
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  nrs = await boekVerhaal(app)
})
after(() => databank.sluit())

describe('/sinds', () => {
  test('sinds het begin: elke boeking met haar gevolg, en de stand toen en daarna', async () => {
    const { status, woorden } = await app.haal('/sinds?van=1')
    assert.equal(status, 200)
    assert.match(woorden, /8 boekingen na boeking 1 /u)
    assert.match(woorden, /Gerealiseerd 0 1\.750,49 \+1\.750,49/u)
    assert.match(woorden, /Corrigeert boeking/u)
    assert.match(woorden, /met terugwerkende kracht/u)
    assert.match(woorden, /gebeurde op of voor \d+ \w+ \d{4}, en is daarna pas vastgelegd/u)
  })

  test('de som van de boekingen is het verschil van de standen, ook met een filter', async () => {
    for (const vraag of [
      'van=1',
      'van=0',
      'van=3&tot=6',
      'van=1&onderdeel=inloop',
      'van=1&bron=rijk',
      'van=0&jaar=2025',
      'van=1&onderdeel=-',
    ]) {
      const tabel = JSON.parse((await app.haal(`/sinds/sinds.json?${vraag}`)).tekst)
      for (let kolom = 6; kolom < tabel.kolommen.length; kolom++) {
        const som = tabel.rijen.reduce((opgeteld: number, rij: number[]) => opgeteld + (rij[kolom] ?? 0), 0)
        assert.equal(som, tabel.controle[kolom], `${vraag} ${tabel.kolommen[kolom].naam}`)
      }
    }
    assert.equal((await app.haal('/sinds/anders.csv')).status, 404)
  })

  test('een correctie en haar fout samen veranderen niets', async () => {
    const tabel = JSON.parse((await app.haal(`/sinds/sinds.json?van=${nrs.fout - 1}`)).tekst)
    assert.equal(tabel.rijen.length, 2)
    assert.deepEqual(tabel.controle.slice(6), [0, 0, 0, 0, 0, 0])
  })

  test('niets veranderd, en een keuze die niet kan', async () => {
    assert.match(
      (await app.haal(`/sinds?van=${nrs.laatste}`)).woorden,
      /Er is niets geboekt tussen deze twee momenten/u,
    )
    for (const [vraag, zin] of [
      ['van=5&tot=2', /Draai ze om/u],
      ['van=gisteren', /JJJJ-MM-DD/u],
      ['van=1&tot=9999', /laatste boeking heeft nummer/u],
      ['van=1&jaar=x', /vier cijfers/u],
      ['van=1&voor=x', /boekingsnummer is een getal/u],
    ] as const) {
      const { status, woorden } = await app.haal(`/sinds?${vraag}`)
      assert.equal(status, 400, vraag)
      assert.match(woorden, zin)
    }
  })

  test('snel kiezen sinds een vaststelling', async () => {
    const momenten = await app.db.lees((lezer) => findVaststelmomenten(lezer, 'proef'))
    assert.deepEqual(
      momenten.map(({ versie }) => versie),
      [1],
    )
    assert.match((await app.haal('/sinds?van=0')).woorden, /sinds de vaststelling van versie 1/u)
  })
})

describe('verschil van twee standen', () => {
  const beeld = planbeeldVan(boomplan('gm8001'))

  test('toen plus verschil is nu, in elke kolom', () => {
    fc.assert(
      fc.property(geschiedenis, fc.nat(60), (boekingen, knip) => {
        const [toen, nu] = [saldiVan(boekingen.slice(0, knip)), saldiVan(boekingen)]
        // Zelfde post, zelfde nummer: zoals in de databank.
        const nummers = new Map(
          nu.map((post) => [JSON.stringify([post.rekening, post.kenmerk, post.soort]), post.post]),
        )
        let extra = 10_000
        const gelijk = toen.map((post) => ({
          ...post,
          post: nummers.get(JSON.stringify([post.rekening, post.kenmerk, post.soort])) ?? ++extra,
        }))
        const tel = (posten: typeof nu) =>
          geldtabelVan(beeld, posten, { filter: {}, per: [] }).totaal.bedragen
        const [a, b, d] = [tel(gelijk), tel(nu), tel(verschilVan(gelijk, nu))]
        for (const kolom of Object.keys(a) as (keyof typeof a)[])
          assert.equal(a[kolom] + d[kolom], b[kolom], kolom)
      }),
    )
  })

  test('de dag voor de eerste van de maand', () => {
    assert.equal(eindVorigeMaand(datum('2026-06-15')), '2026-05-31')
    assert.equal(eindVorigeMaand(datum('2026-01-01')), '2025-12-31')
    assert.equal(eindVorigeMaand(datum('2024-03-31')), '2024-02-29')
  })

  test('met terugwerkende kracht is gebeurd op of voor de dag die al bekend was', () => {
    assert.ok(isMetTerugwerkendeKracht({ geldigOp: datum('2024-05-31') }, datum('2024-05-31')))
    assert.ok(!isMetTerugwerkendeKracht({ geldigOp: datum('2024-06-01') }, datum('2024-05-31')))
    assert.ok(!isMetTerugwerkendeKracht({ geldigOp: datum('2024-06-01') }, undefined))
  })
})
