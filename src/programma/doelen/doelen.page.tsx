import { toonEuro } from '#basis/geld.ts'
import { GeenIndicator, Indicatortabel, Onderdelenboom, Onderdelentabel } from '#programma/doelen/delen.tsx'
import { type Doelbeeld, doelbeelden, doelenzin, GEMISWOORDEN, zonderDoel } from '#programma/doelen/doelen.ts'
import { type Doelmeting, findDoelmetingen } from '#programma/doelen/indicatorbeeld.ts'
import {
  isTerugblik,
  leesTerugblik,
  padToen,
  type Terugblik,
  Terugkijken,
} from '#programma/doelen/terugkijken.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, Kop, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat het programma wil bereiken, wat daarvoor gebeurt, en wat er ontbreekt. */

export function doelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/doelen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const blik = await leesTerugblik(c)
    if (!isTerugblik(blik)) return blik
    const metingen = await van.bezoek.db.lees((lezer) => findDoelmetingen(lezer, van.beeld.plan, blik))
    return c.html(<Doelenpagina van={van} blik={blik} metingen={metingen} />)
  })
}

function Doelenpagina(props: { van: Planbezoek; blik: Terugblik; metingen: readonly Doelmeting[] }) {
  const { van, blik, metingen } = props
  const toen = { ...van, pad: padToen(van, blik) }
  const los = zonderDoel(van.beeld)
  const { hoofddoel } = van.beeld.plan.programma
  return (
    <Planpagina
      van={van}
      titel="Doelen"
      beschrijving="Wat het programma wil bereiken, en wat daarvoor gebeurt."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop titel="Doelen" lead={doelenzin(van.beeld)} />
      {hoofddoel !== null && (
        <Sectie kop="Het hoofddoel">
          <Alinea>{hoofddoel}</Alinea>
        </Sectie>
      )}
      <Sectie kop="Wat willen we bereiken, en hoe ver zijn we?">
        {van.beeld.plan.doelen.length === 0 ? (
          <LegeStaat titel="Dit plan noemt geen doelen">
            De programmamanager zet hier de doelen neer die de raad heeft vastgesteld.
          </LegeStaat>
        ) : (
          <>
            <Terugkijken van={van} blik={blik} pagina="/doelen" />
            {doelbeelden(van.beeld).map((beeld, i) => (
              <Doelblok van={toen} beeld={beeld} meting={metingen[i]} />
            ))}
          </>
        )}
      </Sectie>
      {van.beeld.plan.doelen.length > 0 && (
        <Sectie kop="De doelen naast elkaar" id="tabel">
          <Doelentabel van={van} />
        </Sectie>
      )}
      {metingen.some(({ indicatoren }) => indicatoren.length > 0) && (
        <Sectie kop="De cijfers meenemen" id="meenemen">
          <Kop niveau={3}>Indicatoren met hun laatste cijfer en oordeel</Kop>
          <Downloads waarvan="indicatoren" downloads={downloadsVan(toen.pad, 'indicatoren')} />
          <Kop niveau={3}>Elk cijfer, met marge of reden</Kop>
          <Downloads waarvan="metingen" downloads={downloadsVan(toen.pad, 'metingen')} />
        </Sectie>
      )}
      {los.length > 0 && (
        <Sectie
          kop="Onderdelen zonder doel"
          id="zonder-doel"
          onder="Van deze onderdelen zegt het plan niet aan welk doel zij werken."
        >
          <Onderdelentabel van={van} onderdelen={los} bijschrift="Onderdelen zonder doel" />
        </Sectie>
      )}
    </Planpagina>
  )
}

/** Eén doel: wat eraan werkt, en waaraan te zien is of het dichterbij komt. */
function Doelblok(props: { van: Planbezoek; beeld: Doelbeeld; meting: Doelmeting | undefined }) {
  const { van, beeld, meting } = props
  const { doel, kost } = beeld
  return (
    <Sectie
      niveau={3}
      kop={<Link href={van.pad(`/doelen/${doel.id}`)}>{doel.titel}</Link>}
      onder={kost === 0 ? undefined : `Het plan trekt hier ${toonEuro(kost)} voor uit.`}
    >
      {meting === undefined || meting.indicatoren.length === 0 ? (
        <GeenIndicator van={van} doel={doel.id} />
      ) : (
        <Indicatortabel van={van} beelden={meting.indicatoren} doel={doel.titel} />
      )}
      <Onderdelenboom van={van} beeld={beeld} />
    </Sectie>
  )
}

function Doelentabel(props: { van: Planbezoek }) {
  const { van } = props
  return (
    <>
      <Tabel
        bijschrift="Doelen"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'doel',
            kop: 'Doel',
            cel: ({ doel }: Doelbeeld) => <Link href={van.pad(`/doelen/${doel.id}`)}>{doel.titel}</Link>,
          },
          {
            sleutel: 'onderdelen',
            kop: 'Onderdelen',
            soort: 'getal',
            cel: ({ onderdelen }: Doelbeeld) => onderdelen.length,
          },
          {
            sleutel: 'indicatoren',
            kop: 'Indicatoren',
            soort: 'getal',
            cel: ({ doel }: Doelbeeld) => doel.indicatoren.length,
          },
          {
            sleutel: 'mist',
            kop: 'Wat ontbreekt',
            cel: ({ mist }: Doelbeeld) =>
              mist.length === 0 ? (
                'niets'
              ) : (
                <span>
                  {mist.map((een) => (
                    <>
                      <Etiket toon="let-op">{GEMISWOORDEN[een]}</Etiket>{' '}
                    </>
                  ))}
                </span>
              ),
          },
          {
            sleutel: 'kost',
            kop: 'Kost, €',
            soort: 'bedrag',
            cel: ({ kost }: Doelbeeld) => kost || undefined,
          },
        ]}
        rijen={doelbeelden(van.beeld)}
      />
      <Alinea klein>
        Een onderdeel kan aan meer doelen werken. Tel de bedragen van de doelen dus niet bij elkaar op.
      </Alinea>
      <Downloads waarvan="doelen" downloads={downloadsVan(van.pad, 'doelen')} />
    </>
  )
}
