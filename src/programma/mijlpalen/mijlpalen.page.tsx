import { laatsteDag, toonDatum, toonTijdvak } from '#basis/datum.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { mijlpaalkolommen, mijlpaalpad, trendlijnVan } from '#programma/mijlpalen/delen.tsx'
import {
  afwijkingBij,
  afwijkingzin,
  geplandTekst,
  keerUitgesteld,
  type Mijlpaalmelding,
  type Mijlpaalstand,
  mijlpaalsleutel,
  mijlpaalstanden,
  nuVan,
  woordVan,
} from '#programma/mijlpalen/mijlpaal.ts'
import { findMijlpaalgeschiedenis, findMijlpaalnamen } from '#programma/mijlpalen/mijlpalen.store.ts'
import { onderdeelnaam } from '#programma/namen.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { maakInhoud } from '#programma/tabellen/vorm.ts'
import { downloadsBij, tabelbestand, VORMPAD } from '#programma/vastleggen/bestand.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { GrafiekMijlpaaltrend, MEESTE_TRENDLIJNEN } from '#ui/grafiek-mijlpaaltrend.tsx'
import { Knop } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Alle mijlpalen: gepland naast verwacht of bereikt, wat het meest verschoof, en dezelfde lijst als bestand. */

const WELKE = {
  alle: 'Alle',
  open: 'Nog niet bereikt',
  later: 'Later dan gepland',
  laat: 'Te laat, of voorbij zonder melding',
  bereikt: 'Bereikt',
} as const
type Welke = keyof typeof WELKE
const isWelke = (tekst: string): tekst is Welke => tekst in WELKE

export function mijlpalenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/mijlpalen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return c.html(
      <Mijlpalenpagina van={van} welke={leesWelke(c.req.query('welke'))} {...(await leesAlles(van))} />,
    )
  })
  routes.get(
    'plan.lezen',
    `/mijlpalen/bestand/${VORMPAD}`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const welke = leesWelke(c.req.query('welke'))
      const { standen } = await leesAlles(van)
      const inhoud = tabelVan(van, kies(van, standen, welke), welke)
      return tabelbestand(kamer, van, c.req.param('vorm'), 'mijlpalen', inhoud) ?? c.notFound()
    },
    { tempo: 'duur' },
  )
}

const leesWelke = (tekst = ''): Welke => (isWelke(tekst) ? tekst : 'alle')

async function leesAlles(
  van: Planbezoek,
): Promise<{ standen: Mijlpaalstand[]; meldingen: Mijlpaalmelding[] }> {
  const { meldingen, namen } = await van.bezoek.db.lees(async (lezer) => ({
    meldingen: await findMijlpaalgeschiedenis(lezer, van.kop.id),
    namen: await findMijlpaalnamen(lezer, van.kop.id, { concept: van.mag('plan.concept.lezen') }),
  }))
  const tijd = (stand: Mijlpaalstand): string => {
    const vak = nuVan(stand) ?? stand.gepland
    return vak === null || vak === undefined ? '9999' : laatsteDag(vak)
  }
  const standen = mijlpaalstanden(van.beeld.plan.onderdelen, meldingen, namen)
  return {
    meldingen,
    standen: standen.toSorted((a, b) => (tijd(a) < tijd(b) ? -1 : tijd(a) > tijd(b) ? 1 : 0)),
  }
}

function kies(van: Planbezoek, standen: readonly Mijlpaalstand[], welke: Welke): Mijlpaalstand[] {
  return standen.filter((stand) => {
    const { status } = woordVan(stand, van.vandaag)
    if (welke === 'open') return !['klaar', 'gestopt'].includes(status)
    if (welke === 'bereikt') return status === 'klaar'
    if (welke === 'later') return afwijkingBij(stand)?.soort === 'later'
    return welke === 'alle' || status === 'bijsturen' || (stand.laatste === undefined && status === 'let-op')
  })
}

type Props = {
  van: Planbezoek
  welke: Welke
  standen: readonly Mijlpaalstand[]
  meldingen: readonly Mijlpaalmelding[]
}

/** Eén zin over alles: hoeveel er bereikt zijn, hoeveel later, en waarover niets gezegd is. */
function leadzin({ van, standen }: Props): string {
  const tel = (klopt: (stand: Mijlpaalstand) => boolean): number => standen.filter(klopt).length
  const bereikt = tel((stand) => stand.laatste?.fase === 'bereikt')
  const later = tel((stand) => stand.laatste?.fase === 'verwacht' && afwijkingBij(stand)?.soort === 'later')
  const stil = tel(({ laatste }) => laatste === undefined)
  const delen = [
    `${bereikt} bereikt`,
    ...(later > 0 ? [`${later} later verwacht dan gepland`] : []),
    ...(stil > 0 ? [`over ${stil} is nog niets gemeld`] : []),
  ]
  const eind = van.mag('mijlpaal.bijwerken') ? ' Kies een mijlpaal om een melding te doen.' : ''
  return `${telwoord(standen.length, 'mijlpaal', 'mijlpalen')}: ${opsomming(delen)}.${eind}`
}

