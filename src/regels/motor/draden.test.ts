import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alsKolommen, KRUISDAG, KRUISLAAG, KRUISREGELS, maakKruisrekenaar } from '#regels/kruiscontrole.ts'
import { MEER_DRADEN_VANAF, rekenOverDraden } from '#regels/motor/draden.ts'
import { maakProefrijen } from '#regels/proefrijen.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

const RIJEN = MEER_DRADEN_VANAF + 1
const { set } = maakRekenkamer('gm1731', [KRUISLAAG]).op(KRUISDAG)

test('het aantal draden verandert geen enkele som', { timeout: 60_000 }, async () => {
  const kolommen = alsKolommen(maakProefrijen(RIJEN))
  const een = maakKruisrekenaar()(RIJEN, kolommen)
  assert.ok(een.ok)
  for (const draden of [1, 2, 3]) {
    const uit = await rekenOverDraden(set, KRUISREGELS, RIJEN, kolommen, draden)
    assert.ok(uit.ok)
    assert.deepEqual(uit.waarde.sommen, een.waarde.sommen)
    assert.equal(uit.waarde.kolommen[1]?.[RIJEN - 1], een.waarde.kolommen[1]?.[RIJEN - 1])
  }
})

test('een rij die niet te rekenen is, stopt ook op een andere draad met haar reden', async () => {
  const { czm: _, ...zonder } = alsKolommen(maakProefrijen(RIJEN))
  assert.deepEqual(await rekenOverDraden(set, KRUISREGELS, RIJEN, zonder, 2), {
    ok: false,
    reden: { soort: 'invoer_ontbreekt', invoer: 'czm' },
  })
})
