import type { Context } from 'hono'
import { dagVan, toonDatum } from '#basis/datum.ts'
import { hoofdletter } from '#basis/tekst.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import { Redenformulier } from '#programma/begrotingswijzigingen/stapacties.tsx'
import { Besluitkeuze, leesBesluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
import { Waarop } from '#programma/besluiten/waarop.tsx'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { kruimelsVan } from '#programma/overheveling/overhevelen.page.tsx'
import { beslis, type Overhevelingweigering } from '#programma/overheveling/overheveling.flow.ts'
import { findOverheveling } from '#programma/overheveling/overheveling.store.ts'
import { kanNaar, type Overheveling, STANDWOORD, standVan } from '#programma/overheveling/overheveling.ts'
import { weigerstatus, weigerzin } from '#programma/overheveling/teksten.ts'
import { type Besluit, findBesluiten } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
  rondAf,
} from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Eén overheveling: wat is voorgesteld, wat is besloten, en wat er nu kan. */

const EEN = '/jaareinde/overhevelingen/:id'

export function overhevelingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.toelichting.lezen', EEN, (c) => toonEen(c, kamer, {}))
  routes.post('jaareinde.boeken', `${EEN}/besluit`, async (c) => {
    const waarden = await leesFormulier(c)
    const besluit = leesBesluitkeuze(waarden, c.get('bezoek').klok.vandaag())
    if (!besluit.ok) return toonEen(c, kamer, { waarden, fouten: besluit.reden }, 400)
    const stand = waarden['stand'] === 'gemachtigd' ? 'gemachtigd' : 'vastgesteld'
    const oordeel = { stand, besluit: besluit.waarde } as const
    return handel(c, kamer, waarden, () => beslis(kamer.boekhouder, c.get('bezoek'), idVan(c), oordeel))
  })
  routes.post('jaareinde.boeken', `${EEN}/vervallen`, async (c) => {
    const waarden = await leesFormulier(c)
    const oordeel = { stand: 'vervallen', reden: waarden['reden'] ?? '' } as const
    return handel(c, kamer, waarden, () => beslis(kamer.boekhouder, c.get('bezoek'), idVan(c), oordeel))
  })
}

const idVan = (c: Context): string => c.req.param('id') ?? ''

type Stapinvoer = { waarden?: Waarden; fouten?: readonly VeldFout[]; weigering?: Overhevelingweigering }

const handel = (
  c: Context<Omgeving>,
  kamer: Programmakamer,
  waarden: Waarden,
  doe: () => Promise<Uitkomst<unknown, Overhevelingweigering>>,
): Promise<Response> =>
  rondAf(c, kamer, {
    doe,
    pad: `/jaareinde/overhevelingen/${idVan(c)}`,
    toonWeigering: (weigering) => toonEen(c, kamer, { waarden, weigering }, weigerstatus(weigering.code)),
  })

async function toonEen(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Stapinvoer,
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const [overheveling, besluiten] = await van.bezoek.db.lees(async (lezer) => [
    await findOverheveling(lezer, idVan(c)),
    await findBesluiten(lezer),
  ])
  if (overheveling === undefined || overheveling.plan !== van.kop.id) return foutAntwoord(c, 'niet_gevonden')
  const titel = `Overheveling ${overheveling.nummer}`
  return c.html(
    <Planpagina van={van} titel={titel} fout={status !== 200} kruimels={kruimelsVan(van, overheveling.jaar)}>
      <Paginakop titel={titel} lead={overheveling.reden} />
      {invoer.weigering !== undefined && (
        <Melding soort="fout" titel="Niet gelukt" antwoord>
          {weigerzin(invoer.weigering)}
        </Melding>
      )}
      <Kern van={van} overheveling={overheveling} />
      <Stappen van={van} overheveling={overheveling} />
      {van.mag('jaareinde.boeken') && (
        <Acties van={van} overheveling={overheveling} besluiten={besluiten} invoer={invoer} />
      )}
    </Planpagina>,
    status,
  )
}

