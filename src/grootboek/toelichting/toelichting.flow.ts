import { meld } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { deleteToelichting } from '#grootboek/toelichting/toelichting.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type Wisweigering = { code: 'mag_niet' } | { code: 'geen_toelichting' }

/**
 * Wist de toelichting bij een boeking, bijvoorbeeld omdat er een naam in staat. De boeking zelf en de keten blijven
 * heel: daar staat alleen een afdruk met zout in, en het zout gaat mee weg.
 */
export function wisToelichting(bezoek: Bezoek, nr: number): Promise<Uitkomst<{ nr: number }, Wisweigering>> {
  if (!magBezoeker(bezoek, 'grootboek.toelichting.wissen'))
    return Promise.resolve(geweigerd({ code: 'mag_niet' }))
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ nr: number }, Wisweigering>> => {
    if (!(await deleteToelichting(tx, nr))) return geweigerd({ code: 'geen_toelichting' })
    await schrijfLogboek(tx, bezoek, 'grootboek.toelichting.wissen', `boeking ${nr}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ nr })
  })
}
