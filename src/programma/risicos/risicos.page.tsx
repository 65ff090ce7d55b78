import type { Context } from 'hono'
import { type Centen, toonCenten, toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import {
  KANSEN,
  KANSNAAM,
  opGrootte,
  type Risico,
  type Risicoregels,
  type Risicosom,
  risicomatrix,
  risicosom,
  vakgewicht,
  verwachtVan,
} from '#programma/risicos/risico.ts'
import { findRisicoregels, findRisicos, type GeldendeRisicoregels } from '#programma/risicos/risicos.store.ts'
import { bereik, kansnaam, risicotabel, waarvan } from '#programma/risicos/tabel.ts'
import { downloadsBij, tabelbestand, VORMPAD } from '#programma/vastleggen/bestand.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { GrafiekMatrix } from '#ui/grafiek-matrix.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Alle risico's, het grootste eerst, met wat zij samen naar verwachting kosten. Alleen voor wie aan het programma werkt. */

const WELKE = { open: 'Open', gesloten: 'Gesloten', alle: 'Alle' } as const
type Vraag = { welke: keyof typeof WELKE; onderdeel: string }
/** Staat in de keuze voor risico's die bij geen onderdeel horen; een sleutel begint nooit met een streepje. */
const HEEL_PROGRAMMA = '-'

export function risicosPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('risico.lezen', '/risicos', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    return c.html(<Risicopagina van={van} vraag={leesVraag(c)} {...(await leesAlles(van))} />)
  })
  routes.get(
    'risico.lezen',
    `/risicos/bestand/${VORMPAD}`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const { risicos, geldend } = await leesAlles(van)
      const gekozen = opGrootte(kies(risicos, leesVraag(c)), geldend.regels)
      const inhoud = risicotabel(van, gekozen, geldend)
      return tabelbestand(kamer, van, c.req.param('vorm'), 'risicos', inhoud) ?? c.notFound()
    },
    { tempo: 'duur' },
  )
}

function leesVraag(c: Context<Omgeving>): Vraag {
  const { welke = '', onderdeel = '' } = c.req.query()
  return { welke: welke === 'gesloten' || welke === 'alle' ? welke : 'open', onderdeel }
}

const leesAlles = (van: Planbezoek) =>
  van.bezoek.db.lees(async (lezer) => ({
    risicos: await findRisicos(lezer, van.kop.id),
    geldend: await findRisicoregels(lezer, van.kop.id),
  }))

const kies = (risicos: readonly Risico[], { welke, onderdeel }: Vraag): Risico[] =>
  risicos.filter(
    (risico) =>
      (welke === 'alle' || risico.stand === welke) &&
      (onderdeel === '' || (risico.onderdeel ?? HEEL_PROGRAMMA) === onderdeel),
  )

type Props = { van: Planbezoek; vraag: Vraag; risicos: readonly Risico[]; geldend: GeldendeRisicoregels }

function Risicopagina(props: Props) {
  const { van, vraag, risicos, geldend } = props
  const gekozen = opGrootte(kies(risicos, vraag), geldend.regels)
  const som = risicosom(gekozen, geldend.regels)
  return (
    <Planpagina van={van} titel="Risico's" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Risico's"
        bij={geldend.bevestigd ? undefined : <Etiket toon="let-op">indeling te bevestigen</Etiket>}
        lead="Wat er mis kan gaan, wat dat dan kost en wat wij eraan doen."
        acties={
          van.mag('risico.beheren') && (
            <KnopLink href={van.pad('/risicos/nieuw')} soort="hoofd">
              Risico toevoegen
            </KnopLink>
          )
        }
      />
      {risicos.length === 0 ? (
        <LegeStaat titel="Er zijn nog geen risico's vastgelegd">
          De programmamanager of een budgethouder legt hier vast wat er mis kan gaan, en welke rol daarop let.
        </LegeStaat>
      ) : (
        <>
          <Keuze {...props} />
          {som.aantal > 0 && <Samen som={som} />}
          <Lijst {...props} gekozen={gekozen} som={som} />
          {som.aantal > 0 && <Matrix van={van} risicos={gekozen} regels={geldend.regels} />}
          <Indeling van={van} geldend={geldend} />
        </>
      )}
    </Planpagina>
  )
}

