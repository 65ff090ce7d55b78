import { velddoel } from '#programma/inlezen/profielformulier.ts'
import type { Wachtbestand } from '#programma/inlezen/wachtbestanden.ts'
import type { Kolomvoorstel, Lijstprofiel, Profielvoorstel } from '#programma/invoer-poort.ts'
import type { Planbezoek, Programmakamer } from '#programma/planbezoek.tsx'
import { Formulier, type VeldFout } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Per kolom kiezen wat zij is, en de indeling onder een naam bewaren. */

const SOORTEN: Readonly<Record<string, string>> = {
  budgetuitputting: 'Budgetuitputting: standen per rekening',
  mutaties: 'Mutaties: een regel per boeking',
  verplichtingen: 'Verplichtingen: wat is vastgelegd',
}
const TEKENS = [
  { waarde: 'last_positief', tekst: 'Een last staat er als positief bedrag' },
  { waarde: 'last_negatief', tekst: 'Een last staat er als negatief bedrag' },
]
const GETALSTIJLEN = [
  { waarde: 'nl', tekst: 'Nederlands: 1.234,56' },
  { waarde: 'en', tekst: 'Engels: 1,234.56' },
]
const DATUMSTIJLEN = [
  { waarde: 'dag-maand-jaar', tekst: 'Dag, maand, jaar: 31-12-2026' },
  { waarde: 'maand-dag-jaar', tekst: 'Maand, dag, jaar: 12/31/2026' },
  { waarde: 'jaar-maand-dag', tekst: 'Jaar, maand, dag: 2026-12-31' },
]

export type Keuze = { bestand: Wachtbestand; voorstel: Profielvoorstel; herkend: readonly Lijstprofiel[] }

export type Lijstprops = {
  van: Planbezoek
  kamer: Programmakamer
  keuze: Keuze
  gekozen: Lijstprofiel | undefined
  velden?: Readonly<Record<string, string>>
  fouten?: readonly VeldFout[]
}

export function Profielformulier(props: Lijstprops & { fouten: readonly VeldFout[] }) {
  const { van, kamer, keuze, gekozen, velden = {}, fouten } = props
  const { voorstel, bestand } = keuze
  const profiel = gekozen ?? voorstel.profiel
  const foutBij = (veld: string): string | undefined => fouten.find((fout) => fout.veld === veld)?.tekst
  const [blad] = voorstel.bladen
  return (
    <Formulier
      actie={van.pad(`/inlezen/lijst/${bestand.id}`)}
      naam="Lijst lezen"
      fouten={fouten}
      verborgen={gekozen === undefined ? {} : { profiel: gekozen.naam }}
    >
      <KeuzeVeld
        naam="soort"
        label="Wat voor lijst is dit?"
        waarde={velden['soort'] ?? profiel.soort}
        keuzes={kamer.invoer.lijstsoorten.map((soort) => ({ waarde: soort, tekst: SOORTEN[soort] ?? soort }))}
        fout={foutBij('soort')}
      />
      <TekstVeld
        naam="administratie"
        label="Administratie"
        uitleg="Een nieuwe lijst van dezelfde administratie vervangt de vorige."
        waarde={velden['administratie'] ?? bestand.administratie}
        fout={foutBij('administratie')}
        maxLengte={100}
        verplicht
      />
      {blad !== undefined && (
        <Sectie
          kop="Kolommen"
          niveau={2}
          onder={`De kop staat op rij ${blad.kopRij}${blad.naam === '' ? '' : ` van blad ${blad.naam}`}; er staan ${blad.rijen} rijen onder.`}
        >
          {blad.kolommen.map((kolom) => (
            <Kolomkeuze
              kolom={kolom}
              kamer={kamer}
              waarde={velden[velddoel(kolom)] ?? veldVan(kolom, gekozen)}
            />
          ))}
        </Sectie>
      )}
      <Meer kop="Bedragen en datums">
        <KeuzeVeld naam="teken" label="Teken" keuzes={TEKENS} waarde={velden['teken'] ?? profiel.teken} />
        <KeuzeVeld
          naam="getalstijl"
          label="Bedragen"
          keuzes={GETALSTIJLEN}
          waarde={velden['getalstijl'] ?? profiel.getalstijl}
        />
        <KeuzeVeld
          naam="datumstijl"
          label="Datums"
          keuzes={DATUMSTIJLEN}
          waarde={velden['datumstijl'] ?? profiel.datumstijl}
        />
      </Meer>
      <TekstVeld
        naam="bewaar"
        label="Bewaar deze indeling als"
        uitleg="Dan herkennen wij de volgende lijst vanzelf. Bijvoorbeeld: Budgetuitputting Key2."
        waarde={velden['bewaar'] ?? (gekozen?.aanname === false ? gekozen.naam : '')}
        maxLengte={80}
        verplicht={false}
      />
      <Knoppen>
        <Knop>Lees de lijst</Knop>
        <KnopLink href={van.pad('/inlezen')}>Ander bestand kiezen</KnopLink>
      </Knoppen>
      <Alinea klein>Er wordt nog niets geboekt: u ziet eerst wat er verandert.</Alinea>
    </Formulier>
  )
}

const veldVan = (kolom: Kolomvoorstel, gekozen: Lijstprofiel | undefined): string => {
  const bewaard = gekozen?.kolommen.find(({ titels }) => titels.includes(kolom.titel))?.veld
  return bewaard ?? kolom.veld ?? 'genegeerd'
}

const ZEKERHEID: Readonly<Record<string, string>> = {
  waarschijnlijk: 'Waarschijnlijk.',
  gok: 'Wij zijn niet zeker.',
}

function Kolomkeuze(props: { kolom: Kolomvoorstel; kamer: Programmakamer; waarde: string }) {
  const { kolom, kamer, waarde } = props
  const voorbeelden = kolom.voorbeelden.length === 0 ? '' : ` Bijvoorbeeld: ${kolom.voorbeelden.join('; ')}.`
  return (
    <KeuzeVeld
      naam={velddoel(kolom)}
      label={`Kolom ${kolom.letter}: ${kolom.titel || 'zonder kop'}`}
      uitleg={`${ZEKERHEID[kolom.zekerheid ?? ''] ?? ''} ${kolom.waarom}${voorbeelden}`.trim()}
      waarde={waarde}
      keuzes={kamer.invoer.velden.map(({ veld, naam }) => ({ waarde: veld, tekst: naam }))}
    />
  )
}
