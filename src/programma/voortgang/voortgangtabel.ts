import { hoofdletter } from '#basis/tekst.ts'
import { maakInhoud, type Tabelinhoud, type Tabelvraag, type Uitvoerkolom } from '#programma/tabellen/vorm.ts'
import { toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { leesOverzichtvraag, type Overzichtrij, overzichtrijen } from '#programma/voortgang/overzicht.ts'
import { ASPECTEN, ASPECTNAAM, STANDNAAM } from '#programma/voortgang/standen.ts'
import { VERKLARINGEN } from '#programma/voortgang/voortgang.ts'

/** De voortgang als bestand. Filters: `groep` en `kwartaal`; zonder kwartaal de laatste van elk onderdeel. */
export function voortgangtabel({ beeld, velden, voortgang }: Tabelvraag): Tabelinhoud {
  const vraag = leesOverzichtvraag(velden)
  const kolommen: Uitvoerkolom<Overzichtrij>[] = [
    ['id', 'Sleutel', 'tekst', ({ onderdeel }) => onderdeel.id],
    ['onderdeel', 'Onderdeel', 'tekst', ({ onderdeel }) => onderdeel.titel],
    ['groep', 'Groep', 'tekst', ({ onderdeel }) => beeld.groep.get(onderdeel.groep ?? '')?.titel],
    ['jaar', 'Jaar', 'getal', ({ voortgang: een }) => een?.jaar],
    ['kwartaal', 'Kwartaal', 'getal', ({ voortgang: een }) => een?.kwartaal],
    ...ASPECTEN.flatMap((aspect): Uitvoerkolom<Overzichtrij>[] => [
      [
        aspect,
        ASPECTNAAM[aspect],
        'tekst',
        ({ voortgang: een }) => een && STANDNAAM[een.oordelen[aspect].stand],
      ],
      [
        `${aspect}_regel`,
        `${ASPECTNAAM[aspect]}: volgens de regel`,
        'tekst',
        ({ voortgang: een }) => een?.oordelen[aspect].regel,
      ],
      [
        `${aspect}_reden`,
        `${ASPECTNAAM[aspect]}: waarom anders`,
        'tekst',
        ({ voortgang: een }) => een?.oordelen[aspect].reden,
      ],
    ]),
    ['gedaan', 'Wat is er gedaan', 'tekst', ({ voortgang: een }) => een?.gedaan],
    ['komt', 'Wat komt er', 'tekst', ({ voortgang: een }) => een?.komt],
    ...VERKLARINGEN.map(
      (deel): Uitvoerkolom<Overzichtrij> => [
        deel,
        hoofdletter(deel),
        'tekst',
        ({ voortgang: een }) => een?.verklaring?.[deel],
      ],
    ),
  ]
  return maakInhoud('Voortgang', overzichtrijen(beeld, voortgang, vraag), kolommen, [
    ['Groep', beeld.groep.get(vraag.groep ?? '')?.titel ?? ''],
    [
      'Kwartaal',
      vraag.kwartaal === undefined ? 'het laatste van elk onderdeel' : toonKwartaal(vraag.kwartaal),
    ],
  ])
}
