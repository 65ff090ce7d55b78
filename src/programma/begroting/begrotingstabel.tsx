import type { Child } from 'hono/jsx'
import { toonBedrag } from '#basis/geld.ts'
import { type Geldkolom, isAfgerond, kolommenVan, toonVorm } from '#programma/begroting/begrotingstabel.ts'
import {
  alsVelden as alsVraag,
  type Begrotingsvraag,
  DEELNAAM,
} from '#programma/begroting/begrotingsvraag.ts'
import { type Geldrij, type Geldtabel, toonrijen } from '#programma/begroting/geldbeeld.ts'
import { alsVelden } from '#programma/begroting/geldfilter.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { Alinea, Lijst } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Het adres van de boekingen achter één bedrag van een rij. */
export const boekingenVan = (
  { geldpad }: Pick<Geldbezoek, 'geldpad'>,
  rij: Pick<Geldrij, 'filter'>,
  kolom: NonNullable<Geldkolom['kolom']>,
): string => geldpad('/boekingen', { ...alsVelden(rij.filter), kolom })

/** Een onderdeel en een bron hebben hun eigen pagina; een groep ook. */
function naamlink({ beeld, pad }: Geldbezoek, { soort, sleutel, naam }: Geldrij): Child {
  const adres =
    soort === 'onderdeel' && beeld.onderdeel.has(sleutel)
      ? `/onderdelen/${sleutel}`
      : soort === 'bron' && beeld.bron.has(sleutel)
        ? `/bronnen/${sleutel}`
        : soort === 'groep' && beeld.groep.has(sleutel)
          ? `/groepen/${sleutel}`
          : undefined
  return adres === undefined ? naam : <Link href={pad(adres)}>{naam}</Link>
}

/** Elke kolom in gewone woorden. */
const KOLOMUITLEG: Readonly<Record<string, string>> = {
  primitief: 'de begroting zoals de raad haar aan het begin vaststelde.',
  wijzigingen: 'wat er daarna met een besluit bij kwam of af ging, ook bij het afsluiten van een jaar.',
  na_wijziging: 'de begroting zoals zij nu geldt.',
  verplicht: 'wat is afgesproken, zoals in een contract, en nog niet op een factuur stond.',
  gerealiseerd: 'wat is uitgegeven.',
  vrij: 'wat nog niet is afgesproken of uitgegeven. Een min is te veel uitgegeven.',
  wacht_op_overheveling: 'geld dat misschien meegaat naar een ander jaar. Daarover wordt nog besloten.',
  prognose:
    'wat de budgethouder verwacht dat er in het hele jaar wordt uitgegeven. Van een afgesloten jaar: wat er bleek.',
  verwacht_verschil: 'na wijziging min prognose, waar een prognose is. Een min is een verwacht tekort.',
}

type TabelProps = {
  van: Geldbezoek
  vraag: Begrotingsvraag
  tabel: Geldtabel
  besteed: boolean
  /** Als er meer van deze tabellen op een pagina staan. */
  id?: string | undefined
  /** Niet nog eens, als de tabel ernaast de kolommen al uitlegt. */
  zonderUitleg?: boolean | undefined
}

export function Begrotingstabel(props: TabelProps) {
  const { van, vraag, tabel } = props
  const kolommen = kolommenVan(tabel, props.besteed)
  const rijen = toonrijen(tabel.rijen)
  const afgerond = isAfgerond(tabel, kolommen)
  const { zonder = 0, met = 0 } = tabel.totaal.verwachting ?? {}
  return (
    <>
      <Tabel
        id={props.id ?? 'begroting'}
        breed
        bijschrift={`Begroting per ${vraag.per.map((deel) => DEELNAAM[deel].toLowerCase()).join(', dan per ')}, in euro`}
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'naam',
            kop: vraag.per.map((deel) => DEELNAAM[deel]).join(' / '),
            cel: (rij: Geldrij) => naamlink(van, rij),
          },
          ...kolommen.map((kolom) => tabelkolom(van, kolom, vraag.opDeCent)),
        ]}
        rijen={rijen}
        diepte={({ diepte }) => Math.min(diepte, 3) as 0 | 1 | 2 | 3}
        toonRij={({ onaf, kinderen }) => (onaf ? 'anders' : kinderen.length > 0 ? 'som' : undefined)}
        totaal={{
          kop: 'Totaal',
          cellen: Object.fromEntries(
            kolommen.map((kolom) => [kolom.sleutel, celVan(van, kolom, tabel.totaal, vraag.opDeCent)]),
          ),
        }}
      />
      <Alinea klein>
        {afgerond && !vraag.opDeCent && (
          <>
            Afgerond op hele euro's; een optelling kan daardoor een euro schelen.{' '}
            <Link href={van.geldpad('/begroting', alsVraag(vraag, { centen: 'ja' }))}>Toon op de cent</Link>.{' '}
          </>
        )}
        Na wijziging is altijd primitief plus wijzigingen
        {props.besteed && ', en ook verplicht plus gerealiseerd plus vrij'}.
        {met > 0 &&
          ` Een prognose is er voor ${met} keer een onderdeel in een jaar${zonder > 0 ? `; voor ${zonder} keer nog niet` : ''}.`}
        {vraag.per.includes('taakveld') &&
          rijen.some(({ bedragen }) => bedragen.naWijziging === 0 && bedragen.gerealiseerd !== 0) &&
          ' De begroting is niet over taakvelden verdeeld. Daarom staat bij een taakveld wat er besteed is als min bij vrij.'}
        {tabel.indelingen.length > 1 &&
          vraag.per.includes('taakveld') &&
          ` Er komen taakvelden uit ${tabel.indelingen.length} indelingen voor (${tabel.indelingen.join(', ')}). Een code uit de ene indeling is niet zomaar te vergelijken met die uit een andere.`}
      </Alinea>
      {!props.zonderUitleg && (
        <Meer kop="Wat de kolommen betekenen">
          <Lijst items={kolommen.map(({ sleutel, kop }) => `${kop}: ${KOLOMUITLEG[sleutel] ?? ''}`)} />
        </Meer>
      )}
    </>
  )
}

function tabelkolom(van: Geldbezoek, kolom: Geldkolom, opDeCent: boolean): Kolom<Geldrij> {
  return {
    sleutel: kolom.sleutel,
    kop: `${kolom.kop}, €`,
    soort: 'bedrag',
    nadruk: kolom.sleutel === 'vrij',
    cel: (rij) => celVan(van, kolom, rij, opDeCent),
  }
}

function celVan(van: Geldbezoek, kolom: Geldkolom, rij: Geldrij, opDeCent: boolean): Child {
  const bedrag = kolom.bedrag(rij)
  if (bedrag === undefined) return undefined
  const tekst = toonBedrag(toonVorm(bedrag, opDeCent))
  if (kolom.kolom === undefined || bedrag === 0) return tekst
  return (
    <Link
      href={boekingenVan(van, rij, kolom.kolom)}
      naam={`${tekst}, ${kolom.kop.toLowerCase()} ${rij.naam}`}
    >
      {tekst}
    </Link>
  )
}
