import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import { type Databank, type GemeenteDb, sql } from '#basis/db.ts'
import { findKop } from '#grootboek/deur.ts'
import { leesConfig } from '#start/config.ts'
import { leesOpdracht } from '#start/opdrachten/opdrachten.ts'
import { versePglite } from '#test/databanken.ts'
import { gevuldeGemeente } from '#test/grootboek-geschiedenis.ts'

describe('boek', () => {
  let databank: Databank
  let db: GemeenteDb
  before(async () => {
    databank = await versePglite()
    db = await gevuldeGemeente(databank, 120)
  })
  after(async () => {
    await databank.sluit()
  })

  async function opdracht(...argv: string[]): Promise<{ code: number; uit: string[]; zeg: string[] }> {
    const [uit, zeg]: [string[], string[]] = [[], []]
    const config = leesConfig({})
    const gekozen = leesOpdracht(['boek', ...argv])
    assert.ok(config.ok)
    assert.ok(gekozen.ok, gekozen.ok ? '' : gekozen.reden)
    const code = await gekozen.waarde.opdracht.voerUit(
      {
        config: config.waarde,
        klok: vasteKlok('2026-11-22T08:00:00Z'),
        map: '.',
        uit: (tekst) => void uit.push(tekst),
        zeg: (tekst) => void zeg.push(tekst),
        databank: async () => databank,
      },
      gekozen.waarde.argumenten,
      gekozen.waarde.opties,
    )
    return { code, uit, zeg }
  }

  test('controleer: een goed journaal geeft 0, met de kop en wat er geteld is', async () => {
    const kop = await db.lees(findKop)
    const { code, uit, zeg } = await opdracht('controleer', '--gemeente', db.schema)
    assert.deepEqual([code, zeg, uit[0]], [0, [], 'Het journaal klopt.'])
    assert.match(uit.join('\n'), new RegExp(`^Kop: boeking 120, ${kop.hash}, vastgelegd 2026-`, 'mu'))
    const json = await opdracht('controleer', '--json')
    const verslag = JSON.parse(json.uit.join('')) as Record<string, unknown>
    assert.deepEqual([json.code, json.uit.length, json.zeg], [0, 1, []])
    assert.deepEqual([verslag['goed'], verslag['kop'], verslag['eerste']], [true, kop, null])
  })

  test('controleer: een gemeente die hier niet draait is onbruikbaar', async () => {
    const { code, uit, zeg } = await opdracht('controleer', '--gemeente', 'gm1')
    assert.deepEqual([code, uit, zeg], [2, [], ['De gemeente gm1 draait hier niet.']])
  })

  test('controleer: een breuk geeft 1 en noemt de eerste in een zin', async () => {
    await databank.beheer(async (tx) => {
      await sql`select set_config('search_path', ${db.schema}, true)`.execute(tx)
      await sql`update grootboek_regel set bedrag = bedrag + 1 where boeking = 30 and regel = 1`.execute(tx)
    })
    const { code, uit } = await opdracht('controleer')
    assert.equal(code, 1)
    assert.match(uit[0] ?? '', /^Het journaal klopt niet: er zijn \d+ breuken\.$/u)
    assert.equal(uit[1], 'De eerste: De regels van boeking 30 zijn anders dan in haar tekst.')
    const json = JSON.parse((await opdracht('controleer', '--json')).uit.join('')) as {
      goed: boolean
      eerste: unknown
    }
    assert.equal(json.goed, false)
    assert.deepEqual(json.eerste, {
      nr: 30,
      soort: 'regels',
      over: null,
      zin: 'De regels van boeking 30 zijn anders dan in haar tekst.',
    })
  })
})
