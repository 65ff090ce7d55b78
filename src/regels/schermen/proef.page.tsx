import type { Context } from 'hono'
import { Datum, toonDatum } from '#basis/datum.ts'
import { begindag } from '#regels/beleid/dag.ts'
import { proefbereken } from '#regels/proef.ts'
import { Klifpagina, maakVoorbeeld } from '#regels/schermen/klif.tsx'
import { Proefpagina, type Proefstand } from '#regels/schermen/proef.tsx'
import { weigerzin } from '#regels/teksten.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'
import { leesFormulier, magBezoeker, type Omgeving, type Routes } from '#toegang/deur.ts'
import type { VeldFout } from '#ui/formulier.tsx'

/**
 * De proefberekening. De antwoorden komen in het lijf van het verzoek en niet in het adres, zodat zij in geen
 * geschiedenis en in geen log staan; het antwoord is de pagina zelf en wordt nergens bewaard.
 */
export function proefRoutes(routes: Routes, kamer: (gemeente: string) => Rekenkamer): void {
  routes.get('regels.lezen', '/eigen-bijdrage', (c) =>
    toon(c, { antwoorden: { dag: c.get('bezoek').klok.vandaag() }, fouten: [] }),
  )
  routes.get('regels.lezen', '/eigen-bijdrage/voorbeeld', (c) => {
    const { gemeente, klok } = c.get('bezoek')
    const dag = begindag(gemeente.code, klok.vandaag())
    return c.html(
      <Klifpagina
        schil={c.get('schil')()}
        gemeente={gemeente.naam}
        voorbeeld={maakVoorbeeld(kamer(gemeente.code), dag)}
      />,
    )
  })
  routes.post(
    'regels.lezen',
    '/eigen-bijdrage',
    async (c) => {
      const antwoorden = await leesFormulier(c)
      const stand = bereken(kamer(c.get('bezoek').gemeente.code), antwoorden)
      return toon(c, stand, stand.fouten.length > 0 ? 400 : 200)
    },
    { leest: true, bewaar: false },
  )
}

const toon = (c: Context<Omgeving>, stand: Proefstand, status: 200 | 400 = 200) =>
  c.html(
    <Proefpagina
      schil={c.get('schil')()}
      gemeente={c.get('bezoek').gemeente.naam}
      stand={stand}
      metVarianten={magBezoeker(c.get('bezoek'), 'variant.lezen')}
    />,
    status,
  )

function bereken(kamer: Rekenkamer, ruw: Readonly<Record<string, string>>): Proefstand {
  const antwoorden = Object.fromEntries(Object.entries(ruw).map(([naam, tekst]) => [naam, tekst.trim()]))
  const { dag: dagtekst = '', ...rest } = antwoorden
  const dag = Datum.safeParse(dagtekst)
  if (!dag.success)
    return { antwoorden, fouten: [{ veld: 'dag', tekst: 'Vul een dag in, zoals 2026-07-01.' }] }
  const uitkomst = proefbereken(kamer, dag.data, rest)
  if (uitkomst.ok) return { antwoorden, fouten: [], uitkomst: uitkomst.waarde, tabel: kamer.tabel }
  const { reden } = uitkomst
  if (reden.soort === 'invoer_ontbreekt')
    return { antwoorden, fouten: [{ veld: reden.invoer, tekst: weigerzin(reden) }] }
  if (reden.soort === 'invoer_onjuist')
    return { antwoorden, fouten: reden.fouten.map(({ veld, zin }): VeldFout => ({ veld, tekst: zin })) }
  return {
    antwoorden,
    fouten: [],
    onbekend: { titel: `Voor ${toonDatum(dag.data)} weten wij dit niet`, zin: weigerzin(reden, kamer.tabel) },
  }
}
