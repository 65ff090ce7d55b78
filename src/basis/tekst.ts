/** Kleine letters, zonder accenten, leestekens en dubbele spaties: om te vergelijken, niet om te tonen. */
export function vergelijkbaar(tekst: string): string {
  return tekst
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Zichtbare tekst: onzichtbare stuurtekens weg (de database bewaart ze niet), regeleinden gelijk. */
export const schoon = (tekst: string): string =>
  tekst
    .replace(/\r\n?|\u2028|\u2029|\v/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: juist die tekens moeten eruit
    .replace(/[\u0000-\u0008\u000c\u000e-\u001f\u007f]/gu, '')
    .toWellFormed()
    .trim()

/** `De Thuisblijver 2.0` wordt `de-thuisblijver-2-0`. */
export const sleutelVan = (tekst: string): string => vergelijkbaar(tekst).replaceAll(' ', '-')

/**
 * Hoeveel letters er minstens bij, weg, anders of omgewisseld zijn tussen twee woorden
 * (Damerau-Levenshtein, met aangrenzende verwisseling als één fout).
 */
export function schrijfafstand(een: string, ander: string): number {
  const a = [...een]
  const b = [...ander]
  let vorige2: number[] = []
  let vorige = b.map((_, j) => j).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const huidige = [i]
    for (let j = 1; j <= b.length; j++) {
      const kosten = a[i - 1] === b[j - 1] ? 0 : 1
      let beste = Math.min((vorige[j] ?? 0) + 1, (huidige[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + kosten)
      const verwisseld = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (verwisseld) beste = Math.min(beste, (vorige2[j - 2] ?? 0) + 1)
      huidige.push(beste)
    }
    vorige2 = vorige
    vorige = huidige
  }
  return vorige[b.length] ?? 0
}

/** `a, b en c`. */
export function opsomming(delen: readonly string[], laatste = 'en'): string {
  if (delen.length < 2) return delen[0] ?? ''
  return `${delen.slice(0, -1).join(', ')} ${laatste} ${delen.at(-1)}`
}

/** `1 onderdeel`, `3 onderdelen`. */
export const telwoord = (aantal: number, een: string, meer: string): string =>
  `${aantal} ${aantal === 1 ? een : meer}`

/** Hoogstens zoveel tekens, met een beletselteken als er meer was; nooit een half teken. */
export const inkorten = (tekst: string, tekens: number): string =>
  tekst.length <= tekens
    ? tekst
    : `${tekst
        .slice(0, tekens - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')}…`

/** Voor het begin van een zin. */
export const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

/** Volgorde voor een lijst: zoals in het woordenboek, met 2 voor 10. */
export const opTekst = new Intl.Collator('nl', { numeric: true }).compare

const GETAL = new Intl.NumberFormat('nl-NL')

/** `1.234`. */
export const toonGetal = (getal: number): string => GETAL.format(getal)
