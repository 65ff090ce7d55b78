import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Invoerplek } from '#toegang/grootbestand.ts'

/** Elk proces heeft zijn eigen map voor wat er binnenkomt, zodat te zien is welke van een dood proces zijn. */

const MB = 1024 * 1024
/** Van een andere machine is niet te zien of haar proces nog leeft; na een dag is het bestand hoe dan ook oud. */
const OUD_MS = 24 * 3_600_000

const bovenmap = (gegevensmap: string): string => join(gegevensmap, 'invoer')
const machine = (): string => encodeURIComponent(hostname())

export const maakInvoerplek = (gegevensmap: string, grootsteMb: number): Invoerplek => ({
  map: join(bovenmap(gegevensmap), `${machine()}@${process.pid}`),
  grootste: grootsteMb * MB,
})

/** Gooit weg wat eerdere processen lieten liggen; bij de start, dus ook onder ons eigen nummer is het oud. */
export async function ruimInvoerOp(gegevensmap: string, nu: Date): Promise<void> {
  const boven = bovenmap(gegevensmap)
  for (const naam of await readdir(boven).catch(() => [])) {
    const pad = join(boven, naam)
    if (await isVerlaten(pad, naam, nu)) await rm(pad, { recursive: true, force: true })
  }
}

/** Bij het stoppen: er komt niets meer binnen en niemand leest nog. */
export const sluitInvoerplek = (plek: Invoerplek): Promise<void> =>
  rm(plek.map, { recursive: true, force: true })

async function isVerlaten(pad: string, naam: string, nu: Date): Promise<boolean> {
  const [host, pid] = naam.split('@')
  if (host === machine() && pid !== undefined && /^\d+$/u.test(pid)) return !leeft(Number(pid))
  const sinds = await stat(pad).catch(() => undefined)
  return sinds !== undefined && nu.getTime() - sinds.mtimeMs > OUD_MS
}

function leeft(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fout) {
    return (fout as NodeJS.ErrnoException).code === 'EPERM'
  }
}
