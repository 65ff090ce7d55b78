const SCHERVEN = 64
const KLEINST = 64
/** Tot zo vol mag een scherf zijn: daarboven wordt zoeken traag. */
const VOL = 0.75

/** Een tabel met open plaatsen: per nummer acht bytes, in paren van twee getallen van 32 bits. */
type Scherf = { vakken: Uint32Array; aantal: number }

const maakScherf = (plaatsen: number): Scherf => ({ vakken: new Uint32Array(plaatsen * 2), aantal: 0 })

/** `true` als het nieuw was. Een leeg vak is twee nullen; de vingerafdruk nul-nul komt daarom nooit voor. */
function plaats(scherf: Scherf, hoog: number, laag: number): boolean {
  const { vakken } = scherf
  const masker = vakken.length - 1
  for (let i = (laag * 2) & masker; ; i = (i + 2) & masker) {
    if (vakken[i] === hoog && vakken[i + 1] === laag) return false
    if (vakken[i] === 0 && vakken[i + 1] === 0) {
      vakken[i] = hoog
      vakken[i + 1] = laag
      scherf.aantal++
      return true
    }
  }
}

function vergroot(scherf: Scherf): Scherf {
  const groter = maakScherf(scherf.vakken.length)
  for (let i = 0; i < scherf.vakken.length; i += 2) {
    const hoog = scherf.vakken[i] ?? 0
    const laag = scherf.vakken[i + 1] ?? 0
    if (hoog !== 0 || laag !== 0) plaats(groter, hoog, laag)
  }
  return groter
}

const meng = (h: number): number => {
  const a = Math.imul(h ^ (h >>> 16), 2246822507)
  const b = Math.imul(a ^ (a >>> 13), 3266489909)
  return (b ^ (b >>> 16)) >>> 0
}

/**
 * Onthoudt van miljoenen nummers of zij al voorkwamen, met een vingerafdruk van 64 bits in plaats van de tekst zelf.
 * Dat twee verschillende van tien miljoen nummers dezelfde afdruk hebben, gebeurt in drie van een miljoen bestanden.
 * In scherven, zodat bij het vergroten nooit alles dubbel in het geheugen staat.
 */
export class Nummerset {
  readonly #scherven: Scherf[] = Array.from({ length: SCHERVEN }, () => maakScherf(KLEINST))
  aantal = 0

  /** `true` als dit nummer bij deze groep nog niet voorkwam. */
  voegToe(groep: string, nummer: string): boolean {
    let a = 0xdeadbeef
    let b = 0x41c6ce57
    for (let i = 0; i < groep.length; i++) {
      const code = groep.charCodeAt(i)
      a = Math.imul(a ^ code, 2654435761)
      b = Math.imul(b ^ code, 1597334677)
    }
    // Een teken dat in geen XML mag staan scheidt groep en nummer, anders is `a` + `bc` gelijk aan `ab` + `c`.
    a = Math.imul(a ^ 0x1ffff, 2654435761)
    b = Math.imul(b ^ 0x1ffff, 1597334677)
    for (let i = 0; i < nummer.length; i++) {
      const code = nummer.charCodeAt(i)
      a = Math.imul(a ^ code, 2654435761)
      b = Math.imul(b ^ code, 1597334677)
    }
    const hoog = meng(a)
    const laag = meng(b ^ hoog)
    return this.#bewaar(hoog, laag === 0 && hoog === 0 ? 1 : laag)
  }

  #bewaar(hoog: number, laag: number): boolean {
    const nummer = hoog >>> 26
    let scherf = this.#scherven[nummer] ?? maakScherf(KLEINST)
    if (scherf.aantal >= (scherf.vakken.length / 2) * VOL) {
      scherf = vergroot(scherf)
      this.#scherven[nummer] = scherf
    }
    const nieuw = plaats(scherf, hoog, laag)
    if (nieuw) this.aantal++
    return nieuw
  }
}
