import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { openPglite } from '#basis/db.ts'
import { laadPlan } from '#programma/deur.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { migreerAlles } from '#start/migreer.ts'
import { loopAf, opdracht } from '#test/uitval/proces.ts'
import { verhaalplan } from '../bench/grootboek-verhaal.ts'
import { vulSamen } from '../bench/grootboek-vul.ts'

/**
 * Een heel journaal, langs de gewone opdrachten naar buiten gebracht en nagerekend door een boekhoudprogramma dat niet
 * van ons is. Kort in `npm test`; met 100.000 boekingen in `npm run test:uitval`.
 */

const GEMEENTE = 'gm0001'
const AANTAL = Number(process.env['HLEDGER_AANTAL'] ?? 5_000)
const zonder =
  spawnSync('hledger', ['--version']).status === 0
    ? false
    : 'hledger is hier niet geïnstalleerd (Debian: apt install hledger)'

async function vul(map: string): Promise<void> {
  const databank = await openPglite(join(map, 'postgres'))
  try {
    await migreerAlles(databank)
    assert.ok((await maakGemeente(databank, { code: GEMEENTE, naam: 'Proef', hosts: [] })).ok)
    const db = databank.gemeente(GEMEENTE)
    const geladen = { door: null, waarom: 'Proef', hoofdplan: true }
    assert.ok((await laadPlan(db, verhaalplan(GEMEENTE), geladen)).ok)
    await vulSamen(db, AANTAL, 0, AANTAL)
  } finally {
    await databank.sluit()
  }
}

/** `"naam","EUR 12.00"` per rekening, in centen. Lege saldi laat hledger weg. */
async function saldiVolgensHledger(pad: string): Promise<Map<string, number>> {
  const balans = ['-f', pad, 'balance', '--flat', '--no-total', '-O', 'csv']
  const proces = spawn('hledger', balans, { stdio: ['ignore', 'pipe', 'pipe'] })
  const { code, uit, zeg } = await loopAf(proces)
  assert.equal(code, 0, zeg)
  return new Map(
    uit
      .trim()
      .split('\n')
      .slice(1)
      .map((rij) => {
        const [, naam = '', bedrag = ''] = /^"([^"]+)","EUR (-?[\d.]+)"$/u.exec(rij) ?? assert.fail(rij)
        return [naam, Math.round(Number(bedrag) * 100)]
      }),
  )
}

const Stand = z.object({ bekendNr: z.int(), rekeningen: z.record(z.string(), z.int()) })

test(`hledger en boek stand geven op elke rekening hetzelfde, na ${AANTAL} boekingen`, {
  skip: zonder,
  timeout: 600_000,
}, async () => {
  const map = mkdtempSync(join(tmpdir(), 'omzien-hledger-'))
  try {
    await vul(map)
    const omgeving = { OMZIEN_GEGEVENS: map }
    const journaal = join(map, 'alles.journal')
    const uitgevoerd = await opdracht(omgeving, 'boek', 'exporteer', journaal, '--formaat', 'hledger')
    assert.equal(uitgevoerd.code, 0, uitgevoerd.zeg)
    const stand = await opdracht(omgeving, 'boek', 'stand', '--per', 'rekening', '--json')
    assert.equal(stand.code, 0, stand.zeg)
    const { bekendNr, rekeningen } = Stand.parse(JSON.parse(stand.uit))
    assert.equal(bekendNr, AANTAL)
    const onze = Object.entries(rekeningen).filter(([, saldo]) => saldo !== 0)
    assert.ok(onze.length > 500)
    const hunne = [...(await saldiVolgensHledger(journaal))]
    const opNaam = ([een]: [string, number], [ander]: [string, number]): number => (een < ander ? -1 : 1)
    assert.deepEqual(hunne.toSorted(opNaam), onze.toSorted(opNaam))
  } finally {
    rmSync(map, { recursive: true, force: true })
  }
})
