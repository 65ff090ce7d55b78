import type { Context } from 'hono'
import { centen } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Celmelding, Prognosestand } from '#programma/begroting/prognose-poort.ts'
import { vergelijkPrognoseblad } from '#programma/begroting/prognose-vergelijken.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { jaarUit, leesEigen } from '#programma/budgethouder/eigen.flow.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import {
  BESTANDFOUTEN,
  foutAntwoord,
  leesBestand,
  leesFormulier,
  type Omgeving,
  type Routes,
} from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { BestandVeld } from '#ui/veld.tsx'

/** Prognoses in een rekenblad: ophalen met de cijfers van nu, invullen, en teruglezen. */

const PAD = '/mijn-onderdelen/prognoseblad'

export function prognosebladPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get(
    'prognose.maken',
    `${PAD}/:bestand`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const vorm = /^prognose\.(ods|xlsx)$/u.exec(c.req.param('bestand'))?.[1]
      if (kamer.prognoses === undefined || (vorm !== 'ods' && vorm !== 'xlsx')) return c.notFound()
      const jaar = jaarUit(van, c.req.query('jaar'))
      const { rijen, tijd } = await leesStanden(van, jaar)
      const stand = {
        geldigTm: van.vandaag,
        bekendNr: tijd.bekendNr,
        bekendOp: tijd.bekendOp,
        hoofd: tijd.bekendNr === 0 ? null : tijd.hash,
      }
      const vel = { titel: `Prognose ${jaar}`, stand, rijen }
      const bestand = kamer.prognoses.schrijfPrognoseblad(vel, vorm)
      const naam = `prognose-${van.kop.id}-${jaar}-${van.vandaag}.${vorm}`
      return bestandsantwoord(bestand, naam)
    },
    { tempo: 'duur' },
  )
  routes.post('prognose.maken', PAD, (c) => neemOver(c, kamer), { inhoud: 'bestand', tempo: 'duur' })
}

/** De rijen van deze budgethouder, met wat Omzien nu weet. */
async function leesStanden(van: Planbezoek, jaar: number) {
  const { eigen, vraag, tijd } = await leesEigen(van, jaar)
  const nul = centen(0)
  const rijen = eigen.onderdelen
    .filter(({ id }) => vraag.cijfers.has(id) || !van.beeld.kinderen.has(id))
    .map(({ id, titel }): Prognosestand => {
      const laatste = vraag.prognoses.find(({ onderdeel }) => onderdeel === id)
      return {
        onderdeel: id,
        titel,
        jaar,
        cijfers: vraag.cijfers.get(id) ?? { naWijziging: nul, verplicht: nul, gerealiseerd: nul, vrij: nul },
        laatste: laatste ?? null,
      }
    })
  return { rijen, tijd }
}

async function neemOver(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  if (kamer.prognoses === undefined) return c.notFound()
  const jaar = jaarUit(van, (await leesFormulier(c))['jaar'])
  const bestand = await leesBestand(c, 'bestand')
  if (!bestand.ok) return toon(c, van, { jaar, fout: BESTANDFOUTEN[bestand.reden] }, 400)
  const gelezen = kamer.prognoses.leesPrognoseblad(bestand.waarde.inhoud)
  if (!gelezen.ok) return toon(c, van, { jaar, geweigerd: gelezen.reden }, 400)
  // Een blad kan over een ander jaar gaan dan op het scherm staat: elk jaar wordt met zijn eigen cijfers vergeleken.
  const jaren = [...new Set([jaar, ...gelezen.waarde.rijen.map((rij) => rij.jaar)])].slice(0, 12)
  const standen = await Promise.all(jaren.map((een) => leesStanden(van, een)))
  const vergelijking = vergelijkPrognoseblad(
    gelezen.waarde.rijen,
    standen.flatMap(({ rijen }) => rijen),
  )
  const prognoses = vergelijking.overgenomen.map(
    ({ onderdeel, jaar: overJaar, bedragCent, zekerheid, reden }) => ({
      onderdeel,
      jaar: overJaar,
      bedragCent,
      zekerheid,
      reden,
      peildatum: van.vandaag,
      grond: 'eigen' as const,
    }),
  )
  const uitkomst = await maakPrognoses(van.bezoek, van.kop.id, prognoses)
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (!uitkomst.ok) {
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(c, van, { jaar, fout: 'Een rij kon niet worden overgenomen. Er is niets bewaard.' }, 400)
  }
  const { geweigerd, waarschuwingen, leeg } = vergelijking
  const meldingen = [...gelezen.waarde.meldingen, ...waarschuwingen]
  const status = geweigerd.length > 0 ? 409 : 200
  return toon(
    c,
    van,
    { jaar, nieuw: uitkomst.waarde.nieuw, geweigerd, waarschuwingen: meldingen, leeg },
    status,
  )
}

