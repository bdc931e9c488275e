// title: بماذا التزم فاعل، ومتى يحين موعده؟
// titleEn: What has an actor committed to, and by when?
// param actor = الولايات المتحدة
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)
WHERE a.name = $actor OR a.nameEn = $actor OR $actor IN a.aliases
OPTIONAL MATCH (c)-[:DUE]->(d:Date)
RETURN c.kind AS kind, c.action AS action, d.end AS due, c.quote AS quote, c.id AS commitment
ORDER BY coalesce(toString(d.end), 'open'), commitment
