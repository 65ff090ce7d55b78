import { meld } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  findOnderdelen,
  findPrognoses,
  insertPrognose,
  lockPrognoses,
} from '#programma/prognose/prognose.store.ts'
import { type NieuwePrognose, zelfdePrognose } from '#programma/prognose/prognose.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type Prognoseweigering =
  | { code: 'mag_niet' }
  | { code: 'onderdeel_onbekend'; onderdeel: string }
  | { code: 'peildatum_toekomst'; onderdeel: string }
  | { code: 'reden_ontbreekt'; onderdeel: string }

/**
 * Legt prognoses vast: alle, of geen. Wat precies zo al staat, komt er niet nog eens bij. Geeft hoeveel er nieuw zijn.
 */
export function maakPrognoses(
  bezoek: Bezoek,
  plan: string,
  prognoses: readonly NieuwePrognose[],
): Promise<Uitkomst<{ nieuw: number }, Prognoseweigering>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ nieuw: number }, Prognoseweigering>> => {
    if (!magBezoeker(bezoek, 'prognose.maken')) return geweigerd({ code: 'mag_niet' })
    await lockPrognoses(tx, plan)
    const bekend = await findOnderdelen(tx, plan, [...new Set(prognoses.map(({ onderdeel }) => onderdeel))])
    const geldend = await findPrognoses(tx, plan)
    let nieuw = 0
    for (const prognose of prognoses) {
      const { onderdeel } = prognose
      if (!bekend.has(onderdeel)) return geweigerd({ code: 'onderdeel_onbekend', onderdeel })
      if (prognose.peildatum > bezoek.klok.vandaag())
        return geweigerd({ code: 'peildatum_toekomst', onderdeel })
      if (prognose.reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt', onderdeel })
    }
    for (const prognose of prognoses) {
      if (geldend.some((eerder) => zelfdePrognose(eerder, prognose))) continue
      const nu = bezoek.klok.nu()
      const door = bezoek.wie?.account ?? null
      await insertPrognose(tx, plan, { ...prognose, id: nieuwId(nu), op: momentVan(nu), door })
      await schrijfLogboek(
        tx,
        bezoek,
        'prognose.maken',
        `prognose ${plan} ${prognose.onderdeel} ${prognose.jaar}`,
      )
      nieuw++
    }
    if (nieuw > 0) await meld(tx, bezoek.db.schema)
    return gelukt({ nieuw })
  })
}
