import {
  aantal,
  afronden,
  als,
  bekend,
  en,
  grootste,
  hoogstens,
  jaarNaarMaand,
  keuzen,
  kleinste,
  maal,
  maandNaarJaar,
  maandNaarVierWeken,
  minstens,
  niet,
  nul,
  of,
  onder,
  parameter,
  perUurNaarWeek,
  som,
  staffel,
  tabel,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagAantal, vraagBedrag, vraagJaNee, vraagProcent } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import * as bijdrage from '#regels/wet/bedragen-bijdrage.ts'
import { NORM, ZONDER_VT } from '#regels/wet/bedragen-norm.ts'
import * as l from '#regels/wet/bedragen-plaatselijk.ts'
import * as w from '#regels/wet/bedragen-wonen.ts'
import {
  artikel,
  BEGIN,
  EINDE,
  HARDENBERG,
  jaarBegin,
  jaarEinde,
  PARTICIPATIEWET,
  UITVOERINGSBESLUIT,
  VOORSTEL_36713,
  WMO,
  ZORGKOSTENREGELING,
} from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'
import {
  bijdrage4Weken,
  bijdragePerMaand,
  bijdrageplichtig,
  huishoudsoort,
} from '#regels/wet/regels-bijdrage.ts'

/** Norm en minimabeleid, beschermd wonen, pgb, en wat alleen een voorstel is of in een andere gemeente gold. */
const PW = (nummer: string, lid?: string) => artikel(PARTICIPATIEWET, nummer, lid)
const altijd = { vanaf: BEGIN, tot: EINDE }
const paar = vraagJaNee(i.PAAR)
const aow = vraagAantal(i.AOW)

const NORMSOORTEN = keuzen({
  alleen: 'alleenstaand',
  alleen_aow: 'alleenstaand, met AOW-leeftijd',
  gehuwd: 'paar, geen van beiden met AOW-leeftijd',
  gehuwd_aow: 'paar, minstens één met AOW-leeftijd',
})
const normsoort = regel(
  {
    id: 'normsoort',
    naam: 'Soort huishouden voor de bijstandsnorm',
    zin: 'uw huishouden voor de norm',
    namen: NORMSOORTEN.namen,
    uitleg: 'Voor de norm telt een paar al als AOW-paar wanneer één van beiden de AOW-leeftijd heeft.',
  },
  {
    ...altijd,
    bron: PW('22'),
    expr: als(
      paar,
      als(minstens(aow, aantal(1)), NORMSOORTEN.van('gehuwd_aow'), NORMSOORTEN.van('gehuwd')),
      als(minstens(aow, aantal(1)), NORMSOORTEN.van('alleen_aow'), NORMSOORTEN.van('alleen')),
    ),
  },
)

const normIncl = regel(
  {
    id: 'bijstandsnorm_incl_vakantietoeslag',
    naam: 'Bijstandsnorm met vakantietoeslag',
    zin: 'de norm met vakantietoeslag',
    uitleg: 'Het bedrag per maand waarvan de wet zegt dat een huishouden het minstens nodig heeft.',
  },
  {
    ...altijd,
    bron: PW('21'),
    expr: tabel(normsoort, 'per maand', {
      alleen: parameter(NORM.alleen.incl),
      alleen_aow: parameter(NORM.alleen_aow.incl),
      gehuwd: parameter(NORM.gehuwd.incl),
      gehuwd_aow: parameter(NORM.gehuwd_aow.incl),
    }),
  },
)

const zonderVakantietoeslag = regel(
  {
    id: 'norm_excl_vakantietoeslag',
    naam: 'Norm zonder vakantietoeslag, uit een gegeven norm',
    zin: 'de norm zonder vakantietoeslag',
    uitleg: 'De norm met vakantietoeslag, min de vakantietoeslag van 5%.',
  },
  { ...altijd, bron: PW('19', '3'), expr: afronden(maal(vraagBedrag(i.NORM_INCL), parameter(ZONDER_VT))) },
)

const berekendExcl = afronden(maal(normIncl, parameter(ZONDER_VT)))
const normExcl = regel(
  {
    id: 'bijstandsnorm_excl_vakantietoeslag',
    naam: 'Bijstandsnorm zonder vakantietoeslag',
    zin: 'de norm zonder vakantietoeslag',
    uitleg: 'Het gepubliceerde bedrag; waar dat ontbreekt, 95% van de norm met vakantietoeslag.',
  },
  {
    ...altijd,
    bron: PW('19', '3'),
    expr: tabel(normsoort, 'per maand', {
      alleen: bekend(NORM.alleen.excl, berekendExcl),
      alleen_aow: bekend(NORM.alleen_aow.excl, berekendExcl),
      gehuwd: bekend(NORM.gehuwd.excl, berekendExcl),
      gehuwd_aow: bekend(NORM.gehuwd_aow.excl, berekendExcl),
    }),
  },
)

