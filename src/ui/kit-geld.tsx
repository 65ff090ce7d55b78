import { centen } from '#basis/geld.ts'
import { BulletBalk, BulletSleutel, bulletMaten } from '#ui/grafiek-bullet.tsx'
import { GrafiekUitputting } from '#ui/grafiek-uitputting.tsx'
import { GrafiekVerloop } from '#ui/grafiek-verloop.tsx'
import { GrafiekWaterval } from '#ui/grafiek-waterval.tsx'
import { euro, GROEPEN, ONDERDELEN } from '#ui/kit-cijfers.ts'
import type { KitDeel } from '#ui/kit-deel.ts'
import { Sectie } from '#ui/kop.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

const Watervallen = () => (
  <>
    <GrafiekWaterval
      id="waterval"
      boodschap="Na drie wijzigingen is er € 96.500 meer dan de raad in november vaststelde"
      toelichting="Begroting 2025, in euro. Een pijl naar rechts is erbij, een pijl naar links is eraf."
      wat="Stap"
      begin={{ naam: 'Primitief', bedrag: euro(310000), href: '#primitief' }}
      stappen={[
        { naam: 'Overheveling uit 2024', bedrag: euro(42500), href: '#overheveling' },
        { naam: 'Begrotingswijziging raad', bedrag: euro(120000), href: '#raad', nadruk: true },
        { naam: 'Verschuiving tussen onderdelen', bedrag: euro(-54000), href: '#verschuiving' },
        { naam: 'Besluit college', bedrag: euro(-12000), bij: 'nog voorlopig' },
      ]}
      eind={{ naam: 'Na wijziging', href: '#na' }}
    />
    <GrafiekWaterval
      id="waterval-groot"
      boodschap="De wijzigingen zijn klein naast het hele programma"
      toelichting="Hele periode, in euro."
      wat="Stap"
      begin={{ naam: 'Primitief', bedrag: euro(2972068) }}
      stappen={[
        { naam: 'Wijzigingen door de raad', bedrag: euro(150000), href: '#raad' },
        { naam: 'Verschuivingen', bedrag: euro(0), href: '#verschuivingen' },
        { naam: 'Vrijval aan het eind van het jaar', bedrag: euro(-83450), href: '#vrijval' },
      ]}
      eind={{ naam: 'Na wijziging' }}
    />
  </>
)

const VORIG = [8, 21, 30, 44, 52, 70, 78, 81, 104, 122, 139, 168].map((duizend) => euro(duizend * 1000))

const Uitputtingen = () => (
  <>
    <GrafiekUitputting
      id="uitputting"
      boodschap="In dit tempo blijft er in 2025 ongeveer € 16.000 over"
      toelichting="In euro, opgeteld vanaf 1 januari. Maanden zonder balk zijn nog niet bekend."
      uitputting={{
        jaar: 2025,
        begroot: euro(196000),
        maanden: [
          { gerealiseerd: euro(9500), verplicht: euro(48000), begroot: euro(160000), href: '#januari' },
          { gerealiseerd: euro(24000), verplicht: euro(61000), begroot: euro(160000), href: '#februari' },
          { gerealiseerd: euro(38200), verplicht: euro(52000), begroot: euro(160000), href: '#maart' },
          { gerealiseerd: euro(51000), verplicht: euro(66000), begroot: euro(160000), href: '#april' },
          { gerealiseerd: euro(74300), verplicht: euro(58000), href: '#mei' },
          { gerealiseerd: euro(90000), verplicht: euro(47500), href: '#juni' },
        ],
        vorigJaar: VORIG,
        tempo: euro(180000),
        prognose: euro(188000),
      }}
    />
    <GrafiekUitputting
      id="uitputting-boven"
      boodschap="In oktober 2024 was de begroting op"
      uitputting={{
        jaar: 2024,
        begroot: euro(110000),
        maanden: [9, 20, 28, 41, 55, 61, 72, 80, 97, 112, 118, 126].map((duizend) => ({
          gerealiseerd: euro(duizend * 1000),
        })),
      }}
    />
    <GrafiekUitputting
      id="uitputting-leeg"
      boodschap="Van 2026 is nog niets geboekt"
      uitputting={{ jaar: 2026, begroot: euro(98000), maanden: [], vorigJaar: VORIG, prognose: euro(98000) }}
    />
  </>
)

