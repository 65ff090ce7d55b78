import { maakKamers } from '#regels/schermen/kamers.ts'
import { Parameterpagina } from '#regels/schermen/parameter.tsx'
import { proefRoutes } from '#regels/schermen/proef.page.tsx'
import { Regelpagina } from '#regels/schermen/regel.tsx'
import { Regelspagina } from '#regels/schermen/regels.tsx'
import { REGELS } from '#regels/wet/wet.ts'
import { foutAntwoord, maakRoutes, magBezoeker, type Routes } from '#toegang/deur.ts'

/** De schermen van de regels: zelf rekenen, en zien waar elke regel en elk bedrag vandaan komt. */
export function regelsRoutes(): Routes {
  const kamer = maakKamers()
  const routes = maakRoutes()
  proefRoutes(routes, kamer)
  return routes
    .get('regels.lezen', '/regels', (c) =>
      c.html(
        <Regelspagina
          schil={c.get('schil')()}
          tabel={kamer(c.get('bezoek').gemeente.code).tabel}
          vandaag={c.get('bezoek').klok.vandaag()}
          metVarianten={magBezoeker(c.get('bezoek'), 'variant.lezen')}
        />,
      ),
    )
    .get('regels.lezen', '/regels/:regel', (c) => {
      const regel = REGELS.regels.get(c.req.param('regel'))
      if (regel === undefined) return foutAntwoord(c, 'niet_gevonden')
      const { tabel } = kamer(c.get('bezoek').gemeente.code)
      return c.html(<Regelpagina schil={c.get('schil')()} tabel={tabel} regel={regel} />)
    })
    .get('regels.lezen', '/parameters/:parameter', (c) => {
      const { tabel } = kamer(c.get('bezoek').gemeente.code)
      const parameter = tabel.parameters.get(c.req.param('parameter'))
      if (parameter === undefined) return foutAntwoord(c, 'niet_gevonden')
      return c.html(<Parameterpagina schil={c.get('schil')()} parameter={parameter} />)
    })
}
