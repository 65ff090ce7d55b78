/**
 * Maakt opmaak klein zonder gereedschap van buiten: commentaar en witruimte weg, en van een
 * componentenbibliotheek alleen de regels waarvan wij de klassen gebruiken.
 */
export function klein(css: string, gebruikt?: ReadonlySet<string>): string {
  return blokken(css.replace(/\/\*[\s\S]*?\*\//gu, ''))
    .map((blok) => kleinBlok(blok, gebruikt))
    .filter((regel) => regel !== '')
    .join('\n')
}

type Blok = { kop: string; lijf: string }

/** Splitst op het buitenste niveau in `kop { lijf }`; een regel zonder lijf (`@import …;`) kennen we niet. */
function blokken(css: string): Blok[] {
  const gevonden: Blok[] = []
  let diepte = 0
  let begin = 0
  let open = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{' && diepte++ === 0) open = i
    if (css[i] !== '}' || --diepte !== 0) continue
    gevonden.push({ kop: css.slice(begin, open).trim(), lijf: css.slice(open + 1, i) })
    begin = i + 1
  }
  if (diepte !== 0) throw new Error('opmaak met een accolade te veel of te weinig')
  return gevonden
}

function kleinBlok({ kop, lijf }: Blok, gebruikt: ReadonlySet<string> | undefined): string {
  if (/^@(?:media|supports|container|layer)/u.test(kop)) {
    const binnen = klein(lijf, gebruikt)
    return binnen === '' ? '' : `${kleinTekst(kop)}{${binnen}}`
  }
  const keuzes =
    gebruikt === undefined
      ? kop
      : splitsKeuzes(kop)
          .filter((k) => isGebruikt(k, gebruikt))
          .join(',')
  const regels = lijf
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .map((regel) => kleinTekst(regel).replace(/^([\w-]+): /u, '$1:'))
    .filter((regel) => regel !== '')
  return keuzes === '' || regels.length === 0 ? '' : `${kleinTekst(keuzes)}{${regels.join(';')}}`
}

const kleinTekst = (tekst: string): string => tekst.replace(/\s+/gu, ' ').replace(/, /gu, ',').trim()

/** Splitst op komma's die niet tussen haakjes staan. */
const splitsKeuzes = (kop: string): string[] => kop.split(/,(?![^()]*\))/u).map((keuze) => keuze.trim())

function isGebruikt(keuze: string, gebruikt: ReadonlySet<string>): boolean {
  return [...keuze.matchAll(/\.(utrecht-[\w-]+)/gu)].every(([, klas = '']) => gebruikt.has(klas))
}
