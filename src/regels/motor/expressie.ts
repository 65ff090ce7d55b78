import type { Breuk, Eenheid, Geldeenheid, Getaleenheid } from '#regels/motor/eenheid.ts'

/**
 * De bouwstenen van een regel. Eén boom geeft de uitkomst, de uitleg, de afhankelijkheden en de berekening over
 * kolommen; er staat geen getal in dat niet uit een parameter komt, behalve nul en één.
 */
export type Vergelijking = '<=' | '<' | '>=' | '>' | '='
export type Afrondwijze = 'half naar boven' | 'naar beneden'

export type Knoop =
  | { op: 'vast'; waarde: number; zin?: string | undefined }
  | { op: 'parameter'; id: string }
  | { op: 'invoer'; naam: string }
  | { op: 'regel'; id: string }
  | { op: 'som' | 'kleinste' | 'grootste' | 'en' | 'of'; delen: readonly Knoop[] }
  | { op: 'verschil'; a: Knoop; b: Knoop }
  | { op: 'maal'; a: Knoop; b: Knoop }
  | { op: 'omrekenen'; a: Knoop; met: Breuk; zin: string }
  | { op: 'vergelijk'; hoe: Vergelijking; a: Knoop; b: Knoop }
  | { op: 'niet'; a: Knoop }
  | { op: 'als'; voorwaarde: Knoop; dan: Knoop; anders: Knoop }
  | { op: 'tabel'; keuze: Knoop; rijen: readonly Knoop[]; sleutels: readonly string[] }
  | { op: 'afronding'; wijze: Afrondwijze; stap: number; a: Knoop; zin: string }
  | { op: 'bekend'; parameter: string; anders: Knoop }

/** Een boom met haar eenheid; `sleutels` alleen bij een keuze. */
export type Expr<E extends Eenheid = Eenheid, K extends string = string> = {
  readonly knoop: Knoop
  readonly eenheid: E
  readonly sleutels?: readonly K[]
}

const expr = <E extends Eenheid>(eenheid: E, knoop: Knoop): Expr<E> => ({ eenheid, knoop })

export const nul = <E extends Getaleenheid>(eenheid: E): Expr<E> => expr(eenheid, { op: 'vast', waarde: 0 })
export const aantal = (getal: 0 | 1 | 2): Expr<'aantal'> => expr('aantal', { op: 'vast', waarde: getal })
export const nooit: Expr<'waar'> = expr('waar', { op: 'vast', waarde: 0, zin: 'dat kan niet' })

export const parameter = <E extends Getaleenheid>(een: { id: string; eenheid: E }): Expr<E> =>
  expr(een.eenheid, { op: 'parameter', id: een.id })

/** De waarde van de parameter als zij op die dag bekend is; anders wat ervoor in de plaats komt. */
export const bekend = <E extends Getaleenheid>(
  een: { id: string; eenheid: E },
  anders: Expr<NoInfer<E>>,
): Expr<E> => expr(een.eenheid, { op: 'bekend', parameter: een.id, anders: anders.knoop })

type Meer<T> = readonly [T, T, ...T[]]
const knopen = (delen: readonly Expr[]): readonly Knoop[] => delen.map((deel) => deel.knoop)

export const som = <E extends Getaleenheid>(een: Expr<E>, ...meer: Expr<NoInfer<E>>[]): Expr<E> =>
  expr(een.eenheid, { op: 'som', delen: knopen([een, ...meer]) })
export const verschil = <E extends Getaleenheid>(a: Expr<E>, b: Expr<NoInfer<E>>): Expr<E> =>
  expr(a.eenheid, { op: 'verschil', a: a.knoop, b: b.knoop })
export const kleinste = <E extends Getaleenheid>(een: Expr<E>, ...meer: Expr<NoInfer<E>>[]): Expr<E> =>
  expr(een.eenheid, { op: 'kleinste', delen: knopen([een, ...meer]) })
export const grootste = <E extends Getaleenheid>(een: Expr<E>, ...meer: Expr<NoInfer<E>>[]): Expr<E> =>
  expr(een.eenheid, { op: 'grootste', delen: knopen([een, ...meer]) })

/** Een deel van iets: bedrag × percentage, of bedrag × aantal. */
export const maal = <E extends Getaleenheid>(a: Expr<E>, b: Expr<'deel' | 'aantal'>): Expr<E> =>
  expr(a.eenheid, { op: 'maal', a: a.knoop, b: b.knoop })

const omrekenen =
  <Van extends Geldeenheid, Naar extends Geldeenheid>(naar: Naar, met: Breuk, zin: string) =>
  (a: Expr<Van>): Expr<Naar> =>
    expr(naar, { op: 'omrekenen', a: a.knoop, met, zin })