function Keuze({ van, vraag, risicos }: Props) {
  const naar = formulierNaar(van, '/risicos')
  const onderdelen = [...new Set(risicos.map(({ onderdeel }) => onderdeel))]
  return (
    <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Risico's kiezen">
      <KeuzeVeld
        naam="welke"
        label="Welke"
        waarde={vraag.welke}
        keuzes={Object.entries(WELKE).map(([waarde, tekst]) => ({ waarde, tekst }))}
      />
      <KeuzeVeld
        naam="onderdeel"
        label="Waarvan"
        leeg="Alles"
        waarde={vraag.onderdeel}
        keuzes={onderdelen.map((id) => ({ waarde: id ?? HEEL_PROGRAMMA, tekst: waarvan(van)(id) }))}
      />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}

const Samen = ({ som }: { som: Risicosom }) => (
  <Feiten
    feiten={[
      { label: 'Open in deze lijst', waarde: telwoord(som.aantal, 'risico', "risico's") },
      {
        label: 'Samen naar verwachting',
        waarde: toonEuroCenten(som.verwachtCent),
        bij: `tussen ${toonEuroCenten(som.verwachtLaagCent)} en ${toonEuroCenten(som.verwachtHoogCent)}`,
      },
      { label: 'Als alles gebeurt, op zijn ergst', waarde: toonEuroCenten(som.ergstCent) },
    ]}
  />
)

function Lijst({
  van,
  vraag,
  geldend,
  gekozen,
  som,
}: Props & { gekozen: readonly Risico[]; som: Risicosom }) {
  const { regels } = geldend
  const verwacht = (risico: Risico): Centen | undefined =>
    risico.stand === 'open' ? verwachtVan(risico, regels) : undefined
  return (
    <>
      <Tabel
        bijschrift={`${telwoord(gekozen.length, 'risico', "risico's")}, het grootste eerst`}
        rijen={eersteRijen(gekozen)}
        toonRij={({ stand }) => (stand === 'gesloten' ? 'stil' : undefined)}
        leeg="Geen enkel risico past bij deze keuze."
        kolommen={[
          { sleutel: 'nr', kop: 'Nr.', cel: ({ nummer }) => `R${nummer}` },
          {
            sleutel: 'wat',
            kop: 'Wat kan er gebeuren',
            rijkop: true,
            cel: ({ nummer, gebeurtenis, stand }) => (
              <>
                <Link href={van.pad(`/risicos/${nummer}`)}>{gebeurtenis}</Link>{' '}
                {stand === 'gesloten' && <Etiket>gesloten</Etiket>}
              </>
            ),
          },
          { sleutel: 'waarvan', kop: 'Waarvan', cel: ({ onderdeel }) => waarvan(van)(onderdeel) },
          { sleutel: 'kans', kop: 'Kans', cel: (risico) => kansnaam(risico, regels) },
          { sleutel: 'gevolg', kop: 'Kost dan', cel: bereik },
          {
            sleutel: 'verwacht',
            kop: 'Naar verwachting, €',
            soort: 'bedrag',
            cel: (risico) => {
              const cent = verwacht(risico)
              return cent === undefined ? '' : toonCenten(cent)
            },
          },
          { sleutel: 'rol', kop: 'Wie let erop', cel: ({ eigenaarrol }) => eigenaarrol },
        ]}
        totaal={{ kop: 'Samen', cellen: { verwacht: toonCenten(som.verwachtCent) } }}
      />
      <Afgekapt aantal={gekozen.length}>Kies een onderdeel, of haal het bestand hieronder.</Afgekapt>
      <Alinea klein>
        Naar verwachting is de kans maal het midden van wat het dan kost. Elk risico is afgerond op de cent.
        Het totaal is berekend uit de niet-afgeronde bedragen en daarna één keer afgerond
        {som.afrondingCent === 0
          ? '; dat scheelt hier niets.'
          : `; dat scheelt ${toonEuroCenten(som.afrondingCent)} met de som van de regels.`}
      </Alinea>
      <Downloads
        waarvan="risico's"
        downloads={downloadsBij(van.pad, '/risicos/bestand', {
          welke: vraag.welke === 'open' ? undefined : vraag.welke,
          onderdeel: vraag.onderdeel,
        })}
      />
    </>
  )
}

function Matrix(props: { van: Planbezoek; risicos: readonly Risico[]; regels: Risicoregels }) {
  const { van, risicos, regels } = props
  const rijen = risicomatrix(risicos, regels)
  const zwaar = rijen.reduce(
    (som, { kans, vakken }) =>
      som + vakken.reduce((n, vak) => n + (vakgewicht(kans, vak.gevolg) >= 4 ? vak.risicos.length : 0), 0),
    0,
  )
  return (
    <Sectie kop="Kans en gevolg" id="matrix">
      <GrafiekMatrix
        id="kans-gevolg"
        niveau={3}
        boodschap={
          zwaar === 0
            ? 'Geen enkel risico is groot in kans en gevolg samen'
            : `${telwoord(zwaar, 'risico is', "risico's zijn")} groot in kans en gevolg samen`
        }
        toelichting="Rechtsboven is het grootst. Elk nummer is een risico; een dikkere rand is zwaarder."
        hoek="Kans, bij een gevolg van"
        kolommen={gevolgnamen(regels)}
        rijen={rijen.map(({ kans, vakken }) => ({
          kop: `${KANSNAAM[kans]}, ${regels.kansen[kans - 1]}\u00a0%`,
          vakken: vakken.map((vak) => ({
            gewicht: vakgewicht(kans, vak.gevolg),
            dingen: vak.risicos.map(({ nummer, gebeurtenis }) => ({
              tekst: `R${nummer}`,
              naam: gebeurtenis,
              href: van.pad(`/risicos/${nummer}`),
            })),
          })),
        }))}
      />
    </Sectie>
  )
}

const gevolgnamen = ({ grenzenCent }: Risicoregels): string[] =>
  KANSEN.map((klasse) => {
    const tot = grenzenCent[klasse - 1]
    if (tot !== undefined) return `tot en met ${toonEuro(tot)}`
    return `meer dan ${toonEuro(grenzenCent[3])}`
  })

const Indeling = ({ van, geldend }: { van: Planbezoek; geldend: GeldendeRisicoregels }) => (
  <Alinea klein>
    {geldend.bevestigd
      ? 'De gemeente koos zelf hoe groot elke kansklasse is.'
      : 'Hoe groot elke kansklasse is, heeft de gemeente nog niet bevestigd: dit is een gangbare indeling.'}{' '}
    {van.mag('risicoregel.stellen') && <Link href={van.pad('/risicos/indeling')}>Indeling kiezen</Link>}
  </Alinea>
)
