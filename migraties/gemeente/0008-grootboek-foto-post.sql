-- Een stand van toen over weinig posten leest zo alleen de foto's van die posten.
create index grootboek_foto_post on grootboek_foto (post, nr);
