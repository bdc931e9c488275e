// title: بماذا التزم فاعل وكل من يتبع له؟
// titleEn: What have an actor and all that are part of it committed to?
// param actor = العراق
MATCH (a:Actor)-[:PART_OF*0..3]->(whole:Actor)
WHERE whole.name = $actor OR whole.nameEn = $actor OR $actor IN whole.aliases
MATCH (a)-[:COMMITS_TO]->(c:Commitment)
RETURN DISTINCT a.name AS committer, c.kind AS kind, c.action AS action, c.id AS commitment, a.id AS by
ORDER BY commitment, by
