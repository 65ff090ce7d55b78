import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, vasteKlok } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { stelVoor } from '#programma/overheveling/overheveling.flow.ts'
import { leesConfig } from '#start/config.ts'
import { boekVervalOpdracht } from '#start/opdrachten/verval.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'

test('boek verval laat vervallen wat voorbij is, en nog eens doet niets', async () => {
  const databank = await versePglite()
  const db = await verseGemeente(databank)
  await laadVastgesteld(db, kleinPlan(db.schema))
  const voorstel = await stelVoor(maakBoekhouder(), await testBezoek(db, 'financieel-adviseur'), {
    budget: { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 },
    naarJaar: 2026,
    bedragCent: centen(100_00),
    vervaltOp: datum('2026-07-01'),
    voorwaarde: 'Als de vergunning er is',
    reden: 'Loopt door',
  })
  assert.ok(voorstel.ok)
  const config = leesConfig({})
  assert.ok(config.ok)
  const draai = async (dag: string, json: boolean, gemeente: string | undefined = undefined) => {
    const [uit, zeg]: [string[], string[]] = [[], []]
    const context = {
      config: config.waarde,
      klok: vasteKlok(`${dag}T10:00:00Z`),
      map: '.',
      uit: (tekst: string) => void uit.push(tekst),
      zeg: (tekst: string) => void zeg.push(tekst),
      databank: async () => databank,
    }
    const code = await boekVervalOpdracht.voerUit(context, [], { json, gemeente, overig: {}, aan: new Set() })
    return [code, ...uit, ...zeg]
  }
  assert.deepEqual(await draai('2026-07-01', false), [0, 'Er was niets dat vervalt.'])
  assert.deepEqual(await draai('2026-07-02', true), [0, '{"vervallen":1}'])
  assert.deepEqual(await draai('2026-07-02', true), [0, '{"vervallen":0}'])
  assert.equal((await draai('2026-07-02', false, 'gm9999'))[0], 2)
  await databank.sluit()
})
