import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { GIF, type Indringer, keurFout, keurTekst, maakIndringer, RAAR } from '#test/indringer.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'

/** Alles wat iemand verkeerd kan doen met beleidsvarianten, en wie erbij mag. */
const PAD = '/beleidsvarianten'
const GOED = 'dag=2023-06-01&reeksen=50&v=czm-stopt'

describe('beleidsvarianten van buiten', () => {
  let wij: Indringer
  let maker: string
  before(async () => {
    wij = await maakIndringer()
    maker = await wij.logIn('financieel-adviseur')
  })
  after(() => wij?.sluit())

  test('wie mag wat', async () => {
    for (const [rol, lezen, maken] of [
      ['programmamanager', true, true],
      ['financieel-adviseur', true, true],
      ['college', true, true],
      ['budgethouder', true, false],
      ['beheerder', true, false],
      ['raadslid', false, false],
    ] as const) {
      const cookie = await wij.logIn(rol)
      const status = async (pad: string): Promise<number> => (await wij.lees(pad, { cookie })).status
      assert.equal(await status(`${PAD}/uitkomst?${GOED}`), lezen ? 200 : 403, `${rol} lezen`)
      assert.equal(await status(`${PAD}/vergelijking.ods?${GOED}`), lezen ? 200 : 403, `${rol} rekenblad`)
      assert.equal(await status(`${PAD}/eigen`), maken ? 200 : 403, `${rol} maken`)
    }
    const zonder = await wij.lees(`${PAD}/uitkomst?${GOED}`)
    assert.equal(zonder.status, 303)
    const lezer = await wij.logIn('budgethouder')
    assert.match((await wij.lees(PAD, { cookie: lezer })).tekst, /U kunt uitkomsten lezen/u)
    assert.match((await wij.lees('/regels', { cookie: lezer })).tekst, /Beleidsvarianten vergelijken/u)
    assert.doesNotMatch((await wij.lees('/regels')).tekst, /Beleidsvarianten/u)
  })

  test('elk soort kwaad in het adres: een pagina met een zin, en niets van binnen', async () => {
    for (const [soort, waarde] of Object.entries(RAAR))
      for (const veld of ['dag', 'v', 'reeksen']) {
        const zoek = new URLSearchParams(GOED)
        zoek.set(veld, waarde.slice(0, 2_000))
        for (const pad of [`${PAD}/uitkomst`, `${PAD}/notitie`, `${PAD}/vergelijking.ods`])
          keurFout(await wij.lees(`${pad}?${zoek}`, { cookie: maker }), [400], `${pad} ${veld} ${soort}`)
      }
  })

  for (const [naam, zoek, zin] of [
    ['1990', 'dag=1990-06-01&v=czm-stopt', /kan vanaf 1 januari 2020/u],
    ['2090', 'dag=2090-06-01&v=czm-stopt', /niet (?:uit te rekenen|bekend)/u],
    ['een dag waarop de gemeente het bedrag niet noemt', 'dag=2026-06-01&v=czm-stopt', /weten niet wat/u],
    [
      'hoger dan de wet, in het adres zelf',
      'dag=2023-06-01&v={"id":"eigen-1","naam":"a","abonnementCent":1901}',
      /artikel 2\.1\.4a/u,
    ],
  ] as const)
    test(`${naam}: geen uitkomst, wel een zin, en de keuze staat er nog`, async () => {
      const antwoord = await wij.lees(`${PAD}/uitkomst?${zoek}&reeksen=50`, { cookie: maker })
      keurFout(antwoord, [400], naam)
      assert.match(antwoord.tekst.replaceAll('\u00a0', ' '), zin)
      assert.match(antwoord.tekst, /checked/u)
    })

  test('elk soort kwaad in het formulier: de fout bij het veld, en wat er stond staat er nog', async () => {
    for (const veld of [
      'naam',
      'uitleg',
      'bedrag',
      'nihil_alleen',
      'regeling_een',
      'minimagrens',
      'pgb',
      'formule',
      'czm',
      'anders_1',
      'anders_1_waarde',
      'id',
      'keuze',
    ])
      for (const [soort, waarde] of Object.entries(RAAR)) {
        const velden = { keuze: GOED, id: 'eigen-1', naam: 'Proef', bedrag: '25', [veld]: waarde }
        const antwoord = await wij.lees(`${PAD}/eigen`, {
          method: 'POST',
          body: new URLSearchParams(velden),
          cookie: maker,
        })
        const wat = `${veld} ${soort}`
        if (antwoord.status === 303) {
          assert.ok(antwoord.koppen.get('location')?.startsWith(`${PAD}?`), wat)
          continue
        }
        keurFout(antwoord, [400], wat)
        if (veld === 'naam' && soort === 'gif') {
          keurTekst(antwoord.tekst.replaceAll(GIF, ''), wat)
          assert.ok(antwoord.tekst.includes('&lt;script&gt;'), 'wat getypt is, staat er als tekst')
        }
      }
  })

  test('een eigen variant met opmaak in haar naam blijft tekst, op scherm en in het rekenblad', async () => {
    const velden = { keuze: GOED, id: 'eigen-1', naam: '=1+1<img src=x onerror=alert(1)>', bedrag: '10' }
    const bewaard = await wij.lees(`${PAD}/eigen`, {
      method: 'POST',
      body: new URLSearchParams(velden),
      cookie: maker,
    })
    assert.equal(bewaard.status, 303)
    const zoek = bewaard.koppen.get('location')?.split('?')[1] ?? ''
    for (const pad of ['', '/uitkomst', '/notitie']) {
      const { status, tekst } = await wij.lees(`${PAD}${pad}?${zoek}`, { cookie: maker })
      assert.equal(status, 200)
      keurTekst(tekst, pad)
      assert.ok(tekst.includes('=1+1&lt;img'))
    }
    for (const vorm of ['ods', 'xlsx']) {
      const antwoord = await fetch(`${wij.adres}${PAD}/vergelijking.${vorm}?${zoek}`, {
        headers: { cookie: maker },
      })
      assert.equal(antwoord.status, 200)
      const gelezen = leesWerkboek(new Uint8Array(await antwoord.arrayBuffer()))
      assert.ok(gelezen.ok, vorm)
      const [leeswijzer, kosten] = gelezen.waarde.bladen
      assert.match(JSON.stringify(leeswijzer), /Geen enkel getal gaat over een bestaand mens/u)
      assert.match(JSON.stringify(kosten), /"formule":"[^"]*C\d/u)
      const namen = gelezen.waarde.bladen.map(({ naam }) => naam)
      assert.deepEqual(namen.slice(0, 3), ['Leeswijzer', 'Kosten', 'Banden en gedrag'])
    }
  })

  test('van wat iemand vergelijkt, blijft niets achter in de database', async () => {
    const tellen = async (): Promise<unknown> => {
      const vraag = sql`select count(*)::int as n from toegang_logboek`
      return (await wij.databank.gemeente('gm1731').lees((lezer) => vraag.execute(lezer))).rows
    }
    const voor = await tellen()
    await wij.lees(`${PAD}/uitkomst?${GOED}`, { cookie: maker })
    assert.deepEqual(await tellen(), voor)
  })
})
