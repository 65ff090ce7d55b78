import { z } from 'zod'
import { opTekst } from '#basis/tekst.ts'
import type { Plan } from '#programma/plan.ts'
import { Bevinding, ERNSTEN, type Ernst, sleutelVan } from '#programma/plancontrole/bevinding.ts'
import { verzamelFeiten } from '#programma/plancontrole/feiten.ts'
import { REGELS } from '#programma/plancontrole/regels.ts'

export { Bevinding, ERNSTEN, type Ernst } from '#programma/plancontrole/bevinding.ts'
export { REGELS, type Regel } from '#programma/plancontrole/regels.ts'

/** Legt het plan langs alle regels. De uitkomst hangt alleen van de inhoud af, niet van de volgorde. */
export function controleer(plan: Plan): Bevinding[] {
  const feiten = verzamelFeiten(plan)
  return REGELS.flatMap((regel) =>
    [...regel.vind(feiten)].map(({ kern, kenmerk, ...vondst }) => ({
      sleutel: sleutelVan(regel.id, { ...vondst, kern, kenmerk }),
      regel: regel.id,
      ...vondst,
    })),
  ).sort(opErnst)
}

const REGELVOLGORDE = new Map(REGELS.map(({ id }, i) => [id, i]))

const opErnst = (a: Bevinding, b: Bevinding): number =>
  ERNSTEN.indexOf(a.ernst) - ERNSTEN.indexOf(b.ernst) ||
  (REGELVOLGORDE.get(a.regel) ?? 0) - (REGELVOLGORDE.get(b.regel) ?? 0) ||
  opTekst(a.titel, b.titel) ||
  opTekst(a.uitleg, b.uitleg) ||
  opTekst(a.sleutel, b.sleutel)

export const Samenvatting = z.strictObject({ fout: z.int(), waarschijnlijk: z.int(), aandacht: z.int() })
export type Samenvatting = z.infer<typeof Samenvatting>

export function samenvatting(bevindingen: readonly Bevinding[]): Samenvatting {
  const tel = (ernst: Ernst): number => bevindingen.filter((bevinding) => bevinding.ernst === ernst).length
  return { fout: tel('fout'), waarschijnlijk: tel('waarschijnlijk'), aandacht: tel('aandacht') }
}

/** Wat `plan controleer --json` en de API teruggeven. */
export const Uitvoer = z.strictObject({
  formaat: z.literal(1),
  plan: z.strictObject({
    gemeente: z.string(),
    id: z.string(),
    titel: z.string(),
    van: z.string(),
    tot: z.string(),
  }),
  samenvatting: Samenvatting,
  bevindingen: z.array(Bevinding),
})
export type Uitvoer = z.infer<typeof Uitvoer>

export function alsUitvoer(plan: Plan, bevindingen: Bevinding[]): Uitvoer {
  const { id, titel, van, tot } = plan.programma
  return {
    formaat: 1,
    plan: { gemeente: plan.gemeente.code, id, titel, van, tot },
    samenvatting: samenvatting(bevindingen),
    bevindingen,
  }
}
