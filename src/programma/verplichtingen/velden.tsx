import type { Planbezoek } from '#programma/planbezoek.tsx'
import { DAG_UITLEG, MEESTE_JAREN } from '#programma/verplichtingen/invoer.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutVan } from '#ui/formulier.tsx'
import { KeuzeVeld, TekstVeld, TekstVlak } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De velden die boekformulieren delen. */

export type Veldprops = { van: Planbezoek; waarden: Waarden; fouten: readonly VeldFout[] }

const bij = ({ waarden, fouten }: Pick<Veldprops, 'waarden' | 'fouten'>, naam: string) => ({
  naam,
  waarde: waarden[naam],
  fout: foutVan(fouten, naam),
})

/** Meer voorstellen bij het typen maken de pagina traag; een lang plan zoekt men op nummer of titel. */
const MEESTE_VOORSTELLEN = 300

export function Onderdeelveld(props: Veldprops & { verplicht?: boolean | 'stil'; uitleg?: string }) {
  const { onderdelen } = props.van.beeld.plan
  return (
    <TekstVeld
      {...bij(props, 'onderdeel')}
      label="Onderdeel"
      uitleg={props.uitleg ?? 'Typ het nummer of de titel.'}
      verplicht={props.verplicht === 'stil' ? undefined : (props.verplicht ?? true)}
      autocomplete="off"
      voorstellen={
        onderdelen.length > MEESTE_VOORSTELLEN
          ? undefined
          : props.van.beeld.bladeren.map(({ titel }) => titel)
      }
    />
  )
}

export const Dagveld = (
  props: Veldprops & { naam?: string; label: string; uitleg?: string; verplicht?: boolean },
) => (
  <TekstVeld
    {...bij(props, props.naam ?? 'geldigOp')}
    label={props.label}
    uitleg={props.uitleg ?? DAG_UITLEG}
    smal
    autocomplete="off"
    verplicht={props.verplicht ?? true}
  />
)

export const Bedragveld = (props: Veldprops & { naam?: string; label: string; uitleg?: string }) => (
  <TekstVeld
    {...bij(props, props.naam ?? 'bedrag')}
    label={props.label}
    uitleg={props.uitleg}
    soort="bedrag"
    autocomplete="off"
    verplicht
  />
)

export const Jaarveld = (props: Veldprops & { naam?: string; label?: string; uitleg?: string }) => (
  <TekstVeld
    {...bij(props, props.naam ?? 'jaar')}
    label={props.label ?? 'Ten laste van begrotingsjaar'}
    uitleg={props.uitleg}
    smal
    autocomplete="off"
    verplicht
  />
)

export const Regelveld = (
  props: Veldprops & { naam: string; label: string; uitleg?: string; verplicht?: boolean },
) => (
  <TekstVeld
    {...bij(props, props.naam)}
    label={props.label}
    uitleg={props.uitleg}
    smal
    autocomplete="off"
    verplicht={props.verplicht ?? true}
  />
)

export const Tekstveld = (
  props: Veldprops & { naam: string; label: string; uitleg?: string; verplicht?: boolean },
) => (
  <TekstVlak
    {...bij(props, props.naam)}
    label={props.label}
    uitleg={props.uitleg ?? 'Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen.'}
    regels={2}
    verplicht={props.verplicht ?? true}
  />
)

export function Jaarbedragen(props: Veldprops & { meer?: boolean }) {
  const gevuld = Array.from({ length: MEESTE_JAREN }, (_, i) => i + 1).filter(
    (rij) => props.waarden[`bedrag.R${rij}`] || props.waarden[`jaar.R${rij}`],
  )
  const aantal = Math.min(MEESTE_JAREN, Math.max(3, gevuld.at(-1) ?? 0))
  return (
    <fieldset class="oz-veldgroep">
      <legend>Bedrag per jaar</legend>
      <div class="utrecht-form-field-description">
        Loopt het over meer jaren, vul dan per begrotingsjaar een bedrag in. Lege regels tellen niet mee.
      </div>
      <div class="oz-veldgroep__naast">
        {Array.from({ length: aantal }, (_, i) => `R${i + 1}`).map((rij, i) => (
          <>
            <TekstVeld {...bij(props, `jaar.${rij}`)} label={`Jaar ${i + 1}`} smal autocomplete="off" />
            <TekstVeld
              {...bij(props, `bedrag.${rij}`)}
              label={`Bedrag ${i + 1} (€)`}
              soort="bedrag"
              autocomplete="off"
            />
          </>
        ))}
      </div>
    </fieldset>
  )
}

/** Waaruit het betaald wordt: één bron, meer bronnen, of zichtbaar nog te verdelen. */
export function Betalingvelden(props: Veldprops) {
  const { bronnen } = props.van.beeld.plan
  const verdeelt = ['aandelen', 'waterval'].includes(props.waarden['betaling'] ?? '')
  const mogelijk = bronnen.length > 1
  return (
    <>
      <KeuzeVeld
        {...bij(props, 'betaling')}
        label="Waaruit betaald"
        uitleg="Zegt het plan dit niet, dan kiest u het zelf of laat u het nog te verdelen. Dat blijft zichtbaar."
        leeg="Kies een bron"
        verplicht
        keuzes={[
          ...bronnen.map(({ id, naam }) => ({ waarde: `bron:${id}`, tekst: naam })),
          { waarde: 'open', tekst: 'Nog te verdelen over de bronnen' },
          ...(mogelijk
            ? [
                { waarde: 'aandelen', tekst: 'Meer bronnen, elk een vast aandeel' },
                { waarde: 'waterval', tekst: 'Meer bronnen, de een na de ander' },
              ]
            : []),
        ]}
      />
      {mogelijk && (
        <Meer kop="Verdelen over meer bronnen" open={verdeelt}>
          <p class="utrecht-form-field-description">
            Bij een vast aandeel vult u in hoeveel procent elke bron betaalt. Bij de een na de ander vult u de
            volgorde in: 1, 2, 3. Dan betaalt eerst bron 1, zolang daar nog iets vrij is.
          </p>
          {bronnen.map(({ id, naam }) => (
            <TekstVeld {...bij(props, `deel.${id}`)} label={naam} smal autocomplete="off" />
          ))}
        </Meer>
      )}
    </>
  )
}
