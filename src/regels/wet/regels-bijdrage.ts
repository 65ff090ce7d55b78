import { datum } from '#basis/datum.ts'
import {
  aantal,
  als,
  bekend,
  boven,
  en,
  grootste,
  hoogstens,
  isSoort,
  jaarNaarVierWeken,
  kleinste,
  maal,
  niet,
  nul,
  of,
  onder,
  parameter,
  som,
  tabel,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagAantal, vraagBedrag, vraagJaNee, vraagKeuze } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import * as p from '#regels/wet/bedragen-bijdrage.ts'
import { artikel, BEGIN, EINDE, jaarBegin, jaarEinde, UITVOERINGSBESLUIT, WMO } from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'

import { bijdrageplichtig, type HUISHOUDSOORTEN, huishoudsoort } from '#regels/wet/regels-inkomen.ts'

/** De eigen bijdrage voor maatwerk, van 2015 tot nu. */
const UB = (nummer: string, lid?: string) => artikel(UITVOERINGSBESLUIT, nummer, lid)

const hulp = vraagKeuze<i.Voorziening>(i.VOORZIENING)
const minderjarig = onder(vraagAantal(i.LEEFTIJD), parameter(p.VOLJARIG))
const altijdVrij = of(
  vraagJaNee(i.ROLSTOEL),
  isSoort(hulp, 'rolstoel'),
  en(minderjarig, niet(isSoort(hulp, 'woningaanpassing'))),
  vraagJaNee(i.ANDERE_BIJDRAGE),
  vraagJaNee(i.OPVANG),
  vraagJaNee(i.KINDERBESCHERMING),
)
const metDraagkracht = of(altijdVrij, vraagJaNee(i.ONVOLDOENDE_DRAAGKRACHT))
export const vrijgesteld = regel(
  {
    id: 'vrijgesteld',
    naam: 'Vrijstelling',
    zin: 'u hoeft geen eigen bijdrage te betalen',
    zinNiet: 'er is geen vrijstelling die voor u geldt',
    uitleg: 'In deze gevallen vraagt de wet geen eigen bijdrage.',
  },
  { vanaf: BEGIN, tot: jaarEinde(2017), bron: UB('3.8', '4'), expr: altijdVrij },
  { vanaf: jaarBegin(2018), tot: EINDE, bron: UB('3.8', '3'), expr: metDraagkracht },
)

const perSoort = <T>(maak: (soort: (typeof HUISHOUDSOORTEN)['sleutels'][number]) => T) => ({
  alleen: maak('alleen'),
  alleen_aow: maak('alleen_aow'),
  paar: maak('paar'),
  paar_aow: maak('paar_aow'),
})

const basisbedrag = tabel(
  huishoudsoort,
  'per 4 weken',
  perSoort((soort) => parameter(p.BASISBEDRAG[soort])),
)
const drempel = tabel(
  huishoudsoort,
  'per jaar',
  perSoort((soort) => parameter(p.DREMPEL[soort])),
)

export const bovenDrempel = regel(
  {
    id: 'inkomen_boven_drempel',
    naam: 'Inkomen boven de drempel',
    zin: 'uw inkomen boven de drempel',
    uitleg: 'Alleen het inkomen boven de drempel telt mee.',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2018),
    bron: UB('3.8', '1'),
    expr: grootste(verschil(bijdrageplichtig, drempel), nul('per jaar')),
  },
)

export const hoogsteBijdrage = regel(
  {
    id: 'maximale_bijdrage_4_weken',
    naam: 'Hoogste bijdrage per 4 weken',
    zin: 'de hoogste bijdrage voor u',
    uitleg: 'Tot en met 2018 hing dit af van het inkomen. In 2019 was het voor iedereen gelijk.',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2018),
    bron: UB('3.8', '1'),
    expr: som(basisbedrag, jaarNaarVierWeken(maal(bovenDrempel, parameter(p.MARGINAAL)))),
  },
  {
    vanaf: jaarBegin(2019),
    tot: jaarEinde(2019),
    bron: UB('3.8', '4'),
    expr: als(isSoort(huishoudsoort, 'paar'), nul('per 4 weken'), parameter(p.VAST_4_WEKEN)),
  },
)

