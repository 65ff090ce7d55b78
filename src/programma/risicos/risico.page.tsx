import type { Context } from 'hono'
import { schrijfBedrag, toonEuroCenten } from '#basis/geld.ts'
import { alsDate } from '#basis/moment.ts'
import { opsomming } from '#basis/tekst.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { Risicoformulier } from '#programma/risicos/formulier.tsx'
import { leesRisico, weigerfout } from '#programma/risicos/invoer.ts'
import { anders, KANSNAAM, type Risico, type Risicoveld, verwachtVan } from '#programma/risicos/risico.ts'
import { maakRisico, wijzigRisico } from '#programma/risicos/risicos.flow.ts'
import {
  findRisicoregels,
  findRisicoversies,
  type GeldendeRisicoregels,
} from '#programma/risicos/risicos.store.ts'
import { bereik, waarvan } from '#programma/risicos/tabel.ts'
import { gaatOver } from '#programma/vastleggen/vastleggen.store.ts'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Eén risico met zijn versies, en het formulier om het te maken of bij te werken. */

type Invoer = { waarden: Waarden | undefined; fouten: readonly VeldFout[] }
const LEEG: Invoer = { waarden: undefined, fouten: [] }
const NUMMERPAD = '/risicos/:nummer{[0-9]{1,6}}'

