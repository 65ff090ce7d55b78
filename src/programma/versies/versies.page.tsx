import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type Besluit, findBesluiten, findVersies, type Versieregel } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { stukkenVan } from '#programma/stukken.ts'
import { verschilVan } from '#programma/verschil.ts'
import { toonStuk } from '#programma/versies/stuk.tsx'
import {
  leesVersienummer,
  magVersieZien,
  makerVan,
  STANDNAAM,
  toonBesluit,
  versiestand,
  vorigeVersie,
} from '#programma/versies/versies.ts'
import { Wijzigingenlijst } from '#programma/versies/wijzigingen.tsx'
import { foutAntwoord, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** De geschiedenis van een plan: elke versie, wat zij veranderde, en het verschil tussen elke twee. */

export function versiesPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('plan.lezen', '/versies', (c) => metBezoek(c, kamer, toonLijst))
    .get('plan.lezen', '/versies/vergelijk', (c) =>
      metBezoek(c, kamer, async (_, van) => {
        const [een, twee] = [leesVersienummer(c.req.query('van')), leesVersienummer(c.req.query('tot'))]
        const naar = maakPad(van.kop, undefined)
        const kan = een !== twee && ziet(van, een) && ziet(van, twee)
        return c.redirect(naar(kan ? `/versies/${een}/${twee}` : '/versies'), 303)
      }),
    )
    .get('plan.lezen', '/versies/stuk/:soort/:sleutel', (c) => metBezoek(c, kamer, toonStuk))
    .get('plan.lezen', '/versies/:nummer', (c) => metBezoek(c, kamer, toonVersie))
    .get('plan.lezen', '/versies/:van/:tot', (c) => metBezoek(c, kamer, toonVerschil))
}

type Tonen = (c: Context<Omgeving>, van: Planbezoek, kamer: Programmakamer) => Promise<Response>

async function metBezoek(c: Context<Omgeving>, kamer: Programmakamer, toon: Tonen): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  return van instanceof Response ? van : toon(c, van, kamer)
}

const magConcept = (van: Planbezoek): boolean => van.mag('plan.concept.lezen')
const ziet = (van: Planbezoek, nummer: number): boolean => magVersieZien(van.kop, nummer, magConcept(van))

const PER_PAGINA = 50
const HOOGSTENS_TE_KIEZEN = 200

const toonLijst: Tonen = async (c, van) => {
  const voor = leesVersienummer(c.req.query('voor')) || null
  const alleenVastgesteld = !magConcept(van)
  const [versies, keuzes, besluiten] = await van.bezoek.db.lees(async (lezer) => [
    await findVersies(lezer, van.kop.id, PER_PAGINA + 1, voor, alleenVastgesteld),
    await findVersies(lezer, van.kop.id, HOOGSTENS_TE_KIEZEN, null, alleenVastgesteld),
    await findBesluiten(lezer),
  ])
  return c.html(<Lijst van={van} versies={versies} keuzes={keuzes} besluiten={besluiten} />)
}

type Lijstprops = {
  van: Planbezoek
  versies: readonly Versieregel[]
  keuzes: readonly Versieregel[]
  besluiten: readonly Besluit[]
}

function Lijst(props: Lijstprops) {
  const { van } = props
  const naar = maakPad(van.kop, undefined)
  const rijen = props.versies.slice(0, PER_PAGINA)
  const oudste = rijen.at(-1)
  return (
    <Planpagina
      van={van}
      titel="Versies van het plan"
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop
        titel="Versies van het plan"
        lead={
          magConcept(van)
            ? 'Elke wijziging is een nieuwe versie. Niets wordt overschreven: u kunt altijd terugzien wat er stond.'
            : 'Hier staan de versies die zijn vastgesteld. U kunt terugzien wat er per versie veranderde.'
        }
      />
      {props.keuzes.length > 1 && <Vergelijkkeuze van={van} versies={props.keuzes} naar={naar} />}
      <Sectie kop="Alle versies">
        <Versietabel van={van} versies={rijen} besluiten={props.besluiten} naar={naar} />
        {props.versies.length > PER_PAGINA && oudste !== undefined && (
          <KnopLink href={naar('/versies', { voor: oudste.nummer })}>Oudere versies</KnopLink>
        )}
      </Sectie>
      <Link href={naar('/besluiten')}>Alle besluiten</Link>
    </Planpagina>
  )
}

type Naar = Planbezoek['pad']

function Vergelijkkeuze(props: { van: Planbezoek; versies: readonly Versieregel[]; naar: Naar }) {
  const keuzes = props.versies.map(({ nummer }) => ({
    waarde: String(nummer),
    tekst: `Versie ${nummer} (${STANDNAAM[versiestand(props.van.kop, nummer)]})`,
  }))
  return (
    <Sectie kop="Twee versies vergelijken">
      <Formulier methode="get" actie={props.naar('/versies/vergelijk')} rij naam="Twee versies vergelijken">
        <KeuzeVeld naam="van" label="Van" keuzes={keuzes} waarde={keuzes[1]?.waarde} />
        <KeuzeVeld naam="tot" label="Naar" keuzes={keuzes} waarde={keuzes[0]?.waarde} />
        <Knop soort="tweede">Vergelijken</Knop>
      </Formulier>
    </Sectie>
  )
}

