import type { Child } from 'hono/jsx'
import { type Toon, Vorm } from '#ui/vormen.tsx'

export type MeldingSoort = 'info' | 'goed' | 'let-op' | 'fout'

const MELDING: Record<MeldingSoort, { klas: string; toon: Toon; woord: string }> = {
  info: { klas: 'utrecht-alert--info', toon: 'accent', woord: 'Informatie' },
  goed: { klas: 'utrecht-alert--ok', toon: 'goed', woord: 'Gelukt' },
  'let-op': { klas: 'utrecht-alert--warning', toon: 'let-op', woord: 'Let op' },
  fout: { klas: 'utrecht-alert--error', toon: 'fout', woord: 'Fout' },
}

type MeldingProps = {
  soort: MeldingSoort
  titel?: Child | undefined
  /** Zet aan als de melding het antwoord is op wat iemand net deed; een schermlezer leest haar dan voor. */
  antwoord?: boolean | undefined
  children?: Child | undefined
}

export function Melding(props: MeldingProps) {
  const { klas, toon, woord } = MELDING[props.soort]
  const rol = props.soort === 'fout' ? 'alert' : 'status'
  return (
    <div
      class={`utrecht-alert ${klas} oz-melding oz-melding--${props.soort}`}
      role={props.antwoord ? rol : undefined}
    >
      <Vorm toon={toon} klas="oz-melding__vorm" />
      <div class="utrecht-alert__content">
        <span class="oz-vh">{woord}: </span>
        {props.titel !== undefined && <p class="oz-melding__titel">{props.titel}</p>}
        {props.children}
      </div>
    </div>
  )
}
