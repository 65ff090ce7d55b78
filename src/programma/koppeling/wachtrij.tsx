import { type Datum, toonDatum } from '#basis/datum.ts'
import { toonEuro } from '#basis/geld.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import type { Onbekend } from '#grootboek/deur.ts'
import { doelwaarde, NIET, onderdeelwaarde, ontvangstwaarde } from '#programma/koppeling/koppelformulier.ts'
import { VOORSTELREDEN } from '#programma/koppeling/teksten.ts'
import type { Wachtgroep } from '#programma/koppeling/wachtrij.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Link } from '#ui/link.tsx'
import { type Keuze, KeuzeVeld, TekstVeld, Vinkje } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De wachtrij als formulier: per groep aanvinken, kiezen en verder. Alles met gewone velden, in leesvolgorde. */

export type Wachtrijprops = {
  van: Planbezoek
  /** Wat onthouden moet worden om dezelfde bladzijde weer te tonen. */
  verborgen: Readonly<Record<string, string>>
  groepen: readonly Wachtgroep[]
  /** Er is meer dan één administratie: dan hoort zij bij de voorwaarden. */
  metAdministratie: boolean
  /** Vink alles aan waar een voorstel voor is. */
  vink: boolean
  velden: Readonly<Record<string, string>>
  kies: ReadonlySet<string>
  fouten: readonly VeldFout[]
}

const BRONKEUZE: Keuze = { waarde: 'volgorde', tekst: 'Zoals bij het onderdeel is afgesproken' }

export const onderdeelkeuzes = (van: Planbezoek): Keuze[] => [
  { waarde: NIET, tekst: 'Hoort er niet bij' },
  ...van.beeld.plan.onderdelen.map(({ id, code, titel }) => ({
    waarde: onderdeelwaarde(id),
    tekst: code === null ? titel : `${code} ${titel}`,
  })),
  ...van.beeld.plan.bronnen.map(({ id, naam }) => ({
    waarde: ontvangstwaarde(id),
    tekst: `Ontvangst van ${naam}`,
  })),
]

export const bronkeuzes = (van: Planbezoek): Keuze[] => [
  BRONKEUZE,
  ...van.beeld.plan.bronnen.map(({ id, naam }) => ({ waarde: id, tekst: naam })),
  { waarde: '-', tekst: 'Nog te verdelen over de bronnen' },
]

export function Wachtrijformulier(props: Wachtrijprops) {
  const { van, groepen, velden, fouten } = props
  const onderdelen = onderdeelkeuzes(van)
  const bronnen = bronkeuzes(van)
  let nummer = 0
  return (
    <Formulier
      actie={van.pad('/koppeling/effect')}
      naam="Koppelen"
      fouten={fouten}
      verborgen={props.verborgen}
    >
      <Meer kop="Alles wat u aanvinkt in één keer" open={(velden['alle'] ?? '') !== ''}>
        <div class="oz-veldgroep__naast">
          <KeuzeVeld
            naam="alle"
            label="Zet alles wat is aangevinkt op"
            leeg="Wat bij elke rij is gekozen"
            keuzes={onderdelen}
            waarde={velden['alle']}
          />
          <KeuzeVeld
            naam="allebron"
            label="Betaald uit"
            keuzes={bronnen}
            waarde={velden['allebron'] ?? BRONKEUZE.waarde}
          />
        </div>
      </Meer>
      <div id="veld-kies" tabindex={-1}>
        {groepen.map((groep) => (
          <Groep
            {...props}
            groep={groep}
            onderdelen={onderdelen}
            bronnen={bronnen}
            neem={() => String(nummer++)}
          />
        ))}
      </div>
      <fieldset class="oz-veldgroep" id="effect">
        <legend>Vanaf wanneer</legend>
        <div class="oz-veldgroep__naast">
          <TekstVeld
            naam="van"
            label="Geldt vanaf"
            soort="date"
            uitleg="Leeg: altijd al."
            waarde={velden['van']}
            fout={foutVan(fouten, 'van')}
            verplicht={false}
          />
          <TekstVeld
            naam="tot"
            label="Geldt tot en met"
            soort="date"
            uitleg="Leeg: voorlopig."
            waarde={velden['tot']}
            fout={foutVan(fouten, 'tot')}
            verplicht={false}
          />
        </div>
      </fieldset>
      <Knoppen>
        <Knop>Bekijk het effect</Knop>
      </Knoppen>
    </Formulier>
  )
}

const dagen = ({ van, tot }: Pick<Wachtgroep, 'van' | 'tot'>): string =>
  van === tot ? toonDatum(van as Datum) : `${toonDatum(van as Datum)} tot en met ${toonDatum(tot as Datum)}`

type Rijprops = Wachtrijprops & {
  onderdelen: readonly Keuze[]
  bronnen: readonly Keuze[]
  neem: () => string
}

