import type { Child } from 'hono/jsx'
import { veldId } from '#ui/formulier.tsx'
import { klassen } from '#ui/klassen.ts'

export type VeldBasis = {
  naam: string
  label: Child
  /** Hulp bij het invullen, onder het label. */
  uitleg?: Child | undefined
  fout?: string | undefined
  /** `true`: moet ingevuld; `false`: het label zegt "niet verplicht"; weggelaten: het formulier zegt er niets over. */
  verplicht?: boolean | undefined
  uit?: boolean | undefined
  id?: string | undefined
}

const idVan = (veld: VeldBasis): string => veld.id ?? veldId(veld.naam)

/** De ids van uitleg en fout, in de volgorde waarin een schermlezer ze hoort te lezen. */
function beschrijvingVan(veld: VeldBasis): string | undefined {
  const id = idVan(veld)
  const ids = [veld.fout !== undefined && `${id}-fout`, veld.uitleg !== undefined && `${id}-uitleg`]
  return klassen(...ids) || undefined
}

const ariaVan = (veld: VeldBasis) => ({
  id: idVan(veld),
  name: veld.naam,
  required: veld.verplicht === true,
  disabled: veld.uit,
  'aria-invalid': veld.fout === undefined ? undefined : ('true' as const),
  'aria-describedby': beschrijvingVan(veld),
})

const NietVerplicht = () => <span class="oz-veld__optie"> (niet verplicht)</span>

function Bijteksten(props: { veld: VeldBasis }) {
  const { uitleg, fout } = props.veld
  const id = idVan(props.veld)
  return (
    <>
      {uitleg !== undefined && (
        <div class="utrecht-form-field-description" id={`${id}-uitleg`}>
          {uitleg}
        </div>
      )}
      {fout !== undefined && (
        <div class="utrecht-form-field-error-message utrecht-form-field__error-message" id={`${id}-fout`}>
          {fout}
        </div>
      )}
    </>
  )
}

function Veld(props: { veld: VeldBasis; klas?: string | undefined; children: Child }) {
  const { veld } = props
  return (
    <div
      class={klassen(
        'utrecht-form-field utrecht-form-field--distanced oz-veld',
        veld.fout !== undefined && 'utrecht-form-field--invalid',
        props.klas,
      )}
    >
      <label class="utrecht-form-label utrecht-form-field__label" for={idVan(veld)}>
        {veld.label}
        {veld.verplicht === false && <NietVerplicht />}
      </label>
      <Bijteksten veld={veld} />
      {props.children}
    </div>
  )
}

type TekstVeldProps = VeldBasis & {
  waarde?: string | undefined
  soort?: 'text' | 'email' | 'search' | 'date' | 'number' | 'tel' | 'url' | 'password' | 'bedrag' | undefined
  autocomplete?: string | undefined
  maxLengte?: number | undefined
  /** Hoogstens zo breed als een bedrag of een datum. */
  smal?: boolean | undefined
  /** Lijst met voorstellen bij het typen. */
  voorstellen?: readonly string[] | undefined
}

export function TekstVeld(props: TekstVeldProps) {
  const isBedrag = props.soort === 'bedrag'
  const lijst = props.voorstellen === undefined ? undefined : `${idVan(props)}-voorstellen`
  return (
    <Veld veld={props} klas={klassen(isBedrag && 'oz-veld--bedrag', props.smal && 'oz-veld--smal')}>
      <input
        {...ariaVan(props)}
        class={klassen(
          'utrecht-textbox utrecht-textbox--html-input utrecht-form-field__input',
          props.fout !== undefined && 'utrecht-textbox--invalid',
          props.uit && 'utrecht-textbox--disabled',
        )}
        type={isBedrag ? 'text' : (props.soort ?? 'text')}
        inputmode={isBedrag ? 'decimal' : undefined}
        value={props.waarde}
        autocomplete={props.autocomplete}
        maxlength={props.maxLengte}
        list={lijst}
      />
      {lijst !== undefined && (
        <datalist id={lijst}>
          {props.voorstellen?.map((voorstel) => (
            <option value={voorstel}>{voorstel}</option>
          ))}
        </datalist>
      )}
    </Veld>
  )
}

