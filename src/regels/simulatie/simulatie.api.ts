import type { Context } from 'hono'
import { invoerfout } from '#basis/invoerfout.ts'
import { probleemAntwoord } from '#basis/probleem.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import { type Simulatieweigering, simuleer } from '#regels/simulatie/simuleer.ts'
import { weigerzinnen } from '#regels/simulatie/teksten.ts'
import { simulatieUit } from '#regels/simulatie/uitvoer.ts'
import { vindVariant } from '#regels/variant/klaar.ts'
import type { Variant } from '#regels/variant/variant.ts'
import { Simulatievraagvorm } from '#regels/vormen.ts'
import type { Omgeving } from '#toegang/deur.ts'

/** Zoveel simulaties tegelijk; een volgende hoort dat zij moet wachten. */
const MEESTE_TEGELIJK = 2

/** Rekent varianten door over de bevolking die Omzien voor deze gemeente meebrengt. Er wordt niets bewaard. */
export function maakSimulatieApi(): (c: Context<Omgeving>) => Promise<Response> {
  let bezig = 0
  return async (c) => {
    const gelezen = Simulatievraagvorm.safeParse(leesJson(await c.req.text()), { reportInput: true })
    if (!gelezen.success)
      return probleemAntwoord(
        400,
        'vraag_klopt_niet',
        'De vraag is niet te lezen. Er is niets uitgerekend.',
        {
          fouten: gelezen.error.issues.map((fout) => ({
            pad: fout.path.join('.'),
            melding: invoerfout(fout),
          })),
        },
      )
    const gemeente = c.get('bezoek').gemeente.code
    const varianten = zoekVarianten(gelezen.data.varianten)
    if (!varianten.ok)
      return probleemAntwoord(400, 'variant_onbekend', `De variant ${varianten.reden} kennen wij niet.`)
    const marginalen = await findMarginalen(gemeente)
    if (marginalen === undefined)
      return probleemAntwoord(409, 'geen_bevolking', 'Van deze gemeente is geen bestand met tellingen.')
    if (bezig >= MEESTE_TEGELIJK)
      return probleemAntwoord(
        429,
        'te_vaak',
        'Er lopen al simulaties. Probeer het over een paar tellen opnieuw.',
      )
    const { datum: dag, varianten: _, ...rest } = gelezen.data
    const vraag = { ...rest, gemeente, dag, marginalen, varianten: varianten.waarde }
    bezig++
    try {
      const uitkomst = await simuleer(vraag, { signaal: c.req.raw.signal })
      return uitkomst.ok
        ? Response.json(simulatieUit(uitkomst.waarde, vraag, undefined))
        : weiger(uitkomst.reden, gemeente)
    } finally {
      bezig--
    }
  }
}

function zoekVarianten(lijst: readonly (string | Variant)[]): Uitkomst<Variant[], string> {
  const uit: Variant[] = []
  for (const een of lijst) {
    const variant = typeof een === 'string' ? vindVariant(een) : een
    if (variant === undefined) return geweigerd(String(een))
    uit.push(variant)
  }
  return gelukt(uit)
}

/** Wat wij niet weten is 409; wat de vrager kan verbeteren 400. */
function weiger(reden: Simulatieweigering, gemeente: string): Response {
  const zinnen = weigerzinnen(reden, gemeente)
  const fouten =
    reden.soort === 'variant_klopt_niet'
      ? { fouten: reden.fouten.map(({ veld, zin }) => ({ pad: `varianten.${veld}`, melding: zin })) }
      : {}
  return probleemAntwoord(
    reden.soort === 'variant_klopt_niet' ? 400 : 409,
    reden.soort,
    zinnen.join(' '),
    fouten,
  )
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}
