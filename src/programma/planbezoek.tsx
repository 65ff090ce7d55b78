import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Datum } from '#basis/datum.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/deur.ts'
import type { Prognosepoort } from '#programma/begroting/prognose-poort.ts'
import type { Invoerpoort } from '#programma/invoer-poort.ts'
import type { Metingenpoort } from '#programma/meten/blad.ts'
import { HOOFDMENU, isOnder, magZien, type Navpagina, navgroepVan, paginaVan } from '#programma/navigatie.ts'
import type { Plankop } from '#programma/plan.store.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Planboek, Planversie } from '#programma/planboek.ts'
import type { Bestandspoort, Documentpoort } from '#programma/poorten.ts'
import {
  type Bezoek,
  foutAntwoord,
  type Handeling,
  magBezoeker,
  type Omgeving,
  type Werkvoorraad,
} from '#toegang/deur.ts'
import type { Kruimel } from '#ui/kruimels.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'

/** Wat alle schermen van programma nodig hebben en `start` hun geeft. */
export type Programmakamer = {
  planboek: Planboek
  bestanden: Bestandspoort
  /** Maakt PDF en ODT van een agenda of besluitenlijst; zonder zijn alleen het scherm en de tabellen er. */
  documenten?: Documentpoort | undefined
  boekhouder: Boekhouder
  /** Voor wat langer duurt dan een verzoek. */
  werk: Werkvoorraad
  /** Lezers van bestanden uit een financieel systeem. */
  invoer: Invoerpoort
  /** Rekenbladen om prognoses in te vullen; zonder is alleen het scherm er. */
  prognoses?: Prognosepoort | undefined
  /** Leest een lijst met metingen uit een bestand; zonder is alleen het scherm er. */
  metingen?: Metingenpoort | undefined
  /** Er is e-mail ingesteld: herinneringen gaan uit met een link naar het adres van deze site. Zonder kan het niet. */
  post?: { site: (c: Context<Omgeving>) => string } | undefined
}

/** Eén bezoek aan één versie van één plan. */
export type Planbezoek = {
  bezoek: Bezoek
  koppen: readonly Plankop[]
  kop: Plankop
  /** De versie op het scherm, met haar beeld en bevindingen. */
  versie: Planversie
  beeld: Planbeeld
  /** Er is een nieuwere versie die deze lezer mag zien. */
  nieuwer: number | undefined
  vandaag: Datum
  mag: (handeling: Handeling) => boolean
  /** Adres binnen dit plan en deze versie: `pad('/onderdelen', { groep: 'x' })`. Lege waarden vallen weg. */
  pad: (rest: string, vraag?: Readonly<Record<string, string | number | undefined>>) => string
  schil: () => Schil
}

/** Het adres van een ander plan dan het hoofdplan begint met zijn sleutel. */
export const planvoorvoegsel = (kop: Pick<Plankop, 'id' | 'hoofdplan'>): string =>
  kop.hoofdplan ? '' : `/plannen/${kop.id}`

export function maakPad(
  kop: Pick<Plankop, 'id' | 'hoofdplan'>,
  versie: number | undefined,
): Planbezoek['pad'] {
  return (rest, vraag = {}) => {
    const velden = new URLSearchParams()
    for (const [naam, waarde] of Object.entries(vraag))
      if (waarde !== undefined && waarde !== '') velden.set(naam, String(waarde))
    if (versie !== undefined) velden.set('versie', String(versie))
    const adres = `${planvoorvoegsel(kop)}${rest === '/' && !kop.hoofdplan ? '' : rest}`
    return velden.size === 0 ? adres : `${adres}?${velden}`
  }
}

/** Een filterformulier (GET) verliest de vraag in zijn adres: de versie die iemand bekijkt gaat mee als verborgen veld. */
export function formulierNaar(
  { pad }: Pick<Planbezoek, 'pad'>,
  rest: string,
): { actie: string; verborgen: Record<string, string> } {
  const [actie = '', vraag = ''] = pad(rest).split('?')
  return { actie, verborgen: Object.fromEntries(new URLSearchParams(vraag)) }
}

/** De versie die iemand zonder keuze ziet: de geldende, of voor wie dat mag het eerste concept. */
export function gekozenVersie(
  kop: Plankop,
  gevraagd: string | undefined,
  magConcept: boolean,
): number | undefined {
  if (gevraagd === undefined) return kop.vastgesteldeVersie ?? (magConcept ? kop.laatsteVersie : undefined)
  if (!/^\d{1,6}$/u.test(gevraagd)) return undefined
  const nummer = Number(gevraagd)
  return magConcept || kop.vastgesteldeVersies.includes(nummer) ? nummer : undefined
}

/**
 * Zoekt plan en versie bij het adres, en geeft anders de foutpagina. Een handler geeft die meteen terug.
 * `nieuwste`: wie het concept mag zien, krijgt de nieuwste versie; wijzigen gaat altijd daarop verder.
 */
