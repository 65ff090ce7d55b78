import type { GemeenteDb } from '#basis/db.ts'
import { leesInhoud } from '#grootboek/boeking.ts'
import type { Vastgelegd } from '#grootboek/journaal.store.ts'
import { findKopMetSaldi, findSchakels } from '#grootboek/journaalbestand.store.ts'
import type { Tijdstip } from '#grootboek/stand.ts'

/**
 * Het hele journaal als JSON Lines, voor wie het zonder ons wil narekenen: een kop, dan elke boeking als de precieze
 * tekst met haar hash, en als laatste de saldi. `docs/grootboek-keten.md` beschrijft het. Toelichtingen zitten er niet
 * in, alleen hun afdruk.
 */

export const JOURNAALFORMAAT = { formaat: 'omzien-journaal', versie: 1 } as const

const PER_STUK = 2_000

/** Leest de boekingen tot en met een tijdstip, in de volgorde van het journaal, in stukken die in het geheugen passen. */
export async function* leesJournaal(
  db: GemeenteDb,
  { bekendNr, geldigTm }: Pick<Tijdstip, 'bekendNr' | 'geldigTm'>,
): AsyncGenerator<Vastgelegd[]> {
  for (let na = 0; na < bekendNr; ) {
    const schakels = await db.lees((lezer) => findSchakels(lezer, na, bekendNr, PER_STUK))
    const laatste = schakels.at(-1)
    if (laatste === undefined) throw new Error(`boeking ${na + 1} ontbreekt in het journaal`)
    yield schakels
      .map(({ inhoud, hash }) => ({ ...leesInhoud(inhoud), hash }))
      .filter(({ geldigOp }) => geldigTm === undefined || geldigOp <= geldigTm)
    na = laatste.nr
  }
}

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
