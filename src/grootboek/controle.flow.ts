import type { GemeenteDb } from '#basis/db.ts'
import {
  findBegin,
  findPosten,
  findRuwe,
  findRuweFoto,
  findRuweRegels,
  findTeksten,
  findVolgendeFoto,
  type Ruwrij,
} from '#grootboek/controle.store.ts'
import {
  type Breuk,
  isGoedePost,
  leesRegelkolommen,
  maakGetallezer,
  maakNalezer,
  maakPosten,
  maandnummer,
  type Regelkolommen,
} from '#grootboek/controle.ts'
import type { Kop } from '#grootboek/journaal.store.ts'
import { BEGIN, schakel, tekstafdruk } from '#grootboek/keten.ts'

/**
 * Leest het hele journaal na tot en met de kop van nu: keten, nummers, momenten, evenwicht, kolommen, regels,
 * toelichtingen, saldi en foto's. Boeken gaat intussen door. Het geheugen groeit niet mee met het journaal, alleen met
 * het aantal posten.
 */

export type Controleverslag = {
  goed: boolean
  kop: Kop
  geteld: {
    boekingen: number
    regels: number
    posten: number
    toelichtingen: number
    gewist: number
    fotos: number
  }
  breuken: number
  /** De eerste breuk in volgorde van het journaal. */
  eerste: Breuk | undefined
}

export type Controleopties = {
  voortgang?: ((deel: { gedaan: number; totaal: number }) => void) | undefined
  /** Zoveel boekingen tegelijk in het geheugen. */
  perStuk?: number | undefined
}

const PER_STUK = 4_096
/** Zoveel maanden passen er bij een post in één sleutel; een klein getal zoekt veel sneller. */
const MAANDRUIMTE = 4_096

type Stuk = {
  tm: number
  rijen: Ruwrij[]
  regels: string
  teksten: { boeking: number; zout: string; tekst: string }[]
}

export async function controleerJournaal(
  db: GemeenteDb,
  opties: Controleopties = {},
): Promise<Controleverslag> {
  const { perStuk = PER_STUK, voortgang } = opties
  const begin = await db.lees(findBegin)
  const posten = await db.lees(findPosten)
  const telling = maakTelling()
  const keten = maakKetencontrole(maakPosten(posten), telling)
  const sommen = maakSommen(posten.at(-1)?.id ?? 0)
  const naamVanPost = (id: number): string => {
    const post = posten.find((kandidaat) => kandidaat.id === id)
    return post === undefined ? `post ${id}` : post.rekening
  }
  for await (const stuk of leesStukken(db, begin.nr, perStuk)) {
    const regels = leesRegelkolommen(stuk.regels)
    keten.leesNa(stuk, regels)
    sommen.tel(regels)
    if (stuk.isFoto) {
      telling.geteld.fotos++
      const anders = sommen.vergelijkFoto(await db.lees((lezer) => findRuweFoto(lezer, stuk.tm)))
      if (anders !== undefined) telling.breek({ nr: stuk.tm, soort: 'foto', over: naamVanPost(anders) })
    }
    voortgang?.({ gedaan: stuk.tm, totaal: begin.nr })
  }
  keten.sluitAf(begin)
  for (const post of posten)
    if (!isGoedePost(post)) telling.breek({ nr: null, soort: 'post', over: String(post.id) })
  for (const id of sommen.anders(begin.saldi ?? ''))
    telling.breek({ nr: null, soort: 'saldo', over: naamVanPost(id) })
  telling.geteld.posten = posten.length
  const { nr, hash, op } = begin
  return { goed: telling.breuken === 0, kop: { nr, hash, op }, ...telling.verslag() }
}

function maakTelling() {
  let breuken = 0
  let eerste: Breuk | undefined
  const geteld = { boekingen: 0, regels: 0, posten: 0, toelichtingen: 0, gewist: 0, fotos: 0 }
  return {
    geteld,
    get breuken() {
      return breuken
    },
    breek(breuk: Breuk): void {
      breuken++
      eerste ??= breuk
    },
    verslag: () => ({ geteld, breuken, eerste }),
  }
}
type Telling = ReturnType<typeof maakTelling>

/** Haalt het volgende stuk al op terwijl het vorige wordt nagelezen. Een stuk houdt op bij een foto. */
async function* leesStukken(
  db: GemeenteDb,
  laatste: number,
  perStuk: number,
): AsyncGenerator<Stuk & { isFoto: boolean }> {
  let foto = await db.lees((lezer) => findVolgendeFoto(lezer, 0))
  const haal = (na: number): Promise<Stuk> | undefined => {
    if (na >= laatste) return undefined
    const tm = Math.min(na + perStuk, laatste, foto ?? laatste)
    const stuk = Promise.all([
      db.lees((lezer) => findRuwe(lezer, na, tm)),
      db.lees((lezer) => findRuweRegels(lezer, na, tm)),
      db.lees((lezer) => findTeksten(lezer, na, tm)),
    ]).then(([rijen, regels, teksten]) => ({ tm, rijen, regels, teksten }))
    // Wie op dit stuk wacht, hoort de fout; tot die tijd is zij niet onopgemerkt.
    stuk.catch(() => undefined)
    return stuk
  }
  let volgend = haal(0)
  while (volgend !== undefined) {
    const stuk: Stuk = await volgend
    const isFoto = stuk.tm === foto
    if (isFoto) foto = await db.lees((lezer) => findVolgendeFoto(lezer, stuk.tm))
    volgend = haal(stuk.tm)
    yield { ...stuk, isFoto }
  }
}

