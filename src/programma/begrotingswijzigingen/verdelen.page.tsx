import type { Context } from 'hono'
import type { Centen } from '#basis/geld.ts'
import { telOp, toonEuro } from '#basis/geld.ts'
import { dekking, findPostsaldi, findTijdstip, type Onverdeeld, zetOpBronnen } from '#grootboek/deur.ts'
import { stelWijzigingVoor } from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import { leesVerdeling, type Verdeelinvoer } from '#programma/begrotingswijzigingen/invoer.ts'
import { onverdeeldVan, saldiVan } from '#programma/begrotingswijzigingen/saldi.ts'
import { weigerstatus, weigerzin } from '#programma/begrotingswijzigingen/teksten.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { onderdeelnaam } from '#programma/namen.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Geld waarvan het plan de bron niet noemt, op bronnen zetten: een voorstel als elk ander. */

const PAD = '/begrotingswijzigingen/verdelen'
const HANDELING = 'begrotingswijziging.voorstellen'

export function verdelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get(HANDELING, PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return toon(c, van, { waarden: { wijze: 'genoemd' }, fouten: [] })
  })
  routes.post(HANDELING, PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const { onverdeeld, teVerdelen } = await leesStand(van)
    const invoer = leesVerdeling(waarden, van.beeld.plan, teVerdelen)
    if (!invoer.ok) return toon(c, van, { waarden, fouten: invoer.reden }, 400)
    const verdeeld = zetOpBronnen(gekozen(van, onverdeeld, invoer.waarde), invoer.waarde.wijze)
    if (!verdeeld.ok) return toon(c, van, { waarden, fouten: [{ veld: 'wijze', tekst: NIETS }] }, 400)
    const { toelichting } = invoer.waarde
    const voorstel = { regels: verdeeld.waarde, toelichting, beleid: false }
    const uitkomst = await stelWijzigingVoor(van.bezoek, van.kop.id, voorstel)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok)
      return c.redirect(maakPad(van.kop, undefined)(`/begrotingswijzigingen/${uitkomst.waarde.id}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const fouten = [{ veld: 'wijze', tekst: weigerzin(uitkomst.reden, van.beeld.plan) }]
    return toon(c, van, { waarden, fouten }, weigerstatus(uitkomst.reden.code))
  })
}

const NIETS =
  'Hier valt niets te verdelen: er is geen vrij geld zonder bron, of de gekozen bronnen zijn leeg.'

const leesStand = (van: Planbezoek) =>
  van.bezoek.db.lees(async (lezer) => {
    const programma = van.kop.id
    const posten = await findPostsaldi(lezer, await findTijdstip(lezer, {}), {
      programma,
      rekeningsoorten: ['ruimte', 'dekking'],
    })
    const saldo = saldiVan(posten)
    const teVerdelen = new Map<string, Centen>(
      van.beeld.plan.bronnen.map(({ id }) => [id, saldo(dekking({ programma, bron: id }))]),
    )
    return { onverdeeld: onverdeeldVan(posten), teVerdelen }
  })

function gekozen(van: Planbezoek, onverdeeld: readonly Onverdeeld[], invoer: Verdeelinvoer): Onverdeeld[] {
  return onverdeeld.filter(
    ({ onderdeel, jaar }) =>
      (invoer.jaar === undefined || invoer.jaar === jaar) &&
      (invoer.onderdeel === undefined || invoer.onderdeel === onderdeel) &&
      (invoer.groep === undefined || van.beeld.onderdeel.get(onderdeel)?.groep === invoer.groep),
  )
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  invoer: { waarden: Waarden; fouten: readonly VeldFout[] },
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const { onverdeeld, teVerdelen } = await leesStand(van)
  const titel = 'Verdelen over bronnen'
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begrotingswijzigingen', href: van.pad('/begrotingswijzigingen') },
      ]}
    >
      <Paginakop
        titel={titel}
        lead="Budget waarvan het plan niet zegt uit welke bron het komt. Alleen wat nog vrij is, kan een bron krijgen."
      />
      {onverdeeld.length === 0 ? (
        <LegeStaat titel="Alles heeft een bron">
          Er is geen vrij budget dat nog over de bronnen te verdelen is.
        </LegeStaat>
      ) : (
        <>
          <Verdeelformulier van={van} teVerdelen={teVerdelen} {...invoer} />
          <Onverdeeldlijst van={van} onverdeeld={onverdeeld} />
        </>
      )}
    </Planpagina>,
    status,
  )
}

function Verdeelformulier(props: {
  van: Planbezoek
  teVerdelen: ReadonlyMap<string, Centen>
  waarden: Waarden
  fouten: readonly VeldFout[]
}) {
  const { waarden, fouten } = props
  const { plan } = props.van.beeld
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  return (
    <Formulier naam="Verdelen" fouten={fouten}>
      <KeuzeVeld
        {...veld('groep')}
        label="Groep"
        leeg="Alle groepen"
        keuzes={plan.groepen.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
      />
      <TekstVeld
        {...veld('onderdeel')}
        label="Onderdeel"
        uitleg="Naam of nummer; leeg is alle onderdelen."
        verplicht={false}
      />
      <TekstVeld {...veld('jaar')} label="Jaar" uitleg="Leeg is alle jaren." smal verplicht={false} />
      <Keuzerondjes
        {...veld('wijze')}
        label="Hoe"
        keuzes={[
          { waarde: 'genoemd', tekst: 'Alles uit één bron', uitleg: 'Vul bij die bron een 1 in.' },
          {
            waarde: 'aandelen',
            tekst: 'Volgens een vaste verhouding',
            uitleg:
              'Vul bij elke bron haar deel in, bijvoorbeeld 60 en 40. De centen tellen altijd precies op.',
          },
          {
            waarde: 'waterval',
            tekst: 'Eerst de ene bron leeg, dan de volgende',
            uitleg: 'Vul bij elke bron haar volgorde in: 1, 2, 3. Wat nergens past, blijft nog te verdelen.',
          },
        ]}
      />
      <fieldset class="oz-veldgroep">
        <legend>Bronnen</legend>
        <div class="oz-veldgroep__naast">
          {plan.bronnen.map(({ id, naam }) => (
            <TekstVeld
              {...veld(`aandeel.${id}`)}
              label={naam}
              smal
              uitleg={nogZin(props.teVerdelen.get(id))}
            />
          ))}
        </div>
      </fieldset>
      <TekstVlak {...veld('toelichting')} label="Waarom zo?" regels={2} verplicht />
      <Knoppen>
        <Knop>Voorstel bewaren</Knop>
      </Knoppen>
    </Formulier>
  )
}

const nogZin = (cent: Centen | undefined) =>
  cent === undefined || cent === 0 ? 'Heeft niets te verdelen.' : `Heeft ${toonEuro(cent)} te verdelen.`

function Onverdeeldlijst(props: { van: Planbezoek; onverdeeld: readonly Onverdeeld[] }) {
  const { van, onverdeeld } = props
  return (
    <Sectie kop="Wat nog te verdelen is">
      <Tabel
        bijschrift="Vrij budget zonder bron"
        bijschriftVerborgen
        rijen={eersteRijen(onverdeeld)}
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }) => (
              <Link href={van.pad(`/onderdelen/${onderdeel}`)}>
                {onderdeelnaam(van.beeld.plan)(onderdeel)}
              </Link>
            ),
          },
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
          { sleutel: 'bedrag', kop: 'Vrij, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
        ]}
        totaal={{
          kop: 'Totaal',
          cellen: { bedrag: telOp(...onverdeeld.map(({ bedragCent }) => bedragCent)) },
        }}
      />
      <Afgekapt aantal={onverdeeld.length}>Kies hierboven een groep of onderdeel om te beperken.</Afgekapt>
    </Sectie>
  )
}
