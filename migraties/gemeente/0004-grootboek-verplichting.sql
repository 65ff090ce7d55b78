create table grootboek_instelling (
  nummer bigint generated always as identity primary key,
  controle text not null,
  stand text not null check (stand in ('geen', 'waarschuwen', 'weigeren')),
  door uuid references toegang_account (id),
  op timestamptz not null
);
comment on table grootboek_instelling is 'Hoe streng de gemeente controleert bij het boeken; per controle geldt de laatste; alleen aanvullen';
comment on column grootboek_instelling.nummer is 'Volgorde van vastleggen';
comment on column grootboek_instelling.controle is 'Welke controle';
comment on column grootboek_instelling.stand is 'geen, waarschuwen of weigeren';
comment on column grootboek_instelling.door is 'Wie dit instelde';
comment on column grootboek_instelling.op is 'Moment';
grant select, insert on grootboek_instelling to {{rol}};

create table grootboek_mandaat (
  id uuid primary key,
  account uuid references toegang_account (id),
  rol text,
  programma text not null,
  onderdeel text,
  bedrag bigint not null check (bedrag > 0),
  van date not null,
  tot date,
  door uuid references toegang_account (id),
  op timestamptz not null,
  check ((account is null) <> (rol is null)),
  check (tot is null or tot >= van)
);
create index grootboek_mandaat_programma on grootboek_mandaat (programma);
comment on table grootboek_mandaat is 'Mandaatregister: wie tot welk bedrag een verplichting mag aangaan; alleen aanvullen';
comment on column grootboek_mandaat.id is 'Eigen sleutel (UUIDv7)';
comment on column grootboek_mandaat.account is 'Voor deze persoon; of leeg bij een rol';
comment on column grootboek_mandaat.rol is 'Voor iedereen met deze rol; of leeg bij een persoon';
comment on column grootboek_mandaat.programma is 'Binnen dit programma';
comment on column grootboek_mandaat.onderdeel is 'Alleen op dit onderdeel; leeg is het hele programma';
comment on column grootboek_mandaat.bedrag is 'Hoogstens zoveel per verplichting, met haar meerwerk, in hele centen';
comment on column grootboek_mandaat.van is 'Eerste dag';
comment on column grootboek_mandaat.tot is 'Laatste dag; leeg is tot het wordt ingetrokken';
comment on column grootboek_mandaat.door is 'Wie dit mandaat vastlegde';
comment on column grootboek_mandaat.op is 'Moment';
grant select, insert on grootboek_mandaat to {{rol}};

create table grootboek_intrekking (
  mandaat uuid primary key references grootboek_mandaat (id),
  per date not null,
  door uuid references toegang_account (id),
  op timestamptz not null
);
comment on table grootboek_intrekking is 'Mandaten die zijn ingetrokken; alleen aanvullen';
comment on column grootboek_intrekking.mandaat is 'Welk mandaat';
comment on column grootboek_intrekking.per is 'Vanaf deze dag geldt het mandaat niet meer';
comment on column grootboek_intrekking.door is 'Wie het introk';
comment on column grootboek_intrekking.op is 'Moment';
grant select, insert on grootboek_intrekking to {{rol}};

create table grootboek_verplichting (
  id text primary key,
  jaar integer not null,
  programma text not null,
  onderdeel text,
  boeking bigint not null references grootboek_boeking (nr),
  van date,
  tot date,
  door uuid references toegang_account (id),
  op timestamptz not null
);
create index grootboek_verplichting_jaar on grootboek_verplichting (jaar);
create index grootboek_verplichting_programma on grootboek_verplichting (programma);
comment on table grootboek_verplichting is 'Register van verplichtingen die hier zijn aangegaan; de bedragen staan in het journaal, de omschrijving bij de eerste boeking; alleen aanvullen';
comment on column grootboek_verplichting.id is 'Nummer, zoals v2024-0001; ook deel van de naam van haar rekeningen';
comment on column grootboek_verplichting.jaar is 'Jaar waarin zij haar nummer kreeg';
comment on column grootboek_verplichting.programma is 'Van welk programma';
comment on column grootboek_verplichting.onderdeel is 'Ten laste van welk onderdeel';
comment on column grootboek_verplichting.boeking is 'De boeking waarmee zij begon';
comment on column grootboek_verplichting.van is 'Begin van de looptijd';
comment on column grootboek_verplichting.tot is 'Laatste dag van de looptijd';
comment on column grootboek_verplichting.door is 'Wie haar aanging';
comment on column grootboek_verplichting.op is 'Moment';
grant select, insert on grootboek_verplichting to {{rol}};

