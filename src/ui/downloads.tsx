import { Link } from '#ui/link.tsx'

export type Download = { soort: 'CSV' | 'ODS' | 'XLSX' | 'JSON' | 'PDF' | 'ODT' | 'SVG'; href: string }

/** Dezelfde gegevens om mee te nemen; `waarvan` maakt elke link ook los leesbaar. */
export function Downloads(props: { downloads: readonly Download[]; waarvan: string }) {
  if (props.downloads.length === 0) return null
  return (
    <ul class="oz-downloads oz-niet-drukken" aria-label={`Downloaden: ${props.waarvan}`}>
      {props.downloads.map((download, i) => (
        <li>
          {i === 0 && 'Downloaden als '}
          <Link href={download.href} naam={`${download.soort}: ${props.waarvan} downloaden`}>
            {download.soort}
          </Link>
        </li>
      ))}
    </ul>
  )
}
