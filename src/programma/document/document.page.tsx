import type { Context } from 'hono'
import { telwoord } from '#basis/tekst.ts'
import { buren, type Documentplaats, documentVan } from '#programma/document/document.ts'
import {
  genoemd,
  inhoudVan,
  plaatskop,
  plaatsnaam,
  regelnaam,
  type Twijfelgeval,
  twijfelgevallen,
} from '#programma/document/vermelding.ts'
import type { Vermelding } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'

/** De woorden van het document zelf, op hun plaats: los van wat er daarna besloten is. */

export function documentPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/document', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return c.html(c.req.query('twijfel') === 'ja' ? <Twijfelpagina van={van} /> : <Inhoud van={van} />)
  })
  routes.get('plan.lezen', '/document/:plaats', (c) => plaatspagina(c, kamer))
}

async function plaatspagina(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const id = c.req.param('plaats')
  const plek = documentVan(van.beeld, van.versie.bevindingen()).find(({ plaats }) => plaats.id === id)
  return plek === undefined ? c.notFound() : c.html(<Plaatspagina van={van} plek={plek} />)
}

function Inhoud(props: { van: Planbezoek }) {
  const { van } = props
  const plaatsen = documentVan(van.beeld, van.versie.bevindingen())
  const aantal = van.beeld.plan.vermeldingen.length
  return (
    <Planpagina
      van={van}
      titel="Het document"
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Plancontrole', href: van.pad('/plancontrole') },
      ]}
    >
      <Paginakop
        titel="Het document"
        lead={`Wat het plan zelf zegt, plaats voor plaats: ${telwoord(aantal, 'vermelding', 'vermeldingen')} op ${telwoord(plaatsen.length, 'plaats', 'plaatsen')}.`}
      />
      <Alinea>{van.beeld.plan.programma.herkomst}</Alinea>
      <Alinea>
        <Link href={van.pad('/document', { twijfel: 'ja' })}>Toon alleen wat slecht te lezen is</Link>
      </Alinea>
      <Tabel
        bijschrift="Plaatsen in het document"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'plaats',
            kop: 'Plaats',
            cel: ({ plaats }: Documentplaats) => (
              <Link href={van.pad(`/document/${plaats.id}`)}>{plaatskop(plaats)}</Link>
            ),
          },
          {
            sleutel: 'regel',
            kop: 'Vanaf regel',
            soort: 'getal',
            cel: ({ plaats }: Documentplaats) => plaats.regel,
          },
          {
            sleutel: 'aantal',
            kop: 'Vermeldingen',
            soort: 'getal',
            cel: (plek: Documentplaats) => plek.vermeldingen.length,
          },
          {
            sleutel: 'bevindingen',
            kop: 'Bevindingen',
            soort: 'getal',
            cel: (plek: Documentplaats) => plek.bevindingen || undefined,
          },
          {
            sleutel: 'twijfels',
            kop: 'Slecht leesbaar',
            soort: 'getal',
            cel: (plek: Documentplaats) => plek.twijfels || undefined,
          },
        ]}
        rijen={plaatsen}
        leeg="Dit plan heeft geen plaatsen. Wie het plan invoert, zet hier de hoofdstukken en tabellen neer."
      />
    </Planpagina>
  )
}

function Plaatspagina(props: { van: Planbezoek; plek: Documentplaats }) {
  const { van, plek } = props
  const { plaats } = plek
  const { vorige, volgende } = buren(van.beeld.plan.plaatsen, plaats.id)
  const over = plaats.over.map((ding) => genoemd(van.beeld, ding))
  return (
    <Planpagina
      van={van}
      titel={plaatskop(plaats)}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Document', href: van.pad('/document') },
      ]}
    >
      <Paginakop
        titel={plaats.titel}
        code={plaats.code ?? undefined}
        lead={`${plaatsnaam(plaats)} van het document: ${telwoord(plek.vermeldingen.length, 'vermelding', 'vermeldingen')}.`}
      />
      {plaats.twijfel !== undefined && (
        <Melding soort="let-op" titel="Deze plaats is niet overal goed te lezen">
          <Alinea>{plaats.twijfel}</Alinea>
        </Melding>
      )}
      <Sectie kop="Wat hier staat">
        {over.length > 0 && (
          <Alinea>
            Gaat over:{' '}
            {over.map(({ naam, adres }, i) => (
              <>
                {i > 0 && ', '}
                {adres === undefined ? naam : <Link href={van.pad(adres)}>{naam}</Link>}
              </>
            ))}
          </Alinea>
        )}
        {plek.vermeldingen.length === 0 ? (
          <LegeStaat titel="Geen vermeldingen op deze plaats">
            Hier staat tekst zonder bedragen, jaren, namen of verwijzingen die te vergelijken zijn.
          </LegeStaat>
        ) : (
          <Vermeldingentabel van={van} vermeldingen={plek.vermeldingen} />
        )}
      </Sectie>
      <Alinea>
        {vorige !== undefined && <Link href={van.pad(`/document/${vorige.id}`)}>← {plaatskop(vorige)}</Link>}
        {vorige !== undefined && volgende !== undefined && ' · '}
        {volgende !== undefined && (
          <Link href={van.pad(`/document/${volgende.id}`)}>{plaatskop(volgende)} →</Link>
        )}
      </Alinea>
    </Planpagina>
  )
}

