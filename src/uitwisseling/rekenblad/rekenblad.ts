import type { Datum } from '#basis/datum.ts'
import type { Centen } from '#basis/geld.ts'

/**
 * Een werkboek zoals Omzien het schrijft en leest, los van ODS of XLSX. Getallen zijn decimale tekst
 * (`12500.5`), zodat een bedrag tussen bestand en centen nooit een breuk wordt.
 */
export type Waarde =
  | { soort: 'leeg' }
  | { soort: 'tekst'; tekst: string }
  /** Alleen bij schrijven: bij lezen is een bedrag een getal en weet pas de kolom dat het geld is. */
  | { soort: 'bedrag'; bedrag: Centen }
  | { soort: 'getal'; getal: string }
  | { soort: 'datum'; datum: Datum }
  /** Een foutwaarde van het rekenprogramma, zoals `#REF!`. */
  | { soort: 'fout'; code: string }

/** `formule` in de schrijfwijze van Excel met Engelse namen (`SUM(B2:B9)`); `waarde` is de laatst berekende. */
export type Formule = { soort: 'formule'; formule: string; waarde?: Waarde | undefined }

export type Cel = Waarde | Formule

/** Hoe een rij eruitziet; een lezer van het bestand geeft altijd `gewoon`. */
export type Rijstijl = 'gewoon' | 'titel' | 'inleiding' | 'uitleg' | 'kop' | 'totaal'

export type Rij = { cellen: readonly Cel[]; stijl?: Rijstijl | undefined; verborgen?: boolean | undefined }

/** Rijen en kolommen tellen vanaf 0; `totRij` en `totKolom` doen mee. */
export type Bereik = { vanRij: number; vanKolom: number; totRij: number; totKolom: number }

/** Keuzelijst bij cellen: vaste waarden (dwingend) of de cellen van een ander blad (als hulp). */
export type Keuzelijst = {
  bereik: Bereik
  keuze: { waarden: readonly string[] } | { blad: string; bereik: Bereik }
}

/** `soort` bepaalt hoe een nog lege cel omgaat met wat iemand typt: in een tekstkolom blijft `5.10` gewoon `5.10`. */
export type Kolomvorm = { breedteMm: number; soort: Celsoort }
export type Celsoort = 'tekst' | 'bedrag' | 'getal' | 'datum'

export type Blad = {
  naam: string
  kolommen?: readonly Kolomvorm[] | undefined
  rijen: readonly Rij[]
  /** Index van de rij met kolomkoppen: herhaald bij afdrukken en aangemerkt als kop. */
  kopRij?: number | undefined
  bevroren?: { rijen: number; kolommen: number } | undefined
  samengevoegd?: readonly Bereik[] | undefined
  keuzelijsten?: readonly Keuzelijst[] | undefined
  verborgen?: boolean | undefined
  verborgenKolommen?: readonly number[] | undefined
}

export type Werkboek = { titel?: string | undefined; bladen: readonly Blad[] }

export const LEEG: Waarde = { soort: 'leeg' }
export const tekst = (waarde: string): Cel => (waarde === '' ? LEEG : { soort: 'tekst', tekst: waarde })
export const bedrag = (waarde: Centen): Cel => ({ soort: 'bedrag', bedrag: waarde })
export const getal = (waarde: number | string): Cel => ({ soort: 'getal', getal: String(waarde) })
export const dag = (waarde: Datum): Cel => ({ soort: 'datum', datum: waarde })
export const formule = (tekst: string, waarde?: Waarde): Cel => ({ soort: 'formule', formule: tekst, waarde })
export const rij = (stijl: Rijstijl, ...cellen: Cel[]): Rij => ({ stijl, cellen })

/** Het blad dat zegt hoe de andere te lezen zijn: per regel een woord en een zin. */
export const leeswijzerblad = (
  titel: string,
  regels: readonly (readonly [string, string])[],
  [woord, zin] = [45, 130],
): Blad => ({
  naam: 'Leeswijzer',
  kolommen: [
    { breedteMm: woord, soort: 'tekst' },
    { breedteMm: zin, soort: 'tekst' },
  ],
  rijen: [
    rij('titel', tekst(titel)),
    ...regels.map(([kop, uitleg]) => rij('gewoon', tekst(kop), tekst(uitleg))),
  ],
})

/** 0 wordt `A`, 26 wordt `AA`. */
export function kolomletters(kolom: number): string {
  let letters = ''
  for (let rest = kolom; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}

export const celnaam = (rijNr: number, kolom: number): string => `${kolomletters(kolom)}${rijNr + 1}`

export const bereiknaam = (bereik: Bereik): string =>
  `${celnaam(bereik.vanRij, bereik.vanKolom)}:${celnaam(bereik.totRij, bereik.totKolom)}`

/** `C5` wordt `{ rij: 4, kolom: 2 }`. */
export function leesCelnaam(naam: string): { rij: number; kolom: number } | undefined {
  const delen = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(naam)
  if (delen === null) return undefined
  let kolom = 0
  for (const letter of delen[1] ?? '') kolom = kolom * 26 + letter.charCodeAt(0) - 64
  return { rij: Number(delen[2]) - 1, kolom: kolom - 1 }
}

/** `B2:D2`, of één cel. */
export function leesBereiknaam(naam: string): Bereik | undefined {
  const [begin, eind] = naam.split(':').map(leesCelnaam)
  if (begin === undefined) return undefined
  const einde = eind ?? begin
  return { vanRij: begin.rij, vanKolom: begin.kolom, totRij: einde.rij, totKolom: einde.kolom }
}

/** De waarde achter een cel: bij een formule wat er het laatst uit kwam. */
export function waardeVan(cel: Cel | undefined): Waarde {
  if (cel === undefined) return LEEG
  return cel.soort === 'formule' ? (cel.waarde ?? LEEG) : cel
}

/** De stijl van een cel: een kop lijnt uit zoals de kolom eronder. */
export function celopmaak(
  cel: Cel,
  rij: Rij,
  kolom: Kolomvorm | undefined,
): { rij: Rijstijl; soort: Celsoort } {
  const stijl = rij.stijl ?? 'gewoon'
  return { rij: stijl, soort: stijl === 'kop' ? (kolom?.soort ?? 'tekst') : celsoortVan(cel) }
}

/** Welke opmaak bij een cel hoort; een formule volgt haar uitkomst. */
function celsoortVan(cel: Cel): Celsoort {
  const waarde = waardeVan(cel)
  if (waarde.soort === 'bedrag' || waarde.soort === 'getal' || waarde.soort === 'datum') return waarde.soort
  return 'tekst'
}

const GROOTSTE_BLADNAAM = 31

/** Een bladnaam die Excel en LibreOffice allebei aannemen en die nog niet bezet is. */
export function veiligeBladnaam(titel: string, bezet: readonly string[] = []): string {
  const kaal =
    titel
      .replace(/[[\]:*?/\\'\p{C}]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim() || 'Blad'
  const gebruikt = new Set(bezet.map((naam) => naam.toLowerCase()))
  for (let nummer = 1; ; nummer++) {
    const staart = nummer === 1 ? '' : ` ${nummer}`
    const naam = `${[...kaal]
      .slice(0, GROOTSTE_BLADNAAM - staart.length - 1)
      .join('')
      .trim()}${staart}`
    if (!gebruikt.has(naam.toLowerCase())) return naam
  }
}
