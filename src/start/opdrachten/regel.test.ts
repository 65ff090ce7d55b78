import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { leesOpdracht } from '#start/opdrachten/opdrachten.ts'

async function voer(map: string, argv: readonly string[]) {
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

describe('opdrachten over regels', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-regel-'))
  after(() => rmSync(map, { recursive: true, force: true }))
  const schrijf = (naam: string, inhoud: unknown): string => {
    writeFileSync(join(map, naam), typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
    return naam
  }

  const doe = (...argv: string[]) => voer(map, argv)

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

describe('omzien regel simuleer', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-simuleer-'))
  after(() => rmSync(map, { recursive: true, force: true }))
  const schrijf = (naam: string, inhoud: unknown): string => {
    writeFileSync(join(map, naam), typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
    return naam
  }
  const simuleer = (...argv: string[]) => voer(map, ['regel', 'simuleer', ...argv])
  const KORT = ['--datum', '2023-06-01', '--reeksen', '2', '--inwoners', '8000']

  test('JSON met kosten, groepen, curven, aannamen en herkomst; twee keer hetzelfde', async () => {
    const een = await simuleer('--variant', 'czm-stopt,nihil-120', ...KORT, '--json')
    assert.deepEqual([een.code, een.zeg], [0, ''])
    const uit = JSON.parse(een.uit) as Record<string, unknown[]> & { synthetisch: boolean; inwoners: number }
    assert.deepEqual([uit.synthetisch, uit.inwoners, uit['varianten']?.length], [true, 8000, 2])
    for (const deel of ['aannamen', 'herkomst', 'curven', 'huishoudtypen'])
      assert.ok((uit[deel]?.length ?? 0) > 0, deel)
    assert.equal((await simuleer('--variant', 'czm-stopt,nihil-120', ...KORT, '--json')).uit, een.uit)
  })

  test('voor mensen: synthetisch vooraan, en elke aanname met haar reden', async () => {
    const { code, uit } = await simuleer('--variant', 'czm-stopt', ...KORT)
    assert.equal(code, 0)
    assert.match(uit, /^SYNTHETISCH/u)
    assert.match(uit, /kost de gemeente per jaar: €/u)
    assert.match(uit, /één cent boven €.1\.476,64 netto per maand kost €.7,00 per maand \(Alleenstaand/u)
    assert.match(uit, /persoonsgebonden budgetten tellen niet mee/u)
    assert.match(uit, /Deel van wie mag, dat de CZM heeft: 0,6 \(0,4 tot 0,8\)/u)
  })

  test('een eigen variant en een eigen bevolking uit een bestand', async () => {
    const variant = schrijf('wens.json', { id: 'wens', naam: 'Wens', abonnementCent: 1500 })
    const bevolking = schrijf('bevolking.json', readFileSync('voorbeelden/bevolking/gm1731.json', 'utf8'))
    const { code, uit } = await simuleer('--variant', variant, '--bevolking', bevolking, ...KORT, '--json')
    assert.equal(code, 0)
    assert.match(uit, /"naam":"Wens"/u)
  })

  const kapot = (): unknown => {
    const bestand = JSON.parse(readFileSync('voorbeelden/bevolking/gm1731.json', 'utf8')) as {
      marges: { cellen: object }[]
    }
    return {
      ...bestand,
      marges: bestand.marges.map((marge, i) => (i === 1 ? { ...marge, cellen: { '1': 100 } } : marge)),
    }
  }
  for (const [naam, argv, code, zin] of [
    ['geen variant', () => [], 2, /Noem een variant/u],
    ['een onbekende variant', () => ['--variant', 'weg'], 2, /kennen wij niet.*czm-stopt/u],
    ['vijf varianten', () => ['--variant', 'huidig,huidig,huidig,huidig,huidig'], 2, /hoogstens 4/u],
    ['twee keer dezelfde', () => ['--variant', 'huidig,huidig'], 2, /eigen id/u],
    ['een bestand dat er niet is', () => ['--variant', 'weg.json'], 2, /niet te lezen/u],
    ['geen JSON', () => ['--variant', schrijf('stuk.json', '{')], 2, /geen leesbare JSON/u],
    [
      'een onbekend veld',
      () => ['--variant', schrijf('veld.json', { id: 'x', naam: 'x', kleur: 1 })],
      2,
      /klopt niet/u,
    ],
    [
      'een variant die zichzelf tegenspreekt',
      () => [
        '--variant',
        schrijf('tegen.json', { id: 'x', naam: 'x', abonnementCent: 0, nihil: { alleen: { procent: 120 } } }),
      ],
      2,
      /van niemand iets/u,
    ],
    [
      'meer dan de wet toelaat',
      () => ['--variant', schrijf('meer.json', { id: 'x', naam: 'x', abonnementCent: 1901 })],
      2,
      /artikel 2\.1\.4a lid 5/u,
    ],
    ['een dag die niet bestaat', () => ['--variant', 'huidig', '--datum', '2023-02-30'], 2, /--datum/u],
    ['het jaar 1990', () => ['--variant', 'huidig', '--datum', '1990-01-01'], 2, /vanaf 1 januari 2020/u],
    ['het jaar 2090', () => ['--variant', 'huidig', '--datum', '2090-01-01'], 1, /2090 niet bekend/u],
    [
      'een bedrag dat niet bekend is',
      () => ['--variant', 'huidig', '--datum', '2026-07-01'],
      1,
      /--doortrekken/u,
    ],
    ['te weinig inwoners', () => ['--variant', 'huidig', '--inwoners', '7'], 2, /--inwoners/u],
    ['te veel reeksen', () => ['--variant', 'huidig', '--reeksen', '9999'], 2, /--reeksen/u],
    [
      'een gemeente zonder tellingen',
      () => ['--variant', 'huidig', '--gemeente', 'gm9999', '--datum', '2023-06-01'],
      2,
      /--bevolking/u,
    ],
    [
      'tellingen die niet passen',
      () => ['--variant', 'huidig', '--datum', '2023-06-01', '--bevolking', schrijf('kapot.json', kapot())],
      2,
      /“Huishoudens naar grootte” telt 100 huishoudens/u,
    ],
  ] as const)
    test(`${naam}: uitkomst ${code} met een zin`, async () => {
      const uit = await simuleer(...argv())
      assert.deepEqual([uit.code, uit.uit], [code, ''])
      assert.match(uit.zeg, zin)
    })
})
