import { toonGetal } from '#basis/tekst.ts'
import { Bandcel } from '#regels/beleid/bandcel.tsx'
import { inwonersBetalen, type Kostenrij, kolommenVan, kostenrijen } from '#regels/beleid/kostenrijen.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { gedragzin, gevoeligzin, schatting } from '#regels/beleid/zinnen.ts'
import type { Gevoeligheidsrij } from '#regels/simulatie/gevoeligheid.ts'
import type { Variantuitkomst } from '#regels/simulatie/simuleer.ts'
import { Alinea, Lijst, Sectie } from '#ui/kop.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

type Props = { vergelijking: Vergelijking }

/** Wat het kost, per laag en voor wie. */
export function Kosten({ vergelijking: { simulatie } }: Props) {
  const kolommen = kolommenVan(simulatie)
  return (
    <Sectie
      kop="Wat het de gemeente kost"
      id="kosten"
      onder="Per jaar, afgerond. Onder elk bedrag staat waar het negentig van de honderd keer tussen ligt."
    >
      <Tabel
        id="kosten-lagen"
        kopBreekt
        bijschrift="Kosten per laag en per variant"
        bijschriftVerborgen
        smal="schuif"
        kolommen={[
          { sleutel: 'naam', kop: 'Laag', cel: (rij: Kostenrij) => rij.naam },
          { sleutel: 'wie', kop: 'Wie betaalt', cel: (rij) => rij.betaler },
          ...kolommen.map(({ variant }, i) => ({
            sleutel: `v${i}`,
            kop: variant.naam,
            soort: 'getal' as const,
            cel: (rij: Kostenrij) => {
              const band = rij.banden[i]
              return band && <Bandcel band={band} />
            },
          })),
        ]}
        rijen={kostenrijen(simulatie)}
        totaal={{
          kop: 'De gemeente per saldo kwijt',
          cellen: Object.fromEntries(
            kolommen.map(({ kosten }, i) => [`v${i}`, <Bandcel band={kosten.saldo} />]),
          ),
        }}
      />
      <Alinea>
        Het saldo is wat de gemeente vergoedt, min de bijdragen die zij krijgt. Een bedrag onder nul betekent
        dat er meer binnenkomt dan eruit gaat.
        {simulatie.nu.kosten.zonderPgb &&
          ' Het tarief voor een persoonsgebonden budget is op deze dag niet bekend; die kosten staan er niet bij.'}
      </Alinea>
      <WieBetaalt varianten={simulatie.varianten} />
      <Sectie kop="Als mensen op de prijs letten" niveau={3}>
        <Alinea>
          Hierboven verandert niemand zijn gedrag. Wordt hulp duurder, dan stoppen sommige mensen ermee; wordt
          hulp goedkoper, dan vragen er meer. Hoeveel, is niet bekend. Daarom staan er twee aannamen naast
          elkaar.
        </Alinea>
        <Tabel
          bijschrift="Het verschil met nu, zonder en met ander gedrag"
          bijschriftVerborgen
          kolommen={[
            { sleutel: 'naam', kop: 'Variant', cel: (een: Variantuitkomst) => een.variant.naam },
            {
              sleutel: 'vast',
              kop: 'Niemand verandert',
              soort: 'getal',
              cel: (een) => schatting(een.kosten.verschil.midden),
            },
            ...([0, 1] as const).map((i) => ({
              sleutel: `g${i}`,
              kop: i === 0 ? 'Een beetje' : 'Sterk',
              soort: 'getal' as const,
              cel: (een: Variantuitkomst) => schatting(een.gedrag[i]?.verschil ?? 0),
            })),
          ]}
          rijen={simulatie.varianten}
        />
        <Lijst items={simulatie.varianten.map((een) => `“${een.variant.naam}”: ${gedragzin(een)}`)} />
      </Sectie>
    </Sectie>
  )
}

const WieBetaalt = ({ varianten }: { varianten: readonly Variantuitkomst[] }) => (
  <Sectie kop="Wie het verschil betaalt" niveau={3}>
    <Tabel
      bijschrift="Verschil met nu, per jaar, voor wie"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Variant', cel: (een: Variantuitkomst) => een.variant.naam },
        {
          sleutel: 'inwoners',
          kop: 'Huishoudens met hulp betalen samen',
          soort: 'getal',
          cel: (een) => meerMinder(inwonersBetalen(een)),
        },
        {
          sleutel: 'gemeente',
          kop: 'De gemeente betaalt',
          soort: 'getal',
          cel: (een) => meerMinder(een.kosten.verschil.midden),
        },
        { sleutel: 'rijk', kop: 'Het Rijk', cel: () => 'niet gerekend' },
      ]}
      rijen={varianten}
    />
    <Alinea klein>
      De eigen bijdragen zijn voor de gemeente. Of het Rijk het gemeentefonds aanpast als de wet verandert, is
      niet bekend en zit er niet in.
    </Alinea>
  </Sectie>
)

const meerMinder = (cent: number): string =>
  schatting(cent) === schatting(0)
    ? 'evenveel'
    : `${schatting(Math.abs(cent))} ${cent > 0 ? 'meer' : 'minder'}`

/** Hoe zeker het is: aan elke aanname apart gedraaid. */
export function Gevoeligheden({ vergelijking }: Props) {
  const { simulatie, gevoeligheid } = vergelijking
  const naam = (id: string): string =>
    simulatie.varianten.find((een) => een.variant.id === id)?.variant.naam ?? id
  return (
    <Sectie kop="Hoe zeker dit is" id="gevoeligheid" onder={gevoeligzin(vergelijking)}>
      <Alinea>
        Elke aanname is apart op haar laagste en haar hoogste waarde gezet. Hoe verder de twee uit elkaar
        liggen, hoe meer de uitkomst van die aanname afhangt.
      </Alinea>
      {gevoeligheid.map(({ variant, rijen }, i) => (
        <Meer kop={`Gevoeligheid van “${naam(variant)}”`} open={i === 0}>
          <Tabel
            id={`gevoelig-${i + 1}`}
            bijschrift={`Verschil met nu per jaar bij “${naam(variant)}”`}
            kolommen={[
              { sleutel: 'naam', kop: 'Aanname', cel: (rij: Gevoeligheidsrij) => rij.naam },
              {
                sleutel: 'laag',
                kop: 'Bij de laagste waarde',
                cel: (rij) => metWaarde(rij.laag),
                soort: 'getal',
              },
              {
                sleutel: 'hoog',
                kop: 'Bij de hoogste waarde',
                cel: (rij) => metWaarde(rij.hoog),
                soort: 'getal',
              },
              {
                sleutel: 'spreiding',
                kop: 'Scheelt',
                soort: 'getal',
                cel: (rij) => schatting(rij.spreiding),
              },
            ]}
            rijen={rijen}
          />
        </Meer>
      ))}
    </Sectie>
  )
}

const metWaarde = ({ waarde, verschil }: { waarde: number; verschil: number }) => (
  <>
    {schatting(verschil)} <small class="oz-stil">bij {toonGetal(waarde)}</small>
  </>
)
