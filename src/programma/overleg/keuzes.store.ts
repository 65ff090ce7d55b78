import type { Lezer } from '#basis/db.ts'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { standVan } from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { findOverleggen } from '#programma/overleg/overleg.store.ts'
import { nogVastTeLeggen, OVERLEGNAAM } from '#programma/overleg/overleg.ts'
import type { Plan } from '#programma/plan.ts'
import { findRisicos } from '#programma/risicos/risicos.store.ts'
import type { Keuze } from '#ui/veld.tsx'

/** Meer dan dit kiest niemand uit een lijst; een vrij onderwerp kan altijd. */
const MEESTE = 300

/** Waar een agendapunt over kan gaan: wat nu speelt eerst, dan de onderdelen en hun mijlpalen. */
export async function findPuntkeuzes(lezer: Lezer, plan: Plan): Promise<Keuze[]> {
  const id = plan.programma.id
  const overleggen = await findOverleggen(lezer, id)
  const wachtend = nogVastTeLeggen(overleggen).map(({ overleg, punt }) => ({
    waarde: `besluit:${punt.besluit}`,
    tekst: `Besluit ${OVERLEGNAAM[overleg.orgaan].toLowerCase()}: ${punt.titel}`,
  }))
  const wijzigingen = (await findWijzigingen(lezer, id))
    .filter((wijziging) => standVan(wijziging) === 'voorgesteld')
    .map((wijziging) => ({
      waarde: `begrotingswijziging:${wijziging.id}`,
      tekst: `Begrotingswijziging ${wijziging.nummer}`,
    }))
  const risicos = (await findRisicos(lezer, id))
    .filter(({ stand }) => stand === 'open')
    .map(({ nummer, gebeurtenis }) => ({
      waarde: `risico:${nummer}`,
      tekst: `Risico R${nummer}: ${gebeurtenis}`,
    }))
  const onderdelen = plan.onderdelen.slice(0, MEESTE)
  return [
    ...wachtend,
    ...wijzigingen,
    ...risicos,
    ...onderdelen.map((een) => ({ waarde: `onderdeel:${een.id}`, tekst: `Onderdeel: ${een.titel}` })),
    ...onderdelen.flatMap((een) =>
      een.mijlpalen.map((mijlpaal) => ({
        waarde: `mijlpaal:${een.id}/${mijlpaal.id}`,
        tekst: `Mijlpaal: ${mijlpaal.wat} (${een.titel})`,
      })),
    ),
  ]
}
