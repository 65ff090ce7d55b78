import type { Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import { type Kolom, Schrijver } from '#regels/motor/schrijver.ts'

export type { Kolom } from '#regels/motor/schrijver.ts'

export type Kolomuitkomst = {
  /** Per gevraagde regel de uitkomsten, als hele getallen met deze noemer. */
  kolommen: readonly Float64Array[]
  noemers: readonly number[]
  /** Precieze som per regel: de volgorde van optellen maakt niets uit. */
  sommen: readonly number[]
}

/** Wat een lus nodig heeft om elders hetzelfde te doen: gewone tekst. */
export type Kolomprogramma = {
  bron: string
  invoer: readonly string[]
  noemers: readonly number[]
  weigeringen: readonly Rekenweigering[]
}

/** Rekent de rijen van `van` tot `tot`; geeft het nummer van de weigering, of -1 als alles goed ging. */
export type Lus = (
  van: number,
  tot: number,
  invoer: readonly ArrayLike<number>[],
  uit: readonly Float64Array[],
  som: Float64Array,
) => number

const GOED = -1

/** Schrijft één lus voor de gevraagde regels; elke regel wordt één keer per rij uitgerekend. */
export function schrijfLus(
  set: Gebondenset,
  regels: readonly string[],
  kolommen: Readonly<Record<string, Kolom>>,
): Kolomprogramma {
  const schrijver = new Schrijver(set, kolommen)
  const uit = regels.map((id) => {
    const gebonden = set.regels[set.plekVan.get(id) ?? GOED]
    if (gebonden === undefined) throw new Error(`regel ${id} is er niet`)
    return { code: schrijver.regel(gebonden.plek), noemer: gebonden.boom.noemer }
  })
  const bron = [
    ...schrijver.opzoek.map((rij, i) => `const t${i}=Float64Array.of(${rij});`),
    ...schrijver.namen.map((_, i) => `const i${i}=invoer[${i}];`),
    ...uit.map((_, i) => `const u${i}=uit[${i}];let s${i}=0;`),
    `let fout=${GOED};`,
    'for(let r=van;r<tot;r++){',
    ...schrijver.regelcode,
    ...uit.map(({ code }, i) => `const w${i}=+${code};u${i}[r]=w${i};s${i}+=w${i};`),
    ...(schrijver.weigeringen.length > 0 ? [`if(fout!==${GOED})return fout;`] : []),
    '}',
    ...uit.map((_, i) => `som[${i}]+=s${i};`),
    'return fout;',
  ].join('\n')
  return {
    bron,
    invoer: schrijver.namen,
    noemers: uit.map(({ noemer }) => noemer),
    weigeringen: schrijver.weigeringen,
  }
}

/** Maakt van de geschreven tekst een functie. De tekst bestaat alleen uit regels en parameters, nooit uit invoer. */
export const maakLus = ({ bron }: Kolomprogramma): Lus =>
  new Function('van', 'tot', 'invoer', 'uit', 'som', bron) as Lus

export type Kolomrekenaar = (
  rijen: number,
  kolommen: Readonly<Record<string, Kolom>>,
  /** Ruimte van een vorige keer: wie veel varianten rekent, hoeft niet steeds nieuwe te vragen. */
  ruimte?: readonly Float64Array[],
) => { ok: true; waarde: Kolomuitkomst } | { ok: false; reden: Rekenweigering }

/** Dezelfde regels over veel rijen tegelijk, in één lus. */
export function maakKolomrekenaar(
  set: Gebondenset,
  regels: readonly string[],
  vorm: Readonly<Record<string, Kolom>>,
): Kolomrekenaar {
  const programma = schrijfLus(set, regels, vorm)
  const lus = maakLus(programma)
  return (rijen, kolommen, ruimte) => {
    const invoer = programma.invoer.map((naam) => kolommen[naam]?.reeks ?? new Float64Array(rijen))
    const uit = ruimte ?? regels.map(() => new Float64Array(rijen))
    const som = new Float64Array(regels.length)
    const reden = programma.weigeringen[lus(0, rijen, invoer, uit, som)]
    if (reden !== undefined) return { ok: false, reden }
    return { ok: true, waarde: { kolommen: uit, noemers: programma.noemers, sommen: [...som] } }
  }
}
