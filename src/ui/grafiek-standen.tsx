import type { Child } from 'hono/jsx'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { procent } from '#ui/grafiek-staaf.tsx'
import { Status, type StatusSoort } from '#ui/status.tsx'

export type Standrij = {
  naam: string
  delen: readonly { soort: StatusSoort; tekst: string; aantal: number }[]
}

const HOOG = 26

function Balk(props: { rij: Standrij }) {
  const totaal = props.rij.delen.reduce((som, { aantal }) => som + aantal, 0)
  let begin = 0
  return (
    <svg class="oz-staven__balk" width="100%" height={String(HOOG)} aria-hidden="true" focusable="false">
      {props.rij.delen.map(({ soort, aantal }) => {
        const links = begin
        begin += totaal === 0 ? 0 : aantal / totaal
        return (
          <rect
            class={`oz-standen__${soort}`}
            x={procent(links)}
            width={procent(begin - links)}
            y="0"
            height={String(HOOG)}
          />
        )
      })}
    </svg>
  )
}

/** Hoeveel onderdelen elk woord hebben: een balk per aspect, met de aantallen in woorden eronder. */
export function GrafiekStanden(props: FiguurProps & { rijen: readonly Standrij[]; tabel: Child }) {
  return (
    <Grafiek {...props} tabel={props.tabel}>
      <ul class="oz-standen">
        {props.rijen.map((rij) => (
          <li>
            <span class="oz-standen__naam">{rij.naam}</span>
            <Balk rij={rij} />
            <span class="oz-standen__woorden">
              {rij.delen.map(({ soort, tekst, aantal }) =>
                aantal === 0 ? null : <Status soort={soort} tekst={`${aantal} ${tekst.toLowerCase()}`} />,
              )}
            </span>
          </li>
        ))}
      </ul>
    </Grafiek>
  )
}
