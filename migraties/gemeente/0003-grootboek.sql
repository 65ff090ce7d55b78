create table grootboek_kop (
  een boolean primary key default true check (een),
  nr bigint not null,
  hash text not null,
  op timestamptz
);
comment on table grootboek_kop is 'De kop van het journaal; deze ene rij is ook het slot waarachter geboekt wordt';
comment on column grootboek_kop.een is 'Er is precies één rij';
comment on column grootboek_kop.nr is 'Nummer van de laatste boeking; nul als er nog geen is';
comment on column grootboek_kop.hash is 'Hash van de laatste boeking; 64 nullen als er nog geen is';
comment on column grootboek_kop.op is 'Moment van de laatste boeking';
insert into grootboek_kop (nr, hash) values (0, repeat('0', 64));
grant select, update on grootboek_kop to {{rol}};

create table grootboek_boeking (
  nr bigint primary key check (nr > 0),
  vastgelegd_op timestamptz not null unique,
  geldig_op date not null,
  soort text not null,
  grondslag_soort text not null,
  grondslag text not null,
  corrigeert bigint unique references grootboek_boeking (nr),
  inhoud text not null,
  hash text not null
);
create index grootboek_boeking_grondslag on grootboek_boeking (grondslag, grondslag_soort, nr);
comment on table grootboek_boeking is 'Het journaal: alleen aanvullen, nooit wijzigen of wissen';
comment on column grootboek_boeking.nr is 'Volgnummer zonder gaten';
comment on column grootboek_boeking.vastgelegd_op is 'Moment van vastleggen, strikt oplopend';
comment on column grootboek_boeking.geldig_op is 'Dag waarop het gebeurde';
comment on column grootboek_boeking.soort is 'Soort gebeurtenis';
comment on column grootboek_boeking.grondslag_soort is 'Waarop de boeking berust: besluit, plan, verplichting, factuur, inlezing, afschrift of memo';
comment on column grootboek_boeking.grondslag is 'Kenmerk van die grondslag';
comment on column grootboek_boeking.corrigeert is 'Nummer van de boeking die deze spiegelt; elke boeking hoogstens één keer';
comment on column grootboek_boeking.inhoud is 'De vastgelegde tekst waarover de hash loopt; de andere kolommen en de regels zijn hieruit af te leiden';
comment on column grootboek_boeking.hash is 'SHA-256 over de vorige hash en de inhoud, hexadecimaal';
grant select, insert on grootboek_boeking to {{rol}};

create table grootboek_post (
  id integer generated always as identity primary key,
  rekening text not null,
  kenmerk text not null,
  soort text not null,
  programma text not null,
  bron text,
  rekeningsoort text not null,
  onderdeel text,
  jaar integer,
  verplichting text,
  unique (rekening, kenmerk, soort)
);
comment on table grootboek_post is 'Waarop geboekt is: rekening, kenmerken en soort boeking samen; alleen aanvullen';
comment on column grootboek_post.id is 'Eigen nummer';
comment on column grootboek_post.rekening is 'Volledige naam van de rekening';
comment on column grootboek_post.kenmerk is 'Taakveld, categorie en aard als tekst; leeg als er geen zijn';
comment on column grootboek_post.soort is 'Soort boeking; bepaalt de kolom in de begrotingstabel';
comment on column grootboek_post.programma is 'Programma, uit de naam';
comment on column grootboek_post.bron is 'Bron, uit de naam; leeg is nog te verdelen over de bronnen';
comment on column grootboek_post.rekeningsoort is 'Soort rekening, uit de naam';
comment on column grootboek_post.onderdeel is 'Onderdeel, uit de naam';
comment on column grootboek_post.jaar is 'Jaar, uit de naam';
comment on column grootboek_post.verplichting is 'Verplichting, uit de naam';
create index grootboek_post_onderdeel on grootboek_post (programma, onderdeel, jaar);
create index grootboek_post_verplichting on grootboek_post (verplichting) where verplichting is not null;
grant select, insert on grootboek_post to {{rol}};

