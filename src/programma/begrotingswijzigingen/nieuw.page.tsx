import type { Context } from 'hono'
import { type Datum, jaarVan } from '#basis/datum.ts'
import { stelWijzigingVoor } from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import {
  leesWijziging,
  REGELS_PER_KEER,
  REGELSOORTEN,
  REGELSOORTNAAM,
  rijnaam,
} from '#programma/begrotingswijzigingen/invoer.ts'
import { weigerstatus, weigerzin } from '#programma/begrotingswijzigingen/teksten.ts'
import { ONVERDEELD } from '#programma/namen.ts'
import type { Plan } from '#programma/plan.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { rijsleutels, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { KeuzeVeld, TekstVeld, TekstVlak, Vinkje } from '#ui/veld.tsx'

/** Een begrotingswijziging voorstellen: wie krijgt er geld bij, en waar komt het vandaan. */

const PAD = '/begrotingswijzigingen/nieuw'
/** Een lijst met voorstellen bij het typen; een plan met meer onderdelen zoekt men op nummer of naam. */
const MEESTE_VOORSTELLEN = 300

export function nieuweWijzigingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('begrotingswijziging.voorstellen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { onderdeel, bron, jaar } = c.req.query()
    const waarden = { 'onderdeel.R1': onderdeel ?? '', 'bron.R1': bron ?? '', 'jaar.R1': jaar ?? '' }
    return c.html(<Nieuwpagina van={van} waarden={waarden} fouten={[]} regels={REGELS_PER_KEER} />)
  })
  routes.post('begrotingswijziging.voorstellen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { meer, ...waarden } = await leesFormulier(c)
    const aantal = rijsleutels(waarden, 'bedrag').length
    if (meer !== undefined)
      return c.html(
        <Nieuwpagina
          van={van}
          waarden={waarden}
          fouten={[]}
          regels={Math.min(aantal, 40) + REGELS_PER_KEER}
        />,
      )
    return bewaar(c, kamer, van, waarden, Math.max(REGELS_PER_KEER, Math.min(aantal, 44)))
  })
}

async function bewaar(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  waarden: Waarden,
  regels: number,
): Promise<Response> {
  const { plan } = van.beeld
  const invoer = leesWijziging(waarden, plan)
  if (!invoer.ok)
    return c.html(<Nieuwpagina van={van} waarden={waarden} fouten={invoer.reden} regels={regels} />, 400)
  const uitkomst = await stelWijzigingVoor(van.bezoek, van.kop.id, invoer.waarde)
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok)
    return c.redirect(maakPad(van.kop, undefined)(`/begrotingswijzigingen/${uitkomst.waarde.id}`), 303)
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const fouten = [{ veld: 'bedrag.R1', tekst: weigerzin(uitkomst.reden, plan) }]
  return c.html(
    <Nieuwpagina van={van} waarden={waarden} fouten={fouten} regels={regels} />,
    weigerstatus(uitkomst.reden.code),
  )
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[] }

function Nieuwpagina(props: Invoer & { van: Planbezoek; regels: number }) {
  const { van, waarden, fouten } = props
  const titel = 'Wijziging voorstellen'
  return (
    <Planpagina
      van={van}
      titel={titel}
      fout={fouten.length > 0}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begrotingswijzigingen', href: van.pad('/begrotingswijzigingen') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead="Er verandert nog niets: na dit voorstel volgt eerst een besluit, en dan de boeking."
      />
      <Formulier naam={titel} fouten={fouten}>
        <Sectie
          kop="Wat er verandert"
          onder="Een bedrag met een min gaat eraf. Per bron moet er evenveel bij als af gaan."
        >
          {Array.from({ length: props.regels }, (_, i) => (
            <Regelvelden
              rij={rijnaam(i + 1)}
              nummer={i + 1}
              plan={van.beeld.plan}
              vandaag={van.vandaag}
              waarden={waarden}
              fouten={fouten}
            />
          ))}
          <Knoppen>
            <Knop soort="tweede" naam="meer" waarde="ja">
              Meer regels
            </Knop>
          </Knoppen>
        </Sectie>
        <Vinkje
          naam="sluit"
          label="De bron zelf draagt het verschil"
          uitleg="Kruis aan als het geld komt uit wat de bron nog te verdelen heeft, of daarnaar teruggaat. Die regels hoeft u dan niet zelf in te vullen."
          aan={Boolean(waarden['sluit'])}
        />
        <Vinkje
          naam="beleid"
          label="Ook het beleid verandert"
          uitleg="Bijvoorbeeld een ander doel, of een onderdeel dat stopt. Dat bepaalt mee wie erover besluit."
          aan={Boolean(waarden['beleid'])}
        />
        <TekstVlak
          naam="toelichting"
          label="Waarom is dit nodig?"
          uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen."
          regels={3}
          verplicht
          waarde={waarden['toelichting']}
          fout={foutVan(fouten, 'toelichting')}
        />
        <Knoppen>
          <Knop>Voorstel bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}

function Regelvelden(props: Invoer & { rij: string; nummer: number; plan: Plan; vandaag: Datum }) {
  const { rij, plan, waarden, fouten } = props
  const veld = (naam: string) => ({
    naam: `${naam}.${rij}`,
    waarde: waarden[`${naam}.${rij}`],
    fout: foutVan(fouten, `${naam}.${rij}`),
  })
  const voorstellen =
    plan.onderdelen.length > MEESTE_VOORSTELLEN ? undefined : plan.onderdelen.map(({ titel }) => titel)
  return (
    <fieldset class="oz-veldgroep">
      <legend>Regel {props.nummer}</legend>
      <div class="oz-veldgroep__naast">
        <KeuzeVeld
          {...veld('wat')}
          label="Wat"
          keuzes={REGELSOORTEN.map((soort) => ({ waarde: soort, tekst: REGELSOORTNAAM[soort] }))}
        />
        <TekstVeld {...veld('onderdeel')} label="Onderdeel" voorstellen={voorstellen} />
        <KeuzeVeld
          {...veld('bron')}
          label="Bron"
          leeg={ONVERDEELD}
          keuzes={plan.bronnen.map(({ id, naam }) => ({ waarde: id, tekst: naam }))}
        />
        <TekstVeld
          {...veld('jaar')}
          label="Jaar"
          smal
          waarde={waarden[`jaar.${rij}`] || String(jaarVan(props.vandaag))}
        />
        <TekstVeld {...veld('bedrag')} label="Bedrag (€)" soort="bedrag" />
        <KeuzeVeld
          {...veld('aard')}
          label="Hoe vaak"
          leeg="Niet genoemd"
          keuzes={[
            { waarde: 'incidenteel', tekst: 'Eenmalig (incidenteel)' },
            { waarde: 'structureel', tekst: 'Elk jaar (structureel)' },
          ]}
        />
      </div>
    </fieldset>
  )
}
