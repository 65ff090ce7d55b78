/** Bij welke weigering het verzoek zelf onbruikbaar was; de rest botst met wat er al is. */
const ONBRUIKBAAR: readonly string[] = [
  'kwartaal_toekomst',
  'deadline_voorbij',
  'reden_ontbreekt',
  'opmerking_ontbreekt',
  'persoon_onbekend',
]

export const statusBij = (code: string): 400 | 409 => (ONBRUIKBAAR.includes(code) ? 400 : 409)
