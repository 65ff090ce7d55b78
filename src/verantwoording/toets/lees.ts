const LATIJN = new TextDecoder('latin1')

/** Elke byte als teken: om in een bestand naar leesbare woorden te zoeken. */
export const isoDecodeer = (bytes: Uint8Array): string => LATIJN.decode(bytes)
