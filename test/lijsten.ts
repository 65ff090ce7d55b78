import assert from 'node:assert/strict'
import { strToU8 } from 'fflate'
import { datum } from '#basis/datum.ts'
import type { Invoerverslag } from '#grootboek/deur.ts'
import { type GelezenLijst, leesLijst } from '#uitwisseling/lijst/lees-lijst.ts'
import { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import type { Lijstkader } from '#uitwisseling/lijst/rijwaarden.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Profielen en gereedschap om lijsten in een toets te maken en te lezen. */

export const GEMEEN = {
  formaat: 'omzien-invoerprofiel/1',
  naam: 'Proef',
  aanname: false,
  uitleg: '',
  kopHoogte: 1,
  teken: 'last_positief',
  getalstijl: 'nl',
  datumstijl: 'dag-maand-jaar',
  restant: 'met_verplichtingen',
  totaalwoorden: ['totaal', 'subtotaal'],
  overslaanwoorden: ['beginsaldo'],
} as const
export const kolom = (veld: string, titel: string, meer = {}) => ({ veld, titels: [titel], ...meer })

export const UITPUTTING = Invoerprofiel.parse({
  ...GEMEEN,
  soort: 'budgetuitputting',
  kolommen: [
    kolom('jaar', 'Jaar', { mag_ontbreken: true }),
    kolom('kostenplaats', 'Kostenplaats'),
    kolom('rekening', 'Kostensoort'),
    kolom('genegeerd', 'Omschrijving'),
    kolom('primitief', 'Primair'),
    kolom('wijzigingen', 'Wijzigingen'),
    kolom('na-wijziging', 'Na wijziging'),
    kolom('verplicht', 'Verplicht'),
    kolom('gerealiseerd', 'Realisatie'),
    kolom('restant', 'Restant'),
  ],
})
export const MUTATIES = Invoerprofiel.parse({
  ...GEMEEN,
  soort: 'mutaties',
  kolommen: [
    kolom('boekstuk', 'Boekstuk', { mag_ontbreken: true }),
    kolom('regelnummer', 'Regel', { mag_ontbreken: true }),
    kolom('datum', 'Datum', { mag_ontbreken: true }),
    kolom('periode', 'Periode', { mag_ontbreken: true }),
    kolom('rekening', 'Rekening'),
    kolom('kostenplaats', 'Kostenplaats', { mag_ontbreken: true }),
    kolom('debet', 'Debet'),
    kolom('credit', 'Credit'),
  ],
})
export const KADER: Lijstkader = { administratie: 'proef', peildatum: datum('2024-06-30') }

export const csv = (...regels: string[]): Uint8Array => strToU8(regels.join('\r\n'))
export function goed(bytes: Uint8Array, profiel: Invoerprofiel, kader = KADER): GelezenLijst {
  const gelezen = leesLijst(bytes, profiel, kader)
  assert.ok(gelezen.ok, JSON.stringify(gelezen, null, 1))
  return gelezen.waarde
}
export function fout(bytes: Uint8Array, profiel: Invoerprofiel, kader = KADER): string[] {
  const gelezen = leesLijst(bytes, profiel, kader)
  assert.ok(!gelezen.ok, 'er hoorde een fout te zijn')
  return plaatsen(gelezen.reden, 'fout')
}
export const plaatsen = ({ bevindingen }: Invoerverslag, ernst: string): string[] =>
  bevindingen
    .filter((bevinding) => bevinding.ernst === ernst)
    .map(({ code, plaats }) => [code, plaats.blad, plaats.cel ?? plaats.regel].filter(Boolean).join(' '))

export const KOP =
  'Jaar;Kostenplaats;Kostensoort;Omschrijving;Primair;Wijzigingen;Na wijziging;Verplicht;Realisatie;Restant'
export const inBlad = (blad: Omit<Blad, 'naam'>) => ({ bladen: [{ naam: 'Lijst', ...blad }] })
