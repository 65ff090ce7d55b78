import type { Context } from 'hono'
import { Id } from '#basis/id.ts'
import { telwoord } from '#basis/tekst.ts'
import { type Berichtenstand, findBerichtenstand, keurPost, probeerOpnieuw } from '#toegang/bericht.flow.ts'
import type { Berichtregel } from '#toegang/bericht.store.ts'
import { TE_OUD_NA_DAGEN } from '#toegang/bericht.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import type { Bezorger } from '#toegang/bezorger.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { BERICHTREDEN, berichtsoort, toonMoment } from '#toegang/teksten.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

const PAD = '/beheer/berichten'

export type Postopties = { bezorger: Bezorger | undefined; bewaarDagen: number }

type Antwoord = { soort: 'goed' | 'let-op' | 'fout'; titel: string; zin: string }

/** Wat wacht, wat aankwam en wat niet; de beheerder ziet nooit wat erin staat. */
export const berichtRoutes = (opties: Postopties): Routes =>
  maakRoutes()
    .get('bericht.beheren', PAD, (c) =>
      toon(c, opties, c.req.query('opnieuw') === undefined ? undefined : OPNIEUW),
    )
    .post('bericht.beheren', `${PAD}/verbinding`, async (c) => {
      if (opties.bezorger === undefined) return toon(c, opties)
      const gekeurd = await keurPost(c.get('bezoek'), opties.bezorger)
      if (gekeurd.ok) return toon(c, opties, VERBONDEN)
      if (gekeurd.reden === 'mag_niet') return foutAntwoord(c, 'mag_niet')
      return toon(c, opties, {
        soort: 'fout',
        titel: 'De mailserver werkt nu niet',
        zin: redenzin(gekeurd.reden.reden, gekeurd.reden.code),
      })
    })
    .post('bericht.beheren', `${PAD}/opnieuw`, (c) => opnieuw(c, opties, undefined))
    .post('bericht.beheren', `${PAD}/:id/opnieuw`, (c) => {
      const id = Id.safeParse(c.req.param('id'))
      return id.success ? opnieuw(c, opties, id.data) : foutAntwoord(c, 'niet_gevonden')
    })

const OPNIEUW: Antwoord = {
  soort: 'goed',
  titel: 'Het wordt opnieuw geprobeerd',
  zin: 'Binnen een minuut gaat er weer een poging uit. Ververs de pagina om te zien hoe het afliep.',
}
const VERBONDEN: Antwoord = {
  soort: 'goed',
  titel: 'De mailserver antwoordt',
  zin: 'Wij konden verbinden en inloggen. Er is niets verstuurd.',
}
const NIETS: Antwoord = {
  soort: 'let-op',
  titel: 'Er was niets om opnieuw te proberen',
  zin: 'Misschien deed een collega het net, of de tekst is al gewist. Er is niets veranderd.',
}

async function opnieuw(c: Context<Omgeving>, opties: Postopties, id: Id | undefined): Promise<Response> {
  const gedaan = await probeerOpnieuw(c.get('bezoek'), id)
  if (gedaan.ok) return c.redirect(`${PAD}?opnieuw`, 303)
  return gedaan.reden === 'mag_niet' ? foutAntwoord(c, 'mag_niet') : toon(c, opties, NIETS, 409)
}

async function toon(
  c: Context<Omgeving>,
  opties: Postopties,
  antwoord?: Antwoord,
  status: 200 | 409 = 200,
): Promise<Response> {
  const stand = await findBerichtenstand(c.get('bezoek'))
  if (!stand.ok) return foutAntwoord(c, stand.reden)
  return c.html(
    <BerichtenPagina schil={c.get('schil')()} stand={stand.waarde} opties={opties} antwoord={antwoord} />,
    status,
  )
}

const redenzin = (reden: keyof typeof BERICHTREDEN, code: number | null | undefined): string =>
  `${BERICHTREDEN[reden]}${code === null || code === undefined ? '' : ` De server antwoordde met code ${code}.`}`

const kolommen = (laatste: Kolom<Berichtregel>[]): Kolom<Berichtregel>[] => [
  { sleutel: 'soort', kop: 'Bericht', cel: ({ soort }) => berichtsoort(soort), rijkop: true },
  { sleutel: 'aan', kop: 'Voor', cel: ({ voorAccount }) => (voorAccount ? 'een collega' : 'een lezer') },
  { sleutel: 'op', kop: 'Klaargelegd', cel: ({ op }) => toonMoment(op) },
  { sleutel: 'pogingen', kop: 'Pogingen', soort: 'getal', cel: ({ pogingen }) => pogingen },
  { sleutel: 'reden', kop: 'Waarom niet', cel: ({ reden }) => (reden === null ? '' : BERICHTREDEN[reden]) },
  ...laatste,
]

