import type { Child } from 'hono/jsx'
import { telwoord } from '#basis/tekst.ts'
import { ankerVan, type Beoordeeld, ERNSTWOORDEN, verschilVan } from '#programma/bevindingen/bevindingen.ts'
import type { Ding } from '#programma/plan.ts'
import { type Bevinding, ERNSTEN } from '#programma/plancontrole/plancontrole.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, type Niveau, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import type { Toon } from '#ui/vormen.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Waar een bevinding heen wijst; een plan dat niet geladen is, heeft geen pagina's om heen te wijzen. */
export type Wegwijzer = {
  vermelding: (id: string) => string | undefined
  ding: (ding: Ding) => { naam: string; href: string | undefined }
}

const TOON: Record<Bevinding['ernst'], Toon> = { fout: 'fout', waarschijnlijk: 'let-op', aandacht: 'stil' }

const Ernstetiket = (props: { ernst: Bevinding['ernst'] }) => (
  <Etiket toon={TOON[props.ernst]}>{ERNSTWOORDEN[props.ernst].een}</Etiket>
)

type Vindplaats = Bevinding['plaatsen'][number]

/** Zoveel plaatsen naast elkaar zijn nog te overzien; de rest staat erachter. */
const METEEN_TE_ZIEN = 8

function Plaatsen(props: { bevinding: Bevinding; naar: Wegwijzer }) {
  const { bevinding, naar } = props
  if (bevinding.plaatsen.length === 0) return null
  const anker = ankerVan(bevinding.sleutel)
  const overs = new Set(bevinding.plaatsen.map(({ over }) => JSON.stringify(over)))
  const tabel = (id: string, rijen: readonly Vindplaats[]) => (
    <Tabel
      id={id}
      bijschrift={`Waar het staat: ${bevinding.titel}`}
      bijschriftVerborgen
      kolommen={plaatskolommen(naar, overs.size > 1)}
      rijen={rijen}
    />
  )
  const rest = bevinding.plaatsen.slice(METEEN_TE_ZIEN)
  return (
    <>
      {tabel(`${anker}-plaatsen`, bevinding.plaatsen.slice(0, METEEN_TE_ZIEN))}
      {rest.length > 0 && (
        <Meer kop={`Nog ${telwoord(rest.length, 'plaats', 'plaatsen')}`}>{tabel(`${anker}-meer`, rest)}</Meer>
      )}
    </>
  )
}

function plaatskolommen(naar: Wegwijzer, metOver: boolean): Kolom<Vindplaats>[] {
  const kolommen: Kolom<Vindplaats>[] = [
    { sleutel: 'plaats', kop: 'Plaats', cel: ({ plaats }) => plaats },
    {
      sleutel: 'waarde',
      kop: 'Wat er staat',
      cel: ({ waarde, vermelding }) => {
        const href = vermelding === undefined ? undefined : naar.vermelding(vermelding)
        if (href === undefined) return waarde ?? ''
        return <Link href={href}>{waarde ?? 'bekijk de plaats'}</Link>
      },
    },
    { sleutel: 'regel', kop: 'Regel', soort: 'getal', cel: ({ regelnummer }) => regelnummer },
  ]
  if (metOver)
    kolommen.splice(1, 0, {
      sleutel: 'over',
      kop: 'Gaat over',
      cel: ({ over }) => (over === undefined ? '' : naar.ding(over).naam),
    })
  return kolommen
}

function Cijfers(props: { bevinding: Bevinding }) {
  const { tabel, titel, sleutel } = props.bevinding
  if (tabel === undefined) return null
  const [eerste = '', ...koppen] = tabel.kop
  type Rij = (typeof tabel.rijen)[number]
  return (
    <Tabel
      id={`${ankerVan(sleutel)}-cijfers`}
      bijschrift={`Cijfers bij: ${titel}`}
      bijschriftVerborgen
      bij="Bedragen in euro"
      kolommen={[
        { sleutel: 'naam', kop: eerste, cel: (rij: Rij) => rij.naam },
        ...koppen.map(
          (kop, i): Kolom<Rij> => ({
            sleutel: `k${i}`,
            kop: `${kop}, €`,
            soort: 'bedrag',
            cel: (rij) => rij.centen[i] ?? undefined,
          }),
        ),
      ]}
      rijen={tabel.rijen}
    />
  )
}

