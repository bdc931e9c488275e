// title: ما الذي يحين موعده قبل يوم معيّن؟
// titleEn: What falls due before a day?
// param day = 2027-01-01
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:DUE]->(d:Date)
WHERE d.end < date($day)
RETURN d.end AS due, a.name AS committer, c.action AS action, c.kind AS kind, c.id AS commitment
ORDER BY due, commitment, a.id
