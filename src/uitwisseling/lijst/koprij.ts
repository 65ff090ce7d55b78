import { vergelijkbaar } from '#basis/tekst.ts'
import { type Blad, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Boven de tabel staan soms titel, filters en een logo; zo ver naar beneden wordt naar de kop gezocht. */
const ZOEK_RIJEN = 200

/** De kop van een tabel: `rij` is de laatste rij ervan; per kolom staan de mogelijke namen, de volledigste eerst. */
export type Kop = { rij: number; hoogte: 1 | 2; titels: readonly (readonly string[])[] }

function tekstIn(blad: Blad, r: number, k: number): string {
  const waarde = waardeVan(blad.rijen[r]?.cellen[k])
  if (waarde.soort === 'tekst') return waarde.tekst.replace(/\s+/gu, ' ').trim()
  return waarde.soort === 'getal' ? waarde.getal : ''
}

/** De tekst die hier te zien is: die van de cel zelf, of van de samengevoegde cel waar zij in valt. */
function zichtbaar(blad: Blad, r: number, k: number): string {
  const eigen = tekstIn(blad, r, k)
  if (eigen !== '') return eigen
  const samen = (blad.samengevoegd ?? []).find(
    ({ vanRij, totRij, vanKolom, totKolom }) => r >= vanRij && r <= totRij && k >= vanKolom && k <= totKolom,
  )
  return samen === undefined ? '' : tekstIn(blad, samen.vanRij, samen.vanKolom)
}

export function kopOp(blad: Blad, rij: number, hoogte: 1 | 2): Kop {
  const breedte = Math.max(0, ...[rij, rij - 1].map((r) => blad.rijen[r]?.cellen.length ?? 0))
  const titels = Array.from({ length: breedte }, (_, k) => {
    const onder = zichtbaar(blad, rij, k)
    const boven = hoogte === 2 ? zichtbaar(blad, rij - 1, k) : ''
    if (boven === '' || boven === onder) return onder === '' ? [] : [onder]
    return onder === '' ? [boven] : [`${boven} ${onder}`, onder]
  })
  return { rij, hoogte, titels }
}

/** De rij waar `waardering` het hoogst is; bij gelijke stand de hoogste rij, en liever één rij dan twee. */
export function zoekKop(
  blad: Blad,
  waardering: (kop: Kop) => number,
  hoogten: readonly (1 | 2)[],
): { kop: Kop; waarde: number } | undefined {
  const boven = (blad.samengevoegd ?? []).filter(({ vanRij }) => vanRij < ZOEK_RIJEN)
  const top = { ...blad, samengevoegd: boven }
  let beste: { kop: Kop; waarde: number } | undefined
  for (let r = 0; r < Math.min(ZOEK_RIJEN, blad.rijen.length); r++)
    for (const hoogte of hoogten) {
      if (hoogte === 2 && r === 0) continue
      const kop = kopOp(top, r, hoogte)
      const waarde = waardering(kop)
      if (waarde > 0 && waarde > (beste?.waarde ?? 0)) beste = { kop, waarde }
    }
  return beste
}

/** Staat de kop hier nog eens, zoals boven elke afgedrukte bladzijde? */
export function isHerhaaldeKop(blad: Blad, r: number, kop: Kop): boolean {
  let gelijk = 0
  for (const [k, namen] of kop.titels.entries()) {
    const eigen = vergelijkbaar(tekstIn(blad, r, k))
    if (eigen === '') continue
    if (!namen.some((naam) => vergelijkbaar(naam) === eigen)) return false
    gelijk++
  }
  return gelijk >= 2
}

const DUIZENDEN = /x\s*(?:€|eur\w*)?\s*1[.,]?000\b|(?:in )?duizend(?:en)? euro/iu

/** Zegt de tekst boven de tabel of een kop dat de bedragen in duizenden zijn? Dan de cel waar dat staat. */
export function duizendtallen(blad: Blad, kop: Kop): { rij: number; kolom: number } | undefined {
  for (let r = 0; r <= kop.rij; r++)
    for (const [k] of (blad.rijen[r]?.cellen ?? []).entries())
      if (DUIZENDEN.test(tekstIn(blad, r, k))) return { rij: r, kolom: k }
  return undefined
}
