import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

const LOOP = (code: number): string => `
  const { startPostgres } = await import('#test/databanken.ts')
  const server = await startPostgres()
  await server.stop()
  process.exitCode = ${code}`

test('een proces dat een testserver startte, houdt zijn eigen eindcode', () => {
  for (const code of [0, 1]) {
    const { TEST_POSTGRES: _, ...env } = process.env
    const argumenten = ['--import', 'tsx', '--input-type=module', '--eval', LOOP(code)]
    assert.equal(spawnSync(process.execPath, argumenten, { env, timeout: 60_000 }).status, code)
  }
})
