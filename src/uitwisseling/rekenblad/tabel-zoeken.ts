import { opsomming, vergelijkbaar } from '#basis/tekst.ts'
import { leesGeheel } from '#uitwisseling/rekenblad/getal.ts'
import type { Bladvorm, Kolom } from '#uitwisseling/rekenblad/plan-vorm.ts'
import { type Blad, type Cel, celnaam, LEEG, type Rij, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import { plek } from '#uitwisseling/rekenblad/teksten.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

/** De koprij mag overal in het begin van het blad staan. */
const ZOEK_RIJEN = 30

/** Waar de tabel op een blad begint en in welke kolom elk veld staat; lange tekst kan in meer kolommen staan. */
export type Tabel = {
  blad: Blad
  kopRij: number
  velden: ReadonlyMap<string, readonly number[]>
  /** Kolommen met een jaar als kop, en met `Vermelding` en een jaar. */
  jaren: ReadonlyMap<number, number>
  vermeldingen: ReadonlyMap<number, number>
}

type Kop =
  | { soort: 'veld'; veld: string; vervolg: number }
  | { soort: 'jaar' | 'vermelding'; jaar: number }
  | undefined

export function celTekst(cel: Cel | undefined): string {
  const waarde = waardeVan(cel)
  if (waarde.soort === 'tekst') return waarde.tekst
  if (waarde.soort === 'getal') return String(leesGeheel(waarde.getal) ?? waarde.getal)
  return ''
}

export const isLeeg = (cel: Cel | undefined): boolean => {
  const waarde = waardeVan(cel)
  if (waarde.soort === 'tekst') return waarde.tekst.trim() === ''
  return waarde.soort === 'leeg' && cel?.soort !== 'formule'
}

function kopnamen(kolommen: readonly Kolom[]): Map<string, string> {
  const namen = new Map<string, string>()
  for (const { kop, veld } of kolommen)
    for (const naam of [kop, kop.replace(/\(.*\)/u, '')]) {
      const kaal = vergelijkbaar(naam)
      if (!namen.has(kaal)) namen.set(kaal, veld)
    }
  return namen
}

function leesKop(tekst: string, namen: ReadonlyMap<string, string>, metJaren: boolean): Kop {
  const kaal = vergelijkbaar(tekst)
  const veld = namen.get(kaal)
  if (veld !== undefined) return { soort: 'veld', veld, vervolg: 1 }
  const vervolg = /^(.+) vervolg (\d{1,3})$/u.exec(kaal)
  const eerste = namen.get(vervolg?.[1] ?? '')
  if (vervolg !== null && eerste !== undefined)
    return { soort: 'veld', veld: eerste, vervolg: Number(vervolg[2]) }
  const jaar = metJaren
    ? /^(vermelding )?(?:jaar |begroting |raming |bedrag |lasten )?((?:19|2\d)\d{2})$/u.exec(kaal)
    : null
  if (jaar === null) return undefined
  return { soort: jaar[1] === undefined ? 'jaar' : 'vermelding', jaar: Number(jaar[2]) }
}

/** Een kop die over rijen is samengevoegd, staat in de bovenste cel; hier telt hij voor elke rij ervan. */
function koptekst(blad: Blad, r: number, k: number): string {
  const eigen = celTekst(blad.rijen[r]?.cellen[k])
  if (eigen.trim() !== '') return eigen
  const samen = (blad.samengevoegd ?? []).find(
    (bereik) => k === bereik.vanKolom && r > bereik.vanRij && r <= bereik.totRij,
  )
  return samen === undefined ? '' : celTekst(blad.rijen[samen.vanRij]?.cellen[k])
}

const heeftVeld = ({ koppen }: { koppen: readonly Kop[] }, veld: string): boolean =>
  koppen.some((kop) => kop?.soort === 'veld' && kop.veld === veld)

/** Vindt de rij met de meeste bekende koppen, of meldt wat er ontbreekt. */
export function zoekTabel(
  blad: Blad,
  vorm: Bladvorm,
  metJaren: boolean,
  verslag: Verslag,
): Tabel | undefined {
  const namen = kopnamen(vorm.kolommen)
  const breedte = Math.max(0, ...blad.rijen.slice(0, ZOEK_RIJEN).map(({ cellen }) => cellen.length))
  let beste: { kopRij: number; koppen: Kop[]; aantal: number } | undefined
  for (let r = 0; r < Math.min(ZOEK_RIJEN, blad.rijen.length); r++) {
    const koppen = Array.from({ length: breedte }, (_, k) => leesKop(koptekst(blad, r, k), namen, metJaren))
    const aantal = new Set(
      koppen.flatMap((kop) => (kop === undefined ? [] : kop.soort === 'veld' ? kop.veld : kop.jaar)),
    ).size
    if (aantal > (beste?.aantal ?? 0)) beste = { kopRij: r, koppen, aantal }
  }
  const nodig = vorm.kolommen.filter(({ verplicht }) => verplicht === true)
  const genoeg =
    beste !== undefined && (beste.aantal >= 2 || nodig.every(({ veld }) => heeftVeld(beste, veld)))
  if (beste === undefined || !genoeg) {
    const koppen = opsomming(nodig.map(({ kop }) => `"${kop}"`))
    verslag.fout(
      `blad ${blad.naam}`,
      `Geen rij met koppen gevonden. Verwacht in de eerste ${ZOEK_RIJEN} rijen: ${koppen}.`,
    )
    return undefined
  }
  const tabel = ordenKoppen(blad, beste.kopRij, beste.koppen, verslag)
  const ontbreekt = nodig.filter(({ veld }) => !tabel.velden.has(veld))
  for (const { kop, uitleg } of ontbreekt)
    verslag.fout(`blad ${blad.naam}, rij ${beste.kopRij + 1}`, `De kolom "${kop}" ontbreekt. ${uitleg}`)
  return ontbreekt.length === 0 ? tabel : undefined
}

function ordenKoppen(blad: Blad, kopRij: number, koppen: readonly Kop[], verslag: Verslag): Tabel {
  const velden = new Map<string, { kolom: number; vervolg: number }[]>()
  const perSoort = { jaar: new Map<number, number>(), vermelding: new Map<number, number>() }
  koppen.forEach((kop, k) => {
    const plaats = plek(blad.naam, celnaam(kopRij, k))
    const tekst = koptekst(blad, kopRij, k).trim()
    if (kop === undefined) {
      if (tekst !== '') verslag.waarschuw(plaats, `De kolom "${tekst}" kennen we niet en is overgeslagen.`)
      return
    }
    if (kop.soort === 'veld') {
      const bestaand = velden.get(kop.veld) ?? []
      if (bestaand.some(({ vervolg }) => vervolg === kop.vervolg))
        verslag.fout(plaats, `De kolom "${tekst}" staat er twee keer. Haal er één weg.`)
      else velden.set(kop.veld, [...bestaand, { kolom: k, vervolg: kop.vervolg }])
    } else if (perSoort[kop.soort].has(kop.jaar))
      verslag.fout(plaats, `De kolom "${tekst}" staat er twee keer. Haal er één weg.`)
    else perSoort[kop.soort].set(kop.jaar, k)
  })
  return {
    blad,
    kopRij,
    velden: new Map(
      [...velden].map(([veld, lijst]) => [
        veld,
        lijst.sort((a, b) => a.vervolg - b.vervolg).map(({ kolom }) => kolom),
      ]),
    ),
    jaren: perSoort.jaar,
    vermeldingen: perSoort.vermelding,
  }
}

/** De cel van een veld in een rij; stukken van lange tekst komen weer bij elkaar. */
export function celVanVeld(tabel: Tabel, rij: Rij, veld: string): Cel {
  const [eerste, ...rest] = tabel.velden.get(veld) ?? []
  const cel = eerste === undefined ? undefined : rij.cellen[eerste]
  if (rest.length === 0 || cel?.soort !== 'tekst') return cel ?? LEEG
  return { soort: 'tekst', tekst: cel.tekst + rest.map((k) => celTekst(rij.cellen[k])).join('') }
}

/** Waar een veld van een rij staat, in woorden. */
export function plaatsVan(tabel: Tabel, r: number, veld: string): string {
  const kolom = tabel.velden.get(veld)?.[0]
  return kolom === undefined
    ? `blad ${tabel.blad.naam}, rij ${r + 1}`
    : plek(tabel.blad.naam, celnaam(r, kolom))
}
