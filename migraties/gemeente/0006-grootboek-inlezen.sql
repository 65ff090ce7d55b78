create table grootboek_koppelregel (
  regel uuid not null,
  versie integer not null check (versie > 0),
  administratie text,
  rekening text,
  kostenplaats text,
  project text,
  van date,
  tot date,
  doel jsonb not null,
  vervallen boolean not null default false,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (regel, versie),
  check (coalesce(rekening, kostenplaats, project) is not null)
);
comment on table grootboek_koppelregel is 'Bij welk onderdeel en welke bron geld uit het financiële systeem hoort; de laatste versie geldt; alleen aanvullen';
comment on column grootboek_koppelregel.regel is 'Eigen sleutel (UUIDv7), dezelfde voor elke versie';
comment on column grootboek_koppelregel.versie is 'Oplopend zonder gaten, per regel';
comment on column grootboek_koppelregel.administratie is 'Alleen voor deze administratie; leeg is elke';
comment on column grootboek_koppelregel.rekening is 'Code van de rekening, of het begin ervan met een sterretje; leeg is elke';
comment on column grootboek_koppelregel.kostenplaats is 'Code van de kostenplaats, of het begin ervan met een sterretje; leeg is elke';
comment on column grootboek_koppelregel.project is 'Code van het project, of het begin ervan met een sterretje; leeg is elk';
comment on column grootboek_koppelregel.van is 'Vanaf deze dag; leeg is altijd al';
comment on column grootboek_koppelregel.tot is 'Tot en met deze dag; leeg is voor altijd';
comment on column grootboek_koppelregel.doel is 'Onderdeel, verdeling over bronnen en kenmerken, of dat het niet bij een programma hoort';
comment on column grootboek_koppelregel.vervallen is 'Vanaf deze versie geldt de regel niet meer';
comment on column grootboek_koppelregel.op is 'Moment van vastleggen';
comment on column grootboek_koppelregel.door is 'Wie; leeg op de opdrachtregel';
grant select, insert on grootboek_koppelregel to {{rol}};

create table grootboek_financiering (
  programma text not null,
  onderdeel text not null,
  versie integer not null check (versie > 0),
  volgorde jsonb not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (programma, onderdeel, versie)
);
comment on table grootboek_financiering is 'Uit welke bronnen een onderdeel betaald wordt en in welke volgorde; de laatste versie geldt; alleen aanvullen';
comment on column grootboek_financiering.programma is 'Programma';
comment on column grootboek_financiering.onderdeel is 'Onderdeel';
comment on column grootboek_financiering.versie is 'Oplopend zonder gaten, per onderdeel';
comment on column grootboek_financiering.volgorde is 'Eén bron, vaste aandelen, of achtereenvolgens tot een bron leeg is';
comment on column grootboek_financiering.op is 'Moment van vastleggen';
comment on column grootboek_financiering.door is 'Wie; leeg op de opdrachtregel';
grant select, insert on grootboek_financiering to {{rol}};

