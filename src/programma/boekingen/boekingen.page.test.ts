import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { leesBedrag } from '#basis/geld.ts'
import { findTijdstip, leesIn } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { gelezenProef, proefregel } from '#test/inlezing.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
let kaal: Proefapp
let nrs: Awaited<ReturnType<typeof boekVerhaal>>
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  kaal = await maakProefapp({ databank, vastgesteld: false })
  nrs = await boekVerhaal(app)
})
after(() => databank.sluit())

const kaalAdres = (adres: string) => adres.replaceAll('&amp;', '&')

/** Elk bedrag dat naar boekingen leidt, met zijn adres. */
const bedraglinks = (tekst: string): { adres: string; bedrag: number }[] =>
  [...tekst.matchAll(/<a [^>]*href="(\/boekingen\?[^"]*kolom=[^"]*)"[^>]*>([^<]*)</gu)].flatMap(
    ([, adres = '', inhoud = '']) => {
      const bedrag = leesBedrag(inhoud.replaceAll('+', ''))
      return bedrag === undefined ? [] : [{ adres: kaalAdres(adres), bedrag }]
    },
  )

const somOp = (woorden: string): number | undefined => {
  const [, som = ''] = /Samen (€\s[−\d.,]+)\./u.exec(woorden) ?? []
  return leesBedrag(som)
}

