import type { Child } from 'hono/jsx'

type LegeStaatProps = {
  /** Wat hier hoort te staan. */
  titel: Child
  /** Wie het hier neerzet en wanneer. */
  children?: Child | undefined
  actie?: Child | undefined
}

export function LegeStaat(props: LegeStaatProps) {
  return (
    <div class="oz-leeg">
      <p class="oz-leeg__titel">{props.titel}</p>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.actie !== undefined && <div class="oz-knoppen">{props.actie}</div>}
    </div>
  )
}
