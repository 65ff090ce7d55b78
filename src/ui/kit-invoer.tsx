import { toonBedrag } from '#basis/geld.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { euro, GROEPEN, JAREN, type KitOnderdeel, ONDERDELEN } from '#ui/kit-cijfers.ts'
import type { KitDeel } from '#ui/kit-deel.ts'
import { Knop } from '#ui/knop.tsx'
import { Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { BestandVeld, Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak, Vinkje } from '#ui/veld.tsx'
import { Code } from '#ui/zijbalk.tsx'

const BRONNEN = [
  { waarde: 'rijk', tekst: 'Rijksbijdrage POK' },
  { waarde: 'bw', tekst: 'Saldo Beschermd Wonen 2021' },
  { waarde: 'reserve', tekst: 'Reserve Sociaal Domein' },
]

function Velden(props: { fouten?: readonly VeldFout[]; voor: string }) {
  const fout = (veld: string) => foutVan(props.fouten, `${props.voor}-${veld}`)
  const naam = (veld: string) => `${props.voor}-${veld}`
  return (
    <Formulier actie="#verstuurd" methode="get" fouten={props.fouten} verborgen={{ bewijs: 'abc' }}>
      <TekstVeld naam={naam('titel')} label="Titel" waarde="Inloop Smilde" fout={fout('titel')} verplicht />
      <TekstVeld
        naam={naam('bedrag')}
        label="Bedrag in euro"
        uitleg="Bijvoorbeeld 12.500 of 12.500,50."
        soort="bedrag"
        waarde={props.fouten === undefined ? '12.500' : 'twaalf'}
        fout={fout('bedrag')}
        verplicht
      />
      <TekstVeld
        naam={naam('datum')}
        label="Ingangsdatum"
        soort="date"
        waarde="2026-01-01"
        smal
        fout={fout('datum')}
      />
      <KeuzeVeld
        naam={naam('bron')}
        label="Betaald uit"
        keuzes={BRONNEN}
        leeg="Kies een bron"
        fout={fout('bron')}
        smal
      />
      <TekstVlak
        naam={naam('waarom')}
        label="Waarom verandert dit?"
        uitleg="Deze zin staat straks in de geschiedenis."
        verplicht={false}
        fout={fout('waarom')}
      />
      <Keuzerondjes
        naam={naam('zeker')}
        label="Hoe zeker is de planning?"
        keuzes={[
          { waarde: 'vast', tekst: 'Vastgelegd', uitleg: 'Er is een besluit of een contract.' },
          { waarde: 'verwacht', tekst: 'Verwacht' },
        ]}
        waarde={props.fouten === undefined ? 'verwacht' : undefined}
        fout={fout('zeker')}
      />
      <Vinkje
        naam={naam('klaar')}
        label="Ik heb de bedragen vergeleken met de bijlage"
        fout={fout('klaar')}
        aan={props.fouten === undefined}
      />
      <Knop>Opslaan</Knop>
    </Formulier>
  )
}

const FOUTEN: readonly VeldFout[] = [
  { veld: 'fout-bedrag', tekst: 'Schrijf het bedrag in cijfers, bijvoorbeeld 12.500.' },
  { veld: 'fout-bron', tekst: 'Kies uit welke bron dit betaald wordt.' },
  { veld: 'fout-zeker', tekst: 'Kies hoe zeker de planning is.' },
  { veld: 'fout-klaar', tekst: 'Vergelijk de bedragen en zet een vinkje.' },
]

const Formulieren = () => (
  <>
    <Sectie kop="Invullen">
      <Velden voor="goed" />
    </Sectie>
    <Sectie kop="Met fouten">
      <Velden voor="fout" fouten={FOUTEN} />
    </Sectie>
    <Sectie kop="Filteren" onder="Een filter staat in het adres, zodat het te delen is.">
      <Formulier methode="get" rij rol="zoeken" naam="Onderdelen filteren">
        <TekstVeld
          naam="f-zoek"
          label="Zoek een onderdeel"
          soort="search"
          voorstellen={['Inloop', 'Mediation']}
        />
        <KeuzeVeld
          naam="f-groep"
          label="Programmalijn"
          leeg="Alle"
          keuzes={GROEPEN.map((g) => ({ waarde: g.id, tekst: g.naam }))}
        />
        <KeuzeVeld naam="f-bron" label="Bron" leeg="Alle" keuzes={BRONNEN} waarde="rijk" />
        <Knop>Toon</Knop>
      </Formulier>
    </Sectie>
    <Sectie kop="Een bestand, en velden die vastliggen">
      <Formulier actie="#bestand" metBestanden>
        <BestandVeld
          naam="bestand"
          label="Plan als spreadsheet"
          uitleg="ODS of XLSX, hoogstens 10 MB."
          soorten={['.ods', '.xlsx']}
        />
        <TekstVeld naam="vast" label="Gemeente" waarde="Voorbeeldgemeente" uit />
        <Knop>Nakijken</Knop>
      </Formulier>
    </Sectie>
  </>
)

const som = (getallen: readonly number[]): number => getallen.reduce((a, b) => a + b, 0)

const jaarKolommen: readonly Kolom<KitOnderdeel>[] = JAREN.map((jaar, i) => ({
  sleutel: jaar,
  kop: jaar,
  soort: 'bedrag',
  cel: (rij) => (rij.jaren[i] === 0 ? undefined : euro(rij.jaren[i] ?? 0)),
}))

const totaalVan = (kop: string, rijen: readonly KitOnderdeel[]) => ({
  kop,
  cellen: {
    ...Object.fromEntries(JAREN.map((jaar, i) => [jaar, euro(som(rijen.map((rij) => rij.jaren[i] ?? 0)))])),
    totaal: euro(som(rijen.map((rij) => som(rij.jaren)))),
  },
})

const Tabellen = () => (
  <>
    <Tabel
      bijschrift="Alle onderdelen, per jaar"
      bij="Bedragen in euro, zoals vastgesteld in 2022"
      kolommen={[
        {
          sleutel: 'naam',
          kop: 'Onderdeel',
          sorteer: { href: '?sorteer=-naam', richting: 'op' },
          cel: (rij) => (
            <>
              <Link href={`#${rij.code}`}>{rij.naam}</Link>
              <Code>{rij.code}</Code>
            </>
          ),
        },
        ...jaarKolommen,
        {
          sleutel: 'totaal',
          kop: 'Totaal, €',
          soort: 'bedrag',
          nadruk: true,
          sorteer: { href: '?sorteer=totaal' },
          cel: (rij) => euro(som(rij.jaren)),
        },
        { sleutel: 'status', kop: 'Status', cel: () => <Status soort="geen-gegevens" /> },
      ]}
      groepen={GROEPEN.map((groep) => {
        const rijen = ONDERDELEN.filter((o) => o.groep === groep.id)
        return { kop: groep.naam, rijen, totaal: totaalVan('Samen', rijen) }
      })}
      totaal={totaalVan('Totaal van het programma', ONDERDELEN)}
    />
    <Plaatsentabel />
    <Bijzonderetabellen />
  </>
)

const Plaatsentabel = () => (
  <Sectie
    kop="Wat het plan op verschillende plaatsen zegt"
    onder="Drie plaatsen noemen een bedrag. Eén wijkt af."
  >
    <Tabel
      bijschrift="Vermeldingen van cliëntondersteuning"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'plaats', kop: 'Plaats', cel: (rij) => rij.plaats },
        { sleutel: 'over', kop: 'Over', cel: (rij) => rij.over },
        {
          sleutel: 'bedrag',
          kop: 'Bedrag, €',
          soort: 'bedrag',
          cel: (rij) => toonBedrag(euro(rij.bedrag)),
        },
        { sleutel: 'oordeel', kop: 'Oordeel', cel: (rij) => rij.oordeel },
      ]}
      rijen={[
        { plaats: 'Paragraaf 5.3.4', over: 'hele periode', bedrag: 18500, oordeel: 'geldt' },
        { plaats: 'Tabel 5.3.11', over: 'hele periode', bedrag: 18500, oordeel: 'gelijk' },
        { plaats: 'Bijlage', over: 'hele periode', bedrag: 19000, oordeel: '€ 500 meer, door 2022' },
      ]}
      toonRij={(rij) => (rij.bedrag === 18500 ? undefined : 'anders')}
    />
  </Sectie>
)

