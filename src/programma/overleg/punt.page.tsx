import type { Context } from 'hono'
import { hoofdletter } from '#basis/tekst.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import { leesBesluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
import { maakActie } from '#programma/overleg/acties.flow.ts'
import { Actietabel, Over, overlegnaam } from '#programma/overleg/delen.tsx'
import { leesActie, leesPunt, leesUitkomst } from '#programma/overleg/invoer.ts'
import { findPuntkeuzes } from '#programma/overleg/keuzes.store.ts'
import {
  legUitkomstVast,
  legVervolgVast,
  type Puntplek,
  zetAgendapunt,
} from '#programma/overleg/overleg.flow.ts'
import { GEEN_OVERLEG } from '#programma/overleg/overleg.page.tsx'
import { findActies, findOverleggen } from '#programma/overleg/overleg.store.ts'
import { type Agendapunt, actievolgorde, GEVRAAGDNAAM, VERVOLGNAAM } from '#programma/overleg/overleg.ts'
import { findNamen } from '#programma/overleg/overlegstuk.store.ts'
import { uitkomstzin } from '#programma/overleg/overlegstuk.ts'
import {
  ActieErbij,
  type Puntinvoer,
  type Puntprops,
  Uitkomstformulier,
  Vervolgformulier,
  Wijzigformulier,
} from '#programma/overleg/puntvormen.tsx'
import { ACTIEZIN, OVERLEGZIN, overlegstatus } from '#programma/overleg/teksten.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'

/** Eén agendapunt: waar het over gaat, wat eruit kwam, en de acties die eruit volgen. */

const PAD = '/overleg/:nummer{[0-9]{1,6}}/punten/:punt{[0-9]{1,4}}'

type Stap = (
  van: Planbezoek,
  plek: Puntplek,
  waarden: Waarden,
) => Promise<Uitkomst<unknown, { fouten: VeldFout[]; status: Fout }>>
type Fout = 400 | 403 | 404 | 409

export function agendapuntPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overleg.lezen', PAD, (c) => toon(c, kamer, undefined))
  const stap = (bij: Puntinvoer['bij'], doe: Stap) => async (c: Context<Omgeving>) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const plek = {
      overleg: Number(c.req.param('nummer')),
      punt: Number(c.req.param('punt')),
      gezien: alsGezien(gezien),
    }
    const uitkomst = await doe(van, plek, waarden)
    if (uitkomst.ok)
      return c.redirect(maakPad(van.kop, undefined)(`/overleg/${plek.overleg}/punten/${plek.punt}`), 303)
    const { fouten, status } = uitkomst.reden
    return status === 403 ? foutAntwoord(c, 'mag_niet') : toon(c, kamer, { bij, waarden, fouten }, status)
  }
  routes.post('overleg.beheren', PAD, (c) => stap('punt', wijzig)(c))
  routes.post('overleg.beheren', `${PAD}/uitkomst`, (c) => stap('uitkomst', legVast)(c))
  routes.post('overleg.beheren', `${PAD}/vervolg`, (c) => stap('vervolg', legVervolg)(c))
  routes.post('overleg.beheren', `${PAD}/acties`, (c) => stap('actie', spreekAf)(c))
}

const fout = (fouten: VeldFout[], status: Fout = 400) => ({ ok: false, reden: { fouten, status } }) as const

const wijzig: Stap = async (van, plek, waarden) => {
  const keuzes = await van.bezoek.db.lees((lezer) => findPuntkeuzes(lezer, van.beeld.plan))
  // Waar het punt al over gaat mag blijven, ook als dat nu niet meer te kiezen is.
  const over = new Set([...keuzes.map(({ waarde }) => waarde), waarden['overnu'] ?? ''])
  const punt = leesPunt(waarden, over)
  if (!punt.ok) return fout(punt.reden)
  const uit = await zetAgendapunt(van.bezoek, van.kop.id, plek, punt.waarde)
  return uit.ok
    ? uit
    : fout([{ veld: 'titel', tekst: OVERLEGZIN[uit.reden.code] }], overlegstatus(uit.reden.code))
}

const legVast: Stap = async (van, plek, waarden) => {
  const gelezen = leesUitkomst(waarden)
  if (!gelezen.ok) return fout(gelezen.reden)
  const isBesluit = gelezen.waarde.uitkomst === 'besloten'
  const besluit = isBesluit ? leesBesluitkeuze(waarden, van.vandaag) : undefined
  if (besluit?.ok === false) return fout(besluit.reden)
  const nieuw = { ...gelezen.waarde, besluit: besluit?.waarde }
  const uit = await legUitkomstVast(van.bezoek, van.kop.id, plek, nieuw)
  if (uit.ok) return uit
  const veld = uit.reden.code === 'besluit_onbekend' ? 'besluit' : 'uitkomst'
  return fout([{ veld, tekst: OVERLEGZIN[uit.reden.code] }], overlegstatus(uit.reden.code))
}

