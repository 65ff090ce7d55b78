import type { Child } from 'hono/jsx'
import { klassen } from '#ui/klassen.ts'

export type KnopSoort = 'hoofd' | 'tweede' | 'gevaar'

const KLAS: Record<KnopSoort, string> = {
  hoofd: 'utrecht-button--primary-action',
  tweede: 'utrecht-button--secondary-action',
  gevaar: 'utrecht-button--primary-action utrecht-button--danger',
}

type KnopProps = {
  soort?: KnopSoort | undefined
  /** Naam en waarde die meegaan met het formulier, voor meer knoppen in één formulier. */
  naam?: string | undefined
  waarde?: string | undefined
  uit?: boolean | undefined
  /** Stuurt hetzelfde formulier naar een ander adres. */
  actie?: string | undefined
  children: Child
}

export function Knop(props: KnopProps) {
  return (
    <button
      type="submit"
      class={klassen(
        'utrecht-button',
        'utrecht-button--html-button',
        KLAS[props.soort ?? 'hoofd'],
        props.uit && 'utrecht-button--disabled',
      )}
      name={props.naam}
      value={props.waarde}
      disabled={props.uit}
      formaction={props.actie}
    >
      {props.children}
    </button>
  )
}

/** Een link die eruitziet als een knop: voor de eerste stap van een handeling, zoals "Bewerken". */
export function KnopLink(props: { href: string; soort?: KnopSoort | undefined; children: Child }) {
  return (
    <a class={klassen('utrecht-button', KLAS[props.soort ?? 'tweede'])} href={props.href}>
      {props.children}
    </a>
  )
}

/** Knoppen naast elkaar, die op een telefoon onder elkaar komen. */
export const Knoppen = (props: { children: Child }) => <div class="oz-knoppen">{props.children}</div>