function Mijlpalenpagina(props: Props) {
  const { van, welke, standen } = props
  const gekozen = kies(van, standen, welke)
  const naar = formulierNaar(van, '/mijlpalen')
  return (
    <Planpagina
      van={van}
      titel="Mijlpalen"
      beschrijving="Wat er gepland was, wat er nu wordt verwacht en wat er is bereikt."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      {standen.length === 0 ? (
        <>
          <Paginakop titel="Mijlpalen" lead="Wat er gepland was, wordt verwacht en is bereikt." />
          <LegeStaat titel="Het plan noemt geen mijlpalen">
            De programmamanager zet mijlpalen in het plan, bij het onderdeel waar zij bij horen.
          </LegeStaat>
        </>
      ) : (
        <>
          <Paginakop titel="Mijlpalen" lead={leadzin(props)} />
          <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Mijlpalen kiezen">
            <KeuzeVeld
              naam="welke"
              label="Welke"
              waarde={welke}
              keuzes={Object.entries(WELKE).map(([waarde, tekst]) => ({ waarde, tekst }))}
            />
            <Knop soort="tweede">Toon</Knop>
          </Formulier>
          <Lijst van={van} standen={gekozen} welke={welke} />
          <Trend {...props} />
        </>
      )}
    </Planpagina>
  )
}

function Lijst({ van, standen, welke }: Pick<Props, 'van' | 'standen' | 'welke'>) {
  return (
    <>
      <Tabel
        bijschrift={`${telwoord(standen.length, 'mijlpaal', 'mijlpalen')}, op volgorde van tijd`}
        rijen={eersteRijen(standen)}
        leeg="Geen enkele mijlpaal past bij deze keuze."
        kolommen={[
          ...mijlpaalkolommen(van),
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }: Mijlpaalstand) => (
              <Link href={van.pad(`/onderdelen/${onderdeel}`)}>
                {onderdeelnaam(van.beeld.plan)(onderdeel)}
              </Link>
            ),
          },
        ]}
      />
      <Afgekapt aantal={standen.length}>Maak een andere keuze, of haal het bestand hieronder.</Afgekapt>
      <Downloads
        waarvan="mijlpalen"
        downloads={downloadsBij(van.pad, '/mijlpalen/bestand', {
          welke: welke === 'alle' ? undefined : welke,
        })}
      />
    </>
  )
}

/** De mijlpalen die het vaakst zijn uitgesteld; bij gelijk degene die het verst van het plan ligt. */
function Trend({ van, standen, meldingen }: Props) {
  const perMijlpaal = Map.groupBy(meldingen, mijlpaalsleutel)
  const verschoven = standen
    .map((stand) => ({
      stand,
      keer: keerUitgesteld(perMijlpaal.get(mijlpaalsleutel(stand)) ?? [], stand.gepland),
      dagen: afwijkingBij(stand)?.soort === 'later' ? (afwijkingBij(stand)?.dagen ?? 0) : 0,
    }))
    .filter(({ keer }) => keer > 0)
    .toSorted((a, b) => b.keer - a.keer || b.dagen - a.dagen)
  const eerste = verschoven.slice(0, MEESTE_TRENDLIJNEN)
  if (eerste.length === 0) return null
  return (
    <Sectie kop="Wat het vaakst verschoof" id="trend">
      <GrafiekMijlpaaltrend
        id="mijlpaaltrend"
        niveau={3}
        boodschap={`Van ${standen.length} mijlpalen ${verschoven.length === 1 ? 'is er 1' : `zijn er ${verschoven.length}`} een of meer keer uitgesteld`}
        lijnen={eerste.map(({ stand }) => trendlijnVan(stand, meldingen, van.pad(mijlpaalpad(stand))))}
        vandaag={van.vandaag}
      />
    </Sectie>
  )
}

const tabelVan = (van: Planbezoek, standen: readonly Mijlpaalstand[], welke: Welke) =>
  maakInhoud(
    'Mijlpalen',
    standen,
    [
      ['onderdeel', 'Onderdeel', 'tekst', ({ onderdeel }) => onderdeel],
      ['titel', 'Titel', 'tekst', ({ onderdeel }) => onderdeelnaam(van.beeld.plan)(onderdeel)],
      ['mijlpaal', 'Mijlpaal', 'tekst', ({ wat }) => wat],
      ['inplan', 'In het plan', 'tekst', ({ inPlan }) => (inPlan ? 'ja' : 'niet meer')],
      ['gepland', 'Gepland', 'tekst', geplandTekst],
      [
        'verwacht',
        'Verwacht',
        'tekst',
        ({ laatste }) => laatste?.letterlijk ?? (laatste?.verwacht ? toonTijdvak(laatste.verwacht) : null),
      ],
      ['bereikt', 'Bereikt op', 'datum', ({ laatste }) => laatste?.bereiktOp],
      ['stand', 'Stand', 'tekst', (stand) => woordVan(stand, van.vandaag).tekst],
      [
        'afwijking',
        'Verschil met het plan',
        'tekst',
        (stand) => {
          const afwijking = afwijkingBij(stand)
          return afwijking === undefined ? null : afwijkingzin(afwijking)
        },
      ],
    ],
    [
      ['Welke', welke === 'alle' ? '' : WELKE[welke]],
      ['Stand van', toonDatum(van.vandaag)],
    ],
  )
