import { dagenLater, toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { opsomming } from '#basis/tekst.ts'
import type { Eigenaarbeeld } from '#programma/uitvraag/eigenaar.store.ts'
import type { Eigenaar } from '#programma/uitvraag/eigenaar.ts'
import type { Uitvraagprops } from '#programma/uitvraag/uitvraag.page.tsx'
import { FASENAAM, isKlaar } from '#programma/uitvraag/uitvraag.ts'
import { DAG_UITLEG, dagWaarde } from '#programma/verplichtingen/invoer.ts'
import { FASESTATUS, Standstatus } from '#programma/voortgang/delen.tsx'
import type { Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import { kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import { eigenaarzin } from '#programma/voortgang/teksten.ts'
import { standVan } from '#programma/voortgang/voortgang.ts'
import { isRol, ROLNAAM } from '#toegang/deur.ts'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { TekstVeld, Vinkje } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** De delen van het scherm van één uitvraag. */

export const faseVan = ({ laatste }: Invulregel) => laatste?.fase ?? 'niets'

export const rolnaam = (rol: string): string => (isRol(rol) ? ROLNAAM[rol] : rol)

/** Hoe de eigenaar heet; een rol als er geen persoon is. */
export function eigenaarnaam(eigenaar: Eigenaar, namen: Eigenaarbeeld['namen']): string {
  switch (eigenaar.soort) {
    case 'persoon':
      return namen.get(eigenaar.account) ?? 'onbekend account'
    case 'rol':
      return `iedere ${rolnaam(eigenaar.rol)}`
    case 'regie':
      return 'de programmamanager'
  }
}

/** Wie is klaar, en wat ontbreekt van wie. */
export function Stand({ van, uitvraag, invul }: Uitvraagprops) {
  const sleutel = kwartaalsleutel(uitvraag)
  const weg = invul.regels.filter((regel) => regel.eigenaar.soort === 'regie' && !isKlaar(faseVan(regel)))
  return (
    <>
      {weg.length > 0 && uitvraag.open && (
        <Melding soort="let-op" titel="Hiervan is de eigenaar weg">
          <p>
            {opsomming(weg.map(({ onderdeel }) => onderdeel.titel))}.{' '}
            {weg.length === 1 ? 'Deze taak staat' : 'Deze taken staan'} nu op uw lijst.{' '}
            <Link href={van.pad('/voortgang/eigenaren')}>Wijs een nieuwe eigenaar aan</Link> of vul zelf in.
          </p>
        </Melding>
      )}
      <Tabel
        bijschrift="Wie is klaar"
        rijen={invul.regels}
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ onderdeel }) => (
              <Link href={van.pad(`/onderdelen/${onderdeel.id}`)}>{onderdeel.titel}</Link>
            ),
          },
          {
            sleutel: 'wie',
            kop: 'Van wie',
            cel: ({ eigenaar }) => (
              <>
                {eigenaarnaam(eigenaar, invul.eigenaren.namen)} <small>{eigenaarzin(eigenaar)}</small>
              </>
            ),
          },
          {
            sleutel: 'fase',
            kop: 'Hoe ver',
            cel: (regel) => <Status soort={FASESTATUS[faseVan(regel)]} tekst={FASENAAM[faseVan(regel)]} />,
          },
          {
            sleutel: 'oordeel',
            kop: 'Stand',
            cel: ({ laatste }) =>
              laatste === undefined || laatste.fase === 'concept' ? (
                ''
              ) : (
                <Standstatus stand={standVan(laatste)} />
              ),
          },
          {
            sleutel: 'doe',
            kop: 'Invullen',
            cel: (regel) =>
              uitvraag.open && faseVan(regel) !== 'akkoord' ? (
                <Link
                  href={van.pad('/mijn-voortgang', { kwartaal: sleutel, onderdeel: regel.onderdeel.id })}
                  naam={`Zelf invullen: ${regel.onderdeel.titel}`}
                >
                  Zelf invullen
                </Link>
              ) : (
                ''
              ),
          },
        ]}
      />
    </>
  )
}

