import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { alsPostfilter, type Kolomnaam, pastBij } from '#programma/begroting/geldfilter.ts'
import { tekenVan } from '#programma/boekingen/boekingenvraag.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Plan tegen werkelijkheid van één bron: wat zij inbrengt, en waar dat gebleven is. */

export type Bronregel = { kolom: Kolomnaam; naam: string; bedrag: Centen }

export type Bronstand = {
  /** Wat de bron inbrengt: toegezegd, en daarvan ontvangen. */
  in: readonly Bronregel[]
  /** Waar het is; samen precies wat is toegezegd. */
  waar: readonly Bronregel[]
  /** Alles bij elkaar wat er niet besteed of teruggevallen is. */
  over: Centen
}

const WAAR = [
  ['nog-te-verdelen', 'Nog te verdelen over onderdelen'],
  ['vrij', 'Vrij bij onderdelen'],
  ['verplicht', 'Vastgelegd in verplichtingen'],
  ['overheveling', 'Wacht op overheveling'],
  ['gerealiseerd', 'Besteed'],
  ['teruggevallen', 'Teruggevallen aan de bron'],
] as const satisfies readonly (readonly [Kolomnaam, string])[]

/** `bron: null` is het geld dat nog niet over de bronnen verdeeld is. */
export function bronstandVan(beeld: Planbeeld, posten: readonly Postsaldo[], bron: string | null): Bronstand {
  const regel = (kolom: Kolomnaam, naam: string): Bronregel => {
    const telt = pastBij(alsPostfilter(beeld, { bron }, [], kolom))
    const som = posten.reduce((opgeteld, post) => (telt(post) ? opgeteld + post.bedragCent : opgeteld), 0)
    return { kolom, naam, bedrag: centen(tekenVan(kolom) * som) }
  }
  const waar = WAAR.map(([kolom, naam]) => regel(kolom, naam))
  const weg: readonly Kolomnaam[] = ['gerealiseerd', 'teruggevallen']
  return {
    in: [regel('toegezegd', 'Toegezegd'), regel('ontvangen', 'Daarvan ontvangen')],
    waar,
    over: centen(waar.reduce((som, { kolom, bedrag }) => (weg.includes(kolom) ? som : som + bedrag), 0)),
  }
}

/** Wat er van een bron over is, in één zin. */
export function bronstandzin({ in: [toegezegd], waar, over }: Bronstand): string {
  const besteed = waar.find(({ kolom }) => kolom === 'gerealiseerd')?.bedrag ?? centen(0)
  const begin = `Van ${toonEuro(toegezegd?.bedrag ?? centen(0))} is ${toonEuro(besteed)} besteed`
  return over < 0
    ? `${begin}; dat is ${toonEuro(centen(-over))} meer dan de bron inbrengt`
    : `${begin}; er is nog ${toonEuro(over)} over`
}
