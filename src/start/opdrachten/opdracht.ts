import type { Klok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import type { Config } from '#start/config.ts'

/** Hoe een opdracht afloopt: goed, iets gevonden of geweigerd, of onbruikbare invoer. */
export const GOED = 0
export const GEVONDEN = 1
export const ONBRUIKBAAR = 2

/** Alles wat een opdracht van buiten krijgt; op de opdrachtregel en binnen een lopende server gelijk. */
export type Opdrachtcontext = {
  config: Config
  klok: Klok
  /** Map van waaruit de gebruiker werkt: paden in de argumenten gelden daar. */
  map: string
  /** Gegevens voor programma's, op de standaarduitvoer. */
  uit: (tekst: string) => void
  /** Boodschappen voor mensen. */
  zeg: (tekst: string) => void
  databank: () => Promise<Databank>
}

export type Opties = {
  json: boolean
  gemeente: string | undefined
  overig: Record<string, string | undefined>
  /** Vlaggen van de opdracht die aan staan. */
  aan: ReadonlySet<string>
}

export type Opdracht = {
  naam: string
  gebruik: string
  uitleg: string
  /** Namen van opties met een waarde, naast --gemeente en --json. */
  opties?: readonly string[]
  /** Namen van opties zonder waarde. */
  vlaggen?: readonly string[]
  /** Minste en meeste aantal argumenten. */
  argumenten: readonly [number, number]
  databank: boolean
  voerUit: (context: Opdrachtcontext, argumenten: readonly string[], opties: Opties) => Promise<number>
}

/** Zegt wat er niet klopt en stopt: er is niets gedaan. */
export function onbruikbaar(context: Pick<Opdrachtcontext, 'zeg'>, zin: string): number {
  context.zeg(zin)
  return ONBRUIKBAAR
}