function Raakt(props: { bevinding: Bevinding; naar: Wegwijzer }) {
  const gevonden = props.bevinding.dingen.map(props.naar.ding).filter(({ href }) => href !== undefined)
  const dingen = [...new Map(gevonden.map((ding) => [ding.href, ding])).values()]
  if (dingen.length === 0) return null
  return (
    <Alinea klein>
      Gaat over:{' '}
      {dingen.map(({ naam, href }, i) => (
        <>
          {i > 0 && ', '}
          <Link href={href ?? ''}>{naam}</Link>
        </>
      ))}
    </Alinea>
  )
}

/** Eén bevinding: wat er mis is, waar dat staat, en wat de oorzaak kan zijn. */
export function Bevindingblok(props: {
  een: Pick<Beoordeeld, 'bevinding'>
  naar: Wegwijzer
  niveau?: Niveau | undefined
  /** De tabellen pas tonen als iemand erom vraagt. */
  dicht?: boolean | undefined
  /** Onder de bevinding: oordeel en formulier. */
  children?: Child | undefined
}) {
  const { bevinding } = props.een
  const verschil = verschilVan(bevinding)
  const heeftTabel = bevinding.plaatsen.length > 0 || bevinding.tabel !== undefined
  const tabellen = (
    <>
      <Plaatsen bevinding={bevinding} naar={props.naar} />
      <Cijfers bevinding={bevinding} />
    </>
  )
  return (
    <Sectie id={ankerVan(bevinding.sleutel)} niveau={props.niveau ?? 3} kop={bevinding.titel}>
      <Alinea>
        <Ernstetiket ernst={bevinding.ernst} />{' '}
        {verschil !== undefined && <Etiket>verschil {verschil}</Etiket>}
      </Alinea>
      <Alinea>{bevinding.uitleg}</Alinea>
      {bevinding.oorzaak !== undefined && (
        <Alinea>
          <strong>Mogelijke oorzaak.</strong> {bevinding.oorzaak}
        </Alinea>
      )}
      {props.dicht && heeftTabel ? <Meer kop={plaatsenkop(bevinding)}>{tabellen}</Meer> : tabellen}
      <Raakt bevinding={bevinding} naar={props.naar} />
      {props.children}
    </Sectie>
  )
}

const plaatsenkop = ({ plaatsen }: Bevinding): string =>
  plaatsen.length === 0
    ? 'De cijfers'
    : plaatsen.length === 1
      ? 'De plaats in het document'
      : `De ${plaatsen.length} plaatsen naast elkaar`

/** Zoveel bevindingen zijn nog te lezen met al hun tabellen open; daarboven alleen de fouten. */
const ALLES_OPEN = 12

/** De bevindingen per ernst, elk met zijn kop; een ernst zonder bevindingen blijft weg. */
export function Bevindingenlijst(props: {
  bevindingen: readonly Beoordeeld[]
  naar: Wegwijzer
  onder?: ((een: Beoordeeld) => Child) | undefined
}) {
  return ERNSTEN.map((ernst) => {
    const hier = props.bevindingen.filter(({ bevinding }) => bevinding.ernst === ernst)
    if (hier.length === 0) return null
    const { kop, uitleg } = ERNSTWOORDEN[ernst]
    return (
      <Sectie id={ernst} kop={kop} onder={`${uitleg} ${telwoord(hier.length, 'bevinding', 'bevindingen')}.`}>
        {hier.map((een) => (
          <Bevindingblok
            een={een}
            naar={props.naar}
            dicht={ernst !== 'fout' && props.bevindingen.length > ALLES_OPEN}
          >
            {props.onder?.(een)}
          </Bevindingblok>
        ))}
      </Sectie>
    )
  })
}
