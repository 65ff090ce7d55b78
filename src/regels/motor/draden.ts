import { Worker } from 'node:worker_threads'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import {
  type Kolom,
  type Kolomprogramma,
  type Kolomuitkomst,
  maakLus,
  schrijfLus,
} from '#regels/motor/kolommen.ts'

/** Gemeten: tot hier is één draad klaar voordat een tweede gestart is. */
export const MEER_DRADEN_VANAF = 2_000_000

/** Wat elke draad doet: zijn deel van de rijen, met dezelfde lus en in hetzelfde geheugen. */
const DRAADCODE = `
const { parentPort, workerData: taak } = require('node:worker_threads')
const lus = new Function('van', 'tot', 'invoer', 'uit', 'som', taak.bron)
const som = new Float64Array(taak.uit.length)
const fout = lus(taak.van, taak.tot, taak.invoer, taak.uit, som)
parentPort.postMessage({ fout, som })
`

type Antwoord = { fout: number; som: Float64Array }
type Deel = { van: number; tot: number }

/** Over meer draden rekenen kan alleen in gedeeld geheugen; wat daar nog niet staat, wordt er eerst heen gezet. */
function deel<Reeks extends Kolom['reeks']>(reeks: Reeks): Reeks {
  if (reeks.buffer instanceof SharedArrayBuffer) return reeks
  const Soort = reeks.constructor as new (geheugen: SharedArrayBuffer) => Reeks
  const gedeeld = new Soort(new SharedArrayBuffer(reeks.byteLength))
  gedeeld.set(reeks)
  return gedeeld
}

/** Een lege kolom in gedeeld geheugen, voor wie haar zelf vult. */
export const gedeeldeKolom = (rijen: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(rijen * Float64Array.BYTES_PER_ELEMENT))

function draad(
  { bron }: Kolomprogramma,
  { van, tot }: Deel,
  invoer: readonly Kolom['reeks'][],
  uit: readonly Float64Array[],
): Promise<Antwoord> {
  return new Promise((klaar, mislukt) => {
    const werker = new Worker(DRAADCODE, {
      eval: true,
      execArgv: [],
      workerData: { bron, van, tot, invoer, uit },
    })
    werker.once('message', klaar)
    werker.once('error', mislukt)
  })
}

/**
 * Dezelfde lus, verdeeld over draden. De sommen zijn hele getallen, dus het aantal draden verandert er niets aan. De
 * eigen draad doet het eerste deel.
 */
export async function rekenOverDraden(
  set: Gebondenset,
  regels: readonly string[],
  rijen: number,
  kolommen: Readonly<Record<string, Kolom>>,
  draden: number,
): Promise<Uitkomst<Kolomuitkomst, Rekenweigering>> {
  const programma = schrijfLus(set, regels, kolommen)
  const aantal = rijen < MEER_DRADEN_VANAF ? 1 : Math.max(1, Math.floor(draden))
  const eigen = aantal === 1
  const invoer = programma.invoer.map((naam) => {
    const reeks = kolommen[naam]?.reeks ?? new Float64Array(rijen)
    return eigen ? reeks : deel(reeks)
  })
  const uit = regels.map(() => (eigen ? new Float64Array(rijen) : gedeeldeKolom(rijen)))
  const grens = (i: number): number => Math.floor((rijen * i) / aantal)
  const delen = Array.from({ length: aantal }, (_, i) => ({ van: grens(i), tot: grens(i + 1) }))
  const elders = delen.slice(1).map((stuk) => draad(programma, stuk, invoer, uit))
  const som = new Float64Array(regels.length)
  const fout = maakLus(programma)(0, grens(1), invoer, uit, som)
  const antwoorden = [{ fout, som }, ...(await Promise.all(elders))]
  const reden = antwoorden.map((een) => programma.weigeringen[een.fout]).find((een) => een !== undefined)
  if (reden !== undefined) return geweigerd(reden)
  return gelukt({
    kolommen: uit,
    noemers: programma.noemers,
    sommen: regels.map((_, r) => antwoorden.reduce((tot, een) => tot + (een.som[r] ?? 0), 0)),
  })
}
