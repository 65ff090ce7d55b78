import { telwoord } from '#basis/tekst.ts'
import type { Bevinding, Ernst } from '#programma/plancontrole/plancontrole.ts'
import { STUKSOORTEN } from '#programma/stukken.ts'
import type { Veldwijziging, Wijziging } from '#programma/verschil.ts'
import { type Bevindingenverschil, dingadres, SOORTKOP, telWijzigingen } from '#programma/versies/versies.ts'
import { Woorden } from '#programma/wijzigen/formulier.tsx'
import { Geen } from '#ui/bedrag.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Alinea, Kop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer, Zijbalklijst } from '#ui/zijbalk.tsx'

const AARD = {
  nieuw: { toon: 'goed', woord: 'nieuw' },
  weg: { toon: 'fout', woord: 'weg' },
  gewijzigd: { toon: 'accent', woord: 'gewijzigd' },
} as const

export const Aardetiket = (props: { aard: Wijziging['aard'] }) => (
  <Etiket toon={AARD[props.aard].toon}>{AARD[props.aard].woord}</Etiket>
)

/** Meer dan dit leest niemand op een scherm; de telling erboven is altijd volledig. */
const HOOGSTENS_GETOOND = 400

/** Wat er anders is, per soort en per ding, met elk veld zoals het was en wordt. */
export function Wijzigingenlijst(props: {
  wijzigingen: readonly Wijziging[]
  /** Adres van de pagina van een ding; zonder staat er geen link. */
  naar?: ((rest: string) => string) | undefined
  niveau?: 2 | 3 | undefined
  /** De telling staat al elders op het scherm. */
  zonderTelling?: boolean | undefined
}) {
  const getoond = props.wijzigingen.slice(0, HOOGSTENS_GETOOND)
  const perSoort = Map.groupBy(getoond, ({ soort }) => soort)
  const rest = props.wijzigingen.length - getoond.length
  return (
    <>
      {!props.zonderTelling && <Alinea>{telWijzigingen(props.wijzigingen)}</Alinea>}
      {STUKSOORTEN.map((soort) => {
        const lijst = perSoort.get(soort)
        if (lijst === undefined) return null
        return (
          <Sectie kop={SOORTKOP[soort]} niveau={props.niveau ?? 2}>
            <Veldentabel
              bijschrift={`${SOORTKOP[soort]}: wat er anders is`}
              dingen={lijst}
              naar={props.naar}
            />
          </Sectie>
        )
      })}
      {rest > 0 && (
        <Alinea>
          En nog {telwoord(rest, 'wijziging', 'wijzigingen')} die hier niet passen. Download beide versies als
          ODS om alles naast elkaar te zien.
        </Alinea>
      )}
    </>
  )
}

function Veldentabel(props: {
  bijschrift: string
  dingen: readonly Wijziging[]
  naar?: ((rest: string) => string) | undefined
}) {
  return (
    <Tabel<Veldwijziging>
      bijschrift={props.bijschrift}
      bijschriftVerborgen
      kolommen={VELDKOLOMMEN}
      smal="stapel"
      groepen={props.dingen.map(({ soort, sleutel, titel, aard, velden }) => {
        const adres = aard === 'weg' ? undefined : dingadres(soort, sleutel)
        return {
          kop: (
            <>
              {adres === undefined || props.naar === undefined ? (
                titel
              ) : (
                <Link href={props.naar(adres)}>{titel}</Link>
              )}{' '}
              <Aardetiket aard={aard} />
            </>
          ),
          rijen: velden,
        }
      })}
    />
  )
}

const VELDKOLOMMEN = [
  { sleutel: 'veld', kop: 'Veld', cel: ({ veld }: Veldwijziging) => veld },
  {
    sleutel: 'voor',
    kop: 'Was',
    cel: ({ voor }: Veldwijziging) => (voor === '' ? <Geen wat="leeg" /> : <Woorden tekst={voor} />),
  },
  {
    sleutel: 'na',
    kop: 'Wordt',
    cel: ({ na }: Veldwijziging) => (na === '' ? <Geen wat="leeg" /> : <Woorden tekst={na} />),
  },
]

/** De velden van één stap, zonder de naam van het ding erboven. */
export const Veldenlijst = (props: { bijschrift: string; velden: readonly Veldwijziging[] }) => (
  <Tabel
    bijschrift={props.bijschrift}
    bijschriftVerborgen
    kolommen={VELDKOLOMMEN}
    rijen={props.velden}
    smal="stapel"
  />
)

const ERNSTTOON = { fout: 'fout', waarschijnlijk: 'let-op', aandacht: 'stil' } as const satisfies Record<
  Ernst,
  string
>

const Bevindinglijst = (props: { bevindingen: readonly Bevinding[] }) => (
  <Zijbalklijst
    items={props.bevindingen.map((bevinding) => ({
      tekst: (
        <>
          <Etiket toon={ERNSTTOON[bevinding.ernst]}>{bevinding.ernst}</Etiket> {bevinding.titel}
        </>
      ),
      bij: bevinding.uitleg,
    }))}
  />
)

/** Wat de plancontrole ervan vindt: welke bevindingen erbij komen, welke verdwijnen. */
export function Bevindingenanders(props: { verschil: Bevindingenverschil }) {
  const { erbij, weg, gebleven } = props.verschil
  return (
    <Sectie kop="Plancontrole">
      <Alinea>
        {telwoord(erbij.length, 'bevinding komt', 'bevindingen komen')} erbij,{' '}
        {telwoord(weg.length, 'bevinding verdwijnt', 'bevindingen verdwijnen')},{' '}
        {telwoord(gebleven, 'blijft', 'blijven')} gelijk.
      </Alinea>
      {erbij.length > 0 && (
        <>
          <Kop niveau={3}>Komt erbij</Kop>
          <Bevindinglijst bevindingen={erbij} />
        </>
      )}
      {weg.length > 0 && (
        <Meer kop={`Verdwijnt (${weg.length})`} open={weg.length <= 10}>
          <Bevindinglijst bevindingen={weg} />
        </Meer>
      )}
    </Sectie>
  )
}
