import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isSleutel } from '#toegang/sessie.ts'

/** De twee cookies van Omzien: de sleutel van de sessie, en kort een kladje tijdens het inloggen. */

/** `__Host-` kan een ander subdomein niet zetten; zonder https weigert de browser die naam. */
export const sessieNaam = (veilig: boolean): string => (veilig ? '__Host-omzien' : 'omzien')
const kladNaam = (veilig: boolean): string => (veilig ? '__Host-omzien-inlog' : 'omzien-inlog')

const opties = (veilig: boolean) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: veilig }) as const

export function leesSessiekoekje(c: Context, veilig: boolean): string | undefined {
  const sleutel = getCookie(c, sessieNaam(veilig))
  return sleutel !== undefined && isSleutel(sleutel) ? sleutel : undefined
}

/** Zonder einddatum: de browser vergeet haar bij afsluiten, de server op zijn laatst na een werkdag. */
export const zetSessiekoekje = (c: Context, veilig: boolean, sleutel: string): void =>
  setCookie(c, sessieNaam(veilig), sleutel, opties(veilig))

export function wisSessiekoekje(c: Context, veilig: boolean): void {
  deleteCookie(c, sessieNaam(veilig), opties(veilig))
}

export const Klad = z.strictObject({
  gemeente: z.string(),
  staat: z.string(),
  nonce: z.string(),
  bewijs: z.string(),
  terug: z.string(),
  tot: z.number(),
})
export type Klad = z.infer<typeof Klad>

const KLAD_SECONDEN = 600

export type Kladkoekje = {
  zet(c: Context, klad: Omit<Klad, 'tot'>, nu: Date): void
  lees(c: Context, nu: Date): Klad | undefined
  wis(c: Context): void
}

/**
 * Het kladje staat versleuteld in de browser, zodat de server niets hoeft te onthouden van wie nooit terugkomt.
 * Zonder geheim maakt elk proces zijn eigen sleutel; draaien er meer, geef ze dan hetzelfde geheim.
 */
export function maakKladkoekje(veilig: boolean, geheim: string | undefined): Kladkoekje {
  const sleutel =
    geheim === undefined ? randomBytes(32) : Buffer.from(hkdfSync('sha256', geheim, '', 'omzien inlog', 32))
  const naam = kladNaam(veilig)
  return {
    zet: (c, klad, nu) => {
      const inhoud = JSON.stringify({ ...klad, tot: nu.getTime() + KLAD_SECONDEN * 1_000 })
      setCookie(c, naam, dicht(sleutel, inhoud), { ...opties(veilig), maxAge: KLAD_SECONDEN })
    },
    lees: (c, nu) => {
      const klad = Klad.safeParse(open(sleutel, getCookie(c, naam) ?? ''))
      return klad.success && nu.getTime() < klad.data.tot ? klad.data : undefined
    },
    wis: (c) => void deleteCookie(c, naam, opties(veilig)),
  }
}

const IV = 12
const MERK = 16

function dicht(sleutel: Buffer, tekst: string): string {
  const iv = randomBytes(IV)
  const slot = createCipheriv('aes-256-gcm', sleutel, iv)
  const inhoud = Buffer.concat([slot.update(tekst, 'utf8'), slot.final()])
  return Buffer.concat([iv, slot.getAuthTag(), inhoud]).toString('base64url')
}

function open(sleutel: Buffer, tekst: string): unknown {
  const bytes = Buffer.from(tekst, 'base64url')
  if (bytes.length <= IV + MERK) return undefined
  try {
    const slot = createDecipheriv('aes-256-gcm', sleutel, bytes.subarray(0, IV), { authTagLength: MERK })
    slot.setAuthTag(bytes.subarray(IV, IV + MERK))
    return JSON.parse(Buffer.concat([slot.update(bytes.subarray(IV + MERK)), slot.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}
