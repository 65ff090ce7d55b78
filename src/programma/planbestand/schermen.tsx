import { telwoord } from '#basis/tekst.ts'
import type { Plan } from '#programma/plan.ts'
import type { Planfout } from '#programma/plan-lezen.ts'
import { pakIn } from '#programma/planbestand/planbestand.ts'
import { maakPad, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { controleer } from '#programma/plancontrole/plancontrole.ts'
import { type Stuksoort, stukkenVan } from '#programma/stukken.ts'
import { noemerVan, verschilVan } from '#programma/verschil.ts'
import { bevindingenAnders, SOORTKOP, telWijzigingen } from '#programma/versies/versies.ts'
import { Bevindingenanders, Wijzigingenlijst } from '#programma/versies/wijzigingen.tsx'
import { Waaromveld } from '#programma/wijzigen/formulier.tsx'
import type { VeldFout } from '#programma/wijzigen/velden.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { BestandVeld, KeuzeVeld } from '#ui/veld.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Overzicht', href: van.pad('/') },
  { tekst: 'Plan bijhouden', href: maakPad(van.kop, undefined)('/wijzigen') },
]

const HOOGSTENS_TE_KIEZEN = 50

/** Een gewijzigd bestand kiezen, of het plan eerst als bestand ophalen. */
export function Uploadpagina(props: {
  van: Planbezoek
  fout?: string | undefined
  planfouten?: readonly Planfout[] | undefined
}) {
  const { van, fout, planfouten } = props
  const titel = 'Plan als bestand'
  const nieuwste = van.versie.versie
  const oudere = Array.from({ length: Math.min(nieuwste, HOOGSTENS_TE_KIEZEN) }, (_, i) => nieuwste - i)
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={kruimelsVan(van)}
      fout={fout !== undefined || planfouten !== undefined}
    >
      <Paginakop
        titel={titel}
        lead="Haal het plan op als rekenblad, verander het en lees het weer in. U ziet eerst wat er verandert; dan pas neemt u het over."
      />
      {planfouten !== undefined && <Onleesbaar fouten={planfouten} />}
      <Sectie kop="1. Plan ophalen" onder={`Dit is versie ${nieuwste}, de nieuwste.`}>
        <Downloads
          waarvan={`versie ${nieuwste} van het plan`}
          downloads={(['ODS', 'XLSX', 'JSON'] as const).map((soort) => ({
            soort,
            href: van.pad(`/planbestand.${soort.toLowerCase()}`),
          }))}
        />
        <Alinea klein>
          Een leeg werkboek om zelf in te vullen:{' '}
          <Link href={van.pad('/sjabloon.ods')}>sjabloon voor LibreOffice</Link> of{' '}
          <Link href={van.pad('/sjabloon.xlsx')}>sjabloon voor Excel</Link>.
        </Alinea>
      </Sectie>
      <Sectie kop="2. Gewijzigd bestand inlezen">
        <Formulier
          actie={maakPad(van.kop, undefined)('/plan-bestand')}
          metBestanden
          naam="Gewijzigd bestand inlezen"
          fouten={fout === undefined ? [] : [{ veld: 'bestand', tekst: fout }]}
        >
          <BestandVeld
            naam="bestand"
            label="Planbestand"
            uitleg="Een rekenblad (.ods of .xlsx) of JSON in het formaat programmaplan 1. Hoogstens 12 MB."
            soorten={['.ods', '.xlsx', '.json']}
            fout={fout}
            verplicht
          />
          <KeuzeVeld
            naam="versie"
            label="Van welke versie is dit bestand gemaakt?"
            uitleg="Zo blijft staan wat anderen sindsdien veranderden."
            leeg="Dat zegt de naam van het bestand, en anders de nieuwste"
            keuzes={oudere.map((nummer) => ({ waarde: String(nummer), tekst: `Versie ${nummer}` }))}
          />
          <Knoppen>
            <Knop>Bekijk wat er verandert</Knop>
          </Knoppen>
        </Formulier>
      </Sectie>
    </Planpagina>
  )
}

function Onleesbaar(props: { fouten: readonly Planfout[] }) {
  return (
    <>
      <Melding soort="fout" titel="Dit bestand kunnen wij zo niet overnemen" antwoord>
        Er is niets veranderd. Verbeter {telwoord(props.fouten.length, 'plek', 'plekken')} in het bestand en
        lees het opnieuw in.
      </Melding>
      <Tabel
        bijschrift="Wat er niet klopt"
        rijen={props.fouten}
        smal="stapel"
        kolommen={[
          { sleutel: 'pad', kop: 'Plaats', cel: ({ pad }) => pad },
          { sleutel: 'melding', kop: 'Wat wij verwachten', cel: ({ melding }) => melding },
        ]}
      />
    </>
  )
}

