import type { Velden } from '#uitwisseling/xaf/groepen.ts'
import type { Stamgegevens } from '#uitwisseling/xaf/stamgegevens.ts'
import { evenwichtszin, Telling, toetsTotalen } from '#uitwisseling/xaf/tellingen.ts'
import { leesKantbedrag, type Melder } from '#uitwisseling/xaf/waarden.ts'

/** De beginbalans: niets ervan wordt geboekt, maar zij moet kloppen en zegt wat een balansrekening is. */
export class Beginbalans {
  readonly #stam: Stamgegevens
  readonly #meld: Melder
  readonly #telling = new Telling()
  gezien = false

  constructor(stam: Stamgegevens, meld: Melder) {
    this.#stam = stam
    this.#meld = meld
  }

  leesRegel(velden: Velden): void {
    this.#telling.regels++
    const tekst = velden.get('accID')
    const rekening = tekst === undefined ? undefined : this.#stam.findRekening(tekst)
    if (tekst === undefined) this.#meld('rekening_ontbreekt')
    else if (rekening === undefined) this.#meld('rekening_onbekend', this.#stam.noemRekening(tekst))
    const bedrag = leesKantbedrag(velden.get('amnt'), velden.get('amntTp'), this.#meld)
    if (bedrag === undefined) return
    this.#telling.tel(bedrag)
    if (rekening?.soort !== 'onzeker' || bedrag.bedrag === 0) return
    rekening.soort = 'balans'
    this.#meld('rekeningsoort_uit_beginbalans')
  }

  eind(velden: Velden): void {
    this.gezien = true
    toetsTotalen(
      velden,
      this.#telling,
      { regels: 'beginbalans_regels', debet: 'beginbalans_debet', credit: 'beginbalans_credit' },
      this.#meld,
    )
    if (this.#telling.saldo !== 0) this.#meld('beginbalans_niet_in_evenwicht', evenwichtszin(this.#telling))
    this.#telling.leeg()
  }
}
