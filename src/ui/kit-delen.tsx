import { centen } from '#basis/geld.ts'
import { Bedrag, Geen } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { euro } from '#ui/kit-cijfers.ts'
import type { KitDeel } from '#ui/kit-deel.ts'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Kolommen, Kop, Lead, Lijst, Sectie, Vak } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Paginering } from '#ui/paginering.tsx'
import { Status, type StatusSoort } from '#ui/status.tsx'
import { Tegels } from '#ui/tegels.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { Voortgang } from '#ui/voortgang.tsx'
import { Code, Meer, Zijbalklijst } from '#ui/zijbalk.tsx'

const Tekst = () => (
  <>
    <Sectie
      kop="Een kop van niveau 2 zegt wat er te lezen is"
      onder="Een grijze zin eronder geeft eenheid en stand."
    >
      <Alinea>
        Gewone tekst is 18 pixels groot met ruime regels, en hoogstens 75 tekens breed.{' '}
        <Link href="#doel">Een link</Link> staat er onderstreept in, en een bedrag als{' '}
        <Bedrag cent={euro(1403000)} href="#bedrag" /> breekt nooit af.
      </Alinea>
      <Kop niveau={3}>Een kop van niveau 3</Kop>
      <Lijst items={['Een opsomming heeft bolletjes', 'en korte regels.']} />
      <Alinea klein>Kleine tekst voor wat erbij hoort, zoals een bron of een datum.</Alinea>
    </Sectie>
    <Kolommen>
      <Sectie kop="Twee kolommen">
        <Lead>De zin onder de titel zegt waar de pagina over gaat.</Lead>
        <Vak>
          <Alinea>Een vak op warm papier houdt bij elkaar wat bij elkaar hoort.</Alinea>
        </Vak>
      </Sectie>
      <Sectie kop="Ernaast" niveau={3}>
        <Zijbalklijst
          items={[
            {
              tekst: <Link href="#loket">Inwoners vinden hulp aan één loket</Link>,
              bij: 'doel zonder indicator',
            },
            {
              tekst: (
                <>
                  <Link href="#communicatie">Communicatie</Link>
                  <Code>5.1.8</Code>
                </>
              ),
            },
          ]}
        />
      </Sectie>
    </Kolommen>
    <Sectie kop="Bedragen">
      <Feiten
        feiten={[
          { label: 'Hele euro’s', waarde: <Bedrag cent={euro(18500)} /> },
          { label: 'Met een link', waarde: <Bedrag cent={euro(16720)} href="#boekingen" /> },
          { label: 'Tot op de cent', waarde: <Bedrag cent={centen(31050)} centen /> },
          { label: 'Negatief', waarde: <Bedrag cent={euro(-7000)} /> },
          { label: 'Geen bedrag', waarde: <Geen wat="geen bedrag" /> },
        ]}
      />
    </Sectie>
  </>
)

const Knoppenlijst = () => (
  <>
    <Sectie kop="Drie soorten" onder="Eén hoofdknop per scherm; gevaar alleen voor wat niet terug kan.">
      <form action="#knoppen" method="get">
        <Knoppen>
          <Knop>Opslaan</Knop>
          <Knop soort="tweede">Vergelijk eerst</Knop>
          <Knop soort="gevaar">Onderdeel beëindigen</Knop>
        </Knoppen>
      </form>
    </Sectie>
    <Sectie kop="Niet te gebruiken">
      <form action="#knoppen-uit" method="get">
        <Knoppen>
          <Knop uit>Opslaan</Knop>
          <Knop soort="tweede" uit>
            Vergelijk eerst
          </Knop>
        </Knoppen>
      </form>
    </Sectie>
    <Sectie kop="Een link die eruitziet als een knop">
      <Knoppen>
        <KnopLink href="#bewerken">Bewerken</KnopLink>
        <KnopLink href="#nieuw" soort="hoofd">
          Nieuw onderdeel
        </KnopLink>
      </Knoppen>
    </Sectie>
  </>
)

const Meldingen = () => (
  <>
    <Melding soort="info" titel="Deze pagina gaat over het plan van 2022">
      <p>Nieuwe cijfers komen er elk kwartaal bij.</p>
    </Melding>
    <Melding soort="goed" titel="De nieuwe versie is opgeslagen" antwoord>
      <p>
        <Link href="#versie">Bekijk wat er veranderde</Link>
      </p>
    </Melding>
    <Melding soort="let-op" titel="Het plan spreekt zichzelf op 10 punten tegen">
      <p>
        Hoofdstuk 4 telt op tot € 2.972.068, de bijlage tot € 2.979.068. Het verschil van € 7.000 ontstaat bij
        cliëntondersteuning (€ 500) en bij de post ‘Onvoorzien’ (€ 6.500).
      </p>
      <p>
        <Link href="#controle">Bekijk de plancontrole</Link>
      </p>
    </Melding>
    <Melding soort="fout" titel="Het bestand is niet gelezen">
      <p>Er is niets veranderd. Het blad ‘bedragen’ ontbreekt; voeg het toe en probeer het opnieuw.</p>
    </Melding>
    <Melding soort="info">
      <p>Een melding zonder titel.</p>
    </Melding>
  </>
)

const SOORTEN: readonly StatusSoort[] = [
  'op-koers',
  'let-op',
  'bijsturen',
  'geen-gegevens',
  'klaar',
  'bezig',
  'nog-niet',
  'gestopt',
  'geen-verschil',
]