const Planlijnen = () => (
  <GrafiekVerloop
    id="verloop-plan"
    boodschap="De reserve is een jaar eerder op dan het plan zegt"
    toelichting="Stand aan het eind van elk jaar, in euro. Gestreept en dun is het plan, gestippeld is verwacht."
    punten={[
      { jaar: 2022, saldo: euro(520000), plan: euro(520000) },
      { jaar: 2023, saldo: euro(360000), plan: euro(400000) },
      { jaar: 2024, saldo: euro(150000), plan: euro(270000) },
      { jaar: 2025, saldo: euro(-30000), plan: euro(130000), verwacht: true },
      { jaar: 2026, saldo: euro(-90000), plan: euro(0), verwacht: true },
    ]}
  />
)

/** Van elk onderdeel een rij bedragen die bij elkaar horen, en van elke groep een som. */
type Rij = {
  naam: string
  diepte: 0 | 1
  primitief: number
  wijzigingen: number
  verplicht: number
  gerealiseerd: number
  prognose: number
}

const deel = (bedrag: number, teller: number): number => Math.round((bedrag * teller) / 10000) * 100

const RIJEN: readonly Rij[] = GROEPEN.flatMap((groep) => {
  const leden = ONDERDELEN.filter((o) => o.groep === groep.id).map((o, i): Rij => {
    const primitief = (o.jaren[2] ?? 0) * 1
    const wijzigingen = i % 3 === 1 ? -deel(primitief, 12) : i % 3 === 2 ? deel(primitief, 8) : 0
    return {
      naam: o.naam,
      diepte: 1,
      primitief,
      wijzigingen,
      verplicht: deel(primitief, 11 + 5 * (i % 4)),
      gerealiseerd: deel(primitief, 40 + 13 * (i % 5)),
      prognose: deel(primitief, 91 + 4 * (i % 6)),
    }
  })
  const som = (veld: Exclude<keyof Rij, 'naam' | 'diepte'>): number =>
    leden.reduce((s, rij) => s + rij[veld], 0)
  return [
    {
      naam: groep.naam,
      diepte: 0,
      primitief: som('primitief'),
      wijzigingen: som('wijzigingen'),
      verplicht: som('verplicht'),
      gerealiseerd: som('gerealiseerd'),
      prognose: som('prognose'),
    },
    ...leden,
  ]
})

const naWijziging = (rij: Rij): number => rij.primitief + rij.wijzigingen

const KOLOMMEN: readonly Kolom<Rij>[] = [
  { sleutel: 'naam', kop: 'Onderdeel', cel: (rij) => rij.naam, href: (rij) => `#${rij.naam.length}` },
  ...(
    [
      ['primitief', 'Primitief', (rij: Rij) => rij.primitief],
      ['wijzigingen', 'Wijzigingen', (rij: Rij) => rij.wijzigingen],
      ['na', 'Na wijziging', naWijziging],
      ['verplicht', 'Verplicht', (rij: Rij) => rij.verplicht],
      ['gerealiseerd', 'Gerealiseerd', (rij: Rij) => rij.gerealiseerd],
      ['vrij', 'Vrij', (rij: Rij) => naWijziging(rij) - rij.verplicht - rij.gerealiseerd],
      ['prognose', 'Prognose', (rij: Rij) => rij.prognose],
      ['verschil', 'Verwacht verschil', (rij: Rij) => naWijziging(rij) - rij.prognose],
    ] as const
  ).map(
    ([sleutel, kop, waarde]): Kolom<Rij> => ({
      sleutel,
      kop,
      soort: 'bedrag',
      nadruk: sleutel === 'na',
      cel: (rij) => euro(waarde(rij)),
      href: () => `#${sleutel}`,
    }),
  ),
]

