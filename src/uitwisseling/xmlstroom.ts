import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** Waarom XML niet verder gelezen wordt. */
export type Xmlreden = 'doctype' | 'geen_xml' | 'te_diep' | 'te_lang' | 'afgebroken'

/** De boodschap is alleen de reden: wat in het bestand staat, komt nooit in een fout terecht. */
export class Xmlfout extends Error {
  readonly reden: Xmlreden
  readonly regel: number
  constructor(reden: Xmlreden, regel: number) {
    super(reden)
    this.reden = reden
    this.regel = regel
  }
}

/** Namen zijn zonder voorvoegsel; kenmerken (attributen) staan er zoals in het bestand. */
export type Xmllezer = {
  open: (naam: string, kenmerken: Readonly<Record<string, string>>) => void
  sluit?: ((naam: string) => void) | undefined
  tekst?: ((tekst: string) => void) | undefined
}

export type Xmlstroom = {
  schrijf: (tekst: string) => void
  sluit: () => void
  /** De regel van het bestand waar het lezen nu is, vanaf 1. */
  regel: () => number
}

/** Namen zonder voorvoegsel: programma's kiezen hun voorvoegsels zelf. */
export const zonderVoorvoegsel = (naam: string): string => naam.slice(naam.indexOf(':') + 1)

/**
 * Leest XML die in brokken binnenkomt. Een DOCTYPE, een eigen entity, te diepe nesting, één tekst of naam die langer
 * is dan `langste` en alles wat geen welgevormd XML is, gooit `Xmlfout`; er wordt nooit iets van buiten het bestand
 * opgehaald. `langste` begrenst ook het geheugen: zo lang mag er gelezen worden zonder dat er een element begint of
 * eindigt.
 *
 * Niet meer dan zes luisteraars: saxes bewaart ze als losse eigenschappen, en bij acht maakt V8 van de lezer een
 * woordenboek. Gemeten: dan leest hij zes keer zo langzaam.
 */
export function maakXmlstroom(lezer: Xmllezer, grens: { diepte: number; langste: number }): Xmlstroom {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let diepte = 0
  let laatste = 0
  let aanHetEind = false
  const stop = (reden: Xmlreden): never => {
    throw new Xmlfout(reden, parser.line)
  }
  const verder = (): void => {
    if (parser.position - laatste > grens.langste) stop('te_lang')
  }
  const gebeurt = (): void => {
    verder()
    laatste = parser.position
  }
  parser.on('doctype', () => stop('doctype'))
  parser.on('error', () => stop(aanHetEind ? 'afgebroken' : 'geen_xml'))
  parser.on('opentag', (tag: SaxesTagPlain) => {
    gebeurt()
    if (++diepte > grens.diepte) stop('te_diep')
    lezer.open(zonderVoorvoegsel(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    gebeurt()
    diepte--
    lezer.sluit?.(zonderVoorvoegsel(tag.name))
  })
  const { tekst } = lezer
  if (tekst !== undefined) {
    parser.on('text', tekst)
    parser.on('cdata', tekst)
  }
  return {
    schrijf(brok) {
      parser.write(brok)
      verder()
    },
    sluit() {
      aanHetEind = true
      parser.close()
    },
    regel: () => parser.line,
  }
}
