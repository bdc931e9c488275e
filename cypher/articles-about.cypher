// title: أي المقالات تذكر فاعلاً، وكم مرة؟
// titleEn: Which articles mention an actor, and how often?
// param actor = العراق
MATCH (article:Article)-[m:MENTIONS]->(a:Actor)
WHERE a.name = $actor OR a.nameEn = $actor OR $actor IN a.aliases
RETURN article.published AS published, article.title AS title, article.publisher AS publisher, m.count AS mentions,
  article.id AS id
ORDER BY coalesce(toString(article.published), ''), id
