import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import {
  type Actie,
  actievolgorde,
  actiewoord,
  isOverTijd,
  type Overleg,
} from '#programma/overleg/overleg.ts'
import { overlegstukVan, uitkomstzin } from '#programma/overleg/overlegstuk.ts'

const OP = Moment.parse('2024-01-01T00:00:00.000000Z')
const actie = (nummer: number, anders: Partial<Actie> = {}): Actie => ({
  id: '018f3a3e-0000-7000-8000-000000000000',
  nummer,
  overleg: 1,
  punt: 1,
  volgnr: 1,
  wat: `Actie ${nummer}`,
  rol: 'Teamleider',
  uiterlijk: datum('2024-02-29'),
  stand: 'open',
  reden: null,
  op: OP,
  sinds: OP,
  door: null,
  ...anders,
})

test('over tijd in woorden: op de laatste dag nog niet, de dag erna wel, ook op schrikkeldag', () => {
  const zeg = (dag: string, stand: Actie['stand'] = 'open') =>
    actiewoord(actie(1, { stand }), datum(dag)).tekst
  assert.equal(zeg('2024-02-28'), 'Nog te doen')
  assert.equal(zeg('2024-02-29'), 'Nog te doen, uiterlijk vandaag')
  assert.equal(zeg('2024-03-01'), '1 dag over tijd')
  assert.equal(zeg('2024-03-02', 'bezig'), '2 dagen over tijd')
  assert.equal(zeg('2025-01-01', 'klaar'), 'Klaar')
  assert.equal(zeg('2025-01-01', 'vervallen'), 'Vervallen')
  assert.equal(isOverTijd(actie(1, { stand: 'klaar' }), datum('2025-01-01')), false)
})

test('lopend eerst, op dag; daarna wat is afgerond, het nieuwste eerst', () => {
  const later = Moment.parse('2024-06-01T00:00:00.000000Z')
  const volgorde = actievolgorde([
    actie(1, { stand: 'klaar' }),
    actie(2, { uiterlijk: datum('2024-12-31') }),
    actie(3, { stand: 'vervallen', op: later }),
    actie(4, { uiterlijk: datum('2024-01-01'), stand: 'bezig' }),
  ])
  assert.deepEqual(
    volgorde.map(({ nummer }) => nummer),
    [4, 2, 3, 1],
  )
})

const OVERLEG: Overleg = {
  id: '018f3a3e-0000-7000-8000-000000000001',
  nummer: 1,
  orgaan: 'stuurgroep',
  volgnr: 2,
  datum: datum('2024-03-14'),
  stand: 'gehouden',
  reden: null,
  op: OP,
  punten: [
    {
      nummer: 1,
      volgnr: 2,
      soort: 'onderdeel',
      verwijzing: 'inloop',
      titel: 'Inloop',
      toelichting: 'Uitleg',
      gevraagd: 'besluit',
      vervolg: 'directie',
      uitkomst: 'besloten',
      conclusie: 'Akkoord',
      besluit: '018f3a3e-0000-7000-8000-000000000002',
      vervolgbesluit: null,
      op: OP,
    },
  ],
}

test('een agenda zegt wat er voorlag, ook achteraf; een besluitenlijst wat eruit kwam en wie wat doet', () => {
  const besluit = {
    id: '018f3a3e-0000-7000-8000-000000000002',
    orgaan: 'stuurgroep',
    datum: datum('2024-03-14'),
    nummer: null,
    onderwerp: 'Inloop',
    teBevestigen: false,
    vastgelegdOp: new Date('2024-03-14'),
  } as const
  const acties = [
    actie(1),
    actie(2, { punt: null }),
    actie(3, { overleg: 9 }),
    actie(4, { overleg: 9, stand: 'klaar' }),
  ]
  const vraag = {
    acties,
    besluiten: [besluit],
    noem: () => ({ naam: 'De inloop', pad: '/onderdelen/inloop' }),
  }
  const agenda = overlegstukVan(OVERLEG, { ...vraag, soort: 'agenda' })
  assert.deepEqual(
    [agenda.titel, agenda.punten[0]?.uitkomst, agenda.punten[0]?.besluit, agenda.punten[0]?.over?.naam],
    ['Agenda stuurgroep 14 maart 2024', null, null, 'De inloop'],
  )
  assert.deepEqual(
    agenda.acties.map(({ nummer }) => nummer),
    [3],
    'lopend, en niet uit dit overleg zelf',
  )
  const lijst = overlegstukVan(OVERLEG, { ...vraag, soort: 'besluitenlijst' })
  const [punt] = lijst.punten
  assert.ok(punt !== undefined)
  assert.equal(uitkomstzin(punt), 'Besloten: Akkoord')
  assert.equal(punt.besluit?.onderwerp, 'Inloop')
  assert.deepEqual(
    [punt.acties.map(({ nummer }) => nummer), lijst.acties.map(({ nummer }) => nummer)],
    [[1], [2]],
  )
})
