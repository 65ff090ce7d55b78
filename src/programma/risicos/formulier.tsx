import type { Planbezoek } from '#programma/planbezoek.tsx'
import { KANSEN, KANSNAAM } from '#programma/risicos/risico.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Het formulier van een risico: om het te maken, en om een nieuwe versie te bewaren. */
export function Risicoformulier(props: {
  van: Planbezoek
  actie: string
  waarden: Waarden
  fouten: readonly VeldFout[]
  gezien?: number
  knop: string
}) {
  const { van, waarden, fouten, gezien } = props
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  const { onderdelen } = van.beeld.plan
  const rollen = [
    ...new Set(onderdelen.flatMap(({ eigenaarrol }) => (eigenaarrol === null ? [] : [eigenaarrol]))),
  ]
  return (
    <Formulier
      naam={props.knop}
      actie={van.pad(props.actie)}
      fouten={fouten}
      verborgen={gezien === undefined ? {} : { gezien: String(gezien) }}
    >
      <KeuzeVeld
        {...veld('onderdeel')}
        label="Waarvan"
        leeg="Het hele programma"
        keuzes={onderdelen.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
      />
      <TekstVlak
        {...veld('oorzaak')}
        label="Oorzaak"
        uitleg="Waardoor kan het gebeuren? Geen namen van inwoners."
        regels={2}
        verplicht
      />
      <TekstVeld
        {...veld('gebeurtenis')}
        label="Gebeurtenis"
        uitleg="Wat kan er gebeuren, in één zin."
        verplicht
      />
      <TekstVlak {...veld('gevolg')} label="Gevolg" uitleg="Wat betekent dat dan?" regels={2} verplicht />
      <KeuzeVeld
        {...veld('kans')}
        label="Kans"
        keuzes={KANSEN.map((kans) => ({ waarde: String(kans), tekst: KANSNAAM[kans] }))}
      />
      <TekstVeld {...veld('laag')} label="Kost dan minstens (€)" soort="bedrag" verplicht />
      <TekstVeld {...veld('hoog')} label="Kost dan hoogstens (€)" soort="bedrag" verplicht />
      <TekstVlak {...veld('maatregel')} label="Maatregel" uitleg="Wat doen wij eraan?" regels={2} verplicht />
      <TekstVeld
        {...veld('eigenaarrol')}
        label="Wie let erop"
        uitleg="Een rol, geen naam."
        voorstellen={rollen}
        verplicht
      />
      {gezien !== undefined && (
        <Keuzerondjes
          {...veld('stand')}
          label="Stand"
          keuzes={[
            { waarde: 'open', tekst: 'Open' },
            { waarde: 'gesloten', tekst: 'Gesloten' },
          ]}
        />
      )}
      <TekstVlak
        {...veld('reden')}
        label="Waarom deze versie"
        uitleg="Ook waarom u sluit of heropent. Geen namen van inwoners."
        regels={2}
        verplicht
      />
      <Knoppen>
        <Knop>{props.knop}</Knop>
      </Knoppen>
    </Formulier>
  )
}
