const KORTSTE_KNIPSEL = 13

/**
 * Een knipsel uit een brok van het bestand houdt bij V8 het hele brok in het geheugen. Wat wij doorgeven of bewaren
 * is daarom altijd een eigen kopie.
 */
export const kopie = (tekst: string): string =>
  tekst.length < KORTSTE_KNIPSEL ? tekst : Buffer.from(tekst, 'utf16le').toString('utf16le')
