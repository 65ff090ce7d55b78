import type { Context } from 'hono'
import { dagVan, toonDatum } from '#basis/datum.ts'
import { type Centen, toonBedrag, toonCenten, trekAf } from '#basis/geld.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { telwoord, toonGetal } from '#basis/tekst.ts'
import type { Tijdstip, Vastgelegd } from '#grootboek/deur.ts'
import { filternamen } from '#programma/begroting/filternamen.ts'
import { type Bedragen, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { alsVelden } from '#programma/begroting/geldfilter.ts'
import { weigerVraag } from '#programma/begroting/geldpagina.tsx'
import { kopnaam } from '#programma/begroting/tijdkeuze.ts'
import { korteZin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN, isBestandsvorm } from '#programma/poorten.ts'
import { leesVerandering, type Verandering } from '#programma/sinds/sinds.flow.ts'
import { findVaststelmomenten } from '#programma/sinds/sinds.store.ts'
import {
  gevolgVan,
  isMetTerugwerkendeKracht,
  leesSindsvraag,
  type Sindsvraag,
  verschilVan,
} from '#programma/sinds/sinds.ts'
import { sindsbestand } from '#programma/sinds/sindsbestand.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Wat veranderde er sinds: de boekingen tussen twee momenten van weten, en wat zij deden. */

const PER_BLAD = 50
const HOOGSTENS_IN_BESTAND = 5_000

export function sindsPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/sinds', async (c) => {
    const gelezen = await lees(c, kamer, PER_BLAD)
    return gelezen instanceof Response ? gelezen : c.html(<Sinds {...gelezen} />)
  })
  routes.get(
    'grootboek.lezen',
    '/sinds/:bestand',
    async (c) => {
      const [, vorm = ''] = /^sinds\.([a-z]+)$/u.exec(c.req.param('bestand')) ?? []
      if (!isBestandsvorm(vorm)) return c.notFound()
      const gelezen = await lees(c, kamer, HOOGSTENS_IN_BESTAND)
      if (gelezen instanceof Response) return gelezen
      const { inhoud, type } = kamer.bestanden.schrijfTabel(sindsbestand(gelezen), vorm)
      const naam = `sinds-${gelezen.van.kop.id}-${gelezen.van.vandaag}.${vorm}`
      return new Response(inhoud, {
        headers: { 'content-type': type, 'content-disposition': `attachment; filename="${naam}"` },
      })
    },
    { tempo: 'duur' },
  )
}

type Gelezen = {
  van: Planbezoek
  vraag: Sindsvraag
  wat: Verandering
  vaststellingen: readonly { versie: number; op: Date }[]
}

async function lees(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  aantal: number,
): Promise<Gelezen | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const vraag = leesSindsvraag(c.req.query(), van.vandaag)
  if (!vraag.ok) return weigerVraag(c, vraag.reden)
  const wat = await leesVerandering(van, kamer, vraag.waarde, aantal)
  if (!wat.ok) return weigerVraag(c, wat.reden)
  const vaststellingen = await kamer.planboek.onthoud(
    van.bezoek.db,
    `vaststelmomenten ${van.kop.id}`,
    (lezer) => findVaststelmomenten(lezer, van.kop.id),
  )
  return { van, vraag: vraag.waarde, wat: wat.waarde, vaststellingen }
}

const velden = ({ filter, velden: tijden }: Sindsvraag): Record<string, string | number | undefined> => ({
  ...tijden,
  ...alsVelden(filter),
})

function Sinds(props: Gelezen) {
  const { van, vraag, wat } = props
  const aantal = wat.tot.bekendNr - wat.van.bekendNr
  const gekozen = filternamen(van.beeld, vraag.filter)
  return (
    <Planpagina
      van={van}
      titel="Wat veranderde er"
      beschrijving="De boekingen tussen twee momenten, en wat zij met de begroting deden."
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begroting', href: van.pad('/begroting') },
      ]}
    >
      <Paginakop titel="Wat veranderde er" lead={leadVan(wat, aantal)} />
      <Keuze {...props} />
      {gekozen.length > 0 && (
        <Alinea>
          Alleen: {gekozen.map(([soort, naam]) => `${soort.toLowerCase()} ${naam}`).join(', ')}.
        </Alinea>
      )}
      {aantal === 0 ? (
        <LegeStaat titel="Er is niets geboekt tussen deze twee momenten">
          Kies een eerder beginmoment, of kijk later nog eens.
        </LegeStaat>
      ) : (
        <>
          <Totalen {...props} />
          <PerOnderdeel {...props} />
          <Lijst {...props} />
        </>
      )}
    </Planpagina>
  )
}

const momentnaam = (tijd: Tijdstip): string =>
  tijd.bekendOp === null
    ? 'het begin, toen er nog niets geboekt was'
    : `${kopnaam(tijd)} van ${toonDatum(dagVanMoment(tijd.bekendOp))}`

