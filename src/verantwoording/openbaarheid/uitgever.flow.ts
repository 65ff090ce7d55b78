import { meld } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'
import { findUitgever, insertUitgever, lockUitgever } from '#verantwoording/openbaarheid/uitgever.store.ts'
import type { Uitgever } from '#verantwoording/openbaarheid/uitgever.ts'

/** Bevestigt hoe catalogi de gemeente kennen. */
export function bevestigUitgever(bezoek: Bezoek, nieuw: Uitgever): Promise<Uitkomst<null, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    const { wie } = bezoek
    if (wie === undefined || !magBezoeker(bezoek, 'openbaarheid.beheren')) return geweigerd('mag_niet')
    await lockUitgever(tx)
    const volgnr = ((await findUitgever(tx))?.volgnr ?? 0) + 1
    await insertUitgever(tx, { ...nieuw, volgnr, op: momentVan(bezoek.klok.nu()), door: wie.account })
    await schrijfLogboek(tx, bezoek, 'openbaarheid.beheren', `uitgever ${volgnr}`)
    await meld(tx, bezoek.db.schema)
    return gelukt(null)
  })
}
