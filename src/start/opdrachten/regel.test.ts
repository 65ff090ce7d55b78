import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { leesOpdracht } from '#start/opdrachten/opdrachten.ts'

describe('opdrachten over regels', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-regel-'))
  after(() => rmSync(map, { recursive: true, force: true }))
  const schrijf = (naam: string, inhoud: unknown): string => {
    writeFileSync(join(map, naam), typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
    return naam
  }

  async function doe(...argv: string[]) {
    const gelezen = leesOpdracht(argv)
    assert.ok(gelezen.ok, gelezen.ok ? '' : gelezen.reden)
    const uit: string[] = []
    const zeg: string[] = []
    const { opdracht, argumenten, opties } = gelezen.waarde
    const code = await opdracht.voerUit(
      {
        config: {} as never,
        klok: systeemklok,
        map,
        uit: (tekst) => uit.push(tekst),
        zeg: (tekst) => zeg.push(tekst),
        databank: () => Promise.reject(new Error('rekenen heeft geen databank nodig')),
      },
      argumenten,
      opties,
    )
    return { code, uit: uit.join('\n'), zeg: zeg.join('\n') }
  }

  const GEVAL = { paar: false, aow_gerechtigden: 0, inkomen_netto_maand: 1476.64, czm: false }
  const reken = (invoer: unknown, ...meer: string[]) =>
    doe('regel', 'reken', 'netto_bijdrage_per_maand', '--invoer', schrijf('geval.json', invoer), ...meer)

  test('rekent met uitleg, voor programma’s en voor mensen', async () => {
    const { code, uit, zeg } = await reken(GEVAL, '--datum', '2023-06-01', '--json')
    assert.deepEqual([code, zeg], [0, ''])
    const lijf = JSON.parse(uit) as { waarde: number; eenheid: string; stappen: unknown[] }
    assert.deepEqual([lijf.waarde, lijf.eenheid], [12, 'euro per maand'])
    assert.ok(lijf.stappen.length > 5)
    assert.match(
      (await reken(GEVAL, '--datum', '2023-06-01')).uit,
      /Wat u zelf betaalt per maand: €\u00a012,00 per maand/u,
    )
  })

  for (const [naam, invoer, meer, code, zin] of [
    ['het jaar 2090', GEVAL, ['--datum', '2090-01-01'], 1, /niet bekend/u],
    [
      'een bedrag dat niet bekend is',
      { ...GEVAL, inkomen_netto_maand: 900 },
      ['--datum', '2025-06-01'],
      1,
      /Wij weten niet/u,
    ],
    ['een antwoord te weinig', {}, ['--datum', '2023-06-01'], 2, /ontbreekt een antwoord/u],
    ['een verkeerd antwoord', { ...GEVAL, paar: 'x' }, ['--datum', '2023-06-01'], 2, /ja of nee/u],
    ['geen dag', GEVAL, [], 2, /--datum/u],
    ['geen JSON', '{', ['--datum', '2023-06-01'], 2, /geen leesbare JSON/u],
    ['een lijst', [], ['--datum', '2023-06-01'], 2, /klopt niet/u],
  ] as const)
    test(`reken bij ${naam}: uitkomst ${code} met een zin`, async () => {
      const uit = await reken(invoer, ...meer)
      assert.deepEqual([uit.code, uit.uit], [code, ''])
      assert.match(uit.zeg, zin)
    })

  test('een bestand dat er niet is', async () => {
    const uit = await doe('regel', 'toets', 'weg.json')
    assert.deepEqual([uit.code, uit.uit], [2, ''])
    assert.match(uit.zeg, /niet te lezen/u)
  })

  test('toets: per geval verwacht en gekregen; uitkomst 1 als er een niet klopt', async () => {
    const geval = (id: string, verwacht: number) => ({
      id,
      datum: '2023-06-01',
      regel: 'netto_bijdrage_per_maand',
      invoer: GEVAL,
      verwacht,
      tolerantie: 0.005,
    })
    const goed = await doe('regel', 'toets', schrijf('goed.json', { gevallen: [geval('a', 12)] }), '--json')
    assert.equal(goed.code, 0)
    assert.deepEqual(JSON.parse(goed.uit), {
      formaat: 1,
      aantal: 1,
      goed: 1,
      gevallen: [{ id: 'a', regel: 'netto_bijdrage_per_maand', verwacht: 12, gekregen: 12, goed: true }],
    })
    const fout = await doe(
      'regel',
      'toets',
      schrijf('fout.json', { gevallen: [geval('a', 12), geval('b', 13)] }),
    )
    assert.equal(fout.code, 1)
    assert.match(fout.uit, /goed {2}a.*\nFOUT {2}b {2}verwacht 13 {2}gekregen 12/u)
    assert.match(fout.zeg, /1 van 2 gevallen kloppen/u)
    const onbekend = { ...geval('c', 1), regel: 'weg' }
    assert.equal((await doe('regel', 'toets', schrijf('weg.json', { gevallen: [onbekend] }))).code, 1)
  })
})
