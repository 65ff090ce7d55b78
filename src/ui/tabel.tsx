import type { Child } from 'hono/jsx'
import { centen, toonBedrag } from '#basis/geld.ts'
import { sleutelVan, toonGetal } from '#basis/tekst.ts'
import { Geen } from '#ui/bedrag.tsx'
import { klassen } from '#ui/klassen.ts'
import { Link } from '#ui/link.tsx'

export type KolomSoort = 'tekst' | 'bedrag' | 'getal'

export type Sortering = { href: string; richting?: 'op' | 'neer' | undefined }

export type Kolom<Rij> = {
  /** Eigen naam van de kolom: voor de cellen van een totaalrij. */
  sleutel: string
  kop: string
  /**
   * Bij `bedrag` is een los getal een aantal hele centen (`Centen`), bij `getal` gewoon een aantal; allebei
   * worden ze in Nederlandse notatie getoond. Iets anders komt er te staan zoals het is.
   */
  soort?: KolomSoort | undefined
  cel: (rij: Rij) => Child
  /** Waar de waarde uit bestaat: zij wordt dan een link. */
  href?: ((rij: Rij) => string | undefined) | undefined
  /** De cel die de rij haar naam geeft; zonder keuze is dat de eerste kolom. */
  rijkop?: boolean | undefined
  sorteer?: Sortering | undefined
  nadruk?: boolean | undefined
  /** Niet tonen op een telefoon, omdat het daar niets toevoegt (zoals een balkje). */
  smalWeg?: boolean | undefined
}

/** Een rij die optelt: een naam en per kolomsleutel een waarde. */
export type Totaal = {
  kop: Child
  cellen: Readonly<Record<string, Child>>
  hrefs?: Readonly<Record<string, string | undefined>> | undefined
}

export type TabelGroep<Rij> = {
  kop: Child
  id?: string | undefined
  rijen: readonly Rij[]
  totaal?: Totaal | undefined
}

export type TabelProps<Rij> = {
  bijschrift: string
  /** Een zin onder het bijschrift, bijvoorbeeld de eenheid. */
  bij?: Child | undefined
  /** Als de kop erboven al zegt wat de tabel is. */
  bijschriftVerborgen?: boolean | undefined
  id?: string | undefined
  kolommen: readonly Kolom<Rij>[]
  rijen?: readonly Rij[] | undefined
  groepen?: readonly TabelGroep<Rij>[] | undefined
  totaal?: Totaal | undefined
  /** Wat er staat als er geen rijen zijn. */
  leeg?: Child | undefined
  /** `anders`: wijkt af en valt op; `stil`: telt nu niet mee; `som`: telt de rijen eromheen op. */
  toonRij?: ((rij: Rij) => 'anders' | 'stil' | 'som' | undefined) | undefined
  /** Hoe diep een rij onder een andere hangt; 0 is bovenaan. */
  diepte?: ((rij: Rij) => 0 | 1 | 2 | 3) | undefined
  /** Voor veel kolommen: kop en eerste kolom blijven staan bij het schuiven, op papier ligt het blad dwars. */
  breed?: boolean | undefined
  /** Lange namen boven getallen mogen over meer regels, zodat er veel kolommen naast elkaar passen. */
  kopBreekt?: boolean | undefined
  /** Op een telefoon: per rij een kaartje (`stapel`) of schuiven binnen het raam (`schuif`). */
  smal?: 'stapel' | 'schuif' | undefined
}

function toonWaarde(soort: KolomSoort, waarde: Child): Child {
  if (waarde === undefined || waarde === null || waarde === '')
    return soort === 'tekst' ? '' : <Geen wat={soort === 'bedrag' ? 'geen bedrag' : 'geen getal'} />
  if (typeof waarde !== 'number' || soort === 'tekst') return waarde
  return soort === 'bedrag' ? toonBedrag(centen(waarde)) : toonGetal(waarde)
}

