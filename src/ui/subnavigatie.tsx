import type { NavPunt } from '#ui/pagina.tsx'

/** De pagina's die bij elkaar horen, onder het hoofdmenu. */
export function Subnavigatie(props: { naam: string; punten: readonly NavPunt[] }) {
  if (props.punten.length === 0) return null
  return (
    <nav class="oz-subnav" aria-label={props.naam}>
      <ul>
        {props.punten.map((punt) => (
          <li>
            <a href={punt.href} aria-current={punt.actief ? 'page' : undefined}>
              {punt.tekst}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
