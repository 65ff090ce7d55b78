import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoekweigering } from '#grootboek/boekhouder.flow.ts'
import {
  grondslagVan,
  type Handfout,
  type Handinvoer,
  handregels,
  keurHandinvoer,
} from '#grootboek/handboeking/handboeking.ts'
import { type Bezwaar, weeg } from '#grootboek/instelling/instelling.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import { boekInOpen } from '#grootboek/periode/uitwijken.ts'
import type { Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
import type { Deel } from '#grootboek/verplichting/betaling.ts'
import { keurDelen, magInVoorlopig } from '#grootboek/verplichting/boeken.flow.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Met de hand boeken zonder verplichting. Een uitgave is een feit: te weinig ruimte wordt gemeld, niet geweigerd. */

export type Handweigering = { code: 'mag_niet' } | { code: Handfout } | Bezwaar | Boekweigering
export type Handgeboekt = { boeking: number; waarschuwingen: Bezwaar[] }

export function boekMetDeHand(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Handinvoer,
  verzoek?: Verzoek,
): Promise<Uitkomst<Handgeboekt, Handweigering | Verzoekweigering>> {
  if (!magBezoeker(bezoek, 'boeking.boeken')) return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: (ronde) => boekHand(ronde, bezoek, invoer),
  })
}

/** Achter het slot; ook voor wie na een correctie opnieuw boekt. */
export async function boekHand(
  ronde: Ronde,
  bezoek: Bezoek,
  invoer: Handinvoer,
): Promise<Uitkomst<Handgeboekt, Handweigering>> {
  const fout = keurHandinvoer(invoer)
  if (fout !== undefined) return geweigerd({ code: fout })
  const { delen, waarschuwingen, weigering } = await keur(ronde, invoer)
  if (weigering !== undefined) return geweigerd(weigering)
  const geboekt = boekInOpen(
    ronde,
    {
      soort: invoer.soort,
      geldigOp: invoer.geldigOp,
      grondslag: grondslagVan(invoer),
      regels: handregels(invoer, delen),
      door: bezoek.wie?.account ?? null,
      tekst: invoer.tekst,
      inVoorlopig: magInVoorlopig(bezoek),
    },
    invoer.uitwijkNaar,
  )
  if (!geboekt.ok) return geboekt
  const boeking = geboekt.waarde.nr
  ronde.daarna((tx) => schrijfLogboek(tx, bezoek, 'boeking.boeken', `boeking ${boeking}`))
  return gelukt({ boeking, waarschuwingen })
}

type Keuring = { delen: Deel[]; waarschuwingen: Bezwaar[]; weigering: Bezwaar | undefined }

async function keur(ronde: Ronde, invoer: Handinvoer): Promise<Keuring> {
  if (invoer.soort === 'ontvangst') return { delen: [], waarschuwingen: [], weigering: undefined }
  const jaren = [{ jaar: invoer.jaar, bedragCent: invoer.bedragCent }]
  const gekeurd = await keurDelen(ronde, invoer, { ...invoer, jaren })
  const isLooptijd = ({ code }: Bezwaar): boolean => code === 'buiten_looptijd'
  const weging = weeg(gekeurd.instellingen, gekeurd.bezwaren.filter(isLooptijd))
  const tekort = gekeurd.bezwaren.filter((bezwaar) => !isLooptijd(bezwaar))
  return {
    delen: gekeurd.delen,
    weigering: weging.weigering,
    waarschuwingen: [...tekort, ...weging.waarschuwingen],
  }
}
