import { type Geldendplan, planadres } from '#programma/over/over.tsx'
import { maakPad } from '#programma/planbezoek.tsx'
import { downloadsVan, TABELNAMEN, type Tabelnaam } from '#programma/tabellen/links.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Alles wat op de website staat, om mee te nemen en zelf mee te rekenen. */

const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl'

export function OpenDatapagina(props: { schil: Schil; plannen: readonly Geldendplan[] }) {
  return (
    <Pagina
      titel="Open data"
      beschrijving="Alle gegevens van het programma om mee te nemen: tabellen, het hele plan en de api."
      schil={props.schil}
      kruimels={[{ tekst: 'Overzicht', href: '/' }]}
    >
      <Paginakop
        titel="Open data"
        lead="Alles wat op deze website staat, kunt u meenemen: als rekenblad, als CSV of als JSON."
      />
      {props.plannen.length === 0 ? (
        <LegeStaat titel="Er is nog geen plan vastgesteld">
          Zodra de gemeente een plan vaststelt, staan hier de bestanden.
        </LegeStaat>
      ) : (
        props.plannen.map((een) => <Planbestanden een={een} />)
      )}
      <Sectie kop="Voor programma’s">
        <Alinea>
          De <Link href="/api/v1">API</Link> geeft dezelfde gegevens als JSON, met vaste sleutels. U hebt er
          geen account voor nodig. De beschrijving staat in{' '}
          <Link href="/api/v1/openapi.json">OpenAPI 3.1</Link>.
        </Alinea>
        <Alinea>
          Het formaat van een heel plan heet programmaplan 1. Het{' '}
          <Link href="/schema/programmaplan-1.json">JSON Schema</Link> zegt precies wat erin hoort.
        </Alinea>
      </Sectie>
      <Sectie kop="Volgen en vinden">
        <Lijst
          items={[
            <>
              <Link href="/feed.atom">Feed (Atom)</Link>: nieuwe rapporten, versies van het plan, besluiten en
              begrotingswijzigingen, voor een feedlezer.
            </>,
            <>
              <Link href="/abonnement">Bericht bij een nieuw rapport</Link>: per e-mail.
            </>,
            <>
              <Link href="/dcat.jsonld">Catalogus (DCAT-AP-NL)</Link>: wat er aan gegevens is en waar u ze
              haalt, voor data.overheid.nl.
            </>,
            <>
              <Link href="/sitemap.xml">Sitemap</Link>: alle openbare bladzijden, voor zoekmachines.
            </>,
            <>
              <Link href="/sitemapindex-diwoo-infocat012.xml">Jaarverslagen</Link> en{' '}
              <Link href="/sitemapindex-diwoo-infocat018.xml">andere rapporten</Link> voor de Woo-index.
            </>,
          ]}
        />
      </Sectie>
      <Sectie kop="Wat u ermee mag">
        <Alinea>
          U mag deze gegevens vrij gebruiken, ook om er geld mee te verdienen, zonder toestemming te vragen (
          <Link href={CC0}>CC0 1.0</Link>). De documenten waar zij uit komen, zijn van de gemeente en
          openbaar. Noemt u de bron en de versie erbij? Dan kan een ander het nakijken.
        </Alinea>
      </Sectie>
    </Pagina>
  )
}

const UITLEG: Record<Tabelnaam, string> = {
  onderdelen: 'Elk onderdeel met groep, looptijd, bronnen en kosten.',
  raming: 'Elk bedrag dat geldt: onderdeel, jaar en bron.',
  bronnen: 'Waar het geld vandaan komt.',
  ontvangsten: 'Wat elke bron per jaar inbrengt.',
  doelen: 'De doelen met hun indicatoren.',
  indicatoren: 'Waaraan elk doel gemeten wordt, met het laatste cijfer en het oordeel.',
  metingen: 'Elk cijfer bij een indicator, met marge of de reden waarom het ontbreekt.',
  mijlpalen: 'Wat er wanneer gebeurt.',
  voortgang: 'Hoe elk onderdeel ervoor staat.',
  vermeldingen: 'Wat het document zegt, met plaats en regelnummer.',
  bevindingen: 'Wat de plancontrole vond.',
  groepen: 'De groepen van het programma.',
}

function Planbestanden(props: { een: Geldendplan }) {
  const { een } = props
  const pad = maakPad(een.kop, undefined)
  const titel = een.plan.programma.titel
  return (
    <Sectie
      kop={<Link href={planadres(een)}>{titel}</Link>}
      onder={`Versie ${een.kop.vastgesteldeVersie}, de versie die geldt.`}
    >
      <Downloads
        waarvan={`het hele plan ${titel}`}
        downloads={(['JSON', 'ODS', 'XLSX'] as const).map((soort) => ({
          soort,
          href: pad(`/planbestand.${soort.toLowerCase()}`),
        }))}
      />
      <Tabel
        id={`tabellen-${een.kop.id}`}
        bijschrift={`Tabellen van ${titel}`}
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'naam', kop: 'Tabel', cel: (naam: Tabelnaam) => naam },
          { sleutel: 'uitleg', kop: 'Wat erin staat', cel: (naam: Tabelnaam) => UITLEG[naam] },
          {
            sleutel: 'halen',
            kop: 'Bestand',
            cel: (naam: Tabelnaam) => (
              <Downloads waarvan={`${naam} van ${titel}`} downloads={downloadsVan(pad, naam)} />
            ),
          },
        ]}
        rijen={TABELNAMEN}
      />
    </Sectie>
  )
}
