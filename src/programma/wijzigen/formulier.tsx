import type { Botsingsregel } from '#programma/wijzigen/botsing.ts'
import type { Veld, VeldFout, Veldgroep, Waarden } from '#programma/wijzigen/velden.ts'
import { Etiket } from '#ui/etiket.tsx'
import { foutVan } from '#ui/formulier.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld, TekstVlak, Vinkje } from '#ui/veld.tsx'

/** Tekent de velden van een wijzigscherm; wat het scherm vraagt, staat in zijn `Wijzigvorm`. */
export function Veldgroepen(props: {
  groepen: readonly Veldgroep[]
  waarden: Waarden
  fouten: readonly VeldFout[]
}) {
  return (
    <>
      {props.groepen.map((groep) => {
        const velden = groep.velden.map((veld) => (
          <Invoer veld={veld} waarde={props.waarden[veld.naam]} fouten={props.fouten} />
        ))
        if (groep.velden.length === 0) return null
        if (groep.kop === undefined) return <>{velden}</>
        return (
          <fieldset class="oz-veldgroep">
            <legend>{groep.kop}</legend>
            {groep.onder !== undefined && <div class="utrecht-form-field-description">{groep.onder}</div>}
            {groep.naast ? <div class="oz-veldgroep__naast">{velden}</div> : velden}
          </fieldset>
        )
      })}
    </>
  )
}

function Invoer(props: { veld: Veld; waarde: string | undefined; fouten: readonly VeldFout[] }) {
  const { veld, waarde } = props
  const basis = {
    naam: veld.naam,
    label: veld.label,
    uitleg: veld.uitleg,
    verplicht: veld.verplicht,
    fout: foutVan(props.fouten, veld.naam),
  }
  switch (veld.soort) {
    case 'vinkje':
      return <Vinkje {...basis} aan={waarde !== undefined && waarde !== ''} />
    case 'keuze':
      return <KeuzeVeld {...basis} keuzes={veld.keuzes} leeg={veld.leeg} waarde={waarde} />
    case 'vlak':
      return <TekstVlak {...basis} regels={veld.regels} waarde={waarde} />
    case 'bedrag':
      return <TekstVeld {...basis} soort="bedrag" waarde={waarde} />
    case 'regel':
      return <TekstVeld {...basis} smal={veld.smal} waarde={waarde} />
  }
}

/** Elke wijziging zegt in één zin waarom; zonder die zin wordt zij niet bewaard. */
export const Waaromveld = (props: { waarde: string | undefined; fouten: readonly VeldFout[] }) => (
  <TekstVlak
    naam="waarom"
    label="Waarom verandert u dit?"
    uitleg="Eén zin. Zij komt in de geschiedenis van het plan te staan."
    regels={2}
    verplicht
    waarde={props.waarde}
    fout={foutVan(props.fouten, 'waarom')}
  />
)

/** Wie wanneer en waarom; `door` is leeg als het plan zo is geladen. */
export type Wie = { nummer: number; door: string; wanneer: string; waarom: string; href: string }

export function Botsingstabel(props: { regels: readonly Botsingsregel[] }) {
  return (
    <Tabel
      bijschrift="Was, nu en wat u typte"
      rijen={props.regels}
      smal="stapel"
      toonRij={(regel) => (regel.aard === 'beiden' ? 'anders' : undefined)}
      kolommen={[
        {
          sleutel: 'veld',
          kop: 'Veld',
          cel: (regel) => (
            <>
              {regel.veld} {regel.aard === 'beiden' && <Etiket toon="let-op">beiden veranderd</Etiket>}
            </>
          ),
        },
        { sleutel: 'was', kop: 'Was', cel: (regel) => <Woorden tekst={regel.was} /> },
        { sleutel: 'nu', kop: 'Nu', cel: (regel) => <Woorden tekst={regel.nu} /> },
        {
          sleutel: 'getypt',
          kop: 'U typte',
          cel: (regel) => (regel.getypt === '' ? 'niet aangeraakt' : <Woorden tekst={regel.getypt} />),
        },
      ]}
      leeg="U en de ander typten geen verschillende dingen."
    />
  )
}

/** Tekst met haar regels. */
export const Woorden = (props: { tekst: string }) => (
  <>
    {props.tekst.split('\n').map((regel, i) => (
      <>
        {i > 0 && <br />}
        {regel}
      </>
    ))}
  </>
)
