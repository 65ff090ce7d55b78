import { raw } from 'hono/html'
import { type Datum, dagVan, toonDatum } from '#basis/datum.ts'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import { ankerVan, type Beoordeeld, isOpen } from '#programma/bevindingen/bevindingen.ts'
import {
  foutenkop,
  geldstroomzin,
  nietVerdeeldzin,
  raadsvragen,
  sprekendeFouten,
  tegelsVan,
} from '#programma/overzicht/overzicht.ts'
import { geldstroomVan, type Stroombeeld } from '#programma/overzicht/sankey.ts'
import { Overzichttabel } from '#programma/overzicht/tabel.tsx'
import { findLaatsteVersies, type Versiekop } from '#programma/plan.store.ts'
import { perBeeld } from '#programma/planbeeld-onthouden.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { GrafiekSankey } from '#ui/grafiek-sankey.tsx'
import { Kolommen, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import type { SankeyData } from '#ui/sankey.ts'
import { Tegels } from '#ui/tegels.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** De eerste pagina: wat willen we bereiken, wat doen we daarvoor, wat mag het kosten. */

const LAATSTE_VERSIES = 5

export function overzichtPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const alleenVastgesteld = !van.mag('plan.concept.lezen')
    const [beoordeeld, versies] = await Promise.all([
      leesBeoordeeld(van, kamer),
      kamer.planboek.onthoud(van.bezoek.db, `laatste versies ${van.kop.id} ${alleenVastgesteld}`, (lezer) =>
        findLaatsteVersies(lezer, van.kop.id, LAATSTE_VERSIES, alleenVastgesteld),
      ),
    ])
    const gevraagd = Number(c.req.query('jaar'))
    const jaar = van.beeld.jaren.find((kandidaat) => kandidaat === gevraagd)
    return c.html(<Overzicht van={van} jaar={jaar} beoordeeld={beoordeeld} versies={versies} />)
  })
}

/**
 * Het duurste van deze pagina hangt alleen af van de versie, het jaar, de dag en het adres, en wordt bewaard: een
 * plan van duizenden onderdelen mag niet per bezoeker worden nagerekend en opnieuw getekend.
 */
const tegels = perBeeld(1, tegelsVan)
const vragen = perBeeld(4, (beeld, _, open: number, vandaag: Datum) => raadsvragen(beeld, open, vandaag))
const geldstroom = perBeeld(24, (_, __, van: Planbezoek, jaar: number | undefined) =>
  raw((<Geldstroom van={van} jaar={jaar} />).toString()),
)
const tabel = perBeeld(4, (_, __, van: Planbezoek) => raw((<Overzichttabel van={van} />).toString()))

type OverzichtProps = {
  van: Planbezoek
  jaar: number | undefined
  beoordeeld: readonly Beoordeeld[]
  versies: readonly Versiekop[]
}

function Overzicht(props: OverzichtProps) {
  const { van, beoordeeld } = props
  const { programma } = van.beeld.plan
  return (
    <Planpagina
      van={van}
      titel={programma.titel}
      beschrijving={programma.hoofddoel ?? `${programma.titel}: doelen, onderdelen en geld.`}
    >
      <Paginakop titel={programma.titel} lead={programma.hoofddoel ?? undefined} />
      <Tegels
        tegels={tegels(van.beeld, '').map(({ adres, ...tegel }) => ({ ...tegel, href: van.pad(adres) }))}
      />
      {geldstroom(van.beeld, `${props.jaar} ${van.pad('/')}`, van, props.jaar)}
      <Tegenspraak van={van} beoordeeld={beoordeeld} />
      <Sectie
        kop="Alle onderdelen, per jaar"
        onder="Geraamde bedragen in hele euro's, zoals het plan ze noemt."
      >
        {tabel(van.beeld, `${van.vandaag} ${van.pad('/')}`, van)}
      </Sectie>
      <Kolommen>
        <Raadsvragen van={van} open={beoordeeld.filter(isOpen).length} />
        <Laatst van={van} versies={props.versies} />
      </Kolommen>
    </Planpagina>
  )
}

function Geldstroom(props: { van: Planbezoek; jaar: number | undefined }) {
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

function Tegenspraak(props: { van: Planbezoek; beoordeeld: readonly Beoordeeld[] }) {
  const { van, beoordeeld } = props
  const fouten = beoordeeld.filter((een) => isOpen(een) && een.bevinding.ernst === 'fout').length
  const rest = beoordeeld.filter(isOpen).length - fouten
  const naar = van.pad('/plancontrole')
  return (
    <Melding soort={fouten === 0 ? 'goed' : 'let-op'} titel={foutenkop(fouten)}>
      {fouten > 0 && (
        <ul>
          {sprekendeFouten(beoordeeld).map(({ sleutel, titel, uitleg }, i) => (
            <li>
              <Link href={`${naar}#${ankerVan(sleutel)}`}>{titel}</Link>
              {i === 0 && `. ${uitleg}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={naar}>Bekijk de hele plancontrole</Link>
        {rest > 0 && `, met nog ${rest} ${rest === 1 ? 'punt' : 'punten'} om naar te kijken`}
      </p>
    </Melding>
  )
}

function Raadsvragen(props: { van: Planbezoek; open: number }) {
  const { van } = props
  const gesteld = vragen(van.beeld, `${props.open} ${van.vandaag}`, props.open, van.vandaag)
  return (
    <Sectie kop="Vragen die de raad vaak stelt">
      <Zijbalklijst
        items={gesteld.map(({ vraag, antwoorden }) => ({
          tekst: vraag,
          bij: antwoorden.map(({ tekst, adres, velden }, i) => (
            <>
              {i > 0 && ' · '}
              <Link href={van.pad(adres, velden)} naam={`${vraag} ${tekst}`}>
                {tekst}
              </Link>
            </>
          )),
        }))}
      />
    </Sectie>
  )
}

function Laatst(props: { van: Planbezoek; versies: readonly Versiekop[] }) {
  const { van, versies } = props
  return (
    <Sectie kop="Wat er laatst veranderde">
      {versies.length === 0 ? (
        <LegeStaat titel="Er is nog geen versie vastgesteld" />
      ) : (
        <>
          <Zijbalklijst
            items={versies.map((versie) => ({
              tekst: <Link href={van.pad(`/versies/${versie.nummer}`)}>{versie.waarom}</Link>,
              bij: `${toonDatum(dagVan(versie.gemaaktOp))} · versie ${versie.nummer}${versie.besluit === null ? ', concept' : ''}`,
            }))}
          />
          <Link href={van.pad('/versies')}>Alle versies en besluiten</Link>
        </>
      )}
    </Sectie>
  )
}
