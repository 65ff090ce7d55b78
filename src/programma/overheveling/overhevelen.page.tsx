import type { Context } from 'hono'
import { Datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { stelVoor } from '#programma/overheveling/overheveling.flow.ts'
import { weigerstatus, weigerveld, weigerzin } from '#programma/overheveling/teksten.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { bedrag, Formulierlezer, jaartal, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Een overheveling voorstellen: hoeveel, naar welk jaar, en onder welke voorwaarde. */

const NIEUW = '/jaareinde/overhevelen'

export function overhevelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overheveling.voorstellen', NIEUW, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { jaar = '' } = c.req.query()
    return toonNieuw(c, van, { naarJaar: /^\d{4}$/u.test(jaar) ? String(Number(jaar) + 1) : '' }, [])
  })
  routes.post('overheveling.voorstellen', NIEUW, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return bewaar(c, kamer, van, await leesFormulier(c))
  })
}

export const kruimelsVan = (van: Planbezoek, jaar: number) => [
  { tekst: 'Overzicht', href: van.pad('/') },
  { tekst: `Jaareinde ${jaar}`, href: van.pad('/jaareinde', { jaar }) },
]

/** Welk budget het adres noemt; `undefined` als het onderdeel of de bron niet in het plan staat. */
function budgetUit(c: Context, van: Planbezoek) {
  const { onderdeel = '', bron = '', jaar = '' } = c.req.query()
  const bestaat = van.beeld.onderdeel.has(onderdeel) && (bron === '' || van.beeld.bron.has(bron))
  if (!bestaat || !jaartal(jaar).ok) return undefined
  return { programma: van.kop.id, onderdeel, bron: bron === '' ? null : bron, jaar: Number(jaar) }
}

async function bewaar(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  waarden: Waarden,
): Promise<Response> {
  const budget = budgetUit(c, van)
  if (budget === undefined) return foutAntwoord(c, 'niet_gevonden')
  const lezer = new Formulierlezer(waarden, {})
  const bedragCent = lezer.leesAltijd('bedrag', centen(0), bedrag)
  const naarJaar = lezer.leesAltijd('naarJaar', budget.jaar + 1, jaartal)
  const vervaltTekst = lezer.tekst('vervaltOp')
  const vervalt = Datum.safeParse(leesTijdvak(vervaltTekst))
  if (vervaltTekst !== '' && !vervalt.success)
    lezer.meld('vervaltOp', 'Schrijf de laatste dag voluit, zoals 1 juli 2026 of 01-07-2026.')
  if (lezer.fouten.length > 0) return toonNieuw(c, van, waarden, lezer.fouten, 400)
  const uitkomst = await stelVoor(kamer.boekhouder, van.bezoek, {
    budget,
    bedragCent,
    naarJaar,
    vervaltOp: vervalt.success ? vervalt.data : null,
    voorwaarde: lezer.tekst('voorwaarde') || null,
    reden: lezer.tekst('reden'),
  })
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok)
    return c.redirect(maakPad(van.kop, undefined)(`/jaareinde/overhevelingen/${uitkomst.waarde.id}`), 303)
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const fouten = [{ veld: weigerveld(uitkomst.reden.code), tekst: weigerzin(uitkomst.reden) }]
  return toonNieuw(c, van, waarden, fouten, weigerstatus(uitkomst.reden.code))
}

function toonNieuw(
  c: Context<Omgeving>,
  van: Planbezoek,
  waarden: Waarden,
  fouten: readonly VeldFout[],
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Response | Promise<Response> {
  const budget = budgetUit(c, van)
  if (budget === undefined)
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Dit budget is er niet',
      zin: 'Kies bij Jaareinde een onderdeel waarvan geld over is.',
    })
  const { plan } = van.beeld
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  const titel = 'Meenemen naar een later jaar'
  return c.html(
    <Planpagina van={van} titel={titel} fout={status !== 200} kruimels={kruimelsVan(van, budget.jaar)}>
      <Paginakop
        titel={titel}
        lead={`${onderdeelnaam(plan)(budget.onderdeel)}, ${budget.jaar}, uit ${bronnaam(plan)(budget.bron)}.`}
      />
      <Formulier naam={titel} fouten={fouten}>
        <TekstVeld {...veld('bedrag')} label="Bedrag (€)" soort="bedrag" verplicht />
        <TekstVeld {...veld('naarJaar')} label="Naar welk jaar" smal verplicht />
        <TekstVlak
          {...veld('reden')}
          label="Waarom is dit later nodig?"
          uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen."
          regels={3}
          verplicht
        />
        <fieldset class="oz-veldgroep">
          <legend>Alleen als er een voorwaarde is</legend>
          <div class="utrecht-form-field-description">
            Is er voor de laatste dag geen besluit, dan valt het geld vanzelf terug aan de bron.
          </div>
          <TekstVeld {...veld('voorwaarde')} label="Voorwaarde" verplicht={false} />
          <TekstVeld {...veld('vervaltOp')} label="Laatste dag om te besluiten" smal verplicht={false} />
        </fieldset>
        <Knoppen>
          <Knop>Voorstellen</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>,
    status,
  )
}
