import { bronnendeel, doelendeel, groependelen } from '#verantwoording/sjablonen/delen.ts'
import { samenvatting } from '#verantwoording/sjablonen/samenvatting.ts'
import type { Sjabloon } from '#verantwoording/sjablonen/sjabloon.ts'
import { begrippen, leeswijzer, narekenen } from '#verantwoording/sjablonen/slot.ts'
import { indicatorendeel, mijlpalendeel, risicodeel } from '#verantwoording/sjablonen/verdieping.ts'
import {
  afwijkingendeel,
  besluitendeel,
  controledeel,
  veranderingendeel,
} from '#verantwoording/sjablonen/verschildelen.ts'

/** De jaarverantwoording aan de raad: alles, met wat er werkelijk is uitgegeven als maat. */
export const jaar1: Sjabloon = {
  naam: 'jaar/1',
  maak: (feiten) => [
    samenvatting(feiten, 'realisatie'),
    doelendeel(feiten),
    ...groependelen(feiten, false),
    bronnendeel(feiten),
    afwijkingendeel(feiten, 'realisatie'),
    veranderingendeel(feiten),
    besluitendeel(feiten),
    indicatorendeel(feiten),
    mijlpalendeel(feiten),
    risicodeel(feiten),
    controledeel(feiten),
    leeswijzer(feiten),
    begrippen(),
    narekenen(feiten, 'jaar/1'),
  ],
}
