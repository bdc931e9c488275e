// title: من قال إن الفاعل التزم، ونقلاً عمّن؟
// titleEn: Who says that an actor committed, and quoted by whom?
// param actor = الولايات المتحدة
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)<-[:ASSERTS]-(s:Statement)<-[:STATED]-(source:Actor)
WHERE a.name = $actor OR a.nameEn = $actor OR $actor IN a.aliases
OPTIONAL MATCH (quoter:Actor)-[:STATED]->(outer:Statement)-[:QUOTES]->(s)
RETURN c.action AS action, source.name AS saidBy, source.named AS named, s.verb AS verb, quoter.name AS quotedBy,
  c.id AS commitment
ORDER BY commitment, source.id, coalesce(quoter.id, '')
