import { type Datum, toonDatum } from '#basis/datum.ts'
import { toonEuro } from '#basis/geld.ts'
import { dagVanMoment } from '#basis/moment.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { FASENAAM } from '#programma/uitvraag/uitvraag.ts'
import { Voortgangverhaal } from '#programma/voortgang/delen.tsx'
import { waardenVan } from '#programma/voortgang/invoer.ts'
import type { Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { ASPECTEN, ASPECTNAAM, type Aspect, STANDNAAM, STANDWOORDEN } from '#programma/voortgang/standen.ts'
import { moetVerklaren, VERKLARINGEN, VERKLARINGVRAAG, type Versie } from '#programma/voortgang/voortgang.ts'
import { Woorden } from '#programma/wijzigen/formulier.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Sectie, Vak } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Eén onderdeel op het formulier: wat er al bekend is, en wat alleen de eigenaar weet. */

type Props = {
  van: Planbezoek
  jaar: number
  peildag: Datum
  regel: Invulregel
  /** Wat iemand net typte; zonder staat er wat bewaard is. */
  getypt: Waarden | undefined
  fouten: readonly VeldFout[]
}

export function Invulblok(props: Props) {
  const { regel, getypt, fouten } = props
  const { id, titel } = regel.onderdeel
  if (regel.laatste?.fase === 'akkoord') return <Akkoordblok regel={regel} laatste={regel.laatste} />
  const heeftGetypt = getypt?.[`gezien.${id}`] !== undefined
  const waarden = heeftGetypt ? getypt : waardenVan(regel.begin, id)
  const eigenFouten = fouten.filter(({ veld }) => veld.endsWith(`.${id}`))
  const velden = <Velden {...props} waarden={waarden} />
  return (
    <Sectie kop={titel} id={`onderdeel-${id}`} onder={<Waarvandaan regel={regel} />}>
      <Teruggestuurd laatste={regel.laatste} />
      <Cijferstrook {...props} />
      <input type="hidden" name={`gezien.${id}`} value={String(regel.laatste?.volgnr ?? 0)} />
      {regel.laatste?.fase === 'ingediend' ? (
        <Meer kop="Ingediend. Toch nog iets veranderen?" open={eigenFouten.length > 0}>
          {velden}
        </Meer>
      ) : (
        velden
      )}
    </Sectie>
  )
}

const Akkoordblok = (props: { regel: Invulregel; laatste: Versie }) => (
  <Sectie
    kop={props.regel.onderdeel.titel}
    id={`onderdeel-${props.regel.onderdeel.id}`}
    onder="De programmamanager is akkoord. Hier is niets meer te doen."
  >
    <Meer kop="Wat u indiende">
      <Voortgangverhaal voortgang={props.laatste} niveau={3} />
    </Meer>
  </Sectie>
)

function Waarvandaan({ regel: { laatste, beginUit } }: { regel: Invulregel }) {
  if (laatste !== undefined)
    return (
      <>
        {FASENAAM[laatste.fase]}, bewaard op {toonDatum(dagVanMoment(laatste.op))}
        {laatste.naam === null ? '' : ` door ${laatste.naam}`}.
      </>
    )
  return beginUit === undefined ? (
    <>Nog niets ingevuld.</>
  ) : (
    <>Nog niets ingevuld. De tekst komt uit het {toonKwartaal(beginUit)}; pas haar aan.</>
  )
}

function Teruggestuurd({ laatste }: { laatste: Versie | undefined }) {
  if (laatste?.opmerking === null || laatste === undefined || laatste.fase === 'ingediend') return null
  return (
    <Melding soort="let-op" titel="De programmamanager stuurde dit terug">
      <p>
        <Woorden tekst={laatste.opmerking} />
      </p>
    </Melding>
  )
}

function Cijferstrook({ van, jaar, peildag, regel }: Props) {
  const { cijfers, prognose, onderdeel } = regel
  const boekingen = (kolom: string) =>
    van.pad('/boekingen', { onderdeel: onderdeel.id, alleen: 'ja', jaar, kolom, 'geldig-tm': peildag })
  return (
    <Feiten
      feiten={[
        {
          label: `Begroot in ${jaar}`,
          waarde: <Bedrag cent={cijfers.naWijziging} href={boekingen('na-wijziging')} />,
        },
        {
          label: 'Gerealiseerd',
          waarde: <Bedrag cent={cijfers.gerealiseerd} href={boekingen('gerealiseerd')} />,
        },
        { label: 'Verplicht', waarde: <Bedrag cent={cijfers.verplicht} href={boekingen('verplicht')} /> },
        { label: 'Vrij', waarde: <Bedrag cent={cijfers.vrij} href={boekingen('vrij')} /> },
        {
          label: 'Prognose',
          waarde: (
            <Link
              href={van.pad(`/prognoses/${onderdeel.id}/${jaar}`)}
              naam={`${prognose === null ? 'nog maken' : toonEuro(prognose)}, prognose van ${onderdeel.titel}`}
            >
              {prognose === null ? 'nog maken' : toonEuro(prognose)}
            </Link>
          ),
        },
      ]}
    />
  )
}

type Veldprops = Props & { waarden: Waarden }

function Velden(props: Veldprops) {
  const { regel, waarden, fouten } = props
  const { id, titel } = regel.onderdeel
  const vlak = (veld: string, label: string, regels: number) => (
    <TekstVlak
      naam={`${veld}.${id}`}
      label={label}
      regels={regels}
      waarde={waarden[`${veld}.${id}`]}
      fout={foutVan(fouten, `${veld}.${id}`)}
    />
  )
  const uitleg = VERKLARINGEN.map((deel) => vlak(deel, VERKLARINGVRAAG[deel], 2))
  return (
    <>
      <fieldset class="oz-veldgroep">
        <legend>
          Hoe staat het ervoor<span class="oz-vh">: {titel}</span>
        </legend>
        {ASPECTEN.map((aspect) => (
          <Aspectvelden {...props} aspect={aspect} />
        ))}
      </fieldset>
      {vlak('gedaan', 'Wat is er gedaan', 4)}
      {vlak('komt', 'Wat komt er', 3)}
      {moetVerklaren(regel.voorstellen) ? (
        <Vak>
          <Alinea>
            <strong>Geld of tijd wijkt verder af dan de gemeente afsprak.</strong> Beantwoord daarom ook deze
            vier vragen.
          </Alinea>
          {uitleg}
        </Vak>
      ) : (
        <Meer
          kop="Toch iets uitleggen over oorzaak, maatregel, risico of prognose"
          open={VERKLARINGEN.some((deel) => (waarden[`${deel}.${id}`] ?? '') !== '')}
        >
          {uitleg}
        </Meer>
      )}
      <Knoppen>
        <Knop soort="tweede" naam="doe" waarde={`indienen:${id}`}>
          Dien dit in<span class="oz-vh">: {titel}</span>
        </Knop>
      </Knoppen>
    </>
  )
}

function Aspectvelden({ regel, waarden, fouten, aspect }: Veldprops & { aspect: Aspect }) {
  const { id } = regel.onderdeel
  const voorstel = regel.voorstellen[aspect]
  return (
    <div class="oz-veldgroep__naast">
      <KeuzeVeld
        naam={`${aspect}-stand.${id}`}
        label={ASPECTNAAM[aspect]}
        uitleg={voorstel.regel}
        leeg={`Voorstel: ${STANDNAAM[voorstel.stand].toLowerCase()}`}
        keuzes={STANDWOORDEN.filter((woord) => woord !== voorstel.stand).map((woord) => ({
          waarde: woord,
          tekst: STANDNAAM[woord],
        }))}
        waarde={waarden[`${aspect}-stand.${id}`]}
      />
      <TekstVeld
        naam={`${aspect}-reden.${id}`}
        label={voorstel.stand === 'geen-gegevens' ? 'Waaruit blijkt dat' : 'Waarom anders dan het voorstel'}
        verplicht={voorstel.stand === 'geen-gegevens' ? false : undefined}
        waarde={waarden[`${aspect}-reden.${id}`]}
        fout={foutVan(fouten, `${aspect}-reden.${id}`)}
      />
    </div>
  )
}
