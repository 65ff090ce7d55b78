import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Context } from 'hono'
import { Datum } from '#basis/datum.ts'
import { schoon } from '#basis/tekst.ts'
import { findInlezingen, findKlaarliggend } from '#grootboek/deur.ts'
import { aansluitingPagina } from '#programma/inlezen/aansluiting.page.tsx'
import { afschriftPagina, leesAfschrift } from '#programma/inlezen/afschrift.page.tsx'
import { Geschiedenis, Klaarlijst, type Overzicht, PER_PAGINA } from '#programma/inlezen/geschiedenis.tsx'
import { inlezingPagina } from '#programma/inlezen/inlezing.page.tsx'
import { klaarPagina } from '#programma/inlezen/klaar.page.tsx'
import { leesBegin, startLezen } from '#programma/inlezen/lezen.flow.ts'
import { lijstPagina } from '#programma/inlezen/lijst.page.tsx'
import { maakWachtbestanden, uitbreidingVan, type Wachtbestand } from '#programma/inlezen/wachtbestanden.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { BESTANDFOUTEN, leesGrootBestand, type Omgeving, type Routes, werkPad } from '#toegang/deur.ts'
import { Formulier, type VeldFout } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { BestandVeld, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Bestanden uit het financiële systeem inlezen, met hun geschiedenis. */

export function inlezenPagina(routes: Routes, kamer: Programmakamer): void {
  const wachtbestanden = maakWachtbestanden()
  routes
    .get('invoer.lezen', '/inlezen', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      return c.html(<Inlezenpagina {...(await leesOverzicht(c, van))} />)
    })
    .post(
      'invoer.inlezen',
      '/inlezen',
      async (c) => {
        const van = await leesPlanbezoek(c, kamer)
        if (van instanceof Response) return van
        const weiger = async (fout: VeldFout): Promise<Response> =>
          c.html(<Inlezenpagina {...(await leesOverzicht(c, van))} fout={fout} />, 400)
        const gelezen = await leesGrootBestand(c, 'bestand')
        if (!gelezen.ok) return weiger({ veld: 'bestand', tekst: BESTANDFOUTEN[gelezen.reden] })
        const { naam, pad, grootte, sha256, velden, ruimOp } = gelezen.waarde
        const peildatum = velden['peildatum'] || undefined
        if (peildatum !== undefined && !Datum.safeParse(peildatum).success) {
          await ruimOp()
          return weiger({ veld: 'peildatum', tekst: 'Schrijf de peildatum als 2026-06-30.' })
        }
        const bestand: Wachtbestand = {
          id: randomUUID(),
          gemeente: van.bezoek.gemeente.code,
          wie: van.bezoek.wie?.account ?? '',
          pad,
          grootte,
          afdruk: sha256,
          uitbreiding: uitbreidingVan(naam),
          administratie: administratieVan(velden['administratie']),
          peildatum,
          sinds: van.bezoek.klok.nu().getTime(),
          ruimOp,
        }
        const vorm = kamer.invoer.herken(await leesBegin(pad))
        if (vorm === 'xaf') return leesAuditfile(c, kamer, van, bestand, weiger)
        if (grootte > kamer.invoer.grootsteLijst) {
          await ruimOp()
          return weiger({ veld: 'bestand', tekst: BESTANDFOUTEN.te_groot })
        }
        if (vorm === 'camt') {
          const bytes = await readFile(pad)
          await ruimOp()
          return leesAfschrift(c, kamer, van, bytes)
        }
        await wachtbestanden.bewaar(bestand)
        return c.redirect(van.pad(`/inlezen/lijst/${bestand.id}`), 303)
      },
      { inhoud: 'groot', tempo: 'duur' },
    )
  lijstPagina(routes, kamer, wachtbestanden)
  klaarPagina(routes, kamer)
  afschriftPagina(routes, kamer)
  aansluitingPagina(routes, kamer)
  inlezingPagina(routes, kamer)
}

const LANGSTE_ADMINISTRATIE = 100
const administratieVan = (tekst: string | undefined): string | undefined =>
  schoon(tekst ?? '')
    .replace(/\s+/gu, ' ')
    .slice(0, LANGSTE_ADMINISTRATIE) || undefined

