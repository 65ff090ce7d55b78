import { z } from 'zod'

/**
 * Een meetwaarde als exacte decimale tekst met een punt (`12.5`): nooit een breuk van de machine, zodat wat iemand
 * intypt, vergelijkt en afdrukt, precies dat getal blijft.
 */
export const Decimaaltekst = z
  .string()
  .regex(/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/u)
  .refine((tekst) => !/^-0(?:\.0+)?$/u.test(tekst))
  .meta({ description: 'Decimaal getal als tekst, met een punt; hoogstens 15 cijfers ervoor en 6 erachter.' })
  .brand('Decimaaltekst')
export type Decimaaltekst = z.infer<typeof Decimaaltekst>

export const decimaal = (tekst: string): Decimaaltekst => Decimaaltekst.parse(tekst)

/** Een breuk van hele getallen, met de noemer boven nul: genoeg om exact te vergelijken en evenredig te delen. */
export type Breuk = { teller: bigint; noemer: bigint }

export function breukVan(waarde: Decimaaltekst): Breuk {
  const [heel = '', achter = ''] = waarde.split('.')
  return { teller: BigInt(heel + achter), noemer: 10n ** BigInt(achter.length) }
}

export const heel = (getal: number): Breuk => ({ teller: BigInt(getal), noemer: 1n })
export const telBreukenOp = (een: Breuk, ander: Breuk): Breuk => ({
  teller: een.teller * ander.noemer + ander.teller * een.noemer,
  noemer: een.noemer * ander.noemer,
})
export const negatief = ({ teller, noemer }: Breuk): Breuk => ({ teller: -teller, noemer })
export const maal = (een: Breuk, ander: Breuk): Breuk => ({
  teller: een.teller * ander.teller,
  noemer: een.noemer * ander.noemer,
})

/** Onder nul, nul of boven nul, als verschil van de twee. */
export function vergelijkBreuken(een: Breuk, ander: Breuk): -1 | 0 | 1 {
  const verschil = een.teller * ander.noemer - ander.teller * een.noemer
  return verschil < 0n ? -1 : verschil > 0n ? 1 : 0
}

export const vergelijkDecimalen = (een: Decimaaltekst, ander: Decimaaltekst): -1 | 0 | 1 =>
  vergelijkBreuken(breukVan(een), breukVan(ander))

/** Gelijk als getal: `12.50` en `12.5` zijn dezelfde waarde. */
export const zelfdeWaarde = (een: Decimaaltekst | null, ander: Decimaaltekst | null): boolean =>
  een === null || ander === null ? een === ander : vergelijkDecimalen(een, ander) === 0

/** Alleen om te tekenen: een punt in een grafiek mag een haar naast het getal liggen. */
export const alsGetal = (waarde: Decimaaltekst): number => Number(waarde)

const GETYPT = /^(?<teken>[-+−])?(?<cijfers>\d[\d.,]*)\s*(?:%|procent)?$/u

/** Eén leesteken met precies drie cijfers erachter is een duizendtal, net als bij bedragen; `0.123` kan dat niet zijn. */
function splits(cijfers: string): { voor: string; achter: string } | undefined {
  const punten = cijfers.split('.')
  const kommas = cijfers.split(',')
  if (kommas.length > 2) return undefined
  if (kommas.length === 2) {
    const [voor = '', achter = ''] = kommas
    return groepen(voor, '.') && !achter.includes('.')
      ? { voor: voor.replaceAll('.', ''), achter }
      : undefined
  }
  const isGroep = punten.length > 2 || (punten[1]?.length === 3 && punten[0] !== '0')
  if (isGroep) return groepen(cijfers, '.') ? { voor: cijfers.replaceAll('.', ''), achter: '' } : undefined
  return { voor: punten[0] ?? '', achter: punten[1] ?? '' }
}

const groepen = (voor: string, teken: string): boolean => {
  const [eerste = '', ...rest] = voor.split(teken)
  return rest.length === 0 || (eerste.length <= 3 && rest.every((deel) => deel.length === 3))
}

/** Leest een getal zoals mensen het typen: `12,5`, `1.234`, `1.234,5`, `12.5`, `-3`, `85 %`. */
export function leesDecimaal(tekst: string): Decimaaltekst | undefined {
  const delen = GETYPT.exec(tekst.trim().replace(/(?<=\d)[\u00a0\u202f](?=\d)/gu, ''))?.groups
  if (delen === undefined) return undefined
  const gesplitst = splits(delen['cijfers'] ?? '')
  if (gesplitst === undefined || (gesplitst.achter === '' && /[,.]$/u.test(delen['cijfers'] ?? '')))
    return undefined
  const kaal = gesplitst.voor.replace(/^0+(?=\d)/u, '')
  const getal = gesplitst.achter === '' ? kaal : `${kaal}.${gesplitst.achter}`
  const min = delen['teken'] === '-' || delen['teken'] === '−'
  const gelezen = Decimaaltekst.safeParse(min && !/^[0.]+$/u.test(getal) ? `-${getal}` : getal)
  return gelezen.success ? gelezen.data : undefined
}

const VAST_STREEPJE = '\u2212'

/** In Nederlandse schrijfwijze: `1.234,5`. Decimalen blijven zoals zij zijn vastgelegd. */
export function toonDecimaal(waarde: Decimaaltekst): string {
  const [voor = '', achter] = waarde.replace('-', '').split('.')
  const gegroepeerd = voor.replace(/\B(?=(\d{3})+$)/gu, '.')
  const teken = waarde.startsWith('-') ? VAST_STREEPJE : ''
  return `${teken}${gegroepeerd}${achter === undefined ? '' : `,${achter}`}`
}

/** Voor CSV en invoervelden, zonder duizendpunten; `leesDecimaal(schrijfDecimaal(x))` is weer `x`. */
export const schrijfDecimaal = (waarde: Decimaaltekst): string => waarde.replace('.', ',')

/** Een breuk op zoveel decimalen, naar beneden. */
export function decimaalNaarBeneden(breuk: Breuk, decimalen: number): Decimaaltekst {
  const keer = breuk.teller * 10n ** BigInt(decimalen)
  const rest = keer % breuk.noemer
  const heelGetal = keer / breuk.noemer - (rest < 0n ? 1n : 0n)
  const cijfers = String(heelGetal < 0n ? -heelGetal : heelGetal).padStart(decimalen + 1, '0')
  const voor = cijfers.slice(0, cijfers.length - decimalen)
  const achter = decimalen === 0 ? '' : `.${cijfers.slice(-decimalen)}`
  return decimaal(`${heelGetal < 0n ? '-' : ''}${voor}${achter}`)
}