export function TekstVlak(props: VeldBasis & { waarde?: string | undefined; regels?: number | undefined }) {
  return (
    <Veld veld={props}>
      <textarea
        {...ariaVan(props)}
        class={klassen(
          'utrecht-textarea utrecht-textarea--html-textarea utrecht-form-field__input',
          props.fout !== undefined && 'utrecht-textarea--invalid',
        )}
        rows={props.regels ?? 4}
      >
        {/* De browser slikt de eerste regelovergang in; zo gaat er geen van de lezer verloren. */}
        {`\n${props.waarde ?? ''}`}
      </textarea>
    </Veld>
  )
}

export type Keuze = { waarde: string; tekst: string; uitleg?: Child | undefined; uit?: boolean | undefined }

type KeuzeVeldProps = VeldBasis & {
  keuzes: readonly Keuze[]
  waarde?: string | undefined
  /** De eerste regel zonder waarde, zoals "Alle". */
  leeg?: string | undefined
  smal?: boolean | undefined
}

export function KeuzeVeld(props: KeuzeVeldProps) {
  return (
    <Veld veld={props} klas={props.smal ? 'oz-veld--smal' : undefined}>
      <select
        {...ariaVan(props)}
        class={klassen(
          'utrecht-select utrecht-select--html-select utrecht-form-field__input',
          props.fout !== undefined && 'utrecht-select--invalid',
        )}
      >
        {props.leeg !== undefined && <option value="">{props.leeg}</option>}
        {props.keuzes.map((keuze) => (
          <option value={keuze.waarde} selected={keuze.waarde === props.waarde} disabled={keuze.uit}>
            {keuze.tekst}
          </option>
        ))}
      </select>
    </Veld>
  )
}

export function Vinkje(props: VeldBasis & { aan?: boolean | undefined; waarde?: string | undefined }) {
  return (
    <div
      class={klassen(
        'utrecht-form-field utrecht-form-field--checkbox utrecht-form-field--distanced',
        props.fout !== undefined && 'utrecht-form-field--invalid',
      )}
    >
      <label
        class="utrecht-form-label utrecht-form-label--checkbox utrecht-form-field__label"
        for={idVan(props)}
      >
        {props.label}
        {props.verplicht === false && <NietVerplicht />}
      </label>
      <Bijteksten veld={props} />
      <input
        {...ariaVan(props)}
        class="utrecht-checkbox utrecht-checkbox--html-input utrecht-form-field__input"
        type="checkbox"
        value={props.waarde ?? 'ja'}
        checked={props.aan}
      />
    </div>
  )
}

type KeuzerondjesProps = VeldBasis & { keuzes: readonly Keuze[]; waarde?: string | undefined }

/** Eén keuze uit enkele; de foutlink wijst naar het eerste rondje. */
export function Keuzerondjes(props: KeuzerondjesProps) {
  const id = idVan(props)
  return (
    <fieldset
      class={klassen('oz-keuzes', props.fout !== undefined && 'oz-keuzes--fout')}
      aria-describedby={beschrijvingVan(props)}
    >
      <legend>
        {props.label}
        {props.verplicht === false && <NietVerplicht />}
      </legend>
      <Bijteksten veld={props} />
      {props.keuzes.map((keuze, i) => {
        const keuzeId = i === 0 ? id : `${id}-${i + 1}`
        return (
          <div class="utrecht-form-field utrecht-form-field--radio">
            <label
              class="utrecht-form-label utrecht-form-label--radio utrecht-form-field__label"
              for={keuzeId}
            >
              {keuze.tekst}
            </label>
            {keuze.uitleg !== undefined && (
              <div class="utrecht-form-field-description" id={`${keuzeId}-bij`}>
                {keuze.uitleg}
              </div>
            )}
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input utrecht-form-field__input"
              type="radio"
              id={keuzeId}
              name={props.naam}
              value={keuze.waarde}
              checked={keuze.waarde === props.waarde}
              disabled={keuze.uit ?? props.uit}
              required={props.verplicht === true}
              aria-describedby={keuze.uitleg === undefined ? undefined : `${keuzeId}-bij`}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

type BestandVeldProps = VeldBasis & { soorten?: readonly string[] | undefined }

/** Een bestand kiezen; het formulier heeft dan `metBestanden` nodig. */
export function BestandVeld(props: BestandVeldProps) {
  return (
    <Veld veld={props}>
      <input
        {...ariaVan(props)}
        class="oz-bestand utrecht-form-field__input"
        type="file"
        accept={props.soorten?.join(',')}
      />
    </Veld>
  )
}
