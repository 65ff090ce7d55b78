import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { type Besluit, Besluitkeuze, type VeldFout, type Waarden } from '#programma/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Lijst, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'
import {
  besluitVan,
  RAPPORTSTANDEN,
  type Rapportstand,
  ROUTE,
  volgende,
} from '#verantwoording/rapport/leven.ts'
import type { Rapportstap } from '#verantwoording/rapport/rapport.store.ts'
import type { Zetweigering } from '#verantwoording/rapport/stap.flow.ts'
import type { Uitgavekop } from '#verantwoording/rapport/uitgave.store.ts'
import type { Rapportagekamer, Rapportbezoek } from '#verantwoording/schermen/rapportbezoek.tsx'
import { STANDWOORD, STAPWOORD, VOLGENDE_STAP, weigerzin } from '#verantwoording/schermen/teksten.ts'

/** Hoe het verder gaat met een rapport, en welke bestanden er zijn. */

export type Stapinvoer = { waarden: Waarden; fouten: readonly VeldFout[]; weigering?: Zetweigering }
type Bij = { stappen: readonly Rapportstap[]; besluiten: readonly Besluit[] }

/** Waar het rapport is in zijn leven, en de knop voor de volgende stap. */
export function Stappen(props: { bezoek: Rapportbezoek; bij: Bij; invoer: Stapinvoer }) {
  const { bezoek, bij, invoer } = props
  const { kop, van } = bezoek
  const naar = volgende(kop.soort, kop.stand)
  const eis = besluitVan(kop.soort, kop.stand)
  const actie = van.pad(`/rapporten/${kop.kenmerk}/stap`)
  const verborgen = { stap: String(kop.stap) }
  return (
    <Sectie kop="Hoe verder" id="stappen" onder={VOLGENDE_STAP[kop.stand]}>
      <Lijst items={ROUTE[kop.soort].map((stand) => stapregel(stand, kop.stand, bij.stappen))} />
      {invoer.weigering !== undefined && (
        <Melding soort="fout" titel="De stap ging niet door" antwoord>
          <p>{weigerzin(invoer.weigering)}</p>
        </Melding>
      )}
      {van.mag('rapport.stap') && naar !== undefined && (
        <Formulier
          naam={STAPWOORD[naar]}
          actie={actie}
          fouten={invoer.waarden['naar'] === 'concept' ? [] : invoer.fouten}
          verborgen={{ ...verborgen, naar }}
        >
          {eis !== undefined && (
            <Besluitkeuze
              besluiten={bij.besluiten.filter(({ orgaan }) => orgaan === eis.orgaan)}
              magNieuw={van.mag('besluit.vastleggen')}
              leeg={eis.nodig ? 'Kies een besluit' : 'Zonder besluit'}
              waarden={{ orgaan: eis.orgaan, ...invoer.waarden }}
              fouten={invoer.waarden['naar'] === 'concept' ? [] : invoer.fouten}
            />
          )}
          {naar === 'vastgesteld' && (
            <Alinea>
              Vaststellen kan niet ongedaan worden gemaakt. Het rapport en zijn bestanden veranderen daarna
              nooit meer. Alles wat erin staat, wordt openbaar: ook de risico’s en de uitleg bij afwijkingen.
              Lees het daarom nog één keer na; er horen geen namen in.
            </Alinea>
          )}
          <Knoppen>
            <Knop>{STAPWOORD[naar]}</Knop>
          </Knoppen>
        </Formulier>
      )}
      {van.mag('rapport.stap') && kop.stand !== 'concept' && kop.stand !== 'vastgesteld' && (
        <Meer kop="Teruggeven aan de maker" open={invoer.waarden['naar'] === 'concept'}>
          <Formulier
            naam="Teruggeven"
            actie={actie}
            fouten={invoer.waarden['naar'] === 'concept' ? invoer.fouten : []}
            verborgen={{ ...verborgen, naar: 'concept' }}
          >
            <TekstVlak
              naam="reden"
              label="Wat moet er anders?"
              uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van inwoners."
              waarde={invoer.waarden['reden']}
              fout={foutVan(invoer.fouten, 'reden')}
              verplicht
            />
            <Knoppen>
              <Knop soort="tweede">Teruggeven</Knop>
            </Knoppen>
          </Formulier>
        </Meer>
      )}
    </Sectie>
  )
}

function stapregel(stand: Rapportstand, nu: Rapportstand, stappen: readonly Rapportstap[]): string {
  const laatste = stappen.findLast((stap) => stap.stand === stand)
  const wanneer = laatste === undefined ? '' : `, ${toonDatum(dagVanMoment(laatste.op))}`
  const terug =
    stand === 'concept' && laatste?.reden !== undefined && laatste.reden !== null
      ? `. Teruggegeven: ${laatste.reden}`
      : ''
  if (stand === nu) return `Nu: ${STANDWOORD[stand].toLowerCase()}${wanneer}${terug}`
  return RAPPORTSTANDEN.indexOf(stand) < RAPPORTSTANDEN.indexOf(nu)
    ? `Geweest: ${STANDWOORD[stand].toLowerCase()}${wanneer}`
    : `Straks: ${STANDWOORD[stand].toLowerCase()}`
}

const VORMNAAM = {
  pdf: 'PDF, om te lezen en te drukken',
  html: 'HTML, één bestand voor de browser',
  odt: 'ODT, tekst om in verder te werken',
  ods: 'ODS, rekenblad met formules',
  xlsx: 'XLSX, rekenblad met formules',
  json: 'JSON, voor andere programma’s en om te toetsen',
} as const

export function Meenemen(props: {
  bezoek: Rapportbezoek
  kamer: Rapportagekamer
  uitgaven: readonly Uitgavekop[]
}) {
  const { kop, van } = props.bezoek
  const vormen =
    kop.stand === 'vastgesteld'
      ? props.uitgaven.map(({ vorm }) => vorm)
      : props.kamer.rapporten === undefined
        ? (['html', 'json'] as const)
        : (['pdf', 'html', 'odt', 'ods', 'xlsx', 'json'] as const)
  return (
    <div class="oz-niet-drukken">
      <Meer kop="Meenemen als bestand">
        <Lijst
          items={(Object.keys(VORMNAAM) as (keyof typeof VORMNAAM)[])
            .filter((vorm) => vormen.some((een) => een === vorm))
            .map((vorm) => (
              <Link href={van.pad(`/rapporten/${kop.kenmerk}/bestanden/${vorm}`)}>{VORMNAAM[vorm]}</Link>
            ))}
        />
      </Meer>
    </div>
  )
}
