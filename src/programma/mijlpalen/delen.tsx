import { type Datum, toonDatum, toonTijdvak } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import {
  afwijkingBij,
  afwijkingzin,
  geplandTekst,
  type Mijlpaalmelding,
  type Mijlpaalstand,
  mijlpaalsleutel,
  nuTekst,
  woordVan,
} from '#programma/mijlpalen/mijlpaal.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Geen } from '#ui/bedrag.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Link } from '#ui/link.tsx'
import type { Trendlijn } from '#ui/mijlpaaltrend.ts'
import { Status } from '#ui/status.tsx'
import type { Kolom } from '#ui/tabel.tsx'

/** Wat elke pagina over mijlpalen op dezelfde manier toont. */

export const mijlpaalpad = ({ onderdeel, mijlpaal }: { onderdeel: string; mijlpaal: string }): string =>
  `/mijlpalen/${onderdeel}/${mijlpaal}`

export const Nu = (props: { stand: Mijlpaalstand }) => {
  const afwijking = afwijkingBij(props.stand)
  const tekst = nuTekst(props.stand)
  if (tekst === undefined) return <Geen wat="nog niets gemeld" />
  return (
    <>
      {tekst}
      {afwijking !== undefined && (
        <>
          <br />
          <small>{afwijkingzin(afwijking)}</small>
        </>
      )}
    </>
  )
}

export const Mijlpaalwoord = (props: { stand: Mijlpaalstand; vandaag: Datum }) => {
  const { status, tekst } = woordVan(props.stand, props.vandaag)
  return <Status soort={status} tekst={tekst} />
}

/** Mijlpaal, gepland, nu, en de stand in een woord. */
export function mijlpaalkolommen(van: Planbezoek): Kolom<Mijlpaalstand>[] {
  return [
    {
      sleutel: 'wat',
      kop: 'Mijlpaal',
      cel: (stand) => (
        <>
          <Link href={van.pad(mijlpaalpad(stand))}>{stand.wat}</Link>{' '}
          {!stand.inPlan && <Etiket>niet meer in het plan</Etiket>}
        </>
      ),
    },
    { sleutel: 'gepland', kop: 'Gepland', cel: geplandTekst },
    { sleutel: 'nu', kop: 'Nu verwacht of bereikt', cel: (stand) => <Nu stand={stand} /> },
    {
      sleutel: 'stand',
      kop: 'Stand',
      cel: (stand) => <Mijlpaalwoord stand={stand} vandaag={van.vandaag} />,
    },
  ]
}

/** De meldingen van één mijlpaal als lijn in de trend; wat alleen in woorden is gemeld, heeft geen plek op de as. */
export function trendlijnVan(
  stand: Pick<Mijlpaalstand, 'wat' | 'gepland' | 'onderdeel' | 'mijlpaal' | 'laatste'>,
  meldingen: readonly Mijlpaalmelding[],
  href?: string,
): Trendlijn {
  const eigen = meldingen.filter((melding) => mijlpaalsleutel(melding) === mijlpaalsleutel(stand))
  const { laatste } = stand
  return {
    naam: stand.wat,
    href,
    gepland: stand.gepland ?? undefined,
    punten: eigen.flatMap(({ verwacht, op }) =>
      verwacht === null ? [] : [{ gemeldOp: dagVanMoment(op), verwacht }],
    ),
    bereikt:
      laatste?.fase === 'bereikt' && laatste.bereiktOp !== null
        ? { gemeldOp: dagVanMoment(laatste.op), op: laatste.bereiktOp }
        : undefined,
  }
}

/** Eén melding in woorden, voor de geschiedenis. */
export function meldingtekst({ fase, verwacht, letterlijk, bereiktOp }: Mijlpaalmelding): string {
  if (fase === 'vervallen') return 'gaat niet door'
  if (fase === 'bereikt') return bereiktOp === null ? 'bereikt' : `bereikt op ${toonDatum(bereiktOp)}`
  const tijd = verwacht === null ? undefined : toonTijdvak(verwacht)
  if (letterlijk === null) return `verwacht: ${tijd ?? 'niet genoemd'}`
  return tijd === undefined ? `verwacht: ${letterlijk}` : `verwacht: ${letterlijk} (${tijd})`
}
