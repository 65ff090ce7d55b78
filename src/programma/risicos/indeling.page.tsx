import type { Context } from 'hono'
import { schrijfBedrag } from '#basis/geld.ts'
import { leesPlanbezoek, maakPad, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { leesRisicoregels, regelfout } from '#programma/risicos/invoer.ts'
import { KANSEN, KANSNAAM } from '#programma/risicos/risico.ts'
import { stelRisicoregels } from '#programma/risicos/risicos.flow.ts'
import { findRisicoregels, type GeldendeRisicoregels } from '#programma/risicos/risicos.store.ts'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { TekstVeld } from '#ui/veld.tsx'

/** Hoe groot elke kansklasse is en waar elke gevolgklasse eindigt. Elke gemeente kiest dat zelf. */

const PAD = '/risicos/indeling'

export function risicoindelingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('risicoregel.stellen', PAD, (c) => toon(c, kamer, undefined, []))
  routes.post('risicoregel.stellen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const regels = leesRisicoregels(waarden)
    if (!regels.ok) return toon(c, kamer, waarden, regels.reden, 400)
    const nummer = alsGezien(gezien)
    const uitkomst = await stelRisicoregels(van.bezoek, van.kop.id, regels.waarde, nummer)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)('/risicos'), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const status = uitkomst.reden.code === 'intussen_gewijzigd' ? 409 : 400
    return toon(c, kamer, waarden, [regelfout(uitkomst.reden)], status)
  })
}

const waardenVan = ({ regels }: GeldendeRisicoregels): Waarden =>
  Object.fromEntries([
    ...regels.kansen.map((kans, i) => [`kans.${i + 1}`, String(kans)]),
    ...regels.grenzenCent.map((grens, i) => [`grens.${i + 1}`, schrijfBedrag(grens)]),
  ])

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  getypt: Waarden | undefined,
  fouten: readonly VeldFout[],
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const geldend = await van.bezoek.db.lees((lezer) => findRisicoregels(lezer, van.kop.id))
  const waarden = getypt ?? waardenVan(geldend)
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  const titel = 'Indeling van kans en gevolg'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: "Risico's", href: van.pad('/risicos') },
      ]}
    >
      <Paginakop
        titel={titel}
        bij={geldend.bevestigd ? undefined : <Etiket toon="let-op">te bevestigen</Etiket>}
        lead="Bewaart u dit, dan is het de keuze van de gemeente. Eerdere rapporten blijven rekenen met de indeling van toen."
      />
      <Formulier naam={titel} fouten={fouten} verborgen={{ gezien: String(geldend.volgnr) }}>
        <fieldset class="oz-veldgroep">
          <legend>Hoe groot is elke kans, in procent</legend>
          <div class="oz-veldgroep__naast">
            {KANSEN.map((kans) => (
              <TekstVeld {...veld(`kans.${kans}`)} label={KANSNAAM[kans]} smal verplicht />
            ))}
          </div>
        </fieldset>
        <fieldset class="oz-veldgroep">
          <legend>Tot en met welk bedrag loopt elke gevolgklasse</legend>
          <div class="oz-veldgroep__naast">
            {[1, 2, 3, 4].map((klasse) => (
              <TekstVeld
                {...veld(`grens.${klasse}`)}
                label={`Klasse ${klasse} (€)`}
                soort="bedrag"
                verplicht
              />
            ))}
          </div>
        </fieldset>
        <Knoppen>
          <Knop>Indeling bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>,
    status,
  )
}
