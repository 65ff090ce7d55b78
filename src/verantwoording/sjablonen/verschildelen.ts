import { toonDatum } from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { hoofdletter, opsomming, telwoord } from '#basis/tekst.ts'
import { GELDERNSTNAAM, ORGAANNAAM, REGELTEKST } from '#programma/deur.ts'
import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import { alleOnderdelen, type Geldregel, isAfwijking } from '#verantwoording/feiten/geldfeiten.ts'
import type { Veranderregel } from '#verantwoording/feiten/veranderingen.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { alinea, kop, type Peil } from '#verantwoording/sjablonen/delen.ts'
import { tabelVan } from '#verantwoording/sjablonen/tabellen.ts'
import { afwijking, besluitzin, controlezin, drempelzin, euro } from '#verantwoording/sjablonen/zinnen.ts'

/** De delen over wat anders liep: afwijkingen, wat er veranderde, wat besloten is en wat nog openstaat. */

/** Waar het geld anders liep dan begroot, met de verklaring erbij. */
export function afwijkingendeel(feiten: Feiten, peil: Peil): Deel {
  const regels = alleOnderdelen(feiten.geld).filter((regel) => isAfwijking(regel, feiten.drempel, peil))
  const gesorteerd = regels.toSorted(
    (een, ander) => Math.abs(afwijking(ander, peil)) - Math.abs(afwijking(een, peil)),
  )
  const eerste = !feiten.geld.besteed
    ? 'Over afwijkingen is niets te zeggen, want de uitgaven zijn niet bekend.'
    : regels.length === 0
      ? 'Geen onderdeel komt boven die grens.'
      : `${telwoord(regels.length, 'onderdeel komt', 'onderdelen komen')} boven die grens.`
  return {
    id: 'afwijkingen',
    titel: 'Wat liep anders dan begroot?',
    blokken: [
      alinea('afwijkingen.grens', `${drempelzin(feiten)} ${eerste}`),
      ...(regels.length === 0 || !feiten.geld.besteed
        ? []
        : [
            tabelVan(
              { id: 'afwijkingen-tabel', titel: 'Onderdelen die veel afwijken, grootste eerst' },
              [
                ['naam', 'Onderdeel', 'tekst'],
                ['begroot', 'Begroot na wijziging', 'bedrag', 'som'],
                ['uit', peil === 'realisatie' ? 'Uitgegeven' : 'Verwacht', 'bedrag', 'som'],
                ['verschil', 'Meer (of minder) dan begroot', 'bedrag', 'som'],
                ['deel', 'Deel van begroot', 'procent'],
              ],
              gesorteerd.map((regel) => [
                regel.naam,
                regel.cijfers.naWijziging,
                peil === 'realisatie' ? regel.cijfers.gerealiseerd : (regel.prognose ?? 0),
                afwijking(regel, peil),
                deelVan(afwijking(regel, peil), regel.cijfers.naWijziging),
              ]),
            ),
            ...gesorteerd.flatMap((regel) => verklaring(feiten, regel, peil)),
          ]),
    ],
  }
}

/** In procenten met één decimaal; van niets is geen deel. */
const deelVan = (deel: Centen, geheel: Centen): number | null =>
  geheel === 0 ? null : Math.round((deel / geheel) * 1_000) / 10

function verklaring(feiten: Feiten, regel: Geldregel, peil: Peil): Blok[] {
  const meer = afwijking(regel, peil)
  const woord = `${euro(centen(Math.abs(meer)))} ${meer > 0 ? 'meer' : 'minder'}`
  const gegeven = feiten.voortgang?.find(({ onderdeel }) => onderdeel === regel.sleutel)?.verklaring
  const id = `afwijking.${regel.sleutel}`
  const blokken = [kop(id, `${regel.naam}: ${woord}`)]
  return gegeven === null || gegeven === undefined
    ? [...blokken, alinea(`${id}.verklaring`, GEEN_VERKLARING, { toon: 'let-op' })]
    : [
        ...blokken,
        {
          soort: 'feiten',
          id: `${id}.verklaring`,
          titel: `Verklaring bij ${regel.naam}`,
          rijen: [
            ['Oorzaak', gegeven.oorzaak],
            ['Maatregel', gegeven.maatregel],
            ['Risico', gegeven.risico],
            ['Verwachting', gegeven.prognose],
          ],
        },
      ]
}

export const GEEN_VERKLARING = 'Bij deze afwijking is nog geen verklaring gegeven.'

