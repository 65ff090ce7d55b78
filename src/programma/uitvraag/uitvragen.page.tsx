import type { Context } from 'hono'
import { type Datum, dagenLater, toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { hoofdletter } from '#basis/tekst.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { openUitvraag } from '#programma/uitvraag/uitvraag.flow.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import { statusBij } from '#programma/uitvraag/weigering.ts'
import { Boeklezer, DAG_UITLEG, dagWaarde } from '#programma/verplichtingen/invoer.ts'
import {
  type Kwartaal,
  kwartaalsleutel,
  kwartaalVan,
  kwartalenTussen,
  leesKwartaal,
  toonKwartaal,
} from '#programma/voortgang/kwartaal.ts'
import { uitvraagzin } from '#programma/voortgang/teksten.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Alle uitvragen, en een nieuwe openen. */

const PAD = '/voortgang/uitvraag'
const DAGEN_TIJD = 21

export function uitvragenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.beheren', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van, undefined, [])
  })
  routes.post('voortgang.beheren', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const lezer = new Boeklezer(waarden, van.beeld)
    const kwartaal = leesKwartaal(lezer.tekst('kwartaal'))
    if (kwartaal === undefined) lezer.meld('kwartaal', 'Kies een kwartaal uit de lijst.')
    const deadline = lezer.dag('deadline', van.vandaag)
    if (kwartaal === undefined || lezer.fouten.length > 0) return toon(c, van, waarden, lezer.fouten, 400)
    const uitkomst = await openUitvraag(van.bezoek, van.beeld, kwartaal, deadline)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok)
      return c.redirect(maakPad(van.kop, undefined)(`${PAD}/${kwartaalsleutel(kwartaal)}`), 303)
    const { code } = uitkomst.reden
    if (code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const veld = code === 'deadline_voorbij' ? 'deadline' : 'kwartaal'
    const tekst = uitvraagzin(uitkomst.reden, (id) => id)
    return toon(c, van, waarden, [{ veld, tekst }], statusBij(code))
  })
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  getypt: Waarden | undefined,
  fouten: readonly VeldFout[],
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const uitvragen = await van.bezoek.db.lees((lezer) => findUitvragen(lezer, van.kop.id))
  return c.html(
    <Planpagina
      van={van}
      titel="Voortgang opvragen"
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voortgang', href: van.pad('/voortgang') },
      ]}
    >
      <Paginakop
        titel="Voortgang opvragen"
        lead="Per kwartaal vraagt u de eigenaren van onderdelen hoe het gaat. Zij krijgen één pagina met de cijfers er al bij."
      />
      <Openen van={van} uitvragen={uitvragen} getypt={getypt} fouten={fouten} />
      <Lijst van={van} uitvragen={uitvragen} />
    </Planpagina>,
    status,
  )
}

/** De kwartalen van het programma die begonnen zijn en nog niet zijn opgevraagd; het nieuwste eerst. */
export function nieuweKwartalen(
  jaren: readonly number[],
  uitvragen: readonly Uitvraag[],
  vandaag: Datum,
): Kwartaal[] {
  const [eerste = Number(vandaag.slice(0, 4))] = jaren
  const laatste = jaren.at(-1) ?? eerste
  return kwartalenTussen({ jaar: eerste, kwartaal: 1 }, kwartaalVan(vandaag))
    .filter((kwartaal) => kwartaal.jaar <= laatste && uitvraagVan(uitvragen, kwartaal) === undefined)
    .toReversed()
}

type Openprops = {
  van: Planbezoek
  uitvragen: readonly Uitvraag[]
  getypt: Waarden | undefined
  fouten: readonly VeldFout[]
}

function Openen({ van, uitvragen, getypt, fouten }: Openprops) {
  const kwartalen = nieuweKwartalen(van.beeld.jaren, uitvragen, van.vandaag)
  if (kwartalen.length === 0 && fouten.length === 0)
    return (
      <LegeStaat titel="Elk kwartaal dat begonnen is, is al opgevraagd">
        Een nieuw kwartaal opent u zodra het begint.
      </LegeStaat>
    )
  return (
    <Sectie kop="Een uitvraag openen">
      <Formulier naam="Een uitvraag openen" fouten={fouten}>
        <KeuzeVeld
          naam="kwartaal"
          label="Over welk kwartaal"
          keuzes={kwartalen.map((een) => ({
            waarde: kwartaalsleutel(een),
            tekst: hoofdletter(toonKwartaal(een)),
          }))}
          waarde={getypt?.['kwartaal']}
          fout={foutVan(fouten, 'kwartaal')}
        />
        <TekstVeld
          naam="deadline"
          label="Laatste dag om in te dienen"
          uitleg={DAG_UITLEG}
          smal
          waarde={getypt === undefined ? dagWaarde(dagenLater(van.vandaag, DAGEN_TIJD)) : getypt['deadline']}
          fout={foutVan(fouten, 'deadline')}
        />
        <Knoppen>
          <Knop>Open de uitvraag</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

function Lijst({ van, uitvragen }: Pick<Openprops, 'van' | 'uitvragen'>) {
  if (uitvragen.length === 0) return null
  return (
    <Tabel
      bijschrift="Uitvragen"
      rijen={uitvragen}
      kolommen={[
        {
          sleutel: 'kwartaal',
          kop: 'Kwartaal',
          cel: (een) => (
            <Link href={van.pad(`${PAD}/${kwartaalsleutel(een)}`)}>{hoofdletter(toonKwartaal(een))}</Link>
          ),
        },
        {
          sleutel: 'stand',
          kop: 'Stand',
          cel: ({ open }) =>
            open ? <Status soort="bezig" tekst="Open" /> : <Status soort="klaar" tekst="Gesloten" />,
        },
        { sleutel: 'deadline', kop: 'Laatste dag', cel: ({ deadline }) => toonDatum(deadline) },
        { sleutel: 'geopend', kop: 'Geopend', cel: ({ geopendOp }) => toonDatum(dagVanMoment(geopendOp)) },
      ]}
    />
  )
}
