import type { Context } from 'hono'
import { toonTijdvak } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import {
  AFGESCHERMD,
  AFSCHERMZIN,
  findMetingen,
  METINGSOORTEN,
  type Meting,
  ONTBREEKNAAM,
  ONTBREEKREDENEN,
  SOORTNAAM,
} from '#metingen/deur.ts'
import { toonCijfer, toonMarge } from '#programma/doelen/cijfer.ts'
import { maatVan, reeksVan } from '#programma/doelen/maatstaf.ts'
import { basisVan, leesMeting, waardenVan, weigerfouten, weigerstatusVan } from '#programma/meten/invoer.ts'
import { legMetingenVast } from '#programma/meten/vastleggen.flow.ts'
import type { Doel, Indicator } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Eén cijfer vastleggen of verbeteren, of zeggen waarom het er niet is. */

const PAD = '/doelen/:id/meten/:indicator'

export function metingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('meting.vastleggen', PAD, async (c) => {
    const waar = await vindWaar(c, kamer)
    if (waar instanceof Response) return waar
    const vak = leesTijdvak(c.req.query('tijdvak') ?? '')
    const nu = waar.metingen.find(({ tijdvak }) => tijdvak === vak)
    return toon(c, waar, waardenVan(nu, waar.indicator), [], 200)
  })
  routes.post('meting.vastleggen', PAD, async (c) => {
    const waar = await vindWaar(c, kamer)
    if (waar instanceof Response) return waar
    const { van, doel, indicator } = waar
    const waarden = await leesFormulier(c)
    const gelezen = leesMeting(waarden, { doel: doel.id, indicator: indicator.id })
    if (!gelezen.ok) return toon(c, waar, waarden, gelezen.reden, 400)
    const uitkomst = await legMetingenVast(van.bezoek, van.beeld.plan, [gelezen.waarde])
    if (uitkomst.ok) return c.redirect(terug(van, doel, indicator), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    return toon(c, waar, waarden, weigerfouten(uitkomst.reden), weigerstatusVan(uitkomst.reden))
  })
}

const terug = (van: Planbezoek, doel: Doel, indicator: Indicator): string =>
  `${van.pad(`/doelen/${doel.id}`)}#indicator-${indicator.id}`

type Waar = { van: Planbezoek; doel: Doel; indicator: Indicator; metingen: readonly Meting[] }

/** De indicator in de versie op het scherm; een concept telt voor wie het mag zien. */
async function vindWaar(c: Context<Omgeving>, kamer: Programmakamer): Promise<Waar | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const doel = van.beeld.doel.get(c.req.param('id') ?? '')
  const indicator = doel?.indicatoren.find(({ id }) => id === c.req.param('indicator'))
  if (doel === undefined || indicator === undefined) return foutAntwoord(c, 'niet_gevonden')
  const reeks = reeksVan(van.beeld.plan.programma.id, doel.id, indicator.id)
  const metingen = await van.bezoek.db.lees((lezer) => findMetingen(lezer, [reeks]))
  return { van, doel, indicator, metingen }
}

function toon(
  c: Context<Omgeving>,
  waar: Waar,
  waarden: Waarden,
  fouten: readonly VeldFout[],
  status: 200 | 400 | 409,
): Response | Promise<Response> {
  const { van, doel, indicator, metingen } = waar
  const titel = `Cijfer vastleggen: ${indicator.naam}`
  const vak = leesTijdvak(waarden['tijdvak'] ?? '')
  const nu = metingen.find(({ tijdvak }) => tijdvak === vak)
  return c.html(
    <Planpagina
      van={van}
      titel={titel}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Doelen', href: van.pad('/doelen') },
        { tekst: doel.titel, href: van.pad(`/doelen/${doel.id}`) },
      ]}
    >
      <Paginakop titel={titel} lead={indicator.definitie ?? `In ${indicator.eenheid}.`} />
      {nu !== undefined && <Ernu meting={nu} indicator={indicator} />}
      <Alinea klein>
        Alles wat u hier invult, is openbaar: ook de reden en de toelichting. Schrijf geen namen van inwoners
        of iets waaraan zij te herkennen zijn.
      </Alinea>
      <Metingformulier waar={waar} nu={nu} waarden={waarden} fouten={fouten} />
    </Planpagina>,
    status,
  )
}