const ONDERSTE = RIJEN.filter((rij) => rij.diepte === 0)

const Begroting = () => (
  <Tabel
    id="begroting"
    bijschrift="Begroting 2024 per onderdeel"
    bij="In euro. Elk bedrag leidt naar de boekingen waaruit het bestaat."
    breed
    kolommen={KOLOMMEN}
    rijen={RIJEN}
    diepte={(rij) => rij.diepte}
    toonRij={(rij) => (rij.diepte === 0 ? 'som' : naWijziging(rij) < rij.prognose ? 'anders' : undefined)}
    totaal={{
      kop: 'Programma',
      cellen: Object.fromEntries(
        KOLOMMEN.slice(1).map((kolom) => [
          kolom.sleutel,
          centen(ONDERSTE.reduce((som, rij) => som + Number(kolom.cel(rij)), 0)),
        ]),
      ),
      hrefs: { na: '#na' },
    }}
  />
)

/** Zoveel onderdelen zijn te veel voor een grafiek met woorden; als kolom in een tabel leest het wel. */
function Bulletlijst() {
  const rijen = RIJEN.filter((rij) => rij.diepte === 1).map((rij) => ({
    naam: rij.naam,
    begroot: euro(naWijziging(rij)),
    gerealiseerd: euro(rij.gerealiseerd),
    verplicht: euro(rij.verplicht),
    prognose: euro(rij.prognose),
  }))
  const maten = bulletMaten(rijen)
  const boven = rijen.filter((rij) => rij.prognose > rij.begroot).length
  return (
    <Sectie kop={`${boven} onderdelen komen boven de begroting uit`} onder="In euro, 2024.">
      <BulletSleutel />
      <Tabel
        bijschrift="Begroot, vastgelegd, uitgegeven en verwacht per onderdeel"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'naam', kop: 'Onderdeel', cel: (rij) => rij.naam, href: (rij) => `#${rij.naam.length}` },
          {
            sleutel: 'balk',
            kop: 'Beeld',
            cel: (rij) => <BulletBalk rij={rij} maten={maten} />,
            smalWeg: true,
          },
          { sleutel: 'begroot', kop: 'Begroot', soort: 'bedrag', cel: (rij) => rij.begroot },
          { sleutel: 'uit', kop: 'Uitgegeven', soort: 'bedrag', cel: (rij) => rij.gerealiseerd },
          { sleutel: 'vast', kop: 'Vastgelegd', soort: 'bedrag', cel: (rij) => rij.verplicht },
          { sleutel: 'prognose', kop: 'Verwacht', soort: 'bedrag', cel: (rij) => rij.prognose },
        ]}
        rijen={rijen}
        toonRij={(rij) => (rij.prognose > rij.begroot ? 'anders' : undefined)}
      />
    </Sectie>
  )
}

export const KIT_GELD: readonly KitDeel[] = [
  {
    naam: 'waterval',
    titel: 'Waterval',
    lead: 'Hoe een bedrag stap voor stap een ander bedrag werd.',
    Inhoud: Watervallen,
  },
  {
    naam: 'uitputting',
    titel: 'Uitputting',
    lead: 'Hoe het geld van een jaar opgaat.',
    Inhoud: Uitputtingen,
  },
  {
    naam: 'verloop-plan',
    titel: 'Verloop tegen het plan',
    lead: 'Wat een bron nog heeft, en wat zij volgens het plan zou hebben.',
    Inhoud: Planlijnen,
  },
  {
    naam: 'begrotingstabel',
    titel: 'Begrotingstabel',
    lead: 'Veel bedragen per rij, met sommen per groep.',
    Inhoud: Begroting,
  },
  {
    naam: 'bulletlijst',
    titel: 'Begroot en uitgegeven, als kolom',
    lead: 'Veel onderdelen onder elkaar, in één oogopslag.',
    Inhoud: Bulletlijst,
  },
]
