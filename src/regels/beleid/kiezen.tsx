import { opTekst } from '#basis/tekst.ts'
import {
  leesTeken,
  MEESTE_NAAST_NU,
  maakTeken,
  REEKSKEUZES,
  type Ruwevraag,
  type Vraagfout,
  zoekVan,
} from '#regels/beleid/vraag.ts'
import { HUIDIG, KLARE_VARIANTEN, vindVariant } from '#regels/variant/klaar.ts'
import { besluiter, type Variant } from '#regels/variant/variant.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan, veldId } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Keuzerondjes, TekstVeld, Vinkje } from '#ui/veld.tsx'

export type Kiesstand = {
  ruw: Ruwevraag
  fouten: readonly Vraagfout[]
  /** Waarom er geen uitkomst is, als dat niet aan één veld ligt. */
  weigering?: readonly string[] | undefined
  /** Alle bedragen zijn op deze dag bekend. */
  bekend: boolean
  magMaken: boolean
  metBevolking: boolean
}

export const PAD = '/beleidsvarianten'
export const KRUIMELS = [{ tekst: 'Regels en bedragen', href: '/regels' }] as const

/** Kies wat u vergelijkt: klare varianten, en wat u zelf maakte. */
export function Kiespagina(props: { schil: Schil; gemeente: string; stand: Kiesstand }) {
  const { stand, gemeente } = props
  const fout = stand.fouten.length > 0 || stand.weigering !== undefined
  return (
    <Pagina titel="Beleidsvarianten" schil={props.schil} kruimels={KRUIMELS} fout={fout} nietIndexeren>
      <Paginakop
        titel="Beleidsvarianten vergelijken"
        bij={<Etiket toon="let-op">synthetisch</Etiket>}
        lead="Wat gebeurt er als de eigen bijdrage of de vergoeding anders wordt? U ziet wat het de gemeente kost, wie meer betaalt en wie minder, en hoe zeker dat is."
      />
      <Alinea>
        Er wordt gerekend met een nagemaakte bevolking: huishoudens die niet bestaan, maar samen lijken op die
        van {gemeente}. Er zijn geen gegevens van inwoners gebruikt. Niets wordt bewaard; de hele vergelijking
        staat in het adres van de pagina, dus u kunt haar delen.
      </Alinea>
      {stand.weigering !== undefined && (
        <Melding soort="fout" titel="Dit is niet uit te rekenen" antwoord>
          {stand.weigering.map((zin) => (
            <p>{zin}</p>
          ))}
        </Melding>
      )}
      {!stand.metBevolking && (
        <LegeStaat titel={`Voor ${gemeente} is er nog geen nagemaakte bevolking`}>
          Daarvoor is een bestand met tellingen nodig. De beheerder kan het maken en ermee rekenen met{' '}
          <code>omzien regel simuleer</code>.
        </LegeStaat>
      )}
      {stand.metBevolking && !stand.magMaken && (
        <Melding soort="info" titel="U kunt uitkomsten lezen, maar geen vergelijking maken">
          <p>
            De programmamanager, de financieel adviseur en het college kiezen de varianten. Krijgt u van hen
            een adres, dan ziet u hier de uitkomst.
          </p>
        </Melding>
      )}
      {stand.metBevolking && stand.magMaken && <Keuzeformulier stand={stand} />}
    </Pagina>
  )
}

/** De eigen varianten uit het adres, die nog te lezen zijn. */
const eigenUit = ({ tekens }: Ruwevraag): { teken: string; variant: Variant }[] =>
  tekens.flatMap((teken) => {
    const variant = leesTeken(teken)
    return variant === undefined || vindVariant(variant.id) !== undefined ? [] : [{ teken, variant }]
  })