const Ernu = (props: { meting: Meting; indicator: Indicator }) => (
  <Melding soort="info" titel={`Nu staat er voor ${toonTijdvak(props.meting.tijdvak)}`}>
    <p>
      {toonCijfer(props.meting, props.indicator)}, {SOORTNAAM[props.meting.soort]}
      {props.meting.ondergrens !== null && ` (marge: ${toonMarge(props.meting)})`}. Wat u vastlegt, komt
      erbij; dit blijft te zien. {props.meting.ontbreekt === AFGESCHERMD && AFSCHERMZIN}
    </p>
  </Melding>
)

function Metingformulier(props: {
  waar: Waar
  nu: Meting | undefined
  waarden: Waarden
  fouten: readonly VeldFout[]
}) {
  const { waarden, fouten, nu } = props
  const { van, doel, indicator } = props.waar
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  // Wie botste, ziet nu het cijfer van de ander en gaat daarop verder.
  const botste = fouten.some(({ veld: naam }) => naam === 'tijdvak')
  const basis = botste && nu !== undefined ? basisVan(nu) : waarden['basis']
  return (
    <Formulier
      naam="Cijfer"
      actie={van.pad(`/doelen/${doel.id}/meten/${indicator.id}`)}
      fouten={fouten}
      verborgen={basis === undefined ? {} : { basis }}
    >
      <Sectie kop="Het cijfer">
        <TekstVeld
          {...veld('tijdvak')}
          label="Over welk tijdvak"
          uitleg="Bijvoorbeeld 2024 of derde kwartaal 2024."
          smal
          verplicht
        />
        <TekstVeld
          {...veld('waarde')}
          label={`Waarde (${indicator.eenheid})`}
          uitleg="Laat leeg als het cijfer er niet is."
          smal
        />
        <KeuzeVeld
          {...veld('ontbreekt')}
          label="Waarom het cijfer er niet is"
          leeg="Het cijfer is er"
          keuzes={ONTBREEKREDENEN.map((reden) => ({ waarde: reden, tekst: ONTBREEKNAAM[reden] }))}
        />
        <Keuzerondjes
          {...veld('soort')}
          label="Hoe vast staat het?"
          keuzes={METINGSOORTEN.map((soort) => ({ waarde: soort, tekst: SOORTNAAM[soort] }))}
        />
        <TekstVeld {...veld('bron')} label="Waar het cijfer vandaan komt" verplicht />
      </Sectie>
      <Zekerheid indicator={indicator} veld={veld} />
      <TekstVlak {...veld('toelichting')} label="Toelichting" regels={2} verplicht={false} />
      <TekstVeld
        {...veld('reden')}
        label="Waarom het verandert"
        uitleg="Alleen nodig als er al een cijfer staat voor dit tijdvak."
        verplicht={false}
      />
      <Knoppen>
        <Knop>Vastleggen</Knop>
        <KnopLink href={terug(van, doel, indicator)}>Niet vastleggen</KnopLink>
      </Knoppen>
    </Formulier>
  )
}

type Veldmaker = (naam: string) => { naam: string; waarde: string | undefined; fout: string | undefined }

const Zekerheid = ({ indicator, veld }: { indicator: Indicator; veld: Veldmaker }) => (
  <Sectie
    kop="Hoe zeker het is"
    onder={
      maatVan(indicator) === 'percentage'
        ? 'Vul in hoeveel mensen antwoordden: Omzien rekent dan de marge uit. Geeft de bron zelf een marge, vul die dan in.'
        : 'Geeft de bron een marge, vul die dan in.'
    }
  >
    <TekstVeld {...veld('aantal')} label="Over hoeveel mensen of antwoorden" smal verplicht={false} />
    <TekstVeld {...veld('populatie')} label="Hoe groot de hele groep is" smal verplicht={false} />
    <TekstVeld {...veld('ondergrens')} label="Ondergrens" smal verplicht={false} />
    <TekstVeld {...veld('bovengrens')} label="Bovengrens" smal verplicht={false} />
  </Sectie>
)
