const VERWIJZING =
  /"(?:[^"]|"")*"|(?:(?:'((?:[^']|'')+)'|([A-Za-z_][\w-]*))!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])|,/gu

/** Zet een formule in de schrijfwijze van Excel om naar OpenFormula: `SUM(B2:B9)` wordt `of:=SUM([.B2:.B9])`. */
export function alsOpenFormula(formule: string): string {
  const vertaald = formule.replace(VERWIJZING, (gevonden, aangehaald, kaal, begin, eind) => {
    if (gevonden === ',') return ';'
    if (gevonden.startsWith('"')) return gevonden
    const blad = aangehaald ?? kaal
    const voor = blad === undefined ? '.' : `$'${blad}'.`
    return `[${voor}${begin}${eind === undefined ? '' : `:.${eind}`}]`
  })
  return `of:=${vertaald}`
}

/** Naam van een blad in een formule. */
export const bladnaam = (naam: string): string => `'${naam.replaceAll("'", "''")}'`
