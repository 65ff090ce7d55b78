import { sleutelVan, vergelijkbaar } from '#basis/tekst.ts'
import type { Doel, Koppelregel, Vindplaats } from '#grootboek/koppeling/koppelregel.ts'

/**
 * Een voorstel voor geld dat nog nergens bij hoort, uit eerdere keuzes en uit de codes zelf. Alleen een voorstel: er
 * gebeurt niets voordat iemand het overneemt.
 */

export type Koppelvoorstel = {
  doel: Doel
  /** Waarom dit wordt voorgesteld, als code; het scherm maakt er een zin van. */
  reden: 'code_gelijk' | 'zelfde_project' | 'zelfde_kostenplaats' | 'zelfde_rekening' | 'begin_gelijk'
}

/** Een onderdeel zoals het in codes herkend kan worden. */
export type Herkenbaar = {
  programma: string
  onderdeel: string
  code: string | null
  /** De code van het onderdeel waar dit deel van is: `5.3.6-westerbork` is een deel van 5.3.6. */
  boven: string | null
  namen: readonly string[]
}

/** Een bron zoals een bate haar kan noemen: project `POK` hoort bij de bijdrage voor de POK. */
export function stelBateVoor(
  plaats: Pick<Vindplaats, 'project' | 'kostenplaats'>,
  bronnen: readonly { programma: string; bron: string; naam: string }[],
): Koppelvoorstel | undefined {
  for (const code of [plaats.project, plaats.kostenplaats]) {
    const kaal = vergelijkbaar(code ?? '')
    if (kaal.length < KORTSTE_BEGIN) continue
    const genoemd = bronnen.filter(
      ({ bron, naam }) => bron === sleutelVan(kaal) || ` ${vergelijkbaar(naam)} `.includes(` ${kaal} `),
    )
    const [enige] = genoemd
    if (genoemd.length !== 1 || enige === undefined) continue
    const { programma, bron } = enige
    return { doel: { soort: 'ontvangst', programma, bron }, reden: 'code_gelijk' }
  }
  return undefined
}

const KORTSTE_BEGIN = 3
const KORTSTE_NAAM = 4

export function stelVoor(
  plaats: Vindplaats,
  regels: readonly Koppelregel[],
  onderdelen: readonly Herkenbaar[],
): Koppelvoorstel | undefined {
  const herkend = herken([plaats.project, plaats.kostenplaats], onderdelen)
  if (herkend !== undefined) return { doel: doelVan(herkend), reden: 'code_gelijk' }
  for (const [veld, reden] of [
    ['project', 'zelfde_project'],
    ['kostenplaats', 'zelfde_kostenplaats'],
    ['rekening', 'zelfde_rekening'],
  ] as const) {
    const doel = eensgezind(regels.filter((regel) => plaats[veld] !== null && regel[veld] === plaats[veld]))
    if (doel !== undefined) return { doel, reden }
  }
  for (const veld of ['project', 'kostenplaats'] as const) {
    const doel = eensgezind(langsteBegin(plaats[veld], veld, regels))
    if (doel !== undefined) return { doel, reden: 'begin_gelijk' }
  }
  return undefined
}

const doelVan = ({ programma, onderdeel }: Herkenbaar): Doel => ({
  soort: 'onderdeel',
  programma,
  onderdeel,
  bron: { soort: 'volgorde' },
  kenmerk: {},
})

/** `5.3.6-westerbork`, `536` en `inloop` wijzen elk naar hun onderdeel, als er maar één zo heet. */
function herken(
  codes: readonly (string | null)[],
  onderdelen: readonly Herkenbaar[],
): Herkenbaar | undefined {
  for (const code of codes) {
    if (code === null) continue
    const gevonden = onderdelen.filter((een) => heet(een, code))
    if (gevonden.length === 1) return gevonden[0]
  }
  return undefined
}

function heet({ onderdeel, code, boven, namen }: Herkenbaar, gezocht: string): boolean {
  const kaal = vergelijkbaar(gezocht)
  if (sleutelVan(gezocht) === onderdeel || gezocht === code) return true
  const alleNamen = [onderdeel, ...namen].map(vergelijkbaar)
  if (kaal.length >= KORTSTE_NAAM && alleNamen.includes(kaal)) return true
  const [nummer, nummerBoven] = [code, boven].map((een) => vergelijkbaar(een ?? ''))
  // Een nummer van één deel, zoals 5, is te kort om zonder punten te herkennen.
  if (nummer?.includes(' ') && kaal.replaceAll(' ', '') === nummer.replaceAll(' ', '')) return true
  return [nummer, nummerBoven].some((een) => {
    if (!een?.includes(' ') || !kaal.startsWith(`${een} `)) return false
    const erachter = kaal.slice(een.length + 1)
    return alleNamen.some((naam) => ` ${naam} `.includes(` ${erachter} `))
  })
}

/** Het doel waar al deze regels het over eens zijn. */
function eensgezind(regels: readonly Koppelregel[]): Doel | undefined {
  const doelen = new Map(regels.map(({ doel }) => [JSON.stringify(doel), doel]))
  return doelen.size === 1 ? [...doelen.values()][0] : undefined
}

function langsteBegin(
  code: string | null,
  veld: 'project' | 'kostenplaats',
  regels: readonly Koppelregel[],
): Koppelregel[] {
  if (code === null) return []
  let lengte = KORTSTE_BEGIN
  let beste: Koppelregel[] = []
  for (const regel of regels) {
    const anders = regel[veld]?.replace(/\*$/u, '')
    if (anders === undefined) continue
    let gelijk = 0
    while (gelijk < Math.min(code.length, anders.length) && code[gelijk] === anders[gelijk]) gelijk++
    if (gelijk > lengte) [lengte, beste] = [gelijk, [regel]]
    else if (gelijk === lengte) beste.push(regel)
  }
  return beste
}