function Keuzeformulier({ stand }: { stand: Kiesstand }) {
  const { ruw } = stand
  const fouten = stand.fouten.map(({ veld, zin }) => ({ veld: veld === 'v' ? EERSTE : veld, tekst: zin }))
  const klaar = KLARE_VARIANTEN.filter(({ id }) => id !== HUIDIG.id)
  return (
    <Formulier actie={`${PAD}/uitkomst`} methode="get" fouten={fouten} naam="Vergelijking">
      <TekstVeld
        naam="dag"
        label="Met de regels van welke dag?"
        uitleg="Alleen waarvoor alle bedragen bekend zijn, kan worden gerekend."
        soort="date"
        smal
        verplicht
        waarde={ruw.dag}
        fout={foutVan(fouten, 'dag')}
      />
      <Vinkje
        naam="doortrekken"
        label="Trek bedragen door die op deze dag niet bekend zijn"
        uitleg={
          stand.bekend
            ? 'Op deze dag zijn alle bedragen bekend; u hebt dit niet nodig.'
            : 'Niet alle bedragen van de gemeente zijn op deze dag bekend. Met dit vinkje geldt het laatst bekende bedrag. Bij de uitkomst staat welke dat zijn.'
        }
        aan={ruw.doortrekken}
      />
      <Sectie
        kop="Kies wat u naast het huidige beleid zet"
        niveau={2}
        onder={`Eén tot ${MEESTE_NAAST_NU} varianten. Het huidige beleid staat er altijd bij.`}
      >
        <Groep
          kop="Hierover kan de raad besluiten"
          stand={stand}
          varianten={klaar.filter((een) => besluiter(een) === 'gemeente')}
          eerste
          fout={foutVan(fouten, EERSTE)}
        />
        <Groep
          kop="Hierover besluit het Rijk"
          stand={stand}
          varianten={klaar.filter((een) => besluiter(een) === 'rijk')}
        />
        <Eigen stand={stand} />
      </Sectie>
      <Keuzerondjes
        naam="reeksen"
        label="Hoe vaak maken wij de bevolking na?"
        uitleg="Elke keer valt het toeval anders. Zo ziet u tussen welke bedragen de uitkomst ligt."
        keuzes={Object.entries(REEKSKEUZES).map(([waarde, tekst]) => ({ waarde, tekst }))}
        waarde={ruw.reeksen}
        fout={foutVan(fouten, 'reeksen')}
      />
      <Knoppen>
        <Knop>Vergelijk</Knop>
        <Knop soort="tweede" actie={`${PAD}/eigen`}>
          Maak een eigen variant
        </Knop>
      </Knoppen>
    </Formulier>
  )
}

/** Het veld waar een fout over de keuze naartoe wijst. */
const EERSTE = 'v-eerste'

function Groep(props: {
  kop: string
  stand: Kiesstand
  varianten: readonly Variant[]
  eerste?: boolean
  fout?: string | undefined
}) {
  return (
    <fieldset class="oz-keuzes">
      <legend>{props.kop}</legend>
      {props.varianten
        .toSorted((a, b) => opTekst(a.naam, b.naam))
        .map((een, i) => (
          <Vinkje
            naam="v"
            id={props.eerste && i === 0 ? veldId(EERSTE) : veldId(`v-${een.id}`)}
            label={een.naam}
            uitleg={een.uitleg}
            waarde={een.id}
            aan={props.stand.ruw.tekens.includes(een.id)}
            fout={props.eerste && i === 0 ? props.fout : undefined}
          />
        ))}
    </fieldset>
  )
}

function Eigen({ stand }: { stand: Kiesstand }) {
  const eigen = eigenUit(stand.ruw)
  if (eigen.length === 0) return null
  return (
    <fieldset class="oz-keuzes">
      <legend>Uw eigen varianten</legend>
      {eigen.map(({ teken, variant }) => (
        <Vinkje
          naam="v"
          id={veldId(`v-${variant.id}`)}
          label={variant.naam}
          uitleg={
            <>
              {variant.uitleg === '' ? '' : `${variant.uitleg} `}
              <Link
                href={`${PAD}/eigen?${zoekVan(stand.ruw)}&basis=${encodeURIComponent(maakTeken(variant))}`}
                naam={`${variant.naam} wijzigen`}
              >
                Wijzigen
              </Link>
            </>
          }
          waarde={teken}
          aan
        />
      ))}
    </fieldset>
  )
}
