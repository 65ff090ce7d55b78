import { meld } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  GELDREGELNAMEN,
  type Geldregelnaam,
  type Geldregels,
} from '#programma/begrotingswijzigingen/bevoegd.ts'
import { findGeldregels, insertGeldregel } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Legt vast wat de gemeente zelf kiest. Ook een keuze gelijk aan de uitgangsstand telt: dan is zij bevestigd. */
export function stelGeldregelsIn(
  bezoek: Bezoek,
  keuze: Geldregels,
): Promise<Uitkomst<{ veranderd: Geldregelnaam[] }, { code: 'mag_niet' }>> {
  type Antwoord = Uitkomst<{ veranderd: Geldregelnaam[] }, { code: 'mag_niet' }>
  return bezoek.db.schrijf(async (tx): Promise<Antwoord> => {
    if (!magBezoeker(bezoek, 'mandaat.beheren')) return geweigerd({ code: 'mag_niet' })
    const { regels, gekozen } = await findGeldregels(tx)
    const veranderd = GELDREGELNAMEN.filter((naam) => !gekozen.has(naam) || regels[naam] !== keuze[naam])
    for (const naam of veranderd) {
      const op = bezoek.klok.nu()
      const door = bezoek.wie?.account ?? null
      await insertGeldregel(tx, { id: nieuwId(op), naam, waarde: keuze[naam], op, door })
      await schrijfLogboek(tx, bezoek, 'mandaat.beheren', `geldregel ${naam}`)
    }
    if (veranderd.length > 0) await meld(tx, bezoek.db.schema)
    return gelukt({ veranderd })
  })
}
