import { type Datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen, telOp, trekAf } from '#basis/geld.ts'

/**
 * Wat een geheugen heeft, is een vouw over maanden boven op de regels: welke maanden tellen, hoeveel van de kostprijs
 * al betaald is, en in welk jaar iemand verzekerd is.
 */
export type Maand = number

/** Doorlopend maandnummer: jaar × 12 + maand − 1. */
export const maandVan = (dag: Datum): Maand => jaarVan(dag) * 12 + Number(dag.slice(5, 7)) - 1

const HOOGSTENS_TERUG = 12

/**
 * Uitvoeringsbesluit artikel 3.5 en 3.10a: verschuldigd vanaf de maand na de start, of vanaf dezelfde maand bij een
 * start op de eerste; een deel van een maand telt als hele maand; nooit meer dan 12 maanden terug.
 */
export function verschuldigdeMaanden(start: Datum, einde: Datum, opgelegd: Datum): Maand[] {
  const eerste = maandVan(start) + (start.endsWith('-01') ? 0 : 1)
  const begin = Math.max(eerste, maandVan(opgelegd) - HOOGSTENS_TERUG)
  const eind = maandVan(einde)
  return eind < begin ? [] : Array.from({ length: eind - begin + 1 }, (_, i) => begin + i)
}

export type Kostprijsmaand = { nominaal: Centen; eigen: Centen }
export type Kostprijsstand = { betaald: Centen; open: Centen; klaar: boolean }

/**
 * Artikel 3.10b lid 3 en 6: van de kostprijs gaat het nominale tarief af, ook als iemand minder of niets betaalt. Een
 * laatste rest die lager is dan het tarief wordt niet geïnd.
 */
export function kostprijsVerloop(kostprijs: Centen, maanden: readonly Kostprijsmaand[]): Kostprijsstand {
  let stand: Kostprijsstand = { betaald: centen(0), open: kostprijs, klaar: kostprijs === 0 }
  for (const { nominaal, eigen } of maanden) {
    if (stand.klaar || stand.open < nominaal) return { ...stand, klaar: true }
    const open = trekAf(stand.open, nominaal)
    stand = { betaald: telOp(stand.betaald, eigen), open, klaar: open === 0 }
  }
  return stand
}

/**
 * Van zorgverzekeraar wissel je op 1 januari: wie zich in de loop van een jaar meldt, is dat jaar nog niet verzekerd
 * en valt tot het nieuwe jaar onder de Zorgkostenregeling.
 */
export const isVerzekerd = (gemeld: Datum, maand: Maand): boolean => maand >= (jaarVan(gemeld) + 1) * 12

/** Wat iemand per maand betaalt als de verzekering pas het volgende jaar ingaat. */
export const jaarVerloop = (
  maanden: readonly Maand[],
  gemeld: Datum,
  bedrag: (verzekerd: boolean) => Centen,
): { maand: Maand; bedrag: Centen }[] =>
  maanden.map((maand) => ({ maand, bedrag: bedrag(isVerzekerd(gemeld, maand)) }))

const HERZIEN_TERUG = 36

/** Een herziening gaat hoogstens 36 maanden terug; wat eerder was, blijft staan. */
export function herzien(
  oud: readonly { maand: Maand; bedrag: Centen }[],
  nieuw: (maand: Maand) => Centen,
  op: Datum,
): { maand: Maand; bedrag: Centen; verschil: Centen }[] {
  const grens = maandVan(op) - HERZIEN_TERUG
  return oud.map(({ maand, bedrag }) => {
    const wordt = maand < grens ? bedrag : nieuw(maand)
    return { maand, bedrag: wordt, verschil: trekAf(wordt, bedrag) }
  })
}

const STAP_INDEXERING = 20

/**
 * Wmo artikel 2.1.4b lid 4: het tarief gaat naar beneden op een veelvoud van € 0,20, en het volgende jaar gaat verder
 * met het niet afgeronde bedrag. `duizendsten` is de index in duizendsten: 1036 is 3,6% erbij.
 */
export function indexeer(
  begin: Centen,
  duizendsten: readonly number[],
): { onafgerond: { teller: bigint; noemer: bigint }; tarief: Centen }[] {
  let teller = BigInt(begin)
  let noemer = 1n
  return duizendsten.map((index) => {
    teller *= BigInt(index)
    noemer *= 1000n
    const tarief = (teller / (noemer * BigInt(STAP_INDEXERING))) * BigInt(STAP_INDEXERING)
    return { onafgerond: { teller, noemer }, tarief: centen(Number(tarief)) }
  })
}
