import type { Datum } from '#basis/datum.ts'
import { toonDatum } from '#basis/datum.ts'
import { opTekst } from '#basis/tekst.ts'
import { RIJEN_ANDERS, type Velden } from '#regels/beleid/invoer.ts'
import { KRUIMELS, PAD } from '#regels/beleid/kiezen.tsx'
import type { Vraagfout } from '#regels/beleid/vraag.ts'
import { toonWaarde } from '#regels/uitleg/getal.ts'
import { HUIDIG, KLARE_VARIANTEN } from '#regels/variant/klaar.ts'
import { FORMULES, NIHILLIJST, NIHILSOORTEN } from '#regels/variant/variant.ts'
import { ABONNEMENT, NIHILGRENS } from '#regels/wet/bedragen-bijdrage.ts'
import { GRENS, GRENS_DEEL, PGB_TARIEF, REGELING_MAAND } from '#regels/wet/bedragen-plaatselijk.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

export type Eigenstand = {
  dag: Datum
  velden: Velden
  fouten: readonly Vraagfout[]
  /** De keuze waar deze variant bij komt; gaat mee tot het opslaan. */
  keuze: string
  id: string
}

type Deelprops = { stand: Eigenstand; kamer: Rekenkamer; fouten: readonly VeldFout[] }

/** Maak of verander een variant. Leeg laten is: zoals nu. */
export function Eigenpagina(props: { schil: Schil; kamer: Rekenkamer; stand: Eigenstand }) {
  const { stand } = props
  const fouten = stand.fouten.map(({ veld, zin }) => ({ veld, tekst: zin }))
  const deel = { stand, kamer: props.kamer, fouten }
  return (
    <Pagina
      titel="Een eigen variant"
      schil={props.schil}
      kruimels={[...KRUIMELS, { tekst: 'Beleidsvarianten', href: `${PAD}?${stand.keuze}` }]}
      fout={fouten.length > 0}
      nietIndexeren
    >
      <Paginakop
        titel="Een eigen variant"
        bij={<Etiket toon="let-op">voorstel</Etiket>}
        lead={`Vul in wat er anders wordt. Wat u leeg laat, blijft zoals het op ${toonDatum(stand.dag)} is.`}
      />
      <div class="oz-niet-drukken">
        <Meer kop="Begin met een variant die klaarligt">
          <Lijst
            items={KLARE_VARIANTEN.filter(({ id }) => id !== HUIDIG.id).map(({ id, naam }) => (
              <Link href={`${PAD}/eigen?${stand.keuze}&basis=${id}`}>{naam}</Link>
            ))}
          />
        </Meer>
      </div>
      <Formulier
        actie={`${PAD}/eigen`}
        fouten={fouten}
        naam="Eigen variant"
        verborgen={{ keuze: stand.keuze, id: stand.id }}
      >
        <TekstVeld {...veld(deel, 'naam')} label="Naam" verplicht maxLengte={80} />
        <TekstVlak
          {...veld(deel, 'uitleg')}
          label="Uitleg"
          uitleg="Voor wie de uitkomst leest. Zet hier geen namen van inwoners."
          verplicht={false}
          regels={2}
        />
        <Bijdrage {...deel} />
        <Vergoeding {...deel} />
        <Anders {...deel} />
        <Knoppen>
          <Knop>Neem deze variant mee</Knop>
          <KnopLink href={`${PAD}?${stand.keuze}`} soort="tweede">
            Terug zonder variant
          </KnopLink>
        </Knoppen>
      </Formulier>
    </Pagina>
  )
}

const veld = ({ stand, fouten }: Deelprops, naam: string) => ({
  naam,
  waarde: stand.velden[naam],
  fout: foutVan(fouten, naam),
})

const nu = ({ kamer, stand }: Deelprops, id: string): string => {
  const gevonden = kamer.tabel.zoek(id, stand.dag)
  return gevonden === undefined
    ? 'nu niet bekend'
    : `nu ${toonWaarde(gevonden.waarde.waarde, gevonden.parameter.eenheid)}`
}

