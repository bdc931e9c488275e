// title: ما الالتزامات التي أُعيد تأكيدها، ومتى؟
// titleEn: Which commitments were restated, and when?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)<-[:RESTATES]-(again:Commitment)-[:IN]->(article:Article)
RETURN a.name AS committer, c.action AS action, again.quote AS restatedAs, article.published AS published,
  c.id AS commitment, again.id AS by
ORDER BY commitment, by, a.id
