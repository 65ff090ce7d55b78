import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kiesGemeente } from '#start/gemeenten.ts'

const EEN = { code: 'gm1731', naam: 'Een', hosts: ['localhost', 'een.localhost'] }
const ANDER = { code: 'gm0007', naam: 'Ander', hosts: ['ander.localhost'] }
const VOORBEELD = { code: 'gm0000', naam: 'Voorbeeld', hosts: ['voorbeeld.localhost'] }

for (const [wat, gemeenten, host, code] of [
  ['haar eigen naam', [EEN, ANDER], 'ANDER.localhost', 'gm0007'],
  ['alleen: elke naam', [EEN], 'intern.example', 'gm1731'],
  ['met een tweede: niet zomaar een naam', [EEN, ANDER], 'intern.example', undefined],
  ['de voorbeeldgemeente telt daarbij niet mee', [EEN, VOORBEELD], 'intern.example', 'gm1731'],
  ['zij antwoordt op haar eigen naam', [EEN, VOORBEELD], 'voorbeeld.localhost', 'gm0000'],
  ['en op geen andere, ook niet als zij alleen is', [VOORBEELD], 'intern.example', undefined],
  ['zonder gemeente', [], 'localhost', undefined],
] as const)
  test(`kiezen bij de host: ${wat}`, () => {
    assert.equal(kiesGemeente(gemeenten, host)?.code, code)
  })
