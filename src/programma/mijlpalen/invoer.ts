import { Datum, type Tijdvak } from '#basis/datum.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Melding, MIJLPAALFASEN } from '#programma/mijlpalen/mijlpaal.ts'
import type { Mijlpaalweigering } from '#programma/mijlpalen/mijlpalen.flow.ts'
import {
  Formulierlezer,
  keuze,
  type Ontleder,
  ofLeeg,
  type VeldFout,
  verplichteAlinea,
  verplichteZin,
  verplichtTijdvak,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Een ingevulde melding over een mijlpaal lezen. Alleen de velden van de gekozen fase tellen. */

const dag: Ontleder<Datum> = (tekst) => {
  const gelezen = Datum.safeParse(leesTijdvak(tekst))
  return gelezen.success
    ? gelukt(gelezen.data)
    : geweigerd('Schrijf de dag voluit, zoals 29 februari 2024 of 29-02-2024.')
}

export function leesMelding(waarden: Waarden): Uitkomst<Melding, VeldFout[]> {
  const lezer = new Formulierlezer(waarden, {})
  const fase = lezer.leesAltijd('fase', 'verwacht', keuze(MIJLPAALFASEN, 'hoe het ervoor staat'))
  const isVerwacht = fase === 'verwacht'
  const letterlijk = isVerwacht
    ? lezer.leesAltijd('letterlijk', null, ofLeeg(verplichteZin('de verwachting in woorden'), null))
    : null
  const verwacht: Tijdvak | null = isVerwacht
    ? lezer.leesAltijd('verwacht', null, ofLeeg(verplichtTijdvak('wanneer u het verwacht'), null))
    : null
  const kanLeeg = lezer.fouten.some(({ veld }) => veld === 'verwacht')
  if (isVerwacht && verwacht === null && letterlijk === null && !kanLeeg)
    lezer.meld('verwacht', 'Vul in wanneer u het verwacht, als tijd of in woorden.')
  const bereiktOp = fase === 'bereikt' ? lezer.leesAltijd('bereiktOp', null, ofLeeg(dag, null)) : null
  if (fase === 'bereikt' && bereiktOp === null && !lezer.fouten.some(({ veld }) => veld === 'bereiktOp'))
    lezer.meld('bereiktOp', 'Vul in op welke dag het is bereikt.')
  const reden = lezer.leesAltijd('reden', '', verplichteAlinea('waarom'))
  return lezer.fouten.length > 0
    ? geweigerd(lezer.fouten)
    : gelukt({ fase, verwacht, letterlijk, bereiktOp, reden })
}

export function weigerfout(reden: Exclude<Mijlpaalweigering, { code: 'mag_niet' }>): VeldFout {
  switch (reden.code) {
    case 'mijlpaal_onbekend':
      return { veld: 'fase', tekst: 'Deze mijlpaal staat niet in het plan en stond er nooit in.' }
    case 'intussen_gewijzigd':
      return {
        veld: 'fase',
        tekst:
          'Iemand anders deed net een melding over deze mijlpaal. Die staat hierboven. Klopt uw melding nog, bewaar haar dan opnieuw.',
      }
    case 'reden_ontbreekt':
      return { veld: 'reden', tekst: 'Vul waarom in.' }
    case 'verwacht_ontbreekt':
      return { veld: 'verwacht', tekst: 'Vul in wanneer u het verwacht, als tijd of in woorden.' }
    case 'bereikt_ontbreekt':
      return { veld: 'bereiktOp', tekst: 'Vul in op welke dag het is bereikt.' }
    case 'bereikt_in_de_toekomst':
      return {
        veld: 'bereiktOp',
        tekst: 'Deze dag is nog niet geweest. Kies "verwacht" als het nog moet gebeuren.',
      }
  }
}
