import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import type { Plan } from '#programma/deur.ts'
import { leesPlan } from '#programma/deur.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { leesPlanbestand } from '#uitwisseling/rekenblad/plan-bestand.ts'
import { planNaarWerkboek } from '#uitwisseling/rekenblad/plan-schrijven.ts'
import { waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import { exporteerTabel } from '#uitwisseling/rekenblad/tabel-blad.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

/** Deze toets draait alleen waar LibreOffice staat; zij zegt wat er nodig is waar het ontbreekt. */
const aanwezig = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0
const overslaan = aanwezig
  ? false
  : 'LibreOffice ontbreekt: installeer het pakket libreoffice-calc om dit te toetsen.'

const map = mkdtempSync(join(tmpdir(), 'omzien-rekenblad-'))
after(() => rmSync(map, { recursive: true, force: true }))

/** Laat LibreOffice een bestand openen, herberekenen en in een andere vorm bewaren. */
function bewaarAls(bytes: Uint8Array, van: string, naar: string): Uint8Array {
  const uit = mkdtempSync(join(map, 'uit-'))
  writeFileSync(join(uit, `in.${van}`), bytes)
  const profiel = `-env:UserInstallation=${pathToFileURL(join(map, 'profiel')).href}`
  const klaar = spawnSync(
    'soffice',
    [profiel, '--headless', '--convert-to', naar, '--outdir', join(uit, 'klaar'), join(uit, `in.${van}`)],
    { timeout: 120_000, encoding: 'utf8' },
  )
  assert.equal(klaar.status, 0, klaar.stderr)
  return new Uint8Array(readFileSync(join(uit, 'klaar', `in.${naar.split(':')[0]}`)))
}

const VOORBEELD = 'voorbeelden/midden-drenthe/programmaplan-2022-2026.json'

function voorbeeldplan(): Plan {
  const gelezen = leesPlan(JSON.parse(readFileSync(VOORBEELD, 'utf8')))
  assert.ok(gelezen.ok)
  return gelezen.waarde
}

for (const [van, naar, schrijf] of [
  ['ods', 'xlsx', schrijfOds],
  ['xlsx', 'ods', schrijfXlsx],
] as const)
  test(`LibreOffice opent onze ${van} en bewaart hem als ${naar}: het plan is hetzelfde`, {
    skip: overslaan,
  }, () => {
    const plan = voorbeeldplan()
    const terug = leesPlanbestand(bewaarAls(schrijf(planNaarWerkboek(plan)), van, naar))
    assert.deepEqual(terug, { ok: true, waarde: { plan, waarschuwingen: [] } })
  })

for (const vorm of ['ods', 'xlsx'] as const)
  test(`LibreOffice rekent onze ${vorm} na: de som leeft en de aansluiting klopt`, {
    skip: overslaan,
  }, () => {
    const { bytes } = exporteerTabel(
      {
        titel: 'Proef',
        kolommen: [
          { naam: 'onderdeel', kop: 'Onderdeel', soort: 'tekst' },
          { naam: 'begin', kop: 'Begin', soort: 'datum' },
          { naam: 'lasten', kop: 'Lasten', soort: 'bedrag' },
        ],
        // De som van de rijen is 13,00; het totaal dat erbij staat is met opzet verkeerd.
        rijen: [
          ['5.10', '2024-09-01', 12_50],
          ['=A1', '1900-03-01', 50],
        ],
        leeswijzer: [],
        totaal: [null, null, 14_00],
      },
      vorm,
    )
    const csv = new TextDecoder().decode(
      bewaarAls(bytes, vorm, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1043'),
    )
    assert.equal(
      csv.replace(/^\ufeff/u, ''),
      [
        'Onderdeel;Begin;Lasten',
        '5.10;01-09-2024;12,50',
        '=A1;01-03-1900;0,50',
        'Totaal;;13,00',
        'Totaal volgens Omzien;;14,00',
        'Sluit aan op Omzien;;nee',
        '',
      ].join('\n'),
    )
  })

test('LibreOffice bewaart rare tekst zoals zij is', { skip: overslaan }, () => {
  const gewoon = [
    ...fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }), {
      numRuns: 60,
      seed: 7,
    }),
    ...[
      '  voor en  na ',
      'regel 1\nregel 2',
      '=SUM(A1)',
      '007',
      '5.10',
      '1-9-2024',
      '👩‍👩‍👧',
      '<b>&amp;</b>',
      '_x0041_',
    ],
  ]
  // Wat niet in XML past, komt alleen zonder wisseling van vorm terug: LibreOffice leest onze schrijfwijze als tekst.
  const metTab = [...gewoon, 'a\tb', '\u0001', 'regel\r\nterug']
  for (const [van, naar, schrijf, teksten] of [
    ['ods', 'xlsx', schrijfOds, gewoon],
    ['xlsx', 'ods', schrijfXlsx, gewoon],
    ['ods', 'ods', schrijfOds, metTab],
  ] as const) {
    const rijen = teksten.map((tekst) => ({ cellen: [{ soort: 'tekst' as const, tekst }] }))
    const terug = leesWerkboek(bewaarAls(schrijf({ bladen: [{ naam: 'Tekst', rijen }] }), van, naar))
    assert.ok(terug.ok)
    const gelezen = terug.waarde.bladen[0]?.rijen.map(({ cellen }) => {
      const waarde = waardeVan(cellen[0])
      return waarde.soort === 'tekst' ? waarde.tekst : waarde.soort
    })
    assert.deepEqual(gelezen, teksten, `${van} naar ${naar}`)
  }
})
