import type { Bladerkoppelingen, Bladervraag } from '#programma/api/vorm.ts'

export type Lijst<Item> = {
  _links: Bladerkoppelingen
  pagina: number
  paginaGrootte: number
  aantal: number
  aantalPaginas: number
  items: Item[]
}

/**
 * Eén pagina uit een lijst. Voorbij de laatste is een pagina leeg en geen fout: een lijst kan onder het bladeren
 * korter worden.
 */
export function bladeren<Item>(
  alles: readonly Item[],
  { pagina, paginaGrootte }: Bladervraag,
  adres: (pagina: number) => string,
): Lijst<Item> {
  const aantalPaginas = Math.max(1, Math.ceil(alles.length / paginaGrootte))
  const naar = (nummer: number) => ({ href: adres(nummer) })
  const begin = (pagina - 1) * paginaGrootte
  return {
    _links: {
      self: naar(pagina),
      first: naar(1),
      ...(pagina > 1 && { prev: naar(Math.min(pagina - 1, aantalPaginas)) }),
      ...(pagina < aantalPaginas && { next: naar(pagina + 1) }),
      last: naar(aantalPaginas),
    },
    pagina,
    paginaGrootte,
    aantal: alles.length,
    aantalPaginas,
    items: alles.slice(begin, begin + paginaGrootte),
  }
}
