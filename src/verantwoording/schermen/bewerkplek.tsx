import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Waarden } from '#programma/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Lijst, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'
import { adviestekst, b1Advies } from '#verantwoording/b1.ts'
import type { Schrijfweigering } from '#verantwoording/rapport/rapport.flow.ts'
import type { Eigentekst, Opmerking } from '#verantwoording/rapport/rapport.store.ts'
import { inleidingVan } from '#verantwoording/rapport/teksten.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { ankerVan, Rapportblok } from '#verantwoording/schermen/blokken.tsx'
import { naarVan, type Rapportbezoek } from '#verantwoording/schermen/rapportbezoek.tsx'

/** Eén deel van een rapport om in te schrijven en over te praten. */

export type Bewerkinvoer = { waarden?: Waarden; weigering?: Schrijfweigering }

export type Plekprops = {
  bezoek: Rapportbezoek
  teksten: readonly Eigentekst[]
  opmerkingen: readonly Opmerking[]
  invoer: Bewerkinvoer
  magSchrijven: boolean
  magOpmerken: boolean
}

export function Deelbewerker(props: { deel: Deel } & Plekprops) {
  const { deel, bezoek } = props
  const inleiding = inleidingVan(deel.id)
  const heeftInleiding = deel.blokken.some(({ id }) => id === inleiding)
  return (
    <Sectie kop={deel.titel} id={ankerVan(deel.id)}>
      {!heeftInleiding && <Plek alinea={inleiding} kop="Een inleiding schrijven" {...props} />}
      {deel.blokken.map((blok) =>
        blok.soort === 'alinea' ? (
          <>
            <Rapportblok blok={blok} naar={naarVan(bezoek.van)} />
            <Plek
              alinea={blok.id}
              kop={blok.id === inleiding ? 'Inleiding veranderen' : 'Zelf schrijven of opmerken'}
              blok={blok}
              {...props}
            />
          </>
        ) : (
          <Samengevat blok={blok} {...props} />
        ),
      )}
    </Sectie>
  )
}

/** Een tabel of grafiek staat hier alleen met haar naam: de cijfers zijn niet te veranderen. */
function Samengevat(props: { blok: Exclude<Blok, { soort: 'alinea' }> } & Plekprops) {
  const { blok, ...plek } = props
  const { bezoek } = plek
  if (blok.soort === 'kop') return <Rapportblok blok={blok} />
  const naam =
    blok.soort === 'tabel' || blok.soort === 'feiten'
      ? blok.titel
      : blok.soort === 'grafiek'
        ? blok.boodschap
        : 'Lijst'
  return (
    <>
      <Alinea klein>
        {blok.soort === 'grafiek' ? 'Grafiek' : blok.soort === 'tabel' ? 'Tabel' : 'Gegevens'}:{' '}
        <Link href={`${bezoek.van.pad(`/rapporten/${bezoek.kop.kenmerk}`)}#${ankerVan(blok.id)}`}>
          {naam}
        </Link>
      </Alinea>
      <Plek alinea={blok.id} kop={`Opmerken bij ${naam}`} {...plek} />
    </>
  )
}

