import type { Child } from 'hono/jsx'
import { klassen } from '#ui/klassen.ts'

type LinkProps = {
  href: string
  children: Child
  /** Deze link wijst naar de pagina waar de lezer al is. */
  hier?: boolean | undefined
  /** Taal van de pagina erachter, als dat geen Nederlands is. */
  taal?: string | undefined
  klas?: string | undefined
  /** Een langere naam voor wie de link los van zijn omgeving hoort. */
  naam?: string | undefined
}

export function Link(props: LinkProps) {
  return (
    <a
      class={klassen(
        'utrecht-link',
        'utrecht-link--html-a',
        props.hier && 'utrecht-link--current',
        props.klas,
      )}
      href={props.href}
      aria-current={props.hier ? 'page' : undefined}
      aria-label={props.naam}
      hreflang={props.taal}
    >
      {props.children}
    </a>
  )
}