create table grootboek_verplichtingeinde (
  verplichting text primary key,
  boeking bigint references grootboek_boeking (nr),
  door uuid references toegang_account (id),
  op timestamptz not null
);
comment on table grootboek_verplichtingeinde is 'Verplichtingen die zijn afgesloten; alleen aanvullen';
comment on column grootboek_verplichtingeinde.verplichting is 'Welke verplichting';
comment on column grootboek_verplichtingeinde.boeking is 'De boeking waarmee de rest vrijviel; leeg als er niets meer openstond';
comment on column grootboek_verplichtingeinde.door is 'Wie haar afsloot';
comment on column grootboek_verplichtingeinde.op is 'Moment';
grant select, insert on grootboek_verplichtingeinde to {{rol}};

-- Een factuur boven het openstaande deel raakt de rekening van de verplichting niet; zo is zij toch terug te vinden.
create index grootboek_boeking_verplichtingfactuur on grootboek_boeking (split_part(grondslag, '/', 1))
  where grondslag_soort = 'factuur';

create table grootboek_voorstel (
  id uuid primary key,
  soort text not null,
  programma text,
  onderdeel text,
  bedrag bigint,
  inhoud jsonb not null,
  tekst text,
  door uuid references toegang_account (id),
  op timestamptz not null
);
comment on table grootboek_voorstel is 'Wat op een tweede persoon wacht; alleen aanvullen, en de vrije tekst is te wissen';
comment on column grootboek_voorstel.id is 'Eigen sleutel (UUIDv7)';
comment on column grootboek_voorstel.soort is 'Wat er gebeurt bij goedkeuren: verplichting, meerwerk of heropening van een periode';
comment on column grootboek_voorstel.programma is 'Van welk programma; leeg als het over het hele journaal gaat';
comment on column grootboek_voorstel.onderdeel is 'Ten laste van welk onderdeel';
comment on column grootboek_voorstel.bedrag is 'Bedrag waarvoor mandaat nodig is, in hele centen';
comment on column grootboek_voorstel.inhoud is 'Wat er bij goedkeuren geboekt of veranderd wordt, zonder vrije tekst';
comment on column grootboek_voorstel.tekst is 'Omschrijving of reden in vrije tekst; nooit openbaar';
comment on column grootboek_voorstel.door is 'Wie het voorstelde';
comment on column grootboek_voorstel.op is 'Moment';
grant select, insert, update (tekst) on grootboek_voorstel to {{rol}};

create table grootboek_oordeel (
  voorstel uuid primary key references grootboek_voorstel (id),
  oordeel text not null check (oordeel in ('goedgekeurd', 'afgewezen', 'ingetrokken')),
  door uuid references toegang_account (id),
  reden text,
  boeking bigint references grootboek_boeking (nr),
  op timestamptz not null
);
comment on table grootboek_oordeel is 'Hoe een voorstel afliep; elk voorstel hoogstens één keer; alleen aanvullen';
comment on column grootboek_oordeel.voorstel is 'Welk voorstel';
comment on column grootboek_oordeel.oordeel is 'goedgekeurd of afgewezen door een tweede persoon, of ingetrokken door wie het voorstelde';
comment on column grootboek_oordeel.door is 'Wie';
comment on column grootboek_oordeel.reden is 'Waarom afgewezen';
comment on column grootboek_oordeel.boeking is 'De boeking die hieruit volgde';
comment on column grootboek_oordeel.op is 'Moment';
grant select, insert on grootboek_oordeel to {{rol}};

alter table grootboek_periodestand add column na_boeking bigint;
comment on column grootboek_periodestand.na_boeking is 'Laatste boeking voor deze stand inging; wat later is vastgelegd, viel onder de nieuwe stand';
