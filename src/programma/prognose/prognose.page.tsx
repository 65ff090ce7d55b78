import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { schrijfBedrag, trekAf } from '#basis/geld.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { hoofdletter } from '#basis/tekst.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/deur.ts'
import { type Cijfers, cijfersPerOnderdeel } from '#programma/budgethouder/taken.ts'
import type { Onderdeel } from '#programma/plan.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { grondVan, leesPrognose, weigerfout } from '#programma/prognose/invoer.ts'
import { maakPrognoses } from '#programma/prognose/prognose.flow.ts'
import { findPrognoseversies } from '#programma/prognose/prognose.store.ts'
import { GRONDNAAM, type Prognose, ZEKERHEDEN, ZEKERHEIDSNAAM } from '#programma/prognose/prognose.ts'
import { findRekenhulp, type Rekenhulp } from '#programma/prognose/rekenhulp.store.ts'
import { jaartal, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** De prognose van één onderdeel in één jaar: de versies, wat het tempo zegt, en een nieuwe maken. */

const PAD = '/prognoses/:onderdeel/:jaar'

export function prognosePagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', PAD, (c) => toon(c, kamer, undefined, []))
  routes.post('prognose.maken', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waar = waarUit(c, van)
    if (waar === undefined) return foutAntwoord(c, 'niet_gevonden')
    const waarden = await leesFormulier(c)
    const gelezen = leesPrognose(waarden, waar.onderdeel.id, waar.jaar)
    if (!gelezen.ok) return toon(c, kamer, waarden, gelezen.reden, 400)
    const hulp = await van.bezoek.db.lees((lezer) =>
      findRekenhulp(lezer, van.kop.id, waar.onderdeel.id, waar.jaar, gelezen.waarde.peildatum),
    )
    const prognose = { ...gelezen.waarde, grond: grondVan(gelezen.waarde.bedragCent, waarden['van'], hulp) }
    const uitkomst = await maakPrognoses(van.bezoek, van.kop.id, [prognose])
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok)
      return c.redirect(maakPad(van.kop, undefined)(`/prognoses/${waar.onderdeel.id}/${waar.jaar}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(c, kamer, waarden, [weigerfout(uitkomst.reden)], 400)
  })
}

function waarUit(c: Context, van: Planbezoek): { onderdeel: Onderdeel; jaar: number } | undefined {
  const onderdeel = van.beeld.onderdeel.get(c.req.param('onderdeel') ?? '')
  const jaar = c.req.param('jaar') ?? ''
  return onderdeel === undefined || !jaartal(jaar).ok ? undefined : { onderdeel, jaar: Number(jaar) }
}

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  getypt: Waarden | undefined,
  fouten: readonly VeldFout[],
  status: 200 | 400 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const waar = waarUit(c, van)
  if (waar === undefined) return foutAntwoord(c, 'niet_gevonden')
  const { onderdeel, jaar } = waar
  const { versies, hulp, cijfers } = await van.bezoek.db.lees(async (lezer) => ({
    versies: await findPrognoseversies(lezer, van.kop.id, onderdeel.id, jaar),
    hulp: await findRekenhulp(lezer, van.kop.id, onderdeel.id, jaar, van.vandaag),
    cijfers: cijfersPerOnderdeel(
      await findPostsaldi(lezer, await findTijdstip(lezer, {}), {
        programma: van.kop.id,
        onderdelen: [onderdeel.id],
        jaar,
      }),
      jaar,
    ).get(onderdeel.id),
  }))
  const titel = `Prognose ${jaar}: ${onderdeel.titel}`
  const mag = van.mag('prognose.maken')
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: onderdeel.titel, href: van.pad(`/onderdelen/${onderdeel.id}`) },
      ]}
    >
      <Paginakop
        titel={titel}
        lead={`Wat dit onderdeel over heel ${jaar} naar verwachting kost. Een prognose is geen boeking.`}
      />
      <Stand cijfers={cijfers} prognose={versies[0]} />
      <Hulp van={van} onderdeel={onderdeel.id} jaar={jaar} hulp={hulp} mag={mag} />
      {mag && (
        <Maken
          van={van}
          waar={waar}
          hulp={hulp}
          waarden={getypt ?? beginwaarden(c.req.query('overnemen'), hulp)}
          fouten={fouten}
        />
      )}
      <Versies van={van} versies={versies} />
    </Planpagina>,
    status,
  )
}

/** Overnemen vult alleen het formulier; iemand legt het zelf vast. */
function beginwaarden(overnemen: string | undefined, hulp: Rekenhulp): Waarden {
  const gekozen = overnemen === 'tempo' || overnemen === 'patroon' ? hulp[overnemen] : undefined
  return gekozen === undefined ? {} : { bedrag: schrijfBedrag(gekozen), van: overnemen ?? '' }
}

function Stand(props: { cijfers: Cijfers | undefined; prognose: Prognose | undefined }) {
  const { cijfers, prognose } = props
  const verschil =
    cijfers === undefined || prognose === undefined
      ? undefined
      : trekAf(cijfers.naWijziging, prognose.bedragCent)
  return (
    <Feiten
      feiten={[
        { label: 'Begroot na wijziging', waarde: <Bedrag cent={cijfers?.naWijziging} /> },
        { label: 'Gerealiseerd', waarde: <Bedrag cent={cijfers?.gerealiseerd} /> },
        { label: 'Verplicht', waarde: <Bedrag cent={cijfers?.verplicht} /> },
        {
          label: 'Prognose',
          waarde: prognose === undefined ? 'nog geen' : <Bedrag cent={prognose.bedragCent} />,
          bij: prognose && `naar de stand van ${toonDatum(prognose.peildatum)}`,
        },
        {
          label: 'Verwacht verschil',
          waarde: <Bedrag cent={verschil} />,
          bij: verschil === undefined ? undefined : verschil < 0 ? 'te weinig' : 'over',
        },
      ]}
    />
  )
}

function Hulp(props: { van: Planbezoek; onderdeel: string; jaar: number; hulp: Rekenhulp; mag: boolean }) {
  const { van, onderdeel, jaar, hulp, mag } = props
  const rijen = (['tempo', 'patroon'] as const).map((soort) => ({ soort, cent: hulp[soort] }))
  const kolommen: Kolom<(typeof rijen)[number]>[] = [
    { sleutel: 'soort', kop: 'Berekening', cel: ({ soort }) => hoofdletter(GRONDNAAM[soort]) },
    {
      sleutel: 'bedrag',
      kop: 'Heel het jaar, €',
      soort: 'bedrag',
      cel: ({ cent }) => cent ?? 'zegt nog niets',
    },
    ...(mag
      ? [
          {
            sleutel: 'doen',
            kop: 'Gebruiken',
            cel: ({ soort, cent }: (typeof rijen)[number]) =>
              cent === undefined ? (
                ''
              ) : (
                <Link href={van.pad(`/prognoses/${onderdeel}/${jaar}`, { overnemen: soort })}>
                  In het formulier zetten
                </Link>
              ),
          },
        ]
      : []),
  ]
  return (
    <Sectie
      kop="Als het zo doorgaat"
      onder={`Berekend uit wat is uitgegeven tot en met ${toonDatum(hulp.peildag)}. Dit wordt nooit vanzelf een prognose.`}
    >
      <Tabel bijschrift="Berekend" bijschriftVerborgen rijen={rijen} kolommen={kolommen} />
    </Sectie>
  )
}

function Maken(props: {
  van: Planbezoek
  waar: { onderdeel: Onderdeel; jaar: number }
  hulp: Rekenhulp
  waarden: Waarden
  fouten: readonly VeldFout[]
}) {
  const { van, waarden, fouten } = props
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  return (
    <Sectie kop="Prognose maken" id="maken">
      <Formulier
        naam="Prognose maken"
        actie={van.pad(`/prognoses/${props.waar.onderdeel.id}/${props.waar.jaar}`)}
        fouten={fouten}
        verborgen={waarden['van'] === undefined ? {} : { van: waarden['van'] }}
      >
        <TekstVeld
          {...veld('bedrag')}
          label={`Verwacht over heel ${props.waar.jaar} (€)`}
          soort="bedrag"
          verplicht
        />
        <TekstVeld
          {...veld('peildatum')}
          label="Naar de stand van"
          smal
          verplicht
          waarde={waarden['peildatum'] ?? toonDatum(props.hulp.peildag)}
        />
        <KeuzeVeld
          {...veld('zekerheid')}
          label="Hoe zeker"
          keuzes={ZEKERHEDEN.map((een) => ({ waarde: een, tekst: hoofdletter(ZEKERHEIDSNAAM[een]) }))}
          waarde={waarden['zekerheid'] ?? 'midden'}
        />
        <TekstVlak
          {...veld('reden')}
          label="Waarom verwacht u dit?"
          uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen."
          regels={3}
          verplicht
        />
        <Knoppen>
          <Knop>Prognose vastleggen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

function Versies(props: { van: Planbezoek; versies: readonly Prognose[] }) {
  const binnen = props.van.mag('grootboek.toelichting.lezen')
  const kolommen: Kolom<Prognose>[] = [
    { sleutel: 'op', kop: 'Vastgelegd', cel: ({ op }) => toonDatum(dagVanMoment(op)) },
    { sleutel: 'peil', kop: 'Stand van', cel: ({ peildatum }) => toonDatum(peildatum) },
    { sleutel: 'grond', kop: 'Berust op', cel: ({ grond }) => GRONDNAAM[grond] },
    { sleutel: 'zeker', kop: 'Zekerheid', cel: ({ zekerheid }) => ZEKERHEIDSNAAM[zekerheid] },
    ...(binnen
      ? [
          { sleutel: 'wie', kop: 'Wie', cel: ({ door }: Prognose) => door ?? 'opdrachtregel' },
          { sleutel: 'reden', kop: 'Waarom', cel: ({ reden }: Prognose) => reden },
        ]
      : []),
    { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
  ]
  return (
    <Sectie
      kop="Eerdere prognoses"
      id="versies"
      onder="Een prognose wordt nooit gewist: zo is te zien hoe de verwachting veranderde."
    >
      <Tabel
        bijschrift="Prognoses, de nieuwste eerst"
        bijschriftVerborgen
        rijen={props.versies}
        kolommen={kolommen}
        leeg="Er is nog geen prognose. De budgethouder maakt er een, minstens elk kwartaal."
      />
    </Sectie>
  )
}
