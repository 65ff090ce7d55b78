import { bronnendeel, groependelen } from '#verantwoording/sjablonen/delen.ts'
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

/** De kwartaalrapportage: kort, met de verwachting voor het hele jaar als maat. */
export const kwartaal1: Sjabloon = {
  naam: 'kwartaal/1',
  maak: (feiten) => [
    samenvatting(feiten, 'prognose'),
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
    narekenen(feiten, 'kwartaal/1'),
  ],
}
