import { maakBevolking } from '#regels/bevolking/bevolking.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import { AANNAMELIJST, AANNAMENAMEN } from '#regels/bevolking/marginalen.ts'
import { passingsverslag } from '#regels/bevolking/verslag.ts'
import { type Curvevraag, maakCurven } from '#regels/simulatie/curve.ts'
import type { Gevoeligheid } from '#regels/simulatie/gevoeligheid.ts'
import type { Simulatie } from '#regels/simulatie/simuleer.ts'

/** De vorm waarin een ander programma een simulatie krijgt: alles met zijn aannamen en herkomst erbij. */
export function simulatieUit(
  simulatie: Simulatie,
  vraag: Curvevraag,
  gevoelig: readonly Gevoeligheid[] | undefined,
) {
  const { marginalen } = vraag
  const bevolking = maakBevolking(marginalen, { inwoners: simulatie.inwoners, aannamen: simulatie.aannamen })
  const curven = maakCurven(vraag)
  return {
    ...simulatie,
    bedragen: 'hele centen; kosten per jaar, groepen en curven per maand; null is een groep onder de tien',
    aannamen: aannamenUit(simulatie, marginalen),
    herkomst: herkomstUit(marginalen),
    passing: bevolking.ok ? passingsverslag(bevolking.waarde) : null,
    huishoudtypen: curven.ok ? curven.waarde.tabel : [],
    curven: curven.ok ? curven.waarde.curven : [],
    ...(gevoelig === undefined ? {} : { gevoeligheid: gevoelig }),
  }
}

const aannamenUit = (simulatie: Simulatie, { aannamen }: Marginalen) =>
  AANNAMELIJST.map((naam) => ({
    aanname: naam,
    naam: AANNAMENAMEN[naam],
    gebruikt: simulatie.aannamen[naam],
    laag: aannamen[naam].laag,
    hoog: aannamen[naam].hoog,
    waarom: aannamen[naam].waarom,
  }))

export const herkomstUit = ({ herkomst, inkomen, netto, vermogen, wmo }: Marginalen) => [
  { onderdeel: 'inwoners', ...herkomst },
  { onderdeel: 'inkomen', ...inkomen.herkomst },
  { onderdeel: 'netto inkomen', ...netto.herkomst },
  { onderdeel: 'vermogen', ...vermogen.herkomst },
  { onderdeel: 'gebruik van de Wmo', ...wmo.herkomst },
]
export type Simulatieuitvoer = ReturnType<typeof simulatieUit>
