import { type Datum, toonDatum } from '#basis/datum.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { isVan } from '#programma/uitvraag/eigenaar.ts'
import { deadlinezin } from '#programma/uitvraag/herinner.ts'
import { FASENAAM, isKlaar, type Uitvraag } from '#programma/uitvraag/uitvraag.ts'
import { FASESTATUS } from '#programma/voortgang/delen.tsx'
import type { Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { Invulblok } from '#programma/voortgang/invulblok.tsx'
import { kwartaalsleutel, toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { eigenaarzin, GEEN_NAMEN } from '#programma/voortgang/teksten.ts'
import type { Fase } from '#programma/voortgang/voortgang.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat er op /mijn-voortgang staat: de lijst, en het ene formulier. */

export const PAD = '/mijn-voortgang'

export type Getypt = { waarden: Waarden; fouten: readonly VeldFout[]; melding?: string }

export type Invulprops = {
  van: Planbezoek
  uitvraag: Uitvraag
  uitvragen: readonly Uitvraag[]
  mijn: readonly Invulregel[]
  /** Tot en met welke dag de cijfers gaan. */
  peildag: Datum
  getypt: Getypt
  onderdeel: string | undefined
  ingediend: string | undefined
}

const faseVan = ({ laatste }: Invulregel): Fase | 'niets' => laatste?.fase ?? 'niets'

export function Invulpagina(props: Invulprops) {
  const { van, uitvraag, mijn, getypt } = props
  const klaar = mijn.filter((regel) => isKlaar(faseVan(regel))).length
  return (
    <>
      <Paginakop
        titel="Mijn voortgang"
        lead={`${hoofdletter(toonKwartaal(uitvraag))}: ${klaar} van ${telwoord(mijn.length, 'onderdeel', 'onderdelen')} ingediend. ${uitvraag.open ? deadlinezin(uitvraag.deadline, van.vandaag) : 'Deze uitvraag is gesloten.'}`}
      />
      <Antwoord {...props} />
      {mijn.length === 0 ? (
        <LegeStaat titel="Hier staat niets voor u">
          Van geen enkel onderdeel bent u dit kwartaal de eigenaar. De programmamanager wijst eigenaren aan.
        </LegeStaat>
      ) : (
        <>
          <Takenlijst {...props} />
          {uitvraag.open || getypt.melding !== undefined ? <Formulierdeel {...props} /> : null}
        </>
      )}
      <Andere {...props} />
    </>
  )
}

function Antwoord({ getypt, ingediend }: Invulprops) {
  if (getypt.melding !== undefined)
    return (
      <Melding soort="fout" titel="Niet bewaard" antwoord>
        <p>{getypt.melding}</p>
      </Melding>
    )
  if (ingediend === undefined || !/^\d{1,5}$/u.test(ingediend)) return null
  const aantal = Number(ingediend)
  return (
    <div id="gedaan">
      <Melding
        soort="goed"
        titel={
          aantal === 0 ? 'Bewaard als concept' : `${telwoord(aantal, 'onderdeel', 'onderdelen')} ingediend`
        }
        antwoord
      >
        <p>
          {aantal === 0
            ? 'U kunt later verder gaan.'
            : 'De programmamanager kijkt ernaar. Veranderen kan nog.'}
        </p>
      </Melding>
    </div>
  )
}

function Takenlijst({ van, mijn }: Invulprops) {
  return (
    <Tabel
      bijschrift="Uw onderdelen"
      rijen={mijn}
      kolommen={[
        {
          sleutel: 'onderdeel',
          kop: 'Onderdeel',
          cel: ({ onderdeel }) => <Link href={`#onderdeel-${onderdeel.id}`}>{onderdeel.titel}</Link>,
        },
        {
          sleutel: 'stand',
          kop: 'Hoe ver',
          cel: (regel) => <Status soort={FASESTATUS[faseVan(regel)]} tekst={FASENAAM[faseVan(regel)]} />,
        },
        { sleutel: 'waarom', kop: 'Waarom bij u', cel: ({ eigenaar }) => waaromBijU(van, eigenaar) },
      ]}
    />
  )
}

const waaromBijU = ({ bezoek }: Planbezoek, eigenaar: Invulregel['eigenaar']): string =>
  bezoek.wie !== undefined && isVan(eigenaar, bezoek.wie)
    ? eigenaarzin(eigenaar)
    : 'u springt in als programmamanager'

function Formulierdeel({ van, uitvraag, mijn, peildag, getypt, onderdeel }: Invulprops) {
  const verborgen: Record<string, string> = onderdeel === undefined ? {} : { onderdeel }
  const teDoen = mijn.some(({ laatste }) => laatste?.fase !== 'akkoord')
  return (
    <Formulier
      naam="Voortgang invullen"
      actie={van.pad(`${PAD}/${kwartaalsleutel(uitvraag)}`)}
      verborgen={verborgen}
      fouten={getypt.fouten}
    >
      <Alinea>
        De cijfers zijn die tot en met {toonDatum(peildag)}. Per aspect doet Omzien een voorstel; u kunt iets
        anders kiezen en zeggen waarom. {GEEN_NAMEN} Wat u schrijft, wordt openbaar als de programmamanager
        akkoord is of de uitvraag sluit.
      </Alinea>
      {teDoen && (
        <Knoppen>
          <Knop soort="tweede" naam="doe" waarde="bewaar">
            Bewaar als concept
          </Knop>
        </Knoppen>
      )}
      {mijn.map((regel) => (
        <Invulblok
          van={van}
          jaar={uitvraag.jaar}
          peildag={peildag}
          regel={regel}
          getypt={getypt.waarden}
          fouten={getypt.fouten}
        />
      ))}
      {teDoen && (
        <Sectie kop="Klaar?">
          <Knoppen>
            <Knop naam="doe" waarde="indienen">
              Dien alles in
            </Knop>
            <Knop soort="tweede" naam="doe" waarde="bewaar">
              Bewaar alles als concept
            </Knop>
          </Knoppen>
        </Sectie>
      )}
    </Formulier>
  )
}

/** Andere uitvragen die nog open zijn. */
function Andere({ van, uitvraag, uitvragen }: Invulprops) {
  const open = uitvragen.filter((een) => een.open && een !== uitvraag)
  if (open.length === 0) return null
  return (
    <Sectie kop="Ook open">
      {open.map((een) => (
        <Alinea>
          <Link href={van.pad(PAD, { kwartaal: kwartaalsleutel(een) })}>{toonKwartaal(een)}</Link>, tot en met{' '}
          {toonDatum(een.deadline)}
        </Alinea>
      ))}
    </Sectie>
  )
}
