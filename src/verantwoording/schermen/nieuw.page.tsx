import type { Context } from 'hono'
import { Datum, toonDatum } from '#basis/datum.ts'
import { dagVanMoment, momentVan } from '#basis/moment.ts'
import { findTijdstip } from '#grootboek/deur.ts'
import {
  bekendTot,
  keurTijdstip,
  leesBekend,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type VeldFout,
  type Waarden,
} from '#programma/deur.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'
import { findBekend, leesFeiten } from '#verantwoording/feiten/feiten.flow.ts'
import {
  geldigTmVan,
  isToekomst,
  kenmerkVan,
  leesRapportvraag,
  periodewoord,
  type Rapportvraag,
} from '#verantwoording/feiten/vraag.ts'
import { type Maakweigering, type Maakwens, maakRapport } from '#verantwoording/rapport/rapport.flow.ts'
import { findRapport } from '#verantwoording/rapport/rapport.store.ts'
import { bronVan, type Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
import { weigerstatus, weigerzin } from '#verantwoording/schermen/teksten.ts'

/** Een rapport beginnen: kies de soort en de periode, zie wat er bekend is, en maak het. */

const PAD = '/rapporten/nieuw'

export function nieuwRapport(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.maken', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const jaar = String(Number(van.vandaag.slice(0, 4)) - 1)
    return toon(c, van, { waarden: { soort: 'jaar', jaar, ...c.req.query() }, fouten: [] })
  })
  routes.post('rapport.maken', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const gelezen = leesRapportvraag(waarden)
    if (!gelezen.ok) return toon(c, van, { waarden, fouten: [gelezen.reden] }, 400)
    const tijden = await leesTijden(van, waarden, gelezen.waarde)
    if ('veld' in tijden) return toon(c, van, { waarden, fouten: [tijden] }, 400)
    const wens = { vraag: gelezen.waarde, ...tijden }
    if (waarden['gezien'] !== 'ja' && !isToekomst(wens.vraag, van.vandaag)) {
      const leeg = (await alVastgesteld(van, wens)) ?? (await watOntbreekt(van, kamer, wens))
      if (leeg !== undefined) return toon(c, van, { waarden, fouten: [], leeg })
    }
    const uitkomst = await maakRapport(van.bezoek, kamer.planboek, van.kop.id, wens)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(van.pad(`/rapporten/${uitkomst.waarde.kenmerk}/bewerken`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(c, van, { waarden, fouten: [], weigering: uitkomst.reden }, weigerstatus(uitkomst.reden.code))
  })
}

/** De tijden die iemand zelf kiest; zonder keuze het eind van de periode, en cijfers die meelopen. */
async function leesTijden(
  van: Planbezoek,
  waarden: Waarden,
  vraag: Rapportvraag,
): Promise<Pick<Maakwens, 'geldigTm' | 'bekend'> | VeldFout> {
  const [geldig, bekend] = [(waarden['geldig-tm'] ?? '').trim(), (waarden['bekend-op'] ?? '').trim()]
  const dag = geldig === '' ? geldigTmVan(vraag, van.vandaag) : Datum.safeParse(geldig).data
  if (dag === undefined)
    return { veld: 'geldig-tm', tekst: 'Schrijf de dag als JJJJ-MM-DD, bijvoorbeeld 2024-12-31.' }
  if (bekend === '') return { geldigTm: dag }
  const op = leesBekend(bekend)
  if (op === null)
    return { veld: 'bekend-op', tekst: 'Schrijf een dag als JJJJ-MM-DD, of het nummer van een boeking.' }
  const { tijd, kop } = await van.bezoek.db.lees(async (lezer) => ({
    tijd: await findTijdstip(lezer, { bekendOp: op }),
    kop: await findBekend(lezer, momentVan(van.bezoek.klok.nu())),
  }))
  const weigering = keurTijdstip({ vraag: { bekendOp: op }, velden: {} }, kop.nr)
  if (weigering !== undefined) return weigering
  const moment = bekendTot({ bekendOp: op }, tijd) ?? kop.op
  if (dagVanMoment(moment) > van.vandaag)
    return { veld: 'bekend-op', tekst: 'Deze dag moet nog komen. Kies vandaag of een eerdere dag.' }
  return { geldigTm: dag, bekend: { nr: tijd.bekendNr, op: moment } }
}

/** Nog eens maken kan, maar niet per ongeluk: dan komt er een tweede versie naast de eerste. */
async function alVastgesteld({ bezoek, kop }: Planbezoek, { vraag }: Maakwens): Promise<string | undefined> {
  const kenmerk: string = kenmerkVan(vraag)
  const bestaand = await bezoek.db.lees((lezer) => findRapport(lezer, kop.id, kenmerk))
  return bestaand?.stand === 'vastgesteld'
    ? `Dit rapport is al vastgesteld. Maakt u het opnieuw, dan wordt dat een nieuwe versie, die de eerste vervangt zodra zij is vastgesteld.`
    : undefined
}