const Statussen = () => (
  <>
    <Sectie kop="Status: woord, vorm en kleur" onder="Ook in zwart-wit is te zien wat er aan de hand is.">
      <Zijbalklijst items={SOORTEN.map((soort) => ({ tekst: <Status soort={soort} /> }))} />
    </Sectie>
    <Sectie kop="Etiketten">
      <Knoppen>
        <Etiket>concept</Etiket>
        <Etiket toon="accent">vastgesteld</Etiket>
        <Etiket toon="goed">opgelost</Etiket>
        <Etiket toon="let-op">te bevestigen</Etiket>
        <Etiket toon="let-op">onzekere lezing</Etiket>
        <Etiket toon="fout">fout</Etiket>
      </Knoppen>
    </Sectie>
    <Sectie kop="Een lezing die niet zeker is">
      <Feiten
        feiten={[
          {
            label: 'Begroot, 2022–2026',
            waarde: (
              <Twijfel uitleg="De bijlage zegt € 19.000. Wij volgen tabel 5.3.11, omdat de jaren daar optellen.">
                <Bedrag cent={euro(18500)} />
              </Twijfel>
            ),
            bij: 'de bijlage noemt € 19.000',
          },
          { label: 'Looptijd', waarde: <Twijfel uitleg="Er staat ‘201’ in de scan.">2019–2021</Twijfel> },
        ]}
      />
    </Sectie>
  </>
)

const Feitenstrook = () => (
  <Feiten
    feiten={[
      { label: 'Inhoud', waarde: <Status soort="op-koers" /> },
      { label: 'Geld', waarde: <Status soort="let-op" />, bij: '€ 600 boven de begroting' },
      { label: 'Planning', waarde: <Status soort="op-koers" /> },
      {
        label: 'Begroot, 2022–2026',
        waarde: <Bedrag cent={euro(18500)} href="#begroot" />,
        bij: <Link href="#vermeldingen">de bijlage noemt € 19.000</Link>,
      },
      { label: 'Uitgegeven', waarde: <Bedrag cent={euro(16720)} href="#uitgegeven" /> },
      { label: 'Nog vrij in 2026', waarde: <Bedrag cent={euro(700)} href="#vrij" /> },
    ]}
  />
)

const Tegelrij = () => (
  <Tegels
    tegels={[
      {
        vraag: 'Wat willen we bereiken?',
        groot: '4 doelen',
        bij: 'Geen van de doelen heeft nog een meetbare waarde.',
        href: '#doelen',
      },
      {
        vraag: 'Wat doen we daarvoor?',
        groot: '28 onderdelen',
        bij: 'In drie programmalijnen, van steunouders tot inloop.',
        href: '#onderdelen',
      },
      {
        vraag: 'Wat mag het kosten?',
        groot: '€ 2.972.068',
        bij: 'Over vijf jaar, uit zeven bronnen.',
        href: '#geld',
      },
    ]}
  />
)

const Lijsten = () => (
  <>
    <Sectie kop="Hier hoort iets te staan">
      <LegeStaat
        titel="Er zijn nog geen mijlpalen."
        actie={<KnopLink href="#mijlpaal">Mijlpaal toevoegen</KnopLink>}
      >
        De projectleider zet hier neer wat wanneer klaar moet zijn.
      </LegeStaat>
    </Sectie>
    <Sectie kop="Bladzijden">
      <Paginering huidig={1} aantal={3} href={(n) => `?bladzijde=${n}`} />
      <Paginering waarvan="boekingen" huidig={7} aantal={24} href={(n) => `?bladzijde=${n}`} />
    </Sectie>
    <Sectie kop="Meenemen">
      <Downloads
        waarvan="Onderdelen"
        downloads={[
          { soort: 'CSV', href: '#csv' },
          { soort: 'ODS', href: '#ods' },
          { soort: 'JSON', href: '#json' },
        ]}
      />
    </Sectie>
    <Sectie kop="Voortgang">
      <Voortgang
        id="lezen"
        label="Bladen gelezen"
        gedaan={4}
        totaal={6}
        bij="Dit duurt ongeveer een halve minuut."
      />
      <Voortgang id="tellen" label="Boekingen lezen" gedaan={18450} eenheid="regels" />
    </Sectie>
    <Sectie kop="Meer lezen">
      <Meer kop="Waar komt dit cijfer vandaan?">
        <Alinea>Uit tabel 5.3.11 van het programmaplan, regel 1203 tot en met 1210.</Alinea>
      </Meer>
    </Sectie>
  </>
)

export const KIT_DELEN: readonly KitDeel[] = [
  {
    naam: 'tekst',
    titel: 'Tekst en indeling',
    lead: 'Koppen, alinea’s, links, bedragen en kolommen.',
    Inhoud: Tekst,
  },
  { naam: 'knoppen', titel: 'Knoppen', lead: 'Voor wat iemand kan doen.', Inhoud: Knoppenlijst },
  {
    naam: 'meldingen',
    titel: 'Meldingen',
    lead: 'Wat er gebeurde, en wat de lezer kan doen.',
    Inhoud: Meldingen,
  },
  {
    naam: 'status',
    titel: 'Status, etiket en twijfel',
    lead: 'Korte oordelen die ook zonder kleur te lezen zijn.',
    Inhoud: Statussen,
  },
  {
    naam: 'feiten',
    titel: 'Feiten',
    lead: 'De kern van een onderdeel in één oogopslag.',
    Inhoud: Feitenstrook,
  },
  { naam: 'tegels', titel: 'Tegels', lead: 'De drie W-vragen op de eerste pagina.', Inhoud: Tegelrij },
  {
    naam: 'lijsten',
    titel: 'Lege staat, bladzijden, downloads en voortgang',
    lead: 'Wat om lijsten heen hoort.',
    Inhoud: Lijsten,
  },
]
