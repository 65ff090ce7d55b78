/** De deur van de kamer: wat anderen van de regels mogen gebruiken. */
export type { Rekenweigering } from '#regels/motor/binding.ts'
export { regelsApi } from '#regels/regels.api.ts'
export { regelsRoutes } from '#regels/schermen/regels.page.tsx'
export { weigerzin } from '#regels/teksten.ts'
export { STANDAARDGEMEENTE, Toetsbestand, toets, type Uitslag } from '#regels/toets.ts'
export { berekeningUit } from '#regels/uitvoer.ts'
export { maakRekenkamer, REGELS } from '#regels/wet/wet.ts'
