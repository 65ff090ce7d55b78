import { z } from 'zod'
import { Datum } from '#basis/datum.ts'
import { BOEKINGSOORTEN, GRONDSLAGSOORTEN } from '#grootboek/boeking.ts'
import { kenmerktekst, leesKenmerk } from '#grootboek/kenmerk.ts'
import { kring, leesRekening, naamVan, type Rekening } from '#grootboek/rekening.ts'

/**
 * Nalezen van één boeking, snel: de vastgelegde tekst is een vast patroon zonder één ontsnapt teken, dus wordt zij
 * vergeleken in plaats van ontleed. Een test houdt dit naast `leesInhoud`: wat hier goed is, is daar precies hetzelfde.
 */

export const BREUKSOORTEN = [
  'nummer',
  'keten',
  'vorm',
  'moment',
  'kolom',
  'regels',
  'evenwicht',
  'toelichting',
  'post',
  'saldo',
  'foto',
  'kop',
] as const
export type Breuksoort = (typeof BREUKSOORTEN)[number]
/** Waar het niet klopt. `nr` is de boeking; `null` als het niet bij één boeking hoort. */
export type Breuk = { nr: number | null; soort: Breuksoort; over: string | null }

const BREUKZIN: Record<Breuksoort, (breuk: Breuk) => string> = {
  nummer: ({ nr }) => `Boeking ${nr} ontbreekt of staat er meer dan één keer.`,
  keten: ({ nr }) => `De hash van boeking ${nr} hoort niet bij haar tekst en de boeking ervoor.`,
  vorm: ({ nr }) => `De tekst van boeking ${nr} heeft niet de vaste vorm.`,
  moment: ({ nr }) => `Boeking ${nr} is niet later vastgelegd dan de boeking ervoor.`,
  kolom: ({ nr, over }) => `Bij boeking ${nr} staat in de kolom ${over} iets anders dan in haar tekst.`,
  regels: ({ nr }) => `De regels van boeking ${nr} zijn anders dan in haar tekst.`,
  evenwicht: ({ nr, over }) => `Boeking ${nr} telt bij bron ${over} niet op tot nul.`,
  toelichting: ({ nr }) => `De toelichting bij boeking ${nr} is een andere dan de vastgelegde.`,
  post: ({ over }) => `Post ${over} heeft kolommen die niet bij haar naam horen.`,
  saldo: ({ over }) => `Het saldo van ${over} is niet de som van de boekingen.`,
  foto: ({ nr, over }) => `De foto van boeking ${nr} klopt niet bij ${over}.`,
  kop: () => 'De kop van het journaal is niet de laatste boeking.',
}

export const breukzin = (breuk: Breuk): string => BREUKZIN[breuk.soort](breuk)

const leegOf = (patroon: string): string => `(?:null|"${patroon}")`
const UUID = z.regexes.uuid().source.replace(/^\^\(|\)\$$/gu, '')
const KENMERK = '[A-Za-z0-9](?:[A-Za-z0-9 ./_:#-]{0,118}[A-Za-z0-9])?'
const NUMMER = '[1-9]\\d{0,15}'

/** Alles vóór de regels: corrigeert, geldigOp, grondslag (soort en kenmerk), nr. */
const BEGIN_VAN_TEKST = new RegExp(
  `^\\{"betreft":${leegOf('\\d{4}-(?:0[1-9]|1[0-2])')},"corrigeert":(?:null|"(${NUMMER})"),"door":${leegOf(`(?:${UUID})`)}` +
    `,"geldigOp":"(\\d{4}-\\d{2}-\\d{2})","grondslag":\\["(${GRONDSLAGSOORTEN.join('|')})","(${KENMERK})"\\]` +
    `,"mandaat":${leegOf(`(?:${UUID})`)},"nr":"(${NUMMER})","regels":\\[`,
  'u',
)
/** Alles erna: soort, afdruk van de toelichting, vastgelegdOp. */
const EIND_VAN_TEKST = new RegExp(
  `\\],"soort":"(${BOEKINGSOORTEN.join('|')})","tekst":(?:null|"([0-9a-f]{64})"),"tweede":${leegOf(`(?:${UUID})`)}` +
    ',"v":1,"vastgelegdOp":"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z)"\\}',
  'uy',
)

/** Een post zoals zij in de database staat. */
export type Postrij = {
  id: number
  rekening: string
  kenmerk: string
  soort: string
  programma: string
  bron: string | null
  rekeningsoort: string
  onderdeel: string | null
  jaar: number | null
  verplichting: string | null
}

const veld = (rekening: Rekening, naam: string): unknown => Reflect.get(rekening, naam) ?? null

