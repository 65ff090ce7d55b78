import { ORGANEN } from '#programma/besluit.ts'
import { DATUM_UITLEG } from '#programma/besluiten/invoer.ts'
import { ORGAANNAAM } from '#programma/versies/versies.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutVan } from '#ui/formulier.tsx'
import { KeuzeVeld, TekstVeld, Vinkje } from '#ui/veld.tsx'

/** De velden van een besluit, in het register en bij het vaststellen. */
export function Besluitvelden(props: { waarden: Waarden; fouten: readonly VeldFout[] }) {
  const { waarden, fouten } = props
  return (
    <>
      <KeuzeVeld
        naam="orgaan"
        label="Wie besloot"
        leeg="Kies een orgaan"
        keuzes={ORGANEN.map((orgaan) => ({ waarde: orgaan, tekst: ORGAANNAAM[orgaan] }))}
        waarde={waarden['orgaan']}
        fout={foutVan(fouten, 'orgaan')}
        verplicht
      />
      <TekstVeld
        naam="datum"
        label="Dag van het besluit"
        uitleg={DATUM_UITLEG}
        smal
        verplicht={false}
        waarde={waarden['datum']}
        fout={foutVan(fouten, 'datum')}
      />
      <TekstVeld
        naam="nummer"
        label="Nummer van het besluit"
        smal
        verplicht={false}
        waarde={waarden['nummer']}
        fout={foutVan(fouten, 'nummer')}
      />
      <TekstVeld
        naam="onderwerp"
        label="Waarover"
        uitleg="In één zin, zonder namen van personen."
        verplicht
        waarde={waarden['onderwerp']}
        fout={foutVan(fouten, 'onderwerp')}
      />
      <Vinkje
        naam="teBevestigen"
        label="Nog te bevestigen"
        uitleg="Kruis aan als deze gegevens nog niet zijn nagekeken. Dat staat er dan bij."
        aan={Boolean(waarden['teBevestigen'])}
      />
    </>
  )
}
