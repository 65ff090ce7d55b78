import type { Context } from 'hono'
import { toonDatum, toonTijdvak } from '#basis/datum.ts'
import { alsDate } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import { TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { Mijlpaalwoord, meldingtekst, mijlpaalpad, Nu, trendlijnVan } from '#programma/mijlpalen/delen.tsx'
import { leesMelding, weigerfout } from '#programma/mijlpalen/invoer.ts'
import {
  geplandTekst,
  keerUitgesteld,
  type Mijlpaalmelding,
  type Mijlpaalstand,
  mijlpaalstanden,
} from '#programma/mijlpalen/mijlpaal.ts'
import { meldMijlpaal } from '#programma/mijlpalen/mijlpalen.flow.ts'
import { findMijlpaalgeschiedenis, findMijlpaalnamen } from '#programma/mijlpalen/mijlpalen.store.ts'
import { onderdeelnaam } from '#programma/namen.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { gaatOver } from '#programma/vastleggen/vastleggen.store.ts'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { GrafiekMijlpaaltrend } from '#ui/grafiek-mijlpaaltrend.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Eén mijlpaal: gepland, verwacht en bereikt, hoe dat verschoof, en een nieuwe melding doen. */

const PAD = '/mijlpalen/:onderdeel/:mijlpaal'

export function mijlpaalPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', PAD, (c) => toon(c, kamer, { waarden: undefined, fouten: [] }))
  routes.post('mijlpaal.bijwerken', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const melding = leesMelding(waarden)
    if (!melding.ok) return toon(c, kamer, { waarden, fouten: melding.reden }, 400)
    const waar = { onderdeel: c.req.param('onderdeel'), mijlpaal: c.req.param('mijlpaal') }
    const nieuw = { ...waar, ...melding.waarde, gezien: alsGezien(gezien) }
    const uitkomst = await meldMijlpaal(van.bezoek, van.kop.id, nieuw)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(mijlpaalpad(waar)), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const status = uitkomst.reden.code === 'intussen_gewijzigd' ? 409 : 400
    return toon(c, kamer, { waarden, fouten: [weigerfout(uitkomst.reden)] }, status)
  })
}

type Invoer = { waarden: Waarden | undefined; fouten: readonly VeldFout[] }

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer,
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const waar = { onderdeel: c.req.param('onderdeel') ?? '', mijlpaal: c.req.param('mijlpaal') ?? '' }
  const { meldingen, namen, eigen } = await van.bezoek.db.lees(async (lezer) => ({
    meldingen: await findMijlpaalgeschiedenis(lezer, van.kop.id, waar),
    namen: await findMijlpaalnamen(lezer, van.kop.id, { concept: van.mag('plan.concept.lezen') }),
    eigen: van.mag('mijlpaal.bijwerken') && (await gaatOver(lezer, van.bezoek, van.kop.id, waar.onderdeel)),
  }))
  const stand = mijlpaalstanden(van.beeld.plan.onderdelen, meldingen, namen).find(
    ({ onderdeel, mijlpaal }) => onderdeel === waar.onderdeel && mijlpaal === waar.mijlpaal,
  )
  if (stand === undefined)
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Deze mijlpaal is er niet',
      zin: 'Het plan kent deze mijlpaal niet, en er is nooit iets over gemeld.',
    })
  return c.html(
    <Mijlpaalpagina {...{ van, stand, meldingen, invoer, eigen }} fout={status !== 200} />,
    status,
  )
}

type Props = {
  van: Planbezoek
  stand: Mijlpaalstand
  meldingen: readonly Mijlpaalmelding[]
  invoer: Invoer
  eigen: boolean
}

function Mijlpaalpagina(props: Props & { fout: boolean }) {
  const { van, stand, meldingen, eigen } = props
  const naam = onderdeelnaam(van.beeld.plan)(stand.onderdeel)
  return (
    <Planpagina
      van={van}
      titel={`Mijlpaal: ${stand.wat}`}
      fout={props.fout}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Mijlpalen', href: van.pad('/mijlpalen') },
      ]}
    >
      <Paginakop
        titel={stand.wat}
        bij={<Mijlpaalwoord stand={stand} vandaag={van.vandaag} />}
        lead={
          stand.inPlan ? `Een mijlpaal van ${naam}.` : `Het plan noemt deze mijlpaal van ${naam} niet meer.`
        }
      />
      <Feiten
        feiten={[
          {
            label: 'Onderdeel',
            waarde: <Link href={van.pad(`/onderdelen/${stand.onderdeel}`)}>{naam}</Link>,
          },
          { label: 'Gepland', waarde: geplandTekst(stand), bij: 'zegt het plan' },
          { label: 'Nu verwacht of bereikt', waarde: <Nu stand={stand} /> },
          { label: 'Uitgesteld', waarde: telwoord(keerUitgesteld(meldingen, stand.gepland), 'keer', 'keer') },
        ]}
      />
      {meldingen.length === 0 ? (
        <LegeStaat titel="Er is nog niets gemeld">
          De programmamanager of de budgethouder meldt hier wanneer de mijlpaal wordt verwacht, en wanneer zij
          is bereikt. Wat het plan zegt, verandert daar niet door.
        </LegeStaat>
      ) : (
        <Geschiedenis {...props} />
      )}
      {eigen && <Meldformulier {...props} />}
    </Planpagina>
  )
}

