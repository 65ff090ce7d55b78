import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Boeking, Grondslag, Periode, Regel } from '#grootboek/boeking.ts'
import { besteed, ontvang } from '#grootboek/gebeurtenissen.ts'
import type { Looptijd } from '#grootboek/instelling/instelling.ts'
import { GEEN_KENMERK, type Kenmerk } from '#grootboek/kenmerk.ts'
import type { Betaling, Deel } from '#grootboek/verplichting/betaling.ts'
import { Factuurnummer } from '#grootboek/verplichting/verplichting.ts'

/** Wat iemand met de hand boekt zonder verplichting: een uitgave, of geld dat van een bron binnenkwam. */

type Gedeeld = {
  programma: string
  geldigOp: Datum
  jaar: number
  bedragCent: Centen
  /** Factuurnummer of ander kenmerk van het stuk. */
  stuk: string
  tekst?: string | undefined
  uitwijkNaar?: Periode | undefined
}
export type Realisatieinvoer = Gedeeld & {
  soort: 'realisatie'
  /** `null`: nog niet bekend bij welk onderdeel dit hoort. */
  onderdeel: string | null
  betaling: Betaling
  kenmerk?: Kenmerk | undefined
  looptijd?: Looptijd | undefined
}
export type Ontvangstinvoer = Gedeeld & { soort: 'ontvangst'; bron: string }
export type Handinvoer = Realisatieinvoer | Ontvangstinvoer

export type Handfout = 'bedrag_nul' | 'stuk_onleesbaar'

export function keurHandinvoer({
  bedragCent,
  stuk,
}: Pick<Gedeeld, 'bedragCent' | 'stuk'>): Handfout | undefined {
  if (bedragCent === 0) return 'bedrag_nul'
  return Factuurnummer.safeParse(stuk).success ? undefined : 'stuk_onleesbaar'
}

export const grondslagVan = ({ soort, stuk }: Pick<Handinvoer, 'soort' | 'stuk'>): Grondslag => ({
  soort: soort === 'ontvangst' ? 'afschrift' : 'factuur',
  kenmerk: stuk,
})

export const handregels = (invoer: Handinvoer, delen: readonly Deel[]): Regel[] =>
  invoer.soort === 'ontvangst'
    ? ontvang(invoer, invoer.jaar, invoer.bedragCent)
    : delen.flatMap(({ jaar, bron, bedragCent }) =>
        besteed(
          { programma: invoer.programma, onderdeel: invoer.onderdeel, jaar, bron },
          bedragCent,
          invoer.kenmerk,
        ),
      )

/** Een geboekte uitgave of ontvangst terug als invoer, om haar verbeterd opnieuw te boeken; anders `undefined`. */
export function alsHandinvoer(boeking: Boeking): Handinvoer | undefined {
  const { soort, regels, geldigOp, grondslag } = boeking
  const kern = (wat: 'realisatie' | 'ontvangen') => regels.filter(({ rekening }) => rekening.soort === wat)
  if (soort === 'ontvangst') {
    const [regel, ...meer] = kern('ontvangen')
    const rekening = regel?.rekening
    if (rekening?.soort !== 'ontvangen' || rekening.bron === null || meer.length > 0) return undefined
    const { programma, bron, jaar } = rekening
    const bedragCent = centen(-(regel?.bedragCent ?? 0))
    return { soort, programma, bron, jaar, bedragCent, geldigOp, stuk: grondslag.kenmerk }
  }
  if (soort !== 'realisatie') return undefined
  const bestedingen = kern('realisatie')
  const eerste = bestedingen[0]
  if (eerste?.rekening.soort !== 'realisatie') return undefined
  const { programma, onderdeel, jaar } = eerste.rekening
  const zelfde = bestedingen.every(
    ({ rekening }) =>
      rekening.soort === 'realisatie' && rekening.onderdeel === onderdeel && rekening.jaar === jaar,
  )
  const som = bestedingen.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  if (!zelfde || som === 0) return undefined
  return {
    soort,
    programma,
    onderdeel,
    jaar,
    bedragCent: centen(som),
    geldigOp,
    stuk: grondslag.kenmerk,
    betaling: betalingVan(bestedingen),
    kenmerk: eerste.kenmerk === GEEN_KENMERK ? undefined : eerste.kenmerk,
  }
}

function betalingVan(bestedingen: readonly Regel[]): Betaling {
  const delen = bestedingen.flatMap(({ rekening, bedragCent }) =>
    rekening.bron === null ? [] : [{ bron: rekening.bron, gewicht: Math.abs(bedragCent) }],
  )
  const [een, ...meer] = delen
  if (een === undefined) return { soort: 'nog-te-verdelen' }
  return meer.length === 0 ? { soort: 'bron', bron: een.bron } : { soort: 'aandelen', aandelen: delen }
}
