// title: ما الذي تغيّر بين يومين؟
// titleEn: What changed between two days?
// param from = 2025-01-01
// param until = 2025-12-31
MATCH (article:Article)<-[:IN]-(c:Commitment)<-[:COMMITS_TO]-(a:Actor)
WHERE article.published >= date($from) AND article.published <= date($until)
OPTIONAL MATCH (c)-[r:AMENDS|CONTRADICTS|FULFILS|RESTATES]->(old:Commitment)
RETURN article.published AS published, a.name AS committer, c.kind AS kind, c.action AS action,
  coalesce(type(r), 'NEW') AS change, old.action AS of, c.id AS commitment
ORDER BY published, commitment, a.id, change, coalesce(old.id, '')
