import type { Child } from 'hono/jsx'

export type Niveau = 1 | 2 | 3 | 4

const KOP = {
  1: { Merk: 'h1', klas: 'utrecht-heading-1' },
  2: { Merk: 'h2', klas: 'utrecht-heading-2' },
  3: { Merk: 'h3', klas: 'utrecht-heading-3' },
  4: { Merk: 'h4', klas: 'utrecht-heading-3' },
} as const

/** Een kop in de huisstijl; niveau 4 ziet eruit als 3. */
export function Kop(props: { niveau: Niveau; id?: string | undefined; children: Child }) {
  const { Merk, klas } = KOP[props.niveau]
  return (
    <Merk class={klas} id={props.id}>
      {props.children}
    </Merk>
  )
}

/** De zin onder de titel die zegt waar de pagina over gaat. */
export const Lead = (props: { children: Child }) => (
  <p class="utrecht-paragraph utrecht-paragraph--lead oz-lead">{props.children}</p>
)

type PaginakopProps = {
  titel: Child
  /** Het nummer zoals het plan het drukt, bijvoorbeeld 5.3.4. */
  code?: string | undefined
  /** Etiketten of een status naast de titel. */
  bij?: Child | undefined
  lead?: Child | undefined
  acties?: Child | undefined
}

export function Paginakop(props: PaginakopProps) {
  return (
    <div class="oz-paginakop">
      <div class="oz-paginakop__regel">
        <Kop niveau={1}>{props.titel}</Kop>
        {props.code !== undefined && <span class="oz-paginakop__code">{props.code}</span>}
        {props.bij}
      </div>
      {props.lead !== undefined && <Lead>{props.lead}</Lead>}
      {props.acties !== undefined && <div class="oz-paginakop__acties">{props.acties}</div>}
    </div>
  )
}

type SectieProps = {
  kop: Child
  id?: string | undefined
  niveau?: Niveau | undefined
  onder?: Child | undefined
  children?: Child | undefined
}

export function Sectie(props: SectieProps) {
  return (
    <section class="oz-sectie" id={props.id}>
      <Kop niveau={props.niveau ?? 2}>{props.kop}</Kop>
      {props.onder !== undefined && <p class="oz-sectie__onder">{props.onder}</p>}
      <div class="oz-sectie__inhoud">{props.children}</div>
    </section>
  )
}

/** Twee kolommen: eerst het verhaal (twee derde), dan wat ernaast staat. Op een telefoon onder elkaar. */
export const Kolommen = (props: { children: Child }) => <div class="oz-kolommen">{props.children}</div>

/** Wat bij elkaar hoort, op een warme ondergrond. */
export const Vak = (props: { children: Child }) => <div class="oz-vak">{props.children}</div>

export const Alinea = (props: { children: Child; klein?: boolean | undefined }) => (
  <p class={props.klein ? 'utrecht-paragraph utrecht-paragraph--small' : 'utrecht-paragraph'}>
    {props.children}
  </p>
)

/** Een gewone opsomming met bolletjes. */
export const Lijst = (props: { items: readonly Child[] }) => (
  <ul class="oz-lijst">
    {props.items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)
