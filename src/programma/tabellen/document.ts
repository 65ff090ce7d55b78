import {
  ERNSTWOORDEN,
  filterBevindingen,
  isOpen,
  leesBevindingfilter,
} from '#programma/bevindingen/bevindingen.ts'
import { genoemd, inhoudVan, periodeVan, plaatskop, SOORTWOORDEN } from '#programma/document/vermelding.ts'
import { REGELS } from '#programma/plancontrole/plancontrole.ts'
import { maakInhoud, type Tabelinhoud, type Tabelvraag } from '#programma/tabellen/vorm.ts'

/** Tabellen over het document: wat het zegt, en wat daarin niet klopt. */

/** Filters: `plaats`, `soort` en `over` (als `onderdeel:oco`). */
export function vermeldingentabel({ beeld, velden }: Tabelvraag): Tabelinhoud {
  const { plaats = '', soort = '', over = '' } = velden
  const rijen = beeld.plan.vermeldingen.filter(
    (een) =>
      (plaats === '' || een.plaats === plaats) &&
      (soort === '' || een.soort === soort) &&
      (over === '' || `${een.over.soort}:${een.over.id}` === over),
  )
  return maakInhoud(
    'Vermeldingen',
    rijen,
    [
      ['id', 'Sleutel', 'tekst', ({ id }) => id],
      ['plaats', 'Plaats', 'tekst', (een) => plaatsnaamVan(beeld.plaats.get(een.plaats), een.plaats)],
      ['regel', 'Regel in het document', 'getal', ({ regels }) => regels?.[0]],
      ['soort', 'Soort', 'tekst', (een) => SOORTWOORDEN[een.soort]],
      ['over', 'Over', 'tekst', (een) => genoemd(beeld, een.over).naam],
      ['periode', 'Periode', 'tekst', (een) => (een.soort === 'bedrag' ? periodeVan(een) : '')],
      ['bedrag', 'Bedrag', 'bedrag', (een) => (een.soort === 'bedrag' ? een.bedragCent : null)],
      ['inhoud', 'Wat er staat', 'tekst', (een) => inhoudVan(beeld, een)],
      ['letterlijk', 'Letterlijk', 'tekst', ({ letterlijk }) => letterlijk],
      ['onzeker', 'Onzekere lezing', 'tekst', ({ twijfel }) => twijfel],
    ],
    [
      ['Plaats', plaats],
      ['Soort', soort],
      ['Over', over],
    ],
  )
}

const plaatsnaamVan = (plaats: Parameters<typeof plaatskop>[0] | undefined, id: string): string =>
  plaats === undefined ? id : plaatskop(plaats)

const REGELTITEL = new Map(REGELS.map(({ id, titel }) => [id, titel]))

/** Dezelfde filters als het scherm van de plancontrole. */
export function bevindingentabel({ beoordeeld, velden }: Tabelvraag): Tabelinhoud {
  const filter = leesBevindingfilter(velden)
  return maakInhoud(
    'Bevindingen',
    filterBevindingen(beoordeeld, filter),
    [
      ['sleutel', 'Sleutel', 'tekst', ({ bevinding }) => bevinding.sleutel],
      ['ernst', 'Ernst', 'tekst', ({ bevinding }) => ERNSTWOORDEN[bevinding.ernst].een],
      ['regel', 'Regel', 'tekst', ({ bevinding }) => REGELTITEL.get(bevinding.regel) ?? bevinding.regel],
      ['titel', 'Bevinding', 'tekst', ({ bevinding }) => bevinding.titel],
      ['uitleg', 'Uitleg', 'tekst', ({ bevinding }) => bevinding.uitleg],
      ['oorzaak', 'Mogelijke oorzaak', 'tekst', ({ bevinding }) => bevinding.oorzaak],
      ['verschil', 'Verschil', 'bedrag', ({ bevinding }) => bevinding.verschilCent],
      [
        'plaatsen',
        'Plaatsen',
        'tekst',
        ({ bevinding }) =>
          bevinding.plaatsen
            .map(({ plaats, waarde }) => (waarde === undefined ? plaats : `${plaats}: ${waarde}`))
            .join('; '),
      ],
      ['status', 'Status', 'tekst', (een) => (isOpen(een) ? 'open' : 'afgedaan')],
      ['toelichting', 'Waarom afgedaan', 'tekst', ({ oordeel }) => oordeel?.toelichting],
    ],
    [
      ['Ernst', filter.ernst ?? ''],
      ['Regel', filter.regel ?? ''],
      ['Over', filter.over ?? ''],
      ['Status', filter.status ?? ''],
    ],
  )
}
