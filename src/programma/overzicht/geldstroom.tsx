import { geldstroomzin, nietVerdeeldzin } from '#programma/overzicht/overzicht.ts'
import { geldstroomVan, type Stroombeeld } from '#programma/overzicht/sankey.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { GrafiekSankey } from '#ui/grafiek-sankey.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import type { SankeyData } from '#ui/sankey.ts'

/** Waar het geld vandaan komt en heen gaat, voor een jaar of de hele periode. */
export function Geldstroom(props: { van: Planbezoek; jaar: number | undefined }) {
  const { van, jaar } = props
  if (van.beeld.totaal.totaal <= 0)
    return (
      <LegeStaat titel="Hier hoort te staan waar het geld vandaan komt en heen gaat">
        Dit plan noemt geen bedragen. De programmamanager zet ze erbij, met de bron.
      </LegeStaat>
    )
  const stroom = geldstroomVan(van.beeld, jaar)
  const onzeker = stroom.getekend.stromen.some((een) => een.onzeker)
  const uitleg = [
    `Van bron, via groep, naar onderdeel. Bedragen ${jaar === undefined ? 'voor de hele periode' : `in ${jaar}`}.`,
    onzeker ? 'Gestippeld: het plan zegt niet hoeveel er uit welke bron komt.' : '',
    nietVerdeeldzin(stroom),
  ]
  return (
    <GrafiekSankey
      id="geldstroom"
      boodschap={geldstroomzin(van.beeld, jaar)}
      toelichting={
        <>
          {uitleg.filter((zin) => zin !== '').join(' ')}
          <Jaarkeuze van={van} jaar={jaar} />
        </>
      }
      {...alsSankey(van, stroom.getekend)}
      alles={stroom.alles === undefined ? undefined : alsSankey(van, stroom.alles)}
      downloads={downloadsVan(van.pad, 'raming', { jaar })}
    />
  )
}

const alsSankey = (van: Planbezoek, beeld: Stroombeeld): SankeyData => ({
  knopen: beeld.knopen.map(({ adres, ...knoop }) => ({
    ...knoop,
    href: adres === undefined ? undefined : van.pad(adres),
  })),
  stromen: beeld.stromen,
})

/** Andere jaren zijn gewone links: elk heeft zijn eigen adres. */
function Jaarkeuze(props: { van: Planbezoek; jaar: number | undefined }) {
  const { van } = props
  const jaren = van.beeld.jaren.filter((jaar) => (van.beeld.totaal.perJaar.get(jaar) ?? 0) !== 0)
  if (jaren.length < 2) return null
  return (
    <span class="oz-niet-drukken">
      <br />
      Toon: <Jaarlink van={van} jaar={undefined} gekozen={props.jaar} />
      {jaren.map((jaar) => (
        <>
          {' · '}
          <Jaarlink van={van} jaar={jaar} gekozen={props.jaar} />
        </>
      ))}
    </span>
  )
}

function Jaarlink(props: { van: Planbezoek; jaar: number | undefined; gekozen: number | undefined }) {
  const { van, jaar } = props
  const tekst = jaar ?? 'hele periode'
  if (jaar === props.gekozen) return <strong>{tekst}</strong>
  return <Link href={van.pad('/', { jaar })}>{tekst}</Link>
}
