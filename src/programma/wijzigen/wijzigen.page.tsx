import type { Context } from 'hono'
import { findStukgeschiedenis } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { leesVersienummer } from '#programma/versies/versies.ts'
import { type Botsingsregel, botsingsregels, legSamen } from '#programma/wijzigen/botsing.ts'
import { bronVorm, nieuweBron } from '#programma/wijzigen/bron.ts'
import { doelVorm, nieuwDoel } from '#programma/wijzigen/doel.ts'
import { beeindigVorm, heropenVorm } from '#programma/wijzigen/einde.ts'
import { Botsingstabel, Veldgroepen, Waaromveld, type Wie } from '#programma/wijzigen/formulier.tsx'
import { mijlpalenVorm } from '#programma/wijzigen/mijlpalen.ts'
import { nieuwOnderdeel, onderdeelVorm } from '#programma/wijzigen/onderdeel.ts'
import { Wijzigoverzicht } from '#programma/wijzigen/overzicht.tsx'
import { groepVorm, nieuweGroep, programmaVorm } from '#programma/wijzigen/programma.ts'
import { ramingVorm } from '#programma/wijzigen/raming.ts'
import { WEIGERING, weigerstatus } from '#programma/wijzigen/teksten.ts'
import type { VeldFout, Waarden, Wijzigvorm } from '#programma/wijzigen/velden.ts'
import { bewaarWijziging, type Wijzigweigering } from '#programma/wijzigen/wijzigen.flow.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'

/** Alles wat de programmamanager aan het plan verandert, altijd verder op de nieuwste versie. */

const SCHERMEN: readonly (readonly [pad: `/wijzigen/${string}`, vorm: Wijzigvorm])[] = [
  ['/wijzigen/programma', programmaVorm],
  ['/wijzigen/nieuw/onderdeel', nieuwOnderdeel],
  ['/wijzigen/nieuw/doel', nieuwDoel],
  ['/wijzigen/nieuw/bron', nieuweBron],
  ['/wijzigen/nieuw/groep', nieuweGroep],
  ['/wijzigen/onderdelen/:id', onderdeelVorm],
  ['/wijzigen/onderdelen/:id/mijlpalen', mijlpalenVorm],
  ['/wijzigen/onderdelen/:id/raming', ramingVorm],
  ['/wijzigen/onderdelen/:id/beeindigen', beeindigVorm],
  ['/wijzigen/onderdelen/:id/heropenen', heropenVorm],
  ['/wijzigen/doelen/:id', doelVorm],
  ['/wijzigen/bronnen/:id', bronVorm],
  ['/wijzigen/groepen/:id', groepVorm],
]

export function wijzigenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.wijzigen', '/wijzigen', async (c) => {
    const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
    if (van instanceof Response) return van
    const zoek = (c.req.query('zoek') ?? '').slice(0, 200)
    return c.html(<Wijzigoverzicht van={van} zoek={zoek} pagina={leesVersienummer(c.req.query('pagina'))} />)
  })
  for (const [pad, vorm] of SCHERMEN) {
    routes.get('plan.wijzigen', pad, (c) => toonScherm(c, kamer, vorm))
    routes.post('plan.wijzigen', pad, (c) => bewaarScherm(c, kamer, vorm))
  }
}

const sleutelUit = (c: Context<Omgeving>, van: Planbezoek): string =>
  c.req.param('id') ?? van.beeld.plan.programma.id

async function toonScherm(c: Context<Omgeving>, kamer: Programmakamer, vorm: Wijzigvorm): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (van instanceof Response) return van
  const sleutel = sleutelUit(c, van)
  const waarden = vorm.waarden(van.beeld.plan, sleutel)
  if (waarden === undefined) return foutAntwoord(c, 'niet_gevonden')
  const voorstel = vorm.vooraf?.(c.req.query('voorstel') ?? '') ?? {}
  return c.html(
    <Wijzigscherm van={van} vorm={vorm} sleutel={sleutel} waarden={{ ...waarden, ...voorstel }} waarom="" />,
  )
}

async function bewaarScherm(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  vorm: Wijzigvorm,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (van instanceof Response) return van
  const sleutel = sleutelUit(c, van)
  const { basis: basistekst = '', waarom = '', ...getypt } = await leesFormulier(c)
  const basis = /^\d{1,6}$/u.test(basistekst) ? Number(basistekst) : 0
  const invoer = { plan: van.kop.id, basis, sleutel, waarom, getypt }
  const uitkomst = await bewaarWijziging(van.bezoek, vorm, invoer)
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok) {
    const naar = maakPad(van.kop, uitkomst.waarde.versie)
    return c.redirect(naar(vorm.terug(uitkomst.waarde.sleutel)), 303)
  }
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  if (uitkomst.reden.code === 'intussen_gewijzigd')
    return toonBotsing(c, kamer, { vorm, ...invoer, nieuwste: uitkomst.reden.versie })
  const scherm = { van, vorm, sleutel, waarden: getypt, waarom, weigering: uitkomst.reden }
  return c.html(<Wijzigscherm {...scherm} basis={basis} />, weigerstatus(uitkomst.reden.code))
}

