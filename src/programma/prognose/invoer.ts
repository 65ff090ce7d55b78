import { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Prognoseweigering } from '#programma/prognose/prognose.flow.ts'
import { type NieuwePrognose, ZEKERHEDEN } from '#programma/prognose/prognose.ts'
import type { Rekenhulp } from '#programma/prognose/rekenhulp.store.ts'
import {
  bedrag,
  Formulierlezer,
  keuze,
  type VeldFout,
  verplichteAlinea,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Een ingevulde prognose lezen. */

export function leesPrognose(
  waarden: Waarden,
  onderdeel: string,
  jaar: number,
): Uitkomst<Omit<NieuwePrognose, 'grond'>, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const bedragCent = lezer.leesAltijd('bedrag', centen(0), bedrag)
  const peildatum = Datum.safeParse(leesTijdvak(lezer.tekst('peildatum')))
  if (!peildatum.success) lezer.meld('peildatum', 'Schrijf de dag voluit, zoals 1 juli 2026 of 01-07-2026.')
  const zekerheid = lezer.leesAltijd('zekerheid', 'midden', keuze(ZEKERHEDEN, 'hoe zeker dit is'))
  const reden = lezer.leesAltijd('reden', '', verplichteAlinea('waarom u dit verwacht'))
  return lezer.fouten.length > 0 || !peildatum.success
    ? geweigerd(lezer.fouten)
    : gelukt({ onderdeel, jaar, bedragCent, peildatum: peildatum.data, zekerheid, reden })
}

/** Alleen wie het berekende bedrag ongewijzigd laat, nam het over. */
export function grondVan(
  bedragCent: Centen,
  van: string | undefined,
  hulp: Rekenhulp,
): NieuwePrognose['grond'] {
  if (van === 'tempo' && bedragCent === hulp.tempo) return 'tempo'
  return van === 'patroon' && bedragCent === hulp.patroon ? 'patroon' : 'eigen'
}

export function weigerfout(reden: Prognoseweigering): VeldFout {
  switch (reden.code) {
    case 'peildatum_toekomst':
      return { veld: 'peildatum', tekst: 'Deze dag is nog niet geweest. Neem vandaag of een eerdere dag.' }
    case 'reden_ontbreekt':
      return { veld: 'reden', tekst: 'Vul waarom u dit verwacht in.' }
    case 'onderdeel_onbekend':
      return { veld: 'bedrag', tekst: 'Dit onderdeel staat niet in het plan.' }
    case 'mag_niet':
      return { veld: 'bedrag', tekst: 'Uw rol mag geen prognose maken.' }
  }
}
