import type { Context } from 'hono'
import { toonBedrag } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  BESLISSERNAAM,
  BESLISSERS,
  Geldregels,
  ORGAANREDEN,
  ORGAANREGELS,
} from '#programma/begrotingswijzigingen/bevoegd.ts'
import { stelGeldregelsIn } from '#programma/begrotingswijzigingen/geldregels.flow.ts'
import { findGeldregels, type GeldendeRegels } from '#programma/begrotingswijzigingen/geldregels.store.ts'
import { type Instelinvoer, instelscherm } from '#programma/instelscherm.tsx'
import { type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import {
  bedrag,
  Formulierlezer,
  keuze,
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
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Welk orgaan waarover besluit, en de grenzen. Wat niemand koos, is een aanname en nog te bevestigen. */

export const geldregelsPagina = (routes: Routes, kamer: Programmakamer): void =>
  instelscherm(routes, kamer, {
    handeling: 'mandaat.beheren',
    pad: '/begrotingswijzigingen/regels',
    lees: leesGeldregels,
    stelIn: stelGeldregelsIn,
    toon,
  })

export function leesGeldregels(waarden: Waarden): Uitkomst<Geldregels, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const organen = Object.fromEntries(
    ORGAANREGELS.map((naam) => [
      `orgaan-${naam}`,
      lezer.leesAltijd(`orgaan-${naam}`, 'raad', keuze(BESLISSERS, 'wie besluit')),
    ]),
  )
  const grens = lezer.leesAltijd('grens-binnen-groep', undefined, bedrag)
  if (grens !== undefined && grens < 0) lezer.meld('grens-binnen-groep', 'Vul een bedrag van nul of meer in.')
  const rechtmatigheid = lezer.leesAltijd('grens-rechtmatigheid', undefined, promille)
  const gelezen = Geldregels.safeParse({
    ...organen,
    'grens-binnen-groep': grens,
    'grens-rechtmatigheid': rechtmatigheid,
  })
  return gelezen.success && lezer.fouten.length === 0 ? gelukt(gelezen.data) : geweigerd(lezer.fouten)
}

const waardenVan = (regels: Geldregels): Waarden => ({
  ...Object.fromEntries(ORGAANREGELS.map((naam) => [`orgaan-${naam}`, regels[`orgaan-${naam}`]])),
  'grens-binnen-groep': toonBedrag(regels['grens-binnen-groep']),
  'grens-rechtmatigheid': toonPromille(regels['grens-rechtmatigheid']),
})

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  { getypt, fouten }: Instelinvoer,
): Promise<Response> {
  const status = fouten.length === 0 ? 200 : 400
  const geldend = await van.bezoek.db.lees(findGeldregels)
  const waarden = getypt ?? waardenVan(geldend.regels)
  const titel = 'Wie waarover besluit'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begrotingswijzigingen', href: van.pad('/begrotingswijzigingen') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead="Bij elke wijziging stelt Omzien voor wie erover besluit. Gelden er meer regels, dan wint het hoogste orgaan."
      />
      <Formulier naam={titel} fouten={fouten}>
        <Sectie kop="Het orgaan">
          {ORGAANREGELS.map((naam) => (
            <KeuzeVeld
              naam={`orgaan-${naam}`}
              label={<Label geldend={geldend} naam={`orgaan-${naam}`} tekst={`Als ${ORGAANREDEN[naam]}`} />}
              keuzes={BESLISSERS.map((een) => ({ waarde: een, tekst: BESLISSERNAAM[een] }))}
              waarde={waarden[`orgaan-${naam}`]}
              fout={foutVan(fouten, `orgaan-${naam}`)}
            />
          ))}
        </Sectie>
        <Sectie kop="Grenzen">
          <TekstVeld
            naam="grens-binnen-groep"
            soort="bedrag"
            label={
              <Label
                geldend={geldend}
                naam="grens-binnen-groep"
                tekst="Hoogstens zoveel binnen één groep (€)"
              />
            }
            waarde={waarden['grens-binnen-groep']}
            fout={foutVan(fouten, 'grens-binnen-groep')}
          />
          <TekstVeld
            naam="grens-rechtmatigheid"
            smal
            label={
              <Label
                geldend={geldend}
                naam="grens-rechtmatigheid"
                tekst="Grens van de rechtmatigheidsverantwoording (% van de lasten)"
              />
            }
            uitleg="De raad stelt deze grens vast."
            waarde={waarden['grens-rechtmatigheid']}
            fout={foutVan(fouten, 'grens-rechtmatigheid')}
          />
        </Sectie>
        <Knoppen>
          <Knop>Zo vastleggen</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>,
    status,
  )
}

const Label = (props: { geldend: GeldendeRegels; naam: string; tekst: string }) => (
  <>
    {props.tekst} {!props.geldend.gekozen.has(props.naam) && <Etiket toon="let-op">te bevestigen</Etiket>}
  </>
)
