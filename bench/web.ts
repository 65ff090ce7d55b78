import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { sluitendPlan } from '#programma/plancontrole/testplan.ts'
import { startPostgres } from '#test/databanken.ts'

/**
 * Hoe snel is de website? Per databank en per omvang van het plan: de eerste keer dat een pagina gevraagd wordt (niet
 * bewaard), de volgende keren, en een browser die haar al heeft (ETag). De belasting komt uit dit proces, op dezelfde
 * machine. Gebruik: `npm run bench:web`.
 */
const SECONDEN = Number(process.env['BENCH_SECONDEN'] ?? 5)
const VERBINDINGEN = 16
const POORT = 3_990
const SERVER = [
  '--disable-warning=ExperimentalWarning',
  '--wasm-lazy-compilation',
  '--import',
  'tsx',
  'src/start/main.ts',
]

type Meting = { naam: string; perSeconde: number; p99: number }

const map = mkdtempSync(join(tmpdir(), 'omzien-bench-'))
const omgeving = (url: string | undefined, wat: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(url === undefined ? {} : { DATABASE_URL: url }),
  OMZIEN_GEGEVENS: join(map, wat),
  OMZIEN_VOORBEELDEN: 'nee',
  OMZIEN_LOG: 'silent',
  PORT: String(POORT),
})

/** Een plan van deze omvang zonder tegenspraak, over vijf jaar. */
function plan(aantal: number): object {
  const groepen = aantal < 100 ? 4 : 50
  const euro = (i: number, j: number): number => 1_000 + ((i * 7_919 + j * 104_729) % 9_001)
  const gemaakt = sluitendPlan({ groepen, perGroep: aantal / groepen, jaren: 5, euro })
  // Een groot plan noemt elk bedrag hier op één plaats in plaats van drie; anders is het bestand te groot om te laden.
  const vermeldingen = gemaakt.vermeldingen.filter(({ plaats }) => aantal < 100 || plaats.startsWith('p'))
  return { ...gemaakt, gemeente: { code: 'gm0001', naam: 'Proef' }, vermeldingen }
}

async function opdracht(env: NodeJS.ProcessEnv, ...argumenten: string[]): Promise<void> {
  const proces = spawn(process.execPath, [...SERVER, ...argumenten], { env, stdio: 'inherit' })
  const [code] = (await once(proces, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${argumenten.join(' ')} gaf ${code}`)
}

async function startServer(env: NodeJS.ProcessEnv): Promise<{ proces: ChildProcess; ms: number }> {
  const begin = performance.now()
  const proces = spawn(process.execPath, [...SERVER, 'start'], { env, stdio: 'ignore' })
  for (;;) {
    try {
      const antwoord = await fetch(`http://localhost:${POORT}/`)
      await antwoord.arrayBuffer()
      return { proces, ms: performance.now() - begin }
    } catch {
      await new Promise((klaar) => setTimeout(klaar, 10))
    }
  }
}

const geheugenMb = (proces: ChildProcess): number => {
  const regel = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${proces.pid}/status`, 'utf8'))
  return Math.round(Number(regel?.[1] ?? 0) / 1024)
}

async function meet(naam: string, opties: Partial<autocannon.Options>): Promise<Meting> {
  const uitslag = await autocannon({
    url: `http://localhost:${POORT}`,
    connections: VERBINDINGEN,
    duration: SECONDEN,
    headers: { 'accept-encoding': 'br' },
    ...opties,
  })
  if (uitslag.non2xx > 0 && !naam.includes('ETag'))
    throw new Error(`${naam}: ${uitslag.non2xx} antwoorden waren geen 2xx`)
  return { naam, perSeconde: Math.round(uitslag.requests.average), p99: uitslag.latency.p99 }
}

async function meetPagina(pad: string): Promise<Meting[]> {
  let keer = 0
  const scheiding = pad.includes('?') ? '&' : '?'
  const eerste = await meet(`${pad} eerste keer`, {
    requests: [
      { path: pad, setupRequest: (verzoek) => ({ ...verzoek, path: `${pad}${scheiding}b=${++keer}` }) },
    ],
  })
  const volgende = await meet(`${pad} daarna`, { requests: [{ path: pad }] })
  const antwoord = await fetch(`http://localhost:${POORT}${pad}`, { headers: { 'accept-encoding': 'br' } })
  const etag = antwoord.headers.get('etag') ?? ''
  await antwoord.arrayBuffer()
  const alBekend = await meet(`${pad} met ETag`, {
    requests: [{ path: pad, headers: { 'accept-encoding': 'br', 'if-none-match': etag } }],
  })
  return [eerste, volgende, alBekend]
}

async function meetSoort(wat: string, url: string | undefined, aantal: number): Promise<string[]> {
  const env = omgeving(url, wat)
  const bestand = join(map, `${aantal}.json`)
  writeFileSync(bestand, JSON.stringify(plan(aantal)))
  await opdracht(env, 'gemeente', 'maak', 'gm0001', '--naam', 'Proef')
  await opdracht(env, 'plan', 'laad', bestand, '--hoofdplan', 'ja', '--orgaan', 'raad')
  const warm = await startServer(env)
  warm.proces.kill('SIGTERM')
  await once(warm.proces, 'close')
  const { proces, ms } = await startServer(env)
  const metingen: Meting[] = []
  for (const pad of ['/', '/onderdelen/o1', '/onderdelen']) metingen.push(...(await meetPagina(pad)))
  const geheugen = geheugenMb(proces)
  proces.kill('SIGTERM')
  await once(proces, 'close')
  return [
    ...metingen.map(
      ({ naam, perSeconde, p99 }) => `| ${wat} | ${aantal} | \`${naam}\` | ${perSeconde} | ${p99} |`,
    ),
    `| ${wat} | ${aantal} | start tot eerste pagina: ${Math.round(ms)} ms; geheugen daarna: ${geheugen} MB | | |`,
  ]
}

const regels = ['| database | onderdelen | pagina | per seconde | p99 (ms) |', '|---|---:|---|---:|---:|']
const server = await startPostgres()
try {
  for (const aantal of [28, 5_000])
    regels.push(
      ...(await meetSoort(`ingebed`, undefined, aantal).finally(() =>
        rmSync(join(map, 'ingebed'), { recursive: true, force: true }),
      )),
    )
  const { default: pg } = await import('pg')
  for (const aantal of [28, 5_000]) {
    const beheer = new pg.Client({ connectionString: server.url })
    await beheer.connect()
    await beheer.query(`create database bench_${aantal}`)
    await beheer.end()
    const adres = new URL(server.url)
    adres.pathname = `/bench_${aantal}`
    regels.push(...(await meetSoort('server', adres.href, aantal)))
  }
} finally {
  await server.stop()
  rmSync(map, { recursive: true, force: true })
}
process.stdout.write(`${regels.join('\n')}\n`)
