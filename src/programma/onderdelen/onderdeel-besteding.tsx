import { toonDatum } from '#basis/datum.ts'
import { type Centen, centen, telOp, toonEuro } from '#basis/geld.ts'
import { opTekst } from '#basis/tekst.ts'
import { Begrotingstabel, boekingenVan } from '#programma/begroting/begrotingstabel.tsx'
import type { Deelkeuze } from '#programma/begroting/delers.ts'
import { geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { raaktVan } from '#programma/begroting/geldfilter.ts'
import { besteedzin, bulletVan } from '#programma/begroting/grafieken.tsx'
import { koersVan } from '#programma/begroting/koers.ts'
import { type Geldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { besteedPerMaand, maandstanden, uitputtingzin } from '#programma/begroting/uitputting.ts'
import { korteZin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import type { Onderdeelstand } from '#programma/onderdelen/onderdeelstand.flow.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import type { Feit } from '#ui/feiten.tsx'
import { GrafiekBullet } from '#ui/grafiek-bullet.tsx'
import { GrafiekUitputting } from '#ui/grafiek-uitputting.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Status } from '#ui/status.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat er met het geld van een onderdeel gebeurde: wat is er over, uit welk geld, en ligt het op koers. */

type Props = { van: Geldbezoek; onderdeel: Onderdeel; wat: Onderdeelstand }

/** Bovenaan de pagina, want daar komt een raadslid voor. */
export function besteedfeiten({ van, onderdeel, wat }: Props): Feit[] {
  if (!wat.besteed) return []
  const { bedragen } = wat.rij
  const koers = koersVan(wat.rij)
  return [
    {
      label: 'Nog vrij',
      waarde: <Bedrag cent={bedragen.vrij} href={boekingenVan(van, wat.rij, 'vrij')} />,
      bij: (
        <>
          {toonEuro(bedragen.gerealiseerd)} besteed
          {bedragen.verplicht !== 0 && `, ${toonEuro(bedragen.verplicht)} ligt vast`}.{' '}
          <Link href="#uit-welk-geld">Uit welk geld</Link>
        </>
      ),
    },
    {
      label: 'Geld op koers',
      waarde: <Status soort={koers.soort} tekst={koers.woord} />,
      bij: (
        <>
          {koers.zin}{' '}
          <Link href={van.geldpad('/begroting', { onderdeel: onderdeel.id, per: 'jaar' })}>Per jaar</Link>
        </>
      ),
    },
  ]
}

export function OnderdeelBesteding(props: Props) {
  const { van, onderdeel, wat } = props
  const actie = `/onderdelen/${onderdeel.id}`
  if (!wat.besteed)
    return (
      <Sectie kop="Wat ermee gebeurde" id="besteding">
        <Alinea>
          Behalve het plan is er in dit programma nog niets geboekt. Wat er is besteed en wat er over is, is
          dus niet bekend.
        </Alinea>
        {wat.wijzigingen.length > 0 && <Wijzigingen {...props} />}
        <Tijdkeuzeformulier van={van} actie={actie} />
      </Sectie>
    )
  return (
    <Sectie kop="Wat ermee gebeurde" id="besteding">
      <GrafiekBullet
        id="besteed"
        niveau={3}
        boodschap={besteedzin(wat.rij)}
        toelichting="De hele looptijd, in euro."
        wat="Onderdeel"
        rijen={[bulletVan(van, { ...wat.rij, naam: onderdeel.titel })]}
      />
      <Sectie kop="Per jaar" niveau={3} onder="In euro. Elk bedrag leidt naar zijn boekingen.">
        <Verdeling {...props} per="jaar" />
      </Sectie>
      <Sectie kop="Uit welk geld" niveau={3} id="uit-welk-geld">
        <Verdeling {...props} per="bron" />
      </Sectie>
      <InDeTijd {...props} />
      <Verplichtingen {...props} />
      <Wijzigingen {...props} />
      <Laatste {...props} />
      <Tijdkeuzeformulier van={van} actie={actie} />
    </Sectie>
  )
}

function Verdeling({ van, onderdeel, wat, per }: Props & { per: Deelkeuze }) {
  const vraag = { filter: { onderdeel: onderdeel.id as string }, per: [per] }
  const tabel = geldtabelVan(van.beeld, wat.stand.posten, vraag, wat.stand.prognoses)
  return (
    <Begrotingstabel
      van={van}
      id={`besteding-${per}`}
      vraag={{ ...vraag, indeling: undefined, gekozen: { per, dan: undefined }, opDeCent: false }}
      tabel={tabel}
      besteed
      zonderUitleg={per === 'bron'}
    />
  )
}

function InDeTijd({ van, wat, onderdeel }: Props) {
  const { jaar } = wat
  const peildag = van.tijd.geldigTm ?? van.vandaag
  const maanden = maandstanden(jaar, wat.maanden, peildag)
  const laatste = maanden.at(-1)
  if (laatste === undefined || (laatste.gerealiseerd === 0 && laatste.verplicht === 0)) return null
  const vorig = besteedPerMaand(maandstanden(jaar - 1, wat.vorigeMaanden, peildag))
  const prognose = wat.stand.prognoses.find((een) => een.onderdeel === onderdeel.id && een.jaar === jaar)
  return (
    <GrafiekUitputting
      id="in-de-tijd"
      niveau={3}
      boodschap={uitputtingzin(jaar, laatste)}
      toelichting="In euro, opgeteld vanaf 1 januari. Een maand zonder balk is nog niet voorbij of nog niet bekend."
      uitputting={{
        jaar,
        begroot: laatste.begroot,
        maanden: maanden.map(({ gerealiseerd, verplicht, begroot }) => ({
          gerealiseerd,
          verplicht,
          begroot,
        })),
        vorigJaar: vorig.some((bedrag) => bedrag !== 0) ? vorig : undefined,
        prognose: prognose?.bedragCent,
      }}
    />
  )
}

function Verplichtingen({ van, onderdeel, wat }: Props) {
  const open = [...Map.groupBy(wat.verplichtingen, ({ sleutel }) => sleutel)]
    .map(([sleutel, delen]): [string, Centen, string] => [
      sleutel,
      telOp(...delen.map((deel) => deel.open)),
      [...new Set(delen.map(({ jaar }) => jaar))].sort().join(', '),
    ])
    .filter(([, bedrag]) => bedrag !== centen(0))
    .toSorted(([een], [ander]) => opTekst(een, ander))
  if (open.length === 0) return null
  return (
    <Sectie kop="Wat er vastligt" niveau={3}>
      <Zijbalklijst
        items={open.slice(0, 10).map(([sleutel, bedrag, jaren]) => ({
          tekst: (
            <>
              <Link href={van.geldpad(`/verplichtingen/${sleutel}`)}>{sleutel}</Link>: nog {toonEuro(bedrag)}
            </>
          ),
          bij: jaren,
        }))}
      />
      {open.length > 10 && (
        <Link href={van.geldpad('/boekingen', { onderdeel: onderdeel.id, kolom: 'verplicht' })}>
          Alle {open.length} verplichtingen
        </Link>
      )}
    </Sectie>
  )
}

const boekingregels = ({ van, onderdeel }: Props, boekingen: Onderdeelstand['laatste']) =>
  boekingen.map((boeking) => ({
    tekst: (
      <>
        <Link
          href={van.geldpad(`/boekingen/${boeking.nr}`)}
          naam={`${SOORTNAAM[boeking.soort]}, boeking ${boeking.nr}`}
        >
          {SOORTNAAM[boeking.soort]}
        </Link>
        : {korteZin(van.beeld, boeking.regels, raaktVan(van.beeld, { onderdeel: onderdeel.id }))}
      </>
    ),
    bij: `${toonDatum(boeking.geldigOp)} · boeking ${boeking.nr}`,
  }))

/** Wat de begroting van dit onderdeel maakte tot wat zij is. */
function Wijzigingen(props: Props) {
  const { van, onderdeel, wat } = props
  return (
    <Sectie kop="Besluiten over dit geld" niveau={3}>
      <Zijbalklijst items={boekingregels(props, wat.wijzigingen)} />
      <Link href={van.geldpad('/boekingen', { onderdeel: onderdeel.id, kolom: 'na-wijziging' })}>
        Alles wat de begroting veranderde
      </Link>
    </Sectie>
  )
}

function Laatste(props: Props) {
  const { van, onderdeel, wat } = props
  return (
    <Sectie kop="Laatste boekingen" niveau={3}>
      <Zijbalklijst items={boekingregels(props, wat.laatste)} />
      <Link href={van.geldpad('/boekingen', { onderdeel: onderdeel.id })}>
        Alle boekingen van dit onderdeel
      </Link>
      {' · '}
      <Link href={van.geldpad('/sinds', { onderdeel: onderdeel.id })}>Wat veranderde er deze maand</Link>
    </Sectie>
  )
}
