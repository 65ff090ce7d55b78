import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** De server en de opdrachten als echte processen, om op een willekeurig moment te laten vallen. */

const MAIN = [
  '--disable-warning=ExperimentalWarning',
  '--wasm-lazy-compilation',
  '--max-semi-space-size=2',
  '--import',
  'tsx',
]

export type Omgeving = Readonly<Record<string, string>>

export function startProces(omgeving: Omgeving, bestand: string, ...argumenten: string[]): ChildProcess {
  const { DATABASE_URL: _, ...schoon } = process.env
  return spawn(process.execPath, [...MAIN, bestand, ...argumenten], {
    env: { ...schoon, OMZIEN_LOG: 'warn', OMZIEN_VOORBEELDEN: 'nee', ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export type Afloop = { code: number | null; uit: string; zeg: string }

/** Wacht tot een proces klaar is, of tot het na zoveel milliseconden is laten vallen. */
export async function loopAf(proces: ChildProcess, valNaMs?: number): Promise<Afloop> {
  let [uit, zeg] = ['', '']
  proces.stdout?.on('data', (deel: Buffer) => (uit += deel))
  proces.stderr?.on('data', (deel: Buffer) => (zeg += deel))
  const val = valNaMs === undefined ? undefined : setTimeout(() => proces.kill('SIGKILL'), valNaMs)
  const [code] = (await once(proces, 'close')) as [number | null]
  clearTimeout(val)
  return { code, uit, zeg }
}

export const opdracht = (omgeving: Omgeving, ...argumenten: string[]): Promise<Afloop> =>
  loopAf(startProces(omgeving, 'src/start/main.ts', ...argumenten))

export type Server = { adres: string; val: () => Promise<void>; stop: () => Promise<void> }

/** Start de server zoals `npm start` dat doet; `val` is de stekker eruit. */
export async function startServer(omgeving: Omgeving): Promise<Server> {
  const proces = startProces({ ...omgeving, PORT: '0' }, 'src/start/main.ts', 'start')
  const dicht = once(proces, 'close')
  let zeg = ''
  const adres = await new Promise<string>((klaar, mislukt) => {
    proces.stderr?.on('data', (deel: Buffer) => {
      zeg += deel
      const gevonden = /http:\/\/localhost:\d+/u.exec(zeg)
      if (gevonden !== null) klaar(gevonden[0])
    })
    proces.once('close', () => mislukt(new Error(`de server stopte: ${zeg}`)))
  })
  proces.stdout?.resume()
  const eindig = async (sein: NodeJS.Signals): Promise<void> => {
    proces.kill(sein)
    await dicht
  }
  return { adres, val: () => eindig('SIGKILL'), stop: () => eindig('SIGTERM') }
}
