// title: من ينقل عمّن، وهل المصدر مسمّى؟
// titleEn: Who passes on whose words, and is the source named?
MATCH (agency:Actor)-[:STATED]->(outer:Statement)-[:QUOTES]->(inner:Statement)<-[:STATED]-(said:Actor)
WHERE agency.id <> said.id
RETURN agency.name AS passedOnBy, said.name AS source, said.named AS named, inner.verb AS verb,
  inner.quote AS quote, inner.id AS statement
ORDER BY statement, agency.id, said.id
