import { type Tijdvak, toonTijdvak } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import { type Metingsoort, SOORTNAAM } from '#metingen/deur.ts'
import { toonCijfer, toonMarge } from '#programma/doelen/cijfer.ts'
import { Oordeel } from '#programma/doelen/delen.tsx'
import type { Doelmeting, Indicatorbeeld } from '#programma/doelen/indicatorbeeld.ts'
import type { Rijfout } from '#programma/meten/blad.ts'
import { type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { BestandVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat de pagina over cijfers toont. */

const kruimels = (van: Planbezoek) => [
  { tekst: 'Overzicht', href: van.pad('/') },
  { tekst: 'Werk', href: van.pad('/werk') },
]

export function Metingenwerk(props: {
  van: Planbezoek
  doelen: readonly Doelmeting[]
  verslag: { nieuw?: number | undefined; fouten?: readonly Rijfout[] | undefined }
  status: 200 | 400 | 409
}) {
  const { van, doelen } = props
  const { nieuw, fouten = [] } = props.verslag
  const beelden = doelen.flatMap(({ indicatoren }) => indicatoren)
  const zonder = doelen.filter(({ indicatoren }) => indicatoren.length === 0)
  return (
    <Planpagina van={van} titel="Metingen" fout={props.status !== 200} kruimels={kruimels(van)}>
      <Paginakop titel="Metingen" lead="De cijfers bij de doelen: wat er is, en wat er nog moet komen." />
      {nieuw !== undefined && (
        <Melding soort="goed" titel="Vastgelegd" antwoord>
          {nieuw === 0
            ? 'Er is niets veranderd: alles stond er al.'
            : `${telwoord(nieuw, 'cijfer is', 'cijfers zijn')} vastgelegd.`}
        </Melding>
      )}
      <Fouten fouten={fouten} />
      <Sectie kop="Wat er is">
        {beelden.length === 0 ? (
          <LegeStaat titel="Het plan heeft geen enkele indicator">
            Zonder indicator valt er niets te meten. De programmamanager kiest bij een doel waaraan te zien is
            of het dichterbij komt.
          </LegeStaat>
        ) : (
          <Stand van={van} beelden={beelden} />
        )}
      </Sectie>
      {zonder.length > 0 && (
        <Sectie kop="Doelen zonder indicator">
          <Zijbalklijst
            items={zonder.map(({ doel }) => ({
              tekst: <Link href={van.pad(`/doelen/${doel.id}`)}>{doel.titel}</Link>,
            }))}
          />
        </Sectie>
      )}
      {beelden.length > 0 && <Bestand van={van} />}
    </Planpagina>
  )
}

function Stand(props: { van: Planbezoek; beelden: readonly Indicatorbeeld[] }) {
  const { van } = props
  return (
    <Tabel
      bijschrift="Indicatoren met hun laatste cijfer"
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
        { sleutel: 'wie', kop: 'Wie meet', cel: ({ indicator }) => indicator.meetrol ?? 'niet genoemd' },
        {
          sleutel: 'laatste',
          kop: 'Laatste cijfer',
          cel: ({ laatste, indicator }) =>
            laatste === undefined
              ? 'nog geen'
              : `${toonCijfer(laatste, indicator)} (${toonTijdvak(laatste.tijdvak)}, ${SOORTNAAM[laatste.soort]})`,
        },
        {
          sleutel: 'marge',
          kop: 'Marge',
          cel: ({ laatste }) => (laatste === undefined ? '' : toonMarge(laatste)),
        },
        { sleutel: 'oordeel', kop: 'Oordeel', cel: (beeld) => <Oordeel beeld={beeld} /> },
        {
          sleutel: 'doe',
          kop: 'Vastleggen',
          cel: ({ doel, indicator }) => (
            <Link href={van.pad(`/doelen/${doel.id}/meten/${indicator.id}`)}>
              Nieuw cijfer: {indicator.naam}
            </Link>
          ),
        },
      ]}
    />
  )
}

