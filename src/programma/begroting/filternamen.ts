import type { Geldfilter } from '#programma/begroting/geldfilter.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Een filter in woorden, voor op het scherm en op het blad Leeswijzer. */
export function filternamen(beeld: Planbeeld, filter: Geldfilter): (readonly [string, string])[] {
  const namen: (readonly [string, string])[] = []
  const { groep, onderdeel, bron, jaar, taakvelden } = filter
  if (groep !== undefined)
    namen.push(['Groep', groep === null ? 'zonder groep' : (beeld.groep.get(groep)?.titel ?? groep)])
  if (filter.buitenPlan) namen.push(['Onderdeel', 'niet in dit plan'])
  if (onderdeel !== undefined) {
    const naam =
      onderdeel === null
        ? 'nog onbekend'
        : (beeld.onderdeel.get(onderdeel)?.titel ?? `${onderdeel} (niet in dit plan)`)
    namen.push(['Onderdeel', filter.alleen ? `${naam}, rechtstreeks` : naam])
  }
  if (bron !== undefined)
    namen.push([
      'Bron',
      bron === null ? 'nog te verdelen' : (beeld.bron.get(bron)?.naam ?? `${bron} (niet in dit plan)`),
    ])
  if (jaar !== undefined) namen.push(['Jaar', String(jaar)])
  if (taakvelden !== undefined)
    namen.push([
      'Taakveld',
      taakvelden
        .map((veld) => (veld === '' ? 'niet toegedeeld' : veld.replace('@', ' uit indeling ')))
        .join(', '),
    ])
  return namen
}
