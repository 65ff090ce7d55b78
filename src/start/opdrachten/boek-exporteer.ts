import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isJournaalvorm, JOURNAALVORMEN, type Journaalvorm } from '#programma/deur.ts'
import { leesBoekkader, TIJDGEBRUIK, TIJDOPTIES } from '#start/opdrachten/boek-kader.ts'
import { GEVONDEN, GOED, ONBRUIKBAAR, type Opdracht, onbruikbaar } from '#start/opdrachten/opdracht.ts'
import { bestanden, JOURNAALWEIGERINGEN } from '#uitwisseling/deur.ts'

/** Deze vormen zijn geen tekst en kunnen alleen naar een bestand. */
const NIET_OP_HET_SCHERM: readonly Journaalvorm[] = ['ods', 'xlsx', 'fdp']

export const boekExporteer: Opdracht = {
  naam: 'boek exporteer',
  gebruik: `boek exporteer [<bestand>] --formaat ${JOURNAALVORMEN.join('|')} ${TIJDGEBRUIK}`,
  uitleg: 'Schrijft het journaal naar een bestand, of zonder bestand naar de uitvoer.',
  opties: ['formaat', ...TIJDOPTIES],
  argumenten: [0, 1],
  databank: true,
  async voerUit(context, [pad], opties) {
    const vorm = opties.overig['formaat'] ?? ''
    if (!isJournaalvorm(vorm) || (pad === undefined && NIET_OP_HET_SCHERM.includes(vorm))) {
      context.zeg(
        isJournaalvorm(vorm)
          ? 'Dit formaat kan alleen naar een bestand. Noem het bestand.'
          : `Kies een formaat met --formaat: ${JOURNAALVORMEN.join(', ')}.`,
      )
      return ONBRUIKBAAR
    }
    const kader = await leesBoekkader(context, opties)
    if (!kader.ok) return onbruikbaar(context, kader.reden)
    const gemaakt = await bestanden.schrijfJournaal(vorm, kader.waarde)
    if (!gemaakt.ok) {
      context.zeg(JOURNAALWEIGERINGEN[gemaakt.reden])
      return GEVONDEN
    }
    const { stroom } = gemaakt.waarde
    if (pad === undefined) {
      for await (const deel of stroom) context.uit(String(deel).replace(/\n$/u, ''))
      return GOED
    }
    const fout = await schrijfBestand(resolve(context.map, pad), stroom)
    const { bekendNr, hash } = kader.waarde.tijdstip
    context.zeg(fout ?? `Het journaal tot en met boeking ${bekendNr} staat in ${pad}. Kop: ${hash}`)
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
