import type { Context } from 'hono'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { isVan, magInvullen } from '#programma/uitvraag/eigenaar.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import { leesFormulierregels, regelfouten } from '#programma/voortgang/invoer.ts'
import { findInvulbeeld, type Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { type Getypt, Invulpagina, PAD } from '#programma/voortgang/invulpagina.tsx'
import { kwartaalsleutel, leesKwartaal } from '#programma/voortgang/kwartaal.ts'
import { invulzin, regelzin } from '#programma/voortgang/teksten.ts'
import { vulVoortgangIn } from '#programma/voortgang/voortgang.flow.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'

/** Alles wat iemand over zijn onderdelen moet vertellen, op één pagina die al voor een deel is ingevuld. */

export function mijnVoortgangPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.invullen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van)
  })
  routes.post('voortgang.invullen', `${PAD}/:kwartaal`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const kwartaal = leesKwartaal(c.req.param('kwartaal'))
    if (kwartaal === undefined) return foutAntwoord(c, 'niet_gevonden')
    const waarden = await leesFormulier(c)
    const gelezen = leesFormulierregels(waarden)
    if (gelezen.fouten.length > 0) return toon(c, van, { waarden, fouten: gelezen.fouten }, 400)
    const uitkomst = await vulVoortgangIn(van.bezoek, { beeld: van.beeld, kwartaal, regels: gelezen.regels })
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (!uitkomst.ok) {
      if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
      return toon(c, van, { waarden, fouten: [], melding: invulzin(uitkomst.reden) }, 409)
    }
    const fouten = uitkomst.waarde.flatMap((regel) =>
      regel.uitslag === 'geweigerd'
        ? regelfouten(
            regel.onderdeel,
            regel.reden,
            `${titelVan(van, regel.onderdeel)}: ${regelzin(regel.reden)}`,
          )
        : [],
    )
    if (fouten.length > 0) return toon(c, van, { waarden, fouten }, 400)
    const ingediend = uitkomst.waarde.filter(({ uitslag }) => uitslag === 'ingediend').length
    const vraag = { kwartaal: kwartaalsleutel(kwartaal), onderdeel: waarden['onderdeel'], ingediend }
    return c.redirect(`${maakPad(van.kop, undefined)(PAD, vraag)}#gedaan`, 303)
  })
}

const titelVan = ({ beeld }: Planbezoek, id: string): string => beeld.onderdeel.get(id)?.titel ?? id

/** De uitvraag in het adres, of de eerste die nog open is. */
function kiesUitvraag(c: Context, uitvragen: readonly Uitvraag[]): Uitvraag | undefined {
  const gevraagd = leesKwartaal(c.req.param('kwartaal') ?? c.req.query('kwartaal'))
  if (gevraagd !== undefined) return uitvraagVan(uitvragen, gevraagd)
  const open = uitvragen.filter((uitvraag) => uitvraag.open)
  return open.toSorted((een, ander) => (een.deadline < ander.deadline ? -1 : 1))[0]
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  getypt: Getypt = { waarden: {}, fouten: [] },
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const { uitvraag, uitvragen, invul } = await van.bezoek.db.lees(async (lezer) => {
    const alle = await findUitvragen(lezer, van.kop.id)
    const gekozen = kiesUitvraag(c, alle)
    return {
      uitvragen: alle,
      uitvraag: gekozen,
      invul: gekozen && (await findInvulbeeld(lezer, van.beeld, gekozen, van.vandaag)),
    }
  })
  const onderdeel = getypt.waarden['onderdeel'] ?? c.req.query('onderdeel')
  const mijn = kiesRegels(van, invul?.regels ?? [], onderdeel)
  const peildag = invul?.gegevens.peildag ?? van.vandaag
  const titel = 'Mijn voortgang'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voortgang', href: van.pad('/voortgang') },
      ]}
    >
      {uitvraag === undefined ? (
        <>
          <Paginakop titel={titel} lead="U hoeft nu niets in te vullen." />
          <LegeStaat titel="Er is geen voortgang gevraagd">
            De programmamanager opent een uitvraag per kwartaal. Dan staan hier uw onderdelen, met de cijfers
            er al bij.
          </LegeStaat>
        </>
      ) : (
        <Invulpagina
          {...{ van, uitvraag, uitvragen, mijn, peildag, getypt, onderdeel }}
          ingediend={c.req.query('ingediend')}
        />
      )}
    </Planpagina>,
    status,
  )
}

/** Wat op iemands lijst staat; één onderdeel als iemand daarvoor komt en het mag. */
function kiesRegels(van: Planbezoek, regels: readonly Invulregel[], onderdeel: string | undefined) {
  const { wie } = van.bezoek
  if (wie === undefined) return []
  if (onderdeel !== undefined && onderdeel !== '')
    return regels.filter((regel) => regel.onderdeel.id === onderdeel && magInvullen(regel.eigenaar, wie))
  return regels.filter(({ eigenaar }) => isVan(eigenaar, wie))
}
