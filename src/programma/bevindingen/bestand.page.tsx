import type { Context } from 'hono'
import { inkorten, telwoord } from '#basis/tekst.ts'
import { beoordeel, samenvattingszin } from '#programma/bevindingen/bevindingen.ts'
import { Bevindingenlijst } from '#programma/bevindingen/bevindingen.tsx'
import { genoemd } from '#programma/document/vermelding.ts'
import type { Plan } from '#programma/plan.ts'
import type { Planfout } from '#programma/plan-lezen.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { BESTANDFOUTEN, leesBestand, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { BestandVeld } from '#ui/veld.tsx'

/** Een planbestand laten nakijken zonder dat er iets van bewaard wordt. */

type Resultaat =
  | { soort: 'goed'; naam: string; plan: Plan; waarschuwingen: readonly Planfout[] }
  | { soort: 'onleesbaar'; naam: string; fouten: readonly Planfout[] }

export function bestandscontrolePagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.bestand.controleren', '/plancontrole/bestand', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : c.html(<Bestandspagina van={van} />)
  })
  routes.post('plan.bestand.controleren', '/plancontrole/bestand', (c) => kijkNa(c, kamer), {
    inhoud: 'bestand',
    tempo: 'duur',
  })
}

async function kijkNa(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const bestand = await leesBestand(c, 'bestand')
  if (!bestand.ok) return c.html(<Bestandspagina van={van} fout={BESTANDFOUTEN[bestand.reden]} />, 400)
  const { inhoud } = bestand.waarde
  const naam = inkorten(bestand.waarde.naam, 100)
  const gelezen = kamer.bestanden.leesPlanbestand(inhoud)
  return gelezen.ok
    ? c.html(<Bestandspagina van={van} resultaat={{ soort: 'goed', naam, ...gelezen.waarde }} />)
    : c.html(
        <Bestandspagina van={van} resultaat={{ soort: 'onleesbaar', naam, fouten: gelezen.reden }} />,
        400,
      )
}

function Bestandspagina(props: {
  van: Planbezoek
  fout?: string | undefined
  resultaat?: Resultaat | undefined
}) {
  const { van, fout, resultaat } = props
  return (
    <Planpagina
      van={van}
      titel="Een plan nakijken"
      fout={fout !== undefined || resultaat?.soort === 'onleesbaar'}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Plancontrole', href: van.pad('/plancontrole') },
      ]}
    >
      <Paginakop
        titel="Een plan nakijken"
        lead="Kies een bestand met een programmaplan. U ziet meteen wat er niet in klopt. Wij bewaren niets van het bestand."
      />
      <Alinea>
        Nog geen bestand? <Link href={van.pad('/sjabloon.ods')}>Sjabloon voor LibreOffice</Link> of{' '}
        <Link href={van.pad('/sjabloon.xlsx')}>sjabloon voor Excel</Link>.
      </Alinea>
      <Formulier
        metBestanden
        naam="Planbestand kiezen"
        fouten={fout === undefined ? [] : [{ veld: 'bestand', tekst: fout }]}
      >
        <BestandVeld
          naam="bestand"
          label="Planbestand"
          uitleg="Een rekenblad (.ods of .xlsx) volgens het sjabloon, of JSON in het formaat programmaplan 1. Hoogstens 12 MB."
          soorten={['.json', '.ods', '.xlsx']}
          fout={fout}
          verplicht
        />
        <Knop>Kijk na</Knop>
      </Formulier>
      {resultaat?.soort === 'onleesbaar' && <Onleesbaar naam={resultaat.naam} fouten={resultaat.fouten} />}
      {resultaat?.soort === 'goed' && <Nagekeken {...resultaat} />}
    </Planpagina>
  )
}

function Fouttabel(props: { bijschrift: string; fouten: readonly Planfout[] }) {
  return (
    <Tabel
      bijschrift={props.bijschrift}
      kolommen={[
        { sleutel: 'pad', kop: 'Waar', cel: ({ pad }: Planfout) => pad },
        { sleutel: 'melding', kop: 'Wat er mis is', cel: ({ melding }: Planfout) => melding },
      ]}
      rijen={props.fouten}
    />
  )
}

function Onleesbaar(props: { naam: string; fouten: readonly Planfout[] }) {
  return (
    <Sectie id="uitkomst" kop={`${props.naam} is niet te lezen als plan`}>
      <Melding
        soort="fout"
        antwoord
        titel={`${telwoord(props.fouten.length, 'plek klopt', 'plekken kloppen')} niet`}
      >
        <Alinea>Er is niets bewaard. Verbeter de plekken hieronder en kies het bestand opnieuw.</Alinea>
      </Melding>
      <Fouttabel bijschrift="Wat er mis is in het bestand" fouten={props.fouten} />
    </Sectie>
  )
}

function Nagekeken(props: { naam: string; plan: Plan; waarschuwingen: readonly Planfout[] }) {
  const { plan } = props
  const beeld = planbeeldVan(plan)
  // Over een plan dat niet geladen is, heeft niemand nog iets gezegd.
  const bevindingen = beoordeel(controleer(plan), [], 1, () => undefined)
  const naar = {
    vermelding: () => undefined,
    ding: (ding: Parameters<typeof genoemd>[1]) => ({ naam: genoemd(beeld, ding).naam, href: undefined }),
  }
  return (
    <>
      <Sectie id="uitkomst" kop={`Nagekeken: ${plan.programma.titel}`}>
        <Melding
          soort={bevindingen.length === 0 ? 'goed' : 'info'}
          antwoord
          titel={samenvattingszin(bevindingen)}
        >
          <Alinea>
            Bestand {props.naam}, van {plan.gemeente.naam}:{' '}
            {telwoord(plan.onderdelen.length, 'onderdeel', 'onderdelen')} en{' '}
            {telwoord(plan.vermeldingen.length, 'vermelding', 'vermeldingen')}. Er is niets bewaard.
          </Alinea>
        </Melding>
        {props.waarschuwingen.length > 0 && (
          <Fouttabel bijschrift="Let op bij het lezen van het bestand" fouten={props.waarschuwingen} />
        )}
        {bevindingen.length === 0 && (
          <LegeStaat titel="Niets gevonden dat niet klopt">
            Alle bedragen, jaren, namen en verwijzingen in dit plan passen bij elkaar.
          </LegeStaat>
        )}
      </Sectie>
      <Bevindingenlijst bevindingen={bevindingen} naar={naar} />
    </>
  )
}
