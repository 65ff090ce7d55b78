const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** De elfproef: zo is een burgerservicenummer te herkennen. */
function voldoetAanElfproef(cijfers: string): boolean {
  const som = GEWICHTEN.reduce((tot, gewicht, plaats) => tot + gewicht * Number(cijfers[plaats]), 0)
  return som % 11 === 0
}

/** Zoals mensen het schrijven: negen cijfers achter elkaar, of in groepjes met punten of spaties. */
const NEGEN_CIJFERS = /(?<!\d)(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\d)/gu

/**
 * Of er iets in staat dat een burgerservicenummer kan zijn: negen cijfers die de elfproef doorstaan. Van gewone
 * nummers van negen cijfers treft dit er één op de elf; dat is de prijs.
 */
export const bevatBurgerservicenummer = (tekst: string): boolean =>
  (tekst.match(NEGEN_CIJFERS) ?? []).some((cijfers) => voldoetAanElfproef(cijfers.replace(/[. ]/gu, '')))
