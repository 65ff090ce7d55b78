import { toonDatum } from '#basis/datum.ts'
import { lijnenVan } from '#regels/beleid/curvelezen.ts'
import { kolommenVan, kostenrijen } from '#regels/beleid/kostenrijen.ts'
import { NIET_MEEGENOMEN, REKENWIJZE } from '#regels/beleid/rekenwijze.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { ruwVan, zoekVan } from '#regels/beleid/vraag.ts'
import { antwoord } from '#regels/beleid/zinnen.ts'
import { AANNAMELIJST, AANNAMENAMEN } from '#regels/bevolking/marginalen.ts'
import type { Bladcel, Bladplek, Regelsblad, Regelsboek } from '#regels/poorten.ts'
import { GROEPASLIJST, type Groepuitkomst } from '#regels/simulatie/telling.ts'
import { HUISHOUDTYPEN } from '#regels/simulatie/typen.ts'

/** De vergelijking als werkboek: alles op de cent, met de sommen als formules. */
export function boekVan(vergelijking: Vergelijking): Regelsboek {
  return {
    titel: 'Beleidsvarianten',
    leeswijzer: leeswijzer(vergelijking),
    bladen: [
      kostenblad(vergelijking),
      bandenblad(vergelijking),
      groepenblad(vergelijking),
      typenblad(vergelijking),
      curveblad(vergelijking),
      gevoeligblad(vergelijking),
      aannamenblad(vergelijking),
      passingsblad(vergelijking),
    ],
  }
}

const tekst = (kop: string, breedteMm = 60) => ({ kop, soort: 'tekst' as const, breedteMm })
const bedrag = (kop: string) => ({ kop, soort: 'bedrag' as const, breedteMm: 38 })
const getal = (kop: string) => ({ kop, soort: 'getal' as const, breedteMm: 26 })

function leeswijzer(vergelijking: Vergelijking): [string, string][] {
  const { simulatie, gemeente, bevolking, vraag } = vergelijking
  return [
    ['Synthetisch', 'Alle huishoudens zijn nagemaakt. Geen enkel getal gaat over een bestaand mens.'],
    ['Gemeente', gemeente.naam],
    ['Regels van', toonDatum(simulatie.datum)],
    ['Bevolking', `${bevolking.naam}, stand ${toonDatum(bevolking.peildatum)}; ${bevolking.herkomst.bron}`],
    ['Nagemaakt', `${simulatie.reeksen} keer ${simulatie.huishoudens} huishoudens`],
    ['Zelfde vergelijking', `/beleidsvarianten/uitkomst?${zoekVan(ruwVan(vraag))}`],
    ['Antwoord', antwoord(vergelijking)],
    ...simulatie.doorgetrokken.map((een): [string, string] => [
      'Doorgetrokken',
      `${een.naam}: het bedrag tot en met ${toonDatum(een.tot)} (${een.bron})`,
    ]),
    ...REKENWIJZE.map((zin): [string, string] => ['Rekenwijze', zin]),
    ...NIET_MEEGENOMEN.map((zin): [string, string] => ['Niet meegenomen', zin]),
    ['Lege cel', 'Een groep van minder dan tien, of een groep waaruit die te vinden is.'],
  ]
}

/** Het saldo en het verschil met nu zijn formules: wie een laag verandert, ziet wat dat doet. */
function kostenblad({ simulatie }: Vergelijking): Regelsblad {
  const kolommen = kolommenVan(simulatie)
  const lagen = kostenrijen(simulatie)
  const som = lagen.length
  const plekken = (k: number, eraf: boolean): Bladplek[] =>
    lagen.flatMap(({ laag, banden }, r) =>
      (laag === 'bijdrage') === eraf && banden[k] !== undefined ? [[r, k + 2] as const] : [],
    )
  const saldo = kolommen.map(
    ({ kosten }, k): Bladcel => ({
      erbij: plekken(k, false),
      eraf: plekken(k, true),
      waarde: kosten.saldo.midden,
    }),
  )
  const verschil = kolommen.map(
    ({ kosten }, k): Bladcel => ({
      erbij: [[som, k + 2]],
      eraf: [[som, 2]],
      waarde: kosten.verschil.midden,
    }),
  )
  return {
    titel: 'Kosten',
    kolommen: [
      tekst('Per jaar', 90),
      tekst('Wie betaalt', 60),
      ...kolommen.map(({ variant }) => bedrag(variant.naam)),
    ],
    rijen: [
      ...lagen.map(({ naam, betaler, banden }): Bladcel[] => [
        naam,
        betaler,
        ...banden.map((band) => band?.midden ?? null),
      ]),
      ['De gemeente per saldo kwijt', 'gemeente', ...saldo],
      ['Verschil met nu', 'gemeente', ...verschil],
    ],
    somrijen: [som, som + 1],
  }
}

function bandenblad({ simulatie }: Vergelijking): Regelsblad {
  const rijen = simulatie.varianten.flatMap(({ variant, kosten, gedrag }): Bladcel[][] => [
    ...kosten.lagen.map(({ naam, verschil }): Bladcel[] => [
      variant.naam,
      `verschil: ${naam}`,
      verschil.midden,
      verschil.laag,
      verschil.hoog,
    ]),
    [
      variant.naam,
      'verschil: saldo van de gemeente',
      kosten.verschil.midden,
      kosten.verschil.laag,
      kosten.verschil.hoog,
    ],
    ...gedrag.map(({ naam, perDuizend, verschil }): Bladcel[] => [
      variant.naam,
      `saldo met gedrag ${naam} (${String(perDuizend).replace('.', ',')} per 1.000 bij € 10 per maand)`,
      verschil,
      null,
      null,
    ]),
  ])
  return {
    titel: 'Banden en gedrag',
    kolommen: [
      tekst('Variant'),
      tekst('Wat, per jaar', 100),
      bedrag('Midden'),
      bedrag('5 van de 100 lager'),
      bedrag('5 van de 100 hoger'),
    ],
    rijen,
  }
}

