import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { Sleutel } from '#programma/plan.ts'
import { testBezoek } from '#test/bezoek.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { meetplan } from '#test/meetplan.ts'
import { type Apiproef, type Fout, keur, maakApiproef } from '#test/programma-api.ts'
import { maakApisleutel } from '#toegang/deur.ts'

type Metingen = {
  items: { waarde: string | null; jaargang: number; ontbreekt: string | null; bekendSinds: string }[]
}

const METING = {
  doel: 'samen',
  indicator: 'tevreden',
  tijdvak: '2024',
  waarde: '70.5',
  aantal: 200,
  soort: 'voorlopig',
  bron: 'Panel',
}

describe('api van metingen', () => {
  let proef: Apiproef
  before(async () => {
    proef = await maakApiproef()
    const db = proef.databank.gemeente(proef.app.een.code)
    const plan = meetplan(proef.app.een.code)
    await laadVastgesteld(
      db,
      { ...plan, programma: { ...plan.programma, id: Sleutel.parse('meten') } },
      { hoofdplan: false },
    )
  })
  after(() => proef.databank.sluit())

  async function metSleutel(rol: 'budgethouder' | 'raadslid') {
    const db = proef.databank.gemeente(proef.app.een.code)
    const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: systeemklok }
    const gemaakt = await maakApisleutel(beheerder, { naam: 'Koppeling', rol, dagen: 1 })
    assert.ok(gemaakt.ok)
    return (sleutel: string, inhoud: unknown) =>
      proef.haal('/metingen?plan=meten', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${gemaakt.waarde.sleutel}`,
          'idempotency-key': sleutel,
        },
        body: JSON.stringify(inhoud),
      })
  }

  test('vastleggen met een sleutel, één keer; daarna te lezen zoals toen bekend', async () => {
    const stuur = await metSleutel('budgethouder')
    const een = await stuur('meting-1', METING)
    assert.deepEqual([een.status, await een.json()], [201, { nieuw: 1 }])
    assert.deepEqual(await (await stuur('meting-1', METING)).json(), { nieuw: 1 })
    assert.deepEqual(await (await stuur('meting-2', METING)).json(), { nieuw: 0 })
    assert.equal((await stuur('meting-1', { ...METING, waarde: '1' })).status, 409)
    const zonder = await stuur('meting-3', { ...METING, waarde: '71' })
    assert.deepEqual([zonder.status, ((await zonder.json()) as Fout).code], [409, 'reden_ontbreekt'])
    const beter = { ...METING, waarde: '71', soort: 'definitief', jaargang: 1 }
    assert.equal((await stuur('meting-4', beter)).status, 201)
    const botst = await stuur('meting-5', { ...beter, waarde: '72', reden: 'x' })
    assert.equal(((await botst.json()) as Fout).code, 'intussen_gewijzigd')

    const nu = await proef.lees<Metingen>('/metingen?plan=meten')
    keur('Metingen', nu)
    assert.deepEqual(
      nu.items.map(({ waarde, jaargang }) => [waarde, jaargang]),
      [['71', 2]],
    )
    const alle = await proef.lees<Metingen>('/metingen?plan=meten&jaargangen=alle')
    assert.equal(alle.items.length, 2)
    const toen = await proef.lees<Metingen>(`/metingen?plan=meten&bekendOp=${alle.items[0]?.bekendSinds}`)
    assert.deepEqual(
      toen.items.map(({ waarde }) => waarde),
      ['70.5'],
    )
    assert.deepEqual((await proef.lees<Metingen>('/metingen?plan=meten&geldigTm=2024-12-30')).items, [])
    assert.equal((await proef.lees<Metingen>('/metingen?plan=meten&geldigTm=2024-12-31')).items.length, 1)
    const indicatoren = await proef.lees('/indicatoren?plan=meten')
    keur('Indicatoren', indicatoren)
    assert.deepEqual(
      indicatoren.items.map(({ id, oordeel }) => [id, oordeel]),
      [['tevreden', 'geen-verschil']],
    )
    assert.deepEqual((await proef.lees('/indicatoren')).items, [], 'Midden-Drenthe heeft geen indicator')
    assert.doesNotMatch(JSON.stringify(alle), /"door"|Koppeling/u)
  })

  test('te weinig mensen: vastgelegd, en nergens te lezen', async () => {
    const stuur = await metSleutel('budgethouder')
    assert.equal(
      (await stuur('klein-123', { ...METING, tijdvak: '2025', waarde: '33.3', aantal: 9 })).status,
      201,
    )
    for (const pad of [
      '/metingen?plan=meten',
      '/metingen?plan=meten&jaargangen=alle',
      '/indicatoren?plan=meten',
    ])
      assert.doesNotMatch(await (await proef.haal(pad)).text(), /33\.3/u)
    const { items } = await proef.lees<Metingen>('/metingen?plan=meten')
    assert.deepEqual(
      items.map(({ ontbreekt }) => ontbreekt),
      [null, 'te-weinig-mensen'],
    )
  })

  test('slechte invoer is 400 met de plaats, wie niet mag krijgt 403', async () => {
    const stuur = await metSleutel('budgethouder')
    for (const fout of [
      { ...METING, waarde: 70.5 },
      { ...METING, waarde: '70,5' },
      { ...METING, waarde: '1e9' },
      { ...METING, tijdvak: '2024-13' },
      { ...METING, aantal: -1 },
      { ...METING, ontbreekt: 'te-weinig-mensen' },
      { ...METING, extra: 1 },
      { ...METING, bron: '' },
    ]) {
      const antwoord = await stuur('fout-1234', fout)
      assert.equal(antwoord.status, 400, JSON.stringify(fout))
    }
    const onbekend = await stuur('weg-12345', { ...METING, indicator: 'weg' })
    assert.deepEqual([onbekend.status, ((await onbekend.json()) as Fout).code], [409, 'reeks_onbekend'])
    assert.equal((await (await metSleutel('raadslid'))('raad-1234', METING)).status, 403)
    assert.equal((await proef.haal('/metingen?bekendOp=ooit')).status, 400)
  })
})
