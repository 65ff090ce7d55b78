import type { Context } from 'hono'
import { findKop } from '#grootboek/deur.ts'
import { OpenDatapagina } from '#programma/over/open-data.tsx'
import { Overpagina } from '#programma/over/over.tsx'
import { Privacypagina, Toegankelijkheidspagina } from '#programma/over/verklaringen.tsx'
import type { Programmakamer } from '#programma/planbezoek.tsx'
import { planschema } from '#programma/planschema.ts'
import { maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'

/** Pagina's over de website zelf. Zij horen bij geen plan en staan daarom alleen op de wortel. */
export function statischeRoutes(kamer: Programmakamer & { softwareversie: string }): Routes {
  return maakRoutes()
    .get('openbaar', '/toegankelijkheid', (c) => c.html(<Toegankelijkheidspagina schil={c.get('schil')()} />))
    .get('openbaar', '/privacy', (c) => c.html(<Privacypagina schil={c.get('schil')()} />))
    .get('openbaar', '/over', async (c) =>
      c.html(
        <Overpagina
          schil={c.get('schil')()}
          softwareversie={kamer.softwareversie}
          plannen={await geldendePlannen(c, kamer)}
          journaal={await c.get('bezoek').db.lees(findKop)}
        />,
      ),
    )
    .get('openbaar', '/open-data', async (c) =>
      c.html(<OpenDatapagina schil={c.get('schil')()} plannen={await geldendePlannen(c, kamer)} />),
    )
    .get('openbaar', '/schema/programmaplan-1.json', (c) =>
      c.body(JSON.stringify(planschema(), undefined, 2), 200, {
        'content-type': 'application/schema+json; charset=utf-8',
      }),
    )
}

/** De plannen die iedereen mag zien, in de versie die geldt. */
async function geldendePlannen(c: Context<Omgeving>, { planboek }: Programmakamer) {
  const { db } = c.get('bezoek')
  const koppen = await planboek.koppen(db)
  const gelezen = await Promise.all(
    koppen.map(async (kop) => {
      if (kop.vastgesteldeVersie === null) return undefined
      const versie = await planboek.lees(db, kop.id, kop.vastgesteldeVersie)
      return versie && { kop, plan: versie.beeld.plan }
    }),
  )
  return gelezen.filter((een) => een !== undefined)
}
