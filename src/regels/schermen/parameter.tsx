import { toonDatum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { type Dekkingsjaar, type Dekkingstand, dekking } from '#regels/dekking.ts'
import { isGeld } from '#regels/motor/eenheid.ts'
import { juriconnect, type Parameter, type Parameterwaarde, toonBron } from '#regels/motor/parameter.ts'
import { directNodig, type Regel } from '#regels/motor/regel.ts'
import { ruimtezin } from '#regels/ruimte.ts'
import { parametertekst, Statusetiket } from '#regels/schermen/regels.tsx'
import { STATUSUITLEG } from '#regels/teksten.ts'
import { RIJK } from '#regels/wet/bedragen-plaatselijk.ts'
import { REGELS } from '#regels/wet/wet.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { GrafiekStaaf } from '#ui/grafiek-staaf.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Eén bedrag of percentage: wat het was, wanneer wij het weten, en waar het staat. */
export function Parameterpagina(props: { schil: Schil; parameter: Parameter }) {
  const { parameter } = props
  const waarden = parameter.waarden.toSorted((a, b) => (a.vanaf < b.vanaf ? -1 : 1))
  const gebruikt = REGELS.volgorde.filter((een) => directNodig(een).parameters.has(parameter.id))
  const onzeker = waarden.some(({ status }) => status !== 'vastgesteld')
  return (
    <Pagina
      titel={parameter.naam}
      schil={props.schil}
      kruimels={[{ tekst: 'Regels en bedragen', href: '/regels' }]}
    >
      <Paginakop titel={parameter.naam} />
      <Feiten
        feiten={[
          { label: 'Naam voor programma’s', waarde: <code>{parameter.id}</code> },
          { label: 'Staat in', waarde: toonBron(parameter.bron) },
        ]}
      />
      {parameter.gemis !== undefined && (
        <Melding soort="let-op" titel="Nog niet alles is bekend">
          <p>{parameter.gemis}</p>
        </Melding>
      )}
      {waarden.length === 0 ? (
        <LegeStaat titel="Er is nog geen waarde ingevoerd">
          Wie de regels van de gemeente beheert, kan haar hier met bron en datum neerzetten.
        </LegeStaat>
      ) : (
        <>
          <Geschiedenis parameter={parameter} waarden={waarden} />
          <Dekking waarden={waarden} />
        </>
      )}
      <Sectie kop="Wat de gemeente hier mag kiezen">
        <Lijst
          items={ruimtezin(
            parameter.id,
            RIJK.parameters.some(({ id }) => id === parameter.id),
          ).map(({ zin, artikel }) => (
            <>
              {zin}
              {artikel !== undefined && <small class="oz-stil"> {artikel}</small>}
            </>
          ))}
        />
      </Sectie>
      {onzeker && <Statussen waarden={waarden} />}
      <Gebruik gebruikt={gebruikt} />
      <Downloads
        downloads={[{ soort: 'JSON', href: `/api/v1/parameters/${parameter.id}` }]}
        waarvan={parameter.naam}
      />
    </Pagina>
  )
}

/** De regels die dit bedrag zelf noemen, en wat daar weer op rust. */
function Gebruik({ gebruikt }: { gebruikt: readonly Regel[] }) {
  const alle = new Set(gebruikt.map(({ id }) => id))
  for (const een of REGELS.volgorde)
    if ([...directNodig(een).regels].some((id) => alle.has(id))) alle.add(een.id)
  const verder = REGELS.volgorde.filter((een) => alle.has(een.id) && !gebruikt.includes(een))
  const links = (regels: readonly Regel[]) =>
    regels.map(({ id, naam }) => <Link href={`/regels/${id}`}>{naam}</Link>)
  if (gebruikt.length === 0)
    return (
      <Sectie kop="Welke regels dit gebruiken">
        <p>Geen regel rekent hier nu mee.</p>
      </Sectie>
    )
  return (
    <Sectie kop="Welke regels dit gebruiken">
      <Lijst items={links(gebruikt)} />
      {verder.length > 0 && (
        <>
          <p>Verandert dit, dan kan dat ook hier te merken zijn:</p>
          <Lijst items={links(verder)} />
        </>
      )}
    </Sectie>
  )
}

type Rijen = { parameter: Parameter; waarden: readonly Parameterwaarde[] }

function Geschiedenis({ parameter, waarden }: Rijen) {
  const schaal = schaalVan(parameter)
  const tabel = (
    <Tabel
      id="waarden"
      bijschrift="Alle waarden, met hun bron"
      kolommen={[
        { sleutel: 'vanaf', kop: 'Vanaf', cel: (een: Parameterwaarde) => toonDatum(een.vanaf) },
        { sleutel: 'tot', kop: 'Nagezien tot en met', cel: (een) => toonDatum(een.tot) },
        { sleutel: 'waarde', kop: 'Waarde', cel: (een) => parametertekst(parameter, een) },
        {
          sleutel: 'status',
          kop: 'Status',
          cel: (een) => (een.status === 'vastgesteld' ? 'vastgesteld' : <Statusetiket status={een.status} />),
        },
        { sleutel: 'bron', kop: 'Bron', cel: bronlink },
        { sleutel: 'afwijking', kop: 'Anders dan de tekst', cel: (een) => een.wijktAf ?? '' },
      ]}
      rijen={waarden}
    />
  )
  return (
    <Sectie kop="Wat het was en is">
      {schaal !== undefined && waarden.length > 1 && (
        <GrafiekStaaf
          id="geschiedenis"
          niveau={3}
          boodschap={verloopzin(parameter, waarden)}
          wat="Vanaf"
          eenheid={schaal.kop}
          rijen={waarden.map((een, i) => ({
            naam: toonDatum(een.vanaf),
            waarde: centen(Math.round((een.waarde.teller / een.waarde.noemer) * schaal.maal)),
            nadruk: i === waarden.length - 1,
            bij: een.status === 'vastgesteld' ? undefined : een.status,
          }))}
        />
      )}
      {tabel}
    </Sectie>
  )
}

/** Hoe een waarde als staaf getekend wordt; een staaf telt in honderdsten. */
function schaalVan({ eenheid }: Parameter): { kop: string; maal: number } | undefined {
  if (isGeld(eenheid)) return { kop: `Bedrag ${eenheid}, €`, maal: 1 }
  return eenheid === 'deel' ? { kop: 'Percentage, %', maal: 10_000 } : undefined
}

function verloopzin(parameter: Parameter, waarden: readonly Parameterwaarde[]): string {
  const [eerste, laatste] = [waarden[0], waarden.at(-1)]
  if (eerste === undefined || laatste === undefined) return ''
  return `Van ${parametertekst(parameter, eerste)} op ${toonDatum(eerste.vanaf)} naar ${parametertekst(parameter, laatste)} op ${toonDatum(laatste.vanaf)}`
}

function bronlink({ bron, vanaf }: Parameterwaarde) {
  const verwijzing = juriconnect(bron, vanaf)
  return (
    <>
      {bron.url === undefined ? toonBron(bron) : <Link href={bron.url}>{toonBron(bron)}</Link>}
      {verwijzing !== undefined && <small class="oz-stil"> {verwijzing}</small>}
    </>
  )
}

/** De kalender van wat bekend is: een gat is een gat, en daar wordt niet gerekend. */
const Dekking = ({ waarden }: { waarden: readonly Parameterwaarde[] }) => (
  <Sectie kop="Voor welke dagen wij het weten" onder="Waar “niet bekend” staat, rekenen wij niets uit.">
    <Tabel
      id="dekking"
      bijschrift="Per half jaar wat er bekend is"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'jaar', kop: 'Jaar', cel: (een: Dekkingsjaar) => String(een.jaar) },
        { sleutel: 'een', kop: 'Januari tot en met juni', cel: (een) => <Dekkingsvak stand={een.eerste} /> },
        {
          sleutel: 'twee',
          kop: 'Juli tot en met december',
          cel: (een) => <Dekkingsvak stand={een.tweede} />,
        },
      ]}
      rijen={dekking(waarden)}
    />
  </Sectie>
)

const Dekkingsvak = ({ stand }: { stand: Dekkingstand }) =>
  stand === 'bekend' ? (
    <Etiket toon="goed">bekend</Etiket>
  ) : (
    <Etiket toon={stand === 'niet bekend' ? 'stil' : 'let-op'}>{stand}</Etiket>
  )

const Statussen = ({ waarden }: { waarden: readonly Parameterwaarde[] }) => (
  <Sectie kop="Wat de status betekent">
    <Lijst
      items={[...new Set(waarden.map(({ status }) => status))].map((status) => (
        <>
          <strong>{status}</strong>: {STATUSUITLEG[status]}.
        </>
      ))}
    />
  </Sectie>
)
