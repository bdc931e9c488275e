// title: ما الالتزامات التي تخصّ مكاناً أو ما يقع فيه؟
// titleEn: Which commitments touch a place, or a place within it?
// param place = العراق
MATCH (p:Place)-[:WITHIN*0..3]->(whole:Place)
WHERE whole.name = $place OR whole.nameEn = $place OR $place IN whole.aliases
MATCH (a:Actor)-[:COMMITS_TO]->(c:Commitment)-[r:AT|FROM|TOWARD]->(p)
RETURN DISTINCT c.action AS action, a.name AS committer, type(r) AS role, p.name AS place, c.id AS commitment, a.id AS by
ORDER BY commitment, by, role, place
