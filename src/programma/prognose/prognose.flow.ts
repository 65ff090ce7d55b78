import { meld, type Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoek, Verzoekweigering } from '#grootboek/deur.ts'
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

type Uitslag = Uitkomst<{ nieuw: number }, Prognoseweigering>

/**
 * Legt prognoses vast: alle, of geen. Wat precies zo al staat, komt er niet nog eens bij. Geeft hoeveel er nieuw zijn.
 */
export function maakPrognoses(
  bezoek: Bezoek,
  plan: string,
  prognoses: readonly NieuwePrognose[],
): Promise<Uitslag> {
  return bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const nieuw = await keurPrognoses(tx, bezoek, plan, prognoses)
    if (!nieuw.ok) return nieuw
    await bewaarPrognoses(tx, bezoek, plan, nieuw.waarde)
    if (nieuw.waarde.length > 0) await meld(tx, bezoek.db.schema)
    return gelukt({ nieuw: nieuw.waarde.length })
  })
}

/** Hetzelfde voor een verzoek met een sleutel: nog eens sturen geeft hetzelfde antwoord. */
export const maakPrognosesEenKeer = (
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: string,
  prognoses: readonly NieuwePrognose[],
  verzoek: Verzoek,
): Promise<Uitkomst<{ nieuw: number }, Prognoseweigering | Verzoekweigering>> =>
  boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Uitslag> => {
      const nieuw = await keurPrognoses(ronde.tx, bezoek, plan, prognoses)
      if (!nieuw.ok) return nieuw
      if (nieuw.waarde.length > 0) ronde.daarna((tx) => bewaarPrognoses(tx, bezoek, plan, nieuw.waarde))
      return gelukt({ nieuw: nieuw.waarde.length })
    },
  })

/** Neemt het slot, en geeft wat er nog niet precies zo staat. */
async function keurPrognoses(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  prognoses: readonly NieuwePrognose[],
): Promise<Uitkomst<NieuwePrognose[], Prognoseweigering>> {
  if (!magBezoeker(bezoek, 'prognose.maken')) return geweigerd({ code: 'mag_niet' })
  await lockPrognoses(tx, plan)
  const bekend = await findOnderdelen(tx, plan, [...new Set(prognoses.map(({ onderdeel }) => onderdeel))])
  const geldend = await findPrognoses(tx, plan)
  for (const { onderdeel, peildatum, reden } of prognoses) {
    if (!bekend.has(onderdeel)) return geweigerd({ code: 'onderdeel_onbekend', onderdeel })
    if (peildatum > bezoek.klok.vandaag()) return geweigerd({ code: 'peildatum_toekomst', onderdeel })
    if (reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt', onderdeel })
  }
  return gelukt(prognoses.filter((een) => !geldend.some((eerder) => zelfdePrognose(eerder, een))))
}

async function bewaarPrognoses(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  prognoses: readonly NieuwePrognose[],
): Promise<void> {
  const door = bezoek.wie?.account ?? null
  for (const prognose of prognoses) {
    const nu = bezoek.klok.nu()
    await insertPrognose(tx, plan, { ...prognose, id: nieuwId(nu), op: momentVan(nu), door })
    const over = `prognose ${plan} ${prognose.onderdeel} ${prognose.jaar}`
    await schrijfLogboek(tx, bezoek, 'prognose.maken', over)
  }
}
