import type { Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, type Knoop, opTitel, valtOnder } from '#programma/plancontrole/feiten.ts'
import { type Genoemd, kernwoorden, namenVan, stam, verschillende } from '#programma/plancontrole/namen.ts'
import { namen } from '#programma/plancontrole/tonen.ts'

type Naam = Genoemd & { knoop: Knoop; stammen: string[] }

const KLEINSTE_DEEL = 5
const LIJKT = 0.6
/** Een woord dat in zoveel namen staat, maakt een naam niet meer herkenbaar. */
const TE_GEWOON = 20

/** `zorginnovatie` en `innovatie`: het ene woord is een deel van het andere. */
const deelVan = (een: string, ander: string): boolean =>
  een === ander ||
  (Math.min(een.length, ander.length) >= KLEINSTE_DEEL && (een.includes(ander) || ander.includes(een)))

/** Van 0 tot 1: welk deel van de woorden de twee namen delen, van beide kanten bekeken. */
function gelijkenis(een: Naam, ander: Naam): number {
  const aandeel = (van: Naam, op: Naam): number =>
    van.stammen.filter((woord) => op.stammen.some((daar) => deelVan(woord, daar))).length / van.stammen.length
  return Math.min(aandeel(een, ander), aandeel(ander, een))
}

/** Een naam die meer lijkt op die van een ander onderdeel dan op de andere namen van zijn eigen onderdeel. */
export function* verwisselbareNamen(feiten: Feiten): Generator<Vondst> {
  const eigen = new Map<Knoop, Naam[]>()
  for (const knoop of feiten.boom)
    if (knoop.onderdeel !== undefined) eigen.set(knoop, stamnamen(feiten, knoop))
  const alle = [...eigen.values()].flat()
  const bij = opWoorddeel(alle)
  const beste = new Map<string, { paar: [Naam, Naam]; score: number }>()
  for (const een of alle) {
    const onder = (eigen.get(een.knoop) ?? []).filter((naam) => naam !== een)
    const drempel = Math.max(LIJKT, ...onder.map((naam) => gelijkenis(een, naam)))
    for (const ander of buren(een, bij)) {
      const score = gelijkenis(een, ander)
      if (score <= drempel) continue
      if (herkenbaar(een.knoop, ander.knoop, eigen) && herkenbaar(ander.knoop, een.knoop, eigen)) continue
      const paar = [een, ander].sort((a, b) => opTitel(a.knoop, b.knoop)) as [Naam, Naam]
      const sleutel = paar.map(({ knoop }) => knoop.ding.id).join(' ')
      if (score > (beste.get(sleutel)?.score ?? 0)) beste.set(sleutel, { paar, score })
    }
  }
  for (const { paar } of beste.values()) yield verwisselvondst(...paar)
}

/** Een woord dat in elke naam van het ene staat en in geen enkele van het andere, houdt ze uit elkaar. */
function herkenbaar(een: Knoop, ander: Knoop, perKnoop: ReadonlyMap<Knoop, Naam[]>): boolean {
  const [eerste, ...rest] = perKnoop.get(een) ?? []
  const elders = new Set((perKnoop.get(ander) ?? []).flatMap(({ stammen }) => stammen))
  return (eerste?.stammen ?? []).some(
    (woord) => !elders.has(woord) && rest.every(({ stammen }) => stammen.includes(woord)),
  )
}

const stamnamen = (feiten: Feiten, knoop: Knoop): Naam[] =>
  verschillende(namenVan(feiten, knoop)).map((genoemd) => ({
    ...genoemd,
    knoop,
    stammen: [...new Set(kernwoorden(genoemd.tekst).map(stam))],
  }))

/** De namen per woord en per begin of eind van een lang woord: zo blijft zoeken klein, hoe groot het plan ook is. */
function opWoorddeel(alle: readonly Naam[]): Map<string, Naam[]> {
  const bij = new Map<string, Naam[]>()
  const woorden = new Set(alle.flatMap(({ stammen }) => stammen))
  for (const naam of alle)
    for (const sleutel of new Set(naam.stammen.flatMap((woord) => woorddelen(woord, woorden)))) {
      const lijst = bij.get(sleutel)
      if (lijst === undefined) bij.set(sleutel, [naam])
      else lijst.push(naam)
    }
  return bij
}

function woorddelen(woord: string, bekend: ReadonlySet<string>): string[] {
  const delen = [woord]
  for (let i = 1; i <= woord.length - KLEINSTE_DEEL; i++) delen.push(woord.slice(i), woord.slice(0, -i))
  return delen.filter((deel) => bekend.has(deel))
}

function* buren(een: Naam, bij: ReadonlyMap<string, Naam[]>): Generator<Naam> {
  for (const woord of een.stammen) {
    const lijst = bij.get(woord) ?? []
    if (lijst.length > TE_GEWOON) continue
    for (const ander of lijst)
      if (!valtOnder(ander.knoop, een.knoop) && !valtOnder(een.knoop, ander.knoop)) yield ander
  }
}

function verwisselvondst(een: Naam, ander: Naam): Vondst {
  return {
    ernst: 'waarschijnlijk',
    titel: `${namen([een.knoop, ander.knoop])}: namen die op elkaar lijken`,
    uitleg:
      `‘${een.tekst}’ en ‘${ander.tekst}’ zijn verschillende onderdelen, maar de namen lijken op elkaar. ` +
      'Zo raken bedragen snel verwisseld. Kies namen die duidelijk verschillen.',
    plaatsen: [een.plek, ander.plek],
    dingen: [een.knoop.ding, ander.knoop.ding],
  }
}
