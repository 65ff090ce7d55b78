import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { schrijfCsv } from '#uitwisseling/rekenblad/csv.ts'
import { leesCsv, type Scheiding } from '#uitwisseling/rekenblad/csv-lezen.ts'
import { waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'

const teksten = (bytes: Uint8Array): string[][] => {
  const gelezen = leesCsv(bytes)
  assert.ok(gelezen.ok, JSON.stringify(gelezen))
  return gelezen.waarde.blad.rijen.map(({ cellen }) =>
    cellen.map((cel) => {
      const waarde = waardeVan(cel)
      return waarde.soort === 'tekst' ? waarde.tekst : ''
    }),
  )
}
const vorm = (bytes: Uint8Array) => {
  const gelezen = leesCsv(bytes)
  return gelezen.ok ? [gelezen.waarde.scheiding, gelezen.waarde.codering] : gelezen.reden.reden
}

test('codering en scheidingsteken blijken uit de inhoud', () => {
  assert.deepEqual(vorm(strToU8('a;b\n1,50;2\n')), [';', 'utf-8'])
  assert.deepEqual(vorm(strToU8('a,b\n1.50,2\n')), [',', 'utf-8'])
  assert.deepEqual(vorm(strToU8('a\tb\n1,50\t2,25\n')), ['\t', 'utf-8'])
  assert.deepEqual(vorm(strToU8('\ufeffa;b\n')), [';', 'utf-8'])
  const latijn = Uint8Array.from([...'a;caf'].map((teken) => teken.charCodeAt(0)).concat([0xe9, 0x80]))
  assert.deepEqual(vorm(latijn), [';', 'windows-1252'])
  assert.deepEqual(teksten(latijn), [['a', 'café€']])
  const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'a;b'].flatMap((teken) => [teken.charCodeAt(0), 0])])
  assert.deepEqual(vorm(utf16), [';', 'utf-16le'])
  assert.deepEqual(teksten(strToU8('sep=,\r\na,"b;c;d;e"\r\n')), [[], ['a', 'b;c;d;e']])
})

test('aanhalingstekens, regels in een cel, voorloopnullen en beschermde formules', () => {
  assert.deepEqual(teksten(strToU8('"a";"b ""x"""\r\n"regel\nterug";="0061"\r\n\'=1+1;007\r\n\r\n')), [
    ['a', 'b "x"'],
    ['regel\nterug', '0061'],
    ['=1+1', '007'],
  ])
})

test('wat geen csv is, wordt met een zin geweigerd', () => {
  assert.equal(vorm(new Uint8Array()), 'leeg')
  assert.equal(vorm(strToU8(' \n ')), 'leeg')
  assert.equal(vorm(Uint8Array.from([0, 1, 2, 0])), 'geen_rekenblad')
  const open = leesCsv(strToU8('a;b\n"nooit dicht;c\n'))
  assert.ok(!open.ok)
  assert.equal(open.reden.plaats, 'regel 2')
})

test('wat wij als csv schrijven, lezen wij terug', () => {
  const woord = fc.string({ unit: fc.constantFrom('a', 'é', ';', ',', '"', '\n', '=', '-', '0', "'") })
  fc.assert(
    fc.property(fc.array(fc.array(woord, { minLength: 3, maxLength: 3 }), { minLength: 3 }), (tabel) => {
      const vol = tabel.map((rij) => ['kop', ...rij.map((cel) => `x${cel}x`)])
      const rijen = vol.map((rij) => ({ cellen: rij.map((tekst) => ({ soort: 'tekst' as const, tekst })) }))
      assert.deepEqual(teksten(strToU8(schrijfCsv({ naam: 'x', rijen }))), vol)
    }),
  )
})

test('elk scheidingsteken leest dezelfde tabel, ook met komma’s in bedragen', () => {
  for (const scheiding of [';', ',', '\t'] as const satisfies readonly Scheiding[]) {
    const regels = [
      ['rekening', 'bedrag'],
      ['0061', '"1.234,56"'],
      ['0062', '"(12,00)"'],
    ].map((rij) => rij.join(scheiding))
    assert.deepEqual(teksten(strToU8(regels.join('\r\n'))), [
      ['rekening', 'bedrag'],
      ['0061', '1.234,56'],
      ['0062', '(12,00)'],
    ])
  }
})
