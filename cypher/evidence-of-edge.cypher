// title: ما الدليل على صلة واحدة في الرسم؟
// titleEn: What is the evidence for one edge of the graph?
// param from = actor:Q796
// param to = place:Q796
MATCH (x)-[r]->(y)
WHERE x.id = $from AND y.id = $to
RETURN type(r) AS relation, r.evidence AS evidence, r.rule AS rule, r.basis AS basis
ORDER BY relation
