import { type Datum, dagVan, datum, type Klok } from '#basis/datum.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'

/** Wat het verhaal van de voorbeeldgemeente nodig heeft om elke keer precies hetzelfde te zijn. */

/** Een klok die stilstaat tot iemand haar verzet: zo ligt alles vast op de dag waarop het zou zijn gebeurd. */
export type Schuifklok = Klok & { zet: (dag: Datum, uur: number) => void }

export function maakSchuifklok(begin: Datum): Schuifklok {
  let nu = new Date(`${begin}T08:00:00Z`)
  return {
    nu: () => nu,
    vandaag: () => dagVan(nu),
    zet(dag, uur) {
      const minuten = Math.round(uur * 60)
      const [uren, rest] = [Math.floor(minuten / 60), minuten % 60]
      nu = new Date(`${dag}T${String(uren).padStart(2, '0')}:${String(rest).padStart(2, '0')}:00Z`)
    },
  }
}

export type Toeval = {
  /** Een breuk van 0 tot 1. */
  deel: () => number
  /** Een heel getal, grenzen meegeteld. */
  geheel: (van: number, tot: number) => number
}

/** Getallen die willekeurig lijken en bij dezelfde naam altijd dezelfde zijn (mulberry32). */
export function maakToeval(naam: string): Toeval {
  let stand = 2_166_136_261
  for (const teken of naam) stand = Math.imul(stand ^ (teken.codePointAt(0) ?? 0), 16_777_619)
  const deel = (): number => {
    stand = (stand + 0x6d2b79f5) | 0
    let mengsel = Math.imul(stand ^ (stand >>> 15), stand | 1)
    mengsel ^= mengsel + Math.imul(mengsel ^ (mengsel >>> 7), mengsel | 61)
    return ((mengsel ^ (mengsel >>> 14)) >>> 0) / 4_294_967_296
  }
  return { deel, geheel: (van, tot) => van + Math.floor(deel() * (tot - van + 1)) }
}

const twee = (getal: number): string => String(getal).padStart(2, '0')

/** Een werkdag in deze maand: valt de dag in een weekend, dan de vrijdag ervoor of anders de maandag erna. */
export function werkdag(jaar: number, maand: number, dag: number): Datum {
  const laatste = new Date(Date.UTC(jaar, maand, 0)).getUTCDate()
  const gekozen = Math.min(dag, laatste)
  const dagInWeek = new Date(Date.UTC(jaar, maand - 1, gekozen)).getUTCDay()
  const schuif = dagInWeek === 6 ? -1 : dagInWeek === 0 ? -2 : 0
  const vrijdag = gekozen + schuif
  return datum(`${jaar}-${twee(maand)}-${twee(vrijdag < 1 ? vrijdag + 3 : vrijdag)}`)
}

/** In het voorbeeld hoort niets te mislukken; gebeurt het toch, dan laadt er niets en zegt dit waarom. */
export async function moet<Waarde, Reden>(
  wat: string,
  uitkomst: Uitkomst<Waarde, Reden> | Promise<Uitkomst<Waarde, Reden>>,
): Promise<Waarde> {
  const klaar = await uitkomst
  if (!klaar.ok) throw new Error(`voorbeeldgemeente: ${wat}: ${JSON.stringify(klaar.reden)}`)
  return klaar.waarde
}
