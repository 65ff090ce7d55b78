import { gelukt, type Uitkomst } from '#basis/uitkomst.ts'
import type { Reeks } from '#regels/bevolking/reeks.ts'
import type { Gebondenset, Rekenweigering } from '#regels/motor/binding.ts'
import { type Kolom, type Kolomrekenaar, maakKolomrekenaar } from '#regels/motor/kolommen.ts'
import { PGB_TARIEF } from '#regels/wet/bedragen-plaatselijk.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'

/** Wat elk huishouden met hulp in één variant betaalt en terugkrijgt, in hele centen per maand. */
export type Stand = {
  bijdrage: Float64Array
  /** Wat iemand echt terugkrijgt: door de CZM, of door de Regeling als hij die aanvraagt. */
  vergoeding: Float64Array
  netto: Float64Array
  onderGrens: Float64Array
  norm: Float64Array
}

const REGELS = [
  'eigen_bijdrage_per_maand',
  'vergoeding_per_maand',
  'onder_grens_minimabeleid',
  'bijstandsnorm_excl_vakantietoeslag',
] as const

export const kolommenVan = (reeks: Reeks, czm: Uint8Array): Record<string, Kolom> => ({
  paar: { reeks: reeks.paar },
  aow_gerechtigden: { reeks: reeks.aow_gerechtigden },
  leeftijd: { reeks: reeks.leeftijd },
  inkomen: { reeks: reeks.inkomen },
  vermogen: { reeks: reeks.vermogen },
  inkomen_netto_maand: { reeks: reeks.inkomen_netto_maand },
  kosten_4_weken: { reeks: reeks.kosten_4_weken },
  kostprijs_restant: { reeks: reeks.kostprijs_restant },
  voorziening: { reeks: reeks.voorziening },
  czm: { reeks: czm },
  andere_bijdrage: { reeks: reeks.andere_bijdrage },
})

export type Standrekenaar = (reeks: Reeks) => Uitkomst<Stand, Rekenweigering>

/** Rekent een variant uit over een reeks. De ruimte wordt hergebruikt: bewaar een stand niet over reeksen heen. */
export function maakStandrekenaar(set: Gebondenset, czmBlijft: boolean): Standrekenaar {
  let reken: Kolomrekenaar | undefined
  let ruimte: Float64Array[] = []
  let netto = new Float64Array(0)
  let geen = new Uint8Array(0)
  return (reeks) => {
    const breedte = reeks.paar.length
    if (netto.length < breedte) {
      ruimte = REGELS.map(() => new Float64Array(breedte))
      netto = new Float64Array(breedte)
      geen = new Uint8Array(breedte)
    }
    const czm = czmBlijft ? reeks.czm : geen
    const kolommen = kolommenVan(reeks, czm)
    reken ??= maakKolomrekenaar(set, REGELS, kolommen)
    const uit = reken(reeks.aantal, kolommen, ruimte)
    if (!uit.ok) return uit
    const [bijdrage, vergoeding, onderGrens, norm] = ruimte
    if (bijdrage === undefined || vergoeding === undefined || onderGrens === undefined || norm === undefined)
      throw new Error('vier kolommen verwacht')
    const [noemerBijdrage = 1, noemerVergoeding = 1, , noemerNorm = 1] = uit.waarde.noemers
    for (let r = 0; r < reeks.aantal; r++) {
      const krijgt = czm[r] === 1 || reeks.vraagtAan[r] === 1
      const [b, v] = [
        opCent(bijdrage[r] ?? 0, noemerBijdrage),
        krijgt ? opCent(vergoeding[r] ?? 0, noemerVergoeding) : 0,
      ]
      bijdrage[r] = b
      vergoeding[r] = v
      netto[r] = b - v
      norm[r] = (norm[r] ?? 0) / noemerNorm
    }
    return gelukt({ bijdrage, vergoeding, netto, onderGrens, norm })
  }
}

/** Eén keer afgerond op hele centen, een halve naar boven: het bedrag zoals het op een rekening staat. */
const opCent = (teller: number, noemer: number): number =>
  noemer === 1 ? teller : Math.floor((2 * teller + noemer) / (2 * noemer))

/** Het tarief per uur in centen, als de gemeente of de variant het noemt. */
export const pgbTarief = ({ tabel }: Rekenkamer, dag: Parameters<Rekenkamer['op']>[0]): number | undefined =>
  tabel.zoek(PGB_TARIEF.id, dag)?.waarde.waarde.teller
