import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import { toonBesluit } from '#programma/deur.ts'
import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import type { Deel } from '#verantwoording/rapport.ts'
import { alinea } from '#verantwoording/sjablonen/delen.ts'

/** Hoe dit rapport te lezen en na te rekenen is. */

export function leeswijzer(feiten: Feiten): Deel {
  const { planversie } = feiten
  return {
    id: 'leeswijzer',
    titel: 'Hoe leest u dit rapport?',
    blokken: [
      {
        soort: 'lijst',
        id: 'leeswijzer.punten',
        punten: [
          'De bedragen zijn in hele euro’s. Waar afgeronde bedragen niet optellen, staat het verschil in een rij ‘Afronding’.',
          'Een streepje betekent: niet bekend. Een nul betekent: er is nul.',
          '‘Over’ is wat er begroot is, min wat er is uitgegeven en wat er is vastgelegd.',
          'De zinnen bij de cijfers zijn door Omzien gemaakt uit de boekingen. Waar iemand zelf schreef, staat dat erbij.',
          'Elk bedrag op het scherm is een link naar de boekingen waaruit het bestaat.',
        ],
      },
      alinea(
        'leeswijzer.plan',
        `Dit rapport gaat over versie ${planversie.nummer} van het plan. ${
          planversie.besluit === undefined
            ? 'Met welk besluit die is vastgesteld, is niet bekend.'
            : `Die is vastgesteld met een besluit: ${toonBesluit(planversie.besluit)}.`
        }${planversie.later ? ' Op de laatste dag van dit rapport gold die versie nog niet: er was toen nog geen versie vastgesteld.' : ''}`,
      ),
    ],
  }
}

const BEGRIPPEN: readonly (readonly [string, string])[] = [
  ['Begroot bij vaststelling', 'Wat de raad voor dit jaar beschikbaar stelde toen hij het plan vaststelde.'],
  ['Begroot na wijziging', 'Hetzelfde bedrag, met alle besluiten van daarna erin.'],
  ['Vastgelegd', 'Beloofd, bijvoorbeeld in een contract, maar nog niet betaald.'],
  ['Uitgegeven', 'Geboekt als kosten.'],
  ['Over', 'Begroot na wijziging, min uitgegeven en min vastgelegd. Een min betekent een tekort.'],
  ['Verwacht hele jaar', 'Wat de budgethouder denkt dat het hele jaar gaat kosten.'],
  ['Bron', 'Waar het geld vandaan komt, zoals het Rijk of een reserve.'],
  ['Reserve', 'Geld dat de raad opzij heeft gezet. Alleen de raad beslist erover.'],
  ['Onderdeel', 'Een stuk van het programma met een eigen doel en eigen geld.'],
  ['Indicator', 'Een cijfer dat laat zien of een doel dichterbij komt.'],
  [
    'Boeking',
    'Een regel in het grootboek. Een boeking wordt nooit gewist; een fout krijgt een boeking die haar ongedaan maakt.',
  ],
]

export const begrippen = (): Deel => ({
  id: 'begrippen',
  titel: 'Wat betekenen de woorden?',
  blokken: [
    {
      soort: 'feiten',
      id: 'begrippen.lijst',
      titel: 'Woorden in dit rapport',
      rijen: BEGRIPPEN.map(([woord, uitleg]): [string, string] => [woord, uitleg]),
    },
  ],
})

export function narekenen({ moment }: Feiten, sjabloon: string): Deel {
  return {
    id: 'controleren',
    titel: 'Hoe is dit te controleren?',
    blokken: [
      alinea(
        'controleren.hoe',
        'Elk cijfer volgt uit het journaal van boekingen. Met de gegevens hieronder kan iedereen het opnieuw berekenen: het journaal is openbaar, en elke boeking draagt de vingerafdruk van de vorige. Wie dit rapport als bestand heeft, kan op de pagina ‘Toets een rapport’ zien of het het vastgestelde is.',
      ),
      {
        soort: 'feiten',
        id: 'controleren.feiten',
        titel: 'De tijden van dit rapport',
        rijen: [
          ['Gebeurd tot en met', toonDatum(moment.geldigTm)],
          ['Zoals bekend op', `${toonDatum(dagVanMoment(moment.bekendOp))} (${moment.bekendOp})`],
          ['Tot en met boeking', moment.bekendNr === 0 ? 'er is niets geboekt' : toonGetal(moment.bekendNr)],
          ['Vingerafdruk van die boeking', moment.hoofd ?? 'geen'],
          ['Sjabloon', sjabloon],
        ],
      },
    ],
  }
}
