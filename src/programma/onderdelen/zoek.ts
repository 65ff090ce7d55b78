import { vergelijkbaar } from '#basis/tekst.ts'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { bedoeldeVraag } from '#programma/zoeken/zoek.ts'

/** Zoeken in de lijst van onderdelen: ook in een stuk van een woord, op nummer, en met een tikfout. */

type Zoekindex = { hooiberg: ReadonlyMap<string, string>; woorden: readonly string[] }

const LANGSTE_VRAAG = 200
/** Een plan verandert nooit binnen zijn versie, dus ook zijn woorden niet. */
const gemaakt = new WeakMap<Planbeeld, Zoekindex>()

const eigenWoorden = (onderdeel: Onderdeel): (string | null | undefined)[] => [
  onderdeel.titel,
  onderdeel.code,
  ...onderdeel.aliassen,
]

function indexVan(beeld: Planbeeld): Zoekindex {
  const bekend = gemaakt.get(beeld)
  if (bekend !== undefined) return bekend
  const hooiberg = new Map<string, string>()
  const woorden = new Set<string>()
  for (const onderdeel of beeld.plan.onderdelen) {
    const ouder = beeld.onderdeel.get(onderdeel.ouder ?? '')
    const tekst = [
      ...eigenWoorden(onderdeel),
      onderdeel.doel,
      onderdeel.planning.tekst,
      ...onderdeel.partners,
      onderdeel.eigenaarrol,
      beeld.groep.get(onderdeel.groep ?? '')?.titel,
      // Wie het geheel zoekt, zoekt ook wat eronder valt.
      ...(ouder === undefined ? [] : eigenWoorden(ouder)),
    ]
    const kaal = tekst.map((deel) => vergelijkbaar(deel ?? '')).join(' | ')
    hooiberg.set(onderdeel.id, ` ${kaal} `)
    for (const woord of kaal.split(' ')) if (woord.length > 3) woorden.add(woord)
  }
  const index = { hooiberg, woorden: [...woorden] }
  gemaakt.set(beeld, index)
  return index
}

/** Een woord met cijfers is een nummer: 5.3 vindt 5.3.1 maar niet 15.3. Andere woorden tellen ook halverwege. */
const naaldVan = (woord: string): string => {
  const kaal = vergelijkbaar(woord)
  return /\d/u.test(kaal) ? ` ${kaal} ` : kaal
}

function vind({ hooiberg }: Zoekindex, vraag: string): Set<string> {
  const naalden = vraag
    .split(/\s+/u)
    .map(naaldVan)
    .filter((naald) => naald !== '')
  const gevonden = new Set<string>()
  for (const [id, tekst] of hooiberg) if (naalden.every((naald) => tekst.includes(naald))) gevonden.add(id)
  return gevonden
}

export type Gezocht = {
  gevonden: ReadonlySet<string>
  /** Waarop gezocht is toen de vraag zelf niets opleverde. */
  bedoeld: string | undefined
}

/** Sleutels van onderdelen waarin elk woord van de vraag voorkomt; `undefined` als de vraag geen woord heeft. */
export function zoekOnderdelen(beeld: Planbeeld, vraag: string): Gezocht | undefined {
  const kort = vraag.slice(0, LANGSTE_VRAAG)
  if (vergelijkbaar(kort) === '') return undefined
  const index = indexVan(beeld)
  const gevonden = vind(index, kort)
  if (gevonden.size > 0) return { gevonden, bedoeld: undefined }
  const bedoeld = bedoeldeVraag(vergelijkbaar(kort), index.woorden)
  return bedoeld === undefined ? { gevonden, bedoeld } : { gevonden: vind(index, bedoeld), bedoeld }
}
