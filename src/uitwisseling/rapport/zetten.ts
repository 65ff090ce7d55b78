import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'
import { leesLetters } from '#uitwisseling/rapport/letters.ts'

/** Het zetten zelf, zonder te weten in welke draad: gegevens erin, PDF eruit. */

const SJABLOON = readFileSync(new URL('./rapport.typ', import.meta.url), 'utf8')
/** De enige map die de opmaak zou kunnen zien; er staat niets in dan programmatekst. */
const MAP = fileURLToPath(new URL('.', import.meta.url))

let zetter: NodeCompiler | undefined

const maakZetter = (): NodeCompiler =>
  NodeCompiler.create({
    workspace: MAP,
    fontArgs: [{ fontBlobs: leesLetters() }],
  })

/** Een stuk dat op zo veel bladen moet passen, met de lettermaten die het mag proberen, de grootste eerst. */
const Gegevens = z.object({
  passend: z.object({ bladen: z.int(), letters: z.array(z.string()).min(1) }).nullable(),
})

/** De grootste letter waarmee het past; past het nergens mee, dan de kleinste: liever een blad meer dan onleesbaar. */
function kiesLetter(zetter: NodeCompiler, gegevens: string): { letter?: string } {
  const { passend } = Gegevens.parse(JSON.parse(gegevens))
  if (passend === null) return {}
  const { bladen, letters } = passend
  const past = letters.find((letter) => {
    const { result } = zetter.compile({ mainFileContent: SJABLOON, inputs: { gegevens, letter } })
    return result !== null && result.numOfPages <= bladen
  })
  const letter = past ?? letters.at(-1)
  return letter === undefined ? {} : { letter }
}

/** `gegevens` is JSON; zij gaat als tekst naar binnen en wordt nooit als opmaak gelezen. */
export function zetPdf(gegevens: string): Uint8Array<ArrayBuffer> {
  zetter ??= maakZetter()
  try {
    return new Uint8Array(
      zetter.pdf(
        { mainFileContent: SJABLOON, inputs: { gegevens, ...kiesLetter(zetter, gegevens) } },
        { pdfStandard: 'ua-1' },
      ),
    )
  } finally {
    // Wat Typst van dit rapport onthield, helpt het volgende niet en groeit anders door.
    zetter.evictCache(0)
  }
}
