import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { controleerJournaal, findPostsaldi, findTijdstip } from '#grootboek/deur.ts'
import { maakToeval } from '#test/grootboek-geschiedenis.ts'
import { keren, metGemeente, type Opzet, zetOp } from '#test/uitval/opzet.ts'
import { type Afloop, loopAf, startProces } from '#test/uitval/proces.ts'
import { maakXaf, type Xafregel, xafRegels } from '../../bench/xaf-maak.ts'

/**
 * Het inlezen valt op een willekeurig moment. Daarna staat het hele bestand erin of niets ervan; nog eens inlezen maakt
 * het af zonder iets te verdubbelen. Elke keer is het bestand een gecorrigeerde versie van het vorige.
 */

const REGELS = 2_400

/** Versie k wijkt af op een zevende deel van de boekstukken. */
const afwijking =
  (versie: number) =>
  ({ boekstuk, nummer }: Xafregel): number => {
    const plaats = createHash('sha256').update(boekstuk).digest()[0] ?? 0
    return nummer === 1 && plaats % 7 === versie % 7 ? 100 * versie : 0
  }

const bestandsopdracht = (versie: number) =>
  ({ regels: REGELS, versie: '3.2', afwijking: afwijking(versie) }) as const

const schrijf = (pad: string, versie: number): Promise<void> =>
  pipeline(Readable.from(maakXaf(bestandsopdracht(versie))), createWriteStream(pad))

/** Som van alle resultaatregels van deze versie: zoveel moet er als realisatie staan. */
function verwacht(versie: number): number {
  let som = 0
  for (const { rekening, cent } of xafRegels(bestandsopdracht(versie)))
    if (/^[48]/u.test(rekening)) som += cent
  return som
}

/** Rekent alles na en geeft hoeveel boekingen er staan, en hoeveel er samen is gerealiseerd. */
const rekenNa = (opzet: Opzet): Promise<{ boekingen: number; gerealiseerd: number }> =>
  metGemeente(opzet.omgeving, async (db) => {
    const { goed, eerste, geteld } = await controleerJournaal(db)
    assert.ok(goed, JSON.stringify(eerste))
    const saldi = await db.lees(async (lezer) =>
      findPostsaldi(lezer, await findTijdstip(lezer, {}), { rekeningsoorten: ['realisatie'] }),
    )
    const gerealiseerd = saldi.reduce((som, { bedragCent }) => som + bedragCent, 0)
    return { boekingen: geteld.boekingen, gerealiseerd }
  })

const leesIn = ({ omgeving }: Opzet, pad: string, valNaMs?: number): Promise<Afloop> =>
  loopAf(startProces(omgeving, 'src/start/main.ts', 'boek', 'importeer', pad, '--json'), valNaMs)

const Uitslag = z.object({ soort: z.enum(['geboekt', 'gelijk']) })

async function leesHelemaalIn(opzet: Opzet, pad: string): Promise<string> {
  const { code, uit, zeg } = await leesIn(opzet, pad)
  assert.equal(code, 0, zeg)
  return Uitslag.parse(JSON.parse(uit)).soort
}

async function proef(soort: 'ingebed' | 'server', aantal: number): Promise<{ half: number; heel: number }> {
  const opzet = await zetOp(soort)
  const toeval = maakToeval(Number(process.env['UITVAL_ZAAD'] ?? 1))
  const geteld = { half: 0, heel: 0 }
  try {
    const pad = join(opzet.omgeving['OMZIEN_GEGEVENS'] ?? '', 'bestand.xaf')
    await schrijf(pad, 0)
    const begin = performance.now()
    assert.equal(await leesHelemaalIn(opzet, pad), 'geboekt')
    const duur = performance.now() - begin
    let { boekingen } = await rekenNa(opzet)
    for (let versie = 1; versie <= aantal; versie++) {
      await schrijf(pad, versie)
      const gevallen = await leesIn(opzet, pad, duur * (0.25 + toeval.deel() * 0.6))
      const ligtVast = (await rekenNa(opzet)).boekingen > boekingen
      // Wie bevestigd kreeg dat het geboekt is, vindt het ook; andersom kan het vastliggen zonder bevestiging.
      if (gevallen.uit !== '') assert.ok(ligtVast, `bevestigd en weg, na val ${versie}`)
      assert.equal(await leesHelemaalIn(opzet, pad), ligtVast ? 'gelijk' : 'geboekt')
      const na = await rekenNa(opzet)
      assert.equal(na.gerealiseerd, verwacht(versie), `na val ${versie}`)
      boekingen = na.boekingen
      geteld[ligtVast ? 'heel' : 'half']++
    }
  } finally {
    await opzet.ruimOp()
  }
  return geteld
}

describe('het inlezen valt halverwege', () => {
  for (const soort of ['ingebed', 'server'] as const)
    test(soort, { timeout: 900_000 }, async (t) => {
      const { half, heel } = await proef(soort, keren(1))
      t.diagnostic(`${half} keer gevallen voordat het vastlag, ${heel} keer erna`)
      assert.equal(half + heel, keren(1))
    })
})
