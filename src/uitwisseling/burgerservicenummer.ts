const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** De elfproef: zo is een burgerservicenummer te herkennen. */
function voldoetAanElfproef(cijfers: string): boolean {
  const som = GEWICHTEN.reduce((tot, gewicht, plaats) => tot + gewicht * Number(cijfers[plaats]), 0)
  return som % 11 === 0
}

/**
 * Of er iets in staat dat een burgerservicenummer kan zijn: negen cijfers, ook met punten of spaties ertussen, die
 * de elfproef doorstaan. Van gewone nummers van negen cijfers treft dit er één op de elf; dat is de prijs.
 */
export function bevatBurgerservicenummer(tekst: string): boolean {
  const groepen = tekst.match(/\d+(?:[ .-]\d+)*/gu) ?? []
  return groepen.some((groep) => {
    const los = groep.split(/[ .-]/u)
    return [los.join(''), ...los].some((cijfers) => cijfers.length === 9 && voldoetAanElfproef(cijfers))
  })
}
