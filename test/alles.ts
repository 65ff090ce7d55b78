import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { zorgVoorChromium } from '#test/chromium.ts'
import { startPostgres } from '#test/databanken.ts'
import { zorgVoorPoppler } from '#test/poppler.ts'

/**
 * Alles wat `npm test` doet, op volgorde: opmaak en fouten (Biome), types (TypeScript), en dan alle tests met een
 * PostgreSQL-server en een browser erbij. De laatste regel zegt `N passed, N failed`.
 */
let geslaagd = 0
let mislukt = 0

function stap(naam: string, opdracht: string, argumenten: string[]): void {
  const { status } = spawnSync(`node_modules/.bin/${opdracht}`, argumenten, { stdio: 'inherit' })
  process.stdout.write(`${status === 0 ? '✔' : '✖'} ${naam}\n`)
  if (status === 0) geslaagd++
  else mislukt++
}

stap('opmaak en lint', 'biome', ['ci', '.', '--colors=off'])
stap('types', 'tsc', ['--noEmit'])

if (zorgVoorChromium() === undefined) {
  process.stdout.write(
    '✖ Chromium ontbreekt: installeer het pakket chromium, of zet OMZIEN_CHROMIUM op het pad.\n',
  )
  mislukt++
}

if (!zorgVoorPoppler()) {
  process.stdout.write('✖ pdftotext ontbreekt: installeer het pakket poppler-utils.\n')
  mislukt++
}

const server = await startPostgres()
try {
  const bestanden = globSync([
    'src/**/*.test.{ts,tsx}',
    'test/**/*.test.{ts,tsx}',
    'voorbeelden/**/*.test.ts',
    'bench/**/*.test.ts',
  ])
  const tests = run({
    files: bestanden.toSorted(),
    concurrency: Math.max(2, availableParallelism()),
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TEST_POSTGRES: server.url, NODE_ENV: 'test' },
    timeout: 600_000,
  })
  tests.on('test:pass', (gebeurtenis) => {
    if (isTest(gebeurtenis)) geslaagd++
  })
  tests.on('test:fail', (gebeurtenis) => {
    if (isTest(gebeurtenis)) mislukt++
  })
  const verslag = tests.compose(spec)
  for await (const deel of verslag) process.stdout.write(deel)
} finally {
  await server.stop()
}

/** Een suite telt niet mee, een test wel; een overgeslagen test telt niet als geslaagd. */
function isTest(gebeurtenis: {
  details: { type?: string | undefined }
  skip?: string | boolean | undefined
}): boolean {
  return (
    gebeurtenis.details.type !== 'suite' && (gebeurtenis.skip === undefined || gebeurtenis.skip === false)
  )
}

process.exitCode = mislukt === 0 ? 0 : 1
process.stdout.write(`\n${geslaagd} passed, ${mislukt} failed\n`)