/** Herinneren, verlengen, sluiten; of heropenen. */
export function Stappen({ van, uitvraag, invul, getypt, metPost }: Uitvraagprops) {
  const actie = (stap: string): string => van.pad(`/voortgang/uitvraag/${kwartaalsleutel(uitvraag)}/${stap}`)
  const bij = (...velden: string[]) => getypt.fouten.filter(({ veld }) => velden.includes(veld))
  const laatste = van.vandaag > uitvraag.deadline ? van.vandaag : uitvraag.deadline
  const deadline = (
    <TekstVeld
      naam="deadline"
      label="Nieuwe laatste dag"
      uitleg={DAG_UITLEG}
      smal
      waarde={getypt.waarden['deadline'] ?? dagWaarde(dagenLater(laatste, 7))}
      fout={foutVan(getypt.fouten, 'deadline')}
    />
  )
  if (!uitvraag.open)
    return (
      <Sectie kop="Heropenen" onder="Wat openbaar is, blijft openbaar tot er iets anders is ingediend.">
        <Formulier naam="Heropenen" actie={actie('heropenen')} fouten={bij('deadline', 'reden', 'toch')}>
          <TekstVeld
            naam="reden"
            label="Waarom heropent u"
            waarde={getypt.waarden['reden']}
            fout={foutVan(getypt.fouten, 'reden')}
          />
          {deadline}
          <Knoppen>
            <Knop soort="tweede">Heropen de uitvraag</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
    )
  const mist = invul.regels.filter((regel) => !isKlaar(faseVan(regel))).length
  return (
    <>
      <Sectie kop="Herinneren en verlengen">
        {metPost ? (
          <Formulier naam="Herinneren" actie={actie('herinneren')} fouten={bij('herinneren')}>
            <Knoppen>
              <Knop soort="tweede">Herinner wie nog niet klaar is</Knop>
            </Knoppen>
          </Formulier>
        ) : (
          <Alinea>Herinneren per e-mail kan zodra de beheerder e-mail heeft ingesteld.</Alinea>
        )}
        <Formulier naam="Verlengen" actie={actie('verlengen')} fouten={bij('deadline')}>
          {deadline}
          <Knoppen>
            <Knop soort="tweede">Verzet de laatste dag</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
      <Sectie
        kop="Sluiten"
        onder="Wat is ingediend, wordt dan openbaar. Concepten blijven bewaard en worden niet openbaar."
      >
        <Formulier naam="Sluiten" actie={actie('sluiten')} fouten={bij('toch', 'reden')}>
          {mist > 0 && (
            <Vinkje
              naam="toch"
              label={`Sluit ook al ${mist === 1 ? 'ontbreekt er nog 1 onderdeel' : `ontbreken er nog ${mist} onderdelen`}`}
              fout={foutVan(getypt.fouten, 'toch')}
            />
          )}
          <Knoppen>
            <Knop>Sluit de uitvraag</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
    </>
  )
}

const STAPNAAM = {
  geopend: 'Geopend',
  verlengd: 'Laatste dag verzet',
  gesloten: 'Gesloten',
  heropend: 'Heropend',
} as const

export const Verloop = ({ uitvraag }: Uitvraagprops) => (
  <Sectie kop="Wat er gebeurde">
    <Zijbalklijst
      items={uitvraag.stappen.toReversed().map(({ soort, op, naam, deadline, reden }) => ({
        tekst: `${STAPNAAM[soort]}${naam === null ? '' : ` door ${naam}`}${reden === null ? '' : `: ${reden}`}`,
        bij: `${toonDatum(dagVanMoment(op))}, laatste dag ${toonDatum(deadline)}`,
      }))}
    />
  </Sectie>
)
