import { schoon } from '#basis/tekst.ts'
import { ASPECTEN, STANDWOORDEN, type Standwoord } from '#programma/voortgang/standen.ts'
import type { Invulopdracht, Regelweigering } from '#programma/voortgang/voortgang.flow.ts'
import { type Invulling, VERKLARINGEN } from '#programma/voortgang/voortgang.ts'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'

/** Het ene formulier met alles erin: elk veld heet `veld.onderdeel`. */

export const TEKST_MAX = 10_000
export const REDEN_MAX = 500

const standUit = (tekst: string): Standwoord | null => STANDWOORDEN.find((woord) => woord === tekst) ?? null

/** Welke onderdelen op het formulier stonden. */
export const ingevuldeOnderdelen = (waarden: Waarden): string[] =>
  Object.keys(waarden).flatMap((naam) => (naam.startsWith('gezien.') ? [naam.slice('gezien.'.length)] : []))

/** Wat iemand bij één onderdeel typte; tekst die te lang is, wordt als fout gemeld en niet stil afgekapt. */
export function leesInvulling(
  waarden: Waarden,
  onderdeel: string,
): { invulling: Invulling; fouten: VeldFout[] } {
  const fouten: VeldFout[] = []
  const tekst = (veld: string, max: number): string => {
    const gelezen = schoon(waarden[`${veld}.${onderdeel}`] ?? '')
    if (gelezen.length > max)
      fouten.push({
        veld: `${veld}.${onderdeel}`,
        tekst: `Maak deze tekst korter: er mogen ${max} tekens in en het zijn er ${gelezen.length}.`,
      })
    return gelezen
  }
  const keuze = (aspect: string) => ({
    stand: standUit(tekst(`${aspect}-stand`, REDEN_MAX)),
    reden: tekst(`${aspect}-reden`, REDEN_MAX),
  })
  const [oorzaak, maatregel, risico, prognose] = VERKLARINGEN.map((deel) => tekst(deel, TEKST_MAX))
  return {
    invulling: {
      keuzes: { inhoud: keuze('inhoud'), tijd: keuze('tijd'), geld: keuze('geld') },
      gedaan: tekst('gedaan', TEKST_MAX),
      komt: tekst('komt', TEKST_MAX),
      verklaring: {
        oorzaak: oorzaak ?? '',
        maatregel: maatregel ?? '',
        risico: risico ?? '',
        prognose: prognose ?? '',
      },
    },
    fouten,
  }
}

/** Wat een invulling in de velden zet. */
export const waardenVan = (invulling: Invulling, onderdeel: string): Waarden =>
  Object.fromEntries([
    ...ASPECTEN.flatMap((aspect) => [
      [`${aspect}-stand.${onderdeel}`, invulling.keuzes[aspect].stand ?? ''],
      [`${aspect}-reden.${onderdeel}`, invulling.keuzes[aspect].reden],
    ]),
    [`gedaan.${onderdeel}`, invulling.gedaan],
    [`komt.${onderdeel}`, invulling.komt],
    ...VERKLARINGEN.map((deel) => [`${deel}.${onderdeel}`, invulling.verklaring[deel]]),
  ])

export type Gelezen = { regels: Invulopdracht[]; fouten: VeldFout[] }

/** Wat er met welk onderdeel moet gebeuren: `bewaar`, `indienen` (alles) of `indienen:inloop`. */
export function leesFormulierregels(waarden: Waarden): Gelezen {
  const doe = waarden['doe'] ?? ''
  const gelezen = ingevuldeOnderdelen(waarden).map((onderdeel) => {
    const { invulling, fouten } = leesInvulling(waarden, onderdeel)
    const gezien = waarden[`gezien.${onderdeel}`] ?? ''
    const regel: Invulopdracht = {
      onderdeel,
      gezien: alsGezien(gezien),
      invulling,
      indienen: doe === 'indienen' || doe === `indienen:${onderdeel}`,
    }
    return { regel, fouten }
  })
  return { regels: gelezen.map(({ regel }) => regel), fouten: gelezen.flatMap(({ fouten }) => fouten) }
}

/** Een weigering bij de velden waar zij over gaat. */
export function regelfouten(onderdeel: string, reden: Regelweigering, zin: string): VeldFout[] {
  if (reden.code === 'onvolledig')
    return reden.gemis.map(({ veld, tekst }) => ({ veld: `${veld}.${onderdeel}`, tekst }))
  return [{ veld: `gedaan.${onderdeel}`, tekst: zin }]
}
