import { centen } from '#basis/geld.ts'
import type { Plan } from '#programma/plan.ts'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { sluitendPlan } from '#programma/plancontrole/testplan.ts'

/**
 * Hoe snel de plancontrole is en of zij lineair groeit: plannen van 10 jaar waarin elk bedrag op drie plaatsen staat
 * (paragraaf, groepstabel en bijlage). Draaien met `node --import tsx bench/plancontrole.ts`.
 */
const KEREN = 5
const JAREN = 10
const PER_GROEP = 25

type Meting = { ms: number; bevindingen: number }

function meet(plan: Plan): Meting {
  const metingen = Array.from({ length: KEREN }, () => {
    const begin = process.cpuUsage()
    const bevindingen = controleer(plan).length
    const { user, system } = process.cpuUsage(begin)
    return { ms: (user + system) / 1000, bevindingen }
  }).sort((a, b) => a.ms - b.ms)
  return metingen[Math.floor(KEREN / 2)] ?? { ms: 0, bevindingen: 0 }
}

/** Elk zevende bedrag een euro hoger: zo heeft bijna elk onderdeel een bevinding. */
const metFouten = (plan: Plan): Plan => ({
  ...plan,
  vermeldingen: plan.vermeldingen.map((een, i) =>
    een.soort === 'bedrag' && i % 7 === 0 ? { ...een, bedragCent: centen(een.bedragCent + 100) } : een,
  ),
})

const rijen = [125, 250, 500, 1000, 2000, 4000].map((onderdelen) => {
  const plan = sluitendPlan({
    groepen: onderdelen / PER_GROEP,
    perGroep: PER_GROEP,
    jaren: JAREN,
    euro: (i, j) => 1000 + ((i * 7919 + j * 104_729) % 9001),
  })
  const [goed, fout] = [meet(plan), meet(metFouten(plan))]
  return {
    onderdelen,
    vermeldingen: plan.vermeldingen.length,
    'zonder fouten (ms)': Math.round(goed.ms),
    'µs per vermelding': Math.round((goed.ms * 1000) / plan.vermeldingen.length),
    'met fouten (ms)': Math.round(fout.ms),
    bevindingen: fout.bevindingen,
  }
})
console.table(rijen)