const Bestand = (props: { van: Planbezoek }) => (
  <Sectie
    kop="Veel cijfers tegelijk"
    id="bestand"
    onder="Haal de tabel op, vul aan of verbeter, en stuur haar terug. U ziet eerst wat er verandert. Wat gelijk bleef, blijft staan."
  >
    <Downloads waarvan="metingen" downloads={downloadsVan(props.van.pad, 'metingen')} />
    <Formulier naam="Bestand met metingen" actie={props.van.pad('/metingen')} metBestanden>
      <BestandVeld
        naam="bestand"
        label="Ingevulde tabel"
        uitleg="CSV, ODS of XLSX. Geen namen van inwoners: alles in deze tabel is openbaar."
        soorten={['.csv', '.ods', '.xlsx']}
        verplicht
      />
      <Knoppen>
        <Knop>Nakijken</Knop>
      </Knoppen>
    </Formulier>
  </Sectie>
)

const Fouten = (props: { fouten: readonly Rijfout[] }) =>
  props.fouten.length === 0 ? null : (
    <Melding soort="fout" titel="Er is niets vastgelegd" antwoord>
      <p>
        {telwoord(props.fouten.length, 'plek klopt', 'plekken kloppen')} nog niet. Verbeter het en stuur
        opnieuw.
      </p>
      <ul>
        {props.fouten.slice(0, 100).map(({ plaats, zin }) => (
          <li>
            {plaats}: {zin}
          </li>
        ))}
      </ul>
    </Melding>
  )

export type Voorbeeldrij = {
  naam: string
  tijdvak: Tijdvak
  was: string
  wordt: string
  marge: string
  soort: Metingsoort
  reden: string
}

/** Wat er verandert als iemand doorgaat; tot dan is er niets vastgelegd. */
export function Voorbeeldtabel(props: {
  van: Planbezoek
  rijen: readonly Voorbeeldrij[]
  gelijk: number
  overgeslagen: readonly Rijfout[]
  inhoud: string
}) {
  const { van, rijen, gelijk, overgeslagen } = props
  const titel = 'Metingen nakijken'
  const verandert =
    rijen.length === 0
      ? 'Er verandert niets.'
      : `Er ${rijen.length === 1 ? 'komt' : 'komen'} ${telwoord(rijen.length, 'cijfer', 'cijfers')} bij.`
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[...kruimels(van), { tekst: 'Metingen', href: van.pad('/metingen') }]}
    >
      <Paginakop
        titel={titel}
        lead={`${verandert} ${telwoord(gelijk, 'rij stond', 'rijen stonden')} er al zo.`}
      />
      {rijen.length > 0 && (
        <Tabel
          bijschrift="Wat er bij komt"
          bijschriftVerborgen
          rijen={rijen}
          kolommen={[
            { sleutel: 'naam', kop: 'Indicator', cel: ({ naam }) => naam },
            { sleutel: 'vak', kop: 'Tijdvak', cel: ({ tijdvak }) => toonTijdvak(tijdvak) },
            { sleutel: 'was', kop: 'Was', cel: ({ was }) => was || 'er was nog niets' },
            { sleutel: 'wordt', kop: 'Wordt', cel: ({ wordt }) => wordt },
            { sleutel: 'marge', kop: 'Marge', cel: ({ marge }) => marge },
            { sleutel: 'soort', kop: 'Stand', cel: ({ soort }) => SOORTNAAM[soort] },
            { sleutel: 'reden', kop: 'Reden', cel: ({ reden }) => reden },
          ]}
        />
      )}
      {overgeslagen.length > 0 && (
        <Alinea>
          Overgeslagen: {overgeslagen.map(({ plaats }) => plaats).join(', ')}. {overgeslagen[0]?.zin}
        </Alinea>
      )}
      {rijen.length > 0 ? (
        <Formulier
          naam={titel}
          actie={van.pad('/metingen/vastleggen')}
          verborgen={{ metingen: props.inhoud }}
        >
          <Knoppen>
            <Knop>Vastleggen</Knop>
            <KnopLink href={van.pad('/metingen')}>Niet vastleggen</KnopLink>
          </Knoppen>
        </Formulier>
      ) : (
        <Knoppen>
          <KnopLink href={van.pad('/metingen')}>Terug naar metingen</KnopLink>
        </Knoppen>
      )}
    </Planpagina>
  )
}
