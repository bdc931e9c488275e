// title: ما الالتزامات التي عُدّلت، وكيف؟
// titleEn: Which commitments were amended, and how?
MATCH (a:Actor)-[:COMMITS_TO]->(new:Commitment)-[r:AMENDS]->(old:Commitment)
MATCH (new)-[:IN]->(article:Article)
OPTIONAL MATCH (old)-[:DUE]->(was:Date)
OPTIONAL MATCH (new)-[:DUE]->(now:Date)
RETURN a.name AS committer, old.action AS action, was.end AS wasDue, new.action AS amendedTo, now.end AS nowDue,
  r.reason AS how, r.evidence AS evidence, article.published AS published, old.id AS commitment, new.id AS by
ORDER BY commitment, by, a.id, coalesce(toString(was.end), 'open'), coalesce(toString(now.end), 'open')
