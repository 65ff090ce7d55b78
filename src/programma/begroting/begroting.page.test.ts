import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
let kaal: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
  kaal = await maakProefapp({ databank })
  await boekVerhaal(app)
})
after(() => databank.sluit())

/** De cellen van de rij die met deze naam begint. */
function cellen(tekst: string, naam: string): string[] {
  const rij =
    tekst.split('<tr').find((deel) =>
      deel
        .replace(/^[^>]*>/u, '')
        .replace(/<[^>]*>/gu, '')
        .trim()
        .startsWith(naam),
    ) ?? ''
  return rij
    .split(/<t[dh]/u)
    .slice(2)
    .map((cel) =>
      cel
        .replace(/^[^>]*>/u, '')
        .replace(/<[^>]*>/gu, '')
        .trim(),
    )
}

describe('/begroting', () => {
  test('van primitief tot vrij, met totalen en wat nog onbekend is', async () => {
    const { status, tekst, woorden } = await app.haal('/begroting')
    assert.equal(status, 200)
    assert.deepEqual(cellen(tekst, 'Inloop in het dorp').slice(0, 6), [
      '7.000',
      '1.000',
      '8.000',
      '750',
      '1.651',
      '5.600',
    ])
    assert.deepEqual(cellen(tekst, 'Nog onbekend').slice(3, 6), ['0', '100', '−100'])
    assert.match(woorden, /Afgerond op hele euro's/u)
    assert.match(woorden, /Laatste boeking: boeking \d+ \([0-9a-f]{8}\)/u)
  })

  test('op de cent, per jaar, en met een filter dat blijft staan', async () => {
    const { tekst, woorden } = await app.haal('/begroting?per=jaar&centen=ja&onderdeel=inloop')
    assert.deepEqual(cellen(tekst, '2024').slice(3, 6), ['749,50', '1.250,50', '3.000'])
    assert.match(woorden, /Alleen: onderdeel Inloop in het dorp/u)
    assert.match(tekst, /type="hidden" name="onderdeel" value="inloop"/u)
  })

  test('zoals bekend na een eerdere boeking', async () => {
    const { tekst, woorden } = await app.haal('/begroting?per=onderdeel&bekend-op=1')
    assert.match(woorden, /zoals bekend na boeking 1\./u)
    assert.match(woorden, /Behalve het plan is er nog niets geboekt/u)
    assert.deepEqual(cellen(tekst, 'Inloop in het dorp'), ['7.000', '0', '7.000'])
    assert.match(tekst, /href="\/boekingen\?bekend-op=1&amp;onderdeel=inloop&amp;kolom=primitief"/u)
    assert.match((await app.haal('/begroting?bekend-op=0')).woorden, /Hier is nog niets geboekt/u)
  })

  test('alleen een plan: geen nullen waar nog niets bekend is', async () => {
    const { tekst, woorden } = await kaal.haal('/begroting')
    assert.match(woorden, /Behalve het plan is er nog niets geboekt/u)
    assert.doesNotMatch(tekst, /Gerealiseerd, €/u)
  })

  test('wat niet te lezen is, wordt geweigerd met een zin', async () => {
    for (const [vraag, zin] of [
      ['jaar=24', /jaar in met vier cijfers/u],
      ['per=kleur', /‘kleur’ is geen verdeling/u],
      ['bron=A!', /sleutel ‘A!’/u],
      ['indeling=1999', /geen indeling/u],
      ['bekend-op=9999', /laatste boeking heeft nummer/u],
      ['geldig-tm=morgen', /JJJJ-MM-DD/u],
    ] as const) {
      const { status, woorden } = await app.haal(`/begroting?${vraag}`)
      assert.equal(status, 400, vraag)
      assert.match(woorden, zin)
    }
  })

  test('als bestand: alleen bladen, met het totaal van het grootboek en beide tijden', async () => {
    const { status, tekst, koppen } = await app.haal('/begroting/begroting.ods?per=groep&dan=onderdeel')
    assert.equal(status, 200)
    assert.match(koppen.get('content-disposition') ?? '', /begroting-proef-2026-06-15\.ods/u)
    const tabel = JSON.parse(tekst)
    const kolom = tabel.kolommen.findIndex(({ naam }: { naam: string }) => naam === 'gerealiseerd')
    const som = tabel.rijen.reduce((opgeteld: number, rij: number[]) => opgeteld + (rij[kolom] ?? 0), 0)
    assert.equal(som, tabel.controle[kolom])
    assert.equal(som, 1_250_50 + 400_00 + 99_99)
    assert.equal(tabel.stand.geldigTm, null)
    assert.match(tabel.stand.hoofd, /^[0-9a-f]{64}$/u)
    assert.equal((await app.haal('/begroting/begroting.pdf')).status, 404)
    assert.equal((await app.haal('/begroting/anders.csv')).status, 404)
  })

  test('de waterval telt van primitief naar na wijziging', async () => {
    const { tekst } = await app.haal('/begroting')
    assert.match(tekst, /id="waterval-tabel"/u)
    assert.match(tekst, /kolom=wijzigingen&amp;soort=wijziging/u)
    assert.match(tekst, /id="bullets-tabel"/u)
  })
})
