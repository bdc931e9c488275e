// title: ما الكلمات التي يستند إليها التزام الفاعل؟
// titleEn: Which words in which article bind an actor?
// param actor = الولايات المتحدة
MATCH (a:Actor)-[r:COMMITS_TO]->(c:Commitment)-[:IN]->(article:Article)
WHERE a.name = $actor OR a.nameEn = $actor OR $actor IN a.aliases
RETURN c.action AS action, r.evidence AS evidence, r.rule AS rule, article.title AS title, article.url AS url,
  c.id AS commitment
ORDER BY commitment
