import type { Datum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import type { Centen } from '#basis/geld.ts'
import type { Cijfers } from '#programma/budgethouder/taken.ts'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { type Eigenaarbeeld, findEigenaarbeeld } from '#programma/uitvraag/eigenaar.store.ts'
import { type Eigenaar, eigenaarVan } from '#programma/uitvraag/eigenaar.ts'
import { teMelden } from '#programma/uitvraag/uitvraag.ts'
import type { Kwartaal } from '#programma/voortgang/kwartaal.ts'
import {
  cijfersVan,
  findStandgegevens,
  type Standgegevens,
  voorstellenVoor,
} from '#programma/voortgang/standgegevens.store.ts'
import { findVersies, findVorigeVoortgang } from '#programma/voortgang/voortgang.store.ts'
import {
  alsInvulling,
  beginVan,
  type Invulling,
  type Versie,
  type Voorstellen,
} from '#programma/voortgang/voortgang.ts'

/** Alles wat bij het invullen van één kwartaal op het scherm staat, op één moment gelezen. */

export type Invulregel = {
  onderdeel: Onderdeel
  eigenaar: Eigenaar
  voorstellen: Voorstellen
  cijfers: Cijfers
  prognose: Centen | null
  /** Alle versies van dit kwartaal, de nieuwste achteraan. */
  versies: readonly Versie[]
  laatste: Versie | undefined
  /** Wat er in de velden staat als niemand nog iets typte. */
  begin: Invulling
  /** Van welk kwartaal de tekst komt waarmee het begint; `undefined` als er al iets bewaard is. */
  beginUit: Kwartaal | undefined
}

export type Invulbeeld = {
  kwartaal: Kwartaal
  gegevens: Standgegevens
  eigenaren: Eigenaarbeeld
  regels: readonly Invulregel[]
}

export async function findInvulbeeld(
  lezer: Lezer,
  beeld: Planbeeld,
  kwartaal: Kwartaal,
  vandaag: Datum,
): Promise<Invulbeeld> {
  const plan = beeld.plan.programma.id
  const gegevens = await findStandgegevens(lezer, beeld.plan, kwartaal, vandaag)
  const eigenaren = await findEigenaarbeeld(lezer, plan, vandaag)
  const versies = Map.groupBy(await findVersies(lezer, plan, kwartaal), ({ onderdeel }) => onderdeel)
  const vorige = new Map(
    (await findVorigeVoortgang(lezer, plan, kwartaal)).map((een) => [een.onderdeel, een]),
  )
  return {
    kwartaal,
    gegevens,
    eigenaren,
    regels: teMelden(beeld, kwartaal).map((onderdeel): Invulregel => {
      const hier = versies.get(onderdeel.id) ?? []
      const laatste = hier.at(-1)
      const eerder = vorige.get(onderdeel.id)
      return {
        onderdeel,
        eigenaar: eigenaarVan(onderdeel.id, eigenaren),
        voorstellen: voorstellenVoor(gegevens, onderdeel),
        cijfers: cijfersVan(gegevens, onderdeel.id),
        prognose: gegevens.prognoses.get(onderdeel.id)?.bedragCent ?? null,
        versies: hier,
        laatste,
        begin: laatste === undefined ? beginVan(eerder) : alsInvulling(laatste),
        beginUit:
          laatste === undefined ? eerder && { jaar: eerder.jaar, kwartaal: eerder.kwartaal } : undefined,
      }
    }),
  }
}
