// title: ما الذي فات موعده حتى يوم معيّن؟
// titleEn: What is overdue as of a day?
// param day = 2026-01-01
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:DUE]->(d:Date)
WHERE d.end < date($day) AND c.polarity = 'positive' AND c.kind <> 'wish' AND NOT EXISTS {
  MATCH (c)<-[r:FULFILS|AMENDS|CONTRADICTS]-(later:Commitment)-[:IN]->(article:Article)
  WHERE (type(r) <> 'CONTRADICTS' OR r.rule = 'withdrawn')
    AND (article.published IS NULL OR article.published <= date($day))
} AND NOT EXISTS {
  MATCH (c)<-[:FULFILS]-(done:Article)
  WHERE done.published IS NULL OR done.published <= date($day)
}
RETURN d.end AS due, a.name AS committer, c.kind AS kind, c.action AS action, c.id AS commitment
ORDER BY due, commitment, a.id