const LETTERLIJK: Kolom<Vermelding> = {
  sleutel: 'letterlijk',
  kop: 'Letterlijk',
  cel: ({ letterlijk }) => (letterlijk === undefined ? <Geen wat="niet overgenomen" /> : `“${letterlijk}”`),
}

/** Vermeldingen met hun ding, hun woorden en hun regels; ook voor andere pagina's die er een lijst van tonen. */
export function Vermeldingentabel(props: {
  van: Planbezoek
  vermeldingen: readonly Vermelding[]
  /** Zonder de kolom die zegt waarover het gaat, als dat de pagina zelf is. */
  zonderOver?: boolean | undefined
  metPlaats?: boolean | undefined
}) {
  const { van, vermeldingen } = props
  return (
    <Tabel
      bijschrift="Vermeldingen"
      bijschriftVerborgen
      kolommen={[
        {
          sleutel: 'wat',
          kop: 'Wat er staat',
          cel: (een: Vermelding) => (
            <Link href={van.pad(`/vermeldingen/${een.id}`)}>{inhoudVan(van.beeld, een)}</Link>
          ),
        },
        ...(props.zonderOver
          ? []
          : [
              {
                sleutel: 'over',
                kop: 'Over',
                cel: (een: Vermelding) => genoemd(van.beeld, een.over).naam,
              },
            ]),
        ...(props.metPlaats
          ? [
              {
                sleutel: 'plaats',
                kop: 'Plaats',
                cel: (een: Vermelding) => {
                  const plaats = van.beeld.plaats.get(een.plaats)
                  return plaats === undefined ? een.plaats : plaatsnaam(plaats)
                },
              },
            ]
          : []),
        ...(vermeldingen.some(({ letterlijk }) => letterlijk !== undefined) ? [LETTERLIJK] : []),
        {
          sleutel: 'regels',
          kop: 'Waar',
          cel: (een: Vermelding) => {
            const waar = regelnaam(een.regels) || 'geen regel'
            return een.twijfel === undefined ? waar : <Twijfel uitleg={een.twijfel}>{waar}</Twijfel>
          },
        },
      ]}
      rijen={vermeldingen}
    />
  )
}

function Twijfelpagina(props: { van: Planbezoek }) {
  const { van } = props
  const gevallen = twijfelgevallen(van.beeld)
  return (
    <Planpagina
      van={van}
      titel="Slecht leesbare plekken"
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Document', href: van.pad('/document') },
      ]}
    >
      <Paginakop
        titel="Slecht leesbare plekken"
        lead={`Bij ${telwoord(gevallen.length, 'gegeven', 'gegevens')} weten wij niet zeker wat het document bedoelt.`}
      />
      <Alinea>
        Een ding kan onzeker zijn omdat de tekst slecht te lezen was, of omdat het document het niet precies
        zegt. Wij kiezen dan wat het meest voor de hand ligt, en zeggen het erbij.
      </Alinea>
      <Tabel
        bijschrift="Onzekere gegevens"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'wat',
            kop: 'Gegeven',
            cel: ({ naam, adres }: Twijfelgeval) =>
              adres === undefined ? naam : <Link href={van.pad(adres)}>{naam}</Link>,
          },
          { sleutel: 'waarom', kop: 'Waarom onzeker', cel: ({ waarom }: Twijfelgeval) => waarom },
        ]}
        rijen={gevallen}
        leeg="Alles in dit plan is zeker gelezen."
      />
    </Planpagina>
  )
}
