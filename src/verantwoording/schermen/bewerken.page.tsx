import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import { Planpagina, type Waarden } from '#programma/deur.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'
import { adviestekst, b1Advies } from '#verantwoording/b1.ts'
import { leesInhoud, maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import { isTeBespreken, isTeSchrijven } from '#verantwoording/rapport/leven.ts'
import { watOntbreekt } from '#verantwoording/rapport/ontbreekt.ts'
import {
  handelAf,
  merkOp,
  type Schrijfweigering,
  schrijfTekst,
} from '#verantwoording/rapport/rapport.flow.ts'
import {
  type Eigentekst,
  findOpmerkingen,
  findTeksten,
  type Opmerking,
} from '#verantwoording/rapport/rapport.store.ts'
import { inleidingVan, opmerkplekken, schrijfplekken } from '#verantwoording/rapport/teksten.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { ankerVan, Rapportblok } from '#verantwoording/schermen/blokken.tsx'
import {
  leesRapportbezoek,
  naarVan,
  type Rapportagekamer,
  type Rapportbezoek,
} from '#verantwoording/schermen/rapportbezoek.tsx'
import { STANDWOORD, weigerstatus, weigerzin } from '#verantwoording/schermen/teksten.ts'

/** Schrijven in een rapport en erover praten: per deel een inleiding, per alinea een eigen tekst en opmerkingen. */

const PAD = '/rapporten/:kenmerk/bewerken'

export function bewerkPagina(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.opmerken', PAD, (c) => toon(c, kamer, {}))
  routes.post('rapport.maken', '/rapporten/:kenmerk/tekst', async (c) => {
    const bezoek = await leesRapportbezoek(c, kamer)
    if (bezoek instanceof Response) return bezoek
    const waarden = await leesFormulier(c)
    const kaal = await maakOpnieuw(bezoek.bron, bezoek.kop, bezoek.van.bezoek.klok)
    if (!kaal.ok) return foutAntwoord(c, 'niet_gevonden')
    const alinea = waarden['alinea'] ?? ''
    const uitkomst = await schrijfTekst(bezoek.van.bezoek, bezoek.van.kop.id, bezoek.kop.kenmerk, {
      alinea,
      tekst: waarden['tekst'] ?? '',
      gezien: Number(waarden['gezien'] ?? '0'),
      plekken: schrijfplekken(kaal.waarde.kaal),
    })
    return antwoord(c, kamer, bezoek, waarden, alinea, uitkomst)
  })
  routes.post('rapport.opmerken', '/rapporten/:kenmerk/opmerking', async (c) => {
    const bezoek = await leesRapportbezoek(c, kamer)
    if (bezoek instanceof Response) return bezoek
    const waarden = await leesFormulier(c)
    const inhoud = await leesInhoud(bezoek.bron, bezoek.kop, bezoek.van.bezoek.klok)
    if (!inhoud.ok) return foutAntwoord(c, 'niet_gevonden')
    const alinea = waarden['alinea'] ?? ''
    const uitkomst = await merkOp(bezoek.van.bezoek, bezoek.van.kop.id, bezoek.kop.kenmerk, {
      alinea,
      tekst: waarden['opmerking'] ?? '',
      plekken: opmerkplekken(inhoud.waarde),
    })
    return antwoord(c, kamer, bezoek, waarden, alinea, uitkomst)
  })
  routes.post('rapport.opmerken', '/rapporten/:kenmerk/afhandelen', async (c) => {
    const bezoek = await leesRapportbezoek(c, kamer)
    if (bezoek instanceof Response) return bezoek
    const waarden = await leesFormulier(c)
    const uitkomst = await handelAf(bezoek.van.bezoek, bezoek.van.kop.id, bezoek.kop.kenmerk, {
      opmerking: waarden['id'] ?? '',
      stand: waarden['stand'] === 'heropend' ? 'heropend' : 'afgehandeld',
    })
    return antwoord(c, kamer, bezoek, waarden, waarden['alinea'] ?? '', uitkomst)
  })
}

function antwoord(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  { van, kop }: Rapportbezoek,
  waarden: Waarden,
  alinea: string,
  uitkomst: { ok: true } | { ok: false; reden: Schrijfweigering },
): Response | Promise<Response> {
  kamer.planboek.vergeet(van.bezoek.db.schema)
  if (uitkomst.ok)
    return c.redirect(`${van.pad(`/rapporten/${kop.kenmerk}/bewerken`)}#${ankerVan(`bij.${alinea}`)}`, 303)
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  return toon(c, kamer, { waarden, weigering: uitkomst.reden }, weigerstatus(uitkomst.reden.code))
}

type Invoer = { waarden?: Waarden; weigering?: Schrijfweigering }

async function toon(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  invoer: Invoer,
  status: 200 | 400 | 404 | 409 = 200,
): Promise<Response> {
  const bezoek = await leesRapportbezoek(c, kamer)
  if (bezoek instanceof Response) return bezoek
  const { van, kop, bron } = bezoek
  const gemaakt = await maakOpnieuw(bron, kop, van.bezoek.klok)
  if (!gemaakt.ok) return foutAntwoord(c, 'niet_gevonden')
  const { inhoud, feiten } = gemaakt.waarde
  const { teksten, opmerkingen } = await van.bezoek.db.lees(async (lezer) => ({
    teksten: await findTeksten(lezer, kop.id),
    opmerkingen: await findOpmerkingen(lezer, kop.id),
  }))
  const plek: Plekprops = {
    bezoek,
    teksten,
    opmerkingen,
    invoer,
    magSchrijven: van.mag('rapport.maken') && isTeSchrijven(kop.stand),
    magOpmerken: van.mag('rapport.opmerken') && isTeBespreken(kop.stand),
  }
  const open = opmerkingen.filter((een) => een.open).length
  return c.html(
    <Planpagina
      van={van}
      titel={`Schrijven: ${inhoud.titel}`}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Rapporten', href: van.pad('/rapporten') },
        { tekst: inhoud.titel, href: van.pad(`/rapporten/${kop.kenmerk}`) },
      ]}
    >
      <Paginakop
        titel={`Schrijven: ${inhoud.titel}`}
        lead="De cijfers, zinnen en tabellen staan er al. Schrijf alleen waar u iets wilt toevoegen of anders wilt zeggen."
        acties={
          <KnopLink soort="hoofd" href={van.pad(`/rapporten/${kop.kenmerk}#stappen`)}>
            {kop.stand === 'concept' ? 'Klaar: naar aanbieden' : 'Naar het rapport'}
          </KnopLink>
        }
      />
      {kop.stand !== 'concept' && (
        <Melding soort="info" titel={STANDWOORD[kop.stand]}>
          <p>Schrijven kan alleen in een concept. Opmerken kan tot het rapport is vastgesteld.</p>
        </Melding>
      )}
      {invoer.weigering !== undefined && (
        <Melding soort="fout" titel="Niet bewaard" antwoord>
          <p>{weigerzin(invoer.weigering)}</p>
        </Melding>
      )}
      <Sectie
        kop="Wat er nog ontbreekt"
        onder="Dit houdt u niet tegen: het rapport zegt zelf wat niet bekend is."
      >
        <Lijst
          items={[
            ...watOntbreekt(feiten),
            open === 0
              ? 'Er staan geen opmerkingen open.'
              : `Er ${open === 1 ? 'staat' : 'staan'} ${telwoord(open, 'opmerking', 'opmerkingen')} open.`,
          ]}
        />
      </Sectie>
      {inhoud.delen.map((deel) => (
        <Deelbewerker deel={deel} {...plek} />
      ))}
    </Planpagina>,
    status,
  )
}

