import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { hoofdletter } from '#basis/tekst.ts'
import { Actietabel, Over, overlegnaam, Puntvelden } from '#programma/overleg/delen.tsx'
import { DAG_UITLEG, leesOverlegstap, leesPunt } from '#programma/overleg/invoer.ts'
import { findPuntkeuzes } from '#programma/overleg/keuzes.store.ts'
import { type Overlegweigering, zetAgendapunt, zetOverleg } from '#programma/overleg/overleg.flow.ts'
import { findActies, findOverleggen } from '#programma/overleg/overleg.store.ts'
import { type Actie, actievolgorde, GEVRAAGDNAAM, type Overleg } from '#programma/overleg/overleg.ts'
import { findNamen, type Noem } from '#programma/overleg/overlegstuk.store.ts'
import { uitkomstzin } from '#programma/overleg/overlegstuk.ts'
import { OVERLEGZIN, overlegstatus } from '#programma/overleg/teksten.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { type Keuze, Keuzerondjes, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Eén overleg: de agenda, wat eruit kwam, de acties, en wat de programmamanager ermee kan doen. */

const PAD = '/overleg/:nummer{[0-9]{1,6}}'
type Invoer = { bij: 'punt' | 'stap'; waarden: Waarden; fouten: readonly VeldFout[] }

export function overlegPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overleg.lezen', PAD, (c) => toon(c, kamer, undefined))
  routes.post('overleg.beheren', `${PAD}/stand`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const stap = leesOverlegstap(waarden)
    if (!stap.ok) return toon(c, kamer, { bij: 'stap', waarden, fouten: stap.reden }, 400)
    const plek = { nummer: Number(c.req.param('nummer')), gezien: alsGezien(gezien) }
    const uitkomst = await zetOverleg(van.bezoek, van.kop.id, plek, stap.waarde)
    return uitkomst.ok
      ? terug(c, van)
      : weiger(c, kamer, uitkomst.reden, { bij: 'stap', waarden, fouten: [] }, 'reden')
  })
  routes.post('overleg.beheren', `${PAD}/punten`, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const keuzes = await van.bezoek.db.lees((lezer) => findPuntkeuzes(lezer, van.beeld.plan))
    const punt = leesPunt(waarden, new Set(keuzes.map(({ waarde }) => waarde)))
    if (!punt.ok) return toon(c, kamer, { bij: 'punt', waarden, fouten: punt.reden }, 400)
    const plek = { overleg: Number(c.req.param('nummer')) }
    const uitkomst = await zetAgendapunt(van.bezoek, van.kop.id, plek, punt.waarde)
    return uitkomst.ok
      ? terug(c, van)
      : weiger(c, kamer, uitkomst.reden, { bij: 'punt', waarden, fouten: [] }, 'titel')
  })
}

const terug = (c: Context, van: Planbezoek): Response =>
  c.redirect(maakPad(van.kop, undefined)(`/overleg/${c.req.param('nummer')}`), 303)

function weiger(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  { code }: Overlegweigering,
  invoer: Invoer,
  veld: string,
): Response | Promise<Response> {
  if (code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  return toon(c, kamer, { ...invoer, fouten: [{ veld, tekst: OVERLEGZIN[code] }] }, overlegstatus(code))
}

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer | undefined,
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const nummer = Number(c.req.param('nummer'))
  const beheert = van.mag('overleg.beheren')
  const gelezen = await van.bezoek.db.lees(async (lezer) => ({
    overleg: (await findOverleggen(lezer, van.kop.id, { nummer }))[0],
    acties: (await findActies(lezer, van.kop.id)).filter(({ overleg }) => overleg === nummer),
    noem: await findNamen(lezer, van.beeld.plan),
    keuzes: beheert ? await findPuntkeuzes(lezer, van.beeld.plan) : [],
  }))
  const { overleg } = gelezen
  if (overleg === undefined) return GEEN_OVERLEG(c)
  return c.html(
    <Overlegpagina {...{ van, ...gelezen, overleg, invoer, beheert }} fout={status !== 200} />,
    status,
  )
}

export const GEEN_OVERLEG = (c: Context<Omgeving>): Response | Promise<Response> =>
  foutAntwoord(c, 'niet_gevonden', {
    titel: 'Dit overleg is er niet',
    zin: 'Er is geen overleg met dit nummer.',
  })

type Props = {
  van: Planbezoek
  overleg: Overleg
  acties: readonly Actie[]
  noem: Noem
  keuzes: readonly Keuze[]
  invoer: Invoer | undefined
  beheert: boolean
}

