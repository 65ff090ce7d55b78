import { toonDatum } from '#basis/datum.ts'
import { toonGetal } from '#basis/tekst.ts'
import { NIET_MEEGENOMEN, REKENWIJZE } from '#regels/beleid/rekenwijze.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { AANNAMELIJST, AANNAMENAMEN, type Aanname } from '#regels/bevolking/marginalen.ts'
import type { Passingsrij } from '#regels/bevolking/verslag.ts'
import { Alinea, Lijst, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

type Aannamerij = { naam: string } & Aanname

/** Waarom een controleur dit kan vertrouwen, en waar hij dat niet moet doen. */
export function Hoe({ vergelijking }: { vergelijking: Vergelijking }) {
  const { simulatie, bevolking, passing } = vergelijking
  const aannamen = AANNAMELIJST.map(
    (naam): Aannamerij => ({ naam: AANNAMENAMEN[naam], ...bevolking.aannamen[naam] }),
  )
  return (
    <Sectie
      kop="Hoe dit is uitgerekend"
      id="hoe"
      onder={`Regels van ${toonDatum(simulatie.datum)}. Bevolking: ${bevolking.naam}, stand ${toonDatum(bevolking.peildatum)}.`}
    >
      <Lijst items={REKENWIJZE} />
      <Alinea>
        <Link href="/regels">Alle regels en bedragen, met hun bron</Link>
      </Alinea>
      <Sectie kop="Wat er niet in zit" niveau={3}>
        <Lijst items={NIET_MEEGENOMEN} />
      </Sectie>
      <Meer kop={`De ${aannamen.length} aannamen`}>
        <Tabel
          id="aannamen"
          bijschrift="Aannamen over de bevolking en het gedrag"
          kolommen={[
            { sleutel: 'naam', kop: 'Aanname', cel: (een: Aannamerij) => een.naam },
            { sleutel: 'waarde', kop: 'Waarde', soort: 'getal', cel: (een) => een.waarde },
            { sleutel: 'laag', kop: 'Laagst', soort: 'getal', cel: (een) => een.laag },
            { sleutel: 'hoog', kop: 'Hoogst', soort: 'getal', cel: (een) => een.hoog },
            { sleutel: 'waarom', kop: 'Waarom', cel: (een) => een.waarom },
          ]}
          rijen={aannamen}
        />
      </Meer>
      <Meer kop="Hoe goed de nagemaakte bevolking lijkt">
        <Tabel
          id="passing"
          bijschrift="Tellingen, en hoe ver de nagemaakte bevolking ervan af zit"
          bij="Bij “toets” is de telling niet gebruikt bij het maken: zij laat zien of de rest klopt. Nul is precies."
          kolommen={[
            { sleutel: 'naam', kop: 'Telling', cel: (een: Passingsrij) => een.naam },
            {
              sleutel: 'rol',
              kop: 'Gebruikt als',
              cel: (een) => (een.rol === 'toets' ? 'toets' : 'om naar te maken'),
            },
            {
              sleutel: 'srmse',
              kop: 'Afwijking',
              soort: 'getal',
              cel: (een) => `${(een.srmse * 100).toFixed(1).replace('.', ',')}%`,
            },
            {
              sleutel: 'ergste',
              kop: 'Grootste verschil',
              cel: ({ ergste }) =>
                `${ergste.sleutel}: ${toonGetal(ergste.gemaakt)} gemaakt, ${toonGetal(ergste.doel)} geteld`,
            },
            {
              sleutel: 'bron',
              kop: 'Bron',
              cel: ({ herkomst }) =>
                herkomst.soort === 'aanname' ? `aanname: ${herkomst.bron}` : herkomst.bron,
            },
          ]}
          rijen={passing.rijen}
        />
      </Meer>
    </Sectie>
  )
}
