import { loadavg } from 'node:os'
import { datum } from '#basis/datum.ts'
import {
  alsKolommen,
  KRUISDAG,
  KRUISLAAG,
  KRUISREGELS,
  kruissommen,
  maakKruisrekenaar,
} from '#regels/kruiscontrole.ts'
import { rekenOverDraden } from '#regels/motor/draden.ts'
import { maakProefrijen } from '#regels/proefrijen.ts'
import { verklaar } from '#regels/uitleg/verklaar.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'
import { anderen } from './regels-elders.ts'
import { simulaties } from './regels-simulatie.ts'

/**
 * Hoe snel de regels rekenen: één geval met uitleg, veel rijen in één lus, de simulatie, en dezelfde regels in twee
 * andere rekenprogramma's.
 * Draaien met `node --disable-warning=ExperimentalWarning --import tsx bench/regels.ts`.
 */
const RONDEN = 9

/** De mediaan in milliseconden rekentijd van dit proces: wat anderen op de machine doen, telt niet mee. */
function mediaan(doe: () => void): number {
  doe()
  const tijden = Array.from({ length: RONDEN }, () => {
    const begin = process.cpuUsage()
    doe()
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return tijden[Math.floor(RONDEN / 2)] ?? 0
}

/** Elke keer een ander inkomen, rond de grens van 130%. */
function eenGeval(): void {
  const machine = maakRekenkamer('gm1731').op(datum('2023-06-01'))
  const keren = 20_000
  const geval = (i: number) =>
    machine.reken('netto_bijdrage_per_maand', {
      paar: false,
      aow_gerechtigden: 0,
      inkomen_netto_maand: 1400 + (i % 10_000) / 100,
      czm: false,
    })
  const zonder = () => {
    for (let i = 0; i < keren; i++) geval(i)
  }
  const met = () => {
    for (let i = 0; i < keren; i++) {
      const uitkomst = geval(i)
      if (uitkomst.ok) verklaar(uitkomst.waarde)
    }
  }
  for (const [naam, doe] of [
    ['antwoorden lezen en rekenen', zonder],
    ['antwoorden lezen, rekenen en uitleg in zinnen', met],
  ] as const)
    console.log(`één geval, ${naam}: ${((mediaan(doe) / keren) * 1000).toFixed(1)} µs`)
}

function veelRijen(): void {
  const reken = maakKruisrekenaar()
  for (const aantal of [10_000, 100_000, 1_000_000]) {
    const kolommen = alsKolommen(maakProefrijen(aantal))
    const ruimte = [new Float64Array(aantal), new Float64Array(aantal)]
    const keren = 1_000_000 / aantal
    const ms =
      mediaan(() => {
        for (let i = 0; i < keren; i++) reken(aantal, kolommen, ruimte)
      }) / keren
    const { som_netto } = kruissommen(aantal)
    console.log(
      `W2, ${aantal} rijen, één draad: ${ms.toFixed(1)} ms, ${(aantal / ms / 1000).toFixed(1)} miljoen rijen per seconde, netto € ${som_netto.toFixed(2)}`,
    )
  }
}

/** Gedeeld geheugen, zoals een simulatie het zou vullen; hier telt de tijd op de klok, met het starten van de draad. */
async function opTweeDraden(aantal: number): Promise<void> {
  const { set } = maakRekenkamer('gm1731', [KRUISLAAG]).op(KRUISDAG)
  const kolommen = Object.fromEntries(
    Object.entries(alsKolommen(maakProefrijen(aantal))).map(([naam, { reeks, maal }]) => {
      const Soort = reeks.constructor as new (geheugen: SharedArrayBuffer) => typeof reeks
      const gedeeld = new Soort(new SharedArrayBuffer(reeks.byteLength))
      gedeeld.set(reeks)
      return [naam, { reeks: gedeeld, maal }]
    }),
  )
  const tijden: number[] = []
  for (let i = 0; i < 3; i++) {
    const begin = performance.now()
    await rekenOverDraden(set, KRUISREGELS, aantal, kolommen, 2)
    tijden.push(performance.now() - begin)
  }
  const ms = tijden.toSorted((a, b) => a - b)[1] ?? 0
  console.log(
    `W2, ${aantal} rijen, hoogstens twee draden, op de klok: ${ms.toFixed(0)} ms, ${(aantal / ms / 1000).toFixed(1)} miljoen rijen per seconde`,
  )
}

console.log(`belasting van de machine bij het begin: ${loadavg()[0]?.toFixed(1)}`)
eenGeval()
veelRijen()
await opTweeDraden(1_000_000)
if (process.argv.includes('--groot')) await opTweeDraden(18_000_000)
await simulaties()
await anderen()
console.log(`belasting van de machine aan het eind: ${loadavg()[0]?.toFixed(1)}`)
