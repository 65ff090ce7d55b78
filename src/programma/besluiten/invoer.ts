import { Datum } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { ORGANEN } from '#programma/besluit.ts'
import type { NieuwBesluit } from '#programma/plan.store.ts'
import {
  Formulierlezer,
  keuze,
  korteTekst,
  type Ontleder,
  ofLeeg,
  type VeldFout,
  verplichteZin,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Een ingevuld besluit lezen: voor het register en voor het vaststellen. */

export const DATUM_UITLEG = 'Bijvoorbeeld: 29 februari 2024 of 29-02-2024. Leeg als u de dag niet weet.'

const dag: Ontleder<Datum> = (tekst) => {
  const gelezen = Datum.safeParse(leesTijdvak(tekst))
  return gelezen.success
    ? gelukt(gelezen.data)
    : geweigerd('Schrijf de dag van het besluit, zoals 29 februari 2024 of 29-02-2024.')
}

/** Alleen een datum die er al geweest kan zijn: een besluit van morgen is nog geen besluit. */
export function leesBesluit(getypt: Waarden, vandaag: Datum): Uitkomst<Omit<NieuwBesluit, 'id'>, VeldFout[]> {
  const lezer = new Formulierlezer(getypt, {})
  const orgaan = lezer.leesAltijd('orgaan', 'onbekend', keuze(ORGANEN, 'het orgaan dat besloot'))
  const datum = lezer.leesAltijd('datum', null, ofLeeg(dag, null))
  if (datum !== null && datum > vandaag)
    lezer.meld('datum', 'Deze dag is nog niet geweest. Leg het besluit vast als het is genomen.')
  const nummer = lezer.leesAltijd('nummer', null, ofLeeg(korteTekst('het nummer', 100), null))
  const onderwerp = lezer.leesAltijd('onderwerp', '', verplichteZin('waarover het besluit gaat'))
  const besluit = { orgaan, datum, nummer, onderwerp, teBevestigen: lezer.aan('teBevestigen') }
  return lezer.fouten.length === 0 ? gelukt(besluit) : geweigerd(lezer.fouten)
}