function maakKetencontrole({ posten, kringen }: ReturnType<typeof maakPosten>, telling: Telling) {
  const leesBoeking = maakNalezer(posten, kringen)
  let vorige = { nr: 0, hash: BEGIN, op: '' }
  const { geteld, breek } = telling

  const keurToelichting = (
    nr: number,
    afdruk: string | undefined,
    tekst: { zout: string; tekst: string } | undefined,
  ): void => {
    if (tekst !== undefined) geteld.toelichtingen++
    else if (afdruk !== undefined) geteld.gewist++
    if (tekst !== undefined && tekstafdruk(tekst.zout, tekst.tekst) !== afdruk)
      breek({ nr, soort: 'toelichting', over: null })
  }

  return {
    leesNa({ rijen, teksten }: Stuk, regels: Regelkolommen): void {
      const tekstBij = new Map(teksten.map((rij) => [rij.boeking, rij]))
      let i = 0
      for (const { nr, kolommen, inhoud, hash } of rijen) {
        const sluitAan = nr === vorige.nr + 1
        if (!sluitAan) breek({ nr: vorige.nr + 1, soort: 'nummer', over: null })
        else if (schakel(vorige.hash, inhoud) !== hash) breek({ nr, soort: 'keten', over: null })
        const vanaf = i
        while (i < regels.aantal && (regels.boeking[i] ?? nr) < nr) i++
        if (i > vanaf) breek({ nr: regels.boeking[vanaf] ?? nr, soort: 'regels', over: null })
        const gelezen = leesBoeking(nr, kolommen, inhoud, regels, i)
        if ('soort' in gelezen) breek({ nr, ...gelezen })
        else {
          if (gelezen.op <= vorige.op) breek({ nr, soort: 'moment', over: null })
          keurToelichting(nr, gelezen.afdruk, tekstBij.get(nr))
        }
        while (i < regels.aantal && regels.boeking[i] === nr) i++
        vorige = { nr, hash, op: 'soort' in gelezen ? vorige.op : gelezen.op }
      }
      if (i < regels.aantal) breek({ nr: regels.boeking[i] ?? null, soort: 'regels', over: null })
      geteld.boekingen += rijen.length
      geteld.regels += regels.aantal
    },
    sluitAf(kop: Kop & { laatste: number }): void {
      if (vorige.nr < kop.nr) breek({ nr: vorige.nr + 1, soort: 'nummer', over: null })
      else if (kop.laatste !== kop.nr || vorige.hash !== kop.hash || vorige.op !== (kop.op ?? ''))
        breek({ nr: null, soort: 'kop', over: null })
    },
  }
}

/** Telt alle regels op: per post voor de saldi, en per post en maand sinds de vorige foto. */
function maakSommen(hoogstePost: number) {
  const saldo = new Float64Array(hoogstePost + 1)
  const sinds = maakMaandsommen()
  return {
    tel({ aantal, post, dag, bedrag }: Regelkolommen): void {
      for (let i = 0; i < aantal; i++) {
        const [p = 0, cent = 0] = [post[i], bedrag[i]]
        saldo[p] = (saldo[p] ?? 0) + cent
        sinds.tel(p, dag[i] ?? 0, cent)
      }
    },
    /** De eerste post waarbij de foto iets anders zegt dan de regels sinds de vorige foto. */
    vergelijkFoto(tekst: string): number | undefined {
      const { isKlaar, getal } = maakGetallezer(tekst)
      while (!isKlaar()) sinds.tel(getal(), getal(), -getal())
      return sinds.leegEnZeg()
    },
    /** Posten waarvan het bewaarde saldo iets anders zegt. */
    anders(tekst: string): number[] {
      const { isKlaar, getal } = maakGetallezer(tekst)
      while (!isKlaar()) {
        const [post, bedrag] = [getal(), getal()]
        saldo[post] = (saldo[post] ?? 0) - bedrag
      }
      return [...saldo.keys()].filter((post) => saldo[post] !== 0)
    },
  }
}

function maakMaandsommen() {
  const plekken = new Map<number, number>()
  let sommen = new Float64Array(1_024)
  /** Van dag naar volgnummer van haar maand. */
  const maanden = new Map<number, number>()
  const maandVanDag = new Map<number, number>()
  const maandVan = (dag: number): number => {
    const bekend = maandVanDag.get(dag)
    if (bekend !== undefined) return bekend
    const eersteDag = maandnummer(dag)
    const maand = maanden.get(eersteDag) ?? maanden.size
    maanden.set(eersteDag, maand)
    maandVanDag.set(dag, maand)
    return maand
  }
  return {
    tel(post: number, dag: number, cent: number): void {
      const sleutel = post * MAANDRUIMTE + maandVan(dag)
      let plek = plekken.get(sleutel)
      if (plek === undefined) {
        plek = plekken.size
        plekken.set(sleutel, plek)
        if (plek >= sommen.length) {
          const groter = new Float64Array(2 * sommen.length)
          groter.set(sommen)
          sommen = groter
        }
      }
      sommen[plek] = (sommen[plek] ?? 0) + cent
    },
    /** De eerste post waarvan een som niet nul is; daarna is alles weer leeg. */
    leegEnZeg(): number | undefined {
      let anders: number | undefined
      for (const [sleutel, plek] of plekken)
        if (sommen[plek] !== 0) anders ??= Math.floor(sleutel / MAANDRUIMTE)
      plekken.clear()
      sommen.fill(0)
      return anders
    },
  }
}
