export type NavPunt = { tekst: string; href: string; actief?: boolean | undefined }

/** Een rij pagina's: `oz-nav` is het hoofdmenu, `oz-subnav` wat bij elkaar hoort, daaronder. */
export function Navigatie(props: {
  klasse: 'oz-nav' | 'oz-subnav'
  naam: string
  punten: readonly NavPunt[]
}) {
  return (
    <nav class={props.klasse} aria-label={props.naam}>
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
