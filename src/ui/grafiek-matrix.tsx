import type { Child } from 'hono/jsx'
import { Figuurkop, type FiguurProps } from '#ui/grafiek.tsx'
import { Link } from '#ui/link.tsx'

export type Matrixding = { tekst: string; naam: string; href?: string | undefined }
export type Matrixrij = {
  kop: string
  /** Hoe zwaar een vak weegt kleurt alleen; wat erin staat, staat er in woorden. */
  vakken: readonly { gewicht: number; dingen: readonly Matrixding[] }[]
}

const Ding = ({ ding }: { ding: Matrixding }): Child =>
  ding.href === undefined ? (
    <span>{ding.tekst}</span>
  ) : (
    <Link href={ding.href} naam={`${ding.tekst}: ${ding.naam}`}>
      {ding.tekst}
    </Link>
  )

/** Kans tegen gevolg als echte tabel: elk vak noemt wat erin zit, de tint zegt hetzelfde nog eens. */
export function GrafiekMatrix(
  props: Omit<FiguurProps, 'tabelOpen' | 'downloads'> & {
    /** Wat de rijen zijn en wat de kolommen zijn. */
    hoek: string
    kolommen: readonly string[]
    rijen: readonly Matrixrij[]
  },
) {
  return (
    <figure class="oz-figuur" aria-labelledby={`${props.id}-kop`}>
      <Figuurkop {...props} />
      <section class="oz-tabelraam" aria-labelledby={`${props.id}-kop`} tabindex={0}>
        <table class="oz-matrix" id={`${props.id}-tabel`}>
          <caption class="oz-vh">{props.boodschap}</caption>
          <thead>
            <tr>
              <th scope="col">{props.hoek}</th>
              {props.kolommen.map((kolom) => (
                <th scope="col">{kolom}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rijen.map((rij) => (
              <tr>
                <th scope="row">{rij.kop}</th>
                {rij.vakken.map(({ gewicht, dingen }) => (
                  <td class={`oz-matrix__vak oz-matrix__vak--${gewicht}`}>
                    {dingen.length === 0 ? (
                      <span class="oz-vh">geen</span>
                    ) : (
                      dingen.map((ding, i) => (
                        <>
                          {i > 0 && ', '}
                          <Ding ding={ding} />
                        </>
                      ))
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  )
}
