import { toonTijdvak } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import { OORDEELWOORD } from '#metingen/deur.ts'
import { toonCijfer, toonMarge, toonStreef } from '#programma/doelen/cijfer.ts'
import type { Doelbeeld } from '#programma/doelen/doelen.ts'
import { GEEN_INDICATOR, type Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Onderdeel } from '#programma/plan.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Delen van de schermen over doelen. */

export const Oordeel = (props: { beeld: Pick<Indicatorbeeld, 'oordeel'> }) => (
  <Status soort={props.beeld.oordeel.status} tekst={OORDEELWOORD[props.beeld.oordeel.code]} />
)

/** Per indicator het laatste cijfer, en nooit een kaal getal: tijdvak, marge en oordeel staan ernaast. */
export function Indicatortabel(props: { van: Planbezoek; beelden: readonly Indicatorbeeld[]; doel: string }) {
  const { van } = props
  return (
    <Tabel
      bijschrift={`Indicatoren van ${props.doel}`}
      bijschriftVerborgen
      rijen={props.beelden}
      kolommen={[
        {
          sleutel: 'naam',
          kop: 'Indicator',
          cel: ({ doel, indicator }) => (
            <Link href={`${van.pad(`/doelen/${doel.id}`)}#indicator-${indicator.id}`}>{indicator.naam}</Link>
          ),
        },
        {
          sleutel: 'cijfer',
          kop: 'Laatste cijfer',
          cel: ({ laatste, indicator, daarna }) => {
            const gat = daarna.at(-1)
            return (
              <>
                {laatste === undefined
                  ? gat === undefined
                    ? 'nog niet gemeten'
                    : toonCijfer(gat, indicator)
                  : `${toonCijfer(laatste, indicator)} (${toonTijdvak(laatste.tijdvak)})`}
                {laatste?.soort === 'voorlopig' && (
                  <>
                    {' '}
                    <Etiket>voorlopig</Etiket>
                  </>
                )}
                {laatste !== undefined && gat !== undefined && (
                  <small class="oz-stil">
                    {' '}
                    {toonTijdvak(gat.tijdvak)}: {toonCijfer(gat, indicator)}
                  </small>
                )}
              </>
            )
          },
        },
        {
          sleutel: 'marge',
          kop: 'Marge',
          cel: ({ laatste }) => (laatste === undefined ? '' : toonMarge(laatste)),
        },
        { sleutel: 'streef', kop: 'Streefwaarde', cel: ({ indicator }) => toonStreef(indicator) },
        { sleutel: 'oordeel', kop: 'Oordeel', cel: (beeld) => <Oordeel beeld={beeld} /> },
      ]}
    />
  )
}

/** Zonder indicator valt er niets te meten; wie het plan bijhoudt, kan er meteen een kiezen. */
export const GeenIndicator = (props: { van: Planbezoek; doel: string }) => (
  <>
    <Alinea>{GEEN_INDICATOR}</Alinea>
    {props.van.mag('plan.wijzigen') && (
      <Knoppen>
        <KnopLink href={props.van.pad(`/doelen/${props.doel}/voorstellen`)}>Indicator kiezen</KnopLink>
      </Knoppen>
    )}
  </>
)

/** De onderdelen die aan een doel werken, elk onder het onderdeel waar het bij hoort. */
export function Onderdelenboom(props: { van: Planbezoek; beeld: Doelbeeld }) {
  const { van, beeld } = props
  const { onderdelen, doel } = beeld
  if (onderdelen.length === 0) return <Alinea>Geen enkel onderdeel noemt dit doel.</Alinea>
  const erbij = new Set<string>(onderdelen.map(({ id }) => id))
  const onder = Map.groupBy(onderdelen, ({ ouder }) => (ouder !== null && erbij.has(ouder) ? ouder : ''))
  return (
    <Meer kop={`${telwoord(onderdelen.length, 'onderdeel werkt', 'onderdelen werken')} aan dit doel`}>
      <Tak van={van} onderdelen={eersteRijen(onder.get('') ?? [])} onder={onder} />
      <Afgekapt aantal={(onder.get('') ?? []).length}>
        De rest staat bij <Link href={van.pad('/onderdelen', { doel: doel.id })}>alle onderdelen</Link>.
      </Afgekapt>
    </Meer>
  )
}

function Tak(props: {
  van: Planbezoek
  onderdelen: readonly Onderdeel[]
  onder: ReadonlyMap<string, readonly Onderdeel[]>
}) {
  const { van, onder } = props
  return (
    <ul>
      {props.onderdelen.map(({ id, titel }) => {
        const kinderen = onder.get(id) ?? []
        return (
          <li>
            <Link href={van.pad(`/onderdelen/${id}`)}>{titel}</Link>
            {kinderen.length > 0 && <Tak van={van} onderdelen={kinderen} onder={onder} />}
          </li>
        )
      })}
    </ul>
  )
}

export function Onderdelentabel(props: {
  van: Planbezoek
  onderdelen: readonly Onderdeel[]
  bijschrift: string
  totaal?: Doelbeeld['kost'] | undefined
}) {
  const { van, onderdelen } = props
  return (
    <>
      <Tabel
        bijschrift={props.bijschrift}
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ id, titel }: Onderdeel) => <Link href={van.pad(`/onderdelen/${id}`)}>{titel}</Link>,
          },
          {
            sleutel: 'hoort',
            kop: 'Hoort bij',
            cel: ({ ouder, groep }: Onderdeel) =>
              van.beeld.onderdeel.get(ouder ?? '')?.titel ?? van.beeld.groep.get(groep ?? '')?.titel ?? '',
          },
          {
            sleutel: 'kost',
            kop: 'Kost, €',
            soort: 'bedrag',
            cel: ({ id }: Onderdeel) => van.beeld.geld(id).totaal || undefined,
          },
        ]}
        rijen={eersteRijen(onderdelen)}
        totaal={
          props.totaal === undefined
            ? undefined
            : { kop: 'Samen, elk onderdeel één keer geteld', cellen: { kost: props.totaal } }
        }
      />
      <Afgekapt aantal={onderdelen.length}>
        De rest staat bij <Link href={van.pad('/onderdelen')}>alle onderdelen</Link>.
      </Afgekapt>
    </>
  )
}
