import { openapi } from '#programma/api/openapi.ts'
import type { Openapi, Operatie } from '#programma/api/openapi-delen.ts'
import type { Schema } from '#programma/api/openapi-schemas.ts'
import { grenzenVan, soortVan, type Veldrij, vormenVan } from '#programma/api/schemabeeld.ts'
import { API_PAD } from '#programma/api/vorm.ts'
import type { Routes } from '#toegang/deur.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Kop, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Code, Meer, Zijbalklijst } from '#ui/zijbalk.tsx'

/** De beschrijving van de api om te lezen: helemaal getekend uit het OpenAPI-document, dus altijd compleet. */
export function apiPagina(routes: Routes): void {
  routes.get('plan.lezen', API_PAD, async (c) =>
    c.html(<Wegwijzer doc={await openapi()} schil={c.get('schil')()} />),
  )
}

function Wegwijzer(props: { doc: Openapi; schil: Schil }) {
  const { doc } = props
  return (
    <Pagina
      titel="API"
      beschrijving="De openbare api van het programma: alle gegevens van de schermen als JSON."
      schil={props.schil}
      kruimels={[{ tekst: 'Overzicht', href: props.schil.thuis }]}
      links={[{ rel: 'service-desc', href: `${API_PAD}/openapi.json`, type: 'application/json' }]}
    >
      <Paginakop
        titel="De gegevens als API"
        lead="Dezelfde gegevens als op de schermen, voor wie er zelf iets mee wil maken."
      />
      <Feiten
        feiten={[
          { label: 'Adres', waarde: <code>{API_PAD}</code> },
          { label: 'Versie', waarde: doc.info.version },
          { label: 'Beschrijving', waarde: <Link href={`${API_PAD}/openapi.json`}>OpenAPI 3.1 (JSON)</Link> },
          { label: 'Licentie van de software', waarde: 'EUPL-1.2' },
        ]}
      />
      <Sectie kop="Hoe het werkt">
        <Tekst tekst={doc.info.description} />
      </Sectie>
      <Sectie kop="Wat er te vragen is" id="inhoud-api">
        <Zijbalklijst
          items={doc.tags.map((tag) => ({
            tekst: <Link href={`#tag-${tag.name}`}>{tag.name}</Link>,
            bij: <Tekstdelen tekst={tag.description} />,
          }))}
        />
      </Sectie>
      {doc.tags.map((tag) => (
        <Sectie kop={tag.name} id={`tag-${tag.name}`} onder={<Tekstdelen tekst={tag.description} />}>
          {operatiesVan(doc, tag.name).map((een) => (
            <Operatieblok {...een} doc={doc} />
          ))}
        </Sectie>
      ))}
      <Sectie kop="Vormen" id="vormen" onder="Wat er in een antwoord staat, per soort.">
        {Object.entries(doc.components.schemas).map(([naam, schema]) => (
          <Schemablok naam={naam} schema={schema} />
        ))}
      </Sectie>
    </Pagina>
  )
}

type Aanroep = { methode: 'GET' | 'POST'; pad: string; operatie: Operatie }

const operatiesVan = (doc: Openapi, tag: string): Aanroep[] =>
  Object.entries(doc.paths).flatMap(([pad, { get, post }]) => [
    ...(get?.tags.includes(tag) ? [{ methode: 'GET' as const, pad, operatie: get }] : []),
    ...(post?.tags.includes(tag) ? [{ methode: 'POST' as const, pad, operatie: post }] : []),
  ])

type Parameterrij = NonNullable<Operatie['parameters']>[number]

const PARAMETERKOLOMMEN: readonly Kolom<Parameterrij>[] = [
  {
    sleutel: 'naam',
    kop: 'Parameter',
    cel: (rij) => <code>{rij.in === 'path' ? `{${rij.name}}` : rij.name}</code>,
  },
  { sleutel: 'soort', kop: 'Wat', cel: (rij) => soortVan(rij.schema) },
  { sleutel: 'grens', kop: 'Grenzen', cel: (rij) => grenzenVan(rij.schema) },
  { sleutel: 'uitleg', kop: 'Uitleg', cel: (rij) => <Tekstdelen tekst={rij.description} /> },
]

