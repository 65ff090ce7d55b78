import { hash } from 'node:crypto'

/**
 * De keten: elke boeking draagt de hash van de vorige. Zij bewijst dat er achteraf niets is veranderd, weggehaald of
 * tussengevoegd; niet dat het waar is wat er staat.
 */

/** Hash vóór de eerste boeking. */
export const BEGIN = '0'.repeat(64)

/** SHA-256, als 64 hexadecimale tekens, over de vorige hash, een regeleinde en de vastgelegde tekst in UTF-8. */
export const schakel = (vorige: string, inhoud: string): string =>
  hash('sha256', `${vorige}\n${inhoud}`, 'hex')

/** Afdruk van een toelichting: met zout, zodat niemand een gewiste tekst kan raden door te proberen. */
export const tekstafdruk = (zout: string, tekst: string): string =>
  hash('sha256', `${zout}:${tekst.normalize('NFC')}`, 'hex')
