import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Besluitsom } from '#grootboek/deur.ts'
import { ORGANEN } from '#programma/besluit.ts'
import type { Besluit } from '#programma/plan.store.ts'

/** Het register van besluiten: filteren, en wat elk besluit in geld deed. */

export type Registervraag = { orgaan: Besluit['orgaan'] | undefined }

export const leesRegistervraag = (velden: Readonly<Record<string, string | undefined>>): Registervraag => ({
  orgaan: ORGANEN.find((orgaan) => orgaan === velden['orgaan']),
})

export const kiesBesluiten = <Ding extends Pick<Besluit, 'orgaan'>>(
  besluiten: readonly Ding[],
  { orgaan }: Registervraag,
): Ding[] => besluiten.filter((besluit) => orgaan === undefined || besluit.orgaan === orgaan)

export type Geldgevolg = { erbijCent: Centen; erafCent: Centen; onderdelen: number }

/** Per besluit wat onderdelen erbij kregen en afstonden. */
export function geldgevolgen(sommen: readonly Besluitsom[]): Map<string, Geldgevolg> {
  const gevolgen = new Map<string, Geldgevolg>()
  for (const [besluit, regels] of Map.groupBy(sommen, (som) => som.besluit)) {
    const tel = (klopt: (cent: number) => boolean): Centen =>
      centen(regels.reduce((som, { bedragCent }) => som + (klopt(bedragCent) ? bedragCent : 0), 0))
    gevolgen.set(besluit, {
      erbijCent: tel((cent) => cent > 0),
      erafCent: tel((cent) => cent < 0),
      onderdelen: new Set(regels.map(({ onderdeel }) => onderdeel)).size,
    })
  }
  return gevolgen
}

/** `€ 7.500 erbij, bij 1 onderdeel`. */
export function gevolgzin({ erbijCent, erafCent, onderdelen }: Geldgevolg): string {
  const delen = [
    ...(erbijCent === 0 ? [] : [`${toonEuro(erbijCent)} erbij`]),
    ...(erafCent === 0 ? [] : [`${toonEuro(centen(-erafCent))} eraf`]),
  ]
  return `${delen.join(' en ')}, bij ${telwoord(onderdelen, 'onderdeel', 'onderdelen')}`
}
