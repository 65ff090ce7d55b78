import { toonGetal } from '#basis/tekst.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Link } from '#ui/link.tsx'

/** Waar een stap op berust en wat hij boekte: besluit en boeking, elk met een link. */
export function Waarop({
  van,
  stap: { besluit, boeking },
}: {
  van: Pick<Planbezoek, 'pad'>
  stap: { besluit: string | null; boeking: number | null }
}) {
  return (
    <>
      {besluit !== null && <Link href={van.pad(`/besluiten/${besluit}`)}>besluit</Link>}
      {besluit !== null && boeking !== null && ', '}
      {boeking !== null && <Link href={van.pad(`/boekingen/${boeking}`)}>boeking {toonGetal(boeking)}</Link>}
    </>
  )
}
