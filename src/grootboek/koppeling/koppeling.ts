import type { Datum } from '#basis/datum.ts'
import { GEEN_KENMERK } from '#grootboek/kenmerk.ts'
import {
  type Boekdoel,
  type Bronverdeling,
  bepaaldsteEerst,
  doeltekst,
  geldtOp,
  type Koppelregel,
  ONVERDEELD,
  pastOp,
  type Vindplaats,
} from '#grootboek/koppeling/koppelregel.ts'

/** Wat de koppeling van een regel uit het financiële systeem zegt. */
export type Duiding =
  | { soort: 'hoort_niet'; regel: string }
  | { soort: 'boeken'; doel: Boekdoel; tekst: string; regel: string | null }

/** De afgesproken verdeling van een onderdeel over zijn bronnen. */
export type Financiering = { programma: string; onderdeel: string; volgorde: Bronverdeling }

export type Koppeling = {
  /** De bepaaldste regel wint. Zonder regel is het geld nog onbekend, bij `programma`. */
  duid(plaats: Vindplaats, dag: Datum, programma: string): Duiding
  /** Hoort dit zeker niet bij een programma, in welke administratie het ook staat? */
  zekerNiet(plaats: Omit<Vindplaats, 'administratie'>, dag: Datum): boolean
  /** Alle regels die hier ooit kunnen gelden, bepaaldste eerst. */
  kandidaten(plaats: Vindplaats): readonly Koppelregel[]
}

export const onbekend = (programma: string): Boekdoel => ({
  programma,
  onderdeel: null,
  ontvangst: null,
  verdeling: ONVERDEELD,
  kenmerk: GEEN_KENMERK,
})

const sleutelVan = (plaats: Vindplaats): string =>
  JSON.stringify([plaats.administratie, plaats.rekening, plaats.kostenplaats, plaats.project])

/** Een code kan geen stuurteken hebben, dus geen enkele regel noemt deze administratie. */
const ELKE = '\u0000'

export function maakKoppeling(
  regels: readonly Koppelregel[],
  financieringen: readonly Financiering[],
): Koppeling {
  const opRang = regels.toSorted(bepaaldsteEerst)
  const volgorden = new Map(
    financieringen.map(({ programma, onderdeel, volgorde }) => [`${programma}:${onderdeel}`, volgorde]),
  )
  const perPlaats = new Map<string, readonly Koppelregel[]>()
  const kandidaten = (plaats: Vindplaats): readonly Koppelregel[] => {
    const sleutel = sleutelVan(plaats)
    const bekend = perPlaats.get(sleutel)
    if (bekend !== undefined) return bekend
    const gevonden = opRang.filter((regel) => pastOp(regel, plaats))
    perPlaats.set(sleutel, gevonden)
    return gevonden
  }
  const duidingen = new Map<string, Duiding>()
  const onthoud = (sleutel: string, maak: () => Duiding): Duiding => {
    const bekend = duidingen.get(sleutel) ?? maak()
    duidingen.set(sleutel, bekend)
    return bekend
  }
  const volgens = ({ regel, doel }: Koppelregel): Duiding => {
    if (doel.soort === 'hoort_niet') return { soort: 'hoort_niet', regel }
    if (doel.soort === 'ontvangst') {
      const boekdoel = { ...onbekend(doel.programma), ontvangst: doel.bron }
      return { soort: 'boeken', doel: boekdoel, tekst: doeltekst(boekdoel), regel }
    }
    const verdeling =
      doel.bron.soort === 'volgorde'
        ? (volgorden.get(`${doel.programma}:${doel.onderdeel}`) ?? ONVERDEELD)
        : doel.bron
    const { programma, onderdeel, kenmerk } = doel
    const boekdoel = { programma, onderdeel, ontvangst: null, verdeling, kenmerk }
    return { soort: 'boeken', doel: boekdoel, tekst: doeltekst(boekdoel), regel }
  }
  const zonderRegel = (programma: string): Duiding => {
    const doel = onbekend(programma)
    return { soort: 'boeken', doel, tekst: doeltekst(doel), regel: null }
  }
  return {
    kandidaten,
    duid(plaats, dag, programma) {
      const gekozen = kandidaten(plaats).find((regel) => geldtOp(regel, dag))
      return gekozen === undefined
        ? onthoud(`-${programma}`, () => zonderRegel(programma))
        : onthoud(gekozen.regel, () => volgens(gekozen))
    },
    zekerNiet(plaats, dag) {
      const zonderAdministratie = kandidaten({ ...plaats, administratie: ELKE })
      const gekozen = zonderAdministratie.find((regel) => geldtOp(regel, dag))
      if (gekozen?.doel.soort !== 'hoort_niet') return false
      return !opRang.some(
        (regel) =>
          regel.administratie !== null &&
          pastOp({ ...regel, administratie: null }, { ...plaats, administratie: ELKE }),
      )
    },
  }
}
