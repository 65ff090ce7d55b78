import { MATEN, RICHTINGEN } from '#metingen/deur.ts'
import { AARDEN } from '#programma/deur.ts'

import type { Inhoud, Kolom, Verwijsbaar } from '#uitwisseling/rekenblad/plan-vorm.ts'

export type Extra = { verplicht?: true; leegIsNull?: true }
export const kolom = (
  veld: string,
  kop: string,
  breedteMm: number,
  inhoud: Inhoud,
  uitleg: string,
  extra: Extra = {},
): Kolom => ({ veld, kop, uitleg, breedteMm, inhoud, ...extra })

export const TEKST: Inhoud = { soort: 'tekst' }
export const GETAL: Inhoud = { soort: 'getal' }
export const TIJDVAK: Inhoud = { soort: 'tijdvak' }
export const VINKJE: Inhoud = { soort: 'vinkje' }
export const LIJST: Inhoud = { soort: 'lijst' }
export const BEDRAG: Inhoud = { soort: 'bedrag' }
export const naar = (soort: Verwijsbaar): Inhoud => ({ soort: 'verwijzing', naar: soort })
export const naarMeer = (soort: Verwijsbaar): Inhoud => ({ soort: 'verwijzingen', naar: soort })
export const VERPLICHT: Extra = { verplicht: true }
export const MAG_NULL: Extra = { leegIsNull: true }

export const sleutel = (kop = 'Sleutel'): Kolom =>
  kolom(
    'id',
    kop,
    38,
    { soort: 'sleutel' },
    'Vaste naam. Niet wijzigen. Bij een nieuwe rij mag dit leeg blijven.',
  )
export const REGELS = [
  kolom('regels.0', 'Regel van', 16, GETAL, 'Eerste regel in het document.'),
  kolom('regels.1', 'Regel tot en met', 16, GETAL, 'Laatste regel in het document.'),
]
export const TWIJFEL = kolom('twijfel', 'Twijfel', 60, TEKST, 'Waarom de lezing onzeker is.')
export const NUMMER = kolom('code', 'Nummer', 20, TEKST, 'Zoals gedrukt, bijvoorbeeld 5.3.1.', MAG_NULL)
export const AARD = kolom(
  'aard',
  'Aard',
  26,
  { soort: 'keuze', waarden: AARDEN, standaard: 'onbekend' },
  'Eenmalig geld is incidenteel, geld dat elk jaar komt is structureel.',
)

/** Waaraan een indicator te meten en te beoordelen is. */
export const MEETKOLOMMEN = [
  kolom('definitie', 'Definitie', 80, TEKST, 'Wat er precies geteld wordt, bij wie en wanneer.'),
  kolom('maat', 'Maat', 28, { soort: 'keuze', waarden: MATEN }, 'Kies uit de lijst.'),
  kolom(
    'richting',
    'Richting',
    26,
    { soort: 'keuze', waarden: RICHTINGEN },
    'Wat is beter? Kies uit de lijst.',
  ),
  kolom('nuljaar', 'Nuljaar', 18, GETAL, 'Jaar van de nulwaarde.'),
  kolom('streefjaar', 'Streefjaar', 18, GETAL, 'Jaar waarin de streefwaarde gehaald moet zijn.'),
  kolom(
    'streefTot',
    'Streefwaarde tot en met',
    30,
    { soort: 'tekst-of-niets' },
    'Bovenkant, als een bereik goed is.',
  ),
  kolom('meetrol', 'Wie meet', 40, TEKST, 'De rol die het cijfer aanlevert. Geen naam.'),
]
