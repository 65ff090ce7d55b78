import type { Context } from 'hono'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import {
  bekijkInlezing,
  findAdministraties,
  findCombinaties,
  findKoppelregels,
  leesKlaar,
  type Onbekend,
} from '#grootboek/deur.ts'
import { effectPagina } from '#programma/koppeling/effect.page.tsx'
import { koppelregelsPagina } from '#programma/koppeling/koppelregels.page.tsx'
import { herkenbareVan, maakWachtrij, type Wachtgroep } from '#programma/koppeling/wachtrij.ts'
import { Wachtrijformulier } from '#programma/koppeling/wachtrij.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import type { VeldFout } from '#ui/formulier.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Paginering } from '#ui/paginering.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat nog nergens bij hoort, grootste bedrag eerst: het eerste uur van elke controller. */

const PER_PAGINA = 20

export function koppelingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('invoer.lezen', '/koppeling', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return toonWachtrij(c, van, { velden: c.req.query(), kies: [], fouten: [] })
  })
  effectPagina(routes, kamer, toonWachtrij)
  koppelregelsPagina(routes, kamer)
}

export type Ingevuld = {
  velden: Readonly<Record<string, string>>
  kies: readonly string[]
  fouten: readonly VeldFout[]
}

type Wachtrij = {
  groepen: readonly Wachtgroep[]
  totaal: Centen
  metAdministratie: boolean
  /** Uit een bestand dat nog niet is vastgelegd. */
  bij: string | undefined
}

/** Toont de wachtrij, zo nodig met wat iemand al invulde. */
export async function toonWachtrij(
  c: Context<Omgeving>,
  van: Planbezoek,
  ingevuld: Ingevuld,
): Promise<Response> {
  const { velden, kies, fouten } = ingevuld
  const wachtrij = await leesWachtrij(van, velden['bij'])
  const aantal = Math.max(1, Math.ceil(wachtrij.groepen.length / PER_PAGINA))
  const blad = Math.min(Math.max(1, Number(velden['blad'] ?? 1) || 1), aantal)
  const scherm = { van, wachtrij, blad, aantal, velden, kies: new Set(kies), fouten }
  return c.html(<Koppelingpagina {...scherm} />, fouten.length > 0 ? 400 : 200)
}

