import { toonTijdvak } from '#basis/datum.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { Mijlpaalwoord, mijlpaalpad, Nu } from '#programma/mijlpalen/delen.tsx'
import { type Mijlpaalstand, mijlpaalsleutel, mijlpaalstanden } from '#programma/mijlpalen/mijlpaal.ts'
import { findMijlpaalmeldingen } from '#programma/mijlpalen/mijlpalen.store.ts'
import type { Onderdeel } from '#programma/plan.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import {
  groepzin,
  laatsteGeldIn,
  leesPlanningfilter,
  looptijdzin,
  type Mijlpaalregel,
  mijlpaalregels,
  type Planningfilter,
  type Planninggroep,
  planninggroepen,
  planningjaren,
  planningzin,
  WATTEN,
  zonderTijd,
} from '#programma/planning/planning.ts'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { GrafiekTijdlijn } from '#ui/grafiek-tijdlijn.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wanneer wat loopt en gebeurt: eerst getekend, daaronder dezelfde dingen als lijst. */

/** Meer rijen dan dit is als tekening niet te overzien; dan blijft de lijst. */
const TE_VEEL_RIJEN = 120

export function planningPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/planning', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const meldingen = await van.bezoek.db.lees((lezer) => findMijlpaalmeldingen(lezer, van.kop.id))
    const standen = mijlpaalstanden(van.beeld.plan.onderdelen, meldingen)
    return c.html(<Planningpagina van={van} filter={leesPlanningfilter(c.req.query())} standen={standen} />)
  })
}

function Planningpagina(props: {
  van: Planbezoek
  filter: Planningfilter
  standen: readonly Mijlpaalstand[]
}) {
  const { van, filter } = props
  const groepen = planninggroepen(van.beeld, filter, ({ id }) => van.pad(`/onderdelen/${id}`))
  const alle = groepen.flatMap(({ onderdelen }) => onderdelen)
  const zonder = alle.filter(zonderTijd)
  const rijen = groepen.reduce((som, groep) => som + groep.rijen.length, 0)
  return (
    <Planpagina
      van={van}
      titel="Planning"
      beschrijving="Wanneer elk onderdeel begint en eindigt, en welke mijlpalen er zijn."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop titel="Planning" lead={planningzin(alle.length, filter, zonder.length)} />
      <Filter van={van} filter={filter} />
      {alle.length === 0 && (
        <LegeStaat
          titel="Niets gevonden bij deze keuze"
          actie={<KnopLink href={van.pad('/planning')}>Toon de hele planning</KnopLink>}
        >
          Kies een ander jaar, of kijk wat er in dit jaar loopt.
        </LegeStaat>
      )}
      {rijen <= TE_VEEL_RIJEN && <Tijdlijnen van={van} groepen={groepen} filter={filter} />}
      {alle.length > 0 && <Lijst van={van} groepen={groepen} />}
      {filter.jaar !== undefined && filter.wat === 'eindigt' && <LaatsteGeld van={van} jaar={filter.jaar} />}
      <Mijlpalen van={van} jaar={filter.jaar} standen={props.standen} />
      {zonder.length > 0 && <ZonderTijd van={van} onderdelen={zonder} />}
    </Planpagina>
  )
}

function Filter(props: { van: Planbezoek; filter: Planningfilter }) {
  const { van, filter } = props
  return (
    <Formulier {...formulierNaar(van, '/planning')} methode="get" rij naam="Planning kiezen">
      <KeuzeVeld
        naam="wat"
        label="Wat"
        waarde={filter.wat}
        keuzes={Object.entries(WATTEN).map(([waarde, tekst]) => ({ waarde, tekst: `Wat ${tekst}` }))}
      />
      <KeuzeVeld
        naam="jaar"
        label="In jaar"
        leeg="Alle jaren"
        waarde={filter.jaar === undefined ? undefined : String(filter.jaar)}
        keuzes={planningjaren(van.beeld).map((jaar) => ({ waarde: String(jaar), tekst: String(jaar) }))}
      />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}

function LaatsteGeld(props: { van: Planbezoek; jaar: number }) {
  const onderdelen = laatsteGeldIn(props.van.beeld, props.jaar)
  if (onderdelen.length === 0) return null
  return (
    <Sectie
      kop={`In ${props.jaar} voor het laatst geld`}
      onder="Deze onderdelen hebben geen einddatum, maar het plan heeft er na dit jaar geen geld meer voor."
    >
      <Zijbalklijst items={onderdelen.map((een) => ({ tekst: <Naar van={props.van} onderdeel={een} /> }))} />
    </Sectie>
  )
}

const Naar = (props: { van: Planbezoek; onderdeel: Onderdeel }) => (
  <Link href={props.van.pad(`/onderdelen/${props.onderdeel.id}`)}>{props.onderdeel.titel}</Link>
)

function Tijdlijnen(props: { van: Planbezoek; groepen: readonly Planninggroep[]; filter: Planningfilter }) {
  const { van } = props
  const jaren = planningjaren(van.beeld)
  const groepen = props.groepen.filter(({ rijen }) => rijen.length > 0)
  if (groepen.length === 0) return null
  return (
    <Sectie
      kop="Op de tijdlijn"
      onder="Een balk is de looptijd, een rondje een mijlpaal. Open en gestippeld: het plan noemt het een verwachting."
    >
      {groepen.map((groep, i) => (
        <GrafiekTijdlijn
          id={`tijdlijn-${groep.groep?.id ?? `los-${i}`}`}
          niveau={3}
          boodschap={groepzin(groep, props.filter)}
          rijen={groep.rijen}
          van={jaren[0]}
          tot={jaren.at(-1)}
          vandaag={van.vandaag}
        />
      ))}
    </Sectie>
  )
}

function Lijst(props: { van: Planbezoek; groepen: readonly Planninggroep[] }) {
  const { van, groepen } = props
  const alle = groepen.flatMap(({ onderdelen }) => onderdelen)
  const getoond = new Set(eersteRijen(alle))
  return (
    <Sectie kop="Als lijst" id="lijst">
      <Tabel
        bijschrift="Planning per onderdeel"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: (onderdeel: Onderdeel) => <Naar van={van} onderdeel={onderdeel} />,
          },
          { sleutel: 'looptijd', kop: 'Looptijd', cel: (onderdeel: Onderdeel) => looptijdzin(onderdeel) },
          {
            sleutel: 'tekst',
            kop: 'Wat het plan erover zegt',
            cel: ({ planning }: Onderdeel) => planning.tekst ?? 'niets',
          },
        ]}
        groepen={groepen
          .map(({ titel, onderdelen }) => ({
            kop: titel,
            rijen: onderdelen.filter((een) => getoond.has(een)),
          }))
          .filter(({ rijen }) => rijen.length > 0)}
      />
      <Afgekapt aantal={alle.length}>
        Kies een jaar, of zoek bij <Link href={van.pad('/onderdelen')}>alle onderdelen</Link>.
      </Afgekapt>
    </Sectie>
  )
}

