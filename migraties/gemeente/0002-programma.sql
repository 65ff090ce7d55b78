create table programma_plan (
  id text primary key,
  hoofdplan boolean not null default false,
  laatste_versie integer not null default 0,
  gemaakt_op timestamptz not null default now()
);
create unique index programma_plan_hoofdplan on programma_plan (hoofdplan) where hoofdplan;
comment on table programma_plan is 'De plannen van deze gemeente; een rij is ook het slot waarachter nieuwe versies ontstaan';
comment on column programma_plan.id is 'Sleutel van het programma, zoals in het planbestand';
comment on column programma_plan.hoofdplan is 'Het plan dat op de voorpagina staat; hoogstens één';
comment on column programma_plan.laatste_versie is 'Nummer van de nieuwste versie';
comment on column programma_plan.gemaakt_op is 'Wanneer het plan is toegevoegd';
grant select, insert, update on programma_plan to {{rol}};

create table programma_besluit (
  id uuid primary key,
  orgaan text not null check (orgaan in ('raad', 'college', 'stuurgroep', 'directie', 'onbekend')),
  datum date,
  nummer text,
  onderwerp text not null,
  te_bevestigen boolean not null default false,
  vastgelegd_op timestamptz not null default now(),
  vastgelegd_door uuid references toegang_account (id)
);
comment on table programma_besluit is 'Besluitenregister: wie besloot wat, wanneer; alleen aanvullen';
comment on column programma_besluit.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_besluit.orgaan is 'Orgaan dat besloot';
comment on column programma_besluit.datum is 'Dag van het besluit; leeg als die niet bekend is';
comment on column programma_besluit.nummer is 'Besluitnummer van het orgaan';
comment on column programma_besluit.onderwerp is 'Waarover, in één zin';
comment on column programma_besluit.te_bevestigen is 'De gegevens zijn nog niet nagekeken';
comment on column programma_besluit.vastgelegd_op is 'Moment van vastleggen';
comment on column programma_besluit.vastgelegd_door is 'Wie het vastlegde; leeg bij het laden van een voorbeeld';
grant select, insert on programma_besluit to {{rol}};

create table programma_versie (
  plan text not null references programma_plan (id),
  nummer integer not null check (nummer > 0),
  gemaakt_op timestamptz not null default now(),
  gemaakt_door uuid references toegang_account (id),
  waarom text not null,
  primary key (plan, nummer)
);
comment on table programma_versie is 'Elke wijziging van een plan is een nieuwe versie; alleen aanvullen';
comment on column programma_versie.plan is 'Van welk plan';
comment on column programma_versie.nummer is 'Oplopend zonder gaten, per plan';
comment on column programma_versie.gemaakt_op is 'Moment van vastleggen';
comment on column programma_versie.gemaakt_door is 'Wie; leeg bij het laden van een voorbeeld';
comment on column programma_versie.waarom is 'Reden van de wijziging, in de woorden van wie haar deed';
grant select, insert on programma_versie to {{rol}};

create table programma_stuk (
  plan text not null,
  soort text not null,
  sleutel text not null,
  versie integer not null,
  inhoud jsonb,
  primary key (plan, soort, sleutel, versie),
  foreign key (plan, versie) references programma_versie (plan, nummer)
);
create index programma_stuk_versie on programma_stuk (plan, versie);
comment on table programma_stuk is 'De stukken waaruit een plan bestaat, zoals zij vanaf een versie luiden; alleen aanvullen';
comment on column programma_stuk.plan is 'Van welk plan';
comment on column programma_stuk.soort is 'programma, doel, groep, onderdeel, bron, voorganger, plaats, vermelding of raming';
comment on column programma_stuk.sleutel is 'Sleutel van het stuk binnen zijn soort';
comment on column programma_stuk.versie is 'Vanaf deze versie van het plan luidt het stuk zo';
comment on column programma_stuk.inhoud is 'Het stuk met zijn volgorde; leeg als het in deze versie is weggehaald';
grant select, insert on programma_stuk to {{rol}};

create table programma_vaststelling (
  plan text not null,
  versie integer not null,
  besluit uuid not null references programma_besluit (id),
  vastgelegd_op timestamptz not null default now(),
  vastgelegd_door uuid references toegang_account (id),
  primary key (plan, versie),
  foreign key (plan, versie) references programma_versie (plan, nummer)
);
comment on table programma_vaststelling is 'Welke versies zijn vastgesteld, en bij welk besluit; alleen aanvullen';
comment on column programma_vaststelling.plan is 'Van welk plan';
comment on column programma_vaststelling.versie is 'Deze versie geldt vanaf het vastleggen';
comment on column programma_vaststelling.besluit is 'Het besluit waarop dat berust';
comment on column programma_vaststelling.vastgelegd_op is 'Moment van vastleggen';
comment on column programma_vaststelling.vastgelegd_door is 'Wie het vastlegde';
grant select, insert on programma_vaststelling to {{rol}};

create table programma_afdoening (
  id uuid primary key,
  plan text not null references programma_plan (id),
  bevinding text not null,
  oordeel text not null check (oordeel in ('opgelost', 'bewust', 'heropend')),
  toelichting text not null,
  versie integer not null,
  vastgelegd_op timestamptz not null default now(),
  vastgelegd_door uuid references toegang_account (id),
  foreign key (plan, versie) references programma_versie (plan, nummer)
);
create index programma_afdoening_plan on programma_afdoening (plan, bevinding);
comment on table programma_afdoening is 'Wat de programmamanager over een bevinding besloot; het laatste woord geldt; alleen aanvullen';
comment on column programma_afdoening.id is 'Eigen sleutel (UUIDv7)';
comment on column programma_afdoening.plan is 'Van welk plan';
comment on column programma_afdoening.bevinding is 'Blijvende sleutel van de bevinding';
comment on column programma_afdoening.oordeel is 'opgelost, bewust (zo bedoeld) of heropend';
comment on column programma_afdoening.toelichting is 'Opgelost door …, of: bewust zo, omdat …';
comment on column programma_afdoening.versie is 'Versie van het plan waarover het oordeel ging';
comment on column programma_afdoening.vastgelegd_op is 'Moment van vastleggen';
comment on column programma_afdoening.vastgelegd_door is 'Wie';
grant select, insert on programma_afdoening to {{rol}};

create table programma_zoekregel (
  plan text not null,
  vastgesteld boolean not null,
  soort text not null,
  sleutel text not null,
  titel text not null,
  tekst text not null,
  zoek tsvector generated always as
    (setweight(to_tsvector('dutch', titel), 'A') || setweight(to_tsvector('dutch', tekst), 'B')) stored,
  primary key (plan, vastgesteld, soort, sleutel)
);
create index programma_zoekregel_zoek on programma_zoekregel using gin (zoek);
comment on table programma_zoekregel is 'Afgeleid: waarop de zoekpagina zoekt, voor de geldende en voor de nieuwste versie';
comment on column programma_zoekregel.plan is 'Van welk plan';
comment on column programma_zoekregel.vastgesteld is 'Van de vastgestelde versie (waar) of van de nieuwste (onwaar)';
comment on column programma_zoekregel.soort is 'Soort stuk';
comment on column programma_zoekregel.sleutel is 'Sleutel van het stuk';
comment on column programma_zoekregel.titel is 'Weegt het zwaarst';
comment on column programma_zoekregel.tekst is 'De overige woorden';
comment on column programma_zoekregel.zoek is 'Woordstammen, Nederlands';
grant select, insert, update, delete on programma_zoekregel to {{rol}};
