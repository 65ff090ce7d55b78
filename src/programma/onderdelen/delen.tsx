import type { Datum } from '#basis/datum.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { PLANNINGSTATUSSEN, type Planningstatus, planningstatus } from '#programma/planbeeld.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Link } from '#ui/link.tsx'
import { Status, type StatusSoort } from '#ui/status.tsx'
import { Code } from '#ui/zijbalk.tsx'

/** De naam van een onderdeel als link met zijn nummer; wat onder een ander valt, krijgt een streepje ervoor. */
export function Onderdeelnaam(props: { van: Planbezoek; onderdeel: Onderdeel; diepte?: number | undefined }) {
  const { onderdeel, diepte = 0 } = props
  return (
    <>
      {diepte > 0 && <span aria-hidden="true">{'– '.repeat(diepte)}</span>}
      <Link href={props.van.pad(`/onderdelen/${onderdeel.id}`)}>{onderdeel.titel}</Link>
      {onderdeel.code !== null && <Code> {onderdeel.code}</Code>}
    </>
  )
}

const STAND: Record<Planningstatus, StatusSoort> = {
  beeindigd: 'gestopt',
  // Dat de tijd om is, zegt niet dat het werk klaar is.
  voorbij: 'gestopt',
  loopt: 'bezig',
  'nog-niet': 'nog-niet',
  onbekend: 'geen-gegevens',
}

/** Waar een onderdeel volgens zijn planning staat, in woord en vorm. */
export function Planningstand(props: { onderdeel: Onderdeel; vandaag: Datum }) {
  const status = planningstatus(props.onderdeel, props.vandaag)
  return <Status soort={STAND[status]} tekst={PLANNINGSTATUSSEN[status]} />
}
