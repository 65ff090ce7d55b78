import type { Invoerbevinding, Invoerplaats } from '#grootboek/deur.ts'

/** Zoveel fouten worden elk met hun plaats bewaard; daarna telt per soort alleen nog het aantal. */
export const MEESTE_BEVINDINGEN = 500

type Bewaard = { -readonly [veld in keyof Invoerbevinding]: Invoerbevinding[veld] }

/**
 * Verzamelt wat opvalt. Van elke fout blijft de plaats bewaard, want iemand moet haar herstellen; van een
 * waarschuwing alleen de eerste, want zij komt vaak op elke regel voor. Geteld wordt alles.
 */
export class Bevindingen<Code extends string> {
  readonly #zinnen: Readonly<Record<Code, string>>
  readonly #isFout: (code: Code) => boolean
  readonly #lijst: Bewaard[] = []
  /** Waar verder geteld wordt: bij een waarschuwing de enige, bij een fout de laatste boven het aantal. */
  readonly #tellers = new Map<string, Bewaard>()
  fouten = 0

  constructor(zinnen: Readonly<Record<Code, string>>, isFout: (code: Code) => boolean) {
    this.#zinnen = zinnen
    this.#isFout = isFout
  }

  /** De plaats wordt pas uitgerekend als zij bewaard wordt: een waarschuwing kan bij elke regel horen. */
  meld(code: Code, plaats: () => Invoerplaats, aanvulling = ''): void {
    const fout = this.#isFout(code)
    if (fout) this.fouten++
    const teller = this.#tellers.get(code)
    if (teller !== undefined) {
      teller.keren++
      return
    }
    const vol = this.#lijst.length >= MEESTE_BEVINDINGEN
    const bevinding: Bewaard = {
      ernst: fout ? 'fout' : 'waarschuwing',
      code,
      zin: aanvulling === '' || (fout && vol) ? this.#zinnen[code] : `${this.#zinnen[code]} ${aanvulling}`,
      plaats: plaats(),
      keren: 1,
    }
    this.#lijst.push(bevinding)
    if (!fout || vol) this.#tellers.set(code, bevinding)
  }

  lijst(): Invoerbevinding[] {
    return this.#lijst.toSorted((a, b) => (a.ernst === b.ernst ? 0 : a.ernst === 'fout' ? -1 : 1))
  }
}
