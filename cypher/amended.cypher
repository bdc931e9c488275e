// title: ما الالتزامات التي عُدّلت، وكيف؟
// titleEn: Which commitments were amended, and how?
MATCH (new:Commitment)-[r:AMENDS]->(old:Commitment)
MATCH (new)-[:IN]->(article:Article)
OPTIONAL MATCH (old)-[:DUE]->(was:Date)
OPTIONAL MATCH (new)-[:DUE]->(now:Date)
RETURN old.action AS action, was.end AS wasDue, new.action AS amendedTo, now.end AS nowDue, r.evidence AS evidence,
  article.published AS published, old.id AS commitment, new.id AS by
ORDER BY commitment, by, coalesce(toString(was.end), 'open'), coalesce(toString(now.end), 'open')
