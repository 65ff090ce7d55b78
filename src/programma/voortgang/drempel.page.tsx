import type { Context } from 'hono'
import { dagVan, toonDatum } from '#basis/datum.ts'
import { centen, schrijfBedrag } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { stelDrempelIn } from '#programma/voortgang/drempel.flow.ts'
import { findDrempel, findDrempels } from '#programma/voortgang/drempel.store.ts'
import { Drempel, toonDrempel } from '#programma/voortgang/drempel.ts'
import {
  bedrag,
  Formulierlezer,
  promille,
  toonPromille,
  type VeldFout,
  type Waarden,
} from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Vanaf welke afwijking een eigenaar moet uitleggen hoe dat komt. */

const PAD = '/voortgang/grens'

export function drempelPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.drempel', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van, undefined, [])
  })
  routes.post('voortgang.drempel', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const drempel = leesDrempel(waarden)
    if (!drempel.ok) return toon(c, van, waarden, drempel.reden, 400)
    const uitkomst = await stelDrempelIn(van.bezoek, drempel.waarde)
    if (!uitkomst.ok) return foutAntwoord(c, 'mag_niet')
    kamer.planboek.vergeet(van.bezoek.db.schema)
    return c.redirect(maakPad(van.kop, undefined)(PAD), 303)
  })
}

export function leesDrempel(waarden: Waarden): Uitkomst<Drempel, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const deel = lezer.leesAltijd('procent', 0, promille)
  const bedragCent = lezer.leesAltijd('bedrag', centen(0), bedrag)
  if (bedragCent < 0) lezer.meld('bedrag', 'Vul een bedrag van nul of meer in.')
  const dagen = /^\d{1,4}$/u.exec(lezer.tekst('dagen'))?.[0]
  if (dagen === undefined) lezer.meld('dagen', 'Vul een aantal dagen in, zoals 30.')
  const gelezen = Drempel.safeParse({
    promille: deel,
    bedragCent,
    dagen: Number(dagen ?? 0),
  })
  if (!gelezen.success && lezer.fouten.length === 0) lezer.meld('dagen', 'Vul hoogstens 3650 dagen in.')
  return gelezen.success && lezer.fouten.length === 0 ? gelukt(gelezen.data) : geweigerd(lezer.fouten)
}

const waardenVan = ({ promille: deel, bedragCent, dagen }: Drempel): Waarden => ({
  procent: toonPromille(deel),
  bedrag: schrijfBedrag(bedragCent),
  dagen: String(dagen),
})

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  getypt: Waarden | undefined,
  fouten: readonly VeldFout[],
  status: 200 | 400 = 200,
): Promise<Response> {
  const { geldend, eerder } = await van.bezoek.db.lees(async (lezer) => ({
    geldend: await findDrempel(lezer),
    eerder: await findDrempels(lezer),
  }))
  const waarden = getypt ?? waardenVan(geldend.drempel)
  const titel = 'Grens voor uitleg'
  const veld = (naam: string, label: string, soort?: 'bedrag') => (
    <TekstVeld
      naam={naam}
      label={label}
      smal
      soort={soort}
      waarde={waarden[naam]}
      fout={foutVan(fouten, naam)}
    />
  )
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
      <Paginakop
        titel={titel}
        bij={geldend.gekozen ? undefined : <Etiket toon="let-op">te bevestigen</Etiket>}
        lead="Wijkt geld of tijd verder af dan deze grens, dan legt de eigenaar uit: oorzaak, maatregel, risico en prognose."
      />
      <Formulier naam={titel} fouten={fouten}>
        {veld('procent', 'Meer dan dit deel van de begroting van het jaar (%)')}
        {veld('bedrag', 'Of meer dan dit bedrag (€)', 'bedrag')}
        {veld('dagen', 'Of een mijlpaal meer dan zoveel dagen later')}
        <Knoppen>
          <Knop>Zo vastleggen</Knop>
        </Knoppen>
      </Formulier>
      {eerder.length > 0 && (
        <Sectie kop="Wat eerder gold" onder="Wat al is ingediend, houdt het voorstel van toen.">
          <Zijbalklijst
            items={eerder.map(({ waarde, op, door }) => ({
              tekst: `${toonDrempel(waarde)}, of ${waarde.dagen} dagen`,
              bij: `${toonDatum(dagVan(op))}${door === null ? '' : `, door ${door}`}`,
            }))}
          />
        </Sectie>
      )}
    </Planpagina>,
    status,
  )
}