type Plekprops = {
  bezoek: Rapportbezoek
  teksten: readonly Eigentekst[]
  opmerkingen: readonly Opmerking[]
  invoer: Invoer
  magSchrijven: boolean
  magOpmerken: boolean
}

function Deelbewerker(props: { deel: Deel } & Plekprops) {
  const { deel, bezoek } = props
  const inleiding = inleidingVan(deel.id)
  const heeftInleiding = deel.blokken.some(({ id }) => id === inleiding)
  return (
    <Sectie kop={deel.titel} id={ankerVan(deel.id)}>
      {!heeftInleiding && <Plek alinea={inleiding} kop="Een inleiding schrijven" {...props} />}
      {deel.blokken.map((blok) =>
        blok.soort === 'alinea' ? (
          <>
            <Rapportblok blok={blok} naar={naarVan(bezoek.van)} />
            <Plek
              alinea={blok.id}
              kop={blok.id === inleiding ? 'Inleiding veranderen' : 'Zelf schrijven of opmerken'}
              blok={blok}
              {...props}
            />
          </>
        ) : (
          <Samengevat blok={blok} {...props} />
        ),
      )}
    </Sectie>
  )
}

/** Een tabel of grafiek staat hier alleen met haar naam: de cijfers zijn niet te veranderen. */
function Samengevat(props: { blok: Exclude<Blok, { soort: 'alinea' }> } & Plekprops) {
  const { blok, ...plek } = props
  const { bezoek } = plek
  if (blok.soort === 'kop') return <Rapportblok blok={blok} />
  const naam =
    blok.soort === 'tabel' || blok.soort === 'feiten'
      ? blok.titel
      : blok.soort === 'grafiek'
        ? blok.boodschap
        : 'Lijst'
  return (
    <>
      <Alinea klein>
        {blok.soort === 'grafiek' ? 'Grafiek' : blok.soort === 'tabel' ? 'Tabel' : 'Gegevens'}:{' '}
        <Link href={`${bezoek.van.pad(`/rapporten/${bezoek.kop.kenmerk}`)}#${ankerVan(blok.id)}`}>
          {naam}
        </Link>
      </Alinea>
      <Plek alinea={blok.id} kop={`Opmerken bij ${naam}`} {...plek} />
    </>
  )
}