create table grootboek_inlezing (
  nummer integer primary key check (nummer > 0),
  soort text not null check (soort in ('bestand', 'koppeling', 'ongedaan')),
  afdruk text,
  uitbreiding text,
  vorm text,
  programma text not null,
  administratie text not null,
  van date not null,
  tot date not null,
  invoersoorten text[] not null,
  regels integer not null,
  debet bigint not null,
  credit bigint not null,
  telling jsonb not null,
  rekeningen jsonb not null,
  bevindingen jsonb not null,
  koppelstand text not null,
  ongedaan integer unique references grootboek_inlezing (nummer),
  op timestamptz not null,
  door uuid references toegang_account (id)
);
create index grootboek_inlezing_afdruk on grootboek_inlezing (afdruk) where afdruk is not null;
create index grootboek_inlezing_administratie on grootboek_inlezing (administratie, nummer);
comment on table grootboek_inlezing is 'Wat er uit het financiële systeem is ingelezen, anders gekoppeld of ongedaan gemaakt; alleen aanvullen';
comment on column grootboek_inlezing.nummer is 'Volgnummer zonder gaten; ook de grondslag van haar boekingen';
comment on column grootboek_inlezing.soort is 'bestand, koppeling (de regels veranderden) of ongedaan (een eerdere inlezing teruggedraaid)';
comment on column grootboek_inlezing.afdruk is 'SHA-256 van het bestand; het bestand zelf en zijn naam worden niet bewaard';
comment on column grootboek_inlezing.uitbreiding is 'Laatste deel van de bestandsnaam, zoals xaf of csv';
comment on column grootboek_inlezing.vorm is 'Zoals herkend aan de inhoud';
comment on column grootboek_inlezing.programma is 'Waar geld staat dat nog nergens bij hoort';
comment on column grootboek_inlezing.administratie is 'Welke administratie';
comment on column grootboek_inlezing.van is 'Eerste dag waarover het bestand gaat';
comment on column grootboek_inlezing.tot is 'Laatste dag waarover het bestand gaat';
comment on column grootboek_inlezing.invoersoorten is 'Soorten regels in het bestand: alleen daarvan kan er iets verdwenen zijn';
comment on column grootboek_inlezing.regels is 'Regels in het bestand, ook wat niet bij een programma hoort';
comment on column grootboek_inlezing.debet is 'Som van de debetbedragen in hele centen';
comment on column grootboek_inlezing.credit is 'Som van de creditbedragen in hele centen';
comment on column grootboek_inlezing.telling is 'Hoeveel regels nieuw, veranderd, verdwenen en gelijk waren';
comment on column grootboek_inlezing.rekeningen is 'Totaal per rekening van het financiële systeem, om aan te sluiten';
comment on column grootboek_inlezing.bevindingen is 'Wat bij het lezen opviel, met plaats';
comment on column grootboek_inlezing.koppelstand is 'Met welke stand van de koppeling is ingelezen';
comment on column grootboek_inlezing.ongedaan is 'Welke inlezing hiermee is teruggedraaid';
comment on column grootboek_inlezing.op is 'Moment';
comment on column grootboek_inlezing.door is 'Wie; leeg op de opdrachtregel';
grant select, insert on grootboek_inlezing to {{rol}};

create table grootboek_bronregel (
  inlezing integer not null references grootboek_inlezing (nummer),
  nr integer not null,
  sleutel text not null,
  soort text not null,
  datum date not null,
  jaar smallint not null,
  bedrag bigint not null,
  rekening text not null,
  rekeningnaam text,
  kostenplaats text,
  project text,
  stuk text,
  blad text,
  cel text,
  regel bigint,
  boekstuk text,
  doel text not null,
  koppelregel uuid,
  weg boolean not null,
  boeking bigint,
  primary key (inlezing, nr)
);
create index grootboek_bronregel_sleutel on grootboek_bronregel (sleutel, inlezing);
create index grootboek_bronregel_onbekend on grootboek_bronregel (sleutel) where split_part(doel, ':', 2) = '-';
create index grootboek_bronregel_boeking on grootboek_bronregel (boeking);
comment on table grootboek_bronregel is 'Elke aangenomen regel met haar plaats in het bestand en haar boeking; per sleutel geldt de laatste inlezing; alleen aanvullen';
comment on column grootboek_bronregel.inlezing is 'Bij welke inlezing';
comment on column grootboek_bronregel.nr is 'Volgnummer binnen de inlezing';
comment on column grootboek_bronregel.sleutel is 'Blijvende sleutel binnen de administratie';
comment on column grootboek_bronregel.soort is 'realisatie, verplichting, begroting of wijziging';
comment on column grootboek_bronregel.datum is 'Dag volgens het bestand';
comment on column grootboek_bronregel.jaar is 'Boekjaar volgens het bestand';
comment on column grootboek_bronregel.bedrag is 'Hele centen; een last is positief';
comment on column grootboek_bronregel.rekening is 'Rekening in het financiële systeem';
comment on column grootboek_bronregel.rekeningnaam is 'Naam van de kostensoort';
comment on column grootboek_bronregel.kostenplaats is 'Kostenplaats';
comment on column grootboek_bronregel.project is 'Project';
comment on column grootboek_bronregel.stuk is 'Verwijzing naar een document, alleen als code';
comment on column grootboek_bronregel.blad is 'Blad in het rekenblad';
comment on column grootboek_bronregel.cel is 'Cel in het rekenblad';
comment on column grootboek_bronregel.regel is 'Regelnummer in het bestand';
comment on column grootboek_bronregel.boekstuk is 'Boekstuk in het financiële systeem';
comment on column grootboek_bronregel.doel is 'Waarop gekoppeld: programma, onderdeel, verdeling over bronnen en kenmerken';
comment on column grootboek_bronregel.koppelregel is 'Volgens welke koppelregel; leeg is nog onbekend';
comment on column grootboek_bronregel.weg is 'Deze regel staat niet meer in het bestand, of hoort er niet meer bij';
comment on column grootboek_bronregel.boeking is 'Nummer van de boeking; leeg als er niets te boeken was';
grant select, insert on grootboek_bronregel to {{rol}};