const WACHTEND = (metServer: boolean) =>
  kolommen([
    {
      sleutel: 'volgende',
      kop: 'Volgende poging',
      cel: ({ volgendeOp, pogingen }) =>
        metServer
          ? pogingen === 0
            ? 'zo snel mogelijk'
            : toonMoment(volgendeOp)
          : 'zodra er een mailserver is',
    },
  ])

const OPGEGEVEN = kolommen([
  {
    sleutel: 'gestopt',
    kop: 'Gestopt op',
    cel: ({ afgehandeldOp }) => (afgehandeldOp === null ? '' : toonMoment(afgehandeldOp)),
  },
  {
    sleutel: 'opnieuw',
    kop: 'Opnieuw',
    cel: ({ id, gewist, soort }) =>
      gewist ? (
        'tekst al gewist'
      ) : (
        <form method="post" action={`${PAD}/${id}/opnieuw`}>
          <Knop soort="tweede">
            Opnieuw<span class="oz-vh"> proberen: {berichtsoort(soort)}</span>
          </Knop>
        </form>
      ),
  },
])

type Props = { schil: Schil; stand: Berichtenstand; opties: Postopties; antwoord: Antwoord | undefined }

function BerichtenPagina({ schil, stand, opties, antwoord }: Props) {
  const { telling, laatste } = stand
  return (
    <Pagina titel="Berichten" schil={schil} fout={antwoord?.soort === 'fout'} nietIndexeren>
      <Paginakop
        titel="Berichten"
        lead="E-mail die Omzien verstuurt: herinneringen aan collega’s en berichten aan lezers. U ziet hier hoe het ermee gaat, niet wat erin staat."
      />
      {antwoord !== undefined && (
        <Melding soort={antwoord.soort} antwoord titel={antwoord.titel}>
          <Alinea>{antwoord.zin}</Alinea>
        </Melding>
      )}
      <Mailserver opties={opties} laatste={laatste} wacht={telling.wacht} />
      <Feiten
        feiten={[
          { label: 'Wachten', waarde: String(telling.wacht) },
          {
            label: 'Verzonden',
            waarde: String(telling.verzonden),
            bij: `${telling.verzondenDezeWeek} in de laatste zeven dagen`,
          },
          { label: 'Niet aangekomen', waarde: String(telling.opgegeven) },
        ]}
      />
      <Sectie kop="Niet aangekomen">
        <Tabel
          bijschrift="Berichten waarmee wij zijn gestopt"
          kolommen={OPGEGEVEN}
          rijen={stand.opgegeven}
          leeg="Er is geen bericht dat niet aankwam."
        />
        {telling.opnieuwMogelijk > 1 && (
          <form method="post" action={`${PAD}/opnieuw`}>
            <Knoppen>
              <Knop>Alle {telling.opnieuwMogelijk} opnieuw proberen</Knop>
            </Knoppen>
          </form>
        )}
      </Sectie>
      <Sectie kop="Wachtend">
        <Tabel
          bijschrift="Berichten die nog weg moeten"
          kolommen={WACHTEND(opties.bezorger !== undefined)}
          rijen={stand.wacht}
          leeg="Er wacht geen bericht."
        />
      </Sectie>
      <Sectie kop="Hoe lang wij iets bewaren">
        <Alinea>
          {opties.bewaarDagen === 0
            ? 'Adres en tekst van een bericht wissen wij meteen nadat het verzonden is of niet aankwam.'
            : `Adres en tekst van een bericht wissen wij ${telwoord(opties.bewaarDagen, 'dag', 'dagen')} nadat het verzonden is of niet aankwam.`}{' '}
          Wij proberen een bericht negen keer, verdeeld over bijna drie dagen. Een bericht dat na{' '}
          {TE_OUD_NA_DAGEN} dagen nog wacht, gaat niet meer weg.
        </Alinea>
      </Sectie>
    </Pagina>
  )
}

function Mailserver(props: { opties: Postopties; laatste: Berichtenstand['laatste']; wacht: number }) {
  const { opties, laatste } = props
  if (opties.bezorger === undefined)
    return (
      <Melding soort="let-op" titel="Er is geen mailserver ingesteld">
        <Alinea>
          Er gaat geen e-mail weg. Berichten wachten (nu {props.wacht}) tot wie Omzien beheert de instellingen
          OMZIEN_SMTP en OMZIEN_AFZENDER invult.
        </Alinea>
      </Melding>
    )
  return (
    <Sectie kop="Mailserver">
      <Alinea>
        {laatste === undefined
          ? 'Er is nog geen poging gedaan om een bericht te bezorgen.'
          : laatste.uitslag === 'gelukt'
            ? `De laatste poging, op ${toonMoment(laatste.op)}, lukte.`
            : `De laatste poging, op ${toonMoment(laatste.op)}, lukte niet. ${redenzin(laatste.uitslag, laatste.code)}`}
      </Alinea>
      <form method="post" action={`${PAD}/verbinding`}>
        <Knoppen>
          <Knop soort="tweede">Verbinding controleren</Knop>
        </Knoppen>
      </form>
    </Sectie>
  )
}
