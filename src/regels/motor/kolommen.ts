import type { Gebonden, Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import type { Vergelijking } from '#regels/motor/expressie.ts'
import { leesInvoer } from '#regels/motor/invoer.ts'

/** Een kolom antwoorden; `maal` brengt haar naar het hele getal van de motor (100 voor een kolom in euro). */
export type Kolom = { reeks: Uint8Array | Int32Array | Float64Array; maal?: number | undefined }

export type Kolomuitkomst = {
  /** Per gevraagde regel de uitkomsten, als hele getallen met deze noemer. */
  kolommen: readonly Float64Array[]
  noemers: readonly number[]
  /** Precieze som per regel: de volgorde van optellen maakt niets uit. */
  sommen: readonly number[]
}

/** Wat een lus nodig heeft om in een ander proces hetzelfde te doen: gewone tekst. */
export type Kolomprogramma = {
  bron: string
  invoer: readonly string[]
  maal: readonly number[]
  noemers: readonly number[]
  weigeringen: readonly Rekenweigering[]
}

export type Lus = (
  van: number,
  tot: number,
  invoer: readonly ArrayLike<number>[],
  uit: readonly Float64Array[],
  som: Float64Array,
) => number

const NIETS = -1

/** Schrijft één lus voor de gevraagde regels. Elke regel wordt een `const`, behalve wie kan stoppen: die staat in haar tak. */
export function schrijfLus(
  set: Gebondenset,
  regels: readonly string[],
  kolommen: Readonly<Record<string, Kolom>>,
): Kolomprogramma {
  const weigeringen: Rekenweigering[] = []
  const namen = Object.keys(kolommen)
  const vast = standaarden(set)
  const gehesen = new Map<number, string>()
  const regelcode: string[] = []
  const stop = (weigering: Rekenweigering): string => `(fout=${weigeringen.push(weigering) - 1},0)`

  const schrijf = (boom: Gebonden): string => {
    const onder = (deel: Gebonden): string => schrijf(deel)
    switch (boom.k) {
      case 'getal':
        return String(boom.waarde)
      case 'stop':
        return stop(boom.weigering)
      case 'invoer':
        return schrijfInvoer(boom.plek)
      case 'regel':
        return schrijfRegel(boom.plek)
      case 'som':
        return `(${boom.delen.map(onder).join('+')})`
      case 'kleinste':
      case 'grootste':
        return `Math.${boom.k === 'kleinste' ? 'min' : 'max'}(${boom.delen.map(onder).join(',')})`
      case 'en':
      case 'of':
        return schrijfReeks(boom.k, boom.delen.map(onder))
      case 'verschil':
        return `(${onder(boom.a)}-${onder(boom.b)})`
      case 'maal':
        return `(${onder(boom.a)}*${onder(boom.b)})`
      case 'schaal':
        return `(${onder(boom.a)}*${boom.met})`
      case 'vergelijk':
        return schrijfVergelijking(onder(boom.a), boom.hoe, onder(boom.b))
      case 'niet':
        return schrijfNiet(onder(boom.a))
      case 'als':
        return schrijfAls(
          onder(boom.voorwaarde),
          () => onder(boom.dan),
          () => onder(boom.anders),
        )
      case 'tabel':
        return schrijfTabel(onder(boom.keuze), boom.rijen)
      case 'afronding':
        return schrijfAfronding(onder(boom.a), boom.a.noemer * boom.stap, boom.stap, boom.wijze)
    }
  }
  const schrijfAls = (voorwaarde: string, dan: () => string, anders: () => string): string =>
    voorwaarde === 'false' ? anders() : voorwaarde === 'true' ? dan() : `(${voorwaarde}?${dan()}:${anders()})`
  const opzoek: string[] = []
  const schrijfTabel = (keuze: string, rijen: readonly Gebonden[]): string => {
    if (rijen.every((rij) => rij.k === 'getal')) {
      const plek = opzoek.push(`[${rijen.map(schrijf).join(',')}]`) - 1
      return `t${plek}[${keuze}]`
    }
    return rijen.reduceRight(
      (rest, rij, i) => (rest === '' ? schrijf(rij) : `(${keuze}===${i}?${schrijf(rij)}:${rest})`),
      '',
    )
  }
  const schrijfInvoer = (plek: number): string => {
    const ding = set.invoer[plek]
    const kolom = namen.indexOf(ding?.naam ?? '')
    if (kolom === NIETS) {
      const waarde = vast[plek]
      return waarde === undefined
        ? stop({ soort: 'invoer_ontbreekt', invoer: ding?.naam ?? '' })
        : ding?.soort === 'janee'
          ? String(waarde === 1)
          : String(waarde)
    }
    const maal = kolommen[namen[kolom] ?? '']?.maal ?? 1
    const kaal = maal === 1 ? `i${kolom}[r]` : `(i${kolom}[r]*${maal})`
    return ding?.soort === 'janee' ? `(${kaal}===1)` : kaal
  }
  const schrijfRegel = (plek: number): string => {
    const eerder = gehesen.get(plek)
    if (eerder !== undefined) return eerder
    const gebonden = set.regels[plek]
    if (gebonden === undefined) throw new Error('regel buiten de set')
    const kolom = namen.indexOf(gebonden.regel.id)
    if (kolom !== NIETS)
      return `(i${kolom}[r]*${gebonden.boom.noemer * (kolommen[gebonden.regel.id]?.maal ?? 1)})`
    const voor = weigeringen.length
    const code = schrijf(gebonden.boom)
    if (/^(?:true|false|-?\d+)$/u.test(code) || weigeringen.length > voor) return code
    const naam = `v${plek}`
    regelcode.push(`const ${naam}=${code};`)
    gehesen.set(plek, naam)
    return naam
  }

  const uit = regels.map((id) => {
    const gebonden = set.regels[set.plekVan.get(id) ?? NIETS]
    if (gebonden === undefined) throw new Error(`regel ${id} is er niet`)
    return { code: schrijfRegel(gebonden.plek), noemer: gebonden.boom.noemer }
  })
  const bron = [
    ...opzoek.map((rij, i) => `const t${i}=Float64Array.of(${rij.slice(1, -1)});`),
    ...namen.map((_, i) => `const i${i}=invoer[${i}];`),
    ...uit.map((_, i) => `const u${i}=uit[${i}];let s${i}=0;`),
    `let fout=${NIETS};`,
    'for(let r=van;r<tot;r++){',
    ...regelcode,
    ...uit.map(({ code }, i) => `const w${i}=+${code};u${i}[r]=w${i};s${i}+=w${i};`),
    `if(fout!==${NIETS})return fout;}`,
    ...uit.map((_, i) => `som[${i}]+=s${i};`),
    `return ${NIETS};`,
  ].join('\n')
  return {
    bron,
    invoer: namen,
    maal: namen.map((naam) => kolommen[naam]?.maal ?? 1),
    noemers: uit.map(({ noemer }) => noemer),
    weigeringen,
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
  const vast = /^-?\d+$/u
  if (vast.test(a) && vast.test(b)) return String(VERGELIJK[hoe](Number(a), Number(b)))
  return `(${a}${hoe === '=' ? '===' : hoe}${b})`
}

function schrijfAfronding(a: string, deel: number, stap: number, wijze: string): string {
  const heel =
    wijze === 'naar beneden' ? `Math.floor(${a}/${deel})` : `Math.floor((2*${a}+${deel})/${2 * deel})`
  return stap === 1 ? heel : `(${heel}*${stap})`
}

const standaarden = (set: Gebondenset): (number | undefined)[] =>
  set.invoer.map((ding) => {
    const gelezen = ding.standaard === undefined ? undefined : leesInvoer(ding, ding.standaard)
    return gelezen?.ok === true ? gelezen.waarde : undefined
  })

/** Maakt van de geschreven tekst een functie. De tekst bestaat alleen uit wat hierboven staat, nooit uit invoer. */
export const maakLus = ({ bron }: Kolomprogramma): Lus =>
  new Function('van', 'tot', 'invoer', 'uit', 'som', bron) as Lus

export type Kolomrekenaar = (
  rijen: number,
  kolommen: Readonly<Record<string, Kolom>>,
) => { ok: true; waarde: Kolomuitkomst } | { ok: false; reden: Rekenweigering }

/** Dezelfde regels over veel rijen tegelijk, in één lus. */
export function maakKolomrekenaar(
  set: Gebondenset,
  regels: readonly string[],
  vorm: Readonly<Record<string, Kolom>>,
): Kolomrekenaar {
  const programma = schrijfLus(set, regels, vorm)
  const lus = maakLus(programma)
  return (rijen, kolommen) => {
    const invoer = programma.invoer.map((naam) => kolommen[naam]?.reeks ?? new Float64Array(rijen))
    const uit = regels.map(() => new Float64Array(rijen))
    const som = new Float64Array(regels.length)
    const fout = lus(0, rijen, invoer, uit, som)
    const reden = programma.weigeringen[fout]
    if (reden !== undefined) return { ok: false, reden }
    return { ok: true, waarde: { kolommen: uit, noemers: programma.noemers, sommen: [...som] } }
  }
}
