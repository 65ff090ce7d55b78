import { type Groep, KINDEREN } from '#uitwisseling/xaf/vorm.ts'

export type Velden = ReadonlyMap<string, string>

/** Wie hoort wat er in het bestand staat: een groep begint, en eindigt met haar velden. */
export type Groepontvanger = {
  begint: (groep: Groep) => void
  eindigt: (groep: Groep, velden: Velden) => void
}

/** Langer dan dit is geen enkel veld dat wij overnemen; de rest van de tekst wordt niet eens bewaard. */
const LANGSTE_VELD = 300

/**
 * Maakt van elementen groepen met velden. Van alles wat `vorm.ts` niet noemt, wordt de tekst nooit bewaard: namen,
 * bankrekeningen en omschrijvingen komen dus niet verder dan de XML-lezer.
 */
export class Groepenlezer {
  readonly #ontvanger: Groepontvanger
  readonly #stapel: Groep[] = []
  readonly #velden: Record<Groep, Map<string, string>>
  #overslaan = 0
  #veld: string | undefined
  #waarde = ''

  constructor(ontvanger: Groepontvanger) {
    this.#ontvanger = ontvanger
    const leeg = Object.keys(KINDEREN).map((groep) => [groep, new Map<string, string>()] as const)
    this.#velden = Object.fromEntries(leeg) as Record<Groep, Map<string, string>>
  }

  velden(groep: Groep): Velden {
    return this.#velden[groep]
  }

  open(naam: string): void {
    if (this.#overslaan > 0 || this.#veld !== undefined) {
      this.#overslaan++
      return
    }
    const ouder = this.#stapel.at(-1)
    const kind = ouder === undefined ? { groep: 'auditfile' as const } : KINDEREN[ouder].get(naam)
    if (kind === undefined) {
      this.#overslaan = 1
    } else if ('veld' in kind) {
      this.#veld = kind.veld
      this.#waarde = ''
    } else {
      this.#stapel.push(kind.groep)
      this.#velden[kind.groep].clear()
      this.#ontvanger.begint(kind.groep)
    }
  }

  tekst(tekst: string): void {
    if (this.#veld === undefined || this.#overslaan > 0 || this.#waarde.length >= LANGSTE_VELD) return
    this.#waarde += tekst.length > LANGSTE_VELD ? tekst.slice(0, LANGSTE_VELD) : tekst
  }

  sluit(): void {
    if (this.#overslaan > 0) {
      this.#overslaan--
      return
    }
    const groep = this.#stapel.at(-1)
    if (groep === undefined) return
    if (this.#veld !== undefined) {
      const waarde = this.#waarde.trim()
      if (waarde !== '') this.#velden[groep].set(this.#veld, waarde)
      this.#veld = undefined
      return
    }
    this.#stapel.pop()
    this.#ontvanger.eindigt(groep, this.#velden[groep])
  }
}
