import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Blad, type Cel, LEEG, type Rij } from '#uitwisseling/rekenblad/rekenblad.ts'
import { GRENZEN, Onleesbaar, type Rekenbladfout } from '#uitwisseling/rekenblad/teksten.ts'

export type Scheiding = ';' | ',' | '\t'
export type Codering = 'utf-8' | 'utf-16le' | 'windows-1252'
export type Csv = { blad: Blad; scheiding: Scheiding; codering: Codering }

const SCHEIDINGEN: readonly Scheiding[] = [';', '\t', ',']
/** Zoveel regels zeggen genoeg over het scheidingsteken. */
const PROEFREGELS = 200

/**
 * Leest een CSV zoals financiële systemen en Excel hem schrijven. Elke cel blijft tekst: een code met voorloopnullen
 * wordt geen getal. Codering en scheidingsteken blijken uit de inhoud.
 */
export function leesCsv(bytes: Uint8Array): Uitkomst<Csv, Rekenbladfout> {
  try {
    return gelukt(lees(bytes))
  } catch (oorzaak) {
    if (oorzaak instanceof Onleesbaar) return geweigerd(oorzaak.fout)
    throw oorzaak
  }
}

function lees(bytes: Uint8Array): Csv {
  if (bytes.length === 0) throw new Onleesbaar('leeg')
  if (bytes.length > GRENZEN.bestand) throw new Onleesbaar('te_groot')
  const { tekst, codering } = ontcijfer(bytes)
  if (tekst.includes('\u0000')) throw new Onleesbaar('geen_rekenblad')
  if (tekst.trim() === '') throw new Onleesbaar('leeg')
  // Excel laat zich zo vertellen waarmee gescheiden is; de regel zelf telt mee in de nummering.
  const genoemd = /^sep=([;,\t])\r?\n/u.exec(tekst)
  const scheiding = SCHEIDINGEN.find((teken) => teken === genoemd?.[1]) ?? raadScheiding(tekst)
  const rijen = ontleed(tekst, scheiding)
  if (genoemd !== null) rijen[0] = { cellen: [] }
  return { blad: { naam: '', rijen }, scheiding, codering }
}

function ontcijfer(bytes: Uint8Array): { tekst: string; codering: Codering } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { tekst: new TextDecoder('utf-16le').decode(bytes), codering: 'utf-16le' }
  try {
    return { tekst: new TextDecoder('utf-8', { fatal: true }).decode(bytes), codering: 'utf-8' }
  } catch {
    return { tekst: new TextDecoder('windows-1252').decode(bytes), codering: 'windows-1252' }
  }
}

/** Het teken dat de meeste regels in evenveel stukken knipt; een decimale komma verliest het zo van een puntkomma. */
function raadScheiding(tekst: string): Scheiding {
  const regels = tekst
    .replace(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n?|\n/u, PROEFREGELS)
    .filter((regel) => regel.trim() !== '')
  const gewogen = SCHEIDINGEN.map((teken) => {
    const keren = new Map<number, number>()
    for (const regel of regels) {
      const stukken = regel.split(teken).length
      if (stukken > 1) keren.set(stukken, (keren.get(stukken) ?? 0) + 1)
    }
    const [stukken, regelsZo] = [...keren].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    return { teken, gewicht: regelsZo * stukken }
  })
  return gewogen.reduce((beste, ander) => (ander.gewicht > beste.gewicht ? ander : beste)).teken
}

/** Haalt weg wat een rekenprogramma om een waarde heen zet: `="0061"` en de `'` die een formule tegenhoudt. */
function celVan(ruw: string): Cel {
  const kaal = /^="([^"]*)"$/u.exec(ruw)?.[1] ?? ruw.replace(/^'(?=[=+\-@])/u, '')
  return kaal.trim() === '' ? LEEG : { soort: 'tekst', tekst: kaal }
}

function ontleed(tekst: string, scheiding: Scheiding): Rij[] {
  const rijen: Rij[] = []
  const aangehaald = /"((?:[^"]|"")*)("?)/uy
  const kaal = new RegExp(`[^${scheiding}\\r\\n]*`, 'uy')
  let cellen: Cel[] = []
  let aantal = 0
  for (let plaats = 0; plaats <= tekst.length; plaats++) {
    const vorm = tekst[plaats] === '"' ? aangehaald : kaal
    vorm.lastIndex = plaats
    const treffer = vorm.exec(tekst)
    if (vorm === aangehaald && treffer?.[2] === '')
      throw new Onleesbaar('aanhaling', `regel ${rijen.length + 1}`)
    plaats += treffer?.[0].length ?? 0
    let waarde = vorm === aangehaald ? (treffer?.[1] ?? '').replaceAll('""', '"') : (treffer?.[0] ?? '')
    if (vorm === aangehaald) {
      kaal.lastIndex = plaats
      const erna = kaal.exec(tekst)?.[0] ?? ''
      plaats += erna.length
      waarde += erna
    }
    cellen.push(celVan(waarde))
    if (++aantal > GRENZEN.cellen) throw new Onleesbaar('te_veel_cellen')
    if (cellen.length > GRENZEN.kolommen) throw new Onleesbaar('te_veel_kolommen')
    if (tekst[plaats] === scheiding) continue
    if (tekst[plaats] === '\r' && tekst[plaats + 1] === '\n') plaats++
    rijen.push({ cellen: zonderStaart(cellen) })
    if (rijen.length > GRENZEN.rijen) throw new Onleesbaar('te_veel_rijen')
    cellen = []
  }
  while (rijen.at(-1)?.cellen.length === 0) rijen.pop()
  return rijen
}

function zonderStaart(cellen: Cel[]): Cel[] {
  while (cellen.at(-1)?.soort === 'leeg') cellen.pop()
  return cellen
}
