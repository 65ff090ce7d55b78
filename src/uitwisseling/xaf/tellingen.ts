import { centen, toonEuroCenten } from '#basis/geld.ts'
import type { Velden } from '#uitwisseling/xaf/groepen.ts'
import { Xafstop } from '#uitwisseling/xaf/stop.ts'
import type { Xafcode } from '#uitwisseling/xaf/teksten.ts'
import { type Kantbedrag, leesGeschreven, type Melder } from '#uitwisseling/xaf/waarden.ts'

/** Debet en credit opgeteld, eens zoals geschreven en eens met negatieve bedragen aan de andere kant. */
export class Telling {
  regels = 0
  #geschrevenDebet = 0
  #geschrevenCredit = 0
  debet = 0
  credit = 0

  tel({ kant, geschreven, bedrag }: Kantbedrag): void {
    if (kant === 'D') this.#geschrevenDebet += geschreven
    else this.#geschrevenCredit += geschreven
    if (bedrag > 0) this.debet += bedrag
    else this.credit -= bedrag
    if (this.debet > Number.MAX_SAFE_INTEGER || this.credit > Number.MAX_SAFE_INTEGER)
      throw new Xafstop('bedragen_te_groot')
  }

  get saldo(): number {
    return this.debet - this.credit
  }

  klopt(kant: 'debet' | 'credit', genoemd: number): boolean {
    if (kant === 'debet') return genoemd === this.#geschrevenDebet || genoemd === this.debet
    return genoemd === this.#geschrevenCredit || genoemd === this.credit
  }

  leeg(): void {
    this.regels = 0
    this.#geschrevenDebet = 0
    this.#geschrevenCredit = 0
    this.debet = 0
    this.credit = 0
  }
}

const euro = (bedrag: number): string => toonEuroCenten(centen(bedrag))

export const evenwichtszin = ({ debet, credit }: Telling): string =>
  `Debet ${euro(debet)}, credit ${euro(credit)}, verschil ${euro(Math.abs(debet - credit))}.`

type Totaalcodes = { regels: Xafcode; debet: Xafcode; credit: Xafcode }

/** Houdt de opgetelde regels tegen de totalen die het bestand zelf noemt. */
export function toetsTotalen(velden: Velden, telling: Telling, codes: Totaalcodes, meld: Melder): void {
  const aantal = velden.get('linesCount')
  if (aantal === undefined) meld('totaal_ontbreekt')
  else if (!/^\+?\d{1,15}$/u.test(aantal) || Number(aantal) !== telling.regels)
    meld(codes.regels, `Het zijn er ${telling.regels}${genoemdAantal(aantal)}.`)
  for (const [veld, kant] of [
    ['totalDebit', 'debet'],
    ['totalCredit', 'credit'],
  ] as const) {
    const tekst = velden.get(veld)
    if (tekst === undefined) {
      meld('totaal_ontbreekt')
      continue
    }
    const genoemd = leesGeschreven(tekst, meld)
    if (genoemd === undefined || telling.klopt(kant, genoemd)) continue
    meld(codes[kant], `De regels samen zijn ${euro(telling[kant])}, het bestand zegt ${euro(genoemd)}.`)
  }
}

const genoemdAantal = (tekst: string): string =>
  /^\d{1,15}$/u.test(tekst) ? `, het bestand zegt ${Number(tekst)}` : ''
