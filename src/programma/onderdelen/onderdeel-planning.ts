import { eersteDag, periodenaam, type Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Onderdeel, Programma } from '#programma/plan.ts'
import type { TijdlijnRij } from '#ui/tijdlijn.ts'

/** De tijd van één onderdeel, om te tekenen en in een zin. */

/** Wat het plan niet noemt, loopt door tot het eind van het programma, en heet dan verwacht. */
export function tijdlijnVan(onderdeel: Onderdeel, programma: Programma): TijdlijnRij[] {
  const { planning, mijlpalen, titel } = onderdeel
  const punten = mijlpalen.flatMap(({ wat, wanneer, verwacht }) =>
    wanneer === null ? [] : [{ op: wanneer, tekst: wat, verwacht }],
  )
  const balken = balkenVan(planning.van, planning.tot, programma, planning.verwacht === true)
  if (balken.length === 0 && punten.length === 0) return []
  return [{ naam: titel, balken, mijlpalen: punten }]
}

function balkenVan(
  van: Tijdvak | undefined,
  tot: Tijdvak | undefined,
  programma: Programma,
  verwacht: boolean,
): TijdlijnRij['balken'] {
  if (van === undefined && tot === undefined) return []
  const begin = van ?? programma.van
  const eind = tot ?? programma.tot
  if (eersteDag(begin) > eersteDag(eind)) return []
  return [{ van: begin, tot: eind, verwacht: verwacht || van === undefined || tot === undefined }]
}

export function planningzin({ planning, mijlpalen }: Onderdeel): string {
  const { van, tot } = planning
  const staart = mijlpalen.length === 0 ? '' : `, met ${telwoord(mijlpalen.length, 'mijlpaal', 'mijlpalen')}`
  if (van === undefined && tot === undefined) return `Het plan noemt geen begin of eind${staart}`
  const verwacht = planning.verwacht === true ? 'Loopt naar verwachting' : 'Loopt'
  return `${verwacht} ${van === undefined || tot === undefined ? '' : 'van '}${periodenaam(planning)}${staart}`
}

/** Mijlpalen die het plan noemt zonder tijd: die passen niet op de lijn. */
export const zonderTijd = ({ mijlpalen }: Onderdeel): Onderdeel['mijlpalen'] =>
  mijlpalen.filter(({ wanneer }) => wanneer === null)

/** Van wanneer tot wanneer; leeg als het plan geen van beide noemt. */
export const periodeIn = ({ planning }: Pick<Onderdeel, 'planning'>): string =>
  planning.van === undefined && planning.tot === undefined ? '' : periodenaam(planning)

export const wanneerTekst = (vak: Tijdvak | null): string =>
  vak === null ? 'zonder datum' : toonTijdvak(vak)