create table grootboek_regel (
  boeking bigint not null references grootboek_boeking (nr),
  regel smallint not null,
  post integer not null references grootboek_post (id),
  geldig_op date not null,
  bedrag bigint not null check (bedrag <> 0),
  primary key (boeking, regel)
);
create index grootboek_regel_post on grootboek_regel (post, boeking);
create index grootboek_regel_dag on grootboek_regel (geldig_op, boeking);
comment on table grootboek_regel is 'De regels van elke boeking; alleen aanvullen';
comment on column grootboek_regel.boeking is 'Van welke boeking';
comment on column grootboek_regel.regel is 'Volgorde in de boeking, vanaf 1';
comment on column grootboek_regel.post is 'Waarop';
comment on column grootboek_regel.geldig_op is 'Dag van de boeking, hier herhaald om snel een stand te kunnen maken';
comment on column grootboek_regel.bedrag is 'Hele centen; debet is positief';
grant select, insert on grootboek_regel to {{rol}};

create table grootboek_saldo (
  post integer primary key references grootboek_post (id),
  bedrag bigint not null
);
comment on table grootboek_saldo is 'Afgeleid: de som van alle regels per post, bijgewerkt in dezelfde transactie als de boeking';
comment on column grootboek_saldo.post is 'Waarop';
comment on column grootboek_saldo.bedrag is 'Hele centen; debet is positief';
grant select, insert, update on grootboek_saldo to {{rol}};

create table grootboek_foto (
  nr bigint not null,
  post integer not null references grootboek_post (id),
  maand date not null,
  bedrag bigint not null,
  primary key (nr, post, maand)
);
comment on table grootboek_foto is 'Afgeleid: sommen per post en maand over de boekingen na de vorige foto tot en met deze, zodat een stand van toen niet alle regels hoeft te lezen; alleen aanvullen';
comment on column grootboek_foto.nr is 'Tot en met deze boeking';
comment on column grootboek_foto.post is 'Waarop';
comment on column grootboek_foto.maand is 'Eerste dag van de maand waarin de boeking geldig is';
comment on column grootboek_foto.bedrag is 'Som van die maand over deze boekingen, in hele centen';
grant select, insert on grootboek_foto to {{rol}};

create table grootboek_tekst (
  boeking bigint primary key references grootboek_boeking (nr),
  zout text not null,
  tekst text not null
);
comment on table grootboek_tekst is 'Toelichtingen in vrije tekst, buiten de hash; wissen mag en laat de keten heel';
comment on column grootboek_tekst.boeking is 'Bij welke boeking';
comment on column grootboek_tekst.zout is 'Willekeurige tekens die meetellen in de afdruk';
comment on column grootboek_tekst.tekst is 'De toelichting; nooit openbaar';
grant select, insert, delete on grootboek_tekst to {{rol}};

create table grootboek_verzoek (
  sleutel text primary key,
  afdruk text not null,
  antwoord jsonb not null,
  op timestamptz not null
);
comment on table grootboek_verzoek is 'Uitgevoerde verzoeken: dezelfde sleutel nog eens sturen geeft hetzelfde antwoord; alleen aanvullen';
comment on column grootboek_verzoek.sleutel is 'Sleutel die de vrager koos';
comment on column grootboek_verzoek.afdruk is 'SHA-256 van de inhoud van het verzoek';
comment on column grootboek_verzoek.antwoord is 'Wat er toen uitkwam';
comment on column grootboek_verzoek.op is 'Moment';
grant select, insert on grootboek_verzoek to {{rol}};
create table grootboek_periodestand (
  id uuid primary key,
  periode text not null check (periode ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  stand text not null check (stand in ('open', 'voorlopig', 'vast')),
  door uuid references toegang_account (id),
  tweede uuid references toegang_account (id),
  reden text,
  op timestamptz not null
);
create index grootboek_periodestand_periode on grootboek_periodestand (periode, op);
comment on table grootboek_periodestand is 'Openen en sluiten van perioden; het laatste geldt; alleen aanvullen';
comment on column grootboek_periodestand.id is 'Eigen sleutel (UUIDv7)';
comment on column grootboek_periodestand.periode is 'Maand';
comment on column grootboek_periodestand.stand is 'open, voorlopig (alleen de financieel adviseur boekt nog) of vast (niemand meer)';
comment on column grootboek_periodestand.door is 'Wie';
comment on column grootboek_periodestand.tweede is 'Wie als tweede goedkeurde; nodig bij heropenen';
comment on column grootboek_periodestand.reden is 'Waarom heropend';
comment on column grootboek_periodestand.op is 'Moment';
grant select, insert on grootboek_periodestand to {{rol}};
