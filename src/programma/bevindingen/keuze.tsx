import {
  type Beoordeeld,
  type Bevindingfilter,
  ERNSTWOORDEN,
  familiesVan,
  STATUSSEN,
} from '#programma/bevindingen/bevindingen.ts'
import { genoemd } from '#programma/document/vermelding.ts'
import { Ding } from '#programma/plan.ts'
import { formulierNaar, type Planbezoek } from '#programma/planbezoek.tsx'
import { ERNSTEN } from '#programma/plancontrole/plancontrole.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Kiezen uit de bevindingen, en wat er staat als er bij een keuze niets is. */

export function Bevindingkeuze(props: {
  van: Planbezoek
  alle: readonly Beoordeeld[]
  filter: Bevindingfilter
}) {
  const { van, alle, filter } = props
  const { over } = filter
  const naar = formulierNaar(van, '/plancontrole')
  return (
    <>
      <Formulier
        actie={naar.actie}
        methode="get"
        rij
        naam="Bevindingen kiezen"
        verborgen={{ ...naar.verborgen, ...(over === undefined ? {} : { over }) }}
      >
        <KeuzeVeld
          naam="ernst"
          label="Hoe erg"
          leeg="Alles"
          waarde={filter.ernst}
          keuzes={ERNSTEN.map((ernst) => ({ waarde: ernst, tekst: ERNSTWOORDEN[ernst].kop }))}
        />
        <KeuzeVeld
          naam="regel"
          label="Waarover"
          leeg="Alles"
          waarde={filter.regel}
          keuzes={familiesVan(alle).map(({ id, titel, aantal }) => ({
            waarde: id,
            tekst: `${titel} (${aantal})`,
          }))}
        />
        <KeuzeVeld
          naam="status"
          label="Stand"
          leeg="Open en afgedaan"
          waarde={filter.status}
          keuzes={Object.entries(STATUSSEN).map(([waarde, tekst]) => ({ waarde, tekst }))}
        />
        <Knop soort="tweede">Toon</Knop>
      </Formulier>
      {over !== undefined && (
        <Alinea>
          U ziet alleen wat gaat over <strong>{naamVan(van, over)}</strong>.{' '}
          <Link href={van.pad('/plancontrole', { ...filter, over: undefined })}>Toon alle bevindingen</Link>
        </Alinea>
      )}
    </>
  )
}

function naamVan(van: Planbezoek, over: string): string {
  const [soort, id] = over.split(':')
  const ding = Ding.safeParse({ soort, id })
  return ding.success ? genoemd(van.beeld, ding.data).naam : over
}

export function GeenBevindingen(props: { van: Planbezoek; alle: readonly Beoordeeld[] }) {
  if (props.alle.length === 0)
    return (
      <LegeStaat titel="Niets gevonden dat niet klopt">
        Alle bedragen, jaren, namen en verwijzingen in dit plan passen bij elkaar.
      </LegeStaat>
    )
  return (
    <LegeStaat
      titel="Geen bevindingen bij deze keuze"
      actie={<KnopLink href={props.van.pad('/plancontrole')}>Toon alle bevindingen</KnopLink>}
    >
      Kies hierboven iets anders.
    </LegeStaat>
  )
}
