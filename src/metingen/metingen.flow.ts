import type { Tx } from '#basis/db.ts'
import { volgendMoment } from '#basis/moment.ts'
import { geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findLaatste, findLaatsteMoment, insertMetingen, lockMetingen } from '#metingen/metingen.store.ts'
import {
  beslisMetingen,
  type Jaargang,
  type Metinginvoer,
  type Metingweigering,
  metingplek,
} from '#metingen/vastleggen.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/**
 * Metingen vastleggen in twee stappen binnen één transactie: keuren achter het slot, en bewaren. Wie de reeks bezit,
 * opent de transactie en weet of de reeks bestaat; deze kamer weet alleen wat een meting is.
 */

export type Metingvastweigering =
  | { code: 'mag_niet' }
  /** Van elke meting die niet kan, waarom niet; er is dan geen enkele vastgelegd. */
  | { code: 'metingen_geweigerd'; weigeringen: readonly Metingweigering[] }

/** Neemt het slot, en geeft de jaargangen die erbij komen: alle, of geen. */
export async function keurMetingen(
  tx: Tx,
  bezoek: Bezoek,
  invoer: readonly Metinginvoer[],
): Promise<Uitkomst<Jaargang[], Metingvastweigering>> {
  if (!magBezoeker(bezoek, 'meting.vastleggen')) return geweigerd({ code: 'mag_niet' })
  await lockMetingen(tx)
  const laatste = await findLaatste(tx, [...new Set(invoer.map(({ reeks }) => reeks))])
  const beslist = beslisMetingen(invoer, {
    vandaag: bezoek.klok.vandaag(),
    laatste: new Map(laatste.map((meting) => [metingplek(meting), meting])),
    reeksvakken: new Map(laatste.map(({ reeks, tijdvak }) => [reeks, tijdvak])),
  })
  return beslist.ok ? beslist : geweigerd({ code: 'metingen_geweigerd', weigeringen: beslist.reden })
}

export async function bewaarMetingen(tx: Tx, bezoek: Bezoek, jaargangen: readonly Jaargang[]): Promise<void> {
  if (jaargangen.length === 0) return
  const op = volgendMoment(await findLaatsteMoment(tx), bezoek.klok.nu())
  await insertMetingen(tx, jaargangen, { op, door: bezoek.wie?.account ?? null })
  for (const { reeks, tijdvak } of jaargangen)
    await schrijfLogboek(tx, bezoek, 'meting.vastleggen', `meting ${reeks} ${tijdvak}`)
}
