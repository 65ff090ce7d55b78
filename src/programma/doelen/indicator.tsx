import { toonDatum, toonTijdvak } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { hoofdletter } from '#basis/tekst.ts'
import {
  isBijgesteld,
  METHODENAAM,
  type Meting,
  oordeelzin,
  RICHTINGNAAM,
  richtingVan,
} from '#metingen/deur.ts'
import {
  afschermzin,
  toonBegin,
  toonCijfer,
  toonMarge,
  toonSoort,
  toonStreef,
  trenddoel,
  trendpunten,
  trendzin,
} from '#programma/doelen/cijfer.ts'
import { Oordeel } from '#programma/doelen/delen.tsx'
import type { Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import { maatstafVan } from '#programma/doelen/maatstaf.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { GrafiekTrend } from '#ui/grafiek-trend.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Kop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

type Props = { van: Planbezoek; beeld: Indicatorbeeld; jaargangen: readonly Meting[] }

/** Eén indicator: het oordeel, de grafiek, wat het cijfer is en wat wanneer bekend was. */
export function Indicatorfiguur(props: Props) {
  const { van, beeld, jaargangen } = props
  const { indicator, doel, metingen } = beeld
  const afgeschermd = afschermzin(beeld)
  const metingpad = van.pad(`/doelen/${doel.id}/meten/${indicator.id}`)
  return (
    <section class="oz-sectie" id={`indicator-${indicator.id}`}>
      {metingen.length === 0 ? (
        <Kop niveau={3}>{trendzin(beeld)}</Kop>
      ) : (
        <GrafiekTrend
          id={`trend-${indicator.id}`}
          niveau={3}
          boodschap={trendzin(beeld)}
          toelichting={indicator.definitie ?? `In ${indicator.eenheid}.`}
          eenheid={hoofdletter(indicator.eenheid)}
          punten={trendpunten(beeld)}
          doel={trenddoel(beeld)}
        />
      )}
      {afgeschermd !== undefined && <Alinea klein>{afgeschermd}</Alinea>}
      <Kenmerken beeld={beeld} />
      {jaargangen.length > 0 && (
        <Meer kop="Wat wanneer bekend was">
          <Jaargangen van={van} beeld={beeld} jaargangen={jaargangen} />
        </Meer>
      )}
      {van.mag('meting.vastleggen') && (
        <Knoppen>
          <KnopLink href={metingpad}>Cijfer vastleggen</KnopLink>
        </Knoppen>
      )}
    </section>
  )
}

function Kenmerken(props: { beeld: Indicatorbeeld }) {
  const { indicator, laatste } = props.beeld
  const richting = richtingVan(maatstafVan(indicator))
  return (
    <Feiten
      feiten={[
        { label: 'Oordeel', waarde: <Oordeel beeld={props.beeld} />, bij: oordeelzin(props.beeld.oordeel) },
        {
          label: 'Marge',
          waarde: laatste === undefined ? 'geen cijfer' : toonMarge(laatste),
          bij: laatste?.methode == null ? undefined : METHODENAAM[laatste.methode],
        },
        { label: 'Bij het begin', waarde: toonBegin(indicator) },
        {
          label: 'Streefwaarde',
          waarde: toonStreef(indicator),
          bij: richting === undefined ? undefined : RICHTINGNAAM[richting],
        },
        { label: 'Bron', waarde: indicator.bron ?? 'niet genoemd' },
        { label: 'Wie meet', waarde: indicator.meetrol ?? 'niet genoemd' },
      ]}
    />
  )
}

/** Elke jaargang van elk tijdvak, de nieuwste eerst: zo is te zien wat de raad toen kon weten. */
function Jaargangen(props: Props) {
  const { van, beeld } = props
  const { indicator, doel } = beeld
  const eerder = (meting: Meting): Meting[] =>
    props.jaargangen.filter(({ tijdvak, volgnr }) => tijdvak === meting.tijdvak && volgnr <= meting.volgnr)
  const kolommen: Kolom<Meting>[] = [
    { sleutel: 'op', kop: 'Bekend sinds', cel: ({ op }) => toonDatum(dagVanMoment(op)) },
    { sleutel: 'vak', kop: 'Over', cel: ({ tijdvak }) => toonTijdvak(tijdvak) },
    { sleutel: 'waarde', kop: 'Cijfer', cel: (meting) => toonCijfer(meting, indicator) },
    { sleutel: 'marge', kop: 'Marge', cel: toonMarge },
    {
      sleutel: 'aantal',
      kop: 'Aantal',
      cel: ({ aantal, populatie }) =>
        aantal === null ? '' : populatie === null ? String(aantal) : `${aantal} van ${populatie}`,
    },
    { sleutel: 'soort', kop: 'Stand', cel: (meting) => toonSoort(meting, isBijgesteld(eerder(meting))) },
    { sleutel: 'bron', kop: 'Bron', cel: ({ bron }) => bron },
    {
      sleutel: 'reden',
      kop: 'Toelichting',
      cel: ({ reden, toelichting }) => [reden, toelichting].filter((deel) => deel !== null).join('; '),
    },
    ...(van.mag('meting.vastleggen')
      ? [
          {
            sleutel: 'actie',
            kop: 'Verbeteren',
            cel: ({ tijdvak }: Meting) => (
              <Link href={van.pad(`/doelen/${doel.id}/meten/${indicator.id}`, { tijdvak })}>
                Verbeter {toonTijdvak(tijdvak)}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Tabel
      bijschrift={`Cijfers van ${indicator.naam}, de laatst bekende eerst`}
      bijschriftVerborgen
      smal="schuif"
      rijen={props.jaargangen.toSorted((een, ander) => (een.op < ander.op ? 1 : een.op > ander.op ? -1 : 0))}
      kolommen={kolommen}
    />
  )
}
