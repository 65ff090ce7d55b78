import { vergelijkbaar } from '#basis/tekst.ts'
import { bladplaats, celplaats, rijplaats } from '#uitwisseling/lijst/bestand.ts'
import { codetekst, leesBedragInStijl } from '#uitwisseling/lijst/cellen.ts'
import { bedragkolommen, type Indeling, type Kolom } from '#uitwisseling/lijst/kolommen.ts'
import { isHerhaaldeKop } from '#uitwisseling/lijst/koprij.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { type Doelveld, VELDSOORT } from '#uitwisseling/lijst/velden.ts'
import type { Verzamelaar } from '#uitwisseling/lijst/verzamelaar.ts'
import { type Bereik, type Blad, LEEG, type Waarde, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import { isLeeg } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import { GRENZEN } from '#uitwisseling/rekenblad/teksten.ts'

/** Een rij van de tabel onder de kop: wat zij is, haar waarden per veld en haar bedragen in centen. */
export type Bronrij = {
  r: number
  soort: 'gegevens' | 'totaal' | 'misschien'
  waarden: ReadonlyMap<Doelveld, Waarde>
  bedragen: ReadonlyMap<Doelveld, number>
}

export type Lezing = { blad: Blad; indeling: Indeling; profiel: Invoerprofiel; uit: Verzamelaar }
/** Wat één keer per blad wordt klaargezet: per kolom de cellen die over rijen zijn samengevoegd, en de woorden. */
type Hulp = {
  samen: ReadonlyMap<number, readonly Bereik[]>
  zoekWoord: ReturnType<typeof maakWoordzoeker>
  vorige: Map<Doelveld, Waarde>
}

const ONBEREKEND =
  'De formule in deze cel heeft geen uitkomst. Open het bestand, laat het rekenen en sla het op.'

/** Leest elke rij onder de kop; wat geen gegevens en geen totaal is, wordt geteld en gemeld. */
export function leesRijen(lezing: Lezing): Bronrij[] {
  const { blad, indeling, uit } = lezing
  meldVorm(lezing)
  const rijen: Bronrij[] = []
  const hulp: Hulp = {
    samen: samengevoegd(lezing),
    zoekWoord: maakWoordzoeker(lezing.profiel),
    vorige: new Map(),
  }
  for (let r = indeling.kop.rij + 1; r < blad.rijen.length && !uit.vol; r++) {
    const cellen = blad.rijen[r]?.cellen ?? []
    if (cellen.every(isLeeg) || isHerhaaldeKop(blad, r, indeling.kop)) continue
    const rij = leesRij(lezing, r, hulp)
    if (rij === undefined) continue
    if (blad.rijen[r]?.verborgen === true)
      uit.waarschuw('verborgen_rij', 'Deze rij is verborgen, maar is wel ingelezen.', rijplaats(blad, r))
    rijen.push(rij)
  }
  return rijen
}

function meldVorm({ blad, indeling, uit }: Lezing): void {
  for (const { kolom, titel } of indeling.kolommen.values())
    if (blad.verborgenKolommen?.includes(kolom) === true)
      uit.waarschuw(
        'verborgen_kolom',
        `De kolom "${titel}" is verborgen, maar is wel ingelezen.`,
        celplaats(blad, indeling.kop.rij, kolom),
      )
}

function leesRij(lezing: Lezing, r: number, hulp: Hulp): Bronrij | undefined {
  const { blad, indeling, uit } = lezing
  const soort = rijsoort(lezing, r, hulp.zoekWoord)
  if (soort === 'overslaan') {
    uit.waarschuw(
      'rij_overgeslagen',
      'Deze rij is een saldo of transport en is overgeslagen.',
      rijplaats(blad, r),
    )
    return undefined
  }
  const bedragen = leesBedragen(lezing, r)
  if (soort === 'totaal') return { r, soort, waarden: new Map(), bedragen: new Map(bedragen) }
  const eigen = codekolommen(indeling).some(({ kolom }) => !isLeeg(blad.rijen[r]?.cellen[kolom]))
  if (bedragen.length === 0) {
    // Wie een code alleen op een eigen regel boven zijn rijen zet, bedoelt haar voor die rijen.
    if (eigen) leesWaarden(lezing, r, hulp)
    const zin = 'Op deze rij staat geen bedrag; zij is overgeslagen.'
    uit.waarschuw('rij_zonder_bedrag', zin, rijplaats(blad, r))
    return undefined
  }
  const waarden = leesWaarden(lezing, r, hulp)
  if (soort === 'misschien') return { r, soort, waarden, bedragen: new Map(bedragen) }
  // Alleen bedragen, zonder code, tijd of tekst: dat is een totaal zonder naam, en het moet dan ook optellen.
  const naamloos = !eigen && !heeftTekst(lezing, r)
  if (naamloos)
    uit.waarschuw(
      'naamloos_totaal',
      'Op deze rij staan alleen bedragen; zij is als totaal nagerekend.',
      rijplaats(blad, r),
    )
  return { r, soort: naamloos ? 'totaal' : 'gegevens', waarden, bedragen: new Map(bedragen) }
}

const codekolommen = ({ kolommen }: Indeling): Kolom[] =>
  [...kolommen.values()].filter(({ profiel }) => VELDSOORT[profiel.veld] !== 'bedrag')

const heeftTekst = ({ blad, indeling }: Lezing, r: number): boolean => {
  const bedrag = new Set(bedragkolommen(indeling).map(({ kolom }) => kolom))
  return (blad.rijen[r]?.cellen ?? []).some((cel, k) => !bedrag.has(k) && !isLeeg(cel))
}

type Woordsoort = 'totaal' | 'overslaan'

/** De woorden van een profiel, één keer klaargezet: zij worden in elke rij gezocht. */
export function maakWoordzoeker({
  totaalwoorden,
  overslaanwoorden,
}: Pick<Invoerprofiel, 'totaalwoorden' | 'overslaanwoorden'>): (tekst: string) => Woordsoort | undefined {
  const vorm = (woorden: readonly string[]): RegExp => {
    const keuze = woorden
      .map(vergelijkbaar)
      .filter((woord) => woord !== '')
      .join('|')
    return keuze === '' ? /(?!)/u : new RegExp(`^(?:${keuze})(?: |$)|(?:^| )(?:${keuze})$`, 'u')
  }
  const [totaal, overslaan] = [vorm(totaalwoorden), vorm(overslaanwoorden)]
  return (tekst) => {
    if (!/\p{L}{2}/u.test(tekst)) return undefined
    const kaal = vergelijkbaar(tekst)
    return totaal.test(kaal) ? 'totaal' : overslaan.test(kaal) ? 'overslaan' : undefined
  }
}

/** Een woord in een codekolom geldt altijd; elders alleen als de rij zelf geen rekening heeft, anders is het twijfel. */
function rijsoort(
  { blad, indeling }: Lezing,
  r: number,
  zoekWoord: Hulp['zoekWoord'],
): Woordsoort | 'misschien' | undefined {
  const cellen = blad.rijen[r]?.cellen ?? []
  const codes = new Set(codekolommen(indeling).map(({ kolom }) => kolom))
  const rekening = cellen[indeling.kolommen.get('rekening')?.kolom ?? -1]
  for (const [k, cel] of cellen.entries()) {
    const waarde = waardeVan(cel)
    if (waarde.soort !== 'tekst') continue
    const soort = zoekWoord(waarde.tekst)
    if (soort === undefined) continue
    if (codes.has(k) || isLeeg(rekening)) return soort
    if (soort === 'totaal') return 'misschien'
  }
  return undefined
}

function leesBedragen({ blad, indeling, profiel, uit }: Lezing, r: number): [Doelveld, number][] {
  return bedragkolommen(indeling).flatMap(({ profiel: kolomprofiel, kolom, titel }): [Doelveld, number][] => {
    const cel = blad.rijen[r]?.cellen[kolom]
    if (cel === undefined) return []
    const plaats = celplaats(blad, r, kolom)
    if (cel.soort === 'formule' && cel.waarde === undefined) {
      uit.fout('formule_zonder_uitkomst', `Kolom "${titel}": ${ONBEREKEND}`, plaats)
      return []
    }
    const gelezen = leesBedragInStijl(waardeVan(cel), kolomprofiel.getalstijl ?? profiel.getalstijl)
    if (gelezen.ok) return gelezen.waarde === undefined ? [] : [[kolomprofiel.veld, gelezen.waarde]]
    uit.fout('geen_bedrag', `Kolom "${titel}": ${gelezen.reden}`, plaats)
    return []
  })
}

/** De waarden die geen bedrag zijn, aangevuld uit samengevoegde cellen en, waar het profiel dat zegt, de rij erboven. */
function leesWaarden(lezing: Lezing, r: number, { samen, vorige }: Hulp): Map<Doelveld, Waarde> {
  const { blad, indeling, uit } = lezing
  const waarden = new Map<Doelveld, Waarde>()
  for (const { profiel: kolomprofiel, kolom, titel } of codekolommen(indeling)) {
    const cel = blad.rijen[r]?.cellen[kolom]
    let waarde = waardeVan(cel)
    const plaats = celplaats(blad, r, kolom)
    if (waarde.soort === 'fout')
      uit.fout('foutcel', `Kolom "${titel}": in deze cel staat een fout van het rekenprogramma.`, plaats)
    if (cel?.soort === 'formule' && cel.waarde === undefined)
      uit.fout('formule_zonder_uitkomst', `Kolom "${titel}": ${ONBEREKEND}`, plaats)
    if (leegOfSpaties(waarde)) {
      const boven = bovensteVan(blad, samen, r, kolom)
      if (boven !== undefined) {
        waarde = boven
        uit.waarschuw(
          'samengevoegde_cellen',
          'Hier zijn cellen samengevoegd; de waarde geldt voor elke rij ervan.',
          plaats,
        )
      } else if (kolomprofiel.aanvullen === true) waarde = vorige.get(kolomprofiel.veld) ?? LEEG
    }
    if (leegOfSpaties(waarde)) continue
    waarden.set(kolomprofiel.veld, waarde)
    vorige.set(kolomprofiel.veld, waarde)
  }
  return waarden
}

const leegOfSpaties = (waarde: Waarde): boolean =>
  waarde.soort === 'leeg' || (waarde.soort === 'tekst' && codetekst(waarde) === '')

function bovensteVan(blad: Blad, samen: Hulp['samen'], r: number, k: number): Waarde | undefined {
  const bereik = samen.get(k)?.find(({ vanRij, totRij }) => r > vanRij && r <= totRij)
  return bereik === undefined ? undefined : waardeVan(blad.rijen[bereik.vanRij]?.cellen[k])
}

function samengevoegd({ blad, uit }: Lezing): Hulp['samen'] {
  const alle = blad.samengevoegd ?? []
  if (alle.length >= GRENZEN.samengevoegd)
    uit.fout(
      'te_veel_samengevoegd',
      `Op dit blad zijn meer dan ${GRENZEN.samengevoegd} cellen samengevoegd. Splits ze en lees het bestand opnieuw in.`,
      bladplaats(blad),
    )
  const hoog = alle.filter(({ vanRij, totRij }) => totRij > vanRij)
  return Map.groupBy(hoog, ({ vanKolom }) => vanKolom)
}

/** Samengevoegde bedragen zijn dubbelzinnig: van welke rij is dat bedrag? */
export function meldSamengevoegdeBedragen({ blad, indeling, uit }: Lezing): void {
  const kolommen = new Map(bedragkolommen(indeling).map((kolom) => [kolom.kolom, kolom.titel]))
  for (const { vanRij, totRij, vanKolom, totKolom } of blad.samengevoegd ?? []) {
    if (vanRij <= indeling.kop.rij) continue
    for (const [kolom, titel] of kolommen)
      if (kolom >= vanKolom && kolom <= totKolom && (totRij > vanRij || totKolom > vanKolom))
        uit.waarschuw(
          'samengevoegd_bedrag',
          `In de kolom "${titel}" zijn cellen samengevoegd; het bedrag telt alleen voor de eerste rij.`,
          celplaats(blad, vanRij, vanKolom),
        )
  }
}
