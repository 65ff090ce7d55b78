import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import type { Feiten, Knoop } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Lezing } from '#programma/plancontrole/geld.ts'
import {
  type Deel,
  exact,
  gedrukteTotalen,
  ledentabel,
  ontleed,
  ontstaatBij,
  som,
  waardeOp,
} from '#programma/plancontrole/ontleden.ts'
import { cijferfout } from '#programma/plancontrole/oorzaak.ts'
import { sluitpostVan } from '#programma/plancontrole/sluitpost.ts'
import { euro, naam, plaatsnaam, vindplaatsen } from '#programma/plancontrole/tonen.ts'
import { ledenUitEigenPlaats, losseSommen } from '#programma/plancontrole/totalen.ts'

/** Wat er beschikbaar is tegen wat het kost: meer kan niet, minder is niet verdeeld. */
export function* beschikbaarEnLasten(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    const beschikbaar = meestGenoemd(gedrukteTotalen(knoop, 'beschikbaar'))
    if (beschikbaar === undefined) continue
    const gezien = new Set([beschikbaar.cent])
    for (const lasten of lastenVan(knoop)) {
      if (gezien.has(lasten.cent)) continue
      gezien.add(lasten.cent)
      yield saldovondst(feiten, knoop, beschikbaar, lasten)
    }
  }
}

function meestGenoemd(lezingen: readonly Lezing[]): Lezing | undefined {
  const opBedrag = [...Map.groupBy(lezingen, ({ cent }) => cent).values()]
  return opBedrag.sort((a, b) => b.length - a.length || (a[0]?.cent ?? 0) - (b[0]?.cent ?? 0))[0]?.[0]
}

function lastenVan(knoop: Knoop): Lezing[] {
  const gedrukt = gedrukteTotalen(knoop, 'lasten')
  if (gedrukt.length > 0) return gedrukt
  const sommen = losseSommen(knoop, 'lasten', 'geheel').filter(exact)
  if (sommen.length > 0) return sommen
  const leden = ledenUitEigenPlaats(knoop, 'lasten', 'geheel')
  return leden === undefined || !exact(leden) ? [] : [leden]
}

function saldovondst(feiten: Feiten, knoop: Knoop, beschikbaar: Lezing, lasten: Lezing): Vondst {
  const verschil = lasten.cent - beschikbaar.cent
  const [er, kost] = [waardeOp('beschikbaar', beschikbaar.plaats.id), waardeOp('lasten', lasten.plaats.id)]
  const delen = ontleed(knoop, er, kost).flatMap((deel) => verfijn(deel, lasten.plaats.id))
  const sluitpost = sluitpostVan(knoop, lasten.plaats.id)
  const oorzaken = [
    cijferfout(beschikbaar.cent, lasten.cent),
    ontstaatBij(delen, verschil),
    sluitpost === undefined
      ? undefined
      : `${naam(sluitpost.knoop)} van ${euro(sluitpost.lezing.cent)} is precies de sluitpost van het totaal ${euro(lasten.cent)}.`,
  ].filter((oorzaak) => oorzaak !== undefined)
  const meer = verschil > 0
  return {
    ernst: meer ? 'fout' : 'waarschijnlijk',
    titel: meer ? `${naam(knoop)}: het kost meer dan er is` : `${naam(knoop)}: niet al het geld is verdeeld`,
    uitleg:
      `Voor ${naam(knoop)} is ${euro(beschikbaar.cent)} beschikbaar volgens ${plaatsnaam(feiten, beschikbaar.plaats)}. ` +
      `De kosten zijn volgens ${plaatsnaam(feiten, lasten.plaats)} ${euro(lasten.cent)}: ` +
      `${euro(Math.abs(verschil))} ${meer ? 'te veel. Zoek het verschil en pas een van beide aan.' : 'minder. Zeg waar dit bedrag voor is.'}`,
    plaatsen: vindplaatsen(feiten, ...gedrukteTotalen(knoop, 'beschikbaar'), lasten),
    dingen: [knoop.ding, ...delen.map((deel) => deel.knoop.ding)],
    kern: [knoop.ding],
    kenmerk: lasten.plaats.id,
    verschilCent: alsCent(Math.abs(verschil)),
    ...(oorzaken.length === 0 ? {} : { oorzaak: oorzaken.join(' ') }),
    ...(delen.length === 0 ? {} : ledentabel(knoop, er, kost, ['Beschikbaar', 'Kosten'])),
  }
}

/**
 * Kent een groep elders een ander totaal van haar kosten, dan is het verschil met wat er beschikbaar is deels een
 * verschil tussen die twee plaatsen: dat deel hoort bij het onderdeel waar het ontstaat.
 */
function verfijn(deel: Deel, plaatsId: string): Deel[] {
  const { knoop, verschilCent } = deel
  const elders = gedrukteTotalen(knoop, 'lasten').find(({ plaats }) => plaats.id !== plaatsId)
  const daar = waardeOp('lasten', plaatsId)
  const kost = daar(knoop)
  if (elders === undefined || kost === undefined || kost === elders.cent) return [deel]
  const dieper = ontleed(knoop, waardeOp('lasten', elders.plaats.id, plaatsId), daar, 'gelijk')
  if (som(dieper) !== kost - elders.cent) return [deel]
  const rest = verschilCent - som(dieper)
  return rest === 0 ? dieper : [...dieper, { knoop, verschilCent: rest }]
}
