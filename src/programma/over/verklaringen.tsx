import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** De verklaringen over toegankelijkheid en privacy: alleen wat wij zelf weten, niets mooier dan het is. */

const naarOverzicht = [{ tekst: 'Overzicht', href: '/' }]

export const Toegankelijkheidspagina = (props: { schil: Schil }) => (
  <Pagina
    titel="Toegankelijkheid"
    beschrijving="Hoe toegankelijk deze website is, en wat u kunt doen als iets niet lukt."
    schil={props.schil}
    kruimels={naarOverzicht}
  >
    <Paginakop
      titel="Toegankelijkheid"
      lead="Iedereen moet deze website kunnen gebruiken. Hier staat hoe ver wij zijn, en hoe u een probleem meldt."
    />
    <Sectie kop="Hoe ver wij zijn">
      <Alinea>
        Wij bouwen volgens WCAG 2.2, niveau AA. Nog geen onafhankelijk bureau heeft de website onderzocht.
        Daarom noemen wij de status: eerste maatregelen genomen (status C). Na een onderzoek komt hier de
        uitslag te staan.
      </Alinea>
      <Alinea>Hierop toetsen wij de website zelf:</Alinea>
      <Zijbalklijst
        items={[
          { tekst: 'Elke pagina werkt met alleen het toetsenbord, en zonder script.' },
          { tekst: 'Elke pagina past op een smal scherm van 320 pixels, zonder opzij te schuiven.' },
          { tekst: 'Bij elke grafiek staan dezelfde cijfers als tabel.' },
          { tekst: 'Kleur is nooit het enige verschil: er staat altijd een woord of een vorm bij.' },
        ]}
      />
    </Sectie>
    <Sectie kop="Wat wij weten dat nog niet goed is">
      <Zijbalklijst
        items={[
          {
            tekst: 'Wij hebben de website nog niet laten gebruiken door mensen met een beperking.',
            bij: 'Een automatische test vindt lang niet alles.',
          },
          {
            tekst: 'Brede tabellen met veel jaren moet u op een telefoon soms opzij schuiven.',
            bij: 'De tabel schuift dan, de pagina niet. Met de pijltjestoetsen kan dat ook.',
          },
          {
            tekst: 'De documenten van de gemeente zelf zijn scans.',
            bij: 'Wij nemen de inhoud over als tekst, maar het oude document blijft zoals het is.',
          },
        ]}
      />
    </Sectie>
    <Sectie kop="Een probleem melden">
      <Alinea>
        Lukt iets niet? Neem contact op met uw gemeente, op de manier die u gewend bent: de balie, de telefoon
        of het contactformulier op de website van de gemeente. Zeg op welke pagina u was en wat er niet lukte.
        De gemeente moet dan met u naar een oplossing zoeken. Bent u niet tevreden over het antwoord? Dan kunt
        u een klacht indienen bij de gemeente, en daarna bij de Nationale ombudsman.
      </Alinea>
    </Sectie>
  </Pagina>
)

export const Privacypagina = (props: { schil: Schil }) => (
  <Pagina
    titel="Privacy"
    beschrijving="Wat deze website bewaart over wie haar gebruikt, en wat niet."
    schil={props.schil}
    kruimels={naarOverzicht}
  >
    <Paginakop
      titel="Privacy"
      lead="Kijkt u alleen rond? Dan bewaren wij niets over u en zetten wij geen cookies."
    />
    <Sectie kop="Als u rondkijkt">
      <Alinea>
        Er is geen meting van bezoek, geen advertentie en geen knop van een ander bedrijf. Uw browser haalt
        alles bij deze website zelf op, ook de letters. De server schrijft per verzoek een regel op: het
        tijdstip, het soort pagina en of het lukte. Uw adres op internet en wat u zocht staan daar niet in.
      </Alinea>
    </Sectie>
    <Sectie kop="Als u inlogt">
      <Alinea>Inloggen is voor mensen van de gemeente en de raad. Dan bewaren wij:</Alinea>
      <Zijbalklijst
        items={[
          {
            tekst: 'Uw account: uw naam, uw rol en uw kenmerk bij de inlogdienst van de gemeente.',
            bij: 'Om te weten wat u mag. Een wachtwoord bewaren wij nooit.',
          },
          {
            tekst: 'Uw sessie: wanneer u inlogde en wanneer u voor het laatst iets deed.',
            bij: 'Daarvoor is één cookie nodig. Na hoogstens twaalf uur, of twee uur niets doen, moet u opnieuw inloggen.',
          },
          {
            tekst: 'Het logboek: welke handeling u deed en wanneer.',
            bij: 'Om later te kunnen laten zien wie wat veranderde. Daarom wissen wij het logboek niet.',
          },
        ]}
      />
    </Sectie>
    <Sectie kop="Als u een bericht wilt bij een nieuw rapport">
      <Alinea>
        Dan bewaren wij uw e-mailadres. Bevestigt u het niet binnen twee dagen, dan wissen wij het. Meldt u
        zich af, dan wissen wij het meteen. Adres en tekst van een verstuurd bericht wissen wij na een paar
        dagen.
      </Alinea>
    </Sectie>
    <Sectie kop="In het plan zelf">
      <Alinea>
        Een plan noemt rollen, zoals projectleider, en geen namen van mensen. Staat er toch een naam in een
        document, dan nemen wij die niet over.
      </Alinea>
    </Sectie>
    <Sectie kop="Uw rechten">
      <Alinea>
        U kunt bij de gemeente vragen welke gegevens zij van u heeft, en die laten verbeteren. De functionaris
        gegevensbescherming van de gemeente helpt u daarbij. Komt u er samen niet uit, dan kunt u naar de
        Autoriteit Persoonsgegevens.
      </Alinea>
    </Sectie>
  </Pagina>
)
