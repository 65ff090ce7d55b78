import { type Datum, datum } from '#basis/datum.ts'
import { type Kolom, maakKolomrekenaar } from '#regels/motor/kolommen.ts'
import type { Laag, Parameter } from '#regels/motor/parameter.ts'
import { maakProefrijen, type Proefrijen } from '#regels/proefrijen.ts'
import { GRENS, REGELING_MAAND } from '#regels/wet/bedragen-plaatselijk.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/**
 * De proef waarmee rekenprogramma's onderling vergeleken worden: de bijdrage van 2018 met het minimabeleid van 2023.
 * Dat heeft nooit samen gegolden en is daarom een variant: een laag die de bedragen van 2023 naar 2018 verplaatst.
 */
export const KRUISDAG: Datum = datum('2018-07-28')
export const KRUISREGELS = ['eigen_bijdrage_4_weken', 'netto_bijdrage_4_weken'] as const

const naar2018 = (een: Parameter): Parameter => ({
  ...een,
  waarden: een.waarden
    .slice(0, 1)
    .map((waarde) => ({ ...waarde, vanaf: KRUISDAG, tot: KRUISDAG, status: 'voorstel' as const })),
})
export const KRUISLAAG: Laag = {
  soort: 'variant',
  naam: 'kruiscontrole',
  parameters: [...Object.values(GRENS), ...Object.values(REGELING_MAAND)].map(naar2018),
}

const IN_EURO: readonly string[] = ['inkomen', 'vermogen', 'kosten_4_weken', 'inkomen_netto_maand']

export const alsKolommen = (rijen: Proefrijen): Record<string, Kolom> =>
  Object.fromEntries(
    Object.entries(rijen).map(([naam, reeks]) => [naam, { reeks, maal: IN_EURO.includes(naam) ? 100 : 1 }]),
  )

export const maakKruisrekenaar = () =>
  maakKolomrekenaar(
    maakRekenkamer('gm1731', [KRUISLAAG]).op(KRUISDAG).set,
    KRUISREGELS,
    alsKolommen(maakProefrijen(0)),
  )

/** De twee sommen in euro, precies opgeteld en pas aan het eind gedeeld. */
export function kruissommen(aantal: number): { som_eigen_bijdrage: number; som_netto: number } {
  const uitkomst = maakKruisrekenaar()(aantal, alsKolommen(maakProefrijen(aantal)))
  if (!uitkomst.ok) throw new Error(`kruiscontrole: ${uitkomst.reden.soort}`)
  const { sommen, noemers } = uitkomst.waarde
  const euro = (plek: number): number => (sommen[plek] ?? 0) / (noemers[plek] ?? 1) / 100
  return { som_eigen_bijdrage: euro(0), som_netto: euro(1) }
}
