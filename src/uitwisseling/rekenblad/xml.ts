import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'
import { maakXmlstroom, Xmlfout, zonderVoorvoegsel } from '#uitwisseling/xmlstroom.ts'

export type Kenmerken = Readonly<Record<string, string>>
export type Lezer = {
  open: (naam: string, kenmerken: Kenmerken) => void
  sluit?: (naam: string) => void
  tekst?: (tekst: string) => void
}

const BROK = 64 * 1024

function plaatselijk(kenmerken: Readonly<Record<string, string>>): Kenmerken {
  const uit: Record<string, string> = {}
  for (const naam in kenmerken) {
    const kort = zonderVoorvoegsel(naam)
    // `table:formula` gaat voor een uitbreiding als `calcext:formula` met dezelfde korte naam.
    if (!(kort in uit)) uit[kort] = kenmerken[naam] ?? ''
  }
  return uit
}

/**
 * Leest XML in brokken. Een DOCTYPE, een eigen entity, te diepe nesting en alles wat geen welgevormd XML in UTF-8 is,
 * gooit `Onleesbaar`; er wordt nooit iets van buiten het bestand opgehaald.
 */
export function leesXml(bytes: Uint8Array, deel: string, lezer: Lezer): void {
  const stroom = maakXmlstroom(
    { ...lezer, open: (naam, kenmerken) => lezer.open(naam, plaatselijk(kenmerken)) },
    { diepte: GRENZEN.diepte, langste: GRENZEN.perDeel },
  )
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let begin = 0; begin < bytes.length; begin += BROK)
      stroom.schrijf(
        ontcijfer(() => decoder.decode(bytes.subarray(begin, begin + BROK), { stream: true }), deel),
      )
    stroom.schrijf(ontcijfer(() => decoder.decode(), deel))
    stroom.sluit()
  } catch (fout) {
    if (!(fout instanceof Xmlfout)) throw fout
    throw new Onleesbaar(fout.reden === 'doctype' ? 'doctype' : 'geen_xml', deel)
  }
}

function ontcijfer(stap: () => string, deel: string): string {
  try {
    return stap()
  } catch {
    throw new Onleesbaar('geen_xml', deel)
  }
}
