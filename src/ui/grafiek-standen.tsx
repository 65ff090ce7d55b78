import type { Child } from 'hono/jsx'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { schaal } from '#ui/grafiek-staaf.tsx'
import { STATUS, type StatusSoort } from '#ui/status.tsx'
import { VORMPAD, Vorm } from '#ui/vormen.tsx'

/** In deze volgorde, van goed naar onbekend. */
export const STANDVOLGORDE = [
  'op-koers',
  'afgerond',
  'let-op',
  'bijsturen',
  'gestopt',
  'geen-gegevens',
] as const satisfies readonly StatusSoort[]
export type Standsoort = (typeof STANDVOLGORDE)[number]

export type StandenRij = { naam: string; aantallen: Partial<Readonly<Record<Standsoort, number>>> }

export const STANDHOOGTE = 26

type Stuk = { soort: Standsoort; aantal: number; begin: number; lengte: number }

/** De stukken van één rij als deel van de langste rij; een stand zonder onderdelen heeft geen stuk. */
export function standenMaten(rijen: readonly StandenRij[]): (rij: StandenRij) => Stuk[] {
  const som = (rij: StandenRij): number =>
    STANDVOLGORDE.reduce((tot, soort) => tot + (rij.aantallen[soort] ?? 0), 0)
  const langste = Math.max(1, ...rijen.map(som))
  return (rij) => {
    let begin = 0
    return STANDVOLGORDE.flatMap((soort) => {
      const aantal = rij.aantallen[soort] ?? 0
      if (aantal === 0) return []
      const stuk = { soort, aantal, begin, lengte: aantal / langste }
      begin += stuk.lengte
      return [stuk]
    })
  }
}

type BalkProps = { stukken: readonly Stuk[]; breedte?: number | undefined }

/** Elk stuk een eigen rand, vulling en streep, zodat de grens ook zonder kleur te zien is. */
export function StandenVormen(props: BalkProps) {
  const op = schaal(props.breedte)
  return props.stukken.map(({ soort, begin, lengte }) => (
    <rect
      class={`oz-standen__stuk oz-standen__stuk--${STATUS[soort].toon}`}
      x={op(begin)}
      y="2"
      width={op(lengte)}
      height={String(STANDHOOGTE - 4)}
    />
  ))
}

/** `12 op koers`: het woord staat er altijd bij, met zijn eigen vorm. */
export const standwoorden = ({ aantal, soort }: Pick<Stuk, 'aantal' | 'soort'>): string =>
  `${aantal} ${STATUS[soort].tekst.toLowerCase()}`

export const standvorm = (soort: Standsoort): string => VORMPAD[STATUS[soort].toon]
export const standtoon = (soort: Standsoort): string => STATUS[soort].toon

type GrafiekStandenProps = FiguurProps & { rijen: readonly StandenRij[]; tabel: Child }

/** Hoeveel onderdelen welk woord hebben, per aspect. */
export function GrafiekStanden(props: GrafiekStandenProps) {
  const maten = standenMaten(props.rijen)
  return (
    <Grafiek {...props}>
      <ul class="oz-bullet oz-standen">
        {props.rijen.map((rij) => (
          <li>
            <span class="oz-bullet__naam">{rij.naam}</span>
            <svg
              class="oz-bullet__balk"
              width="100%"
              height={String(STANDHOOGTE)}
              aria-hidden="true"
              focusable="false"
            >
              <StandenVormen stukken={maten(rij)} />
            </svg>
            <span class="oz-bullet__woorden oz-standen__woorden">
              {maten(rij).map((stuk) => (
                <span class={`oz-status oz-status--${STATUS[stuk.soort].toon}`}>
                  <Vorm toon={STATUS[stuk.soort].toon} />
                  {standwoorden(stuk)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Grafiek>
  )
}