function Versietabel(props: {
  van: Planbezoek
  versies: readonly Versieregel[]
  besluiten: readonly Besluit[]
  naar: Naar
}) {
  const { van, naar } = props
  return (
    <Tabel
      bijschrift="Versies, de nieuwste eerst"
      bijschriftVerborgen
      rijen={props.versies}
      smal="stapel"
      kolommen={[
        {
          sleutel: 'nummer',
          kop: 'Versie',
          cel: ({ nummer }) => <Link href={naar(`/versies/${nummer}`)}>{`Versie\u00a0${nummer}`}</Link>,
        },
        { sleutel: 'wanneer', kop: 'Wanneer', cel: ({ gemaaktOp }) => toonMoment(gemaaktOp) },
        { sleutel: 'wie', kop: 'Door', cel: (regel) => makerVan(regel, magConcept(van)) },
        { sleutel: 'waarom', kop: 'Waarom', cel: ({ waarom }) => waarom },
        {
          sleutel: 'stand',
          kop: 'Vastgesteld bij',
          cel: (regel) => <Stand van={van} regel={regel} besluiten={props.besluiten} />,
        },
      ]}
    />
  )
}

function Stand(props: {
  van: Planbezoek
  regel: Pick<Versieregel, 'nummer' | 'besluit'>
  besluiten: readonly Besluit[]
}) {
  const stand = versiestand(props.van.kop, props.regel.nummer)
  const besluit = props.besluiten.find(({ id }) => id === props.regel.besluit)
  return (
    <>
      <Etiket toon={stand === 'geldt' ? 'goed' : 'stil'}>{STANDNAAM[stand]}</Etiket>
      {besluit !== undefined && (
        <>
          {' '}
          {toonBesluit(besluit)} {besluit.teBevestigen && <Etiket toon="let-op">te bevestigen</Etiket>}
        </>
      )}
    </>
  )
}

const toonVersie: Tonen = async (c, van, kamer) => {
  const nummer = leesVersienummer(c.req.param('nummer'))
  if (!ziet(van, nummer)) return foutAntwoord(c, 'niet_gevonden')
  const vorige = vorigeVersie(van.kop, nummer, magConcept(van))
  const [[regel], besluiten] = await van.bezoek.db.lees(async (lezer) => [
    await findVersies(lezer, van.kop.id, 1, nummer + 1),
    await findBesluiten(lezer),
  ])
  if (regel === undefined) return foutAntwoord(c, 'niet_gevonden')
  const feiten = (
    <Feiten
      feiten={[
        { label: 'Wanneer', waarde: toonMoment(regel.gemaaktOp) },
        { label: 'Door', waarde: makerVan(regel, magConcept(van)) },
        { label: 'Waarom', waarde: regel.waarom },
        { label: 'Stand', waarde: <Stand van={van} regel={regel} besluiten={besluiten} /> },
      ]}
    />
  )
  return toonStap(c, van, kamer, { voor: vorige, na: nummer, titel: `Versie ${nummer}`, feiten })
}

const toonVerschil: Tonen = async (c, van, kamer) => {
  const [voor, na] = [leesVersienummer(c.req.param('van')), leesVersienummer(c.req.param('tot'))]
  if (!ziet(van, voor) || !ziet(van, na)) return foutAntwoord(c, 'niet_gevonden')
  return toonStap(c, van, kamer, { voor, na, titel: `Van versie ${voor} naar versie ${na}` })
}

type Stap = { voor: number | undefined; na: number; titel: string; feiten?: Child | undefined }

async function toonStap(
  c: Context<Omgeving>,
  van: Planbezoek,
  kamer: Programmakamer,
  stap: Stap,
): Promise<Response> {
  const { db } = van.bezoek
  const na = await kamer.planboek.lees(db, van.kop.id, stap.na)
  const voor = stap.voor === undefined ? undefined : await kamer.planboek.lees(db, van.kop.id, stap.voor)
  if (na === undefined || (stap.voor !== undefined && voor === undefined))
    return foutAntwoord(c, 'niet_gevonden')
  const wijzigingen =
    voor === undefined ? undefined : verschilVan(stukkenVan(voor.beeld.plan), stukkenVan(na.beeld.plan))
  const naar = maakPad(van.kop, undefined)
  const inVersie = maakPad(van.kop, stap.na === van.kop.vastgesteldeVersie ? undefined : stap.na)
  const kruimels = [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Versies', href: naar('/versies') },
  ]
  return c.html(
    <Planpagina van={van} titel={stap.titel} kruimels={kruimels}>
      <Paginakop
        titel={stap.titel}
        lead={
          stap.voor === undefined
            ? 'Dit is de eerste versie die u kunt zien.'
            : `Wat er anders is dan in versie ${stap.voor}.`
        }
        acties={<KnopLink href={inVersie('/')}>Bekijk versie {stap.na}</KnopLink>}
      />
      {stap.feiten}
      {wijzigingen !== undefined && <Wijzigingenlijst wijzigingen={wijzigingen} naar={inVersie} />}
      <Downloads
        waarvan={`versie ${stap.na}`}
        downloads={(['ODS', 'XLSX', 'JSON'] as const).map((soort) => ({
          soort,
          href: inVersie(`/planbestand.${soort.toLowerCase()}`),
        }))}
      />
    </Planpagina>,
  )
}
