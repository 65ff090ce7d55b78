import { ankerVan, type Beoordeeld, ERNSTWOORDEN, isOpen } from '#programma/bevindingen/bevindingen.ts'
import { inhoudVan, plaatsnaam, regelnaam } from '#programma/document/vermelding.ts'
import type { Vermelding } from '#programma/plan.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Lijsten die bij een onderdeel en bij een groep hetzelfde zijn. */

export function Plaatslink(props: { van: Planbezoek; vermelding: Vermelding }) {
  const { van, vermelding } = props
  const plaats = van.beeld.plaats.get(vermelding.plaats)
  const regels = regelnaam(vermelding.regels)
  return (
    <>
      <Link href={van.pad(`/vermeldingen/${vermelding.id}`)}>
        {plaats === undefined ? vermelding.plaats : plaatsnaam(plaats)}
      </Link>
      {regels !== '' && <small class="oz-stil"> {regels}</small>}
    </>
  )
}

/** Wat er staat, met de twijfel erbij als de lezing onzeker is. */
export function Inhoud(props: { van: Planbezoek; vermelding: Vermelding }) {
  const inhoud = inhoudVan(props.van.beeld, props.vermelding)
  if (props.vermelding.twijfel === undefined) return <>{inhoud}</>
  return <Twijfel uitleg={props.vermelding.twijfel}>{inhoud}</Twijfel>
}

export function Vermeldinglijst(props: { van: Planbezoek; vermeldingen: readonly Vermelding[] }) {
  const { van } = props
  return (
    <Tabel
      id="vermeldingentabel"
      bijschrift="Plaatsen in het document"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'plaats', kop: 'Plaats', cel: (een) => <Plaatslink van={van} vermelding={een} /> },
        { sleutel: 'wat', kop: 'Wat er staat', cel: (een) => <Inhoud van={van} vermelding={een} /> },
      ]}
      rijen={props.vermeldingen}
    />
  )
}

/** `over` houdt de plancontrole bij dit ding, zodat een bevinding daar altijd op de eerste bladzijde staat. */
export function Bevindinglijst(props: { van: Planbezoek; beoordeeld: readonly Beoordeeld[]; over: string }) {
  const naar = props.van.pad('/plancontrole', { over: props.over })
  const items = props.beoordeeld.map((een) => ({
    tekst: <Link href={`${naar}#${ankerVan(een.bevinding.sleutel)}`}>{een.bevinding.titel}</Link>,
    bij: isOpen(een) ? ERNSTWOORDEN[een.bevinding.ernst].een : 'afgedaan',
  }))
  const leeg = [{ tekst: <span class="oz-stil">Niets dat elkaar tegenspreekt.</span> }]
  return <Zijbalklijst items={items.length === 0 ? leeg : items} />
}
