import { Datum, toonDatum } from '#basis/datum.ts'
import { dagVanMoment, eindVanDag, Moment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Standvraag, Tijdstip } from '#grootboek/deur.ts'

/**
 * De twee tijden in het adres van elke pagina met geld: `geldig-tm` is tot en met welke dag het gebeurd is, `bekend-op`
 * hoe dat bekend was op een dag, een moment of na een boeking. Zonder beide is het de stand van nu.
 */

export const TIJDVELDEN = ['geldig-tm', 'bekend-op'] as const
export type Tijdveld = (typeof TIJDVELDEN)[number]
/** Wat er in het adres stond, om mee te geven aan elke link en elk formulier; leeg staat er niet in. */
export type Tijdvelden = Partial<Record<Tijdveld, string>>

export type Tijdkeuze = { vraag: Standvraag; velden: Tijdvelden }
export type Tijdweigering = { veld: Tijdveld; tekst: string }

type Velden = Readonly<Record<string, string | undefined>>

/** Leest wat in het adres staat; de `velden` zijn ook bij een weigering terug te geven aan het formulier. */
export function leesTijdkeuze(velden: Velden): Uitkomst<Tijdkeuze, Tijdweigering> {
  const geldig = (velden['geldig-tm'] ?? '').trim()
  const bekend = (velden['bekend-op'] ?? '').trim()
  const geldigTm = geldig === '' ? undefined : Datum.safeParse(geldig)
  if (geldigTm?.success === false)
    return geweigerd({
      veld: 'geldig-tm',
      tekst: 'Vul bij ‘gebeurd tot en met’ een dag in als JJJJ-MM-DD, bijvoorbeeld 2024-12-31.',
    })
  const bekendOp = bekend === '' ? undefined : leesBekend(bekend)
  if (bekendOp === null)
    return geweigerd({
      veld: 'bekend-op',
      tekst:
        'Vul bij ‘zoals bekend op’ een dag in als JJJJ-MM-DD, of het nummer van een boeking, bijvoorbeeld 312.',
    })
  return gelukt({
    vraag: { geldigTm: geldigTm?.data, bekendOp },
    velden: {
      ...(geldig === '' ? {} : { 'geldig-tm': geldig }),
      ...(bekend === '' ? {} : { 'bekend-op': bekend }),
    },
  })
}

/** Een dag, een moment op de microseconde, of een boekingsnummer; `null` als het geen van drie is. */
export function leesBekend(tekst: string): NonNullable<Standvraag['bekendOp']> | null {
  if (/^\d{1,9}$/u.test(tekst)) return { nr: Number(tekst) }
  const dag = Datum.safeParse(tekst)
  if (dag.success) return dag.data
  const moment = Moment.safeParse(tekst)
  return moment.success ? moment.data : null
}

/** Een boeking die er nog niet is, kan niemand kennen. */
export function keurTijdstip({ vraag }: Tijdkeuze, kopNr: number): Tijdweigering | undefined {
  const { bekendOp } = vraag
  if (typeof bekendOp !== 'object' || bekendOp.nr <= kopNr) return undefined
  return {
    veld: 'bekend-op',
    tekst:
      kopNr === 0
        ? `Boeking ${toonGetal(bekendOp.nr)} is er niet: er is nog niets geboekt.`
        : `Boeking ${toonGetal(bekendOp.nr)} is er niet. De laatste boeking heeft nummer ${toonGetal(kopNr)}.`,
  }
}

/** `boeking 312 (1a2b3c4d)`: genoeg om later na te gaan dat er niets is veranderd. */
export const kopnaam = ({ bekendNr, hash }: Pick<Tijdstip, 'bekendNr' | 'hash'>): string =>
  `boeking ${toonGetal(bekendNr)} (${hash.slice(0, 8)})`

/** De zin die op elke pagina met geld staat. */
export function standzin(tijd: Tijdstip, { vraag }: Tijdkeuze): string {
  const begin =
    tijd.geldigTm === undefined
      ? 'Stand van alles wat is geboekt'
      : `Stand tot en met ${toonDatum(tijd.geldigTm)}`
  const { bekendOp } = vraag
  if (tijd.bekendOp === null)
    return bekendOp === undefined
      ? 'Er is nog niets geboekt.'
      : `${begin}, zoals bekend ${bekendwoord(bekendOp)}: toen was er nog niets geboekt.`
  const laatste = `${kopnaam(tijd)} van ${toonDatum(dagVanMoment(tijd.bekendOp))}`
  return bekendOp === undefined
    ? `${begin}, zoals nu bekend. Laatste boeking: ${laatste}.`
    : `${begin}, zoals bekend ${bekendwoord(bekendOp)}. Laatste boeking toen: ${laatste}.`
}

function bekendwoord(bekendOp: NonNullable<Standvraag['bekendOp']>): string {
  if (typeof bekendOp === 'object') return `na boeking ${toonGetal(bekendOp.nr)}`
  const dag = Datum.safeParse(bekendOp)
  return dag.success ? `op ${toonDatum(dag.data)}` : `op ${bekendOp.replace('T', ', ').slice(0, 17)} UTC`
}

/** Voor de opdrachtregel: de vraag, en wat er mis is als het journaal nog niet zo ver is. */
export function leesTijd(
  velden: Velden,
): Uitkomst<{ vraag: Standvraag; keur: (kopNr: number) => string | undefined }, string> {
  const keuze = leesTijdkeuze(velden)
  if (!keuze.ok) return geweigerd(keuze.reden.tekst)
  return gelukt({ vraag: keuze.waarde.vraag, keur: (kopNr) => keurTijdstip(keuze.waarde, kopNr)?.tekst })
}

/** Tot welk moment een feit bekend was bij deze vraag; `undefined` is alles wat er nu is. */
export function bekendTot(vraag: Standvraag, tijd: Pick<Tijdstip, 'bekendOp'>): Moment | undefined {
  const { bekendOp } = vraag
  if (bekendOp === undefined) return undefined
  if (typeof bekendOp === 'object') return tijd.bekendOp ?? (BEGIN as Moment)
  return bekendOp.length === 10 ? eindVanDag(bekendOp as Datum) : (bekendOp as Moment)
}
const BEGIN = '0001-01-01T00:00:00.000000Z'
