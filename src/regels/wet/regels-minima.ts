import {
  aantal,
  afronden,
  als,
  bekend,
  en,
  grootste,
  hoogstens,
  keuzen,
  kleinste,
  maal,
  maandNaarJaar,
  maandNaarVierWeken,
  minstens,
  niet,
  nul,
  onder,
  parameter,
  som,
  tabel,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagAantal, vraagBedrag, vraagJaNee, vraagProcent } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import { NORM, ZONDER_VT } from '#regels/wet/bedragen-norm.ts'
import * as l from '#regels/wet/bedragen-plaatselijk.ts'
import {
  artikel,
  BEGIN,
  EINDE,
  jaarBegin,
  jaarEinde,
  MINIMABELEID,
  PARTICIPATIEWET,
} from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'
import { bijdrage4Weken, bijdragePerMaand } from '#regels/wet/regels-bijdrage.ts'

/** De bijstandsnorm, het minimabeleid van de gemeente en wat iemand dan zelf betaalt. */
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

export const normIncl = regel(
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
    bron: MINIMABELEID,
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
    bron: MINIMABELEID,
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
  { ...altijd, bron: MINIMABELEID, expr: hoogstens(vraagBedrag(i.NETTO), grens) },
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
    bron: MINIMABELEID,
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
    bron: MINIMABELEID,
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
    bron: MINIMABELEID,
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
    bron: MINIMABELEID,
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
    bron: MINIMABELEID,
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

export const MINIMAREGELS = [
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
]
