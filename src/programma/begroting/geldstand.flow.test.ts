import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import {
  findMaandsommen,
  findPostsaldi,
  findTijdstip,
  findToelichting,
  type Postfilter,
} from '#grootboek/deur.ts'
import { BUDGET, pastBij } from '#programma/begroting/geldfilter.ts'
import { leesPosten } from '#programma/begroting/geldstand.flow.ts'
import { findAccountnamen } from '#programma/boekingen/boekingen.store.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { opBeideDatabanken, versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

const FILTERS: readonly Postfilter[] = [
  {},
  { programma: 'proef' },
  { programma: 'ander' },
  { bron: 'rijk' },
  { bron: null },
  { jaar: 2024 },
  { onderdelen: ['inloop', null] },
  { onderdelen: [null] },
  { onderdelen: [] },
  { rekeningsoorten: ['verplicht', 'dekking'] },
  { verplichting: 'v-1' },
  { soorten: ['raming', 'wijziging'] },
  { soorten: [] },
  { taakvelden: ['6.1@2022'] },
  { taakvelden: [''] },
  { taakvelden: ['', '6.1@2022'], onderdelen: ['inloop'], jaar: 2025, rekeningsoorten: [...BUDGET] },
]

opBeideDatabanken('geldfilter', (databank) => {
  test('de vraag in SQL en de vraag aan wat al gelezen is, geven hetzelfde', async () => {
    const app = await maakProefapp({ databank: databank() })
    await boekVerhaal(app)
    await app.db.lees(async (lezer) => {
      for (const geldigTm of [undefined, datum('2024-06-30')]) {
        const tijd = await findTijdstip(lezer, { geldigTm })
        const alles = await findPostsaldi(lezer, tijd)
        for (const filter of FILTERS) {
          const uitSql = await findPostsaldi(lezer, tijd, filter)
          const opPost = (een: { post: number }, ander: { post: number }) => een.post - ander.post
          assert.deepEqual(
            uitSql.toSorted(opPost),
            alles.filter(pastBij(filter)).toSorted(opPost),
            JSON.stringify(filter),
          )
        }
      }
    })
  })

  test('de beweging per maand telt op tot het saldo', async () => {
    const app = await maakProefapp({ databank: databank() })
    const { eerste } = await boekVerhaal(app)
    await app.db.lees(async (lezer) => {
      for (const vraag of [{}, { geldigTm: datum('2024-05-31') }, { bekendOp: { nr: eerste + 3 } }]) {
        const tijd = await findTijdstip(lezer, vraag)
        for (const filter of [{}, { onderdelen: ['inloop'], jaar: 2024 }, { bron: 'rijk' }]) {
          const saldi = await findPostsaldi(lezer, tijd, filter)
          const maanden = await findMaandsommen(lezer, tijd, filter)
          for (const soort of ['ruimte', 'verplicht', 'realisatie', 'ontvangen'] as const)
            assert.equal(
              maanden
                .filter((een) => een.rekeningsoort === soort)
                .reduce((som, een) => som + een.bedragCent, 0),
              saldi
                .filter((een) => een.rekening.soort === soort)
                .reduce((som, een) => som + een.bedragCent, 0),
              `${soort} ${JSON.stringify([vraag, filter])}`,
            )
          for (const { maand } of maanden) assert.match(maand, /^\d{4}-\d{2}$/u)
        }
      }
    })
  })

  test('toelichting en namen zijn te vinden, en ontbreken waar zij er niet zijn', async () => {
    const app = await maakProefapp({ databank: databank() })
    const { eerste } = await boekVerhaal(app)
    const wie = (await app.bezoek(['budgethouder'])).wie
    await app.db.lees(async (lezer) => {
      assert.equal(await findToelichting(lezer, eerste + 2), 'Canarie gele toelichting')
      assert.equal(await findToelichting(lezer, eerste), undefined)
      assert.deepEqual(
        [...(await findAccountnamen(lezer, [wie?.account ?? '']))],
        [[wie?.account, 'Proef budgethouder']],
      )
      assert.equal((await findAccountnamen(lezer, [])).size, 0)
    })
  })
})

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
})
after(() => databank.sluit())

test('wie een tijdstip heeft van voor een boeking, krijgt de saldi van toen, ook uit het geheugen', async () => {
  const bezoek = await app.bezoek()
  const van = { bezoek, beeld: planbeeldVan(app.plan) }
  const eerder = await app.db.lees((lezer) => findTijdstip(lezer, {}))
  await boekVerhaal(app)
  const toen = await leesPosten(van, app.kamer, eerder)
  assert.ok(toen.every(({ soort }) => soort === 'raming'))
  const nu = await leesPosten(van, app.kamer, await app.db.lees((lezer) => findTijdstip(lezer, {})))
  assert.ok(nu.length > toen.length)
})
