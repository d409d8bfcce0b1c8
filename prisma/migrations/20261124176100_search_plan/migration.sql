-- The words of an office are small beside the memory of the machine that serves it: a page read here and there costs
-- little more than one read in its order, and comparing arrays costs more than comparing numbers. Told so, the planner goes
-- through the newest cases one by one only for words that very many of them hold, and through the index for all others.
ALTER FUNCTION app.find_words(text[], jsonb, boolean, uuid, int, uuid[])
  SET random_page_cost = 0.25
  SET seq_page_cost = 0.25
  SET cpu_operator_cost = 0.02
  SET max_parallel_workers_per_gather = 0
  SET jit = off;