function trendzin({ stand, meldingen }: Props): string {
  const keer = keerUitgesteld(meldingen, stand.gepland)
  const einde = stand.laatste?.fase === 'bereikt' ? ', en is bereikt' : ''
  return keer === 0
    ? `De verwachting is niet naar achteren geschoven${einde}`
    : `De verwachting schoof ${telwoord(keer, 'keer', 'keer')} naar achteren${einde}`
}

function Geschiedenis(props: Props) {
  const { van, stand, meldingen } = props
  const lijn = trendlijnVan(stand, meldingen)
  const binnen = van.mag('mijlpaal.toelichting.lezen')
  return (
    <>
      {(lijn.punten.length > 0 || lijn.bereikt !== undefined) && (
        <GrafiekMijlpaaltrend id="trend" boodschap={trendzin(props)} lijnen={[lijn]} vandaag={van.vandaag} />
      )}
      <Sectie kop="Wat er is gemeld" id="meldingen">
        <Tabel
          bijschrift="Meldingen, de nieuwste eerst"
          bijschriftVerborgen
          rijen={meldingen.toReversed()}
          kolommen={[
            { sleutel: 'op', kop: 'Gemeld op', cel: ({ op }) => toonMoment(alsDate(op)) },
            { sleutel: 'wat', kop: 'Melding', cel: meldingtekst },
            ...(binnen
              ? [
                  { sleutel: 'reden', kop: 'Waarom', cel: ({ reden }: Mijlpaalmelding) => reden },
                  {
                    sleutel: 'door',
                    kop: 'Door',
                    cel: ({ door }: Mijlpaalmelding) => door ?? 'bij het laden',
                  },
                ]
              : []),
          ]}
        />
      </Sectie>
    </>
  )
}

/** Wat er nu geldt staat alvast ingevuld, behalve de reden: die is elke keer anders. */
function beginwaarden({ laatste, gepland }: Mijlpaalstand): Waarden {
  if (laatste === undefined)
    return { fase: 'verwacht', verwacht: gepland === null ? '' : toonTijdvak(gepland) }
  const { fase, verwacht, letterlijk, bereiktOp } = laatste
  return {
    fase,
    verwacht: verwacht === null ? '' : toonTijdvak(verwacht),
    letterlijk: letterlijk ?? '',
    bereiktOp: bereiktOp === null ? '' : toonDatum(bereiktOp),
  }
}

function Meldformulier({ van, stand, invoer }: Props) {
  const waarden = invoer.waarden ?? beginwaarden(stand)
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(invoer.fouten, naam) })
  return (
    <Sectie kop="Melding doen" id="melden" onder="Een melding blijft staan. Een nieuwe komt erbij.">
      <Formulier
        naam="Melding doen"
        actie={van.pad(mijlpaalpad(stand))}
        fouten={invoer.fouten}
        verborgen={{ gezien: String(stand.laatste?.volgnr ?? 0) }}
      >
        <Keuzerondjes
          {...veld('fase')}
          label="Hoe staat het ervoor"
          waarde={waarden['fase'] ?? 'verwacht'}
          keuzes={[
            {
              waarde: 'verwacht',
              tekst: 'Nog niet bereikt',
              uitleg: 'Ook als eerder "bereikt" is gemeld en dat niet klopt.',
            },
            { waarde: 'bereikt', tekst: 'Bereikt' },
            { waarde: 'vervallen', tekst: 'Gaat niet door' },
          ]}
        />
        <TekstVeld
          {...veld('verwacht')}
          label="Verwacht"
          uitleg={`Alleen als het nog niet is bereikt. ${TIJDVAK_UITLEG}`}
        />
        <TekstVeld
          {...veld('letterlijk')}
          label="Of in woorden"
          uitleg="Als u het niet preciezer weet, zoals: zomer 2026. Wat alleen in woorden staat, komt niet in de grafiek."
        />
        <TekstVeld
          {...veld('bereiktOp')}
          label="Bereikt op"
          uitleg="Alleen als het is bereikt. Bijvoorbeeld: 29 februari 2024 of 29-02-2024."
          smal
        />
        <TekstVlak
          {...veld('reden')}
          label="Waarom"
          uitleg="Alleen te zien voor wie aan het programma werkt. Geen namen van inwoners of van anderen."
          regels={3}
          verplicht
        />
        <Knoppen>
          <Knop>Melding bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
