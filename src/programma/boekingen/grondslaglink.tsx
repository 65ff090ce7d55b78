import type { Grondslag } from '#grootboek/deur.ts'
import { GRONDSLAGNAAM } from '#programma/boekingen/verhaal.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Link } from '#ui/link.tsx'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Waarop een boeking berust, met de weg ernaartoe waar die er is. */
export function Grondslaglink(props: {
  van: Pick<Planbezoek, 'pad' | 'mag'>
  grondslag: Grondslag
  /** Hoe het besluit heet; zonder staat het begin van zijn kenmerk er. */
  onderwerp?: string | undefined
}) {
  const { van, grondslag } = props
  const { soort, kenmerk } = grondslag
  const naam =
    props.onderwerp !== undefined
      ? `‘${props.onderwerp}’`
      : UUID.test(kenmerk)
        ? `${kenmerk.slice(0, 8)}…`
        : kenmerk
  const adres = adresVan(van, grondslag)
  return (
    <>
      {GRONDSLAGNAAM[soort]} {adres === undefined ? naam : <Link href={adres}>{naam}</Link>}
    </>
  )
}

function adresVan(
  { pad, mag }: Pick<Planbezoek, 'pad' | 'mag'>,
  { soort, kenmerk }: Grondslag,
): string | undefined {
  if (soort === 'besluit') return UUID.test(kenmerk) ? pad(`/besluiten/${kenmerk}`) : pad('/besluiten')
  if (soort === 'plan') return /^\d+$/u.test(kenmerk) ? pad(`/versies/${kenmerk}`) : pad('/versies')
  if (soort === 'verplichting') return pad(`/verplichtingen/${encodeURIComponent(kenmerk)}`)
  if (soort === 'inlezing' && mag('invoer.lezen'))
    return pad(/^\d+$/u.test(kenmerk) ? `/inlezen/${kenmerk}` : '/inlezen')
  return undefined
}