function Operatieblok(props: Aanroep & { doc: Openapi }) {
  const { methode, pad, operatie } = props
  const parameters = operatie.parameters ?? []
  return (
    <div class="oz-vak" id={operatie.operationId}>
      <Kop niveau={3}>
        {operatie.summary}
        {operatie.security.length > 0 && (
          <>
            {' '}
            <Etiket toon="let-op">alleen ingelogd</Etiket>
          </>
        )}
      </Kop>
      <Alinea>
        <code>
          {methode} {API_PAD}
          {pad}
        </code>
      </Alinea>
      <Alinea>
        <Tekstdelen tekst={operatie.description} />
      </Alinea>
      {parameters.length > 0 && (
        <Tabel
          bijschrift={`Parameters van ${methode} ${pad}`}
          bijschriftVerborgen
          kolommen={PARAMETERKOLOMMEN}
          rijen={parameters}
          smal="stapel"
        />
      )}
      <Antwoorden doc={props.doc} operatie={operatie} />
    </div>
  )
}

function Antwoorden(props: { doc: Openapi; operatie: Operatie }) {
  const { doc, operatie } = props
  const goed = operatie.responses['200']
  const inhoud = goed !== undefined && 'content' in goed ? goed.content?.['application/json'] : undefined
  const schema = inhoud === undefined ? undefined : soortVan(inhoud.schema)
  const overige = Object.entries(operatie.responses).filter(([status]) => status !== '200')
  return (
    <>
      <Alinea>
        Antwoord: 200 met{' '}
        {schema !== undefined && schema in doc.components.schemas ? (
          <Link href={`#vorm-${schema}`}>{schema}</Link>
        ) : (
          'JSON'
        )}
        . Anders: {overige.map(([status, antwoord]) => `${status} ${uitlegVan(doc, antwoord)}`).join('; ')}.
      </Alinea>
      {inhoud?.example !== undefined && (
        <Meer kop="Voorbeeld van een antwoord">
          <Json waarde={inhoud.example} />
        </Meer>
      )}
    </>
  )
}

function uitlegVan(doc: Openapi, antwoord: Operatie['responses'][string]): string {
  if ('description' in antwoord) return antwoord.description.replace(/\.$/u, '')
  const naam = antwoord.$ref.split('/').at(-1) ?? ''
  return doc.components.responses[naam]?.description ?? naam
}

const VELDKOLOMMEN: readonly Kolom<Veldrij>[] = [
  { sleutel: 'pad', kop: 'Veld', cel: (rij) => <code>{rij.pad}</code> },
  {
    sleutel: 'soort',
    kop: 'Wat',
    cel: (rij) => (rij.naar === undefined ? rij.soort : <Link href={`#vorm-${rij.naar}`}>{rij.soort}</Link>),
  },
  { sleutel: 'altijd', kop: 'Altijd', cel: (rij) => (rij.altijd ? 'ja' : 'nee') },
  { sleutel: 'uitleg', kop: 'Uitleg', cel: (rij) => <Tekstdelen tekst={rij.uitleg} /> },
]

function Schemablok(props: { naam: string; schema: Schema }) {
  const { naam, schema } = props
  const vormen = vormenVan(schema)
  return (
    <div id={`vorm-${naam}`}>
      <Kop niveau={3}>
        {naam} <Code>{vormen.length > 1 ? `${vormen.length} vormen` : ''}</Code>
      </Kop>
      <Meer kop={`Velden van ${naam}`}>
        {vormen.map((vorm) => (
          <Tabel
            bijschrift={vorm.naam === '' ? `Velden van ${naam}` : `${naam}, ${vorm.naam}`}
            bijschriftVerborgen={vorm.naam === ''}
            kolommen={VELDKOLOMMEN}
            rijen={vorm.rijen}
            smal="stapel"
          />
        ))}
      </Meer>
    </div>
  )
}

const Json = (props: { waarde: unknown }) => (
  <pre class="oz-voorbeeld">
    <code>{JSON.stringify(props.waarde, null, 2)}</code>
  </pre>
)

/** Alinea's met `code` tussen accenten, meer opmaak kent de beschrijving niet. */
const Tekst = (props: { tekst: string }) => (
  <>
    {props.tekst.split('\n\n').map((alinea) => (
      <Alinea>
        <Tekstdelen tekst={alinea} />
      </Alinea>
    ))}
  </>
)

const Tekstdelen = (props: { tekst: string }) => (
  <>{props.tekst.split('`').map((deel, i) => (i % 2 === 1 ? <code>{deel}</code> : deel))}</>
)