describe('/boekingen', () => {
  for (const vraag of [
    'per=groep&dan=onderdeel',
    'per=bron&dan=onderdeel',
    'per=onderdeel&dan=bron',
    'per=taakveld&dan=jaar',
    'per=jaar&dan=taakveld',
    'per=programma',
    'per=onderdeel&geldig-tm=2024-04-30',
    'per=onderdeel&bekend-op=5',
  ])
    test(`elk bedrag van /begroting?${vraag} leidt naar precies zijn boekingen`, async () => {
      // Alleen de tabel: in de grafiek eronder is een jaar ook een link.
      const [tabel = ''] = (await app.haal(`/begroting?centen=ja&${vraag}`)).tekst.split('</table>')
      const links = bedraglinks(tabel)
      assert.ok(links.length > 5, String(links.length))
      for (const { adres, bedrag } of links) {
        const { status, woorden, tekst } = await app.haal(adres)
        assert.equal(status, 200, adres)
        assert.equal(somOp(woorden), bedrag, adres)
        const bestand = JSON.parse(
          (await app.haal(adres.replace('/boekingen?', '/boekingen/boekingen.json?'))).tekst,
        )
        const som = bestand.rijen.reduce(
          (opgeteld: number, rij: (number | string)[]) => opgeteld + Number(rij[8]),
          0,
        )
        assert.equal(som, bedrag, `regels van ${adres}`)
        assert.equal(bestand.controle[8], bedrag)
        assert.match(tekst, /href="\/boekingen\/\d+/u)
      }
    })

  test('alles, het nieuwste bovenaan, en wat een correctie is', async () => {
    const { woorden, tekst } = await app.haal('/boekingen')
    assert.match(woorden, /Alles wat er geboekt is/u)
    assert.match(tekst, new RegExp(`href="/boekingen/${nrs.laatste}"`, 'u'))
    assert.match(woorden, new RegExp(`Corrigeert boeking ${nrs.fout}`, 'u'))
    assert.doesNotMatch(tekst, /Canarie/u)
  })

  test('soort, verplichting, grondslag en dag', async () => {
    assert.match(
      (await app.haal('/boekingen?soort=ontvangst&kolom=ontvangen')).woorden,
      /Samen €\s2\.500,00/u,
    )
    assert.match((await app.haal('/boekingen?verplichting=v-1&kolom=verplicht')).woorden, /Samen €\s749,50/u)
    const grondslag = await app.haal(
      '/boekingen?grondslagsoort=verplichting&grondslag=v-1&kolom=gerealiseerd',
    )
    assert.match(grondslag.woorden, /Samen €\s1\.250,50/u)
    const vanaf = await app.haal('/boekingen?kolom=gerealiseerd&geldig-van=2025-01-01')
    assert.match(vanaf.woorden, /Samen €\s499,99/u)
    assert.match((await app.haal('/boekingen?soort=jaareinde')).woorden, /Geen boekingen gevonden/u)
    assert.match((await app.haal('/boekingen?soort=raming&kolom=wijzigingen')).woorden, /Samen €\s0,00/u)
  })

  test('bladeren gaat op nummer', async () => {
    const { tekst } = await app.haal(`/boekingen?voor=${nrs.fout}`)
    assert.doesNotMatch(tekst, new RegExp(`href="/boekingen/${nrs.fout}"`, 'u'))
    assert.match(tekst, /Naar de nieuwste/u)
  })

  test('wat niet te lezen is, wordt geweigerd met een zin', async () => {
    for (const [vraag, zin] of [
      ['kolom=kleur', /geen kolom ‘kleur’/u],
      ['soort=x', /geen soort boeking ‘x’/u],
      ['voor=nul', /boekingsnummer is een getal/u],
      ['geldig-van=1-1-2024', /JJJJ-MM-DD/u],
      ['grondslag=x', /soort en een kenmerk/u],
      ['verplichting=A', /sleutel van een verplichting/u],
      ['jaar=x', /vier cijfers/u],
    ] as const) {
      const { status, woorden } = await app.haal(`/boekingen?${vraag}`)
      assert.equal(status, 400, vraag)
      assert.match(woorden, zin)
    }
  })

  test('een gemeente zonder vaststelling heeft geen boekingen, en zegt waar de eerste vandaan komt', async () => {
    assert.match((await kaal.haal('/boekingen', ['programmamanager'])).woorden, /Er is nog niets geboekt/u)
  })
})

test('een grote boeking staat eerst opgeteld; elke verplaatsing en regel is er nog', async () => {
  const groot = await maakProefapp({ databank, plan: 'midden-drenthe' })
  const { tekst, woorden } = await groot.haal('/boekingen/1')
  const aantal = /Alle (\d+) verplaatsingen/u.exec(woorden)?.[1]
  assert.ok(Number(aantal) > 50)
  assert.match(woorden, new RegExp(`Dit zijn ${aantal} verplaatsingen`, 'u'))
  assert.match(woorden, /Van nog te verdelen naar vrije ruimte nog te verdelen \d+ 2\.972\.000,00/u)
  assert.match(woorden, /Berust op Besluit ‘/u)
  const open = tekst.replaceAll(/<details.*?<\/details>/gsu, '')
  assert.match(open, /id="gevolg-per-jaar"/u)
  assert.doesNotMatch(open, /id="(?:regels|gevolg)"/u)
  assert.match(tekst, /id="regels"/u)
  assert.match(tekst, /id="gevolg"/u)
})

describe('/boekingen/:nr', () => {
  const factuur = () => nrs.eerste + 3

  test('wat er verplaatst is, in woorden, met grondslag en hash', async () => {
    const { status, woorden, tekst } = await app.haal(`/boekingen/${factuur()}`)
    assert.equal(status, 200)
    assert.match(
      woorden.replaceAll('\u00a0', ' '),
      /€ 1\.250,50 van vastgelegd in v-1 naar besteed bij Inloop in het dorp, 2024, bron nog te verdelen/u,
    )
    assert.match(tekst, /href="\/verplichtingen\/v-1"/u)
    assert.equal([...woorden.matchAll(/[0-9a-f]{64}/gu)].length, 2)
  })

  test('wat het met de begroting deed, en waarheen dat leidt', async () => {
    const { woorden, tekst } = await app.haal(`/boekingen/${factuur()}`)
    assert.match(woorden, /Verplicht, €.*−1\.250,50.*1\.250,50/u)
    assert.ok(kaalAdres(tekst).includes(`bekend-op=${factuur()}`))
    assert.match(
      (await app.haal(`/boekingen/${nrs.eerste + 1}`)).woorden,
      /Niets: deze boeking gaat over wat een bron inbrengt/u,
    )
  })

  test('een fout en haar correctie wijzen naar elkaar', async () => {
    assert.match(
      (await app.haal(`/boekingen/${nrs.fout}`)).woorden,
      new RegExp(`ongedaan gemaakt door boeking ${nrs.laatste}`, 'u'),
    )
    assert.match(
      (await app.haal(`/boekingen/${nrs.laatste}`)).woorden,
      new RegExp(`maakt boeking ${nrs.fout} precies ongedaan`, 'u'),
    )
  })

  test('toelichting en wie zijn er alleen voor wie aan het programma werkt', async () => {
    const adres = `/boekingen/${nrs.eerste + 2}`
    for (const rollen of [[], ['raadslid'] as const]) {
      const { woorden } = await app.haal(adres, rollen)
      assert.doesNotMatch(woorden, /Canarie|Geboekt door/u)
    }
    const { woorden } = await app.haal(adres, ['budgethouder'])
    assert.match(woorden, /Toelichting: Canarie gele toelichting/u)
    assert.match(woorden, /Geboekt door het programma zelf/u)
  })

  test('de beheerder wist een toelichting; de boeking blijft en zegt dat zij weg is', async () => {
    const uit = await maakProefapp({ databank })
    const nr = (await boekVerhaal(uit)).eerste + 2
    const wis = `/boekingen/${nr}/toelichting/wissen`
    assert.doesNotMatch((await uit.haal(`/boekingen/${nr}`, ['financieel-adviseur'])).tekst, /wissen/u)
    assert.match((await uit.haal(`/boekingen/${nr}`, ['beheerder'])).tekst, new RegExp(wis, 'u'))
    assert.equal((await uit.stuur(wis, {}, ['financieel-adviseur'])).status, 403)
    assert.equal((await uit.stuur(wis, {}, ['beheerder'])).naar, `/boekingen/${nr}`)
    const { woorden } = await uit.haal(`/boekingen/${nr}`, ['beheerder'])
    assert.match(woorden, /De toelichting bij deze boeking is gewist/u)
    assert.equal((await uit.stuur(wis, {}, ['beheerder'])).status, 404)
  })

  test('een boeking die er niet is', async () => {
    for (const nr of ['0', '999', '1e3', 'x'])
      assert.equal((await app.haal(`/boekingen/${nr}`)).status, 404, nr)
  })

  test('elke boeking van het journaal is te tonen', async () => {
    for (let nr = 1; nr <= nrs.laatste; nr++)
      assert.equal((await app.haal(`/boekingen/${nr}`)).status, 200, String(nr))
  })
})

describe('een boeking uit een bestand', () => {
  test('toont de plek in het bestand, alleen voor wie mag zien wat er is ingelezen', async () => {
    const uit = await maakProefapp({ databank })
    const bezoek = await uit.bezoek(['financieel-adviseur'])
    const gelezen = await gelezenProef(uit.db, { regels: [proefregel({ sleutel: 'a' })] })
    const vast = await leesIn(uit.kamer.boekhouder, bezoek, { gelezen, programma: 'proef' })
    assert.ok(vast.ok && vast.waarde.soort === 'geboekt')
    const { bekendNr } = await uit.db.lees((lezer) => findTijdstip(lezer, {}))
    const adres = `/boekingen/${bekendNr}`
    const binnen = await uit.haal(adres, ['budgethouder'])
    assert.match(binnen.woorden, /Uit welk bestand Inlezing 1/u)
    assert.match(binnen.tekst, /href="\/inlezen\/1"/u)
    assert.doesNotMatch((await uit.haal(adres)).woorden, /Uit welk bestand/u)
  })

  test('wie mag boeken, kan corrigeren en met de hand boeken', async () => {
    const als = ['financieel-adviseur'] as const
    assert.match((await app.haal(`/boekingen/${nrs.eerste}`, als)).tekst, /\/boekingen\/\d+\/corrigeren/u)
    assert.doesNotMatch((await app.haal(`/boekingen/${nrs.fout}`, als)).tekst, /corrigeren/u)
    assert.match((await app.haal('/boekingen', als)).tekst, /href="\/boekingen\/nieuw"/u)
    assert.doesNotMatch((await app.haal('/boekingen')).tekst, /boekingen\/nieuw/u)
  })
})
