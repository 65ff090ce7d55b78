import {
  afronden,
  als,
  grootste,
  hoogstens,
  jaarNaarMaand,
  kleinste,
  maal,
  nul,
  of,
  parameter,
  perUurNaarWeek,
  som,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagAantal, vraagBedrag, vraagJaNee } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import * as l from '#regels/wet/bedragen-plaatselijk.ts'
import * as w from '#regels/wet/bedragen-wonen.ts'
import { artikel, BEGIN, EINDE, UITVOERINGSBESLUIT, WMO } from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'
import { bijdrageplichtig } from '#regels/wet/regels-inkomen.ts'

/** Beschermd wonen, zo ver als de bedragen bekend zijn, en het persoonsgebonden budget. */
const altijd = { vanaf: BEGIN, tot: EINDE }
const paar = vraagJaNee(i.PAAR)
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

export const WOONREGELS = [bwLaag, bwHoog, bwInkomen, bwBijdrage, pgb]
