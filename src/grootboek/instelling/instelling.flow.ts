import { meld } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findInstellingen, insertInstelling } from '#grootboek/instelling/instelling.store.ts'
import { CONTROLES, type Controle, type Instellingen } from '#grootboek/instelling/instelling.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Legt vast welke controles anders moeten dan nu; wat gelijk blijft, wordt niet nog eens vastgelegd. */
export function stelIn(
  bezoek: Bezoek,
  keuzes: Partial<Instellingen>,
): Promise<Uitkomst<{ veranderd: Controle[] }, { code: 'mag_niet' }>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ veranderd: Controle[] }, { code: 'mag_niet' }>> => {
    if (!magBezoeker(bezoek, 'mandaat.beheren')) return geweigerd({ code: 'mag_niet' })
    const nu = await findInstellingen(tx)
    const veranderd: Controle[] = []
    for (const controle of CONTROLES) {
      const stand = keuzes[controle]
      if (stand === undefined || stand === nu[controle]) continue
      const op = bezoek.klok.nu()
      await insertInstelling(tx, {
        controle,
        stand,
        door: bezoek.wie?.account ?? null,
        op,
      })
      await schrijfLogboek(tx, bezoek, 'mandaat.beheren', `boekregel ${controle}`)
      veranderd.push(controle)
    }
    if (veranderd.length > 0) await meld(tx, bezoek.db.schema)
    return gelukt({ veranderd })
  })
}
