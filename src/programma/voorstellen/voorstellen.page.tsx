import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { toonEuroCenten } from '#basis/geld.ts'
import { Id } from '#basis/id.ts'
import { hoofdletter } from '#basis/tekst.ts'
import {
  beoordeelVoorstel,
  findVoorstel,
  findVoorstellen,
  Periode,
  type Voorstel,
  type Voorsteloordeel,
} from '#grootboek/deur.ts'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { Weigering } from '#programma/verplichtingen/boekscherm.tsx'
import { leesReden } from '#programma/verplichtingen/invoer.ts'
import { type Boekreden, boekstatus } from '#programma/verplichtingen/zinnen.ts'
import { OORDEELWOORD, voorsteltitel, waarom } from '#programma/voorstellen/zinnen.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { type Feit, Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { TekstVlak } from '#ui/veld.tsx'

/** Wat op een tweede persoon wacht. Wie het voorstelde, beslist er nooit zelf over. */

const MEESTE = 100

export function voorstellenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.toelichting.lezen', '/voorstellen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { open, klaar } = await van.bezoek.db.lees(async (lezer) => ({
      open: await findVoorstellen(lezer, van.kop.id, 'open', MEESTE),
      klaar: await findVoorstellen(lezer, van.kop.id, 'klaar', MEESTE),
    }))
    return c.html(<Lijstpagina van={van} open={open} klaar={klaar} />)
  })
  routes.get('grootboek.toelichting.lezen', '/voorstellen/:id', async (c) => {
    const gelezen = await lees(c, kamer)
    return gelezen instanceof Response ? gelezen : c.html(<Voorstelpagina {...gelezen} />)
  })
  routes.post('voorstel.beoordelen', '/voorstellen/:id', async (c) => {
    const { oordeel, reden, uitwijkNaar } = await leesFormulier(c)
    const gekozen = oordeel === 'afgewezen' ? 'afgewezen' : 'goedgekeurd'
    return beslis(c, kamer, gekozen, leesReden(reden), Periode.safeParse(uitwijkNaar).data)
  })
  routes.post('grootboek.toelichting.lezen', '/voorstellen/:id/intrekken', (c) =>
    beslis(c, kamer, 'ingetrokken', undefined, undefined),
  )
}

type Gelezen = { van: Planbezoek; voorstel: Voorstel }

async function lees(c: Context<Omgeving>, kamer: Programmakamer): Promise<Gelezen | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const id = Id.safeParse(c.req.param('id'))
  const voorstel = id.success ? await van.bezoek.db.lees((lezer) => findVoorstel(lezer, id.data)) : undefined
  const isHier = voorstel !== undefined && (voorstel.programma === null || voorstel.programma === van.kop.id)
  return isHier ? { van, voorstel } : foutAntwoord(c, 'niet_gevonden')
}

