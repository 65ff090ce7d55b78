import { readdirSync, readFileSync } from 'node:fs'
import { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'

/** De profielen die meekomen, elk een aanname tot iemand er een echt bestand mee las. */
const MAP = new URL('../../../voorbeelden/profielen/', import.meta.url)

export function ingebouwdeProfielen(): Invoerprofiel[] {
  return readdirSync(MAP)
    .filter((naam) => naam.endsWith('.json'))
    .toSorted()
    .map((naam) => Invoerprofiel.parse(JSON.parse(readFileSync(new URL(naam, MAP), 'utf8'))))
}
