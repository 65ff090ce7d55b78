import { datum } from '#basis/datum.ts'
import { GrafiekBullet } from '#ui/grafiek-bullet.tsx'
import { GrafiekLijn } from '#ui/grafiek-lijn.tsx'
import { GrafiekSankey } from '#ui/grafiek-sankey.tsx'
import { GrafiekStaaf } from '#ui/grafiek-staaf.tsx'
import { GrafiekStanden } from '#ui/grafiek-standen.tsx'
import { GrafiekTijdlijn } from '#ui/grafiek-tijdlijn.tsx'
import { GrafiekVerloop } from '#ui/grafiek-verloop.tsx'
import { GrafiekWarmte } from '#ui/grafiek-warmte.tsx'
import { euro, GROEPEN, JAREN, KNOPEN, ONDERDELEN, PLANNING, STROMEN } from '#ui/kit-cijfers.ts'
import type { KitDeel } from '#ui/kit-deel.ts'
import { groepeerKleine } from '#ui/sankey.ts'
import { Tabel } from '#ui/tabel.tsx'

const DOWNLOADS = [
  { soort: 'CSV', href: '#csv' },
  { soort: 'ODS', href: '#ods' },
  { soort: 'JSON', href: '#json' },
] as const

const ALLES = { knopen: KNOPEN, stromen: STROMEN }

const Sankeys = () => (
  <>
    <GrafiekSankey
      id="stroom"
      boodschap="Bijna de helft van het geld is voor POK en Beschermd Wonen"
      toelichting="Van bron, via programmalijn, naar onderdeel. Bedragen voor de hele periode."
      {...groepeerKleine(ALLES, { kolom: 2, hoogstens: 11, woord: 'onderdelen' })}
      alles={ALLES}
      downloads={DOWNLOADS}
    />
    <GrafiekSankey
      id="stroom-nadruk"
      boodschap="De inloop wordt betaald uit het Rijk en uit Beschermd Wonen"
      toelichting="Gekleurd is waar de zin over gaat; gestippeld is wat het plan niet verdeelt."
      knopen={[
        { id: 'a', naam: 'Rijksbijdrage POK', kolom: 0 },
        { id: 'b', naam: 'Saldo Beschermd Wonen', kolom: 0 },
        { id: 'c', naam: 'Inloopvoorzieningen', kolom: 1 },
        { id: 'd', naam: 'Meedoen tegen armoede', kolom: 1 },
      ]}
      stromen={[
        { van: 'a', naar: 'c', bedrag: euro(200000), onzeker: true },
        { van: 'b', naar: 'c', bedrag: euro(128000), onzeker: true },
        { van: 'a', naar: 'd', bedrag: euro(120000), href: '#armoede' },
      ]}
      nadruk={['c']}
    />
  </>
)

const BEZOEKERS = [
  { x: '2022', waarde: 310 },
  { x: '2023', waarde: null },
  { x: '2024', waarde: 420 },
  { x: '2025', waarde: 505 },
] as const

const Lijnen = () => (
  <GrafiekLijn
    id="lijn"
    boodschap="De inloop trekt meer bezoekers dan het plan verwachtte"
    toelichting="Bezoekers per jaar. Gestreept is het plan; over 2023 is niets bekend."
    eenheid=""
    reeksen={[
      { naam: 'Bezoekers van de inloop', aard: 'feit', punten: BEZOEKERS },
      {
        naam: 'Bezoekers van de inloop',
        aard: 'plan',
        punten: ['2022', '2023', '2024', '2025'].map((x, i) => ({ x, waarde: 300 + i * 40 })),
      },
    ]}
    tabel={
      <Tabel
        bijschrift="Bezoekers van de inloop"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'x', kop: 'Jaar', cel: (punt) => punt.x },
          { sleutel: 'aantal', kop: 'Bezoekers', cel: (punt) => punt.waarde ?? 'niet bekend' },
        ]}
        rijen={BEZOEKERS}
      />
    }
  />
)

const STANDRIJEN = [
  { naam: 'Inhoud', aantallen: { 'op-koers': 17, afgerond: 3, 'let-op': 5, bijsturen: 2, gestopt: 1 } },
  { naam: 'Tijd', aantallen: { 'op-koers': 14, afgerond: 3, 'let-op': 7, bijsturen: 3, gestopt: 1 } },
  { naam: 'Geld', aantallen: { 'op-koers': 11, afgerond: 3, 'let-op': 8, bijsturen: 4, 'geen-gegevens': 2 } },
] as const

const Standen = () => (
  <GrafiekStanden
    id="standen"
    boodschap="Het geld vraagt vaker aandacht dan de inhoud"
    toelichting="Aantal onderdelen per stand."
    rijen={STANDRIJEN}
    tabel={
      <Tabel
        bijschrift="Aantal onderdelen per stand"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'naam', kop: 'Aspect', cel: (rij) => rij.naam },
          { sleutel: 'koers', kop: 'Op koers', cel: (rij) => rij.aantallen['op-koers'] },
          { sleutel: 'let', kop: 'Let op', cel: (rij) => rij.aantallen['let-op'] },
        ]}
        rijen={STANDRIJEN}
      />
    }
  />
)

