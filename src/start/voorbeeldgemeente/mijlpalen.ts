import { datum, tijdvak } from '#basis/datum.ts'
import type { Melding } from '#programma/mijlpalen/mijlpaal.ts'
import { meldMijlpaal } from '#programma/mijlpalen/mijlpalen.flow.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { type Gebeurtenis, op } from '#start/voorbeeldgemeente/plek.ts'

/** Wat er in vijf jaar over mijlpalen is gemeld: op tijd, in stapjes uitgesteld, ingetrokken, vervallen. */

type Regel = readonly [dag: string, wat: string, reden: string]

/** `bereikt 2023-06-20`, `verwacht 2023-Q4`, `woorden zomer 2026` of `vervallen`. */
function alsMelding(wat: string, reden: string): Melding {
  const [fase = '', ...rest] = wat.split(' ')
  const waarde = rest.join(' ')
  const leeg = { verwacht: null, letterlijk: null, bereiktOp: null, reden }
  if (fase === 'bereikt') return { ...leeg, fase, bereiktOp: datum(waarde) }
  if (fase === 'verwacht') return { ...leeg, fase, verwacht: tijdvak(waarde) }
  if (fase === 'woorden') return { ...leeg, fase: 'verwacht', letterlijk: waarde }
  return { ...leeg, fase: 'vervallen' }
}

const VERHAAL: Readonly<Record<string, readonly Regel[]>> = {
  'steungezinnen/start': [
    ['2022-11-14', 'verwacht 2023-06', 'De werving is begonnen en loopt zoals bedacht.'],
    ['2023-04-17', 'verwacht 2023-09', 'Er zijn zes gezinnen gekoppeld; de zomer gaat er nog overheen.'],
    ['2023-09-25', 'bereikt 2023-09-21', 'Het tiende gezin is gekoppeld.'],
  ],
  'steungezinnen/evaluatie': [
    ['2024-04-15', 'verwacht 2024-Q4', 'De opdracht voor de evaluatie is gegeven.'],
    ['2024-10-14', 'verwacht 2025-Q1', 'Twee scholen leverden hun cijfers later aan.'],
    ['2025-01-20', 'verwacht 2025-Q2', 'De raad vroeg om ook met de gezinnen te praten.'],
    ['2025-06-02', 'bereikt 2025-05-22', 'Behandeld in de raad, bij de voorjaarsnota.'],
  ],
  'zorginnovatie/keuze': [
    ['2024-10-14', 'verwacht 2025-H2', 'De eerste proeven lopen.'],
    ['2025-04-22', 'verwacht 2026-Q1', 'Twee proeven gaan een half jaar langer door.'],
    ['2026-01-19', 'verwacht 2026-Q3', 'De meting van de tweede proef is nog niet klaar.'],
    ['2026-07-13', 'woorden winter 2026', 'De zorgaanbieder heeft een nieuwe planning nodig.'],
  ],
  'beschermd-wonen/besluit': [
    ['2024-11-18', 'verwacht 2026-H1', 'Het Rijk houdt vast aan de invoering.'],
    ['2025-06-16', 'verwacht 2026-Q3', 'De verdeling van het geld is een jaar later bekend.'],
    ['2026-02-09', 'verwacht 2026-Q4', 'Het voorstel gaat eerst langs de regio.'],
    ['2026-10-12', 'verwacht 2027-Q1', 'De raad van december is vol; het wordt januari.'],
  ],
  'inloop-dorp-b/open': [['2023-03-20', 'bereikt 2023-03-14', 'De deuren zijn open op twee middagen.']],
  'inloop-dorp-c/open': [
    ['2023-01-23', 'verwacht 2023-Q3', 'Het gebouw heeft een nieuwe keuken nodig.'],
    ['2023-10-09', 'verwacht 2023-Q4', 'Dorp C begint later met koken.'],
    ['2023-12-04', 'bereikt 2023-12-01', 'Open, zonder keuken.'],
    ['2023-12-18', 'verwacht 2024-Q1', 'Ingetrokken: zonder keuken telt het niet als inloop.'],
    ['2024-02-26', 'bereikt 2024-02-19', 'De keuken is klaar.'],
  ],
  'inloop-dorp-e/open': [
    ['2024-05-13', 'verwacht 2024-Q4', 'Na de bijstelling is er geld.'],
    ['2024-11-11', 'verwacht 2025-03', 'De vergunning duurt langer.'],
    ['2025-02-17', 'verwacht 2025-05', 'Er is bezwaar gemaakt.'],
    ['2025-05-12', 'bereikt 2025-05-08', 'Geopend met het hele dorp.'],
  ],
  'meten/cijfers': [
    ['2023-05-15', 'verwacht 2023-H2', 'De bouw is begonnen.'],
    ['2023-11-13', 'verwacht 2024-Q2', 'Eén wijkteam werkt nog met een ander systeem.'],
    ['2024-06-10', 'bereikt 2024-05-30', 'Alle wijkteams staan erop.'],
  ],
  'wijkteams/ingang': [
    ['2023-08-21', 'verwacht 2024-01-01', 'Op schema.'],
    ['2024-01-08', 'bereikt 2023-12-18', 'Twee weken eerder open dan gepland.'],
  ],
  'bemiddeling/start': [['2023-09-18', 'bereikt 2023-08-29', 'De eerste zaak is afgerond.']],
  'samenwerking/convenant': [
    ['2023-11-20', 'verwacht 2024-02-29', 'De tekst ligt bij de gemeenten.'],
    ['2024-03-04', 'bereikt 2024-02-29', 'Ondertekend.'],
  ],
  'contractbeheer/afspraken': [
    ['2023-12-11', 'verwacht 2024-Q2', 'De gesprekken zijn begonnen.'],
    ['2024-05-27', 'verwacht 2024-Q4', 'Vier van de negen aanbieders hebben getekend.'],
    ['2024-11-25', 'verwacht 2025-Q2', 'Over het tarief is nog geen akkoord.'],
    ['2025-07-07', 'bereikt 2025-06-30', 'De laatste aanbieder heeft getekend.'],
  ],
  'jeugdhulp-op-school/evaluatie': [
    ['2024-11-25', 'verwacht 2025-03', 'De raad wacht erop.'],
    ['2025-03-17', 'verwacht 2025-06', 'De vragenlijst onder ouders loopt nog.'],
    ['2025-09-01', 'bereikt 2025-07-03', 'Besproken met de scholen.'],
  ],
  'communicatie/krant': [
    ['2023-02-20', 'verwacht 2023-Q3', 'Er is nog geen redactie.'],
    ['2024-04-08', 'vervallen', 'Met de bijstelling geschrapt: nieuws gaat voortaan langs de website.'],
  ],
}

export function mijlpaalgebeurtenissen(): Gebeurtenis[] {
  return Object.entries(VERHAAL).flatMap(([waar, regels]) => {
    const [onderdeel = '', mijlpaal = ''] = waar.split('/')
    return regels.map(([dag, wat, reden], gezien) =>
      op(datum(dag), 10, ({ als }) =>
        moet(
          `mijlpaal ${waar}`,
          // Om en om: de programmamanager en de budgethouder melden allebei.
          meldMijlpaal(als(gezien % 2 === 0 ? 'budgethouder' : 'programmamanager'), PROGRAMMA, {
            onderdeel,
            mijlpaal,
            gezien,
            ...alsMelding(wat, reden),
          }),
        ),
      ),
    )
  })
}
