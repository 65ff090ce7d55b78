import type { Context } from 'hono'
import type { Uitkomst } from '#basis/uitkomst.ts'
import { leesPlanbezoek, maakPad, type Planbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, type Handeling, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'

/** Wat er op het scherm staat: nog niets getypt, of wat er getypt is met wat daar niet aan klopt. */
export type Instelinvoer = { getypt?: Waarden | undefined; fouten: readonly VeldFout[] }

export type Instelscherm<Waarde> = {
  handeling: Handeling
  pad: string
  lees: (waarden: Waarden) => Uitkomst<Waarde, VeldFout[]>
  stelIn: (bezoek: Planbezoek['bezoek'], waarde: Waarde) => Promise<Uitkomst<unknown, unknown>>
  toon: (c: Context<Omgeving>, van: Planbezoek, invoer: Instelinvoer) => Promise<Response>
}

/** Een scherm waarop de gemeente een keuze vastlegt: tonen, keuren, vastleggen, en terug naar hetzelfde scherm. */
export function instelscherm<Waarde>(
  routes: Routes,
  kamer: Programmakamer,
  { handeling, pad, lees, stelIn, toon }: Instelscherm<Waarde>,
): void {
  routes.get(handeling, pad, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van, { fouten: [] })
  })
  routes.post(handeling, pad, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const getypt = await leesFormulier(c)
    const gelezen = lees(getypt)
    if (!gelezen.ok) return toon(c, van, { getypt, fouten: gelezen.reden })
    const uitkomst = await stelIn(van.bezoek, gelezen.waarde)
    if (!uitkomst.ok) return foutAntwoord(c, 'mag_niet')
    kamer.planboek.vergeet(van.bezoek.db.schema)
    return c.redirect(maakPad(van.kop, undefined)(pad), 303)
  })
}
