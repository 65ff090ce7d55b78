import { type Centen, centen } from '#basis/geld.ts'
import {
  type Herkenbaar,
  type Koppelregel,
  type Koppelvoorstel,
  type Onbekend,
  stelBateVoor,
  stelVoor,
} from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Geld dat nog nergens bij hoort, gegroepeerd zoals een controller het herkent: per project, kostenplaats of rekening. */

export type Wachtsoort = 'project' | 'kostenplaats' | 'rekening'
export type Wachtgroep = {
  soort: Wachtsoort
  code: string
  combinaties: readonly Onbekend[]
  aantal: number
  bedragCent: Centen
  van: string
  tot: string
  voorstel: Koppelvoorstel | undefined
}

const soortVan = ({ project, kostenplaats }: Onbekend): Wachtsoort =>
  project !== null ? 'project' : kostenplaats !== null ? 'kostenplaats' : 'rekening'

export function maakWachtrij(
  combinaties: readonly Onbekend[],
  regels: readonly Koppelregel[],
  onderdelen: readonly Herkenbaar[],
  bronnen: readonly { programma: string; bron: string; naam: string }[] = [],
): Wachtgroep[] {
  const groepen = Map.groupBy(combinaties, (een) => {
    const soort = soortVan(een)
    return `${soort}:${een[soort]}`
  })
  return [...groepen.values()]
    .flatMap((leden): Wachtgroep[] => {
      const [eerste] = leden
      if (eerste === undefined) return []
      const soort = soortVan(eerste)
      const kostenplaatsen = new Set(leden.map(({ kostenplaats }) => kostenplaats))
      const plaats = { ...eerste, kostenplaats: kostenplaatsen.size === 1 ? eerste.kostenplaats : null }
      const bedragCent = centen(leden.reduce((op, een) => op + een.bedragCent, 0))
      return [
        {
          soort,
          code: eerste[soort] ?? '',
          combinaties: leden.toSorted((a, b) => Math.abs(b.bedragCent) - Math.abs(a.bedragCent)),
          aantal: leden.reduce((op, { aantal }) => op + aantal, 0),
          bedragCent,
          van: leden.map(({ van }) => van).toSorted()[0] ?? '',
          tot:
            leden
              .map(({ tot }) => tot)
              .toSorted()
              .at(-1) ?? '',
          voorstel:
            stelVoor(plaats, regels, onderdelen) ??
            (bedragCent < 0 ? stelBateVoor(plaats, bronnen) : undefined),
        },
      ]
    })
    .toSorted((a, b) => Math.abs(b.bedragCent) - Math.abs(a.bedragCent) || (a.code < b.code ? -1 : 1))
}

/** De onderdelen van het plan, met alles waaraan een code ze kan verraden. */
export function herkenbareVan({ plan }: Planbeeld, programma: string): Herkenbaar[] {
  const code = new Map<string, string | null>(plan.onderdelen.map((een) => [een.id, een.code]))
  return plan.onderdelen.map(({ id, code: eigen, titel, aliassen, ouder }) => ({
    programma,
    onderdeel: id,
    code: eigen,
    boven: ouder === null ? null : (code.get(ouder) ?? null),
    namen: [titel, ...aliassen],
  }))
}
