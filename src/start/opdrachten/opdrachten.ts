import { parseArgs } from 'node:util'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { boekControleer } from '#start/opdrachten/boek.ts'
import { boekExporteer } from '#start/opdrachten/boek-exporteer.ts'
import { boekImporteer } from '#start/opdrachten/boek-importeer.ts'
import { boekStand } from '#start/opdrachten/boek-stand.ts'
import { gemeenteLijst, gemeenteMaak } from '#start/opdrachten/gemeente.ts'
import type { Opdracht, Opties } from '#start/opdrachten/opdracht.ts'
import {
  planControleer,
  planExporteer,
  planLaad,
  planLijst,
  planSchema,
  planSjabloon,
} from '#start/opdrachten/plan.ts'
import { rapportMaak, rapportToets } from '#start/opdrachten/rapport.ts'
import { regelReken, regelToets } from '#start/opdrachten/regel.ts'
import { regelSimuleer } from '#start/opdrachten/regel-simuleer.ts'
import { boekVervalOpdracht } from '#start/opdrachten/verval.ts'

const OPDRACHTEN: readonly Opdracht[] = [
  planControleer,
  planLaad,
  planLijst,
  planExporteer,
  planSjabloon,
  planSchema,
  boekControleer,
  boekExporteer,
  boekImporteer,
  boekStand,
  boekVervalOpdracht,
  gemeenteMaak,
  gemeenteLijst,
  regelReken,
  regelToets,
  regelSimuleer,
  rapportMaak,
  rapportToets,
]

export type Gekozen = { opdracht: Opdracht; argumenten: string[]; opties: Opties }

/** Vindt de opdracht en haar opties; de reden van een weigering is een zin voor de gebruiker. */
export function leesOpdracht(argv: readonly string[]): Uitkomst<Gekozen, string> {
  const opdracht = OPDRACHTEN.find(({ naam }) => argv.slice(0, 2).join(' ') === naam)
  if (opdracht === undefined)
    return geweigerd(`Onbekende opdracht: ${argv.slice(0, 2).join(' ')}\n\n${gebruik()}`)
  const eigen = Object.fromEntries((opdracht.opties ?? []).map((naam) => [naam, { type: 'string' as const }]))
  const vlaggen = opdracht.vlaggen ?? []
  const alsVlag = Object.fromEntries(vlaggen.map((naam) => [naam, { type: 'boolean' as const }]))
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(2),
      allowPositionals: true,
      options: { json: { type: 'boolean' }, gemeente: { type: 'string' }, ...eigen, ...alsVlag },
    })
    const [minst, meest] = opdracht.argumenten
    if (positionals.length < minst || positionals.length > meest)
      return geweigerd(`Gebruik: omzien ${opdracht.gebruik}`)
    const { json, gemeente, ...overig } = values as Record<string, string | boolean | undefined>
    return gelukt({
      opdracht,
      argumenten: positionals,
      opties: {
        json: json === true,
        gemeente: typeof gemeente === 'string' ? gemeente : undefined,
        overig: overig as Record<string, string | undefined>,
        aan: new Set(vlaggen.filter((naam) => overig[naam] === true)),
      },
    })
  } catch {
    return geweigerd(`Een optie is onbekend of mist een waarde.\nGebruik: omzien ${opdracht.gebruik}`)
  }
}

export function gebruik(): string {
  const regels = OPDRACHTEN.map(({ gebruik: vorm, uitleg }) => `  omzien ${vorm}\n      ${uitleg}`)
  return [
    'Omzien: het programma sociaal domein van een gemeente.',
    '',
    '  omzien start',
    '      Start de website.',
    ...regels,
    '',
    "Opties: --gemeente gm1731 kiest de gemeente als er meer zijn; --json geeft uitvoer voor programma's.",
    'Uitkomst: 0 goed, 1 iets gevonden of geweigerd, 2 onbruikbare invoer.',
    '',
  ].join('\n')
}
