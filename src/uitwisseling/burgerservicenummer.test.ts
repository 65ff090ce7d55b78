import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'

test('negen cijfers die de elfproef doorstaan, hoe ook geschreven', () => {
  for (const tekst of [
    '111222333',
    'bsn 111222333',
    'F111222333',
    '1112.22.333',
    '1112 22 333',
    '111.222.333',
  ])
    assert.ok(bevatBurgerservicenummer(tekst), tekst)
})

test('wat de elfproef niet doorstaat of een ander aantal cijfers heeft, niet', () => {
  for (const tekst of [
    '',
    '111222334',
    '1112223330',
    '11122233',
    '2025-10001',
    '5.1.6.11.22',
    'INK-2025-10001',
  ])
    assert.ok(!bevatBurgerservicenummer(tekst), tekst)
})