const inkomensgrens = regel(
  {
    id: 'inkomensgrens',
    naam: 'Inkomensgrens als percentage van een norm',
    zin: 'de inkomensgrens',
    uitleg: 'De norm maal het percentage, op centen afgerond.',
  },
  {
    ...altijd,
    bron: { naam: 'gemeentelijk minimabeleid' },
    expr: afronden(maal(vraagBedrag(i.NORM), vraagProcent(i.PERCENTAGE))),
  },
)

const grensUitNorm = afronden(maal(normExcl, parameter(l.GRENS_DEEL)))
const grens = regel(
  {
    id: 'grens_130_midden_drenthe',
    naam: 'Inkomensgrens van het minimabeleid',
    zin: 'de grens van de gemeente',
    uitleg:
      'Midden-Drenthe rekent met 130% van de norm zonder vakantietoeslag. Een gepubliceerde tabel gaat voor.',
  },
  {
    ...altijd,
    bron: ZORGKOSTENREGELING,
    expr: als(
      vraagJaNee(i.INRICHTING),
      parameter(l.GRENS.inrichting),
      tabel(normsoort, 'per maand', {
        alleen: bekend(l.GRENS.alleen, grensUitNorm),
        alleen_aow: bekend(l.GRENS.alleen_aow, grensUitNorm),
        gehuwd: bekend(l.GRENS.gehuwd, grensUitNorm),
        gehuwd_aow: bekend(l.GRENS.gehuwd_aow, grensUitNorm),
      }),
    ),
  },
)

const minima = regel(
  {
    id: 'onder_grens_minimabeleid',
    naam: 'Inkomen onder de grens van de gemeente',
    zin: 'uw netto inkomen is niet hoger dan de grens van de gemeente',
    zinNiet: 'uw netto inkomen is hoger dan de grens van de gemeente',
    uitleg: 'Wie precies op de grens zit, hoort er nog bij.',
  },
  { ...altijd, bron: ZORGKOSTENREGELING, expr: hoogstens(vraagBedrag(i.NETTO), grens) },
)

const hoogsteVergoeding = als(paar, parameter(l.REGELING_MAAND.paar), parameter(l.REGELING_MAAND.een))
const czm = vraagJaNee(i.CZM)
const vergoeding = regel(
  {
    id: 'vergoeding_per_maand',
    naam: 'Vergoeding van de eigen bijdrage per maand',
    zin: 'de vergoeding',
    uitleg:
      'De collectieve zorgverzekering (CZM) vergoedt alles. Zonder CZM vergoedt de Zorgkostenregeling een deel.',
  },
  {
    vanaf: jaarBegin(2020),
    tot: EINDE,
    bron: ZORGKOSTENREGELING,
    expr: als(
      minima,
      als(czm, bijdragePerMaand, kleinste(bijdragePerMaand, hoogsteVergoeding)),
      nul('per maand'),
    ),
  },
)
const vergoeding4Weken = regel(
  {
    id: 'vergoeding_4_weken',
    naam: 'Vergoeding van de eigen bijdrage per 4 weken',
    zin: 'de vergoeding',
    uitleg: 'Als de vergoeding per maand, omgerekend naar perioden van 4 weken.',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2019),
    bron: ZORGKOSTENREGELING,
    expr: als(
      minima,
      als(czm, bijdrage4Weken, kleinste(bijdrage4Weken, maandNaarVierWeken(hoogsteVergoeding))),
      nul('per 4 weken'),
    ),
  },
)
const netto = regel(
  {
    id: 'netto_bijdrage_per_maand',
    naam: 'Wat u zelf betaalt per maand',
    zin: 'wat u zelf betaalt',
    uitleg: 'De eigen bijdrage min de vergoeding.',
  },
  {
    vanaf: jaarBegin(2020),
    tot: EINDE,
    bron: ZORGKOSTENREGELING,
    expr: verschil(bijdragePerMaand, vergoeding),
  },
)
const netto4Weken = regel(
  {
    id: 'netto_bijdrage_4_weken',
    naam: 'Wat u zelf betaalt per 4 weken',
    zin: 'wat u zelf betaalt',
    uitleg: 'De eigen bijdrage min de vergoeding.',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2019),
    bron: ZORGKOSTENREGELING,
    expr: verschil(bijdrage4Weken, vergoeding4Weken),
  },
)
const factuur = regel(
  {
    id: 'factuurbedrag_4_weken',
    naam: 'Bedrag op de rekening per 4 weken',
    zin: 'het bedrag op de rekening',
    uitleg: 'De eigen bijdrage, één keer afgerond op centen.',
    status: 'te bevestigen',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2019),
    bron: { naam: 'CAK; de regel voor afronden is niet gezien' },
    expr: afronden(bijdrage4Weken),
  },
)

