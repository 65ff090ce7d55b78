import { type Datum, jaarVan } from '#basis/datum.ts'
import type { Invoerplaats } from '#grootboek/deur.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { celplaats, rijplaats } from '#uitwisseling/lijst/bestand.ts'
import { leesCode, leesDag, leesJaar, leesPeriode, type Periode } from '#uitwisseling/lijst/cellen.ts'
import type { Bronrij, Lezing } from '#uitwisseling/lijst/rijen.ts'
import type { Codes } from '#uitwisseling/lijst/sleutels.ts'
import type { Doelveld } from '#uitwisseling/lijst/velden.ts'
import { veiligStuk } from '#uitwisseling/veilige-code.ts'

/** Wat de lezer weet en het bestand niet altijd zegt. Een kolom met het jaar gaat voor `jaar`. */
export type Lijstkader = {
  administratie: string
  /** De dag waarop de standen gelden; nodig bij budgetuitputting en verplichtingen. */
  peildatum?: Datum | undefined
  jaar?: number | undefined
  /** Welk tijdvak een mutatielijst beslaat; zonder dit de hele maanden van de eerste tot en met de laatste rij. */
  bereik?: { van: Datum; tot: Datum } | undefined
}

export function veldplaats({ blad, indeling }: Lezing, r: number, veld: Doelveld): Invoerplaats {
  const kolom = indeling.kolommen.get(veld)?.kolom
  return kolom === undefined ? rijplaats(blad, r) : celplaats(blad, r, kolom)
}

export function leesCodes(lezing: Lezing, rij: Bronrij): Codes | undefined {
  const rekening = verplichteCode(lezing, rij, 'rekening')
  const kostenplaats = verplichteCode(lezing, rij, 'kostenplaats')
  const project = verplichteCode(lezing, rij, 'project')
  if (rekening === null)
    lezing.uit.fout(
      'rekening_ontbreekt',
      'Op deze rij staat een bedrag zonder rekening.',
      veldplaats(lezing, rij.r, 'rekening'),
    )
  if (rekening === null || rekening === undefined || kostenplaats === undefined || project === undefined)
    return undefined
  return { rekening, kostenplaats, project }
}

/** `null` als de cel leeg is, `undefined` als er iets staat wat geen code is; dan is dat gemeld. */
function verplichteCode(lezing: Lezing, rij: Bronrij, veld: Doelveld): string | null | undefined {
  const waarde = rij.waarden.get(veld)
  const kolom = lezing.indeling.kolommen.get(veld)
  if (waarde === undefined || kolom === undefined || waarde.soort === 'fout') return null
  const plaats = celplaats(lezing.blad, rij.r, kolom.kolom)
  if (waarde.soort === 'datum') {
    const zin = `Kolom "${kolom.titel}": het rekenprogramma heeft van deze code een datum gemaakt.`
    lezing.uit.fout('code_werd_datum', zin, plaats)
    return undefined
  }
  const code = leesCode(waarde, kolom.profiel.eerste_woord === true)
  if (code !== null) return code
  lezing.uit.fout(
    'geen_code',
    `Kolom "${kolom.titel}": hier hoort alleen een code: letters, cijfers en . _ / -, hoogstens 40 tekens. Staat er tekst achter de code, kies dan bij het profiel dat alleen het eerste woord geldt.`,
    plaats,
  )
  return undefined
}

