import { type Centen, centen } from '#basis/geld.ts'

/** Een getal als geheel aantal eenheden van 10^-decimalen: `12500.5` is `{ eenheden: 125005n, decimalen: 1 }`. */
export type Decimaal = { eenheden: bigint; decimalen: number }

const GROOTSTE_EXPONENT = 40

/** Leest decimale tekst zoals XML hem heeft (`-12500.50`, `1.4E6`), zonder er een breuk van te maken. */
function leesDecimaal(tekst: string): Decimaal | undefined {
  const delen = /^([-+]?)(\d{0,60})(?:\.(\d{0,60}))?(?:[eE]([-+]?\d{1,3}))?$/u.exec(tekst.trim())
  if (delen === null) return undefined
  const [, teken = '', heel = '', breuk = '', exponent = '0'] = delen
  const macht = Number(exponent)
  if (heel + breuk === '' || Math.abs(macht) > GROOTSTE_EXPONENT) return undefined
  const cijfers = BigInt(heel + breuk) * (teken === '-' ? -1n : 1n)
  const decimalen = breuk.length - macht
  if (decimalen >= 0) return { eenheden: cijfers, decimalen }
  return { eenheden: cijfers * 10n ** BigInt(-decimalen), decimalen: 0 }
}

export type Bedragfout = 'geen_bedrag' | 'halve_cent' | 'te_groot'

const absoluut = (waarde: bigint): bigint => (waarde < 0n ? -waarde : waarde)

/**
 * Een decimaal in euro naar centen. Een rekenprogramma bewaart `12500` soms als `12500.000000000002`: wat minder
 * dan een miljoenste euro of 2^-51 van het bedrag scheelt met hele centen, is die ruis. Een echte halve cent
 * wordt niet stil afgerond.
 */
function centenUitDecimaal(waarde: Decimaal): Centen | Bedragfout {
  const schaal = 10n ** BigInt(Math.max(waarde.decimalen - 2, 0))
  const keer = waarde.decimalen < 2 ? 10n ** BigInt(2 - waarde.decimalen) : 1n
  const eenheden = waarde.eenheden * keer
  const afgekapt = eenheden / schaal
  const rest = absoluut(eenheden - afgekapt * schaal)
  const richting = eenheden < 0n ? -1n : 1n
  const dichtst = rest * 2n >= schaal ? afgekapt + richting : afgekapt
  const verschil = absoluut(eenheden - dichtst * schaal)
  const isRuis = verschil * 10_000n <= schaal || verschil << 51n <= absoluut(eenheden)
  if (!isRuis) return 'halve_cent'
  const uitkomst = Number(dichtst)
  return Number.isSafeInteger(uitkomst) ? centen(uitkomst) : 'te_groot'
}

export function leesBedragGetal(tekst: string): Centen | Bedragfout {
  const waarde = leesDecimaal(tekst)
  return waarde === undefined ? 'geen_bedrag' : centenUitDecimaal(waarde)
}

/** Geheel getal uit decimale tekst: `2023`, `2023.0` en `2.023E3` zijn hetzelfde jaar. */
export function leesGeheel(tekst: string): number | undefined {
  const waarde = leesDecimaal(tekst)
  if (waarde === undefined) return undefined
  const schaal = 10n ** BigInt(waarde.decimalen)
  if (waarde.eenheden % schaal !== 0n) return undefined
  const heel = Number(waarde.eenheden / schaal)
  return Number.isSafeInteger(heel) ? heel : undefined
}