const Verlopen = () => (
  <>
    <GrafiekVerloop
      id="verloop"
      boodschap="De rijksbijdrage is in 2026 op, en dan blijft er niets over"
      toelichting="Stand aan het eind van elk jaar, in euro. Gestippeld is verwacht."
      punten={[
        { jaar: 2022, erbij: euro(854481), eraf: euro(117500), saldo: euro(736981) },
        { jaar: 2023, erbij: euro(577087), eraf: euro(325000), saldo: euro(989068) },
        { jaar: 2024, eraf: euro(340000), saldo: euro(649068) },
        { jaar: 2025, eraf: euro(331000), saldo: euro(318068), verwacht: true },
        { jaar: 2026, eraf: euro(318000), saldo: euro(68), verwacht: true },
      ]}
      downloads={DOWNLOADS}
    />
    <GrafiekVerloop
      id="verloop-tekort"
      boodschap="Zonder nieuw geld komt de reserve in 2025 onder nul"
      punten={[
        { jaar: 2023, saldo: euro(260000) },
        { jaar: 2024, saldo: euro(95000) },
        { jaar: 2025, saldo: euro(-48000), verwacht: true },
        { jaar: 2026, saldo: euro(-120500), verwacht: true },
      ]}
    />
  </>
)

const Tijdlijnen = () => (
  <GrafiekTijdlijn
    id="planning"
    boodschap="De meeste onderdelen lopen door tot eind 2026"
    toelichting="Een rondje is een dag, een staafje is zo breed als het plan het noemt. Gestippeld en open is verwacht."
    rijen={PLANNING}
    van={2022}
    tot={2026}
    vandaag={datum('2025-11-22')}
    downloads={DOWNLOADS}
  />
)

const Warmtes = () => (
  <GrafiekWarmte
    id="warmte"
    boodschap="Het meeste geld gaat om in 2023 en 2024"
    toelichting="Bedragen in euro. Hoe sterker de tint, hoe hoger het bedrag; elke tint heeft ongeveer even veel vakken."
    wat="Onderdeel"
    kolommen={JAREN}
    groepen={GROEPEN.map((groep) => ({
      naam: groep.naam,
      rijen: ONDERDELEN.filter((o) => o.groep === groep.id).map((o) => ({
        naam: o.naam,
        href: `#${o.code}`,
        waarden: o.jaren.map((bedrag) => (bedrag === 0 ? undefined : euro(bedrag))),
      })),
    }))}
    downloads={DOWNLOADS}
  />
)

const Bullets = () => (
  <GrafiekBullet
    id="bullet"
    boodschap="In 2026 komt dit onderdeel € 600 boven de begroting uit"
    toelichting="Per jaar, in euro. Stand 22 november 2026, zoals bekend op die dag."
    wat="Jaar"
    rijen={[
      { naam: '2022', begroot: euro(2500), gerealiseerd: euro(2500) },
      { naam: '2023', begroot: euro(4000), gerealiseerd: euro(3860) },
      { naam: '2024', href: '#2024', begroot: euro(4000), gerealiseerd: euro(4310) },
      { naam: '2025', begroot: euro(4000), gerealiseerd: euro(3950) },
      {
        naam: '2026',
        begroot: euro(4000),
        gerealiseerd: euro(2100),
        verplicht: euro(1200),
        prognose: euro(4600),
        nadruk: true,
      },
    ]}
  />
)

const Staafjes = () => (
  <>
    <GrafiekStaaf
      id="staaf"
      boodschap="Westerbork krijgt van alle inlopen het meeste"
      toelichting="Hele periode, in euro."
      wat="Inloop"
      rijen={[
        { naam: 'Inloop Westerbork', href: '#westerbork', waarde: euro(74000), nadruk: true },
        { naam: 'Inloop Bovensmilde', href: '#bovensmilde', waarde: euro(64500) },
        { naam: 'Inloop Smilde', href: '#smilde', waarde: euro(59500) },
        { naam: 'Inloop dorp X', waarde: euro(50000), bij: 'dorp nog onbekend' },
      ]}
      metTotaal
    />
    <GrafiekStaaf
      id="staaf-verschil"
      boodschap="Twee onderdelen kosten meer dan begroot"
      toelichting="Verschil met de begroting, in euro. Links van de lijn is te veel uitgegeven."
      wat="Onderdeel"
      eenheid="Verschil, €"
      rijen={[
        { naam: 'Communicatie', waarde: euro(4200) },
        { naam: 'Steunouders', waarde: euro(-3100), nadruk: true },
        { naam: 'Mediation', waarde: euro(-600), nadruk: true },
        { naam: 'Monitoren', waarde: euro(0) },
      ]}
    />
  </>
)

export const KIT_GRAFIEKEN: readonly KitDeel[] = [
  {
    naam: 'sankey',
    titel: 'Stroomgrafiek',
    lead: 'Waar het geld vandaan komt en waar het heen gaat.',
    Inhoud: Sankeys,
  },
  { naam: 'verloop', titel: 'Verloop', lead: 'Hoe een bron leegloopt.', Inhoud: Verlopen },
  {
    naam: 'tijdlijn',
    titel: 'Tijdlijn',
    lead: 'Wat wanneer loopt, zo precies als het plan het zegt.',
    Inhoud: Tijdlijnen,
  },
  {
    naam: 'warmte',
    titel: 'Warmtetabel',
    lead: 'Een tabel waarvan de ondergrond meeleest.',
    Inhoud: Warmtes,
  },
  {
    naam: 'bullet',
    titel: 'Begroot en uitgegeven',
    lead: 'Vier bedragen per regel in één beeld.',
    Inhoud: Bullets,
  },
  { naam: 'staaf', titel: 'Staven', lead: 'Bedragen naast elkaar.', Inhoud: Staafjes },
  {
    naam: 'lijn',
    titel: 'Lijn',
    lead: 'Hoe een waarde door de tijd loopt, naast plan en verwachting.',
    Inhoud: Lijnen,
  },
  {
    naam: 'standen',
    titel: 'Standen',
    lead: 'Hoeveel onderdelen welk woord hebben.',
    Inhoud: Standen,
  },
]
