import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eisLoopback, isEigenMachine } from '#toegang/loopback.ts'

for (const [host, mag] of [
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.255.255.254', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['', false],
  ['192.168.1.10', false],
  ['127.0.0.1.elders.nl', false],
  ['127.0.0.256', false],
  ['127.1', false],
  ['localhost.elders.nl', false],
  ['gm0000.localhost', false],
] as const)
  test(`luisteren op ${host || 'niets'} met de demo: ${mag ? 'mag' : 'mag niet'}`, () => {
    if (mag) eisLoopback(host)
    else assert.throws(() => eisLoopback(host), /eigen machine/u)
  })

for (const [naam, eigen] of [
  ['localhost', true],
  ['voorbeeld.localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['omzien.gemeente.nl', false],
  ['localhost.elders.nl', false],
  ['nietlocalhost', false],
] as const)
  test(`isEigenMachine: ${naam}`, () => assert.equal(isEigenMachine(naam), eigen))
