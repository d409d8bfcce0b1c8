-- A few thousand cases are looked up by their key; reading the whole table of cases for them costs many times as much.
ALTER FUNCTION app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) SET enable_hashjoin = off SET enable_mergejoin = off;
