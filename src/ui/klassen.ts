/** Voegt klassen samen en laat weg wat niet geldt. */
export const klassen = (...namen: readonly (string | false | undefined)[]): string =>
  namen.filter((naam) => naam !== false && naam !== undefined && naam !== '').join(' ')
