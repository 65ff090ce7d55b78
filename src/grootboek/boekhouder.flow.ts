import { randomBytes } from 'node:crypto'
import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking, Boekopdracht } from '#grootboek/boeking.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import { type Boekwerk, type Postnummers, type Ronde, speelRonde } from '#grootboek/ronde.flow.ts'

/**
 * De enige weg naar het journaal. Wie boekt, levert werk aan; wat tegelijk binnenkomt gaat in één ronde: slot, lezen,
 * beslissen, alles in één keer wegschrijven, vastleggen. Zo is de volgorde zonder gaten en kost een schijf die traag
 * bevestigt maar één wachttijd per ronde.
 */

export type Verzoekweigering = { code: 'sleutel_hergebruikt' }

export type Boekhouder = {
  /** Zonder sleutel kan er ook geen zijn hergebruikt. */
  voerUit<Waarde, Reden>(
    db: GemeenteDb,
    klok: Pick<Klok, 'nu'>,
    werk: Omit<Boekwerk<Waarde, Reden>, 'verzoek'> & { verzoek?: never },
  ): Promise<Uitkomst<Waarde, Reden>>
  voerUit<Waarde, Reden>(
    db: GemeenteDb,
    klok: Pick<Klok, 'nu'>,
    werk: Boekwerk<Waarde, Reden>,
  ): Promise<Uitkomst<Waarde, Reden | Verzoekweigering>>
}

const MEESTE_PER_RONDE = 500
/** Na elk veelvoud van dit aantal boekingen komt er een foto. */
export const FOTO_ELKE = 32_768

export type Boekhouderopties = {
  zout?: (() => string) | undefined
  /** Een test maakt vaker een foto dan nodig. */
  fotoElke?: number | undefined
}

type Taak = {
  werk: Boekwerk<unknown, unknown>
  klaar: (uitkomst: Uitkomst<unknown, unknown>) => void
  mislukt: (fout: unknown) => void
}

export function maakBoekhouder(opties: Boekhouderopties = {}): Boekhouder {
  const { zout = () => randomBytes(16).toString('hex'), fotoElke = FOTO_ELKE } = opties
  const wachtrijen = new Map<string, Taak[]>()
  const bekendePosten = new Map<string, Postnummers>()

  const werkAf = async (db: GemeenteDb, klok: Pick<Klok, 'nu'>, wachtrij: Taak[]): Promise<void> => {
    for (;;) {
      const taken = wachtrij.splice(0, MEESTE_PER_RONDE)
      if (taken.length === 0) break
      await doeRonde(db, klok, taken)
    }
    wachtrijen.delete(db.schema)
  }

  const doeRonde = async (db: GemeenteDb, klok: Pick<Klok, 'nu'>, taken: readonly Taak[]): Promise<void> => {
    const posten = bekendePosten.get(db.schema) ?? new Map<string, number>()
    bekendePosten.set(db.schema, posten)
    let gespeeld = false
    try {
      const { uitkomsten, erbij } = await db.schrijf(async (tx) => {
        const uitkomst = await speelRonde(
          tx,
          klok,
          taken.map(({ werk }) => werk),
          { schema: db.schema, posten, zout, fotoElke },
        )
        gespeeld = true
        return uitkomst
      })
      for (const [sleutel, id] of erbij) posten.set(sleutel, id)
      taken.forEach((taak, i) => {
        taak.klaar(uitkomsten[i] ?? geweigerd(undefined))
      })
    } catch (fout) {
      // Eén werk kan een hele ronde laten vallen: dan ieder voor zich, zodat alleen dat ene de fout hoort. Viel de
      // verbinding weg bij het vastleggen zelf, dan kan het al vastliggen: nog eens boeken zou dubbel zijn.
      if (taken.length > 1 && !gespeeld) for (const taak of taken) await doeRonde(db, klok, [taak])
      else for (const taak of taken) taak.mislukt(fout)
    }
  }

  function voerUit<Waarde, Reden>(
    db: GemeenteDb,
    klok: Pick<Klok, 'nu'>,
    werk: Boekwerk<Waarde, Reden>,
  ): Promise<Uitkomst<Waarde, Reden>>
  function voerUit(
    db: GemeenteDb,
    klok: Pick<Klok, 'nu'>,
    werk: Boekwerk<unknown, unknown>,
  ): Promise<Uitkomst<unknown, unknown>> {
    return new Promise((klaar, mislukt) => {
      const taak = { werk, klaar, mislukt }
      const bezig = wachtrijen.get(db.schema)
      if (bezig !== undefined) {
        bezig.push(taak)
        return
      }
      const wachtrij = [taak]
      wachtrijen.set(db.schema, wachtrij)
      // Pas na deze beurt beginnen: wat in dezelfde beurt wordt aangeleverd, gaat mee in de ronde.
      queueMicrotask(() => void werkAf(db, klok, wachtrij))
    })
  }
  return { voerUit }
}

/** Boekt deze opdrachten samen: alle, of geen. */
export const boekSamen = (
  ronde: Pick<Ronde, 'boek'>,
  opdrachten: readonly Boekopdracht[],
): Uitkomst<Boeking[], Boekweigering> => {
  const boekingen: Boeking[] = []
  for (const opdracht of opdrachten) {
    const geboekt = ronde.boek(opdracht)
    if (!geboekt.ok) return geboekt
    boekingen.push(geboekt.waarde)
  }
  return gelukt(boekingen)
}
