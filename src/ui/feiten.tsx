import type { Child } from 'hono/jsx'

export type Feit = { label: string; waarde: Child; bij?: Child | undefined }

/** Een strook met naam en waarde: de kern van een onderdeel in één oogopslag. */
export function Feiten(props: { feiten: readonly Feit[] }) {
  return (
    <dl class="utrecht-data-list oz-feiten">
      {props.feiten.map((feit) => (
        <div class="utrecht-data-list__item">
          <dt class="utrecht-data-list__item-key">{feit.label}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            {feit.waarde}
            {feit.bij !== undefined && <span class="oz-feiten__bij">{feit.bij}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
