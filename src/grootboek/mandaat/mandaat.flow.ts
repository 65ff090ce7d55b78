import { meld } from '#basis/db.ts'
import { Id, nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  findAccountBestaat,
  findMandaatintrekking,
  insertIntrekking,
  insertMandaat,
  type NieuwMandaat,
} from '#grootboek/mandaat/mandaat.store.ts'
import { type Bezoek, isRol, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Mandaten vastleggen en intrekken; een mandaat zelf verandert nooit. */

export type Mandaatweigering = {
  code:
    | 'mag_niet'
    | 'wie_onbekend'
    | 'bedrag_niet_positief'
    | 'tot_voor_van'
    | 'mandaat_onbekend'
    | 'al_ingetrokken'
}

export function geefMandaat(
  bezoek: Bezoek,
  mandaat: NieuwMandaat,
): Promise<Uitkomst<{ id: Id }, Mandaatweigering>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ id: Id }, Mandaatweigering>> => {
    if (!magBezoeker(bezoek, 'mandaat.beheren')) return geweigerd({ code: 'mag_niet' })
    if (mandaat.bedragCent <= 0) return geweigerd({ code: 'bedrag_niet_positief' })
    if (mandaat.tot !== null && mandaat.tot < mandaat.van) return geweigerd({ code: 'tot_voor_van' })
    const bestaat =
      mandaat.account === null
        ? mandaat.rol !== null && isRol(mandaat.rol)
        : mandaat.rol === null &&
          Id.safeParse(mandaat.account).success &&
          (await findAccountBestaat(tx, mandaat.account))
    if (!bestaat) return geweigerd({ code: 'wie_onbekend' })
    const op = bezoek.klok.nu()
    const id = nieuwId(op)
    await insertMandaat(tx, { ...mandaat, id, door: bezoek.wie?.account ?? null, op })
    await schrijfLogboek(tx, bezoek, 'mandaat.beheren', `mandaat ${id}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ id })
  })
}

/** Vanaf vandaag geldt het mandaat niet meer; wat er al op geboekt is, blijft staan. */
export function trekMandaatIn(
  bezoek: Bezoek,
  id: string,
): Promise<Uitkomst<{ programma: string }, Mandaatweigering>> {
  return bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ programma: string }, Mandaatweigering>> => {
    if (!magBezoeker(bezoek, 'mandaat.beheren')) return geweigerd({ code: 'mag_niet' })
    const mandaat = Id.safeParse(id).success ? await findMandaatintrekking(tx, id) : undefined
    if (mandaat === undefined) return geweigerd({ code: 'mandaat_onbekend' })
    if (mandaat.ingetrokkenPer !== null) return geweigerd({ code: 'al_ingetrokken' })
    const [op, door] = [bezoek.klok.nu(), bezoek.wie?.account ?? null]
    if (!(await insertIntrekking(tx, { mandaat: id, per: bezoek.klok.vandaag(), door, op })))
      return geweigerd({ code: 'al_ingetrokken' })
    await schrijfLogboek(tx, bezoek, 'mandaat.beheren', `mandaat ${id}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ programma: mandaat.programma })
  })
}
