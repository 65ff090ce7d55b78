import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { Beoordelen } from '#programma/uitvraag/beoordelen.tsx'
import { herinner } from '#programma/uitvraag/herinner.flow.ts'
import { deadlinezin } from '#programma/uitvraag/herinner.ts'
import { beoordeelVoortgang } from '#programma/uitvraag/oordeel.flow.ts'
import { heropenUitvraag, sluitUitvraag, verlengUitvraag } from '#programma/uitvraag/uitvraag.flow.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { isKlaar, type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import { Stand, Stappen, Verloop } from '#programma/uitvraag/uitvraag-delen.tsx'
import { statusBij } from '#programma/uitvraag/weigering.ts'
import { Boeklezer } from '#programma/verplichtingen/invoer.ts'
import { findInvulbeeld, type Invulbeeld } from '#programma/voortgang/invulbeeld.store.ts'
import { type Kwartaal, kwartaalsleutel, leesKwartaal, toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { beoordeelzin, uitvraagzin } from '#programma/voortgang/teksten.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Paginakop } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'

/** Eén uitvraag: wie is klaar, wat ontbreekt van wie, beoordelen, verlengen, sluiten en heropenen. */

const PAD = '/voortgang/uitvraag'

type Bezocht = { van: Planbezoek; kwartaal: Kwartaal; waarden: Waarden; titel: (id: string) => string }
/** Wat een stap teruggaf: niets als het ging, anders de zin en het veld waar die bij hoort. */
type Stapuitslag = { veld: string; tekst: string; code: string } | undefined

export function uitvraagPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.beheren', `${PAD}/:kwartaal`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const kwartaal = leesKwartaal(c.req.param('kwartaal'))
    return kwartaal === undefined ? foutAntwoord(c, 'niet_gevonden') : toon(c, kamer, van, kwartaal)
  })
  routes.post('voortgang.beheren', `${PAD}/:kwartaal/sluiten`, (c) =>
    zet(c, kamer, 'gesloten', async ({ van, kwartaal, waarden, titel }) =>
      uitslag(
        await sluitUitvraag(van.bezoek, van.beeld, kwartaal, waarden['toch'] !== undefined),
        'toch',
        titel,
      ),
    ),
  )
  routes.post('voortgang.beheren', `${PAD}/:kwartaal/verlengen`, (c) =>
    zet(c, kamer, 'verlengd', async ({ van, kwartaal, waarden, titel }) => {
      const lezer = new Boeklezer(waarden, van.beeld)
      const deadline = lezer.dag('deadline', van.vandaag)
      const [fout] = lezer.fouten
      if (fout !== undefined) return { ...fout, code: 'deadline_voorbij' }
      return uitslag(await verlengUitvraag(van.bezoek, van.beeld, kwartaal, deadline), 'deadline', titel)
    }),
  )
  routes.post('voortgang.beheren', `${PAD}/:kwartaal/heropenen`, (c) =>
    zet(c, kamer, 'heropend', async ({ van, kwartaal, waarden, titel }) => {
      const lezer = new Boeklezer(waarden, van.beeld)
      const deadline = lezer.dag('deadline', van.vandaag)
      const reden = lezer.zin('reden', 'waarom u heropent')
      const [fout] = lezer.fouten
      if (fout !== undefined) return { ...fout, code: 'reden_ontbreekt' }
      const gedaan = await heropenUitvraag(van.bezoek, van.beeld, kwartaal, { deadline, reden })
      return uitslag(gedaan, 'deadline', titel)
    }),
  )
  routes.post('voortgang.beheren', `${PAD}/:kwartaal/herinneren`, (c) =>
    zet(c, kamer, 'herinnerd', async ({ van, kwartaal, titel }) => {
      const site = kamer.post?.site(c)
      if (site === undefined)
        return {
          veld: 'herinneren',
          tekst: 'Er is geen e-mail ingesteld. Vraag de beheerder.',
          code: 'geen_post',
        }
      return uitslag(await herinner(van.bezoek, van.beeld, kwartaal, site), 'herinneren', titel)
    }),
  )
  beoordeelRoute(routes, kamer)
}

