import { Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import type { Feiten, Indicatorfeit, Metingfeit } from '#verantwoording/feiten/feiten.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { alinea, kop } from '#verantwoording/sjablonen/delen.ts'
import { tabelVan } from '#verantwoording/sjablonen/tabellen.ts'

/** Indicatoren, mijlpalen en risico's: wat gemeten is, met de marge, en wat ontbreekt, met de reden. */

const vak = (tekst: string | null): string => {
  if (tekst === null) return 'niet bekend'
  const gelezen = Tijdvak.safeParse(tekst)
  return gelezen.success ? toonTijdvak(gelezen.data) : tekst
}

const komma = (waarde: string): string => waarde.replace('.', ',')

/** `62,4 (tussen 58,1 en 66,7; 412 antwoorden; voorlopig)`. */
export function metingtekst({
  waarde,
  ontbreekt,
  aantal,
  ondergrens,
  bovengrens,
  soort,
}: Metingfeit): string {
  if (waarde === null) return `niet bekend: ${ontbreekt ?? 'er is geen reden gegeven'}`
  const delen = [
    ondergrens !== null &&
      bovengrens !== null &&
      ondergrens !== bovengrens &&
      `tussen ${komma(ondergrens)} en ${komma(bovengrens)}`,
    aantal !== null && telwoord(aantal, 'antwoord', 'antwoorden'),
    soort === 'voorlopig' && 'voorlopig',
  ].filter((deel) => deel !== false)
  return `${komma(waarde)}${delen.length === 0 ? '' : ` (${delen.join('; ')})`}`
}

export function indicatorendeel(feiten: Feiten): Deel {
  const indicatoren = feiten.indicatoren ?? []
  const zonder = feiten.beeld.plan.doelen.filter((doel) => doel.indicatoren.length === 0)
  const genoemd = feiten.beeld.plan.doelen.reduce((som, doel) => som + doel.indicatoren.length, 0)
  const eerste =
    genoemd === 0
      ? 'Het plan noemt geen enkele indicator. Er is daarom geen cijfer dat zegt of de doelen dichterbij komen.'
      : indicatoren.length === 0
        ? `Het plan noemt ${telwoord(genoemd, 'indicator', 'indicatoren')}. Er zijn nog geen metingen.`
        : `Het plan noemt ${telwoord(genoemd, 'indicator', 'indicatoren')}.`
  const tweede =
    genoemd === 0 || zonder.length === 0
      ? ''
      : ` ${zonder.length === 1 ? 'Bij één doel' : `Bij ${zonder.length} doelen`} staat geen indicator: ${opsomming(zonder.map(({ titel }) => `‘${titel}’`))}.`
  return {
    id: 'indicatoren',
    titel: 'Wat laten de indicatoren zien?',
    blokken: [
      alinea('indicatoren.beeld', eerste + tweede),
      ...indicatoren.flatMap((een, i) => indicatorblokken(een, i + 1)),
    ],
  }
}

const indicatorblokken = (een: Indicatorfeit, nr: number): Blok[] => [
  kop(`indicator.${nr}`, een.naam),
  {
    soort: 'feiten',
    id: `indicator.${nr}.feiten`,
    titel: `Wat wij meten: ${een.naam}`,
    rijen: [
      ['Doel', een.doel],
      ['Eenheid', een.eenheid],
      ['Bij het begin', een.nulwaarde ?? 'niet bekend'],
      ['Wat wij willen', een.streefwaarde ?? 'niet afgesproken'],
      ['Bron', een.bron ?? 'niet genoemd'],
    ],
  },
  ...(een.metingen.length === 0
    ? [alinea(`indicator.${nr}.geen`, 'Hiervan is nog niets gemeten.')]
    : [
        tabelVan(
          { id: `indicator-${nr}`, titel: `Metingen: ${een.naam}` },
          [
            ['tijdvak', 'Periode', 'tekst'],
            ['waarde', `Gemeten (${een.eenheid})`, 'tekst'],
          ],
          een.metingen.map((meting) => [vak(meting.tijdvak), metingtekst(meting)]),
        ),
      ]),
]

export function mijlpalendeel(feiten: Feiten): Deel {
  const mijlpalen = feiten.mijlpalen ?? []
  const bereikt = mijlpalen.filter((een) => een.bereikt !== null).length
  const gemeld = mijlpalen.filter((een) => een.gemeld).length
  const naam = (onderdeel: string): string => feiten.beeld.onderdeel.get(onderdeel)?.titel ?? onderdeel
  return {
    id: 'mijlpalen',
    titel: 'Welke mijlpalen zijn gehaald?',
    blokken: [
      alinea(
        'mijlpalen.beeld',
        mijlpalen.length === 0
          ? 'Er zijn geen mijlpalen opgegeven voor deze periode.'
          : gemeld === 0
            ? `Het plan noemt ${telwoord(mijlpalen.length, 'mijlpaal', 'mijlpalen')} tot en met deze periode. Of zij gehaald zijn, is niet bekend: er is niets over gemeld.`
            : `Van ${telwoord(mijlpalen.length, 'mijlpaal', 'mijlpalen')} ${bereikt === 0 ? 'is er nog geen' : bereikt === 1 ? 'is er 1' : `zijn er ${bereikt}`} gehaald.`,
      ),
      ...(mijlpalen.length === 0
        ? []
        : [
            tabelVan(
              { id: 'mijlpalen-tabel', titel: 'Mijlpalen' },
              [
                ['onderdeel', 'Onderdeel', 'tekst'],
                ['wat', 'Mijlpaal', 'tekst'],
                ['gepland', 'Gepland', 'tekst'],
                ['verwacht', 'Nu verwacht', 'tekst'],
                ['bereikt', 'Gehaald', 'tekst'],
                ['laat', 'Te laat', 'tekst'],
              ],
              mijlpalen.map((een) => [
                naam(een.onderdeel),
                een.wat,
                vak(een.gepland),
                een.bereikt === null && een.gemeld ? vak(een.verwacht) : '',
                een.bereikt !== null ? vak(een.bereikt) : een.gemeld ? 'nog niet' : 'niet bekend',
                een.teLaat ? 'ja' : '',
              ]),
            ),
          ]),
    ],
  }
}

export function risicodeel(feiten: Feiten): Deel {
  const { risicos } = feiten
  return {
    id: 'risicos',
    titel: 'Welke risico’s zijn er?',
    blokken: [
      alinea(
        'risicos.beeld',
        risicos === undefined || risicos.length === 0
          ? 'Er zijn geen risico’s vastgelegd. Dat betekent niet dat zij er niet zijn.'
          : `Er ${risicos.length === 1 ? 'staat 1 risico' : `staan ${risicos.length} risico’s`} open.`,
      ),
      ...(risicos === undefined || risicos.length === 0
        ? []
        : [
            tabelVan(
              { id: 'risicos-tabel', titel: 'Risico’s' },
              [
                ['gebeurtenis', 'Wat kan er gebeuren', 'tekst'],
                ['oorzaak', 'Waardoor', 'tekst'],
                ['gevolg', 'Gevolg', 'tekst'],
                ['kans', 'Kans', 'tekst'],
                ['laag', 'Kost minstens', 'bedrag'],
                ['hoog', 'Kost hoogstens', 'bedrag'],
                ['maatregel', 'Wat wij doen', 'tekst'],
                ['eigenaar', 'Wie', 'tekst'],
              ],
              risicos.map((een) => [
                een.gebeurtenis,
                een.oorzaak,
                een.gevolg,
                een.kans,
                een.laagCent,
                een.hoogCent,
                een.maatregel,
                een.eigenaar,
              ]),
            ),
          ]),
    ],
  }
}
