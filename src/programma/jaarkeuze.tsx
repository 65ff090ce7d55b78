import { formulierNaar, type Planbezoek } from '#programma/planbezoek.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Dezelfde pagina voor een ander jaar van het plan. */
export function Jaarkeuze(props: { van: Planbezoek; pagina: string; jaar: number }) {
  const { van, pagina, jaar } = props
  const naar = formulierNaar(van, pagina)
  return (
    <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Jaar kiezen">
      <KeuzeVeld
        naam="jaar"
        label="Jaar"
        keuzes={van.beeld.jaren.map((een) => ({ waarde: String(een), tekst: String(een) }))}
        waarde={String(jaar)}
      />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}
