import { hoofdletter } from '#basis/tekst.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import type { Bladvorm, Kolom, Verwijsbaar } from '#uitwisseling/rekenblad/plan-vorm.ts'
import { type Bereik, type Keuzelijst, type Rij, rij, tekst } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Tot en met deze rij werken keuzelijsten en optellingen, ook voor rijen die er nog bij komen. */
export const LAATSTE_RIJ = 1999

/** Wat boven de koppen staat: titel, uitleg bij het blad, uitleg per kolom. */
export const opschrift = ({ naam, uitleg }: Bladvorm, perKolom: readonly string[]): Rij[] => [
  rij('titel', tekst(hoofdletter(naam))),
  rij('inleiding', tekst(uitleg)),
  rij('uitleg', ...perKolom.map((zin) => tekst(zin))),
]

const onderKop = (kopRij: number, kolom: number): Bereik => ({
  vanRij: kopRij + 1,
  vanKolom: kolom,
  totRij: LAATSTE_RIJ,
  totKolom: kolom,
})

/** Elk blad met sleutels heeft zijn koppen op deze rij. */
export const KOP_RIJ = 3

const SLEUTELBLAD: Partial<Record<Verwijsbaar, Bladvorm>> = {
  doel: vorm.DOELEN,
  groep: vorm.GROEPEN,
  onderdeel: vorm.ONDERDELEN,
  bron: vorm.BRONNEN,
  plaats: vorm.PLAATSEN,
  vermelding: vorm.VERMELDINGEN,
}

/** Een vaste keuze dwingt; een verwijzing wijst naar de sleutels van het andere blad en laat namen toe. */
export function keuzelijsten(kolommen: readonly Kolom[], kopRij: number): Keuzelijst[] {
  return kolommen.flatMap(({ inhoud }, k): Keuzelijst[] => {
    const bereik = onderKop(kopRij, k)
    if (inhoud.soort === 'keuze') return [{ bereik, keuze: { waarden: inhoud.waarden } }]
    if (inhoud.soort === 'vinkje') return [{ bereik, keuze: { waarden: ['ja'] } }]
    const blad = inhoud.soort === 'verwijzing' ? SLEUTELBLAD[inhoud.naar] : undefined
    return blad === undefined ? [] : [{ bereik, keuze: { blad: blad.naam, bereik: onderKop(KOP_RIJ, 0) } }]
  })
}
