import type { Child } from 'hono/jsx'
import { toonBedrag } from '#basis/geld.ts'
import type { Dinggeld } from '#programma/begroting/dinggeld.ts'
import type { Geldrij } from '#programma/begroting/geldbeeld.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { bestedingcellen, bestedingkolommen } from '#programma/onderdelen/bestedingkolommen.tsx'
import { geldkolommen, onderdeelkolommen } from '#programma/onderdelen/kolommen.tsx'
import { type Lijstrij, maakLijst } from '#programma/onderdelen/lijst.ts'
import { leesOnderdelenvraag, ZONDER_GROEP } from '#programma/onderdelen/vraag.ts'
import { HOOGSTENS_IN_TABEL } from '#programma/overzicht/sankey.ts'
import type { Geld } from '#programma/planbeeld.ts'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { Standstatus } from '#programma/voortgang/delen.tsx'
import { STANDNAAM } from '#programma/voortgang/standen.ts'
import { standVan, type Voortgang } from '#programma/voortgang/voortgang.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel, type TabelGroep } from '#ui/tabel.tsx'

/** Alle onderdelen per groep en per jaar; in een groot plan alleen de groepen, de rest staat in de lijst. */
type TabelProps = {
  van: Geldbezoek
  geld: Dinggeld | undefined
  /** Wat elk onderdeel het laatst meldde; leeg zolang er niets gemeld is. */
  voortgang: ReadonlyMap<string, Voortgang>
}

export function Overzichttabel(props: TabelProps) {
  const { beeld } = props.van
  return beeld.plan.onderdelen.length > HOOGSTENS_IN_TABEL ? (
    <Groepentabel {...props} />
  ) : (
    <Onderdelentabel {...props} />
  )
}

const jaarcellen = (geld: Geld, jaren: readonly number[]): Record<string, Child> =>
  Object.fromEntries(
    jaren.map((jaar) => [String(jaar), geld.perJaar.get(jaar) ?? <Geen wat="geen bedrag" />]),
  )

const totaalrij = (
  { van }: TabelProps,
  geld: Geld,
  besteding: Geldrij | undefined,
  kop: string,
): { kop: string; cellen: Record<string, Child> } => ({
  kop,
  cellen: { ...jaarcellen(geld, van.beeld.jaren), totaal: geld.totaal, ...bestedingcellen(van, besteding) },
})

/**
 * Ligt het op koers? Het woord dat het meest aandacht vraagt, met de weg naar het waarom. Het komt op de plaats van de
 * looptijd: die zegt minder, en allebei past niet naast de bedragen.
 */
function metVoortgang(
  van: Geldbezoek,
  kolommen: readonly Kolom<Lijstrij>[],
  voortgang: TabelProps['voortgang'],
): readonly Kolom<Lijstrij>[] {
  if (voortgang.size === 0) return kolommen
  return [
    ...kolommen.filter(({ sleutel }) => sleutel !== 'stand'),
    {
      sleutel: 'voortgang',
      kop: 'Voortgang',
      cel: ({ onderdeel }) => {
        const gemeld = voortgang.get(onderdeel.id)
        if (gemeld === undefined) return ''
        const stand = standVan(gemeld)
        return (
          <Link
            href={van.pad(`/voortgang/onderdelen/${onderdeel.id}`)}
            naam={`${STANDNAAM[stand]}, voortgang van ${onderdeel.titel}`}
          >
            <Standstatus stand={stand} />
          </Link>
        )
      },
    },
  ]
}

function Onderdelentabel(props: TabelProps) {
  const { van, geld: besteding } = props
  const { beeld, pad } = van
  const { rijen } = maakLijst(beeld, leesOnderdelenvraag({}), van.vandaag)
  const perGroep = Map.groupBy(rijen, ({ onderdeel }) => onderdeel.groep)
  const groepen = [...beeld.plan.groepen.map(({ id }) => id), null].flatMap((id): TabelGroep<Lijstrij>[] => {
    const leden = perGroep.get(id)
    if (leden === undefined) return []
    const groep = beeld.groep.get(id ?? '')
    const kop =
      groep === undefined ? 'Zonder groep' : <Link href={pad(`/groepen/${groep.id}`)}>{groep.titel}</Link>
    const geld = beeld.geldVanGroep(id)
    const totaal = geld.totaal === 0 ? undefined : totaalrij(props, geld, besteding?.groep.get(id), 'Samen')
    return [{ kop, rijen: leden, totaal }]
  })
  return (
    <>
      <Tabel
        id="alle-onderdelen"
        bijschrift="Alle onderdelen, per jaar in euro"
        bijschriftVerborgen
        kolommen={metVoortgang(van, onderdeelkolommen(van, besteding), props.voortgang)}
        breed={besteding !== undefined}
        groepen={groepen}
        totaal={totaalrij(props, beeld.totaal, besteding?.totaal, 'Alles samen')}
      />
      <Downloads downloads={downloadsVan(pad, 'onderdelen')} waarvan="alle onderdelen" />
    </>
  )
}

type Groeprij = { id: string | null; naam: string; geld: Geld }

function Groepentabel(props: TabelProps) {
  const { van, geld: besteding } = props
  const { beeld, pad } = van
  const zonder = beeld.stammen.some(({ groep }) => groep === null)
  const rijen: Groeprij[] = [
    ...beeld.plan.groepen.map(({ id, titel }) => ({ id, naam: titel, geld: beeld.geldVanGroep(id) })),
    ...(zonder ? [{ id: null, naam: 'Zonder groep', geld: beeld.geldVanGroep(null) }] : []),
  ]
  const adres = ({ id }: Groeprij): string =>
    id === null ? pad('/onderdelen', { groep: ZONDER_GROEP }) : pad(`/groepen/${id}`)
  return (
    <>
      <Tabel
        id="alle-groepen"
        bijschrift="Alle groepen, per jaar in euro"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'groep', kop: 'Groep', cel: (rij) => <Link href={adres(rij)}>{rij.naam}</Link> },
          ...geldkolommen<Groeprij>(
            beeld.jaren,
            ({ geld }) => geld,
            (_, bedrag) => toonBedrag(bedrag),
          ),
          ...(besteding === undefined
            ? []
            : bestedingkolommen<Groeprij>(van, ({ id }) => besteding.groep.get(id))),
        ]}
        rijen={rijen}
        totaal={totaalrij(props, beeld.totaal, besteding?.totaal, 'Alles samen')}
      />
      <Downloads downloads={downloadsVan(pad, 'groepen')} waarvan="alle groepen" />
      <p class="utrecht-paragraph">
        <Link href={pad('/onderdelen')}>Bekijk de lijst van alle {beeld.bladeren.length} onderdelen</Link>
      </p>
    </>
  )
}