function Kern(props: { van: Planbezoek; overheveling: Overheveling }) {
  const { van, overheveling } = props
  const { plan } = van.beeld
  return (
    <Feiten
      feiten={[
        { label: 'Stand', waarde: hoofdletter(STANDWOORD[standVan(overheveling)]) },
        {
          label: 'Onderdeel',
          waarde: (
            <Link href={van.pad(`/onderdelen/${overheveling.onderdeel}`)}>
              {onderdeelnaam(plan)(overheveling.onderdeel)}
            </Link>
          ),
        },
        { label: 'Bron', waarde: bronnaam(plan)(overheveling.bron) },
        { label: 'Van en naar', waarde: `${overheveling.jaar} naar ${overheveling.naarJaar}` },
        { label: 'Bedrag', waarde: <Bedrag cent={overheveling.bedragCent} centen /> },
        {
          label: 'Voorwaarde',
          waarde: overheveling.voorwaarde ?? 'geen',
          bij:
            overheveling.vervaltOp === null
              ? undefined
              : `besluiten kan tot en met ${toonDatum(overheveling.vervaltOp)}`,
        },
      ]}
    />
  )
}

function Stappen(props: { van: Planbezoek; overheveling: Overheveling }) {
  const { van } = props
  return (
    <Sectie kop="Hoe het ging">
      <Tabel
        bijschrift="Stappen"
        bijschriftVerborgen
        rijen={props.overheveling.stappen}
        kolommen={[
          { sleutel: 'stand', kop: 'Stap', cel: ({ stand }) => hoofdletter(STANDWOORD[stand]) },
          { sleutel: 'dag', kop: 'Dag', cel: ({ op }) => toonDatum(dagVan(op)) },
          { sleutel: 'wie', kop: 'Wie', cel: ({ door }) => door ?? 'vanzelf, na de laatste dag' },
          {
            sleutel: 'bij',
            kop: 'Waarop',
            cel: (stap) => (
              <>
                <Waarop van={van} stap={stap} /> {stap.reden}
              </>
            ),
          },
        ]}
      />
    </Sectie>
  )
}

function Acties(props: {
  van: Planbezoek
  overheveling: Overheveling
  besluiten: readonly Besluit[]
  invoer: Stapinvoer
}) {
  const { van, overheveling, invoer } = props
  const stand = standVan(overheveling)
  if (!kanNaar(stand, 'vastgesteld')) return null
  const naar = (stap: string): string => van.pad(`/jaareinde/overhevelingen/${overheveling.id}/${stap}`)
  const keuzes = [
    {
      waarde: 'vastgesteld',
      tekst: 'Vaststellen',
      uitleg: `Het geld komt in ${overheveling.naarJaar}.`,
    },
    ...(kanNaar(stand, 'gemachtigd')
      ? [
          {
            waarde: 'gemachtigd',
            tekst: 'Voorlopig machtigen',
            uitleg:
              'Het college laat het alvast uitgeven; de raad stelt het later vast. Er wordt nog niets geboekt.',
          },
        ]
      : []),
  ]
  return (
    <>
      <Sectie kop="Besluit vastleggen">
        <Formulier naam="Besluit vastleggen" actie={naar('besluit')} fouten={invoer.fouten}>
          <Keuzerondjes
            naam="stand"
            label="Wat is er besloten?"
            keuzes={keuzes}
            waarde={invoer.waarden?.['stand'] ?? 'vastgesteld'}
          />
          <Besluitkeuze
            besluiten={props.besluiten}
            magNieuw={van.mag('besluit.vastleggen')}
            leeg="Kies een besluit"
            waarden={invoer.waarden ?? {}}
            fouten={invoer.fouten ?? []}
          />
          <Knoppen>
            <Knop>Vastleggen</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
      <Meer kop="Het gaat niet door">
        <Alinea>Het geld valt dan terug aan de bron.</Alinea>
        <Redenformulier naam="Vervallen" actie={naar('vervallen')} label="Waarom gaat het niet door?" />
      </Meer>
    </>
  )
}