/** Horen de kolommen van deze post bij haar naam, en is die geschreven zoals het hoort? */
export function isGoedePost(post: Postrij): boolean {
  const rekening = leesRekening(post.rekening)
  if (rekening === undefined || !(BOEKINGSOORTEN as readonly string[]).includes(post.soort)) return false
  try {
    if (kenmerktekst(leesKenmerk(post.kenmerk)) !== post.kenmerk) return false
  } catch {
    return false
  }
  return (
    naamVan(rekening) === post.rekening &&
    rekening.soort === post.rekeningsoort &&
    (['programma', 'bron', 'onderdeel', 'jaar', 'verplichting'] as const).every(
      (naam) => veld(rekening, naam) === post[naam],
    )
  )
}

/** Een post zoals zij bij het nalezen nodig is: de tekst om het bedrag heen, en haar kring als getal. */
export type Nalezenpost = { begin: string; eind: string; soort: string; kring: number }

export function maakPosten(rijen: readonly Postrij[]): { posten: Nalezenpost[]; kringen: string[] } {
  const nummers = new Map<string, number>()
  const posten: Nalezenpost[] = []
  for (const { id, rekening, kenmerk, soort, programma, bron } of rijen) {
    const naam = kring({ programma, bron })
    const nummer = nummers.get(naam) ?? nummers.size
    nummers.set(naam, nummer)
    posten[id] = { begin: `["${rekening}","`, eind: `","${kenmerk}"]`, soort, kring: nummer }
  }
  return { posten, kringen: [...nummers.keys()] }
}

/** Leest getallen achter elkaar, met één teken ertussen, zonder onderweg iets te maken. */
export function maakGetallezer(tekst: string) {
  let plek = 0
  return {
    plek: () => plek,
    isKlaar: () => plek >= tekst.length,
    getal(): number {
      let waarde = 0
      let teken = 1
      for (;;) {
        const code = tekst.charCodeAt(plek++)
        if (code === MINTEKEN) teken = -1
        else if (code >= CIJFER_NUL && code <= CIJFER_NEGEN) waarde = waarde * 10 + code - CIJFER_NUL
        else return teken * waarde
      }
    },
  }
}
const [MINTEKEN, CIJFER_NUL, CIJFER_NEGEN, KOMMA] = [45, 48, 57, 44]

/** De regels van een aantal boekingen achter elkaar, als kolommen; `bedragVan` en `bedragTot` wijzen in de tekst. */
export type Regelkolommen = {
  tekst: string
  aantal: number
  boeking: Float64Array
  regel: Int32Array
  post: Int32Array
  dag: Int32Array
  bedrag: Float64Array
  bedragVan: Int32Array
  bedragTot: Int32Array
}

const KORTSTE_REGEL = '1,1,1,0,1;'.length

/** Leest `boeking,regel,post,dag,bedrag;…`. */
export function leesRegelkolommen(tekst: string): Regelkolommen {
  const ruimte = Math.ceil((tekst.length + 1) / KORTSTE_REGEL)
  const [boeking, bedrag] = [new Float64Array(ruimte), new Float64Array(ruimte)]
  const [regel, post, dag] = [new Int32Array(ruimte), new Int32Array(ruimte), new Int32Array(ruimte)]
  const [bedragVan, bedragTot] = [new Int32Array(ruimte), new Int32Array(ruimte)]
  const { plek, isKlaar, getal } = maakGetallezer(tekst)
  let aantal = 0
  for (; !isKlaar(); aantal++) {
    boeking[aantal] = getal()
    regel[aantal] = getal()
    post[aantal] = getal()
    dag[aantal] = getal()
    bedragVan[aantal] = plek()
    bedrag[aantal] = getal()
    bedragTot[aantal] = plek() - 1
  }
  return { tekst, aantal, boeking, regel, post, dag, bedrag, bedragVan, bedragTot }
}

const DAG_MS = 86_400_000
const NULDAG_MS = Date.UTC(2000, 0, 1)
/** De eerste dag van de maand, ook als dagnummer. */
export function maandnummer(dag: number): number {
  const op = new Date(NULDAG_MS + dag * DAG_MS)
  return dag - op.getUTCDate() + 1
}

/** Dagen sinds 1 januari 2000; `undefined` als dit geen dag is. */
export function dagnummer(dag: string): number | undefined {
  return Datum.safeParse(dag).success ? Math.round((Date.parse(dag) - NULDAG_MS) / DAG_MS) : undefined
}

/** Wat de controle van een goede boeking nog nodig heeft. */
export type Nagelezen = { afdruk: string | undefined; op: string; tot: number }

/**
 * Maakt wat één boeking naast haar regels legt. `kolommen` zijn haar eigen kolommen als tekst, `vanaf` is waar haar
 * regels beginnen. Geeft bij de eerste fout wat er niet klopt.
 */
