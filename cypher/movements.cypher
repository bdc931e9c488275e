// title: من أين ينسحب أو ينتقل، وإلى أين؟
// titleEn: Which places do commitments leave, and which do they reach?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)
OPTIONAL MATCH (c)-[:FROM]->(start:Place)
OPTIONAL MATCH (c)-[:TOWARD]->(goal:Place)
WITH a, c, start, goal
WHERE start.id IS NOT NULL OR goal.id IS NOT NULL
RETURN a.name AS committer, c.kind AS kind, c.action AS action, start.name AS leaves, goal.name AS reaches, c.id AS commitment
ORDER BY commitment, a.id, coalesce(start.id, ''), coalesce(goal.id, '')