function leadVan({ van, tot }: Verandering, aantal: number): string {
  return `${telwoord(aantal, 'boeking', 'boekingen')} na ${momentnaam(van)}, tot en met ${momentnaam(tot)}.`
}

function Keuze({ van, vraag, vaststellingen }: Gelezen) {
  const naar = formulierNaar(van, '/sinds')
  const { plan, jaren } = van.beeld
  const gekozen = alsVelden(vraag.filter)
  const zichtbaar = ['onderdeel', 'bron', 'jaar']
  const mee = Object.entries(gekozen).flatMap(([naam, waarde]): [string, string][] =>
    waarde === undefined || zichtbaar.includes(naam) ? [] : [[naam, String(waarde)]],
  )
  return (
    <>
      <Formulier
        actie={naar.actie}
        methode="get"
        rij
        naam="Momenten kiezen"
        verborgen={{ ...naar.verborgen, ...Object.fromEntries(mee) }}
      >
        <TekstVeld
          naam="van"
          label="Na (dag of boekingsnummer)"
          smal
          maxLengte={40}
          waarde={vraag.velden.van}
        />
        <TekstVeld naam="tot" label="Tot en met (leeg is nu)" smal maxLengte={40} waarde={vraag.velden.tot} />
        <KeuzeVeld
          naam="onderdeel"
          label="Onderdeel"
          leeg="Alle"
          keuzes={[
            ...plan.onderdelen.map(({ id, titel }) => ({ waarde: id as string, tekst: titel })),
            { waarde: '-', tekst: 'Nog onbekend' },
          ]}
          waarde={`${gekozen['onderdeel'] ?? ''}`}
        />
        <KeuzeVeld
          naam="bron"
          label="Bron"
          leeg="Alle"
          keuzes={[
            ...plan.bronnen.map(({ id, naam }) => ({ waarde: id as string, tekst: naam })),
            { waarde: '-', tekst: 'Nog te verdelen' },
          ]}
          waarde={`${gekozen['bron'] ?? ''}`}
        />
        <KeuzeVeld
          naam="jaar"
          label="Jaar"
          leeg="Alle"
          smal
          keuzes={jaren.map((jaar) => ({ waarde: `${jaar}`, tekst: `${jaar}` }))}
          waarde={`${gekozen['jaar'] ?? ''}`}
        />
        <Knop soort="hoofd">Toon</Knop>
      </Formulier>
      <Alinea klein>
        Snel kiezen: <Link href={van.pad('/sinds')}>sinds het eind van de vorige maand</Link>
        {vaststellingen.slice(0, 4).map(({ versie, op }) => (
          <>
            {' · '}
            <Link href={van.pad('/sinds', { van: dagVan(op) })}>
              sinds de vaststelling van versie {versie} ({toonDatum(dagVan(op))})
            </Link>
          </>
        ))}
        {' · '}
        <Link href={van.pad('/sinds', { van: 0 })}>sinds het begin</Link>
      </Alinea>
    </>
  )
}

const KOLOMMEN = [
  ['primitief', 'Primitief'],
  ['wijzigingen', 'Wijzigingen'],
  ['naWijziging', 'Na wijziging'],
  ['verplicht', 'Verplicht'],
  ['gerealiseerd', 'Gerealiseerd'],
  ['vrij', 'Vrij'],
  ['overheveling', 'Wacht op overheveling'],
] as const satisfies readonly (readonly [keyof Bedragen, string])[]

/** Erbij krijgt een plus: hier telt de richting. */
const metTeken = (bedrag: Centen): string => `${bedrag > 0 ? '+' : ''}${toonBedrag(bedrag)}`

function Totalen({ van, vraag, wat }: Gelezen) {
  const telAlles = (posten: Verandering['nu']) =>
    geldtabelVan(van.beeld, posten, { filter: vraag.filter, per: [] }).totaal.bedragen
  const [toen, nu] = [telAlles(wat.toen), telAlles(wat.nu)]
  const rijen = KOLOMMEN.filter(([sleutel]) => toen[sleutel] !== 0 || nu[sleutel] !== 0)
  if (rijen.length === 0) return null
  return (
    <Sectie kop="De stand toen en daarna">
      <Tabel
        id="totalen"
        bijschrift="Totaal per kolom op beide momenten, in euro"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'kolom', kop: 'Kolom', cel: ([, naam]: (typeof rijen)[number]) => naam },
          { sleutel: 'toen', kop: 'Toen, €', soort: 'bedrag', cel: ([sleutel]) => toen[sleutel] },
          { sleutel: 'nu', kop: 'Daarna, €', soort: 'bedrag', cel: ([sleutel]) => nu[sleutel] },
          {
            sleutel: 'verschil',
            kop: 'Verschil, €',
            soort: 'bedrag',
            nadruk: true,
            cel: ([sleutel]) => metTeken(trekAf(nu[sleutel], toen[sleutel])),
          },
        ]}
        rijen={rijen}
      />
    </Sectie>
  )
}

