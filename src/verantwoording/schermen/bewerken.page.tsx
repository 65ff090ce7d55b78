import type { Context } from 'hono'
import { telwoord } from '#basis/tekst.ts'
import { Planpagina, type Waarden } from '#programma/deur.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { KnopLink } from '#ui/knop.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { leesInhoud, maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import { isTeBespreken, isTeSchrijven } from '#verantwoording/rapport/leven.ts'
import { watOntbreekt } from '#verantwoording/rapport/ontbreekt.ts'
import {
  handelAf,
  merkOp,
  type Schrijfweigering,
  schrijfTekst,
} from '#verantwoording/rapport/rapport.flow.ts'
import { findOpmerkingen, findTeksten } from '#verantwoording/rapport/rapport.store.ts'
import { opmerkplekken, schrijfplekken } from '#verantwoording/rapport/teksten.ts'
import { type Bewerkinvoer, Deelbewerker, type Plekprops } from '#verantwoording/schermen/bewerkplek.tsx'
import { ankerVan } from '#verantwoording/schermen/blokken.tsx'
import {
  leesRapportbezoek,
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

async function toon(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  invoer: Bewerkinvoer,
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
  const ontbreekt = watOntbreekt(feiten)
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
            ...(ontbreekt.length === 0
              ? ['De cijfers, de voortgang en de verklaringen zijn er allemaal.']
              : ontbreekt),
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
