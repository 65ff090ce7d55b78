import type { Datum } from '#basis/datum.ts'
import type { Eenheid } from '#regels/motor/eenheid.ts'
import type { Expr, Knoop } from '#regels/motor/expressie.ts'
import type { Bron } from '#regels/motor/parameter.ts'

/** Zo luidt een regel in een periode. Verandert de wet, dan komt er een versie bij. */
export type Regelversie = { vanaf: Datum; tot: Datum; bron: Bron; knoop: Knoop }

export type Regel = {
  id: string
  naam: string
  /** Zoals de naam midden in een zin staat, met lidwoord; bij ja of nee de hele zin. */
  zin: string
  /** Bij een regel met ja of nee: de zin als het niet klopt. */
  zinNiet?: string | undefined
  eenheid: Eenheid
  sleutels?: readonly string[] | undefined
  /** Bij een keuze: hoe elke uitkomst heet. */
  namen?: Readonly<Record<string, string>> | undefined
  uitleg: string
  status: 'geldend' | 'voorstel' | 'te bevestigen'
  versies: readonly Regelversie[]
}

export type Gelezen<E extends Eenheid, K extends string> = Regel & Expr<E, K>

type Kenmerken = Pick<Regel, 'id' | 'naam' | 'zin' | 'uitleg'> &
  Partial<Pick<Regel, 'zinNiet' | 'status' | 'namen'>>

/** Een regel met een of meer versies. Wat teruggaat, is ook een bouwsteen voor de volgende regel. */
export function regel<E extends Eenheid, K extends string = string>(
  kenmerken: Kenmerken,
  ...versies: { vanaf: Datum; tot: Datum; bron: Bron; expr: Expr<E, K> }[]
): Gelezen<E, K> {
  const [eerste] = versies
  if (eerste === undefined) throw new Error(`regel ${kenmerken.id} heeft geen versie`)
  const { eenheid, sleutels } = eerste.expr
  if (versies.some(({ expr }) => expr.eenheid !== eenheid))
    throw new Error(`regel ${kenmerken.id} heeft versies met verschillende eenheden`)
  return {
    status: 'geldend',
    ...kenmerken,
    eenheid,
    ...(sleutels === undefined ? {} : { sleutels }),
    versies: versies.map(({ expr, ...rest }) => ({ ...rest, knoop: expr.knoop })),
    knoop: { op: 'regel', id: kenmerken.id },
  }
}

export type Regelset = {
  regels: ReadonlyMap<string, Regel>
  /** Elke regel na alles wat zij nodig heeft. */
  volgorde: readonly Regel[]
}

/** Wat er direct onder een knoop hangt. */
export function kinderen(knoop: Knoop): readonly Knoop[] {
  switch (knoop.op) {
    case 'som':
    case 'kleinste':
    case 'grootste':
    case 'en':
    case 'of':
      return knoop.delen
    case 'verschil':
    case 'maal':
    case 'vergelijk':
      return [knoop.a, knoop.b]
    case 'omrekenen':
    case 'niet':
    case 'afronding':
      return [knoop.a]
    case 'als':
      return [knoop.voorwaarde, knoop.dan, knoop.anders]
    case 'tabel':
      return [knoop.keuze, ...knoop.rijen]
    case 'bekend':
      return [knoop.anders]
    default:
      return []
  }
}

export type Afhankelijk = {
  regels: ReadonlySet<string>
  parameters: ReadonlySet<string>
  invoer: ReadonlySet<string>
}

/** Wat een regel zelf noemt, in al haar versies: de lijnen van het afhankelijkheidsschema. */
export function directNodig({ versies }: Regel): Afhankelijk {
  const regels = new Set<string>()
  const parameters = new Set<string>()
  const invoer = new Set<string>()
  const loop = (knoop: Knoop): void => {
    if (knoop.op === 'regel') regels.add(knoop.id)
    if (knoop.op === 'parameter') parameters.add(knoop.id)
    if (knoop.op === 'bekend') parameters.add(knoop.parameter)
    if (knoop.op === 'invoer') invoer.add(knoop.naam)
    for (const kind of kinderen(knoop)) loop(kind)
  }
  for (const versie of versies) loop(versie.knoop)
  return { regels, parameters, invoer }
}

/** Zet de regels op volgorde. Een kring of een regel die er niet is, weigert hier al: bij het bouwen. */
export function maakRegelset(lijst: readonly Regel[]): Regelset {
  const regels = new Map(lijst.map((een) => [een.id, een]))
  if (regels.size !== lijst.length) throw new Error('twee regels hebben dezelfde naam')
  const klaar = new Set<string>()
  const volgorde: Regel[] = []
  const bezoek = (id: string, pad: readonly string[]): void => {
    if (klaar.has(id)) return
    if (pad.includes(id)) throw new Error(`deze regels draaien in een kring: ${[...pad, id].join(' → ')}`)
    const een = regels.get(id)
    if (een === undefined) throw new Error(`regel ${pad.at(-1) ?? ''} noemt ${id}, en die is er niet`)
    for (const nodig of directNodig(een).regels) bezoek(nodig, [...pad, id])
    klaar.add(id)
    volgorde.push(een)
  }
  for (const { id } of lijst) bezoek(id, [])
  return { regels, volgorde }
}
