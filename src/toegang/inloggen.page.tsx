import type { Context } from 'hono'
import { hoofdletter } from '#basis/tekst.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { leesFormulier } from '#toegang/formulier.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import type { Dienstweigering, Inlogdienst } from '#toegang/inlogdienst.ts'
import { leesSessiekoekje, maakKladkoekje, wisSessiekoekje, zetSessiekoekje } from '#toegang/koekjes.ts'
import { isEigenMachine } from '#toegang/loopback.ts'
import { isRol, ROLLEN } from '#toegang/matrix.ts'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { lokaalPad } from '#toegang/sessie.ts'
import { INLOGFOUTEN, ROLNAAM, ROLTAAK } from '#toegang/teksten.ts'
import {
  type Identiteit,
  type Inlogbeleid,
  type InlogWeigering,
  logIn,
  logUit,
} from '#toegang/toegang.flow.ts'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

export type InlogOpties = {
  /** Achter https? Dan beveiligde cookies en https-adressen. */
  veilig: boolean
  demo: boolean
  /** Geheim voor het kladje tijdens het inloggen; zonder maakt het proces er een. */
  geheim?: string | undefined
  dienst: (gemeente: string) => Inlogdienst | undefined
  beleid: (gemeente: string) => Inlogbeleid
}

/** Inloggen en uitloggen. Elke poging eindigt in een sessie of in een zin die zegt waarom niet. */
export function inlogRoutes(opties: InlogOpties): Routes {
  const klad = maakKladkoekje(opties.veilig, opties.geheim)
  const begin = async (c: Context<Omgeving>, terug: string): Promise<Response> => {
    const { gemeente, klok } = c.get('bezoek')
    const dienst = opties.dienst(gemeente.code)
    if (dienst === undefined) return c.notFound()
    const begonnen = await dienst.begin(`${oorsprong(c, opties.veilig)}/inloggen/terug`)
    if (!begonnen.ok) return inlogfout(c, begonnen.reden)
    klad.zet(c, { ...begonnen.waarde.onthouden, gemeente: gemeente.code, terug }, klok.nu())
    return c.redirect(begonnen.waarde.naar, 303)
  }
  return maakRoutes()
    .get(
      'openbaar',
      '/inloggen',
      (c) => {
        const terug = lokaalPad(c.req.query('terug'))
        const bezoek = c.get('bezoek')
        if (bezoek.wie !== undefined) return c.redirect(terug, 303)
        const heeftDienst = opties.dienst(bezoek.gemeente.code) !== undefined
        if (heeftDienst && !opties.demo) return begin(c, terug)
        const props = { schil: c.get('schil')(), terug, demo: opties.demo, heeftDienst }
        return c.html(<InlogPagina {...props} />)
      },
      { bewaar: false, tempo: 'inlog' },
    )
    .get('openbaar', '/inloggen/dienst', (c) => begin(c, lokaalPad(c.req.query('terug'))), {
      bewaar: false,
      tempo: 'inlog',
    })
    .get(
      'openbaar',
      '/inloggen/terug',
      async (c) => {
        const { gemeente, klok } = c.get('bezoek')
        const dienst = opties.dienst(gemeente.code)
        if (dienst === undefined) return c.notFound()
        const onthouden = klad.lees(c, klok.nu())
        klad.wis(c)
        if (onthouden === undefined || onthouden.gemeente !== gemeente.code)
          return inlogfout(c, 'antwoord_ongeldig')
        const adres = `${oorsprong(c, opties.veilig)}/inloggen/terug${new URL(c.req.url).search}`
        const identiteit = await dienst.rondAf(adres, onthouden)
        if (!identiteit.ok) return inlogfout(c, identiteit.reden)
        return beginSessie(c, opties, identiteit.waarde, onthouden.terug)
      },
      { bewaar: false, tempo: 'inlog' },
    )
    .post('openbaar', '/inloggen/demo', (c) => demoInlog(c, opties), { tempo: 'inlog' })
    .post('openbaar', '/uitloggen', (c) => uitloggen(c, opties))
}

const oorsprong = (c: Context, veilig: boolean): string =>
  `${veilig ? 'https' : 'http'}://${new URL(c.req.url).host}`

function inlogfout(
  c: Context<Omgeving>,
  reden: InlogWeigering | Dienstweigering,
): Response | Promise<Response> {
  const { status, titel, zin } = INLOGFOUTEN[reden]
  c.header('cache-control', 'no-store')
  return c.html(<InlogfoutPagina schil={c.get('schil')()} titel={titel} zin={zin} />, status)
}

