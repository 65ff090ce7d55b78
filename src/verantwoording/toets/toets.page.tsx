import type { Context } from 'hono'
import { leesPlanbezoek, Planpagina } from '#programma/deur.ts'
import { BESTANDFOUTEN, leesBestand, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { BestandVeld } from '#ui/veld.tsx'
import type { Rapportagekamer } from '#verantwoording/schermen/rapportbezoek.tsx'
import { toetstekst } from '#verantwoording/toets/teksten.ts'
import { toetsBestand } from '#verantwoording/toets/toets.flow.ts'
import type { Toetsuitslag } from '#verantwoording/toets/toets.ts'

/** Iedereen kan een bestand laten toetsen: is dit het vastgestelde rapport? Er wordt niets bewaard. */

const PAD = '/rapporten/toets'

export function toetsPagina(routes: Routes, kamer: Rapportagekamer): void {
  routes.get('rapport.lezen', PAD, (c) => toon(c, kamer, {}))
  routes.post(
    'rapport.lezen',
    PAD,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const bestand = await leesBestand(c, 'bestand')
      if (!bestand.ok) return toon(c, kamer, { fout: BESTANDFOUTEN[bestand.reden] }, 400)
      return toon(c, kamer, {
        uitslag: await toetsBestand(van.bezoek.db, van.kop.id, bestand.waarde.inhoud, {
          concepten: van.mag('rapport.concept.lezen'),
        }),
      })
    },
    { inhoud: 'bestand', tempo: 'duur', leest: true },
  )
}

async function toon(
  c: Context<Omgeving>,
  kamer: Rapportagekamer,
  { fout, uitslag }: { fout?: string; uitslag?: Toetsuitslag },
  status: 200 | 400 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const kenmerk =
    uitslag !== undefined && 'kenmerk' in uitslag && uitslag.soort !== 'concept' ? uitslag.kenmerk : undefined
  const tekst = uitslag && toetstekst(uitslag)
  return c.html(
    <Planpagina
      van={van}
      titel="Toets een rapport"
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Rapporten', href: van.pad('/rapporten') },
      ]}
    >
      <Paginakop
        titel="Toets een rapport"
        lead="Hebt u een rapport als bestand? Hier hoort u of het precies het vastgestelde rapport is. Wij bewaren het bestand niet."
      />
      {uitslag !== undefined && tekst !== undefined && (
        <Melding soort={soortVan(uitslag)} titel={tekst.titel} antwoord>
          <p>
            {tekst.zin}{' '}
            {kenmerk !== undefined && <Link href={van.pad(`/rapporten/${kenmerk}`)}>Naar {kenmerk}</Link>}
          </p>
        </Melding>
      )}
      {uitslag?.soort === 'veranderd' && uitslag.verschillen.length > 0 && (
        <Sectie kop="Wat er anders is">
          <Lijst items={uitslag.verschillen} />
        </Sectie>
      )}
      <Formulier
        naam="Rapport toetsen"
        actie={van.pad(PAD)}
        metBestanden
        fouten={fout === undefined ? [] : [{ veld: 'bestand', tekst: fout }]}
      >
        <BestandVeld
          naam="bestand"
          label="Het rapport"
          uitleg="Een PDF, HTML, ODT, ODS, XLSX of JSON van hoogstens 12 MB. Kies het bestand zoals u het kreeg: openen en opnieuw opslaan verandert het."
          fout={fout}
          soorten={['.pdf', '.html', '.odt', '.ods', '.xlsx', '.json']}
        />
        <Knoppen>
          <Knop>Toetsen</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>,
    status,
  )
}

function soortVan({ soort }: Toetsuitslag): 'goed' | 'let-op' | 'fout' {
  if (soort === 'vastgesteld') return 'goed'
  return soort === 'veranderd' || soort === 'onleesbaar' ? 'fout' : 'let-op'
}
