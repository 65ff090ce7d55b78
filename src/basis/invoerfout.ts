import { z } from 'zod'

// Wat hieronder geen eigen zin heeft, zegt het schema zelf, in het Nederlands.
z.config(z.locales.nl())

import { inkorten } from '#basis/tekst.ts'

/** Een bestand kan duizenden onbekende velden hebben; deze zijn genoeg om te zien wat er mis is. */
const MEESTE_VELDEN = 10

/** Wat een schema op een plek verwachtte, in gewone woorden. */
const SOORTEN: Record<string, string> = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een heel getal',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een blok met velden',
  record: 'een blok met velden',
  null: 'niets (null)',
  undefined: 'niets',
  date: 'een datum',
}

const WOORDVORM: Record<string, string> = {
  date: 'een dag als 2026-11-30',
  uuid: 'een kenmerk (UUID)',
  url: 'een webadres',
  safeint: 'een heel getal dat niet te groot is',
}

const inWoorden = (soort: string): string => SOORTEN[soort] ?? soort

function gevonden(waarde: unknown): string {
  if (waarde === undefined) return 'het ontbreekt'
  const soort = waarde === null ? 'null' : Array.isArray(waarde) ? 'array' : typeof waarde
  return `er staat ${inWoorden(soort)}`
}

/** Eén fout van een schema als zin voor wie het bestand maakte; een eigen melding van het schema gaat voor. */
export function invoerfout(fout: z.core.$ZodIssue): string {
  switch (fout.code) {
    case 'invalid_type':
      return `Hier hoort ${inWoorden(fout.expected)}; ${gevonden(fout.input)}.`
    case 'unrecognized_keys':
      return `Dit veld kennen wij niet: ${inkorten(fout.keys.slice(0, MEESTE_VELDEN).join(', '), 300)}.`
    case 'invalid_value':
      return `Kies uit: ${fout.values.map(String).join(', ')}.`
    case 'too_small':
      return fout.origin === 'string' || fout.origin === 'array'
        ? 'Dit mag niet leeg zijn.'
        : `Dit moet minstens ${fout.minimum} zijn.`
    case 'too_big':
      return fout.origin === 'string'
        ? `Dit mag hoogstens ${fout.maximum} tekens zijn.`
        : `Dit mag hoogstens ${fout.maximum} zijn.`
    case 'invalid_format':
      return WOORDVORM[fout.format] === undefined ? fout.message : `Hier hoort ${WOORDVORM[fout.format]}.`
    default:
      return fout.message
  }
}
