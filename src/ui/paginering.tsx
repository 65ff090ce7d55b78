import { klassen } from '#ui/klassen.ts'

type PagineringProps = {
  huidig: number
  aantal: number
  href: (bladzijde: number) => string
  /** Waar de bladzijden van zijn, als er op een pagina meer lijsten staan. */
  waarvan?: string | undefined
}

/** Eerste, laatste en de buren van de huidige bladzijde; een gat staat als `undefined`. */
export function bladzijden(huidig: number, aantal: number): (number | undefined)[] {
  const nummers = [...new Set([1, huidig - 1, huidig, huidig + 1, aantal])]
    .filter((nummer) => nummer >= 1 && nummer <= aantal)
    .sort((a, b) => a - b)
  return nummers.flatMap((nummer, i) => {
    const afstand = nummer - (nummers[i - 1] ?? 0)
    if (afstand === 2) return [nummer - 1, nummer]
    return afstand > 2 ? [undefined, nummer] : [nummer]
  })
}

export function Paginering(props: PagineringProps) {
  const { huidig, aantal, href } = props
  if (aantal <= 1) return null
  return (
    <nav
      class="utrecht-pagination oz-paginering"
      aria-label={props.waarvan === undefined ? 'Bladzijden' : `Bladzijden: ${props.waarvan}`}
    >
      {huidig > 1 && (
        <a
          class="utrecht-pagination__relative-link utrecht-pagination__relative-link--prev"
          rel="prev"
          href={href(huidig - 1)}
        >
          Vorige
        </a>
      )}
      {bladzijden(huidig, aantal).map((nummer) =>
        nummer === undefined ? (
          <span class="oz-paginering__gat">…</span>
        ) : (
          <a
            class={klassen(
              'utrecht-pagination__page-link',
              nummer === huidig && 'utrecht-pagination__page-link--current',
            )}
            href={href(nummer)}
            aria-current={nummer === huidig ? 'page' : undefined}
          >
            <span class="oz-vh">Bladzijde </span>
            {nummer}
          </a>
        ),
      )}
      {huidig < aantal && (
        <a
          class="utrecht-pagination__relative-link utrecht-pagination__relative-link--next"
          rel="next"
          href={href(huidig + 1)}
        >
          Volgende
        </a>
      )}
    </nav>
  )
}
