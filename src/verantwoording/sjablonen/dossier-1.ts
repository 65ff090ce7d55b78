import { bronnendeel, doelendeel, groependelen } from '#verantwoording/sjablonen/delen.ts'
import { samenvatting } from '#verantwoording/sjablonen/samenvatting.ts'
import type { Sjabloon } from '#verantwoording/sjablonen/sjabloon.ts'
import { begrippen, leeswijzer, narekenen } from '#verantwoording/sjablonen/slot.ts'
import { mijlpalendeel, risicodeel } from '#verantwoording/sjablonen/verdieping.ts'
import {
  afwijkingendeel,
  besluitendeel,
  controledeel,
  veranderingendeel,
} from '#verantwoording/sjablonen/verschildelen.ts'

/** Alles over één onderdeel: voor wie er verantwoordelijk voor is of er een vraag over heeft. */
export const dossier1: Sjabloon = {
  naam: 'dossier/1',
  maak: (feiten) => [
    samenvatting(feiten, 'prognose'),
    doelendeel(feiten),
    ...groependelen(feiten, true),
    bronnendeel(feiten),
    afwijkingendeel(feiten, 'prognose'),
    veranderingendeel(feiten),
    besluitendeel(feiten),
    mijlpalendeel(feiten),
    risicodeel(feiten),
    controledeel(feiten),
    leeswijzer(feiten),
    begrippen(),
    narekenen(feiten, 'dossier/1'),
  ],
}
