import type { GemeenteDb } from '#basis/db.ts'
import { canoniek, sha256 } from '#verantwoording/canoniek.ts'
import { findRapport } from '#verantwoording/rapport/rapport.store.ts'
import { findBijHash, findVaststelling } from '#verantwoording/rapport/uitgave.store.ts'
import { Rapportinhoud } from '#verantwoording/rapport.ts'
import { leesToetsbestand, type Toetsuitslag, verschillenVan } from '#verantwoording/toets/toets.ts'

/**
 * Is dit bestand een vastgesteld rapport? Alleen lezen: er wordt niets bewaard. Of er een concept bestaat, hoort alleen
 * wie concepten mag zien (`concepten`): een bestand met een kenmerk erin is in een tel verzonnen.
 */
export async function toetsBestand(
  db: GemeenteDb,
  plan: string,
  bytes: Uint8Array,
  { concepten = false }: { concepten?: boolean } = {},
): Promise<Toetsuitslag> {
  const opBytes = await zoekHash(db, sha256(bytes))
  if (opBytes !== undefined) return opBytes
  const gelezen = leesToetsbestand(bytes)
  if (gelezen.soort === 'onleesbaar') return { soort: 'onleesbaar' }
  if (gelezen.soort === 'inhoud') {
    const opInhoud = await zoekHash(db, sha256(canoniek(gelezen.inhoud)))
    if (opInhoud !== undefined) return opInhoud
  }
  const kenmerk = gelezen.soort === 'inhoud' ? gelezen.inhoud.kenmerk : gelezen.kenmerk
  const bijPlan = gelezen.soort === 'inhoud' ? gelezen.inhoud.programma.id : plan
  if (kenmerk === undefined) return { soort: 'onbekend' }
  return db.lees(async (lezer): Promise<Toetsuitslag> => {
    const kop = await findRapport(lezer, bijPlan, kenmerk)
    if (kop === undefined) return { soort: 'onbekend' }
    const vast = await findVaststelling(lezer, kop.id)
    if (vast === undefined) return concepten ? { soort: 'concept', kenmerk } : { soort: 'onbekend' }
    const verschillen =
      gelezen.soort === 'inhoud'
        ? verschillenVan(Rapportinhoud.parse(JSON.parse(vast.inhoud)), gelezen.inhoud)
        : []
    return { soort: 'veranderd', kenmerk, verschillen }
  })
}

const zoekHash = (db: GemeenteDb, hash: string): Promise<Toetsuitslag | undefined> =>
  db.lees(async (lezer): Promise<Toetsuitslag | undefined> => {
    const gevonden = await findBijHash(lezer, hash)
    if (gevonden === undefined) return undefined
    const { kenmerk, vorm, plan } = gevonden
    const kop = await findRapport(lezer, plan, kenmerk)
    return kop?.vervangenDoor === undefined || kop.vervangenDoor === null
      ? { soort: 'vastgesteld', kenmerk, vorm }
      : { soort: 'ouder', kenmerk, vorm, door: kop.vervangenDoor }
  })
