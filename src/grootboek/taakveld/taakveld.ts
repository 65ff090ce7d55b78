import { TAAKVELDSCHEMAS } from '#grootboek/kenmerk.ts'
import {
  CATEGORIEEN,
  EEN_OP_EEN,
  GELDIG,
  HERINDELING,
  TAAKVELDEN,
  type Taakveldrij,
  type Taakveldschema,
} from '#grootboek/taakveld/lijst.ts'

/** Zoeken en omzetten van taakvelden. Waar een omzetting niet vaststaat, zeggen wij dat; er wordt nooit geraden. */

export type Taakveld = { schema: Taakveldschema; code: string; naam: string; teBevestigen: boolean }

/** De indeling die in een jaar geldt; `undefined` buiten de jaren die bekend zijn. */
export const schemaVanJaar = (jaar: number): Taakveldschema | undefined =>
  TAAKVELDSCHEMAS.find((schema) => GELDIG[schema].van <= jaar && jaar <= GELDIG[schema].tot)

const metNaam = (schema: Taakveldschema, [code, naam, teBevestigen]: Taakveldrij): Taakveld => ({
  schema,
  code,
  naam,
  teBevestigen: teBevestigen ?? false,
})

export const taakveldenVan = (schema: Taakveldschema): Taakveld[] =>
  TAAKVELDEN[schema].map((rij) => metNaam(schema, rij))

export const zoekTaakveld = (schema: Taakveldschema, code: string): Taakveld | undefined =>
  taakveldenVan(schema).find((veld) => veld.code === code)

export const zoekCategorie = (
  code: string,
): { code: string; naam: string; teBevestigen: boolean } | undefined => {
  const rij = CATEGORIEEN.find(([bekend]) => bekend === code)
  return rij && { code: rij[0], naam: rij[1], teBevestigen: rij[2] ?? false }
}

/** Volgorde van codes als delen: 6.9 komt voor 6.10, en 6.60 is geen 6.6. */
export function vergelijkCodes(een: string, ander: string): number {
  const delen = (code: string) => /^(\d+)\.(\d+)([a-z]?)$/u.exec(code)?.slice(1) ?? [code, '', '']
  const [hoofdA = '', restA = '', letterA = ''] = delen(een)
  const [hoofdB = '', restB = '', letterB = ''] = delen(ander)
  const hoofd = Number(hoofdA) - Number(hoofdB)
  if (hoofd !== 0) return hoofd
  // Binnen een hoofdveld is het tweede deel een vertakking (6.7 → 6.71 → 6.711), behalve bij 0.10 en 0.11.
  const tak = hoofdA === '0' ? Number(restA) - Number(restB) : restA < restB ? -1 : restA > restB ? 1 : 0
  return tak !== 0 ? tak : letterA < letterB ? -1 : letterA > letterB ? 1 : 0
}

export type Omzetting = { soort: 'een-op-een'; code: string } | { soort: 'niet-vergelijkbaar'; reden: string }

const NIET_BEKEND = 'Voor deze overgang is geen omzetting vastgelegd.'

const gewoon = (naam: string): string => naam.toLowerCase().replace(/[^a-z]/gu, '')

/** Wat een code van de ene indeling is in de andere. */
export function zetOm(code: string, van: Taakveldschema, naar: Taakveldschema): Omzetting {
  if (van === naar) return { soort: 'een-op-een', code }
  if (van === '2022' && naar === '2025') {
    const overgang = EEN_OP_EEN.find(([oud]) => oud === code)
    if (overgang !== undefined) return { soort: 'een-op-een', code: overgang[1] }
    const herindeling = HERINDELING.find((stap) => stap.van.includes(code))
    if (herindeling !== undefined) return { soort: 'niet-vergelijkbaar', reden: herindeling.reden }
  }
  if (van === '2025' && naar === '2022') {
    const overgang = EEN_OP_EEN.find(([, nieuw]) => nieuw === code)
    if (overgang !== undefined) return { soort: 'een-op-een', code: overgang[0] }
    const herindeling = HERINDELING.find((stap) => stap.naar.includes(code))
    if (herindeling !== undefined) return { soort: 'niet-vergelijkbaar', reden: herindeling.reden }
  }
  // Dezelfde code met dezelfde naam is hetzelfde gebleven; een code die iets anders is gaan betekenen niet.
  const [oud, nieuw] = [zoekTaakveld(van, code), zoekTaakveld(naar, code)]
  return oud !== undefined && nieuw !== undefined && gewoon(oud.naam) === gewoon(nieuw.naam)
    ? { soort: 'een-op-een', code }
    : { soort: 'niet-vergelijkbaar', reden: NIET_BEKEND }
}