/** De waarde zoals zij in de cel staat; waar niets staat, valt ook niets aan te wijzen. */
function metLink(soort: KolomSoort, waarde: Child, href: string | undefined): Child {
  const isLeeg = waarde === undefined || waarde === null || waarde === ''
  const getoond = toonWaarde(soort, waarde)
  return href === undefined || isLeeg ? getoond : <Link href={href}>{getoond}</Link>
}

const soortVan = <Rij,>(kolom: Kolom<Rij>): KolomSoort => kolom.soort ?? 'tekst'

function celKlas<Rij>(kolom: Kolom<Rij>, basis: string): string {
  return klassen(
    basis,
    soortVan(kolom) !== 'tekst' && 'oz-rechts',
    kolom.nadruk && 'oz-nadruk',
    kolom.smalWeg && 'oz-smal-weg',
  )
}

function Sorteerlink(props: { kop: string; sorteer: Sortering }) {
  const naar = props.sorteer.richting === 'op' ? 'aflopend' : 'oplopend'
  return (
    <a class="oz-tabel__sorteer" href={props.sorteer.href}>
      {props.kop}
      <span class="oz-vh">, {naar} sorteren</span>
      <svg viewBox="0 0 9 12" aria-hidden="true" focusable="false">
        <path class="oz-op" d="M4.5 0 9 5H0Z" />
        <path class="oz-neer" d="M4.5 12 0 7h9Z" />
      </svg>
    </a>
  )
}