create table grootboek_voorbereiding (
  id uuid primary key,
  programma text not null,
  samenvatting jsonb not null,
  inhoud bytea,
  op timestamptz not null,
  door uuid references toegang_account (id)
);
comment on table grootboek_voorbereiding is 'Een gelezen bestand dat nog niet is vastgelegd: alleen de regels die ertoe doen, zonder namen; verdwijnt na vastleggen of na een week';
comment on column grootboek_voorbereiding.id is 'Eigen sleutel (UUIDv7)';
comment on column grootboek_voorbereiding.programma is 'Waar geld komt dat nog nergens bij hoort';
comment on column grootboek_voorbereiding.samenvatting is 'Wat het bestand over zichzelf zegt, of waarom het niet kan';
comment on column grootboek_voorbereiding.inhoud is 'De regels, ingepakt; leeg als het bestand niet te gebruiken is';
comment on column grootboek_voorbereiding.op is 'Moment van lezen';
comment on column grootboek_voorbereiding.door is 'Wie';
grant select, insert, delete on grootboek_voorbereiding to {{rol}};

create table grootboek_invoerprofiel (
  naam text not null,
  versie integer not null check (versie > 0),
  profiel jsonb not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (naam, versie)
);
comment on table grootboek_invoerprofiel is 'Bewaarde indelingen van lijsten; per naam geldt de laatste versie; alleen aanvullen';
comment on column grootboek_invoerprofiel.naam is 'Naam die de controller koos';
comment on column grootboek_invoerprofiel.versie is 'Oplopend zonder gaten, per naam';
comment on column grootboek_invoerprofiel.profiel is 'Welke kolom wat is, met getal- en datumstijl';
comment on column grootboek_invoerprofiel.op is 'Moment van vastleggen';
comment on column grootboek_invoerprofiel.door is 'Wie';
grant select, insert on grootboek_invoerprofiel to {{rol}};

create table grootboek_ontvangstkenmerk (
  programma text not null,
  bron text not null,
  versie integer not null check (versie > 0),
  kenmerken text[] not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (programma, bron, versie)
);
comment on table grootboek_ontvangstkenmerk is 'Waaraan een bijschrijving van een bron te herkennen is, zoals het nummer van de beschikking; de laatste versie geldt; alleen aanvullen';
comment on column grootboek_ontvangstkenmerk.programma is 'Programma';
comment on column grootboek_ontvangstkenmerk.bron is 'Bron';
comment on column grootboek_ontvangstkenmerk.versie is 'Oplopend zonder gaten, per bron';
comment on column grootboek_ontvangstkenmerk.kenmerken is 'Codes die in de verwijzing van een bijschrijving staan';
comment on column grootboek_ontvangstkenmerk.op is 'Moment van vastleggen';
comment on column grootboek_ontvangstkenmerk.door is 'Wie';
grant select, insert on grootboek_ontvangstkenmerk to {{rol}};

create table grootboek_afschriftregel (
  sleutel text primary key,
  datum date not null,
  bedrag bigint not null,
  kenmerk text,
  boeking bigint not null references grootboek_boeking (nr),
  op timestamptz not null,
  door uuid references toegang_account (id)
);
comment on table grootboek_afschriftregel is 'Bijschrijvingen van een bankafschrift die als ontvangst zijn bevestigd: elke hoogstens één keer; alleen aanvullen';
comment on column grootboek_afschriftregel.sleutel is 'SHA-256 van rekening en verwijzing van de bank, zodat dezelfde bijschrijving te herkennen is zonder haar te bewaren';
comment on column grootboek_afschriftregel.datum is 'Boekdatum van de bank';
comment on column grootboek_afschriftregel.bedrag is 'Hele centen';
comment on column grootboek_afschriftregel.kenmerk is 'Het kenmerk van de bron dat erin stond';
comment on column grootboek_afschriftregel.boeking is 'Boeking van de ontvangst';
comment on column grootboek_afschriftregel.op is 'Moment van bevestigen';
comment on column grootboek_afschriftregel.door is 'Wie';
grant select, insert on grootboek_afschriftregel to {{rol}};
