import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
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

/** `gegevens` is JSON; zij gaat als tekst naar binnen en wordt nooit als opmaak gelezen. */
export function zetPdf(gegevens: string): Uint8Array<ArrayBuffer> {
  zetter ??= maakZetter()
  try {
    return new Uint8Array(
      zetter.pdf({ mainFileContent: SJABLOON, inputs: { gegevens } }, { pdfStandard: 'ua-1' }),
    )
  } finally {
    // Wat Typst van dit rapport onthield, helpt het volgende niet en groeit anders door.
    zetter.evictCache(0)
  }
}
