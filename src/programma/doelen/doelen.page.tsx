import { ankerVan, raakt } from '#programma/bevindingen/bevindingen.ts'
import { regelnaam } from '#programma/document/vermelding.ts'
import {
  type Doelbeeld,
  doelbeelden,
  doelbeeldVan,
  doelenzin,
  GEMISWOORDEN,
  GEMISZINNEN,
  zonderDoel,
} from '#programma/doelen/doelen.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Indicator, Onderdeel } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat het programma wil bereiken, wat daarvoor gebeurt, en wat er ontbreekt. */

export function doelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/doelen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : c.html(<Doelenpagina van={van} />)
  })
  routes.get('plan.lezen', '/doelen/:id', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const doel = van.beeld.doel.get(c.req.param('id'))
    return doel === undefined
      ? c.notFound()
      : c.html(<Doelpagina van={van} beeld={doelbeeldVan(van.beeld, doel)} />)
  })
}

function Doelenpagina(props: { van: Planbezoek }) {
  const { van } = props
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
      <Sectie kop="Wat willen we bereiken?">
        {van.beeld.plan.doelen.length === 0 ? (
          <LegeStaat titel="Dit plan noemt geen doelen">
            De programmamanager zet hier de doelen neer die de raad heeft vastgesteld.
          </LegeStaat>
        ) : (
          <Doelentabel van={van} />
        )}
      </Sectie>
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

function Onderdelentabel(props: {
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

function Doelpagina(props: { van: Planbezoek; beeld: Doelbeeld }) {
  const { van, beeld } = props
  const { doel, onderdelen, mist } = beeld
  const bevindingen = van.versie.bevindingen().filter((een) => raakt(een, `doel:${doel.id}`))
  return (
    <Planpagina
      van={van}
      titel={doel.titel}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Doelen', href: van.pad('/doelen') },
      ]}
    >
      <Paginakop titel={doel.titel} lead={doel.toelichting} />
      {doel.regels !== undefined && <Alinea klein>In het document: {regelnaam(doel.regels)}.</Alinea>}
      {doel.twijfel !== undefined && (
        <Melding soort="let-op" titel="Deze lezing is niet zeker">
          <Alinea>{doel.twijfel}</Alinea>
        </Melding>
      )}
      {mist.length > 0 && (
        <Sectie kop="Wat ontbreekt">
          <Zijbalklijst items={mist.map((een) => ({ tekst: GEMISZINNEN[een] }))} />
        </Sectie>
      )}
      <Sectie kop="Wat we ervoor doen">
        {onderdelen.length === 0 ? (
          <LegeStaat titel="Nog niets">
            Geen enkel onderdeel noemt dit doel. De programmamanager kan het doel bij een onderdeel zetten.
          </LegeStaat>
        ) : (
          <Onderdelentabel
            van={van}
            onderdelen={onderdelen}
            bijschrift="Onderdelen die aan dit doel werken"
            totaal={beeld.kost}
          />
        )}
      </Sectie>
      <Sectie kop="Hoe we het meten">
        {doel.indicatoren.length === 0 ? (
          <LegeStaat titel="Nog geen indicator">
            Een indicator is een getal dat laat zien of het beter gaat. De programmamanager legt vast welk
            getal dat is, hoe het er nu voor staat en wat het moet worden.
          </LegeStaat>
        ) : (
          <Indicatoren indicatoren={doel.indicatoren} />
        )}
      </Sectie>
      {bevindingen.length > 0 && (
        <Sectie kop="Wat de plancontrole vond">
          <Zijbalklijst
            items={bevindingen.map(({ sleutel, titel }) => ({
              tekst: <Link href={`${van.pad('/plancontrole')}#${ankerVan(sleutel)}`}>{titel}</Link>,
            }))}
          />
        </Sectie>
      )}
    </Planpagina>
  )
}

function Indicatoren(props: { indicatoren: readonly Indicator[] }) {
  return (
    <Tabel
      bijschrift="Indicatoren"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Indicator', cel: ({ naam }: Indicator) => naam },
        { sleutel: 'eenheid', kop: 'Eenheid', cel: ({ eenheid }: Indicator) => eenheid },
        { sleutel: 'nu', kop: 'Nu', cel: ({ nulwaarde }: Indicator) => nulwaarde ?? 'niet genoemd' },
        {
          sleutel: 'straks',
          kop: 'Moet worden',
          cel: (een: Indicator) => een.streefwaarde ?? 'niet genoemd',
        },
        { sleutel: 'bron', kop: 'Bron', cel: ({ bron }: Indicator) => bron ?? 'niet genoemd' },
      ]}
      rijen={props.indicatoren}
    />
  )
}
