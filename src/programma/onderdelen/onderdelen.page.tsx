import { toonTijdvak } from '#basis/datum.ts'
import { toonBedrag } from '#basis/geld.ts'
import { bewaardDinggeld, type Dinggeld } from '#programma/begroting/dinggeld.ts'
import { leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { BRONSOORTNAMEN } from '#programma/bronsoorten.ts'
import { bestedingkolommen } from '#programma/onderdelen/bestedingkolommen.tsx'
import { Onderdeelnaam, Planningstand } from '#programma/onderdelen/delen.tsx'
import {
  bladVan,
  eindreden,
  type Lijst,
  type Lijstrij,
  maakLijst,
  resultaatzin,
} from '#programma/onderdelen/lijst.ts'
import { periodeIn } from '#programma/onderdelen/onderdeel-planning.ts'
import {
  alsBronsoort,
  alsVelden,
  heeftFilter,
  leesOnderdelenvraag,
  type Onderdelenvraag,
  type Sortering,
  sorteerveld,
  ZONDER_GROEP,
} from '#programma/onderdelen/vraag.ts'
import { BRONSOORTEN } from '#programma/plan.ts'
import { PLANNINGSTATUSSEN } from '#programma/planbeeld.ts'
import { formulierNaar, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import type { Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Paginering } from '#ui/paginering.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { type Keuze, KeuzeVeld, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De lijst van onderdelen: zoeken, kiezen en ordenen, allemaal in het adres. */
export function onderdelenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/onderdelen', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const vraag = leesOnderdelenvraag(c.req.query())
    const geld = bewaardDinggeld(van.beeld, van.tijd, await leesGeldstand(van, kamer))
    const lijst = maakLijst(van.beeld, vraag, van.vandaag)
    return c.html(<Onderdelen {...{ van, vraag, lijst, geld }} />)
  })
}

type LijstProps = { van: Geldbezoek; vraag: Onderdelenvraag; lijst: Lijst; geld: Dinggeld | undefined }

function Onderdelen(props: LijstProps) {
  const { van, vraag, lijst } = props
  const blad = bladVan(lijst, vraag.pagina)
  const leeg = van.beeld.plan.onderdelen.length === 0
  return (
    <Planpagina
      van={van}
      titel="Onderdelen"
      beschrijving="Alle onderdelen van het programma: zoek, kies en orden."
      kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}
    >
      <Paginakop titel="Onderdelen" lead="Wat we doen om de doelen te halen." />
      {leeg ? (
        <LegeStaat titel="Hier komen de onderdelen van het programma">
          De programmamanager zet ze erin.
        </LegeStaat>
      ) : (
        <>
          <Filters van={van} vraag={vraag} />
          {lijst.bedoeld !== undefined && <Bedoeld {...props} />}
          <Alinea>
            <strong>{resultaatzin(lijst, vraag)}</strong>{' '}
            {props.geld !== undefined && "Wat besteed en nog vrij is, is afgerond op hele euro's."}
          </Alinea>
          {lijst.rijen.length > 0 && (
            <Lijsttabel van={van} vraag={vraag} rijen={blad.rijen} geld={props.geld} />
          )}
          <Paginering
            huidig={blad.pagina}
            aantal={blad.aantal}
            href={(pagina) => van.pad('/onderdelen', alsVelden(vraag, { pagina }))}
          />
          <Downloads
            downloads={downloadsVan(van.pad, 'onderdelen', alsVelden(vraag, { pagina: 1 }))}
            waarvan="deze lijst"
          />
        </>
      )}
    </Planpagina>
  )
}

const Bedoeld = ({ van, vraag, lijst }: LijstProps) => (
  <Melding soort="info" titel={`Niets gevonden voor ‘${vraag.zoek}’`}>
    Dit zijn de onderdelen met{' '}
    <Link href={van.pad('/onderdelen', alsVelden(vraag, { zoek: lijst.bedoeld ?? '', pagina: 1 }))}>
      {lijst.bedoeld}
    </Link>
    .
  </Melding>
)

const jaarkeuzes = (jaren: readonly number[]): Keuze[] =>
  jaren.map((jaar) => ({ waarde: String(jaar), tekst: String(jaar) }))

function keuzesVan({ beeld: { plan, stammen } }: Planbezoek): Record<'groep' | 'bron' | 'doel', Keuze[]> {
  const groepen = plan.groepen.map(({ id, titel }): Keuze => ({ waarde: id, tekst: titel }))
  const soorten = BRONSOORTEN.filter(
    (soort) => plan.bronnen.filter((bron) => bron.soort === soort).length > 1,
  )
  return {
    groep: stammen.some(({ groep }) => groep === null)
      ? [...groepen, { waarde: ZONDER_GROEP, tekst: 'Zonder groep' }]
      : groepen,
    bron: [
      ...soorten.map((soort) => ({
        waarde: alsBronsoort(soort),
        tekst: `Alle bronnen: ${BRONSOORTNAMEN[soort]}`,
      })),
      ...plan.bronnen.map(({ id, naam }) => ({ waarde: id, tekst: naam })),
    ],
    doel: plan.doelen.map(({ id, titel }) => ({ waarde: id, tekst: titel })),
  }
}

