import { Link } from '#ui/link.tsx'

export type Kruimel = { tekst: string; href: string }

/** De weg terug: elk punt is een link, de pagina zelf staat eronder als kop. */
export function Kruimels(props: { kruimels: readonly Kruimel[] }) {
  if (props.kruimels.length === 0) return null
  return (
    <nav class="utrecht-breadcrumb-nav oz-kruimels" aria-label="Kruimelpad">
      <ol class="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {props.kruimels.map((kruimel) => (
          <li class="utrecht-breadcrumb-nav__item">
            <Link href={kruimel.href} klas="utrecht-breadcrumb-nav__link">
              {kruimel.tekst}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
