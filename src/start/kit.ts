import { maakRoutes, type Routes } from '#toegang/deur.ts'
import { KIT_PAD, kitPaginas } from '#ui/kit.tsx'

/** De pagina's waarop elk onderdeel van de huisstijl met al zijn standen te zien is. */
export function kitRoutes(): Routes {
  return maakRoutes()
    .get('plan.lezen', KIT_PAD, (c) => {
      const overzicht = kitPaginas(c.get('schil')()).get(KIT_PAD)
      return overzicht === undefined ? c.notFound() : c.html(overzicht.pagina())
    })
    .get('plan.lezen', `${KIT_PAD}/:deel`, (c) => {
      const deel = kitPaginas(c.get('schil')()).get(`${KIT_PAD}/${c.req.param('deel')}`)
      return deel === undefined ? c.notFound() : c.html(deel.pagina())
    })
}
