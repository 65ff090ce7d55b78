import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { telwoord } from '#basis/tekst.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { Actietabel, overlegnaam } from '#programma/overleg/delen.tsx'
import { DAG_UITLEG, leesOverleg } from '#programma/overleg/invoer.ts'
import { planOverleg } from '#programma/overleg/overleg.flow.ts'
import { findActies, findOverleggen } from '#programma/overleg/overleg.store.ts'
import {
  actievolgorde,
  isLopend,
  isOverTijd,
  nogVastTeLeggen,
  OVERLEGNAAM,
  OVERLEGORGANEN,
  type Overleg,
  VERVOLGNAAM,
} from '#programma/overleg/overleg.ts'
import { OVERLEGZIN } from '#programma/overleg/teksten.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Alle overleggen: wat eraan komt, wat geweest is, wat nog vast te leggen is en welke acties lopen. */

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[] }

export function overleggenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overleg.lezen', '/overleg', (c) => toon(c, kamer, { waarden: {}, fouten: [] }))
  routes.post('overleg.beheren', '/overleg', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const overleg = leesOverleg(waarden)
    if (!overleg.ok) return toon(c, kamer, { waarden, fouten: overleg.reden }, 400)
    const uitkomst = await planOverleg(van.bezoek, van.kop.id, overleg.waarde)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/overleg/${uitkomst.waarde.nummer}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(
      c,
      kamer,
      { waarden, fouten: [{ veld: 'datum', tekst: OVERLEGZIN[uitkomst.reden.code] }] },
      400,
    )
  })
}

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer,
  status: 200 | 400 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { alle, acties } = await van.bezoek.db.lees(async (lezer) => ({
    alle: await findOverleggen(lezer, van.kop.id),
    acties: await findActies(lezer, van.kop.id),
  }))
  const gekozen = OVERLEGORGANEN.find((orgaan) => orgaan === c.req.query('orgaan'))
  const overleggen = alle.filter(({ orgaan }) => gekozen === undefined || orgaan === gekozen)
  const lopend = actievolgorde(acties.filter(isLopend))
  const over = lopend.filter((actie) => isOverTijd(actie, van.vandaag)).length
  return c.html(
    <Planpagina
      van={van}
      titel="Overleg"
      fout={status !== 200}
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop
        titel="Overleg"
        lead={`Agenda en besluiten van stuurgroep, college, directie en projecten. ${telwoord(lopend.length, 'actie loopt', 'acties lopen')}${over === 0 ? '' : `, waarvan ${over} over tijd`}.`}
        acties={<KnopLink href={van.pad('/acties')}>Alle acties</KnopLink>}
      />
      <NogVast van={van} overleggen={alle} />
      {lopend.length > 0 && (
        <Sectie kop="Acties die het eerst klaar moeten" id="acties">
          <Actietabel van={van} acties={lopend.slice(0, 5)} bijschrift="De vijf vroegste" onderKop />
        </Sectie>
      )}
      <Lijst van={van} overleggen={overleggen} orgaan={gekozen} leeg={alle.length === 0} />
      {van.mag('overleg.beheren') && <Plannen van={van} invoer={invoer} />}
    </Planpagina>,
    status,
  )
}

/** Wat de stuurgroep besloot en een ander nog moet vastleggen. */
function NogVast({ van, overleggen }: { van: Planbezoek; overleggen: readonly Overleg[] }) {
  const wachtend = nogVastTeLeggen(overleggen)
  if (wachtend.length === 0) return null
  return (
    <Sectie
      kop="Nog vast te leggen"
      id="nog-vast"
      onder="Hierover is besloten, maar een ander hoort het besluit nog vast te leggen."
    >
      <Zijbalklijst
        items={wachtend.map(({ overleg, punt }) => ({
          tekst: <Link href={van.pad(`/overleg/${overleg.nummer}/punten/${punt.nummer}`)}>{punt.titel}</Link>,
          bij: `${overlegnaam(overleg)}; nog door ${VERVOLGNAAM[punt.vervolg]}`,
        }))}
      />
    </Sectie>
  )
}

function Lijst(props: {
  van: Planbezoek
  overleggen: readonly Overleg[]
  orgaan: string | undefined
  leeg: boolean
}) {
  const { van, overleggen } = props
  const naar = formulierNaar(van, '/overleg')
  if (props.leeg)
    return (
      <LegeStaat titel="Er is nog geen overleg gepland">
        De programmamanager plant hier een overleg en maakt er de agenda van.
      </LegeStaat>
    )
  return (
    <Sectie kop="Alle overleggen" id="overleggen">
      <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Overleg kiezen">
        <KeuzeVeld
          naam="orgaan"
          label="Wie"
          leeg="Alle"
          waarde={props.orgaan}
          keuzes={OVERLEGORGANEN.map((orgaan) => ({ waarde: orgaan, tekst: OVERLEGNAAM[orgaan] }))}
        />
        <Knop soort="tweede">Toon</Knop>
      </Formulier>
      <Tabel
        bijschrift="Overleggen, de nieuwste eerst"
        bijschriftVerborgen
        rijen={eersteRijen(overleggen)}
        leeg="Geen enkel overleg past bij deze keuze."
        kolommen={[
          {
            sleutel: 'wie',
            kop: 'Overleg',
            cel: (overleg) => (
              <>
                <Link href={van.pad(`/overleg/${overleg.nummer}`)}>{overlegnaam(overleg)}</Link>{' '}
                {overleg.stand !== 'gehouden' && <Etiket>{overleg.stand}</Etiket>}
              </>
            ),
          },
          { sleutel: 'punten', kop: 'Punten', soort: 'getal', cel: ({ punten }) => punten.length },
          {
            sleutel: 'besluiten',
            kop: 'Besluiten',
            soort: 'getal',
            cel: ({ punten }) => punten.filter(({ besluit }) => besluit !== null).length,
          },
        ]}
      />
      <Afgekapt aantal={overleggen.length}>Kies een soort overleg om de rest te zien.</Afgekapt>
    </Sectie>
  )
}

function Plannen({ van, invoer }: { van: Planbezoek; invoer: Invoer }) {
  const { waarden, fouten } = invoer
  return (
    <Sectie kop="Overleg plannen" id="plannen">
      <Formulier naam="Overleg plannen" actie={van.pad('/overleg')} fouten={fouten}>
        <KeuzeVeld
          naam="orgaan"
          id="veld-nieuw-orgaan"
          label="Wie komt er bij elkaar"
          keuzes={OVERLEGORGANEN.map((orgaan) => ({ waarde: orgaan, tekst: OVERLEGNAAM[orgaan] }))}
          waarde={waarden['orgaan'] ?? 'stuurgroep'}
          fout={foutVan(fouten, 'orgaan')}
        />
        <TekstVeld
          naam="datum"
          label="Dag"
          uitleg={`${DAG_UITLEG} Vandaag is het ${toonDatum(van.vandaag)}.`}
          smal
          verplicht
          waarde={waarden['datum']}
          fout={foutVan(fouten, 'datum')}
        />
        <Knoppen>
          <Knop>Overleg plannen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
