/** De elf huishoudens waarmee minima-rapporten vergelijken. De indeling is uit het hoofd en nog te bevestigen. */
export type Huishoudtype = {
  id: string
  naam: string
  paar: boolean
  aow: 0 | 1 | 2
  leeftijd: number
  kinderen: number
}

const type = (id: string, naam: string, paar: boolean, aow: 0 | 1 | 2, kinderen = 0): Huishoudtype => ({
  id,
  naam,
  paar,
  aow,
  kinderen,
  leeftijd: aow > 0 ? 72 : 45,
})

export const HUISHOUDTYPEN: readonly Huishoudtype[] = [
  type('alleen', 'Alleenstaand, onder de AOW-leeftijd', false, 0),
  type('alleen-aow', 'Alleenstaand, AOW-leeftijd', false, 1),
  type('eenouder-1-jong', 'Eenoudergezin, één kind onder de 12', false, 0, 1),
  type('eenouder-2-jong', 'Eenoudergezin, twee kinderen onder de 12', false, 0, 2),
  type('eenouder-2-oud', 'Eenoudergezin, twee kinderen van 12 tot 18', false, 0, 2),
  type('paar', 'Paar zonder kinderen, onder de AOW-leeftijd', true, 0),
  type('paar-1-jong', 'Paar met één kind onder de 12', true, 0, 1),
  type('paar-2-jong', 'Paar met twee kinderen onder de 12', true, 0, 2),
  type('paar-2-oud', 'Paar met twee kinderen van 12 tot 18', true, 0, 2),
  type('paar-een-aow', 'Paar, één met AOW-leeftijd', true, 1),
  type('paar-aow', 'Paar, beiden AOW-leeftijd', true, 2),
]
/** Inkomens als percentage van de bijstandsnorm zonder vakantietoeslag. */
export const INKOMENSNIVEAUS = [100, 110, 120, 130, 150, 200] as const