function Mijlpalen(props: { van: Planbezoek; jaar: number | undefined; standen: readonly Mijlpaalstand[] }) {
  const { van, jaar } = props
  const perSleutel = new Map(props.standen.map((stand) => [mijlpaalsleutel(stand), stand]))
  const standVan = ({ mijlpaal, onderdeel }: Mijlpaalregel): Mijlpaalstand | undefined =>
    perSleutel.get(mijlpaalsleutel({ onderdeel: onderdeel.id, mijlpaal: mijlpaal.id }))
  const regels = mijlpaalregels(van.beeld, jaar)
  return (
    <Sectie kop={jaar === undefined ? 'Mijlpalen' : `Mijlpalen in ${jaar}`} id="mijlpalen">
      <Tabel
        bijschrift="Mijlpalen op volgorde"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'wat',
            kop: 'Mijlpaal',
            cel: ({ mijlpaal, onderdeel }: Mijlpaalregel) => (
              <Link href={van.pad(mijlpaalpad({ onderdeel: onderdeel.id, mijlpaal: mijlpaal.id }))}>
                {mijlpaal.wat}
              </Link>
            ),
          },
          {
            sleutel: 'wanneer',
            kop: 'Gepland',
            cel: ({ mijlpaal: { wanneer, letterlijk, verwacht, twijfel } }: Mijlpaalregel) => {
              const tekst = wanneer === null ? (letterlijk ?? 'niet genoemd') : toonTijdvak(wanneer)
              return (
                <div>
                  {twijfel === undefined ? tekst : <Twijfel uitleg={twijfel}>{tekst}</Twijfel>}{' '}
                  {verwacht && <Etiket>verwacht</Etiket>}
                </div>
              )
            },
          },
          {
            sleutel: 'nu',
            kop: 'Nu verwacht of bereikt',
            cel: (regel: Mijlpaalregel) => {
              const stand = standVan(regel)
              return stand === undefined ? '' : <Nu stand={stand} />
            },
          },
          {
            sleutel: 'stand',
            kop: 'Stand',
            cel: (regel: Mijlpaalregel) => {
              const stand = standVan(regel)
              return stand === undefined ? '' : <Mijlpaalwoord stand={stand} vandaag={van.vandaag} />
            },
          },
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }: Mijlpaalregel) => <Naar van={van} onderdeel={onderdeel} />,
          },
          {
            sleutel: 'regel',
            kop: 'Regel',
            soort: 'getal',
            cel: ({ mijlpaal }: Mijlpaalregel) => mijlpaal.regel,
          },
        ]}
        rijen={eersteRijen(regels)}
        leeg={
          jaar === undefined ? 'Het plan noemt geen mijlpalen.' : `Het plan noemt geen mijlpalen in ${jaar}.`
        }
      />
      <Afgekapt aantal={regels.length}>Kies een jaar, of haal het bestand hieronder.</Afgekapt>
      <Downloads waarvan="mijlpalen" downloads={downloadsVan(van.pad, 'mijlpalen')} />
    </Sectie>
  )
}

function ZonderTijd(props: { van: Planbezoek; onderdelen: readonly Onderdeel[] }) {
  const { van, onderdelen } = props
  return (
    <Sectie kop="Zonder planning" id="zonder-planning">
      <Alinea>
        Van deze onderdelen noemt het plan geen begin, geen einde en geen mijlpaal met een datum. Zij staan
        dus niet op de tijdlijn.
      </Alinea>
      <Zijbalklijst
        items={eersteRijen(onderdelen).map((een) => ({
          tekst: <Naar van={van} onderdeel={een} />,
          bij: een.planning.tekst ?? 'Het plan zegt er niets over.',
        }))}
      />
      <Afgekapt aantal={onderdelen.length}>
        De rest staat bij <Link href={van.pad('/onderdelen')}>alle onderdelen</Link>.
      </Afgekapt>
    </Sectie>
  )
}
