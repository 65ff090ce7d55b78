/**
 * Wat uit een financieel bestand als code naar binnen mag. Vrije tekst, namen, mailadressen en bankrekeningen horen
 * daar niet bij: wat geen code is, komt het huis niet in, ook niet als iemand het in de kolom voor codes zette.
 */

const GROOTSTE_CODE = 40
const VORM = /^[\p{L}\p{N}](?:[\p{L}\p{N}._/ -]*[\p{L}\p{N}])?$/u
const NEDERLANDSE_REKENING = /NL\d{2}[A-Z]{4}\d{10}/u
const REKENING = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u

/** De rest bij deling door 97 van een rekeningnummer, zoals ISO 13616 die voorschrijft. */
function rest97(kaal: string): number {
  let rest = 0
  for (const teken of kaal.slice(4) + kaal.slice(0, 4))
    for (const cijfer of String(Number.parseInt(teken, 36))) rest = (rest * 10 + Number(cijfer)) % 97
  return rest
}

function isBankrekening(tekst: string): boolean {
  const kaal = tekst.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
  return NEDERLANDSE_REKENING.test(kaal) || (REKENING.test(kaal) && rest97(kaal) === 1)
}

const GROOTSTE_WOORD = 4

/** `INK 24 0012` is een code; `Jan de Vries` en `443210 Inhuur derden` zijn dat niet. */
function isCodeMetSpaties(code: string): boolean {
  const woorden = code.split(' ').filter((deel) => !/\p{N}/u.test(deel))
  const kort = woorden.every((woord) => woord.length <= GROOTSTE_WOORD)
  return /\p{N}/u.test(code) && woorden.length <= 1 && kort
}

/**
 * Een code van een rekening, kostenplaats of project: letters, cijfers en `. _ / -`. Met spaties alleen als er op
 * hoogstens één kort woord na overal een cijfer in staat. Voorloopnullen blijven. Anders `null`.
 */
export function veiligeCode(tekst: string): string | null {
  const code = tekst.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (code.length > GROOTSTE_CODE || !VORM.test(code)) return null
  if (code.includes(' ') && !isCodeMetSpaties(code)) return null
  return isBankrekening(code) ? null : code
}

/** Een verwijzing naar een document: een code met minstens één cijfer, want een los woord is een omschrijving. */
export function veiligStuk(tekst: string): string | null {
  const code = veiligeCode(tekst)
  return code !== null && /\p{N}/u.test(code) ? code : null
}
