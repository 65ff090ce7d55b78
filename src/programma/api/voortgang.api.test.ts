import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum, systeemklok } from '#basis/datum.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { openUitvraag, sluitUitvraag } from '#programma/uitvraag/uitvraag.flow.ts'
import { testBezoek } from '#test/bezoek.ts'
import { type Apiproef, type Fout, maakApiproef } from '#test/programma-api.ts'
import { maakApisleutel, type Rol } from '#toegang/deur.ts'

/** Voortgang langs de api: invullen met een sleutel, en lezen wat openbaar is. */

let proef: Apiproef
before(async () => {
  proef = await maakApiproef()
})
after(() => proef?.databank.sluit())

const INHOUD = {
  onderdeel: 'oco',
  jaar: 2023,
  kwartaal: 1,
  gedaan: 'Zes gesprekken.',
  komt: 'Een spreekuur.',
}

test('een eigenaar vult in met een sleutel; pas na het sluiten is het voor iedereen te lezen', async () => {
  const db = proef.databank.gemeente(proef.app.een.code)
  const beeld = planbeeldVan(proef.plan)
  const als = async (...rollen: Rol[]) => ({ ...(await testBezoek(db, ...rollen)), klok: systeemklok })
  const manager = await als('programmamanager')
  const kwartaal = { jaar: 2023, kwartaal: 1 }
  assert.ok((await openUitvraag(manager, beeld, kwartaal, datum('2099-01-01'))).ok)
  const stuurder = async (rol: 'budgethouder' | 'raadslid') => {
    const gemaakt = await maakApisleutel(await als('beheerder'), { naam: 'Koppeling', rol, dagen: 1 })
    assert.ok(gemaakt.ok)
    const authorization = `Bearer ${gemaakt.waarde.sleutel}`
    return (sleutel: string, inhoud: unknown) =>
      proef.haal('/voortgang', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization, 'idempotency-key': sleutel },
        body: JSON.stringify(inhoud),
      })
  }
  assert.equal((await (await stuurder('raadslid'))('sleutel-0001', INHOUD)).status, 403)
  const stuur = await stuurder('budgethouder')
  const fout = async (antwoord: Response): Promise<[number, string]> => [
    antwoord.status,
    ((await antwoord.json()) as Fout).code,
  ]
  assert.deepEqual(await fout(await stuur('sleutel-0002', { ...INHOUD, gedaan: '' })), [409, 'onvolledig'])
  assert.deepEqual(await fout(await stuur('sleutel-0003', { ...INHOUD, kwartaal: 2 })), [
    409,
    'uitvraag_onbekend',
  ])
  assert.equal((await stuur('sleutel-0004', { ...INHOUD, kwartaal: 5 })).status, 400)
  for (const _ of [1, 2])
    assert.deepEqual(await (await stuur('sleutel-0005', INHOUD)).json(), { uitslag: 'ingediend', versie: 1 })
  const anders = { ...INHOUD, gedaan: 'Zeven gesprekken.' }
  assert.deepEqual(await fout(await stuur('sleutel-0006', anders)), [409, 'veranderd'])
  type Lijst = { items: { onderdeel: string; gedaan: string; door?: unknown }[] }
  assert.deepEqual((await proef.lees<Lijst>('/voortgang')).items, [])
  assert.ok((await sluitUitvraag(manager, beeld, kwartaal, true)).ok)
  const { items } = await proef.lees<Lijst>('/voortgang?jaar=2023&kwartaal=1')
  assert.deepEqual(
    items.map(({ onderdeel, gedaan, door }) => [onderdeel, gedaan, door]),
    [['oco', 'Zes gesprekken.', undefined]],
  )
  assert.deepEqual((await proef.lees<Lijst>('/voortgang?kwartaal=2')).items, [])
  assert.deepEqual((await proef.lees<Lijst>('/voortgang?bekendOp=2020-01-01')).items, [])
})