function Filters(props: { van: Planbezoek; vraag: Onderdelenvraag }) {
  const { van, vraag } = props
  const keuzes = keuzesVan(van)
  const jaren = jaarkeuzes(van.beeld.jaren)
  const naar = formulierNaar(van, '/onderdelen')
  const gesorteerd = alsVelden(vraag)['sorteer']
  return (
    <Formulier
      actie={naar.actie}
      methode="get"
      rij
      rol="zoeken"
      naam="Onderdelen zoeken en kiezen"
      verborgen={{
        ...naar.verborgen,
        ...(gesorteerd === undefined ? {} : { sorteer: String(gesorteerd) }),
      }}
    >
      <TekstVeld naam="zoek" label="Zoek een onderdeel" soort="search" waarde={vraag.zoek} maxLengte={200} />
      <KeuzeVeld naam="groep" label="Groep" leeg="Alle" keuzes={keuzes.groep} waarde={vraag.groep} />
      <KeuzeVeld naam="bron" label="Bron" leeg="Alle" keuzes={keuzes.bron} waarde={vraag.bron} />
      <KeuzeVeld
        naam="eindigt"
        label="Eindigt in"
        leeg="Alle jaren"
        keuzes={jaren}
        waarde={`${vraag.eindigt ?? ''}`}
      />
      <Knop soort="hoofd">Toon</Knop>
      {heeftFilter(vraag) && <KnopLink href={van.pad('/onderdelen')}>Wis</KnopLink>}
      <Meer
        kop="Meer om op te kiezen"
        open={vraag.doel !== '' || vraag.status !== '' || vraag.jaar !== undefined}
      >
        <div class="oz-formulier--rij">
          <KeuzeVeld naam="doel" label="Doel" leeg="Alle" keuzes={keuzes.doel} waarde={vraag.doel} />
          <KeuzeVeld
            naam="status"
            label="Looptijd"
            leeg="Alle"
            keuzes={Object.entries(PLANNINGSTATUSSEN).map(([waarde, tekst]) => ({ waarde, tekst }))}
            waarde={vraag.status}
          />
          <KeuzeVeld
            naam="jaar"
            label="Geld in"
            leeg="Alle jaren"
            keuzes={jaren}
            waarde={`${vraag.jaar ?? ''}`}
          />
        </div>
      </Meer>
    </Formulier>
  )
}

function Lijsttabel(props: Omit<LijstProps, 'lijst'> & { rijen: readonly Lijstrij[] }) {
  const { van, vraag, geld } = props
  const { beeld } = van
  const sorteer = (naar: Sortering): Kolom<Lijstrij>['sorteer'] => {
    const { velden, richting } = sorteerveld(vraag, naar)
    return { href: van.pad('/onderdelen', velden), richting }
  }
  const { eindigt } = vraag
  const kolommen: Kolom<Lijstrij>[] = [
    {
      sleutel: 'onderdeel',
      kop: 'Onderdeel',
      sorteer: sorteer('naam'),
      cel: (rij) => <Naamcel van={van} rij={rij} />,
    },
    {
      sleutel: 'groep',
      kop: 'Groep',
      cel: ({ onderdeel }) => beeld.groep.get(onderdeel.groep ?? '')?.titel ?? '',
    },
    {
      sleutel: 'planning',
      kop: 'Planning',
      sorteer: sorteer('einde'),
      cel: ({ onderdeel }) => periodeIn(onderdeel),
    },
    {
      sleutel: 'stand',
      kop: 'Looptijd',
      cel: ({ onderdeel }) => <Planningstand onderdeel={onderdeel} vandaag={van.vandaag} />,
    },
  ]
  if (eindigt !== undefined)
    kolommen.push({
      sleutel: 'eindigt',
      kop: `Waarom ${eindigt}`,
      cel: ({ onderdeel }) => eindreden(beeld, onderdeel, eindigt),
    })
  kolommen.push({
    sleutel: 'bedrag',
    kop: vraag.jaar === undefined ? 'Totaal, €' : `In ${vraag.jaar}, €`,
    soort: 'bedrag',
    sorteer: sorteer('bedrag'),
    cel: ({ onderdeel, bedrag }) =>
      bedrag === 0 ? undefined : (
        <Link
          href={`${van.pad(`/onderdelen/${onderdeel.id}`)}#geld`}
          naam={`${toonBedrag(bedrag)}, ${onderdeel.titel}`}
        >
          {toonBedrag(bedrag)}
        </Link>
      ),
  })
  // Het geld hier is van de hele looptijd; naast de raming van één jaar zou dat verwarren.
  if (geld !== undefined && vraag.jaar === undefined)
    kolommen.push(...bestedingkolommen<Lijstrij>(van, ({ onderdeel }) => geld.onderdeel.get(onderdeel.id)))
  return (
    <Tabel
      id="onderdelen"
      bijschrift="Onderdelen"
      bijschriftVerborgen
      kolommen={kolommen}
      rijen={props.rijen}
    />
  )
}

/** Een kind dat los in de lijst staat, zegt waar het bij hoort. */
function Naamcel(props: { van: Planbezoek; rij: Lijstrij }) {
  const { van, rij } = props
  const { onderdeel, diepte } = rij
  const ouder = diepte === 0 ? van.beeld.onderdeel.get(onderdeel.ouder ?? '') : undefined
  return (
    <>
      <Onderdeelnaam van={van} onderdeel={onderdeel} diepte={diepte} />
      {ouder !== undefined && <small class="oz-stil"> hoort bij {ouder.titel}</small>}
      {onderdeel.beeindigd !== undefined && (
        <small class="oz-stil"> beëindigd: {toonTijdvak(onderdeel.beeindigd.op)}</small>
      )}
    </>
  )
}
