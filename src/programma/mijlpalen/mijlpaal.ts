import {
  type Datum,
  dagnummer,
  eersteDag,
  laatsteDag,
  type Tijdvak,
  tijdvak,
  toonDatum,
  toonTijdvak,
} from '#basis/datum.ts'
import type { Moment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Mijlpaal, Onderdeel } from '#programma/plan.ts'
import type { StatusSoort } from '#ui/status.tsx'

/**
 * Hoe het met een mijlpaal staat: wat het plan zegt, wat er nu verwacht wordt, en wanneer zij is bereikt. Het plan blijft
 * daarbij wat het is; een melding verandert er niets aan.
 */

export const MIJLPAALFASEN = ['verwacht', 'bereikt', 'vervallen'] as const
export type Mijlpaalfase = (typeof MIJLPAALFASEN)[number]

/** Wat iemand meldt. Na `bereikt` kan weer `verwacht` komen: dan is het bereiken ingetrokken. */
export type Melding = {
  fase: Mijlpaalfase
  verwacht: Tijdvak | null
  /** De verwachting in woorden, zoals "zomer 2026": een jaargetijde is geen tijdvak. */
  letterlijk: string | null
  bereiktOp: Datum | null
  reden: string
}

/** `reden` en `door` zijn er alleen voor wie aan het programma werkt. */
export type Mijlpaalmelding = Melding & {
  onderdeel: string
  mijlpaal: string
  volgnr: number
  op: Moment
  door: string | null
}

/** De laatste melding met wat het plan (nu of ooit) over de mijlpaal zegt. */
export type Mijlpaalstand = {
  onderdeel: string
  mijlpaal: string
  wat: string
  gepland: Tijdvak | null
  geplandLetterlijk: string | null
  /** Staat de mijlpaal in het plan dat bekeken wordt? Zo niet, dan is zij eruit gehaald. */
  inPlan: boolean
  laatste: Mijlpaalmelding | undefined
}

/** Hoe een verdwenen mijlpaal heette toen zij nog in het plan stond. */
export type Mijlpaalnaam = { onderdeel: string; mijlpaal: string; wat: string; gepland: Tijdvak | null }

export const mijlpaalsleutel = ({ onderdeel, mijlpaal }: { onderdeel: string; mijlpaal: string }): string =>
  `${onderdeel}/${mijlpaal}`

const standUitPlan = (onderdeel: string, mijlpaal: Mijlpaal): Omit<Mijlpaalstand, 'laatste'> => ({
  onderdeel,
  mijlpaal: mijlpaal.id,
  wat: mijlpaal.wat,
  gepland: mijlpaal.wanneer,
  geplandLetterlijk: mijlpaal.letterlijk ?? null,
  inPlan: true,
})

/**
 * Alle mijlpalen van het plan, en daarachter wat het plan niet meer noemt maar waarover wel is gemeld. Heeft zo'n
 * mijlpaal voor deze lezer geen naam, dan staat zij alleen in een concept en bestaat zij voor haar niet.
 */
export function mijlpaalstanden(
  onderdelen: readonly Pick<Onderdeel, 'id' | 'mijlpalen'>[],
  meldingen: readonly Mijlpaalmelding[],
  namen: readonly Mijlpaalnaam[] = [],
): Mijlpaalstand[] {
  const laatste = new Map<string, Mijlpaalmelding>()
  for (const melding of meldingen) {
    const sleutel = mijlpaalsleutel(melding)
    if ((laatste.get(sleutel)?.volgnr ?? 0) < melding.volgnr) laatste.set(sleutel, melding)
  }
  const uitPlan = onderdelen.flatMap(({ id, mijlpalen }) =>
    mijlpalen.map((mijlpaal) => standUitPlan(id, mijlpaal)),
  )
  const bekend = new Set(uitPlan.map(mijlpaalsleutel))
  const naamVan = new Map(namen.map((naam) => [mijlpaalsleutel(naam), naam]))
  const verdwenen = [...laatste.values()]
    .filter((melding) => !bekend.has(mijlpaalsleutel(melding)))
    .flatMap((melding) => {
      const naam = naamVan.get(mijlpaalsleutel(melding))
      return naam === undefined ? [] : [{ ...naam, geplandLetterlijk: null, inPlan: false }]
    })
  return [...uitPlan, ...verdwenen].map((stand) => ({
    ...stand,
    laatste: laatste.get(mijlpaalsleutel(stand)),
  }))
}

export type Afwijking = { soort: 'eerder' | 'later' | 'zoals-gepland'; dagen: number }

/**
 * Hoeveel dagen het verschilt. Een tijdvak is pas later als zijn laatste dag na die van het plan ligt, en pas eerder als
 * het helemaal vóór het tijdvak van het plan ligt: binnen "derde kwartaal" is elke dag zoals gepland.
 */
