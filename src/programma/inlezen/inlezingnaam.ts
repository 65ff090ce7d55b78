import type { Inlezing } from '#grootboek/deur.ts'

const WAT = { bestand: 'Bestand', koppeling: 'Koppeling veranderd', ongedaan: 'Ongedaan gemaakt' } as const

/** Hoe een inlezing in een lijst heet. */
export function inlezingnaam({ soort, vorm, ongedaan, teruggedraaid }: Inlezing): string {
  const naam = soort === 'bestand' ? (vorm ?? WAT.bestand) : WAT[soort]
  if (ongedaan !== null) return `${naam}: nummer ${ongedaan}`
  return teruggedraaid === null ? naam : `${naam} (ongedaan gemaakt)`
}
