import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { sluitendPlan } from '#programma/plancontrole/testplan.ts'

/**
 * Hoe snel de plancontrole is en of zij lineair groeit: plannen van 10 jaar waarin elk bedrag op drie plaatsen staat
 * (paragraaf, groepstabel en bijlage). Draaien met `node --import tsx bench/plancontrole.ts`.
 */
const KEREN = 5
const JAREN = 10
const PER_GROEP = 25

const rijen = [125, 250, 500, 1000, 2000, 4000].map((onderdelen) => {
  const plan = sluitendPlan({
    groepen: onderdelen / PER_GROEP,
    perGroep: PER_GROEP,
    jaren: JAREN,
    euro: (i, j) => 1000 + ((i * 7919 + j * 104_729) % 9001),
  })
  const tijden = Array.from({ length: KEREN }, () => {
    const begin = process.cpuUsage()
    const bevindingen = controleer(plan)
    const { user, system } = process.cpuUsage(begin)
    return { ms: (user + system) / 1000, bevindingen: bevindingen.length }
  }).sort((a, b) => a.ms - b.ms)
  const midden = tijden[Math.floor(KEREN / 2)]
  return {
    onderdelen,
    vermeldingen: plan.vermeldingen.length,
    bevindingen: midden?.bevindingen,
    'ms (mediaan)': Math.round(midden?.ms ?? 0),
    'µs per vermelding': Math.round(((midden?.ms ?? 0) * 1000) / plan.vermeldingen.length),
  }
})
console.table(rijen)
