import { type Centen, centen } from '#basis/geld.ts'

/**
 * Verdeelt een bedrag naar gewicht, in hele centen die samen precies het bedrag zijn (grootste rest). Geen deel wijkt
 * een cent of meer af van zijn evenredige deel, en de uitkomst hangt niet af van de volgorde: bij een gelijke rest
 * beslist de naam. Gooit als een gewicht negatief is of alle gewichten nul zijn.
 */
export function verdeel<Sleutel extends string>(
  bedrag: Centen,
  gewichten: ReadonlyMap<Sleutel, number>,
): Map<Sleutel, Centen> {
  const delen = [...gewichten].filter(([, gewicht]) => gewicht !== 0)
  if (delen.some(([, gewicht]) => !Number.isSafeInteger(gewicht) || gewicht < 0))
    throw new RangeError('een gewicht is een heel getal van nul of meer')
  const som = delen.reduce((totaal, [, gewicht]) => totaal + BigInt(gewicht), 0n)
  if (som === 0n) throw new RangeError('zonder gewicht valt er niets te verdelen')
  const teken = bedrag < 0 ? -1 : 1
  const totaal = BigInt(Math.abs(bedrag))
  const basis = delen.map(([sleutel, gewicht]) => ({
    sleutel,
    heel: (totaal * BigInt(gewicht)) / som,
    rest: (totaal * BigInt(gewicht)) % som,
  }))
  const over = Number(totaal - basis.reduce((opgeteld, { heel }) => opgeteld + heel, 0n))
  const naarRest = basis.toSorted((a, b) =>
    a.rest === b.rest ? (a.sleutel < b.sleutel ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  )
  const extra = new Set(naarRest.slice(0, over).map(({ sleutel }) => sleutel))
  return new Map(
    basis.map(({ sleutel, heel }) => [
      sleutel,
      centen(teken * (Number(heel) + (extra.has(sleutel) ? 1 : 0))),
    ]),
  )
}

/** Hetzelfde over bronnen met een aandeel; noemt iemand een bron twee keer, dan telt dat samen. */
export function verdeelNaarAandeel(
  bedrag: Centen,
  aandelen: readonly { bron: string; gewicht: number }[],
): Map<string, Centen> {
  const gewichten = new Map<string, number>()
  for (const { bron, gewicht } of aandelen) gewichten.set(bron, (gewichten.get(bron) ?? 0) + gewicht)
  return verdeel(bedrag, gewichten)
}

/** Neemt een bedrag achtereenvolgens uit potten met een inhoud; wat niet past komt als laatste bij `rest`. */
export function waterval<Sleutel extends string>(
  bedrag: Centen,
  potten: readonly (readonly [Sleutel, Centen])[],
): { delen: Map<Sleutel, Centen>; rest: Centen } {
  const delen = new Map<Sleutel, Centen>()
  let over: number = bedrag
  for (const [sleutel, inhoud] of potten) {
    const deel = Math.min(over, Math.max(0, inhoud))
    if (deel <= 0) continue
    delen.set(sleutel, centen((delen.get(sleutel) ?? 0) + deel))
    over -= deel
  }
  return { delen, rest: centen(over) }
}