/** `oordeel` is de knop: `akkoord:inloop`, `terug:inloop`, of `akkoord` voor alles wat is ingediend. */
function beoordeelRoute(routes: Routes, kamer: Programmakamer): void {
  routes.post('voortgang.beheren', `${PAD}/:kwartaal/oordeel`, (c) =>
    zet(c, kamer, 'beoordeeld', async ({ van, kwartaal, waarden, titel }) => {
      const [wat = '', een] = (waarden['oordeel'] ?? '').split(':')
      const fase = wat === 'terug' ? ('teruggestuurd' as const) : ('akkoord' as const)
      const onderdelen = Object.keys(waarden)
        .flatMap((naam) => (naam.startsWith('gezien.') ? [naam.slice('gezien.'.length)] : []))
        .filter((id) => een === undefined || id === een)
      const gedaan = await beoordeelVoortgang(
        van.bezoek,
        van.beeld,
        kwartaal,
        onderdelen.map((onderdeel) => ({
          onderdeel,
          gezien: Number(waarden[`gezien.${onderdeel}`]),
          fase,
          opmerking: new Boeklezer(waarden, van.beeld).tekst(`opmerking.${onderdeel}`),
        })),
      )
      if (gedaan.ok) return undefined
      const { reden } = gedaan
      const bij = 'onderdeel' in reden ? reden.onderdeel : onderdelen[0]
      return { veld: `opmerking.${bij}`, tekst: beoordeelzin(reden, titel), code: reden.code }
    }),
  )
}

function uitslag(
  uitkomst: Uitkomst<unknown, Parameters<typeof uitvraagzin>[0]>,
  veld: string,
  titel: (id: string) => string,
): Stapuitslag {
  if (uitkomst.ok) return undefined
  return { veld, tekst: uitvraagzin(uitkomst.reden, titel), code: uitkomst.reden.code }
}

/** Doet een stap en gaat terug naar het scherm; ging het niet, dan staat er waarom, met wat er getypt was. */
async function zet(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  gedaan: string,
  stap: (bezocht: Bezocht) => Promise<Stapuitslag>,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const kwartaal = leesKwartaal(c.req.param('kwartaal'))
  if (kwartaal === undefined) return foutAntwoord(c, 'niet_gevonden')
  const waarden = await leesFormulier(c)
  const titel = (id: string): string => van.beeld.onderdeel.get(id)?.titel ?? id
  const weigering = await stap({ van, kwartaal, waarden, titel })
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (weigering === undefined)
    return c.redirect(maakPad(van.kop, undefined)(`${PAD}/${kwartaalsleutel(kwartaal)}`, { gedaan }), 303)
  if (weigering.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  if (weigering.code === 'uitvraag_onbekend') return foutAntwoord(c, 'niet_gevonden')
  return toon(c, kamer, van, kwartaal, { waarden, fouten: [weigering] }, statusBij(weigering.code))
}

const GEDAAN: Readonly<Record<string, string>> = {
  gesloten: 'De uitvraag is gesloten. Wat was ingediend, is nu openbaar.',
  verlengd: 'De laatste dag is verzet.',
  heropend: 'De uitvraag is heropend.',
  herinnerd: 'De herinneringen staan klaar om te versturen, aan ieder hoogstens één per dag.',
  beoordeeld: 'Uw oordeel is vastgelegd.',
}

export type Getypt = { waarden: Waarden; fouten: readonly VeldFout[] }
export type Uitvraagprops = {
  van: Planbezoek
  uitvraag: Uitvraag
  invul: Invulbeeld
  getypt: Getypt
  /** Er is e-mail om mee te herinneren. */
  metPost: boolean
}

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  kwartaal: Kwartaal,
  getypt: Getypt = { waarden: {}, fouten: [] },
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const gelezen = await van.bezoek.db.lees(async (lezer) => {
    const uitvraag = uitvraagVan(await findUitvragen(lezer, van.kop.id), kwartaal)
    return uitvraag && { uitvraag, invul: await findInvulbeeld(lezer, van.beeld, kwartaal, van.vandaag) }
  })
  if (gelezen === undefined) return foutAntwoord(c, 'niet_gevonden')
  const props: Uitvraagprops = { van, ...gelezen, getypt, metPost: kamer.post !== undefined }
  const titel = `Voortgang ${toonKwartaal(kwartaal)}`
  const gedaan = GEDAAN[c.req.query('gedaan') ?? '']
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voortgang', href: van.pad('/voortgang') },
        { tekst: 'Opvragen', href: van.pad(PAD) },
      ]}
    >
      <Paginakop titel={hoofdletter(titel)} lead={leadVan(props)} />
      {gedaan !== undefined && status === 200 && <Melding soort="goed" titel={gedaan} antwoord />}
      <Stand {...props} />
      <Beoordelen {...props} />
      <Stappen {...props} />
      <Verloop {...props} />
    </Planpagina>,
    status,
  )
}

function leadVan({ van, uitvraag, invul }: Uitvraagprops): string {
  const klaar = invul.regels.filter(({ laatste }) => isKlaar(laatste?.fase ?? 'niets')).length
  const stand = `${klaar} van ${telwoord(invul.regels.length, 'onderdeel', 'onderdelen')} ingediend.`
  return uitvraag.open
    ? `${stand} ${deadlinezin(uitvraag.deadline, van.vandaag)}`
    : `${stand} Gesloten; de laatste dag was ${toonDatum(uitvraag.deadline)}.`
}
