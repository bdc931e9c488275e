// title: بماذا وُعد فاعل، ومن وعده؟
// titleEn: What is owed to an actor, and by whom?
// param actor = العراق
MATCH (a:Actor)<-[:OWED_TO]-(c:Commitment)<-[:COMMITS_TO]-(debtor:Actor)
WHERE a.name = $actor OR a.nameEn = $actor OR $actor IN a.aliases
OPTIONAL MATCH (c)-[:DUE]->(d:Date)
RETURN debtor.name AS owedBy, c.action AS action, c.quantity AS quantity, c.unit AS unit, d.end AS due, c.id AS commitment
ORDER BY commitment, debtor.id
