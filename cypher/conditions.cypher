// title: ما الالتزامات المشروطة، وبأي شرط؟
// titleEn: Which commitments hang on a condition, and on which?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)
WHERE c.condition IS NOT NULL
RETURN a.name AS committer, c.action AS action, c.condition AS condition, c.id AS commitment
ORDER BY commitment, a.id
