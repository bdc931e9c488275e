// title: من أين ينسحب أو ينتقل، وإلى أين؟
// titleEn: Which places do commitments leave, and which do they reach?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:FROM]->(start:Place)
OPTIONAL MATCH (c)-[:TOWARD]->(goal:Place)
RETURN a.name AS committer, c.action AS action, start.name AS leaves, goal.name AS reaches, c.id AS commitment
ORDER BY commitment, a.id, start.id, coalesce(goal.id, '')
