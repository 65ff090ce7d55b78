import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Sleutels zijn UUID versie 7: het moment van maken staat vooraan, dus een index groeit aan één kant (RFC 9562 §5.7). */
export const Id = z.uuid().brand('Id')
export type Id = z.infer<typeof Id>

export function nieuwId(nu: Date): Id {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(nu.getTime(), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}
