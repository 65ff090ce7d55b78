import { type Centen, centen } from '#basis/geld.ts'

/** Een bedrag zoals XML het schrijft: een punt voor de centen, geen duizendtallen, een minteken ervoor. */
export type Decimaal = { centen: Centen; decimalen: number }

const MIN = 0x2d
const PLUS = 0x2b
const PUNT = 0x2e
const NUL = 0x30
const NEGEN = 0x39
/** Boven dit getal past er geen cijfer meer bij; wat er dan net te groot is, valt aan het eind af. */
const RUIM_GENOEG = Math.floor(Number.MAX_SAFE_INTEGER / 10)

/**
 * Van tekst naar hele centen, cijfer voor cijfer en zonder breuk. `undefined` wanneer het geen bedrag is, wanneer er
 * delen van een cent in staan, of wanneer het te groot is om op de cent te bewaren.
 */
export function leesDecimaal(tekst: string): Decimaal | undefined {
  const eerste = tekst.charCodeAt(0)
  const metTeken = eerste === MIN || eerste === PLUS
  let waarde = 0
  let cijfers = 0
  let decimalen = -1
  for (let i = metTeken ? 1 : 0; i < tekst.length; i++) {
    const code = tekst.charCodeAt(i)
    if (code === PUNT) {
      if (decimalen >= 0) return undefined
      decimalen = 0
      continue
    }
    if (code < NUL || code > NEGEN) return undefined
    cijfers++
    if (decimalen >= 0 && ++decimalen > 2) {
      if (code !== NUL) return undefined
      continue
    }
    if (waarde > RUIM_GENOEG) return undefined
    waarde = waarde * 10 + (code - NUL)
  }
  if (cijfers === 0) return undefined
  for (let i = Math.max(decimalen, 0); i < 2; i++) waarde *= 10
  if (!Number.isSafeInteger(waarde)) return undefined
  return { centen: centen(eerste === MIN ? -waarde : waarde), decimalen: Math.max(decimalen, 0) }
}
