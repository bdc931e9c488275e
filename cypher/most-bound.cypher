// title: من أكثر الفاعلين التزاماً؟
// titleEn: Which actors are bound most?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[:IN]->(article:Article)
WITH a, count(DISTINCT c) AS commitments, count(DISTINCT article) AS articles
RETURN a.name AS actor, commitments, articles, a.id AS id
ORDER BY commitments DESC, articles DESC, id
LIMIT 20