export function risicoPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('risico.beheren', '/risicos/nieuw', (c) => toonNieuw(c, kamer, LEEG))
  routes.post('risico.beheren', '/risicos/nieuw', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const risico = leesRisico({ ...waarden, stand: 'open' })
    if (!risico.ok) return toonNieuw(c, kamer, { waarden, fouten: risico.reden }, 400)
    const uitkomst = await maakRisico(van.bezoek, van.kop.id, risico.waarde)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/risicos/${uitkomst.waarde.nummer}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return toonNieuw(c, kamer, { waarden, fouten: [NIET_VAN_U] }, 403)
    return toonNieuw(c, kamer, { waarden, fouten: [weigerfout(uitkomst.reden)] }, 400)
  })
  routes.get('risico.lezen', NUMMERPAD, (c) => toonEen(c, kamer, LEEG))
  routes.post('risico.beheren', NUMMERPAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const risico = leesRisico(waarden)
    if (!risico.ok) return toonEen(c, kamer, { waarden, fouten: risico.reden }, 400)
    const nummer = Number(c.req.param('nummer'))
    const plek = { nummer, gezien: alsGezien(gezien) }
    const uitkomst = await wijzigRisico(van.bezoek, van.kop.id, plek, risico.waarde)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/risicos/${nummer}`), 303)
    const { reden } = uitkomst
    if (reden.code === 'mag_niet') return toonEen(c, kamer, { waarden, fouten: [NIET_VAN_U] }, 403)
    const status = reden.code === 'intussen_gewijzigd' ? 409 : reden.code === 'risico_onbekend' ? 404 : 400
    return toonEen(c, kamer, { waarden, fouten: [weigerfout(reden)] }, status)
  })
}

const NIET_VAN_U: VeldFout = {
  veld: 'onderdeel',
  tekst: 'U gaat niet over dit onderdeel. Kies een onderdeel dat op uw pagina Mijn onderdelen staat.',
}
type Status = 200 | 400 | 403 | 404 | 409

async function toonNieuw(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer,
  status: Status = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const waarden = invoer.waarden ?? { onderdeel: c.req.query('onderdeel') ?? '', kans: '3' }
  return c.html(
    <Planpagina van={van} titel="Risico toevoegen" fout={status !== 200} kruimels={kruimels(van)}>
      <Paginakop titel="Risico toevoegen" lead="Schrijf op wat er mis kan gaan en wat wij eraan doen." />
      <Risicoformulier
        van={van}
        actie="/risicos/nieuw"
        waarden={waarden}
        fouten={invoer.fouten}
        knop="Risico bewaren"
      />
    </Planpagina>,
    status,
  )
}

const kruimels = (van: Planbezoek) => [
  { tekst: 'Overzicht', href: van.pad('/') },
  { tekst: "Risico's", href: van.pad('/risicos') },
]

async function toonEen(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer,
  status: Status = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { versies, geldend, eigen } = await van.bezoek.db.lees(async (lezer) => {
    const gelezen = await findRisicoversies(lezer, van.kop.id, Number(c.req.param('nummer')))
    const onderdeel = gelezen[0]?.onderdeel ?? null
    return {
      versies: gelezen,
      geldend: await findRisicoregels(lezer, van.kop.id),
      eigen: van.mag('risico.beheren') && (await gaatOver(lezer, van.bezoek, van.kop.id, onderdeel)),
    }
  })
  const [risico] = versies
  if (risico === undefined)
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Dit risico is er niet',
      zin: 'Er is geen risico met dit nummer.',
    })
  const waarden = invoer.waarden ?? waardenVan(risico)
  return c.html(
    <Planpagina van={van} titel={`Risico R${risico.nummer}`} fout={status !== 200} kruimels={kruimels(van)}>
      <Paginakop
        titel={risico.gebeurtenis}
        code={`R${risico.nummer}`}
        bij={risico.stand === 'gesloten' ? <Etiket>gesloten</Etiket> : undefined}
        lead={risico.oorzaak}
      />
      <Kern van={van} risico={risico} geldend={geldend} />
      <Geschiedenis versies={versies} van={van} />
      {eigen && (
        <Sectie kop="Bijwerken" id="bijwerken" onder="De vorige versies blijven staan.">
          <Risicoformulier
            van={van}
            actie={`/risicos/${risico.nummer}`}
            waarden={waarden}
            fouten={invoer.fouten}
            gezien={risico.volgnr}
            knop="Nieuwe versie bewaren"
          />
        </Sectie>
      )}
    </Planpagina>,
    status,
  )
}

const waardenVan = (risico: Risico): Waarden => ({
  onderdeel: risico.onderdeel ?? '',
  oorzaak: risico.oorzaak,
  gebeurtenis: risico.gebeurtenis,
  gevolg: risico.gevolg,
  kans: String(risico.kans),
  laag: schrijfBedrag(risico.laagCent),
  hoog: schrijfBedrag(risico.hoogCent),
  maatregel: risico.maatregel,
  eigenaarrol: risico.eigenaarrol,
  stand: risico.stand,
})

function Kern(props: { van: Planbezoek; risico: Risico; geldend: GeldendeRisicoregels }) {
  const { van, risico, geldend } = props
  const { onderdeel } = risico
  return (
    <>
      <Feiten
        feiten={[
          {
            label: 'Waarvan',
            waarde:
              onderdeel === null ? (
                'Hele programma'
              ) : (
                <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{waarvan(van)(onderdeel)}</Link>
              ),
          },
          {
            label: 'Kans',
            waarde: KANSNAAM[risico.kans],
            bij: `${geldend.regels.kansen[risico.kans - 1]}\u00a0%${geldend.bevestigd ? '' : ', te bevestigen'}`,
          },
          { label: 'Kost dan', waarde: bereik(risico) },
          {
            label: 'Naar verwachting',
            waarde: toonEuroCenten(verwachtVan(risico, geldend.regels)),
            bij: 'kans maal het midden, op de cent afgerond',
          },
          { label: 'Wie let erop', waarde: risico.eigenaarrol },
        ]}
      />
      <Sectie kop="Wat het gevolg is">
        <Alinea>{risico.gevolg}</Alinea>
      </Sectie>
      <Sectie kop="Wat wij eraan doen">
        <Alinea>{risico.maatregel}</Alinea>
      </Sectie>
      {risico.stand === 'gesloten' && (
        <Sectie kop="Waarom het gesloten is">
          <Alinea>{risico.reden}</Alinea>
        </Sectie>
      )}
    </>
  )
}

const VELDNAAM = {
  onderdeel: 'waarvan',
  oorzaak: 'oorzaak',
  gebeurtenis: 'gebeurtenis',
  gevolg: 'gevolg',
  kans: 'kans',
  laagCent: 'laagste bedrag',
  hoogCent: 'hoogste bedrag',
  maatregel: 'maatregel',
  eigenaarrol: 'wie erop let',
  stand: 'open of gesloten',
} as const satisfies Record<Risicoveld, string>

/** Wat er in een versie veranderde; bij de eerste is alles nieuw. */
function veranderd(versies: readonly Risico[], versie: Risico): string {
  const vorige = versies.find(({ volgnr }) => volgnr === versie.volgnr - 1)
  if (vorige === undefined) return 'eerste versie'
  const velden = anders(vorige, versie).map((veld) => VELDNAAM[veld])
  return velden.length === 0 ? 'alleen de reden' : opsomming(velden)
}

const Geschiedenis = ({ van, versies }: { van: Planbezoek; versies: readonly Risico[] }) => (
  <Sectie kop="Versies" id="versies">
    <Tabel
      bijschrift="Versies, de nieuwste eerst"
      bijschriftVerborgen
      rijen={versies}
      kolommen={[
        { sleutel: 'op', kop: 'Vastgelegd', cel: ({ op }) => toonMoment(alsDate(op)) },
        { sleutel: 'stand', kop: 'Stand', cel: ({ stand }) => stand },
        { sleutel: 'kans', kop: 'Kans', cel: ({ kans }) => KANSNAAM[kans] },
        { sleutel: 'kost', kop: 'Kost dan', cel: bereik },
        { sleutel: 'anders', kop: 'Veranderd', cel: (versie) => veranderd(versies, versie) },
        { sleutel: 'reden', kop: 'Waarom', cel: ({ reden }) => reden },
        ...(van.mag('mijlpaal.toelichting.lezen')
          ? [{ sleutel: 'door', kop: 'Door', cel: ({ door }: Risico) => door ?? 'bij het laden' }]
          : []),
      ]}
    />
  </Sectie>
)
