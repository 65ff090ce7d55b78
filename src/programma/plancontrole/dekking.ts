import { telwoord } from '#basis/tekst.ts'
import type { Sleutel } from '#programma/plan.ts'
import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop, opTitel } from '#programma/plancontrole/feiten.ts'
import { somJaren } from '#programma/plancontrole/geld.ts'
import { gedrukteTotalen } from '#programma/plancontrole/ontleden.ts'
import { bronGebruik } from '#programma/plancontrole/sommen.ts'
import { eigenPlek, euro, naam, namen, vindplaats, vindplaatsen } from '#programma/plancontrole/tonen.ts'

/** Hetzelfde geld, op elke plaats dezelfde bronnen; en wie geld inbrengt, wordt genoemd. */
export function* dekking(feiten: Feiten): Generator<Vondst> {
  const perGebruiker = gebruikteBronnen(feiten)
  for (const knoop of feiten.boom) {
    const zinnen = gezegd(knoop, 'dekking')
    if (zinnen.length === 0) continue
    const noemers = new Set(zinnen.map(({ bronnen }) => [...new Set(bronnen)].sort().join(' ')))
    const genoemd = new Set(zinnen.flatMap(({ bronnen }) => bronnen))
    const vergeten = (perGebruiker.get(knoop) ?? []).filter(
      (bron) => !genoemd.has(bron.ding.id) && brengtIn(bron),
    )
    const soms = bronknopen(feiten, [...genoemd]).filter(
      ({ ding }) => !zinnen.every(({ bronnen }) => bronnen.some((id) => id === ding.id)),
    )
    if (noemers.size < 2 && vergeten.length === 0) continue
    yield {
      ernst: 'waarschijnlijk',
      titel: `${naam(knoop)}: ${noemers.size > 1 ? 'niet overal dezelfde bronnen' : 'niet alle bronnen genoemd'}`,
      uitleg: [
        `Het plan zegt ${telwoord(zinnen.length, 'keer', 'keer')} waaruit ${naam(knoop)} wordt betaald.`,
        soms.length > 0 && `Niet overal genoemd: ${namen(soms)}.`,
        vergeten.length > 0 && `Nergens genoemd, maar brengt wel geld in: ${namen(vergeten)}.`,
        'Noem overal alle bronnen, met het bedrag per bron.',
      ]
        .filter((zin) => zin !== false)
        .join(' '),
      plaatsen: [
        ...zinnen.map((zin) => vindplaats(feiten, zin, zin.letterlijk ?? bronnamen(feiten, zin.bronnen))),
        ...vergeten.flatMap((bron) => bronplek(feiten, bron)),
      ],
      dingen: [knoop.ding, ...vergeten.map(({ ding }) => ding)],
      kern: [knoop.ding],
    }
  }
}

const bronnamen = (feiten: Feiten, ids: readonly Sleutel[]): string =>
  ids.length === 0 ? 'geen bron bij naam' : namen(bronknopen(feiten, ids))

const bronknopen = (feiten: Feiten, ids: readonly Sleutel[]): Knoop[] =>
  ids.flatMap((id) => feiten.knoop({ soort: 'bron', id }) ?? []).sort(opTitel)

const brengtIn = (bron: Knoop): boolean =>
  (bron.bron?.ontvangsten.length ?? 0) > 0 || bron.geld.beschikbaar.size > 0

function bronplek(feiten: Feiten, bron: Knoop): Vondst['plaatsen'] {
  const gedrukt = gedrukteTotalen(bron, 'beschikbaar')
  const lezingen =
    gedrukt.length > 0 ? gedrukt : [...bron.geld.beschikbaar.values()].map((geld) => somJaren(geld))
  if (lezingen.length > 0) return vindplaatsen(feiten, ...lezingen)
  const som = (bron.bron?.ontvangsten ?? []).reduce((cent, { bedragCent }) => cent + bedragCent, 0)
  return [eigenPlek(bron, euro(som))]
}

/** De bronnen per groep en onderdeel; het programma als geheel hoeft ze niet allemaal te noemen. */
function gebruikteBronnen(feiten: Feiten): Map<Knoop, Knoop[]> {
  const perGebruiker = new Map<Knoop, Knoop[]>()
  for (const [bron, gebruikers] of bronGebruik(feiten))
    for (const gebruiker of gebruikers) {
      const bronnen = perGebruiker.get(gebruiker)
      if (gebruiker === feiten.wortel) continue
      if (bronnen === undefined) perGebruiker.set(gebruiker, [bron])
      else bronnen.push(bron)
    }
  return perGebruiker
}
