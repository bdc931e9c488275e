// title: ما الذي رُفض، ومن رفضه؟
// titleEn: What was refused, and by whom?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment {kind: 'refusal'})-[:IN]->(article:Article)
RETURN a.name AS actor, c.action AS refused, c.quote AS quote, article.published AS published, c.id AS commitment
ORDER BY coalesce(toString(article.published), 'open'), commitment, a.id
