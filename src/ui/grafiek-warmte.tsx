import type { Child } from 'hono/jsx'
import { type Centen, telOp, toonBedrag } from '#basis/geld.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Figuurkop, type FiguurProps } from '#ui/grafiek.tsx'
import { Link } from '#ui/link.tsx'

export type WarmteRij = { naam: string; href?: string | undefined; waarden: readonly (Centen | undefined)[] }
export type WarmteGroep = { naam?: string | undefined; rijen: readonly WarmteRij[] }

/**
 * De bovengrens van elk van de vijf stappen: de waarden boven nul in vijf even grote groepen.
 * Gelijke waarden krijgen dezelfde stap.
 */
export function warmteGrenzen(waarden: readonly (Centen | undefined)[]): Centen[] {
  const boven = waarden.filter((waarde): waarde is Centen => waarde !== undefined && waarde > 0)
  boven.sort((a, b) => a - b)
  const grenzen = [1, 2, 3, 4, 5].map((stap) => boven[Math.ceil((boven.length * stap) / 5) - 1])
  return [...new Set(grenzen.filter((grens) => grens !== undefined))]
}

/** Stap 1 tot en met 5; 0 zonder bedrag of bij nul en lager. */
export function warmteStap(waarde: Centen | undefined, grenzen: readonly Centen[]): number {
  if (waarde === undefined || waarde <= 0) return 0
  const plek = grenzen.findIndex((grens) => waarde <= grens)
  const stap = plek === -1 ? grenzen.length : plek + 1
  return 5 - grenzen.length + stap
}

type GrafiekWarmteProps = Omit<FiguurProps, 'tabelOpen'> & {
  /** Kop van de eerste kolom. */
  wat: string
  /** De kolommen, meestal jaren. */
  kolommen: readonly string[]
  groepen: readonly WarmteGroep[]
  metTotaal?: boolean | undefined
  eenheid?: string | undefined
}

/** De som van wat er genoemd is; noemt het plan niets, dan is er geen som. */
function som(waarden: readonly (Centen | undefined)[]): Centen | undefined {
  const genoemd = waarden.filter((waarde) => waarde !== undefined)
  return genoemd.length === 0 ? undefined : telOp(...genoemd)
}

const Waarde = (props: { cent: Centen | undefined }) => (
  <>{props.cent === undefined ? <Geen wat="geen bedrag" /> : toonBedrag(props.cent)}</>
)

function Rij(props: {
  rij: WarmteRij
  kolommen: readonly string[]
  grenzen: readonly Centen[]
  metTotaal: boolean
}) {
  const { rij } = props
  return (
    <tr>
      <th scope="row">{rij.href === undefined ? rij.naam : <Link href={rij.href}>{rij.naam}</Link>}</th>
      {props.kolommen.map((kolom, i) => {
        const waarde = rij.waarden[i]
        return (
          <td class={`oz-warmte__cel oz-warmte--${warmteStap(waarde, props.grenzen)}`} data-kop={kolom}>
            <Waarde cent={waarde} />
          </td>
        )
      })}
      {props.metTotaal && (
        <td class="oz-warmte__totaal" data-kop="Totaal">
          <Waarde cent={som(rij.waarden)} />
        </td>
      )}
    </tr>
  )
}

function Totalen(props: { kop: Child; rijen: readonly WarmteRij[]; kolommen: readonly string[] }) {
  const perKolom = props.kolommen.map((_, i) => som(props.rijen.map((rij) => rij.waarden[i])))
  return (
    <tr class="oz-warmte__som">
      <th scope="row">{props.kop}</th>
      {props.kolommen.map((kolom, i) => (
        <td data-kop={kolom}>
          <Waarde cent={perKolom[i]} />
        </td>
      ))}
      <td data-kop="Totaal">
        <Waarde cent={som(perKolom)} />
      </td>
    </tr>
  )
}

function Uitleg(props: { grenzen: readonly Centen[] }) {
  return (
    <ul class="oz-sleutel">
      {props.grenzen.map((grens) => (
        <li>
          <span class={`oz-warmte__vak oz-warmte--${warmteStap(grens, props.grenzen)}`} />
          tot en met {toonBedrag(grens)}
        </li>
      ))}
    </ul>
  )
}

/** Een echte tabel waarin de ondergrond meeleest: hoe sterker de tint, hoe hoger het bedrag. */
export function GrafiekWarmte(props: GrafiekWarmteProps) {
  const { kolommen, groepen } = props
  const metTotaal = props.metTotaal ?? true
  const alle = groepen.flatMap((groep) => groep.rijen)
  const grenzen = warmteGrenzen(alle.flatMap((rij) => rij.waarden))
  const breedte = kolommen.length + (metTotaal ? 2 : 1)
  return (
    <figure class="oz-figuur" aria-labelledby={`${props.id}-kop`}>
      <Figuurkop {...props} />
      <Uitleg grenzen={grenzen} />
      <div class="oz-tabelraam">
        <table class="oz-warmte" id={`${props.id}-tabel`}>
          <caption class="oz-vh">
            {props.boodschap} ({props.eenheid ?? 'bedragen in euro'})
          </caption>
          <thead>
            <tr>
              <th scope="col">{props.wat}</th>
              {kolommen.map((kolom) => (
                <th scope="col">{kolom}</th>
              ))}
              {metTotaal && <th scope="col">Totaal, €</th>}
            </tr>
          </thead>
          {groepen.map((groep) => (
            <tbody>
              {groep.naam !== undefined && (
                <tr class="oz-warmte__groep">
                  <th scope="rowgroup" colspan={breedte}>
                    {groep.naam}
                  </th>
                </tr>
              )}
              {groep.rijen.map((rij) => (
                <Rij rij={rij} kolommen={kolommen} grenzen={grenzen} metTotaal={metTotaal} />
              ))}
              {metTotaal && groepen.length > 1 && (
                <Totalen kop="Samen" rijen={groep.rijen} kolommen={kolommen} />
              )}
            </tbody>
          ))}
          {metTotaal && (
            <tfoot>
              <Totalen kop="Totaal" rijen={alle} kolommen={kolommen} />
            </tfoot>
          )}
        </table>
      </div>
      <Downloads downloads={props.downloads ?? []} waarvan={props.boodschap} />
    </figure>
  )
}
