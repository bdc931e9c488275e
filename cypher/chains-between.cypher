// title: ما السلاسل التي تربط بين فاعلَين؟
// titleEn: Which chains tie two actors to each other?
// param from = العراق
// param to = البنتاغون
MATCH path = (a:Actor)-[:COMMITS_TO|OWED_TO|CONCERNS|STATED|ASSERTS|PART_OF*1..4]-(b:Actor)
WHERE (a.name = $from OR a.nameEn = $from OR $from IN a.aliases)
  AND (b.name = $to OR b.nameEn = $to OR $to IN b.aliases)
RETURN length(path) AS steps, [n IN nodes(path) | coalesce(n.name, n.action, n.verb)] AS through,
  [r IN relationships(path) | type(r)] AS relations, [n IN nodes(path) | n.id] AS ids
ORDER BY steps, ids
LIMIT 20
