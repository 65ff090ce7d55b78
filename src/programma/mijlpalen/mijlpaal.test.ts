import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dagenLater, datum, tijdvak } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import { leesMelding } from '#programma/mijlpalen/invoer.ts'
import {
  afwijkingVan,
  afwijkingzin,
  keerUitgesteld,
  type Mijlpaalmelding,
  type Mijlpaalstand,
  woordVan,
} from '#programma/mijlpalen/mijlpaal.ts'

const VANDAAG = datum('2026-06-15')
const melding = (volgnr: number, anders: Partial<Mijlpaalmelding>): Mijlpaalmelding => ({
  onderdeel: 'inloop',
  mijlpaal: 'open',
  volgnr,
  fase: 'verwacht',
  verwacht: null,
  letterlijk: null,
  bereiktOp: null,
  reden: 'x',
  op: Moment.parse('2026-01-01T00:00:00.000000Z'),
  door: null,
  ...anders,
})
const stand = (gepland: string | null, laatste?: Partial<Mijlpaalmelding>): Mijlpaalstand => ({
  onderdeel: 'inloop',
  mijlpaal: 'open',
  wat: 'Open',
  gepland: gepland === null ? null : tijdvak(gepland),
  geplandLetterlijk: null,
  inPlan: true,
  laatste: laatste === undefined ? undefined : melding(1, laatste),
})

test('afwijking: binnen het geplande tijdvak is op tijd, één dag erna is later, ervoor is eerder', () => {
  const zeg = (gepland: string, nu: string) => afwijkingzin(afwijkingVan(tijdvak(gepland), tijdvak(nu)))
  assert.equal(zeg('2024-Q3', '2024-08-15'), 'zoals gepland')
  assert.equal(zeg('2024-Q3', '2024-09-30'), 'zoals gepland')
  assert.equal(zeg('2024-Q3', '2024-10-01'), '1 dag later dan gepland')
  assert.equal(zeg('2024-Q3', '2024-06-30'), '1 dag eerder dan gepland')
  assert.equal(zeg('2024-Q3', '2024'), 'ongeveer 3 maanden later dan gepland')
  assert.equal(zeg('2024-02-29', '2024-03-01'), '1 dag later dan gepland', 'schrikkeldag')
  assert.equal(zeg('2023-02', '2023-03-01'), '1 dag later dan gepland')
  assert.equal(zeg('2023-12-31', '2024-01-01'), '1 dag later dan gepland', 'over de jaargrens')
  assert.equal(zeg('2024-01-01', '2024-01-01'), 'zoals gepland')
})

test('afwijking op dagen: later en eerder zijn elkaars spiegel', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), (dagen) => {
      const [een, ander] = [tijdvak('2024-02-29'), tijdvak(dagenLater(datum('2024-02-29'), dagen))]
      const [heen, terug] = [afwijkingVan(een, ander), afwijkingVan(ander, een)]
      assert.equal(heen.dagen, Math.abs(dagen))
      assert.equal(heen.dagen, terug.dagen)
      assert.equal(heen.soort === 'later', terug.soort === 'eerder')
    }),
  )
})

test('de stand in een woord, ook op de laatste dag en zonder tijd', () => {
  const zeg = (...args: Parameters<typeof stand>) => woordVan(stand(...args), VANDAAG).tekst
  assert.equal(zeg('2026-06-15'), 'Nog niets gemeld')
  assert.equal(zeg('2026-06-14'), 'Voorbij, niets gemeld')
  assert.equal(zeg(null), 'Nog niets gemeld')
  assert.equal(zeg('2026', { verwacht: tijdvak('2026-06-15') }), 'Verwacht', 'vandaag kan nog')
  assert.equal(zeg('2026', { verwacht: tijdvak('2026-06-14') }), 'Te laat')
  assert.equal(zeg('2026-Q2', { verwacht: tijdvak('2026-Q3') }), 'Verwacht, later')
  assert.equal(zeg('2026-Q1', { letterlijk: 'zomer 2026' }), 'Verwacht, later')
  assert.equal(zeg('2026-Q4', { letterlijk: 'zomer 2026' }), 'Verwacht')
  assert.equal(zeg('2027', { fase: 'bereikt', bereiktOp: datum('2024-02-29') }), 'Bereikt', 'vóór het plan')
  assert.equal(zeg('2020', { fase: 'vervallen' }), 'Vervallen')
})

test('uitgesteld telt elke keer dat de verwachting naar achteren ging, ook na intrekken', () => {
  const verwacht = (volgnr: number, vak: string) => melding(volgnr, { verwacht: tijdvak(vak) })
  const alles = [
    verwacht(1, '2024-Q1'),
    verwacht(2, '2024-Q2'),
    verwacht(3, '2024-04'),
    melding(4, { fase: 'bereikt', bereiktOp: datum('2024-04-02') }),
    verwacht(5, '2024-Q3'),
  ]
  assert.equal(keerUitgesteld(alles, tijdvak('2024-Q1')), 2)
  assert.equal(keerUitgesteld(alles, tijdvak('2023')), 3)
  assert.equal(keerUitgesteld([], null), 0)
})

test('het formulier: alleen de velden van de gekozen fase tellen, en elke fout staat bij haar veld', () => {
  const lees = (velden: Record<string, string>) => leesMelding({ reden: 'Daarom', ...velden })
  const fouten = (velden: Record<string, string>) => {
    const uit = lees(velden)
    return uit.ok ? [] : uit.reden.map(({ veld }) => veld)
  }
  const oud = { verwacht: 'derde kwartaal 2024', letterlijk: 'zomer 2024', bereiktOp: '29-02-2024' }
  assert.deepEqual(lees({ ...oud, fase: 'bereikt' }), {
    ok: true,
    waarde: {
      fase: 'bereikt',
      verwacht: null,
      letterlijk: null,
      bereiktOp: '2024-02-29',
      reden: 'Daarom',
    },
  })
  assert.deepEqual(fouten({ fase: 'verwacht' }), ['verwacht'])
  assert.deepEqual(fouten({ fase: 'verwacht', verwacht: 'zomer 2024' }), ['verwacht'])
  assert.deepEqual(fouten({ fase: 'verwacht', letterlijk: 'zomer 2024' }), [])
  assert.deepEqual(fouten({ fase: 'bereikt' }), ['bereiktOp'])
  assert.deepEqual(fouten({ fase: 'bereikt', bereiktOp: '29-02-2023' }), ['bereiktOp'])
  assert.deepEqual(fouten({ fase: 'vervallen', reden: ' ' }), ['reden'])
  assert.deepEqual(fouten({ fase: 'iets' }), ['fase', 'verwacht'])
})
