import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { findBesluitsommen } from '#grootboek/deur.ts'
import { ORGANEN } from '#programma/besluit.ts'
import { leesBesluit } from '#programma/besluiten/invoer.ts'
import {
  type Geldgevolg,
  geldgevolgen,
  gevolgzin,
  kiesBesluiten,
  leesRegistervraag,
  type Registervraag,
} from '#programma/besluiten/register.ts'
import { Besluitvelden } from '#programma/besluiten/velden.tsx'
import { overlegnaam } from '#programma/overleg/delen.tsx'
import { findOverleggen } from '#programma/overleg/overleg.store.ts'
import { type Herkomst, herkomsten } from '#programma/overleg/overleg.ts'
import { legBesluitVast } from '#programma/plan.flow.ts'
import { type Besluit, findBesluiten, findVaststellingen } from '#programma/plan.store.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { ORGAANNAAM } from '#programma/versies/versies.ts'
import { WEIGERING, weigerstatus } from '#programma/wijzigen/teksten.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Het register van besluiten: wie besloot wat, wanneer, en welke versie daarmee is vastgesteld. */
export function besluitenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/besluiten', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toonRegister(c, van, { waarden: {}, fouten: [] })
  })
  routes.post('besluit.vastleggen', '/besluiten', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const besluit = leesBesluit(waarden, van.vandaag)
    if (!besluit.ok) return toonRegister(c, van, { waarden, fouten: besluit.reden }, 400)
    const uitkomst = await legBesluitVast(van.bezoek, besluit.waarde)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)('/besluiten'), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const melding = WEIGERING[uitkomst.reden.code]
    return toonRegister(c, van, { waarden, fouten: [], melding }, weigerstatus(uitkomst.reden.code))
  })
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[]; melding?: string }
type Vaststelling = Awaited<ReturnType<typeof findVaststellingen>>[number]