async function beslis(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  oordeel: Voorsteloordeel,
  reden: string | undefined,
  uitwijkNaar: Periode | undefined,
): Promise<Response> {
  const gelezen = await lees(c, kamer)
  if (gelezen instanceof Response) return gelezen
  const { van, voorstel } = gelezen
  const invoer = { voorstel: voorstel.id, oordeel, reden, uitwijkNaar }
  const uitkomst = await beoordeelVoorstel(kamer.boekhouder, van.bezoek, invoer)
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/voorstellen/${voorstel.id}`), 303)
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const na = await lees(c, kamer)
  if (na instanceof Response) return na
  return c.html(
    <Voorstelpagina {...na} reden={uitkomst.reden} getypt={reden} />,
    boekstatus(uitkomst.reden.code),
  )
}

function Lijstpagina(props: { van: Planbezoek; open: readonly Voorstel[]; klaar: readonly Voorstel[] }) {
  const { van, open, klaar } = props
  return (
    <Planpagina van={van} titel="Voorstellen" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Voorstellen"
        lead="Wat op een tweede persoon wacht. U beslist nooit over wat u zelf voorstelde."
      />
      {open.length === 0 ? (
        <LegeStaat titel="Er wacht niets">
          Gaat een verplichting boven iemands mandaat, of wil iemand een gesloten periode heropenen, dan komt
          het voorstel hier te staan.
        </LegeStaat>
      ) : (
        <Sectie kop="Wacht op een besluit">
          <Voorsteltabel van={van} voorstellen={open} />
        </Sectie>
      )}
      {klaar.length > 0 && (
        <Sectie kop="Afgelopen">
          <Voorsteltabel van={van} voorstellen={klaar} />
        </Sectie>
      )}
    </Planpagina>
  )
}

function Voorsteltabel(props: { van: Planbezoek; voorstellen: readonly Voorstel[] }) {
  const { van, voorstellen } = props
  const isOpen = voorstellen.every(({ oordeel }) => oordeel === null)
  return (
    <Tabel
      bijschrift={isOpen ? 'Voorstellen die wachten' : 'Voorstellen die zijn afgelopen'}
      bijschriftVerborgen
      rijen={voorstellen}
      kolommen={[
        {
          sleutel: 'wat',
          kop: 'Wat',
          cel: (voorstel: Voorstel) => (
            <Link href={van.pad(`/voorstellen/${voorstel.id}`)}>
              {hoofdletter(voorsteltitel(voorstel, van.beeld.plan))}
            </Link>
          ),
        },
        { sleutel: 'door', kop: 'Voorgesteld door', cel: ({ naam }: Voorstel) => naam ?? 'onbekend' },
        { sleutel: 'op', kop: 'Op', cel: ({ op }: Voorstel) => toonMoment(op) },
        ...(isOpen
          ? []
          : [
              {
                sleutel: 'oordeel',
                kop: 'Afloop',
                cel: ({ oordeel, oordeelDoor }: Voorstel) =>
                  oordeel === null ? '' : `${OORDEELWOORD[oordeel]} door ${oordeelDoor ?? 'onbekend'}`,
              },
            ]),
      ]}
    />
  )
}

type Voorstelprops = Gelezen & { reden?: Boekreden; getypt?: string | undefined }

function Voorstelpagina(props: Voorstelprops) {
  const { van, voorstel, reden } = props
  const titel = hoofdletter(voorsteltitel(voorstel, van.beeld.plan))
  const isEigen = voorstel.door === van.bezoek.wie?.account
  return (
    <Planpagina
      van={van}
      titel={titel}
      fout={reden !== undefined}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voorstellen', href: van.pad('/voorstellen') },
      ]}
    >
      <Paginakop titel={titel} lead={voorstel.oordeel === null ? waarom(voorstel) : undefined} />
      {reden !== undefined && <Weigering reden={reden} van={van} />}
      {voorstel.oordeel !== null && <Afloop van={van} voorstel={voorstel} />}
      <Feiten feiten={feitenVan(van, voorstel)} />
      {voorstel.tekst !== null && (
        <Sectie kop="Waarom">
          <Alinea>{voorstel.tekst}</Alinea>
        </Sectie>
      )}
      {voorstel.oordeel === null && isEigen && (
        <Sectie kop="U deed dit voorstel zelf" onder="Een ander beslist. U kunt het wel intrekken.">
          <Formulier
            naam="Voorstel intrekken"
            actie={maakPad(van.kop, undefined)(`/voorstellen/${voorstel.id}/intrekken`)}
          >
            <Knoppen>
              <Knop soort="tweede">Voorstel intrekken</Knop>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
      {voorstel.oordeel === null && !isEigen && magBeslissen(van, voorstel) && (
        <Besluitformulier {...props} />
      )}
    </Planpagina>
  )
}

/** Over een gesloten periode beslist alleen wie ook zelf om heropenen kan vragen. */
const magBeslissen = (van: Planbezoek, { inhoud }: Voorstel): boolean =>
  van.mag('voorstel.beoordelen') && (inhoud.soort !== 'heropening' || van.mag('periode.heropenen'))

function Afloop(props: { van: Planbezoek; voorstel: Voorstel }) {
  const { oordeel, oordeelDoor, oordeelOp, reden, boeking } = props.voorstel
  if (oordeel === null) return null
  return (
    <Melding
      soort={oordeel === 'goedgekeurd' ? 'goed' : 'info'}
      titel={`Dit voorstel is ${OORDEELWOORD[oordeel]}`}
    >
      <Alinea>
        Door {oordeelDoor ?? 'onbekend'}
        {oordeelOp !== null && `, op ${toonMoment(oordeelOp)}`}.{reden !== null && ` Reden: ${reden}`}
      </Alinea>
      {boeking !== null && (
        <Alinea>
          <Link href={props.van.pad(`/boekingen/${boeking}`)}>Bekijk boeking {boeking}</Link>
        </Alinea>
      )}
    </Melding>
  )
}

function feitenVan(van: Planbezoek, { inhoud, naam, op, bedragCent }: Voorstel): Feit[] {
  const { plan } = van.beeld
  const wie: Feit = { label: 'Voorgesteld door', waarde: naam ?? 'onbekend', bij: toonMoment(op) }
  if (inhoud.soort === 'heropening')
    return [wie, { label: 'Periode', waarde: toonPeriode(inhoud.wat.periode) }]
  const { betaling, jaren, geldigOp } = inhoud.wat
  const uit =
    betaling.soort === 'bron'
      ? bronnaam(plan)(betaling.bron)
      : betaling.soort === 'nog-te-verdelen'
        ? bronnaam(plan)(null)
        : (betaling.soort === 'aandelen' ? betaling.aandelen.map(({ bron }) => bron) : betaling.bronnen)
            .map(bronnaam(plan))
            .join(betaling.soort === 'waterval' ? ', daarna ' : ' en ')
  return [
    wie,
    ...(inhoud.soort === 'verplichting'
      ? [{ label: 'Onderdeel', waarde: onderdeelnaam(plan)(inhoud.wat.onderdeel) }]
      : [
          {
            label: 'Verplichting',
            waarde: (
              <Link href={van.pad(`/verplichtingen/${inhoud.wat.verplichting}`)}>
                {inhoud.wat.verplichting}
              </Link>
            ),
          },
        ]),
    ...jaren.map((deel) => ({ label: `Bedrag in ${deel.jaar}`, waarde: toonEuroCenten(deel.bedragCent) })),
    { label: 'Waaruit betaald', waarde: uit },
    { label: 'Dag van de afspraak', waarde: toonDatum(geldigOp) },
    ...(bedragCent === null ? [] : [{ label: 'Mandaat nodig voor', waarde: toonEuroCenten(bedragCent) }]),
  ]
}

function Besluitformulier(props: Voorstelprops) {
  const { reden, getypt } = props
  return (
    <Sectie
      kop="Uw besluit"
      onder="Keurt u dit goed, dan wordt het meteen uitgevoerd, op uw naam als tweede persoon."
    >
      <Formulier naam="Besluit over dit voorstel">
        <TekstVlak
          naam="reden"
          label="Reden"
          uitleg="Verplicht als u het afwijst. Alleen te zien voor wie aan het programma werkt."
          regels={2}
          waarde={getypt}
          fout={reden?.code === 'reden_ontbreekt' ? 'Schrijf waarom u dit afwijst.' : undefined}
        />
        {reden?.code === 'periode_dicht' && (
          <Knoppen>
            <Knop naam="uitwijkNaar" waarde={reden.eersteOpen}>
              Keur goed en boek in {toonPeriode(reden.eersteOpen)}
            </Knop>
          </Knoppen>
        )}
        <Knoppen>
          <Knop naam="oordeel" waarde="goedgekeurd">
            Goedkeuren
          </Knop>
          <Knop naam="oordeel" waarde="afgewezen" soort="tweede">
            Afwijzen
          </Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
