import type { Context } from 'hono'
import { type Datum, toonDatum } from '#basis/datum.ts'
import {
  findGemandateerden,
  findMandaten,
  geefMandaat,
  MANDAATROLLEN,
  type Mandaatregel,
  type Mandaatrol,
  type Mandaatweigering,
  mandaatGeldt,
  trekMandaatIn,
} from '#grootboek/deur.ts'
import { onderdeelnaam } from '#programma/namen.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { Boeklezer, dagWaarde } from '#programma/verplichtingen/invoer.ts'
import { Bedragveld, Dagveld, Onderdeelveld } from '#programma/verplichtingen/velden.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, ROLNAAM, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Melding } from '#ui/melding.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Het mandaatregister. Een mandaat verandert nooit: het wordt ingetrokken, en er komt een nieuw. */

const ZIN = {
  mag_niet: 'Uw rol mag dit niet.',
  wie_onbekend: 'Kies een rol of een persoon uit de lijst.',
  bedrag_niet_positief: 'Vul een bedrag in dat meer is dan nul.',
  tot_voor_van: 'De laatste dag ligt voor de eerste dag.',
  mandaat_onbekend: 'Dit mandaat bestaat niet.',
  al_ingetrokken: 'Dit mandaat was al ingetrokken.',
} as const satisfies Record<Mandaatweigering['code'], string>

const VELD = { wie_onbekend: 'wie', bedrag_niet_positief: 'bedrag', tot_voor_van: 'tot' } as const

export function mandatenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('mandaat.beheren', '/mandaten', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return toon(c, van, { waarden: { van: dagWaarde(van.vandaag) }, fouten: [] })
  })
  routes.post('mandaat.beheren', '/mandaten', (c) => bewaar(c, kamer))
  routes.post('mandaat.beheren', '/mandaten/:id/intrekken', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const uitkomst = await trekMandaatIn(van.bezoek, c.req.param('id'))
    if (uitkomst.ok)
      return c.redirect(maakPad(van.kop, undefined)('/mandaten', { gedaan: 'ingetrokken' }), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    if (uitkomst.reden.code === 'mandaat_onbekend') return foutAntwoord(c, 'niet_gevonden')
    return toon(c, van, { waarden: {}, fouten: [], melding: ZIN[uitkomst.reden.code] }, 409)
  })
}

async function bewaar(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const waarden = await leesFormulier(c)
  const lezer = new Boeklezer(waarden, van.beeld)
  const wie = lezer.tekst('wie')
  if (wie === '') lezer.meld('wie', ZIN.wie_onbekend)
  const mandaat = {
    account: wie.startsWith('persoon:') ? wie.slice(8) : null,
    rol: wie.startsWith('rol:') ? wie.slice(4) : null,
    programma: van.kop.id as string,
    onderdeel: lezer.tekst('onderdeel') === '' ? null : (lezer.onderdeel('onderdeel')?.id ?? null),
    bedragCent: lezer.bedrag('bedrag'),
    van: lezer.dag('van', van.vandaag),
    tot: lezer.dagOfLeeg('tot'),
  }
  if (lezer.fouten.length > 0) return toon(c, van, { waarden, fouten: lezer.fouten }, 400)
  const uitkomst = await geefMandaat(van.bezoek, mandaat)
  if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)('/mandaten', { gedaan: 'gegeven' }), 303)
  const { code } = uitkomst.reden
  if (code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const veld = code in VELD ? VELD[code as keyof typeof VELD] : 'wie'
  return toon(c, van, { waarden, fouten: [{ veld, tekst: ZIN[code] }] }, 400)
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[]; melding?: string }
type Persoon = { id: string; naam: string }

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  invoer: Invoer,
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const { mandaten, mensen } = await van.bezoek.db.lees(async (lezer) => ({
    mandaten: await findMandaten(lezer, van.kop.id),
    mensen: await findGemandateerden(lezer, MANDAATROLLEN),
  }))
  const gedaan = c.req.query('gedaan')
  return c.html(
    <Planpagina
      van={van}
      titel="Mandaten"
      fout={status !== 200}
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop
        titel="Mandaten"
        lead="Wie tot welk bedrag een verplichting mag aangaan. Daarboven beslist een tweede persoon met genoeg mandaat."
      />
      {gedaan !== undefined && (
        <Melding
          soort="goed"
          titel={gedaan === 'ingetrokken' ? 'Het mandaat is ingetrokken' : 'Het mandaat is vastgelegd'}
          antwoord
        />
      )}
      {invoer.melding !== undefined && (
        <Melding soort="fout" titel="Niet gedaan" antwoord>
          <Alinea>{invoer.melding}</Alinea>
        </Melding>
      )}
      <Register van={van} mandaten={mandaten} />
      <Nieuw van={van} mensen={mensen} {...invoer} />
    </Planpagina>,
    status,
  )
}