export function maakNalezer(posten: readonly (Nalezenpost | undefined)[], kringen: readonly string[]) {
  const som = new Float64Array(kringen.length)
  const dagen = new Map<string, number | undefined>()
  const dagVan = (dag: string): number | undefined => {
    if (!dagen.has(dag)) dagen.set(dag, dagnummer(dag))
    return dagen.get(dag)
  }

  const uitEvenwicht = (regels: Regelkolommen, vanaf: number, tot: number): string | undefined => {
    let fout: number | undefined
    for (let i = vanaf; i < tot; i++) {
      const nummer = posten[regels.post[i] ?? -1]?.kring ?? 0
      if (som[nummer] !== 0) fout = nummer
      som[nummer] = 0
    }
    return fout === undefined ? undefined : kringen[fout]
  }

  return (
    nr: number,
    kolommen: string,
    inhoud: string,
    regels: Regelkolommen,
    vanaf: number,
  ): Nagelezen | Omit<Breuk, 'nr'> => {
    const begin = BEGIN_VAN_TEKST.exec(inhoud)
    const dag = dagVan(begin?.[2] ?? '')
    if (begin === null || dag === undefined) return { soort: 'vorm', over: null }
    const [heel, corrigeert, geldigOp, grondslagsoort, grondslag, nummer] = begin
    const eigenNr = String(nr)
    if (nummer !== eigenNr) return { soort: 'kolom', over: 'nr' }
    if (corrigeert !== undefined && Number(corrigeert) >= nr) return { soort: 'vorm', over: null }
    let plek = heel.length
    let i = vanaf
    const soort = posten[regels.post[i] ?? -1]?.soort
    for (; i < regels.aantal && regels.boeking[i] === nr; i++) {
      const post = posten[regels.post[i] ?? -1]
      if (i > vanaf && inhoud.charCodeAt(plek++) !== KOMMA) break
      if (post === undefined || post.soort !== soort) break
      if (regels.regel[i] !== i - vanaf + 1 || regels.dag[i] !== dag) break
      const na = naRegel(inhoud, plek, post, regels, i)
      if (na === undefined) break
      plek = na
      som[post.kring] = (som[post.kring] ?? 0) + (regels.bedrag[i] ?? 0)
    }
    const anders = i < regels.aantal && regels.boeking[i] === nr
    const kringUit = uitEvenwicht(regels, vanaf, i)
    EIND_VAN_TEKST.lastIndex = plek
    const eind = anders ? null : EIND_VAN_TEKST.exec(inhoud)
    if (eind === null || EIND_VAN_TEKST.lastIndex !== inhoud.length || i - vanaf < 2)
      return { soort: 'regels', over: null }
    const [, eigenSoort, afdruk, op = ''] = eind
    const verwacht = `${nr}|${alsKolom(op)}|${geldigOp}|${eigenSoort}|${grondslagsoort}|${grondslag}|${corrigeert ?? ''}`
    if (verwacht !== kolommen || eigenSoort !== soort)
      return { soort: 'kolom', over: welkeKolom(verwacht, kolommen) }
    if (kringUit !== undefined) return { soort: 'evenwicht', over: kringUit }
    return { afdruk, op, tot: i }
  }
}

/** Waar de tekst verdergaat na deze regel; `undefined` als de tekst iets anders zegt dan de regel. */
function naRegel(
  inhoud: string,
  plek: number,
  post: Nalezenpost,
  { tekst, bedragVan, bedragTot }: Regelkolommen,
  i: number,
): number | undefined {
  if (!inhoud.startsWith(post.begin, plek)) return undefined
  let na = plek + post.begin.length
  for (let k = bedragVan[i] ?? 0; k < (bedragTot[i] ?? 0); k++)
    if (tekst.charCodeAt(k) !== inhoud.charCodeAt(na++)) return undefined
  return inhoud.startsWith(post.eind, na) ? na + post.eind.length : undefined
}

/** Een moment zoals de database het als tekst geeft: met een spatie, en zonder nullen aan het eind. */
function alsKolom(op: string): string {
  let eind = op.length - 1
  while (op.charCodeAt(eind - 1) === CIJFER_NUL) eind--
  if (op[eind - 1] === '.') eind--
  return `${op.slice(0, 10)} ${op.slice(11, eind)}`
}

const KOLOMNAMEN = [
  'nr',
  'vastgelegd_op',
  'geldig_op',
  'soort',
  'grondslag_soort',
  'grondslag',
  'corrigeert',
] as const

function welkeKolom(verwacht: string, gezien: string): string {
  const [een, twee] = [verwacht.split('|'), gezien.split('|')]
  return KOLOMNAMEN.find((_, i) => een[i] !== twee[i]) ?? 'soort'
}
