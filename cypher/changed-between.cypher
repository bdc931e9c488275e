// title: ما الذي تغيّر بين يومين؟
// titleEn: What changed between two days?
// param from = 2025-01-01
// param until = 2025-12-31
CALL {
  MATCH (article:Article)<-[:IN]-(c:Commitment)<-[:COMMITS_TO]-(a:Actor)
  WHERE article.published >= date($from) AND article.published <= date($until)
  OPTIONAL MATCH (c)-[r:AMENDS|CONTRADICTS|FULFILS|RESTATES]->(old:Commitment)
  RETURN article.published AS published, a.name AS committer, a.id AS by, c.kind AS kind, c.action AS action,
    coalesce(type(r), 'NEW') AS change, old.action AS of, coalesce(old.id, '') AS ofId, c.id AS commitment
  UNION ALL
  MATCH (article:Article)-[r:FULFILS]->(c:Commitment)<-[:COMMITS_TO]-(a:Actor)
  WHERE article.published >= date($from) AND article.published <= date($until)
  RETURN article.published AS published, a.name AS committer, a.id AS by, c.kind AS kind, c.action AS action,
    'FULFILLED' AS change, null AS of, '' AS ofId, c.id AS commitment
}
RETURN published, committer, kind, action, change, of, commitment
ORDER BY published, commitment, by, change, ofId