function leesWachtrij(van: Planbezoek, bij: string | undefined): Promise<Wachtrij> {
  const programma = van.kop.id
  return van.bezoek.db.lees(async (lezer) => {
    const uitBestand = bij === undefined ? undefined : await uitVoorbereiding(lezer, bij, programma)
    const combinaties: Onbekend[] =
      uitBestand ?? (await findCombinaties(lezer, true)).filter((een) => een.programma === programma)
    const administraties = new Set([
      ...(await findAdministraties(lezer)),
      ...combinaties.map(({ administratie }) => administratie),
    ])
    const regels = await findKoppelregels(lezer)
    const bronnen = van.beeld.plan.bronnen.map(({ id, naam }) => ({ programma, bron: id, naam }))
    return {
      groepen: maakWachtrij(combinaties, regels, herkenbareVan(van.beeld, programma), bronnen),
      totaal: centen(combinaties.reduce((op, { bedragCent }) => op + bedragCent, 0)),
      metAdministratie: administraties.size > 1,
      bij: uitBestand === undefined ? undefined : bij,
    }
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

async function uitVoorbereiding(
  lezer: Parameters<typeof leesKlaar>[0],
  bij: string,
  programma: string,
): Promise<Onbekend[] | undefined> {
  const klaar = UUID.test(bij) ? await leesKlaar(lezer, bij) : undefined
  if (klaar?.soort !== 'gelezen' || klaar.programma !== programma) return undefined
  const beeld = await bekijkInlezing(lezer, { gelezen: klaar.gelezen, programma })
  return beeld.ok ? [...beeld.waarde.onbekend] : undefined
}

type Schermprops = {
  van: Planbezoek
  wachtrij: Wachtrij
  blad: number
  aantal: number
  velden: Readonly<Record<string, string>>
  kies: ReadonlySet<string>
  fouten: readonly VeldFout[]
}

function Koppelingpagina(props: Schermprops) {
  const { van, wachtrij, fouten } = props
  const { groepen, totaal, bij } = wachtrij
  const lead =
    groepen.length === 0
      ? 'Al het geld heeft een plek.'
      : `${toonEuro(totaal)} hoort nog nergens bij, in ${telwoord(groepen.length, 'groep', 'groepen')}. Het grootste bedrag staat bovenaan.`
  return (
    <Planpagina
      van={van}
      titel="Koppeling"
      kruimels={[{ tekst: 'Werk', href: van.pad('/werk') }]}
      fout={fouten.length > 0}
    >
      <Paginakop titel="Koppeling" lead={lead} acties={<Acties van={van} />} />
      {bij !== undefined && (
        <Melding soort="info" titel="Dit komt uit een bestand dat nog niet is vastgelegd">
          Wat u hier koppelt, telt meteen mee.{' '}
          <Link href={van.pad(`/inlezen/klaar/${bij}`)}>Terug naar het bestand</Link>
        </Melding>
      )}
      {props.velden['klaar'] !== undefined && fouten.length === 0 && (
        <Melding soort="goed" titel="De koppeling is vastgelegd" antwoord>
          Hieronder staat wat er nog over is.
        </Melding>
      )}
      {groepen.length === 0 ? <Niets van={van} /> : <Wachtrijdeel {...props} />}
    </Planpagina>
  )
}

const Acties = (props: { van: Planbezoek }) => (
  <>
    <KnopLink href={props.van.pad('/koppeling/regels')}>Alle regels</KnopLink>
    {props.van.mag('koppeling.beheren') && (
      <>
        <KnopLink href={props.van.pad('/koppeling/nieuw')}>Nieuwe regel</KnopLink>
        <KnopLink href={props.van.pad('/koppeling/verdeling')}>Volgorde van bronnen</KnopLink>
      </>
    )}
  </>
)

function Niets(props: { van: Planbezoek }) {
  const { van } = props
  return (
    <LegeStaat
      titel="Er is niets dat nog gekoppeld moet worden"
      actie={<KnopLink href={van.pad('/inlezen')}>Bestand inlezen</KnopLink>}
    >
      Leest de financieel adviseur een bestand in met een rekening, kostenplaats of project dat wij nog niet
      kennen? Dan staat het hier, met het bedrag erbij.
    </LegeStaat>
  )
}

function Wachtrijdeel(props: Schermprops) {
  const { van, wachtrij, blad, aantal, velden, kies, fouten } = props
  const { groepen, metAdministratie, bij } = wachtrij
  const hier = groepen.slice((blad - 1) * PER_PAGINA, blad * PER_PAGINA)
  const vink = velden['vink'] === 'ja'
  const voorstellen = hier.filter(({ voorstel }) => voorstel !== undefined).length
  const vraag = { bij, blad: blad === 1 ? undefined : blad }
  return (
    <>
      {van.mag('koppeling.beheren') ? (
        <>
          <Alinea>
            Vink aan wat u wilt koppelen, kies waar het bij hoort en bekijk dan het effect. Er verandert pas
            iets als u het vastlegt.
          </Alinea>
          {voorstellen > 0 && !vink && (
            <Knoppen>
              <KnopLink href={van.pad('/koppeling', { ...vraag, vink: 'ja' })}>
                {`Vink ${telwoord(voorstellen, 'voorstel', 'voorstellen')} aan`}
              </KnopLink>
              <KnopLink href="#effect">Naar de knop onderaan</KnopLink>
            </Knoppen>
          )}
          <Wachtrijformulier
            van={van}
            groepen={hier}
            metAdministratie={metAdministratie}
            vink={vink}
            velden={velden}
            kies={kies}
            fouten={fouten}
            verborgen={{
              ...(bij === undefined ? {} : { bij }),
              ...(blad === 1 ? {} : { blad: String(blad) }),
            }}
          />
        </>
      ) : (
        <Leestabel groepen={hier} />
      )}
      <Paginering
        huidig={blad}
        aantal={aantal}
        href={(naar) => van.pad('/koppeling', { bij, blad: naar === 1 ? undefined : naar })}
      />
    </>
  )
}

const Leestabel = (props: { groepen: readonly Wachtgroep[] }) => (
  <Tabel
    bijschrift="Nog nergens bij"
    bijschriftVerborgen
    rijen={props.groepen}
    kolommen={[
      { sleutel: 'code', kop: 'Staat op', cel: ({ soort, code }) => `${soort} ${code}` },
      { sleutel: 'aantal', kop: 'Regels', soort: 'getal', cel: ({ aantal }) => aantal },
      { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
    ]}
  />
)