function PerOnderdeel({ van, vraag, wat }: Gelezen) {
  const tabel = geldtabelVan(van.beeld, verschilVan(wat.toen, wat.nu), {
    filter: vraag.filter,
    per: ['onderdeel'],
  })
  if (tabel.rijen.length === 0) return null
  const { rijen, totaal } = tabel
  const kolommen = KOLOMMEN.filter(([sleutel]) => rijen.some(({ bedragen }) => bedragen[sleutel] !== 0))
  return (
    <Sectie kop="Wat er per onderdeel bij kwam of af ging">
      <Tabel
        id="per-onderdeel"
        bijschrift="Verschil per onderdeel, in euro"
        bijschriftVerborgen
        breed
        kolommen={[
          {
            sleutel: 'naam',
            kop: 'Onderdeel',
            cel: (rij: (typeof rijen)[number]) => (
              <Link href={van.pad('/sinds', { ...vraag.velden, ...alsVelden(rij.filter) })}>{rij.naam}</Link>
            ),
          },
          ...kolommen.map(([sleutel, kop]) => ({
            sleutel,
            kop: `${kop}, €`,
            soort: 'bedrag' as const,
            cel: ({ bedragen }: (typeof rijen)[number]) =>
              bedragen[sleutel] === 0 ? undefined : metTeken(bedragen[sleutel]),
          })),
        ]}
        rijen={rijen}
        toonRij={({ onaf }) => (onaf ? 'anders' : undefined)}
        totaal={{
          kop: 'Totaal',
          cellen: Object.fromEntries(
            kolommen.map(([sleutel]) => [sleutel, metTeken(totaal.bedragen[sleutel])]),
          ),
        }}
      />
    </Sectie>
  )
}

function Lijst({ van, vraag, wat }: Gelezen) {
  const { boekingen, meer } = wat
  const gevolgen = new Map(
    boekingen.map((boeking) => [boeking.nr, gevolgVan(van.beeld, boeking, vraag.filter)]),
  )
  const kolommen: Kolom<Vastgelegd>[] = [
    {
      sleutel: 'nr',
      kop: 'Nummer',
      soort: 'getal',
      cel: ({ nr }) => (
        <Link href={van.pad(`/boekingen/${nr}`)} naam={`Boeking ${nr}`}>
          {toonGetal(nr)}
        </Link>
      ),
    },
    {
      sleutel: 'geldig',
      kop: 'Gebeurd op',
      cel: (boeking) => (
        <>
          {toonDatum(boeking.geldigOp)}{' '}
          {isMetTerugwerkendeKracht(boeking, wat.dagVan) && (
            <Etiket toon="let-op">met terugwerkende kracht</Etiket>
          )}
        </>
      ),
    },
    {
      sleutel: 'wat',
      kop: 'Wat',
      rijkop: true,
      cel: ({ soort, regels, corrigeert }) => (
        <>
          {SOORTNAAM[soort]}
          <small class="oz-stil"> {korteZin(van.beeld, regels)}</small>
          {corrigeert !== null && <small> Herstelt boeking {corrigeert}</small>}
        </>
      ),
    },
    ...(['naWijziging', 'verplicht', 'gerealiseerd', 'vrij'] as const).map(
      (sleutel): Kolom<Vastgelegd> => ({
        sleutel,
        kop: `${KOLOMMEN.find(([naam]) => naam === sleutel)?.[1]}, €`,
        soort: 'bedrag',
        cel: ({ nr }) => {
          const bedrag = gevolgen.get(nr)?.[sleutel]
          return bedrag === undefined || bedrag === 0
            ? undefined
            : `${bedrag > 0 ? '+' : ''}${toonCenten(bedrag)}`
        },
      }),
    ),
  ]
  return (
    <Sectie kop="De boekingen" onder="Het nieuwste bovenaan. Elk bedrag is wat er bij kwam of af ging.">
      <Tabel
        id="boekingen"
        bijschrift="Boekingen"
        bijschriftVerborgen
        breed
        kolommen={kolommen}
        rijen={boekingen}
        leeg="Geen enkele boeking past bij deze keuze."
      />
      {meer && (
        <Knoppen>
          <KnopLink href={van.pad('/sinds', { ...velden(vraag), voor: boekingen.at(-1)?.nr })}>
            Oudere boekingen
          </KnopLink>
        </Knoppen>
      )}
      <Downloads
        waarvan="deze veranderingen"
        downloads={BESTANDSVORMEN.map((vorm) => ({
          soort: vorm.toUpperCase() as Uppercase<typeof vorm>,
          href: van.pad(`/sinds/sinds.${vorm}`, velden(vraag)),
        }))}
      />
    </Sectie>
  )
}
