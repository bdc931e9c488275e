// title: ما الالتزامات التي نُفّذت، وأين ورد ذلك؟
// titleEn: Which commitments were fulfilled, and where was it read?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)<-[r:FULFILS]-(done)
OPTIONAL MATCH (done)-[:IN]->(article:Article)
RETURN a.name AS committer, c.action AS action, r.evidence AS evidence,
  coalesce(article.title, done.title) AS title, coalesce(article.published, done.published) AS published,
  c.id AS commitment
ORDER BY commitment, a.id, done.id
