import { zoekIndeling } from '#uitwisseling/lijst/kolommen.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { type Bronrij, leesRijen } from '#uitwisseling/lijst/rijen.ts'
import { Verzamelaar } from '#uitwisseling/lijst/verzamelaar.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'

const PROEFRIJEN = 1000

function gegevensrijen(blad: Blad, profiel: Invoerprofiel): Bronrij[] {
  const indeling = zoekIndeling(blad, profiel)
  if (indeling === undefined) return []
  const proef = { ...blad, rijen: blad.rijen.slice(0, indeling.kop.rij + PROEFRIJEN) }
  return leesRijen({ blad: proef, indeling, profiel, uit: new Verzamelaar() }).filter(
    ({ soort }) => soort === 'gegevens',
  )
}

/** Met welke van de twee rekenwijzen het restant in de meeste rijen klopt. */
export function restantformule(blad: Blad, profiel: Invoerprofiel): Pick<Invoerprofiel, 'restant'> {
  let met = 0
  let zonder = 0
  if (profiel.soort === 'budgetuitputting')
    for (const { bedragen } of gegevensrijen(blad, profiel)) {
      const bedrag = (veld: Parameters<typeof bedragen.get>[0]): number => bedragen.get(veld) ?? 0
      const begroot = bedragen.get('na-wijziging') ?? bedrag('primitief') + bedrag('wijzigingen')
      const rest = bedrag('restant')
      const verplicht = bedrag('verplicht')
      if (verplicht === 0) continue
      if (rest === begroot - verplicht - bedrag('gerealiseerd')) met++
      if (rest === begroot - bedrag('gerealiseerd')) zonder++
    }
  return { restant: zonder > met ? 'zonder_verplichtingen' : 'met_verplichtingen' }
}

/** Een lijst waarin bijna alle uitgaven negatief staan, schrijft een last als min. */
export function tekenVan(blad: Blad, profiel: Invoerprofiel): Invoerprofiel['teken'] {
  let plus = 0
  let min = 0
  for (const { bedragen } of gegevensrijen(blad, profiel))
    for (const [veld, cent] of bedragen) {
      if (veld === 'restant' || veld === 'wijzigingen' || veld === 'debet' || veld === 'credit') continue
      if (cent > 0) plus++
      if (cent < 0) min++
    }
  return min > plus * 3 ? 'last_negatief' : 'last_positief'
}