type Botsing = {
  vorm: Wijzigvorm
  sleutel: string
  basis: number
  nieuwste: number
  waarom: string
  getypt: Waarden
}

async function toonBotsing(c: Context<Omgeving>, kamer: Programmakamer, botsing: Botsing): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
  if (van instanceof Response) return van
  const { vorm, sleutel, getypt } = botsing
  const { db } = van.bezoek
  const basis = await kamer.planboek.lees(db, van.kop.id, botsing.basis)
  const was = (basis && vorm.waarden(basis.beeld.plan, sleutel)) ?? {}
  const nu = vorm.waarden(van.beeld.plan, sleutel) ?? {}
  const waarden = legSamen(was, nu, getypt)
  const groepen = vorm.groepen(van.beeld.plan, sleutel, { ...was, ...nu, ...getypt })
  const geschiedenis = await db.lees((lezer) =>
    findStukgeschiedenis(lezer, van.kop.id, vorm.soort, sleutel, van.versie.versie),
  )
  const wie = geschiedenis
    .filter(({ nummer }) => nummer > botsing.basis)
    .map(({ nummer, door, gemaaktOp, waarom }) => ({
      nummer,
      door: door ?? 'iemand',
      wanneer: toonMoment(gemaaktOp),
      waarom,
      href: maakPad(van.kop, undefined)(`/versies/${nummer}`),
    }))
  const gezien = { wie, regels: botsingsregels(was, nu, getypt, groepen) }
  const scherm = { van, vorm, sleutel, waarden, waarom: botsing.waarom, botsing: gezien }
  return c.html(<Wijzigscherm {...scherm} />, 409)
}

type Schermprops = {
  van: Planbezoek
  vorm: Wijzigvorm
  sleutel: string
  waarden: Waarden
  waarom: string
  /** De versie waarop de invuller verder werkt; zonder is dat de nieuwste. */
  basis?: number | undefined
  weigering?: Wijzigweigering | undefined
  botsing?: { wie: readonly Wie[]; regels: readonly Botsingsregel[] } | undefined
}

function Wijzigscherm(props: Schermprops) {
  const { van, vorm, sleutel, weigering, botsing } = props
  const { plan } = van.beeld
  const titel = vorm.titel(plan, sleutel)
  const fouten: readonly VeldFout[] = weigering?.code === 'invoer_onjuist' ? weigering.fouten : []
  const basis = props.basis || van.versie.versie
  const naar = maakPad(van.kop, undefined)
  const toegepast = vorm.groepen(plan, sleutel, props.waarden)
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Plan bijhouden', href: naar('/wijzigen') },
      ]}
      fout={weigering !== undefined || botsing !== undefined}
    >
      <Paginakop titel={titel} lead={vorm.lead} />
      {weigering !== undefined && fouten.length === 0 && <Geweigerd weigering={weigering} />}
      {botsing !== undefined && <Intussen wie={botsing.wie} regels={botsing.regels} versie={basis} />}
      <Formulier naam={titel} verborgen={{ basis: String(basis) }} fouten={fouten}>
        <Veldgroepen groepen={toegepast} waarden={props.waarden} fouten={fouten} />
        <Waaromveld waarde={props.waarom} fouten={fouten} />
        <Knoppen>
          <Knop>
            {botsing === undefined ? 'Bewaren als nieuw concept' : `Toch bewaren, verder op versie ${basis}`}
          </Knop>
          <KnopLink href={naar('/wijzigen')}>Niet bewaren</KnopLink>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}

function Geweigerd(props: { weigering: Wijzigweigering }) {
  const { weigering } = props
  return (
    <Melding soort="fout" titel="Niet bewaard" antwoord>
      <p>{WEIGERING[weigering.code]} Wat u invulde, staat er nog.</p>
      {weigering.code === 'plan_klopt_niet' && (
        <ul>
          {weigering.fouten.slice(0, 10).map((fout) => (
            <li>
              {fout.pad}: {fout.melding}
            </li>
          ))}
        </ul>
      )}
    </Melding>
  )
}

function Intussen(props: { wie: readonly Wie[]; regels: readonly Botsingsregel[]; versie: number }) {
  return (
    <>
      <Melding soort="let-op" titel="Iemand anders was u voor" antwoord>
        <p>
          Terwijl u bezig was, is hetzelfde veranderd. Er is nog niets van u bewaard en niets verloren: wat u
          typte, staat hieronder. Wat u niet aanraakte, staat er zoals het nu is.
        </p>
        <ul>
          {props.wie.map((een) => (
            <li>
              {een.door}, {een.wanneer}: {een.waarom} (<Link href={een.href}>versie {een.nummer}</Link>)
            </li>
          ))}
        </ul>
      </Melding>
      <Sectie
        kop="Wat er veranderde"
        onder={`Kijk het na en bewaar dan opnieuw. Uw tekst komt bovenop versie ${props.versie}.`}
      >
        <Botsingstabel regels={props.regels} />
      </Sectie>
    </>
  )
}
