import { opsomming } from '#basis/tekst.ts'
import type { Knoop, Vergelijking } from '#regels/motor/expressie.ts'
import type { Invoerding } from '#regels/motor/invoer.ts'
import type { Parameter } from '#regels/motor/parameter.ts'
import type { Regel } from '#regels/motor/regel.ts'

/** De tekst van een regel, gemaakt uit de regel zelf: zo kan de uitleg niet van de berekening afwijken. */
export type Beschrijving =
  | { soort: 'zin'; tekst: string }
  | { soort: 'als'; voorwaarde: string; dan: Beschrijving; anders: Beschrijving }
  | { soort: 'rij'; kop: string; delen: readonly string[] }
  | { soort: 'tabel'; rijen: readonly { naam: string; tekst: Beschrijving }[] }

export type Namen = {
  parameter: (id: string) => Parameter | undefined
  regel: (id: string) => Regel | undefined
  invoer: (naam: string) => Invoerding | undefined
}

const DAN: Readonly<Record<Vergelijking, string>> = {
  '<=': 'is niet hoger dan',
  '<': 'is lager dan',
  '>=': 'is minstens',
  '>': 'is hoger dan',
  '=': 'is',
}

export function beschrijf(knoop: Knoop, namen: Namen): Beschrijving {
  if (knoop.op === 'als')
    return {
      soort: 'als',
      voorwaarde: oordeel(knoop.voorwaarde, namen),
      dan: beschrijf(knoop.dan, namen),
      anders: beschrijf(knoop.anders, namen),
    }
  if (knoop.op === 'en' || knoop.op === 'of')
    return {
      soort: 'rij',
      kop: knoop.op === 'en' ? 'Ja, als dit allemaal klopt:' : 'Ja, als één van deze dingen klopt:',
      delen: knoop.delen.map((deel) => oordeel(deel, namen)),
    }
  if (knoop.op === 'tabel') {
    const soorten = keuzenamen(knoop.keuze, namen)
    return {
      soort: 'tabel',
      rijen: knoop.rijen.map((rij, i) => ({ naam: soorten[i] ?? '', tekst: beschrijf(rij, namen) })),
    }
  }
  return { soort: 'zin', tekst: zin(knoop, namen) }
}

const keuzenamen = (knoop: Knoop, namen: Namen): readonly string[] => {
  if (knoop.op === 'regel') return Object.values(namen.regel(knoop.id)?.namen ?? {})
  const ding = knoop.op === 'invoer' ? namen.invoer(knoop.naam) : undefined
  return ding?.soort === 'keuze' ? Object.values(ding.namen) : []
}

function zin(knoop: Knoop, namen: Namen): string {
  const onder = (deel: Knoop): string => zin(deel, namen)
  switch (knoop.op) {
    case 'vast':
      return knoop.zin ?? (knoop.waarde === 0 ? 'niets' : String(knoop.waarde))
    case 'parameter':
      return namen.parameter(knoop.id)?.zin ?? knoop.id
    case 'bekend':
      return `${namen.parameter(knoop.parameter)?.zin ?? knoop.parameter} zoals gepubliceerd, of anders ${onder(knoop.anders)}`
    case 'invoer':
      return namen.invoer(knoop.naam)?.zin ?? knoop.naam
    case 'regel':
      return namen.regel(knoop.id)?.zin ?? knoop.id
    case 'som':
      return knoop.delen.map(onder).join(' plus ')
    case 'kleinste':
      return `het laagste van ${opsomming(knoop.delen.map(onder))}`
    case 'grootste': {
      const echt = knoop.delen.filter((deel) => deel.op !== 'vast' || deel.waarde !== 0)
      return echt.length === knoop.delen.length
        ? `het hoogste van ${opsomming(echt.map(onder))}`
        : `${opsomming(echt.map(onder))}, maar niet lager dan nul`
    }
    case 'verschil':
      return `${onder(knoop.a)} min ${onder(knoop.b)}`
    case 'maal':
      return `${onder(knoop.a)} maal ${onder(knoop.b)}`
    case 'omrekenen':
      return `${onder(knoop.a)}, ${knoop.zin}`
    case 'afronding':
      return `${onder(knoop.a)}, afgerond ${knoop.zin}`
    case 'als':
      return `${onder(knoop.dan)} als ${oordeel(knoop.voorwaarde, namen)}, en anders ${onder(knoop.anders)}`
    case 'tabel':
      return `het bedrag voor ${onder(knoop.keuze)}`
    default:
      return oordeel(knoop, namen)
  }
}

function oordeel(knoop: Knoop, namen: Namen): string {
  switch (knoop.op) {
    case 'en':
      return opsomming(knoop.delen.map((deel) => oordeel(deel, namen)))
    case 'of':
      return opsomming(
        knoop.delen.map((deel) => oordeel(deel, namen)),
        'of',
      )
    case 'niet':
      if (knoop.a.op === 'vergelijk') return vergelijking(knoop.a, namen, true)
      return knoop.a.op === 'invoer'
        ? ontkend(knoop.a.naam, namen)
        : `het is niet zo dat ${oordeel(knoop.a, namen)}`
    case 'vergelijk':
      return vergelijking(knoop, namen, false)
    default:
      return zin(knoop, namen)
  }
}

function vergelijking({ hoe, a, b }: Knoop & { op: 'vergelijk' }, namen: Namen, niet: boolean): string {
  const soorten = keuzenamen(a, namen)
  if (soorten.length > 0 && b.op === 'vast')
    return `${zin(a, namen)} is${niet ? ' niet' : ''}: ${soorten[b.waarde] ?? ''}`
  const gewoon = `${zin(a, namen)} ${DAN[hoe]} ${zin(b, namen)}`
  return niet ? `het is niet zo dat ${gewoon}` : gewoon
}

function ontkend(naam: string, namen: Namen): string {
  const ding = namen.invoer(naam)
  return ding?.soort === 'janee' ? ding.nee : `niet ${ding?.zin ?? naam}`
}