export function veranderingendeel(feiten: Feiten): Deel {
  const { vorig } = feiten
  if (vorig === undefined)
    return {
      id: 'veranderingen',
      titel: 'Wat veranderde sinds het vorige rapport?',
      blokken: [
        alinea(
          'veranderingen.geen',
          'Er is geen eerder rapport van deze soort vastgesteld om mee te vergelijken.',
        ),
      ],
    }
  const { begroot, gerealiseerd, terugwerkend } = vorig.veranderingen
  return {
    id: 'veranderingen',
    titel: 'Wat veranderde sinds het vorige rapport?',
    blokken: [
      alinea(
        'veranderingen.vorig',
        `Het vorige rapport is ‘${vorig.titel}’, met cijfers tot en met ${toonDatum(vorig.geldigTm)} en boeking ${vorig.bekendNr}. ${
          vorig.planversies.length === 0
            ? 'Sindsdien is er geen nieuwe versie van het plan vastgesteld.'
            : `Sindsdien is versie ${opsomming(vorig.planversies.map(String))} van het plan vastgesteld.`
        }`,
      ),
      ...verandertabel(
        'begroot',
        'Begroot na wijziging, alle jaren samen',
        'De begroting is niet veranderd.',
        begroot,
      ),
      ...verandertabel(
        'uitgegeven',
        'Uitgegeven, alle jaren samen',
        'Er is niets bij gekomen aan uitgaven.',
        gerealiseerd,
      ),
      ...verandertabel(
        'terugwerkend',
        'Over de vorige periode, maar pas later vastgelegd',
        'De uitgaven die in het vorige rapport stonden, zijn niet veranderd.',
        terugwerkend,
      ),
    ],
  }
}

const verandertabel = (id: string, titel: string, geen: string, regels: readonly Veranderregel[]): Blok[] =>
  regels.length === 0
    ? [alinea(`veranderingen.${id}`, geen)]
    : [
        tabelVan(
          { id: `veranderingen-${id}`, titel },
          [
            ['naam', 'Onderdeel', 'tekst'],
            ['toen', 'In het vorige rapport', 'bedrag', 'som'],
            ['nu', 'In dit rapport', 'bedrag', 'som'],
            ['erbij', 'Verschil', 'bedrag', 'som'],
          ],
          regels.map(({ naam, toen, nu, erbij }) => [naam, toen, nu, erbij]),
        ),
      ]

export function besluitendeel(feiten: Feiten): Deel {
  const { besluiten } = feiten
  return {
    id: 'besluiten',
    titel: 'Welke besluiten zijn er genomen?',
    blokken: [
      alinea('besluiten.beeld', besluitzin(besluiten, feiten)),
      ...(besluiten.length === 0
        ? []
        : [
            tabelVan(
              { id: 'besluiten-tabel', titel: 'Besluiten, en wat zij aan de begroting veranderden' },
              [
                ['datum', 'Dag', 'datum'],
                ['orgaan', 'Wie besloot', 'tekst'],
                ['nummer', 'Nummer', 'tekst'],
                ['onderwerp', 'Besluit', 'tekst'],
                ['budget', 'Begroting van onderdelen', 'bedrag', 'som'],
              ],
              besluiten.map((een) => ({
                cellen: [
                  een.datum,
                  hoofdletter(ORGAANNAAM[een.orgaan]),
                  een.nummer ?? 'geen nummer',
                  `${een.onderwerp}${een.versies.length === 0 ? '' : ` (plan versie ${een.versies.join(', ')})`}${een.teBevestigen ? ' (te bevestigen)' : ''}`,
                  een.budgetCent,
                ],
                naar: `/besluiten/${een.id}`,
              })),
            ),
          ]),
    ],
  }
}

/** Zoveel punten uit een controle leest iemand nog; de rest staat op het scherm. */
const MEESTE_PUNTEN = 15

export function controledeel(feiten: Feiten): Deel {
  const { planbevindingen, geldsommen } = feiten
  const eerste = planbevindingen.slice(0, MEESTE_PUNTEN)
  return {
    id: 'controle',
    titel: 'Wat is er nog niet in orde?',
    blokken: [
      alinea('controle.beeld', controlezin(feiten)),
      ...(geldsommen.length === 0
        ? []
        : [
            tabelVan(
              { id: 'controle-geld', titel: 'Wat er over het geld is opgevallen' },
              [
                ['regel', 'Wat', 'tekst'],
                ['ernst', 'Hoe erg', 'tekst'],
                ['aantal', 'Aantal', 'getal', 'som'],
                ['reden', 'Waarom het telt', 'tekst'],
              ],
              geldsommen.map(({ regel, ernst, bevindingen }) => [
                REGELTEKST[regel].titel,
                GELDERNSTNAAM[ernst],
                bevindingen.length,
                REGELTEKST[regel].reden,
              ]),
            ),
          ]),
      ...(eerste.length === 0
        ? []
        : [
            tabelVan(
              {
                id: 'controle-plan',
                titel: 'Wat de controle van het plan nog openheeft',
                toelichting:
                  planbevindingen.length > MEESTE_PUNTEN
                    ? `Dit zijn de ${MEESTE_PUNTEN} belangrijkste van ${planbevindingen.length} punten.`
                    : undefined,
              },
              [
                ['titel', 'Wat', 'tekst'],
                ['uitleg', 'Uitleg', 'tekst'],
                ['verschil', 'Verschil', 'tekst'],
              ],
              eerste.map(({ bevinding }) => [
                bevinding.titel,
                bevinding.uitleg,
                bevinding.verschilCent === undefined ? '' : toonEuro(bevinding.verschilCent),
              ]),
            ),
          ]),
    ],
  }
}