async function leesAuditfile(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  bestand: Wachtbestand,
  weiger: (fout: VeldFout) => Promise<Response>,
): Promise<Response> {
  const { administratie } = bestand
  const lezer = kamer.invoer.leesXaf
  const gestart = startLezen(kamer, van, bestand, { naam: 'Auditfile lezen', lezer, administratie })
  if (gestart.ok) return c.redirect(werkPad(gestart.waarde), 303)
  await bestand.ruimOp()
  return weiger({ veld: 'bestand', tekst: BESTANDFOUTEN.te_druk })
}

async function leesOverzicht(c: Context<Omgeving>, van: Planbezoek): Promise<Overzicht> {
  const gevraagd = Number(c.req.query('blad') ?? 1)
  const bladzijde = Number.isInteger(gevraagd) && gevraagd > 0 ? gevraagd : 1
  const [klaar, [laatste]] = await van.bezoek.db.lees(async (lezer) => [
    await findKlaarliggend(lezer, van.kop.id),
    await findInlezingen(lezer, 1),
  ])
  const bladen = Math.max(1, Math.ceil((laatste?.nummer ?? 0) / PER_PAGINA))
  const blad = Math.min(bladzijde, bladen)
  const voor = (laatste?.nummer ?? 0) + 1 - (blad - 1) * PER_PAGINA
  const inlezingen = await van.bezoek.db.lees((lezer) => findInlezingen(lezer, PER_PAGINA, voor))
  return { van, klaar, inlezingen, bladzijde: blad }
}

function Inlezenpagina(props: Overzicht & { fout?: VeldFout }) {
  const { van, fout } = props
  return (
    <Planpagina
      van={van}
      titel="Inlezen"
      kruimels={[{ tekst: 'Werk', href: van.pad('/werk') }]}
      fout={fout !== undefined}
    >
      <Paginakop
        titel="Inlezen"
        lead="Lees een bestand uit het financiële systeem in. U ziet eerst wat er verandert; dan pas legt u het vast."
      />
      {van.mag('invoer.inlezen') && <Uploadformulier van={van} fout={fout} />}
      {props.klaar.length > 0 && <Klaarlijst van={van} klaar={props.klaar} />}
      <Geschiedenis {...props} />
    </Planpagina>
  )
}

function Uploadformulier(props: { van: Planbezoek; fout: VeldFout | undefined }) {
  const { van, fout } = props
  const foutBij = (veld: string): string | undefined => (fout?.veld === veld ? fout.tekst : undefined)
  return (
    <Sectie kop="Bestand kiezen">
      <Formulier
        actie={van.pad('/inlezen')}
        metBestanden
        naam="Bestand inlezen"
        fouten={fout === undefined ? [] : [fout]}
      >
        <BestandVeld
          naam="bestand"
          label="Bestand uit het financiële systeem"
          uitleg="Een auditfile (.xaf), een lijst (.csv, .ods of .xlsx) of een bankafschrift (CAMT.053, .xml). Namen, bankrekeningen en omschrijvingen nemen wij niet over."
          soorten={['.xaf', '.xml', '.csv', '.txt', '.ods', '.xlsx']}
          fout={foutBij('bestand')}
          verplicht
        />
        <Meer kop="Meer keuzes" open={fout?.veld === 'peildatum'}>
          <TekstVeld
            naam="administratie"
            label="Administratie"
            uitleg="Een nieuw bestand van dezelfde administratie vervangt het vorige. Laat leeg voor wat het bestand zelf zegt."
            maxLengte={LANGSTE_ADMINISTRATIE}
            verplicht={false}
          />
          <TekstVeld
            naam="peildatum"
            label="Peildatum"
            soort="date"
            smal
            uitleg="Voor een budgetuitputting of verplichtingenlijst: de dag waarop de stand geldt."
            fout={foutBij('peildatum')}
            verplicht={false}
          />
        </Meer>
        <Knoppen>
          <Knop>Lees het bestand</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
