import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import { findTijdstip, type Tijdstip } from '#grootboek/deur.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { isJournaalvorm, type Journaalvorm } from '#programma/poorten.ts'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Het journaal zelf: wat het is, hoe u het meeneemt, en hoe u nagaat dat er niets aan veranderd is. */

const VORMEN: Readonly<Record<Journaalvorm, { naam: string; bij: string }>> = {
  json: {
    naam: 'De keten (JSON Lines)',
    bij: 'Elke boeking zoals zij is vastgelegd, met haar hash. Hiermee is alles na te rekenen.',
  },
  hledger: {
    naam: 'Boekhouding als tekst (hledger)',
    bij: 'Te openen met hledger en andere programma’s voor boekhouding in tekst.',
  },
  csv: {
    naam: 'Regels (CSV)',
    bij: 'Eén regel per boekingsregel, voor een rekenblad of een statistiekprogramma.',
  },
  ods: { naam: 'Rekenblad (ODS)', bij: 'Dezelfde regels als rekenblad, met sommen die meetellen.' },
  xlsx: { naam: 'Rekenblad (XLSX)', bij: 'Dezelfde regels voor Excel.' },
  fdp: {
    naam: 'Fiscal Data Package',
    bij: 'Open data over dit programma, in een vorm die internationaal is afgesproken.',
  },
}

const WEIGERING = {
  alleen_heel: 'De keten is er alleen in haar geheel: zonder de laatste boeking bewijst zij niets.',
  te_groot: 'Het journaal is te groot voor een rekenblad. Kies CSV of de keten.',
} as const

export function journaalPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/journaal', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const tijd = await van.bezoek.db.lees((lezer) => findTijdstip(lezer, {}))
    return c.html(<Journaal van={van} tijd={tijd} />)
  })
  routes.get(
    'grootboek.lezen',
    '/journaal/bestand/:vorm',
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const vorm = c.req.param('vorm')
      if (!isJournaalvorm(vorm)) return c.notFound()
      const { bezoek, beeld } = van
      const gemaakt = await kamer.bestanden.schrijfJournaal(vorm, {
        db: bezoek.db,
        gemeente: bezoek.gemeente,
        tijdstip: await bezoek.db.lees((lezer) => findTijdstip(lezer, {})),
        plan: beeld.plan,
      })
      if (!gemaakt.ok)
        return foutAntwoord(c, 'verzoek_onleesbaar', {
          titel: 'Dit bestand kan niet',
          zin: WEIGERING[gemaakt.reden],
        })
      const { naam, type, stroom } = gemaakt.waarde
      return new Response(alsBytes(stroom), {
        headers: {
          'content-type': type,
          'content-disposition': `attachment; filename="${naam}"`,
          // Een stroom van het hele journaal hoort niet in het geheugen van de paginacache.
          'cache-control': 'no-store',
        },
      })
    },
    { tempo: 'duur' },
  )
}

/** Een stroom van het web kent alleen bytes; wie ophangt, laat de bron stoppen. */
function alsBytes(stroom: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const delen = stroom[Symbol.asyncIterator]()
  const schrijver = new TextEncoder()
  return new ReadableStream({
    async pull(naar) {
      const { done, value } = await delen.next()
      if (done) naar.close()
      else naar.enqueue(typeof value === 'string' ? schrijver.encode(value) : value)
    },
    async cancel() {
      await delen.return?.()
    },
  })
}

function Journaal(props: { van: Planbezoek; tijd: Tijdstip }) {
  const { van, tijd } = props
  return (
    <Planpagina
      van={van}
      titel="Journaal"
      beschrijving="Alle boekingen als keten: meenemen, nalopen en wat dat bewijst."
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begroting', href: van.pad('/begroting') },
      ]}
    >
      <Paginakop
        titel="Journaal"
        lead="Elke euro die verplaatst wordt, staat hier als boeking. Wat er eenmaal in staat, verandert niet meer."
      />
      {tijd.bekendOp === null ? (
        <LegeStaat titel="Er is nog niets geboekt">
          De eerste boeking komt als de raad het plan vaststelt.
        </LegeStaat>
      ) : (
        <>
          <Feiten
            feiten={[
              {
                label: 'Boekingen',
                waarde: <Link href={van.pad('/boekingen')}>{toonGetal(tijd.bekendNr)}</Link>,
              },
              { label: 'Laatste', waarde: toonDatum(dagVanMoment(tijd.bekendOp)) },
              { label: 'Kop van de keten', waarde: <code>{tijd.hash}</code> },
            ]}
          />
          <Meenemen van={van} />
        </>
      )}
      <Uitleg />
    </Planpagina>
  )
}

const Meenemen = (props: { van: Planbezoek }) => (
  <Sectie kop="Meenemen" onder="Het hele journaal. Toelichtingen en namen zitten er niet in.">
    <Zijbalklijst
      items={Object.entries(VORMEN).map(([vorm, { naam, bij }]) => ({
        tekst: <Link href={props.van.pad(`/journaal/bestand/${vorm}`)}>{naam}</Link>,
        bij,
      }))}
    />
  </Sectie>
)

const Uitleg = () => (
  <>
    <Sectie kop="Hoe de keten werkt">
      <Alinea>
        Elke boeking krijgt een nummer, het moment van vastleggen en een hash. Een hash is een vingerafdruk
        van 64 tekens. Zij wordt berekend uit de tekst van de boeking én de hash van de boeking ervoor.
        Verandert er ergens één teken, dan klopt geen enkele hash daarna nog.
      </Alinea>
      <Alinea>
        Een fout wordt daarom nooit weggehaald. Er komt een boeking bij die de foute precies ongedaan maakt,
        en dan de goede.
      </Alinea>
    </Sectie>
    <Sectie kop="Zelf nalopen">
      <Lijst
        items={[
          'Haal hierboven de keten op en bewaar haar.',
          <>
            Haal het programma <code>controleer_journaal.py</code> uit de map <code>docs</code> van de
            broncode. Het is kort, en heeft alleen Python nodig.
          </>,
          <>
            Voer uit: <code>python3 controleer_journaal.py journaal.jsonl</code>. Het rekent elke hash en elk
            saldo na, en noemt de eerste plek waar iets niet klopt.
          </>,
          'Geef een kop die u eerder bewaarde mee als tweede woord. Dan weet u ook dat er tot die boeking niets is veranderd.',
        ]}
      />
    </Sectie>
    <Sectie kop="Wat dit bewijst, en wat niet">
      <Alinea>
        Wie een oude kop heeft bewaard, kan later aantonen dat er aan alles tot die boeking niets is
        veranderd, weggehaald of tussengevoegd. Elk bestand dat u hier haalt, noemt de kop van dat moment.
      </Alinea>
      <Alinea>
        De keten bewijst niet dat iets echt is gebeurd. Daarvoor is de grondslag bij elke boeking: het
        besluit, de verplichting, de factuur of het ingelezen bestand. En wie nooit een kop bewaarde, kan een
        keten die in zijn geheel opnieuw is gemaakt niet herkennen.
      </Alinea>
    </Sectie>
  </>
)
