/** De wet van de lagen, als gegevens en één gewone functie: wie mag van wie importeren. */
const LAGEN: readonly (readonly string[])[] = [
  ['basis'],
  ['ui'],
  ['toegang'],
  ['grootboek', 'regels', 'zaken', 'metingen'],
  ['programma'],
  ['initiatieven', 'wmo', 'regie', 'koppelingen', 'impact', 'inloop'],
  ['loket', 'verantwoording', 'monitor'],
  ['uitwisseling'],
  ['start'],
]

const BUITENWERELD =
  /^(?:kysely|pg|hono|@hono\/|@electric-sql\/|node:fs|node:http|node:net)|\.(?:store|flow|page|api)\.tsx?$/u
/** Elke invoer van een module, statisch of achteraf: wat ervoor staat, en waarvandaan. */
const INVOER =
  /((?:\bimport|\bexport)(?: type)?\s*(?:\{[^}]*\}|[\w*][\w\s,{}*]*?)\s*from|\bimport)\s*\(?\s*['"]([^'"]+)['"]/gu
const KIJKT_NIET_OP_DE_KLOK = /\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b|\bMath\.random\(\)/u
const BOVEN_UI = 2

const laag = (kamer: string): number => LAGEN.findIndex((kamers) => kamers.includes(kamer))

/** Een regel is een gewoon `.ts`-bestand van een kamer: geen store, flow, pagina, api, adapter of deur. */
const isRegel = (kamer: string, bestand: string): boolean =>
  laag(kamer) >= BOVEN_UI &&
  !['uitwisseling', 'start'].includes(kamer) &&
  /^(?:.*\/)?[a-z0-9-]+\.ts$/u.test(bestand) &&
  bestand !== 'deur.ts'

/** Bestanden die wel `x.ts` heten maar geen regel zijn; elk met zijn reden. */
export const GEEN_REGEL: ReadonlySet<string> = new Set([
  'src/toegang/routes.ts', // de routeraar zelf
  'src/toegang/koekjes.ts', // schrijft en leest cookies
  'src/toegang/grootbestand.ts', // schrijft een opgestuurd bestand naar schijf
  'src/toegang/invoerplek.ts', // beheert de map daarvoor
  'src/programma/api/openapi-eindpunten.ts', // beschrijft de eindpunten, en telt ze daarvoor op
  'src/programma/routes.ts', // telt de schermen op
  'src/verantwoording/routes.ts', // telt de schermen op
  'src/programma/planboek.ts', // houdt gelezen versies in het geheugen
])

export function overtredingen(pad: string, inhoud: string, geenRegel = GEEN_REGEL): string[] {
  const [, kamer = '', bestand = ''] = /^src\/([a-z]+)\/(.+)$/u.exec(pad) ?? []
  if (laag(kamer) === -1) return [`${pad}: de kamer ${kamer} staat niet in de lagen`]
  const regel = isRegel(kamer, bestand) && !geenRegel.has(pad)
  const gevonden = [...inhoud.matchAll(INVOER)].flatMap(([, namen = '', doel = '']) => {
    const alleenType = /^(?:import|export) type\b/u.test(namen)
    if (doel.startsWith('.')) return [`${pad}: schrijf ${doel} als #kamer/…`]
    if (regel && !alleenType && BUITENWERELD.test(doel)) return [`${pad}: een regel kent ${doel} niet`]
    const [, naar, rest = ''] = /^#([a-z]+)\/(.+)$/u.exec(doel) ?? []
    if (naar === undefined || naar === kamer) return []
    if (naar === 'test') return [`${pad}: alleen een test gebruikt ${doel}`]
    if (laag(naar) === -1 || laag(naar) >= laag(kamer)) return [`${pad}: ${kamer} mag niet op ${naar} leunen`]
    if (laag(naar) >= BOVEN_UI && rest !== 'deur.ts' && kamer !== 'start')
      return [`${pad}: ${naar} alleen via deur.ts`]
    return []
  })
  if (regel && KIJKT_NIET_OP_DE_KLOK.test(inhoud))
    gevonden.push(`${pad}: een regel kijkt niet op de klok en gooit niet met dobbelstenen`)
  return gevonden
}