const risico = grootste(verschil(vraagBedrag(i.EIGEN_RISICO), parameter(l.RISICO_VANAF)), nul('per jaar'))
const zorgkosten = vraagBedrag(i.ZORGKOSTEN)
const regelingJaar = regel(
  {
    id: 'zorgkostenregeling_per_jaar',
    naam: 'Vergoeding uit de Zorgkostenregeling per jaar',
    zin: 'de vergoeding per jaar',
    uitleg: 'Voor wie onder de grens zit, 18 jaar of ouder is en geen CZM heeft.',
  },
  {
    vanaf: jaarBegin(2023),
    tot: jaarEinde(2023),
    bron: ZORGKOSTENREGELING,
    expr: als(
      en(minima, niet(czm), minstens(vraagAantal(i.LEEFTIJD), parameter(l.VOLWASSEN))),
      som(
        maandNaarJaar(vergoeding),
        kleinste(risico, parameter(l.RISICO_HOOGSTE)),
        als(
          onder(zorgkosten, parameter(l.KOSTEN_MINST)),
          nul('per jaar'),
          kleinste(zorgkosten, parameter(l.KOSTEN_HOOGSTE)),
        ),
        kleinste(vraagBedrag(i.PARKEERKAART), parameter(l.KAART_HOOGSTE)),
      ),
      nul('per jaar'),
    ),
  },
)

const UB = (nummer: string, lid?: string) => artikel(UITVOERINGSBESLUIT, nummer, lid)
const bwLaag = regel(
  {
    id: 'beschermd_wonen_lage_bijdrage_per_maand',
    naam: 'Beschermd wonen: lage bijdrage per maand',
    zin: 'de lage bijdrage',
    uitleg: 'Een deel van het inkomen, met een laagste en een hoogste bedrag.',
  },
  {
    ...altijd,
    bron: UB('3.12', '1'),
    expr: kleinste(
      grootste(jaarNaarMaand(maal(bijdrageplichtig, parameter(w.BW_DEEL))), parameter(w.BW_LAAGSTE)),
      parameter(w.BW_MEESTE),
    ),
  },
)
const bwHoog = regel(
  {
    id: 'beschermd_wonen_hoge_bijdrage_per_maand',
    naam: 'Beschermd wonen: hoge bijdrage per maand',
    zin: 'de hoge bijdrage',
    uitleg: 'Het inkomen gedeeld door 12, tot een hoogste bedrag.',
  },
  {
    ...altijd,
    bron: UB('3.11', '2'),
    expr: kleinste(jaarNaarMaand(bijdrageplichtig), parameter(w.BW_HOOGSTE)),
  },
)
const bwInkomen = regel(
  {
    id: 'beschermd_wonen_inkomen_hoog',
    naam: 'Beschermd wonen: inkomen voor de hoge bijdrage',
    zin: 'het inkomen voor de hoge bijdrage',
    uitleg: 'Het inkomen na belasting, zak- en kleedgeld en zorgpremie, met een deel van het vermogen.',
  },
  {
    ...altijd,
    bron: UB('3.13'),
    expr: grootste(
      verschil(
        bijdrageplichtig,
        som(
          vraagBedrag(i.BELASTING),
          maal(vraagBedrag(i.ARBEIDSINKOMEN), parameter(w.BW_ARBEID)),
          als(paar, parameter(w.ZAKGELD.paar), parameter(w.ZAKGELD.een)),
          vraagBedrag(i.ZORGPREMIE),
        ),
      ),
      nul('per jaar'),
    ),
  },
)
const bwBijdrage = regel(
  {
    id: 'beschermd_wonen_bijdrage_per_maand',
    naam: 'Beschermd wonen: bijdrage per maand',
    zin: 'uw bijdrage voor beschermd wonen',
    uitleg:
      'De eerste maanden geldt de lage bijdrage, en daarna de hoge, tenzij er thuis een partner of kind is.',
  },
  {
    ...altijd,
    bron: UB('3.12', '1'),
    expr: als(
      of(vraagJaNee(i.KIND_OF_PARTNER_THUIS), hoogstens(vraagAantal(i.MAAND_IN_BW), parameter(w.BW_MAANDEN))),
      bwLaag,
      bwHoog,
    ),
  },
)

const pgb = regel(
  {
    id: 'pgb_per_week',
    naam: 'Persoonsgebonden budget per week',
    zin: 'uw budget per week',
    uitleg: 'De uren maal het tarief van de gemeente, maar niet meer dan wat dezelfde hulp de gemeente kost.',
    status: 'te bevestigen',
  },
  {
    ...altijd,
    bron: artikel(WMO, '2.1.3', '2'),
    expr: afronden(
      kleinste(perUurNaarWeek(parameter(l.PGB_TARIEF), vraagAantal(i.UREN)), vraagBedrag(i.NATURA)),
    ),
  },
)

