import type { Child } from 'hono/jsx'

/** Een lezing die niet zeker is: de waarde blijft zichtbaar gemerkt, de uitleg zit erachter. */
export function Twijfel(props: { children: Child; uitleg: Child }) {
  return (
    <details class="oz-twijfel">
      <summary>
        {props.children}
        <span class="oz-vh">, onzekere lezing</span>
      </summary>
      <span class="oz-twijfel__uitleg">{props.uitleg}</span>
    </details>
  )
}