/** Zegt vóór het maken wat er over deze periode niet bekend is. */
async function watOntbreekt(
  van: Planbezoek,
  kamer: Rapportagekamer,
  { vraag, geldigTm, bekend }: Maakwens,
): Promise<string | undefined> {
  const nu =
    bekend ?? (await van.bezoek.db.lees((lezer) => findBekend(lezer, momentVan(van.bezoek.klok.nu()))))
  const feiten = await leesFeiten(bronVan(van, kamer), {
    vraag,
    geldigTm: geldigTm ?? geldigTmVan(vraag, van.vandaag),
    bekend: nu,
  })
  if ('code' in feiten || feiten.geld.besteed) return undefined
  const { cijfers } = feiten.geld.totaal
  return cijfers.naWijziging === 0
    ? `Over ${periodewoord(vraag)} is niets bekend: het plan begroot dan niets, en er zijn geen uitgaven geboekt.`
    : `Over ${periodewoord(vraag)} zijn geen uitgaven geboekt. Het rapport toont dan alleen wat er begroot is, en zegt wat niet bekend is.`
}

type Invoer = {
  waarden: Waarden
  fouten: readonly VeldFout[]
  weigering?: Maakweigering
  /** Er is weinig te melden: maken kan, maar dan weet de maker het. */
  leeg?: string
}

function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  { waarden, fouten, weigering, leeg }: Invoer,
  status: 200 | 400 | 404 | 409 = 200,
) {
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  return c.html(
    <Planpagina
      van={van}
      titel="Rapport maken"
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Rapporten', href: van.pad('/rapporten') },
      ]}
    >
      <Paginakop
        titel="Rapport maken"
        lead="Kies waarover het gaat. Omzien zet de cijfers, tabellen en grafieken erin; u schrijft erbij wat cijfers niet zeggen."
      />
      {weigering !== undefined && (
        <Melding soort="fout" titel="Nog geen rapport" antwoord>
          <p>
            {weigerzin(weigering)}{' '}
            {weigering.code === 'bestaat_al' && (
              <Link href={van.pad(`/rapporten/${weigering.kenmerk}`)}>Naar {weigering.kenmerk}</Link>
            )}
          </p>
        </Melding>
      )}
      {leeg !== undefined && (
        <Melding soort="let-op" titel="Weet dit voordat u verdergaat" antwoord>
          <p>{leeg} Wilt u het rapport toch maken, kies dan nog eens ‘Rapport maken’.</p>
        </Melding>
      )}
      <Formulier
        naam="Rapport maken"
        actie={van.pad(PAD)}
        fouten={fouten}
        verborgen={leeg === undefined ? {} : { gezien: 'ja' }}
      >
        <Keuzerondjes
          {...veld('soort')}
          label="Wat voor rapport?"
          keuzes={[
            { waarde: 'jaar', tekst: 'Jaarverantwoording, voor de raad' },
            { waarde: 'kwartaal', tekst: 'Kwartaalrapportage, voor stuurgroep en college' },
            { waarde: 'dossier', tekst: 'Dossier van één onderdeel' },
          ]}
        />
        <TekstVeld {...veld('jaar')} label="Over welk jaar?" smal verplicht />
        <KeuzeVeld
          {...veld('kwartaal')}
          label="Welk kwartaal?"
          uitleg="Alleen bij een kwartaalrapportage."
          leeg="Geen"
          smal
          keuzes={['1', '2', '3', '4'].map((waarde) => ({ waarde, tekst: `Kwartaal ${waarde}` }))}
        />
        <KeuzeVeld
          {...veld('onderdeel')}
          label="Welk onderdeel?"
          uitleg="Alleen bij een dossier."
          leeg="Geen"
          keuzes={van.beeld.plan.onderdelen.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
        />
        <Meer kop="Andere tijden kiezen" open={fouten.some(({ veld: naam }) => naam.includes('-'))}>
          <Alinea>
            Zonder keuze telt wat er gebeurd is tot het eind van de periode. De cijfers lopen mee tot u het
            rapport aanbiedt; daarna staan zij stil. Vandaag is het {toonDatum(van.vandaag)}.
          </Alinea>
          <TekstVeld {...veld('geldig-tm')} label="Gebeurd tot en met" uitleg="Zoals 2024-12-31" smal />
          <TekstVeld
            {...veld('bekend-op')}
            label="Zoals bekend op"
            uitleg="Een dag (2025-02-01) of het nummer van een boeking"
            smal
          />
        </Meer>
        <Knoppen>
          <Knop>Rapport maken</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>,
    status,
  )
}
