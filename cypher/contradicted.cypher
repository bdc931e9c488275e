// title: ما الالتزامات التي يناقض بعضها بعضاً، ومن قال كلاً منها؟
// titleEn: Which commitments contradict each other, and who is bound by each?
MATCH (a:Actor)-[:COMMITS_TO]->(one:Commitment)-[r:CONTRADICTS]->(other:Commitment)<-[:COMMITS_TO]-(b:Actor)
RETURN a.name AS actor, one.action AS action, b.name AS otherActor, other.action AS otherAction,
  r.evidence AS evidence, one.id AS commitment, other.id AS against
ORDER BY commitment, against, a.id, b.id
