// title: ما الالتزامات التي يناقض بعضها بعضاً، ومن قال كلاً منها؟
// titleEn: Which commitments contradict each other, and who says each?
MATCH (a:Actor)-[:COMMITS_TO]->(one:Commitment)-[r:CONTRADICTS]->(other:Commitment)<-[:COMMITS_TO]-(b:Actor)
OPTIONAL MATCH (one)<-[:ASSERTS]-(:Statement)<-[:STATED]-(x:Actor)
OPTIONAL MATCH (other)<-[:ASSERTS]-(:Statement)<-[:STATED]-(y:Actor)
RETURN a.name AS actor, one.action AS action, x.name AS saidBy, b.name AS otherActor, other.action AS otherAction,
  y.name AS otherSaidBy, r.reason AS how, r.evidence AS evidence, one.id AS commitment, other.id AS against
ORDER BY commitment, against, a.id, b.id, coalesce(x.id, ''), coalesce(y.id, '')
