// title: بماذا يدين فاعل لآخر؟
// titleEn: What does one actor owe another?
// param debtor = الولايات المتحدة
// param creditor = العراق
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:OWED_TO]->(b:Actor)
WHERE (a.name = $debtor OR a.nameEn = $debtor OR $debtor IN a.aliases)
  AND (b.name = $creditor OR b.nameEn = $creditor OR $creditor IN b.aliases)
OPTIONAL MATCH (c)-[:DUE]->(d:Date)
RETURN c.kind AS kind, c.action AS action, c.quantity AS quantity, c.unit AS unit, d.end AS due, c.id AS commitment
ORDER BY commitment
