import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { controleerJournaal, schakel, schrijfJournaal } from '#grootboek/deur.ts'
import { versePglite } from '#test/databanken.ts'
import { gevuldeGemeente } from '#test/grootboek-geschiedenis.ts'

const AANTAL = 240

describe('controleer_journaal.py', () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-keten-'))
  after(() => rmSync(map, { recursive: true, force: true }))
  const python = spawnSync('python3', ['--version'])
  const controleer = (regels: readonly string[], ...meer: string[]) => {
    const pad = join(map, 'journaal.jsonl')
    writeFileSync(pad, regels.map((regel) => `${regel}\n`).join(''))
    const { status, stdout, stderr } = spawnSync('python3', ['docs/controleer_journaal.py', pad, ...meer], {
      encoding: 'utf8',
    })
    return { status, uit: stdout.trim(), zeg: stderr.trim() }
  }

  test('vindt het journaal goed, en elke manier van knoeien', async (t) => {
    if (python.status !== 0) {
      t.diagnostic('python3 ontbreekt op deze machine: de tweede controleur is niet gedraaid')
      return t.skip('python3 ontbreekt')
    }
    const databank = await versePglite()
    t.after(() => databank.sluit())
    const db = await gevuldeGemeente(databank, AANTAL)
    const regels = (await Array.fromAsync(schrijfJournaal(db))).join('').trimEnd().split('\n')
    const { kop } = await controleerJournaal(db)
    const goed = controleer(regels)
    assert.deepEqual([goed.status, goed.zeg], [0, ''], goed.uit)
    assert.match(goed.uit, new RegExp(`^GOOD: ${AANTAL} bookings, \\d+ accounts .* head ${kop.hash}$`, 'u'))
    assert.equal(controleer(regels, kop.hash).status, 0)
    const lees = (i: number) => JSON.parse(regels[i] ?? '') as { inhoud: string; hash: string }
    const met = (i: number, regel: unknown) =>
      regels.with(i, typeof regel === 'string' ? regel : JSON.stringify(regel))
    const laatste = regels.length - 1
    const saldi = (JSON.parse(regels[laatste] ?? '') as { saldi: Record<string, string> }).saldi
    const herschrijf = (i: number, van: string | RegExp, naar: string): string[] => {
      const nieuw = [...regels]
      let hash = i === 1 ? '0'.repeat(64) : lees(i - 1).hash
      for (let j = i; j < laatste; j++) {
        const inhoud = j === i ? lees(j).inhoud.replace(van, naar) : lees(j).inhoud
        hash = schakel(hash, inhoud)
        nieuw[j] = JSON.stringify({ inhoud, hash })
      }
      nieuw[0] = JSON.stringify({ ...JSON.parse(nieuw[0] ?? ''), kop: { ...kop, hash } })
      return nieuw
    }
    for (const [naam, kapot, patroon] of [
      [
        'tekst',
        met(50, { ...lees(50), inhoud: lees(50).inhoud.replace('"nr"', '"nR"') }),
        /booking 50: the hash/u,
      ],
      ['hash', met(51, { ...lees(51), hash: 'a'.repeat(64) }), /booking 51: the hash/u],
      ['weg', regels.toSpliced(60, 1), /booking 60: the hash/u],
      ['laatste weg', regels.toSpliced(laatste - 1, 1), /the header says/u],
      ['erbij', regels.toSpliced(61, 0, regels[60] ?? ''), /booking 61: the hash/u],
      ['verwisseld', regels.with(70, regels[71] ?? '').with(71, regels[70] ?? ''), /booking 70: the hash/u],
      ['afgekapt', regels.slice(0, 100), /the line with balances is missing/u],
      [
        'saldo',
        met(laatste, { saldi: { ...saldi, 'sociaal:rijk:dekking': '1' } }),
        /account sociaal:rijk:dekking/u,
      ],
      ['kop', met(0, { formaat: 'omzien-journaal', versie: 1, kop: { ...kop, nr: 1 } }), /the header says/u],
      ['vorm', herschrijf(80, '"soort"', ' "soort"'), /booking 80: the text is not in canonical form/u],
      ['soort', herschrijf(81, /"soort":"\w+"/u, '"soort":"gift"'), /booking 81: unknown kind/u],
      ['evenwicht', herschrijf(82, /,"-?\d+",/u, ',"7",'), /booking 82: source .* out of balance/u],
      ['nummer', herschrijf(83, '"nr":"83"', '"nr":"84"'), /booking 83: the text says number 84/u],
      [
        'moment',
        herschrijf(84, /"vastgelegdOp":"2026/u, '"vastgelegdOp":"2020'),
        /booking 84: recorded no later/u,
      ],
      [
        'dag',
        herschrijf(85, /"geldigOp":"(\d{4})-\d\d-\d\d/u, '"geldigOp":"$1-02-30'),
        /booking 85: the text does/u,
      ],
      ['velden', herschrijf(86, '"v":1,', ''), /booking 86: the text has other fields/u],
      ['rekening', herschrijf(87, 'sociaal:', 'Sociaal:'), /booking 87: malformed account/u],
    ] as const) {
      const { status, uit, zeg } = controleer(kapot)
      assert.deepEqual([status, zeg], [1, ''], `${naam}: ${uit}`)
      assert.match(uit, patroon, naam)
    }
    assert.equal(controleer(regels, 'b'.repeat(64)).status, 1)
    assert.equal(controleer(['{"iets":"anders"}']).status, 2)
    assert.equal(controleer(['geen json']).status, 2)
    assert.throws(() => execFileSync('python3', ['docs/controleer_journaal.py'], { stdio: 'pipe' }), {
      status: 2,
    })
  })
})
