import type { Invoerding } from '#regels/motor/invoer.ts'
import * as i from '#regels/wet/invoer.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

type Vraagprops = { antwoorden: Readonly<Record<string, string>>; fouten: readonly VeldFout[] }

const JA_NEE = [
  { waarde: 'ja', tekst: 'Ja' },
  { waarde: 'nee', tekst: 'Nee' },
]

/** Deze vragen komen er pas bij als de berekening ze nodig heeft, zoals voor de jaren tot 2020. */
const ALS_NODIG: readonly Invoerding[] = [i.INKOMEN, i.VERMOGEN, i.KOSTEN_4_WEKEN, i.KOSTPRIJS_REST]

const UITLEG: Readonly<Record<string, string>> = {
  [i.INKOMEN.naam]: 'Het verzamelinkomen van u en uw partner samen. U vindt het op uw belastingaanslag.',
  [i.VERMOGEN.naam]: 'Spaargeld en beleggingen boven het deel waarover u geen belasting betaalt.',
  [i.KOSTEN_4_WEKEN.naam]: 'De gemeente of de aanbieder kan u dit vertellen.',
}

function JaNee(props: Vraagprops & { ding: Invoerding; verplicht?: boolean; uitleg?: string }) {
  const { ding } = props
  return (
    <Keuzerondjes
      naam={ding.naam}
      label={ding.vraag}
      uitleg={props.uitleg}
      verplicht={props.verplicht}
      keuzes={JA_NEE}
      waarde={props.antwoorden[ding.naam]}
      fout={foutVan(props.fouten, ding.naam)}
    />
  )
}

function Geld(props: Vraagprops & { ding: Invoerding; verplicht?: boolean; uitleg?: string | undefined }) {
  const { ding } = props
  return (
    <TekstVeld
      naam={ding.naam}
      label={ding.vraag}
      uitleg={props.uitleg}
      soort="bedrag"
      smal
      autocomplete="off"
      verplicht={props.verplicht}
      waarde={props.antwoorden[ding.naam]}
      fout={foutVan(props.fouten, ding.naam)}
      maxLengte={20}
    />
  )
}

/** De vragen aan een inwoner: zo weinig mogelijk, en zonder vaktaal. */
export function Vragen(props: Vraagprops) {
  const { antwoorden, fouten } = props
  const extra = ALS_NODIG.filter(
    ({ naam }) => antwoorden[naam] !== undefined || foutVan(fouten, naam) !== undefined,
  )
  return (
    <Formulier actie="/eigen-bijdrage" fouten={fouten} naam="Proefberekening">
      <TekstVeld
        naam="dag"
        label="Voor welke dag wilt u het weten?"
        soort="date"
        smal
        verplicht
        waarde={antwoorden['dag']}
        fout={foutVan(fouten, 'dag')}
      />
      <KeuzeVeld
        naam={i.VOORZIENING.naam}
        label={i.VOORZIENING.vraag}
        keuzes={Object.entries(i.VOORZIENINGEN).map(([waarde, tekst]) => ({ waarde, tekst }))}
        waarde={antwoorden[i.VOORZIENING.naam] ?? i.VOORZIENING.standaard}
        fout={foutVan(fouten, i.VOORZIENING.naam)}
        smal
      />
      <JaNee {...props} ding={i.PAAR} verplicht />
      <Keuzerondjes
        naam={i.AOW.naam}
        label="Wie heeft de AOW-leeftijd?"
        verplicht
        keuzes={[
          { waarde: '0', tekst: 'Niemand' },
          { waarde: '1', tekst: 'Eén persoon' },
          { waarde: '2', tekst: 'Wij allebei' },
        ]}
        waarde={antwoorden[i.AOW.naam]}
        fout={foutVan(fouten, i.AOW.naam)}
      />
      <JaNee {...props} ding={i.ANDERE_BIJDRAGE} verplicht={false} />
      <Geld
        {...props}
        ding={i.NETTO}
        verplicht={false}
        uitleg="Van u en uw partner samen. Hiermee kijken wij of u geld terugkrijgt."
      />
      <JaNee
        {...props}
        ding={i.CZM}
        verplicht={false}
        uitleg="De CZM is de zorgverzekering via de gemeente voor mensen met weinig geld."
      />
      {extra.map((ding) => (
        <Geld {...props} ding={ding} uitleg={UITLEG[ding.naam]} />
      ))}
      <Knoppen>
        <Knop>Bereken</Knop>
      </Knoppen>
    </Formulier>
  )
}

/** De antwoorden in woorden, voor op papier. */
export function antwoordenInWoorden(
  antwoorden: Readonly<Record<string, string>>,
): { label: string; waarde: string }[] {
  return i.INVOER.flatMap((ding) => {
    const ruw = antwoorden[ding.naam]
    if (ruw === undefined || ruw === '') return []
    const waarde =
      ding.soort === 'keuze' ? (ding.namen[ruw] ?? ruw) : ding.soort === 'bedrag' ? `€ ${ruw}` : ruw
    return [{ label: ding.vraag, waarde }]
  })
}
