import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Databank, sql } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const BEHEER = ['beheerder'] as const

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
})
after(() => databank.sluit())

describe('/mandaten', () => {
  const NIEUW = { wie: 'rol:budgethouder', onderdeel: '', bedrag: '10.000', van: '01-01-2026', tot: '' }

  test('leeg zegt wat er dan niet kan', async () => {
    const { woorden } = await app.haal('/mandaten', BEHEER)
    assert.match(woorden, /Er is nog geen mandaat.*Zonder mandaat kan niemand/u)
  })

  test('geven, op een rol of een persoon, en intrekken', async () => {
    const houder = await app.bezoek(['budgethouder'])
    const account = houder.wie?.account ?? ''
    await app.db.schrijf((tx) =>
      sql`update toegang_account set rollen = '{budgethouder}' where id = ${account}::uuid`.execute(tx),
    )
    assert.equal((await app.stuur('/mandaten', NIEUW, BEHEER)).status, 303)
    const persoon = { ...NIEUW, wie: `persoon:${account}`, onderdeel: '1.1', tot: '31-12-2026' }
    assert.equal((await app.stuur('/mandaten', persoon, BEHEER)).status, 303)
    const { woorden, tekst } = await app.haal('/mandaten?gedaan=gegeven', BEHEER)
    assert.match(woorden, /Het mandaat is vastgelegd/u)
    assert.match(woorden, /Proef budgethouder Inloop in het dorp 10\.000 1 januari 2026 tot en met/u)
    assert.match(woorden, /Iedereen met de rol budgethouder Het hele programma 10\.000/u)
    const intrekken = /action="(\/mandaten\/[0-9a-f-]+\/intrekken)"/u.exec(tekst)?.[1] ?? ''
    assert.equal((await app.stuur(intrekken, {}, BEHEER)).status, 303)
    const nogEens = await app.stuur(intrekken, {}, BEHEER)
    assert.equal(nogEens.status, 409)
    assert.match(nogEens.woorden, /al ingetrokken.*Ingetrokken op 15 juni 2026/u)
    assert.equal((await app.stuur('/mandaten/x/intrekken', {}, BEHEER)).status, 404)
  })

  test('wat niet klopt staat bij zijn veld', async () => {
    const fout = await app.stuur(
      '/mandaten',
      { ...NIEUW, wie: '', onderdeel: 'maan', bedrag: 'x', van: 'ooit' },
      BEHEER,
    )
    assert.equal(fout.status, 400)
    assert.match(fout.woorden, /4 antwoorden kloppen nog niet/u)
    for (const [anders, zin] of [
      [{ bedrag: '0' }, /meer is dan nul/u],
      [{ tot: '31-12-2025' }, /laatste dag ligt voor/u],
      [{ wie: 'rol:keizer' }, /Kies een rol of een persoon/u],
    ] as const)
      assert.match((await app.stuur('/mandaten', { ...NIEUW, ...anders }, BEHEER)).woorden, zin)
    assert.equal((await app.haal('/mandaten', ['budgethouder'])).status, 403)
  })
})

describe('/boekregels', () => {
  test('de standaard staat erbij, en een keuze geldt en blijft te zien', async () => {
    const voor = await app.haal('/boekregels', BEHEER)
    assert.match(voor.woorden, /Eerst een tweede persoon Dit is de standaard/u)
    assert.match(voor.woorden, /nog niets gekozen/u)
    const { naar } = await app.stuur(
      '/boekregels',
      { factuur_boven_openstaand: 'weigeren', onzin: 'x' },
      BEHEER,
    )
    const na = await app.haal(naar ?? '', BEHEER)
    assert.match(na.woorden, /De boekregels zijn bewaard/u)
    assert.match(na.woorden, /openstaat Weigeren Proef beheerder/u)
    const gelijk = await app.stuur('/boekregels', { factuur_boven_openstaand: 'weigeren' }, BEHEER)
    assert.match((await app.haal(gelijk.naar ?? '', BEHEER)).woorden, /Er is niets veranderd/u)
    assert.equal((await app.haal('/boekregels', ['college'])).status, 403)
  })
})
