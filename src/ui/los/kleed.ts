import { readFileSync } from 'node:fs'

/**
 * Maakt van een tekening voor een pagina een los SVG-bestand: elke klas wordt vervangen door de kleuren, lijnen en
 * letters die het thema haar geeft, als gewone kenmerken. Een stijlblad met variabelen of gestapelde kiezers lezen
 * Typst, LibreOffice en Word niet alle drie; kenmerken wel.
 */

const BESTANDEN = [
  'thema',
  'grafiek',
  'grafiek-staaf',
  'grafiek-tijd',
  'grafiek-geld',
  'grafiek-uitvoer',
] as const

/** Wat in CSS hetzelfde heet als het kenmerk in SVG. */
const KENMERKEN = new Set([
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-weight',
  'font-style',
  'paint-order',
])

/** Deze ouders staan er op een pagina altijd omheen; in een los bestand geldt hun regel dus ook. */
const OUDERS = new Set(['.oz-staven__balk', '.oz-waterval__sleutel', '.oz-bullet--nadruk'])

type Verklaringen = ReadonlyMap<string, string>

/** Alleen gewone regels; wat achter een `@` staat, is voor papier, hoog contrast of smalle schermen. */
function regelsVan(css: string): { kiezers: string[]; verklaringen: Verklaringen }[] {
  const kaal = css.replace(/\/\*[\s\S]*?\*\//gu, '')
  const regels: { kiezers: string[]; verklaringen: Verklaringen }[] = []
  let diepte = 0
  let begin = 0
  for (let i = 0; i < kaal.length; i++) {
    if (kaal[i] === '{') diepte++
    if (kaal[i] !== '}' || --diepte > 0) continue
    const [kop = '', ...rest] = kaal.slice(begin, i).split('{')
    begin = i + 1
    if (kop.trim().startsWith('@')) continue
    const paren = rest
      .join('{')
      .split(';')
      .flatMap((paar) => {
        const plek = paar.indexOf(':')
        return plek === -1 ? [] : [[paar.slice(0, plek).trim(), paar.slice(plek + 1).trim()] as const]
      })
    regels.push({ kiezers: kop.split(',').map((k) => k.trim()), verklaringen: new Map(paren) })
  }
  return regels
}

/** De klas waar een kiezer over gaat, als zijn ouders er altijd zijn. */
function klasVan(kiezer: string): string | undefined {
  const delen = kiezer.split(/\s+/u)
  const laatste = delen.at(-1) ?? ''
  if (!/^\.[\w-]+$/u.test(laatste)) return undefined
  return delen.slice(0, -1).every((ouder) => OUDERS.has(ouder)) ? laatste.slice(1) : undefined
}

function leesThema(): { variabelen: Verklaringen; klassen: ReadonlyMap<string, Verklaringen> } {
  const variabelen = new Map<string, string>()
  const klassen = new Map<string, Map<string, string>>()
  for (const naam of BESTANDEN) {
    const css = readFileSync(new URL(`../stijl/${naam}.css`, import.meta.url), 'utf8')
    for (const { kiezers, verklaringen } of regelsVan(css)) {
      if (kiezers.includes(':root')) for (const [k, v] of verklaringen) variabelen.set(k, v)
      for (const klas of kiezers.flatMap((kiezer) => klasVan(kiezer) ?? [])) {
        const eigen = klassen.get(klas) ?? new Map<string, string>()
        klassen.set(klas, eigen)
        for (const [k, v] of verklaringen) eigen.set(k, v)
      }
    }
  }
  return { variabelen, klassen }
}

const THEMA = leesThema()

/** De kleur van het thema zoals zij op papier is. */
export const themakleur = (naam: string): string => THEMA.variabelen.get(`--oz-${naam}`) ?? '#000000'

function kenmerkenVan(namen: readonly string[]): string {
  const samen = new Map<string, string>()
  for (const naam of namen) for (const [k, v] of THEMA.klassen.get(naam) ?? []) samen.set(k, v)
  const vul = (waarde: string): string =>
    waarde.replace(/var\((--[\w-]+)\)/gu, (_, naam: string) =>
      vul(samen.get(naam) ?? THEMA.variabelen.get(naam) ?? ''),
    )
  return [...samen]
    .filter(([naam, waarde]) => KENMERKEN.has(naam) && waarde !== 'inherit')
    .map(([naam, waarde]) => ` ${naam}="${gewicht(naam, vul(waarde))}"`)
    .join('')
}

/** Een vaste letter heeft gewicht 600; de 650 van het scherm bestaat alleen in de veranderlijke letter. */
const gewicht = (naam: string, waarde: string): string =>
  naam === 'font-weight' && Number(waarde) > 500 ? '600' : waarde.replace(/px$/u, '')

export const LETTERS = "'Source Sans 3', 'DejaVu Sans', sans-serif"

/** Een tekening met klassen wordt een bestand dat op zichzelf staat. */
export function kleed(svg: string): string {
  return svg
    .replace(
      /^<svg[^>]*?(?= viewBox)/u,
      `<svg xmlns="http://www.w3.org/2000/svg" font-family="${LETTERS}" font-size="15"`,
    )
    .replace(/ focusable="false"/gu, '')
    .replace(/ class="([^"]*)"/gu, (_, klas: string) => kenmerkenVan(klas.split(' ')))
}
