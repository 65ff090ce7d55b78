import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { regelsApi } from '#regels/deur.ts'
import { Simulatievorm } from '#regels/vormen.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefsite, type Proefsite } from '#test/webapp.tsx'

describe('simuleren over de api', () => {
  let databank: Databank
  let app: Proefsite
  const plek = { een: 'http://md.localhost', ander: 'http://elders.localhost' }
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      klok: vasteKlok('2026-07-15T12:00:00Z'),
      gemeenten: () => [
        { code: 'gm1731', naam: 'Midden-Drenthe', hosts: ['md.localhost'] },
        { code: 'gm9999', naam: 'Elders', hosts: ['elders.localhost'] },
      ],
      kamers: [{ prefix: '/', routes: regelsApi() }],
    })
  })
  after(() => databank.sluit())

  const simuleer = async (lijf: object, basis = plek.een) => {
    const antwoord = await app.hono.request(`${basis}/api/v1/simulaties`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ datum: '2023-06-01', varianten: ['czm-stopt'], reeksen: 2, ...lijf }),
    })
    return { status: antwoord.status, lijf: (await antwoord.json()) as Record<string, unknown> }
  }

  test('de api simuleert, met alles wat erbij aangenomen is', async () => {
    const { status, lijf } = await simuleer({})
    assert.equal(status, 200)
    const uit = Simulatievorm.parse(lijf)
    assert.ok((uit.varianten[0]?.kosten.verschil.midden ?? 0) < 0)
    const eigen = await simuleer({ varianten: [{ id: 'eigen', naam: 'Eigen wens', abonnementCent: 900 }] })
    assert.ok((Simulatievorm.parse(eigen.lijf).varianten[0]?.kosten.verschil.midden ?? 0) > 0)
  })

  for (const [naam, vraagdeel, basis, status, code] of [
    ['een onbekende variant', { varianten: ['weg'] }, plek.een, 400, 'variant_onbekend'],
    [
      'meer dan de wet',
      { varianten: [{ id: 'x', naam: 'x', abonnementCent: 1901 }] },
      plek.een,
      400,
      'variant_klopt_niet',
    ],
    ['te veel reeksen', { reeksen: 500 }, plek.een, 400, 'vraag_klopt_niet'],
    [
      'vijf varianten',
      { varianten: Array.from({ length: 5 }, () => 'huidig') },
      plek.een,
      400,
      'vraag_klopt_niet',
    ],
    ['het jaar 2090', { datum: '2090-01-01' }, plek.een, 409, 'rekent_niet'],
    ['een gemeente zonder tellingen', {}, plek.ander, 409, 'geen_bevolking'],
  ] as const)
    test(`simuleren bij ${naam}: ${status} ${code}`, async () => {
      const uit = await simuleer(vraagdeel, basis)
      assert.deepEqual([uit.status, uit.lijf['code']], [status, code])
    })
})
