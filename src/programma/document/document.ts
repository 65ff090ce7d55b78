import type { Plaats, Vermelding } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/** Eén plaats van het document met hoeveel er staat en hoeveel daarvan niet klopt of onzeker is. */
export type Documentplaats = {
  plaats: Plaats
  vermeldingen: readonly Vermelding[]
  twijfels: number
  bevindingen: number
}

/** De plaatsen in de volgorde van het document. */
export function documentVan(beeld: Planbeeld, bevindingen: readonly Bevinding[]): Documentplaats[] {
  const perPlaats = Map.groupBy(beeld.plan.vermeldingen, ({ plaats }) => plaats)
  const plaatsVan = new Map<string, string>(beeld.plan.vermeldingen.map(({ id, plaats }) => [id, plaats]))
  const geraakt = new Map<string, number>()
  for (const { plaatsen } of bevindingen) {
    const hier = new Set(plaatsen.map(({ vermelding }) => plaatsVan.get(vermelding ?? '')))
    for (const id of hier) if (id !== undefined) geraakt.set(id, (geraakt.get(id) ?? 0) + 1)
  }
  return beeld.plan.plaatsen.map((plaats) => {
    const vermeldingen = [...(perPlaats.get(plaats.id) ?? [])].sort(opRegel)
    return {
      plaats,
      vermeldingen,
      twijfels: vermeldingen.filter(({ twijfel }) => twijfel !== undefined).length,
      bevindingen: geraakt.get(plaats.id) ?? 0,
    }
  })
}

/** Zonder regelnummer blijft de volgorde van het plan; die rijen komen achteraan. */
const opRegel = (een: Vermelding, ander: Vermelding): number =>
  (een.regels?.[0] ?? Number.MAX_SAFE_INTEGER) - (ander.regels?.[0] ?? Number.MAX_SAFE_INTEGER)

/** De plaats ervoor en erna, om het document door te bladeren. */
export function buren(
  plaatsen: readonly Plaats[],
  id: string,
): { vorige: Plaats | undefined; volgende: Plaats | undefined } {
  const i = plaatsen.findIndex((plaats) => plaats.id === id)
  return { vorige: i > 0 ? plaatsen[i - 1] : undefined, volgende: i >= 0 ? plaatsen[i + 1] : undefined }
}
