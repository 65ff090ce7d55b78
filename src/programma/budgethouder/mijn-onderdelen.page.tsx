import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { telOp, toonEuro, trekAf } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { wijzigingnaam } from '#programma/begrotingswijzigingen/begrotingswijzigingen.page.tsx'
import { jaarUit, leesEigen } from '#programma/budgethouder/eigen.flow.ts'
import { Prognosebladvelden } from '#programma/budgethouder/prognoseblad.page.tsx'
import { type Eigenlijst, type Taak, type Takenvraag, takenVan } from '#programma/budgethouder/taken.ts'
import { Jaarkeuze } from '#programma/jaarkeuze.tsx'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Onderdeel } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** De pagina van wie een budget heeft: wat is over, wat verwacht u, en wat moet u nog doen. */

export function mijnOnderdelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('prognose.maken', '/mijn-onderdelen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, kamer, van)
  })
}

type Rij = { onderdeel: Onderdeel; taken: readonly Taak[] }

async function toon(c: Context<Omgeving>, kamer: Programmakamer, van: Planbezoek): Promise<Response> {
  const jaar = jaarUit(van, c.req.query('jaar'))
  const { eigen, vraag } = await leesEigen(van, jaar)
  const rijen = eigen.onderdelen
    .filter(({ id }) => vraag.cijfers.has(id) || !van.beeld.kinderen.has(id))
    .map((onderdeel) => ({ onderdeel, taken: takenVan(onderdeel.id, vraag) }))
  const aantal = rijen.reduce((som, { taken }) => som + taken.length, 0)
  const titel = 'Mijn onderdelen'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Werk', href: van.pad('/werk') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead={
          aantal === 0
            ? `Voor ${jaar} is er niets te doen.`
            : `Voor ${jaar} ${aantal === 1 ? 'is' : 'zijn'} er ${telwoord(aantal, 'ding', 'dingen')} te doen.`
        }
      />
      <Jaarkeuze van={van} pagina="/mijn-onderdelen" jaar={jaar} />
      {rijen.length === 0 ? (
        <LegeStaat titel="U heeft geen onderdelen">
          De financieel adviseur legt bij Mandaten vast welke onderdelen van u zijn.
        </LegeStaat>
      ) : (
        <>
          <Tedoen van={van} jaar={jaar} rijen={rijen} />
          <Cijfertabel van={van} jaar={jaar} rijen={rijen} vraag={vraag} eigen={eigen} />
        </>
      )}
      {kamer.prognoses !== undefined && <Prognosebladvelden van={van} jaar={jaar} />}
    </Planpagina>,
  )
}

function Tedoen(props: { van: Planbezoek; jaar: number; rijen: readonly Rij[] }) {
  const { van, jaar } = props
  const items = props.rijen.flatMap(({ onderdeel, taken }) =>
    taken.map((taak) => ({
      tekst: <Taaklink van={van} onderdeel={onderdeel} jaar={jaar} taak={taak} />,
      bij: onderdeel.titel,
    })),
  )
  if (items.length === 0) return null
  return (
    <Sectie kop="Wat u nog moet doen" id="te-doen">
      <Zijbalklijst items={eersteRijen(items)} />
      <Afgekapt aantal={items.length}>De rest staat hier zodra deze klaar zijn.</Afgekapt>
    </Sectie>
  )
}

function Taaklink(props: { van: Planbezoek; onderdeel: Onderdeel; jaar: number; taak: Taak }) {
  const { van, onderdeel, jaar, taak } = props
  const prognose = van.pad(`/prognoses/${onderdeel.id}/${jaar}`)
  switch (taak.soort) {
    case 'tekort':
      return <Link href={prognose}>Leg uit waarom er {toonEuro(taak.tekortCent)} te weinig is</Link>
    case 'verwacht_tekort':
      return (
        <Link href={van.pad('/begrotingswijzigingen/nieuw', { onderdeel: onderdeel.titel, jaar })}>
          U verwacht {toonEuro(taak.tekortCent)} te weinig: stel een wijziging voor
        </Link>
      )
    case 'prognose_ontbreekt':
      return <Link href={prognose}>Maak een prognose voor {jaar}</Link>
    case 'prognose_oud':
      return (
        <Link href={prognose}>
          Kijk uw prognose van {toonDatum(taak.peildatum)} na: zij is ouder dan een kwartaal
        </Link>
      )
    case 'wijziging_wacht':
      return (
        <Link href={van.pad(`/begrotingswijzigingen/${taak.wijziging.id}`)}>
          {wijzigingnaam(taak.wijziging)} wacht nog op een besluit of boeking
        </Link>
      )
    case 'verplichting_verlopen':
      return (
        <Link href={van.pad(`/verplichtingen/${taak.verplichting}`)}>
          Verplichting {taak.verplichting} is voorbij, er staat nog {toonEuro(taak.openCent)} open
        </Link>
      )
  }
}

