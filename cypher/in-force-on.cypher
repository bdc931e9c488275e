// title: ما الالتزامات السارية في يوم معيّن؟
// titleEn: Which commitments are in force on a day?
// param day = 2025-06-01
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:IN]->(article:Article)
WHERE article.published <= date($day) AND c.kind <> 'wish'
OPTIONAL MATCH (c)-[:BEGINS]->(b:Date)
OPTIONAL MATCH (c)-[:DUE]->(d:Date)
WITH a, c, b, d
WHERE (b.start IS NULL OR b.start <= date($day)) AND (d.end IS NULL OR d.end >= date($day))
  AND NOT EXISTS {
    MATCH (c)<-[r:FULFILS|AMENDS|CONTRADICTS]-(later:Commitment)-[:IN]->(read:Article)
    WHERE (type(r) <> 'CONTRADICTS' OR r.rule = 'withdrawn')
      AND (read.published IS NULL OR read.published <= date($day))
  }
  AND NOT EXISTS {
    MATCH (c)<-[:FULFILS]-(done:Article)
    WHERE done.published IS NULL OR done.published <= date($day)
  }
RETURN a.name AS committer, c.kind AS kind, c.action AS action, d.end AS due, c.id AS commitment
ORDER BY coalesce(toString(d.end), 'open'), commitment, a.id
