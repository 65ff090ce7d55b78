import {
  aantal,
  als,
  gelijk,
  grootste,
  keuzen,
  kleinste,
  maal,
  minstens,
  nul,
  onder,
  parameter,
  som,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagAantal, vraagBedrag, vraagJaNee } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import * as p from '#regels/wet/bedragen-bijdrage.ts'
import { artikel, BEGIN, EINDE, jaarBegin, jaarEinde, UITVOERINGSBESLUIT } from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'

/** Wie een huishouden is, en met welk inkomen gerekend wordt. */
const UB = (nummer: string, lid?: string) => artikel(UITVOERINGSBESLUIT, nummer, lid)
const altijd = { vanaf: BEGIN, tot: jaarEinde(2027) }

export const HUISHOUDSOORTEN = keuzen({
  alleen: 'alleenstaand, onder de AOW-leeftijd',
  alleen_aow: 'alleenstaand, met AOW-leeftijd',
  paar: 'paar, niet beiden met AOW-leeftijd',
  paar_aow: 'paar, beiden met AOW-leeftijd',
})
const paar = vraagJaNee(i.PAAR)
const aow = vraagAantal(i.AOW)

export const huishoudsoort = regel(
  {
    id: 'huishoudsoort',
    naam: 'Soort huishouden',
    zin: 'uw huishouden',
    namen: HUISHOUDSOORTEN.namen,
    uitleg: 'De wet kijkt naar u en uw partner, en naar wie de AOW-leeftijd heeft.',
  },
  {
    ...altijd,
    bron: UB('3.8', '1'),
    expr: als(
      paar,
      als(gelijk(aow, aantal(2)), HUISHOUDSOORTEN.van('paar_aow'), HUISHOUDSOORTEN.van('paar')),
      als(minstens(aow, aantal(1)), HUISHOUDSOORTEN.van('alleen_aow'), HUISHOUDSOORTEN.van('alleen')),
    ),
  },
)

const vermogen = vraagBedrag(i.VERMOGEN)
const inkomen = vraagBedrag(i.INKOMEN)
export const vermogensaftrek = regel(
  {
    id: 'vermogensaftrek_aow',
    naam: 'Aftrek voor AOW en vermogen (2018)',
    zin: 'de aftrek van 2018',
    uitleg: 'Wie in 2018 AOW en een laag inkomen had, mocht een deel van het vermogen aftrekken.',
  },
  {
    vanaf: jaarBegin(2018),
    tot: jaarEinde(2018),
    bron: UB('3.9a'),
    expr: als(
      gelijk(vraagAantal(i.AOW_AFTREK), aantal(0)),
      nul('per jaar'),
      als(
        onder(verschil(inkomen, maal(vermogen, parameter(p.AFTREK_TOETS))), parameter(p.AFTREK_GRENS)),
        kleinste(
          maal(vermogen, parameter(p.AFTREK_DEEL)),
          maal(parameter(p.AFTREK_HOOGSTE), vraagAantal(i.AOW_AFTREK)),
        ),
        nul('per jaar'),
      ),
    ),
  },
)

const inkomenMetVermogen = som(inkomen, maal(vermogen, parameter(p.BIJTELLING)))
export const bijdrageplichtig = regel(
  {
    id: 'bijdrageplichtig_inkomen',
    naam: 'Inkomen waarmee gerekend wordt',
    zin: 'het inkomen waarmee gerekend wordt',
    uitleg: 'Uw inkomen van twee jaar geleden, met een deel van uw vermogen erbij.',
  },
  { vanaf: BEGIN, tot: jaarEinde(2017), bron: UB('3.9', '1'), expr: inkomenMetVermogen },
  {
    vanaf: jaarBegin(2018),
    tot: jaarEinde(2018),
    bron: UB('3.9', '1'),
    expr: grootste(verschil(inkomenMetVermogen, vermogensaftrek), nul('per jaar')),
  },
  { vanaf: jaarBegin(2019), tot: EINDE, bron: UB('3.2a', '4'), expr: inkomenMetVermogen },
)

export const verlegging = regel(
  {
    id: 'peiljaarverlegging',
    naam: 'Rekenen met het inkomen van dit jaar',
    zin: 'u mag vragen om met uw inkomen van dit jaar te rekenen',
    zinNiet: 'uw inkomen is niet genoeg gedaald om met dit jaar te rekenen',
    uitleg: 'Is uw inkomen veel lager dan twee jaar geleden? Dan kan het CAK met dit jaar rekenen.',
  },
  {
    vanaf: BEGIN,
    tot: EINDE,
    bron: UB('3.9', '2'),
    expr: minstens(verschil(inkomen, vraagBedrag(i.INKOMEN_NU)), parameter(p.VERLEGGING)),
  },
)

export const INKOMENREGELS = [huishoudsoort, vermogensaftrek, bijdrageplichtig, verlegging]
