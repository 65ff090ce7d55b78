import type { Child } from 'hono/jsx'
import { toonBedrag } from '#basis/geld.ts'
import { ankerVan } from '#programma/bevindingen/bevindingen.ts'
import { Onderdeelnaam } from '#programma/onderdelen/delen.tsx'
import { bronzin, jarenVan, jarenzin, noemtBedrag, ramingVan } from '#programma/onderdelen/onderdeel-geld.ts'
import { Inhoud, Plaatslink } from '#programma/onderdelen/onderdeel-lijsten.tsx'
import {
  planningzin,
  tijdlijnVan,
  wanneerTekst,
  zonderTijd,
} from '#programma/onderdelen/onderdeel-planning.ts'
import {
  type Beoordeeldevermelding,
  beoordeelVermeldingen,
  vermeldingenzin,
} from '#programma/onderdelen/onderdeel-vermeldingen.ts'
import type { Onderdeel, Raming } from '#programma/plan.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { GrafiekStaaf } from '#ui/grafiek-staaf.tsx'
import { GrafiekTijdlijn } from '#ui/grafiek-tijdlijn.tsx'
import { Alinea, Kop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'

/** Het verhaal van een onderdeel: geld, tijd, en wat het document op elke plaats zegt. */

type Deel = { van: Planbezoek; onderdeel: Onderdeel }

export function OnderdeelGeld({ van, onderdeel }: Deel) {
  const regels = ramingVan(van.beeld, onderdeel)
  if (regels.length === 0)
    return (
      <Sectie kop="Geld" id="geld">
        <LegeStaat titel="Voor dit onderdeel is geen geld geraamd">
          {noemtBedrag(van.beeld, onderdeel)
            ? 'Het document noemt hieronder wel een bedrag. Dat telt niet mee in de raming.'
            : 'Noemt het plan later een bedrag, dan zet de programmamanager dat erbij.'}
        </LegeStaat>
      </Sectie>
    )
  const jaren = jarenVan(van.beeld, onderdeel)
  return (
    <section class="oz-sectie" id="geld">
      <GrafiekStaaf
        id="per-jaar"
        boodschap={jarenzin(jaren)}
        toelichting={`Geraamd per jaar, in euro. ${bronzin(van.beeld, onderdeel)}`}
        wat="Jaar"
        metTotaal
        rijen={jaren.map(({ jaar, bedrag }) => ({ naam: String(jaar), waarde: bedrag }))}
      />
      {van.beeld.kinderen.has(onderdeel.id) && <Kinderentabel van={van} onderdeel={onderdeel} />}
      <Ramingtabel van={van} onderdeel={onderdeel} regels={regels} />
    </section>
  )
}

/** Elk bedrag met zijn bron en de plek in het document waar het vandaan komt. */
function Ramingtabel({ van, onderdeel, regels }: Deel & { regels: readonly Raming[] }) {
  const { beeld, pad } = van
  const ouder = beeld.kinderen.has(onderdeel.id)
  const kolommen: Kolom<Raming>[] = [
    { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
    { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => <Broncel van={van} bron={bron} /> },
    {
      sleutel: 'bedrag',
      kop: 'Bedrag, €',
      soort: 'bedrag',
      cel: ({ vermelding, bedragCent, jaar }) =>
        vermelding === undefined ? (
          bedragCent
        ) : (
          <Link
            href={pad(`/vermeldingen/${vermelding}`)}
            naam={`${toonBedrag(bedragCent)} in ${jaar}: waar staat dit?`}
          >
            {toonBedrag(bedragCent)}
          </Link>
        ),
    },
  ]
  if (ouder)
    kolommen.splice(1, 0, {
      sleutel: 'onderdeel',
      kop: 'Onderdeel',
      cel: (regel) => beeld.onderdeel.get(regel.onderdeel)?.titel ?? regel.onderdeel,
    })
  const vraag = { onderdeel: onderdeel.id }
  const tabel = (
    <Tabel
      id="ramingregels"
      bijschrift="Elk bedrag, met zijn bron"
      bij="Volg een bedrag naar de plaats in het document waar het staat."
      kolommen={kolommen}
      rijen={regels}
      totaal={{ kop: 'Samen', cellen: { bedrag: beeld.geld(onderdeel.id).totaal } }}
    />
  )
  return (
    <>
      {ouder ? (
        <details class="oz-meer">
          <summary>Elk bedrag, met zijn bron</summary>
          {tabel}
        </details>
      ) : (
        tabel
      )}
      <Downloadregel van={van} vraag={vraag} />
    </>
  )
}

const Downloadregel = (props: { van: Planbezoek; vraag: Record<string, string> }) => (
  <p class="utrecht-paragraph utrecht-paragraph--small oz-niet-drukken">
    Deze bedragen als{' '}
    {downloadsVan(props.van.pad, 'raming', props.vraag).map(({ soort, href }, i) => (
      <>
        {i > 0 && ' · '}
        <Link href={href}>{soort}</Link>
      </>
    ))}
  </p>
)

function Broncel({ van, bron }: { van: Planbezoek; bron: string | null }): Child {
  if (bron === null) return <span class="oz-stil">verdeling niet bekend</span>
  return <Link href={van.pad(`/bronnen/${bron}`)}>{van.beeld.bron.get(bron)?.naam ?? bron}</Link>
}

function Kinderentabel({ van, onderdeel }: Deel) {
  const { beeld } = van
  const kinderen = beeld.kinderen.get(onderdeel.id) ?? []
  const jaren = beeld.jaren
  const { perJaar, totaal } = beeld.geld(onderdeel.id)
  return (
    <Tabel
      id="delen"
      bijschrift="Wat eronder valt, per jaar in euro"
      kolommen={[
        {
          sleutel: 'onderdeel',
          kop: 'Onderdeel',
          cel: (kind: Onderdeel) => <Onderdeelnaam van={van} onderdeel={kind} />,
        },
        ...jaren.map((jaar) => ({
          sleutel: String(jaar),
          kop: String(jaar),
          soort: 'bedrag' as const,
          cel: (kind: Onderdeel) => beeld.geld(kind.id).perJaar.get(jaar),
        })),
        {
          sleutel: 'totaal',
          kop: 'Totaal, €',
          soort: 'bedrag',
          nadruk: true,
          cel: (kind: Onderdeel) =>
            beeld.geld(kind.id).totaal === 0 ? undefined : beeld.geld(kind.id).totaal,
        },
      ]}
      rijen={kinderen}
      totaal={{
        kop: 'Samen',
        cellen: { ...Object.fromEntries(jaren.map((jaar) => [String(jaar), perJaar.get(jaar)])), totaal },
      }}
    />
  )
}

export function OnderdeelPlanning({ van, onderdeel }: Deel) {
  const rijen = tijdlijnVan(onderdeel, van.beeld.plan.programma)
  const { tekst } = onderdeel.planning
  const los = zonderTijd(onderdeel)
  const onzeker = onderdeel.mijlpalen.filter(({ twijfel }) => twijfel !== undefined)
  return (
    <section class="oz-sectie" id="planning">
      {rijen.length === 0 ? (
        <>
          <Kop niveau={2}>{planningzin(onderdeel)}</Kop>
          {tekst === undefined && <Alinea>Het document zegt er verder niets over.</Alinea>}
        </>
      ) : (
        <GrafiekTijdlijn
          id="tijdlijn"
          boodschap={planningzin(onderdeel)}
          toelichting="Gestippeld is verwacht, of door het plan niet precies genoemd."
          rijen={rijen}
          van={van.beeld.jaren[0]}
          tot={van.beeld.jaren.at(-1)}
          vandaag={van.vandaag}
        />
      )}
      {tekst !== undefined && <Alinea>{tekst}</Alinea>}
      {los.length > 0 && (
        <ul>
          {los.map(({ wat, letterlijk }) => (
            <li>
              {wat}, {letterlijk ?? 'zonder datum'}
            </li>
          ))}
        </ul>
      )}
      {onzeker.map(({ wat, wanneer, twijfel }) => (
        <Twijfel uitleg={twijfel}>
          {wat}, {wanneerTekst(wanneer)}
        </Twijfel>
      ))}
    </section>
  )
}

/** Elke plaats in het document, met of zij past bij wat geldt. */
export function OnderdeelVermeldingen({ van, onderdeel }: Deel) {
  const vermeldingen = beoordeelVermeldingen(van.beeld, onderdeel, van.versie.bevindingen())
  return (
    <Sectie
      kop="Wat het plan op verschillende plaatsen zegt"
      id="vermeldingen"
      onder={`${vermeldingenzin(vermeldingen)} ‘Geldt’: dit bedrag staat in de raming. De andere zijn daarmee vergeleken.`}
    >
      {vermeldingen.length > 0 && (
        <Tabel
          id="vermeldingentabel"
          bijschrift="Plaatsen in het document"
          bijschriftVerborgen
          kolommen={[
            {
              sleutel: 'plaats',
              kop: 'Plaats',
              cel: (een) => <Plaatslink van={van} vermelding={een.vermelding} />,
            },
            {
              sleutel: 'wat',
              kop: 'Wat er staat',
              cel: (een) => <Inhoud van={van} vermelding={een.vermelding} />,
            },
            { sleutel: 'oordeel', kop: 'Oordeel', cel: (een) => <Oordeelcel van={van} een={een} /> },
          ]}
          rijen={vermeldingen}
          toonRij={({ oordeel }) => (oordeel.soort === 'wijkt-af' ? 'anders' : undefined)}
        />
      )}
    </Sectie>
  )
}

type Vermeldingcel = { van: Planbezoek; een: Beoordeeldevermelding }

function Oordeelcel({ van, een: { oordeel, vermelding } }: Vermeldingcel) {
  const { over } = vermelding
  const { soort, tekst, bevinding } = oordeel
  if (tekst === '') return ''
  if (soort !== 'wijkt-af') return <Status soort={soort === 'geldt' ? 'bezig' : 'op-koers'} tekst={tekst} />
  return (
    <>
      <Status soort="let-op" tekst={tekst} />
      {bevinding !== undefined && (
        <>
          {' '}
          <Link
            href={`${van.pad('/plancontrole', { over: `${over.soort}:${over.id}` })}#${ankerVan(bevinding.sleutel)}`}
            naam={`Uitleg: ${bevinding.titel}`}
          >
            uitleg
          </Link>
        </>
      )}
    </>
  )
}