const soortTreden = (soort: keyof typeof l.STAFFEL) => {
  const [b1, b2, b3, b4] = l.STAFFEL_BEDRAG.map((een) => parameter(een))
  const [t1, t2, t3] = l.STAFFEL[soort]
  if (b1 === undefined || b2 === undefined || b3 === undefined || b4 === undefined)
    throw new Error('vier treden')
  const inkomen = vraagBedrag(i.JAARINKOMEN)
  return staffel(
    inkomen,
    [
      { totEnMet: parameter(t1), dan: b1 },
      { totEnMet: parameter(t2), dan: b2 },
      { totEnMet: parameter(t3), dan: b3 },
    ],
    b4,
  )
}
const staffelHardenberg = regel(
  {
    id: 'staffel_algemene_voorziening_per_maand',
    naam: 'Bijdrage voor een algemene voorziening in treden (Hardenberg, 2018)',
    zin: 'de bijdrage van uw trede',
    uitleg: 'Voor een algemene voorziening mag een gemeente een eigen tarief kiezen.',
  },
  {
    vanaf: jaarBegin(2018),
    tot: jaarEinde(2018),
    bron: HARDENBERG,
    expr: tabel(huishoudsoort, 'per maand', {
      alleen: soortTreden('alleen'),
      alleen_aow: soortTreden('alleen_aow'),
      paar: soortTreden('paar'),
      paar_aow: soortTreden('paar_aow'),
    }),
  },
)

const in2027 = { vanaf: jaarBegin(2027), tot: jaarEinde(2027), bron: VOORSTEL_36713 }
const ivbDrempel = als(paar, parameter(bijdrage.IVB_DREMPEL.meer), parameter(bijdrage.IVB_DREMPEL.een))
const ivb = regel(
  {
    id: 'ivb_per_maand',
    naam: 'Bijdrage naar inkomen en vermogen (voorstel)',
    zin: 'de bijdrage in het voorstel',
    uitleg: 'Zo zou de bijdrage worden als het wetsvoorstel wet wordt. Het is geen geldend recht.',
    status: 'voorstel',
  },
  {
    ...in2027,
    expr: kleinste(
      som(
        parameter(bijdrage.IVB_LAAGSTE),
        jaarNaarMaand(
          maal(
            grootste(verschil(bijdrageplichtig, ivbDrempel), nul('per jaar')),
            parameter(bijdrage.IVB_DEEL),
          ),
        ),
      ),
      parameter(bijdrage.IVB_HOOGSTE),
    ),
  },
)
const ivbToename = regel(
  {
    id: 'ivb_per_maand_toename',
    naam: 'Hoeveel de bijdrage in het voorstel stijgt',
    zin: 'de stijging van de bijdrage',
    uitleg: 'Tussen de drempel en het maximum stijgt de bijdrage met een deel van het extra inkomen.',
    status: 'voorstel',
  },
  { ...in2027, expr: maal(vraagBedrag(i.EXTRA_INKOMEN), parameter(bijdrage.IVB_DEEL)) },
)
const plan2022 = regel(
  {
    id: 'plan_2022_per_maand',
    naam: 'Bijdrage volgens het plan van 2022',
    zin: 'de bijdrage in het plan van 2022',
    uitleg: 'Dit plan is niet doorgegaan. Het staat hier om te kunnen vergelijken.',
    status: 'voorstel',
  },
  {
    vanaf: jaarBegin(2023),
    tot: EINDE,
    bron: { naam: 'gemeente.nu, november 2022' },
    expr: kleinste(
      som(
        parameter(bijdrage.ABONNEMENT),
        maal(
          grootste(
            verschil(jaarNaarMaand(bijdrageplichtig), maal(normIncl, parameter(bijdrage.PLAN_GRENS))),
            nul('per maand'),
          ),
          parameter(bijdrage.PLAN_DEEL),
        ),
      ),
      parameter(bijdrage.PLAN_HOOGSTE),
    ),
  },
)

export const OVERIGE_REGELS = [
  normsoort,
  normIncl,
  zonderVakantietoeslag,
  normExcl,
  inkomensgrens,
  grens,
  minima,
  vergoeding,
  vergoeding4Weken,
  netto,
  netto4Weken,
  factuur,
  regelingJaar,
  bwLaag,
  bwHoog,
  bwInkomen,
  bwBijdrage,
  pgb,
  staffelHardenberg,
  ivb,
  ivbToename,
  plan2022,
]