function Groep(props: Rijprops & { groep: Wachtgroep }) {
  const { groep, neem, metAdministratie } = props
  const administraties = new Set(groep.combinaties.map(({ administratie }) => administratie))
  const [enige] = administraties
  const administratie = metAdministratie && administraties.size === 1 ? (enige ?? null) : null
  const naam = `${groep.soort} ${groep.code}`
  return (
    <fieldset class="oz-veldgroep oz-wachtgroep">
      <legend>
        {hoofdletter(naam)}: {toonEuro(groep.bedragCent)}
      </legend>
      <p class="oz-klein oz-stil">
        {telwoord(groep.aantal, 'regel', 'regels')}, {dagen(groep)}
        {groep.soort === 'rekening' && groep.combinaties[0]?.rekeningnaam
          ? `, ${groep.combinaties[0].rekeningnaam}`
          : ''}
        {groep.voorstel !== undefined && `. Voorstel: ${VOORSTELREDEN[groep.voorstel.reden]}`}
      </p>
      <Rij
        {...props}
        nummer={neem()}
        naam={naam}
        wat={{ [groep.soort]: groep.code, administratie }}
        voorstel={groep.voorstel}
      />
      {groep.combinaties.length > 1 && (
        <Meer kop={`Apart per rekening (${groep.combinaties.length})`}>
          {groep.combinaties.slice(0, MEESTE_APART).map((combinatie) => (
            <Combinatierij {...props} combinatie={combinatie} />
          ))}
          {groep.combinaties.length > MEESTE_APART && (
            <p class="oz-klein">
              De {MEESTE_APART} grootste staan hier. De rest ziet u als deze gekoppeld zijn, of koppel ze met{' '}
              <Link href={props.van.pad('/koppeling/nieuw')}>een eigen regel</Link>.
            </p>
          )}
        </Meer>
      )}
    </fieldset>
  )
}

const MEESTE_APART = 20

function Combinatierij(props: Rijprops & { combinatie: Onbekend; groep: Wachtgroep }) {
  const { combinatie, groep, metAdministratie } = props
  const { administratie, rekening, rekeningnaam, kostenplaats, project, bedragCent } = combinatie
  const delen = [
    groep.soort !== 'kostenplaats' && kostenplaats !== null ? `kostenplaats ${kostenplaats}` : undefined,
    `rekening ${rekening}`,
  ].filter((deel) => deel !== undefined)
  const naam = `${groep.soort} ${groep.code}, ${delen.join(', ')}`
  return (
    <>
      <p class="oz-klein">
        <b>{hoofdletter(delen.join(', '))}</b> {rekeningnaam ?? ''}: {toonEuro(bedragCent)}
      </p>
      <Rij
        {...props}
        nummer={props.neem()}
        naam={naam}
        wat={{ rekening, kostenplaats, project, administratie: metAdministratie ? administratie : null }}
        voorstel={groep.voorstel}
        nietAan
      />
    </>
  )
}

function Rij(
  props: Rijprops & {
    nummer: string
    naam: string
    wat: Readonly<Record<string, string | null>>
    voorstel: Wachtgroep['voorstel']
    nietAan?: boolean
  },
) {
  const { nummer, naam, wat, voorstel, velden, kies, fouten, onderdelen, bronnen } = props
  const doel = voorstel?.doel
  const voorgesteld = doel === undefined ? '' : doelwaarde(doel)
  const bron =
    doel?.soort === 'onderdeel' && doel.bron.soort === 'bron' ? (doel.bron.bron ?? '-') : BRONKEUZE.waarde
  const aan = kies.has(nummer) || (props.vink && voorstel !== undefined && props.nietAan !== true)
  const Verborgen = (rest: { tekst: string }) => <span class="oz-vh">, {rest.tekst}</span>
  return (
    <div class="oz-veldgroep__naast oz-wachtrij">
      <Vinkje
        naam="kies"
        id={`kies-${nummer}`}
        waarde={nummer}
        aan={aan}
        label={
          <>
            Neem mee
            <Verborgen tekst={naam} />
          </>
        }
      />
      <KeuzeVeld
        naam={`doel.${nummer}`}
        label={
          <>
            Hoort bij
            <Verborgen tekst={naam} />
          </>
        }
        leeg="Kies"
        keuzes={onderdelen}
        waarde={velden[`doel.${nummer}`] ?? voorgesteld}
        fout={foutVan(fouten, `doel.${nummer}`)}
      />
      <KeuzeVeld
        naam={`bron.${nummer}`}
        label={
          <>
            Betaald uit
            <Verborgen tekst={naam} />
          </>
        }
        keuzes={bronnen}
        waarde={velden[`bron.${nummer}`] ?? bron}
      />
      <input type="hidden" name={`wat.${nummer}`} value={JSON.stringify(wat)} />
    </div>
  )
}
