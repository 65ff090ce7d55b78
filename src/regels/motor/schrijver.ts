import type { Gebonden, Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import type { Vergelijking } from '#regels/motor/expressie.ts'
import { uitgangswaarde } from '#regels/motor/invoer.ts'

/** Een kolom antwoorden; `maal` brengt haar naar het hele getal van de motor (100 voor een kolom in euro). */
export type Kolom = { reeks: Uint8Array | Int32Array | Float64Array; maal?: number | undefined }

const NIETS = -1
const GETAL = /^-?\d+$/u
const NAAM = /^[a-z]+\d+$/u

/**
 * Schrijft de lus over de rijen als tekst. Wat kan stoppen, blijft in zijn tak staan; al het andere wordt vooraf
 * uitgerekend en met een vermenigvuldiging gekozen, want een processor raadt takken bij willekeurige rijen steeds mis.
 */
export class Schrijver {
  readonly weigeringen: Rekenweigering[] = []
  readonly opzoek: string[] = []
  readonly regelcode: string[] = []
  readonly namen: readonly string[]
  readonly #set: Gebondenset
  readonly #kolommen: Readonly<Record<string, Kolom>>
  readonly #vast: readonly (number | undefined)[]
  readonly #gehesen = new Map<number, string>()
  #tijdelijk = 0

  constructor(set: Gebondenset, kolommen: Readonly<Record<string, Kolom>>) {
    this.#set = set
    this.#kolommen = kolommen
    this.namen = Object.keys(kolommen)
    this.#vast = set.invoer.map(uitgangswaarde)
  }

  #stop(weigering: Rekenweigering): string {
    return `(fout=${this.weigeringen.push(weigering) - 1},0)`
  }

  /** Een deel van de boom, maal een heel getal; het getal zakt zo diep mogelijk. */
  schrijf(boom: Gebonden, maal = 1): string {
    const keer = (code: string): string =>
      maal === 1 ? code : GETAL.test(code) ? String(Number(code) * maal) : `(${code}*${maal})`
    switch (boom.k) {
      case 'getal':
        return String(boom.waarde * maal)
      case 'stop':
        return this.#stop(boom.weigering)
      case 'invoer':
        return this.#invoer(boom.plek, maal)
      case 'regel':
        return keer(this.regel(boom.plek))
      case 'schaal':
        return this.schrijf(boom.a, boom.met * maal)
      case 'som':
        return `(${boom.delen.map((deel) => this.schrijf(deel, maal)).join('+')})`
      case 'verschil': {
        const [a, b] = [this.schrijf(boom.a, maal), this.schrijf(boom.b, maal)]
        return b === '0' ? a : `(${a}-${b})`
      }
      case 'kleinste':
      case 'grootste':
        return `Math.${boom.k === 'kleinste' ? 'min' : 'max'}(${boom.delen.map((deel) => this.schrijf(deel, maal)).join(',')})`
      case 'maal':
        return this.#product(boom.a, boom.b, maal)
      case 'als':
        return this.#als(boom, maal)
      case 'tabel':
        return this.#tabel(boom.keuze, boom.rijen, maal)
      case 'afronding':
        return keer(schrijfAfronding(this.schrijf(boom.a), boom.a.noemer * boom.stap, boom.stap, boom.wijze))
      default:
        return this.#oordeel(boom)
    }
  }

  #oordeel(boom: Gebonden): string {
    switch (boom.k) {
      case 'en':
      case 'of':
        return schrijfReeks(
          boom.k,
          boom.delen.map((deel) => this.schrijf(deel)),
        )
      case 'vergelijk':
        return schrijfVergelijking(this.schrijf(boom.a), boom.hoe, this.schrijf(boom.b))
      case 'niet':
        return schrijfNiet(this.schrijf(boom.a))
      default:
        return this.schrijf(boom)
    }
  }

  #product(a: Gebonden, b: Gebonden, maal: number): string {
    if (b.k === 'getal') return this.schrijf(a, b.waarde * maal)
    if (a.k === 'getal') return this.schrijf(b, a.waarde * maal)
    return `(${this.schrijf(a, maal)}*${this.schrijf(b)})`
  }

  #als(boom: Gebonden & { k: 'als' }, maal: number): string {
    const voorwaarde = this.schrijf(boom.voorwaarde)
    if (voorwaarde === 'true') return this.schrijf(boom.dan, maal)
    if (voorwaarde === 'false') return this.schrijf(boom.anders, maal)
    const voor = this.weigeringen.length
    const [dan, anders] = [this.schrijf(boom.dan, maal), this.schrijf(boom.anders, maal)]
    if (this.weigeringen.length > voor || this.#isOordeel(boom.dan)) return `(${voorwaarde}?${dan}:${anders})`
    const keus = this.#bewaar(`+${voorwaarde}`)
    if (dan === '0') return `(${anders}*(1-${keus}))`
    if (anders === '0') return `(${dan}*${keus})`
    const rest = this.#bewaar(anders)
    return `(${rest}+(${dan}-${rest})*${keus})`
  }

  #isOordeel(boom: Gebonden): boolean {
    if (boom.k === 'invoer') return this.#set.invoer[boom.plek]?.soort === 'janee'
    if (boom.k === 'regel') return this.#set.regels[boom.plek]?.regel.eenheid === 'waar'
    if (boom.k === 'als') return this.#isOordeel(boom.dan)
    return ['en', 'of', 'niet', 'vergelijk'].includes(boom.k)
  }

  /** Geeft een tussenwaarde een naam. In een tak die kan stoppen is dat veilig: er stopt niets in de waarde zelf. */
  #bewaar(code: string): string {
    if (GETAL.test(code) || NAAM.test(code)) return code
    const naam = `x${this.#tijdelijk++}`
    this.regelcode.push(`const ${naam}=${code};`)
    return naam
  }

  #tabel(keuze: Gebonden, rijen: readonly Gebonden[], maal: number): string {
    const plek = this.schrijf(keuze)
    if (rijen.every((rij) => rij.k === 'getal')) {
      const nummer = this.opzoek.push(rijen.map((rij) => this.schrijf(rij, maal)).join(',')) - 1
      return `t${nummer}[${plek}]`
    }
    return rijen.reduceRight(
      (rest, rij, i) =>
        rest === '' ? this.schrijf(rij, maal) : `(${plek}===${i}?${this.schrijf(rij, maal)}:${rest})`,
      '',
    )
  }

  #invoer(plek: number, maal: number): string {
    const ding = this.#set.invoer[plek]
    const kolom = this.namen.indexOf(ding?.naam ?? '')
    if (kolom === NIETS) {
      const waarde = this.#vast[plek]
      if (waarde === undefined) return this.#stop({ soort: 'invoer_ontbreekt', invoer: ding?.naam ?? '' })
      return ding?.soort === 'janee' ? String(waarde === 1) : String(waarde * maal)
    }
    const keer = maal * (this.#kolommen[this.namen[kolom] ?? '']?.maal ?? 1)
    if (ding?.soort === 'janee') return `(i${kolom}[r]===1)`
    return keer === 1 ? `i${kolom}[r]` : `(i${kolom}[r]*${keer})`
  }

  /** De naam van de uitkomst van een regel; wie kan stoppen, staat er elke keer voluit. */
  regel(plek: number): string {
    const eerder = this.#gehesen.get(plek)
    if (eerder !== undefined) return eerder
    const gebonden = this.#set.regels[plek]
    if (gebonden === undefined) throw new Error('regel buiten de set')
    const { id } = gebonden.regel
    const kolom = this.namen.indexOf(id)
    if (kolom !== NIETS) return `(i${kolom}[r]*${gebonden.boom.noemer * (this.#kolommen[id]?.maal ?? 1)})`
    const voor = this.weigeringen.length
    const code = this.schrijf(gebonden.boom)
    if (/^(?:true|false|-?\d+)$/u.test(code) || this.weigeringen.length > voor) return code
    const naam = `v${plek}`
    this.regelcode.push(`const ${naam}=${code};`)
    this.#gehesen.set(plek, naam)
    return naam
  }
}

