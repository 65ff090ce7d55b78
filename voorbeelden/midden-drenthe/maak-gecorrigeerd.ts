/** Past de correcties toe op het echte plan. Gebruik: `node --import tsx voorbeelden/midden-drenthe/maak-gecorrigeerd.ts`. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Correctie, Velden, Verzameling, Wijziging } from './correctie.ts'
import { CORRECTIES } from './correcties.ts'

const ECHT = new URL('programmaplan-2022-2026.json', import.meta.url)
const GECORRIGEERD = new URL('programmaplan-2022-2026-gecorrigeerd.json', import.meta.url)

const Ruw = z.record(z.string(), z.unknown())
type Ruw = z.infer<typeof Ruw>

const HERKOMST =
  'Verbeterde variant van het programmaplan, gemaakt om de plancontrole te beproeven. Dit is niet het plan van de gemeente: elke verbetering is verzonnen en staat met haar reden in correcties.ts.'

const sleutelVan = (bij: Verzameling, ding: Velden): string =>
  bij === 'raming' ? `${ding['onderdeel']} ${ding['jaar']}` : String(ding['id'])

function metVelden(ding: Ruw, velden: Velden): Ruw {
  const nieuw = Object.entries({ ...ding, ...velden }).filter(([, waarde]) => waarde !== undefined)
  return Object.fromEntries(nieuw)
}

/** Gooit als het plan iets anders zegt dan de correctie verwacht: dan is de correctie verouderd. */
function pasToe(plan: Ruw, { bij, id, van, naar }: Wijziging): Ruw {
  const dingen = z.array(Ruw).parse(plan[bij])
  const plek = dingen.findIndex((ding) => sleutelVan(bij, ding) === id)
  if (van === null) {
    assert.ok(plek === -1 && naar !== null, `${bij} "${id}" bestaat al`)
    return { ...plan, [bij]: [...dingen, bij === 'raming' ? naar : { ...naar, id }] }
  }
  const oud = dingen[plek]
  assert.ok(oud, `${bij} "${id}" bestaat niet`)
  for (const [veld, waarde] of Object.entries(van))
    assert.deepEqual(oud[veld], waarde, `${bij} "${id}" ${veld}`)
  return { ...plan, [bij]: dingen.toSpliced(plek, 1, ...(naar === null ? [] : [metVelden(oud, naar)])) }
}

export function corrigeer(plan: Ruw, correcties: readonly Correctie[] = CORRECTIES): Ruw {
  const verbeterd = correcties.flatMap(({ wijzigingen }) => wijzigingen).reduce(pasToe, plan)
  const programma = Ruw.parse(verbeterd['programma'])
  return {
    ...verbeterd,
    programma: { ...programma, titel: `${programma['titel']} (verbeterde variant)`, herkomst: HERKOMST },
  }
}

/** Eén regel per ding, zodat een verandering in het plan ook één veranderde regel is. */
export function schrijfPlan(plan: Ruw): string {
  const delen = Object.entries(plan).map(([naam, waarde]) => {
    const kop = ` ${JSON.stringify(naam)}: `
    if (!Array.isArray(waarde) || waarde.length === 0) return kop + JSON.stringify(waarde)
    return `${kop}[\n${waarde.map((ding) => `  ${JSON.stringify(ding)}`).join(',\n')}\n ]`
  })
  return `{\n${delen.join(',\n')}\n}\n`
}

export const maakGecorrigeerd = (): string =>
  schrijfPlan(corrigeer(Ruw.parse(JSON.parse(readFileSync(ECHT, 'utf8')))))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(GECORRIGEERD, maakGecorrigeerd())
