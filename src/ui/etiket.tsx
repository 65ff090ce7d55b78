import type { Child } from 'hono/jsx'
import { klassen } from '#ui/klassen.ts'
import type { Toon } from '#ui/vormen.tsx'

/** Een kort woord bij iets anders: "concept", "te bevestigen", "onzekere lezing". */
export function Etiket(props: { toon?: Toon | undefined; children: Child }) {
  const toon = props.toon ?? 'stil'
  return <span class={klassen('oz-etiket', toon !== 'stil' && `oz-etiket--${toon}`)}>{props.children}</span>
}