function Overlegpagina(props: Props & { fout: boolean }) {
  const { van, overleg, acties, beheert } = props
  const titel = overlegnaam(overleg)
  const leeft = overleg.stand !== 'vervallen'
  return (
    <Planpagina
      van={van}
      titel={titel}
      fout={props.fout}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Overleg', href: van.pad('/overleg') },
      ]}
    >
      <Paginakop
        titel={titel}
        bij={<Etiket toon={overleg.stand === 'vervallen' ? 'let-op' : undefined}>{overleg.stand}</Etiket>}
        lead={overleg.reden ?? 'De agenda, wat eruit kwam, en wie wat doet.'}
        acties={
          <>
            <KnopLink href={van.pad(`/overleg/${overleg.nummer}/agenda`)}>Agenda om af te drukken</KnopLink>{' '}
            <KnopLink href={van.pad(`/overleg/${overleg.nummer}/besluitenlijst`)}>Besluitenlijst</KnopLink>
          </>
        }
      />
      <Agenda {...props} />
      {acties.length > 0 && (
        <Sectie kop="Acties uit dit overleg" id="acties">
          <Actietabel van={van} acties={actievolgorde(acties)} bijschrift="Acties uit dit overleg" onderKop />
        </Sectie>
      )}
      {beheert && leeft && <Toevoegen {...props} />}
      {beheert && <Stand {...props} />}
    </Planpagina>
  )
}

function Agenda({ van, overleg, noem }: Props) {
  if (overleg.punten.length === 0)
    return (
      <LegeStaat titel="De agenda is nog leeg">
        De programmamanager zet hier de punten op de agenda.
      </LegeStaat>
    )
  return (
    <Sectie kop="Agenda" id="agenda">
      <Tabel
        bijschrift="Agenda"
        bijschriftVerborgen
        rijen={overleg.punten}
        kolommen={[
          { sleutel: 'nr', kop: 'Nr.', cel: ({ nummer }) => String(nummer) },
          {
            sleutel: 'titel',
            kop: 'Punt',
            rijkop: true,
            cel: ({ nummer, titel }) => (
              <Link href={van.pad(`/overleg/${overleg.nummer}/punten/${nummer}`)}>{titel}</Link>
            ),
          },
          { sleutel: 'over', kop: 'Gaat over', cel: (punt) => <Over van={van} noem={noem} punt={punt} /> },
          {
            sleutel: 'gevraagd',
            kop: 'Gevraagd',
            cel: ({ gevraagd }) => hoofdletter(GEVRAAGDNAAM[gevraagd]),
          },
          {
            sleutel: 'uitkomst',
            kop: 'Wat eruit kwam',
            cel: (punt) =>
              punt.besluit === null ? (
                (uitkomstzin(punt) ?? 'nog niets')
              ) : (
                <>
                  {uitkomstzin(punt)}{' '}
                  <Link href={van.pad(`/besluiten/${punt.besluit}`)}>Naar het besluit</Link>
                </>
              ),
          },
        ]}
      />
    </Sectie>
  )
}

function Toevoegen({ van, overleg, keuzes, invoer }: Props) {
  const hier = invoer?.bij === 'punt' ? invoer : undefined
  return (
    <Meer kop="Punt toevoegen" open={overleg.stand === 'gepland' || hier !== undefined}>
      <Formulier
        naam="Punt toevoegen"
        actie={van.pad(`/overleg/${overleg.nummer}/punten`)}
        fouten={hier?.fouten}
      >
        <Puntvelden
          overleg={overleg}
          keuzes={keuzes}
          waarden={hier?.waarden ?? { gevraagd: 'bespreking', vervolg: 'geen' }}
          fouten={hier?.fouten ?? []}
        />
        <Knoppen>
          <Knop>Op de agenda zetten</Knop>
        </Knoppen>
      </Formulier>
    </Meer>
  )
}

function Stand({ van, overleg, invoer }: Props) {
  const hier = invoer?.bij === 'stap' ? invoer : undefined
  const waarden = hier?.waarden ?? { stand: overleg.stand, datum: toonDatum(overleg.datum) }
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(hier?.fouten, naam) })
  return (
    <Sectie kop="Gehouden, verzetten of afzeggen" id="stand">
      <Formulier
        naam="Gehouden, verzetten of afzeggen"
        actie={van.pad(`/overleg/${overleg.nummer}/stand`)}
        fouten={hier?.fouten}
        verborgen={{ gezien: String(overleg.volgnr) }}
      >
        <Keuzerondjes
          {...veld('stand')}
          label="Hoe staat het ervoor"
          keuzes={[
            { waarde: 'gepland', tekst: 'Gepland' },
            { waarde: 'gehouden', tekst: 'Gehouden' },
            { waarde: 'vervallen', tekst: 'Gaat niet door' },
          ]}
        />
        <TekstVeld {...veld('datum')} label="Dag" uitleg={DAG_UITLEG} smal verplicht />
        <TekstVeld
          {...veld('reden')}
          label="Waarom"
          uitleg="Alleen nodig als het overleg wordt verzet of niet doorgaat."
          verplicht={false}
        />
        <Knoppen>
          <Knop soort="tweede">Bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