async function toonRegister(
  c: Context<Omgeving>,
  van: Planbezoek,
  invoer: Invoer,
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const { alle, ...rest } = await van.bezoek.db.lees(async (lezer) => ({
    alle: await findBesluiten(lezer),
    vaststellingen: await findVaststellingen(lezer),
    gevolgen: geldgevolgen(await findBesluitsommen(lezer, { programma: van.kop.id })),
    herkomst: van.mag('overleg.lezen')
      ? herkomsten(await findOverleggen(lezer, van.kop.id))
      : new Map<string, Herkomst>(),
  }))
  const vraag = leesRegistervraag(c.req.query())
  const kruimels = [{ tekst: 'Overzicht', href: van.pad('/') }]
  const titel = 'Besluiten'
  return c.html(
    <Planpagina van={van} titel={titel} kruimels={kruimels} fout={status !== 200}>
      <Paginakop titel={titel} lead="Waarop het plan berust: wie besloot wat, en wanneer." />
      {alle.length === 0 ? (
        <LegeStaat titel="Er is nog geen besluit vastgelegd">
          De programmamanager legt hier vast wat raad, college, stuurgroep of directie besloot.
        </LegeStaat>
      ) : (
        <>
          <Keuze van={van} vraag={vraag} />
          <Register van={van} besluiten={kiesBesluiten(alle, vraag)} {...rest} />
        </>
      )}
      {van.mag('besluit.vastleggen') && (
        <Sectie kop="Besluit vastleggen" onder="Een besluit kan daarna niet meer worden veranderd of gewist.">
          {invoer.melding !== undefined && (
            <Melding soort="fout" titel="Niet vastgelegd" antwoord>
              {invoer.melding}
            </Melding>
          )}
          <Formulier naam="Besluit vastleggen" fouten={invoer.fouten}>
            <Besluitvelden waarden={invoer.waarden} fouten={invoer.fouten} />
            <Knoppen>
              <Knop>Besluit vastleggen</Knop>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
    </Planpagina>,
    status,
  )
}

function Keuze({ van, vraag }: { van: Planbezoek; vraag: Registervraag }) {
  const naar = formulierNaar(van, '/besluiten')
  return (
    <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Besluiten kiezen">
      <KeuzeVeld
        naam="orgaan"
        id="veld-kies-orgaan"
        label="Wie besloot"
        leeg="Iedereen"
        waarde={vraag.orgaan}
        keuzes={ORGANEN.map((orgaan) => ({ waarde: orgaan, tekst: ORGAANNAAM[orgaan] }))}
      />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}

function Register(props: {
  van: Planbezoek
  besluiten: readonly Besluit[]
  vaststellingen: readonly Vaststelling[]
  gevolgen: ReadonlyMap<string, Geldgevolg>
  herkomst: ReadonlyMap<string, Herkomst>
}) {
  const koppen = new Map(props.van.koppen.map((kop) => [kop.id, kop]))
  return (
    <Tabel
      bijschrift="Besluiten, het nieuwste eerst"
      bijschriftVerborgen
      rijen={props.besluiten}
      smal="stapel"
      leeg="Van dit orgaan staat er geen besluit in het register."
      kolommen={[
        {
          sleutel: 'onderwerp',
          kop: 'Waarover',
          cel: (besluit) => (
            <>
              <Link href={props.van.pad(`/besluiten/${besluit.id}`)}>{besluit.onderwerp}</Link>{' '}
              {besluit.teBevestigen && <Etiket toon="let-op">te bevestigen</Etiket>}
            </>
          ),
        },
        { sleutel: 'orgaan', kop: 'Wie besloot', cel: ({ orgaan }) => ORGAANNAAM[orgaan] },
        {
          sleutel: 'datum',
          kop: 'Dag',
          cel: ({ datum }) => (datum === null ? <Geen wat="niet bekend" /> : toonDatum(datum)),
        },
        { sleutel: 'nummer', kop: 'Nummer', cel: ({ nummer }) => nummer ?? <Geen wat="geen nummer" /> },
        {
          sleutel: 'geld',
          kop: 'Geld',
          cel: ({ id }) => {
            const gevolg = props.gevolgen.get(id)
            return gevolg === undefined ? (
              <Geen wat="verplaatste geen geld" />
            ) : (
              <Link href={props.van.pad(`/besluiten/${id}`)}>{gevolgzin(gevolg)}</Link>
            )
          },
        },
        ...(props.herkomst.size === 0
          ? []
          : [
              {
                sleutel: 'overleg',
                kop: 'Uit overleg',
                cel: ({ id }: Besluit) => <Uitoverleg van={props.van} herkomst={props.herkomst.get(id)} />,
              },
            ]),
        {
          sleutel: 'versies',
          kop: 'Stelde vast',
          cel: ({ id }) => {
            const vast = props.vaststellingen.filter(({ besluit }) => besluit === id)
            if (vast.length === 0) return <Geen wat="geen versie" />
            return vast.map(({ plan, versie }, i) => {
              const kop = koppen.get(plan)
              if (kop === undefined) return null
              return (
                <>
                  {i > 0 && ', '}
                  <Link href={maakPad(kop, undefined)(`/versies/${versie}`)}>
                    {kop.titel}, versie {versie}
                  </Link>
                </>
              )
            })
          },
        },
      ]}
    />
  )
}

/** In welk overleg dit is besloten, of welk besluit daar ermee werd bekrachtigd. */
export const Uitoverleg = ({ van, herkomst }: { van: Planbezoek; herkomst: Herkomst | undefined }) =>
  herkomst === undefined ? (
    <Geen wat="geen overleg" />
  ) : (
    <>
      {herkomst.rol === 'vervolg' && 'na '}
      <Link href={van.pad(`/overleg/${herkomst.overleg}/punten/${herkomst.punt}`)}>
        {overlegnaam(herkomst)}
      </Link>
    </>
  )
