import { z } from 'zod'
import { vergelijkbaar } from '#basis/tekst.ts'
import { INVOERSOORTEN } from '#grootboek/deur.ts'
import { DOELVELDEN, type Doelveld, LIJSTSOORTEN } from '#uitwisseling/lijst/velden.ts'

export const GETALSTIJLEN = ['nl', 'en'] as const
export type Getalstijl = (typeof GETALSTIJLEN)[number]
export const DATUMSTIJLEN = ['dag-maand-jaar', 'maand-dag-jaar', 'jaar-maand-dag'] as const
export type Datumstijl = (typeof DATUMSTIJLEN)[number]

const Kolomprofiel = z.strictObject({
  veld: z.enum(DOELVELDEN),
  /** Koppen waaraan de kolom herkend wordt; hoofdletters en leestekens tellen niet. */
  titels: z.array(z.string().trim().min(1)).min(1),
  /** Mag ontbreken in een bestand van deze vorm. */
  mag_ontbreken: z.boolean().optional(),
  getalstijl: z.enum(GETALSTIJLEN).optional(),
  /** `6010 Jeugdhulp` in één cel: alleen het eerste woord is de code. */
  eerste_woord: z.boolean().optional(),
  /** Een lege cel betekent: hetzelfde als de rij erboven. */
  aanvullen: z.boolean().optional(),
})
export type Kolomprofiel = z.infer<typeof Kolomprofiel>

export const TOTAALWOORDEN = [
  'totaal',
  'totalen',
  'subtotaal',
  'eindtotaal',
  'generaal totaal',
  'total',
  'subtotal',
  'som',
]
export const OVERSLAANWOORDEN = [
  'beginsaldo',
  'eindsaldo',
  'openingssaldo',
  'transport',
  'saldo vorige periode',
]

/** Hoe een lijst van één leverancier of systeem gelezen wordt; bewaard als JSON nadat een mens het bevestigde. */
export const Invoerprofiel = z
  .strictObject({
    formaat: z.literal('omzien-invoerprofiel/1'),
    naam: z.string().trim().min(1).max(80),
    soort: z.enum(LIJSTSOORTEN),
    /** Nog niet aan een echt bestand getoetst. */
    aanname: z.boolean(),
    uitleg: z.string(),
    /** Hoeveel rijen de kop hoog is; bij 2 staat een groep koppen boven de kop zelf. */
    kopHoogte: z.union([z.literal(1), z.literal(2)]),
    /** Alleen bladen met deze namen; zonder dit veld elk zichtbaar blad waar de kop op staat. */
    bladen: z.array(z.string()).min(1).optional(),
    kolommen: z.array(Kolomprofiel).min(2),
    /** Hoe het bestand een last schrijft; credit is het omgekeerde. `(12,00)` en `12,00-` zijn altijd negatief. */
    teken: z.enum(['last_positief', 'last_negatief']),
    getalstijl: z.enum(GETALSTIJLEN),
    datumstijl: z.enum(DATUMSTIJLEN),
    /** Hoe het bestand zelf zijn restant uitrekent. */
    restant: z.enum(['met_verplichtingen', 'zonder_verplichtingen']),
    /** Rijen met zo'n woord worden nagerekend en niet ingelezen. */
    totaalwoorden: z.array(z.string().trim().min(1)),
    /** Rijen met zo'n woord, zoals een beginsaldo, worden overgeslagen en geteld. */
    overslaanwoorden: z.array(z.string().trim().min(1)),
    /** Welke regels dit bestand levert; zonder dit veld alles wat erin staat. */
    neem: z.array(z.enum(INVOERSOORTEN)).min(1).optional(),
  })
  .superRefine((profiel, ctx) => {
    for (const message of profielfouten(profiel)) ctx.addIssue({ code: 'custom', message })
  })
export type Invoerprofiel = z.infer<typeof Invoerprofiel>

type Kern = { soort: (typeof LIJSTSOORTEN)[number]; kolommen: readonly Kolomprofiel[] }

/** Wat aan een profiel ontbreekt voordat een bestand ermee gelezen kan worden, in zinnen voor wie het instelt. */
export function profielfouten({ soort, kolommen }: Kern): string[] {
  const velden: Doelveld[] = kolommen.map(({ veld }) => veld).filter((veld) => veld !== 'genegeerd')
  const heeft = (...gezocht: Doelveld[]): boolean => gezocht.some((veld) => velden.includes(veld))
  const fouten: string[] = []
  for (const veld of new Set(velden))
    if (velden.filter((ander) => ander === veld).length > 1)
      fouten.push(`Er zijn twee kolommen voor "${veld}". Kies er één.`)
  if (!heeft('rekening')) fouten.push('Kies de kolom met de rekening of kostensoort.')
  if (soort === 'mutaties') {
    if (!heeft('bedrag', 'debet', 'credit')) fouten.push('Kies de kolom met het bedrag, of debet en credit.')
    if (heeft('bedrag') && heeft('debet', 'credit'))
      fouten.push('Kies het bedrag, of debet en credit; niet allebei.')
    if (heeft('debet') !== heeft('credit')) fouten.push('Kies zowel debet als credit.')
    if (!heeft('datum', 'periode')) fouten.push('Kies de kolom met de datum of de periode.')
  }
  if (soort === 'verplichtingen') {
    if (!heeft('stuk', 'boekstuk')) fouten.push('Kies de kolom met het verplichtingnummer.')
    if (!heeft('bedrag', 'verplicht', 'restant'))
      fouten.push('Kies de kolom met het bedrag van de verplichting.')
  }
  if (soort === 'budgetuitputting' && !heeft('primitief', 'na-wijziging', 'verplicht', 'gerealiseerd'))
    fouten.push('Kies minstens één kolom met een bedrag: begroot, verplicht of gerealiseerd.')
  if (heeft('kant') && !heeft('bedrag'))
    fouten.push('Een kolom debet of credit hoort bij één kolom met een bedrag.')
  if (new Set(titels({ kolommen })).size !== titels({ kolommen }).length)
    fouten.push('Twee kolommen hebben dezelfde kop. Geef elke kolom een eigen kop.')
  return fouten
}

const titels = ({ kolommen }: Pick<Kern, 'kolommen'>): string[] =>
  kolommen.filter(({ veld }) => veld !== 'genegeerd').flatMap((kolom) => kolom.titels.map(vergelijkbaar))

/** Leest een bewaard profiel; een weigering zegt per plek wat er mis is. */
export function leesProfiel(
  json: unknown,
): { ok: true; waarde: Invoerprofiel } | { ok: false; reden: string[] } {
  const gelezen = Invoerprofiel.safeParse(json)
  if (gelezen.success) return { ok: true, waarde: gelezen.data }
  return {
    ok: false,
    reden: gelezen.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    ),
  }
}
