create table toegang_account (
  id uuid primary key,
  uitgever text not null,
  onderwerp text not null,
  naam text not null,
  rollen text[] not null,
  gemaakt_op timestamptz not null default now(),
  unique (uitgever, onderwerp)
);
comment on table toegang_account is 'Wie kan inloggen, zoals de inlogdienst haar het laatst beschreef';
comment on column toegang_account.id is 'Eigen sleutel (UUIDv7)';
comment on column toegang_account.uitgever is 'Adres van de inlogdienst, of "demo"';
comment on column toegang_account.onderwerp is 'Blijvende sleutel van de persoon bij de inlogdienst (sub)';
comment on column toegang_account.naam is 'Naam om te tonen aan collega''s; nooit in logs';
comment on column toegang_account.rollen is 'Rollen bij de laatste keer inloggen';
comment on column toegang_account.gemaakt_op is 'Eerste keer inloggen';
grant select, insert, update on toegang_account to {{rol}};

create table toegang_sessie (
  id uuid primary key,
  sleutel_hash bytea not null unique,
  account uuid not null references toegang_account (id),
  rollen text[] not null,
  id_token text,
  gemaakt_op timestamptz not null,
  gezien_op timestamptz not null,
  verloopt_op timestamptz not null,
  ingetrokken_op timestamptz
);
create index toegang_sessie_account on toegang_sessie (account);
comment on table toegang_sessie is 'Lopende en voorbije inlogsessies; intrekken is meteen';
comment on column toegang_sessie.id is 'Eigen sleutel (UUIDv7), veilig om te tonen';
comment on column toegang_sessie.sleutel_hash is 'SHA-256 van de sleutel in de cookie: de database kent de sleutel zelf niet';
comment on column toegang_sessie.account is 'Van wie';
comment on column toegang_sessie.rollen is 'Rollen waarmee deze sessie begon';
comment on column toegang_sessie.id_token is 'Voor het uitloggen bij de inlogdienst; weg zodra de sessie is ingetrokken';
comment on column toegang_sessie.gemaakt_op is 'Begin';
comment on column toegang_sessie.gezien_op is 'Laatst gebruikt, op een paar minuten nauwkeurig; wie te lang niets doet, moet opnieuw inloggen';
comment on column toegang_sessie.verloopt_op is 'Uiterste einde';
comment on column toegang_sessie.ingetrokken_op is 'Eerder beëindigd door uitloggen of een beheerder';
grant select, insert, update, delete on toegang_sessie to {{rol}};

create table toegang_logboek (
  nummer bigint generated always as identity primary key,
  op timestamptz not null default now(),
  account uuid references toegang_account (id),
  handeling text not null,
  over text not null,
  verzoek text
);
create index toegang_logboek_over on toegang_logboek (over);
comment on table toegang_logboek is 'Wie deed wat wanneer; alleen aanvullen, nooit wijzigen of wissen';
comment on column toegang_logboek.nummer is 'Volgorde van vastleggen';
comment on column toegang_logboek.op is 'Moment van vastleggen, door de database gezet';
comment on column toegang_logboek.account is 'Wie, of leeg bij een handeling van de beheerder op de opdrachtregel';
comment on column toegang_logboek.handeling is 'Naam van de handeling uit de rechtenmatrix, of in- en uitloggen';
comment on column toegang_logboek.over is 'Waarover: soort en sleutel, zonder inhoud';
comment on column toegang_logboek.verzoek is 'Kenmerk van het verzoek, ook in de serverlog';
grant select, insert on toegang_logboek to {{rol}};