const Bijdrage = (deel: Deelprops) => (
  <Sectie kop="De eigen bijdrage">
    <KeuzeVeld
      {...veld(deel, 'formule')}
      label="Hoe wordt de bijdrage berekend?"
      uitleg="Over een andere formule dan het vaste bedrag besluit het Rijk."
      keuzes={Object.entries(FORMULES).map(([waarde, tekst]) => ({ waarde, tekst }))}
    />
    <TekstVeld
      {...veld(deel, 'bedrag')}
      label="Vast bedrag per maand"
      uitleg={`In euro; ${nu(deel, ABONNEMENT.id)}. De gemeente mag minder vragen dan de wet, niet meer.`}
      soort="bedrag"
      smal
      verplicht={false}
      maxLengte={20}
    />
    {NIHILLIJST.map((soort) => (
      <TekstVeld
        {...veld(deel, `nihil_${soort}`)}
        label={`Niets betalen tot welk inkomen? ${hoofd(NIHILSOORTEN[soort])}`}
        uitleg="Een percentage van de bijstandsnorm met vakantietoeslag, zoals 120%, of een bedrag per jaar, zoals 18.000."
        smal
        verplicht={false}
        maxLengte={20}
      />
    ))}
  </Sectie>
)

const hoofd = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1)

const Vergoeding = (deel: Deelprops) => (
  <Sectie kop="Wat de gemeente vergoedt">
    <Keuzerondjes
      {...veld(deel, 'czm')}
      label="De collectieve zorgverzekering (CZM)"
      keuzes={[
        { waarde: 'blijft', tekst: 'De CZM blijft' },
        { waarde: 'stopt', tekst: 'De CZM stopt' },
      ]}
    />
    <TekstVeld
      {...veld(deel, 'regeling_een')}
      label="Regeling: vergoeding per maand, één persoon"
      uitleg={`In euro; ${nu(deel, REGELING_MAAND.een.id)}.`}
      soort="bedrag"
      smal
      verplicht={false}
      maxLengte={20}
    />
    <TekstVeld
      {...veld(deel, 'regeling_paar')}
      label="Regeling: vergoeding per maand, paar"
      uitleg={`In euro; ${nu(deel, REGELING_MAAND.paar.id)}.`}
      soort="bedrag"
      smal
      verplicht={false}
      maxLengte={20}
    />
    <TekstVeld
      {...veld(deel, 'minimagrens')}
      label="Inkomensgrens van het minimabeleid"
      uitleg={`Als percentage van de bijstandsnorm zonder vakantietoeslag, zoals 130%; ${nu(deel, GRENS_DEEL.id)}.`}
      smal
      verplicht={false}
      maxLengte={10}
    />
    <TekstVeld
      {...veld(deel, 'pgb')}
      label="Tarief van een persoonsgebonden budget per uur"
      uitleg={`In euro; ${nu(deel, PGB_TARIEF.id)}.`}
      soort="bedrag"
      smal
      verplicht={false}
      maxLengte={20}
    />
  </Sectie>
)

/** Wat al een eigen veld heeft, staat niet nog eens in de lijst. */
const MET_VELD = new Set<string>([
  ABONNEMENT.id,
  GRENS_DEEL.id,
  PGB_TARIEF.id,
  ...[REGELING_MAAND, NIHILGRENS, GRENS].flatMap((groep) => Object.values(groep).map(({ id }) => id)),
])

function Anders(deel: Deelprops) {
  const keuzes = [...deel.kamer.tabel.parameters.values()]
    .filter(({ id }) => !MET_VELD.has(id))
    .toSorted((a, b) => opTekst(a.naam, b.naam))
    .map(({ id, naam }) => ({ waarde: id, tekst: naam }))
  return (
    <Sectie
      kop="Een ander bedrag of percentage"
      onder="Alles wat Omzien kent. Stelt het Rijk het vast, dan hoort u bij welk artikel."
    >
      {RIJEN_ANDERS.map((nummer) => (
        <>
          <KeuzeVeld
            {...veld(deel, `anders_${nummer}`)}
            label={nummer === 1 ? 'Wat wordt er anders?' : 'En wat nog meer?'}
            keuzes={keuzes}
            leeg="Niets"
            verplicht={false}
          />
          <TekstVeld
            {...veld(deel, `anders_${nummer}_waarde`)}
            label={nummer === 1 ? 'Wordt' : 'Wordt ook'}
            uitleg="Een bedrag in euro, een percentage of een aantal."
            smal
            verplicht={false}
            maxLengte={20}
          />
        </>
      ))}
    </Sectie>
  )
}
