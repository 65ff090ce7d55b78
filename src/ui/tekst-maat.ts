/** Breedte van elk teken in Source Sans 3 bij 1000 px, gewoon en halfvet; gemeten aan de letter zelf. */
const GEWOON: Readonly<Record<string, string>> = {
  '\u0020\u00a0': '200 200',
  "'": '249 288',
  '.,:;‘’·': '249 288',
  'ijl|I!': '289 328',
  íìïî: '246 269',
  '()[]{}-': '311 334',
  'frt/\\': '350 386',
  sczç: '456 465',
  kvxy: '495 535',
  aeoghbdnpquéëèêáàäóòöúùü: '555 568',
  '0123456789€$+=<>×−~^': '497 521',
  'EFJLSTYVX?"–_': '536 554',
  'ABCKPRZ&': '609 653',
  DGHNOQUÖÜ: '664 680',
  mw: '829 850',
  'MW%@…—': '948 971',
}

const BREEDTE: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries(GEWOON).flatMap(([tekens, maten]) => {
    const [gewoon = 0, vet = 0] = maten.split(' ').map(Number)
    return [...tekens].map((teken) => [teken, [gewoon, vet]] as const)
  }),
)

/** Een onbekend teken telt als een brede letter: liever te vroeg afbreken dan buiten beeld. */
const ONBEKEND = [830, 850] as const

/** Geschatte breedte in px; nooit kleiner dan de echte, zodat een label past waar wij het zetten. */
export function tekstBreedte(tekst: string, grootte: number, vet = false): number {
  let som = 0
  for (const teken of tekst) som += (BREEDTE.get(teken) ?? ONBEKEND)[vet ? 1 : 0]
  return (som * grootte) / 1000
}

/** Breekt een woord dat alleen al te breed is, met een streepje. */
function breekWoord(woord: string, breedte: number, grootte: number, vet: boolean): string[] {
  if (tekstBreedte(woord, grootte, vet) <= breedte || woord.length < 4) return [woord]
  let eind = woord.length - 1
  while (eind > 2 && tekstBreedte(`${woord.slice(0, eind)}-`, grootte, vet) > breedte) eind--
  return [`${woord.slice(0, eind)}-`, ...breekWoord(woord.slice(eind), breedte, grootte, vet)]
}

/** Verdeelt tekst over regels die elk binnen de breedte passen; er valt nooit iets weg. */
export function wikkel(tekst: string, breedte: number, grootte: number, vet = false): string[] {
  const regels: string[] = []
  for (const woord of tekst.split(/ +/u).flatMap((w) => breekWoord(w, breedte, grootte, vet))) {
    const vorige = regels.at(-1)
    const samen = vorige === undefined ? woord : `${vorige} ${woord}`
    if (vorige !== undefined && !vorige.endsWith('-') && tekstBreedte(samen, grootte, vet) <= breedte)
      regels[regels.length - 1] = samen
    else regels.push(woord)
  }
  return regels
}

/** Getal voor in een tekening: één cijfer achter de komma is fijn genoeg en scheelt gewicht. */
export const px = (getal: number): string => String(Math.round(getal * 10) / 10)
