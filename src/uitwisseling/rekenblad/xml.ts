import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'

export type Kenmerken = Readonly<Record<string, string>>
export type Lezer = {
  open: (naam: string, kenmerken: Kenmerken) => void
  sluit?: (naam: string) => void
  tekst?: (tekst: string) => void
}

const BROK = 64 * 1024

/** Namen zonder voorvoegsel: programma's kiezen hun voorvoegsels zelf. */
const zonderVoorvoegsel = (naam: string): string => naam.slice(naam.indexOf(':') + 1)

function plaatselijk(kenmerken: Record<string, string>): Kenmerken {
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
  const parser = new SaxesParser({ xmlns: false, position: false })
  let diepte = 0
  parser.on('doctype', () => {
    throw new Onleesbaar('doctype', deel)
  })
  parser.on('error', () => {
    throw new Onleesbaar('geen_xml', deel)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++diepte > GRENZEN.diepte) throw new Onleesbaar('geen_xml', deel)
    lezer.open(zonderVoorvoegsel(tag.name), plaatselijk(tag.attributes))
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    diepte--
    lezer.sluit?.(zonderVoorvoegsel(tag.name))
  })
  const { tekst } = lezer
  if (tekst !== undefined) {
    parser.on('text', tekst)
    parser.on('cdata', tekst)
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let begin = 0; begin < bytes.length; begin += BROK)
    parser.write(ontcijfer(() => decoder.decode(bytes.subarray(begin, begin + BROK), { stream: true }), deel))
  parser.write(ontcijfer(() => decoder.decode(), deel))
  parser.close()
}

function ontcijfer(stap: () => string, deel: string): string {
  try {
    return stap()
  } catch {
    throw new Onleesbaar('geen_xml', deel)
  }
}
