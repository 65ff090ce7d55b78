import { readFile } from 'node:fs/promises'
import type { Context } from 'hono'
import { datum } from '#basis/datum.ts'
import { momentVan } from '#basis/moment.ts'
import { type Invoerbevinding, insertProfiel } from '#grootboek/deur.ts'
import { startLezen } from '#programma/inlezen/lezen.flow.ts'
import { bekendeProfielen } from '#programma/inlezen/profielen.flow.ts'
import { profielUit } from '#programma/inlezen/profielformulier.ts'
import { type Keuze, type Lijstprops, Profielformulier } from '#programma/inlezen/profielformulier.tsx'
import { Bevindingtabel } from '#programma/inlezen/verschil.tsx'
import type { Wachtbestand, Wachtbestanden } from '#programma/inlezen/wachtbestanden.ts'
import type { Lijstprofiel } from '#programma/invoer-poort.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import {
  BESTANDFOUTEN,
  foutAntwoord,
  leesFormulier,
  type Omgeving,
  type Routes,
  schrijfLogboek,
  werkPad,
} from '#toegang/deur.ts'
import type { VeldFout } from '#ui/formulier.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Lijst, Paginakop } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'

/** Van een lijst kiezen wat elke kolom is. Een bewaard profiel hoeft alleen nog bevestigd. */

const WEG = {
  titel: 'Dit bestand is er niet meer',
  zin: 'Een lijst waarvoor nog gekozen moet worden, bewaren wij een halfuur. Kies het bestand opnieuw bij Inlezen.',
}

export function lijstPagina(routes: Routes, kamer: Programmakamer, wacht: Wachtbestanden): void {
  const vind = (c: Context<Omgeving>, van: Planbezoek): Wachtbestand | undefined => {
    const { gemeente, wie, klok } = van.bezoek
    return wacht.vind(gemeente.code, wie?.account ?? '', c.req.param('id') ?? '', klok.nu())
  }
  const lees = async (
    c: Context<Omgeving>,
    van: Planbezoek,
    bestand: Wachtbestand,
  ): Promise<Keuze | Response> => {
    const bytes = await readFile(bestand.pad)
    const voorstel = kamer.invoer.stelProfielVoor(bytes)
    if (!voorstel.ok) {
      wacht.neem(bestand.id)
      await bestand.ruimOp()
      return c.html(<Onleesbaar van={van} bevindingen={voorstel.reden} />, 400)
    }
    const bekend = await van.bezoek.db.lees((lezer) => bekendeProfielen(lezer, kamer.invoer))
    return { bestand, voorstel: voorstel.waarde, herkend: kamer.invoer.herkenProfielen(bekend, bytes) }
  }
  routes
    .get('invoer.inlezen', '/inlezen/lijst/:id', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const bestand = vind(c, van)
      if (bestand === undefined) return foutAntwoord(c, 'niet_gevonden', WEG)
      const keuze = await lees(c, van, bestand)
      if (keuze instanceof Response) return keuze
      const gekozen = keuze.herkend.find(({ naam }) => naam === c.req.query('profiel'))
      return c.html(
        <Lijstpagina van={van} kamer={kamer} keuze={keuze} gekozen={gekozen ?? keuze.herkend[0]} />,
      )
    })
    .post(
      'invoer.inlezen',
      '/inlezen/lijst/:id',
      async (c) => {
        const van = await leesPlanbezoek(c, kamer)
        if (van instanceof Response) return van
        const bestand = vind(c, van)
        if (bestand === undefined) return foutAntwoord(c, 'niet_gevonden', WEG)
        const keuze = await lees(c, van, bestand)
        if (keuze instanceof Response) return keuze
        const velden = await leesFormulier(c)
        const gekozen = keuze.herkend.find(({ naam }) => naam === velden['profiel'])
        const gelezen = kamer.invoer.leesProfiel(profielUit(velden, keuze.voorstel, gekozen))
        const fouten: VeldFout[] = gelezen.ok ? [] : gelezen.reden.map((tekst) => ({ veld: 'soort', tekst }))
        const administratie = velden['administratie']?.trim() || bestand.administratie
        if (administratie === undefined)
          fouten.push({ veld: 'administratie', tekst: 'Vul in uit welke administratie deze lijst komt.' })
        if (!gelezen.ok || administratie === undefined)
          return c.html(
            <Lijstpagina
              van={van}
              kamer={kamer}
              keuze={keuze}
              gekozen={gekozen}
              velden={velden}
              fouten={fouten}
            />,
            400,
          )
        if (velden['bewaar'] !== undefined && velden['bewaar'].trim() !== '')
          await bewaarProfiel(van, { ...gelezen.waarde, naam: velden['bewaar'].trim().slice(0, 80) })
        return leesLijst(c, kamer, van, bestand, wacht, { profiel: gelezen.waarde, administratie })
      },
      { tempo: 'duur' },
    )
}

