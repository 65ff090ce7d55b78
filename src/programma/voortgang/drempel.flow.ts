import { meld } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findDrempel, insertDrempel, lockDrempel } from '#programma/voortgang/drempel.store.ts'
import type { Drempel } from '#programma/voortgang/drempel.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

type Uitslag = Uitkomst<{ veranderd: boolean }, { code: 'mag_niet' }>

/** Legt vast vanaf welke afwijking de gemeente uitleg wil. Wie de uitgangsstand kiest, bevestigt haar. */
export const stelDrempelIn = (bezoek: Bezoek, drempel: Drempel): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    if (!magBezoeker(bezoek, 'voortgang.drempel')) return geweigerd({ code: 'mag_niet' })
    await lockDrempel(tx)
    const nu = await findDrempel(tx)
    const gelijk =
      nu.gekozen &&
      nu.drempel.promille === drempel.promille &&
      nu.drempel.bedragCent === drempel.bedragCent &&
      nu.drempel.dagen === drempel.dagen
    if (gelijk) return gelukt({ veranderd: false })
    const op = bezoek.klok.nu()
    const door = bezoek.wie?.account ?? null
    await insertDrempel(tx, { id: nieuwId(op), drempel, op: momentVan(op), door })
    await schrijfLogboek(tx, bezoek, 'voortgang.drempel', 'drempel voor uitleg')
    await meld(tx, bezoek.db.schema)
    return gelukt({ veranderd: true })
  })
