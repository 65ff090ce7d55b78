import { type Datum, toonDatum } from '#basis/datum.ts'
import { DAG_UITLEG } from '#programma/overleg/invoer.ts'
import {
  type Actie,
  actiewoord,
  isBesluitorgaan,
  OVERLEGNAAM,
  type Overleg,
  PUNTSOORTNAAM,
} from '#programma/overleg/overleg.ts'
import type { Noem } from '#programma/overleg/overlegstuk.store.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutVan } from '#ui/formulier.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { type Keuze, KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'

/** Wat de schermen over overleggen en acties delen. */

export const overlegnaam = ({ orgaan, datum }: Pick<Overleg, 'orgaan' | 'datum'>): string =>
  `${OVERLEGNAAM[orgaan]} ${toonDatum(datum)}`

export const Actiestatus = (props: { actie: Pick<Actie, 'stand' | 'uiterlijk'>; vandaag: Datum }) => {
  const { status, tekst } = actiewoord(props.actie, props.vandaag)
  return <Status soort={status} tekst={tekst} />
}

export const Actietabel = (props: {
  van: Planbezoek
  acties: readonly Actie[]
  bijschrift: string
  /** De kop erboven zegt het al. */
  onderKop?: boolean
  leeg?: string
}) => {
  const { van } = props
  return (
    <Tabel
      bijschrift={props.bijschrift}
      bijschriftVerborgen={props.onderKop}
      rijen={props.acties}
      leeg={props.leeg ?? 'Er zijn geen acties.'}
      kolommen={[
        { sleutel: 'nr', kop: 'Nr.', cel: ({ nummer }) => `A${nummer}` },
        {
          sleutel: 'wat',
          kop: 'Wat',
          rijkop: true,
          cel: ({ nummer, wat }) => <Link href={van.pad(`/acties/${nummer}`)}>{wat}</Link>,
        },
        { sleutel: 'rol', kop: 'Wie', cel: ({ rol }) => rol },
        { sleutel: 'uiterlijk', kop: 'Uiterlijk', cel: ({ uiterlijk }) => toonDatum(uiterlijk) },
        {
          sleutel: 'stand',
          kop: 'Stand',
          cel: (actie) => <Actiestatus actie={actie} vandaag={van.vandaag} />,
        },
      ]}
    />
  )
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[] }

export function Actievelden(props: Invoer & { van: Planbezoek }) {
  const { waarden, fouten } = props
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  return (
    <>
      <TekstVeld
        {...veld('wat')}
        label="Wat moet er gebeuren"
        uitleg="In één zin. Geen namen van inwoners."
        verplicht
      />
      <TekstVeld
        {...veld('rol')}
        label="Wie doet het"
        uitleg="Een rol, geen naam."
        voorstellen={rollenVan(props.van)}
        verplicht
      />
      <TekstVeld {...veld('uiterlijk')} label="Uiterlijk klaar op" uitleg={DAG_UITLEG} smal verplicht />
    </>
  )
}

export const rollenVan = ({ beeld }: Pick<Planbezoek, 'beeld'>): string[] => [
  ...new Set([
    'Programmamanager',
    'Financieel adviseur',
    ...beeld.plan.onderdelen.flatMap(({ eigenaarrol }) => (eigenaarrol === null ? [] : [eigenaarrol])),
  ]),
]

export function Puntvelden(props: Invoer & { overleg: Pick<Overleg, 'orgaan'>; keuzes: readonly Keuze[] }) {
  const { waarden, fouten } = props
  const veld = (naam: string) => ({ naam, waarde: waarden[naam], fout: foutVan(fouten, naam) })
  return (
    <>
      <KeuzeVeld {...veld('over')} label="Waar gaat het over" leeg="Vrij onderwerp" keuzes={props.keuzes} />
      <TekstVeld
        {...veld('titel')}
        label="Op de agenda"
        uitleg="In één zin, zonder namen van personen."
        verplicht
      />
      <TekstVlak
        {...veld('toelichting')}
        label="Toelichting"
        uitleg="Alleen te zien voor wie aan het programma werkt. Geen namen van inwoners."
        regels={3}
        verplicht={false}
      />
      <KeuzeVeld
        {...veld('gevraagd')}
        label="Wat vraagt u"
        keuzes={[
          ...(isBesluitorgaan(props.overleg.orgaan) ? [{ waarde: 'besluit', tekst: 'Een besluit' }] : []),
          { waarde: 'bespreking', tekst: 'Bespreking' },
          { waarde: 'informatie', tekst: 'Alleen informatie' },
        ]}
      />
      <KeuzeVeld
        {...veld('vervolg')}
        label="Wie legt een besluit daarna nog vast"
        uitleg="Wat politiek is, gaat na de stuurgroep naar het college. Wat over inhoud of personeel gaat, legt de directie achteraf vast."
        keuzes={[
          { waarde: 'geen', tekst: 'Niemand' },
          { waarde: 'college', tekst: 'Het college' },
          { waarde: 'directie', tekst: 'De directie, achteraf' },
        ]}
      />
    </>
  )
}

/** Waar een punt over gaat, met een link. */
export function Over(props: {
  van: Planbezoek
  noem: Noem
  punt: { soort: keyof typeof PUNTSOORTNAAM; verwijzing: string | null }
}) {
  const { punt, van } = props
  if (punt.verwijzing === null) return <>{PUNTSOORTNAAM.vrij}</>
  const { naam, pad } = props.noem(punt.soort, punt.verwijzing)
  return (
    <>
      {PUNTSOORTNAAM[punt.soort]}: <Link href={van.pad(pad)}>{naam}</Link>
    </>
  )
}