/** Een code die de rij alleen herkenbaarder maakt: wat er niet op lijkt, blijft buiten en wordt geteld. */
export function losseCode(lezing: Lezing, rij: Bronrij, veld: Doelveld): string | null {
  const waarde = rij.waarden.get(veld)
  const kolom = lezing.indeling.kolommen.get(veld)
  if (waarde === undefined || kolom === undefined || waarde.soort === 'fout') return null
  const gelezen = leesCode(waarde, kolom.profiel.eerste_woord === true)
  // Een dagboek heet soms INK; een los woord als nummer is een omschrijving of een naam.
  const nummer = veld === 'dagboek' || gelezen === null ? gelezen : veiligStuk(gelezen)
  // Bij een verplichting is het nummer de sleutel; daar wordt de hele kolom beoordeeld (`meldBurgerservicenummers`).
  const isSleutel = lezing.profiel.soort === 'verplichtingen'
  const code = nummer !== null && !isSleutel && bevatBurgerservicenummer(nummer) ? null : nummer
  if (code === null)
    lezing.uit.waarschuw(
      'verwijzing_niet_overgenomen',
      `Kolom "${kolom.titel}": wat hier staat lijkt geen code en is niet overgenomen.`,
      celplaats(lezing.blad, rij.r, kolom.kolom),
    )
  return code
}

export const leesStuk = (lezing: Lezing, rij: Bronrij): string | null => losseCode(lezing, rij, 'stuk')

export function leesDagVeld(lezing: Lezing, rij: Bronrij): Datum | undefined {
  const waarde = rij.waarden.get('datum')
  if (waarde === undefined || waarde.soort === 'fout') return undefined
  const dag = leesDag(waarde, lezing.profiel.datumstijl)
  if (dag === undefined)
    lezing.uit.fout(
      'geen_datum',
      'Dit is geen datum die bestaat, in de datumstijl van dit profiel.',
      veldplaats(lezing, rij.r, 'datum'),
    )
  return dag
}

function leesJaarVeld(lezing: Lezing, rij: Bronrij): number | undefined {
  const waarde = rij.waarden.get('jaar')
  if (waarde === undefined || waarde.soort === 'fout') return undefined
  const jaar = leesJaar(waarde)
  if (jaar === undefined)
    lezing.uit.fout('geen_jaar', 'Hier hoort een jaar, zoals 2024.', veldplaats(lezing, rij.r, 'jaar'))
  return jaar
}

function leesPeriodeVeld(lezing: Lezing, rij: Bronrij, jaar: number | undefined): Periode | undefined {
  const waarde = rij.waarden.get('periode')
  if (waarde === undefined || waarde.soort === 'fout') return undefined
  const periode = leesPeriode(waarde, jaar)
  const plaats = veldplaats(lezing, rij.r, 'periode')
  if (periode === undefined)
    lezing.uit.fout('geen_periode', 'Dit is geen periode, of het jaar erbij is niet bekend.', plaats)
  else if (periode.buitenMaanden)
    lezing.uit.waarschuw(
      'periode_buiten_maanden',
      'Periode 0 telt als 1 januari, en 13 en hoger als 31 december.',
      plaats,
    )
  return periode
}

export function leesTijd(
  lezing: Lezing,
  rij: Bronrij,
  kader: Lijstkader,
): { datum: Datum; jaar: number } | undefined {
  const jaarveld = leesJaarVeld(lezing, rij)
  const dag = leesDagVeld(lezing, rij)
  const periode = leesPeriodeVeld(
    lezing,
    rij,
    jaarveld ?? kader.jaar ?? (dag === undefined ? undefined : jaarVan(dag)),
  )
  const wanneer = dag ?? periode?.tot
  if (wanneer !== undefined)
    return { datum: wanneer, jaar: jaarveld ?? periode?.jaar ?? kader.jaar ?? jaarVan(wanneer) }
  if (!rij.waarden.has('datum') && !rij.waarden.has('periode'))
    lezing.uit.fout(
      'datum_ontbreekt',
      'Op deze rij staat geen datum en geen periode.',
      rijplaats(lezing.blad, rij.r),
    )
  return undefined
}

export function standjaar(lezing: Lezing, rij: Bronrij, kader: Lijstkader): number | undefined {
  if (rij.waarden.has('jaar')) return leesJaarVeld(lezing, rij)
  const periode = leesPeriodeVeld(lezing, rij, kader.jaar)
  if (rij.waarden.has('periode') && periode === undefined) return undefined
  return periode?.jaar ?? kader.jaar ?? (kader.peildatum === undefined ? undefined : jaarVan(kader.peildatum))
}
