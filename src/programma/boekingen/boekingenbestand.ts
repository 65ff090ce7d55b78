import { kenmerktekst, naamVan } from '#grootboek/deur.ts'
import { KOLOMMEN } from '#programma/begroting/geldfilter.ts'
import type { Boekingenvraag } from '#programma/boekingen/boekingenvraag.ts'
import type { Boekingenlijst, Boekingrij } from '#programma/boekingen/lezen.flow.ts'
import { SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import type { Uitvoercel, Uitvoertabel } from '#programma/poorten.ts'

type Kolom = readonly [
  naam: string,
  kop: string,
  soort: Uitvoertabel['kolommen'][number]['soort'],
  cel: (rij: Boekingrij) => Uitvoercel,
]

/** De boekingen van een lijst als bestand, één rij per boeking; zonder toelichting en zonder wie. */
export function boekingenbestand(
  lijst: Boekingenlijst,
  { kolom }: Pick<Boekingenvraag, 'kolom'>,
  over: Pick<Uitvoertabel, 'leeswijzer' | 'stand'>,
): Uitvoertabel {
  const kolommen: readonly Kolom[] = [
    ['nr', 'Boeking', 'getal', ({ boeking }) => boeking.nr],
    ['geldig_op', 'Gebeurd op', 'datum', ({ boeking }) => boeking.geldigOp],
    ['vastgelegd_op', 'Vastgelegd op', 'tekst', ({ boeking }) => boeking.vastgelegdOp],
    ['soort', 'Soort', 'tekst', ({ boeking }) => SOORTNAAM[boeking.soort]],
    ['grondslagsoort', 'Grondslag', 'tekst', ({ boeking }) => boeking.grondslag.soort],
    ['grondslag', 'Kenmerk', 'tekst', ({ boeking }) => boeking.grondslag.kenmerk],
    ['corrigeert', 'Corrigeert boeking', 'getal', ({ boeking }) => boeking.corrigeert],
    [
      'regels',
      'Regels',
      'tekst',
      ({ boeking }) =>
        boeking.regels
          .map((regel) =>
            `${naamVan(regel.rekening)} ${regel.bedragCent} ${kenmerktekst(regel.kenmerk)}`.trim(),
          )
          .join('; '),
    ],
    ['bedrag', kolom === undefined ? 'Omvang' : KOLOMMEN[kolom].kop, 'bedrag', ({ bedrag }) => bedrag],
    ['hash', 'Hash', 'tekst', ({ boeking }) => boeking.hash],
  ]
  const { leeswijzer, stand } = over
  return {
    titel: 'Boekingen',
    kolommen: kolommen.map(([naam, kop, soort]) => ({ naam, kop, soort })),
    rijen: lijst.rijen.map((rij) => kolommen.map(([, , , cel]) => cel(rij))),
    // Alleen een volledige lijst moet op de som uitkomen.
    controle: lijst.meer
      ? undefined
      : kolommen.map(([naam]) => (naam === 'bedrag' ? (lijst.som ?? null) : null)),
    leeswijzer: lijst.meer
      ? [
          ...leeswijzer,
          ['Niet alles', `Dit zijn de nieuwste ${lijst.rijen.length} boekingen; er zijn er meer.`],
        ]
      : leeswijzer,
    stand,
  }
}
