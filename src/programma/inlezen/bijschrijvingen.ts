import type { Bijschrijving } from '#grootboek/deur.ts'
import type { Bankverslag } from '#programma/invoer-poort.ts'

/** Wat er is bijgeschreven, elk met haar volgnummer onder gelijken: twee keer hetzelfde bedrag kan echt twee keer zijn. */
export function bijschrijvingenVan({ afschriften }: Pick<Bankverslag, 'afschriften'>): Bijschrijving[] {
  const keren = new Map<string, number>()
  return afschriften.flatMap(({ rekeningeinde, regels }) =>
    regels
      .filter(({ bedragCent, teruggedraaid }) => bedragCent > 0 && !teruggedraaid)
      .map(({ bedragCent, boekdatum, kenmerk, gevonden }): Bijschrijving => {
        const gelijk = JSON.stringify([rekeningeinde, boekdatum, bedragCent, kenmerk])
        const keer = (keren.get(gelijk) ?? 0) + 1
        keren.set(gelijk, keer)
        return { bedragCent, datum: boekdatum, kenmerk, gevonden: [...gevonden], rekeningeinde, keer }
      }),
  )
}