function Plek(props: { alinea: string; kop: string; blok?: Extract<Blok, { soort: 'alinea' }> } & Plekprops) {
  const { alinea, bezoek, invoer } = props
  const hier = props.opmerkingen.filter((een) => een.alinea === alinea)
  const open = hier.filter((een) => een.open)
  const versies = props.teksten.filter((een) => een.alinea === alinea)
  const isInleiding = alinea.endsWith('.inleiding')
  const teSchrijven =
    props.magSchrijven && (isInleiding || (props.blok !== undefined && props.blok.herkomst !== 'plan'))
  if (!teSchrijven && !props.magOpmerken && hier.length === 0) return null
  const fout = invoer.waarden?.['alinea'] === alinea ? invoer : undefined
  const laatste = versies.at(-1)
  const actie = (wat: string): string => bezoek.van.pad(`/rapporten/${bezoek.kop.kenmerk}/${wat}`)
  const advies = laatste?.tekst === undefined || laatste.tekst === null ? [] : b1Advies(laatste.tekst)
  return (
    <div id={ankerVan(`bij.${alinea}`)}>
      <Meer
        kop={`${props.kop}${open.length === 0 ? '' : ` (${telwoord(open.length, 'open opmerking', 'open opmerkingen')})`}`}
        open={fout !== undefined || open.length > 0}
      >
        {hier.map((een) => (
          <Opmerkingblok opmerking={een} magOpmerken={props.magOpmerken} actie={actie('afhandelen')} />
        ))}
        {teSchrijven && (
          <Formulier
            naam={`Tekst bij ${alinea}`}
            actie={actie('tekst')}
            verborgen={{ alinea, gezien: String(laatste?.volgnr ?? 0) }}
          >
            <TekstVlak
              naam="tekst"
              id={`tekst-${ankerVan(alinea)}`}
              label={isInleiding ? 'Inleiding' : 'Eigen tekst in plaats van deze alinea'}
              uitleg={
                isInleiding
                  ? 'Korte zinnen. Noem geen namen van inwoners. Leeg bewaren haalt de inleiding weg.'
                  : 'Schrijf geen ander cijfer dan in de tabellen. Noem geen namen van inwoners. Leeg bewaren zet de tekst van Omzien terug.'
              }
              regels={4}
              waarde={
                fout?.waarden?.['tekst'] ?? laatste?.tekst ?? (isInleiding ? '' : (props.blok?.tekst ?? ''))
              }
            />
            {advies.length > 0 && (
              <Melding soort="info" titel="Advies voor makkelijker lezen">
                <Lijst items={advies.map(adviestekst)} />
              </Melding>
            )}
            <Knoppen>
              <Knop>Tekst bewaren</Knop>
            </Knoppen>
          </Formulier>
        )}
        {versies.length > 1 && (
          <Alinea klein>
            Eerder:{' '}
            {versies.map(({ volgnr, op }) => `versie ${volgnr} op ${toonDatum(dagVanMoment(op))}`).join(', ')}
            .
          </Alinea>
        )}
        {props.magOpmerken && (
          <Formulier naam={`Opmerking bij ${alinea}`} actie={actie('opmerking')} verborgen={{ alinea }}>
            <TekstVlak
              naam="opmerking"
              id={`opmerking-${ankerVan(alinea)}`}
              label="Opmerking"
              uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van inwoners."
              regels={2}
              waarde={fout?.waarden?.['opmerking']}
            />
            <Knoppen>
              <Knop soort="tweede">Opmerking plaatsen</Knop>
            </Knoppen>
          </Formulier>
        )}
      </Meer>
    </div>
  )
}

function Opmerkingblok(props: { opmerking: Opmerking; magOpmerken: boolean; actie: string }) {
  const { opmerking, magOpmerken, actie } = props
  return (
    <Melding soort={opmerking.open ? 'let-op' : 'goed'} titel={opmerking.open ? 'Opmerking' : 'Afgehandeld'}>
      <p>{opmerking.tekst}</p>
      <p class="oz-klein oz-stil">
        {opmerking.door ?? 'gemeente'}, {toonDatum(dagVanMoment(opmerking.op))}
      </p>
      {magOpmerken && (
        <Formulier
          naam={`Opmerking ${opmerking.open ? 'afhandelen' : 'heropenen'}`}
          actie={actie}
          verborgen={{
            id: opmerking.id,
            alinea: opmerking.alinea,
            stand: opmerking.open ? 'afgehandeld' : 'heropend',
          }}
        >
          <Knop soort="tweede">{opmerking.open ? 'Afgehandeld' : 'Toch niet klaar'}</Knop>
        </Formulier>
      )}
    </Melding>
  )
}