type Verslag = {
  jaar: number
  fout?: string
  nieuw?: number
  leeg?: number
  geweigerd?: readonly Celmelding[]
  waarschuwingen?: readonly Celmelding[]
}

function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  verslag: Verslag,
  status: 200 | 400 | 409,
): Response | Promise<Response> {
  const { jaar, fout, nieuw, geweigerd = [], waarschuwingen = [], leeg = 0 } = verslag
  const titel = 'Prognoseblad teruglezen'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Mijn onderdelen', href: van.pad('/mijn-onderdelen', { jaar }) },
      ]}
    >
      <Paginakop titel={titel} />
      {fout !== undefined && (
        <Melding soort="fout" titel="Niet gelezen" antwoord>
          {fout}
        </Melding>
      )}
      {nieuw !== undefined && (
        <Melding soort={geweigerd.length > 0 ? 'let-op' : 'goed'} titel="Gelezen" antwoord>
          {telwoord(nieuw, 'prognose', 'prognoses')} overgenomen,{' '}
          {telwoord(geweigerd.length, 'cel', 'cellen')} geweigerd, {telwoord(leeg, 'rij', 'rijen')} niet
          ingevuld.
        </Melding>
      )}
      <Cellen kop="Geweigerd" cellen={geweigerd} />
      <Cellen kop="Let op" cellen={waarschuwingen} />
      <Alinea>
        <Link href={van.pad('/mijn-onderdelen', { jaar })}>Terug naar mijn onderdelen</Link>
      </Alinea>
      <Prognosebladvelden van={van} jaar={jaar} />
    </Planpagina>,
    status,
  )
}

const Cellen = (props: { kop: string; cellen: readonly Celmelding[] }) =>
  props.cellen.length === 0 ? null : (
    <Sectie kop={props.kop}>
      <Tabel
        bijschrift={props.kop}
        bijschriftVerborgen
        rijen={props.cellen}
        kolommen={[
          {
            sleutel: 'cel',
            kop: 'Cel',
            cel: ({ blad, cel }) => [blad, cel].filter(Boolean).join(' ') || 'het bestand',
          },
          { sleutel: 'zin', kop: 'Wat er is', cel: ({ zin }) => zin },
        ]}
      />
    </Sectie>
  )

export function Prognosebladvelden(props: { van: Planbezoek; jaar: number }) {
  const { van, jaar } = props
  return (
    <Sectie
      kop="Invullen in een rekenblad"
      id="prognoseblad"
      onder="Haal het blad op, vul prognose, zekerheid en toelichting in, en stuur het terug. Veranderden de cijfers intussen, dan zegt Omzien bij welke cel."
    >
      <Knoppen>
        <KnopLink href={van.pad(`${PAD}/prognose.ods`, { jaar })}>Ophalen als ODS</KnopLink>
        <KnopLink href={van.pad(`${PAD}/prognose.xlsx`, { jaar })}>Ophalen als XLSX</KnopLink>
      </Knoppen>
      <Formulier naam="Prognoseblad" actie={van.pad(PAD)} metBestanden verborgen={{ jaar: String(jaar) }}>
        <BestandVeld naam="bestand" label="Ingevuld blad" soorten={['.ods', '.xlsx']} verplicht />
        <Knoppen>
          <Knop>Teruglezen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
