import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** De server en de opdrachtregel als echte processen, op een eigen gegevensmap en zonder voorbeelden. */

const START = [
  '--disable-warning=ExperimentalWarning',
  '--wasm-lazy-compilation',
  '--import',
  'tsx',
  'src/start/main.ts',
]

export type Proces = { adres: string; log: () => string; stop: () => Promise<void> }

const omgeving = (map: string, meer: Record<string, string>): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...schoon } = process.env
  return { ...schoon, OMZIEN_GEGEVENS: map, OMZIEN_VOORBEELDEN: 'nee', OMZIEN_PROXY: 'ja', ...meer }
}

/** De server als eigen proces, met alles wat hij over zijn werk zegt. */
export async function startProces(
  map: string,
  niveau: string,
  meer: Record<string, string> = {},
): Promise<Proces> {
  const proces = spawn(process.execPath, [...START, 'start'], {
    env: omgeving(map, { PORT: '0', OMZIEN_LOG: niveau, ...meer }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const adres = await new Promise<string>((klaar, mislukt) => {
    for (const stroom of [proces.stdout, proces.stderr])
      stroom.on('data', (deel: Buffer) => {
        log += deel
        const treffer = /http:\/\/localhost:\d+/u.exec(log)
        if (treffer) klaar(treffer[0])
      })
    proces.once('close', () => mislukt(new Error(`de server stopte: ${log}`)))
  })
  return { adres, log: () => log, stop: () => stop(proces) }
}

async function stop(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null) return
  const dicht = once(proces, 'close')
  proces.kill('SIGTERM')
  await dicht
}

/** Een opdracht zoals iemand haar typt; `zegt` is alles wat op het scherm komt. */
export async function typOpdracht(
  map: string,
  ...argumenten: string[]
): Promise<{ code: number; zegt: string }> {
  const proces = spawn(process.execPath, [...START, ...argumenten], {
    env: omgeving(map, {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let zegt = ''
  for (const stroom of [proces.stdout, proces.stderr]) stroom.on('data', (deel: Buffer) => (zegt += deel))
  const [code] = (await once(proces, 'close')) as [number]
  return { code, zegt }
}

/** Een verzoek van een ander programma: met een api-sleutel en een Idempotency-Key. Geeft status en inhoud als tekst. */
export async function stuurApi(
  adres: string,
  pad: string,
  koppen: { sleutel: string; eenmalig: string; afzender: string },
  inhoud: unknown,
): Promise<string> {
  const antwoord = await fetch(`${adres}/api/v1${pad}`, {
    method: 'POST',
    headers: {
      'x-forwarded-for': koppen.afzender,
      authorization: `Bearer ${koppen.sleutel}`,
      'idempotency-key': koppen.eenmalig,
      'content-type': 'application/json',
    },
    body: JSON.stringify(inhoud),
  })
  return `${antwoord.status} ${await antwoord.text()}`
}
