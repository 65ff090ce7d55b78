import { hoofdletter, telwoord, vergelijkbaar } from '#basis/tekst.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { maakPad, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Paginering } from '#ui/paginering.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Waar de programmamanager begint: alles wat aan het plan te veranderen is, op één plek. */
export function Wijzigoverzicht(props: { van: Planbezoek; zoek: string; pagina: number }) {
  const { van } = props
  const { plan } = van.beeld
  const naar = maakPad(van.kop, undefined)
  return (
    <Planpagina van={van} titel="Plan bijhouden" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Plan bijhouden"
        lead={`Wat u bewaart, wordt een nieuw concept. Het geldt pas als u het vaststelt. De nieuwste versie is nu versie ${van.versie.versie}.`}
        acties={
          <>
            <KnopLink href={naar('/wijzigen/nieuw/onderdeel')} soort="hoofd">
              Onderdeel toevoegen
            </KnopLink>
            <KnopLink href={naar('/plan-bestand')}>Bestand inlezen</KnopLink>
            <KnopLink href={naar('/vaststellen')}>Vaststellen</KnopLink>
            <KnopLink href={naar('/versies')}>Geschiedenis</KnopLink>
          </>
        }
      />
      <Sectie kop="Onderdelen">
        {plan.onderdelen.length === 0 ? (
          <LegeStaat titel="Er zijn nog geen onderdelen">
            Voeg het eerste onderdeel toe met de knop hierboven.
          </LegeStaat>
        ) : (
          <Onderdelenkeuze onderdelen={plan.onderdelen} zoek={props.zoek} pagina={props.pagina} naar={naar} />
        )}
      </Sectie>
      <Sectie kop="Programma">
        <Link href={naar('/wijzigen/programma')}>Titel, looptijd en hoofddoel wijzigen</Link>
      </Sectie>
      <Dingenlijst kop="Doelen" soort="doelen" nieuw="doel" dingen={plan.doelen} naar={naar} />
      <Dingenlijst
        kop="Bronnen"
        soort="bronnen"
        nieuw="bron"
        dingen={plan.bronnen.map(({ id, naam }) => ({ id, titel: naam }))}
        naar={naar}
      />
      <Dingenlijst kop="Groepen" soort="groepen" nieuw="groep" dingen={plan.groepen} naar={naar} />
    </Planpagina>
  )
}

type Naar = Planbezoek['pad']

const PER_PAGINA = 100

/** Een groot plan past niet op één scherm: zoeken en bladeren, in het adres. */
function Onderdelenkeuze(props: {
  onderdelen: readonly Onderdeel[]
  zoek: string
  pagina: number
  naar: Naar
}) {
  const { onderdelen, zoek, naar } = props
  const gezocht = vergelijkbaar(zoek)
  const gevonden = onderdelen.filter(({ titel, code }) =>
    vergelijkbaar(`${code ?? ''} ${titel}`).includes(gezocht),
  )
  const aantal = Math.max(1, Math.ceil(gevonden.length / PER_PAGINA))
  const huidig = Math.min(Math.max(1, props.pagina), aantal)
  return (
    <>
      {onderdelen.length > ZONDER_ZOEKEN && (
        <Formulier methode="get" actie={naar('/wijzigen')} rij rol="zoeken" naam="Onderdeel zoeken">
          <TekstVeld naam="zoek" label="Nummer of titel" soort="search" waarde={zoek} />
          <Knop soort="tweede">Zoeken</Knop>
        </Formulier>
      )}
      <Onderdelentabel
        onderdelen={gevonden.slice((huidig - 1) * PER_PAGINA, huidig * PER_PAGINA)}
        naar={naar}
      />
      <Paginering
        huidig={huidig}
        aantal={aantal}
        href={(pagina) => naar('/wijzigen', { zoek, pagina: pagina === 1 ? undefined : pagina })}
      />
    </>
  )
}

const ZONDER_ZOEKEN = 20

function Onderdelentabel(props: { onderdelen: readonly Onderdeel[]; naar: Naar }) {
  const link = (onderdeel: Onderdeel, rest: string, tekst: string) => (
    <Link
      href={props.naar(`/wijzigen/onderdelen/${onderdeel.id}${rest}`)}
      naam={`${tekst}: ${onderdeel.titel}`}
    >
      {tekst}
    </Link>
  )
  return (
    <Tabel
      bijschrift="Onderdelen om te wijzigen"
      bijschriftVerborgen
      rijen={props.onderdelen}
      smal="stapel"
      leeg="Geen onderdeel gevonden. Zoek op een ander woord."
      kolommen={[
        { sleutel: 'code', kop: 'Nummer', cel: (onderdeel) => onderdeel.code ?? '' },
        {
          sleutel: 'titel',
          kop: 'Onderdeel',
          rijkop: true,
          cel: (onderdeel) => (
            <>
              {link(onderdeel, '', onderdeel.titel)}{' '}
              {onderdeel.beeindigd !== undefined && <Etiket>beëindigd</Etiket>}
            </>
          ),
        },
        {
          sleutel: 'mijlpalen',
          kop: 'Mijlpalen',
          cel: (o) => link(o, '/mijlpalen', telwoord(o.mijlpalen.length, 'mijlpaal', 'mijlpalen')),
        },
        { sleutel: 'raming', kop: 'Geld', cel: (onderdeel) => link(onderdeel, '/raming', 'Bedragen') },
        {
          sleutel: 'einde',
          kop: 'Einde',
          cel: (onderdeel) =>
            onderdeel.beeindigd === undefined
              ? link(onderdeel, '/beeindigen', 'Beëindigen')
              : link(onderdeel, '/heropenen', 'Heropenen'),
        },
      ]}
    />
  )
}

function Dingenlijst(props: {
  kop: string
  soort: 'doelen' | 'bronnen' | 'groepen'
  nieuw: string
  dingen: readonly { id: string; titel: string }[]
  naar: Naar
}) {
  return (
    <Sectie kop={props.kop}>
      <Zijbalklijst
        items={[
          ...props.dingen.map(({ id, titel }) => ({
            tekst: <Link href={props.naar(`/wijzigen/${props.soort}/${id}`)}>{titel}</Link>,
          })),
          {
            tekst: (
              <Link href={props.naar(`/wijzigen/nieuw/${props.nieuw}`)}>
                {hoofdletter(props.nieuw)} toevoegen
              </Link>
            ),
          },
        ]}
      />
    </Sectie>
  )
}
