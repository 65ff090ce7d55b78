import type { Context } from 'hono'
import { dagVan, toonDatum } from '#basis/datum.ts'
import { centen, schrijfBedrag } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Instelinvoer, instelscherm } from '#programma/instelscherm.tsx'
import { type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
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
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Vanaf welke afwijking een eigenaar moet uitleggen hoe dat komt. */

export const drempelPagina = (routes: Routes, kamer: Programmakamer): void =>
  instelscherm(routes, kamer, {
    handeling: 'voortgang.drempel',
    pad: '/voortgang/grens',
    lees: leesDrempel,
    stelIn: stelDrempelIn,
    toon,
  })

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
  { getypt, fouten }: Instelinvoer,
): Promise<Response> {
  const status = fouten.length === 0 ? 200 : 400
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
