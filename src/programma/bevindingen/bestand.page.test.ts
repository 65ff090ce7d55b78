import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp, voorbeeldplan } from '#test/programma-app.ts'
import { bestanden } from '#uitwisseling/deur.ts'

const RAADSLID = ['raadslid'] as const

const aantalBlokken = (tekst: string): number => tekst.match(/<section[^>]* id="bevinding-/gu)?.length ?? 0

describe('een planbestand nakijken', () => {
  const adres = '/plancontrole/bestand'
  const bestand = (inhoud: string, naam = 'plan.json') => ({ bestand: new File([inhoud], naam) })
  let met: Proefapp
  before(async () => {
    met = await maakProefapp({ bestanden })
  })
  after(() => met.sluit())

  test('wie niet is ingelogd, wordt naar het inloggen gestuurd', async () => {
    const { status, naar } = await met.haal(adres)
    assert.deepEqual([status, naar], [303, `/inloggen?terug=${encodeURIComponent(adres)}`])
    assert.equal((await met.stuur(adres, bestand('{}'))).status, 401)
  })

  test('een goed bestand geeft zijn bevindingen, en er wordt niets geladen', async () => {
    const inhoud = JSON.stringify(voorbeeldplan('gm0000'))
    const { status, tekst, woorden } = await met.stuur(adres, bestand(inhoud), RAADSLID)
    assert.equal(status, 200)
    assert.match(woorden, /Nagekeken: Programma Sociaal Domein 2022-2026/u)
    assert.equal(aantalBlokken(tekst), controleer(voorbeeldplan('gm0000')).length)
    assert.doesNotMatch(tekst, /href="\/vermeldingen\//u)
    assert.equal((await met.kamer.planboek.koppen(met.db)).length, 1)
  })

  test('het gecorrigeerde plan heeft geen fouten', async () => {
    const pad = new URL(
      '../../../voorbeelden/midden-drenthe/programmaplan-2022-2026-gecorrigeerd.json',
      import.meta.url,
    )
    const { status, tekst } = await met.stuur(adres, bestand(readFileSync(pad, 'utf8')), RAADSLID)
    assert.equal(status, 200)
    assert.doesNotMatch(tekst, /id="fout"|id="waarschijnlijk"/u)
  })

  for (const vorm of ['ods', 'xlsx'] as const)
    test(`hetzelfde plan als ${vorm}`, async () => {
      const { inhoud, naam } = bestanden.schrijfPlan(voorbeeldplan('gm0000'), vorm)
      const { status, tekst } = await met.stuur(adres, { bestand: new File([inhoud], naam) }, RAADSLID)
      assert.equal(status, 200)
      assert.equal(aantalBlokken(tekst), controleer(voorbeeldplan('gm0000')).length)
    })

  test('de sjablonen op de pagina zijn er', async () => {
    const { tekst } = await met.haal(adres, RAADSLID)
    const adressen = [...tekst.matchAll(/href="(\/sjabloon[^"]*)"/gu)]
    assert.equal(adressen.length, 2)
    for (const [, sjabloon = ''] of adressen) assert.equal((await met.haal(sjabloon)).status, 200, sjabloon)
  })

  const goed = kleinPlan('gm0000')
  const kapot = { ...goed, onderdelen: [{ ...goed.onderdelen[0], doelen: 'samen', code: 5 }], raming: [{}] }
  for (const [naam, inhoud, zinnen] of [
    ['geen JSON', '{"formaat": ', [/niet te lezen als plan/u]],
    ['iets heel anders', '[1, 2]', [/programmaplan/u]],
    ['een andere versie', JSON.stringify({ ...goed, versie: 2 }), [/versie/u, /gevonden 2/u]],
    [
      'verkeerde soorten',
      JSON.stringify(kapot),
      [/onderdelen\[0\]\.doelen/u, /onderdelen\[0\]\.code/u, /raming\[0\]\.jaar/u],
    ],
    [
      'een verwijzing naar niets',
      JSON.stringify({ ...goed, raming: [{ ...goed.raming[0], onderdeel: 'weg' }] }),
      [/raming\[0\]\.onderdeel/u, /"weg"/u],
    ],
  ] as const)
    test(`${naam}: elke fout met haar plaats`, async () => {
      const { status, tekst, woorden } = await met.stuur(adres, bestand(inhoud), RAADSLID)
      assert.equal(status, 400)
      assert.match(tekst, /<title>Fout: /u)
      for (const zin of zinnen) assert.match(woorden, zin)
      assert.match(woorden, /Er is niets bewaard/u)
    })

  test('geen bestand en een leeg bestand', async () => {
    const niets = await met.stuur(adres, { bestand: '' }, RAADSLID)
    assert.deepEqual([niets.status, /Kies eerst een bestand/u.test(niets.woorden)], [400, true])
    const leeg = await met.stuur(adres, bestand(''), RAADSLID)
    assert.deepEqual([leeg.status, /Dit bestand is leeg/u.test(leeg.woorden)], [400, true])
  })

  test('opmaak in de bestandsnaam en in elk veld blijft tekst', async () => {
    const boos = '<img src=x onerror=alert(1)>'
    const plan = {
      ...goed,
      programma: { ...goed.programma, titel: boos },
      onderdelen: goed.onderdelen.map((een) => ({ ...een, titel: boos, doelen: [] })),
    }
    for (const inhoud of [JSON.stringify(plan), boos]) {
      const { tekst } = await met.stuur(adres, bestand(inhoud, `${boos}.json`), RAADSLID)
      assert.doesNotMatch(tekst, /<img/u)
      assert.match(tekst, /&lt;img src=x/u)
    }
  })
})
