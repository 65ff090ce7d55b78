import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { beoordeel } from '#programma/bevindingen/bevindingen.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { downloadsVan, TABELNAMEN, type Tabelnaam } from '#programma/tabellen/links.ts'
import { isTabelnaam, maakTabel } from '#programma/tabellen/tabellen.ts'
import { voorbeeldplan } from '#test/programma-app.ts'

const beeld = planbeeldVan(voorbeeldplan('gm1731'))
const beoordeeld = beoordeel(controleer(beeld.plan), [], 1, () => undefined)

const tabel = (naam: Tabelnaam, velden: Record<string, string> = {}) =>
  maakTabel(naam, { beeld, vandaag: datum('2026-06-15'), velden, beoordeeld, voortgang: [] }, 3)

function som(naam: Tabelnaam, kolom: string, velden: Record<string, string> = {}): number {
  const { kolommen, rijen } = tabel(naam, velden)
  const i = kolommen.findIndex((een) => een.naam === kolom)
  assert.ok(i >= 0, kolom)
  return rijen.reduce((totaal, rij) => totaal + Number(rij[i] ?? 0), 0)
}

for (const naam of TABELNAMEN)
  test(`tabel ${naam}: elke rij past bij de kop, en bedragen zijn hele centen`, () => {
    const { kolommen, rijen, leeswijzer } = tabel(naam)
    // Midden-Drenthe noemt geen enkele indicator; dan zijn die tabellen leeg en niet kapot.
    assert.equal(rijen.length > 0, naam !== 'indicatoren' && naam !== 'metingen')
    assert.equal(new Set(kolommen.map((kolom) => kolom.naam)).size, kolommen.length)
    for (const rij of rijen) {
      assert.equal(rij.length, kolommen.length)
      rij.forEach((cel, i) => {
        const soort = kolommen[i]?.soort
        if (cel === null) return
        assert.equal(typeof cel, soort === 'tekst' ? 'string' : 'number', `${kolommen[i]?.naam}: ${cel}`)
        if (soort === 'bedrag') assert.ok(Number.isSafeInteger(cel))
      })
    }
    assert.deepEqual(Object.fromEntries(leeswijzer)['Versie'], '3')
  })

test('elke tabel met het geld van het plan telt op tot het plan', () => {
  assert.equal(som('onderdelen', 'totaal'), beeld.totaal.totaal)
  assert.equal(som('groepen', 'totaal'), beeld.totaal.totaal)
  assert.equal(som('raming', 'bedrag'), beeld.totaal.totaal)
  assert.equal(som('onderdelen', 'jaar_2024'), beeld.totaal.perJaar.get(2024))
})

test('de filters van het scherm gelden ook in het bestand, en staan in de leeswijzer', () => {
  const gekozen = tabel('onderdelen', { groep: 'grip-op-de-kosten', pagina: '7' })
  assert.equal(gekozen.rijen.length, 2)
  assert.ok(gekozen.leeswijzer.some(([kop, waarde]) => kop === 'Groep' && waarde === 'grip-op-de-kosten'))
  assert.equal(som('raming', 'bedrag', { onderdeel: 'inloopvoorzieningen' }), 328_000_00)
  assert.equal(som('raming', 'bedrag', { jaar: '2024' }), beeld.totaal.perJaar.get(2024))
  assert.equal(som('raming', 'bedrag', { bron: 'soort:rijk' }), 1_449_000_00)
  assert.equal(tabel('raming', { onderdeel: 'bestaat-niet' }).rijen.length, 0)
  assert.ok(tabel('bevindingen', { ernst: 'fout' }).rijen.length < tabel('bevindingen').rijen.length)
  assert.equal(
    tabel('vermeldingen', { over: 'onderdeel:oco' }).rijen.length,
    beeld.vermeldingenOver('onderdeel', 'oco').length,
  )
})

test('een kind zonder zijn ouder telt zichzelf; met zijn ouder telt het geld één keer', () => {
  assert.equal(som('onderdelen', 'totaal', { zoek: 'inloopvoorzieningen' }), 328_000_00)
  assert.equal(som('onderdelen', 'totaal', { zoek: 'Inloop Westerbork' }), 74_000_00)
})

test('mijlpalen staan op volgorde van tijd, zonder datum achteraan', () => {
  const { kolommen, rijen } = tabel('mijlpalen')
  const i = kolommen.findIndex(({ naam }) => naam === 'tijdvak')
  const jaren = rijen.map((rij) => String(rij[i] ?? '9999').slice(0, 4))
  assert.deepEqual(jaren, jaren.toSorted())
})

for (const naam of ['toString', 'ONDERDELEN', '', 'onderdelen.'])
  test(`"${naam}" is geen tabel`, () => {
    assert.equal(isTabelnaam(naam), false)
  })

test('de links dragen de filters', () => {
  const pad = (rest: string, vraag: object = {}) => `${rest} ${JSON.stringify(vraag)}`
  assert.deepEqual(
    downloadsVan(pad, 'raming', { jaar: 2024 }).map(({ soort, href }) => [soort, href]),
    [
      ['CSV', '/tabellen/raming.csv {"jaar":2024}'],
      ['ODS', '/tabellen/raming.ods {"jaar":2024}'],
      ['XLSX', '/tabellen/raming.xlsx {"jaar":2024}'],
      ['JSON', '/tabellen/raming.json {"jaar":2024}'],
    ],
  )
})
