import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { notitieVan } from '#regels/beleid/notitie.ts'
import { vergelijk } from '#regels/beleid/vergelijking.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import { vindVariant } from '#regels/variant/klaar.ts'
import { Deel } from '#verantwoording/rapport.ts'

/** De notitie kent de rapporten niet, maar moet er wel doorheen kunnen. */
test('elk deel van een notitie is een deel van een rapport', async () => {
  const marginalen = await findMarginalen('gm1731')
  const varianten = ['nihil-130', 'czm-stopt'].flatMap((id) => vindVariant(id) ?? [])
  assert.ok(marginalen !== undefined && varianten.length === 2)
  const gemeente = { code: 'gm1731', naam: 'Midden-Drenthe' }
  const vraag = { dag: datum('2023-06-01'), varianten, reeksen: 50, doortrekken: false }
  const uit = await vergelijk(gemeente, marginalen, vraag)
  assert.ok(uit.ok)
  const { delen } = notitieVan(uit.waarde)
  assert.ok(delen.length >= 5)
  for (const deel of delen) assert.deepEqual(Deel.parse(deel), deel)
  assert.equal(Deel.safeParse({ ...delen[0], kleur: 'rood' }).success, false)
})
