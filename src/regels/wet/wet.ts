import type { Datum } from '#basis/datum.ts'
import { bindRegels } from '#regels/motor/binding.ts'
import { type Laag, maakTabel, type Parametertabel } from '#regels/motor/parameter.ts'
import { maakRegelset, type Regelset } from '#regels/motor/regel.ts'
import { type Machine, maakMachine } from '#regels/motor/rekenen.ts'
import { lagenVan } from '#regels/wet/bedragen-plaatselijk.ts'
import { INVOER, samenhang } from '#regels/wet/invoer.ts'
import { BIJDRAGEREGELS } from '#regels/wet/regels-bijdrage.ts'
import { INKOMENREGELS } from '#regels/wet/regels-inkomen.ts'
import { MINIMAREGELS } from '#regels/wet/regels-minima.ts'
import { VOORSTELREGELS } from '#regels/wet/regels-voorstel.ts'
import { WOONREGELS } from '#regels/wet/regels-wonen.ts'

/** De regels die Omzien kent, en waar hun bedragen vandaan komen. */
export const REGELS: Regelset = maakRegelset([
  ...INKOMENREGELS,
  ...BIJDRAGEREGELS,
  ...MINIMAREGELS,
  ...WOONREGELS,
  ...VOORSTELREGELS,
])

export type Rekenkamer = {
  tabel: Parametertabel
  /** De machine voor een dag; dezelfde dag geeft dezelfde machine. */
  op: (dag: Datum, bekendOp?: Datum) => Machine
}

const MEESTE_DAGEN = 64

/** Regels en bedragen van één gemeente, met eventueel lagen van een variant erbovenop. */
export function maakRekenkamer(
  gemeente: string | undefined,
  varianten: readonly Laag[] = [],
  regels: Regelset = REGELS,
): Rekenkamer {
  const tabel = maakTabel([...lagenVan(gemeente), ...varianten])
  const gemaakt = new Map<string, Machine>()
  const op: Rekenkamer['op'] = (dag, bekendOp) => {
    const sleutel = `${dag} ${bekendOp ?? ''}`
    const eerder = gemaakt.get(sleutel)
    if (eerder !== undefined) return eerder
    const machine = maakMachine(bindRegels(regels, tabel, INVOER, dag, bekendOp), samenhang)
    if (gemaakt.size >= MEESTE_DAGEN) gemaakt.delete(gemaakt.keys().next().value ?? '')
    gemaakt.set(sleutel, machine)
    return machine
  }
  return { tabel, op }
}
