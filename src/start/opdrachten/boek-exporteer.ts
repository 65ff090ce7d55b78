import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GemeenteDb } from '#basis/db.ts'
import { schrijfJournaal } from '#grootboek/deur.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import { GOED, ONBRUIKBAAR, type Opdracht } from '#start/opdrachten/opdracht.ts'

/** Een vorm waarin het journaal naar buiten gaat, als stroom: het journaal past niet altijd in het geheugen. */
export type Exportformaat = {
  /** Is de uitvoer tekst in hele regels? Anders kan zij alleen naar een bestand. */
  tekst: boolean
  schrijf: (db: GemeenteDb) => AsyncIterable<string | Uint8Array>
}

const FORMATEN: ReadonlyMap<string, Exportformaat> = new Map([
  ['json', { tekst: true, schrijf: schrijfJournaal }],
])

const namen = [...FORMATEN.keys()].join('|')

export const boekExporteer: Opdracht = {
  naam: 'boek exporteer',
  gebruik: `boek exporteer [<bestand>] --formaat ${namen} [--gemeente gm1731]`,
  uitleg: 'Schrijft het journaal naar een bestand, of zonder bestand naar de uitvoer.',
  opties: ['formaat'],
  argumenten: [0, 1],
  databank: true,
  async voerUit(context, [pad], opties) {
    const formaat = FORMATEN.get(opties.overig['formaat'] ?? '')
    if (formaat === undefined || (pad === undefined && !formaat.tekst)) {
      context.zeg(
        formaat === undefined
          ? `Kies een formaat met --formaat: ${[...FORMATEN.keys()].join(', ')}.`
          : 'Dit formaat kan alleen naar een bestand. Noem het bestand.',
      )
      return ONBRUIKBAAR
    }
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) {
      context.zeg(db.reden)
      return ONBRUIKBAAR
    }
    const stroom = formaat.schrijf(db.waarde)
    if (pad === undefined) {
      for await (const deel of stroom) context.uit(String(deel).replace(/\n$/u, ''))
      return GOED
    }
    const fout = await schrijfBestand(resolve(context.map, pad), stroom)
    context.zeg(fout ?? `Het journaal staat in ${pad}.`)
    return fout === undefined ? GOED : ONBRUIKBAAR
  },
}

/** Pas als alles geschreven is, krijgt het bestand zijn naam: een half bestand bestaat niet. */
async function schrijfBestand(
  pad: string,
  stroom: AsyncIterable<string | Uint8Array>,
): Promise<string | undefined> {
  const half = `${pad}.half`
  try {
    await pipeline(Readable.from(stroom), createWriteStream(half))
    await rename(half, pad)
    return undefined
  } catch (fout) {
    await rm(half, { force: true })
    const code = (fout as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR' && code !== 'ENOSPC') throw fout
    return code === 'ENOSPC'
      ? 'De schijf is vol; er is niets bewaard.'
      : 'Op deze plek kan geen bestand komen.'
  }
}