const groepcijfers = (rij: Groepuitkomst): Bladcel[] => [
  rij.aantal,
  rij.vooruit,
  rij.gelijk,
  rij.achteruit,
  rij.gemiddeld,
  rij.p5,
  rij.p95,
  rij.grootsteVerlies,
  rij.deelMerkbaar === null ? null : Math.round(rij.deelMerkbaar * 1000) / 10,
]

function groepenblad({ simulatie }: Vergelijking): Regelsblad {
  const alle = 'alle'
  return {
    titel: 'Wie meer en wie minder',
    kolommen: [
      tekst('Variant'),
      ...(['Inkomen', 'Huishouden', 'AOW', 'CZM'] as const).map((kop) => tekst(kop, 45)),
      getal('Aantal'),
      getal('Betaalt minder'),
      getal('Gelijk'),
      getal('Betaalt meer'),
      bedrag('Gemiddeld per maand'),
      bedrag('5e percentiel'),
      bedrag('95e percentiel'),
      bedrag('Grootste verlies'),
      getal('% meer dan € 10 erbij'),
    ],
    rijen: simulatie.varianten.flatMap(({ variant, groepen }) =>
      [groepen.totaal, ...groepen.perAs.flatMap(({ rijen }) => rijen), ...groepen.vakken].map(
        (rij): Bladcel[] => [
          variant.naam,
          ...GROEPASLIJST.map((as) => rij.groep[as] ?? alle),
          ...groepcijfers(rij),
        ],
      ),
    ),
  }
}

function typenblad({ curven }: Vergelijking): Regelsblad {
  const { varianten } = curven.metCzm
  return {
    titel: 'Elf huishoudens',
    kolommen: [
      tekst('Huishouden', 80),
      getal('% van de norm'),
      tekst('CZM', 20),
      bedrag('Netto per maand'),
      ...varianten.map(({ naam }) => bedrag(`Betaalt zelf: ${naam}`)),
    ],
    rijen: curven.metCzm.tabel.map(({ type, procent, czm, netto, betaalt }): Bladcel[] => [
      typenaam(type),
      procent,
      czm ? 'ja' : 'nee',
      netto,
      ...betaalt,
    ]),
  }
}

const typenaam = (id: string): string => HUISHOUDTYPEN.find((een) => een.id === id)?.naam ?? id

function curveblad(vergelijking: Vergelijking): Regelsblad {
  const rijen = HUISHOUDTYPEN.flatMap(({ id, naam }) =>
    [true, false].flatMap((czm) =>
      lijnenVan(vergelijking, { type: id, czm }).flatMap(({ naam: variant, curve }) =>
        curve.kliffen.map((klif): Bladcel[] => [
          naam,
          czm ? 'ja' : 'nee',
          variant,
          klif.netto,
          klif.bruto,
          klif.sprong,
          klif.oorzaak,
        ]),
      ),
    ),
  )
  return {
    titel: 'Kliffen',
    kolommen: [
      tekst('Huishouden', 80),
      tekst('CZM', 20),
      tekst('Variant'),
      bedrag('Netto per maand'),
      bedrag('Bruto per jaar'),
      bedrag('Eén cent meer kost per maand'),
      tekst('Oorzaak', 90),
    ],
    rijen,
  }
}

function gevoeligblad({ gevoeligheid, simulatie }: Vergelijking): Regelsblad {
  const naam = (id: string) => simulatie.varianten.find((een) => een.variant.id === id)?.variant.naam ?? id
  return {
    titel: 'Gevoeligheid',
    kolommen: [
      tekst('Variant'),
      tekst('Aanname', 90),
      getal('Laagste waarde'),
      bedrag('Verschil met nu'),
      getal('Hoogste waarde'),
      bedrag('Verschil met nu'),
      bedrag('Scheelt'),
    ],
    rijen: gevoeligheid.flatMap(({ variant, rijen }) =>
      rijen.map((rij): Bladcel[] => [
        naam(variant),
        rij.naam,
        rij.laag.waarde,
        rij.laag.verschil,
        rij.hoog.waarde,
        rij.hoog.verschil,
        rij.spreiding,
      ]),
    ),
  }
}

const aannamenblad = ({ bevolking }: Vergelijking): Regelsblad => ({
  titel: 'Aannamen',
  kolommen: [tekst('Aanname', 90), getal('Waarde'), getal('Laagst'), getal('Hoogst'), tekst('Waarom', 150)],
  rijen: AANNAMELIJST.map((naam) => {
    const { waarde, laag, hoog, waarom } = bevolking.aannamen[naam]
    return [AANNAMENAMEN[naam], waarde, laag, hoog, waarom]
  }),
})

const passingsblad = ({ passing }: Vergelijking): Regelsblad => ({
  titel: 'Hoe goed het lijkt',
  kolommen: [
    tekst('Telling', 90),
    tekst('Gebruikt als', 30),
    getal('Afwijking (SRMSE)'),
    tekst('Grootste verschil', 40),
    getal('Geteld'),
    getal('Gemaakt'),
    tekst('Bron', 120),
  ],
  rijen: passing.rijen.map(({ naam, rol, srmse, ergste, herkomst }) => [
    naam,
    rol,
    Math.round(srmse * 10_000) / 10_000,
    ergste.sleutel,
    ergste.doel,
    ergste.gemaakt,
    `${herkomst.soort}: ${herkomst.bron}`,
  ]),
})
