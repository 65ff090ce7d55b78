import type { Lezer } from '#basis/db.ts'
import type { Moment } from '#basis/moment.ts'
import { findTijdstip } from '#grootboek/deur.ts'
import { standvraagVan } from '#programma/api/geld/vormen.ts'
import { bekendTot } from '#programma/begroting/tijdkeuze.ts'

/** Tot welk moment een verzoek meetelt wat is vastgelegd; `undefined` is alles tot nu. */
export async function findBekendTot(
  lezer: Lezer,
  vraag: { bekendOp?: string | undefined },
): Promise<Moment | undefined> {
  const standvraag = standvraagVan({ bekendOp: vraag.bekendOp })
  return bekendTot(standvraag, await findTijdstip(lezer, standvraag))
}