export function afwijkingVan(gepland: Tijdvak, nu: Tijdvak): Afwijking {
  const later = dagnummer(laatsteDag(nu)) - dagnummer(laatsteDag(gepland))
  if (later > 0) return { soort: 'later', dagen: later }
  const eerder = dagnummer(eersteDag(gepland)) - dagnummer(laatsteDag(nu))
  return eerder > 0 ? { soort: 'eerder', dagen: eerder } : { soort: 'zoals-gepland', dagen: 0 }
}

const DAGEN_PER_MAAND = 30.44

/** In woorden: tot twee maanden in dagen, daarboven in maanden, want preciezer weet niemand het. */
export function afwijkingzin({ soort, dagen }: Afwijking): string {
  if (soort === 'zoals-gepland') return 'zoals gepland'
  const maanden = Math.round(dagen / DAGEN_PER_MAAND)
  const hoeveel = dagen < 61 ? telwoord(dagen, 'dag', 'dagen') : `ongeveer ${maanden} maanden`
  return `${hoeveel} ${soort} dan gepland`
}

/** Het tijdvak dat nu telt: de dag van bereiken, of wat er verwacht wordt. */
export function nuVan({ laatste }: Pick<Mijlpaalstand, 'laatste'>): Tijdvak | undefined {
  if (laatste === undefined || laatste.fase === 'vervallen') return undefined
  return (laatste.fase === 'bereikt' ? alsTijdvak(laatste.bereiktOp) : laatste.verwacht) ?? undefined
}
const alsTijdvak = (dag: Datum | null): Tijdvak | null => (dag === null ? null : tijdvak(dag))

export const afwijkingBij = (stand: Mijlpaalstand): Afwijking | undefined => {
  const nu = nuVan(stand)
  return nu === undefined || stand.gepland === null ? undefined : afwijkingVan(stand.gepland, nu)
}

export const geplandTekst = ({
  gepland,
  geplandLetterlijk,
}: Pick<Mijlpaalstand, 'gepland' | 'geplandLetterlijk'>): string =>
  gepland === null ? (geplandLetterlijk ?? 'niet genoemd') : toonTijdvak(gepland)

/** Wat er verwacht wordt of bereikt is, in woorden; `undefined` als er niets is gemeld. */
export function nuTekst({ laatste }: Pick<Mijlpaalstand, 'laatste'>): string | undefined {
  if (laatste === undefined) return undefined
  if (laatste.fase === 'vervallen') return 'gaat niet door'
  if (laatste.fase === 'bereikt') return laatste.bereiktOp === null ? undefined : toonDatum(laatste.bereiktOp)
  return laatste.letterlijk ?? (laatste.verwacht === null ? undefined : toonTijdvak(laatste.verwacht))
}

export type Mijlpaalwoord = { status: StatusSoort; tekst: string }

/** De stand in een woord, met waarom. */
export function woordVan(stand: Mijlpaalstand, vandaag: Datum): Mijlpaalwoord {
  const { laatste, gepland } = stand
  const isVoorbij = (tijd: Tijdvak | null): boolean => tijd !== null && laatsteDag(tijd) < vandaag
  if (laatste === undefined)
    return isVoorbij(gepland)
      ? { status: 'let-op', tekst: 'Voorbij, niets gemeld' }
      : { status: 'geen-gegevens', tekst: 'Nog niets gemeld' }
  if (laatste.fase === 'vervallen') return { status: 'gestopt', tekst: 'Vervallen' }
  if (laatste.fase === 'bereikt') return { status: 'klaar', tekst: 'Bereikt' }
  if (isVoorbij(laatste.verwacht)) return { status: 'bijsturen', tekst: 'Te laat' }
  // Alleen in woorden gemeld is niet te vergelijken; is de geplande tijd voorbij, dan is het in elk geval later.
  const later = laatste.verwacht === null ? isVoorbij(gepland) : afwijkingBij(stand)?.soort === 'later'
  return later ? { status: 'let-op', tekst: 'Verwacht, later' } : { status: 'op-koers', tekst: 'Verwacht' }
}

/** Zegt een melding precies wat er al geldt? Dan is het een tweede druk op de knop. */
export const zelfdeMelding = (een: Melding, ander: Melding): boolean =>
  een.fase === ander.fase &&
  een.verwacht === ander.verwacht &&
  een.letterlijk === ander.letterlijk &&
  een.bereiktOp === ander.bereiktOp &&
  een.reden === ander.reden

/** Hoe vaak de verwachting naar achteren ging. */
export function keerUitgesteld(meldingen: readonly Mijlpaalmelding[], gepland: Tijdvak | null): number {
  let vorige = gepland
  let keer = 0
  for (const { fase, verwacht } of meldingen.toSorted((a, b) => a.volgnr - b.volgnr)) {
    if (fase !== 'verwacht' || verwacht === null) continue
    if (vorige !== null && laatsteDag(verwacht) > laatsteDag(vorige)) keer++
    vorige = verwacht
  }
  return keer
}
