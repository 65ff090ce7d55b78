import { createHash } from 'node:crypto'

/**
 * De ene manier om een rapport als tekst te schrijven: sleutels op volgorde, geen witruimte, tekst in NFC. Zo heeft
 * dezelfde inhoud altijd dezelfde bytes en dezelfde vingerafdruk.
 */
export function canoniek(waarde: unknown): string {
  if (Array.isArray(waarde)) return `[${waarde.map(canoniek).join(',')}]`
  if (typeof waarde === 'object' && waarde !== null)
    return `{${Object.entries(waarde)
      .filter(([, deel]) => deel !== undefined)
      .toSorted(([een], [ander]) => (een < ander ? -1 : 1))
      .map(([sleutel, deel]) => `${JSON.stringify(sleutel)}:${canoniek(deel)}`)
      .join(',')}}`
  return JSON.stringify(typeof waarde === 'string' ? waarde.normalize('NFC') : waarde)
}

export const sha256 = (inhoud: string | Uint8Array): string =>
  createHash('sha256').update(inhoud).digest('hex')
