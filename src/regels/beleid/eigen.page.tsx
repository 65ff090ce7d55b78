import type { Context } from 'hono'
import { begindag } from '#regels/beleid/dag.ts'
import { Eigenpagina } from '#regels/beleid/eigen.tsx'
import { leesVariant, type Velden, veldenVan } from '#regels/beleid/invoer.ts'
import { PAD } from '#regels/beleid/kiezen.tsx'
import { keurVraag, leesRuw, leesTeken, maakTeken, type Ruwevraag, zoekVan } from '#regels/beleid/vraag.ts'
import { maakKamers } from '#regels/schermen/kamers.ts'
import { HUIDIG, vindVariant } from '#regels/variant/klaar.ts'
import { leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'

/** Een variant maken of veranderen. Het opslaan keurt haar en geeft haar mee in het adres; er wordt niets bewaard. */
export function eigenRoutes(routes: Routes): void {
  const kamer = maakKamers()
  const toon = (c: Context<Omgeving>, ruw: Ruwevraag, stand: Invulstand, status: 200 | 400 = 200) => {
    const { gemeente, klok } = c.get('bezoek')
    return c.html(
      <Eigenpagina
        schil={c.get('schil')()}
        kamer={kamer(gemeente.code)}
        stand={{ ...stand, dag: dagVan(ruw) ?? klok.vandaag(), keuze: zoekVan(ruw) }}
      />,
      status,
    )
  }
  routes
    .get('variant.maken', `${PAD}/eigen`, (c) => {
      const zoek = new URL(c.req.url).searchParams
      const ruw = leesKeuze(c, zoek)
      const basis = leesTeken(zoek.get('basis') ?? '') ?? HUIDIG
      const eigen = vindVariant(basis.id) === undefined
      return toon(c, ruw, {
        id: eigen ? basis.id : vrijId(ruw),
        velden: eigen ? veldenVan(basis) : { ...veldenVan(basis), naam: '', uitleg: '' },
        fouten: [],
      })
    })
    .post(
      'variant.maken',
      `${PAD}/eigen`,
      async (c) => {
        const velden = await leesFormulier(c)
        const ruw = leesKeuze(c, new URLSearchParams(velden['keuze'] ?? ''))
        const dag = dagVan(ruw)
        const id = /^eigen-\d{1,3}$/u.test(velden['id'] ?? '') ? (velden['id'] ?? '') : vrijId(ruw)
        if (dag === undefined) return c.redirect(`${PAD}?${zoekVan(ruw)}`, 303)
        const { gemeente } = c.get('bezoek')
        const plek = { id, gemeente: gemeente.code, dag, doortrekken: ruw.doortrekken }
        const uit = leesVariant(velden, plek)
        if (!uit.ok) return toon(c, ruw, { id, velden, fouten: uit.reden }, 400)
        const tekens = ruw.tekens.filter((teken) => leesTeken(teken)?.id !== id)
        return c.redirect(`${PAD}?${zoekVan({ ...ruw, tekens: [...tekens, maakTeken(uit.waarde)] })}`, 303)
      },
      { leest: true },
    )
}

type Invulstand = { id: string; velden: Velden; fouten: readonly { veld: string; zin: string }[] }

const leesKeuze = (c: Context<Omgeving>, zoek: URLSearchParams): Ruwevraag => {
  const { gemeente, klok } = c.get('bezoek')
  return leesRuw(zoek, begindag(gemeente.code, klok.vandaag()))
}

const dagVan = (ruw: Ruwevraag) => keurVraag({ ...ruw, reeksen: '50', tekens: ['czm-stopt'] }).vraag?.dag

function vrijId({ tekens }: Ruwevraag): string {
  const bezet = new Set(tekens.map((teken) => leesTeken(teken)?.id))
  let nummer = 1
  while (bezet.has(`eigen-${nummer}`)) nummer++
  return `eigen-${nummer}`
}