export const bijdrage4Weken = regel(
  {
    id: 'eigen_bijdrage_4_weken',
    naam: 'Eigen bijdrage per 4 weken',
    zin: 'uw eigen bijdrage',
    uitleg: 'U betaalt nooit meer dan uw hulp kost.',
  },
  {
    vanaf: BEGIN,
    tot: jaarEinde(2019),
    bron: artikel(WMO, '2.1.4', '3'),
    expr: als(vrijgesteld, nul('per 4 weken'), kleinste(hoogsteBijdrage, vraagBedrag(i.KOSTEN_4_WEKEN))),
  },
)

const nihil = (soort: 'alleen' | 'alleen_aow' | 'paar_aow') =>
  en(
    isSoort(huishoudsoort, soort),
    onder(nul('per jaar'), bekend(p.NIHILGRENS[soort], nul('per jaar'))),
    hoogstens(bijdrageplichtig, bekend(p.NIHILGRENS[soort], nul('per jaar'))),
  )
export const nihilDoorGemeente = regel(
  {
    id: 'nihil_door_gemeente',
    naam: 'Geen bijdrage door een grens van de gemeente',
    zin: 'uw inkomen is niet hoger dan de grens van de gemeente',
    zinNiet: 'er is geen grens van de gemeente waar uw inkomen onder blijft',
    uitleg: 'Vanaf 2019 mag de raad een inkomensgrens stellen. Wie eronder zit, betaalt niets.',
  },
  {
    vanaf: jaarBegin(2019),
    tot: EINDE,
    bron: artikel(WMO, '2.1.4a', '5'),
    expr: of(nihil('alleen'), nihil('alleen_aow'), nihil('paar_aow')),
  },
)

const abonnement = als(
  of(vrijgesteld, isSoort(huishoudsoort, 'paar'), nihilDoorGemeente),
  nul('per maand'),
  parameter(p.ABONNEMENT),
)
export const abonnementstarief = regel(
  {
    id: 'abonnementstarief_per_maand',
    naam: 'Abonnementstarief per maand',
    zin: 'het abonnementstarief voor u',
    uitleg:
      'Sinds 2020 betaalt bijna iedereen hetzelfde bedrag per maand. Een paar betaalt alleen als beiden de AOW-leeftijd hebben.',
  },
  { vanaf: jaarBegin(2020), tot: datum('2020-03-31'), bron: artikel(WMO, '2.1.4a', '4'), expr: abonnement },
  { vanaf: datum('2020-04-01'), tot: datum('2020-05-31'), bron: UB('3.8', '3'), expr: nul('per maand') },
  { vanaf: datum('2020-06-01'), tot: EINDE, bron: artikel(WMO, '2.1.4a', '4'), expr: abonnement },
)

export const perHuishouden = regel(
  {
    id: 'abonnementstarief_per_maand_huishouden',
    naam: 'Abonnementstarief per huishouden',
    zin: 'het abonnementstarief van uw huishouden',
    uitleg: 'Het bedrag geldt voor het hele huishouden, niet voor elke persoon met hulp.',
  },
  {
    vanaf: jaarBegin(2020),
    tot: EINDE,
    bron: artikel(WMO, '2.1.4a', '4'),
    expr: als(boven(vraagAantal(i.GEBRUIKERS), aantal(0)), abonnementstarief, nul('per maand')),
  },
)

export const bijdragePerMaand = regel(
  {
    id: 'eigen_bijdrage_per_maand',
    naam: 'Eigen bijdrage per maand',
    zin: 'uw eigen bijdrage',
    uitleg: 'Voor een hulpmiddel of een aanpassing van de woning betaalt u nooit meer dan de kostprijs.',
  },
  {
    vanaf: jaarBegin(2020),
    tot: EINDE,
    bron: artikel(WMO, '2.1.4a', '6'),
    expr: als(
      isSoort(hulp, 'hulpmiddel', 'woningaanpassing'),
      kleinste(abonnementstarief, vraagBedrag(i.KOSTPRIJS_REST)),
      abonnementstarief,
    ),
  },
)

export const BIJDRAGEREGELS = [
  vrijgesteld,
  bovenDrempel,
  hoogsteBijdrage,
  bijdrage4Weken,
  nihilDoorGemeente,
  abonnementstarief,
  perHuishouden,
  bijdragePerMaand,
]
