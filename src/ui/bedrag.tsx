import { type Centen, toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { Link } from '#ui/link.tsx'

type BedragProps = {
  cent: Centen | undefined
  /** Waar het bedrag uit bestaat. */
  href?: string | undefined
  /** Altijd met centen, zoals bij een boeking. */
  centen?: boolean | undefined
}

/** Een bedrag in de tekst, dat niet breekt en leidt naar wat erachter zit. */
export function Bedrag(props: BedragProps) {
  if (props.cent === undefined) return <Geen wat="geen bedrag" />
  const tekst = props.centen ? toonEuroCenten(props.cent) : toonEuro(props.cent)
  if (props.href === undefined) return <span class="oz-getal">{tekst}</span>
  return (
    <Link href={props.href} klas="oz-getal">
      {tekst}
    </Link>
  )
}

/** Een streepje waar niets staat, met woorden voor wie het hoort. */
export const Geen = (props: { wat?: string | undefined }) => (
  <span class="oz-stil oz-geen">
    <span aria-hidden="true">–</span>
    <span class="oz-vh">{props.wat ?? 'geen'}</span>
  </span>
)