export async function leesPlanbezoek(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  opties: { nieuwste?: boolean } = {},
): Promise<Planbezoek | Response> {
  const bezoek = c.get('bezoek')
  const koppen = await kamer.planboek.koppen(bezoek.db)
  const gevraagd = c.req.param('plan')
  const kop =
    gevraagd === undefined
      ? koppen.find((kandidaat) => kandidaat.hoofdplan)
      : koppen.find(({ id }) => id === gevraagd)
  if (kop === undefined) return foutAntwoord(c, 'niet_gevonden', gevraagd === undefined ? GEEN_PLAN : {})
  const magConcept = magBezoeker(bezoek, 'plan.concept.lezen')
  const nummer =
    opties.nieuwste && magConcept ? kop.laatsteVersie : gekozenVersie(kop, c.req.query('versie'), magConcept)
  const versie = nummer === undefined ? undefined : await kamer.planboek.lees(bezoek.db, kop.id, nummer)
  if (versie === undefined) return foutAntwoord(c, 'niet_gevonden', GEEN_VERSIE)
  const pad = maakPad(kop, versie.versie === kop.vastgesteldeVersie ? undefined : versie.versie)
  return {
    bezoek,
    koppen,
    kop,
    versie,
    beeld: versie.beeld,
    nieuwer: magConcept && kop.laatsteVersie > versie.versie ? kop.laatsteVersie : undefined,
    vandaag: bezoek.klok.vandaag(),
    mag: (handeling) => magBezoeker(bezoek, handeling),
    pad,
    schil: () => planschil(c.get('schil')(), versie.beeld, pad, bezoek, new URL(c.req.url).pathname),
  }
}

const GEEN_PLAN = {
  titel: 'Er is nog geen plan',
  zin: 'Deze gemeente heeft nog geen plan geladen. De beheerder doet dat met: omzien plan laad.',
}
const GEEN_VERSIE = {
  titel: 'Deze versie is er niet',
  zin: 'Deze versie van het plan bestaat niet, of is nog een concept dat niet openbaar is.',
}

function planschil(
  schil: Schil,
  beeld: Planbeeld,
  pad: Planbezoek['pad'],
  bezoek: Bezoek,
  adres: string,
): Schil {
  const kaal = (naar: string): string => naar.split('?')[0] ?? naar
  const begin = kaal(pad('/')) === '/' ? '' : kaal(pad('/'))
  const hier = adres.slice(begin.length) || '/'
  const groep = navgroepVan(hier)
  const mag = (handeling: Handeling): boolean => magBezoeker(bezoek, handeling)
  const punten = (paginas: readonly Navpagina[], actief: (pagina: Navpagina) => boolean) =>
    paginas
      .filter((pagina) => magZien(pagina, mag))
      .map((pagina) => ({ tekst: pagina.tekst, href: pad(pagina.pad), actief: actief(pagina) }))
  return {
    ...schil,
    programma: beeld.plan.programma.titel,
    thuis: pad('/'),
    nav: punten(HOOFDMENU, (pagina) => isOnder(hier, pagina.pad) || groep?.menu === pagina.pad),
    sub: groep && {
      naam: groep.naam,
      punten: punten(groep.paginas, (pagina) => pagina === paginaVan(groep.paginas, hier)),
    },
    zoek: { actie: kaal(pad('/zoeken')), veld: 'zoek' },
  }
}

/** Een pagina van een plan: kop, menu, kruimels, en bij een andere dan de geldende versie een melding daarvan. */
export function Planpagina(props: {
  van: Planbezoek
  titel: string
  beschrijving?: string | undefined
  kruimels?: readonly Kruimel[] | undefined
  fout?: boolean | undefined
  children: Child
}) {
  const { van } = props
  return (
    <Pagina
      titel={props.titel}
      beschrijving={
        props.beschrijving ??
        `${props.titel}: ${van.beeld.plan.programma.titel} van ${van.beeld.plan.gemeente.naam}.`
      }
      schil={van.schil()}
      kruimels={props.kruimels}
      fout={props.fout}
      nietIndexeren={van.versie.versie !== van.kop.vastgesteldeVersie}
    >
      <Versiemelding van={van} />
      {props.children}
    </Pagina>
  )
}

function Versiemelding(props: { van: Planbezoek }) {
  const { kop, versie, nieuwer } = props.van
  const geldend = kop.vastgesteldeVersie
  const naar = (nummer: number): string => maakPad(kop, nummer === geldend ? undefined : nummer)('/')
  if (versie.versie !== geldend)
    return (
      <Melding soort="let-op" titel={`U kijkt naar versie ${versie.versie}`}>
        {kop.vastgesteldeVersies.includes(versie.versie)
          ? 'Deze versie gold eerder.'
          : 'Deze versie is een concept en geldt nog niet.'}{' '}
        {geldend === null ? (
          'Er is nog geen versie vastgesteld.'
        ) : (
          <Link href={naar(geldend)}>Naar de versie die geldt</Link>
        )}
      </Melding>
    )
  if (nieuwer === undefined) return null
  return (
    <Melding soort="info" titel="Er is een nieuwer concept">
      Versie {nieuwer} is nog niet vastgesteld. <Link href={naar(nieuwer)}>Bekijk het concept</Link>
    </Melding>
  )
}

/** Doet een stap en gaat daarna naar `pad`; gaat het niet door, dan staat het scherm er weer, met de reden. */
export async function rondAf<Reden extends { code: string }>(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  stap: {
    doe: () => Promise<Uitkomst<unknown, Reden>>
    pad: string
    toonWeigering: (weigering: Reden) => Promise<Response>
  },
): Promise<Response> {
  const uitkomst = await stap.doe()
  kamer.planboek.vergeet(c.get('bezoek').db.schema)
  if (!uitkomst.ok)
    return uitkomst.reden.code === 'mag_niet'
      ? foutAntwoord(c, 'mag_niet')
      : stap.toonWeigering(uitkomst.reden)
  const van = await leesPlanbezoek(c, kamer)
  return van instanceof Response ? van : c.redirect(maakPad(van.kop, undefined)(stap.pad), 303)
}
