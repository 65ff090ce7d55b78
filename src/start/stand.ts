import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Klok } from '#basis/datum.ts'
import type { Databank, Lezer } from '#basis/db.ts'
import { findStand, type Planboek, type Plankop } from '#programma/deur.ts'
import { findRapportstand } from '#verantwoording/deur.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

/** Versie uit package.json met een vingerafdruk van de code: verandert een tekst, dan verandert elke bewaarde pagina. */
export function softwareversie(): { versie: string; afdruk: string } {
  const { version } = JSON.parse(readFileSync(`${PROJECT}package.json`, 'utf8')) as { version: string }
  const hash = createHash('sha256')
  const bestanden = globSync('src/**/*.{ts,tsx,css,typ}', { cwd: PROJECT })
  for (const pad of bestanden.filter((naam) => !naam.includes('.test.')).toSorted())
    hash.update(readFileSync(PROJECT + pad))
  return { versie: version, afdruk: hash.digest('hex').slice(0, 12) }
}

/** Wat er per gemeente geldt, zonder de database te vragen; `undefined` zolang het nog gelezen wordt. */
export type Standen = {
  kop: (gemeente: string) => string | undefined
  /** De titel van het hoofdplan, voor in de kop van elke pagina. */
  titel: (gemeente: string) => string | undefined
  ververs: (gemeente: string) => Promise<void>
  vergeet: (gemeente?: string) => void
}

/** Elke kamer met openbare pagina's zegt zelf waaraan te zien is dat zij veranderen. */
const leesStand = async (lezer: Lezer): Promise<string> =>
  `${await findStand(lezer)}/${await findRapportstand(lezer)}`

type Stand = { stand: string; titel: string | undefined }

/** Hoe een plan heet dat nog nooit is vastgesteld, gaat een bezoeker niets aan. */
const isOpenbaarHoofdplan = ({ hoofdplan, vastgesteldeVersie }: Plankop): boolean =>
  hoofdplan && vastgesteldeVersie !== null

export function maakStanden(databank: Databank, planboek: Planboek, klok: Klok, software: string): Standen {
  const standen = new Map<string, Stand>()
  const bezig = new Map<string, Promise<void>>()
  let keer = 0
  const ververs = (gemeente: string): Promise<void> => {
    const lopend = bezig.get(gemeente)
    if (lopend !== undefined) return lopend
    const begonnen = keer
    const db = databank.gemeente(gemeente)
    const lezen = Promise.all([db.lees(leesStand), planboek.koppen(db)])
      .then(([stand, koppen]) => {
        // Kwam er tijdens het lezen een melding, dan kan dit al oud zijn: de volgende vraag leest opnieuw.
        if (keer === begonnen)
          standen.set(gemeente, { stand, titel: koppen.find(isOpenbaarHoofdplan)?.titel })
      })
      .finally(() => bezig.delete(gemeente))
    bezig.set(gemeente, lezen)
    return lezen
  }
  const vraag = (gemeente: string): Stand | undefined => {
    const stand = standen.get(gemeente)
    if (stand === undefined) ververs(gemeente).catch(() => undefined)
    return stand
  }
  return {
    kop: (gemeente) => {
      const stand = vraag(gemeente)
      return stand && `${software} ${stand.stand} ${klok.vandaag()}`
    },
    titel: (gemeente) => vraag(gemeente)?.titel,
    ververs,
    vergeet: (gemeente) => {
      keer++
      if (gemeente === undefined) standen.clear()
      else standen.delete(gemeente)
      planboek.vergeet(gemeente)
    },
  }
}