const Bijzonderetabellen = () => (
  <Sectie kop="Zonder rijen, en met een rij die niet meetelt">
    <Tabel
      bijschrift="Gevonden onderdelen"
      kolommen={[{ sleutel: 'naam', kop: 'Onderdeel', cel: (rij: KitOnderdeel) => rij.naam }]}
      rijen={[]}
      leeg="Geen onderdeel past bij dit filter. Haal een keuze weg om meer te zien."
    />
    <Tabel
      bijschrift="Boekingen"
      kolommen={[
        { sleutel: 'wat', kop: 'Wat', cel: (rij) => rij.wat },
        { sleutel: 'stand', kop: 'Stand', cel: (rij) => <Etiket>{rij.stand}</Etiket> },
        { sleutel: 'aantal', kop: 'Aantal', soort: 'getal', cel: (rij) => rij.aantal },
      ]}
      rijen={[
        { wat: 'Drukwerk', stand: 'betaald', aantal: 1204, telt: true },
        { wat: 'Vervallen opdracht', stand: 'vervallen', aantal: undefined, telt: false },
      ]}
      toonRij={(rij) => (rij.telt ? undefined : 'stil')}
    />
  </Sectie>
)

export const KIT_INVOER: readonly KitDeel[] = [
  {
    naam: 'formulieren',
    titel: 'Formulieren',
    lead: 'Velden met hun uitleg en hun fout.',
    Inhoud: Formulieren,
  },
  {
    naam: 'tabellen',
    titel: 'Tabellen',
    lead: 'Alleen liggende lijnen, getallen rechts, totalen met een streep.',
    Inhoud: Tabellen,
  },
]