async function beginSessie(
  c: Context<Omgeving>,
  opties: InlogOpties,
  identiteit: Identiteit,
  terug: string,
): Promise<Response> {
  const bezoek = c.get('bezoek')
  // Een oude sessie in dezelfde browser blijft niet naast de nieuwe bestaan.
  if (bezoek.wie !== undefined) await logUit(bezoek)
  const uitkomst = await logIn(bezoek, identiteit, opties.beleid(bezoek.gemeente.code))
  if (!uitkomst.ok) return inlogfout(c, uitkomst.reden)
  zetSessiekoekje(c, opties.veilig, uitkomst.waarde.sleutel)
  return c.redirect(lokaalPad(terug), 303)
}

async function demoInlog(c: Context<Omgeving>, opties: InlogOpties): Promise<Response> {
  // Ook de naam in de adresbalk moet van deze machine zijn: een vreemde naam die hierheen wijst (DNS rebinding) zou
  // anders vanuit een vreemde pagina kunnen inloggen.
  if (!opties.demo || !isEigenMachine(new URL(c.req.url).hostname)) return c.notFound()
  const { rol = '', terug } = await leesFormulier(c)
  if (!isRol(rol) || rol === 'inwoner') return foutAntwoord(c, 'verzoek_onleesbaar')
  const persona = { uitgever: 'demo', onderwerp: rol, naam: `Demo ${ROLNAAM[rol]}`, rollen: [rol] }
  return beginSessie(c, opties, persona, lokaalPad(terug))
}

async function uitloggen(c: Context<Omgeving>, opties: InlogOpties): Promise<Response> {
  const bezoek = c.get('bezoek')
  const { idToken } = await logUit(bezoek)
  if (leesSessiekoekje(c, opties.veilig) !== undefined) wisSessiekoekje(c, opties.veilig)
  const dienst = idToken === undefined ? undefined : opties.dienst(bezoek.gemeente.code)
  const elders =
    idToken === undefined ? undefined : await dienst?.einde(idToken, `${oorsprong(c, opties.veilig)}/`)
  return c.redirect(elders ?? '/', 303)
}

const PERSONAS = ROLLEN.filter((rol) => rol !== 'inwoner')

type Persona = (typeof PERSONAS)[number]

const ROLKOLOMMEN: Kolom<Persona>[] = [
  { sleutel: 'rol', kop: 'Rol', cel: (rol) => hoofdletter(ROLNAAM[rol]), rijkop: true },
  { sleutel: 'taak', kop: 'Wat deze rol doet', cel: (rol) => ROLTAAK[rol] },
  {
    sleutel: 'kies',
    kop: 'Inloggen',
    cel: (rol) => (
      <Knop soort="tweede" naam="rol" waarde={rol}>
        Kies
        <span class="oz-vh"> {ROLNAAM[rol]}</span>
      </Knop>
    ),
  },
]

function InlogPagina(props: { schil: Schil; terug: string; demo: boolean; heeftDienst: boolean }) {
  return (
    <Pagina titel="Inloggen" schil={props.schil} nietIndexeren>
      <Paginakop
        titel="Inloggen"
        lead="Lezen kan zonder inloggen. Inloggen is voor wie aan het programma werkt."
      />
      {props.heeftDienst && (
        <KnopLink href={`/inloggen/dienst?terug=${encodeURIComponent(props.terug)}`} soort="hoofd">
          Inloggen met uw werkaccount
        </KnopLink>
      )}
      {props.demo && <Personas terug={props.terug} />}
      {!props.demo && !props.heeftDienst && (
        <Alinea>
          Voor deze gemeente is nog geen inlogdienst ingesteld. De beheerder van de server kan dat doen.
        </Alinea>
      )}
    </Pagina>
  )
}

function Personas(props: { terug: string }) {
  return (
    <>
      <Alinea>
        Dit is een proefomgeving op uw eigen computer. Kies met welke rol u wilt rondkijken. Een wachtwoord is
        niet nodig.
      </Alinea>
      <form method="post" action="/inloggen/demo">
        <input type="hidden" name="terug" value={props.terug} />
        <Tabel bijschrift="Rollen om mee rond te kijken" kolommen={ROLKOLOMMEN} rijen={PERSONAS} />
      </form>
    </>
  )
}

function InlogfoutPagina(props: { schil: Schil; titel: string; zin: string }) {
  return (
    <Pagina titel={props.titel} schil={props.schil} nietIndexeren>
      <Paginakop titel={props.titel} lead={props.zin} />
      <KnopLink href="/inloggen">Opnieuw inloggen</KnopLink>
    </Pagina>
  )
}
