import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { Moment } from '#basis/moment.ts'
import { besteed, type Vastgelegd } from '#grootboek/deur.ts'
import { adresVan } from '#programma/api/adres.ts'
import { boekingVan } from '#programma/api/geld/vormen.ts'

/** Een verzonnen boeking bij het verzonnen plan, waaruit de voorbeelden in de beschrijving komen. */
const BOEKING: Vastgelegd = {
  nr: 12,
  vastgelegdOp: Moment.parse('2026-05-04T08:15:30.123456Z'),
  geldigOp: datum('2026-04-20'),
  soort: 'realisatie',
  grondslag: { soort: 'factuur', kenmerk: 'F-2301' },
  regels: besteed(
    { programma: 'samen-verder', bron: 'rijk', onderdeel: 'inloop', jaar: 2026 },
    centen(925_000),
    { taakveld: '6.1', taakveldschema: '2025' },
  ),
  door: null,
  mandaat: null,
  tweede: null,
  corrigeert: null,
  betreft: null,
  tekstafdruk: null,
  hash: '5f2b6c1d9a8e7f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8',
}

export const VOORBEELDADRES = { adres: adresVan({}), pagina: (rest: string): string => rest }
export const VOORBEELDBOEKING = boekingVan(BOEKING, VOORBEELDADRES)
export const VOORBEELDTIJDSTIP = {
  geldigTm: null,
  bekendNr: BOEKING.nr,
  bekendOp: BOEKING.vastgelegdOp,
  hash: BOEKING.hash,
}
