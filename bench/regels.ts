import { datum } from '#basis/datum.ts'
import { alsKolommen, kruissommen, maakKruisrekenaar } from '#regels/kruiscontrole.ts'
import { maakProefrijen } from '#regels/proefrijen.ts'
import { verklaar } from '#regels/uitleg/verklaar.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/**
 * Hoe snel de regels rekenen: één geval met uitleg, en veel rijen in één lus. De andere rekenprogramma's uit de
 * vergelijking staan niet in de afhankelijkheden; wat er niet is, wordt gezegd en niet gemeten.
 * Draaien met `node --disable-warning=ExperimentalWarning --import tsx bench/regels.ts`.
 */
const RONDEN = 7

function mediaan(doe: () => void): number {
  const tijden = Array.from({ length: RONDEN }, () => {
    const begin = performance.now()
    doe()
    return performance.now() - begin
  }).sort((a, b) => a - b)
  return tijden[Math.floor(RONDEN / 2)] ?? 0
}

function eenGeval(): void {
  const machine = maakRekenkamer('gm1731').op(datum('2023-06-01'))
  const antwoorden = { paar: false, aow_gerechtigden: 0, inkomen_netto_maand: 1476.65, czm: false }
  const keren = 20_000
  const zonder = () => {
    for (let i = 0; i < keren; i++) machine.reken('netto_bijdrage_per_maand', antwoorden)
  }
  const met = () => {
    for (let i = 0; i < keren; i++) {
      const uitkomst = machine.reken('netto_bijdrage_per_maand', antwoorden)
      if (uitkomst.ok) verklaar(uitkomst.waarde)
    }
  }
  for (const [naam, doe] of [
    ['zonder uitleg', zonder],
    ['met uitleg in zinnen', met],
  ] as const)
    console.log(`één geval, ${naam}: ${((mediaan(doe) / keren) * 1000).toFixed(1)} µs`)
}

function veelRijen(): void {
  const reken = maakKruisrekenaar()
  for (const aantal of [10_000, 100_000, 1_000_000]) {
    const kolommen = alsKolommen(maakProefrijen(aantal))
    const ms = mediaan(() => reken(aantal, kolommen))
    const { som_netto } = kruissommen(aantal)
    console.log(
      `W2, ${aantal} rijen, één draad: ${ms.toFixed(1)} ms, ${(aantal / ms / 1000).toFixed(1)} miljoen rijen per seconde, netto € ${som_netto.toFixed(2)}`,
    )
  }
}

async function anderen(): Promise<void> {
  for (const naam of ['publicodes', 'json-rules-engine']) {
    const er = await import(naam).then(
      () => true,
      () => false,
    )
    console.log(er ? `${naam}: geïnstalleerd, maar niet in deze meting` : `${naam}: niet geïnstalleerd`)
  }
}

eenGeval()
veelRijen()
await anderen()
