import type { Child } from 'hono/jsx'

export type ZijbalkItem = { tekst: Child; bij?: Child | undefined }

/** Een rustige lijst naast het verhaal: wat hangt samen, wie doet mee, wat veranderde. */
export function Zijbalklijst(props: { items: readonly ZijbalkItem[] }) {
  return (
    <ul class="oz-zijbalk">
      {props.items.map((item) => (
        <li>
          {item.tekst}
          {item.bij !== undefined && <small>{item.bij}</small>}
        </li>
      ))}
    </ul>
  )
}

/** Een nummer uit het plan, klein achter een titel. */
export const Code = (props: { children: Child }) => <span class="oz-code">{props.children}</span>

/** Iets wat pas verschijnt als de lezer erom vraagt; op papier staat het er altijd. */
export function Meer(props: { kop: Child; open?: boolean | undefined; children: Child }) {
  return (
    <details class="oz-meer" open={props.open}>
      <summary>{props.kop}</summary>
      {props.children}
    </details>
  )
}
