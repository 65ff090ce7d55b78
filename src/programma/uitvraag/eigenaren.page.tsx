import type { Context } from 'hono'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { wijsEigenaarAan } from '#programma/uitvraag/eigenaar.flow.ts'
import { type Eigenaarbeeld, findEigenaarbeeld } from '#programma/uitvraag/eigenaar.store.ts'
import { eigenaarVan } from '#programma/uitvraag/eigenaar.ts'
import { eigenaarnaam } from '#programma/uitvraag/uitvraag-delen.tsx'
import { statusBij } from '#programma/uitvraag/weigering.ts'
import { aanwijszin, eigenaarzin } from '#programma/voortgang/teksten.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Wie de voortgang van elk onderdeel invult, en iemand aanwijzen. */

const PAD = '/voortgang/eigenaren'
const WEG = 'weg'

export function eigenarenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.beheren', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : toon(c, van)
  })
  routes.post('voortgang.beheren', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const waarden = await leesFormulier(c)
    const { onderdeel = '', account = '' } = waarden
    const fouten: VeldFout[] = []
    if (onderdeel === '') fouten.push({ veld: 'onderdeel', tekst: 'Kies een onderdeel.' })
    if (!/^(?:weg|[0-9a-f-]{36})$/u.test(account))
      fouten.push({ veld: 'account', tekst: 'Kies wie het wordt.' })
    if (fouten.length > 0) return toon(c, van, waarden, fouten, 400)
    const uitkomst = await wijsEigenaarAan(van.bezoek, van.beeld, {
      onderdeel,
      account: account === WEG ? null : account,
      gezien: Number(waarden[`gezien.${onderdeel}`] ?? 0),
    })
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(PAD, { gedaan: onderdeel }), 303)
    const { code } = uitkomst.reden
    if (code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const veld = code === 'persoon_onbekend' ? 'account' : 'onderdeel'
    return toon(c, van, waarden, [{ veld, tekst: aanwijszin(uitkomst.reden) }], statusBij(code))
  })
}

async function toon(
  c: Context<Omgeving>,
  van: Planbezoek,
  waarden: Waarden = {},
  fouten: readonly VeldFout[] = [],
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const eigenaren = await van.bezoek.db.lees((lezer) => findEigenaarbeeld(lezer, van.kop.id, van.vandaag))
  const gedaan = van.beeld.onderdeel.get(c.req.query('gedaan') ?? '')
  return c.html(
    <Planpagina
      van={van}
      titel="Eigenaren"
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voortgang', href: van.pad('/voortgang') },
      ]}
    >
      <Paginakop
        titel="Eigenaren"
        lead="Wie van elk onderdeel de voortgang invult. Zonder aanwijzing telt een mandaat op het onderdeel; is dat er ook niet, dan kan iedere budgethouder het invullen."
      />
      {gedaan !== undefined && (
        <Melding soort="goed" titel={`De eigenaar van ${gedaan.titel} is vastgelegd`} antwoord />
      )}
      <Aanwijzen van={van} eigenaren={eigenaren} waarden={waarden} fouten={fouten} />
      <Lijst van={van} eigenaren={eigenaren} />
    </Planpagina>,
    status,
  )
}

type Props = { van: Planbezoek; eigenaren: Eigenaarbeeld; waarden: Waarden; fouten: readonly VeldFout[] }

/** Na welke aanwijzing iemand kiest: wie intussen een ander aanwees, wordt niet overschreven. */
const gezienVan = ({ aanwijzingen }: Eigenaarbeeld): Record<string, string> =>
  Object.fromEntries([...aanwijzingen].map(([id, { volgnr }]) => [`gezien.${id}`, String(volgnr)]))

function Aanwijzen({ van, eigenaren, waarden, fouten }: Props) {
  return (
    <Sectie kop="Iemand aanwijzen">
      <Formulier naam="Eigenaar aanwijzen" fouten={fouten} verborgen={gezienVan(eigenaren)}>
        <KeuzeVeld
          naam="onderdeel"
          label="Onderdeel"
          leeg="Kies een onderdeel"
          keuzes={van.beeld.bladeren.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
          waarde={waarden['onderdeel']}
          fout={foutVan(fouten, 'onderdeel')}
        />
        <KeuzeVeld
          naam="account"
          label="Wie vult in"
          uitleg="Mensen die inlogden met een rol waarmee men kan invullen."
          leeg="Kies iemand"
          keuzes={[
            ...[...eigenaren.namen].map(([id, naam]) => ({ waarde: id, tekst: naam })),
            { waarde: WEG, tekst: 'Weg, en nog niemand anders' },
          ]}
          waarde={waarden['account']}
          fout={foutVan(fouten, 'account')}
        />
        <Knoppen>
          <Knop>Leg vast</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

function Lijst({ van, eigenaren }: Pick<Props, 'van' | 'eigenaren'>) {
  return (
    <Tabel
      bijschrift="Wie wat invult"
      rijen={van.beeld.bladeren.map((onderdeel) => ({
        onderdeel,
        eigenaar: eigenaarVan(onderdeel.id, eigenaren),
      }))}
      toonRij={({ eigenaar }) => (eigenaar.soort === 'regie' ? 'anders' : undefined)}
      kolommen={[
        { sleutel: 'onderdeel', kop: 'Onderdeel', cel: ({ onderdeel }) => onderdeel.titel },
        {
          sleutel: 'plan',
          kop: 'Volgens het plan',
          cel: ({ onderdeel }) => onderdeel.eigenaarrol ?? 'niet genoemd',
        },
        { sleutel: 'wie', kop: 'Vult in', cel: ({ eigenaar }) => eigenaarnaam(eigenaar, eigenaren.namen) },
        { sleutel: 'waarom', kop: 'Omdat', cel: ({ eigenaar }) => eigenaarzin(eigenaar) },
      ]}
    />
  )
}