function Plek(props: { alinea: string; kop: string; blok?: Extract<Blok, { soort: 'alinea' }> } & Plekprops) {
  const { alinea, bezoek, invoer } = props
  const hier = props.opmerkingen.filter((een) => een.alinea === alinea)
  const open = hier.filter((een) => een.open)
  const versies = props.teksten.filter((een) => een.alinea === alinea)
  const isInleiding = alinea.endsWith('.inleiding')
  const teSchrijven =
    props.magSchrijven && (isInleiding || (props.blok !== undefined && props.blok.herkomst !== 'plan'))
  if (!teSchrijven && !props.magOpmerken && hier.length === 0) return null
  const fout = invoer.waarden?.['alinea'] === alinea ? invoer : undefined
  const laatste = versies.at(-1)
  const actie = (wat: string): string => bezoek.van.pad(`/rapporten/${bezoek.kop.kenmerk}/${wat}`)
  const advies = laatste?.tekst === undefined || laatste.tekst === null ? [] : b1Advies(laatste.tekst)
  return (
    <div id={ankerVan(`bij.${alinea}`)}>
      <Meer
        kop={`${props.kop}${open.length === 0 ? '' : ` (${telwoord(open.length, 'open opmerking', 'open opmerkingen')})`}`}
        open={fout !== undefined || open.length > 0}
      >
        {hier.map((een) => (
          <Opmerkingblok opmerking={een} magOpmerken={props.magOpmerken} actie={actie('afhandelen')} />
        ))}
        {teSchrijven && (
          <Formulier
            naam={`Tekst bij ${alinea}`}
            actie={actie('tekst')}
            verborgen={{ alinea, gezien: String(laatste?.volgnr ?? 0) }}
          >
            <TekstVlak
              naam="tekst"
              id={`tekst-${ankerVan(alinea)}`}
              label={isInleiding ? 'Inleiding' : 'Eigen tekst in plaats van deze alinea'}
              uitleg={
                isInleiding
                  ? 'Korte zinnen. Noem geen namen van inwoners. Leeg bewaren haalt de inleiding weg.'
                  : 'Schrijf geen ander cijfer dan in de tabellen. Noem geen namen van inwoners. Leeg bewaren zet de tekst van Omzien terug.'
              }
              regels={4}
              waarde={
                fout?.waarden?.['tekst'] ?? laatste?.tekst ?? (isInleiding ? '' : (props.blok?.tekst ?? ''))
              }
            />
            {advies.length > 0 && (
              <Melding soort="info" titel="Advies voor makkelijker lezen">
                <Lijst items={advies.map(adviestekst)} />
              </Melding>
            )}
            <Knoppen>
              <Knop>Tekst bewaren</Knop>
            </Knoppen>
          </Formulier>
        )}
        {versies.length > 1 && (
          <Alinea klein>
            Eerder:{' '}
            {versies.map(({ volgnr, op }) => `versie ${volgnr} op ${toonDatum(dagVanMoment(op))}`).join(', ')}
            .
          </Alinea>
        )}
        {props.magOpmerken && (
          <Formulier naam={`Opmerking bij ${alinea}`} actie={actie('opmerking')} verborgen={{ alinea }}>
            <TekstVlak
              naam="opmerking"
              id={`opmerking-${ankerVan(alinea)}`}
              label="Opmerking"
              uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van inwoners."
              regels={2}
              waarde={fout?.waarden?.['opmerking']}
            />
            <Knoppen>
              <Knop soort="tweede">Opmerking plaatsen</Knop>
            </Knoppen>
          </Formulier>
        )}
      </Meer>
    </div>
  )
}

function Opmerkingblok(props: { opmerking: Opmerking; magOpmerken: boolean; actie: string }) {
  const { opmerking, magOpmerken, actie } = props
  return (
    <Melding soort={opmerking.open ? 'let-op' : 'goed'} titel={opmerking.open ? 'Opmerking' : 'Afgehandeld'}>
      <p>{opmerking.tekst}</p>
      <p class="oz-klein oz-stil">
        {opmerking.door ?? 'gemeente'}, {toonDatum(dagVanMoment(opmerking.op))}
      </p>
      {magOpmerken && (
        <Formulier
          naam={`Opmerking ${opmerking.open ? 'afhandelen' : 'heropenen'}`}
          actie={actie}
          verborgen={{
            id: opmerking.id,
            alinea: opmerking.alinea,
            stand: opmerking.open ? 'afgehandeld' : 'heropend',
          }}
        >
          <Knop soort="tweede">{opmerking.open ? 'Afgehandeld' : 'Toch niet klaar'}</Knop>
        </Formulier>
      )}
    </Melding>
  )
}