/** Dertien perioden van vier weken zijn geen twaalf maanden; elke overgang is daarom een eigen stap met een naam. */
export const jaarNaarVierWeken = omrekenen<'per jaar', 'per 4 weken'>(
  'per 4 weken',
  { teller: 1, noemer: 13 },
  'gedeeld door 13 (perioden van 4 weken in een jaar)',
)
export const jaarNaarMaand = omrekenen<'per jaar', 'per maand'>(
  'per maand',
  { teller: 1, noemer: 12 },
  'gedeeld door 12 maanden',
)
export const maandNaarVierWeken = omrekenen<'per maand', 'per 4 weken'>(
  'per 4 weken',
  { teller: 12, noemer: 13 },
  'maal 12 maanden, gedeeld door 13 perioden',
)
export const vierWekenNaarMaand = omrekenen<'per 4 weken', 'per maand'>(
  'per maand',
  { teller: 13, noemer: 12 },
  'maal 13 perioden, gedeeld door 12 maanden',
)
export const maandNaarJaar = omrekenen<'per maand', 'per jaar'>(
  'per jaar',
  { teller: 12, noemer: 1 },
  'maal 12 maanden',
)
export const perUurNaarWeek = (tarief: Expr<'per uur'>, uren: Expr<'aantal'>): Expr<'per week'> =>
  expr('per week', { op: 'maal', a: tarief.knoop, b: uren.knoop })

const vergelijk =
  (hoe: Vergelijking) =>
  <E extends Getaleenheid>(a: Expr<E>, b: Expr<NoInfer<E>>): Expr<'waar'> =>
    expr('waar', { op: 'vergelijk', hoe, a: a.knoop, b: b.knoop })
export const hoogstens = vergelijk('<=')
export const onder = vergelijk('<')
export const minstens = vergelijk('>=')
export const boven = vergelijk('>')
export const gelijk = vergelijk('=')

export const en = (...delen: Meer<Expr<'waar'>>): Expr<'waar'> =>
  expr('waar', { op: 'en', delen: knopen(delen) })
export const of = (...delen: Meer<Expr<'waar'>>): Expr<'waar'> =>
  expr('waar', { op: 'of', delen: knopen(delen) })
export const niet = (a: Expr<'waar'>): Expr<'waar'> => expr('waar', { op: 'niet', a: a.knoop })

export const als = <E extends Eenheid, K extends string>(
  voorwaarde: Expr<'waar'>,
  dan: Expr<E, K>,
  anders: Expr<NoInfer<E>, NoInfer<K>>,
): Expr<E, K> => ({
  ...dan,
  knoop: { op: 'als', voorwaarde: voorwaarde.knoop, dan: dan.knoop, anders: anders.knoop },
})

/** De namen waaruit een keuze bestaat; een tabel moet ze allemaal noemen, anders bouwt het niet. */
export const keuzen = <const K extends string>(namen: Readonly<Record<K, string>>) => {
  const sleutels = Object.keys(namen) as K[]
  return {
    sleutels,
    namen,
    van: (sleutel: K): Expr<'soort', K> => ({
      eenheid: 'soort',
      sleutels,
      knoop: { op: 'vast', waarde: sleutels.indexOf(sleutel), zin: namen[sleutel] },
    }),
  }
}

export const tabel = <K extends string, E extends Getaleenheid>(
  keuze: Expr<'soort', K>,
  eenheid: E,
  rijen: Readonly<Record<NoInfer<K>, Expr<NoInfer<E>>>>,
): Expr<E> => {
  const sleutels = keuze.sleutels ?? []
  return expr(eenheid, {
    op: 'tabel',
    keuze: keuze.knoop,
    sleutels,
    rijen: sleutels.map((sleutel) => rijen[sleutel].knoop),
  })
}

export const isSoort = <K extends string>(keuze: Expr<'soort', K>, ...welke: NoInfer<K>[]): Expr<'waar'> => {
  const gelijkAan = (sleutel: K): Knoop => ({
    op: 'vergelijk',
    hoe: '=',
    a: keuze.knoop,
    b: { op: 'vast', waarde: keuze.sleutels?.indexOf(sleutel) ?? -1, zin: sleutel },
  })
  const delen = welke.map(gelijkAan)
  return expr('waar', delen.length === 1 && delen[0] !== undefined ? delen[0] : { op: 'of', delen })
}

/** Afronden is altijd een stap met een naam; `stap` in centen. */
export const afronden = <E extends Geldeenheid>(
  a: Expr<E>,
  wijze: Afrondwijze = 'half naar boven',
  stap = 1,
): Expr<E> =>
  expr(a.eenheid, {
    op: 'afronding',
    wijze,
    stap,
    a: a.knoop,
    zin: stap === 1 ? `op hele centen (${wijze})` : `op een veelvoud van ${stap} cent (${wijze})`,
  })

/** De eerste trede waarvan de bovengrens gehaald wordt; daarboven geldt `anders`. De grens zelf telt mee. */
export const staffel = <E extends Getaleenheid, U extends Getaleenheid>(
  waarde: Expr<E>,
  treden: readonly { totEnMet: Expr<NoInfer<E>>; dan: Expr<U> }[],
  anders: Expr<NoInfer<U>>,
): Expr<U> =>
  treden.reduceRight<Expr<U>>(
    (rest, trede) => als<U, string>(hoogstens<E>(waarde, trede.totEnMet), trede.dan, rest),
    anders,
  )
