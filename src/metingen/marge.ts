import { type Decimaaltekst, decimaal } from '#metingen/decimaal.ts'

/** Hoe de marge om een waarde is gevonden; staat bij elk gepubliceerd cijfer. */
export const METHODEN = ['wilson', 'wilson-eindig', 'hele-groep', 'opgegeven'] as const
export type Methode = (typeof METHODEN)[number]

export type Marge = { ondergrens: Decimaaltekst; bovengrens: Decimaaltekst; methode: Methode }

/** 97,5 % van de standaardnormale verdeling: een interval van 95 %. */
const Z = 1.959_963_984_540_054
const TIENDEN = 1_000

/**
 * Het 95 %-interval van Wilson om een percentage uit `aantal` antwoorden. Is de hele groep bekend (`populatie`), dan
 * telt elk antwoord zwaarder: n·(N−1)/(N−n). Is iedereen gevraagd, dan is er geen steekproef en dus geen marge.
 * Wald en een marge van nul bij 0 of 100 % geven bij weinig mensen een zekerheid die er niet is.
 */
export function margeVanPercentage(
  percentage: Decimaaltekst,
  aantal: number,
  populatie: number | null,
): Marge {
  if (populatie !== null && aantal >= populatie)
    return { ondergrens: percentage, bovengrens: percentage, methode: 'hele-groep' }
  const deel = Number(percentage) / 100
  const n = populatie === null ? aantal : (aantal * (populatie - 1)) / (populatie - aantal)
  const { laag, hoog } = wilson(deel, n)
  return {
    // Naar buiten afgerond: een marge mag door afronding nooit smaller worden dan zij is.
    ondergrens: alsTienden(Math.max(0, Math.floor(naarTienden(Math.min(laag, deel)) + RUIS))),
    bovengrens: alsTienden(Math.min(TIENDEN, Math.ceil(naarTienden(Math.max(hoog, deel)) - RUIS))),
    methode: populatie === null ? 'wilson' : 'wilson-eindig',
  }
}

/** Kleiner dan ooit te zien is, groter dan de ruis van een deling: 95 % blijft 95,0 en wordt geen 94,9. */
const RUIS = 1e-9
const naarTienden = (deel: number): number => deel * TIENDEN

/** Score-interval van Wilson voor een aandeel van 0 tot en met 1. */
export function wilson(deel: number, n: number): { laag: number; hoog: number } {
  const z2 = Z * Z
  const midden = (deel + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z / (1 + z2 / n)) * Math.sqrt((deel * (1 - deel)) / n + z2 / (4 * n * n))
  return { laag: Math.max(0, midden - half), hoog: Math.min(1, midden + half) }
}

const alsTienden = (tienden: number): Decimaaltekst => decimaal(`${Math.floor(tienden / 10)}.${tienden % 10}`)
