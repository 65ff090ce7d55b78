import { toonDatum } from '#basis/datum.ts'
import { toonGetal } from '#basis/tekst.ts'
import { Bandcel } from '#regels/beleid/bandcel.tsx'
import { KRUIMELS, PAD } from '#regels/beleid/kiezen.tsx'
import { type Curvekeuze, Inkomenscurven, Typen } from '#regels/beleid/uitkomst-curve.tsx'
import { Hoe } from '#regels/beleid/uitkomst-hoe.tsx'
import { Gevoeligheden, Kosten } from '#regels/beleid/uitkomst-kosten.tsx'
import { Mensen } from '#regels/beleid/uitkomst-mensen.tsx'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { ruwVan, zoekVan } from '#regels/beleid/vraag.ts'
import { antwoord, kortAantal, watVerandert } from '#regels/beleid/zinnen.ts'
import type { Variantuitkomst } from '#regels/simulatie/simuleer.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { KnopLink } from '#ui/knop.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** De uitkomst: eerst het antwoord, dan wie en wat, en achteraan hoe het is uitgerekend. */
export function Uitkomstpagina(props: {
  schil: Schil
  vergelijking: Vergelijking
  keuze: Curvekeuze
  magMaken: boolean
}) {
  const { vergelijking } = props
  const { simulatie, vraag } = vergelijking
  const zoek = zoekVan(ruwVan(vraag))
  return (
    <Pagina
      titel="Uitkomst van de beleidsvarianten"
      schil={props.schil}
      kruimels={[...KRUIMELS, { tekst: 'Beleidsvarianten', href: `${PAD}?${zoek}` }]}
      nietIndexeren
    >
      <Paginakop
        titel="Wat de varianten doen"
        bij={<Etiket toon="let-op">synthetisch</Etiket>}
        lead={antwoord(vergelijking)}
        acties={
          <>
            <KnopLink href={`${PAD}/notitie?${zoek}`}>Notitie voor de raad</KnopLink>
            {props.magMaken && (
              <KnopLink href={`${PAD}?${zoek}`} soort="tweede">
                Iets veranderen
              </KnopLink>
            )}
          </>
        }
      />
      <Melding soort="info" titel="Dit gaat over nagemaakte huishoudens">
        <p>
          Gerekend met de regels van {toonDatum(simulatie.datum)}, op {toonGetal(simulatie.huishoudens)}{' '}
          huishoudens die niet bestaan. Daarvan hebben er ongeveer {toonGetal(simulatie.metHulp.midden)} hulp
          van de gemeente. De bevolking is {simulatie.reeksen} keer opnieuw nagemaakt.
        </p>
        {simulatie.doorgetrokken.length > 0 && (
          <Lijst
            items={simulatie.doorgetrokken.map(
              (een) =>
                `${een.naam} is op deze dag niet bekend; gerekend is met het bedrag tot en met ${toonDatum(een.tot)} (${een.bron}).`,
            )}
          />
        )}
      </Melding>
      <Kort uitkomsten={simulatie.varianten} />
      <Downloads
        downloads={[
          { soort: 'ODS', href: `${PAD}/vergelijking.ods?${zoek}` },
          { soort: 'XLSX', href: `${PAD}/vergelijking.xlsx?${zoek}` },
          { soort: 'JSON', href: `${PAD}/vergelijking.json?${zoek}` },
        ]}
        waarvan="de hele vergelijking"
      />
      <Sectie kop="Wat er in elke variant anders is">
        {simulatie.varianten.map((een) => (
          <Verandering een={een} />
        ))}
      </Sectie>
      <Kosten vergelijking={vergelijking} />
      <Mensen vergelijking={vergelijking} />
      <Inkomenscurven vergelijking={vergelijking} keuze={props.keuze} zoek={zoek} />
      <Typen vergelijking={vergelijking} keuze={props.keuze} />
      <Gevoeligheden vergelijking={vergelijking} />
      <Hoe vergelijking={vergelijking} />
    </Pagina>
  )
}

const Verandering = ({ een }: { een: Variantuitkomst }) => {
  const anders = watVerandert(een)
  return (
    <>
      <Alinea>
        <strong>{een.variant.naam}.</strong> {een.variant.uitleg}
        {een.besluiter === 'rijk' && ' Hierover besluit het Rijk, niet de raad.'}
      </Alinea>
      {anders.length > 0 && <Lijst items={anders} />}
    </>
  )
}

/** Alles naast elkaar in één tabel: per variant één rij, want dat past ook op een telefoon. */
const Kort = ({ uitkomsten }: { uitkomsten: readonly Variantuitkomst[] }) => (
  <Sectie
    kop="In het kort"
    onder="Verschil met het huidige beleid, per jaar. Boven nul kost het de gemeente meer."
  >
    <Tabel
      id="kort"
      kopBreekt
      bijschrift="De varianten naast elkaar"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Variant', cel: (een: Variantuitkomst) => een.variant.naam },
        {
          sleutel: 'kosten',
          kop: 'Kost de gemeente',
          soort: 'getal',
          cel: (een) => <Bandcel band={een.kosten.verschil} />,
        },
        {
          sleutel: 'vooruit',
          kop: 'Huishoudens die minder betalen',
          soort: 'getal',
          cel: (een) => kortAantal(een.vooruit),
        },
        {
          sleutel: 'achteruit',
          kop: 'Huishoudens die meer betalen',
          soort: 'getal',
          cel: (een) => kortAantal(een.achteruit),
        },
        {
          sleutel: 'merkbaar',
          kop: 'Waarvan meer dan € 10 per maand',
          soort: 'getal',
          cel: (een) => kortAantal(een.merkbaar),
        },
        {
          sleutel: 'wie',
          kop: 'Wie besluit',
          cel: (een) => (een.besluiter === 'rijk' ? 'het Rijk' : 'de raad'),
        },
      ]}
      rijen={uitkomsten}
    />
  </Sectie>
)
