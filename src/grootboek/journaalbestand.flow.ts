import type { GemeenteDb } from '#basis/db.ts'
import { findKopMetSaldi, findSchakels } from '#grootboek/journaalbestand.store.ts'

/**
 * Het hele journaal als JSON Lines, voor wie het zonder ons wil narekenen: een kop, dan elke boeking als de precieze
 * tekst met haar hash, en als laatste de saldi. `docs/grootboek-keten.md` beschrijft het. Toelichtingen zitten er niet
 * in, alleen hun afdruk.
 */

export const JOURNAALFORMAAT = { formaat: 'omzien-journaal', versie: 1 } as const

const PER_STUK = 2_000

/** Geeft steeds een aantal hele regels. Wat na het begin wordt geboekt, komt er niet meer in. */
export async function* schrijfJournaal(db: GemeenteDb): AsyncGenerator<string> {
  const { saldi, ...kop } = await db.lees(findKopMetSaldi)
  yield `${JSON.stringify({ ...JOURNAALFORMAAT, gemeente: db.schema, kop })}\n`
  let na = 0
  while (na < kop.nr) {
    const schakels = await db.lees((lezer) => findSchakels(lezer, na, kop.nr, PER_STUK))
    const laatste = schakels.at(-1)
    // Ontbreken er boekingen aan het eind, dan zegt wie het bestand narekent dat; hier wordt niets verzwegen.
    if (laatste === undefined) break
    yield schakels.map(({ inhoud, hash }) => `${JSON.stringify({ inhoud, hash })}\n`).join('')
    na = laatste.nr
  }
  yield `${JSON.stringify({ saldi })}\n`
}
