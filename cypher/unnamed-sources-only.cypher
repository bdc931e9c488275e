// title: ما الذي يستند إلى مصادر لم تُسمَّ وحدها؟
// titleEn: What rests on unnamed sources only?
MATCH (c:Commitment)<-[:ASSERTS]-(s:Statement)<-[:STATED]-(source:Actor)
WITH c, collect(source.named) AS named, count(DISTINCT source) AS sources
WHERE NOT true IN named
MATCH (a:Actor)-[:COMMITS_TO]->(c)
RETURN a.name AS committer, c.action AS action, sources, c.quote AS quote, c.id AS commitment
ORDER BY commitment, a.id
