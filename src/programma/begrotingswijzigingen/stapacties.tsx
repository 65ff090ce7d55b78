import {
  type Begrotingswijziging,
  kanNaar,
  standVan,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { BESLISSERNAAM } from '#programma/begrotingswijzigingen/bevoegd.ts'
import type { Stapinvoer } from '#programma/begrotingswijzigingen/wijziging.page.tsx'
import { Besluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
import type { Besluit } from '#programma/plan.store.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { TekstVlak, Vinkje } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Wat er nu met een begrotingswijziging kan, voor wie dat mag. */
export function Stapacties(props: {
  van: Planbezoek
  wijziging: Begrotingswijziging
  besluiten: readonly Besluit[]
  invoer: Stapinvoer
}) {
  const { van, wijziging, besluiten, invoer } = props
  const stand = standVan(wijziging)
  const [boekt, stelt] = [van.mag('begrotingswijziging.boeken'), van.mag('begrotingswijziging.voorstellen')]
  const naar = (stap: string): string => van.pad(`/begrotingswijzigingen/${wijziging.id}/${stap}`)
  const zelf = wijziging.orgaan === 'budgethouder'
  return (
    <>
      {boekt && kanNaar(stand, 'besloten') && (
        <Sectie
          kop="Besluit vastleggen"
          onder={`Hierover hoort te besluiten: ${BESLISSERNAAM[wijziging.orgaan]}.${zelf ? ' Een besluit in het register is dan niet nodig.' : ''}`}
        >
          <Formulier naam="Besluit vastleggen" actie={naar('besluit')} fouten={invoer.fouten}>
            <Besluitkeuze
              besluiten={besluiten}
              magNieuw={van.mag('besluit.vastleggen')}
              leeg={zelf ? 'Geen: de budgethouder besloot zelf' : 'Kies een besluit'}
              waarden={invoer.waarden ?? {}}
              fouten={invoer.fouten ?? []}
            />
            <Knoppen>
              <Knop>Besluit vastleggen</Knop>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
      {boekt && kanNaar(stand, 'geboekt') && (
        <Sectie
          kop="Boeken"
          onder="De begroting verandert op de dag van het besluit. Een boeking is niet te wissen; een fout wordt gecorrigeerd met een nieuwe boeking."
        >
          <Formulier naam="Boeken" actie={naar('boeken')}>
            {invoer.weigering?.code === 'periode_dicht' && (
              <Vinkje
                naam="eersteOpen"
                label="Boek in de eerste open maand, met de maand waarover het gaat erbij"
              />
            )}
            <Knoppen>
              <Knop>Boeken</Knop>
            </Knoppen>
          </Formulier>
        </Sectie>
      )}
      {boekt && kanNaar(stand, 'afgewezen') && (
        <Meer kop="Het voorstel is afgewezen">
          <Redenformulier naam="Afwijzen" actie={naar('afwijzen')} label="Waarom is het afgewezen?" />
        </Meer>
      )}
      {stelt && kanNaar(stand, 'ingetrokken') && (
        <Meer kop="Het voorstel intrekken">
          <Redenformulier naam="Intrekken" actie={naar('intrekken')} label="Waarom gaat het niet door?" />
        </Meer>
      )}
      {!boekt && stand === 'voorgesteld' && (
        <Alinea>
          Dit voorstel wacht op een besluit. De programmamanager of de financieel adviseur legt dat hier vast.
        </Alinea>
      )}
    </>
  )
}

export const Redenformulier = (props: { naam: string; actie: string; label: string }) => (
  <Formulier naam={props.naam} actie={props.actie}>
    <TekstVlak
      naam="reden"
      id={`veld-reden-${props.naam.toLowerCase()}`}
      label={props.label}
      regels={2}
      verplicht
    />
    <Knoppen>
      <Knop soort="tweede">{props.naam}</Knop>
    </Knoppen>
  </Formulier>
)