function Hoofd<Rij>(props: { kolommen: readonly Kolom<Rij>[] }) {
  const richting = { op: 'ascending', neer: 'descending' } as const
  return (
    <thead class="utrecht-table__header">
      <tr class="utrecht-table__row">
        {props.kolommen.map((kolom) => (
          <th
            scope="col"
            class={celKlas(kolom, 'utrecht-table__header-cell')}
            aria-sort={kolom.sorteer?.richting === undefined ? undefined : richting[kolom.sorteer.richting]}
          >
            {kolom.sorteer === undefined ? (
              kolom.kop
            ) : (
              <Sorteerlink kop={kolom.kop} sorteer={kolom.sorteer} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function rijkopVan<Rij>(kolommen: readonly Kolom<Rij>[]): number {
  return Math.max(
    kolommen.findIndex((kolom) => kolom.rijkop),
    0,
  )
}

function Rijen<Rij>(props: { tabel: TabelProps<Rij>; rijen: readonly Rij[] }) {
  const { kolommen, toonRij, diepte } = props.tabel
  const rijkop = rijkopVan(kolommen)
  return props.rijen.map((rij) => {
    const toon = toonRij?.(rij)
    const diep = diepte?.(rij) ?? 0
    return (
      <tr class={klassen('utrecht-table__row', toon && `oz-tabel__rij--${toon}`)}>
        {kolommen.map((kolom, i) => {
          const waarde = kolom.cel(rij)
          const inhoud = metLink(soortVan(kolom), waarde, kolom.href?.(rij))
          if (i === rijkop) {
            const klas = klassen('utrecht-table__header-cell', diep > 0 && `oz-tabel__diep--${diep}`)
            return (
              <th scope="row" class={celKlas(kolom, klas)}>
                {inhoud}
              </th>
            )
          }
          const isLeeg =
            soortVan(kolom) === 'tekst' && (waarde === '' || waarde === undefined || waarde === null)
          return (
            <td class={celKlas(kolom, 'utrecht-table__cell')} data-kop={isLeeg ? undefined : kolom.kop}>
              {inhoud}
            </td>
          )
        })}
      </tr>
    )
  })
}

function Totaalrij<Rij>(props: { kolommen: readonly Kolom<Rij>[]; totaal: Totaal }) {
  const { kolommen, totaal } = props
  const rijkop = rijkopVan(kolommen)
  return (
    <tr class="utrecht-table__row oz-tabel__totaal">
      {kolommen.map((kolom, i) => {
        if (i === rijkop)
          return (
            <th scope="row" class="utrecht-table__header-cell">
              {totaal.kop}
            </th>
          )
        const waarde = totaal.cellen[kolom.sleutel]
        const leeg = waarde === undefined
        return (
          <td class={celKlas(kolom, 'utrecht-table__cell')} data-kop={leeg ? undefined : kolom.kop}>
            {leeg ? '' : metLink(soortVan(kolom), waarde, totaal.hrefs?.[kolom.sleutel])}
          </td>
        )
      })}
    </tr>
  )
}

function Groep<Rij>(props: { tabel: TabelProps<Rij>; groep: TabelGroep<Rij> }) {
  const { tabel, groep } = props
  return (
    <tbody class="utrecht-table__body" id={groep.id}>
      <tr class="utrecht-table__row oz-tabel__groep">
        <th scope="rowgroup" colspan={tabel.kolommen.length} class="utrecht-table__header-cell">
          {groep.kop}
        </th>
      </tr>
      <Rijen tabel={tabel} rijen={groep.rijen} />
      {groep.totaal !== undefined && <Totaalrij kolommen={tabel.kolommen} totaal={groep.totaal} />}
    </tbody>
  )
}

function Lijf<Rij>(props: { tabel: TabelProps<Rij> }) {
  const { tabel } = props
  const rijen = tabel.rijen ?? []
  const groepen = tabel.groepen ?? []
  const isLeeg = rijen.length === 0 && groepen.every((groep) => groep.rijen.length === 0)
  if (isLeeg)
    return (
      <tbody class="utrecht-table__body oz-tabel__leeg">
        <tr>
          <td class="utrecht-table__cell" colspan={tabel.kolommen.length}>
            {tabel.leeg ?? 'Er is niets gevonden.'}
          </td>
        </tr>
      </tbody>
    )
  return (
    <>
      {rijen.length > 0 && (
        <tbody class="utrecht-table__body">
          <Rijen tabel={tabel} rijen={rijen} />
        </tbody>
      )}
      {groepen.map((groep) => (
        <Groep tabel={tabel} groep={groep} />
      ))}
    </>
  )
}

export function Tabel<Rij>(props: TabelProps<Rij>) {
  const id = props.id ?? `tabel-${sleutelVan(props.bijschrift)}`
  const smal = props.smal ?? 'stapel'
  // Een smalle tabel past altijd; alleen wie kan schuiven, hoeft met het toetsenbord bereikbaar te zijn.
  const schuift = smal === 'schuif' || props.breed === true || props.kolommen.length > 6
  // Veel getallen per rij staan op een telefoon als rooster, niet als lange lijst.
  const isRooster =
    smal === 'stapel' && props.kolommen.filter((kolom) => soortVan(kolom) !== 'tekst').length > 3
  const tabel = (
    <table
      class={klassen(
        'utrecht-table oz-tabel',
        `oz-tabel--${smal}`,
        isRooster && 'oz-tabel--rooster',
        props.breed && 'oz-tabel--breed',
        props.kopBreekt && 'oz-tabel--kop-breekt',
      )}
      id={id}
    >
      <caption class={props.bijschriftVerborgen ? 'oz-vh' : 'utrecht-table__caption'} id={`${id}-bijschrift`}>
        {props.bijschrift}
        {props.bij !== undefined && <span class="oz-tabel__bij">{props.bij}</span>}
      </caption>
      <Hoofd kolommen={props.kolommen} />
      <Lijf tabel={props} />
      {props.totaal !== undefined && (
        <tfoot>
          <Totaalrij kolommen={props.kolommen} totaal={props.totaal} />
        </tfoot>
      )}
    </table>
  )
  if (!schuift) return <div class="oz-tabelraam">{tabel}</div>
  return (
    // Met tabindex, want wie geen muis heeft, moet ook kunnen schuiven.
    <section
      class={klassen('oz-tabelraam', props.breed && 'oz-tabelraam--breed')}
      aria-labelledby={`${id}-bijschrift`}
      tabindex={0}
    >
      {tabel}
    </section>
  )
}