const bewaarProfiel = (van: Planbezoek, profiel: Lijstprofiel): Promise<void> =>
  van.bezoek.db.schrijf(async (tx) => {
    const { bezoek } = van
    const bewaard = { ...profiel, aanname: false }
    await insertProfiel(
      tx,
      { naam: profiel.naam, profiel: bewaard },
      bezoek.wie?.account ?? null,
      momentVan(bezoek.klok.nu()),
    )
    await schrijfLogboek(tx, bezoek, 'invoer.inlezen', 'invoerprofiel bewaard')
  })

function leesLijst(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  bestand: Wachtbestand,
  wacht: Wachtbestanden,
  { profiel, administratie }: { profiel: Lijstprofiel; administratie: string },
): Response | Promise<Response> {
  const peildatum = bestand.peildatum === undefined ? van.vandaag : datum(bestand.peildatum)
  const lezer = kamer.invoer.maakLijstlezer(profiel, { administratie, peildatum })
  const gestart = startLezen(kamer, van, bestand, { naam: 'Lijst lezen', lezer, administratie })
  if (!gestart.ok)
    return foutAntwoord(c, 'duurt_te_lang', { titel: 'Het is nu te druk', zin: BESTANDFOUTEN.te_druk })
  wacht.neem(bestand.id)
  return c.redirect(werkPad(gestart.waarde), 303)
}

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Werk', href: van.pad('/werk') },
  { tekst: 'Inlezen', href: van.pad('/inlezen') },
]

function Onleesbaar(props: { van: Planbezoek; bevindingen: readonly Invoerbevinding[] }) {
  const { van } = props
  return (
    <Planpagina van={van} titel="Deze lijst kunnen wij niet lezen" kruimels={kruimelsVan(van)} fout>
      <Paginakop titel="Deze lijst kunnen wij niet lezen" lead="Er is niets ingelezen en niets bewaard." />
      <Bevindingtabel bevindingen={props.bevindingen} />
      <Knoppen>
        <KnopLink href={van.pad('/inlezen')}>Ander bestand kiezen</KnopLink>
      </Knoppen>
    </Planpagina>
  )
}

function Lijstpagina(props: Lijstprops) {
  const { van, keuze, gekozen, fouten = [] } = props
  const { voorstel, herkend } = keuze
  const titel = gekozen === undefined ? 'Wat staat er in deze lijst?' : 'Klopt het zo?'
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)} fout={fouten.length > 0}>
      <Paginakop
        titel={titel}
        lead="Kijk per kolom of wij haar goed begrijpen. Wat u niet kiest, lezen wij niet. Namen en omschrijvingen nemen wij nooit over."
      />
      {gekozen !== undefined && (
        <Melding soort="info" titel={`Herkend als ‘${gekozen.naam}’`}>
          {gekozen.aanname && <p>Dit profiel is een aanname, tot u het met een echt bestand bevestigt.</p>}
          {gekozen.uitleg !== '' && <p>{gekozen.uitleg}</p>}
        </Melding>
      )}
      {herkend.length > 1 && (
        <Knoppen>
          {herkend.slice(0, 6).map(({ naam }) => (
            <KnopLink href={van.pad(`/inlezen/lijst/${keuze.bestand.id}`, { profiel: naam })}>
              {naam}
            </KnopLink>
          ))}
        </Knoppen>
      )}
      {gekozen === undefined && voorstel.vragen.length > 0 && (
        <Melding soort="let-op" titel="Let hierop">
          <Lijst items={voorstel.vragen.map(({ zin }) => zin)} />
        </Melding>
      )}
      <Profielformulier {...props} fouten={fouten} />
    </Planpagina>
  )
}