type Voorbeeldprops = {
  van: Planbezoek
  /** Het plan zoals het na overnemen zou zijn. */
  samen: Plan
  /** De versie waar het bestand van kwam. */
  basis: number
  botsingen: readonly { soort: Stuksoort; sleutel: string }[]
  waarschuwingen: readonly Planfout[]
  waarom: string
  fouten: readonly VeldFout[]
  ingehaald: boolean
}

/** Alles wat er verandert als dit bestand wordt overgenomen; er is nog niets bewaard. */
export function Voorbeeldpagina(props: Voorbeeldprops) {
  const { van, samen } = props
  const nu = stukkenVan(van.beeld.plan)
  const wijzigingen = verschilVan(nu, stukkenVan(samen))
  const nieuwste = van.versie.versie
  const titel = 'Wat dit bestand verandert'
  const upload = maakPad(van.kop, undefined)('/plan-bestand')
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[...kruimelsVan(van), { tekst: 'Plan als bestand', href: upload }]}
      fout={props.fouten.length > 0 || props.ingehaald}
    >
      <Paginakop
        titel={titel}
        lead={`Vergeleken met versie ${nieuwste}, de nieuwste. Er is nog niets bewaard.`}
      />
      <Vooraf {...props} />
      {wijzigingen.length === 0 ? (
        <LegeStaat
          titel={`Dit bestand is gelijk aan versie ${nieuwste}`}
          actie={<KnopLink href={upload}>Ander bestand kiezen</KnopLink>}
        >
          Er valt niets over te nemen.
        </LegeStaat>
      ) : (
        <>
          <Alinea>
            {telWijzigingen(wijzigingen)} <Link href="#overnemen">Naar het overnemen</Link>
          </Alinea>
          <Bevindingenanders verschil={bevindingenAnders(van.versie.bevindingen(), controleer(samen))} />
          <Wijzigingenlijst wijzigingen={wijzigingen} zonderTelling />
          <Overneemformulier {...props} upload={upload} />
        </>
      )}
    </Planpagina>
  )
}

function Vooraf({ van, basis, botsingen, waarschuwingen, ingehaald }: Voorbeeldprops) {
  const noem = noemerVan(stukkenVan(van.beeld.plan))
  const nieuwste = van.versie.versie
  return (
    <>
      {ingehaald && (
        <Melding soort="let-op" titel="Het plan is intussen veranderd" antwoord>
          Iemand bewaarde versie {nieuwste} terwijl u keek. Er is niets overgenomen en niets verloren.
          Hieronder staat wat uw bestand nu verandert. Kijk het na en neem het dan opnieuw over.
        </Melding>
      )}
      {basis !== nieuwste && (
        <Melding soort="info" titel={`Dit bestand is gemaakt van versie ${basis}`}>
          Wat anderen daarna aan andere dingen veranderden, blijft staan.{' '}
          <Link href={maakPad(van.kop, undefined)(`/versies/${basis}/${nieuwste}`)}>
            Bekijk wat er sindsdien veranderde
          </Link>
        </Melding>
      )}
      {botsingen.length > 0 && (
        <Melding soort="let-op" titel="Dit veranderde een ander ook">
          <p>Neemt u het bestand over, dan geldt hier het bestand:</p>
          <Zijbalklijst
            items={botsingen.map(({ soort, sleutel }) => ({
              tekst: noem(soort === 'raming' ? 'onderdeel' : soort, sleutel) ?? sleutel,
              bij: SOORTKOP[soort],
            }))}
          />
        </Melding>
      )}
      {waarschuwingen.length > 0 && (
        <Melding soort="info" titel="Opgevallen bij het lezen">
          <Zijbalklijst items={waarschuwingen.map(({ pad, melding }) => ({ tekst: melding, bij: pad }))} />
        </Melding>
      )}
    </>
  )
}

function Overneemformulier(props: Voorbeeldprops & { upload: string }) {
  return (
    <Sectie
      kop="Overnemen"
      id="overnemen"
      onder="Het bestand wordt in zijn geheel overgenomen als nieuw concept, of niet."
    >
      <Formulier
        actie={`${props.upload}/overnemen`}
        metBestanden
        naam="Bestand overnemen"
        verborgen={{ basis: String(props.van.versie.versie), inhoud: pakIn(props.samen) }}
        fouten={props.fouten}
      >
        <Waaromveld waarde={props.waarom} fouten={props.fouten} />
        <Knoppen>
          <Knop>Alles overnemen</Knop>
          <KnopLink href={props.upload}>Niets overnemen</KnopLink>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}