const wieNaam = ({ naam, rol }: Mandaatregel): string =>
  rol === null ? (naam ?? 'onbekend') : `Iedereen met de rol ${ROLNAAM[rol as Mandaatrol] ?? rol}`

function standVan(mandaat: Mandaatregel, vandaag: Datum) {
  if (mandaatGeldt(mandaat, vandaag)) return <Status soort="klaar" tekst="Geldt" />
  if (mandaat.ingetrokkenPer !== null)
    return <Status soort="gestopt" tekst={`Ingetrokken op ${toonDatum(mandaat.ingetrokkenPer)}`} />
  return mandaat.van > vandaag ? (
    <Status soort="nog-niet" tekst="Gaat nog in" />
  ) : (
    <Status soort="gestopt" tekst="Voorbij" />
  )
}

function Register(props: { van: Planbezoek; mandaten: readonly Mandaatregel[] }) {
  const { van, mandaten } = props
  if (mandaten.length === 0)
    return (
      <LegeStaat titel="Er is nog geen mandaat">
        Zonder mandaat kan niemand een verplichting aangaan of goedkeuren. Leg hieronder vast wie dat mag, en
        tot welk bedrag.
      </LegeStaat>
    )
  const naar = maakPad(van.kop, undefined)
  return (
    <Tabel
      bijschrift="Mandaten, het nieuwste eerst"
      bij="Het bedrag geldt per verplichting, met haar meerwerk."
      rijen={mandaten}
      kolommen={[
        { sleutel: 'wie', kop: 'Wie', cel: wieNaam },
        {
          sleutel: 'waarop',
          kop: 'Waarop',
          cel: ({ onderdeel }) =>
            onderdeel === null ? 'Het hele programma' : onderdeelnaam(van.beeld.plan)(onderdeel),
        },
        { sleutel: 'bedrag', kop: 'Tot en met, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
        {
          sleutel: 'looptijd',
          kop: 'Looptijd',
          cel: (mandaat) =>
            mandaat.tot === null
              ? `vanaf ${toonDatum(mandaat.van)}`
              : `${toonDatum(mandaat.van)} tot en met ${toonDatum(mandaat.tot)}`,
        },
        { sleutel: 'stand', kop: 'Stand', cel: (mandaat) => standVan(mandaat, van.vandaag) },
        {
          sleutel: 'actie',
          kop: 'Intrekken',
          cel: (mandaat) =>
            mandaat.ingetrokkenPer === null ? (
              <form method="post" action={naar(`/mandaten/${mandaat.id}/intrekken`)}>
                <Knop soort="tweede">
                  Trek in<span class="oz-vh">: {wieNaam(mandaat)}</span>
                </Knop>
              </form>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

function Nieuw(props: Invoer & { van: Planbezoek; mensen: readonly Persoon[] }) {
  const { van, waarden, fouten, mensen } = props
  const veld = { van, waarden, fouten }
  return (
    <Sectie kop="Mandaat geven">
      <Formulier naam="Mandaat geven" fouten={fouten} actie={maakPad(van.kop, undefined)('/mandaten')}>
        <KeuzeVeld
          naam="wie"
          label="Aan wie"
          leeg="Kies een rol of een persoon"
          verplicht
          keuzes={[
            ...MANDAATROLLEN.map((rol) => ({
              waarde: `rol:${rol}`,
              tekst: `Iedereen met de rol ${ROLNAAM[rol]}`,
            })),
            ...mensen.map(({ id, naam }) => ({ waarde: `persoon:${id}`, tekst: naam })),
          ]}
          waarde={waarden['wie']}
          fout={foutVan(fouten, 'wie')}
        />
        <Onderdeelveld
          {...veld}
          verplicht={false}
          uitleg="Typ het nummer of de titel. Leeg is het hele programma."
        />
        <Bedragveld {...veld} label="Tot en met (€)" uitleg="Per verplichting, met haar meerwerk." />
        <Dagveld {...veld} naam="van" label="Vanaf" />
        <Dagveld
          {...veld}
          naam="tot"
          label="Tot en met"
          uitleg="Leeg is tot u het intrekt."
          verplicht={false}
        />
        <Knoppen>
          <Knop>Mandaat geven</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
