// title: من التزم مع من، وكم مرة؟
// titleEn: Who is bound together, and how often?
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)<-[:COMMITS_TO]-(b:Actor)
WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, count(c) AS together, a.id AS oneId, b.id AS otherId
ORDER BY together DESC, oneId, otherId
