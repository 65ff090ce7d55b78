import type { Planbeeld } from '#programma/deur.ts'
import type { Feitenbron, Feitenkeuze } from '#verantwoording/feiten/feiten.flow.ts'
import type { Verdieping } from '#verantwoording/feiten/feiten.ts'

/** Wat andere kamers van een onderdeel, doel of risico weten. Wat hier nog niet gelezen wordt, zegt het rapport niet. */
export async function leesVerdieping(
  _bron: Feitenbron,
  _beeld: Planbeeld,
  _keuze: Feitenkeuze,
): Promise<Verdieping> {
  return {}
}