const legVervolg: Stap = async (van, plek, waarden) => {
  const besluit = leesBesluitkeuze(waarden, van.vandaag)
  if (!besluit.ok) return fout(besluit.reden)
  const uit = await legVervolgVast(van.bezoek, van.kop.id, plek, besluit.waarde)
  return uit.ok
    ? uit
    : fout([{ veld: 'besluit', tekst: OVERLEGZIN[uit.reden.code] }], overlegstatus(uit.reden.code))
}

const spreekAf: Stap = async (van, { overleg, punt }, waarden) => {
  const actie = leesActie({ ...waarden, stand: 'open' })
  if (!actie.ok) return fout(actie.reden)
  const { wat, rol, uiterlijk } = actie.waarde
  const uit = await maakActie(van.bezoek, van.kop.id, { wat, rol, uiterlijk, overleg, punt })
  if (uit.ok) return uit
  const status = uit.reden.code === 'mag_niet' ? 403 : uit.reden.code === 'overleg_onbekend' ? 404 : 400
  return fout([{ veld: 'wat', tekst: ACTIEZIN[uit.reden.code] }], status)
}

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Puntinvoer | undefined,
  status: 200 | Fout = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const [nummer, hier] = [Number(c.req.param('nummer')), Number(c.req.param('punt'))]
  const beheert = van.mag('overleg.beheren')
  const gelezen = await van.bezoek.db.lees(async (lezer) => ({
    overleg: (await findOverleggen(lezer, van.kop.id, { nummer }))[0],
    acties: (await findActies(lezer, van.kop.id)).filter(
      ({ overleg, punt }) => overleg === nummer && punt === hier,
    ),
    noem: await findNamen(lezer, van.beeld.plan),
    besluiten: beheert ? await findBesluiten(lezer) : [],
    keuzes: beheert ? await findPuntkeuzes(lezer, van.beeld.plan) : [],
  }))
  const { overleg } = gelezen
  const punt = overleg?.punten.find((een) => een.nummer === hier)
  if (overleg === undefined || punt === undefined) return GEEN_OVERLEG(c)
  const alles = { van, ...gelezen, overleg, punt, invoer }
  return c.html(
    <Planpagina
      van={van}
      titel={`Agendapunt: ${punt.titel}`}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Overleg', href: van.pad('/overleg') },
        { tekst: overlegnaam(overleg), href: van.pad(`/overleg/${nummer}`) },
      ]}
    >
      <Paginakop titel={punt.titel} lead={uitkomstzin(punt) ?? 'Hierover is nog niets vastgelegd.'} />
      <Kern {...alles} />
      {gelezen.acties.length > 0 && (
        <Sectie kop="Acties bij dit punt" id="acties">
          <Actietabel
            van={van}
            acties={actievolgorde(gelezen.acties)}
            bijschrift="Acties bij dit punt"
            onderKop
          />
        </Sectie>
      )}
      {beheert && <Vormen {...alles} />}
    </Planpagina>,
    status,
  )
}

function Kern({ van, punt, noem }: Puntprops) {
  return (
    <>
      <Feiten
        feiten={[
          { label: 'Gaat over', waarde: <Over van={van} noem={noem} punt={punt} /> },
          { label: 'Gevraagd', waarde: hoofdletter(GEVRAAGDNAAM[punt.gevraagd]) },
          { label: 'Besluit', waarde: <Naarbesluit van={van} id={punt.besluit} /> },
          {
            label: 'Daarna vastgelegd',
            waarde:
              punt.vervolg === 'geen' ? 'niet nodig' : <Naarbesluit van={van} id={punt.vervolgbesluit} />,
            bij: punt.vervolg === 'geen' ? undefined : `door ${VERVOLGNAAM[punt.vervolg]}`,
          },
        ]}
      />
      {punt.toelichting !== null && (
        <Sectie kop="Toelichting">
          <Alinea>{punt.toelichting}</Alinea>
        </Sectie>
      )}
    </>
  )
}

const Naarbesluit = ({ van, id }: { van: Planbezoek; id: Agendapunt['besluit'] }) =>
  id === null ? <>nog niet</> : <Link href={van.pad(`/besluiten/${id}`)}>naar het besluit</Link>

/** Wat er met dit punt nog kan: een uitkomst, een vervolg, een actie, of het punt zelf veranderen. */
function Vormen(props: Puntprops) {
  const { punt, overleg, van } = props
  const geweest = overleg.datum <= van.vandaag && overleg.stand !== 'vervallen'
  return (
    <>
      {punt.besluit === null && geweest && <Uitkomstformulier {...props} />}
      {punt.besluit !== null && punt.vervolg !== 'geen' && punt.vervolgbesluit === null && (
        <Vervolgformulier {...props} />
      )}
      <ActieErbij {...props} />
      {punt.uitkomst === null && overleg.stand !== 'vervallen' && <Wijzigformulier {...props} />}
    </>
  )
}