const LIJSTZIN: Readonly<Record<Eigenlijst['waarom'], string>> = {
  mandaat: 'De onderdelen waarvoor u een mandaat heeft.',
  eigenaar: 'U heeft nog geen mandaat. Daarom staan hier alle onderdelen met een eigenaar.',
  alle: 'U heeft nog geen mandaat, en het plan noemt geen eigenaren. Daarom staan hier alle onderdelen.',
}

function Cijfertabel(props: {
  van: Planbezoek
  jaar: number
  rijen: readonly Rij[]
  vraag: Takenvraag
  eigen: Eigenlijst
}) {
  const { van, jaar, rijen, vraag } = props
  const cijfers = (id: string) => vraag.cijfers.get(id)
  const prognose = (id: string) => vraag.prognoses.find(({ onderdeel }) => onderdeel === id)?.bedragCent
  const kolom = (
    kop: string,
    sleutel: 'naWijziging' | 'gerealiseerd' | 'verplicht' | 'vrij',
    naam: string,
  ) => ({
    sleutel,
    kop: `${kop}, €`,
    soort: 'bedrag' as const,
    cel: ({ onderdeel }: Rij) => cijfers(onderdeel.id)?.[sleutel],
    href: ({ onderdeel }: Rij) =>
      van.pad('/boekingen', { onderdeel: onderdeel.id, alleen: 'ja', jaar, kolom: naam }),
  })
  const som = (sleutel: 'naWijziging' | 'gerealiseerd' | 'verplicht' | 'vrij') =>
    telOp(...rijen.flatMap(({ onderdeel }) => cijfers(onderdeel.id)?.[sleutel] ?? []))
  return (
    <Sectie kop={`Hoe het staat in ${jaar}`} id="stand" onder={LIJSTZIN[props.eigen.waarom]}>
      <Tabel
        bijschrift={`Onderdelen in ${jaar}`}
        bijschriftVerborgen
        rijen={eersteRijen(rijen)}
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }) => (
              <Link href={van.pad(`/onderdelen/${onderdeel.id}`)}>{onderdeel.titel}</Link>
            ),
          },
          kolom('Begroot', 'naWijziging', 'na-wijziging'),
          kolom('Gerealiseerd', 'gerealiseerd', 'gerealiseerd'),
          kolom('Verplicht', 'verplicht', 'verplicht'),
          { ...kolom('Vrij', 'vrij', 'vrij'), nadruk: true },
          {
            sleutel: 'prognose',
            kop: 'Prognose, €',
            soort: 'bedrag',
            // Een onderdeel dat dit jaar geen geld heeft, vraagt ook niet om een prognose.
            cel: ({ onderdeel }) =>
              prognose(onderdeel.id) ?? (cijfers(onderdeel.id) === undefined ? undefined : 'maken'),
            href: ({ onderdeel }) => van.pad(`/prognoses/${onderdeel.id}/${jaar}`),
          },
          {
            sleutel: 'verschil',
            kop: 'Verwacht verschil, €',
            soort: 'bedrag',
            cel: ({ onderdeel }) => {
              const [begroot, verwacht] = [cijfers(onderdeel.id)?.naWijziging, prognose(onderdeel.id)]
              return begroot === undefined || verwacht === undefined ? undefined : trekAf(begroot, verwacht)
            },
          },
        ]}
        totaal={{
          kop: 'Totaal',
          cellen: {
            naWijziging: som('naWijziging'),
            gerealiseerd: som('gerealiseerd'),
            verplicht: som('verplicht'),
            vrij: som('vrij'),
          },
        }}
      />
      <Afgekapt aantal={rijen.length}>Met een mandaat per onderdeel wordt deze lijst korter.</Afgekapt>
    </Sectie>
  )
}
