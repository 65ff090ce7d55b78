import { toonDatum } from '#basis/datum.ts'
import type { Beoordeeld } from '#programma/bevindingen/bevindingen.ts'
import { BRONSOORTNAMEN } from '#programma/bronsoorten.ts'
import { Onderdeelnaam } from '#programma/onderdelen/delen.tsx'
import type { Geschiedenisregel } from '#programma/onderdelen/onderdeel-geschiedenis.ts'
import { onderdeelindexVan } from '#programma/onderdelen/onderdeel-index.ts'
import { Bevindinglijst } from '#programma/onderdelen/onderdeel-lijsten.tsx'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type ZijbalkItem, Zijbalklijst } from '#ui/zijbalk.tsx'

type Zijkant = {
  van: Planbezoek
  onderdeel: Onderdeel
  beoordeeld: readonly Beoordeeld[]
  geschiedenis: readonly Geschiedenisregel[]
}

/** Wat naast het verhaal staat: doelen, bronnen, samenhang, bevindingen en geschiedenis. */
export function OnderdeelZijkant(props: Zijkant) {
  const { van, onderdeel } = props
  return (
    <>
      <Lijst kop="Draagt bij aan" leeg="Het plan noemt geen doel bij dit onderdeel." items={doelen(props)} />
      <Lijst
        kop="Kan betaald worden uit"
        leeg="Het plan noemt geen bron bij dit onderdeel."
        items={bronnen(props)}
      />
      <Lijst kop="Hangt samen met" items={samenhang(props)} />
      <Lijst kop="Partners" items={onderdeel.partners.map((partner) => ({ tekst: partner }))} />
      <Lijst kop="Heet ook wel" items={onderdeel.aliassen.map((alias) => ({ tekst: alias }))} />
      <div id="bevindingen">
        <Sectie kop="Wat de plancontrole hier vond" niveau={3}>
          <Bevindinglijst van={van} beoordeeld={props.beoordeeld} over={`onderdeel:${onderdeel.id}`} />
        </Sectie>
      </div>
      <Lijst kop="Geschiedenis" items={geschiedenis(props)} />
      <Link href={van.pad('/versies')}>Alle versies van het plan</Link>
    </>
  )
}

/** Zonder inhoud en zonder uitleg waarom, is er geen kop. */
function Lijst(props: { kop: string; items: readonly ZijbalkItem[]; leeg?: string }) {
  if (props.items.length === 0 && props.leeg === undefined) return null
  const items =
    props.items.length === 0 ? [{ tekst: <span class="oz-stil">{props.leeg}</span> }] : props.items
  return (
    <Sectie kop={props.kop} niveau={3}>
      <Zijbalklijst items={items} />
    </Sectie>
  )
}

const doelen = ({ van, onderdeel }: Zijkant): ZijbalkItem[] =>
  onderdeel.doelen.flatMap((id) => {
    const doel = van.beeld.doel.get(id)
    if (doel === undefined) return []
    return [
      {
        tekst: <Link href={van.pad(`/doelen/${id}`)}>{doel.titel}</Link>,
        bij: doel.indicatoren.length === 0 ? 'doel zonder indicator' : undefined,
      },
    ]
  })

/** Staat het geld bij de delen, dan staan daar ook de bronnen. */
const bronsleutels = (van: Planbezoek, onderdeel: Onderdeel): Onderdeel['bronnen'][number][] => [
  ...new Set([
    ...onderdeel.bronnen,
    ...(van.beeld.kinderen.get(onderdeel.id) ?? []).flatMap((kind) => bronsleutels(van, kind)),
  ]),
]

const bronnen = ({ van, onderdeel }: Zijkant): ZijbalkItem[] =>
  bronsleutels(van, onderdeel).flatMap((id) => {
    const bron = van.beeld.bron.get(id)
    if (bron === undefined) return []
    return [
      { tekst: <Link href={van.pad(`/bronnen/${id}`)}>{bron.naam}</Link>, bij: BRONSOORTNAMEN[bron.soort] },
    ]
  })

/** Wat het onderdeel zelf noemt, en wat naar dit onderdeel wijst. */
function samenhang({ van, onderdeel }: Zijkant): ZijbalkItem[] {
  const eigen = onderdeel.relaties.flatMap(({ naar, toelichting }) => {
    const ander = van.beeld.onderdeel.get(naar)
    return ander === undefined ? [] : [{ van: ander, toelichting }]
  })
  const al = new Set(eigen.map((relatie) => relatie.van.id))
  const andersom = onderdeelindexVan(van.beeld)
    .wijstNaar(onderdeel.id)
    .filter((relatie) => !al.has(relatie.van.id))
  return [...eigen, ...andersom].map((relatie) => ({
    tekst: <Onderdeelnaam van={van} onderdeel={relatie.van} />,
    bij: relatie.toelichting,
  }))
}

const geschiedenis = ({ van, geschiedenis: regels }: Zijkant): ZijbalkItem[] =>
  regels.map(({ versie, dag, waarom, vorige }) => ({
    tekst: (
      <Link
        href={vorige === undefined ? van.pad(`/versies/${versie}`) : van.pad(`/versies/${vorige}/${versie}`)}
      >
        {waarom}
      </Link>
    ),
    bij: `${toonDatum(dag)} · versie ${versie}`,
  }))