/** Wat vooraf vaststaat, hoort niet in de lus: `waar` en `onwaar` vallen weg. */
function schrijfReeks(k: 'en' | 'of', delen: readonly string[]): string {
  const [stil, beslist] = k === 'en' ? ['true', 'false'] : ['false', 'true']
  if (delen.includes(beslist)) return beslist
  const over = delen.filter((deel) => deel !== stil)
  return over.length === 0 ? stil : `(${over.join(k === 'en' ? '&&' : '||')})`
}

const schrijfNiet = (a: string): string => (a === 'true' ? 'false' : a === 'false' ? 'true' : `(!${a})`)

const VERGELIJK: Readonly<Record<Vergelijking, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '>': (a, b) => a > b,
  '=': (a, b) => a === b,
}

function schrijfVergelijking(a: string, hoe: Vergelijking, b: string): string {
  if (GETAL.test(a) && GETAL.test(b)) return String(VERGELIJK[hoe](Number(a), Number(b)))
  return `(${a}${hoe === '=' ? '===' : hoe}${b})`
}

function schrijfAfronding(a: string, deel: number, stap: number, wijze: string): string {
  const heel =
    wijze === 'naar beneden' ? `Math.floor(${a}/${deel})` : `Math.floor((2*${a}+${deel})/${2 * deel})`
  return stap === 1 ? heel : `(${heel}*${stap})`
}
