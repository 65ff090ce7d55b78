import type { Planbeeld } from '#programma/planbeeld.ts'
import { KeuzeVeld } from '#ui/veld.tsx'

/** De keuzes die elke lijst over geld heeft. */

type Gekozen = Readonly<Record<string, string | number | undefined>>

/** Wat in het adres staat en geen eigen veld heeft, blijft zo staan als iemand iets anders kiest. */
export const andereKeuzes = (gekozen: Gekozen, zichtbaar: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(gekozen).flatMap(([naam, waarde]): [string, string][] =>
      waarde === undefined || waarde === '' || zichtbaar.includes(naam) ? [] : [[naam, String(waarde)]],
    ),
  )

export const FILTERVELDEN = ['onderdeel', 'bron', 'jaar'] as const

/** Onderdeel, bron en jaar; `-` is wat nog onbekend of nog te verdelen is. */
export function Filtervelden(props: { beeld: Pick<Planbeeld, 'plan' | 'jaren'>; gekozen: Gekozen }) {
  const { plan, jaren } = props.beeld
  const waarde = (naam: string): string => `${props.gekozen[naam] ?? ''}`
  return (
    <>
      <KeuzeVeld
        naam="onderdeel"
        label="Onderdeel"
        leeg="Alle"
        keuzes={[
          ...plan.onderdelen.map(({ id, titel }) => ({ waarde: id as string, tekst: titel })),
          { waarde: '-', tekst: 'Nog onbekend' },
        ]}
        waarde={waarde('onderdeel')}
      />
      <KeuzeVeld
        naam="bron"
        label="Bron"
        leeg="Alle"
        keuzes={[
          ...plan.bronnen.map(({ id, naam }) => ({ waarde: id as string, tekst: naam })),
          { waarde: '-', tekst: 'Nog te verdelen' },
        ]}
        waarde={waarde('bron')}
      />
      <KeuzeVeld
        naam="jaar"
        label="Jaar"
        leeg="Alle"
        smal
        keuzes={jaren.map((jaar) => ({ waarde: `${jaar}`, tekst: `${jaar}` }))}
        waarde={waarde('jaar')}
      />
    </>
  )
}
